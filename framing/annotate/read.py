"""A document with its grammar to a reading: names, then attributions, then voices."""

from __future__ import annotations

from framing.annotate.attributions.find import find_attributions
from framing.annotate.entities import find_entities
from framing.annotate.voice import assign_voices
from framing.lexicons.cues import CueLexicon, load_cues
from framing.model.annotation import Reading
from framing.model.document import Document
from framing.model.parse import Parse


def read_voices(document: Document, parse: Parse, *, cues: CueLexicon | None = None) -> Reading:
    """Names, attributions and voices of a parsed document; `cues` is the shipped cue lexicon where None."""
    cues = load_cues() if cues is None else cues
    entities = find_entities(document, parse)
    attributions = find_attributions(document, parse, entities, cues=cues)
    return Reading(document, parse, entities, attributions, assign_voices(document, parse, attributions, cues=cues))
