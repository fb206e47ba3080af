"""Labels of people without a name: contested words ("the mob", "replacement staff") and judged groups ("heroic officers")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from framing.lexicons.kinds import load_word_classes
from framing.lexicons.label_sets import LabelSets, SetMatch
from framing.lexicons.valence import load_valence_words
from framing.measure.labels.frames import giver_above
from framing.measure.labels.phrases import phrase, span_of, without_amount
from framing.measure.labels.scene import Draft, Scene
from framing.model.parse import Token

# A plain name is kept for these topics alone: elsewhere ("the police", "an officer") it says nothing of the teller.
_PLAIN_TOPICS: Final = frozenset({"armed conflict", "conflict", "protest", "migration", "labour", "land", "terrorism", "terror"})
_KINDS: Final = {"group": "group", "person": "group", "state": "government"}  # acts, laws and things are loaded terms, not labels
_JUDGING: Final = frozenset({"bad_strong", "good_strong"})


def find_contested(scene: Scene, label_sets: LabelSets) -> Iterator[Draft]:
    """Nouns that a contested set knows, wherever they stand; the referent is the noun itself, as nothing tells whom it means."""
    known = _words_of(label_sets)
    for noun in scene.parse.tokens:
        if noun.pos not in {"NOUN", "PROPN"} or noun.dep in {"compound", "nmod"} or noun.i in scene.named:
            continue
        if known.isdisjoint((noun.lower, noun.lemma.lower())) or not _can_be_people(noun):
            continue
        words = phrase(scene, noun)
        if not words or words[0].i > noun.i:
            continue
        head_words = words[:next((k + 1 for k, token in enumerate(words) if token.i == noun.i), len(words))]
        match = _naming_match(label_sets, scene.words(span_of(head_words)))
        if match is None or (noun.entity and match.evaluation == "plain"):
            continue
        span = span_of(without_amount(scene, words))
        yield Draft(span, noun.lower, _KINDS[match.set.referent], "definite", "contested.noun", giver_above(scene, noun))


def _can_be_people(noun: Token) -> bool:
    """Whether the word classes let a noun name people or a body: "stuffed animals" are toys."""
    kinds = load_word_classes().kinds.get(noun.lemma.lower(), frozenset())
    return not kinds or not kinds.isdisjoint({"person", "institution"})


@cache
def _words_of(label_sets: LabelSets) -> frozenset[str]:
    """Every word of every variant that names people or a government: a noun that is none of them needs no look-up."""
    return frozenset(word for one in label_sets.sets if one.referent in _KINDS
                     for variant in (*one.plus, *one.minus, *one.plain) for word in variant.lower().replace("-", " ").split())


def _naming_match(label_sets: LabelSets, words: str) -> SetMatch | None:
    """The first variant that names people by the noun itself, not one that modifies just any noun.

    A plain name counts for groups of some topics only, a favouring one if it has two words ("experts" is no verdict).
    """
    for match in label_sets.find(words):
        if match.variant.endswith(" *") or match.set.referent not in _KINDS:
            continue
        if match.evaluation == "minus" or (match.evaluation == "plus" and " " in match.variant) or (
                match.evaluation == "plain" and match.set.referent == "group" and match.set.topic in _PLAIN_TOPICS):
            return match
    return None


def find_judged_groups(scene: Scene) -> Iterator[Draft]:
    """People in the plural with a word of strong judgement before them: "heroic officers of the palace guard"."""
    kinds, valence = load_word_classes().kinds, load_valence_words().groups
    for noun in scene.parse.tokens:
        if noun.tag != "NNS" or noun.i in scene.named or "person" not in kinds.get(noun.lemma, frozenset()):
            continue
        if any(child.dep == "amod" and not _JUDGING.isdisjoint(valence.get(child.lower, ())) for child in scene.parse.children(noun)):
            words = phrase(scene, noun)
            if words:
                yield Draft(span_of(words), _plain(scene, noun), "group", "title", "group.judged")


def _plain(scene: Scene, noun: Token) -> str:
    """The group without its modifiers: "officers of the palace guard"."""
    words = phrase(scene, noun)
    return scene.words(span_of(words[next(k for k, token in enumerate(words) if token.i == noun.i):]))
