"""Passages of two articles lined up, and what stands in only one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from framing.model.article import Span
from framing.model.document import Voice

Relation = Literal["same-voice", "voice-shift", "numbers-differ", "related"]


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Two passages that tell of the same thing. `score` is 0 to 1.

    `voice_a`, `voice_b` are the voices of the matching part; `speaker_a`, `speaker_b` who is credited there, if anyone.
    `shared` are the words both hold (spans of either side), shown to the reader as the reason. `note` says in words what differs.
    """

    a: Span
    b: Span
    score: float
    relation: Relation
    voice_a: Voice
    voice_b: Voice
    speaker_a: str | None = None
    speaker_b: str | None = None
    shared_a: tuple[Span, ...] = ()
    shared_b: tuple[Span, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence pair and its score, 0.05 or more."""

    a: Span
    b: Span
    score: float


@dataclass(frozen=True, slots=True)
class OnlyIn:
    """A statement of one article that was not found in the other.

    `nearest` and `score`: the closest passage there and its likeness; None and 0 where nothing is near. `could_know`: whether
    the other article could have reported it, by the dates; None where they do not tell. `central` is 0 to 1: how much the
    article makes of it (place, repetition).
    """

    span: Span
    nearest: Span | None
    score: float
    could_know: bool | None
    central: float
    reason: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two articles lined up. Pairs, candidates and only-in rows are sorted best (most central) first."""

    a_id: str
    b_id: str
    pairs: tuple[AlignedPair, ...]
    candidates: tuple[Candidate, ...]
    only_a: tuple[OnlyIn, ...]
    only_b: tuple[OnlyIn, ...]
