"""The scorer of referents by hand, and its floor on the annotated articles."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from referents import Gold, b_cubed, coded_both_ways, is_mixed, read_gold, same_mention, score, told_apart
from sample_documents import make_document

from framing import pipeline
from framing.model.article import Span


def gold(*concepts: str, single: bool = True, at: int = 0, end: int = 4) -> Gold:
    return Gold(0, Span(at, end), frozenset(concepts), single)


def test_b_cubed_by_hand():
    # Groups {a a b} and {a}: precision (2/3 + 2/3 + 1/3 + 1) / 4, recall (2/3 + 2/3 + 1 + 1/3) / 4
    a, b = frozenset("a"), frozenset("b")
    precision, recall = b_cubed([(1, a), (1, a), (1, b), (2, a)])
    assert precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert recall == pytest.approx((2 / 3 + 2 / 3 + 1 + 1 / 3) / 4)


def test_a_mention_coded_twice_goes_to_the_concept_of_most():
    counts = told_apart([gold("North"), gold("North"), gold("North", "South"), gold("South"), gold("x", single=False), gold("y", single=False)])
    assert counts == Counter({"North": 3, "South": 1, "other people": 2})


@pytest.mark.parametrize(("counts", "mixed"), [({"a": 4, "b": 1}, True), ({"a": 5, "b": 1}, False), ({"a": 9}, False)])
def test_a_second_concept_mixes_from_a_fifth_on(counts, mixed):
    assert is_mixed(Counter(counts)) == mixed


def test_mentions_match_by_their_head():
    text = "South Korean President Moon met Korean officials."
    assert same_mention(text, Span(13, 27), Span(0, 27))       # "President Moon" names by its last word
    assert not same_mention(text, Span(0, 22), Span(0, 27))    # "South Korean President" names by another


def test_words_coded_under_two_concepts_are_no_witnesses():
    article = make_document("The envoy met the envoy and a clerk.").article
    marks = [gold("man", at=0, end=9), gold("land", at=14, end=23), gold("clerk", at=30, end=35)]
    assert coded_both_ways([article], marks) == {"envoy"}


@pytest.mark.skipif(not os.environ.get("FRAMING_DATA"), reason="needs the annotated data")
def test_referents_over_five_outlets_keep_their_floor():
    events = read_gold(Path(os.environ["FRAMING_DATA"]) / "newswcl50")
    event = sorted(events)[0]
    row = score(*events[event], pipeline.load_tools(), show=False)
    assert row["f1"] >= 0.70       # .787 when this was written; .60 was asked
    assert row["found"] >= 0.85 * row["gold"]
