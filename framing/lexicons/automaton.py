"""Finds thousands of phrases in one pass over a text: all whole-word matches, overlapping ones too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from daachorse import CharwiseDoubleArrayAhoCorasick

from framing.text.normalise import fold


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: its place in the text and its number in the list the automaton was built from."""

    start: int
    end: int
    phrase: int


@dataclass(frozen=True, slots=True)
class Automaton:
    """Phrases ready for matching. Texts are shadow texts (`text.normalise.shadow`); case is folded here, offsets hold."""

    phrases: tuple[str, ...]
    _machine: Any = field(repr=False, compare=False)

    @staticmethod
    def build(phrases: Iterable[str]) -> Automaton:
        """An automaton over lower-case phrases without duplicates.

        Raises:
            ValueError: a phrase is empty or comes twice.
        """
        wanted = tuple(phrases)
        if len(set(wanted)) != len(wanted) or "" in wanted:
            raise ValueError("phrases must be different and not empty")
        # Standard matching, not leftmost-longest: a longer match that fails at its word edge would hide a good one inside.
        machine = CharwiseDoubleArrayAhoCorasick(list(wanted)) if wanted else None
        return Automaton(wanted, machine)

    def finditer(self, text: str) -> Iterator[Match]:
        """All whole-word matches in `text`, in order of their ends. A hyphen or an apostrophe inside a word is part of the word."""
        if self._machine is None:
            return
        folded = fold(text).replace("\n", " ")
        for start, end, phrase in self._machine.find_overlapping(folded):
            if _edge_before(folded, start) and _edge_after(folded, end):
                yield Match(start, end, phrase)

    def any_in(self, text: str) -> bool:
        """Whether any phrase stands in `text`; stops at the first."""
        return next(self.finditer(text), None) is not None


def _edge_before(text: str, start: int) -> bool:
    """Whether a word begins at `start`. "anti-regime" does not hold "regime"; a dash between words does not join them."""
    if start == 0:
        return True
    before = text[start - 1]
    if before == "-" and start > 1 and text[start - 2].isalnum():
        return False
    return not before.isalnum()


def _edge_after(text: str, end: int) -> bool:
    """Whether a word ends before `end`. A possessive "'s" is no part of the word; "hero-worship" does not hold "hero"."""
    if end == len(text):
        return True
    after = text[end]
    if after == "-" and end + 1 < len(text) and text[end + 1].isalnum():
        return False
    if after == "'" and end + 1 < len(text) and text[end + 1].isalnum():
        return text[end + 1] == "s" and not text[end + 2:end + 3].isalnum()
    return not after.isalnum()
