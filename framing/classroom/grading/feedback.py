"""A feedback sheet a student: own answers against the key, one page without script, to be printed or sent back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from framing.classroom.grading.marking import TOO_MANY, Judged, PartVerdict, Verdict, judge_parts, judge_spans
from framing.classroom.pages.marked_text import Look, MarkedLine, marked_lines
from framing.classroom.pages.sheet import ExerciseView, ItemView, lay_out
from framing.classroom.pages.to_html import environment, hash_of, page_text
from framing.model.article import Span
from framing.model.exercise import AnswerSheet, Item, Mark, Pack, RubricLine
from framing.text.visible import one_line

Value = str | tuple[Span, ...] | tuple[tuple[str, str], ...] | None

# The looks of the student's page, with the letters it sets behind the words: found, missed, defensible, not expected.
_LOOKS: Final[Mapping[Judged, tuple[str, str, str]]] = {
    "right": ("hit", "F", "found"), "missed": ("missed", "M", "missed"), "defensible": ("open", "D", "can be defended, no points"),
    "not_expected": ("extra", "N", "not expected")}
_OWN: Final = Look("own", "on", "", "marked by you")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of feedback: its look and letter, what it is about, what was given and expected, why, and its points."""

    look: str
    sign: str
    about: str
    given: str
    verdict: str
    expected: str
    why: str
    points: float


@dataclass(frozen=True, slots=True)
class ItemFeedback:
    """One item. `points` None: left to the teacher, by `rubric`. `written` is the student's own text, `passages` the marked lines by passage."""

    number: str
    prompt: str
    response: str
    points: float | None
    most: float
    answered: bool
    passages: tuple[tuple[str, tuple[MarkedLine, ...]], ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    written: str
    rubric: tuple[RubricLine, ...]


def feedback_pages(pack: Pack, sheets: Sequence[AnswerSheet], marks: Mapping[str, Sequence[Mark]]) -> dict[str, str]:
    """An HTML page for each sheet, by the sheet's code. `marks` are those of `marking.mark`, by code."""
    layout, style = lay_out(pack), page_text("grading.css")
    template = environment().get_template("feedback.html.j2")
    made = {}
    for sheet in sheets:
        points = {one.item_id: one for one in marks[sheet.code]}
        answers = dict(sheet.answers)
        exercises = [(view, [_item(pack, one, points[one.item.id], answers.get(one.item.id)) for one in _handed(view)]) for view in layout]
        counted = [one for one in points.values() if one.points is not None]
        made[sheet.code] = template.render(
            pack=pack, code=sheet.code, exercises=[(view, items) for view, items in exercises if items], style=Markup(style),
            style_hash=hash_of(style), points=sum(one.points or 0.0 for one in counted), most=sum(one.most for one in counted),
            open_points=sum(one.most for one in points.values() if one.points is None), number=number)
    return made


def number(points: float) -> str:
    """Points without needless zeros: "2", "1.5"."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def _handed(view: ExerciseView) -> list[ItemView]:
    return [one for one in view.items if one.item.response != "discuss"]


def _item(pack: Pack, shown: ItemView, mark: Mark, answer: Value) -> ItemFeedback:
    item = shown.item
    passages: tuple[tuple[str, tuple[MarkedLine, ...]], ...] = ()
    lines: tuple[Line, ...] = ()
    if item.response == "mark":
        spans = [one for one in answer or () if isinstance(one, Span)]
        verdicts = judge_spans(pack, item, spans)
        passages = tuple((one.label, marked_lines(one.lines, _looks(verdicts, spans))) for one in shown.passages)
        lines = (*(_span_line(pack, item, one) for one in verdicts if one.row is not None), *_unknown(pack, item, verdicts))
    elif item.response != "write":
        pairs = [(one[0], str(one[1])) for one in answer or () if not isinstance(one, str | Span)]
        lines = _once_named([_part_line(item, one) for one in judge_parts(item, pairs)]) + tuple(_missed_ticks(item, pairs))
    written = answer if isinstance(answer, str) else ""
    notes = mark.notes[1:] if item.response == "write" and written.strip() else tuple(note for note in mark.notes if note == TOO_MANY)
    return ItemFeedback(shown.number, item.prompt, item.response, mark.points, mark.most, bool(answer), passages, lines, notes, written,
                        item.rubric if item.response == "write" else ())


def _looks(verdicts: Sequence[Verdict], own: Sequence[Span]) -> Callable[[Span], Look | None]:
    def look_of(word: Span) -> Look | None:
        for place, one in enumerate(verdicts):
            if one.span.overlaps(word):
                return Look(str(place), *_LOOKS[one.judged])
        return _OWN if any(one.overlaps(word) for one in own) else None

    return look_of


def _span_line(pack: Pack, item: Item, verdict: Verdict) -> Line:
    text = pack.articles[item.passages[0].article].text
    look, sign, said = _LOOKS[verdict.judged]
    return Line(look, sign, f"“{text[verdict.span.start:verdict.span.end]}”", "", said, "", verdict.row.rationale if verdict.row else "", verdict.points)


def _unknown(pack: Pack, item: Item, verdicts: Sequence[Verdict]) -> list[Line]:
    """Marks that no row of the key speaks of, as one line."""
    text = pack.articles[item.passages[0].article].text
    rest = [one for one in verdicts if one.row is None]
    look, sign, said = _LOOKS["not_expected"]
    about = ", ".join(f"“{text[one.span.start:one.span.end]}”" for one in rest)
    return [Line(look, sign, about, "", said, "", "", sum(one.points for one in rest))] if rest else []


def _part_line(item: Item, verdict: PartVerdict) -> Line:
    names = {one.id: one.text for one in (*item.parts, *item.options)}
    names |= {f"c{n}": head for n, head in enumerate(item.columns, start=1)}
    about = "\n".join(one_line(names.get(one, one)) for one in verdict.part.split("/")) if verdict.part else names.get(verdict.given, verdict.given)
    expected = [names.get(row.option, row.option) for row in item.key if row.part == verdict.part and row.tier == "expected"]
    best = next((row for row in item.key if row.part == verdict.part and row.tier == "expected"), None)
    if not verdict.given:
        look, sign, said = "missed", "M", "no answer"
    elif verdict.row is None or verdict.row.tier == "not_expected":
        look, sign, said = "extra", "N", "not expected"
    else:
        look, sign, said = ("hit", "R", "right") if verdict.row.tier == "expected" else ("open", "D", "can be defended")
    ticked = item.response == "choose"
    why = (verdict.row or (None if ticked else best))
    return Line(look, sign, about, "ticked" if ticked else names.get(verdict.given, verdict.given), said,
                "" if look == "hit" or ticked else " or ".join(expected), why.rationale if why else "", verdict.points)


def _once_named(lines: Sequence[Line]) -> tuple[Line, ...]:
    """A table's lines with the words of a row in its first line alone; each ends in the head of its column."""
    made: list[Line] = []
    before = ""
    for one in lines:
        row, head, column = one.about.rpartition("\n")
        made.append(replace(one, about=column if head and row == before else one.about.replace("\n", ": ")))
        before = row
    return tuple(made)


def _missed_ticks(item: Item, pairs: Sequence[tuple[str, str]]) -> list[Line]:
    """Expected options of a "choose" item that were not ticked."""
    if item.response != "choose":
        return []
    names, ticked = {one.id: one.text for one in item.options}, {option for _, option in pairs}
    return [Line("missed", "M", names.get(row.option, row.option), "not ticked", "missed", "", row.rationale, 0.0)
            for row in item.key if row.tier == "expected" and row.option not in ticked]
