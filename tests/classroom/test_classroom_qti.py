"""QTI 1.2 and 2.1: what readers of either find again, and what a player in a browser gives for answers with known points."""

from __future__ import annotations

import html
import io
import re
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import qti2latex
from hostile_pack import hostile_pack
from lms_expected import items, right_cells, right_options, right_pairs, right_spans
from onyx2moodle.parser import parse_item
from outside_readers import NODE, READERS, needs_node
from playwright.sync_api import sync_playwright
from sample_pack import sample_pack

from framing.classroom.grading.marking import mark
from framing.classroom.lms.qti12 import to_qti12
from framing.classroom.lms.qti21 import to_qti21
from framing.model.exercise import AnswerSheet

PACKS = pytest.mark.parametrize("pack", [sample_pack(), hostile_pack()], ids=["sample", "hostile"])
CHROMIUM = Path("/usr/bin/chromium")


def unpacked(data: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(folder)
    return folder


def items12(pack, folder: Path) -> dict[str, ET.Element]:
    """The items that qti2latex finds in the package, by id."""
    roots = [ET.parse(path).getroot() for path in qti2latex.read_qti_dir(unpacked(to_qti12(pack), folder))]
    found = [one for root in roots for one in qti2latex.findall_anyns(root, "item")]
    return {one.get("ident").removeprefix("i-"): one for one in found}


@PACKS
def test_qti12_ticks_and_choices_come_back(pack, tmp_path):
    found, known = items12(pack, tmp_path), items(pack)
    for name, right, kind in (("E2-1", right_spans(known["E2-1"]), "multiple_answers_question"),
                              ("E8-1", right_options(known["E8-1"]), "multiple_answers_question" if pack == hostile_pack() else "multiple_choice_question")):
        meta = qti2latex.get_qti_metadata(found[name])
        assert qti2latex.guess_type(meta, found[name]) == kind
        assert float(meta["points_possible"]) == known[name].points
        correct = qti2latex.get_correct_idents(found[name])
        ticked = [re.sub(r"^\(\d+\) ", "", html.unescape(words)) for ident, words in qti2latex.get_choices(found[name]) if ident in correct]
        assert ticked == right
    assert not [words for _, words in qti2latex.get_choices(found["E2-1"]) if "smashed" in words], "Canvas would count what can be defended as wrong"


@PACKS
def test_qti12_pairs_and_cells_come_back(pack, tmp_path):
    found, known = items12(pack, tmp_path), items(pack)
    conditions = qti2latex.findall_anyns(found["E4-1"], "varequal")
    options = dict(qti2latex.get_choices(found["E4-1"]))
    lids = {one.get("ident"): qti2latex.text_of(qti2latex.findall_anyns(one, "mattext")[0]) for one in qti2latex.findall_anyns(found["E4-1"], "response_lid")}
    # the reader cuts each text at its ends, as Canvas does
    assert [(lids[one.get("respident")], options[one.text]) for one in conditions] == right_pairs(known["E4-1"])
    shares = [float(one.text) for one in qti2latex.findall_anyns(found["E4-1"], "setvar")]
    assert sum(shares) == pytest.approx(100, abs=0.5)
    for n, accepted in enumerate(right_cells(known["E5-1"]), start=1):
        item = found[f"E5-1.{n}"]
        names = {ident: html.unescape(words) for ident, words in qti2latex.get_choices(item)}
        correct = {names.get(one, one) for one in qti2latex.get_correct_idents(item)}
        assert correct == {words for words, points in accepted.items() if points == max(accepted.values())}


def test_qti12_is_written_as_canvas_reads_it():
    """Its importer takes the sibling right after a label for the value, and every child of <and> for an answer: no white space between."""
    with zipfile.ZipFile(io.BytesIO(to_qti12(sample_pack()))) as archive:
        name = next(one for one in archive.namelist() if one.endswith("A.xml"))
        text = archive.read(name).decode()
        manifest = ET.fromstring(archive.read("imsmanifest.xml"))
        listed = {one.get("href") for one in manifest.iter() if one.tag.endswith("file")}
        assert listed | {"imsmanifest.xml"} == set(archive.namelist())
    assert re.findall(r"<fieldlabel>points_possible</fieldlabel><fieldentry>([\d.]+)</fieldentry>", text) == ["3", "3", "1", "1", "1", "1", "1", "6"]
    both = re.search(r"<and>(.*?)</and>", text)[1]
    assert re.sub(r"<(not)><varequal[^>]*>\w+</varequal></not>|<varequal[^>]*>\w+</varequal>", "", both) == ""
    assert "<other/>" in text.split('ident="i-E9-1"')[1], "an essay is known by it"


@PACKS
def test_qti21_items_come_back_by_a_parser_of_its_own(pack, tmp_path):
    folder, known = unpacked(to_qti21(pack), tmp_path), items(pack)
    ticks = parse_item(folder / "items" / "item-E2-1.xml")
    (interaction,), (declared,) = ticks.interactions, ticks.response_decls.values()
    texts = {one.identifier: one.html for one in interaction.choices}
    assert [re.sub(r"^\(\d+\) ", "", texts[one]) for one in declared.correct_values] == right_spans(known["E2-1"])
    assert (interaction.kind, interaction.max_choices, declared.cardinality) == ("choice", 0, "multiple")
    assert {one: points for one, points in declared.mapping.items() if points > 0} == dict.fromkeys(declared.correct_values, 1.0)
    assert {points for points in declared.mapping.values() if points < 0} == {-0.5}
    match = parse_item(folder / "items" / "item-E4-1.xml")
    (interaction,), (declared,) = match.interactions, match.response_decls.values()
    names = {one.identifier: one.html for one in (*interaction.match_sources, *interaction.match_targets)}
    assert [tuple(names[one] for one in pair.split()) for pair in declared.correct_values] == right_pairs(known["E4-1"])
    for n, accepted in enumerate(right_cells(known["E5-1"]), start=1):
        cell = parse_item(folder / "items" / f"item-E5-1.{n}.xml")
        (interaction,), (declared,) = cell.interactions, cell.response_decls.values()
        names = {one.identifier: one.html for one in interaction.choices}
        assert names.get(declared.correct_values[0], declared.correct_values[0]) == next(iter(accepted))


@PACKS
def test_qti21_manifest_names_every_file_once(pack, tmp_path):
    folder = unpacked(to_qti21(pack), tmp_path)
    manifest = ET.parse(folder / "imsmanifest.xml").getroot()
    resources = [one for one in manifest.iter() if one.tag.endswith("}resource")]
    assert [one.get("type") for one in resources].count("imsqti_test_xmlv2p1") == 1
    hrefs = [one.get("href") for one in resources]
    assert sorted([*hrefs, "imsmanifest.xml"]) == sorted(str(path.relative_to(folder)) for path in folder.rglob("*.xml"))
    ids = {one.get("identifier") for one in resources}
    assert all(one.get("identifierref") in ids for one in manifest.iter() if one.tag.endswith("dependency"))
    refs = [one.get("href") for one in ET.parse(folder / "test.xml").getroot().iter() if one.tag.endswith("assessmentItemRef")]
    assert refs == [href for href in hrefs if href != "test.xml"]


def test_qti21_rubric_is_for_the_scorer():
    with zipfile.ZipFile(io.BytesIO(to_qti21(sample_pack()))) as archive:
        essay = ET.fromstring(archive.read("items/item-E9-1.xml"))
    (block,) = [one for one in essay.iter() if one.tag.endswith("rubricBlock")]
    assert block.get("view") == "scorer"
    assert "Evidence quoted exactly" in "".join(block.itertext())


PLAY = """async ([xml, answers]) => {
  document.body.replaceChildren();
  const item = document.createElement("qti-item"), holder = document.createElement("item-container");
  holder.itemXML = xml;
  item.append(holder);
  document.body.append(item);
  for (let n = 0; n < 200; n++) {
    await new Promise(done => setTimeout(done, 20));
    const shown = holder.shadowRoot && holder.shadowRoot.querySelector("qti-assessment-item");
    if (!shown || !shown.variables || shown.variables.length < 3) continue;
    await new Promise(done => setTimeout(done, 60));
    const points = answers.map(one => {
      shown.updateResponseVariable("RESPONSE", one);
      shown.processResponse();
      return Number(shown.variables.find(one => one.identifier === "SCORE").value);
    });
    return { points, words: shown.querySelector("qti-item-body").textContent };
  }
  return null;
}"""
# Answers and their points, by hand: right 1 each, a wrong tick -1/2, what can be defended 0; a pair that can be defended 1/2; floor 0.
PLAYED = {
    "E2-1": [(["o1", "o2", "o6"], 3.0), (["o1", "o2", "o5"], 1.5), (["o4", "o5"], 0.0), (["o1", "o2", "o3", "o4", "o5", "o6", "o7"], 1.5), (["o3"], 0.0)],
    "E4-1": [(["p1 o2", "p2 o1", "p3 o3"], 3.0), (["p1 o2", "p2 o1", "p3 o1"], 2.5), (["p1 o1"], 0.0)],
    "E5-1.1": [("ana ruiz", 1.0), ("A Clerk", 0.5), ("somebody", 0.0)],
    "E5-1.2": [("o1", 1.0), ("o2", 0.0)],
    "E8-1": [("o1", 1.0), ("o3", 0.0)],
}


@needs_node
@pytest.mark.skipif(not CHROMIUM.exists(), reason="no chromium to play the items in")
@PACKS
def test_a_qti_player_shows_the_items_and_gives_the_points_worked_by_hand(pack, tmp_path):
    """Converted to QTI 3 by @citolab/qti-convert and played by @citolab/qti-components, both made by others."""
    folder = unpacked(to_qti21(pack), tmp_path / "two")
    (tmp_path / "three").mkdir()
    files = [str(path) for path in sorted((folder / "items").iterdir())]
    subprocess.run(["node", str(READERS / "qti3_node.mjs"), NODE, str(tmp_path / "three"), *files], check=True, capture_output=True)
    player = Path(NODE, "@citolab", "qti-components", "cdn", "index.global.js").read_text(encoding="utf-8")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        alarms = []
        page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
        page.goto("about:blank")
        page.add_script_tag(content=player)
        for path in sorted((tmp_path / "three").iterdir()):
            name = path.stem.removeprefix("item-")
            played = PLAYED.get(name, []) if pack == sample_pack() else []
            found = page.evaluate(PLAY, [path.read_text(encoding="utf-8"), [answer for answer, _ in played]])
            assert found is not None, f"{name} was not shown"
            assert found["points"] == [points for _, points in played], name
            if name == "E4-1":
                shown = " ".join(found["words"].split())
                assert all(" ".join(left.split()) in shown for left, _ in right_pairs(items(pack)["E4-1"]))
        assert not alarms
        browser.close()


def test_the_player_and_our_own_marking_give_the_same_points():
    """The answers of `PLAYED` as answer sheets: what a learning system gives is what `framing grade` gives."""
    pack = sample_pack()
    options = [one.id for one in items(pack)["E4-1"].options]
    for pairs, points in PLAYED["E4-1"]:
        given = tuple((one.split()[0], options[int(one.split()[1][1:]) - 1]) for one in pairs)
        found = mark(pack, AnswerSheet(pack.id, "A", "K1", (("E4-1", given),)))
        assert next(one.points for one in found if one.item_id == "E4-1") == points
    for words, points in PLAYED["E5-1.1"]:
        found = mark(pack, AnswerSheet(pack.id, "A", "K1", (("E5-1", (("p1/c1", words),)),)))
        assert next(one.points for one in found if one.item_id == "E5-1") == points


def test_packages_are_the_same_bytes_and_hold_no_date():
    for write in (to_qti12, to_qti21):
        assert write(sample_pack()) == write(sample_pack())
        with zipfile.ZipFile(io.BytesIO(write(sample_pack()))) as archive:
            assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert archive.namelist() == sorted(archive.namelist())


def test_a_pack_id_cannot_leave_the_package():
    with zipfile.ZipFile(io.BytesIO(to_qti12(replace(sample_pack(), id="../../x y<")))) as archive:
        assert not [name for name in archive.namelist() if ".." in name or "<" in name]
