"""The shadow text: same length, plain characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.text.normalise import fold, mixed_script_words, shadow, strip_accents


@given(st.text())
def test_shadow_and_fold_keep_the_length(text):
    assert len(shadow(text)) == len(text)
    assert len(fold(text)) == len(text)


@given(st.text())
def test_shadow_of_a_shadow_is_itself(text):
    assert shadow(shadow(text)) == shadow(text)


@pytest.mark.parametrize(("odd", "plain"), [
    ("“so”", '"so"'), ("«so»", '"so"'), ("it’s", "it's"), ("a\u00a0b", "a b"), ("a\u2009b", "a b"), ("a\u202eb", "a b"),
    ("bell\x07", "bell "), ("line\nbreak", "line\nbreak"), ("long — dash", "long — dash"),
])
def test_shadow_makes_plain(odd, plain):
    assert shadow(odd) == plain


def test_look_alikes_are_read_as_latin_only_inside_mixed_words():
    assert shadow("а\u0441\u0441ount") == "account"          # Cyrillic a and s, twice, before Latin letters
    assert shadow("Стрингер") == "Стрингер"                   # a whole word in another script stays
    assert mixed_script_words("the \u0441ounterpart met Стрингер") == [(4, 15)]


def test_fold_keeps_the_place_of_letters_that_grow():
    assert len("İ".lower()) == 2                              # the trap: lower() would shift all that follows
    assert fold("İX") == "İx"


def test_strip_accents():
    assert strip_accents("Guaidó Zölle") == "Guaido Zolle"


def test_a_word_without_end_takes_linear_time():
    # quadratic matching took 12 s for a fiftieth of this; here it only has to end
    assert len(shadow("é" + "a" * 1_000_000)) == 1_000_001
    assert len(mixed_script_words("\u0441a" * 200_000)) > 0
