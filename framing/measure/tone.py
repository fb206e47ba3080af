"""Tone towards a target: whether a clause speaks well, ill or neither of somebody it names, mention by mention.

A linear model over words, grammar and valence around the mention, with all names masked, so that nobody is spoken ill of for
being named. Trained on NewsMTSC (Hamborg & Donnay 2021, EACL), which is US political news: elsewhere it is weaker.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from framing.lexicons.tone_model import ToneModel, load_tone_model
from framing.measure.tone_features import Feature, clause_of, mention_features, sentence_features
from framing.measure.tone_masks import MaskedSentence, mask_sentence
from framing.model.annotation import Reading
from framing.model.article import Span
from framing.model.document import COUNTED_ZONES
from framing.model.findings import Polarity, Tone

__all__ = ["ToneModel", "judge_mention", "load_tone_model", "measure_tone"]

_KINDS: Final = frozenset({"person", "group", "state", "organisation"})
_LEAST_MENTIONS: Final = 2   # a name met once is no party to the story
_ZONES: Final = COUNTED_ZONES | {"caption"}
_POLARITIES: Final[tuple[Polarity, ...]] = (-1, 0, 1)
_MOST_EVIDENCE: Final = 3    # words shown for one judgement: design.md's "up to three spans"


def measure_tone(reading: Reading, *, model: ToneModel) -> tuple[Tone, ...]:
    """Tone of every mention of the article's given targets, and of people, groups, states and organisations named twice or more.

    Args:
        reading: a document with grammar, names and voices.
        model: from `load_tone_model`.

    Returns:
        A row a mention, in order of the text. `span` is the clause judged; `valence` is the chance of positive minus that of
        negative; `confidence` the chance of the polarity given.
    """
    sentences = _Sentences(reading, model)
    found = []
    for name, mention in _wanted(reading):
        k = sentences.at(mention)
        sentence = reading.document.sentences[k] if k is not None else None
        if k is None or sentence is None or sentence.zone not in _ZONES:
            continue
        masked, shared = sentences.read(k)
        if not masked.inside(mention):
            continue
        polarity, valence, confidence = _judge(shared, mention_features(reading.parse, masked, mention, model.words), model)
        voice, speaker = reading.voice_at(mention)
        found.append(Tone(name, clause_of(masked, mention), mention, polarity, valence, voice, speaker, sentence.zone,
                          confidence, _evidence(masked, mention, polarity)))
    return tuple(sorted(found, key=lambda tone: (tone.mention, tone.target)))


class _Sentences:
    """Sentences of one reading, masked when first asked for."""

    def __init__(self, reading: Reading, model: ToneModel) -> None:
        self._reading, self._model = reading, model
        self._read: dict[int, tuple[MaskedSentence, list[float]]] = {}
        self._starts = [sentence.span.start for sentence in reading.document.sentences]

    def at(self, span: Span) -> int | None:
        """Place of the sentence that holds the beginning of a span."""
        low, high = 0, len(self._starts)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._starts[middle] <= span.start else (low, middle)
        if low and span.start < self._reading.document.sentences[low - 1].span.end:
            return low - 1
        return None

    def read(self, k: int) -> tuple[MaskedSentence, list[float]]:
        """A sentence masked, and the scores its mentions share."""
        if k not in self._read:
            masked = mask_sentence(self._reading.parse, k, self._model.words)
            scores = list(self._model.intercept)
            _add(scores, sentence_features(masked), self._model.weights)
            self._read[k] = masked, scores
        return self._read[k]


def _wanted(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Mentions to judge: those given with the article, then those found, unless they lie over a given one."""
    given = reading.document.article.targets
    for target in given:
        yield target.name, target.span
    for entity in reading.entities:
        if entity.kind in _KINDS and len(entity.mentions) >= _LEAST_MENTIONS:
            for mention in entity.mentions:
                if not any(mention.span.overlaps(target.span) for target in given):
                    yield entity.name, mention.span


def _add(scores: list[float], features: Iterable[Feature], weights: Mapping[str, tuple[float, float, float]]) -> None:
    """Add the weights of features to the three scores."""
    low, none, high = scores
    find = weights.get
    for name, value in features:
        known = find(name)
        if known is not None:
            low += known[0] * value
            none += known[1] * value
            high += known[2] * value
    scores[:] = low, none, high


def _judge(shared: list[float], features: Iterable[Feature], model: ToneModel) -> tuple[Polarity, float, float]:
    """Polarity, valence (-1 to 1) and confidence (0 to 1) from a sentence's scores and a mention's features."""
    scores = list(shared)
    _add(scores, dict(features).items(), model.weights)
    largest = max(scores)
    chances = [math.exp(model.sharpness * (score - largest)) for score in scores]
    total = sum(chances)
    best = scores.index(largest)
    return _POLARITIES[best], round((chances[2] - chances[0]) / total, 4), round(chances[best] / total, 4)


def judge_mention(reading: Reading, mention: Span, *, model: ToneModel) -> tuple[Polarity, float, float] | None:
    """Polarity, valence and confidence for one span; None where it stands in no sentence that was read."""
    sentences = _Sentences(reading, model)
    k = sentences.at(mention)
    if k is None:
        return None
    masked, shared = sentences.read(k)
    return _judge(shared, mention_features(reading.parse, masked, mention, model.words), model) if masked.inside(mention) else None


def _evidence(sentence: MaskedSentence, mention: Span, polarity: Polarity) -> tuple[Span, ...]:
    """The valued words nearest to the mention that speak the way it was judged, in order of the text."""
    speaking = [word for word in sentence.valued if polarity and word.value * polarity > 0]
    near = sorted(speaking, key=lambda word: abs(sentence.tokens[word.place].start - mention.start))[:_MOST_EVIDENCE]
    return tuple(sorted(sentence.tokens[word.place].span for word in near))
