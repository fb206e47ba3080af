"""Which words of an article count as its own wording."""

from __future__ import annotations

import pytest

from framing.measure.distinctive_words import count_own_words


def counted(reading) -> dict[str, tuple[str, int]]:
    return {one.term: (one.form, len(one.spans)) for one in count_own_words(reading)}


def test_forms_of_one_word_are_joined_and_shown_in_the_writing_met_most(make_reading):
    reading = make_reading("The blockade ended. Two blockades had been cleared, and a third blockade held.")
    found = counted(reading)
    assert found["blockad"] == ("blockade", 3)
    assert "the" not in found  # a function word
    assert "two" not in found


def test_what_is_quoted_or_credited_to_somebody_is_not_the_articles_wording(make_reading):
    text = 'The gate was shut. "A shameful gate," said Dana Brook. Brook said the barricade was dangerous. The gate opened.'
    reading = make_reading(text)
    found = counted(reading)
    assert found["gat"] == ("gate", 2)  # the quoted one is Brook's
    assert "sham" not in found
    assert "dangerou" not in found
    for one in count_own_words(reading):
        for span in one.spans:
            assert reading.voice_at(span)[0] == "own"


@pytest.mark.parametrize("name", ["brook", "halmer", "norwegian", "tuesday", "march", "40"])
def test_names_days_and_numbers_are_left_out(make_reading, name):
    found = counted(make_reading("On Tuesday Dana Brook left Halmere with 40 Norwegian sailors. In March Brook came back to Halmere."))
    assert not {term for term in found if term.startswith(name)}
    assert "sailor" in found


def test_a_word_that_is_also_a_month_counts_where_it_is_no_name(make_reading):
    assert "march" in counted(make_reading("The dockers' march filled the square. A second march followed."))


def test_no_text_has_no_words(make_reading):
    assert count_own_words(make_reading("")) == ()
