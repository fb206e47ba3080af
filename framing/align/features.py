"""What alignment looks at in one article: its sentences as terms, pieces of words, names, and numbers with what they count."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from framing.align.amounts import Amount, counted_in, find_amounts
from framing.model.annotation import Reading
from framing.model.article import Span
from framing.model.document import COUNTED_ZONES
from framing.text.families import family, key
from framing.text.terms import common_share, term
from framing.text.tokens import word_spans

_SIZES: Final = (3, 4, 5)  # letters of the pieces of words: 3 to 5 find "arrest" in "arrested" and forgive spellings
TELLING: Final = 0.2  # a word expected in more articles than this tells nothing ("president")
_FAMILY_PIECES: Final = 8  # pieces that a shared family of words counts as: half of what a shared word of seven letters has


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


def read_passages(reading: Reading, story: int | None) -> tuple[Passage, ...]:
    """The counted sentences of one story of an article, of all its stories where `story` is None."""
    text = reading.document.shadow
    found: list[Passage] = []
    understood: tuple[str, ...] = ()
    for sentence in reading.document.sentences:
        if sentence.zone in COUNTED_ZONES and story in (None, sentence.story):
            places = word_spans(text, sentence.span)
            found.append(_read(text, sentence.span, places, understood))
            understood = counted_in(text, places, found[-1].amounts)
    return tuple(found)


def _read(text: str, span: Span, places: list[Span], understood: tuple[str, ...]) -> Passage:
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
    amounts = find_amounts(text, places, understood)
    for one in amounts:
        if understood and one.counted == understood:  # "the union put it at 23": of what, the sentence before tells
            for name in sorted({*understood} - {name for _, name in words}):
                words.append((one.span, name))
                pieces.update((*_pieces(name), *_family_pieces(name)))
    return Passage(span, tuple(words), pieces, frozenset(names), amounts)
