"""Answer files that the student's page saved (JSON) -> answer sheets; each fault is named, and what is sound is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from framing.errors import PackError
from framing.model.article import Span
from framing.model.exercise import ANSWERS_SCHEMA, AnswerSheet, Item, Pack
from framing.text.visible import one_line

Answer = str | tuple[Span, ...] | tuple[tuple[str, str], ...]

MAX_TEXT: Final = 20_000  # characters kept of one written answer: ten times the longest a lesson gives time for
MAX_CELL: Final = 500  # characters kept of one cell of a table
MAX_MARKS: Final = 1_000  # marks kept of one item: a passage has about 200 words
MAX_PROBLEMS: Final = 30  # lines said about one file
# Letters, digits, hyphen and underscore, with a digit somewhere: the page's field takes 20 characters. A name has no digit.
_CODE: Final = re.compile(r"(?=[^0-9]*[0-9])[A-Za-z0-9][A-Za-z0-9_-]{0,19}")
CODE_RULE: Final = "a code is 1 to 20 letters, digits, hyphens or underscores with at least one digit (K7, blue-12), never a name"


@dataclass(frozen=True, slots=True)
class Received:
    """What one file holds: the sheets that can be marked, and a line for each thing in it that was left out."""

    sheets: tuple[AnswerSheet, ...]
    problems: tuple[str, ...]


def read_answers(pack: Pack, text: str, name: str) -> AnswerSheet:
    """The one sheet of a saved answer file in which nothing is wrong.

    Raises:
        PackError: anything is wrong with it; `problems` has a line for each fault.
    """
    received = receive(pack, text, name)
    if received.problems:
        raise PackError(name, tuple(one.removeprefix(f"{name}: ") for one in received.problems))
    return received.sheets[0]


def receive(pack: Pack, text: str, name: str) -> Received:
    """The sheet of a saved answer file, if it can be marked at all, without the answers that cannot; never raises for bad input.

    Args:
        text: the file's text: JSON, schema framing.answers/1.
        name: the file's name, for the problem lines.
    """
    try:
        record = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return Received((), (f"{name}: not valid JSON; was it cut off or edited? save it again from the page",))
    problem = _refused(pack, record)
    if problem:
        return Received((), (f"{name}: {problem}",))
    problems: list[str] = []
    answers = []
    given: Mapping[str, Any] = record["answers"]
    items = items_of(pack)
    problems += [f"{name}: no item {shown(item_id)} in this pack; answer left out" for item_id in given if item_id not in items]
    for item_id, item in items.items():
        if item_id in given:
            answer = _answer(pack, item, given[item_id], f"{name}: {item_id}", problems)
            answers += [(item_id, answer)] if answer else []
    return Received((AnswerSheet(pack.id, pack.version, record["code"].strip(), tuple(answers)),), shortened(problems, name))


def code_problem(code: object) -> str:
    """Why a student's code cannot be taken, or ""."""
    if not isinstance(code, str) or not code.strip():
        return f"no code; {CODE_RULE}"
    if not _CODE.fullmatch(code.strip()):
        return f"the code cannot be used (it is not repeated here, for it may be a name): {CODE_RULE}"
    return ""


def items_of(pack: Pack) -> dict[str, Item]:
    """The items that can be handed in, by id, in the pack's order."""
    return {item.id: item for exercise in pack.exercises for item in exercise.items if item.response != "discuss"}


def cells_of(item: Item) -> tuple[str, ...]:
    """The parts of a "match" item, or the cells ("p1/c2") of a "table"."""
    if item.response == "table":
        return tuple(f"{part.id}/c{n}" for part in item.parts for n in range(1, len(item.columns) + 1))
    return tuple(part.id for part in item.parts)


def shortened(problems: Sequence[str], name: str) -> tuple[str, ...]:
    """The first problems of a file, and how many more there are: a damaged file has thousands."""
    rest = len(problems) - MAX_PROBLEMS
    return (*problems[:MAX_PROBLEMS], *((f"{name}: and {rest:,} more of the kind",) if rest > 0 else ()))


def shown(value: object) -> str:
    """A value of a file in a message: one line, visible, at most 40 characters."""
    line = one_line(str(value))
    return "'" + (line if len(line) <= 40 else line[:39] + "…") + "'"


def cut(text: str, limit: int, place: str, problems: list[str]) -> str:
    """The text, or its first `limit` characters and a problem that says so."""
    if len(text) > limit:
        problems.append(f"{place}: {len(text):,} characters; the first {limit:,} were kept")
    return text[:limit]


