"""Who is who over articles: labels of one person, state, government, group or event put side by side, with the reason for it.

Nothing is joined on likeness alone; where two could be meant, nothing is joined (method: names by their last word with first
names that do not clash, offices by country and role, events by their day with a shared participant and the noun left free).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from string import ascii_uppercase
from typing import Final, NamedTuple

from framing.compare.referent_chains import Chain, find_chains, government_of
from framing.compare.scope import Scope
from framing.lexicons.label_cues import load_states
from framing.model.annotation import Annotation
from framing.model.comparison import LabelUse, Referent
from framing.model.document import COUNTED_ZONES
from framing.text.names import fold_name, same_person_name

_NAMED_KINDS: Final = frozenset({"state", "organisation", "group", "place", "other"})


_DATED: Final = " events"  # how an event with a day is named: "30 April events"


class _Tie(NamedTuple):
    """Why two chains are one, and what they call it."""

    why: str
    names: frozenset[str]


def merge_referents(annotations: Sequence[Annotation], *, stories: Sequence[int] | None = None) -> tuple[Referent, ...]:
    """Whoever at least one article labels, joined over the articles.

    Args:
        annotations: the articles, in the order of the comparison.
        stories: for each article the story that is compared; None takes the first of each.

    Returns:
        Referents, shared ones first, then by how often they are labelled, then by name. Another order of the articles gives
        the same referents with `names` and article places in that order.
    """
    scopes = [Scope(annotation, stories[k] if stories else 0, k) for k, annotation in enumerate(annotations)]
    chains = [chain for scope in scopes for chain in find_chains(scope)]
    found = []
    for group, reasons in join_chains(chains):
        if any(chain.labels for chain in group):
            found.append(_referent(group, reasons, len(scopes)))
    return tuple(sorted(found, key=lambda one: (not one.shared, -len(one.uses), one.name, one.kind)))


def join_chains(chains: Sequence[Chain]) -> list[tuple[list[Chain], list[_Tie]]]:
    """Chains in groups, with the reasons that hold each together; a chain that is tied to none is a group by itself."""
    group_of = list(range(len(chains)))
    reasons: dict[int, list[_Tie]] = {}
    people = [chain for chain in chains if chain.kind == "person"]
    for i, j, reason in sorted(_ties(chains, people)):
        low, high = sorted((group_of[i], group_of[j]))
        together = [k for k in range(len(chains)) if group_of[k] in {low, high}]
        if low != high and _clash([chains[k] for k in together]):
            continue
        group_of = [low if group == high else group for group in group_of]
        moved = reasons.pop(high, []) if low != high else []
        reasons[low] = [*reasons.get(low, []), *moved, _Tie(reason, frozenset({chains[i].name, chains[j].name}))]
    groups: dict[int, list[Chain]] = {}
    for k, chain in enumerate(chains):
        groups.setdefault(group_of[k], []).append(chain)
    return [(group, reasons.get(key, [])) for key, group in sorted(groups.items())]


def _clash(group: Sequence[Chain]) -> bool:
    """Whether one article would have two people in one group: then the tie was a mistake."""
    places = [chain.place for chain in group if chain.kind == "person" and not chain.is_office]
    return len(places) != len(set(places))


def _ties(chains: Sequence[Chain], people: Sequence[Chain]) -> Iterator[tuple[int, int, str]]:
    """Pairs of chains that name one thing, each with the reason in words."""
    for i, j in combinations(range(len(chains)), 2):
        a, b = chains[i], chains[j]
        reason = _same(a, b, people)
        if reason and not _ambiguous(a, b, chains, people):
            yield i, j, reason


def _ambiguous(a: Chain, b: Chain, chains: Sequence[Chain], people: Sequence[Chain]) -> bool:
    """Whether either could as well be another chain of the other's article (people and events alone: names of states are plain)."""
    if a.kind not in {"person", "event"}:
        return False
    rivals_of_a = [one for one in chains if one.place == b.place and one is not b and one is not a and _same(a, one, people)]
    rivals_of_b = [one for one in chains if one.place == a.place and one is not a and one is not b and _same(one, b, people)]
    return bool(rivals_of_a or rivals_of_b)


def _same(a: Chain, b: Chain, people: Sequence[Chain]) -> str:
    """Why two chains are one, "" where they are not."""
    if a.kind == "government" and b.kind == "government":
        shared = government_of(a, people) & government_of(b, people)
        return f"both name the government of {min(shared)}" if shared else ""
    if a.contested and a.contested == b.contested:
        return "both are names of one contested set"
    if a.place == b.place or a.kind != b.kind or a.contested or b.contested:
        return ""
    if a.kind == "person":
        return _same_person(a, b)
    if a.kind == "event":
        return _same_event(a, b)
    if a.kind in _NAMED_KINDS and _plain(a.name) == _plain(b.name):
        return "the same name"
    return ""


