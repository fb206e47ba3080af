"""Agreement of a class: alpha by hand and by the package, shares by span, what the class split on."""

from __future__ import annotations

import json
import random
import subprocess

import pytest
from outside_readers import PYTHON, READERS, needs_python
from sample_pack import TEXT_A, at, choose_item, mark_item, match_item, sample_pack, table_item, write_item

from framing.classroom.grading.agreement import Unit, agree, alpha, most_split
from framing.model.exercise import AnswerSheet

PACK = sample_pack()
# Krippendorff's own example with nominal values (Computing Krippendorff's Alpha-Reliability, 2011, part C): four coders, twelve units.
KRIPPENDORFF = [["1", "2", "3", "3", "2", "1", "4", "1", "2", None, None, None], ["1", "2", "3", "3", "2", "2", "4", "1", "2", "5", None, "3"],
                [None, "3", "3", "3", "2", "3", "4", "2", "2", "5", "1", None], ["1", "2", "3", "3", "2", "4", "4", "1", "2", "5", "1", None]]


def test_alpha_of_two_by_hand():
    """Two students, four words: yy yn nn nn. Coincidences: y 3, n 5, n = 8. Observed: one unit of four unlike: 2/(2-1)/8 = 1/4.
    Expected: (8*8 - 9 - 25)/(8*7) = 30/56. Alpha: 1 - (1/4)/(30/56) = 1 - 14/30 = 0.5333."""
    assert alpha([["y", "y", "n", "n"], ["y", "n", "n", "n"]]) == pytest.approx(1 - 14 / 30)


def test_alpha_of_krippendorffs_own_example():
    assert alpha(KRIPPENDORFF) == pytest.approx(0.743, abs=0.0005)


@pytest.mark.parametrize("table", [[], [["a", "b"]], [["a", "a"], ["a", "a"]], [["a", None], [None, "b"]], [["a", None], ["a", "b"]]])
def test_alpha_is_none_where_it_is_not_defined(table):
    """Nobody, one student, all alike, no unit that two answered, two answers but only one where two can be compared."""
    assert alpha(table) is None


def test_perfect_disagreement_is_below_chance():
    """Two students, two units, always unlike: observed 1; expected (16 - 4 - 4)/(4*3) = 8/12. Alpha: 1 - 12/8 = -0.5."""
    assert alpha([["a", "b"], ["b", "a"]]) == pytest.approx(-0.5)


@needs_python
def test_alpha_is_that_of_the_package():
    """In a process of its own: the package is under another licence than ours."""
    chance = random.Random(11)
    tables = [[[chance.choice(["a", "b", "c", None]) for _ in range(chance.randint(1, 9))]] for _ in range(60)]
    tables = [[[chance.choice(["a", "b", "c", None]) for _ in one[0]] for _ in range(chance.randint(2, 8))] for one in tables] + [KRIPPENDORFF]
    done = subprocess.run([PYTHON, str(READERS / "alpha_package.py")], input=json.dumps(tables), capture_output=True,
                          text=True, check=True)
    compared = 0
    for table, theirs in zip(tables, json.loads(done.stdout), strict=True):
        mine = alpha(table)
        if mine is not None and theirs is not None:
            assert mine == pytest.approx(theirs, abs=1e-12)
            compared += 1
    assert compared > 50


def sheets(item_id: str, *answers) -> list[AnswerSheet]:
    return [AnswerSheet(PACK.id, "A", f"K{n}", ((item_id, answer),) if answer else ()) for n, answer in enumerate(answers)]


def test_words_marked_by_how_many_and_spans_of_the_key():
    mob, stormed, both = at(TEXT_A, "mob"), at(TEXT_A, "stormed"), at(TEXT_A, "mob stormed")
    found = agree(PACK, mark_item(), sheets("E2-1", (mob,), (both,), (stormed,), ()))
    counts = {unit.name: dict(unit.counts) for unit in found.units if unit.name in ("mob", "stormed", "smashed")}
    assert counts == {"mob": {"marked": 2, "not marked": 1}, "stormed": {"marked": 2, "not marked": 1}, "smashed": {"not marked": 3}}
    assert found.n == 3, "one left the item out"
    assert [(one.hit, one.n) for one in found.spans] == [(2, 3), (2, 3), (0, 3), (0, 3), (0, 3)]


def test_parts_options_and_cells_are_units():
    found = agree(PACK, match_item(), sheets("E4-1", (("p1", "own"), ("p2", "own")), (("p1", "own"),), (("p1", "attributed"), ("p2", "own"))))
    assert [(unit.name, unit.counts, unit.n) for unit in found.units] == [
        ("p1", (("own", 2), ("attributed", 1)), 3), ("p2", (("own", 2),), 2), ("p3", (), 0)]
    found = agree(PACK, choose_item(), sheets("E8-1", (("", "same-event"),), (("", "same-event"), ("", "different"))))
    assert [dict(unit.counts) for unit in found.units] == [{"ticked": 2}, {"not ticked": 2}, {"not ticked": 1, "ticked": 1}]
    found = agree(PACK, table_item(), sheets("E5-1", (("p1/c1", "Ana  RUIZ"),), (("p1/c1", "ana ruiz"),)))
    assert found.units[0].counts == (("ana ruiz", 2),)


def test_writing_has_no_units():
    found = agree(PACK, write_item(), sheets("E9-1", "one", "two"))
    assert (found.n, found.alpha, found.units) == (2, None, ())


@pytest.mark.parametrize(("counts", "split"), [
    ((("a", 2),), 0.0), ((("a", 1), ("b", 1)), 1.0),
    ((("a", 2), ("b", 2)), 2 / 3),    # of 6 pairs 4 differ
    ((("a", 3), ("b", 1)), 0.5),      # of 6 pairs 3 differ
    ((("a", 1),), None), ((), None),
])
def test_the_share_of_pairs_that_differ(counts, split):
    assert Unit("x", counts, sum(count for _, count in counts)).split == (pytest.approx(split) if split is not None else None)


def test_the_most_split_come_first_two_an_item_and_neighbours_once():
    mob, stormed, dawn, people = at(TEXT_A, "mob"), at(TEXT_A, "stormed"), at(TEXT_A, "dawn"), at(TEXT_A, "ten people")
    given = [((mob, stormed, people)), ((mob, stormed)), ((dawn,)), ((dawn, mob))]
    marks = agree(PACK, mark_item(), sheets("E2-1", *given))
    parts = agree(PACK, match_item(), sheets("E4-1", *[(("p1", one),) for one in ("own", "own", "own", "attributed")]))
    items = {"E2-1": mark_item(), "E4-1": match_item()}
    found = [(item, unit.name) for item, unit in most_split([marks, parts], items=items)]
    # stormed 2:2 and dawn 2:2 (4 of 6 pairs), mob 3:1 and p1 3:1 (3 of 6); two of E2-1 at most
    assert found == [("E2-1", "stormed"), ("E2-1", "dawn"), ("E4-1", "p1")]
    assert most_split([marks, parts], items={}) == ()
