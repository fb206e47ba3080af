// Saving answers into a file, and opening it again.
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
