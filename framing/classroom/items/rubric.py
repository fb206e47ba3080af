"""The rubric: four criteria with four levels each (3, 2, 1 and 0 points), and a shorter one for short answers."""

from __future__ import annotations

from typing import Final

from framing.model.exercise import RubricLine

POINTS_A_LINE: Final = 3.0  # the best of four levels, the last being 0

# After classroom rubrics for claim, evidence and reasoning; the fourth line is for what a text cannot show.
EVIDENCE: Final = RubricLine("Evidence quoted exactly", (
    "Every claim rests on exact words of the text, with the place they stand at.",
    "Most claims rest on exact words.",
    "One claim rests on exact words; the rest is told in other words.",
    "No words of the text are given."))
EFFECT: Final = RubricLine("Effect explained", (
    "Says what each choice of words does to a reader, and what a plainer wording would do.",
    "Says what most choices do.",
    "Names an effect without tying it to words.",
    "No effect is named."))
VOICE: Final = RubricLine("Voice and source identified", (
    "Tells the article's own words, credited words and quotations apart throughout, and says who is credited.",
    "Tells them apart with one slip.",
    "Takes some credited words for the article's own.",
    "Does not tell them apart."))
CAUTION: Final = RubricLine("Caution", (
    "Gives another reading, and says what the text cannot show.",
    "Gives another reading or a limit.",
    "Hints at doubt without saying of what.",
    "Claims more than the text shows."))
REWRITE: Final = RubricLine("Facts kept", (
    "Every fact of the original is there, and nothing new.",
    "One fact is missing or added.",
    "Two or three facts are missing or added.",
    "The rewrite tells something else."))
WORDING: Final = RubricLine("Wording plain", (
    "Neither side would object to a word of it.",
    "One word takes a side.",
    "Two or three words take a side.",
    "It takes a side as the original does, or the other one."))

FULL: Final = (EVIDENCE, EFFECT, VOICE, CAUTION)
NEUTRAL: Final = (REWRITE, WORDING)
SHORT: Final = (EVIDENCE, EFFECT)


def points_of(rubric: tuple[RubricLine, ...]) -> float:
    """The most that a rubric gives."""
    return POINTS_A_LINE * len(rubric)
