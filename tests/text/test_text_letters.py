"""Letters of a pair's note."""

from __future__ import annotations

from framing.text.letters import lettered


def test_sides_get_the_articles_letters_and_quotations_stay():
    assert lettered("A has 17 people, B has 23; A credits it to “A has won”.", "B", "D") == "B has 17 people, D has 23; B credits it to “A has won”."


def test_other_capitals_are_no_sides():
    assert lettered("Vitamin B and plan A differ", "C", "D") == "Vitamin B and plan A differ"
