"""Looks up a label among the contested-label sets: which set it belongs to, and whether it favours, disfavours or plainly names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from framing.lexicons.entries import LabelSet
from framing.lexicons.inflect import noun_forms
from framing.text.normalise import fold, shadow

_WORD: Final = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")
_SKIPPED: Final = frozenset({"the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "some", "many", "several"})
# What follows the head noun of a label: "supporters of the regime", "leader who was sworn in". The head decides.
_AFTER_HEAD: Final = frozenset({"of", "in", "who", "which", "that", "from", "for", "on", "by", "with", "against", "at", "to"})


@dataclass(frozen=True, slots=True)
class SetMatch:
    """A label found in a set: the set, "plus", "minus" or "plain", the variant that matched, and its place among its side's variants."""

    set: LabelSet
    evaluation: str
    variant: str
    rank: int


@dataclass(frozen=True, slots=True)
class LabelSets:
    """All sets, looked up by the words of a label. Called with a label it gives (set id, evaluation) or None."""

    sets: tuple[LabelSet, ...]
    _nouns: Mapping[tuple[str, ...], tuple[SetMatch, ...]] = field(repr=False, compare=False)
    _modifiers: Mapping[tuple[str, ...], tuple[SetMatch, ...]] = field(repr=False, compare=False)
    _neutral: frozenset[tuple[str, ...]] = field(repr=False, compare=False)
    _longest: int = field(repr=False, compare=False)

    @staticmethod
    def build(sets: Iterable[LabelSet], neutral: Iterable[str] = ()) -> LabelSets:
        """The sets ready for look-up. Where a variant stands in several sets, the one that lists it earlier wins, then the earlier id.

        `neutral` are phrases with a plain meaning ("tax regime"): a label that ends in one belongs to no set.
        """
        kept = tuple(sorted(sets, key=lambda one: one.id))
        nouns: dict[tuple[str, ...], list[SetMatch]] = {}
        modifiers: dict[tuple[str, ...], list[SetMatch]] = {}
        for one in kept:
            for evaluation in ("minus", "plus", "plain"):
                for rank, variant in enumerate(getattr(one, evaluation)):
                    into = modifiers if variant.endswith(" *") else nouns
                    for words in _spellings(variant.removesuffix(" *"), is_noun=into is nouns):
                        into.setdefault(words, []).append(SetMatch(one, evaluation, variant, rank))
        plain = frozenset(words for phrase in neutral for words in _spellings(phrase, is_noun=True) if words not in nouns)
        longest = max(map(len, (*nouns, *modifiers, *plain)), default=0)
        return LabelSets(kept, _frozen(nouns), _frozen(modifiers), plain, longest)

    def find(self, label: str) -> tuple[SetMatch, ...]:
        """All matches of a label, best first.

        A modifier ("self-proclaimed interim leader") goes before a name of the head, as it judges the whole; a judging name goes
        before a plain one, a longer one before a shorter. Words after the head ("of ...", "who ...") do not count.
        """
        words = _words(label)
        found: list[tuple[tuple[int, int, int, str], SetMatch]] = []
        whole = tuple(words)
        head_end = next((k for k, word in enumerate(words) if k and word in _AFTER_HEAD), len(words))
        ends = sorted({len(whole), head_end}, reverse=True)
        if any(whole[start:end] in self._neutral for end in ends for start in range(max(0, end - self._longest), end)):
            return ()
        for end in ends:
            for start in range(max(0, end - self._longest), min(end, head_end)):  # it begins before the head ends
                found += [((int(match.evaluation == "plain"), start - end, match.rank, match.set.id), match)
                          for match in self._nouns.get(whole[start:end], ())]
        for end in range(1, head_end):  # a modifier stands before the head
            for start in range(max(0, end - self._longest), end):
                found += [((-1, start - end, match.rank, match.set.id), match) for match in self._modifiers.get(whole[start:end], ())]
        return tuple(dict.fromkeys(match for _, match in sorted(found, key=lambda pair: pair[0])))

    def __call__(self, label: str) -> tuple[str, str] | None:
        """(set id, evaluation) of the best match, None where no set knows the label."""
        found = self.find(label)
        return (found[0].set.id, found[0].evaluation) if found else None


def _frozen(table: dict[tuple[str, ...], list[SetMatch]]) -> Mapping[tuple[str, ...], tuple[SetMatch, ...]]:
    return MappingProxyType({words: tuple(matches) for words, matches in table.items()})


def _words(label: str) -> list[str]:
    """Lower-cased words of a label without articles and possessives, "-" and " " alike."""
    found = [word.removesuffix("'s") for word in _WORD.findall(fold(shadow(label)))]
    return [part for word in found for part in word.split("-") if part not in _SKIPPED]


def telling_word(variant: str) -> str:
    """The word of a variant by which to know that it may stand in a text: its longest ("nowhere" of "road to nowhere")."""
    return max(fold(shadow(variant)).removesuffix(" *").split(), key=len).removesuffix("'s")


def _head_place(words: Sequence[str]) -> int:
    """Where the head noun stands: before "of", "who" and the like, else last."""
    return next((k - 1 for k, word in enumerate(words) if k and word in _AFTER_HEAD), len(words) - 1)


def _spellings(variant: str, *, is_noun: bool) -> list[tuple[str, ...]]:
    """The words of a variant, and those with its head noun in the plural."""
    words = _words(variant)
    if not words:
        return []
    if not is_noun:
        return [tuple(words)]
    place = _head_place(words)
    return [(*words[:place], form, *words[place + 1:]) for form in noun_forms(words[place])]
