"""Facts over the articles: counted, placed, told of in a chart and a table, for two articles and for twenty."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
import report_builders as build
from test_report_page import blocks, told

from framing.model.comparison import Evidence, Fact
from framing.report.charts import panel_svgs
from framing.report.page import build_page
from framing.report.sections_facts import CHART_ROWS, ROWS_SHOWN
from framing.report.to_markdown import page_markdown
from framing.report.view import Figure, Fold, Grid, MatrixDrawing, Paragraph, Text


def with_facts(n, *places):
    """`n` articles with a fact for each of `places`; fact k rests on the k-th sentence of each article that has it."""
    made = build.many(n) if n > 2 else build.comparison()
    facts = []
    for k, found in enumerate(places):
        evidence = tuple(Evidence(place, made.annotations[place].reading.document.sentences[k % 8].span) for place, where in enumerate(found) if where)
        facts.append(Fact(evidence[0], tuple(found), evidence))
    return replace(made, facts=tuple(facts))


def facts_grid(page):
    return next(one for one in blocks(page, "pairs", Grid) if one.look == "facts")


def cells(row):
    """The words of a row's cells, without the numbers of its passages."""
    return ["".join(piece.text for line in cell for piece in line if isinstance(piece, Text)).strip() for cell in row.cells[1:]]


def test_the_place_of_each_fact_in_each_article_and_what_one_opens_with():
    page = build_page(with_facts(2, ("lead", "last third"), ("first third", "middle third"), ("headline", "dek")))
    grid = facts_grid(page)
    assert [told(one.line) for one in grid.heads] == ["Fact", "A The Meridian Post", "B Harbour Ledger", "What differs"]
    assert cells(grid.rows[0]) == ["opening sentence", "last third", "A opens with it, B has it late"]
    assert cells(grid.rows[1]) == ["first third", "middle third", "nothing"]
    assert cells(grid.rows[2]) == ["headline", "standfirst", "nothing"]
    assert blocks(page, "pairs", Figure) == []      # two articles need no matrix


@pytest.mark.parametrize(("n", "said"), [(2, "2 facts told by both articles; "), (3, "1 fact told by all three articles, 1 by some of them; ")])
def test_the_summary_counts_what_all_some_and_one_tell(n, said):
    page = build_page(with_facts(n, ("lead",) * n, ("lead", "lead", None)[:n]))
    summary = next(told(one.line) for one in blocks(page, "pairs", Paragraph))
    assert summary.startswith(said)
    assert "found in one article only (section 8)" in summary


def test_no_fact_is_said_in_words_and_has_no_table():
    page = build_page(with_facts(2))
    assert told(blocks(page, "pairs", Paragraph)[0].line).startswith("No facts told by both articles")
    assert not [one for one in blocks(page, "pairs", Grid) if one.look == "facts"]


def test_with_many_articles_a_fact_is_one_row_and_a_place_one_column():
    grid = facts_grid(build_page(with_facts(6, ("lead", None, "first third", "middle third", "last third", "headline"))))
    assert [told(one.line) for one in grid.heads] == ["Fact", "Opens with it", "First third", "Middle third", "Last third", "Not found in"]
    assert [[told(line)[0] for line in cell] for cell in grid.rows[0].cells[1:5]] == [["A", "F"], ["C"], ["D"], ["E"]]
    assert told(grid.rows[0].cells[5][0]) == "B"


def test_the_matrix_shows_each_place_and_says_it_in_words():
    page = build_page(with_facts(3, ("lead", "last third", None), ("middle third", "dek", "headline")))
    (figure,) = blocks(page, "pairs", Figure)
    (panel,) = figure.panels
    assert isinstance(panel.drawing, MatrixDrawing)
    assert [[spot.look if spot else "" for spot in spots] for _, spots in panel.drawing.rows] == [["own", "scare", ""], ["quoted", "own", "own"]]
    assert "A opening sentence, B last third, C not found" in panel.words
    drawn = [one.text for one in ElementTree.fromstring(panel_svgs(page)["facts-matrix"]).iter() if one.tag.endswith("text")]
    assert drawn[:3] == ["A", "B", "C"]
    assert [one for one in drawn[3:] if len(one) == 1] == ["A", "B", "A", "B", "C"]      # a letter in each mark, none where it was not found


def test_many_facts_are_folded_and_none_is_lost():
    page = build_page(with_facts(3, *[("lead", "lead", "lead")] * 20))
    (fold,) = [one for one in blocks(page, "pairs", Fold) if isinstance(one.blocks[0], Grid)]
    assert len(facts_grid(page).rows) == ROWS_SHOWN
    assert len(fold.blocks[0].rows) == 20 - ROWS_SHOWN
    (figure,) = blocks(page, "pairs", Figure)
    assert figure.words.endswith(f"The first {CHART_ROWS} of 20.")
    assert page_markdown(page).count("opening sentence \\[") == 60


def test_kinds_of_loaded_words_by_article_solid_for_own_voice():
    page = build_page(build.many(3))
    (figure,) = [one for one in blocks(page, "loaded", Figure) if one.name == "loaded-terms"]
    (panel,) = figure.panels
    for (name, spots), said in zip(panel.drawing.rows, panel.words.split("; "), strict=True):
        assert said.startswith(f"{name}: A ")
        for k, spot in enumerate(spots):
            part = said.partition(f"{'ABC'[k]} ")[2].partition(",")[0]
            assert (spot is None) == (part == "none")
            assert spot is None or (spot.look == "own") == ("own voice" in part)
