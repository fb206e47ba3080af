"""95 % intervals for counts, rates, shares and bounded means, and for differences between two of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

Z95: Final = 1.959963984540054  # 97.5 % point of the standard normal distribution


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its 95 % interval, all in one unit."""

    value: float
    low: float
    high: float

    @property
    def holds_zero(self) -> bool:
        """Whether 0 lies inside, ends included."""
        return self.low <= 0.0 <= self.high


def rate_interval(n: int, base: float, *, per: float = 1.0) -> Interval:
    """Rate of `n` events in `base` units, per `per` units, with a Poisson interval.

    Raises:
        ValueError: `base` is not above 0, or `n` is below 0.

    Source: Byar's approximation to the exact Poisson limits (Rothman & Boice, 1979): within 1 % of them from n = 1 on.
    """
    if base <= 0 or n < 0:
        raise ValueError(f"a rate needs n >= 0 and base > 0, not {n} and {base}")
    low = n * (1 - 1 / (9 * n) - Z95 / (3 * math.sqrt(n))) ** 3 if n else 0.0
    more = n + 1
    high = more * (1 - 1 / (9 * more) + Z95 / (3 * math.sqrt(more))) ** 3
    scale = per / base
    return Interval(n * scale, max(0.0, low) * scale, high * scale)


def share_interval(n: int, base: int) -> Interval:
    """Share `n` of `base` (0 to 1) with Wilson's score interval.

    Raises:
        ValueError: `base` is not above 0, or `n` lies outside 0 to `base`.

    Source: Wilson (1927), Journal of the American Statistical Association 22, 209-212.
    """
    if base <= 0 or not 0 <= n <= base:
        raise ValueError(f"a share needs 0 <= n <= base and base > 0, not {n} of {base}")
    share, z2 = n / base, Z95 * Z95
    middle = (share + z2 / (2 * base)) / (1 + z2 / base)
    half = Z95 * math.sqrt(share * (1 - share) / base + z2 / (4 * base * base)) / (1 + z2 / base)
    return Interval(share, max(0.0, middle - half) if n else 0.0, min(1.0, middle + half) if n < base else 1.0)


def bounded_mean_interval(values: Sequence[float], *, low: float, high: float) -> Interval:
    """Mean of values that lie between `low` and `high`, with an interval inside these bounds.

    The mean is read as a share of the way from `low` to `high` and given Wilson's interval. That is wide on purpose: no values
    between the bounds vary more than a share does, and three equal values do not make a certainty (an interval from their own
    spread would have no width).

    Raises:
        ValueError: no values, or one outside the bounds.

    Source: Wilson (1927), as `share_interval`; the variance of a bounded mean is at most p(1 - p)/n (Bhatia & Davis, 2000).
    """
    if not values or not all(low <= value <= high for value in values):
        raise ValueError("a bounded mean needs values inside its bounds")
    n, reach = len(values), high - low
    share, z2 = (math.fsum(values) / n - low) / reach, Z95 * Z95
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z95 * math.sqrt(max(0.0, share * (1 - share)) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return Interval(low + reach * share, low + reach * max(0.0, min(share, middle - half)), low + reach * min(1.0, max(share, middle + half)))


def difference(a: Interval, b: Interval) -> Interval:
    """`a` minus `b` with an interval made from the two; swapping them turns every sign.

    Source: Zou & Donner (2008), "Construction of confidence limits about effect measures" (MOVER), Statistics in Medicine 27.
    """
    gap = a.value - b.value
    below = math.hypot(a.value - a.low, b.high - b.value)
    above = math.hypot(a.high - a.value, b.value - b.low)
    return Interval(gap, gap - below, gap + above)


def ratio_interval(parts: Sequence[tuple[float, float]], *, draws: int = 2000, seed: int = 7) -> Interval:
    """Sum of the first over sum of the second of `parts`, resampling the parts (blocks: paragraphs) with replacement.

    Args:
        parts: (count, base) of each block, e.g. attributed words and words of each paragraph.
        draws: bootstrap samples.
        seed: of the generator; the same parts and seed give the same interval.

    Raises:
        ValueError: no parts, or a base of 0 in all.

    Source: block bootstrap, percentile interval (Efron & Tibshirani, 1993, ch. 8 and 13): words of one paragraph are not independent.
    """
    table = np.asarray(parts, dtype=float)
    if table.ndim != 2 or table[:, 1].sum() <= 0:
        raise ValueError("a ratio needs blocks with a base above 0")
    table = table[table[:, 1] > 0]
    drawn = np.random.default_rng(seed).integers(0, len(table), size=(draws, len(table)))
    sums = table[drawn].sum(axis=1)
    ratios = sums[:, 0] / sums[:, 1]
    low, high = np.quantile(ratios, [0.025, 0.975])
    value = float(table[:, 0].sum() / table[:, 1].sum())
    return Interval(value, min(value, float(low)), max(value, float(high)))


def effective_number(weights: Sequence[float]) -> float:
    """How many equal shares would be as diverse: exp of Shannon's entropy; 0.0 for no weight.

    Source: Hill (1973), order 1.
    """
    total = math.fsum(weights)
    if total <= 0:
        return 0.0
    return math.exp(-math.fsum(w / total * math.log(w / total) for w in weights if w > 0))
