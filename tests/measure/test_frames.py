"""Cues of generic frames in an article: voices, zones, names."""

from __future__ import annotations

from framing.lexicons.frame_cues import load_frame_cues
from framing.measure.frames import find_frame_cues


def found(reading):
    return [(hit.frame, reading.text[hit.span.start:hit.span.end], hit.voice, hit.speaker) for hit in find_frame_cues(reading, cues=load_frame_cues())]


def test_each_cue_bears_the_voice_it_stands_in(make_reading):
    text = 'The union accused the board of greed. "The cost of the pier is a disgrace," said Dana Brook. Brook said unemployment had doubled.'
    assert found(make_reading(text)) == [
        ("conflict", "accused", "own", None), ("morality", "greed", "attributed", "union"), ("economic", "cost", "quoted", "Dana Brook"),
        ("morality", "disgrace", "quoted", "Dana Brook"), ("economic", "unemployment", "attributed", "Dana Brook")]


def test_a_name_is_no_cue(make_reading):
    assert found(make_reading("Dana Brook leads the Fairness Party and reads the Morality Times.")) == []


def test_a_negated_cue_still_speaks_of_its_frame(make_reading):
    assert [frame for frame, *_ in found(make_reading("There was no dispute over the pier."))] == ["conflict"]


def test_no_text_has_no_cues(make_reading):
    assert found(make_reading("")) == []
