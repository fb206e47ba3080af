"""Answers against the key: points for each item, by rules that the student's page and the teacher's key state too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from framing.classroom.pages.fingerprints import folded_words
from framing.classroom.pages.student_page import is_single
from framing.model.article import Span
from framing.model.exercise import AnswerSheet, Item, KeyRow, Mark, Pack
from framing.text.tokens import word_spans
from framing.text.visible import one_line

Judged = Literal["right", "missed", "defensible", "not_expected"]

FURTHER_WORDS: Final = 3  # a mark may run on by so many words each side and still hit: students mark "the angry mob" for "mob"
NOT_EXPECTED: Final = -0.5  # half a point, so that marking everything does not pay and one slip does not sink a good answer
TOO_MANY: Final = "more than one ticked where one is right: no points"
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


def hits(words: Sequence[Span], marked: Span, wanted: Span) -> bool:
    """Whether a mark hits a wanted span: they overlap, and at most three further words lie in the mark on each side of it.

    `words` are the places of the article's words, at least those of the mark.
    """
    before = sum(marked.start <= word.start and word.end <= wanted.start for word in words)
    after = sum(wanted.end <= word.start and word.end <= marked.end for word in words)
    return marked.overlaps(wanted) and before <= FURTHER_WORDS and after <= FURTHER_WORDS


def words_of(pack: Pack, item: Item) -> list[Span]:
    """The places of the words of a "mark" item's passages, which all lie in one article."""
    text = pack.articles[item.passages[0].article].text
    return [word for passage in item.passages for word in word_spans(text, passage.span)]


def judge_spans(pack: Pack, item: Item, marks: Sequence[Span]) -> tuple[Verdict, ...]:
    """Each expected span of a "mark" item as right or missed, then each mark that hit none of them, in the order of the text.

    A span that two marks hit counts once; one mark may hit several. A mark that hits a defensible span costs nothing, any other costs
    what the key's row says, or half a point.
    """
    words, marks = words_of(pack, item), sorted(set(marks))
    rows = [(row, row.span) for row in item.key if row.span is not None]
    judged: list[Verdict] = []
    for row, span in rows:
        if row.tier == "expected":
            hit = any(hits(words, one, span) for one in marks)
            judged.append(Verdict("right" if hit else "missed", span, row.points if hit else 0.0, row))
    expected = [one.span for one in judged]
    judged += [_other(words, one, rows) for one in marks if not any(hits(words, one, span) for span in expected)]
    return tuple(sorted(judged, key=lambda one: (one.span, one.judged)))


def judge_parts(item: Item, answer: Sequence[tuple[str, str]]) -> tuple[PartVerdict, ...]:
    """Each part that the key knows with what was given for it ("" for nothing) and the best row that fits; parts in the key's order.

    "choose" items have one verdict an option that was ticked; none earns points where one alone is right and more were ticked.
    """
    if item.response == "choose":
        ticked = [_best(item, "", option) for option in dict.fromkeys(option for _, option in answer)]
        return tuple(replace(one, points=0.0) for one in ticked) if is_single(item) and len(ticked) > 1 else tuple(ticked)
    given = dict(answer)
    return tuple(_best(item, part, given.get(part, "")) for part in dict.fromkeys(row.part for row in item.key))


def fits(item: Item, row: KeyRow, given: str) -> bool:
    """Whether an answer is the one of a key's row: the same option, or (in a table) the same words, however spelt with capitals or spaces."""
    if item.response != "table":
        return row.option == given
    return _folded({one.id: one.text for one in item.options}.get(given, given)) == _folded(row.option)


def kept_terms(text: str, terms: Sequence[str]) -> tuple[str, ...]:
    """Those of the terms that a text holds as whole words, without case, accents and endings in s."""
    said = f" {' '.join(folded_words(text))} "
    return tuple(term for term in terms if folded_words(term) and f" {' '.join(folded_words(term))} " in said)


def _folded(words: str) -> str:
    return " ".join(folded_words(words)) or " ".join(words.casefold().split())


def _other(words: Sequence[Span], marked: Span, rows: Sequence[tuple[KeyRow, Span]]) -> Verdict:
    """A mark that hit no expected span."""
    for row, span in rows:
        if row.tier == "defensible" and hits(words, marked, span):
            return Verdict("defensible", marked, 0.0, row)
    for row, span in rows:
        if row.tier == "not_expected" and marked.overlaps(span):
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
        points = sum(one.points for one in verdicts)
        notes = _of_spans(pack, item, verdicts)
    else:
        parts = judge_parts(item, [(one[0], str(one[1])) for one in answer if not isinstance(one, Span)])
        points = sum(one.points for one in parts)
        notes = tuple(f"{one.part}: {_said(one)}" if one.part else _said(one) for one in parts)
        notes += (TOO_MANY,) if item.response == "choose" and is_single(item) and len(parts) > 1 else ()
    return Mark(code, item.id, min(max(points, 0.0), item.points), item.points, notes)


def _of_spans(pack: Pack, item: Item, verdicts: Sequence[Verdict]) -> tuple[str, ...]:
    text = pack.articles[item.passages[0].article].text
    said = {"right": "right", "missed": "missed", "defensible": "can be defended, no points", "not_expected": "not expected"}
    return tuple(f"{said[one.judged]}: “{_short(text[one.span.start:one.span.end])}”" for one in verdicts)


def _of_writing(item: Item, text: str) -> tuple[str, ...]:
    if not text.strip():
        return ("no answer",)
    kept, found = kept_terms(text, item.terms), kept_terms(text, item.facts)
    lost = [fact for fact in item.facts if fact not in found]
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
