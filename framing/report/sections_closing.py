"""Sections 10 to 12: text quality, the evidence list with the full texts, and method and limits."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Final

from framing.model.article import Notice, Span
from framing.model.document import COUNTED_ZONES
from framing.report.draft import Draft, muted, one_cell, strong, words
from framing.report.escape import one_line, sentence
from framing.report.passages import Shown
from framing.report.quantities import plural
from framing.report.to_json import all_notices
from framing.report.view import (
    Badge,
    Block,
    Bullets,
    Exhibits,
    Facts,
    Fold,
    FullText,
    Grid,
    Head,
    Line,
    Paragraph,
    Passage,
    Row,
    Run,
    Section,
    Text,
    TextLine,
)
from framing.report.wording import FOREWARNING, ZONES

SET_ASIDE: Final = "set-aside"  # code of the cleaning stage's own remark on what does not count
SEVERAL: Final = "several-stories"  # the same stage's remark; said here with the words left out


def quality(draft: Draft) -> Section:
    """Section 10: remarks on the inputs, what was set aside, and inputs that could not be used."""
    items: list[Line] = [(strong(_code(one)), Text(sentence(one.message))) for one in draft.comparison.notices]
    for shown in draft.articles:
        items += [(Badge(shown.place), Text(" "), strong(_code(one)), Text(sentence(one.message)), *_where(shown, one))
                  for one in all_notices(shown.annotation) if one.code != SEVERAL]
        if len({block.story for block in shown.annotation.document.blocks}) > 1:
            items.append((Badge(shown.place), Text(" "), strong("Other stories. "), Text(_other_stories(shown))))
        if not any(one.code == SET_ASIDE for one in all_notices(shown.annotation)):
            items.append((Badge(shown.place), Text(" "), strong("Set aside. "), Text(_set_aside(shown))))
    items += [(strong("Not used. "), Text(f"{one_line(one.name, 120)}: {one_line(one.problem)}")) for one in draft.comparison.failures]
    return Section("quality", 11, "Text quality", (Bullets(tuple(items)),))


def _code(notice: Notice) -> str:
    return one_line(notice.code.replace("-", " "), 80).capitalize() + ". "


def _where(shown: Shown, notice: Notice) -> Line:
    if notice.span is None:
        return ()
    return (muted(f" Line {shown.line_number(notice.span.start)}, characters {notice.span.start}–{notice.span.end}."),)


def _other_stories(shown: Shown) -> str:
    """What stands on the page besides the story compared: a reader who counts its words misses these."""
    others = [block for block in shown.annotation.document.blocks if block.story != shown.story and block.zone in COUNTED_ZONES]
    n, stories = sum(len(shown.text[block.span.start:block.span.end].split()) for block in others), len({block.story for block in others})
    return f"About {plural(n, 'word')} of {plural(stories, 'other story', 'other stories')} on the page are not part of this comparison."


def _set_aside(shown: Shown) -> str:
    dropped = [block for block in shown.annotation.document.blocks if not shown.holds(block.span)]
    kinds = Counter(ZONES[block.zone] if block.story == shown.story else "other stories" for block in dropped)
    n = sum(len(shown.text[block.span.start:block.span.end].split()) for block in dropped)
    if not n:
        return "Nothing: all of the text counts."
    listed = ", ".join(f"{kind} ({count})" for kind, count in sorted(kinds.items(), key=lambda it: (-it[1], it[0])))
    return f"About {plural(n, 'word')} in {plural(len(dropped), 'stretch', 'stretches')}: {listed}. They are listed in the full text."


def evidence(draft: Draft) -> Section:
    """Section 11: each cited passage once, and the full text of every article with its marks. To be made last."""
    listed = draft.register.exhibits()
    intro = ("Each passage once, in the order of its first use. Characters count from 0 in the text as it was read, the end not included, so that any tool can "
             "find them again. The place leads to the full text.")
    blocks: list[Block] = [Paragraph(words(intro)), listed if listed.items else Exhibits(())]
    blocks += [Fold(f"{shown.letter}: full text of {shown.outlet}, with marks", (full_text(shown),), f"text-{shown.letter}") for shown in draft.articles]
    return Section("evidence", 12, "Evidence", tuple(blocks))


def full_text(shown: Shown) -> FullText:
    """Every line of an article that holds words, by line number; lines that do not count are kept apart in their place."""
    parts: list[tuple[bool, list[TextLine]]] = []
    start = 0
    for number, raw in enumerate(shown.text.split("\n"), 1):
        span = Span(start, start + len(raw))
        start = span.end + 1
        if not raw.strip():
            continue
        for zone, counts, piece in _zoned(shown, span):
            if not parts or parts[-1][0] == counts:
                parts.append((not counts, []))
            parts[-1][1].append(TextLine(number, zone, _line(shown, piece)))
    return FullText(shown.place, tuple((aside, tuple(lines)) for aside, lines in parts))


def _zoned(shown: Shown, span: Span) -> list[tuple[str, bool, Span]]:
    found = [(ZONES[block.zone], shown.holds(block.span), Span(max(block.span.start, span.start), min(block.span.end, span.end)))
             for block in shown.annotation.document.blocks if block.span.overlaps(span)]
    kept = [one for one in found if shown.text[one[2].start:one[2].end].strip()]
    return kept or [("page furniture", False, span)]


def _line(shown: Shown, span: Span) -> Passage:
    """The words of a line; each sentence that begins in it bears an anchor that the evidence list points to."""
    starts = [(one.span.start, k) for k, one in enumerate(shown.sentences, 1) if span.start <= one.span.start < span.end]
    edges = [span.start, *(place for place, _ in starts if place > span.start), span.end]
    anchors = {place: f"t{shown.letter}-s{k}" for place, k in starts}
    runs: list[Run] = []
    for start, end in pairwise(edges):
        made = shown.passage(Span(start, end)).runs
        if made and start in anchors:
            made = (Run(made[0].text, made[0].marks, anchors[start]), *made[1:])
        runs += made
    return Passage(tuple(runs), quoted=False)


def method(draft: Draft, date: str | None) -> Section:
    """Section 12: what the numbers mean, what made them, and from which files."""
    versions = draft.comparison.versions
    made: list[tuple[str, str]] = [("Tool", f"framing {versions.tool}"), ("Loaded terms", f"lexicon {versions.lexicon}"), ("Reporting verbs", versions.cues),
                                   ("Label sets", versions.label_sets), ("Language model", versions.model)]
    made += [(name, value) for name, value in versions.libraries]
    made += [("Report date", f"{date} UTC" if date else "none, so that the same input gives the same report"), ("Network", "none used")]
    facts = Facts(tuple((one_line(name, 60), words(value)) for name, value in made if value))
    settings = Facts(tuple((one_line(name, 60), words(value)) for name, value in draft.comparison.settings))
    limits = tuple(words(one) for one in (
        FOREWARNING,
        "A number comes with the count it rests on, what it was counted in, and a 95\u00a0% interval; where there is too little text, it says so and gives no number.",
        "An interval that holds zero is not reported as a difference. Several measures are compared at once, so one of twenty may look clear by chance.",
        "Who speaks, and in whose voice a word stands, is decided by rules that err. The passages show each case; check those you rely on.",
        "That one states what another credits to somebody, or that their numbers differ, is told from the words that two passages share. Where this was checked "
        "by hand on other news, up to half of such pairs spoke of two things: read both passages.",
        "Captions, links to other stories, comments and page furniture are set aside and count for nothing; the full texts list them."))
    blocks: list[Block] = [Bullets(limits), Fold("Versions and settings", (facts, settings) if settings.rows else (facts,)), Fold("Inputs", (_inputs(draft),))]
    return Section("method", 13, "Method and limits", tuple(blocks))


def _inputs(draft: Draft) -> Grid:
    heads = (Head(words("Article")), Head(words("File")), Head(words("Bytes"), numeric=True), Head(words("Encoding")), Head(words("SHA-256")))
    rows = []
    for shown in draft.articles:
        article = shown.annotation.document.article
        rows.append(Row((one_cell(Badge(shown.place), Text(f" {shown.aside}")), (words(article.name),), one_cell(Text(f"{article.n_bytes:,}")),
                         (words(article.encoding),), one_cell(Text(article.sha256, "muted")))))
    return Grid("Input files", heads, tuple(rows), look="inputs")
