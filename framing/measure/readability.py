"""Readability of the outlet's own body text by textstat, with syllables counted the same way on every machine."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any, Final

from framing.model.annotation import Reading
from framing.model.findings import Readability
from framing.text.tokens import word_spans

MIN_WORDS: Final = 100  # Flesch (1948) rates samples of 100 words; below that we return None
SYLLABLES: Final = "CMU Pronouncing Dictionary counts (pysyllables); Pyphen hyphenation for words it does not hold"
_SHORTEST_SENTENCE: Final = 3  # words; shorter pieces are fragments that would drag the sentence length down


class _VowelCounts:
    """What textstat takes for a pronouncing dictionary: a word answers with as many vowels as it has syllables.

    textstat counts phonemes that end in a digit; unknown words raise KeyError, and textstat then turns to Pyphen.
    """

    def __getitem__(self, word: str) -> list[list[str]]:
        from pysyllables import get_syllable_count

        count = get_syllable_count(word)
        if count is None:
            raise KeyError(word)
        return [["AH0"] * int(count)]


@contextmanager
def _unloaded(name: str) -> Iterator[None]:
    """While this lasts `import name` gives an empty module, unless the real one is there already."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = ModuleType(name)
    try:
        yield
    finally:
        del sys.modules[name]


@cache
def _textstat() -> Any:
    """textstat, its syllable dictionary replaced: its own asks the network for a corpus at the first count.

    That dictionary is all it wants nltk for, which takes a second to import and is never used here.
    """
    with _unloaded("nltk"):
        import textstat
        from textstat.backend.counts import _count_syllables

    dictionary = _VowelCounts()
    _count_syllables.get_cmudict = lambda *_: dictionary
    return textstat.textstat


def readability_of(sentences: Sequence[str]) -> Readability:
    """Readability of a text given as its sentences.

    Returns:
        Flesch reading ease (about 0 to 100, higher is easier) and grades in years of US schooling; None for each under
        `MIN_WORDS` words. textstat splits sentences by punctuation alone, so each sentence is handed to it with its inner
        stops removed: the sentence count is ours, the formulas are textstat's.
    """
    kept = [" ".join(sentence[s:e].replace(".", "") for s, e in word_spans(sentence)) for sentence in sentences]
    kept = [sentence for sentence in kept if len(sentence.split()) >= _SHORTEST_SENTENCE]
    n_words = sum(len(sentence.split()) for sentence in kept)
    if n_words < MIN_WORDS:
        return Readability(n_words, len(kept), None, None, None, None, None, None, SYLLABLES)
    text = " ".join(sentence + "." for sentence in kept)
    stat = _textstat()
    return Readability(
        n_words, len(kept), round(float(stat.flesch_reading_ease(text)), 2), round(float(stat.flesch_kincaid_grade(text)), 2),
        round(float(stat.gunning_fog(text)), 2), round(float(stat.smog_index(text)), 2) if len(kept) >= 30 else None,  # SMOG needs 30 (McLaughlin, 1969)
        round(float(stat.dale_chall_readability_score(text)), 2), round(n_words / len(kept), 2), SYLLABLES)


def measure_readability(reading: Reading) -> Readability:
    """Readability of the body sentences that hold no quotation: what the outlet itself wrote."""
    quoted = [voiced.span for voiced in reading.voices if voiced.voice == "quoted"]
    own = [sentence.span for sentence in reading.document.sentences
           if sentence.zone == "body" and not any(sentence.span.overlaps(span) for span in quoted)]
    return readability_of([reading.document.shadow[span.start:span.end] for span in own])
