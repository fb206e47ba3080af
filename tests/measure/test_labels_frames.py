"""As-frames: the label is the subject's. Printing it as the outlet's is the worst error this tool can make."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.lexicons.lexicon import load_lexicon
from framing.measure.labels import find_labels

INTRO = "Maria Ruiz spoke in Brell. Tomas Lind spoke in Norwich.\n\n"


@pytest.fixture(name="labels_of")
def labels_of_fixture(make_reading):
    def labels_of(text):
        return find_labels(make_reading(INTRO + text), label_sets=load_lexicon().label_sets)

    return labels_of


@pytest.mark.parametrize(("text", "label", "referent", "speaker"), [
    ("Many states recognise Maria Ruiz as the rightful interim leader.", "rightful interim leader", "Maria Ruiz", "Many states"),
    ("Maria Ruiz, whom many states regard as the rightful leader, left.", "rightful leader", "Maria Ruiz", "many states"),
    ("Several countries, including Norway, have endorsed Maria Ruiz as interim president.", "interim president", "Maria Ruiz", "Several countries"),
    ("Maria Ruiz is described by her critics as a strongman.", "strongman", "Maria Ruiz", "her critics"),
    ("Maria Ruiz proclaimed herself interim president in January.", "interim president", "Maria Ruiz", "Maria Ruiz"),
    ("Many consider Maria Ruiz to be a dictator.", "dictator", "Maria Ruiz", "Many"),
    ("Tomas Lind called Maria Ruiz a usurper.", "usurper", "Maria Ruiz", "Tomas Lind"),
    ("Maria Ruiz is considered the rightful heir.", "rightful heir", "Maria Ruiz", None),  # by somebody, left unnamed
])
def test_the_label_belongs_to_the_subject(labels_of, text, label, referent, speaker):
    found = [one for one in labels_of(text) if one.label == label]
    assert [(one.referent, one.voice, one.speaker, one.form) for one in found] == [(referent, "attributed", speaker, "as-frame")]


def test_in_a_caption_too(make_reading):
    reading = make_reading("Maria Ruiz, who many nations have recognised as the country's rightful interim ruler, greets people in Brell.")
    sentences = tuple(dataclasses.replace(one, zone="caption") for one in reading.document.sentences)
    moved = dataclasses.replace(reading, document=dataclasses.replace(reading.document, sentences=sentences))
    found = [one for one in find_labels(moved, label_sets=load_lexicon().label_sets) if "ruler" in one.label]
    assert [(one.label, one.voice, one.speaker, one.zone) for one in found] == [
        ("rightful interim ruler", "attributed", "many nations", "caption")]


def test_words_of_the_object_are_the_subjects_as_well(labels_of):
    found = {one.label: (one.voice, one.speaker) for one in labels_of(
        "Norway, Sweden and other countries recognise constitutionally elected Maria Ruiz as the legitimate leader.")}
    assert found["legitimate leader"][0] == "attributed"
    assert "own" not in {voice for label, (voice, _) in found.items() if "elected" in label}


@pytest.mark.parametrize("text", [
    "Tomas Lind did not call Maria Ruiz a usurper.",
    "Norway refused to recognise Maria Ruiz as a usurper.",
])
def test_a_denied_frame_gives_nobody_a_label(labels_of, text):
    assert not [one for one in labels_of(text) if one.form == "as-frame"]


def test_an_act_is_the_outlets_report(labels_of):
    """Being sworn in happens; being regarded is an opinion."""
    found = [one for one in labels_of("Maria Ruiz was sworn in as president.") if one.label == "president"]
    assert [(one.referent, one.voice) for one in found] == [("Maria Ruiz", "own")]


def test_a_label_of_an_event_in_a_frame(labels_of):
    found = [one for one in labels_of("Relations soured in the wake of what many considered to be a coup.") if "coup" in one.label]
    assert found
    assert {(one.voice, one.speaker) for one in found} == {("attributed", "many")}


def test_people_called_names_in_a_caption_are_called_so_by_the_caller(labels_of):
    found = [one for one in labels_of("Strikers call the men in the buses scabs.") if "scabs" in one.label]
    assert found
    assert {(one.voice, one.speaker) for one in found} == {("attributed", "Strikers")}


def test_inside_quotation_marks_the_words_stay_the_speakers(labels_of):
    found = [one for one in labels_of('"Many states recognise Maria Ruiz as the rightful leader of us all," Tomas Lind said.')
             if one.label.startswith("rightful leader")]
    assert [(one.voice, one.speaker) for one in found] == [("quoted", "Tomas Lind")]


PEOPLE = st.sampled_from(["Maria Ruiz", "Tomas Lind", "the minister", "many states", "Norway", "a mob", "the Ruiz regime", "the 3 May riot"])
LINKS = st.sampled_from([" recognise ", " called ", ", the brave leader, met ", " is ", " described ", " and "])
ENDS = st.sampled_from([" as a usurper.", " a hero.", ", who led the strike, on Monday.", ".", ' "a thief".', " [opposition leader Maria] Ruiz."])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(PEOPLE, LINKS, PEOPLE, ENDS), min_size=1, max_size=4))
def test_only_words_that_stand_in_the_text(make_reading, parts):
    text = " ".join("".join(part)[0].upper() + "".join(part)[1:] for part in parts)
    reading = make_reading(text)
    labels = find_labels(reading, label_sets=load_lexicon().label_sets)
    assert labels == find_labels(reading, label_sets=load_lexicon().label_sets)
    assert list(labels) == sorted(labels, key=lambda label: (label.span, label.referent, label.form))
    for label in labels:
        assert 0 <= label.span.start < label.span.end <= len(text)
        assert label.label == " ".join(text[label.span.start:label.span.end].split())
        assert any(map(str.isalpha, label.label))
