"""Holds found attributions against a gold key: which were found, which missed, and what was found besides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gold import AttributionRow, AttributionSpans, attribution_spans

from framing.model.article import Span
from framing.model.document import COUNTED_ZONES
from framing.model.findings import Attribution


@dataclass(frozen=True, slots=True)
class Match:
    """A row of the key with the attribution found for it, if any."""

    row: AttributionRow
    found: Attribution | None


@dataclass(frozen=True, slots=True)
class Score:
    """Rows of one article's key and what was found. `beside` are finds in counted zones that no row, optional or not, accounts for."""

    matches: tuple[Match, ...]
    beside: tuple[Attribution, ...]

    @property
    def required(self) -> tuple[Match, ...]:
        """The rows that must be found."""
        return tuple(match for match in self.matches if not match.row.optional)

    @property
    def n_found(self) -> int:
        """How many of the required rows were found."""
        return sum(match.found is not None for match in self.required)


def score_attributions(text: str, rows: Sequence[AttributionRow], found: Sequence[Attribution]) -> Score:
    """Match rows and finds one to one, in the order of the key.

    A row is found where cue and content each overlap (without a cue in the key: where there is none and the content
    overlaps). A find that shares its cue with an optional row is neither right nor wrong.
    """
    left = [one for one in found if one.zone in COUNTED_ZONES]
    places = [(row, attribution_spans(text, row)) for row in rows]
    matches = []
    for row, spans in places:
        hit = next((one for one in left if _fits(spans, one)), None)
        if hit is not None:
            left.remove(hit)
        matches.append(Match(row, hit))
    excused = [cue for row, spans in places if row.optional for cue in spans.cue]
    return Score(tuple(matches), tuple(one for one in left if not _overlap(excused, one.cue)))


def _fits(spans: AttributionSpans, found: Attribution) -> bool:
    cue_fits = _overlap(spans.cue, found.cue) if spans.cue else not found.cue
    return cue_fits and _overlap(spans.content, found.content)


def _overlap(first: Sequence[Span], second: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a in first for b in second)
