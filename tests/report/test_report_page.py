"""The page that every format lays out: sections, numbers in words, evidence, wording."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
import report_builders as build
from hypothesis import given
from hypothesis import strategies as st

from framing.model.article import Span
from framing.report.page import build_page
from framing.report.passages import cut_runs
from framing.report.quantities import base_words, date_words, interval_words, per_cent, plural, signed, value_words
from framing.report.sections_passages import match_words
from framing.report.to_html import to_html
from framing.report.to_markdown import to_markdown
from framing.report.view import Exhibits, Figure, Fold, Grid, Pair, Paragraph, Statements, Subhead, Text


def section(page, anchor):
    return next(one for one in page.sections if one.anchor == anchor)


def blocks(page, anchor, kind):
    return [one for one in section(page, anchor).blocks if isinstance(one, kind)]


def test_sections_come_in_the_order_of_the_argument():
    page = build_page(build.comparison())
    assert [one.number for one in page.sections] == list(range(14))
    assert [one.anchor for one in page.sections] == ["match", "findings", "glance", "names", "loaded", "tone", "speakers", "pairs", "only", "wording", "ask",
                                                     "quality", "evidence", "method"]


@pytest.mark.parametrize(("verdict", "look", "word"), [
    ("same-event", "fine", "tell the same event"), ("same-topic", "care", "write on the same topic"), ("near-duplicate", "care", "share a text"),
    ("different", "alarm", "tell different events")])
def test_the_verdict_sets_the_notice_and_the_title(verdict, look, word):
    made = build.comparison()
    page = build_page(replace(made, comparability=(replace(made.comparability[0], verdict=verdict),)))
    assert page.sections[0].look == look
    assert word in page.title


def test_the_most_doubtful_pair_decides_the_notice_of_many():
    made = build.many(4)
    rows = (replace(made.comparability[0], verdict="same-topic"), *made.comparability[1:])
    page = build_page(replace(made, comparability=rows))
    assert page.sections[0].look == "care"
    assert page.sections[0].title == f"{len(rows)} pairs of articles: {len(rows) - 1} same event, 1 same topic, not the same event"


@pytest.mark.parametrize(("verdicts", "told"), [
    (("near-duplicate", "same-event"), "tell the same event"), (("near-duplicate",), "share a text"), (("same-topic", "near-duplicate"), "write on the same topic"),
    (("same-event", "different"), "tell different events")])
def test_copies_among_several_articles_still_tell_the_event(verdicts, told):
    made = build.many(4)
    rows = tuple(replace(made.comparability[k % len(made.comparability)], verdict=verdict) for k, verdict in enumerate(verdicts))
    assert build_page(replace(made, comparability=rows)).title == f"How four articles {told}"


def test_each_verdict_among_many_says_what_follows_for_which_pairs():
    made = build.many(4)
    rows = (replace(made.comparability[0], verdict="near-duplicate"), *made.comparability[1:])
    told = blocks(build_page(replace(made, comparability=rows)), "match", Paragraph)
    assert "".join(getattr(piece, "text", "ABCD"[getattr(piece, "article", 0)]) for piece in told[0].line) == (
        "Near-duplicate (A and B). Treat them as one source: what both say is not confirmed twice.")
    assert len(told) == 2


def test_a_finding_with_fewer_than_two_passages_is_not_printed():
    made = build.comparison()
    thin = replace(made.findings[0], sentence="Thin claim.", evidence=made.findings[0].evidence[:1])
    page = build_page(replace(made, findings=(thin, *made.findings[1:])))
    (found,) = blocks(page, "findings", Statements)
    assert "Thin claim." not in [one.sentence for one in found.items]
    assert [one.number for one in found.items] == [1, 2, 3]
    notes = [one.line[0].text for one in blocks(page, "findings", Paragraph)]
    assert "1 statement left out, for fewer than two passages support each." in notes


@pytest.mark.parametrize("same", [(), ("Words inside quotations do not clearly differ.",)])
def test_no_clear_difference_is_always_there(same):
    page = build_page(replace(build.comparison(), no_clear_difference=same))
    assert [one.text for one in blocks(page, "findings", Subhead)] == ["No clear difference"]


def test_passages_are_numbered_in_the_order_of_first_use_and_listed_once():
    page = build_page(build.comparison())
    (found,) = blocks(page, "findings", Statements)
    # finding 1 cites A's sentence on the operation and B's on batons; finding 2 A's mob, B's workers, B's extremists
    assert [[ref.number for _, refs in one.evidence for ref in refs] for one in found.items[:2]] == [[1, 2], [3, 4, 5]]
    (listed,) = blocks(page, "evidence", Exhibits)
    assert [one.number for one in listed.items] == list(range(1, len(listed.items) + 1))
    assert len({one.place + str(one.article) for one in listed.items}) == len(listed.items)


def test_an_exhibit_tells_its_place_and_who_uses_it():
    page = build_page(build.comparison())
    (listed,) = blocks(page, "evidence", Exhibits)
    mob = listed.items[2]
    sentence = "The mob of some 300 dockers had seized the north gate on 3 March to protest a cut in night pay."
    start = build.TEXT_A.index(sentence)
    assert "".join(run.text for run in mob.passage.runs) == sentence
    # line 15 of the text; the headline, the standfirst, 1 + 2 sentences, the caption, then this: the 7th
    assert mob.place == f"line 15, sentence 7, characters {start}–{start + len(sentence)}"
    assert [use.text for use in mob.uses] == ["finding 2", "labels 1", "loaded words 3", "loaded words 4", "tone 1", "pair 3", "only in one 3"]


def test_a_word_that_is_quoted_is_never_shown_in_own_voice():
    page = build_page(build.comparison())
    (grid,) = blocks(page, "loaded", Grid)
    voices = {(row.cells[0][0][0].runs[0].text, row.cells[1][0][0].article): (row.cells[2][0][0].voice, row.cells[2][0][0].speaker) for row in grid.rows}
    assert voices["extremists", 0] == ("quoted", "Oren Dask")
    assert voices["regime", 0] == ("attributed", "Velmora Chamber of Trade")
    assert voices["mob", 0] == ("own", None)
    assert [row.quiet for row in grid.rows] == [False] * 7 + [True] * 4


def test_words_outside_the_counted_text_are_listed_apart():
    draft = build.draft_a()
    draft.loaded("idle", "judgement", zone="caption")
    page = build_page(build.assemble(draft, build.draft_b()))
    (grid,) = blocks(page, "loaded", Grid)
    assert "idle" not in [row.cells[0][0][0].runs[0].text for row in grid.rows]
    fold = section(page, "loaded").blocks[-1]
    assert fold.summary == "1 row from captions and set-aside text, not counted"


@pytest.mark.parametrize("n", [2, 3, 4, 5, 20])
def test_many_articles_have_a_row_each_and_few_a_column_each(n):
    page = build_page(build.many(n))
    grid = blocks(page, "names", Grid)[0]
    assert len(grid.heads) == (n + 2 if n <= 4 else 4)
    for one in page.sections:
        for block in one.blocks:
            if isinstance(block, Grid):
                assert {len(row.cells) for row in (*block.rows, *block.foot)} <= {len(block.heads)}


def test_a_pair_is_named_by_words_that_tell_something():
    """“crane drivers” and “Sunday” are shared: a day tells little, a date is kept."""
    assert [one.title for one in blocks(build_page(build.comparison()), "pairs", Pair)] == ["40 million crowns", "crane drivers", "300, 3 March, night pay"]


def test_pairs_are_the_surest_first_and_capped_with_a_notice():
    page = build_page(build.many(8))  # 4 x 3 + ... pairs of unlike neighbours, 3 passages each
    pairs = blocks(page, "pairs", Pair)
    assert len(pairs) == 24
    assert pairs[0].match == "match: strong (0.71)"
    last = section(page, "pairs").blocks[-1]
    total = 3 * len(build.many(8).alignments)
    assert last.line[0].text.startswith(f"{total - 24} more pairs are not printed here; all {total} stand in")


@pytest.mark.parametrize(("metric", "words"), [
    (build.metric("loaded_terms_per_thousand", "a", 41.23, 5, 121, low=15, high=74, unit="per 1,000 words"), ("41.2", "5 in 121 own-voice words", "15.0 to 74.0")),
    (build.metric("words_quoted", "a", 0.094, 17, 180, low=0.03, high=0.16, voice="all", unit="share"), ("9\u00a0%", "17 of 180", "3\u00a0% to 16\u00a0%")),
    (build.metric("tone", "a", -0.456, 4, 4, low=-0.9, high=0.0, unit="mean of -1, 0, 1"), ("−0.46", "n = 4", "−0.90 to 0.00")),
    (build.metric("named_people_quoted", "a", 3.0, 3, 3, voice="all", unit="count"), ("3", "", "")),
    (build.metric("loaded_terms_per_thousand", "a", None, 2, 90, unit="per 1,000 words"), ("too little text", "2 in 90 own-voice words", ""))])
def test_a_number_comes_with_base_and_interval_or_says_too_little(metric, words):
    assert (value_words(metric), base_words(metric), interval_words(metric)) == words


def test_small_words_for_numbers():
    assert [signed(one) for one in (-0.5, 0.004, 0.5)] == ["−0.50", "0.00", "+0.50"]
    assert per_cent(0.834) == "83\u00a0%"
    assert [plural(1, "word"), plural(1200, "word"), plural(2, "stretch", "stretches")] == ["1 word", "1,200 words", "2 stretches"]
    assert [date_words(one) for one in ("2019-05-03", "2019-05-03T10:00:00Z", "May 2019", "2019-13-03")] == [
        "3 May 2019", "3 May 2019", "May 2019", "2019-13-03"]


@given(st.text(alphabet="ab\n\x1b ", min_size=1, max_size=30), st.data())
def test_runs_hold_every_word_of_their_span_and_only_marks_that_cover_them(text, data):
    place = st.integers(0, len(text))
    start, end = sorted((data.draw(place), data.draw(place)))
    marks = [(Span(*sorted((data.draw(place), data.draw(place)))), mark) for mark in ("quoted", "loaded")]
    runs = cut_runs(text, Span(start, end), marks)
    assert "".join(run.text for run in runs) == text[start:end].replace("\x1b", "\\x1b")
    loaded = sum(len(run.text.replace("\\x1b", "!")) for run in runs if "loaded" in run.marks)
    assert loaded == max(0, min(end, marks[1][0].end) - max(start, marks[1][0].start))


VERDICT_WORDS = re.compile(r"\b(biased|unbiased|bias|propaganda|hidden|hides|slanted|left-wing|right-wing|manipulat\w+|objective|score)\b", re.IGNORECASE)


@pytest.mark.parametrize("make", [build.comparison, lambda: build.many(5)])
def test_the_report_passes_no_verdict_of_its_own(make):
    made = make()
    words = re.sub(r"<style>.*?</style>|<[^>]+>", " ", to_html(made))
    assert VERDICT_WORDS.findall(words) == []
    assert VERDICT_WORDS.findall(to_markdown(made)) == []


def test_the_first_screen_says_what_the_tool_cannot_tell():
    page = build_page(build.comparison())
    assert "cannot tell which article is true" in page.forewarning
    head = html.unescape(to_html(build.comparison())).partition('id="findings"')[0]
    assert page.forewarning in head


def test_a_date_is_printed_only_when_given():
    (without, given_) = (build_page(build.comparison(), date=date) for date in (None, "2031-03-14 09:00"))
    assert "2031-03-14 09:00 UTC" in str(section(given_, "method"))
    assert "UTC" not in str(section(without, "method"))
    assert isinstance(section(without, "names").blocks[0].line[0], Text)


def told(line) -> str:
    """A line's own words, badges as letters."""
    return "".join(getattr(piece, "text", "ABCDEF"[getattr(piece, "article", 0)]) for piece in line)


