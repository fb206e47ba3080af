"""Who is named as doer: how often an article names whoever did an act of harm or force, and what differs between two articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from framing.compare.metrics import COUNTED, MIN_HITS
from framing.compare.scope import Scope
from framing.compare.wording import ended, quoted
from framing.model.alignment import Alignment
from framing.model.comparison import Difference, Evidence, Finding, Metric
from framing.model.findings import NAMED_TELLINGS, HarmAct
from framing.stats.intervals import share_interval

_SHOWN: Final = 3
_LIKE: Final = 0.3  # likeness of two passages from which they are taken to tell of one act; chosen by eye on a few pairs


def _own(scope: Scope) -> list[HarmAct]:
    """Acts told in the article's own voice, in the story compared."""
    return [act for act in scope.annotation.harm_acts if act.voice in {"own", "scare"} and scope.holds(act.span)]


def doer_metrics(scope: Scope) -> list[Metric]:
    """Share of acts told in own voice whose doer is named, withheld below `MIN_HITS` acts; and how many acts are told in which way."""
    acts = _own(scope)
    if not acts:
        return []
    named, few = sum(act.named for act in acts), len(acts) < MIN_HITS
    found = share_interval(named, len(acts))
    rows = [Metric("doer_named", scope.id, COUNTED, "own", "", None if few else found.value, named, len(acts), None if few else found.low,
                   None if few else found.high, few, "share of acts of harm")]
    tellings = Counter("named before" if act.before else act.telling for act in acts)
    return [*rows, *(Metric("harm_acts", scope.id, COUNTED, "own", telling, float(n), n, n, None, None, False, "count")
                     for telling, n in sorted(tellings.items()))]


def find_doer_differences(a: Scope, b: Scope, of_a: Mapping[tuple[str, str, str], Metric], of_b: Mapping[tuple[str, str, str], Metric],
                          differences: Sequence[Difference]) -> list[Finding]:
    """A clear difference in how often the doer is named."""
    key = ("doer_named", "own", "")
    gap = next((row for row in differences if row.metric == key[0] and row.clear), None)
    if gap is None or gap.difference is None or gap.low is None or gap.high is None:
        return []
    clauses = [f"{scope.letter} names who did it in {row.n} of {row.base} acts of harm or force"
               for scope, row in ((a, of_a[key]), (b, of_b[key]))]
    naming = gap.difference > 0  # A names more often: show A's with a doer, B's without
    evidence = tuple(Evidence(scope.place, act.span) for scope, named in ((a, naming), (b, not naming))
                     for act in [one for one in _own(scope) if one.named == named][:_SHOWN])
    return [Finding(f"In its own voice {clauses[0]}, {clauses[1]}.", "doers", "moderate",
                    f"difference {100 * gap.difference:+.0f} points, 95 % interval {100 * gap.low:+.0f} to {100 * gap.high:+.0f}", evidence,
                    "Write each sentence without a doer anew, with one: what does a reader now know?")]


def find_untold_doers(a: Scope, b: Scope, alignment: Alignment) -> list[Finding]:
    """Aligned passages that tell one act in own voice, one of them with its doer, the other without."""
    found = []
    for pair in alignment.pairs:
        if pair.score < _LIKE:
            continue
        for here, there, mine, other in ((a, b, pair.a, pair.b), (b, a, pair.b, pair.a)):
            with_doer = [act for act in _own(here) if mine.holds(act.span) and act.telling in NAMED_TELLINGS and act.doer is not None]
            acts_there = [act for act in _own(there) if other.holds(act.span)]
            without = [act for act in acts_there if not act.named]
            if not {act.act for act in with_doer} & {act.act for act in without} or any(act.named for act in acts_there):
                continue
            found.append(Finding(
                f"{here.letter} names who did it: {quoted(here.text[mine.start:mine.end])}; {there.letter} tells the same act without: "
                f"{ended(quoted(there.text[other.start:other.end]))}", "doers", "moderate", "one aligned passage each, in own voice",
                (Evidence(here.place, mine), Evidence(there.place, other)) if here is a else (Evidence(there.place, other), Evidence(here.place, mine)),
                "What may be the reason for leaving the doer out: brevity, doubt, or something else?"))
    return found
