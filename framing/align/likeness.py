"""How alike the sentences of two articles are: a score for each pair that means about the same in every pair of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from scipy import sparse

from framing.align.amounts import figures_in_common
from framing.align.features import Passage
from framing.stats.rarity import Floats, Matrix, count_matrix, rarity, weigh
from framing.text.terms import common_share

# score = 1 / (1 + exp(-x)), x = START + PIECES ln(pieces + .01) + TEXTS ln(texts + .05) + CENTRAL central + NUMBERS numbers: pieces is
# the likeness of two sentences by pieces of words, texts that of the two articles by words, central how much each sentence is like
# the whole of the other article (scaled by their lengths), numbers whether both hold the same number. Fitted by logistic regression on sentence pairs that
# annotators of event coreference and of summary sources judged to tell of the same thing (development halves; 6,700 pairs).
START, PIECES, TEXTS, CENTRAL, NUMBERS = 2.57, 2.16, 2.38, 3.92, 0.76
_FLOOR_PIECES, _FLOOR_TEXTS = 0.01, 0.05
_LENGTHS: Final = 0.125  # fourth root of the geometric mean: a sentence is less like a longer whole
PIECE_SHARE: Final = 0.02  # a piece of a word is expected in one sentence of fifty before anything is counted
_BACKGROUND: Final = 100  # sentences that this expectation counts as


def _numbered(counters: Sequence[Counter[str]]) -> tuple[Matrix, dict[str, int]]:
    numbers: dict[str, int] = {}
    rows = [{numbers.setdefault(key, len(numbers)): float(count) for key, count in counter.items()} for counter in counters]
    return count_matrix(rows, len(numbers)), numbers


def _weigh_pieces(a: Sequence[Passage], b: Sequence[Passage]) -> tuple[Matrix, Matrix]:
    """Unit rows of the sentences of both articles, then of the two articles as wholes."""
    counts, numbers = _numbered([passage.pieces for passage in (*a, *b)])
    held = np.bincount(counts.indices, minlength=len(numbers)).astype(float)
    weights = rarity(held, len(a) + len(b), np.full(len(numbers), PIECE_SHARE), background=_BACKGROUND)
    ends = counts.indptr[[0, len(a), len(a) + len(b)]]
    wholes = sparse.csr_array((counts.data.copy(), counts.indices.copy(), ends), shape=(2, len(numbers)))  # summed in place next
    wholes.sum_duplicates()
    return weigh(counts, weights), weigh(wholes, weights)


def _shared_numbers(a: Sequence[Passage], b: Sequence[Passage]) -> Floats:
    """1 for the pairs of sentences that hold a number or a share in common, small numbers aside."""
    found = np.zeros((len(a), len(b)))
    right = [(j, y.amounts) for j, y in enumerate(b) if y.amounts]
    for i, x in enumerate(a):
        for j, amounts in right if x.amounts else ():
            found[i, j] = figures_in_common(x.amounts, amounts) > 0
    return found


def sentence_likeness(a: Sequence[Passage], b: Sequence[Passage]) -> tuple[Floats, Floats]:
    """Two matrices, sentences of `a` x sentences of `b`, 0 to 1: the cosine of the two by pieces of words, rare ones weighing more;
    and the geometric mean of how like each of the two is to the whole of the other article.
    """
    rows, wholes = _weigh_pieces(a, b)
    left, right = rows[:len(a)], rows[len(a):]
    to_b, to_a = ((side @ wholes[[k]].T).toarray().astype(np.float64) for side, k in ((left, 1), (right, 0)))
    return np.asarray((left @ right.T).toarray(), dtype=np.float64), np.asarray(np.sqrt(to_b * to_a.T))


def text_likeness(a: Sequence[Passage], b: Sequence[Passage]) -> float:
    """Cosine of the two articles by words, 0 to 1."""
    counts, numbers = _numbered([Counter(term for passage in side for term in passage.terms) for side in (a, b)])
    shares = np.array([common_share(term) for term in numbers])
    rows = weigh(counts, -np.log(np.minimum(shares, 1.0)))
    return float((rows[[0]] @ rows[[1]].T).toarray()[0, 0])


def score_passages(a: Sequence[Passage], b: Sequence[Passage]) -> Floats:
    """Score, 0 to 1, of each sentence of `a` (rows) with each of `b` (columns): about the share of such pairs that tell of the
    same thing. Swapping the articles turns the matrix.
    """
    if not a or not b:
        return np.zeros((len(a), len(b)))
    pieces, central = sentence_likeness(a, b)
    x = (START + PIECES * np.log(pieces + _FLOOR_PIECES) + TEXTS * np.log(text_likeness(a, b) + _FLOOR_TEXTS)
         + CENTRAL * central * (len(a) * len(b)) ** _LENGTHS / 2 + NUMBERS * _shared_numbers(a, b))
    return np.asarray(np.round(1 / (1 + np.exp(-x)), 4))
