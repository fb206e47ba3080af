"""The example notebook runs from its first cell, and what is stored in it is what it shows today."""

from __future__ import annotations

import re
from typing import Any

import pytest
import remake

pytest.importorskip("nbclient", reason="needs nbclient")
pytest.importorskip("ipykernel", reason="needs ipykernel")


def stored() -> Any:
    import nbformat
    return nbformat.read(remake.NOTEBOOK, as_version=4)


@pytest.fixture(scope="module")
def fresh() -> Any:
    return remake.executed()


def outputs(notebook: Any) -> list[Any]:
    return [(cell.source, [dict(one) for one in cell.outputs]) for cell in notebook.cells if cell.cell_type == "code"]


def test_it_is_a_valid_notebook():
    import nbformat
    nbformat.validate(stored())


def test_it_runs_fresh_and_shows_what_is_stored(fresh):
    for (source, now), (_, then) in zip(outputs(fresh), outputs(stored()), strict=True):
        assert now == then, f"{source}\n\nis stale; remake it: python tests/notebooks/remake.py"


def test_it_shows_findings_tables_and_the_report(fresh):
    shown = [one for _, found in outputs(fresh) for one in found]
    assert [one for one in shown if one["output_type"] == "error"] == []
    html = [one["data"]["text/html"] for one in shown if "text/html" in one.get("data", {})]
    assert sum("<table" in one and "dataframe" in one for one in html) >= 2
    (frame,) = [one for one in html if one.startswith("<iframe")]
    assert len(frame.encode()) < 200_000
    assert frame.startswith("<iframe sandbox ")
    (words,) = [one["data"]["text/plain"] for one in shown if one.get("data", {}).get("text/html") == frame]
    assert re.fullmatch(r"<Comparison of quay-gazette, sallow-tribune: \d findings>", words)


def test_nothing_of_this_machine_is_stored():
    text = remake.NOTEBOOK.read_text(encoding="utf-8")
    assert not re.search(r"/home/|/tmp/|/root/|0x[0-9a-f]{8,}", text)
    assert remake.NOTEBOOK.stat().st_size < 300_000


def test_nbconvert_shows_the_report_in_its_page():
    nbconvert = pytest.importorskip("nbconvert", reason="needs nbconvert")
    page, _ = nbconvert.HTMLExporter(template_name="basic").from_notebook_node(stored())
    (frame,) = re.findall(r"<iframe [^>]*>", page)
    for kept in ('sandbox=""', 'title="Framing comparison"', 'style="width:100%"', "Content-Security-Policy"):
        assert kept in frame
