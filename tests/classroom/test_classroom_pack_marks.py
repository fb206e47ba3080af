"""Packs and marking together: on the bundled events a perfect sheet gets every point, an empty one none, and marking everything does not pay."""

from __future__ import annotations

import pytest
from class_packs import EVENTS, items_of, pack_of

from framing.classroom.grading.marking import mark
from framing.model.article import Span
from framing.model.exercise import AnswerSheet, Item, Pack
from framing.model.pack_options import PackOptions

Answer = str | tuple[Span, ...] | tuple[tuple[str, str], ...]


def perfect(item: Item) -> Answer:
    """The expected answers of the key; of several for one part the first."""
    if item.response == "mark":
        return tuple(row.span for row in item.key if row.tier == "expected" and row.span is not None)
    if item.response == "write":
        return "The council voted nine to six, and the paper says who told it so."
    parts: dict[str, str] = {}
    for row in item.key:
        if row.tier == "expected":
            parts.setdefault(row.part, row.option)
    return tuple(parts.items())


def sheet(pack: Pack, answers: dict[str, Answer]) -> AnswerSheet:
    return AnswerSheet(pack.id, pack.version, "K7", tuple(answers.items()))


def points(pack: Pack, answers: dict[str, Answer]) -> dict[str, float | None]:
    return {one.item_id: one.points for one in mark(pack, sheet(pack, answers))}


each = pytest.mark.parametrize(("event", "version"), [(event, version) for event in EVENTS for version in "AB"])


@each
def test_a_perfect_sheet_gets_every_point(event, version):
    pack = pack_of(event, PackOptions(version=version))
    found = points(pack, {item.id: perfect(item) for item in items_of(pack) if item.response != "discuss"})
    for item in items_of(pack):
        if item.response in {"mark", "match", "choose", "table"}:
            assert found[item.id] == item.points, item.id


@each
def test_an_empty_sheet_gets_nothing(event, version):
    pack = pack_of(event, PackOptions(version=version))
    assert not any(points(pack, {}).values())


@each
def test_one_long_mark_over_everything_gets_nothing(event, version):
    """It covers far more than three further words beside each expected one."""
    pack = pack_of(event, PackOptions(version=version))
    marks = {item.id: (item.passages[0].span,) for item in items_of(pack) if item.response == "mark" and item.id.startswith("E2")}
    assert not any(points(pack, marks).values())


@each
def test_defensible_words_cost_nothing_and_quoted_ones_do(event, version):
    """Expected and defensible marks together: all points. With a quoted word each: half a point less for each of them."""
    pack = pack_of(event, PackOptions(version=version))
    for item in items_of(pack):
        if item.response != "mark":
            continue
        both = tuple(row.span for row in item.key if row.tier != "not_expected" and row.span is not None)
        quoted = tuple(row.span for row in item.key if row.tier == "not_expected" and row.span is not None)
        assert points(pack, {item.id: both})[item.id] == item.points
        assert points(pack, {item.id: both + quoted})[item.id] == max(0.0, item.points - 0.5 * len(quoted))
