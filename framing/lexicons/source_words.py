"""Words for offices, and words that tell what kind of source is credited; read from a data file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class SourceWords:
    """Word groups, lower-cased, singular. `roles` are offices and occupations; the rest are the groups of `source_words.toml`."""

    roles: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    feminine_names: frozenset[str]
    masculine_names: frozenset[str]
    honorifics: frozenset[str]
    officials: frozenset[str]
    public: frozenset[str]
    documents: frozenset[str]
    media: frozenset[str]
    outlets: frozenset[str]
    governments: frozenset[str]
    organisations: frozenset[str]
    capitals: frozenset[str]
    self_words: frozenset[str]


@cache
def load_source_words() -> SourceWords:
    """The groups of `source_words.toml`; the same value on every call."""
    raw = tomllib.loads(resources.files("framing.lexicons").joinpath("source_words.toml").read_text(encoding="utf-8"))
    groups = {name: frozenset(words.split()) for part in ("people", "types") for name, words in raw[part].items()}
    return SourceWords(**groups)


def singular(word: str) -> str:
    """A noun's lower-cased singular, by its ending alone ("countries" -> "country"); enough to look it up in a group."""
    low = word.lower().rstrip(".")
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches")):
        return low[:-2]
    if low.endswith("men") and len(low) > 4:
        return low[:-2] + "an"
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3 else low
