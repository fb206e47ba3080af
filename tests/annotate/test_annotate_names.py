"""Where names are found, how they are cleaned, and which are one person's."""

from __future__ import annotations

from itertools import pairwise

import pytest

from framing.annotate.entities import find_entities
from framing.annotate.name_spans import find_names
from framing.lexicons.label_cues import load_states
from framing.lexicons.source_words import load_source_words, singular


@pytest.fixture(name="names")
def names_fixture(make_document, make_parse):
    def read(text: str) -> list[tuple[str, str]]:
        document = make_document(text)
        found = find_names(document, make_parse(document), states=load_states(), words=load_source_words())
        return [(one.words, one.kind) for one in found]
    return read


@pytest.fixture(name="people")
def people_fixture(make_document, make_parse):
    def read(text: str) -> dict[str, list[str]]:
        document = make_document(text)
        return {one.name: [text[m.span.start:m.span.end] for m in one.mentions if m.form == "name"]
                for one in find_entities(document, make_parse(document)) if one.kind == "person"}
    return read


@pytest.mark.parametrize(("text", "name", "kind"), [
    ("Mr. Peter Hansen left.", "Peter Hansen", "person"),                    # the form of address is no part of it
    ("President Thomas Keller left.", "Thomas Keller", "person"),            # nor is the office
    ("Peter Hansen's plan failed.", "Peter Hansen", "person"),               # nor the possessive
    ("It happened in Russia.", "Russia", "state"),
    ("Officials in Moscow left.", "Moscow", "place"),
    ("Its president, Dorte Hallim, left the room.", "Dorte Hallim", "person"),  # an office beside it says so
    ("Per Aske was late. Rufus Andering, chief executive of the firm, left.", "Rufus Andering", "person"),
])
def test_names_and_their_kinds(names, text, name, kind):
    assert (name, kind) in names(text)


@pytest.mark.parametrize("text", ["The Minister left.", "the President and the Senator left.", "They left in May."])
def test_offices_and_dates_are_no_names(names, text):
    assert names(text) == []


BODY = "Peter Hansen is an attorney with the nonprofit group Casa Otra Orilla, which feeds sailors."


def test_a_name_right_after_a_word_for_a_body_is_the_body_wherever_it_stands(names):
    found = names(f"{BODY} Casa Otra Orilla said so.")
    assert found.count(("Casa Otra Orilla", "organisation")) == 2
    assert ("Peter Hansen", "person") in found


@pytest.mark.parametrize(("text", "name"), [
    ("The aid group Peter Hansen leads met on Monday.", "Peter Hansen"),          # a clause about a person begins here
    ("They thanked the group leader Peter Hansen.", "Peter Hansen"),              # the word for a body only describes an office
    ("They spoke for the family. Peter Hansen left.", "Peter Hansen"),            # another sentence
    ("They work for the law firm Peter Hansen.", "Peter Hansen"),                 # a known first name: nobody can tell
])
def test_a_person_near_a_word_for_a_body_stays_a_person(names, text, name):
    assert (name, "person") in names(text)


def test_names_do_not_overlap_and_come_in_order(make_document, make_parse):
    document = make_document("Peter Hansen of the Orvel Dockers Union met Maria Lopez, and U.S. officials met Thomas Keller in Moscow.")
    found = find_names(document, make_parse(document), states=load_states(), words=load_source_words())
    assert all(a.last <= b.first for a, b in pairwise(found))


@pytest.mark.parametrize(("text", "who"), [
    ("Peter Hansen spoke. Hansen left.", {"Peter Hansen": ["Peter Hansen", "Hansen"]}),
    ("Hansen spoke. Later Peter Hansen left.", {"Peter Hansen": ["Hansen", "Peter Hansen"]}),        # the full name comes late
    ("Peter J. Hansen spoke. Peter Hansen left.", {"Peter J. Hansen": ["Peter J. Hansen", "Peter Hansen"]}),
    ("Peter Hansen spoke. Maria Hansen left.", {"Peter Hansen": ["Peter Hansen"], "Maria Hansen": ["Maria Hansen"]}),
    ("Sergei Ivanov spoke. Sergey Ivanov left.", {"Sergei Ivanov": ["Sergei Ivanov", "Sergey Ivanov"]}),
])
def test_who_is_one_person(people, text, who):
    assert people(text) == who


def test_a_bare_last_name_goes_to_the_one_whom_the_form_of_address_fits(people):
    found = people("Peter Hansen met Maria Hansen. Mr. Hansen spoke first. Mrs. Hansen left, and Mr. Hansen stayed.")
    assert found["Maria Hansen"].count("Hansen") <= 2
    assert found["Peter Hansen"].count("Hansen") >= 1


@pytest.mark.parametrize(("word", "one"), [
    ("countries", "country"), ("officials", "official"), ("men", "men"), ("spokesmen", "spokesman"), ("churches", "church"),
    ("press", "press"), ("analysis", "analysis"), ("consensus", "consensus"), ("news", "new"), ("Gov.", "gov"), ("gas", "gas"),
])
def test_singular_by_its_ending(word, one):
    assert singular(word) == one


def test_word_groups_are_lower_case_and_none_is_empty():
    words = load_source_words()
    for name in words.__slots__:
        group = getattr(words, name)
        assert group, name
        assert all(word == word.lower() for word in group), name
    assert not words.feminine_names & words.masculine_names
    assert not words.feminine & words.masculine
