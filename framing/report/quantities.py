"""Numbers as readers see them: with unit, count, base and interval, or the words "too little text"."""

from __future__ import annotations

import re
from typing import Final

from framing.model.comparison import Metric
from framing.report.wording import MONTHS

TOO_LITTLE: Final = "too little text"
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")


def signed(value: float) -> str:
    """A number from -1 to 1 with its sign (a true minus) and two decimals: "−0.45", "+0.30", "0.00"."""
    text = f"{abs(value):.2f}"
    if text == "0.00":
        return text
    return ("−" if value < 0 else "+") + text


def per_cent(share: float) -> str:
    """A share of 0 to 1 as whole per cent, the sign after a no-break space (SI brochure, 5.4.7)."""
    return f"{share * 100:.0f}\u00a0%"


def is_share(metric: Metric) -> bool:
    """Whether the value is a share of 0 to 1."""
    return metric.unit.startswith("share")


def number(value: float, metric: Metric) -> str:
    """A value of this metric, without its unit."""
    if is_share(metric):
        return per_cent(value)
    if metric.metric == "tone":
        return signed(value)
    if value == int(value) and metric.low is None:
        return f"{int(value):,}"
    return f"{value:,.1f}"


def value_words(metric: Metric) -> str:
    """The value alone, or "too little text"."""
    return TOO_LITTLE if metric.value is None else number(metric.value, metric)


def interval_words(metric: Metric) -> str:
    """The 95 % interval ("15.0 to 74.0"), "" where there is none."""
    if metric.value is None or metric.low is None or metric.high is None:
        return ""
    return f"{number(metric.low, metric)} to {number(metric.high, metric)}"


def base_words(metric: Metric) -> str:
    """What the value was counted from: "5 in 121 words", "16 of 180", "n = 3"; "" for a plain count."""
    if metric.unit.startswith("per 1,000"):
        return f"{metric.n:,} in {metric.base:,} {'own-voice ' if metric.voice == 'own' else ''}words"
    if is_share(metric):
        return f"{metric.n:,} of {metric.base:,}"
    if metric.metric == "tone":
        return f"n = {metric.n}"
    return "" if metric.value is not None and metric.value == metric.n else f"n = {metric.n:,}"


def date_words(value: str) -> str:
    """An ISO date as "3 May 2019"; anything else as it is."""
    found = _DATE.fullmatch(value)
    if not found or not 1 <= int(found[2]) <= 12:
        return value
    return f"{int(found[3])} {MONTHS[int(found[2]) - 1]} {found[1]}"


_SMALL: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def count_words(n: int) -> str:
    """A count in words to ten, in figures from there."""
    return _SMALL[n] if n < len(_SMALL) else f"{n:,}"


def plural(n: int, one: str, more: str = "") -> str:
    """A count with its noun: "1 word", "2 words"."""
    return f"{n:,} {one if n == 1 else more or one + 's'}"
