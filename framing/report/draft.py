"""What the makers of the report's sections share: the comparison, its articles as shown, and the register of evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from framing.model.annotation import Annotation
from framing.model.article import Span
from framing.model.comparison import Comparison, Metric
from framing.report.escape import one_line
from framing.report.evidence import Register
from framing.report.passages import Shown
from framing.report.view import Badge, Cell, Grid, Head, Line, Piece, Row, Text

MAX_COLUMNS: Final = 4  # articles side by side in a table; with more, each has a row of its own


@dataclass(frozen=True, slots=True)
class Draft:
    """A report while it is put together."""

    comparison: Comparison
    articles: tuple[Shown, ...]
    register: Register

    @staticmethod
    def begin(comparison: Comparison) -> Draft:
        """A draft with nothing cited yet."""
        differing = {(use.article, use.label.span) for one in comparison.referents if one.difference for use in one.uses}
        shown = tuple(Shown(annotation, story, k, _label_spans(annotation, k, differing))
                      for k, (annotation, story) in enumerate(zip(comparison.annotations, comparison.stories, strict=True)))
        return Draft(comparison, shown, Register(shown))

    @property
    def wide(self) -> bool:
        """Whether the articles stand side by side in tables."""
        return len(self.articles) <= MAX_COLUMNS

    def place(self, article_id: str) -> int:
        """Place of an article by its id."""
        return next(one.place for one in self.articles if one.id == article_id)

    def metric(self, name: str, article: Shown, *, voice: str | None = None, category: str = "") -> Metric | None:
        """The row of a measure for an article, None where it was not made."""
        return next((row for row in self.comparison.metrics if row.metric == name and row.article == article.id
                     and row.category == category and (voice is None or row.voice == voice)), None)

    def by_article(self, caption: str, first: str, rows: Sequence[tuple[Row, Sequence[Cell]]], last: str = "", *,
                   numeric: bool = False, look: str = "") -> Grid:
        """A table with a column an article, or with a row an article where there are many.

        Each of `rows` gives the frame, a `Row` of its heading cell and, where `last` names that column, its last cell; and a
        cell an article.
        """
        tail = (Head(words(last)),) if last else ()
        if self.wide:
            heads = (Head(words(first)), *(Head((Badge(one.place), Text(" " + one.aside)), numeric) for one in self.articles), *tail)
            made = tuple(Row((frame.cells[0], *cells, *frame.cells[1:]), frame.anchor, frame.quiet) for frame, cells in rows)
            return Grid(caption, heads, made, look=look)
        heads = (Head(words(first)), Head(words("Article")), Head(words("Value"), numeric), *tail)
        long = tuple(Row((frame.cells[0], one_cell(Badge(k), Text(" " + self.articles[k].aside)), cell, *frame.cells[1:]),
                         frame.anchor if not nth else "", frame.quiet)
                     for frame, cells in rows for nth, (k, cell) in enumerate((k, cell) for k, cell in enumerate(cells) if any(cell)))
        return Grid(caption, heads, long, look=look)


def _label_spans(annotation: Annotation, place: int, differing: set[tuple[int, Span]]) -> tuple[Span, ...]:
    return tuple(label.span for label in annotation.labels if (place, label.span) in differing)


def words(text: str) -> Line:
    """A line of the report's own words, or of a name from an article made safe to show."""
    return (Text(one_line(text)),) if text else ()


def listed(names: Sequence[str]) -> str:
    """Names as a list: "A, B and C"."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def muted(text: str) -> Piece:
    """An aside."""
    return Text(_edged(text), "muted")


def strong(text: str) -> Piece:
    """Words with weight."""
    return Text(_edged(text), "strong")


def _edged(text: str) -> str:
    """One line that keeps a space at either end: pieces follow each other without a gap."""
    return f"{' ' * text[:1].isspace()}{one_line(text)}{' ' * text[-1:].isspace()}"


def one_cell(*pieces: Piece) -> Cell:
    """A cell of one line."""
    return (tuple(pieces),)


def spaced(pieces: Sequence[Piece], gap: str = " ") -> Line:
    """The pieces with a gap between each two."""
    return tuple(piece for k, one in enumerate(pieces) for piece in ((Text(gap), one) if k else (one,)))
