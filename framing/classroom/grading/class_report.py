"""The class as one page: points, agreement, a heat map over each passage, and what to talk about because the class split on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from markupsafe import Markup

from framing.classroom.grading.agreement import Agreement, Unit, agree, most_split
from framing.classroom.grading.feedback import number
from framing.classroom.pages.marked_text import Look, MarkedLine, marked_lines
from framing.classroom.pages.sheet import ItemView, lay_out
from framing.classroom.pages.to_html import environment, hash_of, page_text
from framing.model.article import Span
from framing.model.exercise import AnswerSheet, Item, Mark, Pack
from framing.text.visible import one_line

MOST_ANSWERS: Final = 4  # different words in one cell that are listed; the rest are counted together
# From which share of the class a word has the next heavier look: a tenth of a class of 30 is 3 students, fewer may be slips.
_HEAT: Final = ((0.75, "w4"), (0.5, "w3"), (0.25, "w2"), (0.1, "w1"))
_TIERS: Final = {"expected": "expected", "defensible": "can be defended", "not_expected": "not expected"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table of shares: a span, option or part, what the key says of it, how many of `n` gave that, and what others gave."""

    name: str
    key: str
    count: int
    n: int
    others: str = ""

    @property
    def share(self) -> str:
        """"60 % (12 of 20)", or "nobody answered"."""
        return f"{round(100 * self.count / self.n)} % ({self.count} of {self.n})" if self.n else "nobody answered"

    @property
    def width(self) -> float:
        """The length of the bar, 0 to 100."""
        return round(100 * self.count / self.n, 1) if self.n else 0.0


@dataclass(frozen=True, slots=True)
class ItemReport:
    """One item: mean points (None: left to the teacher), agreement, the marked passages, and tables of shares, each with its caption."""

    number: str
    title: str
    prompt: str
    response: str
    mean: float | None
    lowest: float
    highest: float
    most: float
    agreement: Agreement
    passages: tuple[tuple[str, tuple[MarkedLine, ...]], ...]
    tables: tuple[tuple[str, tuple[Row, ...]], ...]

    @property
    def alpha(self) -> str:
        """The agreement with two digits; a dash where it is not defined."""
        value = self.agreement.alpha
        return "–" if value is None else f"{round(value, 2) + 0.0:.2f}".replace("-", "−")  # + 0.0: no minus before a nought


def class_html(pack: Pack, sheets: Sequence[AnswerSheet], marks: Mapping[str, Sequence[Mark]], *, left_out: int = 0) -> str:
    """The page. `marks` are those of `marking.mark`, by code; `left_out` counts files and answers that could not be read.

    Names no code: what a student wrote is on the feedback sheet alone. Typed cells of tables are shown, counted.
    """
    views = [(view.exercise.title, one) for view in lay_out(pack) for one in view.items if one.item.response != "discuss"]
    found = {one.item.id: agree(pack, one.item, sheets) for _, one in views}
    reports = [_report(pack, title, one, found[one.item.id], sheets, marks) for title, one in views]
    split = most_split(list(found.values()), items={one.item.id: one.item for _, one in views})
    numbers = {one.item.id: one.number for _, one in views}
    items = {one.item.id: one.item for _, one in views}
    talk = [(numbers[item_id], _question(items[item_id], unit)) for item_id, unit in split]
    style = page_text("grading.css")
    totals = [sum(one.points or 0.0 for one in marks[sheet.code]) for sheet in sheets]
    return environment().get_template("class.html.j2").render(
        pack=pack, n=len(sheets), reports=reports, talk=talk, style=Markup(style), style_hash=hash_of(style), number=number, left_out=left_out,
        totals=totals, most=sum(one.item.points for _, one in views if one.item.response != "write"), mean=fmean(totals) if totals else None,
        questions=[one for exercise in pack.exercises for one in exercise.discussion])


