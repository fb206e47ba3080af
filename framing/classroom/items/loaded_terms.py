"""E2: mark the words with which an article takes sides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from framing.classroom.items.keys import most_points, span_row
from framing.classroom.items.marks import Marked, find_marks
from framing.classroom.items.timing import minutes
from framing.classroom.texts.material import Material, ShownSentence, Source
from framing.classroom.texts.passages import Window, windows
from framing.model.exercise import Exercise, Item, LeftOut, Passage

PASSAGES: Final = 2  # of up to 200 words with line numbers: two printed pages
LEAST: Final = 2  # expected marks in a passage: with one, marking is guessing
_WORTH: Final = {"expected": 1.0, "not_expected": 0.6, "defensible": 0.2}  # a quoted word to be left alone teaches more than a doubtful one
MARKING: Final = ("An expected mark gives 1 point, one that can be defended 0, any other mark costs ½; an exercise never goes below 0. A mark "
                  "counts when it covers the expected words and no more than three words before or after them.")


def make(material: Material) -> Exercise | LeftOut:
    """Up to two passages of different articles, the richest in expected marks first."""
    ranked = _ranked(material)
    if not ranked:
        return LeftOut("E2", f"no passage holds {LEAST} words or more that the analysis finds loaded")
    chosen = material.chosen(ranked, PASSAGES)
    items = tuple(_item(material, k, source, window, marks) for k, (source, window, marks) in enumerate(chosen, start=1))
    return Exercise("E2", "Mark the loaded words", "Mark the words with which the article itself takes sides: words that judge while they name. "
                    f"Leave alone what stands in quotation marks. {MARKING}", minutes(material, items), items,
                    ("Which word did you argue about longest? What would make it fair?",
                     "Replace one marked word by a plainer one. What does the reader lose?"))


def _ranked(material: Material) -> list[tuple[Source, Window, tuple[Marked, ...]]]:
    """Windows of all articles: each article's best first, then each one's second, so that neighbours are of different articles."""
    rows = []
    least, most = material.options.sizes.passage
    for source in material.sources:
        marks = find_marks(material, source)
        found = windows(source, least, most, partial(_worth, marks))
        rows += [(rank, -window.worth, source.index, source, window, marks) for rank, window in enumerate(found)]
    return [(source, window, marks) for _, _, _, source, window, marks in sorted(rows, key=lambda row: row[:3])]


def _worth(marks: Sequence[Marked], run: Sequence[ShownSentence]) -> float:
    """What a passage is worth; 0 where too few marks are expected."""
    inside = [one for one in marks if run[0].span.start <= one.span.start and one.span.end <= run[-1].span.end]
    if sum(one.tier == "expected" for one in inside) < LEAST:
        return 0.0
    return sum(_WORTH[one.tier] for one in inside)


def _item(material: Material, number: int, source: Source, window: Window, marks: Sequence[Marked]) -> Item:
    name = f"E2-{number}"
    key = tuple(span_row(name, source, one.span, one.tier, one.rationale, one.rule, voice=one.voice) for one in marks if window.span.holds(one.span))
    n = sum(row.tier == "expected" for row in key)
    hint = f" There are about {n} of them." if material.options.level == "easier" else ""
    shown = Passage(source.index, window.span, tuple(one.span for one in window.sentences))
    return Item(name, "mark", f"{source.shown.code}: mark the words with which the article itself takes sides.{hint}", (shown,), (), (), (), key, most_points(key))
