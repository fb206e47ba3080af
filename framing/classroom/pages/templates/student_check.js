// Checking against the key, where the teacher allows it.
const clear = box => { const place = $(".result", box); if (place) place.replaceChildren(); $$(".verdict", box).forEach(one => one.remove()); };
const ROOM = 3; // further words that a mark may cover on either side of the words that were to be marked
const fits = (mark, row, tokens) => mark[0] < row.end && row.start < mark[1]
  && tokens.filter(one => one.from >= mark[0] && one.to <= row.start).length <= ROOM
  && tokens.filter(one => one.from >= row.end && one.to <= mark[1]).length <= ROOM;
const report = (box, item, points, lines) => {
  const place = $(".result", box), list = make("ul");
  place.append(make("h4", half(points) + " of " + half(item.points) + " points"));
  if (item.runs) place.append(make("p", "In the passage: F found, M missed, D defensible, N not expected; your own marks are bold.", "note"));
  lines.forEach(([look, sign, words, why]) => {
    const line = make("li", undefined, look);
    line.append(make("b", sign), " ", make("span", words), why ? make("small", why) : "");
    list.append(line);
  });
  place.append(list);
};
const SIGNS = { hit: ["F", "found"], missed: ["M", "missed"], open: ["D", "defensible: no points either way"], extra: ["N", "not expected"] };
const top = rows => rows.reduce((best, row) => !best || row.points > best.points ? row : best, null);
const same = text => wordsOf(text).join(" ") || text.trim().toLowerCase().replace(/\s+/g, " ");
const CHECKS = {
  mark: (box, item) => {
    const marks = item.answer() || [], runs = item.runs(), lines = [];
    const look = (from, to, kind) => {
      const inside = item.tokens.filter(one => one.from < to && from < one.to);
      inside.forEach(one => one.classList.add(kind));
      const last = inside[inside.length - 1], sign = make("sup", SIGNS[kind][0]);
      sign.setAttribute("aria-hidden", "true");
      if (last) last.append(sign, make("span", ", " + SIGNS[kind][1], "vh"));
      return inside;
    };
    const found = markCheck(item, marks);
    found.rows.forEach(([row, kind]) => {
      look(row.start, row.end, kind);
      lines.push([kind, SIGNS[kind][0], "“" + row.text + "”: " + SIGNS[kind][1] + ".", row.why]);
    });
    found.extra.forEach(place => {
      look(marks[place][0], marks[place][1], "extra");
      const cost = Math.min(0, found.costs[place].points);
      lines.push(["extra", "N", "“" + item.words(runs[place]) + "”: not expected" + (cost ? ", minus " + half(-cost) : "") + ".", found.costs[place].why]);
    });
    report(box, item, found.points, lines);
  },
  match: (box, item) => {
    let points = 0;
    const lines = item.parts.map((part, place) => {
      const mine = item.chosen(part), rows = item.key.filter(row => row.part === part.dataset.part);
      const row = top(rows.filter(one => one.option === mine)), best = rows.find(one => one.tier === "expected");
      points += row ? row.points : 0;
      const kind = row && row.tier === "expected" ? "hit" : row && row.tier === "defensible" ? "open" : mine ? "extra" : "missed";
      const said = { hit: "right", open: "defensible", extra: "not expected", missed: "not answered" }[kind];
      const wanted = kind === "hit" || !best ? "" : " Expected: " + item.names[best.option] + ".";
      return [kind, kind === "hit" ? "R" : SIGNS[kind][0], place + 1 + ": " + said + "." + wanted, (row || best || { why: "" }).why];
    });
    report(box, item, Math.max(0, Math.min(item.points, points)), lines);
  },
  choose: (box, item) => {
    const mine = item.answer() || [], lines = [];
    let points = 0;
    Object.keys(item.names).forEach(option => {
      const row = item.key.find(one => one.option === option), ticked = mine.includes(option), good = row && row.tier === "expected";
      if (ticked) points += row ? row.points : 0;
      if (!ticked && !good) return;
      const kind = ticked ? good ? "hit" : row && row.tier === "defensible" ? "open" : "extra" : "missed";
      lines.push([kind, SIGNS[kind][0], item.names[option] + ": " + SIGNS[kind][1] + ".", row ? row.why : ""]);
    });
    report(box, item, Math.max(0, Math.min(item.points, points)), lines);
  },
  table: (box, item) => {
    let points = 0;
    const lines = item.cells.map(cell => {
      const rows = item.key.filter(row => row.part === cell.dataset.cell), mine = same(cell.value);
      const row = top(rows.filter(one => mine && same(one.option) === mine)), best = rows.find(one => one.tier === "expected");
      if (!best) return null;
      points += row ? row.points : 0;
      const kind = row ? row.tier === "expected" ? "hit" : "open" : mine ? "extra" : "missed";
      const said = { hit: "right", open: "defensible", extra: "not as in the key", missed: "not answered" }[kind];
      return [kind, kind === "hit" ? "R" : SIGNS[kind][0], cell.getAttribute("aria-label") + ": " + said + "." + (kind === "hit" ? "" : " In the key: " + best.option + "."), best.why];
    }).filter(Boolean);
    report(box, item, Math.max(0, Math.min(item.points, points)), lines);
  },
};
const markCheck = (item, marks) => {
  const expected = item.key.filter(row => row.tier === "expected"), open = item.key.filter(row => row.tier === "defensible");
  const hit = row => marks.some(mark => fits(mark, row, item.tokens));
  let points = expected.reduce((sum, row) => sum + (hit(row) ? row.points : 0), 0);
  const extra = marks.map((_, place) => place).filter(place => !expected.concat(open).some(row => fits(marks[place], row, item.tokens)));
  const cost = mark => item.key.find(row => row.tier === "not_expected" && mark[0] < row.end && row.start < mark[1]) || { points: -0.5, why: "" };
  extra.forEach(place => { points += Math.min(0, cost(marks[place]).points); });
  const rows = expected.map(row => [row, hit(row) ? "hit" : "missed"]).concat(open.filter(hit).map(row => [row, "open"]));
  return { points: Math.max(0, Math.min(item.points, points)), rows, extra, costs: marks.map(cost) };
};
