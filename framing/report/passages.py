"""Cuts passages out of an article and splits them into runs by voice, loaded terms and labels."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile

from framing.model.annotation import Compared
from framing.model.article import Span
from framing.model.document import Sentence
from framing.report.escape import MAX_PASSAGE, brief, one_line, visible
from framing.report.view import Mark, Passage, Run

Marked = tuple[Span, Mark]


@dataclass(frozen=True)
class Shown(Compared):
    """One article as the report shows it, with the labels to mark in its text."""

    label_spans: tuple[Span, ...] = ()

    @property
    def known_outlet(self) -> str:
        """The outlet's name on one line, "" where it is not known."""
        known = self.annotation.document.article.outlet
        return one_line(known.value, 80) if known else ""

    @property
    def outlet(self) -> str:
        """How sentences name the article: by its outlet, else "article A"."""
        return self.known_outlet or f"article {self.letter}"

    @property
    def aside(self) -> str:
        """What follows the article's letter: its outlet, else its file, by which the reader knows it."""
        return self.known_outlet or brief(self.annotation.document.article.name, 24)

    @cached_property
    def cue_classes(self) -> dict[str, tuple[str, ...]]:
        """Classes of each cue lemma of the article, most frequent first."""
        found: dict[str, Counter[str]] = {}
        for one in self.annotation.reading.attributions:
            found.setdefault(one.cue_lemma, Counter())[one.cue_class] += 1
        return {lemma: tuple(sorted(classes, key=lambda one: (-classes[one], one))) for lemma, classes in found.items()}

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of the article, in order."""
        return self.annotation.document.sentences

    @cached_property
    def marks(self) -> tuple[Marked, ...]:
        """Voice spans, loaded terms that count and labels that differ, in order of the text."""
        made: list[Marked] = [(one.span, one.voice) for one in self.annotation.reading.voices if one.voice != "own"]
        made += [(one.span, "loaded") for one in self.annotation.loaded_terms]
        made += [(span, "label") for span in self.label_spans]
        return tuple(sorted(set(made)))

    def sentence_numbers(self, span: Span) -> tuple[int, ...]:
        """Places (from 0) of the sentences that share a letter with the span."""
        first = bisect_right(self._sentence_ends, span.start)  # sentences stand in order and apart
        inside = takewhile(lambda k: self.sentences[k].span.start < span.end, range(first, len(self.sentences)))
        return tuple(k for k in inside if self.sentences[k].span.overlaps(span))

    @cached_property
    def _sentence_ends(self) -> tuple[int, ...]:
        return tuple(one.span.end for one in self.sentences)

    def line_number(self, place: int) -> int:
        """Line of the text that holds a code point, from 1."""
        return self.text.count("\n", 0, place) + 1

    def passage(self, span: Span, *, extra: Iterable[Marked] = (), quoted: bool = True) -> Passage:
        """The words of a span as runs; `extra` marks are added. Very long passages are cut with a notice."""
        shown = Span(span.start, min(span.end, span.start + MAX_PASSAGE))
        runs = cut_runs(self.text, shown, (*self.marks, *extra))
        if shown.end < span.end:
            runs = (*runs, Run(f" [... cut here: {span.end - span.start:,} characters in the file]"))
        return Passage(runs, quoted)


def cut_runs(text: str, span: Span, marks: Iterable[Marked]) -> tuple[Run, ...]:
    """A span of the text split where a mark begins or ends; together the runs hold all of its words."""
    inside = [(Span(max(place.start, span.start), min(place.end, span.end)), mark) for place, mark in marks if place.overlaps(span)]
    edges = sorted({span.start, span.end, *(edge for place, _ in inside for edge in place)})
    runs = []
    for start, end in pairwise(edges):
        here = sorted({mark for place, mark in inside if place.start <= start < place.end}, key=_ORDER.index)
        runs.append(Run(visible(text[start:end]), tuple(here)))
    return tuple(runs)


_ORDER: tuple[Mark, ...] = ("attributed", "quoted", "scare", "label", "loaded", "shared")
