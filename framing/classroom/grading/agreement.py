"""How far a class agrees: Krippendorff's alpha and per cent, over the words of a passage, the parts of an item, the cells of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.classroom.grading.answers import cells_of
from framing.classroom.grading.marking import hits, words_of
from framing.model.article import Span
from framing.model.exercise import AnswerSheet, Item, Pack


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that students answered alike or not: a word, a part, an option, a cell.

    `counts` are (answer, how many gave it), most frequent first; `n` how many gave any. `span` is a word's place in its article.
    """

    name: str
    counts: tuple[tuple[str, int], ...]
    n: int
    span: Span | None = None

    @property
    def split(self) -> float | None:
        """The share of pairs of students who differ, 0 to 1; None with fewer than two answers."""
        same = sum(count * (count - 1) for _, count in self.counts)
        return 1 - same / (self.n * (self.n - 1)) if self.n > 1 else None


@dataclass(frozen=True, slots=True)
class Found:
    """How many of the `n` students who answered hit one span of the key; `place` is its row in `Item.key`."""

    place: int
    hit: int
    n: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a class agrees on one item.

    `alpha` is Krippendorff's, nominal: 1 full agreement, 0 as chance would have it, below 0 worse. None where it is not defined:
    fewer than two students on any unit, or only one answer given at all. `n` students answered. `spans` is filled for "mark" items.
    """

    item_id: str
    n: int
    alpha: float | None
    units: tuple[Unit, ...]
    spans: tuple[Found, ...] = ()


def agree(pack: Pack, item: Item, sheets: Sequence[AnswerSheet]) -> Agreement:
    """The agreement of all who answered an item; an item that nobody answered, and "write" and "discuss" items, have no units.

    Units are the words of the passage, marked or not ("mark"); the parts ("match"); the options, ticked or not ("choose"); the cells,
    without case and double spaces ("table"). A student who left out a part is missing there, one who left out the item everywhere.
    """
    given = [answer for sheet in sheets if (answer := dict(sheet.answers).get(item.id))]
    if item.response == "mark":
        marks = [[one for one in answer if isinstance(one, Span)] for answer in given]
        return _of_marks(pack, item, marks)
    pairs = [dict(_pair(one) for one in answer if not isinstance(one, str)) for answer in given if not isinstance(answer, str)]
    if item.response == "choose":
        ticked = [{one[1] for one in answer if not isinstance(one, str)} for answer in given]
        pairs = [{option.id: "ticked" if option.id in ticks else "not ticked" for option in item.options} for ticks in ticked]
        names = tuple(option.id for option in item.options)
    else:
        names = cells_of(item)
    if item.response in ("write", "discuss"):
        return Agreement(item.id, len(given), None, ())
    table = [[one.get(name) for name in names] for one in pairs]
    return Agreement(item.id, len(given), alpha(table), tuple(_unit(name, [row[k] for row in table]) for k, name in enumerate(names)))


def alpha(table: Sequence[Sequence[str | None]]) -> float | None:
    """Krippendorff's alpha, nominal, of answers: a row a student, a column a unit, None for no answer. None where it is not defined.

    1 is full agreement, 0 what chance would give; a unit that fewer than two answered counts for nothing.

    Source: Krippendorff (2019), Content Analysis, 4th ed., chapter 12: 1 - observed / expected disagreement, by coincidences.
    Ours, because the package that computes it may not be shipped with a program under our licence; the tests compare the two.
    """
    units = [Counter(value for value in column if value is not None) for column in zip(*table, strict=True)]
    units = [counts for counts in units if counts.total() > 1]
    totals = sum(units, Counter[str]())
    n = totals.total()
    if len(totals) < 2:  # nobody to compare with, or everybody gave the same answer everywhere
        return None
    observed = sum(_unlike(counts) / (counts.total() - 1) for counts in units) / n
    return 1 - observed / (_unlike(totals) / (n * (n - 1)))


def _unlike(counts: Counter[str]) -> int:
    """Ordered pairs of answers that differ."""
    return counts.total() ** 2 - sum(count * count for count in counts.values())


def most_split(agreements: Sequence[Agreement], *, items: Mapping[str, Item], most: int = 5) -> tuple[tuple[str, Unit], ...]:
    """The units on which the class is most divided, as (item id, unit), the most divided first; at most two of one item.

    Neighbouring words marked in one go are one matter: of units next to each other with the same counts the first stands for all.
    """
    ranked: list[tuple[float, int, str, Unit]] = []
    for one in agreements:
        before: Unit | None = None
        for unit in one.units if one.item_id in items else ():
            if unit.split and not (before is not None and unit.span is not None and before.counts == unit.counts):
                ranked.append((-unit.split, len(ranked), one.item_id, unit))
            before = unit
    found: list[tuple[str, Unit]] = []
    taken: Counter[str] = Counter()
    for _, _, item_id, unit in sorted(ranked, key=lambda row: row[:2]):
        if taken[item_id] < 2 and len(found) < most:
            taken[item_id] += 1
            found.append((item_id, unit))
    return tuple(found)


def _pair(one: Span | tuple[str, str]) -> tuple[str, str]:
    return str(one[0]), " ".join(str(one[1]).casefold().split())


def _unit(name: str, values: Sequence[str | None], span: Span | None = None) -> Unit:
    counts = Counter(value for value in values if value is not None)
    return Unit(name, tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0]))), sum(counts.values()), span)


def _of_marks(pack: Pack, item: Item, marks: Sequence[Sequence[Span]]) -> Agreement:
    text = pack.articles[item.passages[0].article].text
    words = words_of(pack, item)
    table = [["marked" if any(one.overlaps(word) for one in mine) else "not marked" for word in words] for mine in marks]
    units = tuple(_unit(text[word.start:word.end], [row[k] for row in table], word) for k, word in enumerate(words))
    spans = tuple(Found(place, sum(any(hits(words, one, row.span) for one in mine) for mine in marks), len(marks))
                  for place, row in enumerate(item.key) if row.span is not None)
    return Agreement(item.id, len(marks), alpha(table), units, spans)
