"""The report's title: which articles, and what they have in common."""

from __future__ import annotations

from typing import Final

from framing.model.comparison import Comparison
from framing.report.draft import Draft, listed
from framing.report.wording import VERDICT_ORDER

_TELLS: Final = {"same-event": "tell the same event", "same-topic": "write on the same topic", "near-duplicate": "share a text",
                 "different": "tell different events"}
_NUMBERS: Final = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NAMED: Final = 3  # articles that a title names; more are counted


def report_title(comparison: Comparison) -> str:
    """The title as a sentence: "How the Post and the Ledger tell the same event". An article without an outlet is "article A"."""
    verdicts = {one.verdict for one in comparison.comparability}
    told = verdicts - {"near-duplicate"} or verdicts  # two copies among several articles still tell the event
    verdict = next((one for one in VERDICT_ORDER if one in told), "same-event")
    outlets = list(dict.fromkeys(one.outlet for one in Draft.begin(comparison).articles))
    n = len(comparison.annotations)
    names = listed(outlets) if len(outlets) == n <= NAMED else f"{_NUMBERS[n] if n < len(_NUMBERS) else n} articles"
    return f"How {names} {_TELLS[verdict]}"
