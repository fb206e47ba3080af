"""Voices of aligned passages on the bundled events, against their keys and against judgements by hand (voice_shifts.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from framing.align.passages import align_readings
from framing.annotate.read import read_voices
from framing.clean import clean_article
from framing.lexicons.cues import load_cues
from framing.load import load_articles
from framing.model.alignment import Alignment
from framing.model.annotation import Reading
from framing.nlp.model import load_model
from framing.nlp.read import read_documents
from framing.text.normalise import shadow

SEEDS = Path(__file__).parents[2] / "seeds"
EVENTS = ("change-of-power", "harbour-strike", "market-day")
JUDGED = tomllib.loads((Path(__file__).parent / "voice_shifts.toml").read_text(encoding="utf-8"))["row"]


@cache
def readings(event: str) -> dict[str, Reading]:
    """The annotated articles of an event by id."""
    documents = [clean_article(article) for article in load_articles([SEEDS / event]).articles]
    parses, cues = read_documents(documents, load_model()), load_cues()
    return {document.article.id: read_voices(document, parse, cues=cues) for document, parse in zip(documents, parses, strict=True)}


@cache
def key(event: str) -> dict[str, list[dict[str, object]]]:
    return tomllib.loads((SEEDS / event / "gold.toml").read_text(encoding="utf-8"))


@cache
def aligned(event: str, a: str, b: str) -> Alignment:
    """Two articles lined up; of several stories on a page the first."""
    return align_readings(readings(event)[a], readings(event)[b], story_a=0, story_b=0)


def related(event: str) -> list[tuple[str, str]]:
    """Pairs of articles whose first stories the key calls the same event or topic."""
    ids = {row["file"]: row["id"] for row in key(event)["article"]}
    rows = [(ids[row["a"]], ids[row["b"]]) for row in key(event)["pair"]
            if row["verdict"] != "different" and not row.get("story_a") and not row.get("story_b")]
    return [(a, b) for a, b in combinations(readings(event), 2) if (a, b) in rows or (b, a) in rows]


def found_shifts(event: str) -> list[tuple[str, str, str, str]]:
    """(a id, start of a, b id, start of b) of each voice shift."""
    found = []
    for a, b in related(event):
        left, right = readings(event)[a].text, readings(event)[b].text
        found += [(a, left[pair.a.start:pair.a.end], b, right[pair.b.start:pair.b.end]) for pair in aligned(event, a, b).pairs
                  if pair.relation == "voice-shift"]
    return found


def judged(event: str, shift: tuple[str, str, str, str]) -> bool:
    """Whether the hand judged it true; what nobody has judged counts as false."""
    a, left, b, right = shift
    sides = {a: " ".join(left.split()), b: " ".join(right.split())}
    return any(row["shift"] for row in JUDGED if row["event"] == event and {row["a_id"], row["b_id"]} == {a, b}
               and sides[row["a_id"]].startswith(row["a"]) and sides[row["b_id"]].startswith(row["b"]))


def test_voice_shifts_are_true():
    """Precision over the three events, of at least as many shifts as the keys name."""
    verdicts = [judged(event, shift) for event in EVENTS for shift in found_shifts(event)]
    assert sum(verdicts) >= 12
    assert sum(verdicts) / len(verdicts) >= 0.85


def keyed(relation: str) -> list[tuple[str, dict[str, str]]]:
    return [(event, row) for event in EVENTS for row in key(event)["aligned"] if row["relation"] == relation]


def voices(event: str, row: dict[str, str]) -> tuple[str, str, str] | None:
    """Relation and voices found for a row of the key, None where its passages were not aligned."""
    ids = {one["file"]: one["id"] for one in key(event)["article"]}
    a, b = ids[row["a_file"]], ids[row["b_file"]]
    left, right = readings(event)[a].document.shadow, readings(event)[b].document.shadow
    start_a, start_b = left.index(shadow(row["a"])), right.index(shadow(row["b"]))
    return next(((pair.relation, pair.voice_a, pair.voice_b) for pair in aligned(event, a, b).pairs
                 if pair.a.start <= start_a < pair.a.end and pair.b.start <= start_b < pair.b.end), None)


@pytest.mark.parametrize(("event", "row"), keyed("same-voice"), ids=lambda value: value if isinstance(value, str) else value["a"][:20])
def test_what_is_no_shift_in_the_key_is_none(event, row):
    found = voices(event, row)
    assert found is None or found[0] != "voice-shift"


@pytest.mark.parametrize(("event", "row"), [pair for relation in ("same-voice", "related", "numbers-differ") for pair in keyed(relation)],
                         ids=lambda value: value if isinstance(value, str) else value["a"][:20])
def test_what_is_credited_is_never_given_as_own(event, row):
    found = voices(event, row)
    credited = [voice != "own" for voice in (row["voice_a"], row["voice_b"])]
    assert found is None or not any(must and voice == "own" for must, voice in zip(credited, found[1:], strict=True))
