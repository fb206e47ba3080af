"""The part of an annotated article that a comparison looks at: one story, in the zones that count."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from framing.model.annotation import Compared
from framing.model.article import Span
from framing.model.document import COUNTED_ZONES, Paragraph, Sentence, Voice
from framing.model.findings import Attribution, Label, LoadedTerm, Tone
from framing.text.tokens import count_words

_START: Final = attrgetter("start")
_END: Final = attrgetter("end")


@dataclass(frozen=True, slots=True)
class Scope(Compared):
    """One story of one annotated article, with what was found in it."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences of the story in counted zones."""
        return tuple(one for one in self.annotation.document.sentences
                     if one.story == self.story and one.zone in COUNTED_ZONES)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Paragraphs of the story in counted zones."""
        return tuple(one for one in self.annotation.document.paragraphs
                     if one.story == self.story and one.zone in COUNTED_ZONES)

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """Attributions of the story that count: with a speech cue, not nested in another."""
        return tuple(one for one in self.annotation.reading.attributions
                     if not one.stance and one.nested_in is None and one.content and self.holds(one.content[0]))

    @property
    def loaded_terms(self) -> tuple[LoadedTerm, ...]:
        """Loaded terms of the story in counted zones."""
        return tuple(one for one in self.annotation.loaded_terms if self.holds(one.span))

    @property
    def tone(self) -> tuple[Tone, ...]:
        """Tone rows of the story in counted zones."""
        return tuple(one for one in self.annotation.tone if self.holds(one.mention))

    @property
    def labels(self) -> tuple[Label, ...]:
        """Labels of the story, captions' too (they bear their zone)."""
        held = ((one, self.block_at(one.span.start)) for one in self.annotation.labels)
        return tuple(one for one, block in held if block is not None and block.story == self.story)

    def words(self, voice: Voice | None = None) -> int:
        """Words of the story's counted text, or those of one voice."""
        if voice is None:
            return sum(self._words_in(span) for paragraph in self.paragraphs for span in paragraph.spans)
        if voice == "own":
            return self.words() - sum(self.words(other) for other in ("attributed", "quoted", "scare"))
        return sum(self._words_in(one.span) for one in self.annotation.reading.voices
                   if one.voice == voice and self.holds(one.span))

    def _words_in(self, span: Span) -> int:
        return count_words(self.annotation.document.shadow, span)

    def voiced_blocks(self, voices: frozenset[str], *, by_sentence: bool = False) -> tuple[tuple[float, float], ...]:
        """(words in one of `voices`, words) of each paragraph, or of each sentence."""
        blocks = [(one.span,) for one in self.sentences] if by_sentence else [one.spans for one in self.paragraphs]
        inside = [one.span for one in self.annotation.reading.voices if one.voice in voices]
        rows = []
        for spans in blocks:
            near = inside[bisect_right(inside, spans[0].start, key=_END):bisect_left(inside, spans[-1].end, key=_START)]
            cuts = [Span(max(one.start, span.start), min(one.end, span.end)) for span in spans for one in near if one.overlaps(span)]
            rows.append((float(sum(self._words_in(cut) for cut in cuts)), float(sum(self._words_in(span) for span in spans))))
        return tuple(rows)
