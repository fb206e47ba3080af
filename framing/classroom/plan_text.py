"""The lesson plan as Markdown: what the teacher reads first."""

from __future__ import annotations

from collections.abc import Iterable

from framing.model.exercise import Pack
from framing.text.visible import markdown


def plan_markdown(pack: Pack) -> str:
    """The plan of a pack: notices, objectives, steps with minutes, questions, rubric, limits, and what was left out and why."""
    total = sum(step.minutes for step in pack.plan.steps)
    parts = [f"# Lesson plan: {markdown(pack.title)}", "",
             f"Pack {pack.id}, version {pack.version}, level {pack.level}. About {total} minutes; each exercise also stands on its own.", "", *_verified(pack)]
    parts += _list("Before the lesson", pack.plan.notices) + _list("Objectives", pack.plan.objectives)
    parts += ["## Steps", "", "| Minutes | Step | How |", "| --- | --- | --- |"]
    parts += [f"| {step.minutes} | {markdown(step.title)} | {markdown(step.words)} |" for step in pack.plan.steps]
    parts += ["", *_list("Questions for the class", pack.plan.questions), "## Rubric for written answers", "", "| | 3 points | 2 points | 1 point | 0 points |",
              "| --- | --- | --- | --- | --- |"]
    parts += [f"| {markdown(line.criterion)} | {' | '.join(markdown(level) for level in line.levels)} |" for line in pack.plan.rubric]
    parts += ["", *_list("What this pack cannot tell", pack.plan.limits)]
    parts += _list("Exercises left out", (f"{one.type}: {one.reason}" for one in pack.left_out))
    return "\n".join(parts).rstrip() + "\n"


def _verified(pack: Pack) -> list[str]:
    if pack.verified:
        return []
    rows = [row for exercise in pack.exercises for item in exercise.items for row in item.key]
    return [f"**The key is a draft: {sum(not row.verified_by for row in rows)} of its {len(rows)} rows are not verified.** Open key.csv, check, and write your initials "
            "into verified\\_by.", ""]


def _list(title: str, lines: Iterable[str]) -> list[str]:
    rows = [f"- {markdown(line)}" for line in lines]
    return [f"## {title}", "", *rows, ""] if rows else []
