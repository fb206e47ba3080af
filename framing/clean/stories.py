"""Stories of a page: which subheads begin a story of their own, and which only divide one."""

from __future__ import annotations

import re
from typing import Final

from framing.clean.datelines import dateline_end
from framing.clean.heads import stems
from framing.clean.line_rules import Mark
from framing.clean.lines import Line

_LEAST_WORDS: Final = 5  # a story's title says something; "What comes next" divides
_SHARED_WITH_LEAD: Final = 0.3  # of the subhead's content words, found again in the lead: a lead says its headline again
_NAME: Final = re.compile(r"\b[A-ZÀ-Þ][\w'\-]+ [A-ZÀ-Þ][\w\-]+")


def story_starts(lines: list[Line], marks: list[Mark]) -> dict[int, str]:
    """The lines that are the title of a further story, each with the rule that says so; the first story needs none."""
    seen: set[str] = set()
    starts: dict[int, str] = {}
    for i, mark in enumerate(marks):
        if mark.zone == "body":
            seen.update(_NAME.findall(lines[i].text[:4000]))
        elif mark.zone == "subhead" and seen:
            rule = _begins_story(lines, marks, i, seen)
            if rule:
                starts[i] = rule
    return starts


def _begins_story(lines: list[Line], marks: list[Mark], at: int, seen: set[str]) -> str | None:
    """Why the subhead at a line begins a story: a dateline or byline under it, or a lead that says it again and introduces names anew."""
    lead = next((i for i in range(at + 1, len(lines)) if marks[i].zone == "body"), None)
    if lead is None:
        return None
    if dateline_end(lines[lead].text):
        return "story.dateline-follows"
    between = [marks[i].rule for i in range(at + 1, lead)]
    if "byline.by" in between or "byline.published" in between:
        return "story.byline-follows"
    if any(marks[i].zone == "subhead" for i in range(at + 1, lead)):
        return None
    subhead = lines[at]
    if not subhead.title or subhead.n_words < _LEAST_WORDS:
        return None
    words = stems(subhead.plain)
    shared = len(words & stems(lines[lead].plain)) / max(1, len(words))
    named_anew = bool(seen.intersection(_NAME.findall(lines[lead].plain)))
    if shared >= _SHARED_WITH_LEAD and named_anew:
        return "story.lead-introduces-anew"
    return None
