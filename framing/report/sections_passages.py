"""Sections 7 to 9: aligned passages, what stands in one article only, and questions to ask."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from framing.model.alignment import AlignedPair, OnlyIn
from framing.model.article import Span
from framing.report.draft import Draft, listed, muted, one_cell, spaced, strong, words
from framing.report.escape import one_line
from framing.report.passages import Shown
from framing.report.quantities import plural
from framing.report.sections_facts import shared_facts
from framing.report.view import (
    Badge,
    Block,
    Bullets,
    Fold,
    Grid,
    Head,
    Jump,
    Line,
    Mark,
    Pair,
    Paragraph,
    Row,
    Section,
    Side,
    Subhead,
    Text,
    VoiceTag,
)
from framing.report.wording import COULD_KNOW, RELATIONS
from framing.text.letters import lettered
from framing.text.terms import common_share, term

ROWS_SHOWN: Final = 8       # folded rows that are printed; the rest stands in tables/only_in.csv
ONLY_SHOWN: Final = 6       # statements an article before the rest is folded away
PAIRS_SHOWN: Final = 24     # aligned pairs printed in full; the rest stands in tables/alignment.csv
_TITLE_WORDS: Final = 4     # shared words that name a pair
_TELL_LITTLE: Final = frozenset(["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "according"])
_NUMBERED = re.compile(r"Finding \d+: ")
# Likeness from which a match is called strong or moderate in words; the number always stands beside the word.
STRONG_MATCH: Final = 0.6
MODERATE_MATCH: Final = 0.3  # below that a reader has to check the match by eye


def pairs(draft: Draft) -> Section:
    """Section 7: aligned passages side by side, the surest first."""
    found = sorted(_all_pairs(draft), key=lambda it: (-it[2].score, it[0].place, it[1].place, it[2].a))
    if not found:
        said = "No passage of one article was found again in another. Compare such articles with care."
        return Section("pairs", 7, "Aligned passages", (Paragraph(words(said)),))
    blocks: list[Block] = [*shared_facts(draft), Subhead("Side by side"), Paragraph(words("Passages that tell of the same thing, found by their words, names, numbers and dates. Shared words are the reason "
                                           "for the match. Check weak matches by eye."))]
    blocks += [_pair(draft, k, *one) for k, one in enumerate(found[:PAIRS_SHOWN], 1)]
    if len(found) > PAIRS_SHOWN:
        blocks.append(Paragraph(words(f"{len(found) - PAIRS_SHOWN} more pairs are not printed here; all {len(found)} stand in the table “alignment”."), "note"))
    return Section("pairs", 7, "Aligned passages", tuple(blocks))


def _all_pairs(draft: Draft) -> Iterator[tuple[Shown, Shown, AlignedPair]]:
    for alignment in draft.comparison.alignments:
        a, b = (draft.articles[draft.place(one)] for one in (alignment.a_id, alignment.b_id))
        for pair in alignment.pairs:
            yield a, b, pair


def match_words(score: float) -> str:
    """A likeness in words and number."""
    if score >= STRONG_MATCH:
        return f"match: strong ({score:.2f})"
    return f"match: moderate ({score:.2f})" if score >= MODERATE_MATCH else f"match: weak ({score:.2f}), check by eye"


def _telling_words(text: str, shared: Sequence[Span]) -> list[str]:
    """Up to four shared words for a title, in their order: the rarest, days, months and numbers in words aside unless nothing else is shared."""
    said = {span: one_line(text[span.start:span.end].removesuffix("'s").removesuffix("\u2019s"), 40) for span in shared}
    telling = [span for span in said if said[span].lower() not in _TELL_LITTLE] or list(said)
    rarest = sorted(telling, key=lambda span: (common_share(term(said[span])), span.start))[:_TITLE_WORDS]
    return list(dict.fromkeys(said[span] for span in sorted(rarest, key=lambda span: span.start)))


def _pair(draft: Draft, number: int, a: Shown, b: Shown, pair: AlignedPair) -> Pair:
    use = Jump(f"p{number}", f"pair {number}")
    title = ", ".join(_telling_words(a.text, pair.shared_a))

    def side(shown: Shown, span: Span, shared: tuple[Span, ...], voice: str, speaker: str | None) -> Side:
        mark: Mark = "shared"
        passage = shown.passage(span, extra=[(one, mark) for one in shared], quoted=False)
        return Side(shown.place, passage, VoiceTag(voice, one_line(speaker, 80) if speaker else None), draft.register.cite(shown.place, span, use))

    return Pair(number, use.anchor, title, match_words(pair.score), side(a, pair.a, pair.shared_a, pair.voice_a, pair.speaker_a),
                side(b, pair.b, pair.shared_b, pair.voice_b, pair.speaker_b), one_line(lettered(pair.note, a.letter, b.letter) or RELATIONS[pair.relation], 400))


def only_in(draft: Draft) -> Section:
    """Section 8: statements of one article that were not found in another, the most central of each article first."""
    found = _merged(draft)
    if not found:
        said = "Each central statement was found in the other article, or an article is an excerpt and nothing can be called missing."
        return Section("only", 8, "Only in one article", (Paragraph(words(said)),))
    heads = tuple(Head(words(one), brief=short) for one, short in (
        ("Statement", ""), ("In", ""), ("Not found in", "Not in"), ("Could the other have reported it?", "Could it?"), ("Nearest passage there, likeness", "Nearest"),
        ("Passage", "")))
    ranks: Counter[int] = Counter()
    first: list[_Only] = []
    rest: list[_Only] = []
    for one in found:
        ranks[one.here.place] += 1
        (first if ranks[one.here.place] <= ONLY_SHOWN else rest).append(one)
    numbered = [(Jump(f"o{k}", f"only in one {k}"), one) for k, one in enumerate((*first, *rest[:ROWS_SHOWN]), 1)]
    rows = tuple(_only_row(draft, use, one) for use, one in numbered)
    caption = f"Statements not found in another article, the {ONLY_SHOWN} most central of each article"
    blocks: list[Block] = [*_only_notes(draft), Grid(caption, heads, rows[:len(first)], look="only")]
    if rest:
        left = [Paragraph(words(f"Not printed here: {plural(len(rest) - ROWS_SHOWN, 'more row')}; all rows stand in the table “only_in”."), "note")]
        further = Grid("Further statements, less central", heads, rows[len(first):], look="only")
        blocks.append(Fold(f"{plural(len(rest), 'less central statement')} not found in another article", (further, *(left if len(rest) > ROWS_SHOWN else ()))))
    return Section("only", 8, "Only in one article", tuple(blocks))


def _only_notes(draft: Draft) -> tuple[Block, ...]:
    """What stands above the table: which pairs tell of different events, and what "not found" means."""
    rows = draft.comparison.comparability
    other = [one for one in rows if one.verdict in ("same-topic", "different")]
    notes: list[Block] = []
    if other:
        named = listed([f"{draft.articles[draft.place(one.a)].letter}–{draft.articles[draft.place(one.b)].letter}" for one in other[:ONLY_SHOWN]])
        whom = "These articles do" if len(other) == len(rows) else f"The pairs {named}{' and others' if len(other) > ONLY_SHOWN else ''} do"
        said = f"{whom} not report the same event. A statement about the other event is no omission: nobody could expect it here."
        notes.append(Paragraph((strong(said),)))
    notes.append(Paragraph(words(
        "“Not found” means that no passage of the other article is like enough; it may be told there in other words, and no reason for its absence is known. "
        "Grey rows could not have been known to the other article, by the dates.")))
    return tuple(notes)


@dataclass(frozen=True, slots=True)
class _Only:
    """A statement of one article, with each article where it was not found."""

    here: Shown
    span: Span
    rows: tuple[tuple[Shown, OnlyIn], ...]

    @property
    def central(self) -> float:
        return max(row.central for _, row in self.rows)


def _merged(draft: Draft) -> list[_Only]:
    """Each statement once, by article, the most central of an article first."""
    found: dict[tuple[int, Span], list[tuple[Shown, OnlyIn]]] = {}
    for here, there, row in _all_only(draft):
        found.setdefault((here.place, row.span), []).append((there, row))
    made = [_Only(draft.articles[place], span, tuple(sorted(rows, key=lambda it: it[0].place))) for (place, span), rows in found.items()]
    return sorted(made, key=lambda one: (one.here.place, -one.central, one.span))


def _all_only(draft: Draft) -> Iterator[tuple[Shown, Shown, OnlyIn]]:
    for one in draft.comparison.alignments:
        a, b = (draft.articles[draft.place(name)] for name in (one.a_id, one.b_id))
        yield from ((a, b, row) for row in one.only_a)
        yield from ((b, a, row) for row in one.only_b)


def _only_row(draft: Draft, use: Jump, one: _Only) -> Row:
    many = len(one.rows) > 1
    could: list[Line] = []
    nearest: list[Line] = []
    for there, row in one.rows:
        lead: Line = (Badge(there.place), Text(" ")) if many else ()
        could.append((*lead, Text(COULD_KNOW[row.could_know]), muted(_why(row.reason))))
        near: Line = (muted("none near"),) if row.nearest is None else (
            draft.register.cite(there.place, row.nearest, use), muted(f" {row.score:.2f}"))
        nearest.append((Badge(there.place), Text(" "), *near))
    return Row((one_cell(one.here.passage(one.span, quoted=False)), one_cell(Badge(one.here.place)),
                (spaced([Badge(there.place) for there, _ in one.rows]),), tuple(could), tuple(nearest),
                one_cell(draft.register.cite(one.here.place, one.span, use))),
               use.anchor, quiet=all(row.could_know is False for _, row in one.rows))


def _why(reason: str) -> str:
    """What follows "Yes" or "No": the reason without what the heading says already."""
    said = one_line(reason.removeprefix("not found; "))
    return f": {said}" if said else ""


def questions(draft: Draft) -> Section:
    """Section 9: questions tied to the findings, and the general ones."""
    items: list[Line] = []
    kept = [one for one in draft.comparison.findings if len(one.evidence) >= 2]
    for k, one in enumerate(kept, 1):
        if one.question:
            items.append((Jump(f"f{k}", f"Finding {k}"), Text(": " + one_line(one.question, 500))))
    asked = {one.question for one in draft.comparison.findings}
    items += [words(one) for one in draft.comparison.questions if _NUMBERED.sub("", one) not in asked]
    block: Block = Bullets(tuple(items)) if items else Paragraph(words("What would each article need to show for its wording? Whose words are missing from all of them?"))
    return Section("ask", 10, "Questions to ask", (block,))

