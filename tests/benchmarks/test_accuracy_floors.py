"""Floors for pairing and loaded terms on annotated development data, where it is at hand. The figures themselves stand in reports/accuracy.md."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from pathlib import Path

import pytest

from framing import pipeline
from framing.model.article import Article, Known

DATA = os.environ.get("FRAMING_DATA")
needs_data = pytest.mark.skipif(not DATA, reason="the annotated data is not at hand: set FRAMING_DATA to its folder")


def records(*parts: str) -> list[dict]:
    """Records of a JSON Lines file of the data folder."""
    return [json.loads(line) for line in Path(DATA or "", *parts).read_text(encoding="utf-8").splitlines()]


def article(id: str, text: str, *, title: str | None = None, date: str | None = None) -> Article:
    """An article of clean body text."""
    data = text.encode()
    return Article(id, text, id, hashlib.sha256(data).hexdigest(), len(data), "utf-8", "text/plain", zones="none",
                   title=Known(title, "file", 1.0) if title else None, published=Known(date, "file", 1.0) if date else None)


def b_cubed(gold: list[str], found: list[str]) -> float:
    """B-cubed F1 of two partitions (Bagga & Baldwin, 1998)."""
    both, left, right = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(n * n / right[f] for (_, f), n in both.items()) / len(gold)
    recall = sum(n * n / left[g] for (g, _), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def test_b_cubed_by_hand():
    # gold {1,2} {3}; found {1} {2,3}: precision (1 + 1/2 + 1/2) / 3 = 2/3; recall (1/2 + 1/2 + 1) / 3 = 2/3
    assert b_cubed(["a", "a", "b"], ["x", "y", "y"]) == pytest.approx(2 / 3)
    assert b_cubed(["a", "a"], ["x", "x"]) == 1


@needs_data
@pytest.mark.parametrize(("folder", "dated", "floor"), [("allsides_fulltext", True, 0.95), ("ecbplus", False, 0.90), ("newswcl50", True, 0.99)])
def test_pairing_keeps_its_floor(folder, dated, floor):
    rows = records(folder, "articles.jsonl")
    articles = [article(row["id"], row["text"], title=row.get("title"), date=(row.get("date") or None) if dated else None) for row in rows]
    clusters = {member.id: k for k, cluster in enumerate(pipeline.pair(articles).clusters) for member in cluster.members}
    assert b_cubed([str(row["event"]) for row in rows], [str(clusters[row["id"]]) for row in rows]) >= floor


@needs_data
def test_loaded_terms_keep_their_floor():
    """Of the own-voice hits in every fourth sentence, the share that overlaps a marked word, and the share of marked words found."""
    rows = records("babe", "babe.jsonl")[::4]
    found = pipeline.annotate([article(row["id"], row["sentence"]) for row in rows], pipeline.load_tools())
    hits = right = marked = reached = 0
    for row, annotation in zip(rows, found, strict=True):
        gold = [tuple(span) for span in row["biased_spans"]]
        mine = [(term.span.start, term.span.end) for term in annotation.loaded_terms]
        if gold:
            hits += len(mine)
            right += sum(any(s < e2 and s2 < e for s2, e2 in gold) for s, e in mine)
            marked += len(gold)
            reached += sum(any(s < e2 and s2 < e for s2, e2 in mine) for s, e in gold)
    assert right / hits >= 0.50
    assert reached / marked >= 0.15
