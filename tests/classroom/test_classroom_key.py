"""The key as a table: written, edited, read back; each fault is named by its row and column."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from class_packs import EVENTS, pack_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_pack import TEXT_A, sample_pack

from framing.classroom.key_csv import COLUMNS, read_key, write_key
from framing.errors import PackError
from framing.model.exercise import KEY_COLUMNS, KeyRow, Pack

Table = list[dict[str, str]]


def table(pack: Pack) -> Table:
    return list(csv.DictReader(io.StringIO(write_key(pack), newline="")))


def text_of(rows: Table, *, heads: tuple[str, ...] = COLUMNS, mark: str = ",") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, heads, delimiter=mark, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def faults(rows: Table) -> tuple[str, ...]:
    with pytest.raises(PackError) as caught:
        read_key(sample_pack(), text_of(rows))
    return tuple(one.removeprefix("key.csv: ") for one in caught.value.problems)


def changed(row: int, **cells: str) -> Table:
    """The sample's table with cells of one row changed; rows count as in a spreadsheet, the heads being row 1."""
    rows = table(sample_pack())
    rows[row - 2] = {**rows[row - 2], **cells}
    return rows


def test_columns_are_those_of_the_specification_and_two_more():
    assert COLUMNS[:12] == KEY_COLUMNS
    assert write_key(sample_pack()).splitlines()[0] == "item_id,article,start,end,text,zone,voice,tier,points,rationale,rule_id,verified_by,part,option"
    first = table(sample_pack())[0]
    assert (first["article"], first["start"], first["end"], first["text"], first["tier"], first["points"]) == ("A", "43", "46", "mob", "expected", "1")


@pytest.mark.parametrize("event", EVENTS)
def test_written_and_read_back_nothing_changes(event):
    pack = pack_of(event)
    assert read_key(pack, write_key(pack)) == pack


def test_the_hand_made_pack_comes_back_whole():
    assert read_key(sample_pack(), write_key(sample_pack())) == sample_pack()


def test_verified_by_makes_the_pack_verified_only_when_every_row_has_it():
    rows = [{**row, "verified_by": "AR"} for row in table(sample_pack())]
    assert read_key(sample_pack(), text_of(rows)).verified
    rows[3]["verified_by"] = " "
    assert not read_key(sample_pack(), text_of(rows)).verified


def test_a_tier_changed_changes_the_points_of_the_item():
    """3 expected marks; one made defensible, its points left empty: 1 + 1 = 2."""
    read = read_key(sample_pack(), text_of(changed(2, tier="defensible", points="")))
    item = read.exercises[0].items[0]
    assert (item.key[0].tier, item.key[0].points, item.points) == ("defensible", 0.0, 2.0)


def test_a_mark_may_be_added_by_its_words_alone():
    rows = [*table(sample_pack()), {"item_id": "E2-1", "text": "ruin", "tier": "Not expected"}]
    added = read_key(sample_pack(), text_of(rows)).exercises[0].items[0].key[-1]
    assert (added.article, added.span, added.tier, added.points) == (0, (TEXT_A.index("ruin"), TEXT_A.index("ruin") + 4), "not_expected", -0.5)


def test_a_row_may_be_taken_out():
    rows = [row for row in table(sample_pack()) if row["text"] != "stormed" or row["item_id"] != "E2-1"]
    assert read_key(sample_pack(), text_of(rows)).exercises[0].items[0].points == 2.0


def test_words_of_a_rewrite_follow_its_rows():
    rows = [row for row in table(sample_pack()) if (row["item_id"], row["text"]) != ("E9-1", "stormed")]
    item = read_key(sample_pack(), text_of(rows)).exercises[4].items[0]
    assert (item.terms, item.facts) == (("mob", "so-called"), ("12", "Ana Ruiz"))


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_semicolons_tabs_byte_order_marks_and_decimal_commas_are_read(mark):
    rows = [{**row, "points": row["points"].replace(".", ",")} for row in table(sample_pack())]
    assert read_key(sample_pack(), "\ufeff" + text_of(rows, mark=mark)) == sample_pack()


