"""What a text says of itself: date, byline, genre and outlet, from lines that say nothing else, and the file's name."""

from __future__ import annotations

import re
from typing import Final

from framing.load.dates import FoundDate, ambiguous_date, find_date
from framing.load.draft import Facts
from framing.model.article import Known, Notice, Span

_HEAD_LINES: Final = 40  # lines at the top in which a page says who wrote it and when
_FOOT_LINES: Final = 10
_LONGEST: Final = 140  # characters: longer lines are prose
_SAYS_WHEN: Final = re.compile(r"^\W{0,4}(first published|published|posted|updated|last updated|last modified|modified|date|created)\b", re.IGNORECASE)
_BYLINE: Final = re.compile(r"^\W{0,4}(?:(?:written |reported |words )?by:?|author:)[ \u00a0]+(?-i:([A-ZÀ-ÖØ-Þ][\w.'’\-]*(?:[ \u00a0](?:[A-ZÀ-ÖØ-Þ][\w.'’\-]*|de|van|von|der|da|bin|al|and|&)){0,9}))", re.IGNORECASE)
_GENRE: Final = {"opinion": "opinion", "editorial": "opinion", "op-ed": "opinion", "comment": "", "commentary": "opinion", "column": "opinion",
                 "opinions": "opinion", "viewpoint": "opinion", "letters": "opinion", "news": "news", "world news": "news", "local news": "news"}
_CRUMBS: Final = re.compile(r"^([^>›»/\n]{2,30})(?: [>›»/] [^>›»\n]{2,40}){1,5}$")
_DATELINE: Final = re.compile(r"^\W{0,4}[A-ZÀ-Þ][\w .,'’\-]{1,40} \(([A-Z][\w .&'’\-]{1,30})\)[ \u00a0]{0,3}(?:—|–|--?)")
_RIGHTS: Final = re.compile(r"(?:©|\(c\)|copyright)\s{0,3}(?:©\s{0,2})?(?:(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?,?\s)([A-Z][\w .&'’\-]{2,40}?)(?:[.,|]|\s-\s|$|\sall rights)", re.IGNORECASE)


def facts_of_text(text: str, name: str) -> tuple[Facts, tuple[Notice, ...]]:
    """Facts that stand in the text or in the file's name, each with its place and how surely it was read."""
    lines = _short_lines(text)
    published, notices = _published(lines)
    if published is None:
        found = find_date(name)
        published = Known(found.iso, "name", 0.5 * found.confidence) if found else None
    genre, more = _genre(lines)
    return Facts(published=published, byline=_byline(lines), genre=genre, outlet=_outlet(lines, text)), notices + more


def _short_lines(text: str) -> list[tuple[str, int]]:
    """Short lines of the head and the foot with their places; bounded, so that one huge line costs nothing."""
    head, foot, place = text[:20_000], text[-4_000:] if len(text) > 20_000 else "", 0
    found: list[tuple[str, int]] = []
    for part, base, pick in ((head, 0, slice(0, _HEAD_LINES)), (foot, len(text) - len(foot), slice(-_FOOT_LINES, None))):
        place, rows = base, []
        for line in part.split("\n"):
            if line.strip() and len(line) <= _LONGEST:
                rows.append((line, place))
            place += len(line) + 1
        found += rows[pick]
    return found


def _known(value: str, confidence: float, start: int) -> Known:
    return Known(" ".join(value.split()), "text", confidence, Span(start, start + len(value)))


def _published(lines: list[tuple[str, int]]) -> tuple[Known | None, tuple[Notice, ...]]:
    """The date of publication: a line that says so ("Published 3 May 2019"), else a line that is little more than a date."""
    best: tuple[float, int, FoundDate, str] | None = None
    for line, place in lines:
        found = find_date(line)
        if found is None:
            continue
        said = _SAYS_WHEN.match(line)
        rest = len(re.sub(r"[\W\d_]", "", line[:found.start] + line[found.end:]))
        if said is None and rest > 25:  # letters beside the date: a clock time, a city or a name, but no sentence
            continue
        sure = found.confidence * ((0.75 if said[1].lower().startswith(("update", "last", "modif")) else 0.95) if said else 0.7)
        if best is None or sure > best[0]:
            best = (sure, place, found, line)
    if best is None:
        return None, ()
    sure, place, found, line = best
    notices = (ambiguous_date(line[found.start:found.end], found.iso),) if found.ambiguous else ()
    return Known(found.iso, "text", round(sure, 2), Span(place + found.start, place + found.end)), notices


def _byline(lines: list[tuple[str, int]]) -> Known | None:
    for line, place in lines:
        found = _BYLINE.match(line)
        if found and len(line) - found.end(1) <= 60 and not line.rstrip().endswith((".", "?", "!")):
            return _known(found[1].strip(" ,&"), 0.9, place + found.start(1))
    return None


def _genre(lines: list[tuple[str, int]]) -> tuple[Known | None, tuple[Notice, ...]]:
    """News or opinion, from a section label that stands alone or heads a row of crumbs ("News > U.S.")."""
    found: list[Known] = []
    for line, place in lines:
        plain = line.strip(" \t\u00a0•|*#:").rstrip(".")
        crumbs = _CRUMBS.match(plain)
        label = (crumbs[1] if crumbs else plain).strip()
        genre = _GENRE.get(label.lower())
        if genre:
            at = place + line.find(label)
            found.append(Known(genre, "text", 0.7 if crumbs else 0.6, Span(at, at + len(label))))
    best = max(found, key=lambda one: one.confidence, default=None)
    if best is None or {one.value for one in found} == {best.value}:
        return best, ()
    notice = Notice("genre-doubtful", f"labelled both news and opinion; taken as {best.value}", found[-1].span)
    return Known(best.value, best.origin, 0.4, best.span), (notice,)


def _outlet(lines: list[tuple[str, int]], text: str) -> Known | None:
    """The outlet: a copyright line, else the agency of a dateline (which may only be where the text was bought)."""
    for line, place in reversed(lines):
        rights = _RIGHTS.search(line)
        if rights:
            return _known(rights[1].strip(), 0.6, place + rights.start(1))
    place = 0
    for line in text[:20_000].split("\n"):
        dateline = _DATELINE.match(line[:120])
        if dateline:
            return _known(dateline[1], 0.4, place + dateline.start(1))
        place += len(line) + 1
    return None
