"""Labels of the seeds against their gold key: how many are found, and whether each is in the right voice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from gold import GoldArticle, GoldEvent, LabelRow, find_from
from seed_readings import EVENTS, reading_of

from framing.lexicons.lexicon import load_lexicon
from framing.measure.labels import find_labels
from framing.model.article import Span
from framing.model.findings import Label

# Floors, not aims: the rest are groups named by a phrase alone, and offices the article never ties to a name.
LEAST_FOUND = 0.75
LEAST_RIGHT_VOICE = 0.90
LEAST_RIGHT_PERSON = 0.90


@dataclass(frozen=True, slots=True)
class Tried:
    """A row of the key with the label found over its words, if any."""

    file: str
    row: LabelRow
    found: Label | None


def _shared(a: Span, b: Span) -> float:
    """How much of the two spans together both cover."""
    return max(0, min(a.end, b.end) - max(a.start, b.start)) / (max(a.end, b.end) - min(a.start, b.start))


def _try_article(event: GoldEvent, article: GoldArticle) -> list[Tried]:
    reading = reading_of(event, article.file)
    labels = find_labels(reading, label_sets=load_lexicon().label_sets)
    tried = []
    for row in article.labels:
        place = find_from(reading.text, row.text, at=row.at)
        over = [label for label in labels if label.span.overlaps(place)]
        tried.append(Tried(article.file, row, max(over, key=lambda label: _shared(label.span, place), default=None)))
    return tried


@cache
def all_tried() -> tuple[Tried, ...]:
    """Every label row of every key, tried."""
    return tuple(one for event in EVENTS for article in event.articles for one in _try_article(event, article))


def test_most_labels_are_found() -> None:
    rows = all_tried()
    assert len(rows) > 50
    assert sum(one.found is not None for one in rows) / len(rows) >= LEAST_FOUND


def test_what_is_found_is_in_the_right_voice() -> None:
    found = [(one.row.voice, one.found.voice) for one in all_tried() if one.found is not None]
    assert sum(gold == said for gold, said in found) / len(found) >= LEAST_RIGHT_VOICE


def test_no_attributed_label_becomes_the_outlets_own() -> None:
    wrong = [(one.file, one.row.text.text) for one in all_tried()
             if one.found is not None and one.row.voice != "own" and one.found.voice == "own" and one.found.evaluation in {"plus", "minus"}]
    assert wrong == []


def test_labels_of_named_people_go_to_those_people() -> None:
    pairs = [(one.row.referent, one.found.referent) for one in all_tried()
             if one.found is not None and one.found.kind == "person" and one.row.referent[:1].isupper()]
    assert sum(gold == said for gold, said in pairs) / len(pairs) >= LEAST_RIGHT_PERSON


def test_zones_are_those_of_the_key() -> None:
    assert all(one.found.zone == one.row.zone for one in all_tried() if one.found is not None)
