"""Counting words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.model.article import Span
from framing.text.tokens import count_words, word_spans


@pytest.mark.parametrize(("text", "n"), [
    ("U.S.-backed forces", 2), ("1,200 people", 2), ("the minister's", 2), ("— ... !", 0), ("co-op", 1), ("end. Next", 2), ("", 0), ("a_b", 2),
])
def test_count_words(text, n):
    assert count_words(text) == n


@given(st.text())
def test_spans_lie_inside_and_agree_with_the_count(text):
    spans = word_spans(text)
    assert len(spans) == count_words(text)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)


def test_doubling_a_text_doubles_its_words():
    text = "The mayor said no. "
    assert count_words(text * 2) == 2 * count_words(text)


def test_a_span_is_counted_alone():
    assert count_words("one two three", Span(4, 7)) == 1
