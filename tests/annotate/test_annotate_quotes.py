"""Quotation regions: which marks belong together, and what counts as a quotation."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.annotate.attributions.quotes import find_quotes


def inner(document) -> list[str]:
    return [document.text[q.inner.start:q.inner.end] for q in find_quotes(document)]


@pytest.mark.parametrize(("text", "words"), [
    ('"The dam is safe," Orla Venn said.', ["The dam is safe,"]),
    ("“The dam is safe,” Orla Venn said.", ["The dam is safe,"]),
    ("«The dam is safe», Orla Venn said.", ["The dam is safe"]),
    ("''The dam is safe,'' Orla Venn said.", ["The dam is safe,"]),
    ('"The dam," she said, "is safe."', ["The dam,", "is safe."]),
    ('She wrote: "The "old" dam is safe."', ['The "old" dam is safe.']),          # nested
    ('"The dam [at Orvel (1902)] is safe", she said.', ["The dam [at Orvel (1902)] is safe"]),
    ("The pole is 6'2\" long and 3\" wide.", []),                                  # inches open nothing
    ("It's the dam's fault, isn't it.", []),                                       # apostrophes
    ("They were called “thugs“ by him.", ["thugs"]),                              # an opening mark used to close
])
def test_marks_that_belong_together(make_document, text, words):
    assert inner(make_document(text)) == words


def test_a_mark_left_open_runs_to_the_paragraph_end_and_is_carried_on(make_document):
    document = make_document('"The dam is safe, she told us.\n\n"It was never at risk," Venn said.\n\nRain fell.')
    first, second = find_quotes(document)
    assert not first.closed
    assert second.continues == 0
    assert document.text[first.inner.start:first.inner.end].endswith("told us.")


def test_a_mark_left_open_before_the_speaker_ends_at_the_comma(make_document):
    """The closing mark was forgotten; the words that name the speaker are not part of the quotation."""
    document = make_document('"There was little to teach the new owners, said Kessik, whose group runs the port.')
    assert inner(document) == ["There was little to teach the new owners,"]


def test_a_closed_quotation_is_not_carried_on(make_document):
    first, second = find_quotes(make_document('"The dam is safe."\n\n"It rained."'))
    assert (first.closed, second.continues) == (True, None)


@pytest.mark.parametrize(("text", "scare"), [('He met a "rebel" there.', True), ('He met "two rebels" there.', True),
                                             ('He met "two armed rebels" there.', False)])
def test_scare_quotes_are_shorter_than_three_words(make_document, text, scare):
    assert [quote.is_scare for quote in find_quotes(make_document(text))] == [scare]


@given(st.text(alphabet="ab \"“”'.\n", max_size=60))
def test_quotations_lie_in_the_text_in_order_and_apart(make_document, text):
    quotes = find_quotes(make_document(text))
    assert all(0 <= q.span.start < q.inner.start <= q.inner.end <= q.span.end <= len(text) for q in quotes)
    assert all(a.span.end <= b.span.start for a, b in pairwise(quotes))
