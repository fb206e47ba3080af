"""Section 9: the further counts of wording, in the page, the tables and the JSON alike."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import report_builders as build
from jsonschema import Draft202012Validator

from framing.model.article import Span
from framing.model.comparison import Comparison, DistinctiveWord, DistinctiveWords, Metric
from framing.model.findings import FrameHit, HarmAct
from framing.report.page import build_page
from framing.report.tables import table_rows
from framing.report.to_html import to_html
from framing.report.to_json import schema, to_json
from framing.report.to_markdown import to_markdown
from framing.report.view import Grid, Section


def section(made: Comparison) -> Section:
    return next(one for one in build_page(made).sections if one.anchor == "wording")


def grids(made: Comparison) -> list[Grid]:
    return [one for one in section(made).blocks if isinstance(one, Grid)]


def typical(**changes: object) -> Comparison:
    """The invented pair, with a word of A's own."""
    made = build.comparison()
    text = made.annotations[0].reading.text
    at = text.index("blockade")
    word = DistinctiveWord("blockade", 4, 0, 21.05, 0.0, 1.9, 2.04, (Span(at, at + 8),))
    rows = (replace(DistinctiveWords(0, 190, 180, 12, False, (word,)), **changes), DistinctiveWords(1, 180, 190, 12, False, ()))
    return replace(made, distinctive=rows)


def test_a_typical_word_stands_with_its_counts_rates_and_passage():
    grid = grids(typical())[0]
    markdown = to_markdown(typical())
    assert len(grid.rows) == 1
    assert "| “blockade” | **A** | 4 (21.1) | 0 (0.0) | 2\\.0 |" in markdown
    assert "No word stands out in B: 12 words used three times or more were compared." in markdown
    assert 'id="dA1"' in to_html(typical())


def test_too_little_text_is_said_and_gives_no_table():
    made = typical(too_little=True, words=(), base=90)
    assert grids(made) == []
    assert "Too little text in own voice to compare (A: 90 words)" in to_markdown(made)


def test_the_table_and_the_json_hold_the_same_word():
    made = typical()
    table = table_rows(made)["distinctive_words"]
    row = dict(zip([column.name for column in table.columns], table.rows[0], strict=True))
    assert (row["article"], row["word"], row["n"], row["n_others"], row["z"]) == ("meridian", "blockade", 4, 0, 2.04)
    record = json.loads(to_json(made))
    assert record["distinctive_words"][0]["article"] == "meridian"
    start, end = record["distinctive_words"][0]["words"][0]["spans"][0]
    assert record["annotations"][0]["text"][start:end] == "blockade"
    assert row["spans"] == f"{start}-{end}"
    assert list(Draft202012Validator(schema("comparison")).iter_errors(record)) == []


@pytest.mark.parametrize("wrong", [{"n": 0}, {"spans": [[1]]}, {"z": "high"}])
def test_a_wrong_word_is_not_valid(wrong):
    record = json.loads(to_json(typical()))
    record["distinctive_words"][0]["words"][0].update(wrong)
    assert list(Draft202012Validator(schema("comparison")).iter_errors(record))


def framed() -> Comparison:
    """The invented pair, with cues of one frame: three in A's own voice, one of them in scare quotes, and one that B quotes."""
    made = build.comparison()
    a, b = made.annotations

    def hit(annotation, word, voice):
        at = annotation.reading.text.index(word)
        return FrameHit(Span(at, at + len(word)), "conflict", word, voice, None, "body", "conflict.test")

    marked = (replace(a, frames=(hit(a, "blockade", "own"), hit(a, "strike", "own"), hit(a, "people's harbour", "scare"))),
              replace(b, frames=(hit(b, "batons", "quoted"),)))
    rows = (Metric("frame_cues_per_thousand", "meridian", "counted", "own", "conflict", None, 3, 190, None, None, True, "per 1,000 words"),
            Metric("frame_cues_per_thousand", "ledger", "counted", "quoted", "conflict", None, 1, 40, None, None, True, "per 1,000 words"))
    return replace(made, annotations=marked, metrics=(*made.metrics, *rows))


def test_cues_of_a_frame_stand_by_voice_and_without_a_rate_where_there_is_too_little():
    text = to_markdown(framed())
    row = next(line for line in text.splitlines() if line.startswith("| **Conflict**"))
    assert "**3** own voice" in row
    assert "**1** quoted" in row
    assert "per 1,000" not in row
    assert "No cue of responsibility, economic consequences, human interest or morality was found" in text


