"""An article as it was read: its text, what is known about it, and where that was learned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

ZonesMode = Literal["detect", "none"]
Genre = Literal["news", "opinion"]


class Span(NamedTuple):
    """Half-open range of Unicode code points of one article's `text`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Notice:
    """A coded remark about an input or a result, for the reader. `code` is stable kebab-case; the span is the place, if any."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """One fact about an article, with where it was learned and how surely (0 to 1).

    `origin`: option, config, file, page (markup), text (read from the text itself), name (the file's name).
    `span` is the place in the text where it stands, if it stands there.
    """

    value: str
    origin: str
    confidence: float
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class TargetMention:
    """A mention whose tone is wanted, given with the input."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class ZoneHint:
    """What the file's markup says of a stretch of text (an HTML figcaption, a DOCX heading): `zone` is a `document.Zone`."""

    span: Span
    zone: str
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article, as decoded from its input. Spans of everything later count code points of `text`.

    `title` is the title given apart from the text (a JSON record's field, a page's metadata); None where the text itself holds it.
    `outlet`, `published` (ISO date), `byline`, `genre` and `url` are None where nothing says.
    """

    id: str
    text: str
    name: str
    sha256: str
    n_bytes: int
    encoding: str
    media_type: str
    title: Known | None = None
    outlet: Known | None = None
    published: Known | None = None
    byline: Known | None = None
    genre: Known | None = None
    url: Known | None = None
    language: Known | None = None
    zones: ZonesMode = "detect"
    hints: tuple[ZoneHint, ...] = ()
    targets: tuple[TargetMention, ...] = ()
    excerpt: bool = False
    side: str | None = None
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be used, and why, in one line."""

    name: str
    problem: str