def with_few(n):
    """The comparison with all attributions of A but `n` gone."""
    made = build.comparison()
    rows = tuple(replace(row, items=(n if k == 0 else 0, row.items[1])) for k, row in enumerate(made.speakers))
    return replace(made, speakers=rows)


def test_an_article_without_an_outlet_is_named_by_its_letter_and_its_file_stands_small_on_the_card():
    draft = build.draft_a()
    draft.outlet = None
    page = build_page(build.assemble(draft, build.draft_b()))
    assert page.title == "How article A and Harbour Ledger tell the same event"
    assert [(card.outlet, card.file) for card in page.cards] == [("Outlet not known", "meridian.txt"), ("Harbour Ledger", "")]
    assert page.kicker == "Framing comparison"


@pytest.mark.parametrize(("n", "listed"), [(4, True), (5, False)])
def test_under_five_attributions_are_listed_and_no_share_is_shown(n, listed):
    page = build_page(with_few(n))
    assert [one.name for one in blocks(page, "speakers", Figure)] == ([] if listed else ["speakers"])
    notes = [told(one.line) for one in blocks(page, "speakers", Paragraph)]
    assert ("A credits 4 statements to anybody, fewer than 5: too few for shares or a chart." in notes) == listed
    (grid,) = blocks(page, "speakers", Grid)
    shares = [told(line) for row in grid.foot for line in row.cells[2]]
    assert any(one.endswith("% of quoted") for one in shares) != listed


