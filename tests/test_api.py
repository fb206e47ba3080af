"""The Python interface, used as the README shows it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import framing
import framing.annotate.read
from framing.errors import FramingError

EVENT = Path(__file__).parents[1] / "seeds" / "change-of-power"


@pytest.fixture(scope="module")
def comparison():
    a, b = framing.load(EVENT / "ostrel-banner.txt")[0], framing.load(EVENT / "orrin.txt")[0]
    return framing.compare([a, b])


def test_functions_are_functions_though_rooms_bear_their_names():
    assert callable(framing.annotate)
    assert framing.annotate.__module__ == "framing.api"
    assert sys.modules["framing.annotate"].__name__ == "framing.annotate"


def test_importing_the_package_imports_nothing_heavy():
    code = "import sys, framing; print([m for m in ('spacy', 'numpy', 'pandas', 'typer') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=EVENT.parents[1]).stdout.strip() == "[]"


def test_tables_have_one_row_a_span(comparison):
    terms = comparison.tables["loaded_terms"]
    assert len(terms) == sum(len(one["loaded_terms"]) for one in comparison.to_dict()["annotations"])
    assert {"attributions", "labels", "loaded_terms", "tone", "alignment", "only_in", "metrics", "warnings", "dropped"} <= set(comparison.tables)


def test_values_write_themselves(comparison, tmp_path):
    assert comparison.to_dict()["schema"] == "framing.comparison/1"
    assert comparison.to_html().startswith("<!doctype html>")
    assert comparison.to_markdown().startswith("# ")
    assert "<script" not in comparison._repr_html_()
    files = comparison.write(tmp_path / "r", formats=("json",))
    assert [path.name for path in files] == ["report.json"]


def test_annotate_align_and_pair():
    articles = [*framing.load(EVENT / "ostrel-banner.txt"), *framing.load(EVENT / "orrin.txt")]
    a, b = (framing.annotate(article) for article in articles)
    assert a.to_dict()["schema"] == "framing.annotation/1"
    assert framing.align(a, b).to_dict()["schema"] == "framing.alignment/1"
    assert framing.pair(articles).to_dict()["schema"] == "framing.pairs/1"


def test_what_cannot_be_read_is_an_error_in_one_line(tmp_path):
    with pytest.raises(FramingError, match="no such file"):
        framing.load(tmp_path / "nothing.txt")
