// Matching, ticking and tables.
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
