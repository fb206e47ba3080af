// Setting up: each item gets its kind, and the buttons what they do.
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
