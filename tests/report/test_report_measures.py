"""Section 9: the further counts of wording, in the page, the tables and the JSON alike."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import report_builders as build
from jsonschema import Draft202012Validator

from framing.model.comparison import Comparison, DistinctiveWord, DistinctiveWords
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
    word = DistinctiveWord("blockade", 4, 0, 21.05, 0.0, 1.9, 2.04, (type(made.annotations[0].document.sentences[0].span)(at, at + 8),))
    rows = (replace(DistinctiveWords(0, 190, 180, 12, False, (word,)), **changes), DistinctiveWords(1, 180, 190, 12, False, ()))
    return replace(made, distinctive=rows)


def test_a_typical_word_stands_with_its_counts_rates_and_passage():
    (grid,) = grids(typical())
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
