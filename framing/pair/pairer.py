"""Which stories report the same event: an estimator in the manner of scikit-learn, and the function the pipeline calls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

import numpy as np
import numpy.typing as npt
from sklearn.base import BaseEstimator, ClusterMixin

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


class EventPairer(ClusterMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Groups stories by the event they report. No training: the settings below were chosen on annotated collections.

    Every story is in one cluster. Pairs of stories are listed with a verdict, all but the different ones; an event of more than
    `MOST_LISTED` stories is listed by its first story alone: each of its stories, and each story of another event on the same
    topic, is paired with that one. So the list grows with the number of stories, not with its square.

    Parameters:
        event: least mean likeness of stories of one event, in a large collection; above 0.
        topic: least likeness, dates aside, from which pairs of different events count as one topic.
        split: how much less alike the halves of a group must be for it to be split (0 never splits, 1 nearly always).
        days_scale: days after which a difference of dates counts for most of what it can.

    Attributes, after `fit`:
        pairing_: clusters and judged pairs (`framing.model.pairing.Pairing`).
        stories_: the stories, in order of documents.
        labels_: number of each story's cluster, in the same order; clusters are numbered by their first story.
    """

    def __init__(self, *, event: float = EVENT[0], topic: float = TOPIC[0], split: float = SPLIT,
                 days_scale: float = DAYS_SCALE) -> None:
        self.event = event
        self.topic = topic
        self.split = split
        self.days_scale = days_scale

    def fit(self, documents: Sequence[Document], y: object = None) -> EventPairer:
        """Read the stories of cleaned documents and group them. `y` is ignored."""
        stories = read_stories(documents)
        self.stories_ = tuple(story.ref for story in stories)
        self.labels_: npt.NDArray[np.intp] = np.zeros(len(stories), dtype=np.intp)
        if not stories:
            self.pairing_ = Pairing((), ())
            return self
        first = find_copies(stories)
        kept = [k for k, one in enumerate(first) if one == k]
        likeness = compare_stories([stories[k] for k in kept], days_scale=self.days_scale)
        judge = Judge([stories[k] for k in kept], likeness, bars(len(kept), event=self.event, topic=self.topic))
        groups = group_stories(likeness, Grouping(judge.bars.event, self.split))
        for number, group in enumerate(groups):
            self.labels_[[kept[k] for k in group.tolist()]] = number
        self.labels_ = self.labels_[first]
        places = {term: k for k, term in enumerate(likeness.terms)}
        members = np.split(np.argsort(self.labels_, kind="stable"), np.cumsum(np.bincount(self.labels_))[:-1])
        clusters = tuple(Cluster(_event_name(judge.stories, likeness, group, places), tuple(stories[k].ref for k in mine.tolist()))
                         for group, mine in zip(groups, members, strict=True))
        sizes = [len(mine) for mine in members]
        place = {one: k for k, one in enumerate(kept)}
        copies = [judge.judge_copy(place[one], stories[k]) for k, one in enumerate(first) if one != k]
        self.pairing_ = Pairing(clusters, tuple(sorted((*self._judged(judge, groups, sizes), *copies), key=lambda pair: (-pair.score, pair.a, pair.b))))
        return self

    def fit_predict(self, documents: Sequence[Document], y: object = None) -> npt.NDArray[np.intp]:
        """`fit`, and the cluster number of each story."""
        return self.fit(documents).labels_

    def _judged(self, judge: Judge, groups: Sequence[Places], sizes: Sequence[int]) -> list[StoryPair]:
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


def pair_documents(documents: Sequence[Document], *, event: float = EVENT[0], topic: float = TOPIC[0], split: float = SPLIT,
                   days_scale: float = DAYS_SCALE) -> Pairing:
    """Which stories of cleaned documents report the same event. Settings as in `EventPairer`; nothing is read but the texts,
    the titles and the dates.
    """
    return EventPairer(event=event, topic=topic, split=split, days_scale=days_scale).fit(documents).pairing_


def judge_stories(stories: Sequence[Story], pairs: Sequence[tuple[int, int]], *, days_scale: float = DAYS_SCALE) -> StoryPair:
    """The verdict on the most alike of the given pairs of stories, by likeness alone."""
    likeness = compare_stories(stories, days_scale=days_scale)
    scores = score_pairs(likeness, np.array([i for i, _ in pairs]), np.array([j for _, j in pairs]))
    i, j = pairs[int(np.argmax(scores))]
    return Judge(stories, likeness, bars(2)).judge_all([(i, j)])[0]
