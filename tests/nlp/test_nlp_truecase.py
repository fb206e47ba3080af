"""Title case made readable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.nlp.truecase import is_title_case, known_names, truecase


@pytest.mark.parametrize(("line", "yes"), [
    ("Minister Rejects Sham Vote After Harbour Talks", True), ("MINISTER REJECTS VOTE", True),
    ("Minister rejects vote after talks in Orvel", False), ("Talks Fail", False), ("The minister met Orla Venn", False),
])
def test_title_case_is_told_from_sentence_case(line, yes):
    assert is_title_case(line) is yes


def test_names_and_acronyms_keep_their_capitals():
    names = known_names("On Monday the port of Orvel shut. Later Venn spoke.")
    assert "Orvel" in names
    assert truecase("Strike Shuts Orvel Port, OPU Says", names) == "Strike shuts Orvel port, OPU says"


def test_a_shouted_headline_is_lowered_but_for_names():
    assert truecase("STRIKE SHUTS ORVEL PORT", frozenset({"Orvel"})) == "STRIKE shuts Orvel port"


@given(st.text())
def test_the_length_never_changes(line):
    assert len(truecase(line, frozenset({"Orvel"}))) == len(line)
