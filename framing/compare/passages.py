"""Findings from aligned passages: what one article asserts and another gives to somebody, and what only one of them tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.compare.scope import Scope
from framing.compare.wording import best_window, credited, ended, quoted
from framing.model.alignment import AlignedPair, Alignment, OnlyIn
from framing.model.article import Span
from framing.model.comparison import Evidence, Finding, Strength
from framing.model.document import Voice
from framing.model.pairing import Verdict
from framing.text.letters import lettered

_STRONG: Final = 0.6    # likeness from which two passages make the same claim beyond doubt for a reader
_MODERATE: Final = 0.3  # below that the match itself has to be checked by eye
_CENTRAL: Final = 0.5   # how central a statement must be to its article to be worth a finding
_MIN_WORDS: Final = 6   # of a statement that a finding calls missing: shorter ones are scraps of a quotation


def _words(scope: Scope, span: Span, shared: Sequence[Span] = ()) -> str:
    return quoted(scope.text[span.start:span.end], around=[Span(one.start - span.start, one.end - span.start) for one in shared])


def _said(scope: Scope, span: Span, shared: Sequence[Span], voice: Voice, speaker: str | None) -> str:
    """How a sentence tells in whose voice an article gives a passage; of a long one the clauses that match are quoted."""
    words = _words(scope, span, shared)
    if voice in {"own", "scare"}:
        return f"{scope.letter} states in its own voice: {words}"
    credit = f"credits it to {credited(speaker)}" if speaker else "credits it to a source it does not name"
    return f"{scope.letter} {credit}: {words}"


def _shift(a: Scope, b: Scope, pair: AlignedPair) -> Finding:
    first, second = _said(a, pair.a, pair.shared_a, pair.voice_a, pair.speaker_a), _said(b, pair.b, pair.shared_b, pair.voice_b, pair.speaker_b)
    if pair.voice_b == "own" and pair.voice_a != "own":
        first, second = second, first
    owner = a if pair.voice_a == "own" else b
    other = b if owner is a else a
    return Finding(
        ended(f"{first}; {second}"), "voice-shift", _strength(pair.score), _match(pair.score),
        (Evidence(a.place, pair.a), Evidence(b.place, pair.b)),
        f"What would {owner.letter} need to show to state this as fact? What would {other.letter} need, to drop the credit?")


def _strength(score: float) -> Strength:
    return "strong" if score >= _STRONG else "moderate" if score >= _MODERATE else "weak"


def _match(score: float) -> str:
    return f"both passages found, match {score:.2f}" + ("" if score >= _STRONG else ", check by eye")


def find_voice_shifts(a: Scope, b: Scope, alignment: Alignment) -> list[Finding]:
    """A finding for each aligned pair in which one article asserts what the other attributes or quotes, surest first."""
    shifts = sorted((pair for pair in alignment.pairs if pair.relation == "voice-shift"), key=lambda pair: (-pair.score, pair.a))
    seen: list[Span] = []
    found = []
    for pair in shifts:
        if not any(span in seen for span in (pair.a,)):
            found.append(_shift(a, b, pair))
            seen.append(pair.a)
    return found


def find_number_gaps(a: Scope, b: Scope, alignment: Alignment) -> list[Finding]:
    """A finding for each aligned pair whose numbers disagree. None where one of the passages stands word for word in the other article too:
    that article has both numbers and contradicts nobody.
    """
    return [Finding(
        f"{a.letter} writes {_words(a, pair.a, pair.shared_a)}; {b.letter} writes {_words(b, pair.b, pair.shared_b)}: "
        f"{lettered(pair.note, a.letter, b.letter).rstrip('.') or 'the numbers differ'}.", "numbers", _strength(pair.score),
        _match(pair.score), (Evidence(a.place, pair.a), Evidence(b.place, pair.b)),
        "Which source does each number come from, and when was it given?")
        for pair in alignment.pairs if pair.relation == "numbers-differ" and not (_stands_in(a, pair.a, b) or _stands_in(b, pair.b, a))]


def _stands_in(mine: Scope, span: Span, other: Scope) -> bool:
    """Whether a passage is a sentence of the other article's story as well, line breaks apart."""
    words = mine.text[span.start:span.end].split()
    return any(other.text[one.span.start:one.span.end].split() == words for one in other.sentences)


def find_only_in(a: Scope, b: Scope, alignment: Alignment, verdict: Verdict) -> list[Finding]:
    """Central statements of one article not found in the other, which could have reported them. Same event only."""
    if verdict != "same-event":
        return []
    sides: Sequence[tuple[Scope, Scope, tuple[OnlyIn, ...]]] = ((a, b, alignment.only_a), (b, a, alignment.only_b))
    return [_only(mine, other, row, row.nearest) for mine, other, rows in sides for row in rows
            if row.could_know and row.nearest is not None and row.central >= _CENTRAL and _is_statement(mine, row.span)]


def _is_statement(scope: Scope, span: Span) -> bool:
    """Whether a span is long enough to miss, and no headline: the body says again what that says."""
    zones = {one.zone for one in scope.sentences if one.span.overlaps(span)}
    return len(scope.text[span.start:span.end].split()) >= _MIN_WORDS and "headline" not in zones


def _only(mine: Scope, other: Scope, row: OnlyIn, nearest: Span) -> Finding:
    near = f"the nearest passage there is {_words(other, nearest)}"
    return Finding(
        ended(f"{_told(mine, row.span)}; this was not found in {other.letter}: {near}"), "only-in", "moderate",
        f"nearest passage has a likeness of {row.score:.2f}",
        (Evidence(mine.place, row.span), Evidence(other.place, nearest)),
        f"Could {other.letter} have known this when it was published, and what would it change there?")


def _told(scope: Scope, span: Span) -> str:
    """Who says a statement in an article: the article, or whom it quotes or credits for most of what is shown of it."""
    words, cut = _words(scope, span), best_window(scope.text[span.start:span.end])
    shown = Span(span.start + cut.start, span.start + cut.end)
    for one in scope.annotation.reading.voices:
        inside = min(one.span.end, shown.end) - max(one.span.start, shown.start)
        if one.voice in {"quoted", "attributed"} and 2 * inside > shown.end - shown.start:
            whom = credited(one.speaker) if one.speaker else "somebody it does not name"
            return f"{scope.letter} quotes {whom}: {words}" if one.voice == "quoted" else f"{scope.letter} credits this to {whom}: {words}"
    return f"{scope.letter} reports {words}"
