// What the parts of the page share: finding and making elements, the data, and what is counted as answered.
const $ = (wanted, root) => (root || document).querySelector(wanted);
const $$ = (wanted, root) => Array.from((root || document).querySelectorAll(wanted));
const make = (name, words, look) => {
  const made = document.createElement(name);
  if (words !== undefined) made.textContent = words;
  if (look) made.className = look;
  return made;
};
const data = JSON.parse($("#data").textContent);
const boxes = new Map();
let unsaved = false, waiting = null;
const count = (n, one, more) => n === 1 ? "1 " + one : n + " " + more;
const half = n => n % 1 === 0.5 ? (n > 1 ? Math.floor(n) : "") + "½" : String(Math.round(n * 100) / 100);
const fold = text => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[\u2018\u2019\u201b\u02bc]/g, "'").toLowerCase();

// What is counted as answered, in the list of exercises; called after each change.
const changed = item => {
  unsaved = true;
  item.clear();
  tally();
};
const tally = () => $$("[data-done]").forEach(place => {
  const inside = $$("#" + place.dataset.done + " [data-item]").map(box => boxes.get(box.dataset.item)).filter(one => one.answer);
  const done = inside.filter(one => one.answer() !== null).length;
  place.textContent = inside.length ? done + "/" + inside.length : "";
});
const plain = value => typeof value === "object" && value !== null && !Array.isArray(value);
