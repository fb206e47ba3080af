"""Intervals for shares of items that a rule found with known errors: some found ones are wrong, some are missed, some mislabelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from framing.stats.intervals import Interval


@dataclass(frozen=True, slots=True)
class Errors:
    """Measured errors for one kind of item: share of found ones that are right, and share of true ones that are found (0 to 1)."""

    precision: float
    recall: float


@dataclass(frozen=True, slots=True)
class FoundItem:
    """One found item: the block (paragraph) it stands in, its kind, its owner (a speaker), its weight (words), and whether it has a trait."""

    block: int
    kind: str
    owner: str
    weight: float
    trait: bool


@dataclass(frozen=True, slots=True)
class Thinned:
    """Intervals of the share of items with the trait, and of the largest owner's share of the weight."""

    trait: Interval
    largest: Interval


def thinned_shares(items: Sequence[FoundItem], *, errors: dict[str, Errors], swap: float, draws: int = 2000, seed: int = 7) -> Thinned:
    """Resample blocks with replacement and, in each draw, undo the measured errors by chance.

    Each drawn item stays with its kind's precision; missed ones are added at its kind's rate, as copies of found ones; a share
    `swap` of all gets the trait and the owner of some other item, as speakers are mistaken at that rate.

    Args:
        items: at least one.
        errors: by kind; every kind of the items is there.
        swap: share of items whose owner is wrong, 0 to 1.

    Raises:
        ValueError: no items.

    Returns:
        Point values from the items as found; 95 % percentile intervals over the draws that hold an item.
    """
    if not items:
        raise ValueError("shares of found items need one item")
    chance = np.random.default_rng(seed)
    blocks = sorted({item.block for item in items})
    owners = sorted({item.owner for item in items})
    block_of = np.array([blocks.index(item.block) for item in items])
    owner_of = np.array([owners.index(item.owner) for item in items])
    weight = np.array([item.weight for item in items])
    trait = np.array([item.trait for item in items], dtype=float)
    precision = np.array([errors[item.kind].precision for item in items])
    missed = np.array([errors[item.kind].precision / errors[item.kind].recall - errors[item.kind].precision for item in items])
    times = chance.multinomial(len(blocks), np.full(len(blocks), 1 / len(blocks)), size=draws)[:, block_of]
    kept = chance.binomial(times, precision) + chance.poisson(times * missed)
    swapped = chance.binomial(kept, swap)
    total = kept.sum(axis=1)
    used = total > 0
    with_trait = ((kept - swapped) * trait).sum(axis=1) + chance.binomial(swapped.sum(axis=1), trait.mean())
    shares = with_trait[used] / total[used]
    by_owner = _weights_by_owner(kept - swapped, swapped, weight, owner_of, len(owners))
    sums = by_owner.sum(axis=1)
    largest = by_owner[sums > 0].max(axis=1) / sums[sums > 0]
    plain = np.bincount(owner_of, weights=weight)
    return Thinned(_interval(float(trait.mean()), shares), _interval(float(plain.max() / plain.sum()) if plain.sum() else 0.0, largest))


def _weights_by_owner(own: np.ndarray, swapped: np.ndarray, weight: np.ndarray, owner_of: np.ndarray, n_owners: int) -> np.ndarray:
    """Weight of each owner in each draw; what was swapped goes to owners in proportion to their items."""
    share = np.bincount(owner_of, minlength=n_owners) / len(owner_of)
    member = np.eye(n_owners)[owner_of]
    result: np.ndarray = (own * weight) @ member + (swapped * weight).sum(axis=1, keepdims=True) * share
    return result


def _interval(value: float, draws: np.ndarray) -> Interval:
    if not draws.size:
        return Interval(value, 0.0, 1.0)
    low, high = np.quantile(draws, [0.025, 0.975])
    return Interval(value, min(value, float(low)), max(value, float(high)))
