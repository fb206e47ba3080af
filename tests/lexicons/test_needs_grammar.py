"""Which sentences are parsed."""

from __future__ import annotations

import pytest

from framing.lexicons.cues import load_cues
from framing.lexicons.lexicon import load_lexicon
from framing.lexicons.needs_grammar import NeedsGrammar, needs_grammar


@pytest.fixture(scope="module")
def wants() -> NeedsGrammar:
    return needs_grammar(load_lexicon(), load_cues())


@pytest.mark.parametrize("sentence", [
    'Then came the "pause".', "In the harbour Venn waited.", "After that she left.", "The ministry announced a pause.",
    "It was a sham from the first day.", "According to port data nothing moved.", "The mob went home at dusk.",
])
def test_sentences_that_may_hold_something_are_parsed(wants, sentence):
    assert wants(sentence)


@pytest.mark.parametrize("sentence", ["Rain fell on the coast for six miles.", "It cost nine crowns.", "The road was wet."])
def test_plain_sentences_are_not(wants, sentence):
    assert not wants(sentence)
