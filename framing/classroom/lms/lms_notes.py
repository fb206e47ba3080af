"""What each learning system's file could not hold, in words for the teacher: what was changed, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from framing.classroom.lms import h5p, moodle_xml
from framing.classroom.lms.fractions import exact
from framing.classroom.lms.questions import Question, questions
from framing.model.exercise import Pack
from framing.text.visible import markdown, one_line

FORMATS: Final = (("gift", "GIFT (Moodle)"), ("moodle-xml", "Moodle XML"), ("qti12", "QTI 1.2 (Canvas)"), ("qti21", "QTI 2.1"), ("h5p", "H5P"))
_LEFT_OUT: Final = {"E5": "a table to fill in freely is no H5P task", "E10": "a prediction is not marked right or wrong"}


def lms_notes(pack: Pack) -> str:
    """A page of Markdown: per format, what was changed or left out, item by item, and what to know before importing."""
    lines = [f"# Files for learning systems: {markdown(one_line(pack.title))}", ""]
    if not pack.verified:
        lines += ["**Draft key.** No teacher has confirmed all of it yet; the files hold the draft. Set `verified_by` in key.csv and write the pack again.", ""]
    for name, title in FORMATS:
        notes = degraded(pack, name)
        lines += [f"## {title}", "", *(f"- {one}" for one in notes), *(() if notes else ("Nothing was changed or left out.",)), ""]
    return "\n".join(lines).rstrip() + "\n"


def degraded(pack: Pack, name: str) -> tuple[str, ...]:
    """The notes of one format of `FORMATS`, by its first name."""
    made = questions(pack)
    talks = [item.id for exercise in pack.exercises for item in exercise.items if item.response == "discuss"]
    notes = list({"gift": _gift, "moodle-xml": _moodle, "qti12": _qti12, "qti21": _qti21, "h5p": _h5p}[name](made))
    return (*notes, *(f"{one}: left out; it is a talk in class." for one in talks))


def _marks(made: Sequence[Question]) -> Iterator[str]:
    """Passages to mark that became ticks over numbered phrases."""
    for one in made:
        if one.item.response == "mark" and one.piece == 1:
            cut = f", cut into {one.pieces} questions" if one.pieces > 1 else ""
            yield f"{one.item.id}: marking words in a passage became ticking numbered phrases{cut}. Some phrases are words of the passage that the key does not name."


def _gift(made: Sequence[Question]) -> Iterator[str]:
    yield "GIFT holds no points: set them after importing, as each question's name says. Reasons and rubrics are in Moodle XML only."
    yield from _marks(made)
    for one in made:
        if one.kind == "table":
            yield f"{one.id}: one question a cell, {len(one.parts)} in all."
        if one.kind == "match" and any(len(part.accepted) > 1 for part in one.parts):
            yield f"{one.id}: a pair can have one right answer only; a second answer that the key accepts counts nothing."
        if one.kind == "match" and len({part.points for part in one.parts}) > 1:
            yield f"{one.id}: every pair counts the same."
        yield from _shares(one)


def _moodle(made: Sequence[Question]) -> Iterator[str]:
    yield from _marks(made)
    for one in made:
        if moodle_xml.as_cloze(one):
            what = "the table" if one.kind == "table" else "matching, where a part has a second answer or counts differently,"
            yield f"{one.id}: {what} became gaps in a text (Cloze)."
        yield from _shares(one)


def _shares(one: Question) -> Iterator[str]:
    if one.kind == "choices" and not exact(one):
        yield f"{one.id}: Moodle takes only some shares of the points; right answers count alike and a wrong one costs the nearest share."


def _qti12(made: Sequence[Question]) -> Iterator[str]:
    yield "Canvas gives equal shares to right ticks and takes the same for wrong ones, not half."
    yield from _marks(made)
    for one in made:
        if one.kind == "choices" and any(row.tier == "defensible" for row in one.alternatives):
            yield f"{one.id}: phrases that can be defended are no options, for Canvas would count them as wrong."
        if one.kind == "table":
            halves = any(points < part.points for part in one.parts for _, points in part.accepted)
            yield f"{one.id}: one question a cell, {len(one.parts)} in all." + (" Answers worth part of a point are left to the teacher." if halves else "")
        if one.kind == "match" and any(len(part.accepted) > 1 for part in one.parts):
            yield f"{one.id}: a pair can have one right answer only; a second answer that the key accepts counts nothing."
        if one.kind == "match" and len({part.points for part in one.parts}) > 1:
            yield f"{one.id}: every pair counts the same."


def _qti21(made: Sequence[Question]) -> Iterator[str]:
    yield from _marks(made)
    yield from (f"{one.id}: one item a cell, {len(one.parts)} in all." for one in made if one.kind == "table")


def _h5p(made: Sequence[Question]) -> Iterator[str]:
    names = ", ".join(f"{name} {major}.{minor}" for name, (major, minor) in h5p.LIBRARIES.items())
    yield f"The packages hold content only; the site must have the libraries ({names})."
    for one in made:
        if one.piece > 1:
            continue
        task = h5p.task_of(one)
        if not task:
            yield f"{one.id}: left out; {_LEFT_OUT.get(one.type, 'its answers hold signs that H5P reads as its own')}."
        elif task == "H5P.MarkTheWords":
            yield f"{one.item.id}: H5P marks single words: a phrase is as many answers as it has words, a wrong mark costs a whole point, and words that can be defended count as wrong."
        elif task == "H5P.Essay":
            yield f"{one.id}: H5P counts the facts to keep; the rubric is for the teacher."
        elif task == "H5P.QuestionSet":
            half = any(0 < points < part.points for part in one.parts for _, points in part.accepted)
            yield f"{one.id}: a set of single questions, each worth one point." + (" Answers worth part of a point count as wrong." if half else "")
