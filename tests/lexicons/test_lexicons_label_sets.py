"""Looking labels up among the contested sets."""

from __future__ import annotations

import pytest

from framing.lexicons.entries import LabelSet
from framing.lexicons.label_sets import LabelSets
from framing.lexicons.lexicon import load_lexicon


@pytest.mark.parametrize(("label", "found"), [
    ("the regime", ("power.government", "minus")),
    ("Zarvan's regime", ("power.government", "minus")),
    ("the tax regime", None),
    ("regime opponents", None),                                    # "regime" is no head here
    ("supporters of the regime", None),                            # nor here: the supporters are named
    ("self-proclaimed interim leader", ("power.claimant", "minus")),  # the modifier judges the whole
    ("self-proclaimed leader", ("power.claimant", "minus")),
    ("the rightful president", ("power.claimant", "plus")),
    ("the coup attempt", ("power.change", "minus")),
    ("Coup Attempts", ("power.change", "minus")),
    ("the angry mob", ("protest.crowd", "minus")),
    ("the mob boss", None),
    ("protesters", ("protest.crowd", "plain")),
    ("people’s republic", ("territory.breakaway", "plus")),
    ("a table", None),
    ("", None),
])
def test_look_up(label: str, found: tuple[str, str] | None) -> None:
    assert load_lexicon().label_sets(label) == found


def _set(id: str, **names: tuple[str, ...]) -> LabelSet:
    return LabelSet(id, "t", "group", names.get("plus", ()), names.get("minus", ()), names.get("plain", ()), "self", "w", "f", "s", "0.3.0")


def test_judging_variants_go_before_plain_ones_and_longer_before_shorter() -> None:
    sets = LabelSets.build([_set("b", minus=("union boss",)), _set("a", plain=("boss",), minus=("old boss",)), _set("c", minus=("boss",))])
    assert [(match.set.id, match.evaluation) for match in sets.find("the union boss")] == [("b", "minus"), ("c", "minus"), ("a", "plain")]


def test_a_neutral_phrase_that_is_a_variant_itself_does_not_block_it() -> None:
    sets = LabelSets.build([_set("a", minus=("trade war", "war"))], neutral=["trade war", "star war"])
    assert sets("a trade war") == ("a", "minus")
    assert sets("star wars") is None