@pytest.mark.parametrize(("row", "cells", "said"), [
    (2, {"item_id": "E2-9"}, "row 2, item_id: no item 'E2-9'; there are E2-1, E4-1, E5-1, E8-1, E9-1, E12-1"),
    (2, {"tier": "sure"}, "row 2, tier: 'sure' is none of expected, defensible, not_expected"),
    (2, {"article": "C"}, "row 2, article: 'C' is none of A, B"),
    (2, {"article": "B"}, "row 2, article: item E2-1 shows nothing of B"),
    (2, {"start": "x"}, "row 2, start: 'x' is no whole number"),
    (2, {"end": ""}, "row 2, end: empty; give both start and end, or neither"),
    (2, {"start": "46", "end": "43"}, "row 2, start: 46 to 43 is no stretch of the article"),
    (2, {"start": "43", "end": "9999"}, "row 2, start: 43 to 9999 is no stretch of the article"),
    (2, {"start": "0", "end": "7", "text": "Mayor’s"}, "row 2, start: 0 to 7 lies outside the passage of item E2-1"),
    (2, {"start": "47", "end": "54", "text": "mob"}, "row 2, text: says 'mob', but at 47 to 54 stands 'stormed'"),
    (2, {"start": "43", "end": "54", "text": "mob stormed"}, "row 3, start: the words overlap those of row 2"),
    (2, {"start": "", "end": "", "text": "doors and windows"}, "row 2, text: 'doors and windows' stands 0 times in the passage"),
    (2, {"start": "", "end": "", "text": "ed"}, "row 2, text: 'ed' stands 4 times in the passage; give start and end"),
    (2, {"zone": "middle"}, "row 2, zone: 'middle' is none of headline"),
    (2, {"voice": "loud"}, "row 2, voice: 'loud' is none of own, attributed, quoted, scare"),
    (2, {"points": "many"}, "row 2, points: 'many' is no number from -10 to 10"),
    (2, {"points": "nan"}, "row 2, points: 'nan' is no number"),
    (2, {"points": "11"}, "row 2, points: '11' is no number from -10 to 10"),
    (2, {"points": "-1"}, "row 2, points: -1 does not go with expected, which is worth more than 0"),
    (4, {"points": "1"}, "row 4, points: 1 does not go with defensible, which is worth 0"),
    (6, {"points": "1"}, "row 6, points: 1 does not go with not_expected, which is worth 0 or less"),
    (7, {"part": "p9"}, "row 7, part: item E4-1 has no part 'p9'; there are p1, p2, p3"),
    (7, {"option": "mine"}, "row 7, option: item E4-1 has no option 'mine'; there are own, quoted-named, attributed"),
    (7, {"tier": "defensible"}, "item E4-1: part p1 has no expected answer"),
    (11, {"part": "p1/c7"}, "row 11, part: item E5-1 has no cell 'p1/c7'; rows p1, p2, columns c1, c2"),
    (13, {"option": "perhaps"}, "row 13, option: 'perhaps' is none of named, not named"),
    (11, {"option": ""}, "row 11, option: empty; give the accepted words"),
    (19, {"part": "word"}, "row 19, part: 'word' is neither term nor fact"),
])
def test_each_fault_is_named_by_row_and_column(row, cells, said):
    found = faults(changed(row, **cells))
    assert any(said in one for one in found), found


def test_all_faults_are_named_at_once():
    rows = changed(2, tier="sure")
    rows[5]["option"] = "mine"
    rows[9]["part"] = "p1/c7"
    assert len(faults(rows)) >= 3


def test_an_item_to_mark_must_keep_an_expected_mark():
    rows = [row for row in table(sample_pack()) if row["item_id"] != "E2-1" or row["tier"] != "expected"]
    assert any("item E2-1: no expected mark is left" in one for one in faults(rows))


@pytest.mark.parametrize(("text", "said"), [
    ("", "empty"),
    ("item_id,text\nE2-1,mob\n", "row 1: no column tier"),
    ("item_id,text,tier,colour\n", "row 1: unknown column 'colour'"),
    ("item_id,text,tier,text\n", "row 1: column 'text' twice"),
    ('item_id,text,tier\n"E2-1,mob,expected\n', "not a table"),
    ("item_id,text,tier\nE2-1,mob,expected,1,2\n", "row 2: 5 cells, but 3 heads"),
])
def test_what_is_no_key_is_refused_with_a_word(text, said):
    with pytest.raises(PackError) as caught:
        read_key(sample_pack(), text)
    assert any(said in one for one in caught.value.problems), caught.value.problems


def test_no_cell_is_a_formula_for_a_spreadsheet():
    rows = [replace(row, text="=1+1", rationale="@SUM(A1)", rule_id="+x", verified_by="-", option="\t=x") for row in sample_pack().exercises[4].items[0].key]
    exercise = sample_pack().exercises[4]
    pack = replace(sample_pack(), exercises=(replace(exercise, items=(replace(exercise.items[0], key=tuple(rows), terms=("=1+1",), facts=("=1+1",)),)),))
    for cells in csv.reader(io.StringIO(write_key(pack), newline="")):
        assert not any(cell[:1] in ("=", "+", "@", "\t") or (cell[:1] == "-" and cell != "-0.5") for cell in cells)


_WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"), max_size=30)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_WORDS, _WORDS)
def test_any_rationale_and_initials_come_back(rationale, initials):
    first = sample_pack().exercises[0]
    item = first.items[0]
    row = replace(item.key[0], rationale=rationale, verified_by=initials.strip())
    pack = replace(sample_pack(), exercises=(replace(first, items=(replace(item, key=(row, *item.key[1:])),)), *sample_pack().exercises[1:]))
    back: KeyRow = read_key(pack, write_key(pack)).exercises[0].items[0].key[0]
    assert (back.rationale, back.verified_by) == (row.rationale, row.verified_by)
