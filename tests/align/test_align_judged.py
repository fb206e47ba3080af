"""Items of real events judged by hand (judged_events.json names article ids and sentence numbers). Skipped where the data is not there."""

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
JUDGED = json.loads((Path(__file__).parent / "judged_events.json").read_text(encoding="utf-8"))


def reading(record: dict[str, object]) -> tuple[Reading, list[Span]]:
    """A reading without grammar, in the record's own paragraphs, and where each of its sentences stands."""
    text, spans, before = "", [], None
    for sentence, paragraph in zip(record["sentences"], record["paragraph_of_sentence"], strict=True):
        text += "" if before is None else " " if paragraph == before else "\n\n"
        spans.append(Span(len(text), len(text) + len(sentence)))
        text, before = text + sentence, paragraph
    return Reading(make_document(text, id=str(record["id"])), Parse.build((), (), (), (), "none"), (), (), ()), spans


@pytest.mark.skipif(not DATA, reason="FRAMING_DATA names no folder of annotated data")
def test_statements_said_to_be_in_one_article_only():
    """Precision of the judged statements that are still listed."""
    lines = (Path(DATA or "") / "basil" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    records = {record["id"]: record for record in map(json.loads, lines)}
    listed = []
    for row in JUDGED["only_in"]:
        (mine, spans), (other, _) = reading(records[row["a"]]), reading(records[row["b"]])
        if any(one.span.overlaps(spans[row["sentence"]]) for one in align_readings(mine, other).only_a):
            listed.append(row["only"])
    assert len(listed) >= 15
    assert sum(listed) / len(listed) >= 0.85
