"use strict";
(() => {
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

// ---- marking words: a toolbar with one stop; arrows move in it ----
const markItem = (box, item) => {
  const tokens = $$(".t", box), list = $(".marks", box), phrase = $(".phrase", box);
  tokens.forEach((one, place) => { one.place = place; [one.from, one.to] = one.dataset.w.split("-").map(Number); });
  let stop = 0, anchor = null, first = null, drag = null, dragged = false;
  const on = place => tokens[place].classList.contains("on");
  const runs = () => {
    const found = [];
    tokens.forEach((one, place) => {
      if (!on(place)) return;
      if (place && on(place - 1) && !("o" in one.dataset)) found[found.length - 1][1] = place;
      else found.push([place, place]);
    });
    return found;
  };
  // The words between two tokens as the passage has them: what stands between is kept, line numbers are not.
  const words = ([from, to]) => tokens.slice(from, to + 1).map(one => one.firstChild.data).join(" ");
  const set = (from, to, value) => {
    for (let place = Math.min(from, to); place <= Math.max(from, to); place++) {
      tokens[place].classList.toggle("on", value);
      tokens[place].setAttribute("aria-pressed", value);
    }
  };
  const show = said => {
    const found = runs();
    $(".count", box).textContent = found.length || "none";
    list.replaceChildren(...found.map(run => {
      const line = make("li", "“" + words(run) + "” "), off = make("button", "Take off");
      off.type = "button";
      off.setAttribute("aria-label", "Take off the mark on " + words(run));
      off.addEventListener("click", () => { mark(run[0], run[1], false); focus(run[0]); });
      line.append(off);
      return line;
    }));
    if (said) say(said + " " + (found.length ? count(found.length, "mark", "marks") + " now." : "No marks now."));
  };
  const live = make("p", "", "vh");
  live.setAttribute("role", "status");
  box.append(live);
  const say = said => { live.textContent = said; };
  const mark = (from, to, value) => {
    set(from, to, value);
    changed(item);
    show((value ? "Marked “" : "Mark taken off “") + words([Math.min(from, to), Math.max(from, to)]) + "”.");
  };
  const focus = place => {
    tokens[stop].tabIndex = -1;
    stop = place;
    tokens[stop].tabIndex = 0;
    tokens[stop].focus();
  };
  const press = place => {
    if (phrase.getAttribute("aria-pressed") === "true" && first === null) {
      first = place;
      tokens[place].classList.add("first");
      say("First word “" + words([place, place]) + "”. Now choose the last word.");
    } else if (first !== null) {
      tokens[first].classList.remove("first");
      mark(first, place, true);
      first = null;
    } else mark(place, place, !on(place));
  };
  // The word nearest to this one in the next or the last line, as the eye sees the lines.
  const beside = (place, down) => {
    const here = tokens[place].getBoundingClientRect(), middle = (here.left + here.right) / 2;
    let best = place, nearest = Infinity, line = null;
    for (let next = place + (down ? 1 : -1); tokens[next]; next += down ? 1 : -1) {
      const there = tokens[next].getBoundingClientRect();
      if (down ? there.top < here.bottom - 2 : there.bottom > here.top + 2) continue;
      if (line !== null && Math.abs(there.top - line) > 4) break;
      line = there.top;
      const far = Math.abs((there.left + there.right) / 2 - middle);
      if (far < nearest) [best, nearest] = [next, far];
    }
    return best;
  };
  const keys = { ArrowRight: at => at + 1, ArrowLeft: at => at - 1, ArrowDown: at => beside(at, true), ArrowUp: at => beside(at, false), Home: () => 0, End: () => tokens.length - 1 };
  $$("[data-words]", box).forEach(one => {
    one.setAttribute("role", "toolbar");
    one.setAttribute("aria-describedby", "help-mark");
    one.addEventListener("keydown", event => {
      const at = tokens.indexOf(event.target);
      if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === " " || event.key === "Enter") press(at);
      else if (event.key === "Escape" && first !== null) { tokens[first].classList.remove("first"); first = null; say("No phrase begun."); }
      else if (keys[event.key]) {
        const next = Math.max(0, Math.min(tokens.length - 1, keys[event.key](at)));
        if (event.shiftKey) { if (anchor === null) anchor = at; mark(anchor, next, true); } else anchor = null;
        focus(next);
      } else return;
      event.preventDefault();
    });
    one.addEventListener("click", event => {
      const at = tokens.indexOf(event.target);
      if (at < 0) return;
      if (dragged) { dragged = false; return; }
      anchor = null;
      press(at);
      focus(at);
    });
    // A finger scrolls, so only a mouse or a pen drags.
    one.addEventListener("pointerdown", event => {
      dragged = false;
      drag = event.pointerType !== "touch" && event.button === 0 && first === null ? tokens.indexOf(event.target) : -1;
    });
    one.addEventListener("pointerover", event => {
      const at = tokens.indexOf(event.target);
      if (drag === null || drag < 0 || at < 0 || !(event.buttons & 1)) return;
      dragged = dragged || at !== drag;
      tokens.forEach((word, place) => word.classList.toggle("sel", dragged && place >= Math.min(drag, at) && place <= Math.max(drag, at)));
    });
  });
  document.addEventListener("pointerup", () => {
    const chosen = tokens.filter(word => word.classList.contains("sel"));
    if (drag !== null && drag >= 0 && dragged && chosen.length) {
      chosen.forEach(word => word.classList.remove("sel"));
      mark(chosen[0].place, chosen[chosen.length - 1].place, !on(drag));
      focus(drag);
    }
    drag = null;
  });
  phrase.addEventListener("click", () => {
    const now = phrase.getAttribute("aria-pressed") !== "true";
    phrase.setAttribute("aria-pressed", now);
    if (first !== null) tokens[first].classList.remove("first");
    first = null;
  });
  tokens.forEach((one, place) => { one.setAttribute("role", "button"); one.setAttribute("aria-pressed", "false"); one.tabIndex = place ? -1 : 0; });
  $(".marking", box).hidden = false;
  item.tokens = tokens;
  item.words = words;
  item.runs = runs;
  item.answer = () => { const found = runs().map(([from, to]) => [tokens[from].from, tokens[to].to]); return found.length ? found : null; };
  item.fill = value => {
    set(0, tokens.length - 1, false);
    (value || []).forEach(([from, to]) => tokens.forEach((one, place) => { if (one.from < to && from < one.to) set(place, place, true); }));
    show("");
  };
  item.fits = value => Array.isArray(value) && value.every(one => Array.isArray(one) && one.length === 2 && one.every(Number.isInteger)
    && one[0] < one[1] && tokens.some(word => word.from < one[1] && one[0] < word.to));
  item.clear = () => {
    clear(box);
    tokens.forEach(one => { one.classList.remove("hit", "missed", "open", "extra"); $$(".vh,sup", one).forEach(sign => sign.remove()); });
  };
};

// ---- matching, ticking, tables, writing ----
const pairItem = (box, item) => {
  const parts = $$("[data-part]", box);
  const chosen = part => ($("select", part) || $("input:checked", part) || { value: "" }).value;
  item.parts = parts;
  item.chosen = chosen;
  item.answer = () => { const found = parts.map(part => [part.dataset.part, chosen(part)]).filter(pair => pair[1]); return found.length ? Object.fromEntries(found) : null; };
  item.fill = value => parts.forEach(part => {
    const wanted = (value || {})[part.dataset.part] || "", select = $("select", part);
    if (select) select.value = wanted;
    $$("input", part).forEach(input => { input.checked = input.value === wanted; });
  });
  item.fits = value => plain(value) && Object.entries(value).every(([part, option]) => {
    const found = parts.find(one => one.dataset.part === part);
    return found && $$("option,input", found).some(one => one.value === option && option);
  });
};
const tickItem = (box, item) => {
  const ticks = $$(".ticks input", box);
  item.answer = () => { const found = ticks.filter(one => one.checked).map(one => one.value); return found.length ? found : null; };
  item.fill = value => ticks.forEach(one => { one.checked = (value || []).includes(one.value); });
  item.fits = value => Array.isArray(value) && value.every(one => ticks.some(tick => tick.value === one));
};
const tableItem = (box, item) => {
  const cells = $$("[data-cell]", box);
  item.cells = cells;
  item.answer = () => { const found = cells.map(one => [one.dataset.cell, one.value.trim()]).filter(pair => pair[1]); return found.length ? Object.fromEntries(found) : null; };
  item.fill = value => cells.forEach(one => { one.value = String((value || {})[one.dataset.cell] || "").slice(0, 200); if (one.selectedIndex === -1) one.value = ""; });
  item.fits = value => plain(value) && Object.entries(value).every(([cell, text]) => typeof text === "string" && cells.some(one => one.dataset.cell === cell));
};
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
const plain = value => typeof value === "object" && value !== null && !Array.isArray(value);

// ---- the neutral rewrite: the pack's terms, kept here as fingerprints, sought in the student's own words ----
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

// ---- checking, where the teacher allows it ----
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

// ---- saving and opening ----
const said = $("#said"), code = $("#code");
const tell = (words, wrong) => { said.textContent = words; said.classList.toggle("wrong", Boolean(wrong)); };
const codeProblem = text => !text ? "Write your code first: the one your teacher gave you, not your name." : /^(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9_-]{0,19}$/.test(text) ? ""
  : "That is no code: a code has letters and at least one figure, as in K7, and no spaces. Use the one your teacher gave you, not your name.";
const save = () => {
  const mine = code.value.trim(), problem = codeProblem(mine);
  code.setAttribute("aria-invalid", Boolean(problem));
  if (problem) { tell(problem, true); code.focus(); return; }
  const answers = {};
  data.items.forEach(one => { const item = boxes.get(one.id), value = item.answer ? item.answer() : null; if (value !== null) answers[one.id] = value; });
  const sheet = { schema: data.schema, pack: data.pack, version: data.version, code: mine, answers };
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(sheet, null, 1) + "\n"], { type: "application/json" }));
  link.download = "answers-" + data.pack.slice(0, 8) + "-" + data.version + "-" + mine + ".json";
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  unsaved = false;
  tell("Saved as " + link.download + ", with " + count(Object.keys(answers).length, "answer", "answers") + ". Look in your downloads.");
};
const open = async file => {
  if (file.size > 5e6) return tell("That file is too large to be saved answers of this page.", true);
  let sheet;
  try { sheet = JSON.parse(await file.text()); } catch { return tell("That file is broken or is not a file of saved answers. Choose the file named answers-….json.", true); }
  if (!plain(sheet) || sheet.schema !== data.schema || !plain(sheet.answers)) return tell("That file is not a file of saved answers from this kind of page.", true);
  if (sheet.pack !== data.pack) return tell("Those answers belong to another exercise sheet. Nothing was changed.", true);
  if (sheet.version !== data.version) return tell("Those answers are for version " + String(sheet.version).slice(0, 10) + "; this is version " + data.version + ". Nothing was changed.", true);
  if (!unsaved) return fill(sheet);
  waiting = sheet;
  $("#replace").hidden = false;
  tell("There are answers here that were not saved. Replace them?", true);
  $("#replace-no").focus();
};
const fill = sheet => {
  waiting = null;
  $("#replace").hidden = true;
  const unknown = Object.keys(sheet.answers).filter(id => !boxes.get(id) || !boxes.get(id).fits || !boxes.get(id).fits(sheet.answers[id]));
  boxes.forEach((item, id) => { if (item.fill) { item.clear(); item.fill(unknown.includes(id) ? null : sheet.answers[id]); } });
  code.value = typeof sheet.code === "string" ? sheet.code.slice(0, 20) : "";
  unsaved = false;
  tally();
  const good = Object.keys(sheet.answers).length - unknown.length;
  tell("Opened: " + count(good, "answer", "answers") + "." + (unknown.length ? " Left out, for they do not fit this sheet: " + unknown.map(id => id.slice(0, 30)).slice(0, 5).join(", ") + "." : ""), unknown.length);
};

// ---- setting up ----
const KINDS = { mark: markItem, match: pairItem, choose: tickItem, table: tableItem, write: textItem, discuss: () => {} };
data.items.forEach(item => {
  const box = $$("[data-item]").find(one => one.dataset.item === item.id);
  boxes.set(item.id, item);
  item.clear = () => clear(box);
  KINDS[item.response](box, item);
  box.addEventListener("input", () => changed(item));
  const check = $(".check", box);
  if (check) check.addEventListener("click", () => { item.clear(); CHECKS[item.response](box, item); });
});
code.addEventListener("input", () => code.removeAttribute("aria-invalid"));
$("#save").addEventListener("click", save);
$("#restore").addEventListener("change", event => { const file = event.target.files[0]; if (file) open(file); event.target.value = ""; });
$("#replace-yes").addEventListener("click", () => { fill(waiting); $("#save").focus(); });
$("#replace-no").addEventListener("click", () => { waiting = null; $("#replace").hidden = true; tell("Kept what was here."); $("#save").focus(); });
window.addEventListener("beforeunload", event => { if (unsaved) event.preventDefault(); });
$("#bar").hidden = false;
tally();
})();
