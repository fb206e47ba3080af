"""The cue lexicon: which verbs, nouns, adverbs and phrases credit somebody else, and in which constructions."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, Final, get_args

from framing.errors import LexiconError
from framing.model.findings import CueClass

CONSTRUCTIONS: Final = frozenset({"clause", "quote", "infinitive", "object_infinitive", "gerund", "object", "predicate",
                                  "object_as", "passive", "seem", "document_object"})
_PREPOSED: Final = ("prep:", "object_prep:")
_LEAST_FOR_TYPO = 6  # letters from which one wrong letter is still read as the adverb ("falsly"); shorter words collide


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb, noun or adjective that cues. `lemma` may end in a particle ("point out"); `takes` holds constructions, see `cues.toml`.

    `strength` is -2 to 2, negative where the writer keeps a distance to what is reported. `not_objects` are heads of
    objects with which the word is no report; `objects`, where given, the only ones with which it is. `fires` and `silent` are example sentences.
    """

    lemma: str
    cue_class: CueClass
    strength: int
    takes: frozenset[str]
    not_objects: frozenset[str]
    objects: frozenset[str]
    fires: tuple[str, ...]
    silent: tuple[str, ...]

    @property
    def prepositions(self) -> frozenset[str]:
        """Prepositions whose phrase is the content: "warned of"."""
        return frozenset(one.removeprefix("prep:") for one in self.takes if one.startswith("prep:"))

    @property
    def object_prepositions(self) -> frozenset[str]:
        """Prepositions that together with an object are the content: "accused him of"."""
        return frozenset(one.removeprefix("object_prep:") for one in self.takes if one.startswith("object_prep:"))


@dataclass(frozen=True, slots=True)
class WordCue:
    """An adverb or a phrase that cues. `does` is vague, turns, source_after or vague_before, see `cues.toml`."""

    words: str
    cue_class: CueClass
    strength: int
    does: str


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """All cues, by their words. `particles` are the second words of verbs of two words; `openings` gives for a first word the
    phrases that begin with it and have their source after them, each as its words, in the file's order.
    """

    version: str
    verbs: Mapping[str, VerbCue]
    nouns: Mapping[str, VerbCue]
    adjectives: Mapping[str, VerbCue]
    adverbs: Mapping[str, WordCue]
    phrases: Mapping[str, WordCue]
    strengths: Mapping[str, int]
    particles: frozenset[str]
    openings: Mapping[str, tuple[tuple[str, ...], ...]]

    def verb(self, lemma: str, particle: str = "") -> VerbCue | None:
        """The verb cue for a lemma, with its particle or second word where it has one; None where it is no cue."""
        if particle and (found := self.verbs.get(f"{lemma} {particle}")) is not None:
            return found
        return self.verbs.get(lemma)

    def adverb(self, word: str) -> WordCue | None:
        """The adverb cue for a word, one letter wrong forgiven ("falsly"); None where it is no cue."""
        word = word.lower()
        if (found := self.adverbs.get(word)) is not None:
            return found
        if len(word) < _LEAST_FOR_TYPO or not word.endswith("ly"):
            return None
        near = sorted(known for known in self.adverbs if _is_slip(word, known))
        return self.adverbs[near[0]] if near else None


def _is_slip(word: str, known: str) -> bool:
    """Whether `word` is `known` with one letter left out, doubled or swapped with its neighbour; the first letters agree.

    A letter put in the place of another is not forgiven: it makes other words ("wrongly", "strongly").
    """
    if word[:2] != known[:2]:
        return False
    if len(word) + 1 == len(known):
        return any(known[:i] + known[i + 1:] == word for i in range(len(known)))
    if len(word) == len(known) + 1:
        return any(word[:i] + word[i + 1:] == known and word[i] == word[i - 1] for i in range(1, len(word)))
    return len(word) == len(known) and any(
        known[:i] + known[i + 1] + known[i] + known[i + 2:] == word for i in range(len(known) - 1))


@cache
def load_cues() -> CueLexicon:
    """The cue lexicon that ships with the package.

    Raises:
        LexiconError: the file is not what `cues.toml` says it should be; names each fault.
    """
    raw = tomllib.loads(resources.files("framing.lexicons").joinpath("cues.toml").read_text(encoding="utf-8"))
    return read_cues(raw)


def read_cues(raw: Mapping[str, Any]) -> CueLexicon:
    """A cue lexicon from the parsed file.

    Raises:
        LexiconError: a class or construction is unknown, a lemma stands twice, or a cue has no example.
    """
    strengths = {name: int(one["strength"]) for name, one in raw["classes"].items()}
    problems = _faults(raw, strengths)
    if problems:
        raise LexiconError("cues.toml", tuple(problems))
    verbs = {one["lemma"]: _verb(one, strengths) for one in raw["verbs"]}
    return CueLexicon(
        version=str(raw["version"]),
        verbs=MappingProxyType(verbs),
        nouns=MappingProxyType({one["lemma"]: _verb(one, strengths) for one in raw["nouns"]}),
        adjectives=MappingProxyType({one["lemma"]: _verb(one, strengths) for one in raw["adjectives"]}),
        adverbs=MappingProxyType({one["word"]: _word(one, one["word"], strengths) for one in raw["adverbs"]}),
        phrases=MappingProxyType({one["words"]: _word(one, one["words"], strengths) for one in raw["phrases"]}),
        strengths=MappingProxyType(strengths),
        particles=frozenset(lemma.split()[1] for lemma in verbs if " " in lemma),
        openings=MappingProxyType(_openings(raw["phrases"])))


def _openings(phrases: Sequence[Mapping[str, Any]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for parts in (tuple(one["words"].split()) for one in phrases if one["does"] == "source_after"):
        found[parts[0]] = (*found.get(parts[0], ()), parts)
    return found


def _faults(raw: Mapping[str, Any], strengths: Mapping[str, int]) -> list[str]:
    """A line for each fault of the file."""
    problems = [f"class {name!r} is unknown" for name in strengths if name not in get_args(CueClass)]
    for group, key in (("verbs", "lemma"), ("nouns", "lemma"), ("adjectives", "lemma"), ("adverbs", "word"), ("phrases", "words")):
        seen: set[str] = set()
        for one in raw[group]:
            name = one[key]
            if name in seen:
                problems.append(f"{group}: {name!r} stands twice")
            seen.add(name)
            if one["class"] not in strengths:
                problems.append(f"{name!r}: class {one['class']!r} is unknown")
            problems += [f"{name!r}: construction {take!r} is unknown" for take in one.get("takes", "").split()
                         if take not in CONSTRUCTIONS and not take.startswith(_PREPOSED)]
            if key == "lemma" and not one.get("fires"):
                problems.append(f"{name!r}: no example sentence")
    return problems


def _verb(one: Mapping[str, Any], strengths: Mapping[str, int]) -> VerbCue:
    return VerbCue(one["lemma"], one["class"], strengths[one["class"]], frozenset(one["takes"].split()),
                   frozenset(one.get("not_objects", "").split()), frozenset(one.get("objects", "").split()), tuple(one["fires"]), tuple(one.get("silent", ())))


def _word(one: Mapping[str, Any], words: str, strengths: Mapping[str, int]) -> WordCue:
    return WordCue(words, one["class"], strengths[one["class"]], one["does"])
