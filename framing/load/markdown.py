"""Markdown files: the text as decoded; headings, pictures and the front matter become hints and facts."""

from __future__ import annotations

import re
from typing import Final

from framing.load.dates import find_date
from framing.load.decode import decode
from framing.load.draft import Draft, Facts
from framing.model.article import Known, Span, ZoneHint

_HEADING: Final = re.compile(r"^(#{1,6})[ \t]+(\S[^\n]*)$", re.MULTILINE)
_PICTURE: Final = re.compile(r"^[ \t]*!\[[^\]\n]*\]\([^)\n]*\)[ \t]*$", re.MULTILINE)
_FRONT: Final = re.compile(r"\A---[ \t]*\n((?:[^\n]*\n){1,60}?)---[ \t]*\n")
_FIELD: Final = re.compile(r"^(\w+)[ \t]*:[ \t]*(\S[^\n]*)$", re.MULTILINE)


def read_markdown(raw: bytes, place: str) -> Draft:
    """The article in a Markdown file: `#` is the headline, `##` and deeper are subheads, front matter gives title, date, outlet and so on.

    Raises:
        ArticleError: the bytes are no text.
    """
    decoded = decode(raw, place)
    text, hints = decoded.text, []
    front = _FRONT.match(text)
    if front is not None:
        hints.append(ZoneHint(Span(*front.span()), "furniture", "markdown.front-matter"))
    for found in _HEADING.finditer(text, front.end() if front else 0):
        zone = "headline" if found[1] == "#" else "subhead"
        hints.append(ZoneHint(Span(*found.span(2)), zone, f"markdown.h{len(found[1])}"))
    hints += [ZoneHint(Span(*found.span()), "caption", "markdown.picture") for found in _PICTURE.finditer(text)]
    facts = _front_facts(front[1]) if front else Facts()
    return Draft(text, raw, decoded.encoding, "text/markdown", place, facts=facts, hints=tuple(sorted(hints, key=lambda one: one.span)),
                 notices=decoded.notices)


def _front_facts(front: str) -> Facts:
    fields = {found[1].lower(): found[2].strip().strip("\"'") for found in _FIELD.finditer(front)}

    def known(*names: str) -> Known | None:
        return next((Known(fields[name], "page", 0.9) for name in names if name in fields), None)

    written = find_date(next((fields[name] for name in ("date", "published") if name in fields), ""))
    genre = fields.get("genre", "").lower()
    return Facts(title=known("title"), outlet=known("outlet", "publication", "site"), byline=known("byline", "author"), url=known("url", "link"),
                 language=known("language", "lang"), published=Known(written.iso, "page", written.confidence) if written else None,
                 genre=Known(genre, "page", 0.9) if genre in {"news", "opinion"} else None)
