"""How fast the term lists are matched: `python tests/benchmarks/automaton_speed.py [--seed N] [--megabytes N]`.

Prints, on made-up text of the lists' own words and fillers: megabytes a second and core of the automaton pass with its word edges, of
the candidates with their meanings, and the time of the whole word stage as a share of parsing. Seconds are processor seconds, so that
other work on the machine counts little. Aims: 15 MB/s on some 5,000 forms, and under 5 % of the parse.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from sys import path

path.insert(0, str(Path(__file__).parents[1]))

from sample_documents import make_document

from framing.annotate import read_voices
from framing.lexicons.inflect import surface_forms
from framing.lexicons.lexicon import Lexicon, load_lexicon
from framing.measure.loaded_terms import find_loaded_terms
from framing.nlp.model import load_model
from framing.nlp.read import read_documents

FILLERS = ["the", "council", "of", "the", "port", "met", "on", "a", "long", "day", "and", "the", "report", "was", "read", "by", "the", "clerk", "before", "noon", "when", "rain", "fell", "over", "mill", "bridge", "road", "market", "and", "the", "ferry", "left", "with", "nine", "people", "aboard", "for", "the", "island"]
ONE_IN = 60  # words of a text for each form of the lists: about what news holds
REPEATS = 5


def made_up_text(forms: list[str], *, megabytes: float, seed: int) -> str:
    """Sentences of fillers with a form of the lists now and then."""
    rng = random.Random(seed)
    words: list[str] = []
    size = 0
    while size < megabytes * 1_000_000:
        sentence = [rng.choice(forms) if rng.random() < 1 / ONE_IN else rng.choice(FILLERS) for _ in range(rng.randint(8, 30))]
        words.append(" ".join(sentence).capitalize() + ".")
        size += len(words[-1]) + 1
    return " ".join(words)


def best(work: Callable[[], object]) -> float:
    """Processor seconds of the fastest of some runs."""
    times = []
    for _ in range(REPEATS):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def speeds(lexicon: Lexicon, text: str) -> dict[str, float]:
    """Megabytes a second of each part of the pass."""
    size = len(text.encode()) / 1_000_000
    automaton = lexicon._automaton
    return {"automaton with its word edges": size / best(lambda: list(automaton.finditer(text))),
            "candidates with their meanings": size / best(lambda: lexicon.candidates(text))}


def share_of_parse(lexicon: Lexicon, text: str) -> tuple[float, float]:
    """Seconds of parsing some documents, and of the word stage on them (medians of three)."""
    documents = [make_document(text[k:k + 20_000].rpartition(". ")[0] + ".") for k in range(0, 100_000, 20_000)]
    model = load_model()
    read_documents(documents[:1], model)
    parsing, matching = [], []
    for _ in range(3):
        begun = time.process_time()
        parses = read_documents(documents, model)
        parsing.append(time.process_time() - begun)
        readings = [read_voices(*pair) for pair in zip(documents, parses, strict=True)]
        begun = time.process_time()
        for reading in readings:
            find_loaded_terms(reading, lexicon=lexicon)
        matching.append(time.process_time() - begun)
    return statistics.median(parsing), statistics.median(matching)


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--megabytes", type=float, default=5)
    given = options.parse_args()
    lexicon = load_lexicon()
    forms = sorted({text for entry in lexicon.entries for form in entry.forms for text, _ in surface_forms(form, entry.pos)})
    print(f"{sum(len(entry.forms) for entry in lexicon.entries):,} forms, {len(forms):,} spellings")
    text = made_up_text(forms, megabytes=given.megabytes, seed=given.seed)
    for name, speed in speeds(lexicon, text).items():
        print(f"{name}: {speed:.1f} MB/s on one core")
    parsing, matching = share_of_parse(lexicon, text)
    print(f"word stage: {matching:.2f} s beside {parsing:.2f} s of parsing, {matching / parsing:.1%}")


if __name__ == "__main__":
    main()
