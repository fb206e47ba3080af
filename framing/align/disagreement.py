"""Whether two numbers of aligned passages count one thing and disagree."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from framing.align.amounts import Amount, same_figure
from framing.text.families import key
from framing.text.terms import common_share, term

_NEAR: Final = 3  # terms beside a number that say what it counts ("nine people with light injuries")
_SMALL: Final = 3  # numbers up to this one stand for persons and things of any kind ("one of the cranes", "the two were ...")
_TELLING: Final = 0.2  # a word expected in more articles than this does not tell what is counted
_RATIO: Final = 10  # two counts that are further apart than this are of two things, or of a part and the whole
_ONE: Final = 1  # "one was killed" tells of one of them
_TOTAL: Final = frozenset(map(term, ("total", "altogether", "overall")))
_MONEY_RATIO: Final = 3  # two sums of money that are further apart are of two things: prices, budgets and fines share their words
_UNITS: Final = {"$": "money", "dollar": "money", "pound": "money", "euro": "money", "percent": "percent", "cent": "percent", "year": "time", "month": "time",
                 "week": "time", "day": "time", "hour": "time", "minute": "time", "mile": "length", "kilometer": "length", "kilometre": "length",
                 "metre": "length", "meter": "length", "foot": "length", "feet": "length", "km": "length", "acre": "area", "ton": "weight", "tonne": "weight"}
_PEOPLE: Final = frozenset(map(term, ("people", "person", "man", "men", "woman", "women", "other", "member", "times", "time")))
_ENOUGH_DIGITS: Final = 2  # "43,000" is a round 43,350; "40" with nothing said is no round 38


def disagreement(a: Sequence[Amount], b: Sequence[Amount]) -> tuple[Amount, Amount] | None:
    """Numbers of the same thing that differ, where neither agrees with a number of the other sentence; None where there are none."""
    return next(((left, right) for left in a for right in b if of_one_thing(left, right) and not any(agree(left, one) for one in b)
                 and not any(agree(right, one) for one in a)), None)


def agree(a: Amount, b: Amount) -> bool:
    """Whether two amounts can both be right: one number, one share, or one is the other rounded. "43,000" and "43,350" agree, so do
    "nearly 40" and "38"; "40" and "38" do not.
    """
    return same_figure(a, b) or _rounds(a, b) or _rounds(b, a)


def _rounds(coarse: Amount, fine: Amount) -> bool:
    """Whether `coarse` is `fine` rounded: to its own last digit that is not 0, of two digits or more; a rough number is off by less than
    one of that digit.
    """
    unit, digits = _last_digit(coarse.value)
    if coarse.rough:
        return abs(coarse.value - fine.value) < unit
    return digits >= _ENOUGH_DIGITS and unit > 1 and abs(coarse.value - fine.value) <= unit / 2


def _last_digit(value: float) -> tuple[float, int]:
    """The worth of a number's last digit that is not 0 and how many digits it has up to there: 43,000 -> 1,000 and 2; 1.5 -> 0.1 and 2."""
    if value <= 0:
        return 1.0, 1
    digits = f"{value:.6f}".rstrip("0")
    whole, _, part = digits.partition(".")
    if part:
        return 10.0 ** -len(part), len((whole + part).lstrip("0"))
    kept = whole.rstrip("0")
    return math.pow(10.0, len(whole) - len(kept)), len(kept)


def of_one_thing(a: Amount, b: Amount) -> bool:
    """Whether two numbers count the same thing: in the same unit, with a telling word in common among the nearest that say what each
    counts, two for percentages. Numbers up to three must stand right before that word, one counts nobody in particular, a total is no
    part, and the two must be of one order.
    """
    if _unit(a) != _unit(b) or (a.part != b.part and not _unit(a)):
        return False
    low, high = sorted((a.value, b.value))
    if high > low * (_MONEY_RATIO if _unit(a) == "money" else _RATIO) or (low <= _ONE and not _unit(a)) or _is_total(a) != _is_total(b):
        return False
    common = _counted(a) & _counted(b)
    return len(common) > (_unit(a) == "percent")  # of the same part of the same whole: more than one word


def _is_total(one: Amount) -> bool:
    return not _TOTAL.isdisjoint(one.before[:1])


def _unit(one: Amount) -> str:
    return _UNITS.get(one.counted[0], "")


def _counted(one: Amount) -> frozenset[str]:
    """The keys of what a number counts, units and people in general aside: the terms after it, those before it where none follow."""
    near = [name for name in one.counted if name not in _UNITS]
    if not near and _unit(one):
        near = list(one.before)
    reach = 1 if one.value <= _SMALL and not _unit(one) else _NEAR
    return frozenset(key(name) for name in near[:reach] if name not in _PEOPLE and common_share(name) < _TELLING)
