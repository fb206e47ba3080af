"""A report as PDF, where WeasyPrint is installed: made from the HTML page, with everything fetched from nowhere."""

from __future__ import annotations

import importlib
import logging
from typing import Any, Final

from framing.errors import OutputError

HOW_TO: Final = ("PDF needs WeasyPrint and the Pango library: pip install 'framing-compare[pdf]' and, on Debian, apt install libpangoft2-1.0-0; "
                 "or print report.html to PDF from a browser")


def pdf_available() -> bool:
    """Whether WeasyPrint and the system libraries it opens are there."""
    return _weasyprint() is not None


def to_pdf(html: str) -> bytes:
    """The HTML report as PDF (A4).

    Raises:
        OutputError: WeasyPrint cannot be used; the message says what to install.
    """
    weasyprint = _weasyprint()
    if weasyprint is None:
        raise OutputError(HOW_TO)
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it remarks on each style rule that only browsers know
    made: bytes = weasyprint.HTML(string=html, base_url="about:blank", url_fetcher=_refuse).write_pdf(pdf_identifier=b"framing")
    return made


def _weasyprint() -> Any:
    try:
        return importlib.import_module("weasyprint")
    except (ImportError, OSError):  # OSError: it is installed, a system library is not
        return None


def _refuse(url: str, *_: Any, **__: Any) -> Any:
    """Fetches nothing: a report has nothing to fetch, and what asks for it comes from an article."""
    raise OutputError(f"refused to fetch {url[:80]}")
