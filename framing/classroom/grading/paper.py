"""Answers typed from paper: a CSV with the columns code, item_id, part, answer, one row an answer, as a teacher can type it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from typing import Final

from framing.classroom.grading.answers import (
    MAX_CELL,
    MAX_TEXT,
    Answer,
    Received,
    cells_of,
    code_problem,
    cut,
    inside,
    items_of,
    shortened,
    shown,
)
from framing.classroom.pages.lines import line_of, numbered_lines
from framing.classroom.pages.sheet import letter
from framing.model.article import Span
from framing.model.exercise import AnswerSheet, Choice, Item, Pack

COLUMNS: Final = ("code", "item_id", "part", "answer")
MAX_ROWS: Final = 100_000  # 40 students with 12 exercises type about 4,000
_OFFSETS: Final = re.compile(r"(\d{1,9})\s*[-–]\s*(\d{1,9})")
_LINE: Final = re.compile(r"(?:line|l\.?)?\s*(\d{1,5})", re.IGNORECASE)
_CELL: Final = re.compile(r"\s*(.+?)\s*/\s*(.+?)\s*")


class _RowError(Exception):
    """A row that cannot be read; its message says why."""


def receive_csv(pack: Pack, text: str, name: str) -> Received:
    """The sheets of a CSV, without the rows that cannot be read; each of those is named by its line in the file. Never raises.

    A row without an answer is passed over, so that a table with every item can be laid out once and filled in.

    What the columns hold, by the item's kind:
        mark: `part` the number of the line on the sheet, `answer` the words marked; or `part` empty and `answer` a place "120-123"
            or words that stand once in the passage.
        match: `part` the number of the sentence or card (or its id), `answer` the option's letter, words or id.
        choose: `part` empty, `answer` an option's letter, words or id; more ticks are more rows, or letters with commas.
        table: `part` row and column ("2/1", or "p2/c1"), `answer` the cell's words, or the letter of its column's choice.
        write: `part` empty, `answer` the text.
    """
    try:
        rows = _rows(text)
    except csv.Error as fault:
        return Received((), (f"{name}: cannot be read as CSV: {fault}",))
    if not rows or not set(COLUMNS) <= set(rows[0][1]):
        return Received((), (f"{name}: the first line must name the columns {', '.join(COLUMNS)}",))
    heads = rows[0][1]
    problems = [] if len(rows) <= MAX_ROWS else [f"{name}: {len(rows):,} rows; the first {MAX_ROWS:,} were read"]
    given: dict[str, dict[str, list[tuple[str, str]]]] = {}
    codes: dict[str, str] = {}
    items = items_of(pack)
    for line, cells in rows[1:MAX_ROWS]:
        row = dict(zip(heads, cells, strict=False))
        if not row.get("answer", "").strip():
            continue
        typed, item = row.get("code", "").strip(), items.get(row.get("item_id", "").strip())
        problem = code_problem(typed) or ("" if item else f"no item {shown(row.get('item_id', ''))} in this pack")
        if problem or item is None:
            problems.append(f"{name}, line {line}: {problem}; left out")
            continue
        code = codes.setdefault(typed.casefold(), typed)  # "k7" and "K7" are one student's
        try:
            parts = _read(pack, item, row.get("part", "").strip(), row.get("answer", ""), f"{name}, line {line}", problems)
        except _RowError as wrong:
            problems.append(f"{name}, line {line}: {wrong}; left out")
            parts = []
        _add(given.setdefault(code, {}).setdefault(item.id, []), item, parts, f"{name}, line {line}", problems)
    return Received(tuple(_sheet(pack, code, items, answers) for code, answers in given.items()), shortened(problems, name))


def _add(known: list[tuple[str, str]], item: Item, parts: Sequence[tuple[str, str]], place: str, problems: list[str]) -> None:
    """Adds the answers of a row; a part can be answered once."""
    for part, answer in parts:
        if item.response in ("match", "table") and any(part == one and answer != other for one, other in known):
            problems.append(f"{place}: {part} is answered a second time; the first answer was kept")
        else:
            known.append((part, answer))


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """(line in the file, cells) of every row that is not empty; the heads in small letters. Comma, semicolon or tab, by the first line."""
    text = text.removeprefix("\ufeff").replace("\0", "")
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    limit = csv.field_size_limit(len(text) + 1)  # a cell of 10 MB is cut later, by name; the limit is the whole process's, so put back
    try:
        rows = [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    finally:
        csv.field_size_limit(limit)
    return [(line, [cell.strip().lower() for cell in cells] if n == 0 else cells) for n, (line, cells) in enumerate(rows)]


def _sheet(pack: Pack, code: str, items: Mapping[str, Item], answers: Mapping[str, Sequence[tuple[str, str]]]) -> AnswerSheet:
    made: list[tuple[str, Answer]] = []
    for item in items.values():
        parts = answers.get(item.id, ())
        if not parts:
            continue
        if item.response == "write":
            made.append((item.id, "\n".join(words for _, words in parts)[:MAX_TEXT]))
        elif item.response == "mark":
            spans = (words.split("-") for _, words in parts)
            made.append((item.id, tuple(sorted({Span(int(start), int(end)) for start, end in spans}))))
        else:
            order = {cell: n for n, cell in enumerate(cells_of(item))}
            made.append((item.id, tuple(sorted(dict.fromkeys(parts), key=lambda one: order.get(one[0], 0)))))
    return AnswerSheet(pack.id, pack.version, code, tuple(made))


def _read(pack: Pack, item: Item, part: str, answer: str, place: str, problems: list[str]) -> list[tuple[str, str]]:
    """One row as (part, answer) pairs; a mark as "start-end"."""
    if item.response == "write":
        return [("", cut(answer, MAX_TEXT, place, problems))]
    if item.response == "mark":
        span = _span(pack, item, part, answer.strip())
        return [("", f"{span.start}-{span.end}")]
    if item.response == "choose":
        return [("", option) for option in _options(item.options, answer)]
    if item.response == "match":
        return [(_pick(item.parts, part, "part", numbered=True), _pick(item.options, answer, "option"))]
    cell = _cell(item, part)
    return [(cell, cut(_words(item, cell, answer.strip()), MAX_CELL, place, problems))]


def _pick(choices: Sequence[Choice], given: str, what: str, *, numbered: bool = False) -> str:
    """The id of the choice that was meant: by its id, its words, its letter (a, b ...), or its number where it is numbered."""
    wanted = " ".join(given.casefold().split())
    for named in ({one.id.casefold(): one.id for one in choices}, {" ".join(one.text.casefold().split()): one.id for one in choices},
                  {str(n) if numbered else letter(n - 1): one.id for n, one in enumerate(choices, start=1)}):
        if wanted.rstrip(".)") in named or wanted in named:
            return named.get(wanted) or named[wanted.rstrip(".)")]
    raise _RowError(f"no {what} {shown(given)}")


def _options(options: Sequence[Choice], answer: str) -> list[str]:
    try:
        return [_pick(options, answer, "option")]
    except _RowError:
        if not re.search("[,; ]", answer):
            raise
    return [_pick(options, one, "option") for one in re.split("[,; ]+", answer.strip()) if one]


def _cell(item: Item, part: str) -> str:
    found = _CELL.fullmatch(part)
    if found is None:
        raise _RowError(f"{shown(part)} names no cell: give row and column, as in 2/1")
    columns = [Choice(f"c{n}", head) for n, head in enumerate(item.columns, start=1)]
    return f"{_pick(item.parts, found[1], 'row', numbered=True)}/{_pick(columns, found[2], 'column', numbered=True)}"


def _words(item: Item, cell: str, answer: str) -> str:
    """What a cell holds: the words of the column's choice whose letter was written, else the answer as it is."""
    choices = [one for one in item.options if one.id.startswith(cell.partition("/")[2] + ".")]
    if answer.casefold() in {one.text.casefold() for one in choices}:
        return answer
    return next((one.text for n, one in enumerate(choices) if answer.casefold().rstrip(".)") == letter(n)), answer)


