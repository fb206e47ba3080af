"""Rates of frame cues, worked by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from compare_scopes import at, scope_of

from framing.compare.frames import frame_metrics
from framing.compare.scope import Scope
from framing.model.findings import FrameHit

WORDS = ("row " * 6 + "so it was and so it is ").strip() + " " + "and it was not yet out of it again " * 25 + "a row it was"  # 6 + 7 + 225 + 4 = 242 words


def scope(*, own: int, quoted: int = 0, story: int = 0) -> Scope:
    made = scope_of(WORDS, voices=(("a row it was", "quoted", None),))
    hits = tuple(FrameHit(at(WORDS, "row", k), "conflict", "row", "own", None, "body", "x") for k in range(own))
    hits += tuple(FrameHit(at(WORDS, "row", 6), "conflict", "row", "quoted", None, "body", "x") for _ in range(quoted))
    return Scope(replace(made.annotation, frames=hits), story, 0)


def test_a_rate_is_cues_in_the_words_of_their_voice():
    rows = {row.voice: row for row in frame_metrics(scope(own=6, quoted=1))}
    assert (rows["own"].n, rows["own"].base) == (6, 238)  # 242 less the four quoted
    assert rows["own"].value == pytest.approx(6 / 238 * 1000)
    assert rows["own"].low < rows["own"].value < rows["own"].high
    assert (rows["quoted"].n, rows["quoted"].base, rows["quoted"].value, rows["quoted"].too_little) == (1, 4, None, True)


def test_below_five_cues_there_is_a_count_and_no_rate():
    (row,) = frame_metrics(scope(own=4))
    assert (row.n, row.value, row.low, row.too_little) == (4, None, None, True)


def test_scare_quotes_are_the_articles_own():
    made = scope(own=0)
    hit = FrameHit(at(WORDS, "row"), "morality", "row", "scare", None, "body", "x")
    (row,) = frame_metrics(Scope(replace(made.annotation, frames=(hit,)), 0, 0))
    assert (row.voice, row.category, row.n) == ("own", "morality", 1)


def test_no_cue_no_row_and_other_stories_do_not_count():
    assert frame_metrics(scope(own=0)) == []
    assert frame_metrics(scope(own=6, story=1)) == []
