"""Sections 6 to 9: who speaks, aligned passages, what stands in one article only, and questions to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from framing.model.alignment import AlignedPair, OnlyIn
from framing.model.article import Span
from framing.model.comparison import SpeakerRow
from framing.report.bars import bar_panel
from framing.report.draft import Draft, muted, one_cell, spaced, words
from framing.report.escape import brief, one_line
from framing.report.passages import Shown
from framing.report.quantities import per_cent
from framing.report.view import (
    Badge,
    Bar,
    Block,
    Bullets,
    Cell,
    CountDrawing,
    Figure,
    Fold,
    Grid,
    Head,
    Jump,
    Line,
    Mark,
    MirrorDrawing,
    Pair,
    Panel,
    Paragraph,
    Parts,
    Row,
    Section,
    Side,
    Text,
    VoiceTag,
)
from framing.report.wording import COULD_KNOW, RELATIONS

SPEAKERS_SHOWN: Final = 12  # rows in the chart of speakers
ROWS_SHOWN: Final = 40      # rows of a table before the rest is folded away
PAIRS_SHOWN: Final = 24     # aligned pairs printed in full; the rest stands in tables/alignment.csv
_NUMBERED = re.compile(r"Finding \d+: ")
UNASSIGNED: Final = "unassigned"
# Likeness from which a match is called strong or moderate in words; the number always stands beside the word.
STRONG_MATCH: Final = 0.6
MODERATE_MATCH: Final = 0.4


def speakers(draft: Draft) -> Section:
    """Section 6: one row a speaker, with totals by side."""
    rows = draft.comparison.speakers
    if not rows:
        return Section("speakers", 6, "Who speaks", (Paragraph(words("Nobody is quoted or credited in the counted text of these articles.")),))
    intro = ("Quoted words stand inside quotation marks; credited words are all that is given to the speaker, quoted words among them. Sides are the "
             "user's; the tool assigns none.")
    grid = _speaker_grid(draft, rows)
    blocks: list[Block] = [Paragraph(words(intro)), _speaker_figure(draft, rows), Grid(grid.caption, grid.heads, grid.rows[:ROWS_SHOWN], grid.foot, "speakers")]
    if grid.rows[ROWS_SHOWN:]:
        blocks.append(Fold(f"{len(grid.rows) - ROWS_SHOWN} more rows", (Grid("Further speakers", grid.heads, grid.rows[ROWS_SHOWN:], look="speakers"),)))
    return Section("speakers", 6, "Who speaks", tuple(blocks))


def _speaker_figure(draft: Draft, rows: tuple[SpeakerRow, ...]) -> Figure:
    top = [row for row in rows if sum(row.attributed_words)][:SPEAKERS_SHOWN]
    said = "Pale bars are words inside quotation marks, hatched ones are credited without them."
    if len(draft.articles) == 2:
        bars = tuple((brief(row.speaker, 40), _parts(row, 0), _parts(row, 1)) for row in top)
        spoken = "; ".join(f"{brief(row.speaker, 80)}: A {row.attributed_words[0]}, B {row.attributed_words[1]}" for row in top)
        title = f"← A {draft.articles[0].outlet} | B {draft.articles[1].outlet} →"
        mirror = Panel("speakers", title, spoken, MirrorDrawing((0, 1), bars))
        return Figure("speakers", "Words credited to each speaker", said, (mirror, *_balance(draft)))
    most = max((row.attributed_words[k] for row in top for k in range(len(draft.articles))), default=1)
    panels = tuple(_speaker_panel(shown, top, most) for shown in draft.articles)
    return Figure("speakers", "Words credited to each speaker", said, panels)


def _balance(draft: Draft) -> tuple[Panel, ...]:
    asked = (("largest_speaker", "Largest speaker's part of the credited words"), ("unnamed_sources", "Statements whose source is not a named person"))
    return tuple(panel for name, title in asked if (panel := bar_panel(draft, name, "all", title)))


def _parts(row: SpeakerRow, k: int) -> Parts:
    return ("quoted", row.quoted_words[k]), ("attributed", max(0, row.attributed_words[k] - row.quoted_words[k]))


def _speaker_panel(shown: Shown, rows: list[SpeakerRow], most: int) -> Panel:
    k = shown.place
    bars = tuple((brief(row.speaker, 40), _parts(row, k)) for row in rows if row.attributed_words[k]) or (("nobody", ()),)
    said = "; ".join(f"{name}: {sum(n for _, n in found)}" for name, found in bars)
    return Panel(f"speakers-{shown.letter}", f"{shown.letter} {shown.outlet}", said, CountDrawing(k, bars, max(most, 1)))


def _speaker_grid(draft: Draft, rows: tuple[SpeakerRow, ...]) -> Grid:
    top = max((n for row in rows for n in row.quoted_words), default=0) or 1
    first, last = (Head(words("Speaker")), Head(words("Side"))), (Head(words("Reporting verbs")), Head(words("How")), Head(words("Passages")))
    numbered = [(Jump(f"s{k}", f"speakers {k}"), row) for k, row in enumerate(rows, 1)]
    caption = "Speakers, with the words quoted out of all words credited to them"
    if draft.wide:
        heads = (*first, *(Head((Badge(one.place), Text(" quoted of credited")), numeric=True) for one in draft.articles), *last)
        body = tuple(Row((*_speaker_head(row), *(_word_cell(row, k, top) for k in range(len(draft.articles))), _verbs(draft, row), _how(row),
                          _speaker_refs(draft, row, use, None)), use.anchor) for use, row in numbered)
        return Grid(caption, heads, body, _side_totals(draft, rows))
    heads = (*first, Head(words("Article")), Head(words("Quoted of credited"), numeric=True), *last)
    body = tuple(Row((*_speaker_head(row), one_cell(Badge(k)), _word_cell(row, k, top), _verbs(draft, row, only=k), _how(row),
                      _speaker_refs(draft, row, use, k)), use.anchor if k == _first(row) else "")
                 for use, row in numbered for k in range(len(draft.articles)) if row.items[k])
    return Grid(caption, heads, body)


def _first(row: SpeakerRow) -> int:
    return next((k for k, n in enumerate(row.items) if n), 0)


def _speaker_head(row: SpeakerRow) -> tuple[Cell, Cell]:
    side = one_cell(muted(row.side)) if row.side == UNASSIGNED else (words(row.side),)
    return (words(row.speaker),), side


def _word_cell(row: SpeakerRow, k: int, top: int) -> Cell:
    quoted, credited = row.quoted_words[k], row.attributed_words[k]
    if not credited and not quoted:
        return one_cell(muted("0"))
    bar = (Bar(k, quoted / top),) if quoted else ()
    return ((*bar, Text(f"{quoted:,}", "strong" if quoted else "muted"), muted(f" of {credited:,}")),)


def _verbs(draft: Draft, row: SpeakerRow, only: int | None = None) -> Cell:
    lines: list[Line] = []
    for shown in draft.articles:
        verbs = row.verbs[shown.place]
        if verbs and only in (None, shown.place):
            said = ", ".join(one_line(verb, 40) + (f" ×{n}" if n > 1 else "") for verb, n in verbs[:6])
            lines.append((Badge(shown.place), Text(f" {said}")))
    return tuple(lines) or one_cell(muted("none"))


def _how(row: SpeakerRow) -> Cell:
    return (words(row.source_type.replace("_", " ")),)


def _speaker_refs(draft: Draft, row: SpeakerRow, use: Jump, only: int | None) -> Cell:
    found = [(one.article, one.span) for one in row.evidence if only in (None, one.article)]
    by_article: dict[int, list[Span]] = {}
    for article, span in found:
        by_article.setdefault(article, []).append(span)
    lines = tuple((Badge(article), Text(" "), *spaced(draft.register.cite_all(article, spans, use))) for article, spans in sorted(by_article.items()))
    return lines or one_cell(muted("none"))


def _side_totals(draft: Draft, rows: tuple[SpeakerRow, ...]) -> tuple[Row, ...]:
    sides = sorted({row.side for row in rows if row.side != UNASSIGNED})
    made = []
    for side in (*sides, None):
        chosen = [row for row in rows if side is None or row.side == side]
        cells = []
        for k in range(len(draft.articles)):
            n, of = sum(row.quoted_words[k] for row in chosen), sum(row.quoted_words[k] for row in rows)
            share = f"{per_cent(n / of)} of the quoted words: " if side is not None and of else ""
            cells.append(one_cell(Text(f"{share}{n:,}"), muted(f" of {sum(row.attributed_words[k] for row in chosen):,}")))
        name = "All speakers" if side is None else f"Side: {side}"
        made.append(Row(((words(name),), (), *cells, (), (), ())))
    return tuple(made)


def pairs(draft: Draft) -> Section:
    """Section 7: aligned passages side by side, the surest first."""
    found = sorted(_all_pairs(draft), key=lambda it: (-it[2].score, it[0].place, it[1].place, it[2].a))
    if not found:
        said = "No passage of one article was found again in another. Compare such articles with care."
        return Section("pairs", 7, "Aligned passages", (Paragraph(words(said)),))
    blocks: list[Block] = [Paragraph(words("Passages that tell of the same thing, found by their words, names, numbers and dates. Shared words are the reason "
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


def _pair(draft: Draft, number: int, a: Shown, b: Shown, pair: AlignedPair) -> Pair:
    use = Jump(f"p{number}", f"pair {number}")
    title = ", ".join(dict.fromkeys(one_line(a.text[span.start:span.end], 40) for span in pair.shared_a[:4]))

    def side(shown: Shown, span: Span, shared: tuple[Span, ...], voice: str, speaker: str | None) -> Side:
        mark: Mark = "shared"
        passage = shown.passage(span, extra=[(one, mark) for one in shared], quoted=False)
        return Side(shown.place, passage, VoiceTag(voice, one_line(speaker, 80) if speaker else None), draft.register.cite(shown.place, span, use))

    return Pair(number, use.anchor, title, match_words(pair.score), side(a, pair.a, pair.shared_a, pair.voice_a, pair.speaker_a),
                side(b, pair.b, pair.shared_b, pair.voice_b, pair.speaker_b), one_line(pair.note or RELATIONS[pair.relation], 400))


def only_in(draft: Draft) -> Section:
    """Section 8: statements of one article that were not found in another."""
    intro = ("“Not found” means that no passage of the other article is like enough; it may be told there in other words, and no reason for its absence "
             "is known. Central statements come first.")
    found = sorted(_all_only(draft), key=lambda it: (-it[2].central, it[0].place, it[1].place, it[2].span))
    if not found:
        said = "Each central statement was found in the other article, or an article is an excerpt and nothing can be called missing."
        return Section("only", 8, "Only in one article", (Paragraph(words(said)),))
    heads = tuple(Head(words(one)) for one in ("Statement", "In", "Not found in", "Could the other have reported it?", "Nearest passage there", "Passage"))
    rows = tuple(_only_row(draft, Jump(f"o{k}", f"only in one {k}"), *one) for k, one in enumerate(found, 1) if k <= ROWS_SHOWN)
    blocks: list[Block] = [Paragraph(words(intro)), Grid("Statements found in one article only", heads, rows, look="only")]
    if len(found) > ROWS_SHOWN:
        blocks.append(Paragraph(words(f"{len(found) - ROWS_SHOWN} more rows are not printed here; all {len(found)} stand in the table “only_in”."), "note"))
    return Section("only", 8, "Only in one article", tuple(blocks))


def _all_only(draft: Draft) -> Iterator[tuple[Shown, Shown, OnlyIn]]:
    for one in draft.comparison.alignments:
        a, b = (draft.articles[draft.place(name)] for name in (one.a_id, one.b_id))
        yield from ((a, b, row) for row in one.only_a)
        yield from ((b, a, row) for row in one.only_b)


def _only_row(draft: Draft, use: Jump, here: Shown, there: Shown, row: OnlyIn) -> Row:
    nearest: Cell = one_cell(muted("none near"))
    if row.nearest is not None:
        nearest = one_cell(Badge(there.place), Text(" "), draft.register.cite(there.place, row.nearest, use))
        nearest = (*nearest, (muted(f"likeness {row.score:.2f}"),))
    return Row((one_cell(here.passage(row.span, quoted=False)), one_cell(Badge(here.place)), one_cell(Badge(there.place)),
                one_cell(Text(COULD_KNOW[row.could_know])), nearest, one_cell(draft.register.cite(here.place, row.span, use))),
               use.anchor, quiet=row.could_know is False)


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
    return Section("ask", 9, "Questions to ask", (block,))

