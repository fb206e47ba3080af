// Marking words: a toolbar with one stop; arrows move in it, a mouse drags over it.
const markItem = (box, item) => {
  const marker = markerOf(box, item);
  const { tokens, set, runs, words, show } = marker;
  $$("[data-words]", box).forEach(one => {
    one.setAttribute("role", "toolbar");
    one.setAttribute("aria-describedby", "help-mark");
    const pressed = byKeys(one, marker);
    byMouse(one, marker, pressed);
  });
  tokens.forEach((one, place) => { one.setAttribute("role", "button"); one.setAttribute("aria-pressed", "false"); one.tabIndex = place ? -1 : 0; });
  $(".marking", box).hidden = false;
  Object.assign(item, { tokens, words, runs });
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

// The words of a passage and the marks on them: what is marked, said aloud and listed, and where the keyboard stands.
const markerOf = (box, item) => {
  const tokens = $$(".t", box), list = $(".marks", box), live = make("p", "", "vh");
  tokens.forEach((one, place) => { one.place = place; [one.from, one.to] = one.dataset.w.split("-").map(Number); });
  live.setAttribute("role", "status");
  box.append(live);
  let stop = 0;
  const say = said => { live.textContent = said; };
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
  return { tokens, on, runs, words, set, show, say, mark, focus, phrase: phraseOf(box, { tokens, on, words, say, mark }) };
};

// "Mark a phrase": its first and its last word are chosen one after the other, which a finger can do.
const phraseOf = (box, { tokens, on, words, say, mark }) => {
  const button = $(".phrase", box);
  let first = null;
  const stop = () => { if (first !== null) tokens[first].classList.remove("first"); first = null; };
  button.addEventListener("click", () => { button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") !== "true"); stop(); });
  const press = place => {
    if (button.getAttribute("aria-pressed") === "true" && first === null) {
      first = place;
      tokens[place].classList.add("first");
      say("First word “" + words([place, place]) + "”. Now choose the last word.");
    } else if (first !== null) {
      const from = first;
      stop();
      mark(from, place, true);
    } else mark(place, place, !on(place));
  };
  return { press, begun: () => first !== null, end: () => { stop(); say("No phrase begun."); } };
};

// The word nearest to this one in the next or the last line, as the eye sees the lines.
const beside = (tokens, place, down) => {
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

// Arrows move, Space and Enter mark, Shift with an arrow marks on. Gives back what to call when a word was chosen otherwise.
const byKeys = (bar, { tokens, mark, focus, phrase }) => {
  let anchor = null;
  const keys = { ArrowRight: at => at + 1, ArrowLeft: at => at - 1, ArrowDown: at => beside(tokens, at, true), ArrowUp: at => beside(tokens, at, false), Home: () => 0, End: () => tokens.length - 1 };
  bar.addEventListener("keydown", event => {
    const at = tokens.indexOf(event.target);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === " " || event.key === "Enter") phrase.press(at);
    else if (event.key === "Escape" && phrase.begun()) phrase.end();
    else if (keys[event.key]) {
      const next = Math.max(0, Math.min(tokens.length - 1, keys[event.key](at)));
      if (event.shiftKey) { if (anchor === null) anchor = at; mark(anchor, next, true); } else anchor = null;
      focus(next);
    } else return;
    event.preventDefault();
  });
  return () => { anchor = null; };
};

// A click marks a word, a drag several. A finger scrolls, so only a mouse or a pen drags.
const byMouse = (bar, { tokens, on, mark, focus, phrase }, pressed) => {
  let drag = null, dragged = false;
  bar.addEventListener("click", event => {
    const at = tokens.indexOf(event.target);
    if (at < 0) return;
    if (dragged) { dragged = false; return; }
    pressed();
    phrase.press(at);
    focus(at);
  });
  bar.addEventListener("pointerdown", event => {
    dragged = false;
    drag = event.pointerType !== "touch" && event.button === 0 && !phrase.begun() ? tokens.indexOf(event.target) : -1;
  });
  bar.addEventListener("pointerover", event => {
    const at = tokens.indexOf(event.target);
    if (drag === null || drag < 0 || at < 0 || !(event.buttons & 1)) return;
    dragged = dragged || at !== drag;
    tokens.forEach((word, place) => word.classList.toggle("sel", dragged && place >= Math.min(drag, at) && place <= Math.max(drag, at)));
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
};
