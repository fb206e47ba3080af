"""Questions for learning systems: phrases to tick, wrong answers beside the right ones, long keys cut, cells of a table."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_pack import discuss_item, sample_pack, table_item

from framing.classroom.lms.fractions import LISTED, exact, shares
from framing.classroom.lms.questions import Alternative, Question, cell_questions, questions
from framing.model.article import Span
from framing.model.exercise import Exercise, Item, KeyRow, Pack, PackArticle, Passage

WORDS = [f"expected{n}" for n in range(1, 13)]


def pack_of_marks(right: int, *, wrong: int = 0, plain: str = "alpha beta1 gamma delta2 epsilon zeta33 theta kappa4") -> Pack:
    """A pack with one passage: `right` expected words, each after a plain one, then `wrong` words that the key says are not expected."""
    text = " ".join(f"filler{n} {word}" for n, word in enumerate(WORDS[:right])) + " " + " ".join(f"quoted{n}" for n in range(wrong)) + f" {plain} end"
    key = [KeyRow("E2-1", 0, Span(text.index(one + " "), text.index(one + " ") + len(one)), one, "body", "own", tier, points, "why", "rule")
           for one, tier, points in [(word, "expected", 1.0) for word in WORDS[:right]] + [(f"quoted{n}", "not_expected", -0.5) for n in range(wrong)]]
    item = Item("E2-1", "mark", "Mark.", (Passage(0, Span(0, len(text)), ()),), (), (), (), tuple(key), float(right))
    article = PackArticle("Source A", "a", text, None, (), (), "")
    return replace(sample_pack(), articles=(article,), exercises=(Exercise("E2", "Loaded", "Look.", 5, (item,)),))


@pytest.mark.parametrize(("right", "cut"), [(1, [1]), (5, [5]), (6, [3, 3]), (7, [4, 3]), (11, [4, 4, 3]), (12, [4, 4, 4])])
def test_more_than_five_right_answers_are_cut_in_even_parts(right, cut):
    """Half of a sixth is no share that Moodle knows; half of a third is."""
    made = questions(pack_of_marks(right))
    found = [sum(one.tier == "expected" for one in question.alternatives) for question in made]
    assert sorted(found, reverse=True) == cut
    assert sum(question.points for question in made) == right
    assert all(exact(question) for question in made)
    assert [one.text for question in made for one in question.alternatives if one.tier == "expected"] == [
        one.text for question in made for one in question.alternatives if "expected" in one.text], "each is there once, in order"


def test_a_key_with_few_wrong_answers_gets_words_of_the_passage():
    (question,) = questions(pack_of_marks(2))
    wrong = [one for one in question.alternatives if one.tier == "not_expected"]
    assert len(wrong) == 3
    assert {one.points for one in wrong} == {-0.5}
    assert not {one.text.split()[-1] for one in wrong} & set(WORDS)


def test_a_key_with_enough_wrong_answers_gets_none():
    (question,) = questions(pack_of_marks(2, wrong=3))
    assert sorted(one.text.split(") ")[1] for one in question.alternatives if one.tier == "not_expected") == ["quoted0", "quoted1", "quoted2"]


@pytest.mark.parametrize(("plain", "wrong"), [
    ("another yonder beyond Karelda Ostrel", {"another", "yonder", "beyond"}),   # "filler0" is the fourth small word
    ("Karelda Ostrel", {"filler0", "Karelda", "Ostrel"}),                         # one small word is too few
])
def test_names_are_wrong_answers_only_where_small_words_are_too_few(plain, wrong):
    (question,) = questions(pack_of_marks(1, plain=plain))
    found = {one.text.split(") ")[1] for one in question.alternatives if one.tier == "not_expected"}
    assert found <= wrong | {"filler0"}
    assert len(found) == 3


def test_phrases_are_numbered_in_the_passage_as_in_the_list():
    (question,) = questions(pack_of_marks(2))
    shown = " ".join(one.text for one in question.stem if one.look == "passage")
    for one in question.alternatives:
        assert one.text in shown


def test_a_table_is_a_question_a_cell_with_its_choices():
    (question,) = [one for one in questions(sample_pack()) if one.kind == "table"]
    cells = cell_questions(question)
    assert [one.kind for one in cells] == ["table", "choices", "table", "choices"]
    assert [one.points for one in cells] == [1, 1, 1, 1]
    assert [(one.text, one.points) for one in cells[1].alternatives] == [("named", 1.0), ("not named", 0.0)]


def test_talks_and_items_without_a_right_answer_make_no_question():
    none = replace(table_item(), key=())
    pack = replace(sample_pack(), exercises=(Exercise("E12", "Talk", "", 5, (discuss_item(),)), Exercise("E5", "Table", "", 5, (none,))))
    assert questions(pack) == ()


def choice(points: list[float], *, single: bool = False) -> Question:
    """A question of choice with these points."""
    tiers = ["expected" if one == max(points) or (one > 0 and not single) else "not_expected" for one in points]
    rows = tuple(Alternative(f"o{n}", str(n), one, tier, "") for n, (one, tier) in enumerate(zip(points, tiers, strict=True)))
    total = max(points) if single else sum(one for one in points if one > 0)
    return Question("E8-1", table_item(), "E8", "", "choices", (), float(total), rows, single=single)


@pytest.mark.parametrize(("points", "single", "found"), [
    ([1, 1, 1, -0.5], False, ("33.33333", "33.33333", "33.33333", "-16.66667")),   # 1/3 and half of it
    ([1, 0.5, 0], True, ("100", "50", "0")),
    ([2, 1, -0.5], False, ("66.66667", "33.33333", "-16.66667")),                  # 2/3, 1/3; 0.5/3
    ([3, 1, 1, -1], False, ("60", "20", "20", "-20")),                             # fifths
    ([1.5, 2, -0.5], False, ("50", "50", "-14.28571")),                            # 42.9 and 57.1 are not listed: equal; 0.5/3.5 is a seventh
])
def test_shares_by_hand(points, single, found):
    assert shares(choice(points, single=single)) == found


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([1.0, 1.5, 2.0, 0.7, -0.5, -1.0, 0.0]), min_size=2, max_size=8).filter(lambda points: max(points) > 0))
def test_shares_are_always_ones_that_moodle_takes(points):
    question = choice(points)
    found = [float(one) for one in shares(question)]
    assert {abs(one) for one in found} <= set(LISTED)
    assert sum(one for one in found if one > 0) == pytest.approx(100, abs=0.6)
    assert all((share > 0) == (point > 0) for share, point in zip(found, points, strict=True))
