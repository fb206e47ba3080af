"""Sections 3 to 5: labels, words some readers find loaded, and tone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from framing.model.article import Span
from framing.model.comparison import Metric, Referent
from framing.model.document import VOICES as VOICE_ORDER
from framing.model.findings import LoadedTerm
from framing.report.draft import Draft, muted, one_cell, spaced, words
from framing.report.escape import brief, one_line
from framing.report.passages import Shown
from framing.report.quantities import base_words, interval_words, plural, value_words
from framing.report.view import (
    Badge,
    Block,
    Cell,
    CountDrawing,
    DotDrawing,
    Figure,
    Fold,
    Grid,
    Head,
    Jump,
    Line,
    MatrixDrawing,
    Measured,
    Panel,
    Paragraph,
    Passage,
    Piece,
    Row,
    Run,
    Section,
    Spot,
    StripDrawing,
    Text,
    VoiceTag,
)
from framing.report.wording import KINDS, VOICE_MEANINGS, VOICES, ZONES

ROWS_SHOWN: Final = 40     # rows of a table before the rest is folded away
TARGETS_SHOWN: Final = 10  # targets in the tone chart
MIN_SOLID: Final = 3       # sentences below which a tone is drawn hollow and no direction is claimed


def labels(draft: Draft) -> Section:
    """Section 3: one row a referent, each label with its voice and a passage."""
    rows = sorted(draft.comparison.referents, key=lambda one: (not one.shared, one.difference == ""))
    intro: list[Piece] = [Text("Names that the articles give to the same person, group or event. ")]
    for k, (voice, meaning) in enumerate(VOICE_MEANINGS[:3]):
        intro += [VoiceTag(voice), Text(f" {meaning}{'; ' if k < 2 else '. '}")]
    intro.append(Text("A label in another voice than its own is not the article's."))
    if not rows:
        return Section("names", 3, "What each calls the same thing",
                       (Paragraph(words("No label for anyone or anything that these articles share was found.")),))
    made = [_referent(draft, k, one) for k, one in enumerate(rows, 1)]
    first = [row for row, one in zip(made, rows, strict=True) if _matters(one)][:ROWS_SHOWN] or made[:ROWS_SHOWN]
    blocks: list[Block] = [Paragraph(tuple(intro)), draft.by_article("Labels by referent", "Referent", first, "What differs", look="labels")]
    rest = [row for row in made if row not in first]
    if rest:
        grid = draft.by_article("Further labels by referent", "Referent", rest, "What differs", look="labels")
        blocks.append(Fold(f"{plural(len(rest), 'more referent')}, most of them named in one article only", (grid,)))
    return Section("names", 3, "What each calls the same thing", tuple(blocks))


def _matters(referent: Referent) -> bool:
    """Whether a referent stands in the first table: articles share it, or one gives it a label that is contested."""
    return referent.shared or any(use.label.evaluation in {"plus", "minus"} for use in referent.uses)


def _referent(draft: Draft, number: int, referent: Referent) -> tuple[Row, list[Cell]]:
    use = Jump(f"n{number}", f"labels {number}")
    cells = [_label_cell(draft, referent, shown, use) for shown in draft.articles]
    head: Cell = (words(referent.name), (muted(referent.kind),))
    return Row((head, (words(referent.difference) or (muted("nothing"),),)), use.anchor), cells


def _label_cell(draft: Draft, referent: Referent, shown: Shown, use: Jump) -> Cell:
    groups: dict[tuple[str, str, str | None], list[LabelSpan]] = {}
    for one in referent.uses:
        if one.article == shown.place:
            groups.setdefault((one.label.label.casefold(), one.label.voice, one.label.speaker), []).append(
                (one.label.label, one.label.zone, one.label.span))
    if not groups:
        name = referent.names[shown.place]
        if not name:
            return one_cell(muted("not named")) if draft.wide else ()  # with many articles, a row each for all that do not name it
        return one_cell(Text(one_line(name)), muted(" (name only)"))
    lines: list[Line] = []
    for (_, voice, speaker), found in groups.items():
        refs = draft.register.cite_all(shown.place, [span for _, _, span in found], use, most=2)
        times = f" ×{len(found)}" if len(found) > 1 else ""
        zones = sorted({ZONES.get(zone, zone) for _, zone, _ in found if zone != "body"})
        about = muted(f"{times}{' in ' + ', '.join(zones) if zones else ''}")
        lines.append((Text(one_line(found[0][0])), about, Text(" "), VoiceTag(voice, _name(speaker)), Text(" "), *spaced(refs)))
    return tuple(lines)


LabelSpan = tuple[str, str, Span]


def _name(speaker: str | None) -> str | None:
    return one_line(speaker, 80) if speaker else None


def loaded(draft: Draft) -> Section:
    """Section 4: every such word with its voice, and where in the articles they stand."""
    intro = ("Counted words are those that stand in the headline, standfirst, subheads and body. Words that an article quotes or credits to "
             "somebody are listed and never counted as its own. None found does not mean that an article is neutral.")
    rows = _term_rows(draft, counted=True)
    blocks: list[Block] = [Paragraph(words(intro))]
    if not rows:
        blocks.append(Paragraph(words("No word of the lexicon was found in the counted text.")))
        return Section("loaded", 4, "Words some readers find loaded", tuple(blocks))
    blocks += [_category_figure(draft), _strip_figure(draft), _term_grid("Words some readers find loaded", rows[:ROWS_SHOWN])]
    if rows[ROWS_SHOWN:]:
        blocks.append(Fold(plural(len(rows) - ROWS_SHOWN, "more row"), (_term_grid("Further such words", rows[ROWS_SHOWN:]),)))
    aside = _term_rows(draft, counted=False)
    if aside:
        blocks.append(Fold(f"{plural(len(aside), 'row')} from captions and set-aside text, not counted",
                           (_term_grid("Such words in captions and set-aside text", aside),)))
    return Section("loaded", 4, "Words some readers find loaded", tuple(blocks))


def _term_grid(caption: str, rows: list[Row]) -> Grid:
    heads = [Head(words(one)) for one in ("Term", "Article", "Voice", "Aimed at", "Kind", "Count", "Plainer wording", "Passage")]
    heads[5] = Head(words("Count"), numeric=True)
    return Grid(caption, tuple(heads), tuple(rows), look="terms")


def _term_rows(draft: Draft, *, counted: bool) -> list[Row]:
    groups: dict[tuple[int, str, str, str | None, str | None], list[LoadedTerm]] = {}
    for shown in draft.articles:
        for term in shown.annotation.loaded_terms:
            if shown.holds(term.span) == counted:
                groups.setdefault((shown.place, term.term, term.voice, term.speaker, term.target), []).append(term)
    ordered = sorted(groups.items(), key=lambda it: (VOICE_ORDER.index(it[1][0].voice), it[0][0], -len(it[1]), it[1][0].span))
    prefix = "w" if counted else "wa"
    return [_term_row(draft, place, found, Jump(f"{prefix}{k}", f"loaded words {k}" if counted else f"loaded words set aside {k}"))
            for k, ((place, *_), found) in enumerate(ordered, 1)]


def _term_row(draft: Draft, place: int, found: list[LoadedTerm], use: Jump) -> Row:
    first, shown = found[0], draft.articles[place]
    written = one_line(shown.text[first.span.start:first.span.end], 80)
    refs = draft.register.cite_all(place, [term.span for term in found], use)
    plainer = "; ".join(one for one in first.plainer if one) or "leave out"
    more = muted(f" and {len(found) - 3} more") if len(found) > 3 else Text("")
    return Row((one_cell(Passage(_plain(written), quoted=False)), one_cell(Badge(place)), one_cell(VoiceTag(first.voice, _name(first.speaker))),
                one_cell(Text(one_line(first.target or "not shown", 80), "plain" if first.target else "muted")),
                (words(_kind(first.category)),), one_cell(Text(str(len(found)))),
                (words(plainer if first.plainer else "none given"),), one_cell(*spaced(refs), more)),
               use.anchor, quiet=first.voice != "own")


def _kind(category: str) -> str:
    return KINDS.get(category, category.replace("_", " ").replace("-", " "))


def _plain(written: str) -> tuple[Run, ...]:
    return (Run(written, ("loaded",)),)


def _category_figure(draft: Draft) -> Figure:
    counts = [Counter((term.category, str(term.voice)) for term in shown.annotation.loaded_terms if shown.holds(term.span))
              for shown in draft.articles]
    totals: Counter[str] = Counter()
    for one in counts:
        for (category, _), n in one.items():
            totals[category] += n
    kinds = sorted(totals, key=lambda kind: (-totals[kind], kind))[:TARGETS_SHOWN]
    most = max((sum(one[kind, voice] for voice in VOICE_ORDER) for one in counts for kind in kinds), default=1)
    title, about = "How many, of which kind, in whose voice", "Counts, not rates."
    if len(counts) > 2:
        said = ("Solid: so many in the article's own voice (it may credit or quote more). Open: so many that are all credited to somebody or quoted. "
                "A dash: none. ")
        return Figure("loaded-terms", title, said + about, (_category_matrix(draft, counts, kinds),))
    panels = []
    for shown, one in zip(draft.articles, counts, strict=True):
        rows = tuple((brief(_kind(kind), 40),
                      tuple((voice, one[kind, voice]) for voice in VOICE_ORDER if one[kind, voice])) for kind in kinds)
        said = "; ".join(f"{kind}: {_voiced({str(voice): n for voice, n in found})}" for kind, found in rows)
        panels.append(Panel(f"loaded-{shown.letter}", f"{shown.letter} {shown.aside}", said, CountDrawing(shown.place, rows, most)))
    return Figure("loaded-terms", title, "Solid is the article's own voice, hatched are words it credits to somebody, pale ones stand inside quotation "
                  f"marks. {about}", tuple(panels))


def _category_matrix(draft: Draft, counts: list[Counter[tuple[str, str]]], kinds: list[str]) -> Panel:
    """Kinds by articles, for more articles than stand side by side."""
    rows, said = [], []
    for kind in kinds:
        found = [{str(voice): one[kind, voice] for voice in VOICE_ORDER if one[kind, voice]} for one in counts]
        spots = tuple(Spot(str(one.get("own") or sum(one.values())), "own" if "own" in one else "scare") if one else None for one in found)
        rows.append((brief(_kind(kind), 40), spots))
        said.append(f"{_kind(kind)}: " + ", ".join(f"{shown.letter} {_voiced(one)}" for shown, one in zip(draft.articles, found, strict=True)))
    return Panel("loaded-matrix", "Words some readers find loaded, by kind", "; ".join(said), MatrixDrawing(tuple(rows)))


def _voiced(found: Mapping[str, int]) -> str:
    return " and ".join(f"{n} {VOICES[voice]}" for voice, n in found.items()) or "none"


def _strip_figure(draft: Draft) -> Figure:
    panels = tuple(_strip(shown) for shown in draft.articles)
    return Figure("positions", "Where in the article things stand", "Each strip runs from the headline to the last counted word. Solid is the "
                  "article's own voice, hatched is credited to somebody, pale is quoted; ticks above are words some readers find loaded.", panels)


def _strip(shown: Shown) -> Panel:
    counted = [block.span for block in shown.annotation.document.blocks if shown.holds(block.span)]
    lengths = [span.end - span.start for span in counted]
    total = sum(lengths) or 1

    def along(place: int) -> float:
        return sum(min(max(place - span.start, 0), span.end - span.start) for span in counted) / total

    voices = tuple((along(one.span.start), along(one.span.end), one.voice) for one in shown.annotation.reading.voices
                   if one.voice != "own" and shown.holds(one.span))
    ticks = tuple(along(term.span.start) for term in shown.annotation.loaded_terms if shown.holds(term.span))
    first = sum(tick < 1 / 3 for tick in ticks)
    said = (f"{plural(len(voices), 'stretch', 'stretches')} credited or quoted; {plural(len(ticks), 'word')} some readers find loaded, "
            f"{first} in the first third")
    return Panel(f"positions-{shown.letter}", f"{shown.letter} {shown.aside}", said, StripDrawing(shown.place, voices, ticks))


def tone(draft: Draft) -> Section:
    """Section 5: tone towards each target, own voice apart from what is credited or quoted."""
    title = "Tone by target and voice"
    rows = [row for row in draft.comparison.metrics if row.metric == "tone" and row.n]
    totals: Counter[str] = Counter()
    for row in rows:
        totals[row.category] += row.n
    targets = sorted(totals, key=lambda target: (-totals[target], target))
    if not targets:
        return Section("tone", 5, title, (Paragraph(words("No sentence with a tone towards anybody named was found.")),))
    voices = [voice for voice in ("own", "attributed", "quoted") if any(row.voice == voice for row in rows)]
    panels = tuple(panel for voice in voices if (panel := _tone_panel(draft, voice, targets, rows)))
    few = Paragraph(words(f"No target has the {MIN_SOLID} sentences in one voice that a direction needs; the sentences are listed."))
    intro = ("From −1, unfavourable, to +1, favourable, as the wording of the sentences goes; the line is a 95\u00a0% interval. Targets with fewer "
             f"than {MIN_SOLID} sentences in a voice claim no direction and stand in the table alone. Tone is the least sure of all measures here.")
    grid = _tone_grid(draft, voices, targets)
    shown = Grid(grid.caption, grid.heads, grid.rows[:ROWS_SHOWN], look="tone")
    blocks: list[Block] = [Figure("tone", "Tone towards each target", intro, panels) if panels else few, shown]
    if grid.rows[ROWS_SHOWN:]:
        blocks.append(Fold(f"{len(grid.rows) - ROWS_SHOWN} more targets", (Grid("Further targets", grid.heads, grid.rows[ROWS_SHOWN:], look="tone"),)))
    return Section("tone", 5, title, tuple(blocks))


_TONE_HEADS: Final = {"own": "In the article's own voice", "attributed": "Credited to somebody", "quoted": "Inside quotations"}


def _tone_panel(draft: Draft, voice: str, targets: list[str], rows: list[Metric]) -> Panel | None:
    """A chart of the targets that have a value in this voice; None where none has."""
    made = []
    for target in targets:
        marks = tuple(Measured(draft.place(row.article), row.value, row.low, row.high, _tone_words(row), row.n < MIN_SOLID)
                      for row in rows if row.voice == voice and row.category == target and row.value is not None)
        if marks:
            made.append((brief(target, 44), marks))
    if not made:
        return None
    chosen = made[:TARGETS_SHOWN]
    said = "; ".join(f"{name}: " + ", ".join(f"{draft.articles[mark.article].letter} {mark.words}" for mark in marks) for name, marks in chosen)
    return Panel(f"tone-{voice}", _TONE_HEADS[voice], said, DotDrawing(tuple(chosen)))


def _tone_words(row: Metric) -> str:
    found = interval_words(row)
    return f"{value_words(row)} ({base_words(row)}{', interval ' + found if found else ''})"


def _tone_grid(draft: Draft, voices: list[str], targets: list[str]) -> Grid:
    heads = (Head(words("Target")), *(Head(words(_TONE_HEADS[voice])) for voice in voices))
    made = []
    for k, target in enumerate(targets, 1):
        use = Jump(f"t{k}", f"tone {k}")
        cells = tuple(_tone_cell(draft, target, voice, use) for voice in voices)
        made.append(Row(((words(target),), *cells), use.anchor))
    return Grid("Tone by target and voice, with the sentences it rests on", heads, tuple(made), look="tone")


def _tone_cell(draft: Draft, target: str, voice: str, use: Jump) -> Cell:
    lines: list[Line] = []
    for shown in draft.articles:
        row = draft.metric("tone", shown, voice=voice, category=target)
        if row is None or not row.n:
            continue
        spans = [one.span for one in shown.annotation.tone if one.target == target and _tone_voice(one.voice) == voice and shown.holds(one.mention)]
        lines.append((Badge(shown.place), Text(f" {_tone_words(row)} "), *spaced(draft.register.cite_all(shown.place, spans, use))))
    return tuple(lines) or one_cell(muted("no sentence"))


def _tone_voice(voice: str) -> str:
    return "own" if voice == "scare" else voice  # as the measure counts it: scare quotes stand in the article's own sentence
