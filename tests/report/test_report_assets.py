"""The style sheet beside the page: the same look, one request for that one file, nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import report_builders as build
from test_report_browser import CHROMIUM, browser, open_page

from framing.report.to_html import shared_style
from framing.report.write import write_report

__all__ = ["browser"]


@pytest.fixture
def both(tmp_path) -> tuple[Path, Path]:
    for assets in ("inline", "external"):
        write_report(build.comparison(), tmp_path / assets, formats=("html",), assets=assets)
    return tmp_path / "inline", tmp_path / "external"


def test_the_sheet_lies_beside_the_page_and_is_the_same(both):
    inline, external = both
    page = (external / "report.html").read_text(encoding="utf-8")
    assert (external / "report.css").read_text(encoding="utf-8") == shared_style()
    assert not (inline / "report.css").exists()
    assert "<style>" not in page
    assert len(re.findall(r"""<link rel="?stylesheet"? href="?report.css"?>""", page)) == 1
    assert "style-src 'self' file:; base-uri 'none'" in page
    assert "Two files, this page and report.css" in page
    assert "One file" not in page


def test_an_inline_report_takes_the_sheet_away_again(both):
    write_report(build.comparison(), both[1], formats=("html",))
    assert not (both[1] / "report.css").exists()


@pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium at /usr/bin/chromium")
@pytest.mark.parametrize("width", [1280, 390])
def test_it_looks_the_same_and_asks_for_the_sheet_alone(browser, both, width):
    seen = []
    for folder in both:
        page, heard = open_page(browser, folder / "report.html", width=width)
        page.evaluate("document.querySelector('footer').remove()")  # it says how many files there are
        seen.append(page.screenshot(full_page=True))
        assert heard == ([f"request: {(folder / 'report.css').as_uri()}"] if folder == both[1] else [])
        page.context.close()
    assert seen[0] == seen[1]


@pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium at /usr/bin/chromium")
def test_served_over_http_it_works_too(browser, both):
    import functools
    import http.server
    import threading
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(both[1]))
    handler.log_message = lambda *_: None  # type: ignore[attr-defined]
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        heard: list[str] = []
        page.on("console", lambda one: heard.append(one.text))
        page.goto(f"http://127.0.0.1:{server.server_port}/report.html")
        assert page.evaluate("document.styleSheets.length") == 1
        assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
        assert [said for said in heard if "favicon" not in said and "404" not in said] == []
        server.shutdown()
