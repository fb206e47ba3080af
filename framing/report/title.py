"""The report's title: which articles, and what they have in common."""

from __future__ import annotations

from typing import Final

from framing.model.comparison import Comparison
from framing.report.draft import Draft, listed
from framing.report.quantities import count_words
from framing.report.wording import VERDICT_ORDER

_TELLS: Final = {"same-event": "tell the same event", "same-topic": "write on the same topic", "near-duplicate": "share a text",
                 "different": "tell different events"}
NAMED: Final = 3  # articles that a title names; more are counted


def report_title(comparison: Comparison) -> str:
    """The title as a sentence: "How the Post and the Ledger tell the same event". An article without an outlet is "article A"; where
    no outlet is known, the articles are counted."""
    verdicts = {one.verdict for one in comparison.comparability}
    told = verdicts - {"near-duplicate"} or verdicts  # two copies among several articles still tell the event
    verdict = next((one for one in VERDICT_ORDER if one in told), "same-event")
    articles = Draft.begin(comparison).articles
    outlets, n = list(dict.fromkeys(one.outlet for one in articles)), len(articles)
    names = listed(outlets) if len(outlets) == n <= NAMED and any(one.known_outlet for one in articles) else f"{count_words(n)} articles"
    return f"How {names} {_TELLS[verdict]}"
