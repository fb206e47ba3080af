"""What alignment looks at in one article: its sentences as terms, pieces of words, names, and numbers with what they count."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from framing.model.annotation import Reading
from framing.model.article import Span
from framing.model.document import COUNTED_ZONES
from framing.text.families import family
from framing.text.terms import common_share, term
from framing.text.tokens import word_spans

_SIZES: Final = (3, 4, 5)  # letters of the pieces of words: 3 to 5 find "arrest" in "arrested" and forgive spellings
TELLING: Final = 0.2  # a word expected in more articles than this tells nothing ("president")
_FAMILY_PIECES: Final = 8  # pieces that a shared family of words counts as: half of what a shared word of seven letters has
_TO_NINETEEN: Final = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
                      "eighteen nineteen")
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBER_WORDS: Final = (
    {word: float(number) for number, word in enumerate(_TO_NINETEEN.split())}
    | {word: 10.0 * number for number, word in enumerate(_TENS.split(), start=2)}
    | {"dozen": 12.0, "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9})
_SCALES: Final = {"dozen": 12.0, "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}
_DIGITS: Final = re.compile(r"(\d[\d,]*(?:\.\d+)?)(m|bn|k)?")
_YEARS: Final = (1900, 2100)  # a bare whole number in here is taken for a year, which counts nothing
_TIMES: Final = ("january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep "
                "oct nov dec am pm gmt year-old")
_NOT_COUNTED: Final = frozenset(_TIMES.split())
_BESIDES: Final = frozenset({"other", "others", "more", "further", "additional"})  # "24 other states" leaves some uncounted
_REACH: Final = 4  # words after a number among which what it counts is looked for ("14 of the wounded")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and the terms that stand right after it, nearest first: "nine light injuries" -> 9, (light, injury).

    `span` runs from the number to the first of these terms.
    """

    value: float
    counted: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """One counted sentence of an article. `words` are (place, term) pairs without stop words; `pieces` counts pieces of words, and
    stands for the families of its words too.
    """

    span: Span
    words: tuple[tuple[Span, str], ...]
    pieces: Counter[str]
    names: frozenset[str]
    amounts: tuple[Amount, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The families of its words, and the words of no family."""
        return frozenset(map(key, self.terms))

    @property
    def telling(self) -> frozenset[str]:
        """Its keys without those of common words."""
        return frozenset(key(name) for name in self.terms if common_share(name) < TELLING)

    @property
    def terms(self) -> list[str]:
        """The terms in order."""
        return [found for _, found in self.words]


def key(name: str) -> str:
    """What a term is matched by: its family, else itself."""
    return family(name) or name


@lru_cache(maxsize=100_000)
def _pieces(word: str) -> tuple[str, ...]:
    """Pieces of a lower-cased word with its edges marked: "act" -> " ac", "act", "ct ", ..."""
    marked = f" {word} "
    return tuple(marked[k:k + size] for size in _SIZES for k in range(len(marked) - size + 1))


@lru_cache(maxsize=100_000)
def _family_pieces(found: str) -> tuple[str, ...]:
    """Made-up pieces that two words of one family share ("quake", "tremor")."""
    name = family(found)
    return () if name is None else tuple(f"{name}.{k}" for k in range(_FAMILY_PIECES))


def _value(word: str) -> float | None:
    """The number that a lower-cased word writes, None for other words."""
    found = _DIGITS.fullmatch(word)
    if found:
        number = float(found[1].replace(",", ""))
        return number * _SCALES.get(found[2] or "", 1.0)
    if "-" in word and word.split("-")[0] in _NUMBER_WORDS and word.split("-")[1] in _NUMBER_WORDS:
        return sum(_NUMBER_WORDS[part] for part in word.split("-")[:2])
    return _NUMBER_WORDS.get(word)


def _amounts(text: str, words: list[Span]) -> tuple[Amount, ...]:
    """Numbers of a sentence with what they count; dates, times, ages written "5-year-old" and bare years are left out."""
    found, k, lows = [], 0, [text[start:end].lower() for start, end in words]
    while k < len(words):
        value, first = _value(lows[k]), k
        k += 1
        if value is None:
            continue
        while k < len(words) and lows[k] in _SCALES:
            value, k = value * _SCALES[lows[k]], k + 1
        after = [(j, name) for j in range(k, min(k + _REACH, len(words))) if (name := term(lows[j])) and _value(name) is None]
        counted = tuple(name for _, name in after)
        near = {*lows[max(first - 1, 0):first], *lows[k:k + 1]}
        dollars = text[max(words[first].start - 1, 0)] in "$£€"
        besides = k < len(lows) and lows[k] in _BESIDES
        year = lows[first].isdigit() and _YEARS[0] <= value < _YEARS[1]
        if (counted or dollars) and not year and not besides and not near & _NOT_COUNTED:
            found.append(Amount(value, ("$", *counted) if dollars else counted, Span(words[first].start, words[after[0][0] if after else k - 1].end)))
    return tuple(found)


def read_passages(reading: Reading, story: int | None) -> tuple[Passage, ...]:
    """The counted sentences of one story of an article, of all its stories where `story` is None."""
    text = reading.document.shadow
    return tuple(_read(text, sentence.span) for sentence in reading.document.sentences
                 if sentence.zone in COUNTED_ZONES and story in (None, sentence.story))


def _read(text: str, span: Span) -> Passage:
    places = word_spans(text, span)
    pieces: Counter[str] = Counter()
    words, names = [], set()
    for k, place in enumerate(places):
        word = text[place.start:place.end]
        low = word.lower().removesuffix("'s")
        pieces.update(_pieces(low))
        found = term(word)
        if found:
            words.append((place, found))
            together = k > 0 and low == "states" and text[places[k - 1].start:places[k - 1].end] == "United"
            pieces.update(_family_pieces("u.s" if together else found))
            if k and word[0].isupper():
                names.add(found)
    return Passage(span, tuple(words), pieces, frozenset(names), _amounts(text, places))
