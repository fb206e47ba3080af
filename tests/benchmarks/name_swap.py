"""Whether tone hangs on who is named: `FRAMING_DATA=... python tests/benchmarks/name_swap.py [--every N] [--show]`.

On sentences of NewsMTSC (train) whose target is the name of a person, by the recogniser ("Friday" and "Judge Gorsuch" are none). "exchanged": sentences with two named targets, whose names change places;
"replaced": the target's name gives way to that of the next such target of as many words. In each the polarity towards whoever now
stands in the place must be what it was. Printed: share of polarities unchanged, and how many turned from plus to minus or back.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from framing.clean import clean_article  # noqa: E402
from framing.lexicons.tone_model import load_tone_model  # noqa: E402
from framing.measure.tone import judge_mention  # noqa: E402
from framing.model.annotation import Reading  # noqa: E402
from framing.model.article import Article, Span  # noqa: E402
from framing.nlp.model import load_model  # noqa: E402
from framing.nlp.read import read_documents  # noqa: E402
from framing.text.swaps import swap_names  # noqa: E402

NAME = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*")
NO_NAMES = frozenset(["i", "he", "she", "it", "they", "we", "you", "his", "her", "their", "its", "my", "our", "the", "this", "that", "these", "those"])
Case = tuple[str, Span, str, Span]  # sentence and mention before, sentence and mention after


def is_name(row: dict[str, Any]) -> bool:
    """Whether a target is named (no pronoun, no common noun)."""
    return NAME.fullmatch(row["target"]) is not None and row["target"].split()[0].lower() not in NO_NAMES


def people(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows whose target is a whole name of a person to the recogniser."""
    texts = list(dict.fromkeys(row["sentence"] for row in rows))
    documents = [clean_article(Article(str(k), text, str(k), "", len(text.encode()), "utf-8", "text/plain", zones="none")) for k, text in enumerate(texts)]
    persons: set[tuple[str, Span]] = set()
    for first in range(0, len(documents), 500):
        batch = documents[first:first + 500]
        for document, parse in zip(batch, read_documents(batch, load_model()), strict=True):
            persons |= {(document.text, name.span) for name in parse.names if name.kind == "PERSON"}
    return [row for row in rows if (row["sentence"], Span(row["start"], row["end"])) in persons]


def exchanged(rows: list[dict[str, Any]]) -> Iterator[Case]:
    """Cases from sentences with two named targets that share no word."""
    by_sentence: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_sentence[row["sentence"]].append(row)
    for sentence, mine in by_sentence.items():
        names = list(dict.fromkeys(row["target"] for row in mine))
        if len(names) != 2 or set(names[0].split()) & set(names[1].split()):
            continue
        swapped = swap_names(sentence, {names[0]: names[1], names[1]: names[0]})
        for row in mine:
            span = Span(row["start"], row["end"])
            yield sentence, span, swapped.text, swapped.place(span)


def replaced(rows: list[dict[str, Any]]) -> Iterator[Case]:
    """Cases with the target's name replaced by the next target's of as many words."""
    by_length: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_length[len(row["target"].split())].append(row)
    for mine in by_length.values():
        for row, other in zip(mine, (*mine[1:], mine[0]), strict=True):
            if row["target"] != other["target"]:
                swapped = swap_names(row["sentence"], {row["target"]: other["target"]})
                span = Span(row["start"], row["end"])
                yield row["sentence"], span, swapped.text, swapped.place(span)


def judge(cases: list[Case]) -> list[tuple[int, int] | None]:
    """Polarity before and after of each case; None where a mention was not read."""
    texts = list(dict.fromkeys(text for before, _, after, _ in cases for text in (before, after)))
    documents = [clean_article(Article(str(k), text, str(k), "", len(text.encode()), "utf-8", "text/plain", zones="none")) for k, text in enumerate(texts)]
    language, tone = load_model(), load_tone_model()
    readings: dict[str, Reading] = {}
    for first in range(0, len(documents), 500):
        batch = documents[first:first + 500]
        readings |= {document.text: Reading(document, parse, (), (), ()) for document, parse in zip(batch, read_documents(batch, language), strict=True)}
    found: list[tuple[int, int] | None] = []
    for before, span, after, moved in cases:
        old, new = (judge_mention(readings[text], at, model=tone) for text, at in ((before, span), (after, moved)))
        found.append((old[0], new[0]) if old and new else None)
    return found


def unchanged(pairs: list[tuple[int, int] | None]) -> tuple[int, int, int]:
    """(polarities that stayed, that turned from one side to the other, in all)."""
    kept = [pair for pair in pairs if pair is not None]
    return sum(old == new for old, new in kept), sum(old * new < 0 for old, new in kept), len(kept)


def main() -> None:
    """Both ways of exchanging, or a sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, help="about one sentence in N")
    parser.add_argument("--show", action="store_true", help="the cases that changed")
    given = parser.parse_args()
    path = Path(os.environ["FRAMING_DATA"]) / "newsmtsc" / "train.jsonl"
    rows = people([row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()) if is_name(row) and zlib.crc32(row["sentence"].encode()) % given.every == 0])
    for name, cases in (("exchanged", list(exchanged(rows))), ("replaced", list(replaced(rows)))):
        pairs = judge(cases)
        stayed, turned, n = unchanged(pairs)
        print(f"{name}: {stayed} of {n} polarities unchanged = {stayed / max(n, 1):.4f}; {turned} turned round")
        if given.show:
            for (before, span, after, moved), pair in zip(cases, pairs, strict=True):
                if pair is not None and pair[0] != pair[1]:
                    print(f"  {pair[0]:+d} -> {pair[1]:+d}  [{before[span.start:span.end]} -> {after[moved.start:moved.end]}]  {before[:150]}")


if __name__ == "__main__":
    main()
