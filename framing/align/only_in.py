"""Statements of one article that were not found in the other, and whether the other could have known them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from framing.align.features import Passage
from framing.model.alignment import OnlyIn
from framing.model.annotation import Reading
from framing.model.article import Span
from framing.stats.rarity import Floats
from framing.text.dates import find_dates
from framing.text.families import key
from framing.text.terms import common_share
from framing.text.tokens import word_spans

COVERED: Final = 0.6  # share of a statement's telling words in two neighbouring sentences of the other from which it is there ...
FOUND_AND_COVERED: Final = ((0.1, 0.38), (0.2, 0.34))  # ... or this score of its whole sentence with that share ...
SURE: Final = 0.45  # ... or this score alone. (Set on statements judged against whole articles: of those listed, one in ten is there after all.)
SURE_OF_NUMBERS: Final = 0.55  # score it takes where the statement holds a number that is nowhere in the other: "31 prisoners"
_SMALL_NUMBER: Final = 12  # numbers up to a dozen are as often written in words
_SHORTEST: Final = 6  # words: anything shorter is no statement of its own
_LONG: Final = 26  # words from which a sentence is cut into its main parts
_BOUND: Final = re.compile(r"\b(?:after|since|following|before|until)\b(?: \w+){0,4} ?$", re.IGNORECASE)
_JOINT: Final = re.compile(r"; |, (?:and|but|while|whereas|although|though|so) |[\u2014\u2013] ")
_DASHES: Final = "\u2014\u2013"
_QUOTE: Final = re.compile(r'"([^"]+)"')
_QUOTE_WORDS: Final = 4  # words from which a quotation that stands in both is one saying, however either introduces it
NEWER: Final = 7  # days: what an article tells that much later without naming a time is taken to be news of its own day
_PLACE_WEIGHT: Final = 0.5  # of a statement's place in how central it is; the rest is what it shares with the whole article


@dataclass(frozen=True, slots=True)
class Side:
    """One article as this module sees it. `published` is None where the date is not known; `excerpt`: not the whole text."""

    reading: Reading
    passages: tuple[Passage, ...]
    published: date | None
    excerpt: bool


def side_of(reading: Reading, passages: tuple[Passage, ...]) -> Side:
    """An article with its date read."""
    known = reading.document.article.published
    try:
        published = date.fromisoformat(known.value[:10]) if known else None
    except ValueError:
        published = None
    return Side(reading, passages, published, reading.document.article.excerpt)


def split_statements(text: str, span: Span) -> list[Span]:
    """A sentence cut where a long one joins statements that could stand alone; together the parts hold every letter. Two dashes or more
    enclose a remark and join nothing.
    """
    if len(word_spans(text, span)) < _LONG:
        return [span]
    parts, start = [], span.start
    joints = list(_JOINT.finditer(text, span.start, span.end))
    n_dashes = sum(found.group()[0] in _DASHES for found in joints)
    for joint in joints:
        if n_dashes > 1 and joint.group()[0] in _DASHES:
            continue
        enough = all(len(word_spans(text, Span(*rest))) >= _SHORTEST for rest in ((start, joint.start()), (joint.end(), span.end)))
        if enough and text.count('"', start, joint.start()) % 2 == 0:
            parts.append(Span(start, joint.start()))
            start = joint.end()
    return [*parts, Span(start, span.end)]


def _telling(names: Iterable[str]) -> dict[str, float]:
    """The terms, words of one family as one, with how much each tells."""
    return {key(name): -float(np.log(common_share(name))) for name in sorted(names)}


def _coverage(wanted: dict[str, float], windows: Sequence[frozenset[str]]) -> float:
    """Greatest share of the wanted terms, by weight, that one window holds."""
    whole = sum(wanted.values())
    if not whole or not windows:
        return 0.0
    return max(sum(weight for name, weight in wanted.items() if name in window) for window in windows) / whole


def _times(text: str, published: date, span: Span) -> list[tuple[int, int]]:
    """First and last day of each stretch of time that a statement tells of; "after the events of 9 October" names none."""
    return [(one.first, one.last) for one in find_dates(text, published, span)
            if not _BOUND.search(text[max(span.start, one.span.start - 40):one.span.start]) and not text.startswith(("since", "Since"), one.span.start)]


def could_know(mine: date | None, theirs: date | None, facts: Sequence[tuple[int, int]]) -> tuple[bool | None, str]:
    """Whether the other article could have reported a fact, by the dates, and why.

    Args:
        mine, theirs: the days on which this article and the other were published.
        facts: first and last day number of each stretch of time that the statement names.
    """
    if mine is None or theirs is None:
        return None, "not both dates are known"
    after = [first for first, _ in facts if first > theirs.toordinal()]
    before = [last for _, last in facts if last < theirs.toordinal()]
    if after and theirs < mine:
        return False, f"it tells of {_in_words(max(after))}, after the other article appeared"
    if theirs > mine:
        return True, f"the other article appeared {_days((theirs - mine).days)} later"
    if theirs == mine:
        return None, "both appeared on the same day"
    if before:
        return None, "the time it tells of was over when the other article appeared, but it may have come out later"
    if (mine - theirs).days < NEWER:
        return None, f"the other article appeared {_days((mine - theirs).days)} earlier, and no time is named"
    return False, f"the other article appeared {_days((mine - theirs).days)} earlier"


def _in_words(day: int) -> str:
    moment = date.fromordinal(day)
    return f"{moment.day} {moment:%B} {moment.year}"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _centrality(passages: Sequence[Passage]) -> Floats:
    """How much an article makes of each sentence, 0 to 1: early place, and terms that recur in it."""
    n_with: dict[str, int] = {}
    for passage in passages:
        for name in set(passage.terms):
            n_with[name] = n_with.get(name, 0) + 1
    repeated = np.array([np.mean([min(n_with[name] - 1, 3) / 3 for name in sorted(set(passage.terms))] or [0.0]) for passage in passages])
    place = 1 / (1 + np.arange(len(passages)) / 4)
    return np.asarray(_PLACE_WEIGHT * place + (1 - _PLACE_WEIGHT) * repeated)


def find_only_in(mine: Side, other: Side, scores: Floats) -> tuple[OnlyIn, ...]:
    """Statements of `mine` not found in `other`, most central first; none where the other is an excerpt or holds no text.

    Args:
        scores: the score of each passage of `mine` (rows) with each of `other` (columns).
    """
    if other.excerpt or not other.passages or not mine.passages:
        return ()
    terms = [frozenset(_telling(passage.terms)) for passage in other.passages]
    windows = [terms[k] | (terms[k + 1] if k + 1 < len(terms) else frozenset()) for k in range(len(terms))]
    central, said = _centrality(mine.passages), _plain(other.reading.document.shadow)
    found = []
    for k, passage in enumerate(mine.passages):
        best = int(np.argmax(scores[k]))
        for span in split_statements(mine.reading.document.shadow, passage.span):
            if _is_quoted(mine.reading.document.shadow, span, said):
                continue
            row = _judge(mine, other, span, passage, windows, (best, float(scores[k, best])), float(central[k]))
            if row is not None:
                found.append(row)
    return tuple(sorted(found, key=lambda row: (-row.central, row.span)))


def _plain(text: str) -> str:
    """Lower-cased, with single spaces."""
    return " ".join(text.lower().split())


def _is_quoted(text: str, span: Span, said: str) -> bool:
    """Whether a statement holds a quotation of some words that stands in the other article, `said`, too."""
    quotes = (_plain(found[1]).rstrip(" .,;!?") for found in _QUOTE.finditer(text, span.start, span.end))
    return any(quote in said for quote in quotes if quote.count(" ") >= _QUOTE_WORDS - 1)


def _numerals(names: Iterable[str]) -> set[str]:
    """The terms that write a number in digits, small ones aside."""
    return {name for name in names if name[0].isdigit() and (not name.isdigit() or int(name) > _SMALL_NUMBER)}


def is_found(passage: Passage, span: Span, alike: float, windows: Sequence[frozenset[str]]) -> bool:
    """Whether the other article tells what the statement at `span` does.

    Args:
        alike: the best score of its whole sentence there, 0 to 1.
        windows: the terms (and families of terms) of each two neighbouring sentences there.
    """
    names = [name for place, name in passage.words if span.holds(place)]
    whole = alike if span == passage.span else 0.0  # a part of a sentence may be what is not alike
    if any(all(name not in window for window in windows) for name in _numerals(names)):
        return whole >= SURE_OF_NUMBERS
    covered = _coverage(_telling(names), windows)
    return covered >= COVERED or whole >= SURE or any(alike >= score and covered >= share for score, share in FOUND_AND_COVERED)


def _judge(mine: Side, other: Side, span: Span, passage: Passage, windows: Sequence[frozenset[str]], best: tuple[int, float],
           central: float) -> OnlyIn | None:
    """The row of one statement, None where it is too short to be one or where the other article has it."""
    text = mine.reading.document.shadow
    if len(word_spans(text, span)) < _SHORTEST or is_found(passage, span, best[1], windows):
        return None
    near = best[1] >= 0.05
    facts = _times(text, mine.published, span) if mine.published else []
    known, why = could_know(mine.published, other.published, facts)
    return OnlyIn(span, other.passages[best[0]].span if near else None, best[1] if near else 0.0, known, round(central, 4), f"not found; {why}")
