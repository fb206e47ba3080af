"""Which stories report the same event, as an estimator in the manner of scikit-learn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from sklearn.base import BaseEstimator, ClusterMixin

from framing.model.document import Document
from framing.pair.events import DAYS_SCALE, SPLIT, Limits, pair_stories
from framing.pair.features import read_stories
from framing.pair.verdicts import EVENT, TOPIC


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
        self.pairing_, self.labels_ = pair_stories(stories, Limits(self.event, self.topic, self.split, self.days_scale))
        return self

    def fit_predict(self, documents: Sequence[Document], y: object = None) -> npt.NDArray[np.intp]:
        """`fit`, and the cluster number of each story."""
        return self.fit(documents).labels_
