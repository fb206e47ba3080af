"""Words that give labels (as-frames, governments, events, judging adverbs) and names of states; read from data files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class LabelCues:
    """Word groups by dictionary form. `view`: whoever does it takes the label on; `act`: it makes the label so."""

    as_view: frozenset[str]
    as_act: frozenset[str]
    call_view: frozenset[str]
    call_act: frozenset[str]
    copulas: frozenset[str]
    governments: frozenset[str]
    contested_events: frozenset[str]
    plain_events: frozenset[str]
    adverbs: frozenset[str]
    locating: frozenset[str]
    empty: frozenset[str]
    amounts: frozenset[str]


@cache
def load_label_cues() -> LabelCues:
    """The groups of `label_cues.toml`. The same value on every call."""
    raw = tomllib.loads(files("framing.lexicons").joinpath("label_cues.toml").read_text(encoding="utf-8"))

    def words(part: str, group: str) -> frozenset[str]:
        return frozenset(raw[part][group].split())

    return LabelCues(words("as_frames", "view"), words("as_frames", "act"), words("call", "view"), words("call", "act"),
                     words("copula", "verbs"), words("government", "nouns"), words("event", "contested"),
                     words("event", "plain"), words("adverbs", "judging"), words("words", "locating"),
                     words("words", "empty"), words("words", "amounts"))


@cache
def load_states() -> Mapping[str, str]:
    """Any name or adjective of a state, lower-cased -> the state's common name ("norwegian" -> "Norway")."""
    raw = tomllib.loads(files("framing.lexicons").joinpath("nations.toml").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for state, others in raw["states"].items():
        for name in (state, *others.split(", ")):
            found[name.lower()] = state
    return MappingProxyType(found)
