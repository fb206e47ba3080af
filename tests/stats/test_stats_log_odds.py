"""Log-odds by hand, with one prior for all words and with that of both sides together."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import TooFewWordsError
from framing.stats.log_odds import log_odds, pooled_prior


@pytest.mark.parametrize(("word", "estimate"), [
    ("riot", math.log(4)),      # log(4/2) - log(2/4), with a prior of 1
    ("march", -math.log(4)),    # the same, turned round
])
def test_log_odds_by_hand(word, estimate):
    found = log_odds({"riot": 3, "march": 1}, {"riot": 1, "march": 3}, prior=1)
    assert found[word].estimate == pytest.approx(estimate)
    assert found[word].z == pytest.approx(estimate / math.sqrt(1 / 4 + 1 / 2))  # one over each count with its prior


def test_a_prior_of_its_own_for_each_word():
    # Ten words on each side; "riot" 6 and 0, the prior weighs 10 words in all, 10 * 6/20 = 3 of them "riot":
    # log(9 / (20 - 9)) - log(3 / (20 - 3)) = log(9/11) + log(17/3)
    study, reference = {"riot": 6, "gate": 4}, {"gate": 10}
    prior = pooled_prior(study, reference, weight=10)
    assert prior == {"riot": pytest.approx(3), "gate": pytest.approx(7)}
    lean = log_odds(study, reference, prior=prior)["riot"]
    assert lean.estimate == pytest.approx(math.log(9 / 11) + math.log(17 / 3))
    assert lean.z == pytest.approx(lean.estimate / math.sqrt(1 / 9 + 1 / 3))


def test_a_heavier_prior_leans_less():
    study, reference = {"riot": 6, "gate": 14}, {"riot": 1, "gate": 19}
    light, heavy = (log_odds(study, reference, prior=pooled_prior(study, reference, weight=weight))["riot"] for weight in (2, 40))
    assert light.estimate > heavy.estimate > 0


@pytest.mark.parametrize(("study", "reference"), [({}, {"a": 1}), ({"a": 1}, {}), ({"a": 3}, {"a": 1}), ({"a": 0}, {"b": 2})])
def test_too_few_words(study, reference):
    with pytest.raises(TooFewWordsError):
        log_odds(study, reference)


@pytest.mark.parametrize("prior", [0, {"a": 1.0}])
def test_each_word_needs_a_prior_above_zero(prior):
    with pytest.raises(ValueError, match="prior"):
        log_odds({"a": 1}, {"b": 1}, prior=prior)


def test_nothing_pools_to_nothing():
    assert pooled_prior({}, {}, weight=10) == {}


COUNTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 30), min_size=2)


@given(COUNTS, COUNTS)
def test_turning_the_sides_turns_every_sign(study, reference):
    prior = pooled_prior(study, reference, weight=5)
    there, back = log_odds(study, reference, prior=prior), log_odds(reference, study, prior=prior)
    assert list(there) == sorted(there) == sorted(back)
    for word, lean in there.items():
        assert lean.estimate == pytest.approx(-back[word].estimate)
        assert lean.z == pytest.approx(-back[word].z)


@given(COUNTS)
def test_the_same_usage_leans_nowhere(study):
    for lean in log_odds(study, study, prior=pooled_prior(study, study, weight=5)).values():
        assert lean.estimate == pytest.approx(0)
