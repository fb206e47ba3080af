"""Answers from files and from paper: what is read, and what is named and left out."""

from __future__ import annotations

import csv
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_pack import TEXT_A, at, sample_pack

from framing.classroom.grading.answers import MAX_TEXT, Received, code_problem, merge, read_answers, receive
from framing.classroom.grading.paper import receive_csv
from framing.errors import PackError

PACK = sample_pack()
MOB = at(TEXT_A, "mob")
THEY_CAME = at(TEXT_A, "“They came")
HEAD = "code,item_id,part,answer\n"


def saved(**changes) -> str:
    """A file as the page saves it."""
    record = {"schema": "framing.answers/1", "pack": PACK.id, "version": "A", "code": "K7", "answers": {"E2-1": [list(MOB)]}}
    return json.dumps(record | changes)


def typed(rows: str) -> Received:
    return receive_csv(PACK, HEAD + rows, "p.csv")


def test_a_saved_file_of_every_kind_of_answer():
    answers = {"E2-1": [list(MOB), list(MOB)], "E4-1": {"p2": "own", "p1": "quoted-named"}, "E8-1": ["same-event"], "E5-1": {"p1/c1": "Ana", "p2/c2": ""},
               "E9-1": "Text."}
    sheet = read_answers(PACK, saved(answers=answers), "k7.json")
    assert dict(sheet.answers) == {"E2-1": (MOB,), "E4-1": (("p1", "quoted-named"), ("p2", "own")), "E8-1": (("", "same-event"),),
                                   "E5-1": (("p1/c1", "Ana"),), "E9-1": "Text."}
    assert [name for name, _ in sheet.answers] == ["E2-1", "E4-1", "E5-1", "E8-1", "E9-1"], "in the order of the pack"


@pytest.mark.parametrize(("text", "said"), [
    ("{", "not valid JSON"), ("[]", "no schema"), ("[" * 5000, "not valid JSON"), (saved(schema="framing.answers/2"), "no schema"),
    (saved(pack="other"), "another pack"), (saved(version="B"), "version 'B'"), (saved(answers=[]), "no answers"), (saved(code="Anna Ruiz"), "a code is"),
    (saved(code=7), "no code"), (saved(code="=cmd1"), "a code is"), (saved(code="../x1"), "a code is"), (saved(code="x" * 21 + "1"), "a code is"),
])
def test_files_that_cannot_be_marked_are_named_with_the_reason(text, said):
    received = receive(PACK, text, "k7.json")
    assert received.sheets == ()
    (problem,) = received.problems
    assert problem.startswith("k7.json: ")
    assert said in problem
    with pytest.raises(PackError, match=r"k7\.json"):
        read_answers(PACK, text, "k7.json")


@pytest.mark.parametrize(("answers", "said"), [
    ({"E99-1": "x"}, "no item 'E99-1'"), ({"E12-1": "x"}, "no item 'E12-1'"), ({"E2-1": [[0, 5]]}, "lies in no passage"),
    ({"E2-1": [[5, 5]]}, "lies in no passage"), ({"E2-1": [[True, 99]]}, "lies in no passage"), ({"E2-1": [[-1, 50]]}, "lies in no passage"),
    ({"E2-1": "mob"}, "not a list"), ({"E2-1": [[1.5, 2]]}, "lies in no passage"), ({"E4-1": {"p9": "own"}}, "no part 'p9'"),
    ({"E4-1": {"p1": "x"}}, "no option 'x'"), ({"E4-1": []}, "not one answer a part"), ({"E8-1": ["x"]}, "no option 'x'"), ({"E8-1": "x"}, "not a list"),
    ({"E9-1": 5}, "not a text"), ({"E5-1": {"p1/c9": "x"}}, "no part 'p1/c9'"), ({"E5-1": {"p1/c1": 5}}, "no option '5'"),
])
def test_an_answer_that_cannot_be_read_is_named_and_the_rest_is_kept(answers, said):
    received = receive(PACK, saved(answers=answers | {"E8-1": ["same-event"]} if "E8-1" not in answers else answers | {"E9-1": "ok"}), "k7.json")
    (sheet,), (problem,) = received.sheets, received.problems
    assert said in problem
    assert len(sheet.answers) == 1


