"""Which words introduce which quotation."""

from __future__ import annotations

import pytest
from annotate_finds import finds, the_only


@pytest.mark.parametrize(("text", "source", "cue"), [
    ('"The dam has always been safe," Orla Venn said.', "Orla Venn", "said"),
    ('"The dam has always been safe," said Orla Venn.', "Orla Venn", "said"),
    ('Orla Venn said: "The dam has always been safe."', "Orla Venn", "said"),
    ('"The dam," Orla Venn said, "has always been safe."', "Orla Venn", "said"),
    ('"The dam has always been safe", Orla Venn in an interview with the Orvel Post.', "Orla Venn", ""),  # no verb
    ('"The dam has always been safe." — Orla Venn', "Orla Venn", "—"),
    ('Orla Venn had one message for the crowd: "The dam has always been safe."', "Orla Venn", "had / :"),
    ('The paper reports:\n\n"The dam has always been safe."', "The paper", "reports"),
])
def test_verb_or_name_beside_a_quotation(make_reading, text, source, cue):
    found = the_only(make_reading(text))
    assert (found.source, found.cue, found.one.directness) == (source, cue, "direct")


def test_quotations_of_one_verb_are_one_attribution(make_reading):
    found = the_only(make_reading('"The dam," Venn said, "is safe." Rain fell.'))
    assert found.content == '"The dam," / "is safe."'


def test_a_quotation_goes_on_with_the_last_speaker(make_reading):
    """Neither of the later quotations has words that name a speaker."""
    found = the_only(make_reading('"The dam is safe," said Orla Venn, a farmer who lives nearby. "It was never at risk at all."\n\n'
                                  '"We will sleep well again in our beds."'))
    assert found.content.count(" / ") == 2
    assert found.one.speaker == "Orla Venn"


def test_another_verb_in_its_sentence_takes_the_quotation(make_reading):
    first, second = finds(make_reading('"The dam is safe," said Orla Venn. "It is not safe at all," said Peter Hansen.'))
    assert (first.one.speaker, second.one.speaker) == ("Orla Venn", "Peter Hansen")


def test_a_quotation_long_after_a_verb_is_left_alone(make_reading):
    reading = make_reading('The mayor said little. The crowd went home at nine, and the lamps on the quay were put out one by one. '
                           'Nothing else happened until a banner appeared on the tower with "all power to the people" on it.')
    assert all("all power" not in find.content for find in finds(reading))


def test_scare_quotes_never_stand_alone(make_reading):
    assert finds(make_reading('He met a "rebel" at the port.')) == []


def test_two_words_that_are_spoken_count(make_reading):
    found = the_only(make_reading('"Pack animals," Orla Venn said.'))
    assert (found.source, found.one.directness) == ("Orla Venn", "direct")


def test_quoted_part_of_a_clause_makes_it_mixed(make_reading):
    found = the_only(make_reading('Orla Venn said that the dam was "as safe as a house" in winter.'))
    assert found.one.directness == "mixed"


def test_turns_of_an_interview(make_reading):
    first, second = finds(make_reading("VENN: The dam has always been safe.\n\nHANSEN: Then why did it leak?"))
    assert (first.source, second.source) == ("VENN", "HANSEN")
    assert second.content.startswith("Then why")


def test_one_capitalised_heading_is_no_turn(make_reading):
    assert finds(make_reading("UPDATE: The dam has always been safe.")) == []
