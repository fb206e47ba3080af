"""A classroom pack: items, their keys and the answers to them. Page, paper, learning systems and marking all read these values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from framing.model.article import Span
from framing.model.document import Voice, Zone

ExerciseType = Literal["E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E10", "E11", "E12"]
Tier = Literal["expected", "defensible", "not_expected"]
# How a student answers: mark words in a passage; give each part one option; tick options; fill a table; write; talk.
Response = Literal["mark", "match", "choose", "table", "write", "discuss"]
Level = Literal["easier", "standard", "harder"]

ANSWERS_SCHEMA: Final = "framing.answers/1"
PACK_SCHEMA: Final = "framing.pack/1"
KEY_COLUMNS: Final = ("item_id", "article", "start", "end", "text", "zone", "voice", "tier", "points", "rationale", "rule_id", "verified_by")


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words of the original text that the class does not see. `span` lies in the original text; `instead` is what stands there now.

    `kind` is outlet, byline, agency, credit, self, url, hashtag or handle (they could tell the outlet), or furniture or space (menus,
    other stories, white space and marks: left out, not hidden). In order; put back from the last to the first they give the original.
    """

    span: Span
    kind: str
    words: str
    instead: str


@dataclass(frozen=True, slots=True)
class PackArticle:
    """An article as the class sees it. `code` is "Source A"; spans of items and keys lie in `text`, the anonymised text.

    `headline` is a span of `text`, None where there is none. `leftovers` are spans of `text` that may still give the outlet
    away. `source_line` (outlet, headline, date) is for the teacher's side alone.
    """

    code: str
    article: str
    text: str
    headline: Span | None
    replacements: tuple[Replacement, ...]
    leftovers: tuple[Span, ...]
    source_line: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one article that an item shows. `article` is the place in `Pack.articles`; `sentences` are spans of its text."""

    article: int
    span: Span
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose from, or one thing to be answered: an id unique in its item, and its words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One line of the key, a row of `key.csv`.

    For "mark" items a span to be marked (tier says whether). For "match" `part` is a part's id and `option` the accepted option's id;
    for "choose" `part` is "" and each row an option to tick or not; for "table" `part` is "row/column" ("p1/c2": part p1, second head
    of `Item.columns`) and `option` the words of the cell, compared without case and double spaces. Rows of one part are alternatives: the
    best that fits counts. The span, where there is one, is the passage it rests on. For "write" items a row is a phrase to look for,
    worth 0 (the rubric gives the points). `points` is what the row is worth, negative where choosing it costs. `verified_by` is
    "" until a teacher has looked.
    """

    item_id: str
    article: int | None
    span: Span | None
    text: str
    zone: Zone | None
    voice: Voice | None
    tier: Tier
    points: float
    rationale: str
    rule_id: str
    verified_by: str = ""
    part: str = ""
    option: str = ""


@dataclass(frozen=True, slots=True)
class RubricLine:
    """One criterion with its levels, best first."""

    criterion: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One task of an exercise.

    `parts` are what is answered one by one (a card, a sentence, a row of a table), `options` what each may be given; `columns` the heads
    of a "table" beside its parts, numbered from 1 ("c1"); there an option's id begins with its column ("c2.named"), and a column without
    options takes free words. `points` is the most that can be had (3 a line of the rubric for "write", 0 for "discuss"). `terms` are the loaded terms that a neutral rewrite should lose and `facts` the
    numbers, names and dates it should keep (for "write" items that are checked in the page).
    """

    id: str
    response: Response
    prompt: str
    passages: tuple[Passage, ...]
    parts: tuple[Choice, ...]
    options: tuple[Choice, ...]
    columns: tuple[str, ...]
    key: tuple[KeyRow, ...]
    points: float
    rubric: tuple[RubricLine, ...] = ()
    terms: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Exercise:
    """The items of one type. `minutes` is an estimate; `discussion` are questions for the class."""

    type: ExerciseType
    title: str
    instruction: str
    minutes: int
    items: tuple[Item, ...]
    discussion: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A type that the articles cannot feed, and why, in words a teacher can use."""

    type: ExerciseType
    reason: str


@dataclass(frozen=True, slots=True)
class LessonStep:
    """One step of the lesson plan."""

    minutes: int
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class LessonPlan:
    """What the teacher reads first. `limits` is what the tool cannot tell, `notices` are notes on sensitive topics."""

    objectives: tuple[str, ...]
    steps: tuple[LessonStep, ...]
    questions: tuple[str, ...]
    rubric: tuple[RubricLine, ...]
    limits: tuple[str, ...]
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A lesson from one comparison. `id` is a digest of the inputs and settings; `version` is "A" or "B" (order and choice of items).

    `check_allowed`: the student's page may check against the key, which then lies inside the file.
    """

    id: str
    version: str
    title: str
    level: Level
    seed: int
    articles: tuple[PackArticle, ...]
    exercises: tuple[Exercise, ...]
    left_out: tuple[LeftOut, ...]
    plan: LessonPlan
    check_allowed: bool = False
    paper: str = "A4"
    settings: tuple[tuple[str, str], ...] = ()

    @property
    def verified(self) -> bool:
        """Whether a teacher has set `verified_by` on every row of the key."""
        return all(row.verified_by for exercise in self.exercises for item in exercise.items for row in item.key)


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """What one student handed in. `code` is a pseudonym; `answers` holds (item id, answer) pairs in the order of the pack.

    An answer is a `str` (write), a tuple of (part id, option id or cell text) pairs (match, choose with part "", table with part
    "row/column"), or a tuple of spans (mark).
    """

    pack: str
    version: str
    code: str
    answers: tuple[tuple[str, str | tuple[Span, ...] | tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Points of one student for one item. None: left to the teacher's rubric. `notes` say what was right, missed and not expected."""

    code: str
    item_id: str
    points: float | None
    most: float
    notes: tuple[str, ...] = ()
