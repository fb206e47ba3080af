"""How alike the stories of a collection are, pair by pair."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import sparse

from framing.pair.features import Story
from framing.stats.rarity import Floats, Matrix, count_matrix, rarity, weigh
from framing.text.terms import common_share

# Shares of the three likenesses in the whole: tuned by hand on the development halves of five annotated collections, where
# anything from .4 to .6 for the words gives the same figures to a point.
WORDS, LEAD, NAMES = 0.5, 0.3, 0.2
NAME_SHARE: Final = 0.005  # a name is in about one article in two hundred before anything is counted
FAR_APART = 0.25  # what is left of the likeness of stories whose dates are far apart: anniversaries and follow-ups remain
SAME_PAGE: Final = 0.6  # for two stories of one article: the page itself sets them apart
OTHER_WEEKDAY = 0.8  # what is left where both leads name weekdays and none is the same; dates differ more often than not

_WEEKDAYS: Final = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")


@dataclass(frozen=True, slots=True)
class Likeness:
    """The stories of a collection as vectors. The dot product of two rows of `whole` is their likeness, 0 to 1, before dates.

    `words` and `names` are the unit vectors it is made of; `counts` are the plain word counts (stories x terms). `terms` and
    `name_terms` name the columns of `words` and of `names`. `days` are day numbers, nan where unknown; `weekdays` are sets of
    weekdays as bits; `pages` tell the article each story is from.
    """

    whole: Matrix
    words: Matrix
    names: Matrix
    counts: Matrix
    terms: tuple[str, ...]
    name_terms: tuple[str, ...]
    days: Floats
    weekdays: npt.NDArray[np.int64]
    pages: npt.NDArray[np.intp]
    days_scale: float


def _number(counters: Sequence[Counter[str]], numbers: dict[str, int]) -> list[dict[int, float]]:
    """The counters with a number for each term; new terms are added to `numbers`."""
    return [{numbers.setdefault(term, len(numbers)): float(count) for term, count in counter.items()} for counter in counters]


def _weigh_names(stories: Sequence[Story]) -> tuple[Matrix, tuple[str, ...]]:
    numbers: dict[str, int] = {}
    counts = count_matrix(rows := _number([story.names for story in stories], numbers), len(numbers))
    held = np.bincount(counts.indices, minlength=len(numbers)).astype(float)
    return weigh(counts, rarity(held, len(rows), np.full(len(numbers), NAME_SHARE))), tuple(numbers)


def weekday_bits(stories: Sequence[Story]) -> npt.NDArray[np.int64]:
    """The weekdays that each story's lead names, as bits."""
    return np.array([sum(1 << _WEEKDAYS.index(day) for day in story.weekdays) for story in stories], dtype=np.int64)


def _pages(stories: Sequence[Story]) -> npt.NDArray[np.intp]:
    """A number for the article of each story. Stories of one article follow each other, by rising numbers."""
    ends = [k == 0 or story.ref.id != stories[k - 1].ref.id or story.ref.story <= stories[k - 1].ref.story for k, story in enumerate(stories)]
    return np.cumsum(ends)


def compare_stories(stories: Sequence[Story], *, days_scale: float) -> Likeness:
    """Vectors of all stories. `days_scale`: days after which the effect of a date difference has mostly set in (e-fold)."""
    numbers: dict[str, int] = {}
    rows = _number([story.words for story in stories], numbers)
    lead_rows = _number([story.lead for story in stories], numbers)
    terms = tuple(numbers)
    counts = count_matrix(rows, len(terms))
    held = np.bincount(counts.indices, minlength=len(terms)).astype(float)
    weights = rarity(held, len(stories), np.array([common_share(term) for term in terms]))
    words, lead = weigh(counts, weights), weigh(count_matrix(lead_rows, len(terms)), weights)
    names, name_terms = _weigh_names(stories)
    whole = sparse.csr_array(sparse.hstack([words * np.sqrt(WORDS), lead * np.sqrt(LEAD), names * np.sqrt(NAMES)], format="csr"))
    days = np.array([np.nan if story.published is None else float(story.published) for story in stories])
    return Likeness(whole, words, names, counts, terms, name_terms, days, weekday_bits(stories), _pages(stories), days_scale)


def agreement(a: int | None, b: int | None, days_scale: float) -> float:
    """What is left of a likeness by the day numbers of two stories, `FAR_APART` to 1; 1 where one is not known."""
    apart = 0 if a is None or b is None else abs(a - b)
    return FAR_APART + (1 - FAR_APART) * math.exp(-apart / days_scale)


def dates_agree(likeness: Likeness, rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp]) -> Floats:
    """Factor 0 to 1 of each pair (rows[k], columns[k]): 1 where both stories are of one day or nothing is known."""
    apart = np.nan_to_num(np.abs(likeness.days[rows] - likeness.days[columns]), nan=0.0)
    factor = FAR_APART + (1 - FAR_APART) * np.exp(-apart / likeness.days_scale)
    left, right = likeness.weekdays[rows], likeness.weekdays[columns]
    clash = (left != 0) & (right != 0) & (left & right == 0)
    factor = np.where(clash, factor * OTHER_WEEKDAY, factor)
    return np.asarray(np.where((likeness.pages[rows] == likeness.pages[columns]) & (rows != columns), factor * SAME_PAGE, factor))


def score_pairs(likeness: Likeness, rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp], *, dated: bool = True) -> Floats:
    """Likeness of each pair (rows[k], columns[k]), 0 to 1; with `dated` times how well the dates agree."""
    found = np.zeros(len(rows))
    for start in range(0, len(rows), 20_000):
        part = slice(start, start + 20_000)
        found[part] = np.asarray(likeness.whole[rows[part]].multiply(likeness.whole[columns[part]]).sum(axis=1)).ravel()
    return np.minimum(found * dates_agree(likeness, rows, columns) if dated else found, 1.0)


def square(likeness: Likeness, members: npt.NDArray[np.intp]) -> Floats:
    """Dated likeness of all pairs of some stories, as a full symmetric matrix with ones on its diagonal."""
    part = likeness.whole[members]
    n = len(members)
    rows, columns = np.repeat(members, n), np.tile(members, n)
    dense = np.asarray((part @ part.T).toarray(), dtype=np.float64) * dates_agree(likeness, rows, columns).reshape(n, n)
    np.fill_diagonal(dense, 1.0)
    return np.minimum(dense, 1.0)
