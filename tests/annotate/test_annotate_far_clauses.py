"""Clauses that the parser hangs away from the verb that reports them, and sentences joined to it that are none of its content."""

from __future__ import annotations

import pytest
from annotate_finds import finds


def credited(reading) -> set[tuple[str, str, str]]:
    """(source, cue, content) of everything found."""
    return {(find.source, find.cue, find.content) for find in finds(reading)}


@pytest.mark.parametrize(("text", "source", "cue", "content"), [
    # a sentence before a semicolon or a dash is another's, or the outlet's own
    ("Half see themselves as free; 26% say they are conservative.", "26%", "say", "they are conservative"),
    ("The storm closed the port - half of the crews said they were tired.", "half of the crews", "said", "they were tired"),
    # near miss: the clause that the verb is set beside is its content
    ("The dam is old, Ruiz said, and it leaks.", "Ruiz", "said", "The dam is old"),
    # "that" after a phrase of place or time
    ("He told Hale at a debate that voters were tired of it.", "he", "told", "that voters were tired of it"),
    ("Kirby said for the first time that some letters had been found.", "Kirby", "said", "that some letters had been found"),
    # what is asked for, as a clause
    ("The senator is calling for the union to step up its efforts.", "The senator", "is calling for", "the union to step up its efforts"),
    # "as" with a participle
    ("Mr. Hale sees Mr. Ruiz as captured by a hard philosophy.", "Mr. Hale", "sees", "Mr. Ruiz as captured by a hard philosophy"),
    # who called it so, where "by" hangs on the name given
    ("This feature has been called \"strategic ambiguity\" by Peter Hale.", "Peter Hale", "has been called",
     "This feature / \"strategic ambiguity\""),
    # a day between an adjective and its clause
    ("The allies were hopeful Tuesday that the storm would pass.", "The allies", "were hopeful", "that the storm would pass"),
    # whom one attacks or praises may be a pronoun
    ("Business leaders decried it.", "Business leaders", "decried", "it"),
])
def test_content_is_whole_and_nobody_elses(make_reading, text, source, cue, content):
    lowered = {(one.lower(), *rest) for one, *rest in credited(make_reading(text))}
    assert (source.lower(), cue, content) in lowered


@pytest.mark.parametrize("text", [
    "He told Hale at the debate that she won.",                  # a relative clause: no subject of its own beside "she won it"
    "The union waited for the firm to call.",
    "The crowd called for hours.",
    "He backed it into the garage.",
])
def test_nothing_is_reported(make_reading, text):
    assert not [find for find in finds(make_reading(text)) if not find.one.stance]


@pytest.mark.parametrize(("text", "lemma"), [
    ("The colonel proclaimed himself president.", ""),          # an act
    ("The rival declared herself the winner.", ""),
    ("The colonel proclaimed the vote a farce.", "proclaim"),
    ("The rival declared herself satisfied.", "declare"),        # words about a state of mind
    ("The rival calls herself a patriot.", "call"),
    ("The coach convinced him to stay.", ""),                    # an act
    ("The coach persuaded the keeper to sign.", ""),
    ("The coach convinced voters that the plan was sound.", "convince"),
    ("The coach urged him to stay.", "urge"),
])
def test_an_act_is_no_report(make_reading, text, lemma):
    assert {find.one.cue_lemma for find in finds(make_reading(text))} == ({lemma} if lemma else set())


def test_questions_and_answers_are_turns(make_reading):
    reading = make_reading("Q: Did the office take care of you?\n\nA: Nobody came to the house for a week.")
    assert [(find.source, find.content) for find in finds(reading) if find.one.rule == "turn"] == [
        ("Q", "Did the office take care of you?"), ("A", "Nobody came to the house for a week.")]


def test_a_list_by_letters_is_no_interview(make_reading):
    reading = make_reading("A: The north gate of the town is closed.\n\nB: The south gate of the town is open.")
    assert finds(reading) == []


@pytest.mark.parametrize(("text", "lemmas"), [
    ("Hale's remarks on Saturday drew a crowd.", set()),          # a day is no topic
    ("Hale's remarks on the strike drew a crowd.", {"remark"}),
    ("This week's warnings of floods were ignored.", set()),      # a week warns nobody
    ("Hale's warnings of floods were ignored.", {"warning"}),
    ("The storm raised concerns about the dam.", set()),          # a storm has no view
    ("The deputies raised concerns about the dam.", {"concern"}),
])
def test_a_view_noun_needs_a_holder_and_a_topic(make_reading, text, lemmas):
    assert {find.one.cue_lemma for find in finds(make_reading(text))} & {"remark", "warning", "concern"} == lemmas
