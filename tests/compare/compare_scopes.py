"""Scopes built by hand for the comparison's tests: a text with its voices, attributions, terms and tone marked by words."""

from __future__ import annotations

from sample_documents import make_document

from framing.compare.scope import Scope
from framing.model.annotation import Annotation, Reading
from framing.model.article import Span
from framing.model.findings import Attribution, LoadedTerm, Readability, Tone, VoiceSpan
from framing.model.parse import Parse


def at(text: str, words: str, nth: int = 0) -> Span:
    """Where `words` stand in `text` for the `nth` time, counted from 0."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def attribution(text: str, content: str, *, speaker: str | None, source: str = "", cue: str = "", directness: str = "indirect",
                source_type: str = "person", cue_class: str = "neutral", lemma: str = "say") -> Attribution:
    """An attribution found by its words."""
    return Attribution(
        (at(text, source),) if source else (), (at(text, cue),) if cue else (), (at(text, content),), speaker, directness,
        source_type, cue_class, lemma, "body", "test", 0.9)


def term(text: str, words: str, *, voice: str = "own", nth: int = 0, category: str = "eval", polarity: int = -1) -> LoadedTerm:
    """A loaded term found by its words."""
    return LoadedTerm(at(text, words, nth), words, f"{category}.{words}", category, "A", polarity, voice, None, "body", None, ("plain",), "test", 0.7)


def toned(text: str, words: str, polarity: int, *, target: str = "Venn", voice: str = "own", nth: int = 0) -> Tone:
    """A tone row on a mention."""
    span = at(text, words, nth)
    return Tone(target, span, span, polarity, float(polarity), voice, None, "body", 0.8)


def scope_of(text: str, *, place: int = 0, voices: tuple[tuple[str, str, str | None], ...] = (), attributions: tuple[Attribution, ...] = (),
             terms: tuple[LoadedTerm, ...] = (), tone: tuple[Tone, ...] = ()) -> Scope:
    """A scope over `text`; `voices` are (words, voice, speaker)."""
    document = make_document(text, id="abcdefgh"[place])
    marked = tuple(sorted((VoiceSpan(at(text, words), voice, speaker, None, "test") for words, voice, speaker in voices), key=lambda v: v.span))
    reading = Reading(document, Parse.build((), (), (), (), "none"), (), attributions, marked)
    readable = Readability(0, 0, None, None, None, None, None, None, "none")
    return Scope(Annotation(reading, terms, (), tone, readable), 0, place)
