"""How fast the tool is, beside spaCy as installed, in one run on one core.

    python tests/benchmarks/speed.py [--articles 40] [--rounds 3]

Prints a table: `framing --help` and `framing compare` as whole processes; annotating articles of about 750 words made from the
bundled events, and the same text through all of spaCy's pipes as installed (its own matrix kernel, every sentence). Ratios
within one run are what counts; machines are noisy.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy is imported: one core each
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"
WORDS = 750

_SPACY = """
import sys, time, json
import spacy
from framing.nlp.model import installed_model
texts = json.load(sys.stdin)
nlp = spacy.load(installed_model())
list(nlp.pipe(texts[:1]))
start = time.process_time()
for _ in nlp.pipe(texts):
    pass
print(time.process_time() - start)
"""


def seconds(action: Callable[[], object]) -> float:
    """Wall seconds of one call."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def long_articles(n: int) -> list[str]:
    """`n` texts of about `WORDS` words, from the bundled events' counted text, each beginning at another paragraph."""
    from framing.clean import clean_article
    from framing.load import load_articles

    documents = [clean_article(article) for article in load_articles([str(path) for path in sorted(SEEDS.iterdir()) if path.is_dir()]).articles]
    paragraphs = [" ".join(d.text[s.start:s.end] for s in p.spans) for d in documents for p in d.paragraphs if p.zone == "body"]
    texts = []
    for k in range(n):
        kept: list[str] = []
        i = 7 * k
        while sum(len(one.split()) for one in kept) < WORDS:
            kept.append(paragraphs[i % len(paragraphs)])
            i += 1
        texts.append("\n\n".join(kept))
    return texts


def annotate_rate(texts: list[str]) -> tuple[float, float]:
    """Processor seconds an article for annotating everything, tools loaded, and for comparing two of them."""
    from framing import pipeline
    from framing.load import load_articles

    with tempfile.TemporaryDirectory() as folder:
        for k, text in enumerate(texts):
            Path(folder, f"{k:03}.txt").write_text(text, encoding="utf-8")
        articles = load_articles([folder], zones="none").articles
    tools = pipeline.load_tools()
    pipeline.annotate(articles[:2], tools)
    start = time.process_time()
    pipeline.annotate(articles, tools)
    each = (time.process_time() - start) / len(articles)
    pair = list(articles[:2])
    both = seconds(lambda: pipeline.compare(pair, tools, pipeline.Settings(force=True)))
    return each, both


def spacy_rate(texts: list[str]) -> float:
    """Processor seconds an article for all pipes as installed, in a process of its own (the kernel is chosen at import)."""
    import json

    done = subprocess.run([sys.executable, "-c", _SPACY], input=json.dumps(texts), capture_output=True, text=True, check=True)
    return float(done.stdout) / len(texts)


def command(*words: str) -> Callable[[], object]:
    """A run of the command line as a whole process."""
    return lambda: subprocess.run([sys.executable, "-m", "framing", *words], capture_output=True, check=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    texts = long_articles(args.articles)
    rows = [("framing --help, cold", statistics.median(seconds(command("--help")) for _ in range(5)), "s")]
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for k in range(2):
            paths.append(str(Path(folder, f"{k}.txt")))
            Path(paths[-1]).write_text("\n\n".join([texts[k], texts[k + 2][:1500]]), encoding="utf-8")
        compare = command("-q", "compare", *paths, "--zones", "none", "--force", "-o", str(Path(folder, "out")))
        rows.append(("framing compare, two articles of 1,000 words, cold", statistics.median(seconds(compare) for _ in range(3)), "s"))
    ours, theirs, both = [], [], []
    for _ in range(args.rounds):
        each, pair = annotate_rate(texts)
        ours.append(each)
        both.append(pair)
        theirs.append(spacy_rate(texts))
    rows += [("framing compare, the same, once loaded", statistics.median(both), "s"),
             ("framing annotate, 750-word articles a second a core", 1 / statistics.median(ours), "/s"),
             ("spaCy, all pipes as installed, the same articles", 1 / statistics.median(theirs), "/s"),
             ("ratio, pair by pair, median", statistics.median(b / a for a, b in zip(ours, theirs, strict=True)), "x")]
    for name, value, unit in rows:
        print(f"{name:<55} {value:8.2f} {unit}")


if __name__ == "__main__":
    main()
