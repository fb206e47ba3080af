"""Facts over several articles, where each stands, and what one opens with and another has at its end."""

from __future__ import annotations

from compare_scopes import at, scope_of

from framing.compare.facts import fact_matrix, find_orders, place_of
from framing.model.alignment import AlignedPair, Alignment

TOLL = "The bridge toll doubles in May."
A = f"{TOLL} Boats still wait. Gulls came. Nobody knew why. It rained. Night fell."
B = f"Boats still wait today. Gulls came. Nobody knew why. It rained. Night fell. {TOLL}"
C = "Boats still wait. It was late."


def joined(a, b, words_a, words_b, score):
    span_a, span_b = at(a.text, words_a), at(b.text, words_b)
    return Alignment(a.id, b.id, (AlignedPair(span_a, span_b, score, "same-voice", "own", "own"),), (), (), ())


def scopes():
    return [scope_of(A), scope_of(B, place=1), scope_of(C, place=2)]


def alignments(score=0.8):
    a, b, c = scopes()
    return [joined(a, b, TOLL, TOLL, score), joined(a, c, "Boats still wait.", "Boats still wait.", 0.9), Alignment("b", "c", (), (), (), ())]


def test_places_in_thirds():
    # six sentences: before the first none (lead), before the second 1/6, the fourth 3/6, the sixth 5/6
    scope = scope_of(A)
    assert [place_of(scope, at(A, words)) for words in (TOLL, "Boats", "Nobody", "Night")] == ["lead", "first third", "middle third", "last third"]


def test_one_row_a_fact_with_none_where_it_is_not():
    facts = fact_matrix(scopes(), alignments())
    assert [fact.places for fact in facts] == [("lead", "last third", None), ("first third", None, "lead")]


def test_what_is_only_alike_is_no_common_fact():
    assert len(fact_matrix(scopes(), alignments(score=0.49))) == 1


def test_opened_with_in_one_and_last_in_the_other():
    found = find_orders(scopes(), fact_matrix(scopes(), alignments()), alignments())
    assert [(one.sentence[:14], one.strength, [e.article for e in one.evidence]) for one in found] == [("A opens with “", "moderate", [0, 1])]


def test_no_order_where_both_open_with_it():
    rows = [joined(scope_of(A), scope_of(B, place=1), TOLL, "Boats still wait today.", 0.8)]
    assert find_orders(scopes()[:2], fact_matrix(scopes()[:2], rows), rows) == []
