"""Which findings a report opens with, in the order of the argument, and what shows no clear difference."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from framing.compare.doers import find_doer_differences, find_untold_doers
from framing.compare.facts import fact_matrix, find_orders
from framing.compare.labels import find_label_contrasts, find_label_voices
from framing.compare.passages import find_number_gaps, find_only_in, find_voice_shifts
from framing.compare.scope import Scope
from framing.compare.sourcing import find_cue_contrasts, find_speaker_counts
from framing.compare.terms import find_rate_differences, find_share_differences, find_tone_differences, rows_by_name
from framing.compare.wording import listed, signed
from framing.model.alignment import Alignment
from framing.model.comparison import Comparability, Difference, Finding, Metric, Referent, SpeakerRow

MOST_FINDINGS: Final = 7  # more than a reader keeps in mind
# Most telling first: who is quoted and in whose voice, what is missing, labels, loaded terms, tone last. With each, how many
# of its kind may stand on the page.
_ORDER: Final = {"voice-shift": 2, "speakers": 1, "cues": 2, "labels": 2, "doers": 2, "numbers": 1, "only-in": 2, "order": 1, "label-voice": 1, "shares": 1,
                 "loaded-terms": 1, "tone": 1}
_WORDS: Final = {
    "words_attributed": "share of words credited to somebody", "words_quoted": "share of words inside quotation marks",
    "unnamed_sources": "share of statements from sources that are not named people", "direct_quotations": "share of statements quoted throughout",
    "doer_named": "share of acts of harm or force whose doer is named",
    "largest_speaker": "share of the largest speaker in the credited words", "loaded_terms_per_thousand": "words some readers find loaded, per 1,000",
    "loaded_terms_in_own_voice": "share of such words that stand in the article's own voice", "tone": "tone towards named people and places",
}
_POINTS: Final = frozenset({"words_attributed", "words_quoted", "unnamed_sources", "direct_quotations", "largest_speaker", "loaded_terms_in_own_voice",
                             "doer_named"})
_VOICES: Final = {"own": "own voice", "attributed": "credited words", "quoted": "quoted words"}
_TARGETS: Final = 5  # targets of tone that the list of what does not differ names


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
        found += find_doer_differences(a, b, of_a, of_b, gaps)
        found += find_untold_doers(a, b, alignments[k])
        found += find_number_gaps(a, b, alignments[k])
        found += find_only_in(a, b, alignments[k], comparability[k].verdict)
        found += find_share_differences(a, b, of_a, of_b, gaps)
        found += find_rate_differences(a, b, of_a, of_b, gaps)
        found += find_tone_differences(a, b, of_a, of_b, gaps)
    return tuple(found)


def choose(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that the report opens with: at most `MOST_FINDINGS`, by kind in the order of the argument, stronger first; what
    is weak comes after all that is not, whatever its kind.
    """
    strength = {"strong": 0, "moderate": 1, "weak": 2}
    kept: list[Finding] = []
    for kind, most in _ORDER.items():
        mine = sorted((one for one in findings if one.kind == kind), key=lambda one: strength[one.strength])
        kept += _distinct(mine)[:most]
    return tuple(sorted(kept, key=lambda one: one.strength == "weak")[:MOST_FINDINGS])


def _distinct(findings: Sequence[Finding]) -> list[Finding]:
    """Without those that rest on a passage of one that goes before: with several articles one passage meets many others."""
    kept: list[Finding] = []
    for one in findings:
        if not any(set(one.evidence) & set(other.evidence) for other in kept):
            kept.append(one)
    return kept


def no_clear_difference(scopes: Sequence[Scope], differences: Sequence[Sequence[Difference]]) -> tuple[str, ...]:
    """A sentence for each measure in which no two articles differ clearly, with the reason; the targets of tone share one."""
    rows: dict[tuple[str, str], list[Difference]] = {}
    for pair in differences:
        for row in pair:
            rows.setdefault((row.metric, row.category), []).append(row)
    unclear = {key: mine for key, mine in rows.items() if not any(row.clear for row in mine)}
    letters = {scope.id: scope.letter for scope in scopes}
    sentences, silent = [], []
    for metric, words in _WORDS.items():
        mine = [(category, found) for (name, category), found in unclear.items() if name == metric]
        measured = [(category, [row for row in found if row.difference is not None]) for category, found in mine]
        compared = [(category, found) for category, found in measured if found]
        opening = words[0].upper() + words[1:]
        if len(compared) > 1:
            sentences.append(f"{opening}: no clear difference ({_of(metric, [category for category, _ in compared])}).")
        elif compared:
            sentences.append(_unclear(metric, opening, *compared[0], letters))
        mute = [category for category, found in measured if not found]
        if mute and metric != "tone":  # a line a target with too little text would bury the rest; the tone table says it
            silent.append(words + _narrowed(mute))
    return (*sentences, *([f"Too little text to compare: {'; '.join(silent)}."] if silent else []))


def _unclear(metric: str, opening: str, category: str, rows: Sequence[Difference], letters: dict[str, str]) -> str:
    about = f", {_of(metric, [category])}" if category and metric in ("tone", "loaded_terms_per_thousand") else ""
    if len(rows) > 1:
        return f"{opening}{about}: no clear difference between any two of the articles."
    row, points = rows[0], metric in _POINTS
    gap, low, high = (signed(value or 0.0, points=points) for value in (row.difference, row.low, row.high))
    return f"{opening}{about}: no clear difference ({letters[row.a]} minus {letters[row.b]} {gap}{' points' if points else ''}, 95 % interval {low} to {high})."


def _narrowed(categories: Sequence[str]) -> str:
    voices = [_VOICES[one.strip("()")] for one in categories if one.strip("()") in _VOICES]
    return f", in {listed(voices)}" if len(voices) > 1 else ""


def _of(metric: str, categories: Sequence[str]) -> str:
    """What was compared within a measure: voices, or the targets of tone, the first few by name."""
    if metric != "tone":
        return listed([_VOICES.get(one.strip("()"), one) for one in categories])
    targets = list(dict.fromkeys(one.rpartition(" (")[0] for one in categories))
    named = targets[:_TARGETS] + ([f"{len(targets) - _TARGETS} more"] if len(targets) > _TARGETS else [])
    return listed(named)


def questions_for(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Questions to ask, each tied to a finding by its number; one general one last."""
    asked = [f"Finding {k}: {one.question}" for k, one in enumerate(findings, 1) if one.question]
    return (*asked, "What would you need to read besides these articles before you judge how either of them told the event?")
