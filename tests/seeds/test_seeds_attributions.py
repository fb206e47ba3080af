"""Attributions found in the seeds, held against their keys; and the scorer, against a case worked by hand."""

from __future__ import annotations

import pytest
from gold import Anchor, AttributionRow, GoldArticle, GoldEvent
from seed_readings import EVENTS, reading_of
from seed_scoring import Score, score_attributions

from framing.model.article import Span
from framing.model.findings import Attribution
from framing.text.names import same_last_name

COMPLETE = [(event, article) for event in EVENTS for article in event.articles if article.complete]

each_complete_article = pytest.mark.parametrize(("event", "article"), COMPLETE, ids=lambda one: getattr(one, "file", ""))


def score_of(event: GoldEvent, article: GoldArticle) -> Score:
    """What is found in one article of the seeds, against its key."""
    reading = reading_of(event, article.file)
    return score_attributions(reading.text, article.attributions, reading.attributions)


def test_attributions_of_all_complete_articles() -> None:
    scores = [score_of(event, article) for event, article in COMPLETE]
    n_required = sum(len(score.required) for score in scores)
    n_found = sum(score.n_found for score in scores)
    n_beside = sum(len(score.beside) for score in scores)
    assert n_found / n_required >= 0.85        # recall
    assert n_found / (n_found + n_beside) >= 0.80  # precision, leaving aside what may be found or not


@each_complete_article
def test_each_article_is_read_well_enough_to_report_on(event: GoldEvent, article: GoldArticle) -> None:
    score = score_of(event, article)
    assert score.n_found / len(score.required) >= 0.75


@each_complete_article
def test_direct_attributions_are_nearly_all_found_and_seen_as_direct(event: GoldEvent, article: GoldArticle) -> None:
    direct = [match for match in score_of(event, article).required if match.row.kinds == ("direct",)]
    missed = [match.row.at.text for match in direct if match.found is None or match.found.directness != "direct"]
    assert len(missed) <= len(direct) // 8, missed


def test_speakers_named_are_mostly_the_right_ones() -> None:
    """A person whom the key names is named by last word or left unresolved; somebody else in one case of six at most."""
    people, wrong = 0, []
    for event, article in COMPLETE:
        for match in score_of(event, article).required:
            if match.found is not None and match.row.speaker and match.row.source_types == ("person",):
                people += 1
                named = (match.found.speaker or "").split(",")[0]
                if named and not same_last_name(named, match.row.speaker):
                    wrong.append((article.file, match.row.at.text, named))
    assert people > 40
    assert len(wrong) <= people // 6, wrong


# ---- the scorer itself ----

TEXT = "He said it was late. She hoped so. Rain fell, they say."


def row(at: str, cue: str, content: str, *, optional: bool = False) -> AttributionRow:
    return AttributionRow(Anchor(at), (), (Anchor(cue),), (Anchor(content),), (), ("indirect",), None, ("unspecified",), "body", 0, optional, False)


def found(cue: Span, content: Span, zone: str = "body") -> Attribution:
    return Attribution((), (cue,), (content,), None, "indirect", "unspecified", "neutral", "say", zone, "test", 1.0)  # type: ignore[arg-type]


def test_score_by_hand() -> None:
    rows = [row("He said", "said", "it was late"), row("She hoped", "hoped", "so", optional=True), row("Rain fell", "say", "Rain fell")]
    #       "said" is 3-7 and "it was late" 8-19; "hoped" 25-30; "Rain fell" 35-44; "they" 46-50, "say" 51-54
    finds = [
        found(Span(3, 7), Span(11, 19)),      # the first row, with part of its content
        found(Span(25, 30), Span(21, 24)),    # the optional row's cue with other content: excused
        found(Span(46, 50), Span(35, 44)),    # the third row's content with another cue: beside
        found(Span(51, 54), Span(35, 44), zone="caption"),  # no counted zone: neither
    ]
    score = score_attributions(TEXT, rows, finds)
    assert [match.found for match in score.matches] == [finds[0], None, None]
    assert (score.n_found, len(score.required)) == (1, 2)
    assert score.beside == (finds[2],)


def test_one_find_serves_one_row() -> None:
    rows = [row("He said", "said", "it was late"), row("He said", "said", "late")]
    score = score_attributions(TEXT, rows, [found(Span(3, 7), Span(8, 19))])
    assert [match.found is None for match in score.matches] == [False, True]
