"""Shares of found items, with the finder's errors in their intervals."""

from __future__ import annotations

import pytest

from framing.stats.thinning import Errors, FoundItem, thinned_shares

PERFECT = {"direct": Errors(1.0, 1.0), "indirect": Errors(1.0, 1.0)}
POOR = {"direct": Errors(0.7, 0.6), "indirect": Errors(0.7, 0.6)}


def items(traits: str, owners: str = "") -> list[FoundItem]:
    """An item a letter, each in a block of its own: "y" has the trait."""
    return [FoundItem(k, "direct", (owners or "a" * len(traits))[k], 10.0, letter == "y") for k, letter in enumerate(traits)]


def test_values_are_those_of_the_items_found():
    found = thinned_shares(items("yyynnn", "aaabbc"), errors=PERFECT, swap=0.0)
    assert found.trait.value == pytest.approx(0.5)
    assert found.largest.value == pytest.approx(0.5)             # a has 30 of 60 words


def test_a_perfect_finder_leaves_only_the_sampling():
    found = thinned_shares(items("yyyyyyyy"), errors=PERFECT, swap=0.0)
    assert (found.trait.low, found.trait.high) == (1.0, 1.0)      # nothing to vary: all have the trait
    half = thinned_shares(items("yn" * 8), errors=PERFECT, swap=0.0)
    # 16 blocks drawn with replacement: standard error sqrt(.25/16) = .125, so about .25 to .75
    assert half.trait.low == pytest.approx(0.25, abs=0.07)
    assert half.trait.high == pytest.approx(0.75, abs=0.07)


def test_errors_widen_the_interval():
    one_block = [FoundItem(0, "direct", "ab"[k % 2], 10.0, k < 4) for k in range(8)]      # nothing to resample
    sure = thinned_shares(one_block, errors=PERFECT, swap=0.0)
    unsure = thinned_shares(one_block, errors=POOR, swap=0.3)
    assert (sure.trait.low, sure.trait.high) == (0.5, 0.5)
    assert unsure.trait.low < 0.4 < 0.6 < unsure.trait.high


def test_wrong_sources_pull_towards_the_mean():
    found = thinned_shares(items("yyyyyyyn"), errors=PERFECT, swap=0.5)
    assert found.trait.low < 0.8


def test_same_items_same_interval_and_none_is_refused():
    assert thinned_shares(items("ynyn"), errors=POOR, swap=0.1) == thinned_shares(items("ynyn"), errors=POOR, swap=0.1)
    with pytest.raises(ValueError, match="need one item"):
        thinned_shares([], errors=POOR, swap=0.1)
