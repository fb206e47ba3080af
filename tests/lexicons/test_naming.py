"""Words that somebody else gives: who calls whom what, and near misses where the writer does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from framing.annotate import read_voices
from framing.lexicons.lexicon import load_lexicon
from framing.measure.loaded_terms import find_loaded_terms
from framing.model.document import Document
from framing.nlp.model import load_model
from framing.nlp.read import read_documents

# sentence, the term, its voice
CASES = [
    ("Ana Ruiz called the plan reckless.", "reckless", "attributed"),
    ("Ana Ruiz called it a reckless plan.", "reckless", "attributed"),
    ("The vote was described as a sham.", "sham", "attributed"),                       # by nobody who is named
    ("The vote was dismissed by the council as a sham.", "sham", "attributed"),
    ("Accusations of cronyism flared in Ordal.", "cronyism", "attributed"),
    ("The minister was accused of cronyism.", "cronyism", "attributed"),
    ("Some called the charges part of a smear campaign.", "smear campaign", "attributed"),
    ("The rampant cronyism of the minister was known.", "cronyism", "own"),
    ("The senator called a reckless mayor.", "reckless", "own"),                       # by telephone
    ("The reckless mayor was called a friend.", "reckless", "own"),                    # the naming is of something else
    ("As a reckless mayor, he spent it all.", "reckless", "own"),
    ("The mayor claimed that the bridge was safe.", "claim", "own"),                   # a cue of doubt is the writer's
]


@pytest.fixture(scope="module", name="voices")
def voices_fixture(make_document: Callable[..., Document]) -> dict[tuple[str, str], tuple[str, str | None]]:
    """(sentence, term) -> voice and speaker."""
    documents = [make_document(text) for text, _, _ in CASES]
    found = {}
    for document, parse in zip(documents, read_documents(documents, load_model()), strict=True):
        for hit in find_loaded_terms(read_voices(document, parse), lexicon=load_lexicon())[0]:
            found[document.text, hit.term] = (hit.voice, hit.speaker)
    return found


@pytest.mark.parametrize(("text", "term", "voice"), CASES)
def test_whose_word_it_is(text: str, term: str, voice: str, voices: dict[tuple[str, str], tuple[str, str | None]]) -> None:
    assert voices[text, term][0] == voice


def test_who_names_is_the_speaker(voices: dict[tuple[str, str], tuple[str, str | None]]) -> None:
    assert voices["Ana Ruiz called the plan reckless.", "reckless"] == ("attributed", "Ana Ruiz")
    assert voices["The vote was described as a sham.", "sham"] == ("attributed", None)
