"""How much a term tells: inverse document frequency that also holds for two texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

BACKGROUND = 50  # texts that the expected share weighs as much as; with 1,000 texts counted it hardly matters any more

Floats = npt.NDArray[np.float64]
Matrix = Any  # scipy.sparse.csr_array; scipy ships no types


def rarity(n_with: Floats, n_texts: int, expected: Floats, *, background: int = BACKGROUND) -> Floats:
    """Weight of each term, in natural-log units, above 0: how surprising it is that two texts share it.

    Two of the texts that hold a term are left out of its count, as two that share a word would else make it look common:
    with two texts alone the weight is that of the expected share, with many it is the usual inverse document frequency.

    Args:
        n_with: in how many texts each term stands.
        n_texts: how many texts there are.
        expected: share of texts, above 0 and up to 1, in which each term would be expected without counting.
        background: how many texts the expected share counts as.
    """
    others = np.maximum(n_with - 2, 0) + background * expected
    return np.asarray(-np.log(np.minimum(others / (max(n_texts - 2, 0) + background), 1.0)))


def count_matrix(rows: Sequence[dict[int, float]], n_terms: int) -> Matrix:
    """Sparse texts x terms matrix of counts from a dictionary a text (term number -> count)."""
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.fromiter((key for row in rows for key in row), dtype=np.int32, count=ends[-1])
    counts = np.fromiter((value for row in rows for value in row.values()), dtype=np.float32, count=ends[-1])
    return sparse.csr_array((counts, columns, ends), shape=(len(rows), n_terms))


def weigh(counts: Matrix, weights: Floats) -> Matrix:
    """Rows of unit length: (1 + ln count) x weight. An empty row stays empty. Source of the damped count: Buckley (1992)."""
    weighted = counts.copy()
    weighted.data = (1 + np.log(weighted.data)) * weights[weighted.indices].astype(np.float32)
    lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1
    weighted.data /= np.repeat(lengths, np.diff(weighted.indptr)).astype(np.float32)
    return weighted
