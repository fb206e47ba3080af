"""How large reports are and how long writing one takes, against the limits that were set for them.

    python tests/benchmarks/report_size.py [--articles 2,20] [--words 1000] [--parts]

Each article is made from the counted text of one bundled event's articles, so that all report the same event. Prints a row a size: bytes of report.html (with gzip's beside), processor seconds of the report
stage: page, charts, every default format, written to disk; once in a fresh process, with imports and first drawings, once again. `--parts`
adds what each section of the page weighs. Exit status 1 where a limit is passed. Limits: two articles of 1,000 words 250 kB and 1.5 s
(the second time), twenty 2 MB; no report over 10 MB.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy is imported: one core each
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import gzip
import re
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

EVENT: Final = Path(__file__).parents[2] / "seeds/change-of-power"
LIMITS: Final = {2: (250_000, 1.5), 20: (2_000_000, None)}  # articles -> bytes of report.html, seconds
CAP: Final = 10_000_000


def event_articles(n: int, words: int) -> list[str]:
    """`n` texts of about `words` words, a headline first, from the event's counted text.

    Up to as many as the event has articles, each takes whole articles of its own, and paragraphs of another event where they do not
    suffice, as news brings background: two reporters do not share paragraphs. Beyond that, each is another rotation of all paragraphs.
    """
    documents = counted(EVENT)
    others = [one for folder in sorted(EVENT.parent.iterdir()) if folder.is_dir() and folder != EVENT for _, body in counted(folder) for one in body]
    every = [one for _, body in documents for one in body]
    texts = []
    for k in range(n):
        own = [one for _, body in documents[k::n] for one in body]
        pool = own + others[k * len(others) // n:] if own else every[k % len(every):] + every
        kept: list[str] = []
        while sum(len(one.split()) for one in kept) < words:
            kept.append(pool[len(kept) % len(pool)])
        texts.append("\n\n".join([documents[k % len(documents)][0], *kept]))
    return texts


def counted(event: Path) -> list[tuple[str, list[str]]]:
    """Headline and body paragraphs of each article of a bundled event."""
    from framing.clean import clean_article
    from framing.load import load_articles

    documents = [clean_article(article) for article in load_articles([str(event)]).articles]
    return [(d.headline() or "News", [" ".join(d.text[s.start:s.end] for s in p.spans) for p in d.paragraphs if p.zone == "body"]) for d in documents]


def compared(n: int, words: int) -> object:
    """A comparison of `n` such articles."""
    from framing import pipeline
    from framing.load import load_articles

    with tempfile.TemporaryDirectory() as folder:
        for k, text in enumerate(event_articles(n, words)):
            Path(folder, f"outlet-{k:02}.txt").write_text(text, encoding="utf-8")
        articles = load_articles([folder]).articles
    return pipeline.compare(articles, pipeline.load_tools(), pipeline.Settings(force=True))


def write_seconds(made: object) -> tuple[float, Path]:
    """Processor seconds of writing a report of every default format, and its page."""
    from framing.report.write import write_report

    folder = Path(tempfile.mkdtemp())
    start = time.process_time()
    write_report(made, folder / "out")  # type: ignore[arg-type]
    return time.process_time() - start, folder / "out/report.html"


def parts(html: str) -> list[tuple[str, int]]:
    """Bytes of the page's style sheet and of each section, largest first."""
    found = [("style sheet", len("".join(re.findall(r"<style>.*?</style>", html, re.DOTALL)).encode()))]
    found += [(f"section {name}", len(body.encode())) for name, body in re.findall(r'<section[^>]* id="?([^" >]+)[^>]*>(.*?)</section>', html, re.DOTALL)]
    found.append(("drawings, wherever they stand", len("".join(re.findall(r"<svg.*?</svg>", html, re.DOTALL)).encode())))
    return sorted(found, key=lambda row: -row[1])


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", default="2,20")
    parser.add_argument("--words", type=int, default=1000)
    parser.add_argument("--parts", action="store_true")
    asked = parser.parse_args()
    over = False
    print(f"{'articles':>8} {'html kB':>9} {'gzip kB':>9} {'first s':>8} {'again s':>8}  limit")
    for n in (int(one) for one in asked.articles.split(",")):
        made = compared(n, asked.words)
        first, _ = write_seconds(made)
        again, page = write_seconds(made)
        html = page.read_bytes()
        most, longest = LIMITS.get(n, (CAP, None))
        passed = len(html) > most or (longest is not None and again > longest)
        over = over or passed
        limit = f"{most // 1000} kB" + (f", {longest} s" if longest else "") + (": PASSED" if passed else "")
        print(f"{n:>8} {len(html) / 1000:>9.1f} {len(gzip.compress(html)) / 1000:>9.1f} {first:>8.2f} {again:>8.2f}  {limit}")
        if asked.parts:
            print("".join(f"{'':10}{size / 1000:>8.1f} kB  {name}\n" for name, size in parts(html.decode())), end="")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
