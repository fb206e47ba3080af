"""What the user says about articles: options, and a `framing.toml` beside them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from framing.errors import FramingError
from framing.load.dates import find_date
from framing.load.draft import Facts
from framing.model.article import Known

CONFIG_NAME: Final = "framing.toml"
_TABLES: Final = ("articles", "sides")


@dataclass(frozen=True, slots=True)
class Given:
    """What a user says of one article; None where nothing was said. `date` is any form that `find_date` reads."""

    outlet: str | None = None
    date: str | None = None
    title: str | None = None
    byline: str | None = None
    genre: str | None = None
    side: str | None = None
    excerpt: bool | None = None

    def facts(self, origin: str) -> Facts:
        """The same as known facts, fully sure.

        Raises:
            FramingError: the date or the genre cannot be read.
        """
        if self.genre is not None and self.genre not in {"news", "opinion"}:
            raise FramingError(f"genre is news or opinion, not {self.genre!r}")
        found = find_date(self.date) if self.date is not None else None
        if self.date is not None and found is None:
            raise FramingError(f"cannot read the date {self.date!r}; write it as 2019-05-03")

        def known(value: str | None) -> Known | None:
            return Known(value, origin, 1.0) if value is not None else None

        return Facts(title=known(self.title), outlet=known(self.outlet), byline=known(self.byline), genre=known(self.genre),
                     published=Known(found.iso, origin, found.confidence) if found else None)


@dataclass(frozen=True, slots=True)
class Overrides:
    """What options say: `articles` pairs a file's name, its name without ending, its path as given, or an article's id with facts.

    `config` is a configuration file to read in place of each folder's own `framing.toml`; in what was read from a file, that file. `sides` pairs speakers with the side that
    the user puts them on.
    """

    articles: tuple[tuple[str, Given], ...] = ()
    config: Path | None = None
    sides: tuple[tuple[str, str], ...] = ()

    def of(self, *names: str) -> Given:
        """What is given for an article that goes by any of `names`; the last word wins."""
        merged = Given()
        for name, given in self.articles:
            if name in names:
                merged = _over(given, merged)
        return merged


NOTHING_GIVEN: Final = Overrides()


def _over(first: Given, second: Given) -> Given:
    values = {one.name: getattr(first, one.name) for one in fields(Given)}
    return Given(**{name: getattr(second, name) if value is None else value for name, value in values.items()})


def _read(path: Path) -> Overrides:
    import tomllib

    try:
        with path.open("rb") as file:
            content = tomllib.load(file)
    except OSError as problem:
        raise FramingError(f"{path}: cannot be read ({problem.strerror or problem})") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise FramingError(f"{path}: not valid TOML: {problem}") from problem
    _check_names(path, content)
    articles = content.get("articles", {})
    if not isinstance(articles, dict):
        raise FramingError(f'{path}: [articles] must be a table, one [articles."file name"] an article')
    sides = content.get("sides", {})
    if not isinstance(sides, dict) or not all(isinstance(side, str) for side in sides.values()):
        raise FramingError(f'{path}: [sides] must pair speakers with words: "Ana Ruiz" = "government"')
    return Overrides(tuple((name, _given(path, name, row)) for name, row in articles.items()), sides=tuple(sides.items()))


def _check_names(path: Path, content: Mapping[str, object]) -> None:
    """See that nothing misspelt or misplaced is lost in silence. Other names pass: other programs, and a classroom pack, may keep settings in the file."""
    for name in content:
        if name not in _TABLES and difflib.get_close_matches(name, _TABLES, n=1, cutoff=0.8):
            raise FramingError(f'{path}: no table [{name}]; the tables are [articles."file name"] and [sides]')
        if name in {one.name for one in fields(Given)}:
            raise FramingError(f'{path}: {name} stands outside the tables of articles; put it under the article it is of: [articles."file name"]')


def _given(path: Path, name: str, row: object) -> Given:
    """One `[articles."file"]` table, checked key by key: a misspelt key would otherwise be lost in silence."""
    if not isinstance(row, Mapping):
        raise FramingError(f'{path}: [articles."{name}"] must be a table')
    allowed = [one.name for one in fields(Given)]
    for key, value in row.items():
        if key not in allowed:
            raise FramingError(f'{path}: [articles."{name}"] has no key {key!r}; the keys are {", ".join(allowed)}')
        if not isinstance(value, bool if key == "excerpt" else str) and not (key == "date" and hasattr(value, "isoformat")):
            raise FramingError(f'{path}: [articles."{name}"] {key} must be {"true or false" if key == "excerpt" else "text"}')
    values: dict[str, Any] = {key: value if isinstance(value, bool) else str(value) for key, value in row.items()}
    return Given(**values)


def folder_overrides(folder: Path, *, config: Path | None = None) -> Overrides:
    """What the configuration file of a folder (or `config`, where given) says; nothing where there is none.

    Raises:
        FramingError: the file is there and cannot be read, or says something that is no setting of ours.
    """
    path = config or folder / CONFIG_NAME
    if config is None and not path.is_file():
        return Overrides()
    return replace(_read(path), config=path)
