"""A passage in the numbered lines of the sheet, with stretches of it shown in looks that signs and words tell apart, not colour alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from framing.classroom.pages.lines import NumberedLine, Piece
from framing.model.article import Span


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch is shown: a class of the style sheet, a short sign after it, and the words a screen reader says. `key` tells stretches apart."""

    key: str
    name: str
    sign: str
    said: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a line with one look; None for plain text."""

    text: str
    look: Look | None


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A numbered line as runs. `gap`: a paragraph begins here."""

    number: int
    gap: bool
    runs: tuple[Run, ...]


def marked_lines(lines: Sequence[NumberedLine], look_of: Callable[[Span], Look | None]) -> tuple[MarkedLine, ...]:
    """The lines with each word in the look that `look_of` gives it; what stands between two words of one look belongs to the stretch."""
    return tuple(MarkedLine(line.number, line.gap, _runs(line.pieces, look_of)) for line in lines)


def _runs(pieces: Sequence[Piece], look_of: Callable[[Span], Look | None]) -> tuple[Run, ...]:
    made: list[Run] = []
    between = ""
    for piece in pieces:
        if piece.span is None:
            between += piece.text
            continue
        look = look_of(piece.span)
        if made and made[-1].look == look:
            made[-1] = Run(made[-1].text + between + piece.text, look)
        elif look is None:
            made.append(Run(between + piece.text, None))
        else:
            made += [Run(between, None)] if between else []
            made.append(Run(piece.text, look))
        between = ""
    return tuple([*made, Run(between, None)] if between else made)
