"""JSON Lines, CSV and Parquet: one record an article, one bad record a failure."""

from __future__ import annotations

import csv
import datetime
import io
import json
import sys

import pyarrow
import pyarrow.parquet as parquet
import pytest

from framing.errors import ArticleError
from framing.load.draft import Draft
from framing.load.table import read_csv, read_jsonl, read_parquet
from framing.model.article import Failure, Span


def jsonl(*records):
    lines = [record if isinstance(record, str) else json.dumps(record, ensure_ascii=False) for record in records]
    return list(read_jsonl("\n".join(lines).encode(), "e.jsonl"))


def only(rows):
    (row,) = rows
    assert isinstance(row, Draft)
    return row


def test_a_full_record():
    row = only(jsonl({"id": "x1", "text": "The ferry.", "title": "T", "outlet": "Alba Post", "date": "2019-05-03T10:00Z", "url": "http://a.example/1", "byline": "Ana Ruiz",
                      "language": "en", "genre": "Opinion", "targets": [{"name": "ferry", "start": 4, "end": 9}], "unknown": 7}))
    assert (row.id, row.text, row.place) == ("x1", "The ferry.", "e.jsonl:1")
    facts = row.facts
    assert [known.value for known in (facts.title, facts.outlet, facts.published, facts.url, facts.byline, facts.language, facts.genre) if known] == [
        "T", "Alba Post", "2019-05-03", "http://a.example/1", "Ana Ruiz", "en", "opinion"]
    assert facts.outlet is not None
    assert (facts.outlet.origin, facts.outlet.confidence) == ("file", 1.0)
    assert [(target.name, target.span) for target in row.targets] == [("ferry", Span(4, 9))]


def test_the_text_is_exactly_the_records():
    text = "  “A\u00a0ferry”\r\n\u2028 line\u0085 \t"
    assert only(jsonl({"id": 1, "text": text})).text == text
    assert only(jsonl({"id": 1, "text": text})).id == "1"


def test_wrongly_decoded_letters_in_a_record_are_said_not_repaired():
    row = only(jsonl({"id": 1, "text": "The cafÃ© of Port Alba"}))
    assert row.text == "The cafÃ© of Port Alba"
    assert [notice.code for notice in row.notices] == ["mojibake"]


@pytest.mark.parametrize(("line", "words"), [
    ('{"id": "1", "text": "x"', "not valid JSON"),
    ("[" * 100_000, "JSON"),
    ('"just a string"', "must be a JSON object"),
    ('{"id": "1"}', "no text field"),
    ('{"id": "1", "text": 5}', "no text field"),
    ('{"id": "1", "text": "  "}', "text is empty"),
    ('{"text": "x"}', "no id field"),
    ('{"id": true, "text": "x"}', "no id field"),
    ('{"id": "1", "text": "x\\ud800"}', "surrogate"),
    ('{"id": "1", "text": "x", "targets": 3}', "targets must be a list"),
    ('{"id": "1", "text": "x", "targets": [{"name": "x", "start": 0, "end": 9}]}', "offsets inside text"),
])
def test_a_bad_line_is_named_and_the_rest_goes_on(line, words):
    rows = jsonl({"id": "a", "text": "First."}, line, {"id": "b", "text": "Last."})
    assert [row.id for row in rows if isinstance(row, Draft)] == ["a", "b"]
    (failure,) = [row for row in rows if isinstance(row, Failure)]
    assert failure.problem.startswith("e.jsonl:2: ")
    assert words in failure.problem
    assert "\n" not in failure.problem


def test_empty_lines_are_passed_over_but_counted():
    rows = list(read_jsonl(b'\n\n{"id": "a", "text": "x"}\n\n', "e.jsonl"))
    assert only(rows).place == "e.jsonl:3"


def test_a_json_array_is_refused_with_advice():
    with pytest.raises(ArticleError, match="one record a line"):
        list(read_jsonl(b'[{"id": 1, "text": "x"}]', "e.jsonl"))


@pytest.mark.parametrize(("record", "code"), [
    ({"date": "last week"}, "date-unread"), ({"date": "06/05/2019"}, "date-ambiguous"), ({"genre": "satire"}, "genre-unread")])
def test_doubtful_fields_are_remarked(record, code):
    row = only(jsonl({"id": "1", "text": "x", **record}))
    assert [notice.code for notice in row.notices] == [code]


def test_csv_takes_its_id_column_else_the_row_number():
    rows = list(read_csv(b'id,text,outlet\nx,"The ferry, it sails.",Post\n', "e.csv"))
    assert [(row.id, row.text) for row in rows if isinstance(row, Draft)] == [("x", "The ferry, it sails.")]
    rows = list(read_csv(b'Text;Title\n"One\ntwo";A\n;B\n\nThree;\n', "e.csv"))
    assert [(row.id, row.text) for row in rows if isinstance(row, Draft)] == [("1", "One\ntwo"), ("3", "Three")]
    assert [row.problem for row in rows if isinstance(row, Failure)] == ["e.csv:4: no text field that holds a string"]


def test_csv_without_a_text_column():
    with pytest.raises(ArticleError, match="no column named text; the columns are id, body"):
        list(read_csv(b"id,body\n1,x\n", "e.csv"))


def test_csv_rows_with_too_many_cells_and_long_cells():
    long = "ferry " * 40_000  # 240,000 characters: beyond csv's default
    before = csv.field_size_limit()
    rows = list(read_csv(f"id,text\n1,a,b\n2,{long}\n".encode(), "e.csv"))
    assert isinstance(rows[0], Failure)
    assert "quotation mark" in rows[0].problem
    assert isinstance(rows[1], Draft)
    assert rows[1].text == long
    assert csv.field_size_limit() == before


def test_csv_targets_are_json():
    rows = list(read_csv(b'id\ttext\ttargets\n1\tThe ferry\t"[{""name"": ""ferry"", ""start"": 4, ""end"": 9}]"\n2\tThe ferry\tferry\n', "e.csv"))
    assert isinstance(rows[0], Draft)
    assert rows[0].targets[0].span == Span(4, 9)
    assert isinstance(rows[1], Failure)


def test_parquet_without_pyarrow_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ArticleError, match=r"pip install \"framing-compare\[parquet\]\""):
        list(read_parquet(b"PAR1", "e.parquet"))


def as_parquet(**columns):
    file = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), file)
    return file.getvalue()


def test_parquet_rows_are_records():
    raw = as_parquet(text=["The ferry.", None], date=[datetime.date(2019, 5, 3), None], title=["T", None])
    first, second = read_parquet(raw, "e.parquet")
    assert isinstance(first, Draft)
    assert (first.id, first.text) == ("1", "The ferry.")
    assert first.facts.published is not None
    assert first.facts.published.value == "2019-05-03"
    assert isinstance(second, Failure)
    assert second.problem.startswith("e.parquet:2: ")


def test_parquet_takes_ids_and_targets():
    raw = as_parquet(id=[7], text=["The ferry."], targets=[[{"name": "ferry", "start": 4, "end": 9}]])
    row = only(read_parquet(raw, "e.parquet"))
    assert row.id == "7"
    assert row.targets[0].span == Span(4, 9)


@pytest.mark.parametrize(("raw", "words"), [
    (b"PAR1 and no more", "not a readable Parquet file"), (as_parquet(body=["x"]), "no column named text; the columns are body"),
    (as_parquet(text=["The ferry sails on Friday."])[:-9], "not a readable Parquet file")])
def test_parquet_that_cannot_be_used(raw, words):
    with pytest.raises(ArticleError, match=words):
        list(read_parquet(raw, "e.parquet"))
