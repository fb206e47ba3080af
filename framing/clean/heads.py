"""The top of a page: its headline, the dek under it, and what else stands above the first paragraph."""

from __future__ import annotations

import re
from typing import Final

from framing.clean.datelines import dateline_end
from framing.clean.line_rules import Mark
from framing.clean.lines import Line, content_words

_NAME: Final = re.compile(r"^[A-ZÀ-Þ][\w.'\-]+(?: [A-ZÀ-Þ][\w.'\-]+){1,3}(?:(?:,| \|| -) .{2,50})?$")
_PEOPLE: Final = re.compile(r"^[A-ZÀ-Þ][\w'\-]+ (?:[A-ZÀ-Þ]\. )?[A-ZÀ-Þ][\w'\-]+(?:(?:,| and|, and) [A-ZÀ-Þ][\w'\-]+ (?:[A-ZÀ-Þ]\. )?[A-ZÀ-Þ][\w'\-]+){0,3}$")
_CAPITAL: Final = re.compile(r"\b[A-ZÀ-Þ][\w\-]+")
_AFTER_CAPITAL: Final = re.compile(r"\b(?=[A-ZÀ-Þ][\w'\-]* ([A-ZÀ-Þ][\w\-]+))")
_TOP_LINES: Final = 40  # lines in which the title given apart is looked for
_LONGEST_HEADLINE: Final = 30  # words
_TELLING: Final = 8  # words from which a longer line is no likelier a headline: what is longer still is a dek
_DEK_WORDS: Final = 60
_STEM: Final = 5  # letters by which two words count as forms of one


def mark_top(lines: list[Line], marks: list[Mark | None], *, title: str | None) -> None:
    """Fill in what stands above the first paragraph of prose: headline, dek, byline; the rest there is furniture."""
    _mark_title(lines, marks, title)
    first = next((i for i, line in enumerate(lines) if _may_be_body(marks[i]) and (line.prose or _hinted(line, "body"))), None)
    if first is None:
        return
    chosen = _headline(lines, marks, first)
    for i in range(first):
        if marks[i] is None:
            marks[i] = _top_mark(lines[i], i, chosen)
    if chosen is not None:
        marks[chosen] = marks[chosen] or Mark("headline", "headline.top-of-page")
        _mark_dek(lines, marks, first)


def _may_be_body(mark: Mark | None) -> bool:
    return mark is None or mark.zone == "body"


def _hinted(line: Line, zone: str) -> bool:
    return line.hint is not None and line.hint.zone == zone


def _mark_title(lines: list[Line], marks: list[Mark | None], title: str | None) -> None:
    """The line near the top that is the title given apart, full stop or not; the last such, as menus may say it too."""
    wanted = _core(title) if title else ""
    same = [i for i, line in enumerate(lines[:_TOP_LINES]) if wanted and marks[i] is None and _core(line.plain) == wanted]
    if same and not any(mark is not None and mark.zone == "headline" for mark in marks[:_TOP_LINES]):
        marks[same[-1]] = Mark("headline", "headline.is-title")


def _headline(lines: list[Line], marks: list[Mark | None], first: int) -> int | None:
    """The line of the headline: one that the markup or the title given apart names, else the likeliest by its look."""
    for i in range(first):
        mark = marks[i]
        if mark is not None and mark.zone == "headline":
            return i
    candidates = [i for i in range(first) if marks[i] is None and _could_be_headline(lines[i])]
    if not any(mark is not None and mark.rule == "byline.by" for mark in marks[:first]):
        candidates = [i for i in candidates if not _PEOPLE.match(lines[i].plain)]  # somebody must have written it
    likely = {i: min(lines[i].n_words, _TELLING) + 2 * lines[i].title - rank for rank, i in enumerate(candidates)}
    return max(candidates, key=lambda i: (likely[i], -i), default=None)


def _could_be_headline(line: Line) -> bool:
    return 2 <= line.n_words <= _LONGEST_HEADLINE and not line.bullet and not line.plain.endswith((".", ":", ",")) and any(letter.isalpha() for letter in line.plain)


def _core(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _top_mark(line: Line, i: int, chosen: int | None) -> Mark | None:
    """The zone of an unmarked line above the first paragraph."""
    if i == chosen:
        return None
    if line.bullet and line.n_words >= 4 and (chosen is None or i > chosen):
        return Mark("dek", "dek.key-point")
    if chosen is None:
        if _PEOPLE.match(line.plain):
            return Mark("byline", "byline.name-above-story")
        return None if line.stops else Mark("furniture", "furniture.above-story")
    if i < chosen:
        return Mark("dek", "dek.above-headline") if line.stops and line.n_words >= 4 else Mark("furniture", "furniture.above-story")
    if _NAME.match(line.plain) and line.n_words <= 8:
        return Mark("byline", "byline.name-under-headline")
    if line.n_words >= 5 or line.stops:
        return Mark("dek", "dek.under-headline")
    return Mark("furniture", "furniture.above-story")


def _mark_dek(lines: list[Line], marks: list[Mark | None], first: int) -> None:
    """The summary under a headline, told from the lead: it stands above the dateline or the byline, or the lead says it again in full."""
    end = next((i for i in range(first, min(len(lines), first + 12)) if _may_be_body(marks[i]) and _title_like(lines[i])), min(len(lines), first + 12))
    body = [i for i in range(first, end) if _may_be_body(marks[i])][:4]
    filed = next((k for k, i in enumerate(body) if dateline_end(lines[i].text)), 0)
    if 0 < filed <= 2 and all(lines[i].n_words <= _DEK_WORDS for i in body[:filed]):
        for i in body[:filed]:
            marks[i] = Mark("dek", "dek.above-dateline")
        return
    if len(body) < 2 or lines[body[0]].n_words > 40:
        return
    between = [marks[i] for i in range(body[0] + 1, body[1])]
    if any(mark is not None and mark.zone == "byline" for mark in between):
        marks[body[0]] = Mark("dek", "dek.above-byline")
    elif _says_again(lines[body[0]].plain, lines[body[1]].plain):
        marks[body[0]] = Mark("dek", "dek.said-again-by-lead")


def _title_like(line: Line) -> bool:
    return line.title and not line.stops


def stems(text: str) -> set[str]:
    """Content words cut to five letters: a cheap way to see two forms of one word as one."""
    return {word.lower()[:_STEM] for word in content_words(text) if len(word) > 2}


def _says_again(dek: str, lead: str) -> bool:
    """Whether the lead repeats the dek and gives names in full that the dek gave short ("Ruiz", then "Ana Ruiz")."""
    first, second = stems(dek), stems(lead)
    if not first or len(re.findall(r"[.!?] [A-Z]", dek)) > 0:
        return False
    shared = len(first & second) / len(first)
    return shared >= 0.6 or (shared >= 0.3 and bool(names_in_full(lead) & bare_names(dek)))


def names_in_full(text: str) -> set[str]:
    """Capitalised words that have a capitalised word before them ("Ana Ruiz" gives "Ruiz")."""
    return {found[1] for found in _AFTER_CAPITAL.finditer(text)}


def bare_names(text: str) -> set[str]:
    """Capitalised words that never have a capitalised word before them."""
    return set(_CAPITAL.findall(text)) - names_in_full(text)
