"""Groups of stories that report one event: average linkage, then groups that fall apart under their own words are split."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from framing.pair.likeness import Likeness, score_pairs, square
from framing.stats.neighbours import Places, alike_rows
from framing.stats.rarity import Floats

_LARGEST: Final = 2500  # stories linked at once; a larger web of stories is first cut at a higher likeness
_SMALLEST_SPLIT: Final = 4  # stories: in a group of three, one that differs from two is no evidence of two events
_ROUNDS: Final = 10  # of moving stories between the halves of a split; it settles in two or three
_CLOSE: Final = 0.2  # likeness of halves from which on a split takes a little more, per further 0.2 ...
_STRICTER: Final = 0.1  # ... of this much of the ratio
_RARE: Final = 0.4  # power of a word's rarity inside a group: at 1 the few words of two stories outweigh what halves share; .3 to .5 do alike
_COPY: Final = 0.6  # likeness above which two stories share sentences: a pair of copies is no event of its own


@dataclass(frozen=True, slots=True)
class Grouping:
    """How stories are grouped. `threshold`: least mean likeness of two groups that are joined. `split`: a group is split in two
    when the mean likeness across the halves is less than this part of that within them.
    """

    threshold: float
    split: float


def group_stories(likeness: Likeness, grouping: Grouping) -> list[Places]:
    """The groups, each with its stories in order; groups in order of their first story. Every story is in one group."""
    n = likeness.whole.shape[0]
    rows, columns = alike_rows(likeness.whole, grouping.threshold)
    scores = score_pairs(likeness, rows, columns)
    groups: list[Places] = []
    for web in _webs(n, rows, columns, scores, grouping.threshold):
        for linked in _link(likeness, web, grouping.threshold):
            groups += _split(likeness, linked, grouping.split)
    return sorted(groups, key=lambda group: int(group[0]))


def _webs(n: int, rows: Places, columns: Places, scores: Floats, least: float) -> list[Places]:
    """Stories that hang together by likenesses of `least` or more. No group can reach over two webs."""
    kept = scores >= least
    graph = sparse.coo_array((np.ones(int(kept.sum())), (rows[kept], columns[kept])), shape=(n, n))
    _, web_of = connected_components(graph, directed=False)
    order = np.argsort(web_of, kind="stable")
    webs = np.split(order, np.cumsum(np.bincount(web_of))[:-1])
    found: list[Places] = []
    for web in webs:
        if len(web) <= _LARGEST:
            found.append(web)
            continue
        place = np.full(n, -1)
        place[web] = np.arange(len(web))
        inside = kept & (place[rows] >= 0)
        found += [web[part] for part in _webs(len(web), place[rows[inside]], place[columns[inside]], scores[inside], least * 1.25)]
    return found


def _link(likeness: Likeness, web: Places, threshold: float) -> list[Places]:
    """Average linkage (UPGMA: Sokal & Michener, 1958) of one web, cut at a mean likeness of `threshold`."""
    if len(web) == 1:
        return [web]
    distances = squareform(1 - square(likeness, web), checks=False)
    numbers = fcluster(linkage(distances, "average"), 1 - threshold, "distance")
    return [web[numbers == number] for number in dict.fromkeys(numbers.tolist())]


def _split(likeness: Likeness, group: Places, ratio: float) -> list[Places]:
    """The group, or the groups that it falls into.

    Look-alike events (two title fights of one boxer) share most of their words: those are common to the whole group. So words are
    weighed anew inside the group, halves are found by what is rare in there, and the split is kept where the stories are much
    less alike across than within the halves by their likeness in the whole collection.
    """
    if len(group) < _SMALLEST_SPLIT:
        return [group]
    halves = _halve(_inner_likeness(likeness, group))
    if halves.all() or not halves.any():
        return [group]
    alike = np.minimum(square(likeness, group), _COPY)
    across = float(alike[np.ix_(halves, ~halves)].mean())
    within = sum(_mean_within(alike[np.ix_(half, half)]) * half.sum() for half in (halves, ~halves)) / len(group)
    if across / max(within, 1e-9) + _STRICTER * (across - _CLOSE) / _CLOSE >= ratio:
        return [group]
    return _split(likeness, group[halves], ratio) + _split(likeness, group[~halves], ratio)


def _mean_within(alike: Floats) -> float:
    """Mean likeness of the pairs of one half; 0 for a single story."""
    n = len(alike)
    return float((alike.sum() - np.trace(alike)) / (n * (n - 1))) if n > 1 else 0.0


def _inner_likeness(likeness: Likeness, group: Places) -> Floats:
    """Likeness of the group's stories by words weighed inside the group: what all of them hold weighs nothing, nor what one holds."""
    counts = likeness.counts[group]
    held = np.bincount(counts.indices, minlength=counts.shape[1]).astype(float)
    weights = np.where(held >= 2, np.log(len(group) / np.maximum(held, 1)), 0.0) ** _RARE
    used, columns = np.unique(counts.indices, return_inverse=True)
    data = (1 + np.log(counts.data)) * weights[counts.indices]
    rows = np.repeat(np.arange(len(group)), np.diff(counts.indptr))
    dense = sparse.csr_array((data, (rows, columns)), shape=(len(group), len(used)))
    alike = np.asarray((dense @ dense.T).toarray())
    length = np.sqrt(np.diag(alike))
    length[length == 0] = 1
    alike /= length[:, None] * length[None, :]
    outer = square(likeness, group)
    plain = np.asarray((likeness.whole[group] @ likeness.whole[group].T).toarray())
    return np.asarray(alike * np.minimum(outer / np.maximum(plain, 1e-9), 1.0))


def _halve(alike: Floats) -> npt.NDArray[np.bool_]:
    """Two halves by the second eigenvector (Shi & Malik, 2000), then each story moves to the half it is more like."""
    degree = np.maximum(alike.sum(axis=1), 1e-9)
    _, vectors = np.linalg.eigh(alike / np.sqrt(degree[:, None] * degree[None, :]))
    halves: npt.NDArray[np.bool_] = vectors[:, -2] / np.sqrt(degree) > 0
    others = alike - np.diag(np.diag(alike))
    for _ in range(_ROUNDS):
        if halves.all() or not halves.any():
            break
        first = others[:, halves].sum(axis=1) / np.maximum(halves.sum() - halves, 1)
        second = others[:, ~halves].sum(axis=1) / np.maximum((~halves).sum() - ~halves, 1)
        moved = first > second
        if (moved == halves).all():
            break
        halves = moved
    return halves
