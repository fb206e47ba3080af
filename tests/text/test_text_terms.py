"""Stems, terms, names and numbers of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.text.common_words import UNLISTED, bands, stop_words
from framing.text.terms import common_share, names_of, numbers_of, stem, term, terms_of


@pytest.mark.parametrize(("forms", "expected"), [
    (("announce", "announces", "announced", "announcing"), "announc"),
    (("talk", "talks", "talked", "talking"), "talk"),
    (("stop", "stopped", "stopping"), "stop"),
    (("kill", "killed", "killing", "kills"), "kill"),
    (("party", "parties"), "party"),
    (("church", "churches"), "church"),
])
def test_forms_of_a_word_share_a_stem(forms, expected):
    assert {stem(form) for form in forms} == {expected}


@pytest.mark.parametrize("word", ["news", "crisis", "bus", "pass", "ring", "red", "king", "bed"])
def test_words_that_only_look_inflected_keep_their_length(word):
    assert len(stem(word)) >= len(word) - 1
    assert stem(word) not in {"r", "k", "b", "pas", "bu", "crisi"}


def test_derivations_stay_apart():
    assert stem("announcement") != stem("announce")


def test_numbers_are_not_stemmed():
    assert stem("1990s") == "1990s"


def test_terms_leave_stop_words_out_and_cut_possessives():
    # "The", "of" and "was" are stop words; "city's" -> "city"; single letters are no terms
    assert terms_of("The city's harbour of B was closed") == ["city", "harbour", "clos"]


def test_stop_words_are_no_terms():
    assert all(term(word) == "" for word in stop_words())


def test_names_are_runs_of_capitals_inside_a_line():
    text = "Yesterday Ana Ruiz met Premier Odo Vell's aides in Port Bremen.\nTalks with Korla go on."
    assert names_of(text) == ["Ana Ruiz", "Premier Odo Vell", "Port Bremen", "Korla"]


@pytest.mark.parametrize("text", ["Harbour crews rest.", "He left. Crews rest.", 'She said "Crews rest".', "They met on Monday in May."])
def test_capitals_that_prove_nothing_are_no_names(text):
    assert names_of(text) == []


def test_numbers_lose_their_commas():
    assert numbers_of("1,200 crews, 3.5 per cent and 14") == ["1200", "3.5", "14"]


def test_common_words_are_expected_more_often_than_rare_ones():
    assert common_share(term("people")) > common_share(term("police")) > common_share(term("election")) > common_share(term("quayside"))
    assert common_share(term("quayside")) == UNLISTED


def test_bands_run_from_common_to_rare():
    shares = [share for share, _ in bands()]
    assert shares == sorted(shares, reverse=True)
    assert min(shares) > UNLISTED


@given(st.text(alphabet="abcdefgs'- ingedA.", max_size=60))
def test_any_text_gives_terms_without_spaces(text):
    found = terms_of(text)
    assert all(name and " " not in name for name in found)
    assert len(found) <= len(text)
