"""The page on paper, as Chromium prints it: no heading, caption or table head is left alone at the foot of a page."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import report_builders as build
from test_report_browser import CHROMIUM, browser, pages

__all__ = ["browser", "pages"]

pytestmark = pytest.mark.skipif(not CHROMIUM.exists() or shutil.which("pdftotext") is None, reason="needs Chromium and pdftotext")
HEADS = "[...document.querySelectorAll('h2,h3,h4,caption,thead tr,summary')].map(one => one.innerText)"
CELLS = "[...document.querySelectorAll('tbody td')].map(one => one.innerText)"
MIN_LETTERS = 8  # a shorter line may end a head and a passage alike


def squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def feet(path: Path) -> list[str]:
    """The last line of each page but the last, without its number."""
    pages = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout.split("\f")
    lines = [[line for line in page.splitlines() if line.strip() and not re.fullmatch(r"\s*\d+ / \d+\s*", line)] for page in pages]
    return [squeezed(page[-1]) for page in lines[:-2] if page]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", ["two", "three", "six", "hostile"])
def test_nothing_is_left_alone_at_the_foot_of_a_page(browser, pages, name, paper, tmp_path):
    page = browser.new_page()
    page.goto(pages[name].as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    heads = {squeezed(text) for text in page.evaluate(HEADS)}
    cells = {squeezed(text) for text in page.evaluate(CELLS)}  # a line that also ends a cell is the end of a row
    page.pdf(path=str(tmp_path / "out.pdf"), format=paper)
    page.close()
    found = feet(tmp_path / "out.pdf")
    assert len(found) > 5
    alone = [foot for foot in found if len(foot) >= MIN_LETTERS and any(head.endswith(foot) for head in heads)]
    assert [foot for foot in alone if not any(cell.endswith(foot) for cell in cells)] == []


def test_every_article_line_is_on_paper(browser, pages, tmp_path):
    page = browser.new_page(color_scheme="dark")
    page.goto(pages["two"].as_uri())
    page.pdf(path=str(tmp_path / "out.pdf"), format="Letter")
    page.close()
    text = squeezed(subprocess.run(["pdftotext", "-raw", str(tmp_path / "out.pdf"), "-"], capture_output=True, text=True, check=True).stdout)
    for annotation in build.comparison().annotations:
        assert [line for line in annotation.document.text.splitlines() if squeezed(line) not in text] == []
