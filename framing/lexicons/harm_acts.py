"""Acts of harm and force and the words that tell them, read from `harm_acts.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

VERSION = "0.1.0"


@dataclass(frozen=True, slots=True)
class HarmVerb:
    """A verb of harm: its act, its particle ("" for none), and whether it counts only where people (or one of the kinds `on`) suffer it."""

    act: str
    particle: str
    strict: bool
    on: frozenset[str]


@dataclass(frozen=True, slots=True)
class HarmNoun:
    """A nominalised act. `owner`: what "X's killing" names; `natural`: counted beside words of violence alone."""

    act: str
    owner: Literal["doer", "done-to"]
    natural: bool


@dataclass(frozen=True, slots=True)
class HarmActs:
    """The lists by lemma. `gone` are verbs that tell the end without an act; `told` the examples: (act, sentence, form), form "" for silent."""

    version: str
    verbs: Mapping[str, tuple[HarmVerb, ...]]
    nouns: Mapping[str, HarmNoun]
    gone: Mapping[str, str]
    doers: frozenset[str]
    no_doer: frozenset[str]
    happening: frozenset[str]
    violence: frozenset[str]
    unreal: frozenset[str]
    charged: frozenset[str]
    vehicles: frozenset[str]
    told: tuple[tuple[str, str, str], ...]


@cache
def load_harm_acts() -> HarmActs:
    """The lists that come with the package. The same value on every call."""
    raw = tomllib.loads(files("framing.lexicons").joinpath("harm_acts.toml").read_text(encoding="utf-8"))
    verbs: dict[str, tuple[HarmVerb, ...]] = {}
    nouns: dict[str, HarmNoun] = {}
    for act in raw["act"]:
        for verb in act["verbs"]:
            lemma, _, particle = verb.partition(" ")
            made = HarmVerb(act["id"], particle, act.get("strict", False), frozenset({"person", *act.get("on", ())}))
            verbs[lemma] = (*verbs.get(lemma, ()), made)
        for noun in act["nouns"]:
            nouns[noun] = HarmNoun(act["id"], act["owner"], noun in act.get("natural", ()))

    def words(key: str) -> frozenset[str]:
        return frozenset(raw[key].split())

    return HarmActs(VERSION, MappingProxyType(verbs), MappingProxyType(nouns), MappingProxyType(_gone(raw["act"])), words("doers"), words("no_doer"),
                    words("happening"), words("violence"), words("unreal"), words("charged"), words("vehicles"),
                    tuple((act["id"], text, form) for act in raw["act"] for text, form in act["told"]))


def _gone(acts: list[dict[str, Any]]) -> dict[str, str]:
    return {verb: act["id"] for act in acts for verb in act.get("gone", ())}
