"""Stretches of an article that an exercise shows: whole paragraphs, cut at sentence ends alone, never across a picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from framing.classroom.texts.material import ShownSentence, Source
from framing.model.article import Span
from framing.model.exercise import Passage

_LINE: Final = 12


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive sentences of running text, and their worth for an exercise."""

    sentences: tuple[ShownSentence, ...]
    worth: float

    @property
    def span(self) -> Span:
        """From the first sentence to the last."""
        return Span(self.sentences[0].span.start, self.sentences[-1].span.end)

    @property
    def words(self) -> int:
        """Words of all sentences."""
        return sum(one.words for one in self.sentences)


def passage(source: Source, sentences: Sequence[ShownSentence]) -> Passage:
    """The passage that holds the sentences, which are in order."""
    return Passage(source.index, Span(sentences[0].span.start, sentences[-1].span.end), tuple(one.span for one in sentences))


def opening(source: Source, most: int) -> Passage:
    """The beginning of the article up to `most` words, to the end of a paragraph; with headline, line under it and pictures."""
    taken: list[ShownSentence] = []
    for _, group in groupby(source.sentences, key=lambda one: one.paragraph):
        paragraph = list(group)
        if taken and sum(one.words for one in (*taken, *paragraph)) > most:
            break
        taken += paragraph
    while taken and taken[-1].zone in {"subhead", "caption"}:  # a heading over nothing
        taken.pop()
    spans = taken or list(source.sentences[:1])
    return Passage(source.index, Span(_paragraph_start(source, spans[0].span.start), spans[-1].span.end), tuple(one.span for one in spans))


def _paragraph_start(source: Source, place: int) -> int:
    """Where the paragraph of a place begins: the dateline before it, the bracket of a picture."""
    return max(source.shown.text.rfind("\n\n", 0, place) + 2, 0) if "\n\n" in source.shown.text[:place] else 0


def lead(source: Source, most: int) -> Passage | None:
    """Where the article begins to tell: the line under the headline and the first paragraphs, up to `most` words, never across a picture.

    None where there is no paragraph. What is shorter than `_LINE` words is a line of the page that was taken for text.
    """
    paragraphs = [list(group) for _, group in groupby((one for one in source.sentences if one.zone in {"dek", "body"}), key=lambda one: one.paragraph)]
    taken: list[ShownSentence] = []
    for paragraph in paragraphs:
        if taken and (paragraph[0].paragraph != taken[-1].paragraph + 1 or sum(one.words for one in (*taken, *paragraph)) > most):
            if any(one.zone == "body" for one in taken):
                break
            taken = []  # the line under the headline stands apart from the text, or is too long to go with it
        if sum(one.words for one in paragraph) >= _LINE:
            taken += paragraph
    return passage(source, _shortened(taken, most)) if any(one.zone == "body" for one in taken) else None


def _shortened(taken: list[ShownSentence], most: int) -> list[ShownSentence]:
    """The sentences up to `most` words; one at least."""
    kept: list[ShownSentence] = []
    for one in taken:
        if kept and sum(each.words for each in kept) + one.words > most:
            break
        kept.append(one)
    return kept


def windows(source: Source, least: int, most: int, worth: Callable[[Sequence[ShownSentence]], float]) -> list[Window]:
    """Runs of consecutive body paragraphs of `least` to `most` words that are worth more than 0, best first, none overlapping.

    A paragraph that alone is longer is cut after the sentence that keeps it within `most`.
    """
    found = []
    paragraphs = [list(group) for _, group in groupby((one for one in source.sentences if one.zone == "body"), key=lambda one: one.paragraph)]
    for first in range(len(paragraphs)):
        run: list[ShownSentence] = []
        for paragraph in paragraphs[first:]:
            if run and paragraph[0].paragraph != run[-1].paragraph + 1:  # a picture or a heading stands between
                break
            run = run + _within(paragraph, most - sum(one.words for one in run), whole=bool(run))
            if sum(one.words for one in run) > most or not run:
                break
            if sum(one.words for one in run) >= least:
                found.append(Window(tuple(run), worth(run)))
    return _apart(found)


def _within(paragraph: list[ShownSentence], most: int, *, whole: bool) -> list[ShownSentence]:
    """A paragraph, cut to `most` words where it opens a run; over-long ones that follow are returned whole and end the run."""
    if whole:
        return paragraph
    taken: list[ShownSentence] = []
    for one in paragraph:
        if taken and sum(each.words for each in taken) + one.words > most:
            break
        taken.append(one)
    return taken


def _apart(found: Sequence[Window]) -> list[Window]:
    kept: list[Window] = []
    for one in sorted(found, key=lambda one: (-one.worth, one.words, one.span)):
        if one.worth > 0 and not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return kept
