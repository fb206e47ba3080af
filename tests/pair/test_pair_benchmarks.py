"""Floors on annotated collections, and speed. Skipped where the collections are not there."""

from __future__ import annotations

import dataclasses
import json
import os
import time
from collections import Counter
from pathlib import Path

import pytest
from sample_documents import make_document

from framing.model.article import Known
from framing.model.document import Document
from framing.pair.pairer import EventPairer

DATA = os.environ.get("FRAMING_DATA")
needs_data = pytest.mark.skipif(not DATA, reason="FRAMING_DATA names no folder of annotated data")


def read(name: str) -> tuple[list[Document], list[str]]:
    """Documents and the event of each. ECB+ goes without dates: they tell its look-alike events apart by accident."""
    documents, events = [], []
    for line in (Path(DATA or "") / name / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        document = make_document(record["text"], id=str(record["id"]))
        title = Known(record["title"], "file", 1.0) if record.get("title") else None
        day = Known(record["date"], "file", 1.0) if record.get("date") and name != "ecbplus" else None
        documents.append(dataclasses.replace(document, article=dataclasses.replace(document.article, title=title, published=day)))
        events.append(str(record["event"]))
    return documents, events


def b_cubed(gold: list[str], found: list[int]) -> float:
    """B-cubed F1 (Bagga & Baldwin, 1998)."""
    both, golds, founds = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(n * n / founds[f] for (_, f), n in both.items()) / len(gold)
    recall = sum(n * n / golds[g] for (g, _), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def test_b_cubed_by_hand():
    # a a b, all in one: precision (2/3 + 2/3 + 1/3) / 3 = 5/9, recall 1: 2 x 5/9 / (14/9) = 10/14
    assert b_cubed(["a", "a", "b"], [0, 0, 0]) == pytest.approx(10 / 14)


@needs_data
@pytest.mark.parametrize(("name", "floor"), [
    ("allsides_fulltext", 0.955), ("allsides_roundups", 0.92), ("ecbplus", 0.92), ("basil", 0.995), ("newswcl50", 0.995)])
def test_floors(name, floor):
    documents, events = read(name)
    assert b_cubed(events, EventPairer().fit_predict(documents).tolist()) >= floor


@needs_data
def test_a_thousand_articles_in_seconds():
    """Five seconds are the aim on an idle core; processor time, doubled for a busy machine, is what a test can hold."""
    documents = read("allsides_fulltext")[0]
    start = time.process_time()
    EventPairer().fit(documents)
    assert time.process_time() - start < 10 * len(documents) / 1000
