"""What is decided about two stories, and the four reasons: time, place, who, what happened."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from heapq import nsmallest
from typing import Final

import numpy as np

from framing.model.pairing import Reason, StoryPair, Verdict
from framing.pair.features import Story
from framing.pair.likeness import Likeness, agreement, dates_agree, score_pairs
from framing.stats.rarity import BACKGROUND, Matrix
from framing.text.terms import term, words_of

# Least likeness of one event and of one topic: (in a large collection, with two stories alone). Few stories share words that
# would turn out common in many, so their likeness is higher. Set on the development halves of five annotated collections.
EVENT: Final = (0.075, 0.17)
TOPIC: Final = (0.13, 0.17)
DUPLICATE_SHARE: Final = 0.5  # of the shorter story's sentences that stand in the other: half of it is no reporting of its own
_DUPLICATE_LIKENESS: Final = 0.45  # undated likeness below which no two stories can share half of their sentences
_RUN: Final = 4  # words: runs that long are seldom shared by chance
_SAME_SENTENCE: Final = 0.8  # of its runs: an edited word or two leaves a sentence the same
_SHORTEST_SENTENCE: Final = 6  # words: shorter ones ("He did not comment.") prove nothing
_WORTH_SAYING: Final = 0.1  # share of sentences in both: quotations alone make for a few
_N_SHOWN: Final = 5  # words or names given as a reason ...
_N_LOOKED_AT: Final = 20  # ... out of so many, as some are part of others or are not written early in the story
_KEPT: Final = 4096  # stories whose rows and spellings are kept while pairs are judged

Runs = tuple[tuple[frozenset[tuple[str, ...]], ...], frozenset[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Bars:
    """Least likeness of one event (with dates) and of one topic (without), for a number of stories."""

    event: float
    topic: float


def bars(n_stories: int, *, event: float | None = None, topic: float | None = None) -> Bars:
    """The bars for a collection of `n_stories`; `event` and `topic` replace those of a large collection."""
    few = BACKGROUND / (BACKGROUND + max(n_stories - 2, 0))
    large = (EVENT[0] if event is None else event, TOPIC[0] if topic is None else topic)
    return Bars(large[0] + few * (EVENT[1] - EVENT[0]), large[1] + few * (TOPIC[1] - TOPIC[0]))


def sentence_runs(story: Story) -> Runs:
    """Runs of words of each longer sentence, and all of them together."""
    found = []
    for sentence in story.sentences:
        words = [word.lower() for word in words_of(sentence)]
        if len(words) >= _SHORTEST_SENTENCE:
            found.append(frozenset(tuple(words[k:k + _RUN]) for k in range(len(words) - _RUN + 1)))
    return tuple(found), frozenset().union(*found)


def shared_sentences(a: Runs, b: Runs) -> float:
    """Share, 0 to 1, of the sentences of the story with fewer that stand in the other, word for word or nearly so."""
    (short, _), (_, other) = sorted((a, b), key=lambda runs: len(runs[0]))[0], sorted((a, b), key=lambda runs: len(runs[0]))[1]
    if not short:
        return 0.0
    return sum(len(runs & other) >= _SAME_SENTENCE * len(runs) for runs in short) / len(short)


def _join(words: Iterable[str]) -> str:
    return ", ".join(words)


def _in_words(day: int) -> str:
    moment = date.fromordinal(day)
    return f"{moment.day} {moment:%B} {moment.year}"


def _time(a: Story, b: Story, days_scale: float) -> Reason:
    if a.published is None or b.published is None:
        both = sorted(a.weekdays & b.weekdays)
        if a.weekdays and b.weekdays:
            said = f"both speak of {_join(f'{day}day' for day in both)}" if both else "their leads name different weekdays"
            return Reason(None, f"not both dates are known; {said}")
        return Reason(None, "not both dates are known")
    apart = abs(a.published - b.published)
    if apart == 0:
        return Reason(1.0, f"both of {_in_words(a.published)}")
    days = "1 day" if apart == 1 else f"{apart} days"
    return Reason(math.exp(-apart / days_scale), f"{days} apart ({_in_words(a.published)}, {_in_words(b.published)})")


def _place(a: Story, b: Story) -> Reason:
    if not a.places or not b.places:
        return Reason(None, "not both say early where it happened")
    both = sorted(a.places & b.places)
    share = len(both) / min(len(a.places), len(b.places))
    if both:
        return Reason(share, f"both name {_join(name.title() for name in both[:_N_SHOWN])}")
    first, second = sorted(a.places)[:2], sorted(b.places)[:2]
    return Reason(share, f"{_join(map(str.title, first))} in one, {_join(map(str.title, second))} in the other")


def _row(matrix: Matrix, k: int) -> dict[int, float]:
    """One row as column -> weight. (Slicing a sparse matrix row by row costs a hundred times as much.)"""
    part = slice(matrix.indptr[k], matrix.indptr[k + 1])
    return dict(zip(matrix.indices[part].tolist(), matrix.data[part].tolist(), strict=True))


def _in_common(a: dict[int, float], b: dict[int, float]) -> tuple[float, list[int]]:
    """Cosine of two rows of unit length, and the columns that both hold, those that add most to it first, as far as they may be shown."""
    added = {column: a[column] * b[column] for column in a.keys() & b.keys()}
    return min(sum(added.values()), 1.0), nsmallest(_N_LOOKED_AT, added, key=lambda column: (-added[column], column))


def _fullest(names: Sequence[str]) -> list[str]:
    """Names without those that are part of another one, in order."""
    return [name for name in names if not any(name != other and f" {name} " in f" {other} " for other in names)]


def spellings(story: Story) -> dict[str, str]:
    """How the terms of a story's headline and first sentences are written there."""
    found: dict[str, str] = {}
    for text in (*story.sentences[:6], story.headline):
        for word in words_of(text):
            known = found.setdefault(term(word), word)
            if known[:1].isupper() and word[:1].islower():
                found[term(word)] = word
    return found