def _span(pack: Pack, item: Item, part: str, answer: str) -> Span:
    """The place of a mark: words in a numbered line, a place "start-end", or words that stand once."""
    offsets = _OFFSETS.fullmatch(answer)
    if offsets and not part:
        span = Span(int(offsets[1]), int(offsets[2]))
        if not inside(item, span):
            raise _RowError(f"{shown(answer)} lies in no passage of this item")
        return span
    line = _LINE.fullmatch(part) if part else None
    if part and line is None:
        raise _RowError(f"{shown(part)} is no line number")
    number = int(line[1]) if line else None
    found = [span for passage in item.passages for span in _places(pack.articles[passage.article].text, passage.span, passage.sentences, answer, number)]
    if len(found) == 1:
        return found[0]
    where = f"in line {number}" if number is not None else "in the passage"
    if not found:
        raise _RowError(f"{shown(answer)} does not stand {where}")
    raise _RowError(f"{shown(answer)} stands {len(found)} times {where}: " + ("type a word more, before or after" if number is not None else "give the line's number in the column part"))


def _places(text: str, span: Span, sentences: Sequence[Span], words: str, number: int | None) -> list[Span]:
    """Where the words stand in a passage, beginning in line `number` if it is given: as whole words, without case, however spaced or quoted."""
    pattern = r"\s+".join(_loose(word) for word in words.split())
    edges = (r"(?<!\w)" if words[0].isalnum() else "") + pattern + (r"(?!\w)" if words[-1].isalnum() else "")
    found = [Span(*one.span()) for one in re.finditer(edges, text[:span.end], re.IGNORECASE) if one.start() >= span.start]
    if number is None:
        return found
    lines = numbered_lines(text, span, sentences=sentences)
    return [one for one in found if line_of(lines, one.start) == number]


def _loose(word: str) -> str:
    """A word as a pattern in which straight and curly quotation marks are the same: keyboards type the straight ones."""
    marks = {"'": "['‘’]", "’": "['‘’]", "‘": "['‘’]", '"': '["“”]', "“": '["“”]', "”": '["“”]'}
    return "".join(marks.get(sign, re.escape(sign)) for sign in word)