def test_speakers_show_who_stands_up_front_who_is_only_in_one_and_what_a_verb_does():
    made = build.comparison()
    dask = replace(made.speakers[0], up_front=(2, 0), classes=((("neutral", 2), ("doubting", 1)), (("neutral", 2),)))
    (grid,) = blocks(build_page(replace(made, speakers=(dask, *made.speakers[1:]))), "speakers", Grid)
    assert [told(line) for line in grid.rows[0].cells[2]][1:] == ["2 up front"]
    assert len(grid.rows[0].cells[3]) == 1
    assert [told(line) for line in grid.rows[0].cells[4]] == ["A say, doubting: claim, tell", "B call, say"]
    assert [told(line) for line in grid.rows[2].cells[0]] == ["Pell Andry", "only in B"]
    assert [told(line) for line in grid.rows[0].cells[0]] == ["Oren Dask"]


def test_the_six_most_central_statements_of_an_article_stand_first_and_the_rest_is_folded():
    made = build.comparison()
    base = made.alignments[0].only_a[0]
    sentences = made.annotations[0].reading.document.sentences
    many = tuple(replace(base, span=one.span, central=k / 20) for k, one in enumerate(sentences[:9]))
    page = build_page(replace(made, alignments=(replace(made.alignments[0], only_a=many),)))
    (grid,) = blocks(page, "only", Grid)
    assert [told(row.cells[1][0]) for row in grid.rows] == ["A"] * 6 + ["B"] * 2
    assert grid.rows[0].cells[0][0][0].runs[0].text[:5] == made.annotations[0].reading.text[sentences[8].span.start:][:5]
    (fold,) = blocks(page, "only", Fold)
    assert fold.summary == "3 less central statements not found in another article"
    assert len(fold.blocks[0].rows) == 3


