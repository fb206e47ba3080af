"""Which stories report the same event: what the estimator (`pairer`) and the pipeline call. Imports nothing of scikit-learn, which
takes as long to load as two articles take to compare.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np

from framing.model.document import Document
from framing.model.pairing import MOST_LISTED, Cluster, Pairing, StoryPair
from framing.pair.clusters import Grouping, group_stories
from framing.pair.copies import find_copies
from framing.pair.features import Story, read_stories
from framing.pair.likeness import Likeness, compare_stories, score_pairs
from framing.pair.verdicts import EVENT, TOPIC, Judge, bars, spellings
from framing.stats.neighbours import Places, alike_rows

DAYS_SCALE: Final = 4.0  # days: news of an event is out within a week; tuned on dated development data, 3 to 6 do as well
SPLIT: Final = 0.65  # see clusters.Grouping; tuned on development data, .55 to .7 change the figures by a point
_N_NAME_WORDS: Final = 4  # words of an event's name


@dataclass(frozen=True, slots=True)
class Limits:
    """The settings of pairing, as in `pairer.EventPairer`."""

    event: float = EVENT[0]
    topic: float = TOPIC[0]
    split: float = SPLIT
    days_scale: float = DAYS_SCALE


def pair_stories(stories: Sequence[Story], limits: Limits) -> tuple[Pairing, Places]:
    """Clusters and judged pairs of stories, and the number of each story's cluster; clusters are numbered by their first story."""
    labels: Places = np.zeros(len(stories), dtype=np.intp)
    if not stories:
        return Pairing((), ()), labels
    first = find_copies(stories)
    kept = [k for k, one in enumerate(first) if one == k]
    likeness = compare_stories([stories[k] for k in kept], days_scale=limits.days_scale)
    judge = Judge([stories[k] for k in kept], likeness, bars(len(kept), event=limits.event, topic=limits.topic))
    groups = group_stories(likeness, Grouping(judge.bars.event, limits.split))
    for number, group in enumerate(groups):
        labels[[kept[k] for k in group.tolist()]] = number
    labels = labels[first]
    columns, place = {term: k for k, term in enumerate(likeness.terms)}, {one: k for k, one in enumerate(kept)}
    members = np.split(np.argsort(labels, kind="stable"), np.cumsum(np.bincount(labels))[:-1])
    clusters = tuple(Cluster(_event_name(judge.stories, likeness, group, columns), tuple(stories[k].ref for k in mine.tolist()))
                     for group, mine in zip(groups, members, strict=True))
    copies = [judge.judge_copy(place[one], stories[k]) for k, one in enumerate(first) if one != k]
    pairs = (*_judged(judge, groups, [len(mine) for mine in members]), *copies)
    return Pairing(clusters, tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.a, pair.b)))), labels


def _judged(judge: Judge, groups: Sequence[Places], sizes: Sequence[int]) -> list[StoryPair]:
    """The pairs that are grouped together or alike enough to be of one topic. `sizes`: how many stories each group stands for."""
    together: set[tuple[int, int]] = set()
    listed = np.ones(len(judge.stories), dtype=bool)
    number = np.zeros(len(judge.stories), dtype=np.intp)
    for k, (group, size) in enumerate(zip(groups, sizes, strict=True)):
        number[group] = k
        many = size > MOST_LISTED
        together |= {(int(group[0]), one) for one in group[1:].tolist()} if many else set(combinations(group.tolist(), 2))
        listed[group[1:]] = not many
    rows, columns = alike_rows(judge.likeness.whole, judge.bars.topic)
    kept = listed[rows] & listed[columns] & (number[rows] != number[columns])
    asked = sorted(together | set(zip(rows[kept].tolist(), columns[kept].tolist(), strict=True)))
    return [pair for pair in judge.judge_all(asked, together) if pair.verdict != "different"]


def _event_name(stories: Sequence[Story], likeness: Likeness, group: Places, places: Mapping[str, int]) -> str:
    """The words of the first story's opening that weigh most over the stories of a group. `places`: the column of each term."""
    first, words = stories[int(group[0])], likeness.words
    weights: Counter[int] = Counter()
    for k in group.tolist():
        part = slice(words.indptr[k], words.indptr[k + 1])
        weights.update(dict(zip(words.indices[part].tolist(), words.data[part].tolist(), strict=True)))
    written = spellings(first)
    best = sorted((term for term in written if term in first.words), key=lambda term: (-weights[places[term]], term))[:_N_NAME_WORDS]
    return " ".join(written[term] for term in best) or first.headline or f"{first.ref.id}, story {first.ref.story + 1}"


def pair_documents(documents: Sequence[Document], limits: Limits | None = None) -> Pairing:
    """Which stories of cleaned documents report the same event; nothing is read but the texts, the titles and the dates."""
    return pair_stories(read_stories(documents), limits or Limits())[0]


def judge_stories(stories: Sequence[Story], pairs: Sequence[tuple[int, int]], *, days_scale: float = DAYS_SCALE) -> StoryPair:
    """The verdict on the most alike of the given pairs of stories, by likeness alone."""
    likeness = compare_stories(stories, days_scale=days_scale)
    scores = score_pairs(likeness, np.array([i for i, _ in pairs]), np.array([j for _, j in pairs]))
    i, j = pairs[int(np.argmax(scores))]
    return Judge(stories, likeness, bars(2)).judge_all([(i, j)])[0]
