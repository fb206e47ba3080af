"""Items of real events judged by hand (judged_events.json names article ids and sentence numbers). Skipped where the data is not there."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

import pytest
from sample_documents import language_model, make_document

from framing.align.passages import align_readings
from framing.annotate.read import read_voices
from framing.lexicons.cues import load_cues
from framing.model.annotation import Reading
from framing.model.article import Span
from framing.model.document import Document
from framing.model.parse import Parse
from framing.nlp.read import read_documents

DATA = os.environ.get("FRAMING_DATA")
JUDGED = json.loads((Path(__file__).parent / "judged_events.json").read_text(encoding="utf-8"))
needs_data = pytest.mark.skipif(not DATA, reason="FRAMING_DATA names no folder of annotated data")


@cache
def records() -> dict[str, dict[str, object]]:
    lines = (Path(DATA or "") / "basil" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return {record["id"]: record for record in map(json.loads, lines)}


def document(id: str) -> tuple[Document, list[Span]]:
    """An article in its own paragraphs, and where each of its sentences stands."""
    record = records()[id]
    text, spans, before = "", [], None
    for sentence, paragraph in zip(record["sentences"], record["paragraph_of_sentence"], strict=True):
        text += "" if before is None else " " if paragraph == before else "\n\n"
        spans.append(Span(len(text), len(text) + len(sentence)))
        text, before = text + sentence, paragraph
    return make_document(text, id=id), spans


def without_grammar(id: str) -> tuple[Reading, list[Span]]:
    made, spans = document(id)
    return Reading(made, Parse.build((), (), (), (), "none"), (), (), ()), spans


@needs_data
def test_statements_said_to_be_in_one_article_only():
    """Precision of the judged statements that are still listed."""
    listed = []
    for row in JUDGED["only_in"]:
        (mine, spans), (other, _) = without_grammar(row["a"]), without_grammar(row["b"])
        if any(one.span.overlaps(spans[row["sentence"]]) for one in align_readings(mine, other).only_a):
            listed.append(row["only"])
    assert len(listed) >= 35
    assert sum(listed) / len(listed) >= 0.85


@needs_data
def test_passages_said_to_tell_the_same_thing():
    """Precision of pairs drawn at random, those still listed: six of ten told one fact when they were judged, and those six are found."""
    listed = []
    for row in JUDGED["aligned"]:
        (mine, spans_a), (other, spans_b) = without_grammar(row["a"]), without_grammar(row["b"])
        here, there = spans_a[row["sentence_a"]], spans_b[row["sentence_b"]]
        if any(one.a.overlaps(here) and one.b.overlaps(there) for one in align_readings(mine, other).pairs):
            listed.append(row["same"])
    assert sum(listed) >= 6
    assert sum(listed) / len(listed) >= 0.6


def found_shifts() -> set[tuple[str, int, str, int]]:
    """(a, sentence of a, b, sentence of b) of each voice shift found in the pairs of articles that were judged."""
    pairs = sorted({(row["a"], row["b"]) for row in JUDGED["voice_shifts"]})
    made = {id: document(id) for id in sorted({id for pair in pairs for id in pair})}
    parses, cues = read_documents([one for one, _ in made.values()], language_model()), load_cues()
    read = {id: read_voices(made[id][0], parse, cues=cues) for id, parse in zip(made, parses, strict=True)}
    found = set()
    for a, b in pairs:
        for one in align_readings(read[a], read[b]).pairs:
            if one.relation == "voice-shift":
                numbers = [next(k for k, span in enumerate(made[id][1]) if span.overlaps(place)) for id, place in ((a, one.a), (b, one.b))]
                found.add((a, numbers[0], b, numbers[1]))
    return found


@needs_data
def test_voice_shifts_in_real_news():
    """Precision of all shifts found between these articles, those that nobody judged counted as wrong; and some are found."""
    judged = {(row["a"], row["sentence_a"], row["b"], row["sentence_b"]): row["shift"] for row in JUDGED["voice_shifts"]}
    verdicts = [judged.get(shift, False) for shift in found_shifts()]
    assert sum(verdicts) >= 8
    assert sum(verdicts) / len(verdicts) >= 0.85


@cache
def texts(folder: str) -> dict[str, str]:
    """The articles of another set by id: their text, or their sentences as paragraphs."""
    lines = (Path(DATA or "") / folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return {record["id"]: "\n\n".join(record["sentences"]) if "sentences" in record else record["text"] for record in map(json.loads, lines)}


def shifts_elsewhere() -> set[tuple[str, int, str, int]]:
    """(a, start in a, b, start in b) of each voice shift found in the pairs of articles of other sets that were judged."""
    rows = JUDGED["voice_shifts_elsewhere"]
    folders = {row[side]: row["set"] for row in rows for side in ("a", "b")}
    made = {id: make_document(texts(folders[id])[id], id=id) for id in sorted(folders)}
    parses, cues = read_documents(list(made.values()), language_model()), load_cues()
    read = {id: read_voices(made[id], parse, cues=cues) for id, parse in zip(made, parses, strict=True)}
    return {(a, one.a.start, b, one.b.start) for a, b in sorted({(row["a"], row["b"]) for row in rows})
            for one in align_readings(read[a], read[b]).pairs if one.relation == "voice-shift"}


@needs_data
def test_voice_shifts_in_other_events():
    """The same in events of which most were first read when the rules were made: fewer are true than in the events above."""
    judged = {(row["a"], row["place_a"], row["b"], row["place_b"]): row["shift"] for row in JUDGED["voice_shifts_elsewhere"]}
    verdicts = [judged.get(shift, False) for shift in shifts_elsewhere()]
    assert sum(verdicts) >= 30
    assert sum(verdicts) / len(verdicts) >= 0.8


@needs_data
def test_what_is_called_related_is_kept_apart():
    """Of the ten random pairs those not called related: four of five told one fact when they were judged, of all ten six."""
    ids = sorted({row[side] for row in JUDGED["aligned"] for side in ("a", "b")})
    made = {id: document(id) for id in ids}
    parses, cues = read_documents([one for one, _ in made.values()], language_model()), load_cues()
    read = {id: read_voices(made[id][0], parse, cues=cues) for id, parse in zip(ids, parses, strict=True)}
    told = []
    for row in JUDGED["aligned"]:
        here, there = made[row["a"]][1][row["sentence_a"]], made[row["b"]][1][row["sentence_b"]]
        told += [row["same"] for one in align_readings(read[row["a"]], read[row["b"]]).pairs
                 if one.a.overlaps(here) and one.b.overlaps(there) and one.relation != "related"]
    assert len(told) >= 5
    assert sum(told) / len(told) >= 0.8