class Judge:
    """Decides about pairs of one collection's stories."""

    def __init__(self, stories: Sequence[Story], likeness: Likeness, limits: Bars) -> None:
        self.bars = limits
        self.likeness = likeness
        self.stories = stories
        keep = lru_cache(maxsize=_KEPT)
        self._runs = keep(lambda k: sentence_runs(stories[k]))
        self._written = keep(lambda k: spellings(stories[k]))
        self._words = keep(lambda k: _row(likeness.words, k))
        self._names = keep(lambda k: _row(likeness.names, k))

    def judge_all(self, pairs: Sequence[tuple[int, int]], together: Container[tuple[int, int]] | None = None) -> list[StoryPair]:
        """The verdicts on pairs of stories. `together`: the pairs that were grouped; None to go by likeness alone."""
        rows, columns = (np.array([pair[side] for pair in pairs], dtype=np.intp) for side in (0, 1))
        raw = score_pairs(self.likeness, rows, columns, dated=False)
        dated = raw * dates_agree(self.likeness, rows, columns)
        found = []
        for k, (i, j) in enumerate(pairs):
            shared = shared_sentences(self._runs(i), self._runs(j)) if raw[k] >= _DUPLICATE_LIKENESS else 0.0
            grouped = bool(dated[k] >= self.bars.event) if together is None else (i, j) in together
            found.append(self._judge(i, j, float(dated[k]), self._verdict(float(raw[k]), shared, grouped), shared))
        return found

    def judge_copy(self, i: int, copy: Story) -> StoryPair:
        """The verdict on a story and a copy of it."""
        dated = agreement(self.stories[i].published, copy.published, self.likeness.days_scale)
        return StoryPair(self.stories[i].ref, copy.ref, "near-duplicate", round(dated / (dated + self.bars.event), 4),
                         _time(self.stories[i], copy, self.likeness.days_scale), _place(self.stories[i], copy), self._entities(i, i), self._narrative(i, i, 1.0))

    def _judge(self, i: int, j: int, dated: float, verdict: Verdict, shared: float) -> StoryPair:
        a, b = self.stories[i], self.stories[j]
        return StoryPair(a.ref, b.ref, verdict, round(dated / (dated + self.bars.event), 4), _time(a, b, self.likeness.days_scale),
                         _place(a, b), self._entities(i, j), self._narrative(i, j, shared))

    def _verdict(self, raw: float, shared: float, grouped: bool) -> Verdict:
        if shared >= DUPLICATE_SHARE:
            return "near-duplicate"
        if grouped:
            return "same-event"
        return "same-topic" if raw >= self.bars.topic else "different"

    def _entities(self, i: int, j: int) -> Reason:
        left, right = self._names(i), self._names(j)
        if not left or not right:
            return Reason(None, "not both name anyone")
        score, columns = _in_common(left, right)
        shown = _join(name.title() for name in _fullest([self.likeness.name_terms[k] for k in columns])[:_N_SHOWN])
        return Reason(score, f"both name {shown}" if columns else "no name in common")

    def _narrative(self, i: int, j: int, shared: float) -> Reason:
        score, columns = _in_common(self._words(i), self._words(j))
        written = self._written(i)
        shown = [written[name] for name in (self.likeness.terms[k] for k in columns) if name in written][:_N_SHOWN]
        said = f"shared words: {_join(shown)}" if shown else "no telling word in common"
        if shared >= _WORTH_SAYING:
            said = f"{shared:.0%} of the shorter story's sentences stand in both; {said}"
        return Reason(score, said)
