"""What a reader hands back for one file: its text, and facts with where each was learned."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Self

from framing.model.article import Known, Notice, TargetMention, ZoneHint


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about one article; None where nothing says. `published` is an ISO date, `genre` news or opinion."""

    title: Known | None = None
    outlet: Known | None = None
    published: Known | None = None
    byline: Known | None = None
    genre: Known | None = None
    url: Known | None = None
    language: Known | None = None

    def over(self, other: Self) -> Self:
        """These facts, with gaps filled from `other`."""
        filled = {one.name: getattr(other, one.name) for one in fields(self) if getattr(self, one.name) is None}
        return replace(self, **filled)


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as a reader read it. `raw` are the bytes its checksum is taken of; `id` is None where the file's name gives it.

    `place` is what to call it in messages ("events.jsonl:3").
    """

    text: str
    raw: bytes
    encoding: str
    media_type: str
    place: str
    id: str | None = None
    facts: Facts = field(default_factory=Facts)
    hints: tuple[ZoneHint, ...] = ()
    targets: tuple[TargetMention, ...] = ()
    notices: tuple[Notice, ...] = ()
