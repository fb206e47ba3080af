"""Targets of tone under one name over the articles, and near misses."""

from __future__ import annotations

from dataclasses import replace

from compare_scopes import scope_of, toned

from framing.compare.targets import unite_targets
from framing.model.findings import Entity


def article(*names, place=0, kind="person"):
    """An article with one toned sentence about each name."""
    text = " ".join(f"{name} failed again." for name in names)
    made = scope_of(text, place=place, tone=tuple(toned(text, f"{name} failed", -1, target=name) for name in names)).annotation
    return replace(made, reading=replace(made.reading, entities=tuple(Entity(name, kind, ()) for name in names)))


def targets(*articles):
    return [[row.target for row in one.tone] for one in unite_targets(articles)]


def test_spellings_and_last_names_of_one_person_are_one_target_whatever_the_order():
    a, b = article("Aleksei Vornin"), article("Alexey Vornin", place=1)
    assert targets(a, b) == [["Aleksei Vornin"], ["Aleksei Vornin"]] == targets(b, a)
    assert targets(a, article("Vornin", place=1)) == [["Aleksei Vornin"], ["Aleksei Vornin"]]


def test_a_last_name_of_two_people_and_a_place_of_that_name_stay_apart():
    assert targets(article("Ann Orel", "Bo Orel"), article("Orel", place=1)) == [["Ann Orel", "Bo Orel"], ["Orel"]]
    assert targets(article("Ann Venn"), article("Venn", place=1, kind="place")) == [["Ann Venn"], ["Venn"]]


def test_only_the_name_changes():
    a, b = article("Ann Orel"), article("Orel", place=1)
    after = unite_targets((a, b))[1]
    assert replace(after, tone=b.tone) == b
    assert [(row.span, row.mention, row.polarity) for row in after.tone] == [(row.span, row.mention, row.polarity) for row in b.tone]
