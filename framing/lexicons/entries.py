"""Types of the term lists: an entry of the loaded-term lexicon, its conditions, and a set of contested labels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from framing.model.findings import Polarity, Tier

# The sixteen categories, in the order in which a span is put into the first that fits.
CATEGORIES: Final[tuple[str, ...]] = (
    "label", "ideology", "delegit", "legit", "dehuman", "conflict", "dysph", "euph",
    "motive", "action", "doubt", "certain", "irony", "sensation", "eval", "scale",
)
# Marks of a lemma pattern that are no part of it: hyphens as "_", optional words, the word that inflects.
PATTERN_MARKS: Final = {ord("_"): "-", ord("?"): None, ord("!"): None}
COUNTING_TIERS: Final[frozenset[str]] = frozenset({"A", "B"})
SLOTS: Final[tuple[str, ...]] = ("self", "head", "subject", "object", "of-object", "modifier", "particle", "none")
KINDS: Final[tuple[str, ...]] = ("person", "institution", "law", "budget", "right", "speech", "money", "place", "weapon",
                                 "body", "nature", "machine")
TOPICS: Final[tuple[str, ...]] = ("weapons", "casualties", "court", "sport", "weather", "finance")
PARTS_OF_SPEECH: Final[frozenset[str]] = frozenset({"NOUN", "VERB", "ADJ", "ADV", "ADP", "INTJ"})
REFERENTS: Final[tuple[str, ...]] = ("person", "group", "state", "event", "act", "law", "place", "thing")

Target = Literal["self", "head", "subject", "object", "of-object", "none"]


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of the closed vocabulary.

    With `slot`: some word in one of these places is of one of the kinds, or has one of the lemmas; with neither given, the
    place is filled. `sentence`: a word of one of these topics stands in the sentence. `near`: another counting hit stands
    within three words. `speech`: the verb has a clause for content, or a quotation follows.
    """

    slot: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    lemma: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    near: bool = False
    speech: bool = False

    def words(self) -> str:
        """The condition in a few words, for a report: "object is law or budget"."""
        if self.slot:
            wanted = " or ".join((*self.kind, *self.lemma[:4])) or "present"
            return f"{'/'.join(self.slot)} is {wanted}"
        if self.sentence:
            return f"{'/'.join(self.sentence)} in the sentence"
        return "near another hit" if self.near else "speech follows"


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One entry of the lexicon; the README of this room explains each field. `fires` and `silent` are invented sentences."""

    id: str
    category: str
    forms: tuple[str, ...]
    pos: frozenset[str]
    tier: Tier
    intensity: int
    polarity: Polarity
    target: Target
    plainer: tuple[str, ...]
    why: str
    fires: str
    silent: str
    since: str
    needs: tuple[Condition, ...] = ()
    never: tuple[Condition, ...] = ()
    pair: str | None = None
    pair_why: str | None = None
    guidance: tuple[str, ...] = ()
    changed: str | None = None
    sensitive: bool = False
    voices: tuple[str, ...] = ()  # the voices in which it counts, in others it is compared; none named: in all
    path: str = ""
    line: int = field(default=0, compare=False)

    @property
    def term(self) -> str:
        """Its plain form: the first of `forms`, with hyphens where it says so."""
        return self.forms[0].translate(PATTERN_MARKS)

    @property
    def counts(self) -> bool:
        """Whether its hits count once the conditions hold."""
        return self.tier in COUNTING_TIERS


@dataclass(frozen=True, slots=True)
class LabelSet:
    """One referent with the names rival camps give it. `plus` favours the referent, `minus` disfavours it, `plain` is what both could check.

    A variant that ends in " *" is a modifier ("self-proclaimed *"): it marks whatever noun it stands before.
    `opposed` is "self" where the set hurts either side by itself, else the id of the set that hurts the other.
    """

    id: str
    topic: str
    referent: str
    plus: tuple[str, ...]
    minus: tuple[str, ...]
    plain: tuple[str, ...]
    opposed: str
    why: str
    fires: str
    silent: str
    since: str
    guidance: tuple[str, ...] = ()
    sensitive: tuple[str, ...] = ()
    path: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class NeutralPhrase:
    """A longer phrase with a plain meaning; it blocks the terms inside it. `forms` as in `TermEntry`."""

    forms: tuple[str, ...]
    pos: frozenset[str]
    why: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault found in a term list: the file, the entry it is in (or ""), the rule it breaks, what to mend, and its line (0: not known)."""

    path: str
    entry: str
    rule: str
    message: str
    line: int = 0

    def __str__(self) -> str:
        """One line for a terminal."""
        where = f", line {self.line}" if self.line else ""
        return f"{self.path}: {self.entry or 'file'}{where}: {self.message} [{self.rule}]"
