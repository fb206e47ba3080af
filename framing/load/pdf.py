"""PDF files: the text of each page as stored in the file; nothing is read from pictures."""

from __future__ import annotations

import io
import logging
from typing import Any, Final

from framing.errors import ArticleError
from framing.load.dates import find_date
from framing.load.draft import Draft, Facts
from framing.model.article import Known, Notice

MAX_PAGES: Final = 500  # an article has some pages; a book of thousands is a mistake we would rather name
_FEW: Final = 20  # letters: below this a PDF is a scan with a stamp on it


def read_pdf(raw: bytes, place: str) -> Draft:
    """The article in a PDF.

    Raises:
        ArticleError: broken, locked, more than `MAX_PAGES` pages, or without text.
    """
    import pypdf
    from pypdf.errors import PyPdfError

    _keep_quiet()
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError(place, "this PDF is locked with a password; save an unlocked copy")
        if len(reader.pages) > MAX_PAGES:
            raise ArticleError(place, f"{len(reader.pages)} pages; at most {MAX_PAGES} are read. Save the article's pages alone")
        pages = ["\n".join(line.rstrip() for line in page.extract_text().strip().split("\n")) for page in reader.pages]
        facts = _properties(reader)
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, NotImplementedError, OSError) as problem:
        raise ArticleError(place, f"not a readable PDF ({str(problem).splitlines()[0] if str(problem) else type(problem).__name__})") from problem
    text = "\n\n".join(page for page in pages if page)
    text = "".join(letter if not "\ud800" <= letter <= "\udfff" else "\ufffd" for letter in text)
    if sum(letter.isalpha() for letter in text[:5000]) < _FEW:
        raise ArticleError(place, "no text in this PDF; is it a scan?")
    notice = Notice("pdf-layout", "text of a PDF: paragraphs are guessed, columns and page heads may stand in the wrong place")
    return Draft(text, raw, "pdf", "application/pdf", place, facts=facts, notices=(notice,))


def _keep_quiet() -> None:
    """pypdf logs the faults it mends; where no handler is set, Python would print them among our own remarks."""
    log = logging.getLogger("pypdf")
    if not log.handlers:
        log.addHandler(logging.NullHandler())


def _properties(reader: Any) -> Facts:
    """Title, author and creation date of the file's properties, weakly believed: they often tell of the program that made it."""
    known = reader.metadata
    if known is None:
        return Facts()
    title, author, made = (str(known.get(key) or "").strip() for key in ("/Title", "/Author", "/CreationDate"))
    date = find_date(made[2:10]) if made.startswith("D:") else None
    return Facts(title=Known(title, "page", 0.4) if title else None, byline=Known(author, "page", 0.3) if author else None,
                 published=Known(date.iso, "page", 0.3) if date else None)
