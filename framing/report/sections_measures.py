"""Section 9: further counts of wording, each with its passages: who is named as doer, words typical of one article, cues of generic frames."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.model.article import Span
from framing.model.comparison import DistinctiveWords
from framing.report.draft import Draft, listed, muted, one_cell, spaced, strong, words
from framing.report.passages import Shown
from framing.report.quantities import interval_words, plural, value_words
from framing.report.view import Badge, Block, Cell, Grid, Head, Jump, Line, Paragraph, Row, Section, Subhead, Text
from framing.report.wording import FRAMES, TELLINGS, VOICES

TITLE: Final = "More about the wording"


def wording(draft: Draft) -> Section:
    """Section 9."""
    return Section("wording", 9, TITLE, (*_doers(draft), *_distinctive(draft), *_frames(draft)))


def _doers(draft: Draft) -> list[Block]:
    """Acts of harm and force by the way they are told: a column an article."""
    said = ("How each article tells acts of harm and force in its own voice: with whoever did it (“police shot two men”) or without (“two men were shot”, "
            "“two men died”). Storms, crashes and diseases have no doer and are left out. Many a passive is only brief.")
    blocks: list[Block] = [Subhead("Who is named as doer", "doers"), Paragraph(words(said))]
    told = [telling for telling in TELLINGS if any(row.metric == "harm_acts" and row.category == telling for row in draft.comparison.metrics)]
    if not told:
        return [*blocks, Paragraph(words("No act of harm or force is told in these articles' own voices."), "note")]
    named = (Row((one_cell(strong("Doer named")),)), [_named_cell(draft, shown) for shown in draft.articles])
    rows = []
    for k, telling in enumerate(told, 1):
        use = Jump(f"ac{k}", f"doers {k}")
        rows.append((Row(((words(TELLINGS[telling]),),), use.anchor), [_telling_cell(draft, shown, telling, use) for shown in draft.articles]))
    return [*blocks, draft.by_article("Acts of harm and force, by the way they are told", "Way of telling", [named, *rows], look="doers")]


def _named_cell(draft: Draft, shown: Shown) -> Cell:
    row = draft.metric("doer_named", shown, voice="own")
    if row is None:
        return _absent(draft, "no act told")
    interval = interval_words(row)
    return one_cell(strong(f"{row.n} of {row.base}"), muted(f" {value_words(row)}, interval {interval}" if interval else " too few for a share"))


def _telling_cell(draft: Draft, shown: Shown, telling: str, use: Jump) -> Cell:
    acts = [act for act in shown.annotation.harm_acts if act.voice in {"own", "scare"} and shown.holds(act.span)
            and ("named before" if act.before else act.telling) == telling]
    if not acts:
        return _absent(draft, "none")
    refs = draft.register.cite_all(shown.place, _apart(shown, [act.span for act in acts]), use, most=2)
    return one_cell(Text(f"{len(acts)} "), *spaced(refs))


def _distinctive(draft: Draft) -> list[Block]:
    """Words that one article uses more in its own voice."""
    rows = [one for one in draft.comparison.distinctive if not one.too_little]
    made = [_word_row(draft, one, k) for one in rows for k in range(len(one.words))]
    said = ("Words that an article uses three times or more in its own voice and more often than the others; names, numbers and function words "
            "are left out. z says how far a word leans. Sentences dealt out between two articles by chance still give a third as many such words.")
    blocks: list[Block] = [Subhead("Words typical of one article", "typical"), Paragraph(words(said))]
    if made:
        others = "In the other" if len(draft.articles) == 2 else "In the others"
        heads = tuple(Head(words(text), numeric) for text, numeric in (
            ("Word", False), ("Article", False), ("Uses there", True), (others, True), ("z", True), ("Passages", False)))
        blocks.append(Grid("Words typical of one article, with uses per 1,000 words of own voice", heads, tuple(made), look="typical"))
    few = [f"{draft.articles[one.article].letter}: {one.base:,}" for one in draft.comparison.distinctive if one.too_little]
    if few:
        blocks.append(Paragraph(words(f"Too little text in own voice to compare ({'; '.join(few)} words)."), "note"))
    silent = [draft.articles[one.article].letter for one in rows if not one.words]
    if silent:
        blocks.append(Paragraph(words(f"No word stands out in {listed(silent).replace(' and ', ' or ')}: {_compared(rows)}."), "note"))
    return blocks


def _compared(rows: list[DistinctiveWords]) -> str:
    n = max(one.n_compared for one in rows)
    return f"{plural(n, 'word')} used three times or more {'was' if n == 1 else 'were'} compared"


def _word_row(draft: Draft, row: DistinctiveWords, k: int) -> Row:
    one = row.words[k]
    use = Jump(f"d{draft.articles[row.article].letter}{k + 1}", f"typical word {draft.articles[row.article].letter}{k + 1}")
    refs = draft.register.cite_all(row.article, _apart(draft.articles[row.article], one.spans), use, most=2)
    return Row((
        (words(f"“{one.word}”"),), one_cell(Badge(row.article)), _uses(one.n, one.per_thousand), _uses(one.n_others, one.per_thousand_others),
        one_cell(Text(f"{one.z:.1f}")), one_cell(*spaced(refs))), use.anchor)


def _absent(draft: Draft, said: str) -> Cell:
    """What stands for nothing in a column an article; in a table with a row an article that row is left out."""
    return one_cell(muted(said)) if draft.wide else ()


def _apart(shown: Shown, spans: Sequence[Span]) -> list[Span]:
    """One span a sentence: a passage is cited once."""
    return list({tuple(shown.sentence_numbers(span)) or span: span for span in reversed(spans)}.values())[::-1]


def _uses(n: int, per_thousand: float) -> Cell:
    return one_cell(Text(f"{n:,}"), muted(f" ({per_thousand:.1f})"))


def _frames(draft: Draft) -> list[Block]:
    """Cues of the generic frames, a row a frame."""
    said = ("Words that speak of conflict, responsibility, money, people's lives or morals, in the frames of Semetko and Valkenburg (2000). A cue shows "
            "where to look; whether a frame is at work is for the reader to say. Rates are per 1,000 words of the voice, from 5 cues and 150 words on.")
    present = {row.category for row in draft.comparison.metrics if row.metric == "frame_cues_per_thousand"}
    rows = []
    for k, (frame, (name, about)) in enumerate(FRAMES.items(), 1):
        use = Jump(f"fr{k}", f"frames {k}")
        if frame in present:
            rows.append((Row((((strong(name),), (muted(about),)),), use.anchor), [_frame_cell(draft, shown, frame, use) for shown in draft.articles]))
    absent = [name.lower() for frame, (name, _) in FRAMES.items() if frame not in present]
    blocks: list[Block] = [Subhead("Frames by cue", "frames"), Paragraph(words(said))]
    if rows:
        blocks.append(draft.by_article("Cues of generic frames, by voice", "Frame", rows, look="frames"))
    if absent:
        blocks.append(Paragraph(words(f"No cue of {listed(absent).replace(' and ', ' or ')} was found in any of the articles."), "note"))
    return blocks


def _frame_cell(draft: Draft, shown: Shown, frame: str, use: Jump) -> Cell:
    """One frame in one article: a line a voice, with its rate or "too little text", and passages."""
    hits = [hit for hit in shown.annotation.frames if hit.frame == frame and shown.holds(hit.span)]
    lines: list[Line] = []
    for voice in ("own", "attributed", "quoted"):
        row = draft.metric("frame_cues_per_thousand", shown, voice=voice, category=frame)
        if row is None:
            continue
        spans = [hit.span for hit in hits if voice == ("own" if hit.voice == "scare" else hit.voice)]
        refs = draft.register.cite_all(shown.place, _apart(shown, spans), use, most=2)
        interval = interval_words(row)
        rate = f" {value_words(row)} per 1,000, {interval}" if interval else ""
        lines.append((strong(f"{row.n}"), Text(f" {VOICES[voice]}"), muted(rate + " "), *spaced(refs)))
    return tuple(lines) or _absent(draft, "none")
