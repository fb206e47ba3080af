"""Own list of words that speak well or ill of somebody, in groups that behave alike; read from `valence.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ValenceWords:
    """Groups of words by dictionary form: `groups["fail"]` -> ("shames_subject", "ails_subject"); `version` of the list."""

    groups: Mapping[str, tuple[str, ...]]
    version: str


@cache
def load_valence_words() -> ValenceWords:
    """The valence list that comes with the package. The same value on every call."""
    raw = tomllib.loads(files("framing.lexicons").joinpath("valence.toml").read_text(encoding="utf-8"))
    found: dict[str, list[str]] = {}
    for part in ("verbs", "words", "signs"):
        for group, words in sorted(raw[part].items()):
            for word in words.split():
                if group not in found.setdefault(word, []):
                    found[word].append(group)
    return ValenceWords({word: tuple(groups) for word, groups in sorted(found.items())}, str(raw["version"]))
