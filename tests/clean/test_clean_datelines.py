"""Datelines: the place and agency at the head of a paragraph."""

from __future__ import annotations

import pytest

from framing.clean.datelines import dateline_end
from framing.text.normalise import shadow


@pytest.mark.parametrize(("dateline", "rest"), [
    ("PORT ALBA (Larkfield) — ", "The ferry will close."),
    ("PORT ALBA — ", "The ferry will close."),
    ("PORT ALBA, May 3 (Larkfield) - ", "The ferry will close."),
    ("PORT ALBA, Norvane (AP) -- ", "The ferry will close."),
    ("Port Alba (Larkfield Press) – ", "“The ferry will close,” she said."),
    ("Port Alba, 3 May 2019 – ", "The ferry will close."),
    ("(Larkfield) — ", "The ferry will close."),
    ("ALBA\u00a0(Larkfield)\u00a0— ", "The ferry will close."),
])
def test_dateline_is_cut_off(dateline, rest):
    assert dateline_end(shadow(dateline + rest)) == len(dateline)


@pytest.mark.parametrize("text", [
    "The ferry — ninety years old — will close.",
    "Ana Ruiz — the mayor — said so.",
    "Ana Ruiz (Harbour Party) said the ferry will close.",
    "ALBA said on Friday that the ferry will close.",
    "Port Alba (pop. 4,000) lost its ferry.",
    "\"No,\" — she said.",
    "PORT ALBA (Larkfield) —",  # nothing follows
    "A-PLUS students won.",
    "FILE - In this photo the ferry leaves.",
])
def test_near_misses(text):
    assert dateline_end(shadow(text)) == 0
