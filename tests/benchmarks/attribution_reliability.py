"""How often each attribution rule is right, on annotated development articles: where the confidences come from.

Run as `FRAMING_DATA=... PYTHONPATH=.:tests python tests/benchmarks/attribution_reliability.py [--part dev] [--every 6] [--offset 1]`. Reads a part of
PolNeAR: train, where the constants come from, or dev. Prints a table by rule and one by band of the confidence given, with the share found right.
A find is right when some annotated attribution's content overlaps its own, matched one to one, most overlap first.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from sample_documents import language_model, make_document

from framing.annotate.read import read_voices
from framing.model.findings import Attribution
from framing.nlp.read import read_documents

BANDS = (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.01)


def letters(text: str, spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """Places of the letters and digits of some spans."""
    return frozenset(i for span in spans for i in range(span[0], span[1]) if text[i].isalnum())


def matched(text: str, gold: Sequence[dict[str, Any]], found: Sequence[Attribution]) -> set[int]:
    """Places in `found` of the attributions that are right."""
    wanted = [letters(text, one["content"]) for one in gold]
    mine = [letters(text, one.content) for one in found]
    pairs = sorted((-len(a & b) / len(a | b), g, p) for g, a in enumerate(wanted) for p, b in enumerate(mine) if a & b)
    used: set[int] = set()
    right: set[int] = set()
    for _, g, p in pairs:
        if g not in used and p not in right:
            used.add(g)
            right.add(p)
    return right


def judge_finds(records: Sequence[dict[str, Any]]) -> list[tuple[Attribution, bool]]:
    """Every find that stands in no other, and whether it is right."""
    documents = [make_document(one["text"], id=one["id"]) for one in records]
    judged = []
    for record, document, parse in zip(records, documents, read_documents(documents, language_model()), strict=True):
        found = [one for one in read_voices(document, parse).attributions if one.nested_in is None and one.content]
        good = matched(document.text, record["attributions"], found)
        judged += [(one, place in good) for place, one in enumerate(found)]
    return judged


def show_rules(judged: Sequence[tuple[Attribution, bool]]) -> None:
    """Rule, finds, share right, and the constant for `reliability.py` (add-one smoothed); stance on lines of its own."""
    n: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one, good in judged:
        key = f"{one.rule} stance" if one.stance else one.rule
        n[key] += 1
        right[key] += good
    for rule, count in n.most_common():
        print(f"{rule:28} n {count:5}  right {right[rule] / count:.3f}  constant {(right[rule] + 1) / (count + 2):.2f}")


def show_bands(judged: Sequence[tuple[Attribution, bool]]) -> None:
    """Band of confidence, finds, mean confidence, share right, their difference; and the mean difference weighted by finds."""
    print(f"\n{'confidence':<14}{'finds':>7}{'given':>8}{'right':>8}{'gap':>8}")
    gaps = 0.0
    for low, high in pairwise(BANDS):
        band = [(one.confidence, good) for one, good in judged if not one.stance and low <= one.confidence < high]
        if not band:
            continue
        given, right = sum(sure for sure, _ in band) / len(band), sum(good for _, good in band) / len(band)
        gaps += abs(right - given) * len(band)
        print(f"{low:.2f} to {min(high, 1.0):.2f}  {len(band):7}{given:8.3f}{right:8.3f}{right - given:+8.3f}")
    total = sum(not one.stance for one, _ in judged)
    print(f"{'all':<14}{total:7}   expected calibration error {gaps / max(1, total):.3f}; stance left out ({len(judged) - total} finds)")


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("train", "dev"), default="train")
    parser.add_argument("--every", type=int, default=6)
    parser.add_argument("--offset", type=int, default=1)
    args = parser.parse_args()
    path = Path(os.environ["FRAMING_DATA"]) / "polnear" / f"{args.part}.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()[args.offset::args.every]
    judged = judge_finds([json.loads(line) for line in lines])
    show_rules(judged)
    show_bands(judged)



if __name__ == "__main__":
    main()
