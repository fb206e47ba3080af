"""Articles as they should not be: the page holds together, says what is missing, and loses nothing to the side of the screen."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
import report_builders as build
from test_report_browser import CHROMIUM, browser, open_page
from test_report_page import blocks, told

import framing
from framing import pipeline
from framing.model.comparison import Comparison
from framing.report.charts import files_of
from framing.report.page import build_page
from framing.report.to_html import page_html
from framing.report.to_markdown import page_markdown
from framing.report.view import Fold, Grid, Paragraph
from framing.report.wording import SECTIONS

__all__ = ["browser"]

ONE = ("The council of Lower Venn met on Tuesday and put off its vote on the ferry until the autumn, the third time it has done so this year. "
       "Traders from both banks of the river had come to listen and went home before dark. The next meeting is set for the second week of May.")
OTHER = ("The vote on the ferry was put off again on Tuesday by the council of Lower Venn, which will meet next in the second week of May. "
         "No date was named for a new vote. The river stands higher than at this time of any year since the bridge was closed.")
RIGHT_TO_LEFT = "\u0645\u0631\u064a\u0645 \u0628\u0646\u062a \u064a\u0648\u0633\u0641"  # an Arabic name: Maryam bint Yusuf


@cache
def bare() -> Comparison:
    """Two articles of one paragraph, really compared: no headline, no date, no outlet, nobody quoted, no loaded word."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        articles = []
        for name, text in (("one.txt", ONE), ("other.txt", OTHER)):
            with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
                file.write(text)
            articles += framing.load(f"{folder}/{name}")
        return pipeline.compare(tuple(articles), pipeline.load_tools(), pipeline.Settings(force=True))


def empty() -> Comparison:
    """A comparison in which nothing at all was found."""
    made = build.comparison()
    silent = tuple(replace(one, reading=replace(one.reading, attributions=(), voices=()), loaded_terms=(), labels=(), tone=()) for one in made.annotations)
    return replace(made, annotations=silent, alignments=(), referents=(), speakers=(), metrics=(), differences=(), findings=(), no_clear_difference=(),
                   questions=(), facts=(), distinctive=())


def long_titles() -> Comparison:
    a, b = build.draft_a(), build.draft_b()
    a.text = a.text.replace("Port Velmora reopens", "Port Velmora reopens " + "w" * 5000)
    b.outlet, b.title = "O" * 5000, "x y " * 1250
    return build.assemble(a, b)


def right_to_left() -> Comparison:
    made = build.comparison()
    speakers = tuple(replace(one, speaker=f"{RIGHT_TO_LEFT} {k}") for k, one in enumerate(made.speakers))
    return replace(made, speakers=speakers, referents=tuple(replace(one, name=RIGHT_TO_LEFT) for one in made.referents))


def forty_speakers() -> Comparison:
    made = build.comparison()
    return replace(made, speakers=tuple(replace(made.speakers[k % len(made.speakers)], speaker=f"Harbour Speaker {k}") for k in range(60)))


CASES = {"bare": bare, "empty": empty, "long titles": long_titles, "right to left": right_to_left, "forty speakers": forty_speakers,
         "twenty articles": lambda: build.many(20)}


@pytest.mark.parametrize("name", CASES)
def test_every_section_is_there_and_says_something(name):
    page = build_page(CASES[name]())
    assert [one.anchor for one in page.sections] == [anchor for anchor, _ in SECTIONS]
    for section in page.sections:
        assert section.blocks, section.title
    text = page_markdown(page)
    assert not re.search(r"\bNone\b|\bnan\b|\(\)|: \.|“”", text.replace("None to report", "").replace("None found", "").replace("None of", ""))
    assert all(data for data in files_of(page).values())


def test_what_is_missing_is_named():
    page = build_page(bare())
    assert [card.headline for card in page.cards] == ["No headline found"] * 2
    assert [card.file for card in page.cards] == ["one.txt", "other.txt"]
    assert page.title.startswith("How two articles ")
    assert all(card.facts[0] == "Date not known" for card in page.cards)
    for anchor, words in (("speakers", "Nobody is quoted or credited"), ("loaded", "No word of the lexicon was found"), ("findings", "No finding")):
        assert any(told(one.line).startswith(words) for one in blocks(page, anchor, Paragraph)), anchor


def test_an_article_of_one_paragraph_has_no_interval_without_width():
    for row in bare().metrics:
        if row.metric in ("words_attributed", "words_quoted") and row.value:
            assert row.low < row.high
    assert not any(row.clear for row in bare().differences)


def test_titles_and_outlets_are_cut_with_their_true_length():
    html = page_html(build_page(long_titles()))
    assert "characters in the file]" in html
    assert max(len(word) for word in re.sub(r"<[^>]*>", " ", re.sub(r"<style>.*?</style>", "", html)).split()) < 4200  # the full text has it whole


def test_of_sixty_speakers_none_is_lost():
    page = build_page(forty_speakers())
    rows = [row for grid in blocks(page, "speakers", Grid) for row in grid.rows]
    rows += [row for fold in blocks(page, "speakers", Fold) for grid in fold.blocks if isinstance(grid, Grid) for row in grid.rows]
    assert len(rows) == 60
    assert len(blocks(page, "speakers", Grid)[0].rows) == 40


@pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium at /usr/bin/chromium")
@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_runs_out_of_the_screen_and_charts_have_a_size(browser, tmp_path, name, width):
    path = tmp_path / "report.html"
    path.write_text(page_html(build_page(CASES[name]())), encoding="utf-8")
    page, heard = open_page(browser, path, width=width)
    assert heard == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    flat = page.evaluate("[...document.querySelectorAll('svg.chart')].filter(one => one.getBoundingClientRect().height < 10).length")
    assert flat == 0
    page.context.close()
