"""Words that give labels, names of states, valence words: what the files hold and that they agree with each other."""

from __future__ import annotations

import pytest

from framing.lexicons.label_cues import load_label_cues, load_states
from framing.lexicons.tone_model import load_tone_model
from framing.lexicons.valence import load_valence_words
from framing.measure.labels.scene import adjective_of


@pytest.mark.parametrize(("word", "state"), [
    ("norwegian", "Norway"), ("dutch", "Netherlands"), ("u.s.", "United States"), ("bolivarian", "Venezuela"), ("peru", "Peru"),
])
def test_states_by_any_name(word, state):
    assert load_states()[word] == state


@pytest.mark.parametrize(("one", "other"), [("austrian", "australian"), ("nigerien", "nigerian"), ("dominican", "dominica"), ("iranian", "iraqi")])
def test_states_that_sound_alike_stay_apart(one, other):
    assert load_states()[one] != load_states().get(other)


@pytest.mark.parametrize(("word", "state", "is_adjective"), [
    ("kareldan", "karelda", True),
    ("norvanian", "norvane", True),
    ("karelda", "karelda", True),
    ("karelia", "karelda", False),
    ("norvanite", "norvane", False),   # a mineral, for all we know
])
def test_adjectives_of_states_that_no_list_holds(word, state, is_adjective):
    assert adjective_of(word, state) is is_adjective


def test_a_verb_is_not_opinion_and_act_at_once():
    cues = load_label_cues()
    assert not cues.as_view & cues.as_act
    assert not cues.call_view & cues.call_act
    assert not cues.contested_events & cues.plain_events


def test_words_are_lower_case_and_single():
    cues = load_label_cues()
    for group in (cues.as_view, cues.call_view, cues.governments, cues.adverbs, cues.locating, cues.empty):
        assert group
        assert all(word == word.lower() and " " not in word for word in group)


def test_judging_adverbs_are_adverbs():
    assert all(word.endswith("ly") for word in load_label_cues().adverbs)


def test_valence_groups_of_a_verb():
    groups = load_valence_words().groups
    assert "hurts_object" in groups["accuse"]
    assert "helps_object" in groups["praise"]
    assert "negation" in groups["not"]
    assert "leader" not in groups        # an office is no praise
    assert groups["president"] == ("masked",)


def test_masked_words_carry_no_value():
    for word, groups in load_valence_words().groups.items():
        if "masked" in groups:
            assert groups == ("masked",), word


def test_the_tone_model_is_whole():
    model = load_tone_model()
    assert len(model.weights) > 10_000
    assert all(len(row) == 3 for row in model.weights.values())
    assert 0.1 <= model.sharpness <= 3.0
    assert load_tone_model() is model
