"""Days that a text names, resolved against the day it was published: "on Tuesday", "30 April", "last month", "in 2016"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, NamedTuple

from framing.model.article import Span

_MONTHS: Final = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH: Final = (r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
                 r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.|Jul\.|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)")
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_UNITS: Final = {"day": 1, "week": 7, "month": 30, "year": 365}
_COUNTS: Final = "one two three four five six seven eight nine ten"
_SMALL: Final = {"a": 1, "an": 1} | {word: number for number, word in enumerate(_COUNTS.split(), start=1)}
_COMING: Final = re.compile(r"\b(?:will|would|shall|is to|are to|is due|are due|scheduled|plans? to|expected to|set to|next|by|until)\b[^.!?]{0,60}$")


class DateMention(NamedTuple):
    """Words that name a day or a stretch of days: day numbers (`date.toordinal`), both ends included."""

    span: Span
    first: int
    last: int


def _month_range(year: int, month: int) -> tuple[int, int]:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1).toordinal(), following.toordinal() - 1


def _month_number(name: str) -> int:
    return next(k for k, month in enumerate(_MONTHS, start=1) if month.startswith(name.lower().rstrip(".")[:3]))


def _nearest_year(month: int, day: int, published: date) -> int:
    """The year that brings a day of the year closest to the day of publication."""
    return min((published.year - 1, published.year, published.year + 1),
               key=lambda year: abs(year * 365 + month * 30 + day - published.year * 365 - published.month * 30 - published.day))


def _full(found: re.Match[str], published: date) -> tuple[int, int] | None:
    month, day = _month_number(found["month"]), int(found["day"])
    year = int(found["year"]) if found["year"] else _nearest_year(month, day, published)
    try:
        number = date(year, month, day).toordinal()
    except ValueError:
        return None
    return number, number


def _iso(found: re.Match[str], _: date) -> tuple[int, int] | None:
    try:
        number = date.fromisoformat(found.group()).toordinal()
    except ValueError:
        return None
    return number, number


def _month_only(found: re.Match[str], published: date) -> tuple[int, int] | None:
    month = _month_number(found["month"])
    if found["year"]:
        return _month_range(int(found["year"]), month)
    return _month_range(published.year if month <= published.month else published.year - 1, month)


def _year_only(found: re.Match[str], _: date) -> tuple[int, int] | None:
    year = int(found["year"])
    return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()


def _weekday(found: re.Match[str], published: date) -> tuple[int, int] | None:
    """The last such day up to publication; the next one after words of what is to come ("will meet on Friday")."""
    wanted = _WEEKDAYS.index(found["weekday"].lower())
    back = (published.weekday() - wanted) % 7
    number = published.toordinal() - back
    if _COMING.search(found.string[max(0, found.start() - 80):found.start()]):
        number = published.toordinal() + (7 - back)
    return number, number


def _spoken(found: re.Match[str], published: date) -> tuple[int, int] | None:
    offset = {"yesterday": -1, "tomorrow": 1}.get(found["spoken"].lower(), 0)
    return published.toordinal() + offset, published.toordinal() + offset


def _relative(found: re.Match[str], published: date) -> tuple[int, int] | None:
    """"last week", "this month", "next year": the calendar week, month or year."""
    step = {"last": -1, "past": -1, "this": 0, "next": 1}[found["which"].lower()]
    unit, today = found["unit"].lower(), published.toordinal()
    if unit == "week":
        monday = today - published.weekday() + 7 * step
        return monday, monday + 6
    if unit == "year":
        return date(published.year + step, 1, 1).toordinal(), date(published.year + step, 12, 31).toordinal()
    year, month = divmod(published.year * 12 + published.month - 1 + step, 12)
    return _month_range(year, month + 1)


def _ago(found: re.Match[str], published: date) -> tuple[int, int] | None:
    count = int(found["count"]) if found["count"].isdigit() else _SMALL[found["count"].lower()]
    length = _UNITS[found["unit"].lower()]
    middle, slack = published.toordinal() - count * length, length // 2
    return max(middle - slack, 1), middle + slack


_Resolver = Callable[[re.Match[str], date], tuple[int, int] | None]
# In order of precedence: what an earlier pattern has taken, a later one does not see.
_PATTERNS: Final[tuple[tuple[re.Pattern[str], _Resolver], ...]] = (
    (re.compile(r"\b\d{4}-\d\d-\d\d\b"), _iso),
    (re.compile(rf"\b{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?\b"), _full),
    (re.compile(rf"\b{_MONTH} {_DAY}(?!\d|,\d{{3}})(?:,? {_YEAR})?\b"), _full),
    (re.compile(rf"\b(?:[Ii]n|[Ss]ince|[Ll]ast|[Uu]ntil|[Ff]rom|of|this|early|late|mid) (?:mid-)?{_MONTH}(?:,? {_YEAR})?\b"), _month_only),
    (re.compile(rf"\b{_MONTH},? {_YEAR}\b"), _month_only),
    (re.compile(r"\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"), _weekday),
    (re.compile(r"\b(?P<spoken>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)\b"), _spoken),
    (re.compile(r"\b(?P<which>[Ll]ast|[Pp]ast|[Tt]his|[Nn]ext) (?P<unit>week|month|year)\b"), _relative),
    (re.compile(r"\b(?P<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?P<unit>day|week|month|year)s? ago\b"), _ago),
    (re.compile(rf"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ff]rom|of|the|early|late|[Bb]y|[Dd]uring) {_YEAR}\b(?!-\d)"), _year_only),
)


def _all(text: str, span: Span, published: date) -> Iterator[DateMention]:
    taken: list[Span] = []
    for pattern, resolve in _PATTERNS:
        for found in pattern.finditer(text, span.start, span.end):
            place = Span(*found.span())
            if any(place.overlaps(other) for other in taken):
                continue
            days = resolve(found, published)
            if days is not None:
                taken.append(place)
                yield DateMention(place, *days)


def find_dates(text: str, published: date, span: Span | None = None) -> list[DateMention]:
    """The days that a shadow text names, in order of the text.

    A date without its year is put in the year that brings it closest to publication; a month alone, and a weekday, in the past,
    unless the words before speak of what is to come. Wrong where a text tells of weekdays of another week.

    Args:
        published: the day against which "yesterday" is read.
        span: the part of the text to look at; all of it where None.
    """
    return sorted(_all(text, span if span is not None else Span(0, len(text)), published))
