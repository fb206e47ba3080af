"""The list of finished reports: what it says of each, under the same rules as a report."""

from __future__ import annotations

import re

import pytest
import report_builders as build

from framing.errors import OutputError
from framing.report.to_html import style_hash
from framing.report.to_index import Entry, index_html
from framing.report.write import write_index, write_report

ENTRIES = (Entry("harbour", "How the Post and the Ledger tell the same event", ("same-event",), "B quotes three named people.", "strong", 4),
           Entry("b & c", build.HOSTILE, ("same-event", "same-topic", "same-event"), build.HOSTILE, "weak", 1),
           Entry("quiet", "How two articles share a text", ("near-duplicate",), "", "", 0))


def test_each_report_stands_with_title_verdict_and_first_finding():
    html = index_html(ENTRIES)
    items = re.findall(r"<li>(.*?)</li>", html, re.DOTALL)
    assert [re.search(r'href="([^"]+)"', one)[1] for one in items] == ["harbour/report.html", "b%20%26%20c/report.html", "quiet/report.html"]
    assert "<bdi>harbour</bdi> · same event · 4 findings" in items[0]
    assert "B quotes three named people." in items[0]
    assert "1 × same topic, not the same event, 2 × same event · 1 finding<" in items[1]
    assert "No finding: nothing that was compared differs clearly." in items[2]


def test_nothing_in_the_list_runs_or_fetches():
    html = index_html(ENTRIES)
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
    assert f"default-src 'none'; style-src '{style_hash(style)}'; base-uri 'none'; form-action 'none'" in html
    assert not re.search(r"<(script|img|link|iframe)|<[^>]*\s(on\w+|style|src)=", html)
    assert "\x1b" not in html
    assert index_html(ENTRIES) == html


def test_the_list_of_a_folder_holds_our_reports_by_name_and_nothing_else(tmp_path):
    for name in ("b-event", "a-event"):
        write_report(build.comparison(), tmp_path / name, formats=("html",))
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/report.html").write_text("mine")
    (tmp_path / "no-page").mkdir()
    first = write_index(tmp_path)
    made = first.read_bytes()
    assert first == tmp_path / "index.html"
    assert re.findall(r'href="([^"]+)"', made.decode()) == ["a-event/report.html", "b-event/report.html"]
    assert b"How The Meridian Post and Harbour Ledger tell the same event" in made
    assert write_index(tmp_path).read_bytes() == made


def test_a_folder_that_is_not_there_is_an_error_of_ours(tmp_path):
    with pytest.raises(OutputError, match="cannot be read"):
        write_index(tmp_path / "none")
