"""Sections 0 to 2: whether the articles can be compared, the findings, and the numbers at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.model.comparison import Comparability, Difference, Finding, Metric
from framing.report.bars import bar_panel, interval_aside
from framing.report.draft import Draft, muted, one_cell, spaced, strong, words
from framing.report.escape import one_line, sentence
from framing.report.quantities import base_words, count_words, is_share, number, per_cent, plural, value_words
from framing.report.view import (
    Badge,
    Block,
    Bullets,
    Cell,
    Dots,
    Facts,
    Figure,
    Fold,
    Grid,
    Head,
    Jump,
    Line,
    Paragraph,
    Piece,
    Ref,
    Row,
    Section,
    Statement,
    Statements,
    Subhead,
    Text,
)
from framing.report.wording import KINDS, METRICS, STRENGTHS, VERDICT_ORDER, VERDICT_WORDS, VERDICTS, VOICES

# The four measures at a glance, with the voice counted in.
GLANCE: Final = (("loaded_terms_per_thousand", "own", "Words some readers find loaded, per 1,000 own-voice words"),
                 ("loaded_terms_in_own_voice", "own", "Of all such words: in the article's own voice"),
                 ("words_quoted", "all", "Words inside quotations"),
                 ("named_people_quoted", "all", "Named people quoted"))
MIN_EVIDENCE: Final = 2  # passages below which a finding is not printed
NUMBERS_SHOWN: Final = 60  # rows of numbers that are printed; the rest stands in tables/metrics.csv
PAIRS_SHOWN: Final = 6   # rows of the table of pairs before the rest is folded away


def comparability(draft: Draft) -> Section:
    """Section 0: the verdict, what follows from it, and the reasons."""
    rows = draft.comparison.comparability
    verdicts = [one.verdict for one in rows]
    worst = next((verdict for verdict in VERDICT_ORDER if verdict in verdicts), "same-event")
    title, look, consequence = VERDICTS[worst]
    blocks: list[Block] = [Paragraph(words(consequence))]
    if len(rows) == 1:
        said = Paragraph(words(f"{rows[0].words} {consequence}".strip()))
        blocks = [said, Fold(_match_line(rows[0]), (_match_facts(rows[0]), _reasons(rows[0])))]
        if look == "fine":
            blocks = [Fold(_match_line(rows[0]), (said, _match_facts(rows[0]), _reasons(rows[0])))]
    elif rows:
        title = _verdict_counts(verdicts)
        blocks = [*_consequences(draft, rows), Fold("The pairs, with the days between them and what they share", tuple(_pair_table(draft, rows)))]
    return Section("match", 0, title, tuple(blocks), look)  # type: ignore[arg-type]


def _verdict_counts(verdicts: Sequence[str]) -> str:
    if len(set(verdicts)) == 1:
        return f"{VERDICTS[verdicts[0]][0]}, in each of the {count_words(len(verdicts))} pairs"
    counts = [f"{verdicts.count(one)} {VERDICT_WORDS[one]}" for one in reversed(VERDICT_ORDER) if one in verdicts]
    return f"{plural(len(verdicts), 'pair')} of articles: {', '.join(counts)}"


def _consequences(draft: Draft, rows: Sequence[Comparability]) -> list[Block]:
    """What follows from each verdict, the most doubtful first, with the pairs that it holds for unless all is well with them."""
    blocks: list[Block] = []
    for verdict in VERDICT_ORDER:
        chosen = [one for one in rows if one.verdict == verdict]
        if not chosen:
            continue
        named: list[Piece] = [strong(VERDICT_WORDS[verdict][:1].upper() + VERDICT_WORDS[verdict][1:])]
        for k, one in enumerate(chosen[:PAIRS_SHOWN] if verdict != "same-event" else ()):
            named += [Text(", " if k else " ("), Badge(draft.place(one.a)), Text(" and "), Badge(draft.place(one.b))]
        if len(named) > 1:
            named.append(Text(f", {len(chosen) - PAIRS_SHOWN} more)" if len(chosen) > PAIRS_SHOWN else ")"))
        blocks.append(Paragraph((*named, Text(f". {VERDICTS[verdict][2]}"))))
    return blocks


def _days(one: Comparability) -> str:
    return "not known" if one.days_apart is None else str(one.days_apart)


def _shares(one: Comparability) -> str:
    a, b = one.share_on_topic
    return f"{per_cent(a)} of A, {per_cent(b)} of B"


def _match_line(one: Comparability) -> str:
    """What a reader wants first of the reasons, on one line."""
    a, of_a, b, of_b = one.aligned
    days = "Days apart not known" if one.days_apart is None else f"{plural(one.days_apart, 'day')} apart"
    return one_line(f"{days}; {a} of {of_a} passages of A aligned, {b} of {of_b} of B")


def _match_facts(one: Comparability) -> Facts:
    a, of_a, b, of_b = one.aligned
    return Facts((("Days apart", words(_days(one))), ("Share on the shared topic", words(_shares(one))),
                  ("Aligned passages", words(f"{a} of {of_a} in A, {b} of {of_b} in B"))))


def _reasons(one: Comparability) -> Bullets:
    named = (("Time", one.time), ("Place", one.place), ("Who", one.entities), ("What happened", one.narrative))
    return Bullets(tuple((strong(f"{name}. "), Text(sentence(reason.words)),
                          muted(" likeness not known" if reason.score is None else f" likeness {reason.score:.2f} of 1"))
                         for name, reason in named))


def _pair_table(draft: Draft, rows: tuple[Comparability, ...]) -> list[Block]:
    heads = tuple(Head(words(one)) for one in ("Pair", "Verdict", "Days apart", "Share on the shared topic", "Aligned passages"))

    def row(one: Comparability) -> Row:
        a, b = draft.place(one.a), draft.place(one.b)
        found, of_a, also, of_b = one.aligned
        share_a, share_b = one.share_on_topic
        return Row((one_cell(Badge(a), Text(" and "), Badge(b)), one_cell(Text(VERDICT_WORDS[one.verdict])), one_cell(Text(_days(one))),
                    one_cell(Badge(a), Text(f" {per_cent(share_a)}, "), Badge(b), Text(f" {per_cent(share_b)}")),
                    one_cell(Badge(a), Text(f" {found} of {of_a}, "), Badge(b), Text(f" {also} of {of_b}"))))

    ordered = sorted(rows, key=lambda one: VERDICT_ORDER.index(one.verdict))
    blocks: list[Block] = [Grid("Pairs of articles, the most doubtful first", heads, tuple(row(one) for one in ordered[:PAIRS_SHOWN]))]
    if len(ordered) > PAIRS_SHOWN:
        rest = Grid("The other pairs", heads, tuple(row(one) for one in ordered[PAIRS_SHOWN:]))
        blocks.append(Fold(f"The other {plural(len(ordered) - PAIRS_SHOWN, 'pair')}", (rest,)))
    return blocks


def findings(draft: Draft) -> Section:
    """Section 1: the findings that rest on enough passages, and always what does not clearly differ."""
    kept = [one for one in draft.comparison.findings if len(one.evidence) >= MIN_EVIDENCE]
    left_out = len(draft.comparison.findings) - len(kept)
    blocks: list[Block] = []
    if kept:
        blocks.append(Paragraph(words("Strength says how much text supports a sentence, not how much it matters. Numbers in brackets lead to the passages."), "note"))
        blocks.append(Statements(tuple(_statement(draft, k, one) for k, one in enumerate(kept, 1))))
    else:
        blocks.append(Paragraph(words("No finding: nothing that was compared differs clearly and rests on enough passages. That is a "
                                      "result, not a failure of the tool.")))
    if left_out:
        blocks.append(Paragraph(words(f"{plural(left_out, 'statement')} left out, for fewer than two passages support each."), "note"))
    blocks.append(Subhead("No clear difference", "no-difference"))
    same = draft.comparison.no_clear_difference
    if same:
        blocks.append(Bullets(tuple(words(one) for one in same)))
    else:
        blocks.append(Paragraph(words("None to report: each measure with enough text to compare shows a difference.")))
    return Section("findings", 1, "Findings", tuple(blocks))


def _statement(draft: Draft, number: int, finding: Finding) -> Statement:
    use = Jump(f"f{number}", f"finding {number}")
    refs: dict[int, dict[Ref, None]] = {}
    for one in finding.evidence:
        refs.setdefault(one.article, {})[draft.register.cite(one.article, one.span, use)] = None
    dots = Dots(STRENGTHS[finding.strength], finding.strength.capitalize(), one_line(finding.reason))
    return Statement(number, use.anchor, one_line(finding.sentence, 1000), dots,
                     tuple((article, tuple(refs[article])) for article in sorted(refs)))


def glance(draft: Draft) -> Section:
    """Section 2: four small charts on the same layout, the numbers behind them, and every other number folded away."""
    panels = tuple(panel for name, voice, title in GLANCE if (panel := bar_panel(draft, name, voice, title)))
    blocks: list[Block] = []
    if panels:
        said = "Each bar is one article. The thin line is a 95\u00a0% interval: where two lines overlap by much, do not read a difference into the bars."
        blocks.append(Figure("glance", "Four measures, article by article", said, panels))
    keys = [(name, voice, "") for name, voice, _ in GLANCE]
    table = _numbers(draft, "The numbers behind the charts", keys) if draft.wide else _row_an_article(draft, keys)
    if table.rows:
        blocks.append(table)
    if not draft.wide:
        blocks.append(Paragraph(words("Every other number of each article, with its count, base and interval, stands in report.json under “metrics”."), "note"))
        return Section("glance", 2, "At a glance", tuple(blocks))
    order = {name: k for k, name in enumerate(dict.fromkeys(row.metric for row in draft.comparison.metrics))}
    found = dict.fromkeys((row.metric, row.voice, row.category) for row in draft.comparison.metrics)
    everything = sorted(found, key=lambda key: (bool(key[2]), order[key[0]]))  # whole measures before their parts
    rest: list[Block] = [_numbers(draft, "Numbers, with count, base and interval", everything[:NUMBERS_SHOWN], plain=True)]
    left = len(everything) - NUMBERS_SHOWN
    if left > 0:
        rest.append(Paragraph(words(f"Not printed here: {plural(left, 'more row')}; all rows stand in the table “metrics” and in report.json."), "note"))
    title = f"Every number that was measured ({len(everything)} rows)" if left <= 0 else f"The first {NUMBERS_SHOWN} of {len(everything)} numbers that were measured"
    blocks.append(Fold(title, tuple(rest), "numbers"))
    return Section("glance", 2, "At a glance", tuple(blocks))


def _row_an_article(draft: Draft, keys: list[tuple[str, str, str]]) -> Grid:
    """The measures at a glance, for more articles than stand side by side."""
    heads = (Head(words("Article")), *(Head(words(METRICS[name])) for name, _, _ in keys))
    rows = tuple(Row((one_cell(Badge(shown.place), Text(f" {shown.aside}")),
                      *(_number_cell(draft.metric(name, shown, voice=voice, category=category)) for name, voice, category in keys))) for shown in draft.articles)
    return Grid("The numbers behind the charts", heads, rows, look="numbers")


def _numbers(draft: Draft, caption: str, keys: list[tuple[str, str, str]], *, plain: bool = False) -> Grid:
    rows = []
    for name, voice, category in keys:
        found = [draft.metric(name, shown, voice=voice, category=category) for shown in draft.articles]
        some = next((one for one in found if one is not None), None)
        if some is not None:
            head: Line = (Text(METRICS.get(name, name.replace("_", " "))), muted(_narrowed(some)))
            cells = [_plain_cell(one) if plain else _number_cell(one) for one in found]
            last = (_difference_cell(draft, some, plain=plain),) if len(draft.articles) == 2 else ()
            rows.append((Row(((head,), *last)), cells))
    return draft.by_article(caption, "Measure", rows, "A minus B" if len(draft.articles) == 2 else "", look="numbers")


def _narrowed(metric: Metric) -> str:
    category = KINDS.get(metric.category, metric.category) if metric.metric == "loaded_terms_by_category" else metric.category
    parts = [category.replace("_", " "), VOICES.get(metric.voice, metric.voice) if metric.voice != "all" else "", metric.unit]
    return " " + ", ".join(part for part in parts if part and part != "count")


def _plain_cell(metric: Metric | None) -> Cell:
    """The number on one line: the long table has some hundred of them."""
    if metric is None:
        return one_cell(Text("–"))
    asides = ", ".join(part for part in (base_words(metric), interval_aside(metric)) if part)
    return one_cell(Text(value_words(metric) + (f" ({asides})" if asides else "")))


def _number_cell(metric: Metric | None) -> Cell:
    if metric is None:
        return one_cell(muted("none"))
    asides = [part for part in (base_words(metric), interval_aside(metric)) if part]
    return ((strong(value_words(metric)),), *((muted(part),) for part in asides))


def _difference_cell(draft: Draft, metric: Metric, *, plain: bool) -> Cell:
    category = " ".join(part for part in (metric.category, f"({metric.voice})" if metric.voice != "all" else "") if part)
    found = next((one for one in draft.comparison.differences
                  if one.metric == metric.metric and one.category in {category, metric.category}), None)
    if found is None or (plain and found.difference is None):
        return one_cell(Text("–") if plain else muted("not compared"))
    if found.difference is None:
        return one_cell(muted(_lettered(draft, found.reason) or "not compared"))
    return (spaced((strong(_points(found.difference, metric)), Text("clear" if found.clear else "not clear"))),
            (muted(f"interval {_range(found, metric)}"),))


def _lettered(draft: Draft, reason: str) -> str:
    """A reason with the articles' letters in place of their ids, as the reader knows them."""
    for shown in sorted(draft.articles, key=lambda one: -len(one.id)):
        reason = reason.replace(shown.id, shown.letter)
    return reason


def _points(value: float, metric: Metric) -> str:
    sign = "−" if value < 0 else "+"
    if is_share(metric):
        return f"{sign}{abs(value) * 100:.0f} points"
    return sign + number(abs(value), metric).lstrip("+")


def _range(found: Difference, metric: Metric) -> str:
    if found.low is None or found.high is None:
        return "not known"
    return f"{_points(found.low, metric)} to {_points(found.high, metric)}"