def _plain(name: str) -> str:
    return load_states().get(name.lower(), fold_name(name.lower().removeprefix("the ")))


def _same_person(a: Chain, b: Chain) -> str:
    if a.name == b.name:
        return "the same name"
    if not a.is_office and not b.is_office and (same_person_name(a.name, b.name) or _spelt_alike(a.name) == _spelt_alike(b.name)):
        return "the same last name, no clash of first names"
    shared = a.offices & b.offices
    if shared and a.is_office != b.is_office:
        state, role = min(shared)
        return f"the only one called {role} of {state}"
    return ""


def _spelt_alike(name: str) -> str:
    """A name with spellings of one sound made one ("Dorthe", "Dorte"; "Stephan", "Stefan")."""
    return fold_name(name.lower().replace("th", "t").replace("ph", "f"))


def _same_event(a: Chain, b: Chain) -> str:
    """One day or one noun, and somebody who takes part in both; an undated event may be a dated one that bears the same label."""
    if a.name == b.name and a.name.endswith(_DATED):
        one_sort = bool(a.sorts & b.sorts) or a.is_contested or b.is_contested
        return f"both are dated {a.name.removesuffix(_DATED)}, with a shared participant" if one_sort and _meet(a.cast, b.cast) else ""
    if not _meet(a.others, b.others):
        return ""
    if a.name == b.name:
        return "the same noun, with a shared participant"
    undated, dated = sorted((a, b), key=lambda chain: chain.name.endswith(_DATED))
    if dated.name.endswith(_DATED) and not undated.name.endswith(_DATED) and undated.sorts & dated.sorts:
        return f"the same noun, with a shared participant; one article dates it {dated.name.removesuffix(_DATED)}"
    return ""


def _meet(a: frozenset[str], b: frozenset[str]) -> bool:
    return not {_plain(name) for name in a}.isdisjoint(_plain(name) for name in b)


def _evidence(ties: Sequence[_Tie]) -> str:
    """Why chains were joined, in words: each reason once, with all the names it ties."""
    names: dict[str, set[str]] = {}
    for tie in ties:
        names.setdefault(tie.why, set()).update(tie.names)
    return "; ".join(f"{', '.join(sorted(found))}: {why}" for why, found in sorted(names.items()))


def _referent(group: Sequence[Chain], reasons: Sequence[_Tie], n_articles: int) -> Referent:
    names = tuple(_fullest([chain.name for chain in group if chain.place == place]) for place in range(n_articles))
    uses = tuple(sorted((LabelUse(chain.place, label) for chain in group for label in chain.labels),
                        key=lambda use: (use.article, use.label.span, use.label.form)))
    places = {chain.place for chain in group}
    name = _fullest([chain.name for chain in group]) or ""
    if group[0].contested:
        name = _commonest(uses)
        names = tuple(_commonest([use for use in uses if use.article == place]) or None for place in range(n_articles))
    return Referent(name, group[0].kind, names, uses, _evidence(reasons), len(places) > 1,
                    _difference(uses, places, n_articles))


def _fullest(names: Sequence[str]) -> str | None:
    """The longest name, capitalised ones first, the first in the alphabet among equals."""
    return min(names, key=lambda name: (name.split()[-1].islower(), -len(name), name), default=None)


def _commonest(uses: Sequence[LabelUse]) -> str:
    """The plainest wording used of a contested group: a plain variant if there is one, else the most frequent noun."""
    words = [use.label.referent for use in uses if use.label.evaluation == "plain"] or [use.label.referent for use in uses]
    return min(words, key=lambda word: (-words.count(word), word), default="")


def _difference(uses: Sequence[LabelUse], places: set[int], n_articles: int) -> str:
    """What differs between the articles, in words: "only in A", "wording", "voice", "wording and voice", or ""."""
    counted = [use for use in uses if use.label.zone in COUNTED_ZONES and use.label.form not in {"relative", "adverb"}]
    labelling = sorted({use.article for use in counted})
    if len(places) == 1:
        return f"only in {ascii_uppercase[min(places)]}" if n_articles > 1 else ""
    if len(labelling) < 2:
        return f"only {ascii_uppercase[labelling[0]]} labels it" if labelling else ""
    own = [frozenset(use.label.label.casefold() for use in counted if use.article == place and use.label.voice == "own")
           for place in labelling]
    voices: dict[str, dict[int, set[str]]] = {}
    for use in counted:
        voices.setdefault(use.label.label.casefold(), {}).setdefault(use.article, set()).add(use.label.voice)
    voice = any(len(by_place) > 1 and len({frozenset(some) for some in by_place.values()}) > 1 for by_place in voices.values())
    found = [word for word, differs in (("wording", len(set(own)) > 1), ("voice", voice)) if differs]
    return " and ".join(found)
