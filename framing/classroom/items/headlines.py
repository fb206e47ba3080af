"""E1: headlines of one event side by side; words that frame, and a headline that nobody could object to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.classroom.items.keys import most_points, span_row
from framing.classroom.items.marks import Marked, find_marks
from framing.classroom.items.rubric import NEUTRAL, points_of
from framing.classroom.items.timing import minutes
from framing.classroom.texts.facts import facts_in
from framing.classroom.texts.material import Material, Source
from framing.model.article import Span
from framing.model.exercise import Exercise, Item, KeyRow, LeftOut, Passage

MOST: Final = 5  # headlines


def make(material: Material) -> Exercise | LeftOut:
    """Headlines of the articles on one event: one item to mark for each that takes sides, and one to write over all of them."""
    group = [material.sources[k] for k in material.same_event if material.sources[k].shown.headline is not None][:MOST]
    group = _different(group)
    if len(group) < 2:
        return LeftOut("E1", "fewer than two different headlines of one event")
    marked = [(source, marks) for source, marks in ((source, _marks(material, source)) for source in group)
              if any(one.tier == "expected" for one in marks)]
    items = [_mark_item(k, source, marks) for k, (source, marks) in enumerate(marked, start=1)]
    items.append(_write_item(len(items) + 1, material, group, marked))
    return Exercise("E1", "Headlines side by side", "All these headlines are of one event. Mark the words that already take sides, then write a headline that "
                    "neither side could object to.", minutes(material, items), tuple(items),
                    ("What does each headline put first, and what does it leave to the text?", "Who acts in each headline, and to whom does it happen?"))


def _different(group: Sequence[Source]) -> list[Source]:
    """Articles whose headlines differ, the first of each."""
    seen: set[str] = set()
    kept = []
    for source in group:
        words = _words(source).lower()
        if words not in seen:
            kept.append(source)
        seen.add(words)
    return kept


def _words(source: Source) -> str:
    return source.words(_headline(source))


def _headline(source: Source) -> Span:
    return source.shown.headline or Span(0, 0)  # `make` keeps those with a headline alone


def _marks(material: Material, source: Source) -> list[Marked]:
    return [one for one in find_marks(material, source) if _headline(source).holds(one.span)]


def _passage(source: Source) -> Passage:
    return Passage(source.index, _headline(source), (_headline(source),))


def _mark_item(number: int, source: Source, marks: Sequence[Marked]) -> Item:
    name = f"E1-{number}"
    key = tuple(span_row(name, source, one.span, one.tier, one.rationale, one.rule, voice=one.voice) for one in marks)
    return Item(name, "mark", f"{source.shown.code}: mark the words of this headline that take sides.", (_passage(source),), (), (), (), key, most_points(key))


def _write_item(number: int, material: Material, group: Sequence[Source], marked: Sequence[tuple[Source, list[Marked]]]) -> Item:
    """One headline for all: it should lose the marked words; the facts are not checked, for a headline has few."""
    name = f"E1-{number}"
    found = [(source, one) for source, marks in marked for one in marks if one.tier == "expected"]
    key = tuple(KeyRow(name, source.index, one.span, source.words(one.span), "headline", "own", "expected", 0.0,
                       f"{one.rationale} A neutral headline does without it.", one.rule, part="term") for source, one in found)
    terms = tuple(dict.fromkeys(source.words(one.span) for source, one in found))
    facts = tuple(sorted(set.intersection(*(set(facts_in(source, _headline(source))) for source in group))))
    return Item(name, "write", "Write one headline for this event that neither side could object to. Then say in a sentence which word you avoided, and why.",
                tuple(_passage(source) for source in group), (), (), (), key, points_of(NEUTRAL), NEUTRAL, terms, facts, lines=4)
