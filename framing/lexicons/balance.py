"""Whether the lists treat both sides alike: praise and blame by category, whom terms judge, mirrors, and names a side in the label sets."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from framing.lexicons.entries import CATEGORIES, LabelSet, TermEntry
from framing.lexicons.lexicon import Lexicon
from framing.lexicons.lint import lint

_WIDTH: Final = 80  # columns of a plain terminal


@dataclass(frozen=True, slots=True)
class CategoryBalance:
    """One category: forms that blame, praise or do neither, forms of each judged slot (slot, blame, praise), and where mirrors stand.

    `paired` entries name a mirror that names them back, `open` ones say why they need none, `missing` ones have neither, or a
    mirror that is not there (ids).
    """

    category: str
    blame: int
    praise: int
    neither: int
    slots: tuple[tuple[str, int, int], ...]
    paired: int
    open: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetBalance:
    """A contested set and its opponent ("self" where it holds both camps): names that `favour` and `hurt` its own camp, and the other's."""

    id: str
    topic: str
    opposed: str
    favour: int
    hurt: int
    other_favour: int
    other_hurt: int

    @property
    def uneven(self) -> int:
        """By how many names one camp fares worse: 0 and 1 are even."""
        return max(abs(self.hurt - self.other_hurt), abs(self.favour - self.other_favour))


@dataclass(frozen=True, slots=True)
class Balance:
    """The whole report. `faults` are lines of lint that speak of balance: none in lists that are sound."""

    categories: tuple[CategoryBalance, ...]
    sets: tuple[SetBalance, ...]
    faults: tuple[str, ...]


def balance(lexicon: Lexicon) -> Balance:
    """The balance of a lexicon; categories in their order, each pair of opposed sets once."""
    by_id = {entry.id: entry for entry in lexicon.entries}
    categories = tuple(_category(name, [entry for entry in lexicon.entries if entry.category == name], by_id) for name in CATEGORIES)
    known = {one.id: one for one in lexicon.sets}
    pairs = tuple(_set(one, known) for one in lexicon.sets if one.opposed == "self" or one.opposed not in known or one.id < one.opposed)
    return Balance(categories, pairs, tuple(str(fault) for fault in lint(lexicon) if fault.rule == "balance"))


def _category(name: str, entries: list[TermEntry], by_id: dict[str, TermEntry]) -> CategoryBalance:
    forms: Counter[int] = Counter()
    slots: Counter[tuple[str, int]] = Counter()
    for entry in entries:
        forms[entry.polarity] += len(entry.forms)
        slots[entry.target, entry.polarity] += len(entry.forms)
    named = sorted({slot for slot, polarity in slots if polarity})
    paired = [entry for entry in entries if entry.pair in by_id and by_id[str(entry.pair)].pair == entry.id]
    missing = tuple(entry.id for entry in entries if entry.polarity and entry not in paired and (entry.pair or not entry.pair_why))
    return CategoryBalance(name, forms[-1], forms[1], forms[0], tuple((slot, slots[slot, -1], slots[slot, 1]) for slot in named), len(paired),
                           len(entries) - len(paired) - len(missing), missing)


def _set(one: LabelSet, known: dict[str, LabelSet]) -> SetBalance:
    """What favours one camp hurts the other, where both stand in one set."""
    other = known.get(one.opposed)
    favour, hurt = len(one.plus), len(one.minus)
    theirs = (len(other.plus), len(other.minus)) if other is not None else (hurt, favour)
    return SetBalance(one.id, one.topic, one.opposed, favour, hurt, *theirs)


def balance_report(lexicon: Lexicon) -> str:
    """The balance as tables of at most 80 columns."""
    found = balance(lexicon)
    lines = ["terms: forms that blame and praise; entries with a mirror, with a reason for", "none, and with neither",
             f"{'':12}{'blame':>7}{'praise':>8}{'neither':>9}{'mirror':>8}{'reason':>8}{'missing':>9}"]
    lines += [f"{one.category:<12}{one.blame:>7}{one.praise:>8}{one.neither:>9}{one.paired:>8}{one.open:>8}{len(one.missing):>9}" for one in found.categories]
    totals = [sum(values) for values in zip(*((one.blame, one.praise, one.neither, one.paired, one.open, len(one.missing)) for one in found.categories), strict=True)]
    lines.append("{:<12}{:>7}{:>8}{:>9}{:>8}{:>8}{:>9}".format("all", *totals))
    lines += ["", "whom the forms judge: blame and praise by slot", *_slot_lines(found), "",
              "label sets: names that favour and hurt each camp; in a set that stands alone,", "what favours one camp hurts the other",
              f"{'':52}{'favour':>12}{'hurt':>10}"]
    for pair in found.sets:
        name = pair.id if pair.opposed == "self" else f"{pair.id} : {pair.opposed}"
        mark = " !" if pair.uneven > 1 else ""
        lines.append(f"{name:<54}{pair.favour:>4} :{pair.other_favour:>3}{pair.hurt:>6} :{pair.other_hurt:>3}{mark}")
    faults = [line for fault in found.faults for line in wrap(fault, _WIDTH, subsequent_indent="  ")]
    return "\n".join([*lines, "", *(faults or ["no fault of balance"])])


def _slot_lines(found: Balance) -> list[str]:
    """Blame and praise of each judged slot over all categories."""
    blame: Counter[str] = Counter()
    praise: Counter[str] = Counter()
    for one in found.categories:
        for slot, bad, good in one.slots:
            blame[slot] += bad
            praise[slot] += good
    return [f"{slot:<12}{blame[slot]:>7}{praise[slot]:>8}" for slot in sorted(blame)]
