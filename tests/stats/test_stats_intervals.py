"""Intervals against numbers worked by hand or printed in tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.stats.intervals import (
    Interval,
    bounded_mean_interval,
    difference,
    effective_number,
    rate_interval,
    ratio_interval,
    share_interval,
)


@pytest.mark.parametrize(("n", "low", "high"), [
    (0, 0.0, 3.689),      # exact upper limit for 0 events: -ln(0.025) = 3.689
    (5, 1.623, 11.668),   # exact Poisson limits for 5 events
    (10, 4.795, 18.390),  # and for 10
])
def test_rate_limits_are_within_two_per_cent_of_the_exact_ones(n, low, high):
    found = rate_interval(n, 1)
    assert found.low == pytest.approx(low, rel=0.02)
    assert found.high == pytest.approx(high, rel=0.02)


def test_rate_is_per_thousand():
    assert rate_interval(6, 500, per=1000).value == pytest.approx(12.0)   # 6 / 500 * 1000


@given(st.integers(0, 50), st.integers(1, 5000))
def test_doubling_leaves_the_rate_and_narrows_the_interval(n, base):
    once, twice = rate_interval(n, base), rate_interval(2 * n, 2 * base)
    assert twice.value == pytest.approx(once.value)
    assert twice.high - twice.low <= once.high - once.low + 1e-12


def test_wilson_by_hand():
    # 5 of 10: middle 0.5; half = 1.96 * sqrt(.25/10 + 3.8415/400) / (1 + .38415) = 0.2634
    found = share_interval(5, 10)
    assert (found.low, found.high) == (pytest.approx(0.2366, abs=5e-4), pytest.approx(0.7634, abs=5e-4))


def test_shares_at_the_ends_stay_inside():
    assert share_interval(0, 8).low == 0.0
    assert share_interval(8, 8).high == 1.0
    assert share_interval(0, 8).high > 0.3                                # nobody of eight is no proof of nobody


@pytest.mark.parametrize("bad", [lambda: share_interval(3, 2), lambda: share_interval(0, 0), lambda: rate_interval(1, 0),
                                 lambda: rate_interval(-1, 5), lambda: bounded_mean_interval([], low=0, high=1), lambda: bounded_mean_interval([2.0], low=0, high=1), lambda: ratio_interval([(1.0, 0.0)])])
def test_impossible_counts_are_refused(bad):
    with pytest.raises(ValueError, match=r"needs"):
        bad()


def test_bounded_mean_by_hand():
    # -1, 0, 1, 0 on -1 to 1: half of the way, as 2 of 4. Wilson: middle .5, half 1.96 * sqrt(.25/4 + 3.8415/64) / (1 + 3.8415/4) = .35
    found = bounded_mean_interval([-1.0, 0.0, 1.0, 0.0], low=-1.0, high=1.0)
    assert found.value == 0
    assert found.low == pytest.approx(-0.70, abs=0.01)
    assert found.high == pytest.approx(0.70, abs=0.01)


@given(st.lists(st.sampled_from([-1.0, 0.0, 1.0]), min_size=1, max_size=30))
def test_a_bounded_mean_stays_inside_and_is_never_certain(values):
    found = bounded_mean_interval(values, low=-1.0, high=1.0)
    assert -1 <= found.low <= found.value <= found.high <= 1
    assert found.high - found.low > 0.05


intervals = st.tuples(st.floats(-5, 5), st.floats(0, 3), st.floats(0, 3)).map(lambda t: Interval(t[0], t[0] - t[1], t[0] + t[2]))


@given(intervals, intervals)
def test_swapping_sides_turns_every_sign(a, b):
    there, back = difference(a, b), difference(b, a)
    assert there.value == pytest.approx(-back.value)
    assert there.low == pytest.approx(-back.high)
    assert there.holds_zero == back.holds_zero


def test_difference_by_hand():
    # a 0.5 (0.2, 0.8), b 0.1 (0.0, 0.3): low = .4 - hypot(.3, .2) = .0394; high = .4 + hypot(.3, .1) = .7162
    found = difference(Interval(0.5, 0.2, 0.8), Interval(0.1, 0.0, 0.3))
    assert (found.low, found.high) == (pytest.approx(0.0394, abs=1e-4), pytest.approx(0.7162, abs=1e-4))


def test_ratio_resamples_blocks_and_repeats_itself():
    parts = [(10.0, 40.0), (0.0, 60.0), (30.0, 50.0)]
    found = ratio_interval(parts)
    assert found.value == pytest.approx(40 / 150)
    assert found.low == 0.0                                              # all three draws may be the middle block
    assert found == ratio_interval(parts)
    assert ratio_interval([(1.0, 4.0)] * 9).low == pytest.approx(0.25)   # equal blocks: nothing to vary


def test_effective_number():
    assert effective_number([1, 1, 1, 1]) == pytest.approx(4)
    assert effective_number([5]) == pytest.approx(1)
    assert effective_number([]) == 0.0
    # shares 3/4 and 1/4: entropy .5623, exp = 1.7548
    assert effective_number([3, 1]) == pytest.approx(1.7548, abs=1e-4)
