"""How large the lists are: entries and forms a category, tier, part of speech and polarity, so that drift is seen at each change."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from framing.lexicons.entries import CATEGORIES, TermEntry
from framing.lexicons.inflect import surface_forms
from framing.lexicons.lexicon import Lexicon

# What the taxonomy's authors aimed at before the first list was written: about 1,200 lemma patterns; labels stand in the sets.
_AIM: Final = {"eval": 220, "action": 200, "delegit": 120, "motive": 110, "conflict": 90, "dysph": 90, "legit": 90, "sensation": 70, "ideology": 40,
               "dehuman": 40, "euph": 60, "doubt": 40, "certain": 30, "irony": 40, "scale": 40}
_TIERS: Final = ("A", "B", "C", "D")


@dataclass(frozen=True, slots=True)
class Size:
    """One group of entries: `entries`, their `forms` (lemma patterns as they stand in the files) and `spellings` (what is searched for).

    `kind` is category, tier, pos or polarity. `by_tier` counts the forms of tiers A, B, C and D. `aim` is None where none was set.
    """

    kind: str
    name: str
    entries: int
    forms: int
    spellings: int
    by_tier: tuple[int, int, int, int]
    aim: int | None


def sizes(lexicon: Lexicon) -> tuple[Size, ...]:
    """The size of each category, tier, part of speech and polarity, in this order; an entry with two parts of speech stands in both."""
    groups: dict[tuple[str, str], list[TermEntry]] = defaultdict(list)
    for entry in lexicon.entries:
        for key in (("category", entry.category), ("tier", entry.tier), ("polarity", f"{entry.polarity:+d}"), *(("pos", pos) for pos in sorted(entry.pos))):
            groups[key].append(entry)
    order = {"category": 0, "tier": 1, "pos": 2, "polarity": 3}
    place = {name: k for k, name in enumerate(CATEGORIES)}
    keys = sorted(groups, key=lambda key: (order[key[0]], place.get(key[1], 0), key[1]))
    return tuple(_size(kind, name, groups[kind, name]) for kind, name in keys)


def _size(kind: str, name: str, entries: list[TermEntry]) -> Size:
    by_tier = tuple(sum(len(entry.forms) for entry in entries if entry.tier == tier) for tier in _TIERS)
    spellings = {text for entry in entries for form in entry.forms for text, _ in surface_forms(form, entry.pos)}
    return Size(kind, name, len(entries), sum(len(entry.forms) for entry in entries), len(spellings),
                (by_tier[0], by_tier[1], by_tier[2], by_tier[3]), _AIM.get(name) if kind == "category" else None)


def size_report(lexicon: Lexicon) -> str:
    """The sizes as a table of at most 80 columns, with the totals in its first lines."""
    table = sizes(lexicon)
    forms = sum(len(entry.forms) for entry in lexicon.entries)
    names = sum(len(one.plus) + len(one.minus) + len(one.plain) for one in lexicon.sets)
    lines = [f"lexicon {lexicon.version}: {len(lexicon.entries)} entries, {forms} forms",
             f"label sets: {len(lexicon.sets)} on {len({one.topic for one in lexicon.sets})} topics, {names} names",
             "a form is one lemma pattern of `forms`; spellings are what is searched for", "",
             f"{'':20}{'entries':>8}{'forms':>7}{'aim':>6}{'spellings':>11}{'A':>6}{'B':>6}{'C':>6}{'D':>6}"]
    lines += [f"{one.kind:<10}{one.name:<10}{one.entries:>8}{one.forms:>7}{one.aim or '':>6}{one.spellings:>11}" + "".join(f"{n:>6}" for n in one.by_tier)
              for one in table]
    return "\n".join(lines)
