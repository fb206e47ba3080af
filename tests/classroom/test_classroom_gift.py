"""GIFT: what two parsers read back, and each sign that Moodle's importer reads as its own."""

from __future__ import annotations

import html
import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hostile_pack import HOSTILE, hostile_pack
from lms_expected import items, right_cells, right_options, right_pairs, right_spans
from outside_readers import NODE, PYTHON, READERS, needs_node, needs_python
from sample_pack import match_item, sample_pack

from framing.classroom.lms.gift import DRAFT, to_gift
from framing.text.visible import one_line

PACKS = pytest.mark.parametrize("pack", [sample_pack(), hostile_pack()], ids=["sample", "hostile"])


def by_python(text: str, folder: Path) -> dict[str, dict]:
    (folder / "pack.gift").write_text(text, encoding="utf-8")
    done = subprocess.run([PYTHON, str(READERS / "gift_python.py"), "pack.gift"], cwd=folder, capture_output=True, text=True, check=True)
    return {one["name"].split()[0]: one for one in json.loads(done.stdout.splitlines()[-1])}


def by_node(text: str, folder: Path) -> dict[str, dict]:
    (folder / "pack.gift").write_text(text, encoding="utf-8")
    done = subprocess.run(["node", str(READERS / "gift_node.js"), NODE, "pack.gift"], cwd=folder, capture_output=True, text=True, check=True)
    return {one["title"].split()[0]: one for one in json.loads(done.stdout) if one["type"] != "Category"}


def ticked(rows: list[tuple[float, str]]) -> list[str]:
    """Options with a positive share, without their number."""
    return [re.sub(r"^\(\d+\) ", "", html.unescape(text)) for share, text in rows if share > 0]


@needs_python
@PACKS
def test_the_python_parser_reads_the_same_answers_and_shares(pack, tmp_path):
    found = by_python(to_gift(pack), tmp_path)
    known = items(pack)
    marks = [(share, text) for _, share, text in found["E2-1"]["options"]]
    assert ticked(marks) == right_spans(known["E2-1"])
    assert sum(share for share, _ in marks if share > 0) == pytest.approx(100, abs=0.01)
    worst = {round(share, 3) for share, _ in marks if share < 0}
    assert worst == {round(-50 / 3, 3)}, "half of a third of the points"
    pairs = [text.split(" -> ", 1) for _, _, text in found["E4-1"]["options"] if not text.lstrip().startswith("->")]
    assert [(html.unescape(left), html.unescape(right)) for left, right in pairs] == right_pairs(known["E4-1"])
    assert found["E8-1"]["kind"] == ("MultipleChoiceRadio" if len(right_options(known["E8-1"])) == 1 else "MultipleChoiceCheckbox")
    chosen = [(100.0 if sign == "=" else share, text) for sign, share, text in found["E8-1"]["options"]]
    assert ticked(chosen) == right_options(known["E8-1"])
    for n, accepted in enumerate(right_cells(known["E5-1"]), start=1):
        options = found[f"E5-1.{n}"]["options"]
        if found[f"E5-1.{n}"]["kind"] == "Short":
            best = max(accepted.values())
            assert {text.replace("\\*", "*"): share for _, share, text in options} == {text: 100 * points / best for text, points in accepted.items()}
        else:
            assert [html.unescape(text) for sign, _, text in options if sign == "="] == list(accepted)


@needs_node
@PACKS
def test_the_node_parser_reads_the_same_texts(pack, tmp_path):
    found = by_node(to_gift(pack), tmp_path)
    known = items(pack)
    assert ticked([(one["weight"], one["text"]["text"]) for one in found["E2-1"]["choices"]]) == right_spans(known["E2-1"])
    pairs = [(one["subquestion"]["text"], one["subanswer"]) for one in found["E4-1"]["matchPairs"]]
    undone = [(left, re.sub(r"&&(\d{3});", lambda sign: chr(int(sign[1])), right)) for left, right in pairs]  # its stand-ins for escapes, left there
    assert [(html.unescape(left), html.unescape(right)) for left, right in undone if left] == right_pairs(known["E4-1"])
    chosen = [(100 if one["isCorrect"] else one["weight"] or 0, one["text"]["text"]) for one in found["E8-1"]["choices"]]
    assert ticked(chosen) == right_options(known["E8-1"])
    stem = re.sub("<[^>]+>", " ", html.unescape(found["E2-1"]["stem"]["text"].replace("&lt;", "\x01").replace("&gt;", "\x02")))
    shown = " ".join(re.sub(r"\(\d+\) ", "", stem).replace("\x01", "<").replace("\x02", ">").split())
    passage = known["E2-1"].passages[0]
    for line in pack.articles[0].text[passage.span.start:passage.span.end].split("\n"):
        assert " ".join(re.sub(r"\(\d+\) ", "", one_line(line)).split()) in shown


@PACKS
def test_no_line_is_a_comment_and_no_question_holds_a_blank_line(pack):
    text = to_gift(pack).removeprefix(DRAFT)
    blocks = text.strip("\n").split("\n\n")
    assert blocks[0].startswith("$CATEGORY: ")
    assert all(block.startswith("::") for block in blocks[1:])
    assert not [line for line in text.split("\n") if line.startswith("//")]
    for block in blocks[1:]:
        bare = re.sub(r"\\.", "", block)
        assert (bare.count("{"), bare.count("}")) == (1, 1), "one answer block a question"


@pytest.mark.parametrize("words", HOSTILE)
def test_each_hostile_string_comes_back_from_moodles_own_rule(words):
    """Moodle undoes backslashes before : # = { } ~ and n, and a doubled one (escapedchar_pre and _post), then shows HTML."""
    item = replace(match_item(), options=tuple(replace(one, text=words) if one.id == "own" else one for one in match_item().options))
    pack = sample_pack()
    pack = replace(pack, exercises=(replace(pack.exercises[1], items=(item,)),))
    row = next(line for line in to_gift(pack).split("\n") if line.startswith("=The mob"))
    answer = re.sub(r"\\(.)", lambda sign: {"n": "\n"}.get(sign[1], sign[1]), row.partition(" -> ")[2])
    assert html.unescape(answer) == one_line(words)
    assert "->" not in row.partition(" -> ")[0]


def test_a_draft_says_so_and_a_confirmed_key_does_not():
    pack = sample_pack()
    done = replace(pack, exercises=tuple(replace(exercise, items=tuple(
        replace(item, key=tuple(replace(row, verified_by="T1") for row in item.key)) for item in exercise.items)) for exercise in pack.exercises))
    assert to_gift(pack).startswith(DRAFT)
    assert "draft" not in to_gift(done).lower()


def test_names_say_the_points_that_the_format_cannot_hold():
    assert "::E2-1 Mark loaded words (3 points)::" in to_gift(sample_pack())
    assert "::E8-1 Same event? (1 point)::" in to_gift(sample_pack())
