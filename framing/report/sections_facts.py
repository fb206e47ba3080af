"""The first half of section 7: which facts are in which articles, and where in each they stand."""

from __future__ import annotations

from typing import Final

from framing.model.comparison import Fact
from framing.report.draft import Draft, listed, muted, one_cell, spaced, words
from framing.report.escape import brief, one_line
from framing.report.quantities import count_words, plural
from framing.report.view import (
    Badge,
    Block,
    Cell,
    Figure,
    Fold,
    Grid,
    Head,
    Jump,
    Line,
    MatrixDrawing,
    Panel,
    Paragraph,
    Row,
    Spot,
    Subhead,
    Text,
)

NAME: Final = 120         # characters by which a table names a fact; the passages have the rest
ROWS_SHOWN: Final = 12    # facts before the rest is folded away
CHART_ROWS: Final = 12    # facts in the chart
EARLY: Final = ("headline", "dek", "lead")
PLACES: Final = {"headline": "headline", "dek": "standfirst", "lead": "opening sentence", "first third": "first third", "middle third": "middle third",
                 "last third": "last third"}
_COLUMNS: Final = (("Opens with it", EARLY), ("First third", ("first third",)), ("Middle third", ("middle third",)), ("Last third", ("last third",)))


def shared_facts(draft: Draft) -> list[Block]:
    """The facts that several articles tell: how many, a chart where there are more than two articles, and a table."""
    facts = draft.comparison.facts
    blocks: list[Block] = [Subhead("What the articles share, and where each tells it", "facts"), Paragraph(words(_summary(draft)))]
    if not facts:
        return blocks
    if len(draft.articles) > 2:
        blocks.append(_figure(draft))
    numbered = [(Jump(f"fact{k}", f"fact {k}"), one) for k, one in enumerate(facts, 1)]
    blocks.append(_grid(draft, "Facts that several articles tell, with the place in each", numbered[:ROWS_SHOWN]))
    if numbered[ROWS_SHOWN:]:
        blocks.append(Fold(f"{plural(len(facts) - ROWS_SHOWN, 'more fact')}", (_grid(draft, "Further facts", numbered[ROWS_SHOWN:]),)))
    return blocks


def _summary(draft: Draft) -> str:
    n, facts = len(draft.articles), draft.comparison.facts
    whole = sum(None not in one.places for one in facts)
    alone = sum(_alone(draft, shown.place) for shown in draft.articles)
    here = "both articles" if n == 2 else f"all {count_words(n)} articles"
    some = f", {len(facts) - whole:,} by some of them" if n > 2 else ""
    return (f"{f'{whole:,}' if whole else 'No'} {'fact' if whole == 1 else 'facts'} told by {here}{some}; {plural(alone, 'statement')} found in one article only (section 8). A fact is counted where two passages are surely alike: what "
            "is told in quite other words is missed. Places are counted in sentences.")


def _alone(draft: Draft, place: int) -> int:
    """Statements of an article that were found in none of the others."""
    mine = draft.articles[place].id
    rows = [[row.span for row in (one.only_a if one.a_id == mine else one.only_b)] for one in draft.comparison.alignments if mine in (one.a_id, one.b_id)]
    return len(set(rows[0]).intersection(*rows[1:])) if rows else 0


def _name(draft: Draft, fact: Fact, limit: int = NAME) -> str:
    text = draft.articles[fact.words.article].text[fact.words.span.start:fact.words.span.end]
    return brief(one_line(text, 4 * limit), limit)


def _grid(draft: Draft, caption: str, facts: list[tuple[Jump, Fact]]) -> Grid:
    """A column an article; with many articles a column a place, so that a fact stays one row."""
    if draft.wide:
        heads = (Head(words("Fact")), *(Head((Badge(one.place), Text(f" {one.aside}"))) for one in draft.articles), Head(words("What differs")))
        rows = tuple(Row((one_cell(Text(_name(draft, fact))), *(_place_cell(draft, use, fact, one.place) for one in draft.articles), _differs(draft, fact)),
                         use.anchor) for use, fact in facts)
        return Grid(caption, heads, rows, look="facts")
    heads = tuple(Head(words(one)) for one in ("Fact", *(name for name, _ in _COLUMNS), "Not found in"))
    rows = tuple(Row((one_cell(Text(_name(draft, fact))), *(_column(draft, use, fact, places) for _, places in _COLUMNS), _missing(draft, fact)), use.anchor)
                 for use, fact in facts)
    return Grid(caption, heads, rows, look="facts")


def _refs(draft: Draft, use: Jump, fact: Fact, place: int) -> Line:
    return spaced(draft.register.cite_all(place, [one.span for one in fact.evidence if one.article == place], use, most=2))


def _place_cell(draft: Draft, use: Jump, fact: Fact, place: int) -> Cell:
    where = fact.places[place]
    return one_cell(Text(PLACES[where] + " "), *_refs(draft, use, fact, place)) if where else one_cell(muted("not found"))


def _column(draft: Draft, use: Jump, fact: Fact, places: tuple[str, ...]) -> Cell:
    return tuple((Badge(k), Text(" "), *_refs(draft, use, fact, k)) for k, where in enumerate(fact.places) if where in places)


def _missing(draft: Draft, fact: Fact) -> Cell:
    absent = [Badge(k) for k, where in enumerate(fact.places) if where is None]
    return (spaced(absent),) if absent else one_cell(muted("in all"))


def _differs(draft: Draft, fact: Fact) -> Cell:
    """What one opens with and another has late; else who does not tell it."""
    letters = [one.letter for one in draft.articles]
    first = [letters[k] for k, where in enumerate(fact.places) if where in EARLY]
    last = [letters[k] for k, where in enumerate(fact.places) if where == "last third"]
    absent = [letters[k] for k, where in enumerate(fact.places) if where is None]
    said = []
    if first and last:
        said.append(f"{listed(first)} {'opens' if len(first) == 1 else 'open'} with it, {listed(last)} {'has' if len(last) == 1 else 'have'} it late")
    if absent:
        said.append(f"not found in {listed(absent)}")
    return one_cell(Text("; ".join(said))) if said else one_cell(muted("nothing"))


def _figure(draft: Draft) -> Figure:
    looks = {**dict.fromkeys(EARLY, "own"), "first third": "quoted", "middle third": "quoted", "last third": "scare"}
    shown = draft.comparison.facts[:CHART_ROWS]
    rows = tuple((_name(draft, fact, 60), tuple(Spot(draft.articles[k].letter, looks[where]) if where else None for k, where in enumerate(fact.places)))
                 for fact in shown)
    said = "; ".join(f"{_name(draft, fact, 60)}: " + ", ".join(f"{draft.articles[k].letter} {PLACES[where] if where else 'not found'}"
                                                             for k, where in enumerate(fact.places)) for fact in shown)
    about = "Solid: in the headline, the standfirst or the opening sentence. Pale: in the first or the middle third. Open: in the last third. A dash: not found there."
    more = f" The first {CHART_ROWS} of {len(draft.comparison.facts)}." if len(draft.comparison.facts) > CHART_ROWS else ""
    return Figure("facts", "Which article tells what, and how early", about + more, (Panel("facts-matrix", "Facts told by several articles", said, MatrixDrawing(rows)),))
