"""The lesson plan as Markdown: what the teacher reads first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from framing.model.exercise import Pack
from framing.text.visible import markdown

LESSON: Final = 60  # minutes: the longest common lesson
RUBRIC_NOTE: Final = "Headlines and rewrites are judged by two lines of their own, facts kept and wording plain; short answers by the first two lines here. Each sheet prints its own."


def plan_markdown(pack: Pack) -> str:
    """The plan of a pack: notices, objectives, steps with minutes, questions, rubric, limits, and what was left out and why."""
    total = sum(step.minutes for step in pack.plan.steps)
    parts = [f"# Lesson plan: {markdown(pack.title)}", "",
             f"Pack {pack.id}, version {pack.version}, level {pack.level}. {length(total)}", "", *_verified(pack)]
    parts += _list("Before the lesson", pack.plan.notices) + _list("What to take", materials(pack)) + _list("Objectives", pack.plan.objectives)
    parts += ["## Steps", "", "| Minutes | Step | How |", "| --- | --- | --- |"]
    parts += [f"| {step.minutes} | {markdown(step_name(pack, step.title))} | {markdown(step.words)} |" for step in pack.plan.steps]
    parts += ["", *_list("Questions for the class (A is Source A, and so on)", pack.plan.questions), "## Rubric for written answers", "", "| | 3 points | 2 points | 1 point | 0 points |",
              "| --- | --- | --- | --- | --- |"]
    parts += [f"| {markdown(line.criterion)} | {' | '.join(markdown(level) for level in line.levels)} |" for line in pack.plan.rubric]
    parts += ["", markdown(RUBRIC_NOTE), "", *_list("What this pack cannot tell", pack.plan.limits)]
    parts += _list("Exercises left out", (f"{one.type}: {one.reason}" for one in pack.left_out))
    return "\n".join(parts).rstrip() + "\n"


def length(total: int) -> str:
    """How long the whole takes, and what to do where that is more than one lesson."""
    if total <= LESSON:
        return f"About {total} minutes; each exercise also stands on its own."
    return f"About {total} minutes, more than one lesson: each exercise stands on its own, so choose, or make the pack again with --minutes 40."


def step_name(pack: Pack, title: str) -> str:
    """A step's title with the number that the exercise has on the sheets."""
    number = next((n for n, one in enumerate(pack.exercises, start=1) if one.title == title), None)
    return title if number is None else f"Exercise {number}: {title}"


def materials(pack: Pack) -> list[str]:
    """What the teacher prints or hands out, and what stays on the desk."""
    there = {one.type for one in pack.exercises}
    lines = ["For each student: student_print.html, printed, or student.html on a screen. Never the folder: the rest of it holds the key.",
             "A code for each student, such as K7, from a list that you keep on paper.", "For yourself: teacher_key.html" + (", and reveal.html for the end." if "E10" in there else ".")]
    return [*lines, *(["Scissors for the cards of Same thing, other name, if pairs are to lay them."] if "E3" in there else [])]


def _verified(pack: Pack) -> list[str]:
    if pack.verified:
        return []
    rows = [row for exercise in pack.exercises for item in exercise.items for row in item.key]
    return [f"**The key is a draft: {sum(not row.verified_by for row in rows)} of its {len(rows)} rows are not verified.** Open key.csv, check, and write your initials "
            "into verified\\_by.", ""]


def _list(title: str, lines: Iterable[str]) -> list[str]:
    rows = [f"- {markdown(line)}" for line in lines]
    return [f"## {title}", "", *rows, ""] if rows else []
