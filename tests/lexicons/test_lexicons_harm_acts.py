"""Every act of harm is told as its examples say, through the real pipeline; near misses are not counted."""

from __future__ import annotations

from functools import cache

import pytest
from sample_documents import language_model, make_document

from framing.annotate import read_voices
from framing.lexicons.harm_acts import load_harm_acts
from framing.measure.doers import find_harm_acts
from framing.model.findings import HarmAct
from framing.nlp.read import read_documents

ACTS = load_harm_acts()


@cache
def found() -> dict[str, tuple[HarmAct, ...]]:
    """Example sentence -> its acts; all read in one batch."""
    texts = [text for _, text, _ in ACTS.told]
    documents = [make_document(text) for text in texts]
    return {text: find_harm_acts(read_voices(document, parse), acts=ACTS)
            for text, document, parse in zip(texts, documents, read_documents(documents, language_model()), strict=True)}


@pytest.mark.parametrize(("act", "text", "telling"), ACTS.told, ids=[text for _, text, _ in ACTS.told])
def test_an_act_is_told_as_its_example_says(act, text, telling):
    assert [one.telling for one in found()[text] if one.act == act] == ([telling] if telling else [])


def test_every_act_has_examples_with_and_without_a_doer():
    for act in {act for act, _, _ in ACTS.told} - {"clash"}:  # a clash has two parties and no doer
        tellings = {telling for one, _, telling in ACTS.told if one == act}
        assert tellings & {"active", "passive-by", "noun-by"}
        assert tellings & {"passive", "noun", "thing", "gone"}
        assert "" in tellings
