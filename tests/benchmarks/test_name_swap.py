"""The exchange of names on annotated sentences: its cases by hand, and its floor."""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path

import pytest
from name_swap import exchanged, is_name, judge, people, replaced, unchanged


def row(sentence: str, target: str) -> dict[str, object]:
    start = sentence.index(target)
    return {"sentence": sentence, "target": target, "start": start, "end": start + len(target)}


def test_two_names_change_places():
    sentence = "Dana Brook praised Fenn."
    (first, second) = exchanged([row(sentence, "Dana Brook"), row(sentence, "Fenn")])
    assert first[2] == second[2] == "Fenn praised Dana Brook."
    assert [case[2][case[3].start:case[3].end] for case in (first, second)] == ["Fenn", "Dana Brook"]


def test_a_name_gives_way_to_the_next_of_as_many_words():
    rows = [row("Brook left.", "Brook"), row("We met Dana Fenn.", "Dana Fenn"), row("They saw Venn.", "Venn")]
    assert [case[2] for case in replaced(rows)] == ["Venn left.", "They saw Brook."]  # "Dana Fenn" is alone of its length


@pytest.mark.parametrize(("target", "named"), [("Dana Brook", True), ("She", False), ("the mayor", False), ("O'Neil", True)])
def test_pronouns_and_nouns_are_no_names(target, named):
    assert is_name({"target": target}) == named


def test_counts_by_hand():
    assert unchanged([(1, 1), (1, 0), (-1, 1), None, (0, 0)]) == (2, 1, 4)


@pytest.mark.skipif(not os.environ.get("FRAMING_DATA"), reason="needs the annotated data")
def test_polarities_do_not_hang_on_names():
    path = Path(os.environ["FRAMING_DATA"]) / "newsmtsc" / "train.jsonl"
    rows = [one for one in map(json.loads, path.read_text(encoding="utf-8").splitlines()) if is_name(one) and zlib.crc32(one["sentence"].encode()) % 12 == 0]
    found = people(rows)
    stayed, _, n = unchanged(judge([*exchanged(found), *replaced(found)]))
    assert n > 150
    assert stayed / n >= 0.98  # .992 on half of the sentences, when this was written
