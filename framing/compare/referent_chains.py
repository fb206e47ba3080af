"""Whom and what each article names: the chains that `referents` joins over articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from framing.compare.scope import Scope
from framing.lexicons.label_cues import load_states
from framing.model.article import Span
from framing.model.findings import Label
from framing.text.names import last_word

# Roles whose holder stands for the state's government; general knowledge.
_RULERS: Final = frozenset({"president", "premier", "chancellor", "king", "queen", "ruler"})
_OFFICE_WORDS: Final = 4  # words before a title in which its country is looked for
_ACTORS: Final = frozenset({"person", "state", "organisation", "group", "place"})
_GOVERNMENT: Final = " government"


@dataclass(frozen=True, slots=True)
class Chain:
    """One referent of one article: its fullest name there, its labels, and what ties it to others.

    `offices` are (state, role) pairs given to a person; `place` the article; `others` the names that stand in the labels'
    paragraphs, `cast` all names of the story.
    """

    place: int
    name: str
    kind: str
    labels: tuple[Label, ...]
    offices: frozenset[tuple[str, str]]
    others: frozenset[str]
    cast: frozenset[str]

    @property
    def rules(self) -> frozenset[str]:
        """States that the person is called president, king ... of."""
        return frozenset(state for state, role in self.offices if role.split()[-1] in _RULERS)

    @property
    def is_office(self) -> bool:
        """Whether a person is known by an office alone ("Norland president")."""
        return self.kind == "person" and bool(self.labels) and all(label.rule == "definite.office" for label in self.labels)

    @property
    def sorts(self) -> frozenset[str]:
        """The nouns that an event goes by."""
        return frozenset(_noun(label.label) for label in self.labels)

    @property
    def is_contested(self) -> bool:
        """Whether a label of the event is one that camps fight over, or names no sort of event at all."""
        return any(label.contested is not None for label in self.labels) or bool(self.sorts & {"event", "events"})

    @property
    def owner(self) -> str:
        """Whose government: the words before "government"."""
        return self.name.removesuffix(_GOVERNMENT)

    @property
    def contested(self) -> str | None:
        """The contested set of a group that is known by its label alone."""
        if not self.labels or any(label.rule != "contested.noun" for label in self.labels):
            return None
        return min((label.contested for label in self.labels if label.contested), default=None)


def _noun(label: str) -> str:
    """The last word of a label before "of" or a comma, without a plural "s"."""
    words = label.casefold().partition(",")[0].partition(" of ")[0].split()
    return words[-1].removesuffix("s") if words else ""


def find_chains(scope: Scope) -> list[Chain]:
    """Chains of one article's story: everything labelled, and whoever else is named, in order of name and kind."""
    labels: dict[tuple[str, str], list[Label]] = {}
    for label in scope.labels:
        labels.setdefault(_key(label), []).append(label)
    for entity in scope.annotation.reading.entities:
        if any(scope.holds(mention.span) for mention in entity.mentions):
            labels.setdefault((entity.name, entity.kind), [])
    named = [(mention.span, entity.name) for entity in scope.annotation.reading.entities if entity.kind in _ACTORS
             for mention in entity.mentions]
    cast = frozenset(name for span, name in named if scope.holds(span))
    return [Chain(scope.place, name, kind, tuple(mine), _offices(scope, mine, kind), _others(scope, mine, named), cast)
            for (name, kind), mine in sorted(labels.items())]


def _key(label: Label) -> tuple[str, str]:
    """Labels known by their noun alone are one chain a contested set: "mob" and "rioters" of one article are the same people to us."""
    if label.rule == "contested.noun" and label.contested is not None:
        return label.contested, label.kind
    return label.referent, label.kind


def _others(scope: Scope, labels: Sequence[Label], named: Sequence[tuple[Span, str]]) -> frozenset[str]:
    found: set[str] = set()
    for label in labels:
        sentence = scope.annotation.reading.sentence_at(label.span.start)
        paragraph = scope.annotation.document.paragraphs[sentence.paragraph] if sentence is not None else None
        if paragraph is not None:
            found.update(name for span, name in named if any(part.holds(span) for part in paragraph.spans))
    return frozenset(found)


def _offices(scope: Scope, labels: Sequence[Label], kind: str) -> frozenset[tuple[str, str]]:
    """(state, role) of a person's titles: the state from the words of the title and the few before it."""
    if kind != "person":
        return frozenset()
    own = {entity.name.lower(): entity.name for entity in scope.annotation.reading.entities if entity.kind == "state"}
    return frozenset(office for label in labels if label.form in {"title", "apposition", "definite"}
                     for office in _office(scope, label, load_states(), own))


def _office(scope: Scope, label: Label, states: Mapping[str, str], own: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    parse = scope.annotation.reading.parse
    tokens = parse.tokens_in(label.span)
    before = [token for token in parse.tokens[max(0, tokens[0].i - _OFFICE_WORDS):tokens[0].i] if token.sentence == tokens[0].sentence]
    words = [token.lower for token in tokens]
    role = " ".join(word for word in words if word not in states and word not in own and word != "'s")
    for word in (*words, *(token.lower for token in reversed(before))):
        state = states.get(word) or own.get(word) or next((name for low, name in sorted(own.items()) if _adjective(word, low)), None)
        if state is not None and role:
            yield state, role
            return


def _adjective(word: str, state: str) -> bool:
    """Whether a word is an adjective of an unlisted state ("karvian" of "karvia")."""
    stem = state.rstrip("aeiouy")
    return len(stem) >= 4 and word.startswith(stem) and word[len(stem):] in {"an", "ian", "n", "ish", "ese", "i"}


def government_of(chain: Chain, people: Sequence[Chain]) -> frozenset[str]:
    """The states whose government a chain names: a state's own, or that which the person rules by any article's titles."""
    states = load_states()
    listed = states.get(chain.owner.lower())
    if listed is not None:
        return frozenset({listed})
    ruled = {state for person in people if last_word(person.name) == chain.owner for state in person.rules}
    return frozenset(ruled or {chain.owner})
