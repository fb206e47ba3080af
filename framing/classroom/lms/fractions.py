"""Points as the shares of a question that Moodle accepts."""

from __future__ import annotations

from typing import Final

from framing.classroom.lms.questions import Question

# Per cent that Moodle's importers take for an answer; anything else is an error by default (question_bank, grade options; its own spelling).
LISTED: Final = (100.0, 90.0, 83.33333, 80.0, 75.0, 70.0, 66.66667, 60.0, 50.0, 40.0, 33.33333, 30.0, 25.0, 20.0, 16.66667, 14.28571, 12.5,
                 11.11111, 10.0, 5.0, 0.0)
_CLOSE: Final = 1e-3  # per cent; Moodle itself compares to 1e-5 of the whole


def shares(question: Question) -> tuple[str, ...]:
    """The per cent of each alternative of a "choices" question, as text ("33.33333", "-25"); the positive ones of a multiple answer make 100.

    Where the points give a share that is not listed, right answers get equal ones and wrong ones the nearest; `exact` tells.
    """
    wanted = _wanted(question)
    if exact(question):
        return tuple(_text(one) for one in wanted)
    right = sum(one > 0 for one in wanted)
    return tuple(_text(100 / right if one > 0 and not question.single else one) for one in wanted)


def exact(question: Question) -> bool:
    """Whether Moodle can hold the points of a "choices" question as they are."""
    wanted = _wanted(question)
    total = 100.0 if question.single else sum(one for one in wanted if one > 0)
    return all(abs(abs(one) - _nearest(one)) < _CLOSE for one in wanted) and abs(total - 100) < 1


def _wanted(question: Question) -> list[float]:
    """A second answer worth part of the points is worth none in a multiple answer: all its right answers have to make 100 %."""
    counted = [0.0 if one.tier == "defensible" and not question.single else one.points for one in question.alternatives]
    return [max(-100.0, 100 * one / question.points) for one in counted]


def _nearest(share: float) -> float:
    return min(LISTED, key=lambda one: abs(one - abs(share)))


def _text(share: float) -> str:
    listed = _nearest(share)
    text = f"{listed:.5f}".rstrip("0").rstrip(".")
    return f"-{text}" if share < 0 and listed else text
