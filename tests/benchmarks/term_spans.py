"""Loaded terms against marked spans: precision and recall by overlap, at several confidences.

    python tests/benchmarks/term_spans.py GOLD PREDICTIONS [--voices own,attributed]

GOLD is `babe.jsonl` (only sentences with marked words are counted) or `basil_spans.jsonl` (lexical spans of the body); PREDICTIONS is
what `framing annotate --zones none` wrote for it. A hit is right when it shares a letter with a marked span; a span is found when a hit
does so with it.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONFIDENCES = (0.0, 0.2, 0.3, 0.4, 0.5)
Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Score:
    """Hits from one confidence on: how many, how many right, marked spans found of how many, words read."""

    hits: int
    right: int
    found: int
    marked: int
    words: int

    def line(self, confidence: float) -> str:
        """One row of the table."""
        precision = self.right / self.hits if self.hits else float("nan")
        return (f"{confidence:10.2f} {self.hits:6d} {precision:10.3f} {self.found / self.marked:7.3f} "
                f"{1000 * self.hits / self.words:12.2f}")


def gold_spans(record: dict[str, Any]) -> tuple[str, Spans]:
    """Text and marked spans of one record of either set."""
    if "biased_spans" in record:
        return record["sentence"], [tuple(one[:2]) if isinstance(one, list) else (one["start"], one["end"]) for one in record["biased_spans"]]
    return record["text"], [(one["start"], one["end"]) for one in record["spans"] if one["bias"] == "lexical" and one["sentence"] >= 0]


def overlaps(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two half-open spans share a place."""
    return a[0] < b[1] and b[0] < a[1]


def score(gold: list[tuple[str, Spans]], hits: list[list[tuple[int, int, float]]], confidence: float) -> Score:
    """Score hits (start, end, confidence) of each text from `confidence` on."""
    n = right = found = marked = words = 0
    for (text, spans), mine in zip(gold, hits, strict=True):
        kept = [(start, end) for start, end, sure in mine if sure >= confidence]
        n += len(kept)
        right += sum(any(overlaps(one, span) for span in spans) for one in kept)
        found += sum(any(overlaps(one, span) for one in kept) for span in spans)
        marked += len(spans)
        words += len(text.split())
    return Score(n, right, found, marked, words)


def main() -> None:
    """Read, score, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--voices", default="", help="count only these, with commas between; default: all")
    args = parser.parse_args()
    voices = set(filter(None, args.voices.split(",")))
    records = [json.loads(line) for line in args.gold.read_text(encoding="utf-8").splitlines()]
    made = {str(one["id"]): one["loaded_terms"] for one in map(json.loads, args.predictions.read_text(encoding="utf-8").splitlines())}
    gold, hits = [], []
    for record in records:
        text, spans = gold_spans(record)
        if "biased_spans" in record and not spans:
            continue
        gold.append((text, spans))
        hits.append([(one["start"], one["end"], one["confidence"]) for one in made.get(str(record["id"]), []) if not voices or one["voice"] in voices])
    print("confidence   hits  precision  recall  per 1,000 w")
    for confidence in CONFIDENCES:
        print(score(gold, hits, confidence).line(confidence))


if __name__ == "__main__":
    main()
