"""Which findings a report opens with, in the order of the argument, and what shows no clear difference."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from framing.compare.facts import fact_matrix, find_orders
from framing.compare.labels import find_label_contrasts, find_label_voices
from framing.compare.passages import find_number_gaps, find_only_in, find_voice_shifts
from framing.compare.scope import Scope
from framing.compare.sourcing import find_cue_contrasts, find_speaker_counts
from framing.compare.terms import find_rate_differences, find_share_differences, find_tone_differences, rows_by_name
from framing.model.alignment import Alignment
from framing.model.comparison import Comparability, Difference, Finding, Metric, Referent, SpeakerRow

MOST_FINDINGS: Final = 7  # more than a reader keeps in mind
# Most telling first: who is quoted and in whose voice, what is missing, labels, loaded terms, tone last. With each, how many
# of its kind may stand on the page.
_ORDER: Final = {"voice-shift": 2, "speakers": 1, "cues": 2, "labels": 2, "numbers": 1, "only-in": 2, "order": 1, "label-voice": 1, "shares": 1,
                 "loaded-terms": 1, "tone": 1}
_WORDS: Final = {
    "words_attributed": "share of words credited to somebody", "words_quoted": "share of words inside quotation marks",
    "unnamed_sources": "share of attributions to unnamed sources", "direct_quotations": "share of attributions that are direct quotations",
    "largest_speaker": "share of the largest speaker", "loaded_terms_per_thousand": "loaded terms per 1,000 words",
    "loaded_terms_in_own_voice": "share of loaded terms in own voice", "tone": "tone",
}


def find_all(scopes: Sequence[Scope], *, alignments: Sequence[Alignment], comparability: Sequence[Comparability],
             referents: Sequence[Referent], speakers: Sequence[SpeakerRow], metrics: Sequence[Sequence[Metric]],
             differences: Sequence[Sequence[Difference]]) -> tuple[Finding, ...]:
    """Every finding, unsorted in rank but in a fixed order. `alignments`, `comparability` and `differences` have one item a pair of
    `scopes`, in the order of `itertools.combinations`; `metrics` one an article.
    """
    found = [*find_speaker_counts(scopes, speakers), *find_orders(scopes, fact_matrix(scopes, alignments), alignments)]
    for k, (a, b) in enumerate(combinations(scopes, 2)):
        of_a, of_b = rows_by_name(metrics[a.place]), rows_by_name(metrics[b.place])
        gaps = differences[k]
        found += find_voice_shifts(a, b, alignments[k])
        found += find_cue_contrasts(a, b)
        found += find_label_contrasts(a, b, referents)
        found += find_label_voices(a, b, referents)
        found += find_number_gaps(a, b, alignments[k])
        found += find_only_in(a, b, alignments[k], comparability[k].verdict)
        found += find_share_differences(a, b, of_a, of_b, gaps)
        found += find_rate_differences(a, b, of_a, of_b, gaps)
        found += find_tone_differences(a, b, of_a, of_b, gaps)
    return tuple(found)


def choose(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that the report opens with: at most `MOST_FINDINGS`, by kind in the order of the argument, stronger first."""
    strength = {"strong": 0, "moderate": 1, "weak": 2}
    kept: list[Finding] = []
    for kind, most in _ORDER.items():
        mine = sorted((one for one in findings if one.kind == kind), key=lambda one: strength[one.strength])
        kept += _distinct(mine)[:most]
    return tuple(kept[:MOST_FINDINGS])


def _distinct(findings: Sequence[Finding]) -> list[Finding]:
    """Without those that rest on a passage of one that goes before: with several articles one passage meets many others."""
    kept: list[Finding] = []
    for one in findings:
        if not any(set(one.evidence) & set(other.evidence) for other in kept):
            kept.append(one)
    return kept


def no_clear_difference(scopes: Sequence[Scope], differences: Sequence[Sequence[Difference]]) -> tuple[str, ...]:
    """A sentence for each measure in which no two articles differ clearly, with the reason."""
    rows: dict[tuple[str, str], list[Difference]] = {}
    for pair in differences:
        for row in pair:
            rows.setdefault((row.metric, row.category), []).append(row)
    letters = {scope.id: scope.letter for scope in scopes}
    sentences = []
    for (metric, category), mine in rows.items():
        if metric == "tone" and all(row.difference is None for row in mine):
            continue  # a line a target with too little text would bury the rest; the tone table says it
        if not any(row.clear for row in mine):
            sentences.append(_unclear(f"{_WORDS[metric]} {category}".strip(), mine, letters))
    return tuple(sentences)


def _unclear(measure: str, rows: Sequence[Difference], letters: dict[str, str]) -> str:
    opening = measure[0].upper() + measure[1:]
    measured = [row for row in rows if row.difference is not None]
    if not measured:
        return f"{opening}: too little text to compare."
    if len(rows) > 1:
        return f"{opening}: no clear difference between any two of the articles."
    row = measured[0]
    return (f"{opening}: no clear difference ({letters[row.a]} minus {letters[row.b]} {row.difference:+.2f}, "
            f"95 % interval {row.low:+.2f} to {row.high:+.2f}).")


def questions_for(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Questions to ask, each tied to a finding by its number; one general one last."""
    asked = [f"Finding {k}: {one.question}" for k, one in enumerate(findings, 1) if one.question]
    return (*asked, "What would you need to read besides these articles before you judge how either of them told the event?")
