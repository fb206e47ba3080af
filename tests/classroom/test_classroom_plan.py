"""The lesson plan: steps add up, questions rest on findings, limits and topics are told."""

from __future__ import annotations

import pytest
from class_packs import EVENTS, compare_texts, comparison_of, pack_of
from sample_pack import sample_pack

from framing.classroom.build import build_pack
from framing.classroom.items.rubric import FULL, NEUTRAL, points_of
from framing.classroom.plan_text import plan_markdown
from framing.model.pack_options import PackOptions

STORM = ("Storm Breaks Three Bridges in Norrland\n\nA storm broke three bridges of Norrland in March 2015, and the river rose by two metres in the night. Ana Ruiz, a clerk of "
         "the port, said that boats had been lost. Ruiz claimed that the warning had come late. “We saw the water,” said Tom Lee, a fisher.\n\nThe river police of Norrland "
         "opened the bridges again on 4 March, and the port opened on 5 March. Lee said that nobody had been wounded.")


@pytest.mark.parametrize("event", EVENTS)
def test_each_exercise_has_its_step_and_objective(event):
    pack = pack_of(event)
    titles = [step.title for step in pack.plan.steps]
    assert titles[0] == "Before reading"
    assert titles[-1] == "Without marks"                       # ends on an unmarked text
    for exercise in pack.exercises:
        assert exercise.title in titles
    assert len(pack.plan.objectives) == len(pack.exercises)
    assert all(step.minutes > 0 for step in pack.plan.steps)


def test_the_reveal_comes_after_the_blind_read_and_only_with_it():
    titles = [step.title for step in pack_of("change-of-power").plan.steps]
    assert titles.index("Reveal") > titles.index("Blind read, then reveal")
    assert "Reveal" not in [step.title for step in pack_of("change-of-power", PackOptions(types=("E2",))).plan.steps]


def test_questions_rest_on_the_findings():
    pack, findings = pack_of("harbour-strike"), comparison_of("harbour-strike").findings
    assert pack.plan.questions[0].startswith(findings[0].sentence[:30])
    assert findings[0].question in pack.plan.questions[0]


def test_questions_name_no_outlet():
    for event in EVENTS:
        outlets = [one.document.article.outlet.value for one in comparison_of(event).annotations if one.document.article.outlet]
        assert not [question for question in pack_of(event).plan.questions for outlet in outlets if outlet in question]


def test_topics_of_the_texts_are_told_and_others_are_not():
    notice = pack_of("change-of-power").plan.notices[0]
    assert "violence and injury" in notice
    assert "war and armed force" in notice
    assert "religion" not in notice


def test_a_harmless_text_has_no_notice_of_topics():
    pack = build_pack(compare_texts(STORM, STORM.replace("three", "four")), PackOptions(types=("E4", "E5", "E6", "E10")))
    assert not any("The articles speak of" in one for one in pack.plan.notices)     # "wounded" stands once in each


def test_leftovers_and_unknown_outlets_are_told():
    pack = build_pack(compare_texts(STORM.replace("opened the bridges", "told Reuters that they opened the bridges"), STORM), PackOptions(types=("E10",)))
    assert any("“Reuters”" in one for one in pack.plan.notices)
    assert any("not anonymised" in one for one in pack_of("market-day", PackOptions(anonymise=False)).plan.notices)


def test_the_draft_key_is_the_first_limit():
    assert "draft" in pack_of("market-day").plan.limits[0]
    assert "verified_by" in pack_of("market-day").plan.limits[0]


def test_rubrics_are_four_lines_of_four_levels():
    assert len(FULL) == 4
    assert {len(line.levels) for line in (*FULL, *NEUTRAL)} == {4}
    assert (points_of(FULL), points_of(NEUTRAL)) == (12.0, 6.0)           # 3 points a line


def test_the_plan_as_text_holds_every_part_and_no_raw_markup():
    text = plan_markdown(sample_pack())
    for head in ("# Lesson plan", "## Before the lesson", "## What to take", "## Objectives", "## Steps", "## Questions for the class", "## Rubric", "## What this pack cannot tell",
                 "## Exercises left out"):
        assert head in text
    assert "E7: no statement stands in one article alone" in text
    assert "22 of its 22 rows are not verified" in text        # 5 to mark, 4 to match, 5 cells, 3 to choose, 5 words of the rewrite
    assert "<" not in text.replace("\\<", "")


def test_the_plan_adds_up():
    """10 + 10 minutes of the sample's two steps."""
    assert "About 20 minutes" in plan_markdown(sample_pack())


def test_steps_bear_the_numbers_of_the_sheets_and_long_packs_say_so():
    pack = pack_of("change-of-power")
    text = plan_markdown(pack)
    assert "| Exercise 2: Mark the loaded words |" in text
    assert "| Before reading |" in text                        # no exercise, so no number
    assert "more than one lesson" in text
    assert "Scissors" in text
    short = plan_markdown(pack_of("change-of-power", PackOptions(types=("E2",))))
    assert "more than one lesson" not in short
    assert "Scissors" not in short
    assert "for the end" not in short                          # nothing to reveal
