"""Draws each kind of small chart with matplotlib's shapes, in pixels from the upper left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from framing.report.escape import xml_text
from framing.report.svg import TEXT_SIZE
from framing.report.view import (
    BarDrawing,
    CountDrawing,
    DotDrawing,
    Drawing,
    MatrixDrawing,
    Measured,
    MirrorDrawing,
    Spot,
    StripDrawing,
)

WIDTH: Final = 360.0  # of every panel, in pixels: a phone's column, so that no chart is scaled down there
INK: Final = "#1b1f24"
QUIET: Final = "#59616b"
RULE: Final = "#c9ced5"
PAPER: Final = "#ffffff"
# Four hues that keep 4.5:1 against white (WCAG 2.2) and differ for the common kinds of colour blindness (after Okabe & Ito, 2008).
HUES: Final = ("#155a96", "#a8440a", "#1a7059", "#7b3f98")
# Class of each colour: pages recolour by it.
COLOURS: Final = {INK: "ink", QUIET: "quiet", RULE: "rule", PAPER: "paper", **{hue: f"h{k}" for k, hue in enumerate(HUES)}}
SIZE: Final = TEXT_SIZE  # of text, in pixels
_LETTER: Final = 7.3  # width of a letter of the drawing font at that size, in pixels: enough to place labels and cut names
BAR_ROW: Final = 30
MIRROR_ROW: Final = 40
COUNT_ROW: Final = 38
DOT_LINE: Final = 19
MATRIX_ROW: Final = 44
MATRIX_HEAD: Final = 20
MOST_SQUARES: Final = 18  # items in a row that are drawn one by one
BAR_SPAN: Final = 236.0  # longest bar
AXIS: Final = (8.0, 232.0)  # ends of the tone axis


def cut(said: str, most: int) -> str:
    """At most `most` letters of a label: cut between words, and within one only where the last word would take a third of them."""
    if len(said) <= most:
        return said
    kept = said[:most - 1]
    between = kept.rfind(" ") if said[most - 1] != " " else len(kept)
    return (kept[:between] if between > most * 2 // 3 else kept).rstrip(" ,;:") + "…"


@dataclass(frozen=True, slots=True)
class Canvas:
    """A matplotlib figure, its coordinates in pixels from the upper left, and where on it a panel begins."""

    figure: Any
    pixels: Any
    x: float
    y: float
    letters: tuple[str, ...]

    def _add(self, shape: Any) -> None:
        shape.set_transform(self.pixels)
        self.figure.add_artist(shape)

    def text(self, x: float, y: float, said: str, *, colour: str = INK, anchor: str = "left", bold: bool = False, size: float = SIZE,
             limit: float = WIDTH) -> None:
        """Words on the base line `y`, cut to fit `limit` pixels. Dollar signs mean nothing special."""
        most = letters_in(limit, size, bold=bold)
        shown = cut(said, most)
        self.figure.text(self.x + x, self.y + y, xml_text(shown), transform=self.pixels, color=colour, ha=anchor, va="baseline", fontsize=size,
                       fontweight="bold" if bold else "normal", parse_math=False)

    def line(self, x: float, y: float, x2: float, y2: float, *, colour: str = RULE, width: float = 1, dashed: bool = False) -> None:
        """A straight line."""
        from matplotlib.lines import Line2D

        dashes: Any = (0, (3, 1.5)) if dashed else "-"
        self._add(Line2D((self.x + x, self.x + x2), (self.y + y, self.y + y2), color=colour, linewidth=width, linestyle=dashes,
                                  solid_capstyle="butt", dash_capstyle="butt", zorder=2 if width <= 1 else 4))

    def box(self, x: float, y: float, width: float, tall: float, *, colour: str, voice: str = "own") -> None:
        """A bar: solid for own voice, hatched for attributed, pale for quoted, open for scare quotes."""
        from matplotlib.colors import to_rgba
        from matplotlib.patches import Rectangle

        looks: dict[str, dict[str, Any]] = {"own": {"facecolor": colour}, "attributed": {"facecolor": "none", "hatch": "////"},
                                            "quoted": {"facecolor": to_rgba(colour, 0.3)}, "scare": {"facecolor": "none"}}
        self._add(Rectangle((self.x + x, self.y + y), max(width, 0.5), tall, edgecolor=colour, linewidth=1.2, zorder=3, **looks[voice]))

    def dot(self, x: float, y: float, article: int, *, hollow: bool) -> None:
        """An article's mark: circle, square, triangle or diamond."""
        from matplotlib.patches import Circle, Polygon

        x, y, r = self.x + x, self.y + y, 5.0
        shapes = (Circle((x, y), r), Polygon([(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]),
                  Polygon([(x, y - r - 1), (x + r + 1, y + r), (x - r - 1, y + r)]), Polygon([(x, y - r - 1), (x + r + 1, y), (x, y + r + 1), (x - r - 1, y)]))
        shape = shapes[article % 4]
        shape.set(zorder=5, facecolor=PAPER if hollow else hue(article), edgecolor=hue(article), linewidth=1.8)
        self._add(shape)


    def disc(self, x: float, y: float, spot: Spot, article: int) -> None:
        """A round mark with a letter or a number in it."""
        from matplotlib.colors import to_rgba
        from matplotlib.patches import Circle

        grounds: dict[str, Any] = {"own": hue(article), "quoted": to_rgba(hue(article), 0.3)}
        shape = Circle((self.x + x, self.y + y), 9)
        shape.set(zorder=3, facecolor=grounds.get(spot.look, "none"), edgecolor=hue(article), linewidth=1.6)
        self._add(shape)
        self.text(x, y + 4, spot.text, colour=PAPER if spot.look == "own" else INK, anchor="center", bold=True, size=11, limit=30)


def letters_in(width: float, size: float, *, bold: bool = False) -> int:
    """How many letters of a size surely fit a width."""
    return max(4, int(width / (_LETTER * size / SIZE * (1.12 if bold else 1))))


def hue(article: int) -> str:
    """Colour of an article; four take turns, so that the letter always stands beside it."""
    return HUES[article % len(HUES)]


def height(drawing: Drawing) -> float:
    """How tall a drawing is, in pixels."""
    match drawing:
        case BarDrawing():
            return BAR_ROW * len(drawing.rows) + 4
        case DotDrawing():
            return sum(26 + DOT_LINE * len(marks) for _, marks in drawing.rows) + 34
        case MirrorDrawing():
            return MIRROR_ROW * len(drawing.rows) + 4
        case CountDrawing():
            return COUNT_ROW * len(drawing.rows) + 4
        case StripDrawing():
            return 62
        case MatrixDrawing():
            return MATRIX_HEAD + MATRIX_ROW * len(drawing.rows)


def draw(canvas: Canvas, drawing: Drawing) -> None:
    """Draws a panel on its canvas."""
    match drawing:
        case BarDrawing():
            for k, row in enumerate(drawing.rows):
                _bar(canvas, BAR_ROW * k, row, drawing.most)
        case DotDrawing():
            _dots(canvas, drawing)
        case MirrorDrawing():
            _mirror(canvas, drawing)
        case CountDrawing():
            for k, (name, parts) in enumerate(drawing.rows):
                _counts(canvas, COUNT_ROW * k, name, parts, hue(drawing.article), drawing.most)
        case StripDrawing():
            _strip(canvas, drawing)
        case MatrixDrawing():
            _matrix(canvas, drawing)


def _bar(canvas: Canvas, y: float, row: Measured, most: float) -> None:
    canvas.text(0, y + 18, canvas.letters[row.article], colour=hue(row.article), bold=True)
    if row.value is None:
        canvas.text(20, y + 18, row.words, colour=QUIET, limit=WIDTH - 20)
        return
    end = 20 + BAR_SPAN * min(1.0, row.value / most)
    canvas.box(20, y + 6, end - 20, 15, colour=hue(row.article))
    if row.low is not None and row.high is not None:
        low, high = (20 + BAR_SPAN * min(1.0, one / most) for one in (row.low, row.high))
        canvas.line(low, y + 25.5, high, y + 25.5, colour=INK, width=1.2)
        for x in (low, high):
            canvas.line(x, y + 22.5, x, y + 28.5, colour=INK, width=1.2)
    canvas.text(end + 7, y + 18, row.words.split(" (")[0], bold=True)


def _dots(canvas: Canvas, drawing: DotDrawing) -> None:
    left, right = AXIS
    y = 0.0
    for name, marks in drawing.rows:
        canvas.text(0, y + 14, name, bold=True)
        tall = DOT_LINE * len(marks)
        canvas.line((left + right) / 2, y + 20, (left + right) / 2, y + 20 + tall)
        for k, mark in enumerate(marks):
            _dot_line(canvas, y + 20 + DOT_LINE * (k + 0.5), mark)
        y += 26 + tall
    canvas.line(left, y + 4, right, y + 4, colour=QUIET)
    for x, anchor, said in ((left, "left", "−1 unfavourable"), ((left + right) / 2, "center", "0"), (right, "right", "favourable +1")):
        canvas.text(x, y + 19, said, colour=QUIET, anchor=anchor, size=11)


def _dot_line(canvas: Canvas, y: float, mark: Measured) -> None:
    left, right = AXIS
    middle, half = (left + right) / 2, (right - left) / 2
    colour = hue(mark.article)
    canvas.text(right + 12, y + 4, f"{canvas.letters[mark.article]} {mark.words.split(' (')[0]}", colour=colour,
                limit=WIDTH - right - 12, size=11.5)
    canvas.line(left, y, right, y)
    if mark.low is not None and mark.high is not None:
        low, high = max(-1.0, mark.low), min(1.0, mark.high)
        canvas.line(middle + half * low, y, middle + half * high, y, colour=colour, width=2, dashed=mark.article % 2 == 1)
    canvas.dot(middle + half * (mark.value or 0.0), y, mark.article, hollow=mark.hollow)


def _mirror(canvas: Canvas, drawing: MirrorDrawing) -> None:
    middle, span = WIDTH / 2, WIDTH / 2 - 36
    most = max((sum(n for _, n in parts) for _, *sides in drawing.rows for parts in sides), default=1) or 1
    for k, (name, *sides) in enumerate(drawing.rows):
        y = MIRROR_ROW * k
        canvas.text(middle, y + 13, name, anchor="center")
        canvas.line(middle, y + 17, middle, y + 35, colour=QUIET)
        for article, parts, sign in zip(drawing.articles, sides, (-1, 1), strict=True):
            edge = 0.0
            for voice, n in parts:
                wide = span * n / most
                if n:
                    canvas.box(middle + edge if sign > 0 else middle - edge - wide, y + 19, wide, 14, colour=hue(article), voice=voice)
                edge += wide
            total = sum(n for _, n in parts)
            canvas.text(middle + sign * (edge + 6), y + 31, f"{total}", anchor="left" if sign > 0 else "right", bold=bool(total),
                        colour=INK if total else QUIET)


def _counts(canvas: Canvas, y: float, name: str, parts: Sequence[tuple[str, int]], colour: str, most: int) -> None:
    canvas.text(0, y + 13, name)
    x, unit = 1.0, most <= MOST_SQUARES
    for voice, n in parts:
        if unit:  # a square each: a bar of one would look like much
            for _ in range(n):
                canvas.box(x, y + 18, 13, 13, colour=colour, voice=voice)
                x += 17
        elif n:
            canvas.box(x, y + 18, (WIDTH - 40) * n / most, 13, colour=colour, voice=voice)
            x += (WIDTH - 40) * n / most
    total = sum(n for _, n in parts)
    canvas.text(x + (2 if unit else 6), y + 29, f"{total}", bold=bool(total), colour=INK if total else QUIET)


def _matrix(canvas: Canvas, drawing: MatrixDrawing) -> None:
    n = max((len(spots) for _, spots in drawing.rows), default=1)
    step = min(40.0, (WIDTH - 22) / max(1, n - 1))
    for k in range(n):
        canvas.text(11 + step * k, 12, canvas.letters[k], colour=hue(k), anchor="center", bold=True)
    for j, (name, spots) in enumerate(drawing.rows):
        y = MATRIX_HEAD + MATRIX_ROW * j
        canvas.text(0, y + 12, name)
        for k, spot in enumerate(spots):
            if spot is None:
                canvas.line(8 + step * k, y + 28, 14 + step * k, y + 28, colour=QUIET)
            else:
                canvas.disc(11 + step * k, y + 28, spot, k)


def _strip(canvas: Canvas, drawing: StripDrawing) -> None:
    colour, span = hue(drawing.article), WIDTH - 4
    edge = 0.0
    for start, end, voice in (*sorted(drawing.voices), (1.0, 1.0, "own")):
        if start > edge:
            canvas.box(2 + span * edge, 18, span * (start - edge), 18, colour=colour)
        if end > start:
            canvas.box(2 + span * max(start, edge), 18, span * (end - max(start, edge)), 18, colour=colour, voice=voice)
        edge = max(edge, end)
    for tick in drawing.ticks:
        canvas.line(2 + span * tick, 4, 2 + span * tick, 15, colour=INK, width=2)
    canvas.text(2, 52, "headline", colour=QUIET, size=11)
    canvas.text(WIDTH - 2, 52, "end", colour=QUIET, anchor="right", size=11)
