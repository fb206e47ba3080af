"""What `framing pair` says of its input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from framing.cli.main import app

TEXT = ("The Orlen dam will be raised by four metres, the water board decided on Monday. "
        "Farmers in Nether Orlen lost their fields in the flood. Mayor Edda Kroon said the board had ignored the village for years.")
DANISH = "Bagerne i Lund vil have ovnene tændt klokken tre om natten. Naboerne klager over røg og varevogne."
GERMAN = "Der Chor aus Velden sang vor der Mühle, und die Züge nach Skelby waren voll."


def run(folder: Path, *records: dict[str, str]) -> tuple[dict[str, list[dict[str, object]]], str]:
    """The record written to stdout, and what was said on stderr."""
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps({"id": str(k), **record}) + "\n" for k, record in enumerate(records)), encoding="utf-8")
    result = CliRunner().invoke(app, ["pair", "--zones", "none", str(path)])
    assert result.exit_code == 0
    return json.loads(result.stdout), " ".join(result.stderr.split())


@pytest.mark.parametrize(("records", "said", "sizes"), [
    ([{"text": TEXT, "date": "2021-03-02"}], "one article: there is nothing to pair it with", [1]),
    ([{"text": TEXT}, {"text": TEXT}], "2 of 2 articles have no date: they are paired by their words alone", [2]),
    ([{"text": TEXT, "date": "2021-03-02"}, {"text": TEXT, "date": "2021-99-99"}], "1 of 2 articles have no date", [2]),
    ([{"text": TEXT, "date": "2021-03-02"}] * 51, "51 stories report one event", [51]),
    ([{"text": TEXT}, {"text": DANISH}, {"text": GERMAN}], "3 of 3 articles have no date", [1, 1, 1]),  # three languages: three events
])
def test_odd_input_is_paired_with_a_word(tmp_path, records, said, sizes):
    record, words = run(tmp_path, *records)
    assert said in words
    assert [len(cluster["members"]) for cluster in record["clusters"]] == sizes


def test_dated_articles_need_no_word(tmp_path):
    _, words = run(tmp_path, {"text": TEXT, "date": "2021-03-02"}, {"text": TEXT, "date": "2021-03-03"})
    assert words == ""
