"""A report as PDF, where WeasyPrint is installed: made from the HTML page, with everything fetched from nowhere.

Tagged (PDF/UA-1, as far as WeasyPrint checks it), with bookmarks from the headings and its fonts inside.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import logging
import re
import warnings
from typing import Any, Final, Literal

from framing.errors import OutputError

HOW_TO: Final = ("PDF needs WeasyPrint: pip install 'framing-compare[pdf]'; or print report.html to PDF from a browser")
HOW_TO_PANGO: Final = ("PDF needs the Pango library, which WeasyPrint does not find: on Debian and Ubuntu, apt install libpangoft2-1.0-0; on macOS, "
                       "brew install pango; on Windows, MSYS2's pango; or print report.html to PDF from a browser")
VARIANT: Final = "pdf/ua-1"  # ISO 14289-1; its second part wants PDF 2.0, which few readers know
_BAR: Final = re.compile(r'<svg class="bar"[^>]*>')
_STYLE: Final = re.compile(r"(?<=<style>).*?(?=</style>)", re.DOTALL)
# Rules for what a reader switches on and off: nobody does so on paper, and WeasyPrint spends two thirds of its time on them.
_SWITCHES: Final = re.compile(r"[^{}]*:has\([^{}]*\{[^{}]*\}")
# WeasyPrint lets the rows of a grid that it splits between pages run over one another, and draws a bookmark for every heading.
_PAPER: Final = (".panels{display:block}.panel{display:inline-block;vertical-align:top;width:46%;margin:0 2% 1.2rem 0}"
                 "h4{bookmark-level:none}")
Paper = Literal["A4", "Letter"]
_SIZES: Final[dict[Paper, str]] = {"A4": "@page{size:A4}", "Letter": "@page{size:letter}"}


def pdf_available() -> bool:
    """Whether WeasyPrint and the system libraries it opens are there."""
    return not isinstance(_weasyprint(), str)


def to_pdf(html: str, *, paper: Paper | None = None) -> bytes:
    """The HTML page as PDF, on A4 or Letter; None keeps the size that the page itself asks for, A4 where it asks for none.

    Raises:
        OutputError: WeasyPrint cannot be used; the message says what to install.
    """
    weasyprint = _weasyprint()
    if isinstance(weasyprint, str):
        raise OutputError(weasyprint)
    for name in ("weasyprint", "fontTools"):  # the first remarks on each style rule that only browsers know, the second on each font
        logging.getLogger(name).setLevel(logging.CRITICAL)
    page = weasyprint.HTML(string=for_paper(html, paper=paper), base_url="about:blank", url_fetcher=_refuse)
    made: bytes = page.write_pdf(pdf_identifier=b"framing", pdf_variant=VARIANT)
    return made


def for_paper(html: str, *, paper: Paper | None = None) -> str:
    """The page with its style sheet fitted to WeasyPrint, and a name for each of the small bars, which PDF/UA wants of every picture."""
    html = _STYLE.sub(lambda style: _SWITCHES.sub("", style.group()) + _PAPER + (_SIZES[paper] if paper else ""), html, count=1)
    return _BAR.sub(r"\g<0><title>Bar for the number beside it</title>", html)


def _weasyprint() -> Any:
    """The library, or what to install for it."""
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():  # it prints when it finds no Pango
            warnings.simplefilter("ignore")
            return importlib.import_module("weasyprint")
    except ImportError:
        return HOW_TO
    except OSError:  # it is installed, a system library is not
        return HOW_TO_PANGO


def _refuse(url: str, *_: Any, **__: Any) -> Any:
    """Fetches nothing: a report has nothing to fetch, and what asks for it comes from an article."""
    raise OutputError(f"refused to fetch {url[:80]}")
