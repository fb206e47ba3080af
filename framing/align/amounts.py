"""Numbers of a sentence with what they count, and the shares of a whole that they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from framing.model.article import Span
from framing.text.families import key
from framing.text.terms import term

_TO_NINETEEN: Final = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
                      "eighteen nineteen")
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBER_WORDS: Final = (
    {word: float(number) for number, word in enumerate(_TO_NINETEEN.split())}
    | {word: 10.0 * number for number, word in enumerate(_TENS.split(), start=2)}
    | {"dozen": 12.0, "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9})
_SCALES: Final = {"dozen": 12.0, "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9, "k": 1e3}
_DIGITS: Final = re.compile(r"(\d[\d,]*(?:\.\d+)?)(m|bn|k)?")
_MEASURES: Final = frozenset({"$", *map(term, ("year", "month", "week", "day", "hour", "minute", "mile", "kilometre", "kilometer", "metre", "meter", "foot", "feet", "acre", "ton", "tonne"))})
_DOZEN: Final = 12  # numbers up to this one of the same thing meet by chance ("the first eight patients", "eight patients who ...")
_SMALL_NUMBER: Final = 3  # numbers up to this one are shared by chance
_YEARS: Final = (1900, 2100)  # a bare whole number in here is taken for a year, which counts nothing
_TIMES: Final = ("january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep "
                "oct nov dec am pm a.m p.m gmt year-old")
_NOT_COUNTED: Final = frozenset(_TIMES.split())
_DEGREES: Final = frozenset({"category", "level", "phase", "section", "article", "class", "grade", "number", "no", "page", "room", "route", "title", "chapter"})  # "a Category 3 storm"
_BESIDES: Final = frozenset({"other", "others", "more", "further", "additional"})  # "24 other states" leaves some uncounted
_LARGEST_RATIO: Final = 100  # "three in five", "one in 100"; with larger numbers "in" tells of something else
_UNDERSTOOD: Final = 8  # terms of what was counted that a number naming nothing takes over
_NAMES_NOTHING: Final = re.compile(r"\b(?:puts? (?:it|the (?:number|figure|toll|total|count)) at|sp(?:ok|eak)s?e? of)(?: about| some| around)? $")
_NUMBER_OF: Final = re.compile(r"\b(?:number|toll|total|count|tally) of ")
_NEAR: Final = 3  # words after a number that say what it counts ("nine people with light injuries")
_ANYONE: Final = frozenset(map(term, ("people", "person", "man", "men", "woman", "women", "other", "member", "percent")))
_PERCENT: Final = (("per", "cent"), ("percent",), ("pc",))
_PERCENT_ENDS: Final = frozenset(unit[-1] for unit in _PERCENT)
_OF_WHOLE: Final = 4  # words after a number among which the whole it is a part of is looked for ("24 out of its 40")
_BEFORE_WHOLE: Final = frozenset({"of", "the", "its", "their", "his", "her", "all"})
_ROUGH: Final = re.compile(r"\b(?:about|around|some|nearly|almost|roughly|approximately|over|than|least|to|under|as many as|an estimated) [$£€]?$", re.IGNORECASE)
_BEFORE: Final = 10  # words before a number among which what it counts is looked for where nothing follows ("a budget, to the tune of $3bn")
_CUT: Final = re.compile(r'["();:]')  # what comes after one of these is not counted by a number that stands before it
_REACH: Final = 4  # words after a number among which what it counts is looked for ("14 of the wounded")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and the terms that stand right after it, nearest first: "nine light injuries" -> 9, (light, injury).

    `span` runs from the number to the first of these terms. `share` is what part of a whole it is, 0 to 1, where the text tells:
    "24 of its 40 cranes", "three in five", "60 per cent"; None elsewhere. `rough`: the text says that it is ("nearly 40"). `before`: the
    terms right before it, nearest first. `part`: it is some of more ("one of the cranes").
    """

    value: float
    counted: tuple[str, ...]
    span: Span
    share: float | None = None
    rough: bool = False
    before: tuple[str, ...] = ()
    part: bool = False

    @property
    def known_by(self) -> float | None:
        """The number where it is above three, so that it is seldom shared by chance; None for smaller ones."""
        return self.value if self.value > _SMALL_NUMBER else None


def figures_in_common(a: Iterable[Amount], b: Iterable[Amount]) -> int:
    """How many numbers above three two passages share; where none, how many shares of a whole ("three in five" and "24 of 40")."""
    left, right = tuple(a), tuple(b)
    numbers = {one.known_by for one in left} & {one.known_by for one in right} - {None}
    return len(numbers or {_rounded(one) for one in left} & {_rounded(one) for one in right} - {None})


def _rounded(one: Amount) -> float | None:
    return None if one.share is None else round(one.share, 3)


def same_count(a: Amount, b: Amount) -> bool:
    """Whether two numbers count the same: of the next words of each, one is shared or of one family that is neither of people in general
    nor a unit ("per cent").
    """
    left, right = ({key(name) for name in one.counted[:_NEAR] if name not in _ANYONE} for one in (a, b))
    return bool(left & right)


