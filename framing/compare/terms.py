"""Findings about loaded terms and tone: only where the interval of a difference leaves out zero."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from framing.compare.scope import Scope
from framing.compare.wording import number, percent, signed
from framing.model.comparison import Difference, Evidence, Finding, Metric

_SHOWN: Final = 3
Rows = Mapping[tuple[str, str, str], Metric]


def rows_by_name(metrics: Sequence[Metric]) -> Rows:
    """One article's metrics by (metric, voice, category)."""
    return {(row.metric, row.voice, row.category): row for row in metrics}


def _clear(differences: Sequence[Difference], metric: str) -> list[Difference]:
    return [row for row in differences if row.metric == metric and row.clear]


def find_rate_differences(a: Scope, b: Scope, of_a: Rows, of_b: Rows, differences: Sequence[Difference]) -> list[Finding]:
    """Clear differences in loaded terms per 1,000 own-voice words."""
    key = ("loaded_terms_per_thousand", "own", "")
    gap = next((row for row in _clear(differences, key[0]) if row.category == "(own)"), None)
    if gap is None or gap.difference is None or gap.low is None or gap.high is None:
        return []
    clauses = [f"{scope.letter} uses {row.value:.1f} words some readers find loaded per 1,000 in its own voice ({row.n} in {row.base:,})"
               for scope, row in ((a, of_a[key]), (b, of_b[key]))]
    evidence = tuple(Evidence(scope.place, term.span) for scope in (a, b)
                     for term in [one for one in scope.loaded_terms if one.voice == "own"][:_SHOWN])
    return [Finding(f"{clauses[0]}, {clauses[1]}.", "loaded-terms", "moderate",
                    f"difference {gap.difference:+.1f}, 95 % interval {gap.low:+.1f} to {gap.high:+.1f}".replace("-", "−"), evidence,
                    "Put the plainer wording in place of each term: what is lost besides the judgement?")]


def find_share_differences(a: Scope, b: Scope, of_a: Rows, of_b: Rows, differences: Sequence[Difference]) -> list[Finding]:
    """Clear differences in how much of the text is credited to somebody."""
    found = []
    for metric, words, question in (
            ("words_attributed", "credits {} of its words to somebody ({})", "What does the article that attributes less rest its statements on?"),
            ("words_quoted", "has {} of its words inside quotation marks ({})", "What can a reader check better, a quotation or a paraphrase?")):
        for gap in _clear(differences, metric):
            left, right = of_a[metric, "all", ""], of_b[metric, "all", ""]
            first, second = (f"{row.n:,} of {row.base:,}" for row in (left, right))
            sentence = f"{a.letter} {words.format(percent(left.value or 0.0), first)}, {b.letter} {percent(right.value or 0.0)} ({second})."
            evidence = tuple(Evidence(scope.place, one.span) for scope in (a, b)
                             for one in [v for v in scope.annotation.reading.voices if v.voice in {"quoted", "attributed"} and scope.holds(v.span)][:1])
            if {one.article for one in evidence} == {a.place, b.place}:
                found.append(Finding(sentence, "shares", "moderate",
                                     f"difference {signed(gap.difference or 0, points=True)} points, 95 % interval "
                                     f"{signed(gap.low or 0, points=True)} to {signed(gap.high or 0, points=True)}", evidence, question))
    return found[:1]


def find_tone_differences(a: Scope, b: Scope, of_a: Rows, of_b: Rows, differences: Sequence[Difference]) -> list[Finding]:
    """Clear differences in own-voice tone towards a shared target."""
    found = []
    for gap in _clear(differences, "tone"):
        target = gap.category.removesuffix(" (own)")
        if target == gap.category or (("tone", "own", target) not in of_a) or (("tone", "own", target) not in of_b):
            continue
        clauses = []
        for scope, rows in ((a, of_a), (b, of_b)):
            row = rows["tone", "own", target]
            clauses.append(f"in {scope.letter} the tone of {number(row.n, 'sentence')} about {target} averages {signed(row.value or 0.0)}")
        evidence = tuple(Evidence(scope.place, row.span) for scope in (a, b)
                         for row in [one for one in scope.tone if one.target == target and one.voice == "own" and one.polarity][:_SHOWN])
        if {one.article for one in evidence} == {a.place, b.place}:
            sentence = f"{clauses[0]}, {clauses[1]} (from −1 to +1, own voice)."
            found.append(Finding(sentence[0].upper() + sentence[1:], "tone", "moderate",
                                 f"difference {signed(gap.difference or 0)}, 95 % interval {signed(gap.low or 0)} to {signed(gap.high or 0)}", evidence,
                                 f"Which words carry the tone towards {target}, and whose are they?"))
    return found
