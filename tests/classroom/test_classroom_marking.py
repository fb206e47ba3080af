"""Marks worked by hand, for every kind of answer, with near misses at each edge."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_pack import TEXT_A, at, match_item, sample_pack

from framing.classroom.grading.marking import FURTHER_WORDS, TOO_MANY, hits, judge_parts, judge_spans, mark
from framing.model.article import Span
from framing.model.exercise import AnswerSheet, Exercise, Item, KeyRow, Pack, PackArticle, Passage
from framing.text.tokens import word_spans

LINE = "one two three four MOB six seven eight nine ten mob-like last"
MOB = Span(LINE.index("MOB"), LINE.index("MOB") + 3)


def points(item_id: str, answer, pack: Pack | None = None) -> float | None:
    """The points of one answer on its own."""
    pack = pack or sample_pack()
    return next(one.points for one in mark(pack, AnswerSheet(pack.id, "A", "K1", ((item_id, answer),))) if one.item_id == item_id)


def words(first: str, last: str, text: str = LINE) -> Span:
    """From the first to the last word."""
    return Span(text.index(first), text.index(last) + len(last))


@pytest.mark.parametrize(("marked", "hit"), [
    (words("MOB", "MOB"), True),
    (words("two", "MOB"), True),        # three words before: two three four
    (words("one", "MOB"), False),       # four words before
    (words("MOB", "eight"), True),      # three after: six seven eight
    (words("MOB", "nine"), False),      # four after
    (words("two", "eight"), True),      # three on each side
    (words("one", "nine"), False),
    (words("two", "four"), False),      # beside it, but no overlap
    (Span(MOB.start + 1, MOB.end), True),   # a part of it
    (Span(MOB.end, MOB.end + 4), False),    # touches its end only
])
def test_overlap_and_at_most_three_further_words_each_side(marked, hit):
    assert hits(word_spans(LINE), marked, MOB) is hit
    assert FURTHER_WORDS == 3


def test_a_word_that_the_wanted_span_lies_in_is_no_further_word():
    """"mob-like" is one word: marking it whole marks "mob" and nothing else."""
    wanted = Span(LINE.index("mob-"), LINE.index("mob-") + 3)
    assert hits(word_spans(LINE), words("seven", "mob-like"), wanted) is False   # seven eight nine ten: four
    assert hits(word_spans(LINE), words("eight", "mob-like"), wanted) is True


def span(text: str) -> Span:
    return at(TEXT_A, text)


@pytest.mark.parametrize(("marks", "expected"), [
    ([], 0.0),
    (["mob"], 1.0),
    (["mob", "stormed", "so-called"], 3.0),
    (["mob stormed"], 2.0),                         # one mark, both expected words inside, none further than three
    (["The mob", "mob"], 1.0),                      # twice the same word counts once
    (["smashed"], 0.0),                             # can be defended
    (["mob", "smashed"], 1.0),
    (["dawn"], 0.0),                                # -1/2, never below 0
    (["mob", "dawn"], 0.5),
    (["mob", "stormed", "dawn"], 1.5),
    (["mob", "ten people", "clerk", "Monday"], 0.0),  # 1 - 3/2, floor
    (["mob", "ten people", "Monday"], 0.0),         # 1 - 2/2
    (["mob", "ten people"], 0.5),
    (["They came at dawn"], 0.0),                   # the row "dawn" with others: still not expected
])
def test_mark_items_by_hand(marks, expected):
    assert points("E2-1", tuple(span(one) for one in marks)) == expected


def test_marking_everything_as_one_or_word_by_word():
    """One long mark hits nothing. Word by word: 3 right - 1/2 for each of the other words but "smashed" = far below 0."""
    passage = sample_pack().exercises[0].items[0].passages[0].span
    assert points("E2-1", (passage,)) == 0.0
    assert points("E2-1", tuple(word_spans(TEXT_A, passage))) == 0.0


def test_what_a_row_says_is_what_a_wrong_mark_costs():
    """The teacher may make a row cost more in key.csv: 1 - 1 = 0 where 1 - 1/2 stood."""
    pack = sample_pack()
    item = pack.exercises[0].items[0]
    dear = replace(item, key=tuple(replace(row, points=-1.0) if row.text == "dawn" else row for row in item.key))
    pack = replace(pack, exercises=(replace(pack.exercises[0], items=(dear,)),))
    assert points("E2-1", (span("mob"), span("stormed"), span("dawn")), pack) == 1.0


def test_verdicts_name_what_was_hit_missed_and_not_expected():
    pack = sample_pack()
    found = judge_spans(pack, pack.exercises[0].items[0], [span("mob"), span("smashed"), span("dawn"), span("Monday")])
    assert [(one.judged, TEXT_A[one.span.start:one.span.end], one.points) for one in found] == [
        ("right", "mob", 1.0), ("missed", "stormed", 0.0), ("defensible", "smashed", 0.0), ("not_expected", "dawn", -0.5), ("missed", "so-called", 0.0),
        ("not_expected", "Monday", -0.5)]


@pytest.mark.parametrize(("pairs", "expected"), [
    ((), 0.0),
    ((("p1", "quoted-named"), ("p2", "own"), ("p3", "attributed")), 3.0),
    ((("p1", "quoted-named"), ("p2", "own"), ("p3", "own")), 2.5),     # a second answer, half a point
    ((("p1", "own"), ("p2", "attributed"), ("p3", "quoted-named")), 0.0),
    ((("p2", "own"),), 1.0),                                             # the others left out
])
def test_match_items_by_hand(pairs, expected):
    assert points("E4-1", pairs) == expected


@pytest.mark.parametrize(("ticked", "expected"), [
    (("same-event",), 1.0), (("same-topic",), 0.0), ((), 0.0),
    (("same-event", "same-topic"), 0.0),   # where one is right, two ticks are no answer: paper has no radio buttons
])
def test_choose_items_by_hand(ticked, expected):
    assert points("E8-1", tuple(("", one) for one in ticked)) == expected


def test_more_ticks_than_one_are_said():
    pack = sample_pack()
    found = mark(pack, AnswerSheet(pack.id, "A", "K1", (("E8-1", (("", "same-event"), ("", "different"))),)))
    assert next(one.notes for one in found if one.item_id == "E8-1")[-1] == TOO_MANY


def test_ticks_of_several_right_options_cost_what_the_key_says():
    """Two right at 1 point, one wrong at -1/2: 2, 1.5, 0.5, 0."""
    item = sample_pack().exercises[3].items[0]
    rows = [("same-event", "expected", 1.0), ("same-topic", "expected", 1.0), ("different", "not_expected", -0.5)]
    item = replace(item, key=tuple(KeyRow("E8-1", None, None, "", None, None, tier, worth, "", "r", option=name) for name, tier, worth in rows), points=2.0)
    pack = replace(sample_pack(), exercises=(Exercise("E8", "Same", "", 5, (item,)),))
    given = {("same-event", "same-topic"): 2.0, ("same-event", "same-topic", "different"): 1.5, ("same-event", "different"): 0.5, ("different",): 0.0}
    for ticked, expected in given.items():
        assert points("E8-1", tuple(("", one) for one in ticked), pack) == expected


@pytest.mark.parametrize(("cells", "expected"), [
    ((("p1/c1", "Ana Ruiz"), ("p1/c2", "named"), ("p2/c1", "Officials"), ("p2/c2", "not named")), 4.0),
    ((("p1/c1", "  ana   RUIZ "),), 1.0),
    ((("p1/c1", "A clerk"),), 0.5),            # the second answer
    ((("p1/c1", "Ana"),), 0.0),                # part of the words
    ((("p1/c1", "Ana Ruiz, a clerk"),), 0.0),  # more than the words
    ((("p1/c2", "c2.named"),), 1.0),           # an option's id stands for its words
    ((("p2/c1", "official"),), 1.0),           # a plural s is not looked at
    ((("p2/c1", "named"),), 0.0),              # right words in the wrong cell
])
def test_table_items_by_hand(cells, expected):
    assert points("E5-1", cells) == expected


def test_writing_is_left_to_the_teacher_with_what_can_be_seen():
    pack = sample_pack()
    text = "The Mobs came in at noon; 12 people were hurt."
    found = next(one for one in mark(pack, AnswerSheet(pack.id, "A", "K1", (("E9-1", text),))) if one.item_id == "E9-1")
    assert (found.points, found.most) == (None, 6.0)
    assert "still there: mob" in found.notes
    assert "facts not found: Ana Ruiz" in found.notes


def test_a_mark_for_every_item_but_talks_even_of_an_empty_sheet():
    pack = sample_pack()
    found = mark(pack, AnswerSheet(pack.id, "A", "K1", ()))
    assert [(one.item_id, one.points, one.most) for one in found] == [
        ("E2-1", 0.0, 3.0), ("E4-1", 0.0, 3.0), ("E5-1", 0.0, 4.0), ("E8-1", 0.0, 1.0), ("E9-1", None, 6.0)]
    assert {one.notes for one in found} == {("no answer",)}


def test_parts_are_judged_in_the_order_of_the_key():
    assert [(one.part, one.points) for one in judge_parts(match_item(), [("p3", "own"), ("p1", "quoted-named")])] == [("p1", 1.0), ("p2", 0.0), ("p3", 0.5)]


PLAIN = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu"
spans = st.tuples(st.integers(0, len(PLAIN) - 1), st.integers(1, len(PLAIN))).filter(lambda pair: pair[0] < pair[1]).map(lambda pair: Span(*pair))


def plain_pack(wanted: list[Span]) -> Pack:
    """A pack that expects these spans."""
    key = tuple(KeyRow("E2-1", 0, one, PLAIN[one.start:one.end], "body", "own", "expected", 1.0, "", "r") for one in wanted)
    item = Item("E2-1", "mark", "Mark.", (Passage(0, Span(0, len(PLAIN)), ()),), (), (), (), key, float(len(wanted)))
    return replace(sample_pack(), articles=(PackArticle("Source A", "a", PLAIN, None, (), (), ""),), exercises=(Exercise("E2", "Loaded", "", 5, (item,)),))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(spans, min_size=1, max_size=4, unique=True), st.lists(spans, max_size=6))
def test_points_stay_between_nothing_and_the_most_and_order_does_not_matter(wanted, marks):
    pack = plain_pack(wanted)
    found = points("E2-1", tuple(marks), pack)
    assert 0 <= found <= len(wanted)
    assert found == points("E2-1", tuple(reversed(marks)), pack)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(spans, min_size=1, max_size=4, unique=True))
def test_marking_just_what_is_expected_gives_the_most(wanted):
    assert points("E2-1", tuple(wanted), plain_pack(wanted)) == len(wanted)
