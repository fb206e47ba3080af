"""Numbers of one thing that disagree, and those that only seem to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_documents import make_document

from framing.align.amounts import Amount
from framing.align.disagreement import agree, disagreement, of_one_thing
from framing.align.features import read_passages
from framing.model.annotation import Reading
from framing.model.article import Span
from framing.model.parse import Parse


def amounts(text: str) -> tuple[Amount, ...]:
    """The amounts of a text's first sentence."""
    return read_passages(Reading(make_document(text), Parse.build((), (), (), (), "none"), (), (), ()), None)[0].amounts


@pytest.mark.parametrize(("a", "b"), [
    ("31 speakers came to Orlen.", "Thirty-one speakers came to Orlen."),
    ("The dam cost 1.2 million crowns.", "The dam cost 1,200,000 crowns."),
    ("The dam cost 1.2 million crowns.", "The dam cost 1,234,000 crowns."),   # two digits, off by less than half of 100,000
    ("Nearly 40 speakers came to Orlen.", "38 speakers came to Orlen."),       # said to be round: off by less than 10
    ("The watch cost $43,000 at the fair.", "The watch cost $43,350 at the fair."),
    ("More than 60,000 sheep drowned.", "62,000 sheep drowned."),
    ("Two dozen barges sank.", "24 barges sank."),
    ("20k barges sank.", "20,000 barges sank."),
    ("The fine fell on two-dozen barges.", "The fine fell on two dozen barges."),
])
def test_numbers_that_agree(a, b):
    assert disagreement(amounts(a), amounts(b)) is None
    assert disagreement(amounts(b), amounts(a)) is None


@pytest.mark.parametrize(("a", "b"), [
    ("31 speakers came to Orlen.", "Thirty-three speakers came to Orlen."),
    ("40 speakers came to Orlen.", "38 speakers came to Orlen."),              # nothing says that 40 is round
    ("Nearly 40 speakers came to Orlen.", "28 speakers came to Orlen."),       # off by more than 10
    ("The dam cost $3.5 billion of harbour money.", "The dam cost $3.6 billion of harbour money."),
    ("Kroon won 52 percent of the harbour vote.", "Kroon won 48 percent of the harbour vote."),
    ("They took it from the building budget, to the tune of $3.5 billion.", "They took $3.6 billion from building projects."),
])
def test_numbers_that_disagree(a, b):
    assert disagreement(amounts(a), amounts(b)) is not None


@pytest.mark.parametrize(("a", "b"), [
    ("The wall cost $600 a year.", "The wall stood for eight years."),          # money and time
    ("The board took $200 million from the harbour fund.", "The board took $2.5 billion from the harbour fund."),  # sums of another order
    ("671,151 votes were cast.", "49.9 percent of the vote was hers."),         # a share is no count
    ("Kroon was one of the pardoned.", "The two pardoned geese slept."),        # one of them, and the two of them
    ('Kroon wrote that two girls should "try harder".', "The girls, 16 and 13 respectively, should try harder."),  # behind a quotation mark
    ("Nine hurt people slept.", "Fourteen cheerful people sang."),              # people in general
    ("A Category 3 storm reached Orlen.", "A Category 4 storm reached Orlen."),   # degrees count nothing
    ("At 2:15 p.m. the storm reached Orlen.", "At 3:40 p.m. the storm reached Orlen."),  # times neither
    ("Seven Norvane shipowners were fined.", "In total 38 Norvane shipowners were fined."),  # a part and the total
    ("Eight Orlen barges sank.", "Orlen has 9,700 barges."),                     # of another order
    ("Seven barges sank.", "One barge sank by the mole."),                        # one of them
    ("Votes for Kroon: 17 percent of barge owners.", "Rates rise 22 percent for barge builders."),  # shares of which whole is not said alike
])
def test_numbers_of_different_things(a, b):
    assert disagreement(amounts(a), amounts(b)) is None


@given(st.integers(4, 10**7), st.booleans(), st.integers(4, 10**7), st.booleans())
def test_agreement_is_mutual_and_with_oneself(x, rough_x, y, rough_y):
    a, b = (Amount(float(value), ("barge",), Span(0, 1), None, rough) for value, rough in ((x, rough_x), (y, rough_y)))
    assert agree(a, a)
    assert agree(a, b) == agree(b, a)
    assert of_one_thing(a, b) == of_one_thing(b, a) == (max(x, y) <= 10 * min(x, y))