def _report(pack: Pack, title: str, shown: ItemView, agreement: Agreement, sheets: Sequence[AnswerSheet],
            marks: Mapping[str, Sequence[Mark]]) -> ItemReport:
    item = shown.item
    points = [one.points for sheet in sheets for one in marks[sheet.code] if one.item_id == item.id and one.points is not None]
    passages = tuple((one.label, marked_lines(one.lines, _heat(agreement))) for one in shown.passages) if item.response == "mark" else ()
    return ItemReport(shown.number, title, item.prompt, item.response, fmean(points) if points else None, min(points, default=0.0),
                      max(points, default=0.0), item.points, agreement, passages, _tables(item, agreement))


def _heat(agreement: Agreement) -> Callable[[Span], Look | None]:
    shares = {unit.span: dict(unit.counts).get("marked", 0) for unit in agreement.units}

    def look_of(word: Span) -> Look | None:
        count = shares.get(word, 0)
        share = count / agreement.n if agreement.n else 0.0
        name = next((name for least, name in _HEAT if share >= least), "")
        return Look(str(count), name, f"{round(100 * share)}", f"marked by {count} of {agreement.n}") if name else None

    return look_of


def _tables(item: Item, agreement: Agreement) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    if item.response == "mark":
        rows = [(item.key[one.place], one) for one in agreement.spans]
        return (("Spans of the key", tuple(Row(f"“{row.text}”", _TIERS[row.tier], one.hit, one.n) for row, one in rows)),) if rows else ()
    names = {one.id: one.text for one in (*item.parts, *item.options)} | {f"c{n}": head for n, head in enumerate(item.columns, start=1)}
    if item.response == "choose":
        return (("Options ticked", tuple(Row(names[unit.name], _tier(item, unit.name), dict(unit.counts).get("ticked", 0), unit.n)
                                         for unit in agreement.units)),)
    return (("Answers", tuple(_answers(item, unit, names) for unit in agreement.units)),)


def _answers(item: Item, unit: Unit, names: Mapping[str, str]) -> Row:
    """One part or cell: how many gave what the key expects, and the other answers, most frequent first."""
    name = ", ".join(names.get(one, one) for one in unit.name.split("/"))
    known = {_folded(name): words for name, words in names.items()}
    right = {_folded(row.option): known.get(_folded(row.option), row.option) for row in item.key if row.part == unit.name and row.tier == "expected"}
    others = [(answer, count) for answer, count in unit.counts if answer not in right]
    said = [f"{known.get(answer, answer)} ({count})" for answer, count in others[:MOST_ANSWERS]]
    rest = sum(count for _, count in others[MOST_ANSWERS:])
    return Row(name, " or ".join(right.values()), sum(count for answer, count in unit.counts if answer in right), unit.n,
               ", ".join(said + ([f"others ({rest})"] if rest else [])))


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _tier(item: Item, option: str) -> str:
    return next((_TIERS[row.tier] for row in item.key if row.option == option), "")


def _question(item: Item, unit: Unit) -> str:
    """What to put to the class about a unit that it split on."""
    counts = dict(unit.counts)
    if item.response == "mark":
        yes = counts.get("marked", 0)
        return f"{yes} of {unit.n} marked {_quoted(unit.name)}, {unit.n - yes} did not. What does the word do in its sentence?"
    names = {one.id: one.text for one in (*item.parts, *item.options)} | {f"c{n}": head for n, head in enumerate(item.columns, start=1)}
    if item.response == "choose":
        yes = counts.get("ticked", 0)
        return f"{yes} of {unit.n} ticked {_quoted(names[unit.name])}. What in the text speaks for it, what against?"
    part = ", ".join(names.get(one, one) for one in unit.name.split("/"))
    known = {_folded(name): words for name, words in names.items()}
    said = "; ".join(f"{count} said {_quoted(known.get(answer, answer))}" for answer, count in unit.counts[:3])
    return f"On {_quoted(part)}: {said}. Which words of the text decide it?"


def _quoted(words: str) -> str:
    """Words in quotation marks, which they may bring along."""
    line = one_line(words)
    return line if line.startswith("“") else f"“{line}”"
