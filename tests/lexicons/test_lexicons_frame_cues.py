"""Every frame cue fires on its own example and stays silent on its near miss, through the real pipeline; faults are named."""

from __future__ import annotations

from functools import cache

import pytest
from sample_documents import language_model, make_document

from framing.annotate import read_voices
from framing.errors import LexiconError
from framing.lexicons.frame_cues import load_frame_cues, read_frame_cues
from framing.measure.frames import find_frame_cues
from framing.model.findings import FRAMES, FrameHit
from framing.nlp.read import read_documents

CUES = load_frame_cues()


@cache
def found() -> dict[str, tuple[FrameHit, ...]]:
    """Example sentence -> its cues; all read in one batch."""
    texts = list(dict.fromkeys(text for cue in CUES.cues for text in (cue.fires, cue.silent)))
    documents = [make_document(text) for text in texts]
    parses = read_documents(documents, language_model())
    return {text: find_frame_cues(read_voices(document, parse), cues=CUES)
            for text, document, parse in zip(texts, documents, parses, strict=True)}


@pytest.mark.parametrize("cue", CUES.cues, ids=lambda cue: cue.id)
def test_a_cue_fires_on_its_example_and_not_on_its_near_miss(cue):
    assert cue.id in {hit.rule for hit in found()[cue.fires]}
    assert cue.frame not in {hit.frame for hit in found()[cue.silent]}


def test_every_frame_has_about_as_many_cues_as_the_others():
    sizes = {frame: sum(len(cue.forms) for cue in CUES.cues if cue.frame == frame) for frame in FRAMES}
    assert min(sizes.values()) >= 50  # or a frame would look rare for want of words
    assert max(sizes.values()) <= 1.5 * min(sizes.values())


def test_no_form_is_a_cue_of_two_frames():
    forms = [form for cue in CUES.cues for form in cue.forms]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(("text", "message"), [
    ('format = 2\n', "format"),
    ('format = 1\n[[cue]]\nid = "conflict.x"\nframe = "conflict"\nforms = ["x"]\npos = []\nfires = "x"\n', "silent"),
    ('format = 1\n[[cue]]\nid = "war.x"\nframe = "war"\nforms = ["x"]\npos = []\nfires = "x"\nsilent = "y"\n', "FRAME.NAME"),
    ('format = 1\n[[cue]]\nid = "conflict.x"\nframe = "conflict"\nforms = ["x"]\npos = []\nfires = "x"\nsilent = "y"\nnever = [{ moon = "full" }]\n', "not a condition"),
])
def test_faults_are_named(tmp_path, text, message):
    path = tmp_path / "cues.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        read_frame_cues(path)
