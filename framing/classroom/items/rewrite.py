"""E9: rewrite a loaded paragraph so that neither side could object."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from framing.classroom.items.marks import Marked, find_marks
from framing.classroom.items.rubric import NEUTRAL, points_of
from framing.classroom.items.timing import minutes
from framing.classroom.texts.facts import facts_in
from framing.classroom.texts.material import Material, ShownSentence, Source
from framing.classroom.texts.passages import Window, windows
from framing.model.exercise import Exercise, Item, KeyRow, LeftOut, Passage

WORDS: Final = (30, 110)  # of the paragraph: what can be written anew by hand in a quarter of an hour
LEAST: Final = 2  # loaded words in it


def make(material: Material) -> Exercise | LeftOut:
    """The paragraph with most loaded words of the article's own for its length."""
    rows = []
    for source in material.sources:
        marks = find_marks(material, source)
        rows += [(-window.worth, source.index, window, marks) for window in windows(source, *WORDS, partial(_worth, marks))]
    if not rows:
        return LeftOut("E9", f"no paragraph of {WORDS[0]} to {WORDS[1]} words holds {LEAST} loaded words of the article's own")
    _, index, window, marks = material.chosen(sorted(rows, key=lambda row: row[:2]), 1)[0]
    item = _item(material.sources[index], window, marks)
    return Exercise("E9", "Neutral rewrite", "Write the paragraph again so that neither side could object to a word of it. Keep every fact, add none. The page, or your "
                    "partner, then looks for words that are still there and for facts that were lost.", minutes(material, (item,)), (item,),
                    ("Is your version shorter or longer? Why?", "Which fact became less clear when its loaded word went?"))


def _worth(marks: Sequence[Marked], run: Sequence[ShownSentence]) -> float:
    n = len(_own(marks, run[0].span.start, run[-1].span.end))
    return n / (20 + sum(one.words for one in run)) if n >= LEAST else 0.0  # 20 words more: so that one dense line does not beat a paragraph


def _own(marks: Sequence[Marked], start: int, end: int) -> list[Marked]:
    return [one for one in marks if one.tier == "expected" and start <= one.span.start and one.span.end <= end]


def _item(source: Source, window: Window, marks: Sequence[Marked]) -> Item:
    found = _own(marks, window.span.start, window.span.end)
    terms = tuple(dict.fromkeys(source.words(one.span) for one in found))
    facts = tuple(fact for fact in facts_in(source, window.span) if not any(fact.lower() in term.lower() or term.lower() in fact.lower() for term in terms))
    key = [KeyRow("E9-1", source.index, one.span, source.words(one.span), "body", "own", "expected", 0.0, f"{one.rationale} A neutral version does without it.", one.rule,
                  part="term") for one in found]
    key += [KeyRow("E9-1", source.index, None, fact, "body", None, "expected", 0.0, "A fact that a rewrite should keep.", "fact", part="fact") for fact in facts]
    shown = Passage(source.index, window.span, tuple(one.span for one in window.sentences))
    return Item("E9-1", "write", f"{source.shown.code}: write this paragraph again so that neither side could object to it.", (shown,), (), (), (), tuple(key),
                points_of(NEUTRAL), NEUTRAL, terms, facts, lines=12)
