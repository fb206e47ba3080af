"""How much of two statements is common: in words by how much they tell, in things named, in whom they are about."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Final

from framing.align.features import Passage
from framing.model.annotation import Reading
from framing.model.article import Span
from framing.text.families import key
from framing.text.terms import common_share

_NUMBER_TELLS: Final = 5.0  # -ln of the share of articles that hold a given number, about one in 150
_BETWEEN: Final = re.compile(r"[\s,'\[\]-]*(?:s )?(?:of )?(?:the )?", re.IGNORECASE)  # what may stand inside the name of one thing
_MOST: Final = 0.6  # ... share of the credited statement


def share_held(left: Sequence[str], right: Sequence[str], common: frozenset[str], numbers: int) -> float:
    """Share of the smaller claim that is common, words weighing by how much they tell, numbers like rare words."""
    wholes = [sum(-math.log(common_share(name)) for name in {key(one): one for one in side}.values()) for side in (left, right)]
    both = sum(-math.log(common_share(name)) for name in {key(one): one for one in left if key(one) in common}.values())
    return (both + numbers * _NUMBER_TELLS) / (min(wholes) + numbers * _NUMBER_TELLS) if min(wholes) > 0 else 0.0


def count_units(reading: Reading, passage: Passage, other: Passage, common: frozenset[str]) -> int:
    """How many things the common words name: each word one, but neighbouring words with a name among them one together
    ("speaker of the assembly, Mirela Astavan").
    """
    names, runs, last = passage.names | other.names, list[list[str]](), -1
    for place, name in passage.words:
        if key(name) not in common:
            last = -1
            continue
        if last < 0 or not _BETWEEN.fullmatch(reading.document.shadow, last, place.start):
            runs.append([])
        runs[-1].append(name)
        last = place.end
    seen, units = set[str](), 0
    for run in runs:
        new = {key(name) for name in run} - seen
        units += min(len(new), 1) if any(name in names for name in run) else len(new)
        seen |= new
    return units


def holds_most(right: Sequence[tuple[Span, str]], common: frozenset[str]) -> bool:
    """Whether the common words are most of what is credited, by how much they tell."""
    weights = {key(name): -math.log(common_share(name)) for _, name in right}
    return sum(weight for name, weight in weights.items() if name in common) >= _MOST * sum(weights.values())


def of_other_people(stated: Passage, credited: Passage, left: Sequence[tuple[Span, str]], right: Sequence[tuple[Span, str]], common: frozenset[str]) -> bool:
    """Whether each side names somebody or something that the other passage does not, and neither shares a name."""
    mine = {key(name) for _, name in left if name in stated.names}
    theirs = {key(name) for _, name in right if name in credited.names}
    return not mine & theirs & common and bool(mine - credited.keys) and bool(theirs - stated.keys)
