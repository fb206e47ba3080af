"""A list of finished reports as one HTML page, under the same rules as a report: no script, no request, one admitted style sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from framing.report.escape import one_line
from framing.report.to_html import environment, shared_style, style_hash
from framing.report.wording import FOREWARNING, VERDICT_ORDER, VERDICT_WORDS

MAX_SENTENCE: Final = 1000  # characters of a finding, as in the report itself


@dataclass(frozen=True, slots=True)
class Entry:
    """A finished report: its folder beside the index, its title, the verdicts on its pairs of articles, and its first finding, "" for none."""

    folder: str
    title: str
    verdicts: tuple[str, ...]
    finding: str
    strength: str = ""
    n_findings: int = 0

    @property
    def verdict(self) -> str:
        """The verdicts in words, the most cautious first, each with its count where there are several pairs."""
        known = [one for one in VERDICT_ORDER if one in self.verdicts]
        if len(self.verdicts) == 1:
            return VERDICT_WORDS[known[0]] if known else ""
        return ", ".join(f"{self.verdicts.count(one)} × {VERDICT_WORDS[one]}" for one in known)


def index_html(entries: Sequence[Entry]) -> str:
    """The list as a page, in the order given; the same entries give the same bytes."""
    style = shared_style()
    shown = [Entry(one.folder, one_line(one.title), one.verdicts, one_line(one.finding, MAX_SENTENCE), one_line(one.strength, 20), one.n_findings)
             for one in entries]
    return environment().get_template("index.html.j2").render(entries=shown, style=Markup(style), style_hash=style_hash(style), forewarning=FOREWARNING)
