"""Section 6: who speaks, how much, where, and with which verbs the article hands it on."""

from __future__ import annotations

from typing import Final

from framing.model.article import Span
from framing.model.comparison import SpeakerRow
from framing.report.bars import bar_panel
from framing.report.draft import Draft, muted, one_cell, spaced, strong, words
from framing.report.escape import brief, one_line
from framing.report.passages import Shown
from framing.report.quantities import per_cent, plural
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
    MirrorDrawing,
    Panel,
    Paragraph,
    Parts,
    Row,
    Section,
    Text,
)
from framing.report.wording import CUES

SPEAKERS_SHOWN: Final = 12  # rows in the chart of speakers
ROWS_SHOWN: Final = 40      # rows of the table before the rest is folded away
FEW: Final = 5              # attributions of an article below which they are listed, and no share is given
VERBS_SHOWN: Final = 6      # verbs of a speaker in one article
UNASSIGNED: Final = "unassigned"


def speakers(draft: Draft) -> Section:
    """Section 6: one row a speaker, with totals by side; an article with few attributions has them listed instead of shares."""
    rows = draft.comparison.speakers
    if not rows:
        return Section("speakers", 6, "Who speaks", (Paragraph(words("Nobody is quoted or credited in the counted text of these articles.")),))
    intro = ("Quoted words stand inside quotation marks; credited words are all that is given to the speaker, quoted words among them. A side "
             "is the one that the user gave, else the state or camp that the articles name beside the speaker; it is never guessed from what is said.")
    more = ("“Up front” counts statements in the headline, the standfirst or the first three paragraphs. Verbs that do more than hand a statement on are "
            "shown with what they do to it.")
    grid = _speaker_grid(draft, rows)
    few = [shown for shown in draft.articles if _items(draft, shown) < FEW]
    blocks: list[Block] = [Paragraph(words(intro)), Paragraph(words(more), "note"), *(block for shown in few for block in _listed(draft, shown))]
    if not few:
        blocks.append(_speaker_figure(draft, rows))
    blocks.append(Grid(grid.caption, grid.heads, grid.rows[:ROWS_SHOWN], grid.foot, "speakers"))
    if grid.rows[ROWS_SHOWN:]:
        blocks.append(Fold(plural(len(grid.rows) - ROWS_SHOWN, "more row"), (Grid("Further speakers", grid.heads, grid.rows[ROWS_SHOWN:], look="speakers"),)))
    return Section("speakers", 6, "Who speaks", tuple(blocks))


def _items(draft: Draft, shown: Shown) -> int:
    return sum(row.items[shown.place] for row in draft.comparison.speakers)


def _listed(draft: Draft, shown: Shown) -> list[Block]:
    """The few attributions of an article, each with its passage."""
    n = _items(draft, shown)
    said = f" credits {plural(n, 'statement') if n else 'no statement'} to anybody, fewer than {FEW}: too few for shares or a chart."
    items: list[Line] = []
    for k, row in enumerate(draft.comparison.speakers, 1):
        use = Jump(f"s{k}", f"speakers {k}")
        items += [(strong(row.speaker), Text(": "), shown.passage(one.span), Text(" "), draft.register.cite(shown.place, one.span, use))
                  for one in row.evidence if one.article == shown.place]
    return [Paragraph((Badge(shown.place), Text(said))), *([Bullets(tuple(items))] if items else [])]


def _speaker_figure(draft: Draft, rows: tuple[SpeakerRow, ...]) -> Figure:
    top = [row for row in rows if sum(row.attributed_words)][:SPEAKERS_SHOWN]
    said = "Pale bars are words inside quotation marks, hatched ones are credited without them."
    if len(draft.articles) == 2:
        bars = tuple((brief(row.speaker, 40), _parts(row, 0), _parts(row, 1)) for row in top)
        spoken = "; ".join(f"{brief(row.speaker, 80)}: A {row.attributed_words[0]}, B {row.attributed_words[1]}" for row in top)
        title = f"← A {draft.articles[0].aside} | B {draft.articles[1].aside} →"
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
    mine = sorted((row for row in rows if row.attributed_words[k]), key=lambda row: -row.attributed_words[k])
    bars = tuple((brief(row.speaker, 40), _parts(row, k)) for row in mine) or (("nobody", ()),)
    said = "; ".join(f"{name}: {sum(n for _, n in found)}" for name, found in bars)
    return Panel(f"speakers-{shown.letter}", f"{shown.letter} {shown.aside}", said, CountDrawing(k, bars, max(most, 1)))


def _speaker_grid(draft: Draft, rows: tuple[SpeakerRow, ...]) -> Grid:
    top = max((n for row in rows for n in row.quoted_words), default=0) or 1
    first = (Head(words("Speaker")), Head(words("Side")))
    last = tuple(Head(words(one)) for one in ("Reporting verbs", "How", "Passages"))
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
    """Name and side; who speaks in one article alone is marked so."""
    side = one_cell(muted(row.side)) if row.side == UNASSIGNED else (words(row.side),)
    only = [k for k, n in enumerate(row.items) if n]
    name: tuple[Line, ...] = (words(row.speaker),)
    return (*name, (muted("only in "), Badge(only[0]))) if len(only) == 1 < len(row.items) else name, side


def _word_cell(row: SpeakerRow, k: int, top: int) -> Cell:
    """Words quoted of words credited in an article, and how many of the statements stand up front."""
    quoted, credited = row.quoted_words[k], row.attributed_words[k]
    if not credited and not quoted:
        return one_cell(muted("0"))
    bar = (Bar(k, quoted / top),) if quoted else ()
    front = row.up_front[k] if row.up_front else 0
    line = (*bar, Text(f"{quoted:,}", "strong" if quoted else "muted"), muted(f" of\u00a0{credited:,}"))
    return (line, (muted(f"{front} up front"),)) if front else (line,)


def _verbs(draft: Draft, row: SpeakerRow, only: int | None = None) -> Cell:
    """The verbs of each article, most frequent first, those that do more than hand on with what they do: "doubting: claim"."""
    lines: list[Line] = []
    for shown in draft.articles:
        k = shown.place
        if not row.verbs[k] or only not in (None, k):
            continue
        known = dict(row.classes[k]) if row.classes else {}
        pieces: list[Line] = []
        for verb, n in row.verbs[k][:VERBS_SHOWN]:
            does = next((CUES[one] for one in shown.cue_classes.get(verb, ()) if one in known and CUES.get(one)), "")
            said = one_line(verb, 40) + (f" ×{n}" if n > 1 else "")
            pieces.append((strong(f"{does}: "), Text(said)) if does else (Text(said),))
        joined = tuple(piece for j, one in enumerate(pieces) for piece in ((Text(", "), *one) if j else one))
        lines.append((Badge(k), Text(" "), *joined))
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
        for shown in draft.articles:
            k = shown.place
            n, of = sum(row.quoted_words[k] for row in chosen), sum(row.quoted_words[k] for row in rows)
            given = side is not None and of and _items(draft, shown) >= FEW
            line = (Text(f"{n:,}"), muted(f" of\u00a0{sum(row.attributed_words[k] for row in chosen):,}"))
            cells.append((line, (muted(f"{per_cent(n / of)} of quoted"),)) if given else (line,))
        name = "All speakers" if side is None else f"Side: {side}"
        made.append(Row(((words(name),), (), *cells, (), (), ())))
    return tuple(made)
