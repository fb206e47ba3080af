"""Pairs of alike rows, with and without the optional fast product."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from framing.stats import neighbours


def rows(n: int) -> sparse.csr_array:
    """n sparse rows of unit length, the same on each run."""
    made = sparse.random_array((n, 40), density=0.2, rng=np.random.default_rng(3), format="csr")
    lengths = np.sqrt(np.asarray(made.multiply(made).sum(axis=1)).ravel())
    return sparse.csr_array(sparse.diags_array(1 / np.maximum(lengths, 1e-9)) @ made)


def fast_product(a: object, b: object, *, top_n: int, threshold: float) -> sparse.csr_matrix:
    """What sparse_dot_topn does, as exactly as it asks for its types."""
    assert isinstance(a, sparse.csr_matrix)
    assert isinstance(b, sparse.csr_matrix)
    whole = (a @ b).tocsr()
    assert top_n >= whole.shape[1]
    whole.data[whole.data <= threshold] = 0
    whole.eliminate_zeros()
    return whole


@pytest.mark.parametrize("few", [neighbours._FEW, 10])
def test_the_fast_product_finds_the_same_pairs(monkeypatch, few):
    matrix = rows(60)
    monkeypatch.setattr(neighbours, "_FEW", few)
    monkeypatch.setattr(neighbours, "sp_matmul_topn", None)
    plain = neighbours.alike_rows(matrix, 0.3)
    monkeypatch.setattr(neighbours, "sp_matmul_topn", fast_product)
    fast = neighbours.alike_rows(matrix, 0.3)
    assert len(plain[0]) > 20
    assert [one.tolist() for one in plain] == [one.tolist() for one in fast]
