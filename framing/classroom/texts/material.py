"""What the exercises are made of: the shown articles with everything found in them, at its place in the shown text."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TypeVar

from framing.classroom.texts.anonymise import place, show_article
from framing.model.annotation import Annotation
from framing.model.article import Span
from framing.model.comparison import Comparability, Comparison
from framing.model.document import Zone
from framing.model.exercise import PackArticle
from framing.model.findings import Attribution
from framing.model.pack_options import PackOptions
from framing.text.tokens import count_words

_Any = TypeVar("_Any")


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence that the class can see: `span` in the shown text, `original` in the article's own; `paragraph` counts from 0."""

    span: Span
    original: Span
    zone: Zone
    paragraph: int
    words: int


@dataclass(frozen=True)
class Source:
    """One article: as the class sees it, and what was found in it."""

    index: int
    annotation: Annotation
    shown: PackArticle
    sentences: tuple[ShownSentence, ...]

    def place(self, span: Span) -> Span | None:
        """Where a span of the article stands in the shown text, None where it is left out."""
        return place(self.shown.replacements, span)

    def words(self, span: Span) -> str:
        """The shown text of a span, on one line."""
        return " ".join(self.shown.text[span.start:span.end].split())

    def attributions_in(self, sentence: ShownSentence) -> list[Attribution]:
        """Attributions with a source, a cue or content in the sentence."""
        return [one for one in self.annotation.reading.attributions
                if any(span.overlaps(sentence.original) for span in (*one.source, *one.cue, *one.content))]


@dataclass(frozen=True)
class Material:
    """The comparison, its articles as shown, and the settings. Nothing here is changed by an exercise."""

    comparison: Comparison
    sources: tuple[Source, ...]
    options: PackOptions

    @cached_property
    def outlets(self) -> dict[str, str]:
        """Each known outlet's name with the code it goes by."""
        known = [(source.annotation.document.article.outlet, source.shown.code) for source in reversed(self.sources)]
        return {outlet.value: f"[{code}]" for outlet, code in known if outlet is not None}

    @cached_property
    def same_event(self) -> tuple[int, ...]:
        """The largest set of articles that report one event, in order: the one to compare wording in."""
        n = len(self.sources)
        together = {(self._index(row.a), self._index(row.b)) for row in self.comparison.comparability if row.verdict in {"same-event", "near-duplicate"}}
        for size in range(n, 1, -1):
            for group in combinations(range(n), size):
                if all(pair in together for pair in combinations(group, 2)):
                    return group
        return ()

    @cached_property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Articles of one event two by two, those that can be compared best first: by findings that rest on both, then by likeness of event."""
        rows = [row for row in self.comparison.comparability if row.verdict == "same-event"]
        ranked = sorted(rows, key=lambda row: (-self._n_findings(row), -row.score))
        return tuple((self._index(row.a), self._index(row.b)) for row in ranked)

    @property
    def pair(self) -> tuple[int, int] | None:
        """The two articles of one event that can be compared best, None where no two report one event."""
        return self.pairs[0] if self.pairs else None

    def _n_findings(self, row: Comparability) -> int:
        pair = {self._index(row.a), self._index(row.b)}
        return sum(pair <= {one.article for one in finding.evidence} for finding in self.comparison.findings)

    def _index(self, identity: str) -> int:
        return [source.annotation.id for source in self.sources].index(identity)

    def row(self, a: int, b: int) -> Comparability:
        """What was judged of two articles, `a` before `b`."""
        names = self.sources[a].annotation.id, self.sources[b].annotation.id
        return next(row for row in self.comparison.comparability if (row.a, row.b) == names)

    def shuffled(self, things: Sequence[_Any], exercise: str) -> list[_Any]:
        """The things in an order that seed, version and exercise decide: the same in every run."""
        found = list(things)
        random.Random(f"{self.options.seed}/{self.options.version}/{exercise}").shuffle(found)
        return found

    def chosen(self, ranked: Sequence[_Any], n: int) -> list[_Any]:
        """`n` of a ranking: version A takes the best, version B the next best, filled up with the best where they run out."""
        queue = list(ranked) if self.options.version == "A" else [*ranked[n:], *ranked[:n]]
        taken = queue[:n]
        return [one for one in ranked if any(one is other for other in taken)]


def beginning(words: str) -> str:
    """The first words of a sentence, by which wire copy that two articles print is known."""
    return " ".join(re.findall(r"[^\W_]+", words.lower())[:6])


def gather(comparison: Comparison, options: PackOptions) -> Material:
    """The articles as the class sees them, coded in the comparison's order."""
    known = [annotation.document.article.outlet for annotation in comparison.annotations]
    codes = {outlet.value: f"[Source {code_of(k)}]" for k, outlet in reversed(list(enumerate(known))) if outlet}
    sources = []
    for k, annotation in enumerate(comparison.annotations):
        outlet = known[k]
        names = {name: "[this outlet]" if outlet and name == outlet.value else code for name, code in codes.items()}
        shown = show_article(annotation, story=comparison.stories[k], code=f"Source {code_of(k)}", outlets=names, words=options.excerpt_words,
                             hide=options.hides)
        sources.append(Source(k, annotation, shown, _sentences(annotation, comparison.stories[k], shown)))
    return Material(comparison, tuple(sources), options)


def code_of(index: int) -> str:
    """The letter of an article: A, B ... T."""
    return "ABCDEFGHIJKLMNOPQRST"[index]


def _sentences(annotation: Annotation, story: int, shown: PackArticle) -> tuple[ShownSentence, ...]:
    """Sentences of the story that are wholly in the shown text, in its order."""
    found = []
    for one in annotation.document.sentences:
        where = place(shown.replacements, one.span) if one.story == story else None
        if where is not None:
            paragraph = shown.text.count("\n\n", 0, where.start)
            found.append(ShownSentence(where, one.span, one.zone, paragraph, count_words(shown.text, where)))
    return tuple(sorted(found, key=lambda one: one.span))
