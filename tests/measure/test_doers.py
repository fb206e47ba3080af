"""How acts of harm are told: doers, those named just before, voices, and what is not counted."""

from __future__ import annotations

import pytest

from framing.lexicons.harm_acts import load_harm_acts
from framing.measure.doers import find_harm_acts


def found(reading):
    text = reading.text
    return [(act.act, act.telling, text[act.doer.start:act.doer.end] if act.doer else None, act.before, act.voice)
            for act in find_harm_acts(reading, acts=load_harm_acts())]


def test_a_passive_whose_doer_was_just_named_hides_nobody(make_reading):
    text = "Guards beat a striker at the gate. Two strikers were arrested.\n\nFour strikers were wounded at dusk."
    acts = found(make_reading(text))
    assert acts == [("hit", "active", "Guards", False, "own"), ("arrest", "passive", "Guards", True, "own"), ("wound", "passive", None, False, "own")]
    assert [act.named for act in find_harm_acts(make_reading(text), acts=load_harm_acts())] == [True, True, False]


def test_the_doer_is_given_with_the_words_before_it(make_reading):
    assert found(make_reading("Two riot police officers shot a docker."))[0][2] == "riot police officers"


def test_an_act_bears_the_voice_it_stands_in(make_reading):
    text = 'Police said that two dockers were shot. "They killed my brother," said Dana Brook.'
    assert [(act, voice) for act, _, _, _, voice in found(make_reading(text))] == [("shoot", "attributed"), ("kill", "quoted")]


@pytest.mark.parametrize("text", [
    "The guards wanted to shoot the dog.",              # a plan
    "If the guards shoot, the talks are over.",         # an if
    "The guards would have beaten him.",                # not done
    "Nobody was arrested at the gate.",                 # nobody suffered it
    "He killed himself in May.",                        # done to oneself
    "The actress was hit by the flood.",                # a flood does nothing on purpose
    "The murder trial began on Monday.",                # a trial is no act
    "She reads a book about the shooting.",             # mentioned, not told
])
def test_near_misses_are_not_counted(make_reading, text):
    assert found(make_reading(text)) == []


def test_no_text_has_no_acts(make_reading):
    assert find_harm_acts(make_reading(""), acts=load_harm_acts()) == ()


def test_places_lie_inside_the_text_and_in_order(make_reading):
    reading = make_reading("Soldiers shot two men and wounded a third. The killing of a guard followed. Three people were detained by police.")
    acts = find_harm_acts(reading, acts=load_harm_acts())
    assert [act.span for act in acts] == sorted(act.span for act in acts)
    assert all(0 <= act.span.start < act.span.end <= len(reading.text) for act in acts)
    assert {act.telling for act in acts} >= {"active", "passive-by"}
