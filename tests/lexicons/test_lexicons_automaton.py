"""The automaton finds whole words, overlapping, with offsets that hold; checked against a slow search by hand."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.lexicons.automaton import Automaton
from framing.lexicons.lexicon import load_lexicon


def _found(phrases: list[str], text: str) -> list[str]:
    machine = Automaton.build(phrases)
    return [text[match.start:match.end] for match in machine.finditer(text)]


@pytest.mark.parametrize(("phrases", "text", "found"), [
    (["touted", "touted progress"], "They touted progressive aims.", ["touted"]),  # the longer match fails at its edge and must not hide this one
    (["regime"], "The regime's port, an anti-regime march, regimes.", ["regime"]),
    (["mob", "angry mob"], "An Angry Mob came.", ["Angry Mob", "Mob"]),
    (["mob"], "The mob--angry--left; mob-like; mobbed; 'mob'", ["mob", "mob"]),
    (["war of words"], "a war\nof words", ["war\nof words"]),
    ([], "anything", []),
])
def test_whole_words_only(phrases: list[str], text: str, found: list[str]) -> None:
    assert _found(phrases, text) == found


@pytest.mark.parametrize("phrases", [["a", "a"], [""]])
def test_odd_phrases_are_refused(phrases: list[str]) -> None:
    with pytest.raises(ValueError, match="different and not empty"):
        Automaton.build(phrases)


def test_any_in_says_whether_something_stands_there() -> None:
    machine = Automaton.build(["sham"])
    assert machine.any_in("It was a SHAM.")
    assert not machine.any_in("It was a shambles, a shaman said.")


@given(st.lists(st.sampled_from(["ab", "abc", "bc", "a b", "b"]), unique=True, min_size=1), st.text(alphabet="abc İ", max_size=30))
def test_matches_are_those_of_a_slow_search(phrases: list[str], text: str) -> None:
    slow = {(found.start(), found.end(), phrase) for phrase in phrases
            for found in re.finditer(rf"(?=(?<![^\W_])({re.escape(phrase)})(?![^\W_]))", text.replace("İ", "I"))
            for found in [re.compile(re.escape(phrase)).match(text, found.start())] if found}
    machine = Automaton.build(phrases)
    assert {(match.start, match.end, machine.phrases[match.phrase]) for match in machine.finditer(text)} == slow


def test_a_pass_over_all_forms_is_fast() -> None:
    """15 megabytes a second and core on all spellings of the lists (42 measured); half of it here, as machines differ."""
    text = "The council of the port met on a bizarre day and the reckless report was read by the clerk before noon. " * 5000
    automaton = load_lexicon()._automaton
    seconds = []
    for _ in range(3):
        begun = time.process_time()
        found = list(automaton.finditer(text))
        seconds.append(time.process_time() - begun)
    assert len(found) >= 10_000
    assert len(text) / 1_000_000 / min(seconds) >= 7.5
