"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.model.article import Span
from framing.text.normalise import shadow
from framing.text.sentences import split_sentences


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize("text", [
    "Mr. Ruiz met Sen. Park at noon.",                  # titles
    "The firm, Orvel Inc., lost $3.5 million.",          # company, decimal point
    "It came from J. Smith's office.",                   # an initial
    "Work stops at 5 p.m. on Friday.",                   # lower case follows
    "The U.S. Senate voted.",                            # an abbreviation before a name
    "He named No. 5 as the cause.",                      # a number
    '"Will it hold?" she asked.',                        # a question inside the sentence
    "See fig. 3 for the map.",
])
def test_one_sentence_stays_one(text):
    assert pieces(text) == [text]


@pytest.mark.parametrize(("text", "parts"), [
    ("He left. She stayed.", ["He left.", "She stayed."]),
    ('"We go." He left.', ['"We go."', "He left."]),
    ("They live in the U.S. The law is old.", ["They live in the U.S.", "The law is old."]),
    ("Is it true? No. He denied it.", ["Is it true?", "No.", "He denied it."]),
    ("Prices rose… Then they fell.", ["Prices rose…", "Then they fell."]),
    ("It belonged to Smith's. He said no.", ["It belonged to Smith's.", "He said no."]),
    ("One line\nruns on. Two.", ["One line\nruns on.", "Two."]),
    ("No stop here\n\nNew paragraph", ["No stop here", "New paragraph"]),
])
def test_sentences_are_parted(text, parts):
    assert pieces(text) == parts


@given(st.text(alphabet="aB.?! \"'\n()1", max_size=80))
def test_every_letter_is_in_one_sentence(text):
    spans = split_sentences(text)
    covered = [i for start, end in spans for i in range(start, end)]
    assert len(covered) == len(set(covered))
    assert {i for i, letter in enumerate(text) if letter.isalnum()} <= set(covered)
    assert spans == sorted(spans)


def test_only_the_span_is_split():
    text = shadow("One. Two. Three.")
    assert split_sentences(text, Span(5, 9)) == [Span(5, 9)]


def test_time_grows_with_the_text_not_its_square():
    # a text without any end, and one with an end at every other letter: neither may hang
    assert len(split_sentences("a" * 200_000)) == 1
    assert len(split_sentences("A. " * 20_000)) >= 1
