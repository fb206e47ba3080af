"""Weights of terms, and neighbours."""

from __future__ import annotations

import math

import numpy as np
import pytest

from framing.stats.neighbours import alike_rows, heaviest_terms
from framing.stats.rarity import count_matrix, rarity, weigh


def test_two_texts_alone_go_by_the_expected_share():
    # others = max(2 - 2, 0) + 50 x .01 = .5, of 0 + 50 texts: -ln(.5 / 50)
    assert rarity(np.array([2.0]), 2, np.array([0.01]))[0] == pytest.approx(-math.log(0.01))


def test_a_word_in_one_or_both_of_two_texts_weighs_the_same():
    weights = rarity(np.array([1.0, 2.0]), 2, np.array([0.01, 0.01]))
    assert weights[0] == weights[1]


def test_many_texts_outweigh_the_expectation():
    # 500 of 1,002 texts: (498 + .5) / (1000 + 50)
    assert rarity(np.array([500.0]), 1002, np.array([0.01]))[0] == pytest.approx(-math.log(498.5 / 1050))


def test_no_weight_is_negative():
    assert rarity(np.array([10.0]), 10, np.array([1.0]))[0] == 0


def test_weigh_damps_counts_and_gives_unit_rows():
    # counts (1, e) x weights (3, 2): (1 + ln 1) 3 = 3 and (1 + ln e) 2 = 4, length 5
    rows = weigh(count_matrix([{0: 1.0, 1: math.e}, {}], 2), np.array([3.0, 2.0]))
    assert rows.toarray()[0] == pytest.approx([0.6, 0.8])
    assert rows.toarray()[1] == pytest.approx([0, 0])


def test_alike_rows_by_hand():
    # rows (1,0), (.6,.8), (0,1): products .6, 0, .8
    rows = count_matrix([{0: 1.0}, {0: 0.6, 1: 0.8}, {1: 1.0}], 2)
    i, j = alike_rows(rows, 0.6)
    assert list(zip(i.tolist(), j.tolist(), strict=True)) == [(0, 1), (1, 2)]
    assert [len(part) for part in alike_rows(rows, 0.81)] == [0, 0]


def test_heaviest_terms_keeps_the_greatest_and_breaks_ties_by_column():
    kept = heaviest_terms(count_matrix([{0: 1.0, 1: 3.0, 2: 2.0}, {1: 1.0, 2: 1.0}], 3), 1).toarray()
    assert kept.tolist() == [[0, 3, 0], [0, 1, 0]]


def test_large_and_small_collections_find_the_same_pairs(monkeypatch):
    rng = np.random.default_rng(3)
    raw = [{int(k): float(rng.integers(1, 4)) for k in rng.choice(80, 12, replace=False)} for _ in range(60)]
    rows = weigh(count_matrix(raw, 80), np.ones(80))
    outright = alike_rows(rows, 0.3)
    monkeypatch.setattr("framing.stats.neighbours._FEW", 10)  # now by candidates
    sought = alike_rows(rows, 0.3)
    assert [part.tolist() for part in outright] == [part.tolist() for part in sought]
    assert len(outright[0]) > 10
