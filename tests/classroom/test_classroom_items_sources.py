"""Tables and writing (E5, E6, E10, E12): cells that are accepted, verbs that add something, what is never right or wrong."""

from __future__ import annotations

import pytest
from class_packs import EVENTS, compare_texts, exercise_of, items_of, material_of, pack_of

from framing.classroom.items import agreement, blind_read, source_ledger, verb_swap
from framing.model.exercise import LeftOut
from framing.model.pack_options import PackOptions

TEXT = ("Council Votes on Market Move in Tolle\n\nAna Ruiz, a clerk of the port, said that nine councillors of the town had voted for the move. She claimed that the doors of "
        "the town hall had been open all night. “The market is old and it can walk,” Mayor Tom Lee told a crowd of 300. Traders said that they had never been asked about the "
        "move. Lee admitted that twelve people of the town had been hurt. Ruiz insisted that the vote of the council had been fair. The council denied that it had hurried the "
        "vote.\n\nThe council of Tolle met on Tuesday in the old town hall and voted by nine to six.")


def cells(text: str = TEXT) -> dict[tuple[str, str], set[str]]:
    """Accepted answers of E5 by the first words of the statement and the column."""
    item = source_ledger.make(material_of(compare_texts(text, text.replace("nine", "ten")))).items[0]
    words = {one.id: one.text for one in item.parts}
    found: dict[tuple[str, str], set[str]] = {}
    for row in item.key:
        part, column = row.part.split("/")
        found.setdefault((words[part], column), set()).add(row.option)
    return found


def test_a_ledger_row_names_speaker_kind_verb_and_form():
    found = cells()
    first = "nine councillors of the town had voted …"
    assert {"Ana Ruiz", "Ruiz"} <= found[first, "c1"]
    assert found[first, "c2"] == {"a person with a name"}
    assert found[first, "c3"] == {"said"}
    assert found[first, "c4"] == {"reported"}


def test_a_quotation_is_in_quotation_marks_and_a_crowd_has_no_name():
    found = cells()
    assert next(words for (part, column), words in found.items() if column == "c4" and part.startswith("The market")) == {"in quotation marks"}
    assert next(words for (part, column), words in found.items() if column == "c2" and part.startswith("they had never")) == {"people without a name"}


def test_a_pronoun_is_worth_half_where_a_name_is_known():
    item = source_ledger.make(material_of(compare_texts(TEXT, TEXT.replace("nine", "ten")))).items[0]
    rows = {row.option: row for row in item.key if row.text == "She"}
    assert (rows["She"].tier, rows["She"].points) == ("defensible", 0.5)
    assert rows["Ana Ruiz"].points == 1.0


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("level", ["easier", "standard", "harder"])
def test_every_cell_has_an_accepted_answer_and_lists_hold_theirs(event, level):
    for item in items_of(pack_of(event, PackOptions(level=level))):
        if item.response != "table":
            continue
        wanted = {f"{part.id}/c{k}" for part in item.parts for k in range(1, len(item.columns) + 1)}
        assert {row.part for row in item.key if row.tier == "expected"} == wanted
        assert item.points == len(wanted)                      # each cell gives 1 point
        for k in range(1, len(item.columns) + 1):
            words = {one.text for one in item.options if one.id.startswith(f"c{k}.")}
            assert not words or {row.option for row in item.key if row.part.endswith(f"/c{k}")} <= words


def test_each_verb_of_a_cue_is_accepted_and_rows_give_no_quotation_marks_away():
    """ "retorted saying": whole, or either verb. The row of a quotation begins with its first word."""
    found = cells(TEXT.replace("Lee admitted that twelve", "Lee retorted saying that twelve"))
    row = next(part for part, _ in found if part.startswith("twelve people"))
    assert found[row, "c3"] == {"retorted saying", "retorted", "saying"}
    assert any(part.startswith("The market is old") for part, _ in found)
    assert not [part for part, _ in found if set(part) & set('"“”')]


def test_too_few_sources_leave_the_ledger_out():
    short = "Council Votes on Market in Tolle\n\nThe market of Tolle has stood on the square since 1911 and it is the oldest of its kind on the whole of the coast."
    result = source_ledger.make(material_of(compare_texts(short, short.replace("1911", "1912"))))
    assert isinstance(result, LeftOut)
    assert "4 statements" in result.reason


def test_verbs_and_what_they_add():
    item = verb_swap.make(material_of(compare_texts(TEXT, TEXT.replace("nine", "ten")))).items[0]
    words = {one.id: one.text for one in item.parts}
    effects = {words[row.part.split("/")[0]].rsplit("verb: ", 1)[1].rstrip(")"): row.option for row in item.key if row.part.endswith("/c1")}
    assert effects["claimed"] == "casts doubt on what was said"
    assert effects["admitted"] == "suggests that it was said unwillingly, and that it is true"
    assert "said" not in effects                                # the plain verb is no question
    assert all({row.option for row in item.key if row.part == f"{part.id}/c2"} >= {"said", "told", "stated"} for part in item.parts)


def test_plain_verbs_alone_leave_the_type_out():
    plain = TEXT.replace("claimed", "said").replace("admitted", "said").replace("insisted", "said").replace("denied", "said")
    result = verb_swap.make(material_of(compare_texts(plain, plain.replace("nine", "ten"))))
    assert isinstance(result, LeftOut)
    assert "tells more than “said”" in result.reason


@pytest.mark.parametrize("event", EVENTS)
def test_the_blind_read_has_no_right_answer_and_no_outlet(event):
    exercise = exercise_of(pack_of(event), "E10")
    (item,) = exercise.items
    assert item.key == ()
    assert item.points == 12.0                                  # four lines of the rubric, 3 points each
    assert "never right or wrong" in exercise.instruction


def test_the_blind_read_needs_hidden_outlets():
    result = blind_read.make(material_of(compare_texts(TEXT, TEXT.replace("nine", "ten")), anonymise=False))
    assert isinstance(result, LeftOut)


def test_class_agreement_looks_at_what_can_be_counted():
    material = material_of(compare_texts(TEXT, TEXT.replace("nine", "ten")))
    assert isinstance(agreement.make(material, []), LeftOut)
    made = agreement.make(material, [exercise_of(pack_of("change-of-power"), "E4")])
    assert "“Whose voice?”" in made.items[0].prompt             # the sheets name exercises so, not "E4"
    assert made.items[0].points == 0.0
