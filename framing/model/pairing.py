"""Which stories report the same event, as the pairing stage sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

MOST_LISTED: Final = 50  # stories of one event up to which all its pairs are listed (1,225); beyond it, each with the event's first story

Verdict = Literal["same-event", "same-topic", "near-duplicate", "different"]


class StoryRef(NamedTuple):
    """One story of one article."""

    id: str
    story: int


@dataclass(frozen=True, slots=True)
class Reason:
    """One of the four reasons of a verdict (time, place, entities, narrative): likeness 0 to 1, None where nothing is known, and in words."""

    score: float | None
    words: str


@dataclass(frozen=True, slots=True)
class StoryPair:
    """Two stories and what was decided about them. `score` is 0 to 1."""

    a: StoryRef
    b: StoryRef
    verdict: Verdict
    score: float
    time: Reason
    place: Reason
    entities: Reason
    narrative: Reason


@dataclass(frozen=True, slots=True)
class Cluster:
    """Stories of one event. `event` is a short name made of their words."""

    event: str
    members: tuple[StoryRef, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """All stories in clusters (alone if need be), and the pairs that were judged other than different."""

    clusters: tuple[Cluster, ...]
    pairs: tuple[StoryPair, ...]