def test_a_rate_is_shown_with_its_interval():
    made = framed()
    rate = Metric("frame_cues_per_thousand", "meridian", "counted", "own", "conflict", 15.8, 6, 380, 5.8, 34.4, False, "per 1,000 words")
    text = to_markdown(replace(made, metrics=(*made.metrics[:-2], rate)))
    assert "**6** own voice 15.8 per 1,000, 5.8 to 34.4" in text.replace("\\", "")


def test_no_cue_at_all_is_said():
    assert "No cue of conflict, responsibility" in to_markdown(build.comparison())


def test_the_frames_table_and_json_hold_every_hit():
    made = framed()
    table = table_rows(made)["frames"]
    assert [row[4] for row in table.rows] == ["conflict"] * 4
    record = json.loads(to_json(made))
    for row in record["frames"]:
        text = next(one["text"] for one in record["annotations"] if one["id"] == row["article"])
        assert text[row["start"]:row["end"]] == row["cue"]
    assert list(Draft202012Validator(schema("comparison")).iter_errors(record)) == []
    record["frames"][0]["frame"] = "left"
    assert list(Draft202012Validator(schema("comparison")).iter_errors(record))


def acted() -> Comparison:
    """The invented pair: one act of A told without its doer, one of B with it."""
    made = build.comparison()
    a, b = made.annotations

    def act(annotation, word, telling, doer):
        text = annotation.reading.text
        who = Span(text.index(doer), text.index(doer) + len(doer)) if doer else None
        return HarmAct(Span(text.index(word), text.index(word) + len(word)), "arrest", telling, who, False, "own", None, "body", "verb.test")

    marked = (replace(a, harm_acts=(act(a, "arrested", "passive", ""),)), replace(b, harm_acts=(act(b, "arrested", "active", "Police"),)))
    rows = tuple(row for name, telling, named in (("meridian", "passive", 0), ("ledger", "active", 1)) for row in (
        Metric("doer_named", name, "counted", "own", "", None, named, 1, None, None, True, "share of acts of harm"),
        Metric("harm_acts", name, "counted", "own", telling, 1.0, 1, 1, None, None, False, "count")))
    return replace(made, annotations=marked, metrics=(*made.metrics, *rows))


def test_acts_stand_by_the_way_they_are_told():
    text = to_markdown(acted())
    rows = [line for line in text.splitlines() if line.startswith(("| **Doer named**", "| Doer as subject", "| Passive without"))]
    assert rows[0].replace("\\", "").startswith("| **Doer named** | **0 of 1** too few for a share | **1 of 1** too few for a share |")
    assert rows[1].replace("\\", "").startswith("| Doer as subject | none | 1 [")
    assert rows[2].replace("\\", "").startswith("| Passive without a doer | 1 [")


def test_no_act_is_said_in_one_line():
    assert "No act of harm or force is told in these articles' own voices." in to_markdown(build.comparison()).replace("\\", "")


def test_the_table_and_json_of_acts_hold_the_doer():
    made = acted()
    table = table_rows(made)["harm_acts"]
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows]
    assert [(row["article"], row["telling"], row["named"], row["doer"]) for row in rows] == [("meridian", "passive", False, None), ("ledger", "active", True, "Police")]
    record = json.loads(to_json(made))
    assert record["harm_acts"][0]["doer"] is None
    assert list(Draft202012Validator(schema("comparison")).iter_errors(record)) == []
    record["harm_acts"][1]["doer"] = [1]
    assert list(Draft202012Validator(schema("comparison")).iter_errors(record))


def test_with_many_articles_rows_without_anything_are_left_out_and_links_still_lead_somewhere():
    base = build.many(5)
    text = base.annotations[4].reading.text
    at = text.index("Cargo")
    only = replace(base.annotations[4], frames=(FrameHit(Span(at, at + 5), "conflict", "cargo", "own", None, "body", "conflict.test"),))
    row = Metric("frame_cues_per_thousand", only.id, "counted", "own", "conflict", None, 1, 190, None, None, True, "per 1,000 words")
    made = replace(base, annotations=(*base.annotations[:4], only), metrics=(*base.metrics, row))
    grid = next(one for one in grids(made) if one.look == "frames")
    assert [one.anchor for one in grid.rows] == ["fr1"]
    page = to_html(made)
    assert 'href="#fr1"' in page
    assert page.count('id="fr1"') == 1
