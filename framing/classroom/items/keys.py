"""Rows of a key, drafted from what was found: each with its reason in words and the rule that it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from framing.classroom.texts.material import Source
from framing.model.article import Span
from framing.model.document import Voice
from framing.model.exercise import KeyRow, Tier

HIT: Final = 1.0  # points of an expected mark or answer
HALF: Final = 0.5  # of a second answer that can be defended
MISS: Final = -0.5  # of a mark that is not expected
POINTS: Final[Mapping[Tier, float]] = MappingProxyType({"expected": HIT, "defensible": 0.0, "not_expected": MISS})

# What a word of each lexicon category does, as the key says it to a class.
EFFECT: Final[Mapping[str, str]] = MappingProxyType({
    "action": "turns an act into an offence or an exploit by its verb",
    "certain": "makes a claim surer than the text shows",
    "conflict": "turns a disagreement into a fight",
    "dehuman": "speaks of people as of things, animals or floods",
    "delegit": "denies somebody a right to act or to speak",
    "doubt": "casts doubt on what follows",
    "dysph": "names somebody or something by a harsher word than is needed",
    "euph": "names something by a softer word than is usual",
    "eval": "judges instead of describing",
    "ideology": "names a political camp from outside",
    "irony": "keeps its distance by mockery",
    "label": "is a name that one side uses and the other does not",
    "legit": "grants a right, an honour or a merit",
    "motive": "guesses at what somebody wants",
    "scale": "blows up an amount without a number",
    "sensation": "makes an event more dramatic",
})


def effect_of(category: str) -> str:
    """What a word of the category does, in words that follow "it"."""
    return EFFECT.get(category, "judges while it names")


def span_row(item_id: str, source: Source, span: Span, tier: Tier, rationale: str, rule: str, *, voice: Voice | None = "own") -> KeyRow:
    """A row for words that may be marked. `span` lies in the shown text."""
    zone = next((one.zone for one in source.sentences if one.span.overlaps(span)), None)
    return KeyRow(item_id, source.index, span, source.words(span), zone, voice, tier, POINTS[tier], rationale, rule)


def answer_row(item_id: str, part: str, option: str, text: str, rationale: str, rule: str, *, source: Source | None = None,
               span: Span | None = None, voice: Voice | None = None, tier: Tier = "expected", points: float | None = None) -> KeyRow:
    """A row for one answer to one part; `text` is what the answer rests on, in words."""
    zone = next((one.zone for one in source.sentences if span is not None and one.span.overlaps(span)), None) if source else None
    worth = points if points is not None else {"expected": HIT, "defensible": HALF, "not_expected": 0.0}[tier]
    return KeyRow(item_id, source.index if source else None, span, text, zone, voice, tier, worth, rationale, rule, part=part, option=option)


def most_points(key: tuple[KeyRow, ...]) -> float:
    """The most that a key gives: every expected mark, or the best answer of every part."""
    marks = sum(row.points for row in key if not row.part and row.points > 0)
    parts: dict[str, float] = {}
    for row in key:
        if row.part:
            parts[row.part] = max(parts.get(row.part, 0.0), row.points)
    return float(marks + sum(parts.values()))
