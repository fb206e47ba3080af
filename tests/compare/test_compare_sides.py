"""Sides of speakers: given, read beside the name, or none."""

from __future__ import annotations

import pytest
from compare_scopes import attribution, scope_of

from framing.compare.sides import UNASSIGNED, assign_side
from framing.lexicons.label_cues import load_states


def side(text: str, source: str, content: str, *, speaker: str = "Orla Venn", given: dict[str, str] | None = None) -> str:
    item = attribution(text, content, speaker=speaker, source=source)
    return assign_side(speaker, [(scope_of(text, attributions=(item,)), item)], given=given or {}, states=load_states())


@pytest.mark.parametrize(("source", "expected"), [
    ("Norwegian trade minister Orla Venn", "Norway"), ("Norway's envoy Orla Venn", "Norway"), ("opposition leader Orla Venn", "opposition"),
    ("union secretary Orla Venn", "union"), ("Orla Venn", UNASSIGNED), ("a reunion guest", UNASSIGNED),
])
def test_words_beside_the_name(source, expected):
    assert side(f"{source} said it rained.", source, "it rained") == expected


def test_the_users_word_goes_first_and_a_last_name_will_do():
    assert side("Norwegian minister Orla Venn said it rained.", "Norwegian minister Orla Venn", "it rained", given={"Venn": "yes camp"}) == "yes camp"


def test_what_is_said_gives_no_side():
    assert side("Orla Venn said the Norwegian opposition lied.", "Orla Venn", "the Norwegian opposition lied") == UNASSIGNED
