"""A pack as plain values and JSON (`manifest.json`, schema framing.pack/1), and back: nothing else is needed to mark answers to it."""

from __future__ import annotations

import json
import math
import re
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from framing.errors import PackError
from framing.model.article import Span
from framing.model.exercise import PACK_SCHEMA, Pack

_ESCAPED: Final = re.compile("[\u2028\u2029\ud800-\udfff\x7f-\x9f]")  # not UTF-8 at all, or taken for line ends by some readers


def pack_to_dict(pack: Pack) -> dict[str, Any]:
    """The pack as dictionaries, lists, strings and numbers; a span is [start, end] in code points. `schema` comes first."""
    return {"schema": PACK_SCHEMA, **_plain(pack)}


def pack_from_dict(record: Mapping[str, Any]) -> Pack:
    """The pack that `pack_to_dict` gave.

    Raises:
        PackError: not a pack of ours, or a value of it is missing or of the wrong kind; each is named by its place.
    """
    if not isinstance(record, Mapping) or record.get("schema") != PACK_SCHEMA:
        raise PackError("manifest", (f"not a classroom pack: no schema {PACK_SCHEMA}",))
    problems: list[str] = []
    pack = _read(Pack, {key: value for key, value in record.items() if key != "schema"}, "pack", problems)
    if not problems:
        problems += _outside(pack)
    if problems:
        raise PackError("manifest", tuple(problems))
    read: Pack = pack
    return read


def pack_to_json(pack: Pack) -> str:
    """The pack as JSON text with two spaces of indent, ending in a line feed: the same pack gives the same text."""
    text = json.dumps(pack_to_dict(pack), ensure_ascii=False, indent=1, allow_nan=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"


def pack_from_json(text: str) -> Pack:
    """The pack that `pack_to_json` wrote.

    Raises:
        PackError: not JSON, or not a pack.
    """
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise PackError("manifest", (f"not valid JSON: {problem}",)) from problem
    return pack_from_dict(record)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _read(kind: Any, value: Any, place: str, problems: list[str]) -> Any:
    """A value read as the type `kind`; what does not fit is added to `problems`, with its place."""
    origin, arguments = get_origin(kind), get_args(kind)
    if kind is Span:
        return _span(value, place, problems)
    if is_dataclass(kind):
        return _record(kind, value, place, problems)
    if origin in (Union, types.UnionType):  # only "X | None" stands in the model
        inner = next(one for one in arguments if one is not type(None))
        return None if value is None else _read(inner, value, place, problems)
    if origin is tuple:
        return _sequence(arguments, value, place, problems)
    if origin is Literal:
        if value not in arguments:
            problems.append(f"{place}: {value!r} is none of {', '.join(map(str, arguments))}")
        return value
    return _simple(kind, value, place, problems)


def _simple(kind: Any, value: Any, place: str, problems: list[str]) -> Any:
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)) or (kind is float and not math.isfinite(value)):
        problems.append(f"{place}: {str(value)[:40]!r} is not {kind.__name__}")
    return value


def _span(value: Any, place: str, problems: list[str]) -> Span:
    fits = isinstance(value, list) and len(value) == 2 and all(isinstance(one, int) and not isinstance(one, bool) for one in value)
    if not fits or not 0 <= value[0] <= value[1]:
        problems.append(f"{place}: {str(value)[:40]} is no [start, end]")
        return Span(0, 0)
    return Span(*value)


def _record(kind: Any, value: Any, place: str, problems: list[str]) -> Any:
    if not isinstance(value, Mapping):
        problems.append(f"{place}: not a record")
        return None
    hints = get_type_hints(kind)
    missing = [one.name for one in fields(kind) if one.name not in value]
    unknown = [str(name) for name in value if name not in hints]
    problems += [f"{place}: no {name}" for name in missing] + [f"{place}: unknown {name[:40]}" for name in unknown]
    read = {name: _read(hints[name], value[name], f"{place}.{name}", problems) for name in hints if name in value}
    return None if missing else kind(**read)


def _sequence(arguments: tuple[Any, ...], value: Any, place: str, problems: list[str]) -> tuple[Any, ...]:
    if not isinstance(value, list):
        problems.append(f"{place}: not a list")
        return ()
    if arguments[-1] is not Ellipsis and len(value) != len(arguments):
        problems.append(f"{place}: {len(value)} values, not {len(arguments)}")
        return ()
    kinds = [arguments[0]] * len(value) if arguments[-1] is Ellipsis else arguments
    return tuple(_read(kind, one, f"{place}[{k}]", problems) for k, (kind, one) in enumerate(zip(kinds, value, strict=True)))


def _outside(pack: Pack) -> list[str]:
    """Items whose passages or keys lie in no article or beyond the end of its text."""
    lengths = [len(article.text) for article in pack.articles]
    problems = []
    for exercise in pack.exercises:
        for item in exercise.items:
            placed = [(one.article, one.span) for one in item.passages]
            placed += [(row.article, row.span) for row in item.key if row.article is not None and row.span is not None]
            problems += [f"item {item.id}: {tuple(span)} of article {article} lies outside" for article, span in placed
                         if not 0 <= article < len(lengths) or span.end > lengths[article]]
    return problems
