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
_UNHEARD: Final = 0.4  # of the subhead's content words, not met before on the page: a new topic
_LOOKED_AT: Final = 2_000  # characters of a paragraph
_NEWS_LEAD: Final = re.compile(r"\b(?:said|says|told|announced|reported|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_NAME: Final = re.compile(r"\b[A-ZÀ-Þ][\w'\-]+ [A-ZÀ-Þ][\w\-]+")


def story_starts(lines: list[Line], marks: list[Mark]) -> dict[int, str]:
    """The lines that are the title of a further story, each with the rule that says so; the first story needs none."""
    names: set[str] = set()
    said: set[str] = set()
    starts: dict[int, str] = {}
    leads = _leads(marks)
    for i, mark in enumerate(marks):
        if mark.zone == "body":
            names.update(_NAME.findall(lines[i].text[:_LOOKED_AT]))
            said |= stems(lines[i].text[:_LOOKED_AT])
        elif mark.zone == "subhead" and said:
            rule = _begins_story(lines, marks, i, leads[i], names, said)
            if rule:
                starts[i] = rule
    return starts


def _leads(marks: list[Mark]) -> list[int | None]:
    """For each line the next paragraph of body under it, None where a subhead comes first."""
    leads: list[int | None] = [None] * len(marks)
    lead: int | None = None
    for i in range(len(marks) - 1, -1, -1):
        leads[i] = lead
        if marks[i].zone == "body":
            lead = i
        elif marks[i].zone == "subhead":
            lead = None
    return leads


def _begins_story(lines: list[Line], marks: list[Mark], at: int, lead: int | None, names: set[str], said: set[str]) -> str | None:
    """Why the subhead at a line begins a story, None where it only divides one: a dateline or byline stands under it, or its lead
    says it again, and either introduces people by their full names anew or tells news of what was not spoken of before.
    """
    if lead is None:
        return None
    if dateline_end(lines[lead].text):
        return "story.dateline-follows"
    if {"byline.by", "byline.published"} & {marks[i].rule for i in range(at + 1, lead)}:
        return "story.byline-follows"
    subhead, opening = lines[at], lines[lead].text[:_LOOKED_AT]
    words = stems(subhead.plain)
    if not subhead.title or subhead.n_words < _LEAST_WORDS or len(words & stems(opening)) < _SHARED_WITH_LEAD * len(words):
        return None
    if names.intersection(_NAME.findall(opening)):
        return "story.lead-introduces-anew"
    unheard = len(words - said) >= _UNHEARD * len(words)
    return "story.lead-on-new-topic" if unheard and _NEWS_LEAD.search(opening) else None
