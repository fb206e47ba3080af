"""Readability: textstat's formulas on our sentences, syllables without a download."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from framing.measure.readability import MIN_WORDS, measure_readability, readability_of

SENTENCE = "The minister said the harbour would close on Tuesday after workers walked out over pay."


def test_flesch_by_hand(monkeypatch):
    def refuse(*_):
        raise AssertionError("readability reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    # 15 words; syllables the 1 minister 3 said 1 the 1 harbour 2 would 1 close 1 on 1 Tuesday 2 after 2 workers 2 walked 1
    # out 1 over 2 pay 1 = 22. Flesch 206.835 - 1.015 * 15 - 84.6 * 22/15 = 67.53; grade .39 * 15 + 11.8 * 22/15 - 15.59 = 7.57
    found = readability_of([SENTENCE] * 12)
    assert found.reading_ease == pytest.approx(67.53, abs=0.01)
    assert found.grade == pytest.approx(7.57, abs=0.01)
    assert found.words_per_sentence == 15
    assert "Pyphen" in found.syllables


def test_stops_inside_a_sentence_do_not_split_it():
    plain = readability_of(["The envoy of the US met the firm that Orvel Inc runs in the city on Monday"] * 10)
    dotted = readability_of(["The envoy of the U.S. met the firm that Orvel Inc. runs in the city on Monday."] * 10)
    assert dotted.n_sentences == plain.n_sentences == 10
    assert dotted.words_per_sentence == plain.words_per_sentence


def test_too_little_text_gives_no_number():
    found = readability_of([SENTENCE] * 6)     # 90 words
    assert found.n_words == 90 < MIN_WORDS
    assert found.reading_ease is None
    assert found.grade is None


def test_doubling_a_text_changes_no_score():
    once, twice = readability_of([SENTENCE] * 10), readability_of([SENTENCE] * 20)
    assert once.reading_ease == twice.reading_ease
    assert once.grade == twice.grade


def test_quotations_are_left_out(make_reading):
    reading = make_reading('"We will certainly never surrender this," Orla Venn said.\n\nThe port stayed shut on Friday morning.')
    assert measure_readability(reading).n_words == 7     # the second paragraph alone


def test_counting_never_loads_nltk():
    """Its dictionary is replaced; imported for nothing it would cost every comparison a second."""
    code = ("import sys\nfrom framing.measure.readability import readability_of\n"
            "assert readability_of(['The harbour of Orvel was closed to all ships on Monday morning.'] * 12).reading_ease is not None\n"
            "print(sorted({name.split('.')[0] for name in sys.modules} & {'sklearn', 'scipy'}), 'nltk.corpus' in sys.modules)\n"
            "import nltk\nassert nltk.word_tokenize")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] False"
