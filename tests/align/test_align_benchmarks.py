"""Floors for alignment on sentences that people aligned. Skipped where the data is not there."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from sample_documents import make_document

from framing.align.passages import align_readings
from framing.model.annotation import Reading
from framing.model.article import Span
from framing.model.parse import Parse

DATA = os.environ.get("FRAMING_DATA")


def reading(sentences: list[str], id: str) -> tuple[Reading, list[Span]]:
    """A reading without grammar of the sentences, one a paragraph, and where each stands."""
    text, spans = "\n\n".join(sentences), []
    for sentence in sentences:
        start = spans[-1].end + 2 if spans else 0
        spans.append(Span(start, start + len(sentence)))
    return Reading(make_document(text, id=id), Parse.build((), (), (), (), "none"), (), (), ()), spans


@pytest.mark.skipif(not DATA, reason="FRAMING_DATA names no folder of annotated data")
def test_summaries_and_their_sources():
    """F1 over sentence pairs of summaries and sources; a pair counts where any of its parts was aligned."""
    lines = (Path(DATA or "") / "superpal_multinews" / "alignments.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    gold = {(row["a_id"], row["a_sentence"].strip(), row["b_id"], row["b_sentence"].strip()) for row in rows}
    texts: dict[str, dict[str, None]] = {}
    for row in rows:
        texts.setdefault(row["a_id"], {})[row["a_sentence"].strip()] = None
        texts.setdefault(row["b_id"], {})[row["b_sentence"].strip()] = None
    read = {id: reading(list(sentences), id) for id, sentences in texts.items()}
    found = set()
    for a, b in sorted({(row["a_id"], row["b_id"]) for row in rows}):
        for pair in align_readings(read[a][0], read[b][0]).pairs:
            left = [text for text, span in zip(texts[a], read[a][1], strict=True) if span.overlaps(pair.a)]
            right = [text for text, span in zip(texts[b], read[b][1], strict=True) if span.overlaps(pair.b)]
            found |= {(a, x, b, y) for x in left for y in right}
    f1 = 2 * len(found & gold) / (len(found) + len(gold))
    assert f1 >= 0.6
