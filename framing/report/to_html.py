"""A comparison as one HTML file: no script, no request, no style attribute; safe to open, to print and to keep."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from importlib.resources import files
from itertools import count
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from framing.model.comparison import Comparison
from framing.report.charts import panel_svgs
from framing.report.draw import HUES
from framing.report.page import build_page
from framing.report.svg import page_svg
from framing.report.view import Badge, Fold, Jump, Line, Page, Piece, Section, Text
from framing.report.wording import VOICES

FRAGMENT_BYTES: Final = 200_000  # a notebook with more in a cell becomes slow to save and to show
_TWO_FILES: Final = "Two files, this page and {}: no script, nothing else fetched, nothing sent. Print it or save it as PDF from the browser."
_QUOTATION: Final = re.compile("(“[^”]*”)")
_LONG_QUOTATION: Final = re.compile("“[^”]{60,}”")  # longer than a line of the page on a phone
# Marks that a reader can switch off, with the words of the key; the class in the style sheet bears the same name.
MARKS: Final = (("loaded", "word some readers find loaded"), ("label", "label that differs"), ("quoted", "quoted"),
                ("attributed", "credited to somebody"), ("scare", "scare quotes"), ("shared", "words both passages share"))


def to_html(comparison: Comparison, *, date: str | None = None) -> str:
    """The report as one page. `date` is printed as its date, if given; without it the same input gives the same bytes."""
    return page_html(build_page(comparison, date=date))


def page_html(page: Page, *, drawn: Mapping[str, str] | None = None, sheet: str = "") -> str:
    """A page that was built already, as HTML.

    Args:
        drawn: its charts, if they were drawn already, or for a reader that does not apply the page's sheet to them.
        sheet: the name of the file beside the page that holds its style sheet (`shared_style`); "" puts it into the page.
    """
    style = shared_style()
    source = Markup("'self' file:") if sheet else Markup(f"'{style_hash(style)}'")  # opened from a disk, a page has no 'self'
    if sheet:
        page = replace(page, footer=(_TWO_FILES.format(sheet), *page.footer[1:]))
    drawings = {name: Markup(svg) for name, svg in (_drawings(page) if drawn is None else drawn).items()}  # ours, their texts escaped
    return environment().get_template("report.html.j2").render(
        page=page, drawings=drawings, style=Markup(style), style_source=source, sheet=sheet, marks=MARKS, voices=VOICES,
        hues=() if drawn is None else HUES, count=partial(next, count(1)))


def _drawings(page: Page) -> dict[str, str]:
    return {name: page_svg(svg) for name, svg in panel_svgs(page).items()}


def to_fragment(comparison: Comparison) -> str:
    """The report for a notebook's cell: the page in a sandboxed frame, so that nothing of it reaches the notebook.

    Under 200 kB: where the whole is longer, the full texts are left out, then the sections from the back.
    """
    page = build_page(comparison)
    drawn = _drawings(page)
    short = replace(page, sections=tuple(_without_folds(one) if one.anchor == "evidence" else one for one in page.sections))
    for tried in (page, short, *(replace(short, sections=short.sections[:n]) for n in range(len(short.sections) - 1, 0, -1))):
        inner = Markup.escape(page_html(tried, drawn=drawn))
        frame = f'<iframe sandbox title="Framing comparison" height="720" style="width:100%" srcdoc="{inner}"></iframe>'
        if len(frame.encode()) < FRAGMENT_BYTES:
            break
    return frame


def _without_folds(section: Section) -> Section:
    return replace(section, blocks=tuple(block for block in section.blocks if not isinstance(block, Fold)))


def style_hash(style: str) -> str:
    """The hash by which the page's policy admits its one style sheet (CSP Level 3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


@cache
def shared_style() -> str:
    """The style sheet of reports and their index, on one line."""
    text = files("framing.report").joinpath("templates", "report.css").read_text(encoding="utf-8")
    return re.sub(r"\n+", "", text)


@cache
def environment() -> Environment:
    """Templates with every text escaped at output; an undefined name is an error."""
    made = Environment(loader=PackageLoader("framing.report", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=False,
                       keep_trailing_newline=True)
    made.filters["kind"] = lambda it: type(it).__name__
    made.filters["plain"] = plain
    made.filters["joined"] = joined
    made.filters["clauses"] = clauses
    made.filters["grouped"] = grouped
    made.filters["capitalize_first"] = lambda text: text[:1].upper() + text[1:]
    return made


def clauses(sentence: str) -> list[list[tuple[str, bool]]]:
    """A finding for the eye: where it quotes long passages, each clause on a line of its own, as (words, whether they are quoted).

    The words stay the same; a finding without a long quotation is one line.
    """
    if not _LONG_QUOTATION.search(sentence):
        return [[(sentence, False)]]
    lines: list[list[tuple[str, bool]]] = [[]]
    for piece in _QUOTATION.split(sentence):
        if _QUOTATION.fullmatch(piece):
            lines[-1].append((piece, bool(_LONG_QUOTATION.fullmatch(piece))))
            continue
        first, *more = re.split(r"(?<=;) ", piece)
        lines[-1].append((first, False))
        lines += [[(one, False)] for one in more]
    return lines


def joined(line: Line) -> list[Piece]:
    """The pieces of a line, with texts of one weight that follow each other as one: a page marks them up once."""
    made: list[Piece] = []
    for piece in line:
        last = made[-1] if made else None
        if isinstance(piece, Text) and isinstance(last, Text) and last.weight == piece.weight:
            made[-1] = replace(last, text=last.text + piece.text)
        else:
            made.append(piece)
    return made


def plain(line: Line, letters: Sequence[str]) -> str:
    """A column's heading where the table is laid out as cards: its words; an article's column by its letter alone."""
    said = "".join(piece.text for piece in line if isinstance(piece, Text)).strip()
    badges = [letters[piece.article] for piece in line if isinstance(piece, Badge)]
    return badges[0] if badges else said


def grouped(uses: Sequence[Jump]) -> list[tuple[str, list[Jump]]]:
    """Links named "pair 1", "pair 4", "tone 2" by their kind: [("pair", [...]), ("tone", [...])], in order of first use."""
    kinds: dict[str, list[Jump]] = {}
    for use in uses:
        kinds.setdefault(use.text.rpartition(" ")[0], []).append(use)
    return list(kinds.items())
