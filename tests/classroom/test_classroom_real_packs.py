"""Packs of the bundled events through every writer and through marking: nothing is lost, and who knows the key gets every point."""

from __future__ import annotations

import io
import json
import re
import subprocess
import xml.etree.ElementTree as ET
import zipfile

import pytest
from class_packs import EVENTS, pack_of
from outside_readers import NODE, PYTHON, READERS, needs_node, needs_python
from simulated_class import everything, guessing, perfect

from framing.classroom.grading.answers import items_of
from framing.classroom.grading.class_report import class_html
from framing.classroom.grading.feedback import feedback_pages
from framing.classroom.grading.marking import mark
from framing.classroom.lms.fractions import exact
from framing.classroom.lms.gift import to_gift
from framing.classroom.lms.h5p import LEFT_OUT, to_h5p
from framing.classroom.lms.lms_notes import degraded
from framing.classroom.lms.moodle_xml import to_moodle_xml
from framing.classroom.lms.qti12 import to_qti12
from framing.classroom.lms.qti21 import to_qti21
from framing.classroom.lms.questions import questions
from framing.model.exercise import AnswerSheet, Pack

pytestmark = pytest.mark.parametrize("event", EVENTS)


def points(pack: Pack, sheet: AnswerSheet) -> dict[str, float | None]:
    return {one.item_id: one.points for one in mark(pack, sheet)}


def xml_of(data: bytes) -> list[ET.Element]:
    """Every file of a package, parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [ET.fromstring(archive.read(name)) for name in archive.namelist()]


def test_who_knows_the_key_gets_every_point_and_who_marks_everything_does_not(event):
    pack = pack_of(event)
    most = {name: None if item.response == "write" else item.points for name, item in items_of(pack).items()}
    assert points(pack, perfect(pack, "P1")) == most
    assert set(points(pack, AnswerSheet(pack.id, pack.version, "N1", ())).values()) <= {0.0, None}
    for sheet in (everything(pack, "E1"), guessing(pack, "G1", 5)):
        found = points(pack, sheet)
        assert all(found[name] is None or 0 <= found[name] <= item.points for name, item in items_of(pack).items())
        assert sum(one or 0 for one in found.values()) < sum(one or 0 for one in most.values())
    assert all(found == 0 for name, found in points(pack, everything(pack, "E1")).items() if items_of(pack)[name].response == "mark")


def test_every_item_is_in_every_format_or_said_to_be_left_out(event):
    pack = pack_of(event)
    wanted = {question.item.id for question in questions(pack)}
    assert wanted | {item.id for exercise in pack.exercises for item in exercise.items if item.response == "discuss"} == {
        item.id for exercise in pack.exercises for item in exercise.items}
    gift = {re.sub(r"^(E\d+-\d+).*", r"\1", name) for name in re.findall(r"^::([^ ]+) ", to_gift(pack), re.MULTILINE)}
    moodle = {re.sub(r"^(E\d+-\d+).*", r"\1", one.text or "") for one in ET.fromstring(to_moodle_xml(pack)).findall("question/name/text")}
    canvas = {re.sub(r"^i-(E\d+-\d+).*", r"\1", one.get("ident", "")) for root in xml_of(to_qti12(pack)) for one in root.iter() if one.tag.endswith("}item")}
    qti = {re.sub(r"^item-(E\d+-\d+).*", r"\1", root.get("identifier", "")) for root in xml_of(to_qti21(pack)) if root.tag.endswith("}assessmentItem")}
    assert gift == moodle == canvas == qti == wanted
    h5p = {name.removesuffix(".h5p") for name in to_h5p(pack)}
    gone = {one.split(":")[0] for one in degraded(pack, "h5p") if ": left out;" in one}
    assert h5p | gone >= wanted
    assert not h5p & gone
    assert not {one for one in h5p if one.partition("-")[0] in LEFT_OUT}


def test_points_add_up_in_every_question(event):
    pack = pack_of(event)
    for name, item in items_of(pack).items():
        made = [one for one in questions(pack) if one.item.id == name]
        assert sum(one.points for one in made) == pytest.approx(item.points), name
        assert all(exact(one) for one in made if one.kind == "choices")


def test_no_export_and_no_feedback_names_an_outlet(event):
    pack = pack_of(event)
    lines = [article.source_line for article in pack.articles]
    outlets = {line.split(",")[0].strip() for line in lines} - {""}
    texts = [to_gift(pack), to_moodle_xml(pack), *(ET.tostring(root, encoding="unicode") for data in (to_qti12(pack), to_qti21(pack)) for root in xml_of(data))]
    for data in to_h5p(pack).values():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            texts += [archive.read(name).decode() for name in archive.namelist()]
    sheet = guessing(pack, "G1", 3)
    marks = {"G1": mark(pack, sheet)}
    texts += [*feedback_pages(pack, [sheet], marks).values(), class_html(pack, [sheet], marks)]
    for outlet in outlets:
        assert not [text[max(0, text.index(outlet) - 60):][:160] for text in texts if outlet in text], outlet


@needs_python
def test_the_python_parser_reads_every_question(event, tmp_path):
    text = to_gift(pack_of(event))
    (tmp_path / "pack.gift").write_text(text, encoding="utf-8")
    done = subprocess.run([PYTHON, str(READERS / "gift_python.py"), "pack.gift"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert len(json.loads(done.stdout.splitlines()[-1])) == text.count("\n::") > 10


@needs_node
def test_the_node_parsers_take_every_question_and_package(event, tmp_path):
    pack = pack_of(event)
    (tmp_path / "pack.gift").write_text(to_gift(pack), encoding="utf-8")
    done = subprocess.run(["node", str(READERS / "gift_node.js"), NODE, "pack.gift"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert len(json.loads(done.stdout)) == to_gift(pack).count("\n::") + 1, "and the category"
    for name, data in to_h5p(pack).items():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            archive.extractall(tmp_path / "h5p" / name)
    folders = [str(path) for path in sorted((tmp_path / "h5p").iterdir())]
    done = subprocess.run(["node", str(READERS / "h5p_node.js"), NODE, *folders], capture_output=True, text=True, check=True)
    assert set(json.loads(done.stdout.splitlines()[-1]).values()) == {"valid"}
