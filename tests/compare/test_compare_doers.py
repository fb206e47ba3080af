"""Shares of acts whose doer is named, and findings about them, worked by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from compare_scopes import at, scope_of

from framing.compare.differences import contrast
from framing.compare.doers import doer_metrics, find_doer_differences, find_untold_doers
from framing.compare.scope import Scope
from framing.model.alignment import AlignedPair, Alignment
from framing.model.findings import HarmAct

TOLD = "Police shot two men. " * 12
UNTOLD = "Two men were shot now. " * 12


def scope(text: str, tellings: list[str], *, place: int, voice: str = "own", verb: str = "shot", doer: str = "Police") -> Scope:
    """One act a sentence, told so."""
    made = scope_of(text.strip(), place=place)
    acts = tuple(HarmAct(at(text, verb, k), "shoot", telling, at(text, doer, k) if telling == "active" else None, False, voice, None, "body", "test")
                 for k, telling in enumerate(tellings))
    return Scope(replace(made.annotation, harm_acts=acts), 0, place)


def test_the_share_is_named_acts_of_all_acts_in_own_voice():
    rows = {(row.metric, row.category): row for row in doer_metrics(scope(TOLD, ["active"] * 4 + ["passive"] * 2, place=0))}
    share = rows["doer_named", ""]
    assert (share.n, share.base, share.too_little) == (4, 6, False)
    assert share.value == pytest.approx(4 / 6)
    assert (rows["harm_acts", "active"].n, rows["harm_acts", "passive"].n) == (4, 2)


def test_four_acts_are_too_few_for_a_share_and_quoted_ones_do_not_count():
    few = doer_metrics(scope(TOLD, ["active"] * 4, place=0))[0]
    assert (few.value, few.n, few.base, few.too_little) == (None, 4, 4, True)
    assert doer_metrics(scope(TOLD, ["active"] * 6, place=0, voice="quoted")) == []


def test_a_doer_named_just_before_counts_as_named():
    made = scope(TOLD, ["active"] * 4 + ["passive"] * 2, place=0)
    acts = made.annotation.harm_acts
    known = Scope(replace(made.annotation, harm_acts=(*acts[:4], replace(acts[4], before=True), acts[5])), 0, 0)
    rows = {(row.metric, row.category): row for row in doer_metrics(known)}
    assert rows["doer_named", ""].n == 5
    assert rows["harm_acts", "named before"].n == 1


@pytest.mark.parametrize(("named_a", "named_b", "n", "clear"), [(10, 1, 12, True), (3, 1, 6, False)])
def test_a_finding_needs_a_difference_that_leaves_out_zero(named_a, named_b, n, clear):
    a = scope(TOLD, ["active"] * named_a + ["passive"] * (n - named_a), place=0)
    b = scope(TOLD, ["active"] * named_b + ["passive"] * (n - named_b), place=1)
    of_a, of_b = (doer_metrics(one) for one in (a, b))
    keyed = [{(row.metric, row.voice, row.category): row for row in rows} for rows in (of_a, of_b)]
    found = find_doer_differences(a, b, *keyed, contrast(of_a, of_b))
    assert bool(found) == clear
    if clear:
        assert found[0].sentence == "In its own voice A names who did it in 10 of 12 acts of harm or force, B names who did it in 1 of 12 acts of harm or force."
        assert {one.article for one in found[0].evidence} == {0, 1}
        first = found[0].evidence[0].span  # A names more often: its acts with a doer are shown, and B's without
        assert next(act for act in a.annotation.harm_acts if act.span == first).named


def pair(a: Scope, b: Scope, score: float = 0.6) -> Alignment:
    return Alignment(a.id, b.id, (AlignedPair(at(TOLD, TOLD[:20]), at(UNTOLD, UNTOLD[:22]), score, "same-voice", "own", "own"),), (), (), ())


def test_an_aligned_act_without_its_doer_is_a_finding_with_both_passages():
    a, b = scope(TOLD, ["active"], place=0), scope(UNTOLD, ["passive"], place=1)
    (one,) = find_untold_doers(a, b, pair(a, b))
    assert one.sentence == "A names who did it: “Police shot two men.”; B tells the same act without: “Two men were shot now.”"
    assert [at.article for at in one.evidence] == [0, 1]
    (turned,) = find_untold_doers(replace(b, place=0), replace(a, place=1), Alignment("b", "a", (AlignedPair(
        at(UNTOLD, UNTOLD[:22]), at(TOLD, TOLD[:20]), 0.6, "same-voice", "own", "own"),), (), (), ()))
    assert turned.sentence.startswith("B names who did it")
    assert [at.article for at in turned.evidence] == [0, 1]


@pytest.mark.parametrize("case", ["both name", "another act", "weak match", "credited"])
def test_near_misses_give_no_finding(case):
    a = scope(TOLD, ["active"], place=0, voice="quoted" if case == "credited" else "own")
    b = scope(TOLD if case == "both name" else UNTOLD, ["active" if case == "both name" else "passive"], place=1)
    if case == "another act":
        b = Scope(replace(b.annotation, harm_acts=tuple(replace(act, act="arrest") for act in b.annotation.harm_acts)), 0, 1)
    assert find_untold_doers(a, b, pair(a, b, 0.1 if case == "weak match" else 0.6)) == []
