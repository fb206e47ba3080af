"""Facts that several articles tell, as rows of the table and in the JSON report."""

from __future__ import annotations

import dataclasses
import json

import pytest
import report_builders as build
from jsonschema import Draft202012Validator

from framing.model.comparison import Comparison, Evidence, Fact
from framing.report.tables import table_rows, to_frames
from framing.report.to_json import comparison_record, schema


@pytest.fixture(name="told")
def told_fixture() -> Comparison:
    """Two facts: one that both articles have, one that the second alone repeats."""
    plain = build.comparison()
    first, second = (one.document.sentences[0].span for one in plain.annotations)
    both = Fact(Evidence(0, first), ("headline", "last third"), (Evidence(0, first), Evidence(1, second)))
    once = Fact(Evidence(1, second), (None, "lead"), (Evidence(1, second),))
    return dataclasses.replace(plain, facts=(both, once))


def test_a_row_a_fact_and_article(told):
    table = table_rows(told)["facts"]
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows]
    assert [(row["fact"], row["articles"], row["place"]) for row in rows] == [(1, 2, "headline"), (1, 2, "last third"), (2, 1, None), (2, 1, "lead")]
    assert (rows[2]["start"], rows[2]["text"]) == (None, None)
    for row, annotation in zip(rows[:2], told.annotations, strict=True):
        assert row["article"] == annotation.id
        assert annotation.document.text[row["start"]:row["end"]] == row["text"]


def test_the_frame_has_the_same_rows(told):
    frame = to_frames(told)["facts"]
    assert frame["place"].notna().tolist() == [True, True, False, True]


def test_facts_in_the_json_report(told):
    record = comparison_record(told)
    ids = [one.id for one in told.annotations]
    assert [[(one["article"], one["place"], len(one["passages"])) for one in fact["articles"]] for fact in record["facts"]] == [
        [(ids[0], "headline", 1), (ids[1], "last third", 1)], [(ids[0], None, 0), (ids[1], "lead", 1)]]
    assert not list(Draft202012Validator(schema("comparison")).iter_errors(json.loads(json.dumps(record))))