def test_what_could_not_be_known_stays_greyed_with_its_reason():
    (grid,) = blocks(build_page(build.comparison()), "only", Grid)
    assert [(row.quiet, told(row.cells[3][0])) for row in grid.rows] == [
        (False, "Yes: central"), (False, "Not known: stated in own voice"), (False, "Yes: central"), (True, "No: later")]


@pytest.mark.parametrize(("verdict", "warned"), [("same-topic", True), ("different", True), ("same-event", False)])
def test_a_statement_of_another_event_is_no_omission(verdict, warned):
    made = build.comparison()
    page = build_page(replace(made, comparability=(replace(made.comparability[0], verdict=verdict),)))
    first = told(blocks(page, "only", Paragraph)[0].line)
    assert ("A statement about the other event is no omission" in first) == warned


def test_a_statement_that_several_articles_lack_is_one_row():
    (grid,) = blocks(build_page(build.many(4)), "only", Grid)
    assert [told(line) for line in grid.rows[0].cells[2]] == ["B D"]
    assert [told(line) for line in grid.rows[0].cells[3]] == ["B Yes: central", "D Yes: central"]


@pytest.mark.parametrize(("score", "words"), [(0.6, "match: strong (0.60)"), (0.59, "match: moderate (0.59)"), (0.3, "match: moderate (0.30)"),
                                              (0.29, "match: weak (0.29), check by eye")])
def test_weak_matches_are_to_be_checked_by_eye(score, words):
    assert match_words(score) == words


@pytest.mark.parametrize("make", [build.comparison, lambda: build.many(5), lambda: with_few(2)])
def test_the_reports_own_words_are_never_cut(make):
    assert "cut here" not in to_markdown(make())
