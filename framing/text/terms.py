"""Words of a text as terms that can be counted and matched: lower-cased, stemmed, without stop words; names; numbers."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from framing.text.common_words import UNLISTED, bands, stop_words

_WORD: Final = re.compile(r"[^\W_](?:[^\W_]|[.,'\-](?=[^\W_]))*")
_VOWEL: Final = re.compile(r"[aeiouy]")
_HISSING: Final = ("s", "x", "z", "ch", "sh")  # after these the plural adds "es"
_SHORTEST_STEM = 3

# A run of capitalised words that does not open its line or follow a sentence end or an opening quotation mark: there the
# capital says nothing. Title-case headlines have to be left out by the caller.
# (The look-behinds follow the first letter: so the search can skip to capitals, four times as fast.)
_NAME: Final = re.compile(r"""[A-Z](?<![.!?:"'(] [A-Z])(?<!["'(\n\w][A-Z])[\w'\-]*[a-z][\w\-]*(?: [A-Z][\w'\-]*[a-z][\w\-]*)*""")
_CALENDAR: Final = ("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
                   "october november december mr mrs ms dr")
_NO_NAME: Final = frozenset(_CALENDAR.split())
_NUMBER: Final = re.compile(r"\d(?:[\d,]*\d)?(?:\.\d+)?")


def _undouble(word: str) -> str:
    """"stopp" -> "stop", but "kill" stays."""
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "aeiouls" else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("es") and word[:-2].endswith(_HISSING) and len(word) > 4:
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST_STEM:
        return word[:-1]
    return word


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A lower-cased word without plural, possessive, "-ed" and "-ing" and without a last "e".

    A light stemmer of our own: it joins the forms of one word ("announces", "announced") and leaves derivations apart
    ("announcement"). Words with digits, and words of up to three letters, are left as they are.
    """
    if word.endswith("'s"):
        word = word[:-2]
    if len(word) <= _SHORTEST_STEM or any(map(str.isdigit, word)):
        return word
    word = _singular(word)
    for ending in ("ing", "ed"):
        rest = word[:-len(ending)]
        if word.endswith(ending) and len(rest) >= _SHORTEST_STEM and _VOWEL.search(rest):
            word = _undouble(rest)
            break
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST_STEM else word


def words_of(text: str) -> list[str]:
    """The words of a shadow text in order, as they stand there."""
    return _WORD.findall(text)


@lru_cache(maxsize=400_000)
def term(word: str) -> str:
    """The term that a word counts as: its stem, "" for stop words and single letters."""
    low = word.lower()
    if low.endswith("'s"):
        low = low[:-2]
    if word[:2] == "US" and low == "us":  # the country, not the pronoun
        return "u.s"
    return "" if low in stop_words() or len(low) < 2 else stem(low)


def terms_of(text: str) -> list[str]:
    """The terms of a shadow text in order, stop words left out."""
    return [found for found in map(term, _WORD.findall(text)) if found]


def names_of(text: str) -> list[str]:
    """Runs of capitalised words inside sentences of a shadow text with one sentence a line, as they stand there.

    Possessive endings are cut, weekdays and months left out. The first word of a line is never taken for a name.
    """
    found = []
    for match in _NAME.finditer(f"\n{text}"):
        words = [word.removesuffix("'s").rstrip("'") for word in match.group().split()]
        words = [word for word in words if word.lower() not in _NO_NAME and word.lower() not in stop_words()]
        if words:
            found.append(" ".join(words))
    return found


def numbers_of(text: str) -> list[str]:
    """Numbers written in digits, without thousands' commas: "1,200" -> "1200"."""
    return [match.replace(",", "") for match in _NUMBER.findall(text)]


@cache
def _shares() -> dict[str, float]:
    shares: dict[str, float] = {}
    for share, words in bands():
        for word in words:
            shares.setdefault(term(word), share)
    return shares


def common_share(found: str) -> float:
    """In about what share of news articles a term stands, 0 to 1: by the band of its word, else that of words in no band."""
    return _shares().get(found, UNLISTED)
