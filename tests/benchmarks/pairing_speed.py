"""Seconds and peak memory of pairing made-up articles: `python tests/benchmarks/pairing_speed.py [1000 5000 20000]`.

Each article draws its words from the bundled seed texts, most of them from those of its own made-up event, with a seeded generator;
each size is run in a process of its own, since peak memory never falls.
"""

from __future__ import annotations

import random
import re
import resource
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

SIZES = (1_000, 5_000, 20_000)
SEEDS = Path(__file__).parents[2] / "seeds"
PER_EVENT, SENTENCES, WORDS = 4, 12, 18


def make_texts(n: int) -> list[tuple[str, str]]:
    """(text, day) of n articles, four an event; each event has its own 40 words of the seeds and twelve made-up names."""
    rng = random.Random(11)
    found = {word for path in sorted(SEEDS.glob("*/*.txt")) for word in re.findall(r"[a-z]{4,}", path.read_text(encoding="utf-8"))}
    words = sorted(found)
    texts = []
    for _event in range((n + PER_EVENT - 1) // PER_EVENT):
        own = rng.sample(words, 40) + ["".join(rng.choices("abdeiklmnoprstu", k=7)).capitalize() for _ in range(12)]
        day = date(2018, 1, 1) + timedelta(days=rng.randrange(365))
        for _ in range(min(PER_EVENT, n - len(texts))):
            lines = [" ".join(rng.choices(own, k=WORDS // 2) + rng.choices(words, k=WORDS - WORDS // 2)).capitalize() + "." for _ in range(SENTENCES)]
            texts.append((" ".join(lines), (day + timedelta(days=rng.randrange(2))).isoformat()))
    return texts


def run(n: int) -> str:
    """One line of the table: articles, seconds of pairing, peak memory of the whole process and before pairing, clusters."""
    from framing.clean import clean_article
    from framing.model.article import Article, Known
    from framing.pair.events import pair_documents

    documents = [clean_article(Article(str(k), text, str(k), "", len(text), "utf-8", "text/plain", published=Known(day, "made", 1.0), zones="none"))
                 for k, (text, day) in enumerate(make_texts(n))]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    pairing = pair_documents(documents)
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return f"{n:>7,} articles  {seconds:7.1f} s  {peak / 1024:7.0f} MB ({before / 1024:.0f} MB before)  {len(pairing.clusters):,} events"


def main() -> None:
    """The table, a process a size."""
    if sys.argv[1:2] == ["--one"]:
        print(run(int(sys.argv[2])))
        return
    for size in map(int, sys.argv[1:] or map(str, SIZES)):
        subprocess.run([sys.executable, __file__, "--one", str(size)], check=True)


if __name__ == "__main__":
    main()
