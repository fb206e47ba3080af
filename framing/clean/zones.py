"""Which zone each line of a page belongs to: the order in which the rules are asked."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from typing import Final

from framing.clean.captions import mark_pictures
from framing.clean.datelines import dateline_end
from framing.clean.heads import mark_top
from framing.clean.line_rules import Mark, is_label_alone, mark_alone
from framing.clean.lines import Line
from framing.model.document import ZONES, Zone

_FOLLOWERS: Final = 8  # lines that one "Related" or "Tags" label may announce
_LONGEST_LINK: Final = 25  # words
_LONGEST_SUBHEAD: Final = 18  # words
_LONGEST_PAGE_HEAD: Final = 12  # words
_REPEATED: Final = 3  # times; a line said twice may be a title given again
_DIGITS: Final = re.compile(r"\d{1,4}")
_CAPITAL_LINK: Final = 6  # words: subheads in capitals are shorter; whole titles in capitals among paragraphs are links to other stories


def find_zones(lines: list[Line], *, title: str | None) -> list[Mark]:
    """A zone and its rule for every line.

    Rules of wording go first, then markup, then what stands beside what; what is left is body or subhead by its look.
    Where nothing at all would be body, all unmarked lines are: a text of one word is still a text.
    """
    marks: list[Mark | None] = [mark_alone(line) for line in lines]
    _mark_by_markup(lines, marks)
    _mark_followers(lines, marks)
    _mark_comments(lines, marks)
    _mark_page_rights(lines, marks)
    mark_pictures(lines, marks)
    bare = not any(mark is None and line.prose for line, mark in zip(lines, marks, strict=True))
    if not bare or any(mark is not None and mark.zone == "body" for mark in marks):
        _mark_repeated(lines, marks)
        mark_top(lines, marks, title=title)
        _mark_tail(lines, marks)
        _mark_middle(lines, marks)
    return [mark or Mark("body", "body.no-other" if bare else "body.prose") for mark in marks]


def _mark_by_markup(lines: list[Line], marks: list[Mark | None]) -> None:
    """What the file's markup says, where the words say nothing surer."""
    for i, line in enumerate(lines):
        if line.hint is None or line.hint.zone not in ZONES:
            continue
        zone: Zone = next(zone for zone in ZONES if zone == line.hint.zone)
        if marks[i] is None or zone == "headline":
            marks[i] = Mark(zone, line.hint.rule)


def _mark_followers(lines: list[Line], marks: list[Mark | None]) -> None:
    """Lines that a label announces: the links under "RELATED:", the list under "Tags:"."""
    for i, mark in enumerate(list(marks)):
        if mark is None or mark.zone not in {"teaser", "tags"} or not is_label_alone(lines[i]):
            continue
        for k in range(i + 1, min(len(lines), i + 1 + _FOLLOWERS)):
            line = lines[k]
            first = k == i + 1
            story_again = line.prose and not line.plain.endswith("?") and not (first and not line.gap and line.n_words <= 12)
            if marks[k] is not None or line.n_words > _LONGEST_LINK or story_again:
                break
            if not first and line.gap and not (line.bullet and mark.zone == "teaser"):
                break
            marks[k] = Mark(mark.zone, f"{mark.zone}.under-label")


def _mark_page_rights(lines: list[Line], marks: list[Mark | None]) -> None:
    """A "©" line below the last paragraph, apart from any picture, is the page's own."""
    last = max((i for i, line in enumerate(lines) if line.prose and (marks[i] is None or _is(marks[i], "body"))), default=-1)
    for i in range(max(1, last + 1), len(lines)):
        if _is(marks[i], "credit") and lines[i].gap and lines[i].plain.startswith("©") and "/" not in lines[i].plain:
            marks[i] = Mark("furniture", "furniture.rights")


def _mark_comments(lines: list[Line], marks: list[Mark | None]) -> None:
    """All that follows a comments label near the end of the page, up to the tags or the next label of another kind."""
    prose = [i for i, line in enumerate(lines) if (marks[i] is None or _is(marks[i], "body")) and line.prose]
    done = 0
    for i, mark in enumerate(list(marks)):
        if i < done or mark is None or mark.zone != "comments" or mark.rule != "comments.label":
            continue
        before = bisect.bisect_left(prose, i)
        if before == 0:
            marks[i] = Mark("furniture", "furniture.comment-count")
        if before == 0 or before < 0.5 * len(prose):
            continue
        for k in range(i + 1, len(lines)):
            done = k
            after = marks[k]
            if after is not None and (after.zone not in {"body", "furniture", "byline", "credit", "comments"} or after.rule == "furniture.rights"):
                break
            if after is None or after.zone != "comments":
                marks[k] = Mark("comments", "comments.under-label")


def _mark_repeated(lines: list[Line], marks: list[Mark | None]) -> None:
    """Short lines that come back again and again, page numbers apart, are heads and feet of printed pages."""
    cores = [_DIGITS.sub("0", line.plain) if marks[i] is None and not line.stops and not line.bullet and line.n_words <= _LONGEST_PAGE_HEAD else ""
             for i, line in enumerate(lines)]
    times = Counter(cores)
    for i, core in enumerate(cores):
        if core and times[core] >= _REPEATED:
            marks[i] = Mark("furniture", "furniture.repeated")


def _mark_tail(lines: list[Line], marks: list[Mark | None]) -> None:
    """Short lines under the last paragraph: titles of other stories, or page furniture."""
    last = max((i for i, line in enumerate(lines) if (marks[i] is None and (line.prose or line.stops)) or _is(marks[i], "body")), default=-1)
    for i in range(last + 1, len(lines)):
        if marks[i] is None or _is(marks[i], "subhead"):
            marks[i] = Mark("teaser", "teaser.end-of-page") if lines[i].n_words >= 4 else Mark("furniture", "furniture.end-of-page")


def _is(mark: Mark | None, zone: str) -> bool:
    return mark is not None and mark.zone == zone


def _mark_middle(lines: list[Line], marks: list[Mark | None]) -> None:
    """Subheads among the paragraphs: short lines that stand alone, without a stop, with a paragraph under them."""
    for i, line in enumerate(lines):
        if marks[i] is not None or line.stops or line.bullet or not 1 <= line.n_words <= _LONGEST_SUBHEAD:
            continue
        if (not line.title and _runs_on(lines, marks, i)) or line.plain.endswith((",", ":", ";", "-")) or line.plain[:1].islower():
            continue
        under_gap = i + 1 >= len(lines) or lines[i + 1].gap or line.title
        if line.gap and under_gap and line.n_words >= _CAPITAL_LINK and line.plain.isupper() and not _heads_story(lines, i):
            marks[i] = Mark("teaser", "teaser.capitals-between-paragraphs")
        elif line.gap and under_gap and (line.title or line.n_words <= 12):
            marks[i] = Mark("subhead", "subhead.alone-between-paragraphs")


def _heads_story(lines: list[Line], at: int) -> bool:
    """Whether a dateline stands under the line: then it is the title of a story, in capitals or not."""
    return at + 1 < len(lines) and dateline_end(lines[at + 1].text) > 0


def _runs_on(lines: list[Line], marks: list[Mark | None], at: int) -> bool:
    """Whether the next line of body goes on in small letters: then this one was cut, and is no subhead."""
    following = next((line for k, line in enumerate(lines[at + 1:at + 8], at + 1) if marks[k] is None or _is(marks[k], "body")), None)
    return following is not None and following.plain[:1].islower()
