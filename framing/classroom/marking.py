"""Answers against the key: points for each item, by rules that the pupil's page and the teacher's key state too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from framing.classroom.visible import one_line
from framing.model.article import Span
from framing.model.exercise import AnswerSheet, Item, KeyRow, Mark, Pack
from framing.text.tokens import count_words

Judged = Literal["right", "missed", "defensible", "not_expected"]

FURTHER_WORDS: Final = 3  # a mark may run on by so many words each side and still hit: pupils mark "the angry mob" for "mob"
NOT_EXPECTED: Final = -0.5  # half a point, so that marking everything does not pay and one slip does not sink a good answer
_SHOWN: Final = 80  # characters of a quotation in a note


@dataclass(frozen=True, slots=True)
class Verdict:
    """One span judged: an expected one hit ("right") or "missed", or a mark that hit none. `row` is the key's, where one speaks of it."""

    judged: Judged
    span: Span
    points: float
    row: KeyRow | None


@dataclass(frozen=True, slots=True)
class PartVerdict:
    """The answer to one part of a "match", "choose" or "table" item: the points it earned and the row of the key that says so."""

    part: str
    given: str
    points: float
    row: KeyRow | None


def mark(pack: Pack, sheet: AnswerSheet) -> tuple[Mark, ...]:
    """Points of one sheet for every item of the pack that can be handed in ("discuss" is not), in the pack's order.

    An item without an answer gets 0; a "write" item None, for the teacher's rubric. Points lie between 0 and `Item.points`.
    """
    answers = dict(sheet.answers)
    return tuple(_mark(pack, item, sheet.code, answers.get(item.id))
                 for exercise in pack.exercises for item in exercise.items if item.response != "discuss")


def hits(text: str, marked: Span, wanted: Span) -> bool:
    """Whether a mark hits a wanted span: they overlap, and at most three further words of the mark stand on each side of it."""
    before, after = Span(marked.start, wanted.start), Span(wanted.end, marked.end)
    return marked.overlaps(wanted) and all(side.start >= side.end or count_words(text, side) <= FURTHER_WORDS for side in (before, after))


def judge_spans(pack: Pack, item: Item, marks: Sequence[Span]) -> tuple[Verdict, ...]:
    """Each expected span of a "mark" item as right or missed, then each mark that hit none of them, in the order of the text.

    A span that two marks hit counts once; one mark may hit several. A mark that hits a defensible span costs nothing, any other costs
    what the key's row says, or half a point.
    """
    text = pack.articles[item.passages[0].article].text
    wanted = [row for row in item.key if row.span is not None]
    marks = sorted(set(marks))
    judged: list[Verdict] = []
    for row in wanted:
        if row.tier == "expected" and row.span is not None:
            hit = any(hits(text, one, row.span) for one in marks)
            judged.append(Verdict("right" if hit else "missed", row.span, row.points if hit else 0.0, row))
    expected = [one.span for one in judged]
    judged += [_other(text, one, wanted) for one in marks if not any(hits(text, one, span) for span in expected)]
    return tuple(sorted(judged, key=lambda one: (one.span, one.judged)))


def judge_parts(item: Item, answer: Sequence[tuple[str, str]]) -> tuple[PartVerdict, ...]:
    """Each part that the key knows with what was given for it ("" for nothing) and the best row that fits; parts in the key's order.

    "choose" items have one verdict an option that was ticked.
    """
    if item.response == "choose":
        ticked = dict.fromkeys(option for _, option in answer)
        return tuple(_best(item, "", option) for option in ticked)
    given = dict(answer)
    return tuple(_best(item, part, given.get(part, "")) for part in dict.fromkeys(row.part for row in item.key))


def fits(item: Item, row: KeyRow, given: str) -> bool:
    """Whether an answer is the one of a key's row: the same option, or the same words without case and double spaces."""
    if item.response != "table":
        return row.option == given
    words = {one.id: one.text for one in item.options}.get(given, given)
    return _folded(words) == _folded(row.option)


def holds_term(text: str, term: str) -> bool:
    """Whether a text holds a term as whole words, without case."""
    return bool(_folded(term)) and re.search(rf"(?<!\w){re.escape(_folded(term))}(?!\w)", _folded(text)) is not None


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _other(text: str, marked: Span, rows: Sequence[KeyRow]) -> Verdict:
    """A mark that hit no expected span."""
    for row in rows:
        if row.tier == "defensible" and row.span is not None and hits(text, marked, row.span):
            return Verdict("defensible", marked, max(row.points, 0.0), row)
    for row in rows:
        if row.tier == "not_expected" and row.span is not None and marked.overlaps(row.span):
            return Verdict("not_expected", marked, min(row.points, 0.0), row)
    return Verdict("not_expected", marked, NOT_EXPECTED, None)


def _best(item: Item, part: str, given: str) -> PartVerdict:
    rows = [row for row in item.key if row.part == part and given and fits(item, row, given)]
    best = max(rows, key=lambda row: row.points, default=None)
    return PartVerdict(part, given, best.points if best else 0.0, best)


def _mark(pack: Pack, item: Item, code: str, answer: str | tuple[Span, ...] | tuple[tuple[str, str], ...] | None) -> Mark:
    if item.response == "write":
        return Mark(code, item.id, None, item.points, _of_writing(item, answer if isinstance(answer, str) else ""))
    if not answer or isinstance(answer, str):
        return Mark(code, item.id, 0.0, item.points, ("no answer",))
    if item.response == "mark":
        verdicts = judge_spans(pack, item, [one for one in answer if isinstance(one, Span)])
        points = _once(verdicts)
        notes = _of_spans(pack, item, verdicts)
    else:
        parts = judge_parts(item, [(one[0], str(one[1])) for one in answer if not isinstance(one, Span)])
        points = sum(one.points for one in parts)
        notes = tuple(f"{one.part}: {_said(one)}" if one.part else _said(one) for one in parts)
    return Mark(code, item.id, min(max(points, 0.0), item.points), item.points, notes)


def _once(verdicts: Sequence[Verdict]) -> float:
    """The points of all verdicts, a defensible row of the key once however many marks hit it."""
    counted: set[int] = set()
    points = 0.0
    for one in verdicts:
        if one.judged == "defensible" and id(one.row) in counted:
            continue
        counted.add(id(one.row))
        points += one.points
    return points


def _of_spans(pack: Pack, item: Item, verdicts: Sequence[Verdict]) -> tuple[str, ...]:
    text = pack.articles[item.passages[0].article].text
    said = {"right": "right", "missed": "missed", "defensible": "can be defended, no points", "not_expected": "not expected"}
    return tuple(f"{said[one.judged]}: “{_short(text[one.span.start:one.span.end])}”" for one in verdicts)


def _of_writing(item: Item, text: str) -> tuple[str, ...]:
    if not text.strip():
        return ("no answer",)
    kept = [term for term in item.terms if holds_term(text, term)]
    lost = [fact for fact in item.facts if not holds_term(text, fact)]
    notes = ["the teacher marks this by the rubric"]
    notes += [f"still there: {', '.join(map(_short, kept))}"] if kept else []
    notes += [f"facts not found: {', '.join(map(_short, lost))}"] if lost else []
    return tuple(notes)


def _said(verdict: PartVerdict) -> str:
    if not verdict.given:
        return "no answer"
    if verdict.row is None or verdict.row.tier == "not_expected":
        return "not expected"
    return "right" if verdict.row.tier == "expected" else "can be defended"


def _short(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= _SHOWN else line[:_SHOWN - 1].rstrip() + "…"
