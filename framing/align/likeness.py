"""How alike the sentences of two articles are: a score for each pair that means about the same in every pair of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np

from framing.align.features import Passage
from framing.stats.rarity import Floats, Matrix, count_matrix, rarity, weigh
from framing.text.terms import common_share

# score = 1 / (1 + exp(-x)), x = START + PIECES ln(pieces + .01) + TEXTS ln(texts + .05): pieces is the likeness of two sentences
# by pieces of words, texts that of the two articles by words. Fitted by logistic regression on sentence pairs that annotators of
# event coreference and of summary sources judged to tell of the same thing (development halves; 6,700 pairs, folds by topic).
START, PIECES, TEXTS = 4.14, 2.43, 2.68
_FLOOR_PIECES, _FLOOR_TEXTS = 0.01, 0.05
PIECE_SHARE: Final = 0.02  # a piece of a word is expected in one sentence of fifty before anything is counted
_BACKGROUND: Final = 100  # sentences that this expectation counts as


def _numbered(counters: Sequence[Counter[str]]) -> tuple[Matrix, dict[str, int]]:
    numbers: dict[str, int] = {}
    rows = [{numbers.setdefault(key, len(numbers)): float(count) for key, count in counter.items()} for counter in counters]
    return count_matrix(rows, len(numbers)), numbers


def sentence_likeness(a: Sequence[Passage], b: Sequence[Passage]) -> Floats:
    """Cosine of each sentence of `a` with each of `b` by pieces of words, 0 to 1; rare pieces weigh more."""
    counts, numbers = _numbered([passage.pieces for passage in (*a, *b)])
    held = np.bincount(counts.indices, minlength=len(numbers)).astype(float)
    rows = weigh(counts, rarity(held, len(a) + len(b), np.full(len(numbers), PIECE_SHARE), background=_BACKGROUND))
    return np.asarray((rows[:len(a)] @ rows[len(a):].T).toarray(), dtype=np.float64)


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
    pieces, texts = sentence_likeness(a, b), text_likeness(a, b)
    x = START + PIECES * np.log(pieces + _FLOOR_PIECES) + TEXTS * np.log(texts + _FLOOR_TEXTS)
    return np.asarray(np.round(1 / (1 + np.exp(-x)), 4))
