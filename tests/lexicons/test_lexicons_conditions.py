"""Slots and conditions on real parses of invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from framing.lexicons.conditions import Place, fillers, holds, introduces_speech, is_hypothetical, is_negated
from framing.lexicons.entries import Condition
from framing.lexicons.kinds import load_word_classes
from framing.model.document import Document
from framing.model.parse import Parse

MakeParse = Callable[[Document], Parse]


@pytest.fixture(scope="session", name="place_of")
def place_of_fixture(make_document: Callable[..., Document], make_parse: MakeParse) -> Callable[[str, str], Place]:
    def place_of(text: str, word: str) -> Place:
        parse = make_parse(make_document(text))
        words = tuple(token for token in parse.tokens if token.text in word.split())
        return Place(parse, words[0], words, parse.sentence_tokens(0))

    return place_of


@pytest.mark.parametrize(("text", "word", "slot", "filled"), [
    ("The senator gutted the wage law.", "gutted", "object", {"law"}),
    ("The senator gutted the wage law.", "gutted", "subject", {"senator"}),
    ("The wage law was gutted by the senator.", "gutted", "object", {"law"}),
    ("The wage law was gutted by the senator.", "gutted", "subject", {"senator"}),
    ("The senator who gutted the law left.", "gutted", "subject", {"senator"}),
    ("The senator smiled and gutted the law.", "gutted", "subject", {"senator"}),
    ("A reckless mayor left.", "reckless", "head", {"mayor"}),
    ("The mayor is reckless.", "reckless", "head", {"mayor"}),
    ("The mayor and the clerk were reckless.", "reckless", "head", {"mayor", "clerk"}),
    ("A flood of migrants came.", "flood", "of-object", {"migrants"}),
    ("He lashed out at the press.", "lashed out", "of-object", {"press"}),
    ("The tax regime ended.", "regime", "modifier", {"tax"}),
    ("They rammed the bill through at night.", "rammed", "object", {"bill"}),
    ("The mayor is a liar.", "liar", "subject", {"mayor"}),
    ("The mayor is a liar.", "liar", "self", {"liar"}),
    ("The mayor is a liar.", "liar", "none", set()),
])
def test_fillers(place_of: Callable[[str, str], Place], text: str, word: str, slot: str, filled: set[str]) -> None:
    assert {token.text for token in fillers(place_of(text, word), slot)} == filled


@pytest.mark.parametrize(("condition", "text", "word", "expected"), [
    (Condition(slot=("object",), kind=("law",)), "They gutted the law.", "gutted", True),
    (Condition(slot=("object",), kind=("law",)), "They gutted the fish.", "gutted", False),
    (Condition(slot=("object",), kind=("law",), lemma=("fish",)), "They gutted the fish.", "gutted", True),
    (Condition(slot=("object",)), "They ran.", "ran", False),
    (Condition(slot=("object",)), "They ran it.", "ran", True),
    (Condition(slot=("subject", "object"), kind=("person",)), "The mayor left.", "left", True),
    (Condition(slot=("subject",), kind=("person",)), "He left.", "left", True),
    (Condition(slot=("subject",), kind=("person",)), "It rained.", "rained", False),
    (Condition(sentence=("court",)), "The judge left early.", "left", True),
    (Condition(sentence=("court",)), "The baker left early.", "left", False),
    (Condition(speech=True), "The mayor claimed that it rained.", "claimed", True),
    (Condition(speech=True), "The mayor claimed a chair.", "claimed", False),
])
def test_conditions(place_of: Callable[[str, str], Place], condition: Condition, text: str, word: str, expected: bool) -> None:
    assert holds(condition, place_of(text, word), load_word_classes()) is expected


@pytest.mark.parametrize(("text", "word", "negated", "hypothetical"), [
    ("He is not a liar.", "liar", True, False),
    ("He is a liar.", "liar", False, False),
    ("It would be reckless.", "reckless", False, True),
    ("No liar was found.", "liar", True, False),
    ("They did not slam the plan.", "slam", True, False),
    ("If they slam the plan, it ends.", "slam", False, True),
])
def test_negation_and_hypothesis(place_of: Callable[[str, str], Place], text: str, word: str, negated: bool, hypothetical: bool) -> None:
    place = place_of(text, word)
    assert (is_negated(place), is_hypothetical(place)) == (negated, hypothetical)


def test_a_quotation_beside_the_verb_is_speech(place_of: Callable[[str, str], Place]) -> None:
    assert introduces_speech(place_of('"The bridge is safe," he claimed.', "claimed"))


def test_conditions_say_what_they_ask() -> None:
    assert Condition(slot=("object",), kind=("law", "budget")).words() == "object is law or budget"
    assert Condition(slot=("object",)).words() == "object is present"
    assert Condition(sentence=("court",)).words() == "court in the sentence"
    assert Condition(near=True).words() == "near another hit"
    assert Condition(speech=True).words() == "speech follows"
