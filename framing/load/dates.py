"""Dates as pages write them, read by our own patterns: no clock, no guess about today."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from framing.model.article import Notice

MONTHS: Final = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                 "november", "december")
_MONTH: Final = r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_YEAR: Final = r"((?:19|20)\d\d)"
_ISO: Final = re.compile(rf"(?<!\d){_YEAR}[-/]([01]?\d)[-/]([0-3]?\d)(?!\d)")
_DAY_FIRST: Final = re.compile(rf"(?<!\d)([0-3]?\d)(?:st|nd|rd|th)?(?: of)?[ .\-]{{1,3}}{_MONTH}\.?,?[ \-]{{1,2}}{_YEAR}(?!\d)", re.IGNORECASE)
_MONTH_FIRST: Final = re.compile(rf"\b{_MONTH}\.? ([0-3]?\d)(?:st|nd|rd|th)?,? {_YEAR}(?!\d)", re.IGNORECASE)
_NUMBERS: Final = re.compile(rf"(?<![\d/.])([0-3]?\d)([/.])([0-3]?\d)\2{_YEAR}(?![\d/])")
_PACKED: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")


class FoundDate(NamedTuple):
    """A date in ISO form, how sure its reading is (0 to 1), and where it stands. `ambiguous`: day and month could be swapped."""

    iso: str
    confidence: float
    start: int
    end: int
    ambiguous: bool = False


def find_date(text: str, start: int = 0, end: int | None = None) -> FoundDate | None:
    """The first date in `text[start:end]`: ISO, "3 May 2019", "May 3, 2019", "06/05/2019" (month first, doubtful), "20190503"."""
    stop = len(text) if end is None else end
    found = [one for read in (_iso, _day_first, _month_first, _numbers, _packed) if (one := read(text, start, stop))]
    return min(found, key=lambda one: (one.start, -one.confidence), default=None)


def ambiguous_date(written: str, iso: str) -> Notice:
    """The remark for a date whose day and month could be swapped."""
    return Notice("date-ambiguous", f"the date {written.strip()!r} can be read two ways; taken as {iso}")


def _valid(year: str | int, month: str | int, day: str | int) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _month_number(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def _iso(text: str, start: int, end: int) -> FoundDate | None:
    found = _ISO.search(text, start, end)
    iso = _valid(*found.groups()) if found else None
    return FoundDate(iso, 1.0, *found.span()) if found and iso else None


def _day_first(text: str, start: int, end: int) -> FoundDate | None:
    found = _DAY_FIRST.search(text, start, end)
    iso = _valid(found[3], _month_number(found[2]), found[1]) if found else None
    return FoundDate(iso, 1.0, *found.span()) if found and iso else None


def _month_first(text: str, start: int, end: int) -> FoundDate | None:
    found = _MONTH_FIRST.search(text, start, end)
    iso = _valid(found[3], _month_number(found[1]), found[2]) if found else None
    return FoundDate(iso, 1.0, *found.span()) if found and iso else None


def _numbers(text: str, start: int, end: int) -> FoundDate | None:
    """06/05/2019: month first, as slashes are read in the US, but doubtful; 06.05.2019: day first; 25/05/2019 can be one thing only."""
    found = _NUMBERS.search(text, start, end)
    if found is None:
        return None
    first, mark, second, year = found.groups()
    month_first, day_first = _valid(year, first, second), _valid(year, second, first)
    if month_first and day_first and month_first != day_first:
        iso, sure = (month_first, 0.4) if mark == "/" else (day_first, 0.6)
        return FoundDate(iso, sure, *found.span(), ambiguous=True)
    either = month_first or day_first
    return FoundDate(either, 0.9, *found.span()) if either else None


def _packed(text: str, start: int, end: int) -> FoundDate | None:
    found = _PACKED.search(text, start, end)
    iso = _valid(*found.groups()) if found else None
    return FoundDate(iso, 0.6, *found.span()) if found and iso else None
