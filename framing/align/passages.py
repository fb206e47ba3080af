"""Two articles lined up: which passages tell of the same thing, in whose voice, and what stands in one alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from framing.align.features import Passage, read_passages
from framing.align.likeness import score_passages
from framing.align.only_in import find_only_in, side_of
from framing.align.relations import judge_pair, share_number, touching
from framing.errors import TooLongError
from framing.model.alignment import AlignedPair, Alignment, Candidate
from framing.model.annotation import Reading
from framing.model.document import COUNTED_ZONES, Document
from framing.stats.rarity import Floats

MOST_SENTENCES: Final = 4000  # two such articles have 16 million pairs: a gigabyte while they are scored
LEAST_CANDIDATE: Final = 0.05  # so that a researcher can draw the whole curve of precision against recall
THRESHOLD: Final = 0.25  # on development data F1 of event sentences rises up to .4, of summaries up to .2; here both keep most of it
_SHIFT, _SHIFT_OF_NUMBERS = 0.38, 0.15  # least score of a shift of voice, and of one with a number in common; below it most pairs read in news of one event were of two claims
_SHIFT_IF_SURE: Final = 0.25  # ... enough where the words alone make it one claim
_OF_BEST, _UNLIKE = 0.8, 0.3  # ... or this part of the best score, where even that is no higher: the articles are unlike as wholes
STANDS_OUT: Final = 0.5  # part of the threshold that mutual best matches must reach ...
TELLING_IN_COMMON: Final = 3  # ... with so many telling words, or words of one family, in both


def check_length(document: Document) -> None:
    """See that passages of an article can be aligned, before it is read at length.

    Raises:
        TooLongError: it has more than `MOST_SENTENCES` sentences that count.
    """
    n = sum(sentence.zone in COUNTED_ZONES for sentence in document.sentences)
    if n > MOST_SENTENCES:
        raise TooLongError(f"{document.article.name}: {n:,} sentences; passages are aligned of up to {MOST_SENTENCES:,}. "
                           "Give its chapters or stories as articles of their own")


def align_readings(a: Reading, b: Reading, *, story_a: int | None = None, story_b: int | None = None,
                   threshold: float = THRESHOLD) -> Alignment:
    """Passages of two articles that tell of the same thing, many to many and in any order.

    Args:
        story_a, story_b: the story of each to take; None for all its counted text.
        threshold: least score of an aligned pair, 0 to 1.

    Returns:
        Aligned pairs and all candidates, best first; statements found in one article only, most central first. With the articles
        swapped everything is mirrored.

    Raises:
        TooLongError: an article has more than `MOST_SENTENCES` sentences: each is compared with each of the other, so that memory would
            grow with the square.
    """
    for reading in (a, b):
        check_length(reading.document)
    left, right = read_passages(a, story_a), read_passages(b, story_b)
    scores = score_passages(left, right)
    candidates = _best_first(left, right, scores)
    chosen = [(i, j) for i, j in candidates if scores[i, j] >= threshold or _stand_out(left, right, scores, i, j, threshold)]
    pairs = _judge_all(a, left, b, right, [(i, j, float(scores[i, j])) for i, j in chosen])
    side_a, side_b = side_of(a, left), side_of(b, right)
    return Alignment(a.document.article.id, b.document.article.id, pairs,
                     tuple(Candidate(left[i].span, right[j].span, float(scores[i, j])) for i, j in candidates),
                     find_only_in(side_a, side_b, scores), find_only_in(side_b, side_a, scores.T))


def _best_first(left: tuple[Passage, ...], right: tuple[Passage, ...], scores: Floats) -> list[tuple[int, int]]:
    """Pairs with a score worth keeping, best first; ties in the order of both texts, whichever article comes first."""
    rows, columns = np.nonzero(scores >= LEAST_CANDIDATE)
    return sorted(zip(rows.tolist(), columns.tolist(), strict=True), key=lambda pair: (-scores[pair], pair[0] + pair[1], pair))


def _stand_out(left: tuple[Passage, ...], right: tuple[Passage, ...], scores: Floats, i: int, j: int, threshold: float) -> bool:
    """Whether two passages below the threshold are each other's best match and share several telling words.

    Articles on one topic that report different events are unlike as wholes, which lowers every score of theirs; what they do have in
    common, a charge or its background, still stands out among the rest.
    """
    score = scores[i, j]
    if score < STANDS_OUT * threshold or len(left[i].telling & right[j].telling) < TELLING_IN_COMMON:
        return False
    return share_number(left[i], right[j]) or bool(score >= scores[i].max() and score >= scores[:, j].max())


def _least_shift(left: Passage, right: Passage, best: float, sure: bool) -> float:
    """Score from which two passages may be called a shift of voice; `best`: the best score between the two articles; `sure`: their
    words alone make it one claim.
    """
    if sure:
        return min(_SHIFT_IF_SURE, _OF_BEST * best)
    if best <= _UNLIKE:
        return _OF_BEST * best
    return _SHIFT_OF_NUMBERS if share_number(left, right) else _SHIFT


def _around(reading: Reading, passages: tuple[Passage, ...], wanted: set[int]) -> dict[int, Reading]:
    """For each wanted passage the reading with only those attributions that reach into it: what a passage is asked for, it is asked a word
    at a time.
    """
    parts = [(one, [*one.source, *one.cue, *one.content, *one.via]) for one in reading.attributions]
    spread = [(one, min(part.start for part in spans), max(part.end for part in spans)) for one, spans in parts if spans]
    return {k: replace(reading, attributions=tuple(one for one, start, end in spread if start < passages[k].span.end and passages[k].span.start < end))
            for k in sorted(wanted)}


def _judge_all(a: Reading, left: tuple[Passage, ...], b: Reading, right: tuple[Passage, ...],
               chosen: list[tuple[int, int, float]]) -> tuple[AlignedPair, ...]:
    """The aligned pairs. A shift of voice is one of articles: what both state somewhere, or both credit, is none."""
    near_a, near_b = _around(a, left, {i for i, _, _ in chosen}), _around(b, right, {j for _, j, _ in chosen})
    judged = [judge_pair(near_a[i], left[i], near_b[j], right[j], score=score) for i, j, score in chosen]
    met: dict[tuple[str, int], list[int]] = {}
    for k, (i, j, _) in enumerate(chosen):
        met.setdefault(("a", i), []).append(k)
        met.setdefault(("b", j), []).append(k)
    made = []
    for k, (i, j, score) in enumerate(chosen):
        one = judged[k]
        if one.relation == "voice-shift" and (
                score < _least_shift(left[i], right[j], chosen[0][2], one.claim.sure) or
                any(judged[m].b.own == one.a.own and one.claim.keys <= right[chosen[m][1]].keys for m in met["a", i] if m < k)
                or any(judged[m].a.own == one.b.own and one.claim.keys <= left[chosen[m][0]].keys for m in met["b", j] if m < k)):
            one = replace(one, relation="related", note=touching(one.a, one.b))
        made.append(AlignedPair(left[i].span, right[j].span, score, one.relation, one.a.voice, one.b.voice, one.a.speaker, one.b.speaker,
                                one.a.shared, one.b.shared, one.note))
    return tuple(made)
