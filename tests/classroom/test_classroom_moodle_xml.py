"""Moodle XML: what moodle-xml-parser reads back, and what Moodle's importer itself asks for."""

from __future__ import annotations

import html
import io
import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace

import pytest
from hostile_pack import HOSTILE, hostile_pack
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lms_expected import items, right_cells, right_options, right_pairs, right_spans
from moodle_xml_parser.parser import parse_string
from sample_pack import match_item, sample_pack

from framing.classroom.lms.fractions import LISTED
from framing.classroom.lms.gift import to_gift
from framing.classroom.lms.h5p import to_h5p
from framing.classroom.lms.moodle_xml import to_moodle_xml, weights
from framing.classroom.lms.qti12 import to_qti12
from framing.classroom.lms.qti21 import to_qti21
from framing.classroom.lms.questions import Part
from framing.text.visible import one_line

PACKS = pytest.mark.parametrize("pack", [sample_pack(), hostile_pack()], ids=["sample", "hostile"])


def by_id(pack) -> dict[str, ET.Element]:
    """The questions as plain XML, by id."""
    return {one.findtext("name/text", "").split()[0]: one for one in ET.fromstring(to_moodle_xml(pack)).iter("question") if one.get("type") != "category"}


@PACKS
def test_the_parser_reads_the_same_options_shares_and_points(pack):
    found = {one.name.split()[0]: one for one in parse_string(to_moodle_xml(pack))["multichoice"]}
    known = items(pack)
    for name, right in (("E2-1", right_spans(known["E2-1"])), ("E8-1", right_options(known["E8-1"]))):
        chosen = [re.sub(r"^\(\d+\) ", "", one.answer) for one in found[name].options if one.score_fraction > 0]
        # it drops "<![CDATA[" and "]]>" from texts, and turns entities into signs once more than HTML does
        assert chosen == [html.unescape(words).replace("<![CDATA[", "").replace("]]>", "") if name == "E8-1" else words for words in right]
        assert found[name].default_grade == known[name].points
        assert found[name].single is (len(right) == 1 and name == "E8-1")
        assert all(round(abs(one.score_fraction), 5) in LISTED for one in found[name].options), "shares that Moodle's list does not hold are errors"


@PACKS
def test_tables_are_gaps_with_their_answers_and_points(pack):
    found = next(one for one in parse_string(to_moodle_xml(pack))["cloze"] if one.name.startswith("E5-1"))
    gaps = re.findall(r"\{(\d+):(SHORTANSWER|MULTICHOICE):((?:\\.|[^\\}])*)\}", by_id(pack)["E5-1"].findtext("questiontext/text", ""))
    cells = right_cells(items(pack)["E5-1"])
    assert len(gaps) == len(cells)
    if pack == sample_pack():  # it ends a gap at the first brace, escaped or not
        assert [one.sub_type for one in found.gaps if one.sub_type != "UNKNOWN"] == [kind for _, kind, _ in gaps]
    for (weight, kind, answers), accepted in zip(gaps, cells, strict=True):
        assert weight == "1"
        read = {}
        for row in re.split(r"(?<!\\)~(?=%)", answers):
            share = re.match(r"%([\d.]+)%", row)
            words = html.unescape(re.sub(r"\\([\\}#~/\"])", r"\1", row[share.end():]))
            read[words.replace("\\*", "*") if kind == "SHORTANSWER" else words] = float(share[1])
        best = max(accepted.values())
        assert {words: share for words, share in read.items() if share} == {words: 100 * points / best for words, points in accepted.items()}


def test_a_second_right_answer_makes_gaps_of_a_matching_question():
    read = next(one for one in parse_string(to_moodle_xml(sample_pack()))["cloze"] if one.name.startswith("E4-1"))
    assert [[(one.answer, one.score) for one in gap.options if one.score] for gap in read.gaps] == [
        [("quoted, with a name", 100)], [("the article itself", 100)], [("the article itself", 50), ("given to somebody, no quotation marks", 100)]]


def test_pairs_with_one_answer_each_are_a_matching_question():
    question = by_id(hostile_pack())["E4-1"]
    assert question.get("type") == "matching"
    pairs = [(html.unescape(one.findtext("text", "")), html.unescape(one.findtext("answer/text", ""))) for one in question.iter("subquestion")]
    assert pairs == right_pairs(items(hostile_pack())["E4-1"])


def test_an_option_that_fits_no_part_is_offered_as_a_wrong_one():
    item = match_item()
    item = replace(item, key=tuple(row for row in item.key if row.tier == "expected" and row.part != "p3"))
    pack = replace(sample_pack(), exercises=(replace(sample_pack().exercises[1], items=(item,)),))
    rows = [(one.findtext("text"), one.findtext("answer/text")) for one in by_id(pack)["E4-1"].iter("subquestion")]
    assert (rows[-1][0] or "", rows[-1][1]) == ("", "given to somebody, no quotation marks")
    assert len(rows) == 3


def test_the_rubric_and_the_key_are_for_the_grader_alone():
    essay = by_id(sample_pack())["E9-1"]
    info = essay.findtext("graderinfo/text", "")
    assert "Evidence quoted exactly" in info
    assert "<li>mob" in info
    assert "Evidence quoted" not in essay.findtext("questiontext/text", "")
    assert float(essay.findtext("defaultgrade")) == 6


@pytest.mark.parametrize("words", HOSTILE)
def test_cdata_and_markup_stay_text(words):
    pack = replace(sample_pack(), title=words)
    root = ET.fromstring(to_moodle_xml(pack))
    assert one_line(words).replace("/", "//") in root.findtext("question/category/text", "")


@pytest.mark.parametrize(("points", "whole"), [
    ((1.0, 1.0), (1, 1)),
    ((1.0, 0.5), (2, 1)),      # halves: everything twice
    ((1.5, 1.0, 0.5), (3, 2, 1)),
    ((3.0,), (3,)),
])
def test_points_of_gaps_become_whole_numbers_in_proportion(points, whole):
    assert weights(tuple(Part("p", "", (("x", one),)) for one in points)) == whole


def test_feedback_holds_the_reason_of_the_key():
    rows = {one.findtext("text"): one.findtext("feedback/text") for one in by_id(sample_pack())["E2-1"].iter("answer")}
    assert rows["(2) stormed"] == "An image of war for coming in."


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_any_text_at_all_makes_xml_and_packages_that_can_be_read(text):
    """Control characters and half pairs too: they are shown by their numbers."""
    item = replace(match_item(), prompt=text, parts=tuple(replace(part, text=f"x{text}") for part in match_item().parts))
    pack = replace(sample_pack(), title=text, exercises=(replace(sample_pack().exercises[1], instruction=text, items=(item,)),))
    wanted = one_line(f"x{text}")
    assert wanted in html.unescape(by_id(pack)["E4-1"].findtext("questiontext/text", ""))
    for data in (to_qti12(pack), to_qti21(pack)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            roots = [ET.fromstring(archive.read(name)) for name in archive.namelist()]
        assert [one.text for root in roots for one in root.iter() if one.text == wanted]
    assert to_gift(pack).encode()
    assert to_h5p(pack)
