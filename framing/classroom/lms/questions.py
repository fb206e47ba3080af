"""A pack's items as the questions that learning systems know: choices, matching, a table's cells, essay. Every format writes these."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from framing.classroom.grading.marking import NOT_EXPECTED
from framing.classroom.pages.student_page import is_single
from framing.classroom.texts.other_words import FEWEST_WRONG, other_words
from framing.model.article import Span
from framing.model.exercise import Exercise, ExerciseType, Item, KeyRow, Pack, RubricLine, Tier
from framing.text.visible import one_line

Kind = Literal["choices", "match", "table", "essay"]

# Expected answers in one multiple-answer question. Moodle takes only listed fractions of the points: of 1/1 to 1/5 the half, which a wrong
# answer costs, is on its list too; of 1/6 to 1/9 it is not (question_bank::fraction_options_full). Longer ones are cut in parts.
MOST_RIGHT: Final = 5


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of what a question shows. `look`: plain words of ours, the label of a source, or a passage."""

    text: str
    look: Literal["plain", "label", "passage"] = "plain"


@dataclass(frozen=True, slots=True)
class Alternative:
    """An option of a "choices" question. `points`: what ticking it is worth, negative where it costs."""

    id: str
    text: str
    points: float
    tier: Tier
    why: str


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to be answered in a "match" or "table" question.

    `accepted` are (option's id or words, points), the best first. `choices` are the words to choose from in a table's cell, () where the
    words are free; in a "match" question every part is given one of the question's options.
    """

    id: str
    text: str
    accepted: tuple[tuple[str, float], ...]
    choices: tuple[str, ...] = ()
    why: str = ""

    @property
    def points(self) -> float:
        """The most that the part gives."""
        return self.accepted[0][1]


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `points` is the most that it gives; `single`: exactly one option is to be chosen; `piece` of `pieces` of its item."""

    id: str
    item: Item
    type: ExerciseType
    title: str
    kind: Kind
    stem: tuple[Paragraph, ...]
    points: float
    alternatives: tuple[Alternative, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = ()
    single: bool = False
    piece: int = 1
    pieces: int = 1
    rubric: tuple[RubricLine, ...] = ()
    key: tuple[str, ...] = ()


def questions(pack: Pack) -> tuple[Question, ...]:
    """The questions of a pack in its order. "discuss" items are for the class and make none; neither does an item without a right answer."""
    made = [one for exercise in pack.exercises for item in exercise.items for one in _of_item(pack, exercise, item)]
    return tuple(one for one in made if one.kind == "essay" or one.points > 0)


def title_of(pack: Pack) -> str:
    """The pack's title for a file that a teacher imports; says where the key is a draft."""
    return one_line(pack.title) + (f" (version {pack.version})" if pack.verified else f" (version {pack.version}, draft key)")


def name_of(pack: Pack) -> str:
    """A name for the pack's files and identifiers: letters, digits and hyphens."""
    return f"framing-{re.sub('[^A-Za-z0-9]', '', pack.id)[:32]}-{pack.version}"


def cell_questions(question: Question) -> tuple[Question, ...]:
    """A "table" or "match" question as one question a part: single choice where there is something to choose from, else short answer."""
    made = []
    for place, part in enumerate(question.parts, start=1):
        names = dict(question.options)
        worth = dict(part.accepted)
        given = part.choices if question.kind == "table" else tuple(name for name, _ in question.options)
        rows = tuple(Alternative(f"o{n}", names.get(one, one), worth.get(one, 0.0), _tier(worth.get(one), part.points),
                                 part.why if worth.get(one) else "")
                     for n, one in enumerate(given, start=1))
        stem = (*question.stem, Paragraph(part.text, "passage" if question.kind == "match" else "label"))
        made.append(Question(f"{question.id}.{place}", question.item, question.type, question.title, "choices" if rows else "table", stem,
                             part.points, rows, (), () if rows else (part,), single=bool(rows), piece=place, pieces=len(question.parts)))
    return tuple(made)


def _tier(points: float | None, most: float) -> Tier:
    return "not_expected" if points is None or points <= 0 else "expected" if points >= most else "defensible"


def _of_item(pack: Pack, exercise: Exercise, item: Item) -> list[Question]:
    if item.response == "mark":
        return _of_marks(pack, exercise, item)
    stem = (*_opening(exercise, item), *_passages(pack, item))
    if item.response == "choose":
        rows = {row.option: row for row in item.key}
        options = tuple(_alternative(n, option.text, rows.get(option.id)) for n, option in enumerate(item.options, start=1))
        return [Question(item.id, item, exercise.type, exercise.title, "choices", stem, item.points, options, single=is_single(item))]
    if item.response == "match":
        return _of_match(exercise, item, stem)
    if item.response == "table":
        return [Question(item.id, item, exercise.type, exercise.title, "table", stem, _sum(_cells(item)), parts=_cells(item))]
    if item.response == "write":
        key = tuple(dict.fromkeys(one_line(f"{row.text}: {row.rationale}" if row.rationale else row.text) for row in item.key))
        return [Question(item.id, item, exercise.type, exercise.title, "essay", stem, item.points, rubric=item.rubric, key=key)]
    return []


def _of_match(exercise: Exercise, item: Item, stem: tuple[Paragraph, ...]) -> list[Question]:
    ids = {option.id: f"o{n}" for n, option in enumerate(item.options, start=1)}
    parts = []
    for n, part in enumerate(item.parts, start=1):
        accepted = tuple((ids[option], points) for option, points in _accepted(item, part.id) if option in ids)
        if accepted:
            parts.append(Part(f"p{n}", one_line(part.text), accepted, why=_why(item, part.id)))
    options = tuple((ids[option.id], one_line(option.text)) for option in item.options)
    return [Question(item.id, item, exercise.type, exercise.title, "match", stem, _sum(parts), options=options, parts=tuple(parts))]


def _cells(item: Item) -> tuple[Part, ...]:
    """The cells of a table that the key knows."""
    made: list[Part] = []
    for part in item.parts:
        for n, head in enumerate(item.columns, start=1):
            accepted = tuple((one_line(words), points) for words, points in _accepted(item, f"{part.id}/c{n}"))
            choices = tuple(one_line(one.text) for one in item.options if one.id.startswith(f"c{n}."))
            if accepted:
                label = f"{one_line(part.text)}: {one_line(head)}"
                made.append(Part(f"p{len(made) + 1}", label, accepted, choices, _why(item, f"{part.id}/c{n}")))
    return tuple(made)


def _accepted(item: Item, part: str) -> list[tuple[str, float]]:
    """What is accepted for a part, the best first, each once."""
    rows = sorted((row for row in item.key if row.part == part and row.points > 0), key=lambda row: -row.points)
    return list({row.option: (row.option, row.points) for row in reversed(rows)}.values())[::-1]


def _why(item: Item, part: str) -> str:
    return next((one_line(row.rationale) for row in item.key if row.part == part and row.tier == "expected"), "")


def _sum(parts: Sequence[Part]) -> float:
    return float(sum(part.points for part in parts))


def _opening(exercise: Exercise, item: Item) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(one_line(words)) for words in (exercise.instruction, item.prompt) if words.strip())


def _passages(pack: Pack, item: Item) -> list[Paragraph]:
    made: list[Paragraph] = []
    for passage in item.passages:
        article = pack.articles[passage.article]
        made += [Paragraph(article.code, "label"), *_paragraphs(article.text, passage.span, ())]
    return made


def _paragraphs(text: str, span: Span, numbered: Sequence[Span]) -> list[Paragraph]:
    """The paragraphs of a passage; "(1) " stands before each of the numbered spans."""
    made, reached = "", span.start
    for n, one in enumerate(numbered, start=1):
        made += text[reached:one.start] + f"({n}) "
        reached = one.start
    made += text[reached:span.end]
    return [Paragraph(one_line(line), "passage") for line in made.split("\n") if line.strip()]


def _alternative(n: int, text: str, row: KeyRow | None) -> Alternative:
    if row is None:
        return Alternative(f"o{n}", one_line(text), NOT_EXPECTED, "not_expected", "")
    points = {"expected": row.points, "defensible": max(row.points, 0.0), "not_expected": min(row.points, 0.0)}[row.tier]
    return Alternative(f"o{n}", one_line(text), points, row.tier, one_line(row.rationale))


def _of_marks(pack: Pack, exercise: Exercise, item: Item) -> list[Question]:
    """Multiple answers over numbered phrases: those of the key, and other words of the passage as wrong answers where the key has few."""
    passage = item.passages[0]
    text = pack.articles[passage.article].text
    spans: dict[Span, KeyRow | None] = {row.span: row for row in reversed(item.key) if row.span is not None}
    right = sum(row is not None and row.tier == "expected" for row in spans.values())
    wrong = sum(row is not None and row.tier == "not_expected" for row in spans.values())
    spans |= dict.fromkeys(other_words(text, passage.span, list(spans), max(FEWEST_WRONG, right) - wrong))
    ordered = sorted(spans)
    stem = (*_opening(exercise, item), Paragraph("Tick the phrases, by their numbers."), Paragraph(pack.articles[passage.article].code, "label"),
            *_paragraphs(text, passage.span, ordered))
    rows = [_marked(n, text, span, spans[span]) for n, span in enumerate(ordered, start=1)]
    groups = _groups(rows)
    made = []
    for piece, group in enumerate(groups, start=1):
        name = item.id if len(groups) == 1 else f"{item.id}.{piece}"
        points = float(sum(one.points for one in group if one.tier == "expected"))
        made.append(Question(name, item, exercise.type, exercise.title, "choices", stem, points, group, piece=piece, pieces=len(groups)))
    return made


def _marked(n: int, text: str, span: Span, row: KeyRow | None) -> Alternative:
    one = _alternative(n, f"({n}) {text[span.start:span.end]}", row)
    return Alternative(one.id, one.text, 0.0 if one.tier == "defensible" else one.points, one.tier, one.why)


def _groups(rows: Sequence[Alternative]) -> list[tuple[Alternative, ...]]:
    """The options in order, cut so that none holds more than `MOST_RIGHT` expected ones and all about as many."""
    right = sum(one.tier == "expected" for one in rows)
    n = max(1, -(-right // MOST_RIGHT))
    made: list[list[Alternative]] = [[] for _ in range(n)]
    seen = 0
    for one in rows:
        seen += one.tier == "expected"
        made[min(n - 1, max(seen - 1, 0) * n // max(right, 1))].append(one)
    return [tuple(group) for group in made if group]
