"""One article with everything found in it, and its machine-readable form."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from string import ascii_uppercase

from framing.model.article import Notice, Span
from framing.model.document import COUNTED_ZONES, Block, Document, Sentence, Voice
from framing.model.findings import (
    Attribution,
    Entity,
    FrameHit,
    HarmAct,
    Label,
    LoadedTerm,
    Readability,
    Tone,
    VoiceSpan,
    WordCount,
)
from framing.model.parse import Parse


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its grammar, names, attributions and voices: what every measure works on."""

    document: Document
    parse: Parse
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    voices: tuple[VoiceSpan, ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.document.text

    def voice_at(self, span: Span) -> tuple[Voice, str | None]:
        """Voice of a span and the speaker it is given to: that of the innermost voice span over its first letter; own, None by default."""
        k = bisect_right(self.voices, span.start, key=lambda one: one.span.start) - 1  # in order, none overlapping
        if k >= 0 and span.start < self.voices[k].span.end:
            return self.voices[k].voice, self.voices[k].speaker
        return "own", None

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds a code point."""
        k = bisect_right(self.document.sentences, place, key=lambda one: one.span.start) - 1
        return self.document.sentences[k] if k >= 0 and place < self.document.sentences[k].span.end else None


@dataclass(frozen=True, slots=True)
class Annotation:
    """A reading with all that was measured in it. `considered` are term hits that were weighed and do not count.

    `own_words`: the content words of its own voice, names left out. `frames`: cues of the generic frames in counted zones.
    `harm_acts`: acts of harm and force, as they are told.
    """

    reading: Reading
    loaded_terms: tuple[LoadedTerm, ...]
    labels: tuple[Label, ...]
    tone: tuple[Tone, ...]
    readability: Readability
    considered: tuple[LoadedTerm, ...] = ()
    notices: tuple[Notice, ...] = ()
    own_words: tuple[WordCount, ...] = ()
    frames: tuple[FrameHit, ...] = ()
    harm_acts: tuple[HarmAct, ...] = ()

    @property
    def id(self) -> str:
        """The article's id."""
        return self.reading.document.article.id

    @property
    def document(self) -> Document:
        """The cleaned article."""
        return self.reading.document


@dataclass(frozen=True, slots=True)
class Compared:
    """What of an annotated article a comparison looks at: one story of it. `place` is its place among the articles compared (0: A)."""

    annotation: Annotation
    story: int
    place: int

    @property
    def id(self) -> str:
        """The article's id."""
        return self.annotation.id

    @property
    def letter(self) -> str:
        """A for the first article; there are at most 20."""
        return ascii_uppercase[self.place]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.annotation.reading.text

    def holds(self, span: Span) -> bool:
        """Whether a span begins in the story's counted text."""
        block = self.block_at(span.start)
        return block is not None and block.story == self.story and block.zone in COUNTED_ZONES

    def block_at(self, place: int) -> Block | None:
        """The block that holds a code point. Blocks are in order and none overlap, so that a long article costs no more a span."""
        blocks = self.annotation.document.blocks
        k = bisect_right(blocks, place, key=lambda one: one.span.start) - 1
        return blocks[k] if k >= 0 and place < blocks[k].span.end else None
