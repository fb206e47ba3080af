"""Inflection by hand: what each lemma pattern must look like in text."""

from __future__ import annotations

import pytest

from framing.lexicons.inflect import adjective_forms, noun_forms, surface_forms, verb_forms


@pytest.mark.parametrize(("verb", "forms"), [
    ("gut", {"gut", "guts", "gutting", "gutted"}),            # one short vowel before one consonant: doubled
    ("slam", {"slam", "slams", "slamming", "slammed"}),
    ("rail", {"rail", "rails", "railing", "railed"}),         # two vowels: not doubled
    ("spew", {"spew", "spews", "spewing", "spewed"}),         # -w is never doubled
    ("gutter", {"gutter", "gutters", "guttering", "guttered"}),
    ("axe", {"axe", "axes", "axing", "axed"}),
    ("vilify", {"vilify", "vilifies", "vilifying", "vilified"}),
    ("lie", {"lie", "lies", "lying", "lied"}),
    ("squeeze", {"squeeze", "squeezes", "squeezing", "squeezed"}),
    ("flee", {"flee", "flees", "fleeing", "fled"}),
    ("overthrow", {"overthrow", "overthrows", "overthrowing", "overthrew", "overthrown"}),
    ("admit", {"admit", "admits", "admitting", "admitted"}),  # two syllables, stress on the last
    ("bash", {"bash", "bashes", "bashing", "bashed"}),
    ("strong-arm", {"strong-arm", "strong-arms", "strong-arming", "strong-armed"}),
    ("quip", {"quip", "quips", "quipping", "quipped"}),       # "u" after "q" is no vowel
])
def test_verb_forms(verb: str, forms: set[str]) -> None:
    assert set(verb_forms(verb)) == forms


@pytest.mark.parametrize(("noun", "forms"), [
    ("thug", {"thug", "thugs"}), ("crony", {"crony", "cronies"}), ("witch", {"witch", "witches"}), ("hero", {"hero", "heroes"}),
    ("strongman", {"strongman", "strongmen"}), ("propaganda", {"propaganda"}), ("fat-cat", {"fat-cat", "fat-cats"}), ("boss", {"boss", "bosses"}),
])
def test_noun_forms(noun: str, forms: set[str]) -> None:
    assert set(noun_forms(noun)) == forms


@pytest.mark.parametrize(("word", "forms"), [
    ("ugly", {"ugly", "uglier", "ugliest"}), ("harsh", {"harsh", "harsher", "harshest"}), ("reckless", {"reckless"}), ("harshly", {"harshly"}),
    ("fat", {"fat", "fatter", "fattest"}),
])
def test_adjective_forms(word: str, forms: set[str]) -> None:
    assert set(adjective_forms(word)) == forms


@pytest.mark.parametrize(("form", "pos", "some", "head"), [
    ("lash out at", {"VERB"}, "lashed out at", 0),
    ("war of words", {"NOUN"}, "wars of words", 0),
    ("fat cat", {"NOUN"}, "fat cats", 4),
    ("self_styled", {"ADJ"}, "self-styled", 5),
    ("self_styled", {"ADJ"}, "self styled", 5),
    ("pick a? fight", {"VERB"}, "picked fight", 0),
    ("thumb one's nose at", {"VERB"}, "thumbing their nose at", 0),
])
def test_phrases_inflect_their_head(form: str, pos: set[str], some: str, head: int) -> None:
    found = dict(surface_forms(form, frozenset(pos)))
    assert found[some] == head


def test_a_phrase_of_two_sorts_is_inflected_in_both_ways() -> None:
    found = dict(surface_forms("cover up", frozenset({"VERB", "NOUN"})))
    assert {"covered up", "cover ups"} <= set(found)


@pytest.mark.parametrize(("form", "there", "not_there"), [
    ("violence erupt!", "violence erupted", "violences erupt"),
    ("falsely claim", "falsely claimed", "falselies claim"),   # an adverb before the verb
    ("rally round", "rallied round", "rally rounded"),         # no adverb
])
def test_the_word_of_a_verb_phrase_that_inflects(form: str, there: str, not_there: str) -> None:
    made = dict(surface_forms(form, frozenset({"VERB"})))
    assert there in made
    assert not_there not in made
