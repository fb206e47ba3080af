"""Numbered lines: a passage is broken here, not by the browser, so that "line 14" is the same line on each sheet and screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from framing.model.article import Span
from framing.text.tokens import word_spans
from framing.text.visible import visible

# Widest line in ems: 18 pt, the large print, times 28 is 504 pt, which A4 (516 pt between our margins) and Letter (532 pt) hold.
MEASURE: Final = 28.0
# Widths of serif letters in ems, as Times has them, rounded up; what is not listed takes 0.5 (figures, most small letters).
_WIDTHS: Final = {**dict.fromkeys("ijlt.,:;'’‘|!()[]/ -f", 0.32), **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", 0.72),
                  **dict.fromkeys("mwMW—%@", 0.98), **dict.fromkeys("rsIczae", 0.45)}
_PIECE: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line: a word that can be marked (with its span in the article's text), or what stands between two words (None).

    `opens`: the word opens a sentence or a paragraph, where no mark goes on.
    """

    text: str
    span: Span | None
    opens: bool = False


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """One line. `number` counts from 1; `gap`: a paragraph begins here. `span` lies in the article's text."""

    number: int
    span: Span
    pieces: tuple[Piece, ...]
    gap: bool


def numbered_lines(text: str, span: Span, *, sentences: Sequence[Span] = ()) -> tuple[NumberedLine, ...]:
    """The lines of a stretch of `text`, each at most `MEASURE` ems wide unless it is one long word.

    Args:
        span: the stretch, in code points of `text`.
        sentences: spans of its sentences; a word that opens one says so.

    Returns:
        Lines in order. Line breaks of the text are kept; blank lines make a `gap` and get no number.
    """
    words = word_spans(text, span)
    breaks = {one.start for one in sentences}
    opening = {word.start for place, word in enumerate(words) if place == 0 or _opens(text, words[place - 1], word, breaks)}
    made: list[NumberedLine] = []
    for place, gap in _line_spans(text, span):
        inside = [word for word in words if place.holds(word)]
        made.append(NumberedLine(len(made) + 1, place, _pieces(text, place, inside, opening), gap))
    return tuple(made)


def line_of(lines: Sequence[NumberedLine], place: int) -> int | None:
    """The number of the line that holds the code point `place`; None where none does."""
    return next((line.number for line in lines if line.span.start <= place < max(line.span.end, line.span.start + 1)), None)


def _opens(text: str, before: Span, word: Span, breaks: set[int]) -> bool:
    between = text[before.end:word.start]
    return "\n" in between or any(place in breaks for place in range(before.end, word.start + 1))


def _line_spans(text: str, span: Span) -> list[tuple[Span, bool]]:
    found: list[tuple[Span, bool]] = []
    start = end = -1
    wide = 0.0
    reached = span.start
    for piece in _PIECE.finditer(text, span.start, span.end):
        between = text[reached:piece.start()]
        width = sum(_WIDTHS.get(letter, 0.5) for letter in piece.group())
        if start < 0 or "\n" in between or wide + _WIDTHS[" "] + width > MEASURE:
            if start >= 0:
                found[-1] = (Span(start, end), found[-1][1])
            found.append((Span(piece.start(), piece.end()), start >= 0 and "\n" in between))
            start, wide = piece.start(), 0.0
        wide += _WIDTHS[" "] + width
        reached = end = piece.end()
    if start >= 0:
        found[-1] = (Span(start, end), found[-1][1])
    return found


def _pieces(text: str, line: Span, words: Sequence[Span], opening: set[int]) -> tuple[Piece, ...]:
    made: list[Piece] = []
    reached = line.start
    for word in words:
        if word.start > reached:
            made.append(Piece(visible(text[reached:word.start]), None))
        made.append(Piece(visible(text[word.start:word.end]), word, word.start in opening))
        reached = word.end
    if reached < line.end:
        made.append(Piece(visible(text[reached:line.end]), None))
    return tuple(made)
