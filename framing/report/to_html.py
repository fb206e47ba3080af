"""A comparison as one HTML file: no script, no request, no style attribute; safe to open, to print and to keep."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from framing.model.comparison import Comparison
from framing.report.charts import panel_svgs
from framing.report.page import build_page
from framing.report.view import Line, Page, Text
from framing.report.wording import VOICES

# Marks that a reader can switch off, with the words of the key; the class in the style sheet bears the same name.
MARKS: Final = (("loaded", "word some readers find loaded"), ("label", "label that differs"), ("quoted", "quoted"),
                ("attributed", "credited to somebody"), ("scare", "scare quotes"), ("shared", "words both passages share"))


def to_html(comparison: Comparison, *, date: str | None = None) -> str:
    """The report as one page. `date` is printed as its date, if given; without it the same input gives the same bytes."""
    return page_html(build_page(comparison, date=date))


def page_html(page: Page) -> str:
    """A page that was built already, as HTML."""
    style = _style()
    drawings = {name: Markup(svg) for name, svg in panel_svgs(page).items()}  # noqa: S704 - our own SVG, its texts escaped
    return _environment().get_template("report.html.j2").render(
        page=page, drawings=drawings, style=Markup(style), style_hash=style_hash(style), marks=MARKS, voices=VOICES)  # noqa: S704


def notebook_html(comparison: Comparison) -> str:
    """The page inside a sandboxed frame, for a notebook's cell: nothing of it reaches the notebook."""
    inner = Markup.escape(to_html(comparison))
    return f'<iframe sandbox title="Framing comparison" width="100%" height="720" srcdoc="{inner}"></iframe>'


def style_hash(style: str) -> str:
    """The hash by which the page's policy admits its one style sheet (CSP Level 3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


@cache
def _style() -> str:
    text = files("framing.report").joinpath("templates", "report.css").read_text(encoding="utf-8")
    return re.sub(r"\n+", "", text)


@cache
def _environment() -> Environment:
    made = Environment(loader=PackageLoader("framing.report", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=False,
                       keep_trailing_newline=True)
    made.filters["kind"] = lambda it: type(it).__name__
    made.filters["plain"] = plain
    made.filters["capitalize_first"] = lambda text: text[:1].upper() + text[1:]
    return made


def plain(line: Line) -> str:
    """The words of a line alone."""
    return "".join(piece.text for piece in line if isinstance(piece, Text)).strip()
