"""The key as a table that a teacher edits in a spreadsheet, and back, with every fault named by its row and column."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from framing.classroom.items.keys import most_points
from framing.classroom.key_cells import Cells, read_row
from framing.errors import PackError
from framing.model.exercise import KEY_COLUMNS, Item, KeyRow, Pack

COLUMNS: Final = (*KEY_COLUMNS, "part", "option")
MOST_ROWS: Final = 20_000  # forty times the largest key: a longer table is another file
_NEEDED: Final = ("item_id", "text", "tier")
# A spreadsheet takes a cell for a formula by its first sign (CWE-1236); an apostrophe of the text's own is doubled, so that it comes back.
_FORMULA: Final = re.compile(r"\s*[=+\-@'\uff1d\uff0b\uff0d\uff20\u2212]|[\t\r\n]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")  # half a pair cannot be written as UTF-8


def write_key(pack: Pack) -> str:
    """The key as CSV: a row for each `KeyRow`, in the order of the pack; lines end in CR LF (RFC 4180).

    `start` and `end` count code points of the shown article. A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for exercise in pack.exercises:
        for item in exercise.items:
            for row in item.key:
                writer.writerow(_cells(pack, row))
    return out.getvalue()


def read_key(pack: Pack, text: str) -> Pack:
    """The pack with the key of an edited table; points of items, and words of a rewrite, follow the new rows.

    A table with semicolons or tabs is read too, and decimal commas. For a new mark `start` and `end` may be left empty where the words stand once
    in the passage; `points` may be left empty for the tier's usual ones.

    Raises:
        PackError: `problems` names each fault by row (as a spreadsheet counts, the heads being row 1) and column.
    """
    records, heads, problems = _records(text)
    items = {item.id: item for exercise in pack.exercises for item in exercise.items}
    rows: dict[str, list[tuple[int, KeyRow]]] = {name: [] for name in items}
    for number, record in records:
        cells = Cells(number, {head: _plain(value) for head, value in zip(heads, record, strict=False)})
        row = read_row(pack, items, cells, problems)
        if row is not None:
            rows[row.item_id].append((number, row))
    for name, item in items.items():
        problems += _check_item(item, rows[name])
    if problems:
        raise PackError("key.csv", tuple(problems))
    new = {name: _rekeyed(item, [row for _, row in rows[name]]) for name, item in items.items()}
    return replace(pack, exercises=tuple(replace(one, items=tuple(new[item.id] for item in one.items)) for one in pack.exercises))


def _cells(pack: Pack, row: KeyRow) -> list[str]:
    start, end = (str(row.span.start), str(row.span.end)) if row.span is not None else ("", "")
    code = pack.articles[row.article].code.removeprefix("Source ") if row.article is not None else ""
    words = (row.item_id, code, start, end, row.text, row.zone or "", row.voice or "", row.tier, f"{row.points:g}", row.rationale, row.rule_id, row.verified_by,
             row.part, row.option)
    return [cell if head == "points" else _safe(cell) for head, cell in zip(COLUMNS, words, strict=True)]


def _safe(cell: str) -> str:
    cell = _SURROGATE.sub("\ufffd", cell)
    return "'" + cell if _FORMULA.match(cell) else cell


def _plain(cell: str) -> str:
    """The cell without the apostrophe that `_safe` set before it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def _records(text: str) -> tuple[list[tuple[int, list[str]]], list[str], list[str]]:
    """Numbered records that hold anything, the heads, and what is wrong with the table as such."""
    text = text.removeprefix("\ufeff")
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True))
    except csv.Error as problem:
        raise PackError("key.csv", (f"not a table: {problem}",)) from problem
    if not table:
        raise PackError("key.csv", ("empty",))
    if len(table) > MOST_ROWS:
        raise PackError("key.csv", (f"{len(table)} rows; a key has {MOST_ROWS} at most",))
    heads = [head.strip().lower() for head in table[0]]
    problems = [f"row 1: no column {name}" for name in _NEEDED if name not in heads]
    problems += [f"row 1: column {head[:40]!r} twice" for k, head in enumerate(heads) if head and head in heads[:k]]
    problems += [f"row 1: unknown column {head[:40]!r}" for head in heads if head and head not in COLUMNS]
    if problems:
        raise PackError("key.csv", tuple(problems))
    rows = [(number, record) for number, record in enumerate(table[1:], start=2) if any(cell.strip() for cell in record)]
    return rows, heads, [f"row {number}: {len(record)} cells, but {len(heads)} heads" for number, record in rows if len(record) > len(heads)]


def _check_item(item: Item, rows: Sequence[tuple[int, KeyRow]]) -> list[str]:
    """Faults that show only when all rows of an item are seen."""
    if item.response == "mark":
        return _overlaps(item, rows)
    if item.response == "match":
        given = {row.part for _, row in rows if row.tier == "expected"}
        return [f"item {item.id}: part {part.id} has no expected answer" for part in item.parts if part.id not in given]
    if item.response == "choose":
        return [] if any(row.tier == "expected" for _, row in rows) else [f"item {item.id}: no expected answer"]
    if item.response == "table":
        wanted = dict.fromkeys(row.part for row in item.key if row.tier == "expected")
        given = {row.part for _, row in rows if row.tier == "expected"}
        return [f"item {item.id}: cell {cell} has no expected answer" for cell in wanted if cell not in given]
    return []


def _overlaps(item: Item, rows: Sequence[tuple[int, KeyRow]]) -> list[str]:
    problems = []
    placed = sorted(((row.span, number) for number, row in rows if row.span is not None), key=lambda one: (one[0].start, one[0].end, one[1]))
    for k, (span, number) in enumerate(placed):
        problems += [f"row {max(number, other)}, start: the words overlap those of row {min(number, other)}" for later, other in placed[k + 1:] if later.start < span.end]
    if not any(row.tier == "expected" for _, row in rows):
        problems.append(f"item {item.id}: no expected mark is left; leave the exercise out with --types instead")
    return problems


def _rekeyed(item: Item, rows: Sequence[KeyRow]) -> Item:
    key = tuple(rows)
    if item.response == "write":
        return replace(item, key=key, terms=_texts(key, "term"), facts=_texts(key, "fact"))
    return replace(item, key=key, points=most_points(key) if item.response != "discuss" else 0.0)


def _texts(key: Sequence[KeyRow], part: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.text for row in key if row.part == part))