def inside(item: Item, span: Span) -> bool:
    """Whether a mark holds something and lies in a passage of the item."""
    return span.start < span.end and any(passage.span.holds(span) for passage in item.passages)


def _refused(pack: Pack, record: object) -> str:
    """Why a whole file cannot be marked, or ""."""
    if not isinstance(record, dict) or record.get("schema") != ANSWERS_SCHEMA:
        return f"no answer file: no schema {ANSWERS_SCHEMA}"
    if record.get("pack") != pack.id:
        return f"answers to another pack ({shown(record.get('pack'))}, this one is '{pack.id}')"
    if record.get("version") != pack.version:
        return f"answers to version {shown(record.get('version'))}; this pack is version '{pack.version}': grade it with the other version's folder"
    if not isinstance(record.get("answers"), dict):
        return "no answers in it"
    return code_problem(record.get("code"))


def _answer(pack: Pack, item: Item, value: Any, place: str, problems: list[str]) -> Answer:
    """The answer as the model holds it; empty where nothing sound was given."""
    if item.response == "write":
        if not isinstance(value, str):
            problems.append(f"{place}: not a text; left out")
            return ""
        return cut(value, MAX_TEXT, place, problems)
    if item.response == "mark":
        return _spans(item, value, place, problems)
    if item.response == "choose":
        return _ticks(item, value, place, problems)
    return _parts(item, value, place, problems)


def _spans(item: Item, value: Any, place: str, problems: list[str]) -> tuple[Span, ...]:
    if not isinstance(value, list):
        problems.append(f"{place}: not a list of marks; left out")
        return ()
    if len(value) > MAX_MARKS:
        problems.append(f"{place}: {len(value):,} marks; the first {MAX_MARKS:,} were kept")
    spans = []
    for one in value[:MAX_MARKS]:
        whole = isinstance(one, list) and len(one) == 2 and all(isinstance(n, int) and not isinstance(n, bool) for n in one)
        span = Span(*one) if whole else Span(0, 0)
        if whole and inside(item, span):
            spans.append(span)
        else:
            problems.append(f"{place}: the mark {shown(one)} lies in no passage of this item; left out")
    return tuple(sorted(set(spans)))


def _ticks(item: Item, value: Any, place: str, problems: list[str]) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, list):
        problems.append(f"{place}: not a list of options; left out")
        return ()
    known = [option.id for option in item.options]
    problems += [f"{place}: no option {shown(one)}; left out" for one in value if one not in known]
    return tuple(("", option) for option in known if option in value)


def _parts(item: Item, value: Any, place: str, problems: list[str]) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        problems.append(f"{place}: not one answer a part; left out")
        return ()
    cells, options = cells_of(item), [option.id for option in item.options]
    problems += [f"{place}: no part {shown(part)}; left out" for part in value if part not in cells]
    made = []
    for part in cells:
        given = value.get(part, "")
        if not isinstance(given, str) or (given and item.response == "match" and given not in options):
            problems.append(f"{place}, {part}: no option {shown(given)}; left out")
        elif given.strip():
            made.append((part, cut(given, MAX_CELL, f"{place}, {part}", problems)))
    return tuple(made)


def merge(received: Sequence[tuple[str, Received]]) -> tuple[tuple[AnswerSheet, ...], tuple[str, ...]]:
    """The sheets of all files, one a code in the order of codes, and all problems.

    The same sheet twice (a copied file) counts once. A code with different sheets is nobody's for sure: none of them is marked.
    """
    problems: list[str] = [problem for _, one in received for problem in one.problems]
    by_code: dict[str, list[tuple[str, AnswerSheet]]] = {}
    for name, one in received:
        for sheet in one.sheets:
            by_code.setdefault(sheet.code.casefold(), []).append((name, sheet))
    kept = []
    for _, handed in sorted(by_code.items()):
        names = ", ".join(name for name, _ in handed)
        if len({sheet.answers for _, sheet in handed}) > 1:
            problems.append(f"the code {shown(handed[0][1].code)} stands on different sheets ({names}); none of them was graded: keep one, or give another code")
            continue
        if len(handed) > 1:
            problems.append(f"the code {shown(handed[0][1].code)} was handed in {len(handed)} times with the same answers ({names}); counted once")
        kept.append(handed[0][1])
    return tuple(kept), tuple(problems)
