"""Reports of the bundled events: small enough to send, and every link leads to the words it is given for."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

import framing
from framing import pipeline
from framing.model.comparison import Comparison
from framing.report.page import build_page
from framing.report.to_html import to_html
from framing.report.view import (
    Block,
    Cell,
    Exhibits,
    Fold,
    Grid,
    Page,
    Pair,
    Passage,
    Ref,
    Row,
    Statement,
    Statements,
    Text,
)

CHROMIUM = Path("/usr/bin/chromium")
SEEDS = Path(__file__).parents[2] / "seeds"
STRIKE = ("harbour-strike/brennland-ledger.html", "harbour-strike/sallow-tribune.txt")
EVENTS = tuple(tuple(f"{event}/{path.name}" for path in sorted((SEEDS / event).iterdir()) if path.suffix in {".txt", ".html", ".md"} and path.name != "README.md")
               for event in ("harbour-strike", "market-day", "change-of-power"))  # the finished reports under reports/
MARKET = ("market-day/fenside-today.txt", "market-day/marrowby-mercury.txt")


@cache
def tools() -> pipeline.Tools:
    return pipeline.load_tools()


@cache
def compared(*names: str) -> Comparison:
    """Two bundled articles, really compared."""
    articles = tuple(article for name in names for article in framing.load(SEEDS / name))
    return pipeline.compare(articles, tools(), pipeline.Settings(force=True))


@cache
def page_of(*names: str) -> Page:
    return build_page(compared(*names))


def flat(text: str) -> str:
    """Words without the differences that a report may make: white space, kinds of quotation marks, cuts."""
    return " ".join(re.sub(r"[“”‘’\"']", "'", text).split()).casefold()


def said(passage: Passage) -> str:
    return flat("".join(run.text for run in passage.runs))


def blocks_of(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for one in blocks:
        yield one
        if isinstance(one, Fold):
            yield from blocks_of(one.blocks)


def every(page: Page) -> list[Block]:
    return [block for section in page.sections for block in blocks_of(section.blocks)]


def test_every_bundled_event_is_checked():
    assert [len(event) for event in EVENTS] == [4, 3, 4]
    assert {event[0].partition("/")[0] for event in EVENTS} == {path.parent.name for path in (SEEDS.parent / "reports").glob("*/report.html")}


def cited(page: Page) -> dict[int, str]:
    """Number of each passage of the evidence list -> its words."""
    (listed,) = [block for block in every(page) if isinstance(block, Exhibits)]
    return {one.number: said(one.passage) for one in listed.items}


def refs(cells: tuple[Cell, ...]) -> list[int]:
    return [piece.number for cell in cells for line in cell for piece in line if isinstance(piece, Ref)]


@pytest.mark.parametrize("pair", [STRIKE, MARKET])
def test_two_real_articles_stay_under_250_kb(pair):
    assert len(to_html(compared(*pair)).encode()) <= 250_000


@pytest.mark.parametrize("pair", [STRIKE, MARKET])
def test_every_link_of_the_page_leads_somewhere(pair):
    html = to_html(compared(*pair))
    ids = set(re.findall(r' id="([^"]+)"', html))
    links = re.findall(r' href="#([^"]+)"', html)
    assert len(links) > 100
    assert [one for one in links if one not in ids] == []


@pytest.mark.parametrize("event", EVENTS)
def test_each_cited_passage_of_a_finding_holds_what_the_finding_quotes(event):
    page = page_of(*event)
    passages = cited(page)
    findings: list[Statement] = [one for block in every(page) if isinstance(block, Statements) for one in block.items]
    assert findings
    for one in findings:
        numbers = [ref.number for _, found in one.evidence for ref in found]
        assert len(numbers) >= 2, one.sentence
        for quotation in re.findall("“([^”]+)”", one.sentence):
            words = flat(re.sub(r"^\[\.\.\.\] | \[\.\.\.\]$", "", quotation))
            assert words
            assert any(words in passages[n] for n in numbers), (quotation, [passages[n] for n in numbers])


@pytest.mark.parametrize("event", EVENTS)
def test_each_label_stands_in_the_passage_cited_beside_it(event):
    page = page_of(*event)
    passages = cited(page)
    names = next(one for one in page.sections if one.anchor == "names")
    checked = 0
    for row in _rows(names.blocks):
        for line in chain.from_iterable(row.cells[1:]):
            numbers = [piece.number for piece in line if isinstance(piece, Ref)]
            if numbers:
                (label, *_) = line
                assert isinstance(label, Text)
                assert all(flat(label.text) in passages[n] for n in numbers), (label, [passages[n] for n in numbers])
                checked += 1
    assert checked > 5


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("anchor", ["loaded", "only"])
def test_each_row_cites_a_passage_with_its_own_words(event, anchor):
    page = page_of(*event)
    passages = cited(page)
    section = next(one for one in page.sections if one.anchor == anchor)
    rows = list(_rows(section.blocks))
    assert len(rows) >= 3
    for row in rows:
        words = said(next(piece for line in row.cells[0] for piece in line if isinstance(piece, Passage)))
        assert any(words in passages[n] for n in refs(row.cells[-1:])), words


@pytest.mark.parametrize("event", EVENTS)
def test_both_sides_of_an_aligned_pair_are_cited_whole(event):
    page = page_of(*event)
    passages = cited(page)
    pairs = [block for block in every(page) if isinstance(block, Pair)]
    assert pairs
    for side in chain.from_iterable((one.left, one.right) for one in pairs):
        assert said(side.passage) in passages[side.ref.number]


def _rows(blocks: tuple[Block, ...]) -> Iterator[Row]:
    yield from (row for block in blocks_of(blocks) if isinstance(block, Grid) for row in block.rows)


@pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium at /usr/bin/chromium")
def test_it_prints_on_few_pages_in_little_time(tmp_path):
    driver = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    from pypdf import PdfReader
    (tmp_path / "report.html").write_text(to_html(compared(*MARKET)), encoding="utf-8")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        page = browser.new_page()
        page.goto((tmp_path / "report.html").as_uri())
        started = time.perf_counter()
        page.pdf(path=str(tmp_path / "report.pdf"), format="A4")
        took = time.perf_counter() - started
        browser.close()
    assert 8 <= len(PdfReader(tmp_path / "report.pdf").pages) <= 40
    assert took < 20  # seconds; a reader waits no longer for a print dialogue, and it is 1 to 3 on an idle machine
