"""How far the numbers of two articles lie apart, and whether that is clear."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.model.comparison import Difference, Metric
from framing.stats.intervals import Interval, difference

# What may be compared with an interval. Counts (people, attributions) are shown side by side and never as a difference.
COMPARED: Final = ("words_attributed", "words_quoted", "unnamed_sources", "direct_quotations", "largest_speaker",
                   "doer_named", "loaded_terms_per_thousand", "loaded_terms_in_own_voice", "tone")


def _key(row: Metric) -> tuple[str, str, str]:
    return row.metric, row.voice, row.category


def contrast(a: Sequence[Metric], b: Sequence[Metric]) -> tuple[Difference, ...]:
    """Differences between the same numbers of two articles, a minus b; swapping the articles turns every sign.

    A row whose number is withheld on a side has no difference, is not clear, and says why.
    """
    of_b = {_key(row): row for row in b}
    found = []
    for row in a:
        other = of_b.get(_key(row))
        if row.metric not in COMPARED or other is None:
            continue
        category = " ".join(part for part in (row.category, f"({row.voice})" if row.voice != "all" else "") if part)
        if row.value is None or other.value is None or row.low is None or other.low is None:
            side = " and ".join(one.article for one in (row, other) if one.value is None)
            found.append(Difference(row.metric, category, row.article, other.article, None, None, None, False,
                                    f"too little text in {side}"))
            continue
        gap = difference(_interval(row), _interval(other))
        found.append(Difference(row.metric, category, row.article, other.article, gap.value, gap.low, gap.high, not gap.holds_zero))
    return tuple(found)


def _interval(row: Metric) -> Interval:
    value = row.value or 0.0
    return Interval(value, value if row.low is None else row.low, value if row.high is None else row.high)
