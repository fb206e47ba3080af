"""What every reader must find again, worked from the pack itself and not from the questions that the writers share."""

from __future__ import annotations

from framing.model.exercise import Item, Pack
from framing.text.visible import one_line


def items(pack: Pack) -> dict[str, Item]:
    """The items by id."""
    return {item.id: item for exercise in pack.exercises for item in exercise.items}


def right_spans(item: Item) -> list[str]:
    """The words of a "mark" item that are to be ticked, in order."""
    return [one_line(row.text) for row in sorted((row for row in item.key if row.tier == "expected" and row.span), key=lambda row: row.span or (0, 0))]


def right_pairs(item: Item) -> list[tuple[str, str]]:
    """(part, option) texts of the best answers of a "match" item."""
    options = {one.id: one_line(one.text) for one in item.options}
    return [(one_line(part.text), options[row.option]) for part in item.parts for row in item.key if row.part == part.id and row.tier == "expected"]


def right_options(item: Item) -> list[str]:
    """The texts of the options of a "choose" item to be ticked."""
    rows = {row.option for row in item.key if row.tier == "expected"}
    return [one_line(option.text) for option in item.options if option.id in rows]


def right_cells(item: Item) -> list[dict[str, float]]:
    """For each cell of a "table" that the key knows, in order, the accepted words and their points."""
    made: dict[str, dict[str, float]] = {}
    for row in item.key:
        made.setdefault(row.part, {})[one_line(row.option)] = row.points
    return list(made.values())
