"""From the words that name a source to the person, and what kind of source it is."""

from __future__ import annotations

import pytest
from annotate_finds import finds


def speakers(reading) -> list[str | None]:
    return [find.one.speaker for find in finds(reading) if find.one.nested_in is None]


def test_full_name_through_the_article_whatever_the_spelling(make_reading):
    reading = make_reading("Deputy minister Sergei Ryabin said the talks were on. Riabin added that they would be short.")
    assert speakers(reading) == ["Sergei Ryabin", "Sergei Ryabin"]


def test_he_said_goes_on_with_the_last_speaker_not_with_whom_he_names(make_reading):
    reading = make_reading('"The dam is safe," Peter Hansen said.\n\n"We told President Nico Dosek that he was wrong about it", he said.')
    assert speakers(reading) == ["Peter Hansen", "Peter Hansen"]


def test_a_pronoun_that_clashes_with_a_title_stays_open(make_reading):
    reading = make_reading("Mrs. Orla Venn met the crews at noon. He said that the dam was safe.")
    assert "Orla Venn" not in speakers(reading)


def test_the_minister_is_the_one_introduced_with_that_title(make_reading):
    reading = make_reading('Foreign Minister Peter Hansen met the mayor, Orla Venn.\n\n"The talks went well for us," the minister said.')
    assert speakers(reading) == ["Peter Hansen"]


def test_the_mayor_is_not_the_deputy_mayor(make_reading):
    reading = make_reading("Mayor Orla Venn left early. Deputy mayor Peter Hansen stayed. The mayor said that the dam was safe.")
    assert speakers(reading) == ["Orla Venn"]


def test_two_of_one_last_name_are_kept_apart_by_first_name(make_reading):
    reading = make_reading("Orla Venn said the dam was safe. Tomas Venn said it was not.")
    assert speakers(reading) == ["Orla Venn", "Tomas Venn"]


def test_whom_it_was_told_to_is_the_channel(make_reading):
    found = finds(make_reading('"The talks have been agreed on," Peter Hansen told the news agency TASS.'))[0]
    assert found.source == "Peter Hansen"
    assert found.one.via != ()
    assert found.one.source_type == "person"


def test_told_this_newspaper_is_self(make_reading):
    found = finds(make_reading("An aide told this newspaper that the dam was safe."))[0]
    assert found.one.source_type == "self"


@pytest.mark.parametrize(("text", "kind"), [
    ("TASS reported that the dam was safe.", "media"),
    ("A report said that the dam was safe.", "document"),
    ("According to the ministry's website, the dam was safe.", "document"),
    ("A senior official said that the dam was safe.", "unnamed_official"),
    ("A spokesman said that the dam was safe.", "unnamed_official"),
    ("Moscow said that the dam was safe.", "government"),
    ("The ministry said that the dam was safe.", "government"),
    ("Several countries said that the dam was safe.", "government"),
    ("The union said that the dam was safe.", "organisation"),
    ("Analysts said that the dam was safe.", "public"),
    ("Many said that the dam was safe.", "public"),
    ("Orla Venn said that the dam was safe.", "person"),
    ("The dam is said to be safe.", "unspecified"),
])
def test_source_types(make_reading, text, kind):
    assert finds(make_reading(text))[0].one.source_type == kind


def test_he_is_who_speaks_rather_than_whom_he_speaks_of(make_reading):
    reading = make_reading("Peter Hansen said that Thomas Keller had lost the vote. He admitted that the count was close.")
    assert speakers(reading) == ["Peter Hansen", "Peter Hansen"]


def test_a_first_name_settles_whom_she_cannot_mean(make_reading):
    reading = make_reading('"We must go," Maria Lopez said.\n\nPeter Hansen left the hall.\n\n"It was a long night for us all," she said.')
    assert speakers(reading) == ["Maria Lopez", "Maria Lopez"]


def test_an_adviser_of_somebody_is_somebody_else(make_reading):
    reading = make_reading("Maria Lopez met the press. A Lopez adviser said that the dam was safe.")
    assert speakers(reading) == ["A Lopez adviser"]


def test_who_was_asked_answers(make_reading):
    reading = make_reading('Peter Hansen asked Thomas Keller whether the dam was safe.\n\n"It has never been safer than now," he said.')
    assert speakers(reading)[-1] == "Thomas Keller"
