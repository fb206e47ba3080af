"""Floors for precision and recall of attributions on annotated development articles, where these are at hand."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from attribution_reliability import letters, matched

from framing.annotate.read import read_voices
from framing.nlp.read import read_documents

DATA = os.environ.get("FRAMING_DATA")


def test_matching_by_hand():
    """Two finds overlap one annotated content: the closer one is right, the other is not."""
    class Found:
        def __init__(self, *content):
            self.content = content

    text = "abcdefghij klmnop"
    gold = [{"content": [[0, 6]]}, {"content": [[11, 17]]}]
    assert letters(text, [(9, 12)]) == {9, 11}                                   # the space at 10 does not count
    assert matched(text, gold, [Found((0, 3)), Found((0, 5)), Found((7, 10))]) == {1}


@pytest.mark.skipif(not DATA, reason="the annotated articles are not at hand: set FRAMING_DATA to their folder")
def test_attributions_keep_their_floor(make_document, language_model):
    lines = (Path(DATA or "") / "polnear" / "dev.jsonl").read_text(encoding="utf-8").splitlines()[::4]
    records = [json.loads(line) for line in lines]
    documents = [make_document(one["text"], id=one["id"]) for one in records]
    n_gold = n_found = n_right = 0
    for record, document, parse in zip(records, documents, read_documents(documents, language_model), strict=True):
        found = [one for one in read_voices(document, parse).attributions if one.nested_in is None and not one.stance]
        gold = [one for one in record["attributions"] if one["content"]]
        n_gold, n_found, n_right = n_gold + len(gold), n_found + len(found), n_right + len(matched(document.text, gold, found))
    assert n_right / n_found >= 0.90
    assert n_right / n_gold >= 0.58
