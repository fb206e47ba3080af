"""How often each attribution rule is right, on annotated development articles: where the confidences come from.

Run as `FRAMING_DATA=... PYTHONPATH=.:tests python tests/benchmarks/attribution_reliability.py [--every 6] [--offset 1]`; reads the training part of PolNeAR.
A find is right when some annotated attribution's content overlaps its own, matched one to one, most overlap first.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sample_documents import language_model, make_document

from framing.annotate.read import read_voices
from framing.model.findings import Attribution
from framing.nlp.read import read_documents


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


def count_rules(records: Sequence[dict[str, Any]]) -> tuple[Counter[str], Counter[str]]:
    """(finds, right finds) by rule; a rule's finds of stance are counted as "rule stance"."""
    documents = [make_document(one["text"], id=one["id"]) for one in records]
    n: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for record, document, parse in zip(records, documents, read_documents(documents, language_model()), strict=True):
        found = [one for one in read_voices(document, parse).attributions if one.nested_in is None and one.content]
        good = matched(document.text, record["attributions"], found)
        for place, one in enumerate(found):
            key = f"{one.rule} stance" if one.stance else one.rule
            n[key] += 1
            right[key] += place in good
    return n, right


def main() -> None:
    """Print the table: rule, finds, share right, and the constant for `reliability.py` (add-one smoothed)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=6)
    parser.add_argument("--offset", type=int, default=1)
    args = parser.parse_args()
    path = Path(os.environ["FRAMING_DATA"]) / "polnear" / "train.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()[args.offset::args.every]
    n, right = count_rules([json.loads(line) for line in lines])
    for rule, count in n.most_common():
        print(f"{rule:28} n {count:5}  right {right[rule] / count:.3f}  constant {(right[rule] + 1) / (count + 2):.2f}")


if __name__ == "__main__":
    main()
