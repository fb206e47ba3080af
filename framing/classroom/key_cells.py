"""One row of an edited key, cell by cell: what each may hold, and in which words a fault is told."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, get_args

from framing.classroom.items.keys import HALF, HIT, POINTS
from framing.model.article import Span
from framing.model.document import VOICES, ZONES, Voice, Zone
from framing.model.exercise import Item, KeyRow, Pack, Tier

TIERS: Final[tuple[Tier, ...]] = get_args(Tier)
MOST_POINTS: Final = 10.0  # of one row: beyond it a slip of the keyboard is likelier than a wish


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one row by their heads; `number` is the row as a spreadsheet counts."""

    number: int
    values: Mapping[str, str]

    def get(self, head: str) -> str:
        """A cell without the white space around it, "" where the column or the cell is not there."""
        return self.values.get(head, "").strip()

    def fault(self, head: str, words: str) -> str:
        """A fault of one cell, in words."""
        return f"row {self.number}, {head}: {words}"


def read_row(pack: Pack, items: Mapping[str, Item], cells: Cells, problems: list[str]) -> KeyRow | None:
    """The row of a key, None where it cannot be used; every fault of it is added to `problems`."""
    before = len(problems)
    item = items.get(cells.get("item_id"))
    if item is None:
        problems.append(cells.fault("item_id", f"no item {cells.get('item_id')[:40]!r}; there are {', '.join(items)}"))
        return None
    tier = _tier(cells, problems)
    article = _article(pack, item, cells, problems)
    span = _span(pack, item, article, cells, problems)
    zone, voice = _one_of(cells, "zone", ZONES, problems), _one_of(cells, "voice", VOICES, problems)
    part, option = _answer(item, cells, problems)
    points = _points(item, tier, cells, problems)
    if len(problems) > before or tier is None:
        return None
    text = cells.values.get("text", "") or (_shown(pack, article, span) if article is not None and span is not None else "")
    return KeyRow(item.id, article, span, text, zone, voice, tier, points, cells.values.get("rationale", ""), cells.get("rule_id"), cells.get("verified_by"),  # type: ignore[arg-type]
                  part, option)


def _tier(cells: Cells, problems: list[str]) -> Tier | None:
    given = cells.get("tier").lower().replace(" ", "_").replace("-", "_")
    for tier in TIERS:
        if given == tier:
            return tier
    problems.append(cells.fault("tier", f"{cells.get('tier')[:40]!r} is none of {', '.join(TIERS)}"))
    return None


def _one_of(cells: Cells, head: str, allowed: tuple[Zone, ...] | tuple[Voice, ...], problems: list[str]) -> str | None:
    given = cells.get(head).lower()
    if given and given not in allowed:
        problems.append(cells.fault(head, f"{given[:40]!r} is none of {', '.join(allowed)}"))
    return given or None


def _article(pack: Pack, item: Item, cells: Cells, problems: list[str]) -> int | None:
    """The article's place: by its letter, else that of an item to mark."""
    given = cells.get("article").upper().removeprefix("SOURCE").strip()
    if not given:
        return item.passages[0].article if item.response == "mark" else None
    letters = [article.code.upper().removeprefix("SOURCE").strip() for article in pack.articles]
    if given not in letters:
        problems.append(cells.fault("article", f"{given[:40]!r} is none of {', '.join(letters)}"))
        return None
    article = letters.index(given)
    if item.response == "mark" and article not in {one.article for one in item.passages}:
        problems.append(cells.fault("article", f"item {item.id} shows nothing of {given}"))
        return None
    return article


def _span(pack: Pack, item: Item, article: int | None, cells: Cells, problems: list[str]) -> Span | None:
    """The place of the words: from start and end, or found by the words where a mark gives neither."""
    start, end = cells.get("start"), cells.get("end")
    if article is None:
        return None
    if not start and not end:
        return _found(pack, item, article, cells, problems) if item.response == "mark" else None
    numbers = [_whole(head, value, cells, problems) for head, value in (("start", start), ("end", end))]
    if numbers[0] is None or numbers[1] is None:
        return None
    span, length = Span(numbers[0], numbers[1]), len(pack.articles[article].text)
    if not 0 <= span.start < span.end <= length:
        problems.append(cells.fault("start", f"{span.start} to {span.end} is no stretch of the article, which has {length} characters"))
        return None
    if item.response == "mark" and not any(one.article == article and one.span.holds(span) for one in item.passages):
        problems.append(cells.fault("start", f"{span.start} to {span.end} lies outside the passage of item {item.id}"))
    said, shown = _folded(cells.get("text")), _folded(_shown(pack, article, span))
    if item.response == "mark" and said and said != shown:
        problems.append(cells.fault("text", f"says {cells.get('text')[:40]!r}, but at {span.start} to {span.end} stands {_shown(pack, article, span)[:40]!r}"))
    return span