def counts_in_common(a: Iterable[Amount], b: Iterable[Amount]) -> int:
    """How many amounts of `a` are the same number, or share, of the same thing as one of `b`; small numbers, money and measures aside, which count anything."""
    right = tuple(b)
    return sum(any(same_figure(one, other) and same_count(one, other) for other in right) for one in a
               if one.counted[0] not in _MEASURES and (one.share or one.value > _DOZEN))


def same_figure(a: Amount, b: Amount) -> bool:
    """Whether two amounts are one number or one share."""
    return a.value == b.value or (a.share is not None and _rounded(a) == _rounded(b))


def _value(word: str) -> float | None:
    """The number that a lower-cased word writes, None for other words."""
    found = _DIGITS.fullmatch(word)
    if found:
        number = float(found[1].replace(",", ""))
        return number * _SCALES.get(found[2] or "", 1.0)
    first, dash, second = word.partition("-")
    if dash and first in _NUMBER_WORDS and second in _NUMBER_WORDS:
        return _NUMBER_WORDS[first] * _SCALES[second] if second in _SCALES else _NUMBER_WORDS[first] + _NUMBER_WORDS[second]
    return _NUMBER_WORDS.get(word)


def _whole(value: float, lows: Sequence[str], k: int) -> tuple[float | None, int]:
    """What part of a whole a number is, by the words from `k` on, and where what it counts begins: "24 of its 40 cranes" counts from
    "of", "three in five of its cranes" from behind the five, "60 per cent of them" from behind the unit. None where no whole is told.
    """
    after = lows[k:k + _OF_WHOLE]
    for unit in _PERCENT:
        if tuple(after[:len(unit)]) == unit:
            return value / 100, k + len(unit)
    if after[:1] == ["in"] and len(after) > 1:
        whole = _value(after[1])
        return (value / whole, k + 2) if whole and 0 < value < whole <= _LARGEST_RATIO else (None, k)
    rest = [word for word in after if word not in _BEFORE_WHOLE] if after[:1] == ["of"] or after[:2] == ["out", "of"] else []
    whole = _value(rest[0]) if rest else None
    return (value / whole, k) if whole and 0 < value < whole else (None, k)


def find_amounts(text: str, words: Sequence[Span], understood: tuple[str, ...] = ()) -> tuple[Amount, ...]:
    """The amounts of a sentence; dates, times, ages written "5-year-old" and bare years are left out.

    Args:
        text: the article, normalised; `words` are the places of the sentence's words in it.
        understood: terms that a number counts which names nothing itself ("the union put it at 23").
    """
    found, k, lows = [], 0, [text[start:end].lower() for start, end in words]
    while k < len(words):
        value, first = _value(lows[k]), k
        k += 1
        if value is None:
            continue
        while k < len(words) and lows[k] in _SCALES:
            value, k = value * _SCALES[lows[k]], k + 1
        share, k = _whole(value, lows, k)
        last = next((j for j in range(k, min(k + _REACH, len(words))) if j and _CUT.search(text, words[j - 1].end, words[j].start)), k + _REACH)
        after = [(j, name) for j in range(k, min(last, len(words))) if (name := term(lows[j])) and _value(lows[j]) is None]
        counted = tuple(name for _, name in after)
        if not counted and _NAMES_NOTHING.search(text, max(words[first].start - 30, words[0].start), words[first].start):
            counted = understood
        if text[max(words[first].start - 1, 0)] in "$£€":
            counted = ("$", *counted)
        if lows[k - 1] in _PERCENT_ENDS:
            counted = ("percent", *counted)
        if counted and not _counts_nothing(lows, first, k, value):
            span = Span(words[first].start, words[after[0][0] if after else k - 1].end)
            before = tuple(name for low in reversed(lows[max(first - _BEFORE, 0):first]) if (name := term(low)) and _value(low) is None)
            part = lows[k:k + 1] == ["of"]
            found.append(Amount(value, counted, span, share, bool(_ROUGH.search(text, max(span.start - 20, words[0].start), span.start)), before, part))
    return tuple(found)


def _counts_nothing(lows: Sequence[str], first: int, after: int, value: float) -> bool:
    """Whether a number is a year, a part of a date or a time, a degree ("Category 3"), or leaves some of what it counts out ("24 other states")."""
    year = lows[first].isdigit() and _YEARS[0] <= value < _YEARS[1]
    besides = after < len(lows) and lows[after] in _BESIDES
    degree = first > 0 and lows[first - 1] in _DEGREES
    return year or besides or degree or bool({*lows[max(first - 1, 0):first], *lows[after:after + 1]} & _NOT_COUNTED)


def counted_in(text: str, words: Sequence[Span], amounts: Sequence[Amount]) -> tuple[str, ...]:
    """What a sentence counts, for a number of the next sentence that names nothing ("The union put it at 23."): the terms after its last
    amount ("17 people were detained when ..."), else those after "the number of".
    """
    found = _NUMBER_OF.search(text, words[0].start, words[-1].end) if words else None
    start = amounts[-1].span.start if amounts else found.end() if found else -1
    after = [name for place in words if 0 <= start <= place.start and (name := term(low := text[place.start:place.end].lower())) and _value(low) is None]
    return tuple(dict.fromkeys(after))[:_UNDERSTOOD]
