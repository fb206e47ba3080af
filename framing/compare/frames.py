"""How often cues of the generic frames stand in an article, by frame and voice: counts and rates, no verdict."""

from __future__ import annotations

from collections import Counter

from framing.compare.metrics import COUNTED, MIN_HITS, MIN_OWN_WORDS
from framing.compare.scope import Scope
from framing.model.comparison import Metric
from framing.model.findings import FRAMES
from framing.stats.intervals import rate_interval


def frame_metrics(scope: Scope) -> list[Metric]:
    """Cues per 1,000 words of the same voice, a row for each frame and voice that has one; scare quotes count as the article's own.

    The rate is withheld below `MIN_OWN_WORDS` words of the voice or `MIN_HITS` cues; the count never is.
    """
    counts: Counter[tuple[str, str]] = Counter((hit.frame, "own" if hit.voice == "scare" else hit.voice) for hit in scope.annotation.frames if scope.holds(hit.span))
    bases = {"own": scope.words("own") + scope.words("scare"), "attributed": scope.words("attributed"), "quoted": scope.words("quoted")}
    rows = []
    for frame in FRAMES:
        for voice, base in bases.items():
            n = counts[frame, voice]
            if n:
                few = base < MIN_OWN_WORDS or n < MIN_HITS
                found = rate_interval(n, base, per=1000) if not few else None
                rows.append(Metric("frame_cues_per_thousand", scope.id, COUNTED, voice, frame, found.value if found else None, n, base,
                                   found.low if found else None, found.high if found else None, few, "per 1,000 words"))
    return rows
