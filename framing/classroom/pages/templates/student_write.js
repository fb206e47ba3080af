// Writing; and the neutral rewrite: the pack's terms, kept here as fingerprints, sought in the student's own words.
const textItem = (box, item) => {
  const area = $("textarea", box);
  if (!area) return;
  item.answer = () => area.value.trim() ? area.value : null;
  item.fill = value => { area.value = String(value || "").slice(0, 20000); rescore(box, item, area.value); };
  item.fits = value => typeof value === "string";
  if (!$(".rescore", box)) return;
  $(".rescore", box).hidden = false;
  rescore(box, item, "");
  area.addEventListener("input", () => rescore(box, item, area.value));
};
const wordsOf = text => (fold(text).match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) || []).map(word => word.replace(/'s$/, "")).map(word =>
  word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word);
const fingerprint = text => { // FNV-1a over UTF-8, 32 bits
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return sum;
};
const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const rescore = (box, item, text) => {
  const place = $(".rescore", box);
  if (!place) return;
  const found = wordsOf(text), still = new Set();
  found.forEach((_, at) => {
    for (let long = 1; long <= item.longest && at + long <= found.length; long++) {
      const words = found.slice(at, at + long).join(" ");
      if (item.terms.includes(fingerprint(words))) still.add(words);
    }
  });
  const figures = words => " " + words.map(word => NUMBERS.includes(word) ? String(NUMBERS.indexOf(word)) : word).join(" ") + " ";
  const mine = figures(found);
  const lost = item.facts.filter(fact => !mine.includes(figures(wordsOf(fact))));
  const empty = !found.length;
  $(".terms", place).textContent = empty ? "Words that frame, still present: none yet, for nothing is written." : still.size
    ? "Words that frame, still present: " + [...still].map(one => "“" + one + "”").join(", ") + "."
    : "Words that frame, still present: none of those this exercise looks for.";
  $(".facts", place).textContent = !item.facts.length ? "" : lost.length
    ? "Facts of the paragraph not in your text" + (empty ? " yet: " : ": ") + lost.map(one => "“" + one + "”").join(", ") + "."
    : "All its names, numbers and dates are in your text.";
};
