"""Noun classes: by lemma, by plural, by entity type, by pronoun."""

from __future__ import annotations

import pytest

from framing.lexicons.entries import KINDS, TOPICS
from framing.lexicons.kinds import load_word_classes
from framing.model.parse import Token


def _token(text: str, pos: str = "NOUN", *, lemma: str = "", entity: str = "") -> Token:
    return Token(0, 0, len(text), text, lemma or text, pos, "", "", 0, entity, 0, text.lower())


@pytest.mark.parametrize(("token", "kinds"), [
    (_token("mayor"), {"person"}), (_token("taxes", lemma="taxis"), {"budget"}), (_token("he", "PRON"), {"person"}), (_token("it", "PRON"), set()),
    (_token("Ordal", "PROPN", entity="GPE"), {"institution", "place"}), (_token("Ruiz", "PROPN", entity="PERSON"), {"person"}),
    (_token("Zorb", "PROPN"), {"person", "institution"}), (_token("pebble"), set()),
])
def test_kinds(token: Token, kinds: set[str]) -> None:
    assert load_word_classes().kinds_of(token) == kinds


def test_every_class_and_topic_of_the_vocabulary_has_words() -> None:
    classes = load_word_classes()
    assert set().union(*classes.kinds.values()) == set(KINDS)
    assert set().union(*classes.topics.values()) == set(TOPICS)
    assert len(classes.kinds) >= 600
    assert classes.topics_of(_token("tanks", lemma="tank")) == {"weapons"}
