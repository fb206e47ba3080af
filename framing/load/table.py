"""Many articles in one file: JSON Lines, CSV and Parquet. One bad record is a failure of its own; the rest go on."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from framing.errors import ArticleError
from framing.load.dates import ambiguous_date, find_date
from framing.load.decode import HALF_PAIR, decode, has_mojibake
from framing.load.draft import Draft, Facts
from framing.model.article import Failure, Known, Notice, Span, TargetMention

_TEXT_FIELDS: Final = ("title", "outlet", "byline", "url", "language")
_LONGEST_CELL: Final = 100_000_000  # characters; csv stops at 131,072 by default, which long articles pass
Read = Draft | Failure


def read_jsonl(raw: bytes, place: str) -> Iterator[Read]:
    """Articles of a JSON Lines file, one record a line: `id` and `text`, and optionally the other fields. Unknown fields are passed over.

    Raises:
        ArticleError: the bytes are no text, or the file is one JSON array.
    """
    decoded = decode(raw, place, repair=False)
    if decoded.text.lstrip().startswith("["):
        raise ArticleError(place, "a JSON array; give JSON Lines, one record a line")
    for number, line in enumerate(decoded.text.split("\n"), 1):  # not splitlines: U+2028 may stand in a JSON string
        if line.strip():
            yield _json_line(line, f"{place}:{number}", decoded.encoding)


def _json_line(line: str, place: str, encoding: str) -> Read:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as problem:  # ValueError alone: a number of more digits than Python reads
        return Failure(place, f"{place}: not valid JSON ({getattr(problem, 'msg', 'nested too deeply, or a number too long')})")
    if not isinstance(record, dict):
        return Failure(place, f"{place}: a record must be a JSON object with id and text")
    return _record(record, line, place, encoding, "application/jsonl")


def read_csv(raw: bytes, place: str) -> Iterator[Read]:
    """Articles of a CSV file with a heading row; its columns are the fields of a record. The id is the `id` column, else the row's number from 1.

    Raises:
        ArticleError: the bytes are no text, or there is no `text` column.
    """
    decoded = decode(raw, place, repair=False)
    heading = decoded.text.split("\n", 1)[0]
    mark = max(",;\t", key=heading.count)
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=mark)
        names = [name.strip().lower() for name in next(rows, [])]
        if "text" not in names:
            raise ArticleError(place, f"no column named text; the columns are {', '.join(names) or 'none'}")
        for number, row in enumerate((row for row in rows if any(cell.strip() for cell in row)), 1):
            yield _csv_row(names, row, number, f"{place}:{rows.line_num}", decoded.encoding)
    except csv.Error as problem:
        yield Failure(place, f"{place}:{rows.line_num}: not valid CSV ({problem})")
    finally:
        csv.field_size_limit(before)


def _csv_row(names: list[str], row: list[str], number: int, place: str, encoding: str) -> Read:
    if len(row) > len(names):
        return Failure(place, f"{place}: {len(row)} cells under {len(names)} headings; is a quotation mark missing?")
    record: dict[str, Any] = {name: cell for name, cell in zip(names, row, strict=False) if cell != ""}
    record.setdefault("id", str(number))
    if isinstance(record.get("targets"), str):
        try:
            record["targets"] = json.loads(record["targets"])
        except (ValueError, RecursionError):
            return Failure(place, f"{place}: the targets column must hold a JSON list")
    return _record(record, record.get("text", ""), place, encoding, "text/csv")


def read_parquet(raw: bytes, place: str) -> Iterator[Read]:
    """Articles of a Parquet file, with the same columns as CSV.

    Raises:
        ArticleError: pyarrow is not installed, the file is broken, or it has no `text` column.
    """
    try:
        import pyarrow
        import pyarrow.parquet as parquet
    except ImportError as problem:
        raise ArticleError(place, 'reading Parquet needs pyarrow; install it with: pip install "framing-compare[parquet]"') from problem
    try:
        table = parquet.read_table(io.BytesIO(raw))
        rows = table.to_pylist()
    except (pyarrow.ArrowException, OSError, ValueError) as problem:
        raise ArticleError(place, f"not a readable Parquet file ({str(problem).splitlines()[0]})") from problem
    if "text" not in table.column_names:
        raise ArticleError(place, f"no column named text; the columns are {', '.join(table.column_names)}")
    for number, row in enumerate(rows, 1):
        record = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in row.items() if value is not None}
        record.setdefault("id", str(number))
        yield _record(record, str(record.get("text", "")), f"{place}:{number}", "utf-8", "application/vnd.apache.parquet")


def _record(record: Mapping[str, Any], line: str, place: str, encoding: str, media_type: str) -> Read:
    """One record as a draft, or why it cannot be used."""
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        return Failure(place, f"{place}: " + ("text is empty" if isinstance(text, str) else "no text field that holds a string"))
    identity = record.get("id")
    for name, value in (("text", text), ("id", identity)):
        if isinstance(value, str) and HALF_PAIR.search(value):
            return Failure(place, f"{place}: {name} holds half of a surrogate pair; was it cut in the middle of an emoji?")
    if isinstance(identity, bool) or not isinstance(identity, str | int) or str(identity) == "":
        return Failure(place, f"{place}: no id field that holds a string or a whole number")
    targets = _targets(record.get("targets"), text)
    if isinstance(targets, str):
        return Failure(place, f"{place}: {targets}")
    facts, remarks = _facts(record)
    if has_mojibake(text):
        remarks = (*remarks, Notice("mojibake", "the text may hold wrongly decoded letters (as in 'CafÃ©'); a record's text is taken as it is"))
    return Draft(text, line.encode("utf-8", "surrogatepass"), encoding, media_type, place, str(identity), facts, targets=targets, notices=remarks)


def _facts(record: Mapping[str, Any]) -> tuple[Facts, tuple[Notice, ...]]:
    values = {name: Known(record[name].strip(), "file", 1.0) for name in _TEXT_FIELDS if isinstance(record.get(name), str) and record[name].strip()}
    notices: list[Notice] = []
    written = str(record.get("date") or record.get("published") or "")
    found = find_date(written) if written else None
    if written and found is None:
        notices.append(Notice("date-unread", f"cannot read the date {written!r}; write it as 2019-05-03"))
    if found is not None and found.ambiguous:
        notices.append(ambiguous_date(written, found.iso))
    genre = str(record.get("genre") or "").lower()
    if genre and genre not in {"news", "opinion"}:
        notices.append(Notice("genre-unread", f"genre is news or opinion, not {genre!r}"))
    return Facts(**values, published=Known(found.iso, "file", found.confidence) if found else None,
                 genre=Known(genre, "file", 1.0) if genre in {"news", "opinion"} else None), tuple(notices)


def _targets(given: object, text: str) -> tuple[TargetMention, ...] | str:
    """The mentions whose tone is wanted, or what is wrong with them."""
    if given is None:
        return ()
    if not isinstance(given, list):
        return "targets must be a list of {name, start, end}"
    found = []
    for one in given:
        match one:
            case {"name": str(name), "start": int(start), "end": int(end)} if 0 <= start < end <= len(text) and not HALF_PAIR.search(name):
                found.append(TargetMention(name, Span(start, end)))
            case _:
                return f"a target must be {{name, start, end}} with offsets inside text, not {json.dumps(one, default=str)[:80]}"
    return tuple(found)
