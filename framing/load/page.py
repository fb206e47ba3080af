"""Saved web pages: all visible text in order, with hints from the markup and from trafilatura's choice of main text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any, Final

from framing.errors import ArticleError
from framing.load.decode import decode
from framing.load.draft import Draft, Facts
from framing.load.page_facts import facts_of_page
from framing.load.page_text import Part, Visible, visible_text
from framing.model.article import Notice, Span, ZoneHint

_MAX_MAIN_TEXT: Final = 5_000_000  # characters: trafilatura reads 12 MB/s, and pages beyond this are no articles
_DEEPEST_MAIN_TEXT: Final = 200  # elements inside one another: trafilatura recurses
_XML_HEAD: Final = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_LEAST_TAKEN: Final = 0.25  # of the page's prose, in letters; pages full of readers' comments without markup lie above it
_PROSE: Final = 12  # words from which a paragraph between two main ones counts as main too (trafilatura #164: lost paragraphs)


def read_page(raw: bytes, place: str) -> Draft:
    """The article on a saved page. Nothing visible is left out of the text; what is not the article is hinted to be so.

    Raises:
        ArticleError: the bytes are no text, or the page shows none.
    """
    decoded = decode(raw, place)
    source = _XML_HEAD.sub("", decoded.text, count=1)  # lxml refuses a str that declares its encoding
    root, notices = _parse(source)
    if root is None:
        return _too_deep(source, raw, place, decoded.encoding, decoded.notices)
    visible = visible_text(root)
    if not visible.parts:
        raise ArticleError(place, "no visible text on this page; does it need scripts to show its text?")
    main = _trusted(_main_text(source, root), visible.parts)
    facts = facts_of_page(root)
    parts = _with_headline(visible.parts, facts.title.value if facts.title else "")
    text, hints = _lay_out(_with_main_text(parts, main))
    if any(hint.zone == "headline" for hint in hints):
        facts = replace(facts, title=None)  # the text itself holds it
    if main is None:
        notices = (*notices, Notice("page-without-main-text", "the main text could not be told from the rest by the page's structure; zones rest on wording alone"))
    return Draft(text, raw, decoded.encoding, "text/html", place, facts=facts, hints=hints, notices=(*decoded.notices, *notices, *_dropped(visible)))


def _parse(source: str) -> tuple[Any, tuple[Notice, ...]]:
    """The page's tree; None where it nests deeper than the parser goes, as what lies below would be lost."""
    import lxml.html

    parser = lxml.html.HTMLParser(recover=True, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    tidy = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", " ", source)  # lxml refuses them
    try:
        root = lxml.html.document_fromstring(tidy, parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError):
        return None, ()
    if any("xcessive depth" in error.message for error in parser.error_log):
        return None, ()
    return root, ()


class _Stripper(HTMLParser):
    """Text between tags, for pages that no tree can be made of."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._skip += tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self._skip = max(0, self._skip - (tag in {"script", "style"}))

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split(" \t\r\n\f"))
        if not self._skip and text.strip():
            self.lines.append(" ".join(data.split()))


def _too_deep(source: str, raw: bytes, place: str, encoding: str, notices: tuple[Notice, ...]) -> Draft:
    stripper = _Stripper()
    stripper.feed(source)
    stripper.close()
    if not stripper.lines:
        raise ArticleError(place, "no visible text on this page")
    notice = Notice("page-too-deep", "the page nests too deeply for its structure to be read; its text was taken without it")
    return Draft("\n\n".join(stripper.lines), raw, encoding, "text/html", place, facts=Facts(), notices=(*notices, notice))


def _main_text(source: str, root: Any) -> str | None:
    """The letters of what trafilatura takes for the article; None where it finds nothing or the page is beyond it."""
    if len(source) > _MAX_MAIN_TEXT or _deeper_than(root, _DEEPEST_MAIN_TEXT):
        return None
    import trafilatura

    found = trafilatura.extract(source, fast=True, include_comments=False, include_tables=True, deduplicate=False)
    return _letters(found) if found else None


def _trusted(main: str | None, parts: tuple[Part, ...]) -> str | None:
    """The main text, unless it leaves out nearly all prose that no markup sets aside: then it took the wrong part of the page."""
    prose = [part.text for part in parts if part.zone is None and _is_prose(part.text)]
    taken = sum(len(text) for text in prose if main and _letters(text) in main)
    return main if prose and taken >= _LEAST_TAKEN * sum(map(len, prose)) else None


def _deeper_than(root: Any, limit: int) -> bool:
    depth, level = 0, [root]
    while level and depth <= limit:
        level = [child for element in level for child in element]
        depth += 1
    return depth > limit


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _with_headline(parts: tuple[Part, ...], title: str) -> tuple[Part, ...]:
    """On a page without <h1>, the first line that says most of the page's title is the headline."""
    core = _letters(title)
    if not core or any(part.zone == "headline" for part in parts):
        return parts
    for k, part in enumerate(parts):
        said = _letters(part.text)
        if part.zone is None and len(part.text.split()) >= 3 and said in core and 2 * len(said) > len(core):
            return (*parts[:k], replace(part, zone="headline", rule="page.is-title"), *parts[k + 1:])
    return parts


def _with_main_text(parts: tuple[Part, ...], main: str | None) -> list[Part]:
    """Each unmarked paragraph hinted as body where trafilatura took it, as furniture where it did not; subheads by their element."""
    if main is None:
        return [_heading(part) for part in parts]
    taken = [bool(core := _letters(part.text)) and core in main for part in parts]
    body = [k for k, part in enumerate(parts) if taken[k] and part.zone is None and len(part.text.split()) >= _PROSE]
    if not body:
        return [_heading(part) for part in parts]
    found = []
    for k, part in enumerate(parts):
        if part.zone is not None and not (taken[k] and part.rule == "page.aside"):
            found.append(part)
        elif part.tag in {"h2", "h3", "h4", "h5", "h6"} and body[0] < k < body[-1]:
            found.append(_heading(part))
        elif taken[k]:
            found.append(replace(part, zone="body", rule="page.main-text") if len(part.text.split()) >= _PROSE or part.tag != "div" else replace(part, zone=None))
        elif body[0] < k < body[-1] and part.tag not in {"li", "dd", "dt"} and _is_prose(part.text):
            found.append(replace(part, zone="body", rule="page.among-main-text"))
        else:
            found.append(_outside(part, before=k < body[0]))
    return found


def _is_prose(text: str) -> bool:
    return len(text.split()) >= _PROSE and text.rstrip("\"'”’)] ").endswith((".", "!", "?", "…"))


def _heading(part: Part) -> Part:
    return replace(part, zone="subhead", rule=f"page.{part.tag}") if part.zone is None and part.tag in {"h2", "h3", "h4", "h5", "h6"} else part


def _outside(part: Part, *, before: bool) -> Part:
    """What trafilatura left out: prose of a paragraph above the main text may be the lead or dek, and is left to its wording."""
    if before and part.tag == "p" and len(part.text.split()) >= _PROSE:
        return part
    return replace(part, zone="furniture", rule="page.outside-main-text")


def _lay_out(parts: list[Part]) -> tuple[str, tuple[ZoneHint, ...]]:
    """One text with a blank line between paragraphs (a line end after <br>), and a hint for each paragraph that has a zone."""
    pieces: list[str] = []
    hints: list[ZoneHint] = []
    place, headlines = 0, 0
    for part in parts:
        if pieces:
            gap = "\n" if part.glued else "\n\n"
            pieces.append(gap)
            place += len(gap)
        zone, rule = part.zone, part.rule
        if zone == "headline":
            headlines += 1
            zone = "headline" if headlines == 1 else "subhead"
        if zone is not None:
            hints.append(ZoneHint(Span(place, place + len(part.text)), zone, rule))
        pieces.append(part.text)
        place += len(part.text)
    return "".join(pieces), tuple(hints)


def _dropped(visible: Visible) -> tuple[Notice, ...]:
    if not visible.dropped:
        return ()
    counts = ", ".join(f"{n} {name}" for name, n in visible.dropped)
    return (Notice("markup-left-out", f"elements that show no text were left out: {counts}"),)
