"""People, bodies, places and states, with their mentions."""

from __future__ import annotations

from itertools import pairwise

import pytest

from framing.annotate.entities import find_entities


@pytest.fixture(name="entities")
def entities_fixture(make_document, make_parse):
    def read(text: str):
        document = make_document(text)
        return {one.name: one for one in find_entities(document, make_parse(document))}
    return read


def mentions(text: str, entity) -> list[str]:
    return [text[one.span.start:one.span.end] for one in entity.mentions]


def test_names_of_one_person_are_joined(entities):
    text = "Foreign Minister Sergei Ryabin met the press. Riabin was late. The minister left with Ana Ruiz."
    found = entities(text)
    assert mentions(text, found["Sergei Ryabin"]) == ["Sergei Ryabin", "Riabin", "The minister"]
    assert found["Sergei Ryabin"].titles == ("foreign minister",)
    assert found["Sergei Ryabin"].kind == "person"


def test_first_names_that_clash_keep_people_apart(entities):
    found = entities("Orla Venn met Tomas Venn in Orvel. Tomas Venn was late.")
    assert {"Orla Venn", "Tomas Venn"} <= set(found)


def test_a_state_has_one_entity_under_all_its_names(entities):
    text = "The United States left. The U.S. came back, and US ships waited."
    assert len(mentions(text, entities(text)["United States"])) == 3


def test_a_pronoun_goes_to_the_only_person_and_to_nobody_where_two_could_be_meant(entities):
    alone, two = "Peter Hansen spoke. He left.", "Peter Hansen met Nico Dosek. He left."
    assert "pronoun" in {one.form for one in entities(alone)["Peter Hansen"].mentions}
    assert all(one.form != "pronoun" for entity in entities(two).values() for one in entity.mentions)


def test_the_union_is_the_body_last_named_so(entities):
    text = "The Orvel Dockers Union met on Monday. The union said nothing."
    found = next(one for name, one in entities(text).items() if name.endswith("Dockers Union"))
    assert "The union" in mentions(text, found)


def test_a_word_for_a_place_is_not_the_body_named_so(entities):
    text = "They reached the U.S. Border on Sunday. At the U.S. Border crowds waited. They stayed on the far side of the border."
    assert entities(text)["U.S. Border"].kind == "organisation"  # the recogniser's slip
    assert all(one.rule != "role.body" for entity in entities(text).values() for one in entity.mentions)


def test_two_states_that_share_a_word_are_both_named(entities):
    text = "North and South Korea signed the pact. South Korea paid for it."
    found = entities(text)
    assert set(found) == {"North Korea", "South Korea"}
    assert mentions(text, found["North Korea"]) == ["North and South Korea"]
    assert mentions(text, found["South Korea"]) == ["South Korea", "South Korea"]


@pytest.mark.parametrize("text", [
    "North and South Orvel signed the pact. South Orvel paid for it.",        # two parts of one district
    "North Korea and South Korea signed the pact.",                          # nothing is shared
    "South Korea and South Korea signed the pact.",
])
def test_no_name_is_stretched_over_another_where_no_two_states_share_a_word(entities, text):
    spans = sorted(one.span for entity in entities(text).values() for one in entity.mentions)
    assert spans
    assert all(" and " not in text[span.start:span.end] or "Orvel" in text[span.start:span.end] for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("text", ["", "\n\n", "12 34", '"', "Monday."])
def test_texts_without_names_are_no_error(entities, text):
    assert all(one.mentions for one in entities(text).values())


def test_a_bare_title_goes_to_the_main_person_and_not_to_one_introduced_in_passing(make_reading):
    text = ("President Lena Brook opened the yard. Brook spoke for an hour. Workers cheered Brook. Karvian President Otto Fenn sent a letter. "
            "The president thanked the crews.")
    names = {reading_name: [text[m.span.start:m.span.end] for m in mentions if m.form == "role"]
             for reading_name, mentions in ((one.name, one.mentions) for one in make_reading(text).entities)}
    assert names["Lena Brook"] == ["The president"]
    assert names["Otto Fenn"] == []


def test_of_two_named_alike_often_the_last_introduced_has_the_title(make_reading):
    text = "President Lena Brook opened the yard. Karvian President Otto Fenn sent a letter. The president praised the crews."
    roles = {one.name: [m.form for m in one.mentions].count("role") for one in make_reading(text).entities if one.kind == "person"}
    assert roles == {"Lena Brook": 0, "Otto Fenn": 1}
