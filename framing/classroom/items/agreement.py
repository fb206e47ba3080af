"""E12: look at the class's own answers: where did it split, and why?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.classroom.items.timing import minutes
from framing.classroom.texts.material import Material
from framing.model.exercise import Exercise, ExerciseType, Item, LeftOut

COUNTED: Final[tuple[ExerciseType, ...]] = ("E2", "E4", "E11", "E1")  # types whose answers can be counted against each other, the best first


def make(material: Material, made: Sequence[Exercise]) -> Exercise | LeftOut:
    """A talk about the answers to the exercises before; nothing is handed in."""
    there = {one.type: one.title for one in made}
    titles = [f"“{there[name]}”" for name in COUNTED if name in there][:2]
    if not titles:
        return LeftOut("E12", "it looks at the class's answers to E2, E4, E11 or E1, and this pack holds none of them")
    item = Item("E12-1", "discuss", f"Count on the board how many marked or chose what in {' and '.join(titles)}. Take the two places that split the class most. Both sides "
                "quote their words and give a reason; then vote again.", (), (), (), (), (), 0.0)
    return Exercise("E12", "Where did we agree?", "Readers differ, and a key is one reading. The poster shows where this class agreed and where it split.",
                    minutes(material, (item,)), (item,),
                    ("Did anybody change a mark after hearing a reason? Which reason?", "What would a reader of the other side have marked?",
                     "What does it mean for a key when half of the class disagrees with it?"))
