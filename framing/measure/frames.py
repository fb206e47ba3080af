"""Generic frames by cue: where an article speaks of conflict, responsibility, money, people's lives or morals, and in whose voice.

Evidence, no verdict: a cue is a word, a frame is a reading. Frames: Semetko & Valkenburg (2000), "Framing European Politics",
Journal of Communication 50(2), 93-109; they were coded by people from 20 questions, here their cues alone are counted.
"""

from __future__ import annotations

from framing.lexicons.frame_cues import FrameCues
from framing.lexicons.matching import judge_sentence
from framing.model.annotation import Reading
from framing.model.document import COUNTED_ZONES
from framing.model.findings import FrameHit
from framing.nlp.truecase import is_title_case


def find_frame_cues(reading: Reading, *, cues: FrameCues) -> tuple[FrameHit, ...]:
    """Cues in the counted zones, with their voice, in order of the text. Negated cues count: "no conflict" speaks of conflict too."""
    found = []
    document = reading.document
    for k, sentence in enumerate(document.sentences):
        if sentence.zone not in COUNTED_ZONES:
            continue
        shouted = sentence.zone in {"headline", "subhead"} and is_title_case(document.shadow[sentence.span.start:sentence.span.end])
        for hit in judge_sentence(document.shadow, reading.parse, k, cues.matcher, title_case=shouted):
            if hit.outcome == "counts":
                voice, speaker = reading.voice_at(hit.span)
                found.append(FrameHit(hit.span, cues.frame_of[hit.entry.id], hit.form, voice, speaker, sentence.zone, hit.entry.id))
    return tuple(sorted(found, key=lambda hit: (hit.span, hit.rule)))
