"""Charts of a comparison: SVG and PNG by matplotlib, without pyplot; the same bytes for the same comparison."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

from framing.model.comparison import Comparison
from framing.report.draw import COLOURS, INK, QUIET, WIDTH, Canvas, draw, height, letters_in
from framing.report.page import build_page
from framing.report.svg import clean_svg
from framing.report.view import Block, Figure, Fold, Page, Panel

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawn

GAP: Final = 28        # between the panels of a chart file, in pixels
MARGIN: Final = 16     # around a chart file
LEADING: Final = 1.4   # height of a line, in sizes of its letters
PNG_DPI: Final = 150   # a chart of 780 px is then 1,625 px wide: 240 to the inch in a column of 17 cm


def chart_files(comparison: Comparison) -> dict[str, bytes]:
    """File name -> bytes: each figure of the report as SVG and PNG, with its title and panel titles in it."""
    return files_of(build_page(comparison))


def files_of(page: Page) -> dict[str, bytes]:
    """The chart files of a page that was built already."""
    made: dict[str, bytes] = {}
    for figure in figures(page):
        drawn = _whole(figure, page)
        words = "; ".join(f"{panel.title}: {panel.words}" for panel in figure.panels)
        with _settings(figure.name):
            made[f"{figure.name}.svg"] = _save_svg(drawn, figure.name, figure.title, words).encode()
            made[f"{figure.name}.png"] = _save_png(drawn)
    return made


def panel_svgs(page: Page) -> dict[str, str]:
    """Panel name -> `svg` element, to be set into a page; its words stand in it for screen readers."""
    made = {}
    for figure in figures(page):
        for panel in figure.panels:
            drawn, pixels = _blank(WIDTH, height(panel.drawing))
            draw(Canvas(drawn, pixels, 0, 0, page.letters), panel.drawing)
            with _settings(panel.name):
                made[panel.name] = _save_svg(drawn, f"c-{panel.name}", panel.title, panel.words)
    return made


def figures(page: Page) -> Iterator[Figure]:
    """All figures of a page, in order."""
    for section in page.sections:
        yield from _figures_in(section.blocks)


def _figures_in(blocks: tuple[Block, ...]) -> Iterator[Figure]:
    for block in blocks:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Fold):
            yield from _figures_in(block.blocks)


@dataclass(frozen=True, slots=True)
class _Spot:
    panel: Panel
    x: float
    y: float


def _whole(figure: Figure, page: Page) -> Drawn:
    """All panels of a figure, two side by side, under its title, what it shows and the names of the articles: a chart that stands alone."""
    width = WIDTH if len(figure.panels) == 1 else 2 * WIDTH + GAP
    names = " · ".join(f"{page.letters[card.article]} {card.outlet}" for card in page.cards)
    lines = [*_wrapped(figure.title, width, 16, bold=True), *_wrapped(figure.words, width, 12), *_wrapped(names, width, 12)]
    spots, x, y, tallest = [], 0.0, sum(line.size * LEADING for line in lines) + 2 * MARGIN, 0.0
    for k, panel in enumerate(figure.panels):
        if k % 2 == 0 and k:
            x, y, tallest = 0.0, y + tallest + GAP, 0.0
        spots.append(_Spot(panel, x, y))
        tallest = max(tallest, height(panel.drawing) + _heading(panel))
        x += WIDTH + GAP
    drawn, pixels = _blank(width + 2 * MARGIN, y + tallest + MARGIN)
    _write(Canvas(drawn, pixels, MARGIN, MARGIN, page.letters), lines)
    for spot in spots:
        _write(Canvas(drawn, pixels, spot.x + MARGIN, spot.y, page.letters), _wrapped(spot.panel.title, WIDTH, 12.5, bold=True))
        draw(Canvas(drawn, pixels, spot.x + MARGIN, spot.y + _heading(spot.panel), page.letters), spot.panel.drawing)
    return drawn


@dataclass(frozen=True, slots=True)
class _Words:
    said: str
    size: float
    bold: bool


def _wrapped(said: str, width: float, size: float, *, bold: bool = False) -> list[_Words]:
    return [_Words(line, size, bold) for line in wrap(said, letters_in(width, size, bold=bold), max_lines=4, placeholder=" …")]


def _heading(panel: Panel) -> float:
    return sum(line.size * LEADING for line in _wrapped(panel.title, WIDTH, 12.5, bold=True)) + 6


def _write(canvas: Canvas, lines: list[_Words]) -> None:
    y = 0.0
    for line in lines:
        y += line.size * LEADING
        canvas.text(0, y - 4, line.said, colour=INK if line.bold else QUIET, size=line.size, bold=line.bold, limit=10_000)


def _blank(width: float, tall: float) -> tuple[Drawn, Any]:
    """A figure of so many pixels, and the transform of pixels from the upper left; axes would cost 15 ms each and hold nothing."""
    from matplotlib.figure import Figure as Drawn  # slow to import, and needed here alone
    from matplotlib.transforms import Affine2D

    drawn = Drawn(figsize=(width / 72, tall / 72), dpi=72)
    return drawn, Affine2D().scale(1 / 72, -1 / 72).translate(0, tall / 72) + drawn.dpi_scale_trans


@contextmanager
def _settings(salt: str) -> Iterator[None]:
    """Text as text, ids that depend on the chart alone, and silence about signs that the drawing font lacks."""
    import matplotlib as mpl

    wanted = {"svg.fonttype": "none", "svg.hashsalt": salt, "font.family": "sans-serif", "font.sans-serif": ["DejaVu Sans"],
              "hatch.linewidth": 1.4, "path.simplify": False}
    with mpl.rc_context(wanted), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        yield


def _save_svg(drawn: Drawn, name: str, title: str, words: str) -> str:
    out = io.BytesIO()
    drawn.savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return clean_svg(out.getvalue(), name=name, title=title, words=words, colours=COLOURS)


def _save_png(drawn: Drawn) -> bytes:
    out = io.BytesIO()
    drawn.savefig(out, format="png", dpi=PNG_DPI, facecolor="white", metadata={"Software": None},
                  pil_kwargs={"compress_level": 3})  # a fifth larger than at 6, in a third of the time
    return out.getvalue()