def test_ten_megabytes_of_text_are_cut_and_named():
    received = receive(PACK, saved(answers={"E9-1": "x" * 10_000_000}), "k7.json")
    assert "10,000,000 characters; the first 20,000 were kept" in received.problems[0]
    assert len(dict(received.sheets[0].answers)["E9-1"]) == MAX_TEXT
    received = typed(f"K7,E9-1,,{'x' * 10_000_000}\n")
    assert "10,000,000 characters" in received.problems[0]
    assert csv.field_size_limit() == 131072, "the limit of the process is put back"


def test_a_damaged_file_is_not_a_thousand_lines():
    """One answer that can be read, 30 faults named and the rest counted."""
    for received in (receive(PACK, saved(answers={"E8-1": ["same-event", *map(str, range(5000))]}), "k7.json"),
                     typed("K7,E8-1,,a\n" + "K7,E99,,x\n" * 5000)):
        assert len(received.problems) == 31
        assert "4,970 more" in received.problems[-1]
        assert len(received.sheets) == 1


def test_thousands_of_marks_are_cut_and_named():
    received = receive(PACK, saved(answers={"E2-1": [list(MOB)] * 5000}), "k7.json")
    assert "5,000 marks" in received.problems[0]


@pytest.mark.parametrize(("code", "fine"), [("K7", True), ("7", True), ("blue-12", True), ("a_1", True), ("x" * 19 + "1", True),
                                            ("Anna", False), ("anna ruiz 1", False), ("", False), ("-1", False), ("é1", False), (None, False), ("1;2", False)])
def test_codes_are_pseudonyms(code, fine):
    assert (code_problem(code) == "") is fine


def test_a_code_that_may_be_a_name_is_not_repeated():
    assert "Anna" not in code_problem("Anna Ruiz")


@pytest.mark.parametrize(("row", "found"), [
    ("K7,E2-1,1,mob", (MOB,)),
    ("K7,E2-1,line 1,MOB", (MOB,)),
    ("K7,E2-1,,mob", (MOB,)),
    (f"K7,E2-1,,{MOB.start}-{MOB.end}", (MOB,)),
    ("K7,E2-1,2,“They came", (THEY_CAME,)),   # runs on into line 3
    ('K7,E2-1,2,"""They came"', (THEY_CAME,)),   # straight marks for curly ones
    ("K7,E4-1,1,b", (("p1", "quoted-named"),)),
    ("K7,E4-1,p1,quoted-named", (("p1", "quoted-named"),)),
    ("K7,E4-1,2.,The Article  itself", (("p2", "own"),)),
    ("K7,E8-1,,a", (("", "same-event"),)),
    ('K7,E8-1,,"a, c"', (("", "same-event"), ("", "different"))),
    ('K7,E8-1,,"the same topic, another event"', (("", "same-topic"),)),
    ("K7,E5-1,2/1,Officials", (("p2/c1", "Officials"),)),
    ("K7,E5-1,p2/c1,Officials", (("p2/c1", "Officials"),)),
    ("K7,E5-1,Sentence 4/Named?,named", (("p2/c2", "named"),)),
    ("K7,E5-1,2/2,b", (("p2/c2", "not named"),)),               # the second of the column's choices, not of all options
    ("K7,E5-1,2/2,A)", (("p2/c2", "named"),)),
    ("K7,E5-1,2/2,c", (("p2/c2", "c"),)),                        # no such letter: the words as they are
    ("K7,E5-1,2/1,a", (("p2/c1", "a"),)),                        # a column of free words has no letters
    ("K7,E9-1,,Some text", "Some text"),
])
def test_a_row_typed_from_paper(row, found):
    received = typed(row + "\n")
    assert received.problems == ()
    assert received.sheets[0].code == "K7"
    assert received.sheets[0].answers[0][1] == found


