"""Files of term lists as raw tables: what cannot be read, is too large or of another format is named, with the line where it stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal

from framing.lexicons.entries import Problem

FORMAT: Final = 1
Key = Literal["term", "set", "block", "cue"]
# A list past these sizes was not written by hand, entry by entry; ours holds some 400. Reading 10,000 entries takes seconds.
MOST_ENTRIES: Final = 10_000
MOST_BYTES: Final = 20_000_000
_TABLES: Final = frozenset({"term", "set", "block", "cue"})
_HEADER: Final = re.compile(rb"^[ \t]*\[\[[ \t]*([A-Za-z_]+)[ \t]*\]\]", re.MULTILINE)
_MARKS: Final = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\xef\xbb\xbf": "UTF-8 with a byte order mark"}

RawTable = Mapping[str, Any]


def read_table(path: Path) -> tuple[RawTable, list[Problem]]:
    """One file as raw tables; a problem where it cannot be read, is too large or of another format or encoding."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return {}, [Problem(path.name, "", "size", f"larger than {MOST_BYTES // 1_000_000} MB")]
        data = path.read_bytes()
    except OSError as error:
        return {}, [Problem(path.name, "", "read", f"cannot be read: {error.strerror}")]
    n_entries = len(_HEADER.findall(data))
    if n_entries > MOST_ENTRIES:
        return {}, [Problem(path.name, "", "size", f"holds {n_entries:,} entries; at most {MOST_ENTRIES:,} in one file")]
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return {}, [_not_utf8(path, data, error.start)]
    except tomllib.TOMLDecodeError as error:
        marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
        return {}, [Problem(path.name, "", "toml", f"not TOML: {error}" if marked is None else f"{marked}: save it as plain UTF-8")]
    if table.get("format") != FORMAT:
        return {}, [Problem(path.name, "", "format", f"format is {table.get('format')!r}; this version reads format = {FORMAT}")]
    odd = sorted(key for key, value in table.items() if isinstance(value, list | dict) and key not in _TABLES)
    return table, [Problem(path.name, "", "unknown-field", f"unknown table {key}; there are [[term]], [[set]] and [[block]]") for key in odd]


def _not_utf8(path: Path, data: bytes, place: int) -> Problem:
    """Which encoding it seems to be, or the first byte that is not UTF-8 and its line."""
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    if marked is not None:
        return Problem(path.name, "", "encoding", f"{marked}: save it as plain UTF-8")
    line = data.count(b"\n", 0, place) + 1
    return Problem(path.name, "", "encoding", f"not UTF-8: byte 0x{data[place]:02x}; save it as UTF-8", line)


def rows(table: RawTable, key: str, path: Path) -> tuple[list[dict[str, Any]], list[Problem]]:
    """The tables [[key]] of a file, each with its file and the file's category filled in."""
    found = table.get(key, [])
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        return [], [Problem(path.name, "", "format", f"[[{key}]] must be a list of tables")]
    masked = [Problem(path.name, str(row.get("id", "")), "unknown-field", "unknown field path") for row in found if "path" in row]
    return [{"category": table.get("category"), **row, "path": path.name} for row in found], masked


def read_rows(paths: Sequence[Path], key: Key) -> tuple[list[dict[str, Any]], list[Problem]]:
    """The raw tables of one sort in some files, each with its line as "@line", and the faults of the files."""
    found: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for path in paths:
        table, faults = read_table(path)
        more, odd = rows(table, key, path) if table else ([], [])
        found += [{**row, "@line": line} for row, line in zip(more, _lines(path, key, len(more)), strict=True)]
        problems += [*faults, *odd]
    return found, problems


def _lines(path: Path, key: str, n: int) -> list[int]:
    """The lines on which the tables [[key]] begin; 0 for each where they are written in another way."""
    if not n:
        return []
    data = path.read_bytes()
    found, line, done = [], 1, 0
    for match in _HEADER.finditer(data):
        line, done = line + data.count(b"\n", done, match.start()), match.start()
        if match.group(1).decode() == key:
            found.append(line)
    return found if len(found) == n else [0] * n


def overlay(ours: Sequence[dict[str, Any]], theirs: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each of a reader's tables laid over ours of the same id: fields that it gives replace ours, a new id stands alone."""
    known = {str(row.get("id")): row for row in ours}
    return [{**known.get(str(row.get("id")), {}), **{key: value for key, value in row.items() if value is not None}} for row in theirs]


def merge_rows(ours: Sequence[dict[str, Any]], theirs: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Our tables with a reader's laid over them; where an id stands twice in theirs the later wins."""
    merged = {str(row.get("id")): row for row in ours}
    merged.update((str(row.get("id")), row) for row in overlay(ours, theirs))
    return list(merged.values())


def duplicates(raw: Sequence[Mapping[str, Any]]) -> list[Problem]:
    """A problem for each table whose id stood before."""
    seen: dict[str, int] = {}
    found = []
    for row in raw:
        id, line = str(row.get("id")), int(row.get("@line", 0))
        if id in seen:
            first = f", first on line {seen[id]}" if seen[id] else ""
            found.append(Problem(str(row.get("path")), id, "duplicate", f"this id stands twice{first}", line))
        seen.setdefault(id, line)
    return found
