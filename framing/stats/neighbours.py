"""Which rows of a sparse matrix are alike: all pairs from a likeness upwards."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import sparse

from framing.stats.rarity import Floats, Matrix

try:  # the optional extra "scale": the same pairs, several times as fast from some ten thousand texts on
    from sparse_dot_topn import sp_matmul_topn
except ImportError:
    sp_matmul_topn = None

_CHUNK: Final = 500  # rows compared with all later rows at a time: bounds memory
_FEW: Final = 2500  # rows up to which all pairs are computed outright
_HEAVIEST: Final = 60  # heaviest terms of a row that candidates are looked for with, beyond that
_LOOSER: Final = 0.4  # part of the least likeness that a candidate must reach on its heaviest terms

Places = npt.NDArray[np.intp]


def heaviest_terms(matrix: Matrix, n: int) -> Matrix:
    """The matrix with only the `n` greatest entries of each row kept."""
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    order = np.lexsort((matrix.indices, -matrix.data, rows))
    rank = np.arange(len(order)) - np.repeat(matrix.indptr[:-1], np.diff(matrix.indptr))
    kept = order[rank < n]
    return sparse.csr_array((matrix.data[kept], (rows[kept], matrix.indices[kept])), shape=matrix.shape)


def alike_rows(matrix: Matrix, least: float) -> tuple[Places, Places]:
    """Pairs of rows (i < j) whose dot product is `least` or more, in order of i, then j.

    Entries must not be negative. Beyond some thousand rows candidates are first sought with the heaviest terms of each row; a
    pair that shares light terms alone can then be missed. Uses sparse_dot_topn for the products where it is installed.
    """
    if matrix.shape[0] <= _FEW:
        return _products(matrix, least)
    rows, columns = _products(heaviest_terms(matrix, _HEAVIEST), least * _LOOSER)
    exact = np.concatenate([np.zeros(0), *(np.asarray(matrix[rows[k:k + 20_000]].multiply(matrix[columns[k:k + 20_000]]).sum(axis=1)).ravel()
                                           for k in range(0, len(rows), 20_000))])
    return rows[exact >= least], columns[exact >= least]


def _products(matrix: Matrix, least: float) -> tuple[Places, Places]:
    """All pairs i < j with a dot product of `least` or more."""
    turned = matrix.T.tocsr()
    if sp_matmul_topn is not None:
        found = sp_matmul_topn(sparse.csr_matrix(matrix), sparse.csr_matrix(turned), top_n=matrix.shape[0], threshold=float(np.nextafter(np.float32(least), np.float32(0)))).tocoo()
        return _above(found.row.astype(np.intp), found.col.astype(np.intp), found.data, least)
    parts = []
    for start in range(0, matrix.shape[0], _CHUNK):
        found = (matrix[start:start + _CHUNK] @ turned).tocoo()
        kept = found.data >= least
        parts.append((found.coords[0][kept] + start, found.coords[1][kept], found.data[kept]))
    rows, columns, values = (np.concatenate([part[k] for part in parts]) for k in range(3))
    return _above(rows.astype(np.intp), columns.astype(np.intp), values, least)


def _above(rows: Places, columns: Places, values: Floats, least: float) -> tuple[Places, Places]:
    """Pairs i < j of a likeness of `least` or more, in order."""
    kept = (values >= least) & (rows < columns)
    rows, columns = rows[kept], columns[kept]
    order = np.lexsort((columns, rows))
    return rows[order], columns[order]
