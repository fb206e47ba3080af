"""Findings about labels: different names for one referent, and one name in different voices."""

from __future__ import annotations

from collections.abc import Sequence

from framing.compare.scope import Scope
from framing.compare.wording import credited, quoted
from framing.model.comparison import Evidence, Finding, LabelUse, Referent
from framing.model.document import COUNTED_ZONES


def _own(referent: Referent, place: int) -> list[LabelUse]:
    """Labels an article gives the referent in its own voice, in zones that count."""
    return [use for use in referent.uses if use.article == place and use.label.voice == "own" and use.label.zone in COUNTED_ZONES]


def _given(referent: Referent, place: int) -> list[LabelUse]:
    """Labels an article passes on from others."""
    return [use for use in referent.uses if use.article == place and use.label.voice in {"attributed", "quoted"}
            and use.label.zone in COUNTED_ZONES]


def find_label_contrasts(a: Scope, b: Scope, referents: Sequence[Referent]) -> list[Finding]:
    """Shared referents that both articles label in own voice, from different sides of a contested set."""
    found = []
    for referent in referents:
        if not referent.shared:
            continue
        for left in _own(referent, a.place):
            right = next((use for use in _own(referent, b.place) if _differ(left, use)), None)
            if right is not None:
                found.append(Finding(
                    _contrast(referent, a.letter, left.label.label, b.letter, right.label.label), "labels", "strong", "both labels found, in own voice",
                    (Evidence(a.place, left.label.span), Evidence(b.place, right.label.span)),
                    "Swap the two labels: which sentence changes most?"))
                break
    return found


def _contrast(referent: Referent, mine: str, label: str, other: str, rival: str) -> str:
    """Both articles' own labels. A referent without a proper name goes by one of the labels in question, so the sentence names it by its kind."""
    if referent.name[:1].islower():
        return f"Of one and the same {_kind(referent)} {mine} writes {quoted(label)} in its own voice, {other} {quoted(rival)}."
    return f"{mine} calls {_named(referent)} {quoted(label)} in its own voice; {other} writes {quoted(rival)}."


def _given_away(referent: Referent, mine: str, label: str, other: str, rival: str, speaker: str) -> str:
    named = f"one and the same {_kind(referent)}" if referent.name[:1].islower() else _named(referent)
    return f"{mine} calls {named} {quoted(label)} in its own voice; {other} gives {quoted(rival)} to {speaker}."


def _named(referent: Referent) -> str:
    return f"the {referent.name}" if referent.kind == "government" and not referent.name.startswith("The ") else referent.name


def _kind(referent: Referent) -> str:
    return referent.kind if referent.kind in {"person", "event", "place", "group", "government"} else "thing"


def _differ(left: LabelUse, right: LabelUse) -> bool:
    one, other = left.label, right.label
    return (one.evaluation is not None and other.evaluation is not None and one.evaluation != other.evaluation
            and one.label.casefold() != other.label.casefold())


def find_label_voices(a: Scope, b: Scope, referents: Sequence[Referent]) -> list[Finding]:
    """Shared referents that one article judges by a contested label in own voice while the other gives a like one to somebody."""
    found = []
    for referent in referents:
        for mine, other in ((a, b), (b, a)):
            pair = next(((left, right) for left in _own(referent, mine.place) for right in _given(referent, other.place)
                         if left.label.evaluation in {"plus", "minus"} and left.label.evaluation == right.label.evaluation), None)
            if referent.shared and pair is not None and not _own_side(referent, other.place, pair[0].label.evaluation):
                left, right = pair
                speaker = credited(right.label.speaker) if right.label.speaker else "somebody it does not name"
                found.append(Finding(
                    _given_away(referent, mine.letter, left.label.label, other.letter, right.label.label, speaker), "label-voice", "moderate", "one passage each",
                    (Evidence(mine.place, left.label.span), Evidence(other.place, right.label.span)),
                    f"Why might {other.letter} have kept the label at a distance?"))
                break
    return found


def _own_side(referent: Referent, place: int, side: str | None) -> bool:
    return any(use.label.evaluation == side for use in _own(referent, place))
