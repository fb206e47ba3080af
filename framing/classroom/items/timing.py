"""How long an exercise takes: an estimate from the words to read and the answers to give."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from framing.classroom.texts.material import Material
from framing.model.exercise import Item
from framing.text.tokens import count_words

WORDS_A_MINUTE: Final = 120  # close reading at school; silent reading for gist is twice as fast (general knowledge, an estimate)
MINUTES: Final = {"mark": 3.0, "match": 0.7, "choose": 1.5, "table": 0.8, "write": 7.0, "discuss": 10.0}  # an item, or a part of one


def minutes(material: Material, items: Sequence[Item]) -> int:
    """Minutes for the items: reading each passage once, and answering. Rounded up, at least 3."""
    shown = {(one.article, one.span) for item in items for one in item.passages}
    words = sum(count_words(material.sources[article].shown.text, span) for article, span in shown)
    words += sum(count_words(part.text) for item in items for part in item.parts)
    answers = sum(MINUTES[item.response] * (len(item.parts) if item.response in {"match", "table"} else 1) for item in items)
    return max(3, math.ceil(words / WORDS_A_MINUTE + answers))
