"""Input too long or too odd to align."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from sample_documents import make_document

from framing.align.passages import MOST_SENTENCES, align_readings, check_length
from framing.errors import TooLongError
from framing.model.annotation import Reading
from framing.model.parse import Parse

SENTENCE = "The board of Orlen raised the dam by four metres in June. "


def reading(text: str) -> Reading:
    return Reading(make_document(text), Parse.build((), (), (), (), "none"), (), (), ())


def test_a_quarter_of_a_million_sentences_are_refused_in_words_at_once():
    """The matrix of two such articles would take 500 GB."""
    long = reading(SENTENCE * 250_000)
    started = time.process_time()
    with pytest.raises(TooLongError, match=r"250,000 sentences; passages are aligned of up to 4,000"):
        align_readings(long, reading(SENTENCE))
    assert time.process_time() - started < 5


def test_the_longest_that_is_aligned():
    check_length(make_document(SENTENCE * MOST_SENTENCES))
    with pytest.raises(TooLongError):
        check_length(make_document(SENTENCE * (MOST_SENTENCES + 1)))


@pytest.mark.parametrize("text", ["Der Damm bei Orlen wird um vier Meter erhöht.", "奥伦大坝将加高四米。", "Плотина в Орлене будет поднята на четыре метра."])
def test_articles_in_other_languages_align_with_little_and_never_fail(text):
    found = align_readings(reading(text), reading(SENTENCE))
    assert found.pairs == ()


def test_comparing_loads_no_scikit_learn():
    """It takes as long to load as two articles take to compare; the estimator alone needs it."""
    code = "import sys, framing.pipeline; sys.exit('sklearn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