def _whole(head: str, value: str, cells: Cells, problems: list[str]) -> int | None:
    digits = value.removesuffix(".0")
    if digits.isascii() and digits.isdigit() and len(digits) < 10:
        return int(digits)
    problems.append(cells.fault(head, f"{value[:40]!r} is no whole number" if value else "empty; give both start and end, or neither"))
    return None


def _found(pack: Pack, item: Item, article: int, cells: Cells, problems: list[str]) -> Span | None:
    """The only place of the row's words in the passages of the item."""
    words = cells.get("text")
    text = pack.articles[article].text
    places = [] if not words else [k for one in item.passages if one.article == article
                                   for k in range(one.span.start, one.span.end - len(words) + 1) if text.startswith(words, k)]
    if len(places) == 1:
        return Span(places[0], places[0] + len(words))
    told = "empty; give the words, or start and end" if not words else f"{words[:40]!r} stands {len(places)} times in the passage" + ("; give start and end" if places else "")
    problems.append(cells.fault("text", told))
    return None


def _shown(pack: Pack, article: int, span: Span) -> str:
    return " ".join(pack.articles[article].text[span.start:span.end].split())


def _folded(text: str) -> str:
    """For comparing: without white space at the ends or doubled, and with half surrogate pairs as the table writes them."""
    return " ".join("".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text).split())


def _answer(item: Item, cells: Cells, problems: list[str]) -> tuple[str, str]:
    """Part and option, checked against those of the item."""
    part, option = cells.get("part"), cells.values.get("option", "").strip()
    if item.response in {"match", "choose"}:
        parts = [one.id for one in item.parts] if item.response == "match" else [""]
        if part not in parts:
            problems.append(cells.fault("part", f"item {item.id} has no part {part[:40]!r}; there are {', '.join(parts)}"))
        options = [one.id for one in item.options]
        if option not in options:
            problems.append(cells.fault("option", f"item {item.id} has no option {option[:40]!r}; there are {', '.join(options)}"))
    if item.response == "table":
        problems += _cell_faults(item, part, option, cells)
    if item.response == "write" and part not in {"term", "fact"}:
        problems.append(cells.fault("part", f"{part[:40]!r} is neither term nor fact"))
    return part, option


def _cell_faults(item: Item, part: str, option: str, cells: Cells) -> list[str]:
    row, _, column = part.partition("/")
    columns = [f"c{k}" for k in range(1, len(item.columns) + 1)]
    if row not in {one.id for one in item.parts} or column not in columns:
        return [cells.fault("part", f"item {item.id} has no cell {part[:40]!r}; rows {', '.join(one.id for one in item.parts)}, columns {', '.join(columns)}")]
    words = [one.text for one in item.options if one.id.startswith(f"{column}.")]
    if not option or (words and option not in words):
        return [cells.fault("option", f"{option[:40]!r} is none of {', '.join(words)}" if words else "empty; give the accepted words")]
    return []


def _points(item: Item, tier: Tier | None, cells: Cells, problems: list[str]) -> float:
    """The points; the tier's usual ones where the cell is empty."""
    given = cells.get("points").replace(",", ".").replace("\u2212", "-")
    if item.response == "write" or tier is None:
        return 0.0
    usual = POINTS[tier] if item.response == "mark" else {"expected": HIT, "defensible": HALF, "not_expected": 0.0}[tier]
    if not given:
        return usual
    try:
        points = float(given)
    except ValueError:
        points = math.nan
    if not math.isfinite(points) or abs(points) > MOST_POINTS:
        problems.append(cells.fault("points", f"{given[:40]!r} is no number from -{MOST_POINTS:g} to {MOST_POINTS:g}"))
        return usual
    if (tier == "expected" and points <= 0) or (tier == "not_expected" and points > 0) or (item.response == "mark" and tier == "defensible" and points != 0):
        wanted = {"expected": "more than 0", "defensible": "0", "not_expected": "0 or less"}[tier]
        problems.append(cells.fault("points", f"{points:g} does not go with {tier}, which is worth {wanted}"))
    return points
