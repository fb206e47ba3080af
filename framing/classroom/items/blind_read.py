"""E10: read without knowing who wrote it, predict, give evidence; then the reveal."""

from __future__ import annotations

from typing import Final

from framing.classroom.items.rubric import FULL, points_of
from framing.classroom.items.timing import minutes
from framing.classroom.pages.sheet import LONG
from framing.classroom.texts.material import Material
from framing.classroom.texts.passages import opening
from framing.model.exercise import Exercise, Item, LeftOut, Passage
from framing.text.tokens import count_words

BESIDE: Final = 150  # words of each article where paper prints it beside the question
LEAST: Final = 60  # words of each article: a headline and a line say too little


def make(material: Material) -> Exercise | LeftOut:
    """The beginnings of two articles, the pair that can be compared best, and one answer with evidence."""
    if not material.options.hides:
        return LeftOut("E10", "the articles are not anonymised in this pack")
    first, second = material.pair or (0, 1)
    shown = tuple(opening(material.sources[k], material.options.sizes.reading) for k in (first, second))  # as E5 and E7 cut them: printed once
    if not all(_long(material, passage) for passage in shown):  # printed with the question, which has to fit the same two sheets
        shown = tuple(opening(material.sources[k], BESIDE) for k in (first, second))
    if any(sum(one.words for one in material.sources[passage.article].sentences if passage.span.holds(one.span)) < LEAST for passage in shown):
        return LeftOut("E10", f"one of the articles begins with fewer than {LEAST} words that can be shown")
    a, b = (material.sources[k].shown.code for k in (first, second))
    item = Item("E10-1", "write", f"For which readers, and from where, might {a} and {b} be written? Give three exact passages as evidence, and one that speaks against you. "
                "Then say what you would need to know to be surer.", shown, (), (), (), (), points_of(FULL), FULL, lines=9)
    return Exercise("E10", "Blind read, then reveal", "Read both beginnings without knowing who published them. Your guess at the outlet is never right or wrong here: the "
                    "points are for evidence. Your teacher reveals the sources at the end.", minutes(material, (item,)), (item,),
                    ("After the reveal: which of your clues held, and which misled you?", "Would you have read the text in another way had you known the source?"))


def _long(material: Material, passage: Passage) -> bool:
    """Whether paper hands the passage out on a reading sheet of its own."""
    return count_words(material.sources[passage.article].shown.text, passage.span) > LONG
