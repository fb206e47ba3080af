"""Names: transliterations, accents and first names."""

from __future__ import annotations

import pytest

from framing.text.names import fold_name, last_word, same_last_name, same_person_name


@pytest.mark.parametrize(("a", "b"), [
    ("Ryabkov", "Riabkov"), ("Zelensky", "Zelenskiy"), ("Zelenskyy", "Zelenskiy"), ("Sergei", "Sergey"), ("Aleksei", "Alexey"), ("Guaidó", "Guaido"), ("Oskar", "Oscar"), ("Dorte", "Dorthe"), ("Hallim", "Halim"),
])
def test_transliterations_fold_to_one(a, b):
    assert fold_name(a) == fold_name(b)


@pytest.mark.parametrize(("a", "b"), [("Park", "Parks"), ("Marin", "Martin"), ("Lavrov", "Petrov"), ("Mann", "Munn"), ("Beech", "Beek"), ("Cecil", "Kekil")])
def test_near_misses_stay_apart(a, b):
    assert not same_last_name(a, b)     # short names, or names that begin or end differently


def test_one_letter_off_in_a_long_name_is_the_same_name():
    assert same_last_name("Teodora Valcerrano", "Valcerano")


@pytest.mark.parametrize(("a", "b", "same"), [
    ("Juan Ruiz", "Ruiz", True), ("J. Ruiz", "Juan Ruiz", True), ("Ana Ruiz", "Juan Ruiz", False), ("Sergei Lomov", "Sergey Lomov", True),
    ("Ruiz", "Lomov", False),
])
def test_same_person(a, b, same):
    assert same_person_name(a, b) is same
    assert same_person_name(b, a) is same


def test_last_word_leaves_out_junior():
    assert last_word("Tomas Orel Jr.") == "Orel"
    assert last_word("...") == ""
