"""Which facts are in which articles, where in each they stand, and what one opens with that another leaves to the end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import combinations
from typing import Final

from framing.compare.scope import Scope
from framing.compare.wording import ended, quoted
from framing.model.alignment import Alignment
from framing.model.article import Span
from framing.model.comparison import Evidence, Fact, Finding

JOINED: Final = 0.5  # score from which two passages tell the same fact; below it chains of likeness join what is only related
SURE: Final = 0.7    # score of the weakest tie of a fact from which its order is worth more than a glance
_EARLY: Final = ("headline", "dek", "lead")
_ORDER: Final = ("headline", "dek", "lead", "first third", "middle third", "last third")


class Order:
    """The sentences of one article's story in order: where in it a passage stands. Read once, asked for each passage."""

    def __init__(self, scope: Scope) -> None:
        self._sentences = scope.sentences
        self._ends = [one.span.end for one in self._sentences]
        self._body_ends = [one.span.end for one in self._sentences if one.zone == "body"]

    def place(self, span: Span) -> str:
        """Headline, dek, lead (the first sentence of the body), first, middle or last third of the body's sentences; a subhead goes with
        what follows it.
        """
        k = bisect_right(self._ends, span.start)  # the first sentence that ends after the span's start
        zone = self._sentences[k].zone if k < len(self._sentences) and self._sentences[k].span.overlaps(span) else "body"
        if zone in ("headline", "dek"):
            return zone
        before = bisect_right(self._body_ends, span.start)
        if before == 0:
            return "lead"
        share = before / len(self._body_ends)
        return "first third" if share < 1 / 3 else "middle third" if share < 2 / 3 else "last third"


def place_of(scope: Scope, span: Span) -> str:
    """Where in its article a passage stands; see `Order.place`."""
    return Order(scope).place(span)


def fact_matrix(scopes: Sequence[Scope], alignments: Sequence[Alignment]) -> tuple[Fact, ...]:
    """Passages of several articles that tell the same fact, with the place of each.

    Args:
        scopes: the articles, in order.
        alignments: one a pair of articles, in the order of `itertools.combinations`.

    Returns:
        Groups of passages joined by pairs of score `JOINED` or more: those that most articles have first, then those that stand
        earliest. What stands in one article alone is in `Alignment.only_a` and `only_b`.
    """
    joined: dict[Evidence, set[Evidence]] = {}
    for (a, b), alignment in zip(combinations(scopes, 2), alignments, strict=True):
        for pair in alignment.pairs:
            if pair.score >= JOINED:
                left, right = Evidence(a.place, pair.a), Evidence(b.place, pair.b)
                joined.setdefault(left, set()).add(right)
                joined.setdefault(right, set()).add(left)
    by_place = {scope.place: Order(scope) for scope in scopes}
    facts = [_fact(group, scopes, by_place) for group in _groups(joined)]
    return tuple(sorted(facts, key=lambda fact: (fact.places.count(None), _sort_key(fact.words))))


def _sort_key(one: Evidence) -> tuple[int, int, int]:
    return one.article, one.span.start, one.span.end


def _groups(joined: dict[Evidence, set[Evidence]]) -> list[list[Evidence]]:
    """The connected parts of a graph, each in the order of the articles."""
    seen: set[Evidence] = set()
    groups = []
    for start in sorted(joined, key=_sort_key):
        if start in seen:
            continue
        group, waiting = [], [start]
        seen.add(start)
        while waiting:
            one = waiting.pop()
            group.append(one)
            new = joined[one] - seen
            seen |= new
            waiting.extend(sorted(new, key=_sort_key))
        groups.append(sorted(group, key=_sort_key))
    return groups


def _fact(group: Sequence[Evidence], scopes: Sequence[Scope], by_place: dict[int, Order]) -> Fact:
    """A fact with the earliest place that each article gives it."""
    places: list[str | None] = []
    for scope in scopes:
        mine = [by_place[one.article].place(one.span) for one in group if one.article == scope.place]
        places.append(min(mine, key=_ORDER.index) if mine else None)
    return Fact(group[0], tuple(places), tuple(group))


def find_orders(scopes: Sequence[Scope], facts: Sequence[Fact], alignments: Sequence[Alignment]) -> list[Finding]:
    """A finding for each fact that one article opens with (headline, dek or lead) and another has in its last third only."""
    scores = {(Evidence(a.place, pair.a), Evidence(b.place, pair.b)): pair.score
              for (a, b), alignment in zip(combinations(scopes, 2), alignments, strict=True) for pair in alignment.pairs}
    orders = {scope.place: Order(scope) for scope in scopes}
    found = []
    for fact in facts:
        for k, first in enumerate(scopes):
            for j, last in enumerate(scopes):
                if fact.places[k] in _EARLY and fact.places[j] == "last third":
                    tie = _tie(fact, orders[first.place], first, last, scores)
                    found += [_order(first, last, str(fact.places[k]), *tie)] if tie else []
    return found


def _tie(fact: Fact, order: Order, first: Scope, last: Scope, scores: dict[tuple[Evidence, Evidence], float]) -> tuple[Evidence, Evidence, float] | None:
    """The likest two passages of a fact of which the one opens its article; None where no opening passage was aligned with the other."""
    early = [one for one in fact.evidence if one.article == first.place and order.place(one.span) in _EARLY]
    late = [one for one in fact.evidence if one.article == last.place]
    ties = [(scores.get((x, y), scores.get((y, x), 0.0)), x, y) for x in early for y in late]
    best = max(ties, key=lambda tie: tie[0], default=None)
    return (best[1], best[2], best[0]) if best and best[0] >= JOINED else None


def _order(first: Scope, last: Scope, place: str, early: Evidence, late: Evidence, score: float) -> Finding:
    opens = "has in its headline" if place == "headline" else "opens with"
    evidence = (early, late) if early.article < late.article else (late, early)
    return Finding(
        ended(f"{first.letter} {opens} {quoted(first.text[early.span.start:early.span.end])}; {last.letter} has it in its last third: "
              f"{quoted(last.text[late.span.start:late.span.end])}"), "order", "moderate" if score >= SURE else "weak",
        f"both passages found, match {score:.2f}; places counted in sentences of the body", evidence,
        f"What would change for a reader who stops early, if {last.letter} had begun with this?")
