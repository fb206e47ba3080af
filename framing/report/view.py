"""What a report shows, as plain frozen values that every format lays out: pages of sections of blocks of pieces.

All text here is visible text (see `escape.visible`); a format adds its own escaping and nothing else. Articles are given by
their place, 0 for A. So HTML, Markdown and PDF hold the same words, rows and numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mark = Literal["attributed", "quoted", "scare", "loaded", "label", "shared"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the report. `weight`: plain, strong, or muted (an aside)."""

    text: str
    weight: Literal["plain", "strong", "muted"] = "plain"


@dataclass(frozen=True, slots=True)
class Badge:
    """The sign of an article: its letter."""

    article: int


@dataclass(frozen=True, slots=True)
class VoiceTag:
    """In whose voice something is said; `speaker` where it is known."""

    voice: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to a numbered passage of the evidence list."""

    number: int


@dataclass(frozen=True, slots=True)
class Jump:
    """A link to a place on the same page."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of an article's words that bears the same marks throughout. `anchor` names its beginning, if set."""

    text: str
    marks: tuple[Mark, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article, with marks; `quoted` puts quotation marks of the report around them."""

    runs: tuple[Run, ...]
    quoted: bool = True


@dataclass(frozen=True, slots=True)
class Dots:
    """Strength of a finding: 1 to 3 of 3 dots, its word, and the reason."""

    n: int
    word: str
    reason: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar beside a number, `share` 0 to 1 of the longest; it shows nothing that the number does not say."""

    article: int
    share: float


Piece = Text | Badge | VoiceTag | Ref | Jump | Passage | Dots | Bar
Line = tuple[Piece, ...]
Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the report. `look`: plain, note (small), or lead (larger)."""

    line: Line
    look: Literal["plain", "note", "lead"] = "plain"


@dataclass(frozen=True, slots=True)
class Subhead:
    """A heading inside a section."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, side by side."""

    rows: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Head:
    """Heading of a column. `brief` stands for a long one where a table is laid out as cards, on a phone."""

    line: Line
    numeric: bool = False
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, as many cells as columns; the first is its heading. `quiet` rows carry less weight."""

    cells: tuple[Cell, ...]
    anchor: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `caption` says what stands in it; `foot` holds totals."""

    caption: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    foot: tuple[Row, ...] = ()
    look: str = ""


Parts = tuple[tuple[str, int], ...]  # voice and count


@dataclass(frozen=True, slots=True)
class Measured:
    """A value of one article with its interval, None where there is too little text; `words` say it with its base.

    `hollow`: rests on fewer than 3 items, or the like, and is drawn unfilled.
    """

    article: int
    value: float | None
    low: float | None
    high: float | None
    words: str
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class BarDrawing:
    """A bar an article, on a scale from 0 to `most`."""

    rows: tuple[Measured, ...]
    most: float


@dataclass(frozen=True, slots=True)
class DotDrawing:
    """For each named row a dot for each article that has a value, with its interval, on a scale from -1 to 1."""

    rows: tuple[tuple[str, tuple[Measured, ...]], ...]


@dataclass(frozen=True, slots=True)
class MirrorDrawing:
    """Named rows with a bar to the left for the first article and to the right for the second, each split by voice."""

    articles: tuple[int, int]
    rows: tuple[tuple[str, Parts, Parts], ...]


@dataclass(frozen=True, slots=True)
class CountDrawing:
    """Named rows of one article with a bar split by voice, on a scale from 0 to `most`; a square for each item where they are few."""

    article: int
    rows: tuple[tuple[str, Parts], ...]
    most: int


@dataclass(frozen=True, slots=True)
class StripDrawing:
    """An article from its first counted word (0) to its last (1): stretches of voices other than own, and places of loaded terms."""

    article: int
    voices: tuple[tuple[float, float, str], ...]
    ticks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A round mark with a letter or a number in it. `look` as of voices: own is solid, quoted pale, scare open."""

    text: str
    look: str


@dataclass(frozen=True, slots=True)
class MatrixDrawing:
    """Named rows with a column an article: its mark, None where there is nothing."""

    rows: tuple[tuple[str, tuple[Spot | None, ...]], ...]


Drawing = BarDrawing | DotDrawing | MirrorDrawing | CountDrawing | StripDrawing | MatrixDrawing


@dataclass(frozen=True, slots=True)
class Panel:
    """One small chart. `name` is unique on the page; `words` say what it shows, for those who cannot see it."""

    name: str
    title: str
    words: str
    drawing: Drawing
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """Small charts of one shape side by side, with what they show in a sentence."""

    name: str
    title: str
    words: str
    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One article's half of an aligned pair: its passage and where it is listed."""

    article: int
    passage: Passage
    voice: VoiceTag
    ref: Ref


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages side by side. `match` is the likeness in words and number; `note` says what differs, "" for nothing."""

    number: int
    anchor: str
    title: str
    match: str
    left: Side
    right: Side
    note: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A finding: a complete comparison in a sentence, how strong it is, and the passages it rests on by article."""

    number: int
    anchor: str
    sentence: str
    dots: Dots
    evidence: tuple[tuple[int, tuple[Ref, ...]], ...]


@dataclass(frozen=True, slots=True)
class Statements:
    """The findings, in order."""

    items: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A numbered passage of the evidence list: its words, its place, and where the report uses it."""

    number: int
    article: int
    passage: Passage
    place: str
    uses: tuple[Jump, ...]
    in_text: Jump | None


@dataclass(frozen=True, slots=True)
class Exhibits:
    """The evidence list."""

    items: tuple[Exhibit, ...]


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of an article's full text: its number in the text, from 1, its zone, and its words."""

    number: int
    zone: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class FullText:
    """A whole article, marked. `parts` alternate between lines that count and (`set_aside`) lines that do not."""

    article: int
    parts: tuple[tuple[bool, tuple[TextLine, ...]], ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks that a reader opens; open in print."""

    summary: str
    blocks: tuple[Block, ...]
    anchor: str = ""


Block = Paragraph | Subhead | Bullets | Facts | Grid | Figure | Pair | Statements | Exhibits | FullText | Fold


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section. `look`: plain, or for the first one fine, care or alarm."""

    anchor: str
    number: int
    title: str
    blocks: tuple[Block, ...]
    look: Literal["plain", "fine", "care", "alarm"] = "plain"


@dataclass(frozen=True, slots=True)
class Card:
    """An article at the head of the report. `file` is its name where no outlet is known, else empty."""

    article: int
    outlet: str
    headline: str
    facts: tuple[str, ...]
    file: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A whole report."""

    title: str
    kicker: str
    forewarning: str
    banner: str
    cards: tuple[Card, ...]
    sections: tuple[Section, ...]
    footer: tuple[str, ...]
    letters: tuple[str, ...]