@pytest.mark.parametrize(("row", "said"), [
    ("K7,E2-1,4,mob", "'mob' does not stand in line 4"),
    ("K7,E2-1,,the", "stands 3 times in the passage"),
    ("K7,E2-1,,mobster", "does not stand"),                     # no part of a word, and no longer one
    ("K7,E2-1,,tormed", "does not stand"),
    ("K7,E2-1,x,mob", "no line number"),
    ("K7,E2-1,,0-5", "lies in no passage"),
    ("K7,E4-1,9,b", "no part '9'"), ("K7,E4-1,1,z", "no option 'z'"), ("K7,E8-1,,z", "no option 'z'"), ("K7,E8-1,,a z", "no option 'z'"),
    ("K7,E5-1,2,x", "names no cell"), ("K7,E5-1,2/9,x", "no column '9'"), ("K7,E99,,x", "no item 'E99'"), ("Anna,E9-1,,x", "a code is"), (",E9-1,,x", "no code"),
])
def test_a_row_that_cannot_be_read_is_named_by_its_line(row, said):
    received = typed("K8,E8-1,,a\n" + row + "\n")
    (problem,) = received.problems
    assert problem.startswith("p.csv, line 3: ")
    assert said in problem
    assert received.sheets[0].code == "K8"


def test_a_part_answered_twice_keeps_the_first_and_says_so():
    received = typed("K7,E4-1,1,a\nK7,E4-1,1,b\nK7,E4-1,2,a\nK7,E4-1,2,a\n")
    assert received.sheets[0].answers == (("E4-1", (("p1", "own"), ("p2", "own"))),)
    (problem,) = received.problems
    assert "p1 is answered a second time" in problem


def test_rows_without_an_answer_are_passed_over():
    """A student with nothing but such rows has no sheet."""
    received = typed("K7,E8-1,,a\nK7,E4-1,1,\n,E4-1,2,  \nK9,E8-1,,\n")
    assert received.problems == ()
    assert [(sheet.code, len(sheet.answers)) for sheet in received.sheets] == [("K7", 1)]


@pytest.mark.parametrize("text", [
    "code;item_id;part;answer\r\nK7;E8-1;;a\r\n", "\ufeffCode,Item_ID,Part,Answer\nK7,E8-1,,a\n", "code\titem_id\tpart\tanswer\nK7\tE8-1\t\ta\n",
    "note,answer,part,item_id,code\nx,a,,E8-1,K7\n", HEAD + "\n\nK7,E8-1,,a\n,,,\n",
])
def test_tables_as_spreadsheets_save_them(text):
    received = receive_csv(PACK, text, "p.csv")
    assert (received.problems, received.sheets[0].answers) == ((), (("E8-1", (("", "same-event"),)),))


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "code,item_id,part\n", '"'])
def test_tables_without_the_columns_are_named(text):
    received = receive_csv(PACK, text, "p.csv")
    assert received.sheets == ()
    assert "code, item_id, part, answer" in received.problems[0]


def test_small_and_capital_letters_of_a_code_are_one_pupil():
    received = typed("k7,E8-1,,a\nK7,E9-1,,text\n")
    assert [sheet.code for sheet in received.sheets] == ["k7"]
    assert len(received.sheets[0].answers) == 2


def test_two_sheets_of_one_code_are_nobodys_and_a_copy_counts_once():
    one, copy = receive(PACK, saved(), "one.json"), receive(PACK, saved(), "copy.json")
    other = receive(PACK, saved(answers={"E9-1": "x"}, code="k7"), "other.json")
    third = receive(PACK, saved(code="K8"), "third.json")
    sheets, problems = merge([("one.json", one), ("copy.json", copy), ("third.json", third)])
    assert [sheet.code for sheet in sheets] == ["K7", "K8"]
    assert "counted once" in problems[0]
    sheets, problems = merge([("one.json", one), ("other.json", other), ("third.json", third)])
    assert [sheet.code for sheet in sheets] == ["K8"]
    assert "one.json, other.json" in problems[0]


json_values = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.floats(), lambda inner: st.lists(inner, max_size=3)
                           | st.dictionaries(st.sampled_from(["p1", "p1/c1", "x"]), inner, max_size=3), max_leaves=8)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(["E2-1", "E4-1", "E5-1", "E8-1", "E9-1", "E12-1", "x"]), json_values, max_size=7))
def test_whatever_stands_in_a_file_is_read_or_named(answers):
    received = receive(PACK, saved(answers=answers), "k7.json")
    assert len(received.sheets) == 1
    for item_id, answer in received.sheets[0].answers:
        assert answer
        assert item_id in answers


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80))
def test_whatever_stands_in_a_table_is_read_or_named(text):
    received = receive_csv(PACK, HEAD + "K8,E8-1,,a\n" + text, "p.csv")
    assert received.sheets or received.problems
    assert all(sheet.answers for sheet in received.sheets)
