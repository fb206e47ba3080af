"""Small noun classes (people, law, budget ...) and topic words (weapons, court ...): what the conditions of the lists ask for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from framing.model.parse import Token

_HERE: Final = Path(__file__).parent

# What a name of each type is, on top of the noun lists. A state is a place and an actor at once.
_ENTITY_KINDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType({
    "PERSON": frozenset({"person"}), "NORP": frozenset({"person"}), "ORG": frozenset({"institution"}),
    "GPE": frozenset({"institution", "place"}), "LOC": frozenset({"place"}), "FAC": frozenset({"place"}), "LAW": frozenset({"law"}),
    "MONEY": frozenset({"money"}), "PRODUCT": frozenset({"machine"}),
})
_PERSONAL: Final = frozenset({"he", "she", "him", "her", "they", "them", "who", "whom", "we", "us", "i", "you", "me", "himself", "herself",
                              "themselves", "everyone", "someone", "anyone", "nobody", "those"})
_UNREAD_NAME: Final = frozenset({"person", "institution"})  # a name the recogniser left without a type: most are people or bodies


@dataclass(frozen=True, slots=True)
class WordClasses:
    """`kinds`: noun lemma -> its kinds. `topics`: lower-cased lemma -> the sentence topics it shows."""

    kinds: Mapping[str, frozenset[str]]
    topics: Mapping[str, frozenset[str]]

    def kinds_of(self, token: Token) -> frozenset[str]:
        """Kinds of a word in its sentence: by its lemma, by its entity type, people for personal pronouns."""
        lower = token.lower
        if token.pos == "PRON":
            return frozenset({"person"}) if lower in _PERSONAL else frozenset()
        named = _ENTITY_KINDS.get(token.entity, frozenset())
        listed = self._listed(token.lemma.lower()) | self._listed(lower)
        if token.pos == "PROPN" and not named and not listed:
            return _UNREAD_NAME
        return named | listed

    def _listed(self, word: str) -> frozenset[str]:
        """Kinds of a noun as the lists give them; plurals too, as the lemmatiser errs on some ("taxes")."""
        for form in (word, word.removesuffix("s"), word.removesuffix("es")):
            if form in self.kinds:
                return self.kinds[form]
        return frozenset()

    def topics_of(self, token: Token) -> frozenset[str]:
        """Topics that a word shows."""
        return self.topics.get(token.lemma.lower(), frozenset()) | self.topics.get(token.lower, frozenset())


def _turned(table: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """class -> words in one string, turned into word -> classes."""
    found: dict[str, set[str]] = {}
    for name, words in sorted(table.items()):
        for word in words.split():
            found.setdefault(word, set()).add(name)
    return MappingProxyType({word: frozenset(names) for word, names in sorted(found.items())})


@cache
def load_word_classes() -> WordClasses:
    """The noun classes and topic words that come with the package."""
    kinds = tomllib.loads((_HERE / "kinds.toml").read_text(encoding="utf-8"))["kinds"]
    topics = tomllib.loads((_HERE / "topics.toml").read_text(encoding="utf-8"))["topics"]
    return WordClasses(_turned(kinds), _turned(topics))
