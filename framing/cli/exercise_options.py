"""Settings of a classroom pack: from the command line over a configuration file over what is usual."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typer

from framing.errors import FramingError, PackError

if TYPE_CHECKING:
    from framing.model.pack_options import PackOptions

# Keys of exercise.toml with the type of their value; `types` and `formats` are lists of words.
KEYS: Final[Mapping[str, type]] = {
    "types": list, "formats": list, "level": str, "items": int, "seed": int, "version": str, "anonymise": bool, "paper": str, "large_print": bool, "check": bool,
    "language": str, "excerpt_words": int, "minutes": int, "originals": bool}

_OF_ARTICLES: Final = ("articles", "sides")  # tables of a framing.toml


@dataclass(frozen=True, slots=True)
class Config:
    """A configuration file: the settings of the pack, and whether it says things of articles or speakers, as a framing.toml does."""

    pack: Mapping[str, Any] = field(default_factory=dict)
    of_articles: bool = False


def read_config(path: Path) -> Config:
    """The settings of an exercise.toml. Its tables of articles and sides are left to what reads articles.

    Raises:
        FramingError: it cannot be read, or is not TOML.
        PackError: a key is unknown or holds the wrong kind of value; each is named.
    """
    try:
        with path.open("rb") as file:
            content = tomllib.load(file)
    except OSError as problem:
        raise FramingError(f"{path}: cannot be read ({problem.strerror or problem})") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise FramingError(f"{path}: not valid TOML: {problem}") from problem
    about = [content.pop(name) for name in _OF_ARTICLES if name in content]
    problems = [f"no setting {name!r}; the settings are {', '.join(KEYS)}" for name in content if name not in KEYS]
    problems += [f"{name}: must be {_kind(KEYS[name])}" for name, value in content.items() if name in KEYS and not _fits(KEYS[name], value)]
    if problems:
        raise PackError(path, tuple(problems))
    return Config(content, bool(about))


def _fits(kind: type, value: object) -> bool:
    if kind is list:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return isinstance(value, kind) and not (kind is int and isinstance(value, bool))


def _kind(kind: type) -> str:
    return {list: 'a list of words: ["E1", "E2"]', str: "text", int: "a whole number", bool: "true or false"}[kind]


def parse_list(given: str | None, *, upper: bool) -> list[str] | None:
    """Words between commas, each once; None where nothing was given."""
    if given is None:
        return None
    return list(dict.fromkeys((part.strip().upper() if upper else part.strip().lower()) for part in given.split(",") if part.strip()))


def pack_options(said: Mapping[str, Any], config: Mapping[str, Any]) -> tuple[PackOptions, tuple[str, ...]]:
    """Options of the pack, and formats to write: what was said (None: nothing) over the configuration.

    Raises:
        typer.BadParameter: a setting cannot be used; all faults are told.
    """
    from framing.classroom.write import DEFAULT, FORMATS
    from framing.model.pack_options import PackOptions

    merged = {**config, **{name: value for name, value in said.items() if value is not None}}
    formats = tuple(merged.pop("formats", DEFAULT))
    if "types" in merged:
        merged["types"] = tuple(merged["types"])
    for name, change in (("paper", _paper), ("version", str.upper), ("level", str.lower)):
        if name in merged:
            merged[name] = change(merged[name])
    options = replace(PackOptions(), **merged)
    problems = [*options.problems()]
    if not formats or not set(formats) <= set(FORMATS):
        problems.append(f"formats: choose from {', '.join(FORMATS)}")
    if problems:
        raise typer.BadParameter("; ".join(problems))
    return options, formats


def _paper(name: str) -> str:
    return {"a4": "A4", "letter": "Letter"}.get(name.lower(), name)
