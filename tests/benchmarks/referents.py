"""Scores who is who over articles on NewsWCL50: `FRAMING_DATA=... python tests/benchmarks/referents.py [--event N] [--show]`.

For each event the five outlets are read and their referents merged as in a comparison. A gold mention of an actor, country or group counts
as found where one of our mentions (a name, a role, a label; pronouns are not annotated) shares its head: the last word of the shorter lies
inside the longer. Printed per event and in all: mentions found, B-cubed precision, recall and F1 over these (Bagga & Baldwin 1998),
and the share of our referents with two mentions or more that mix two concepts (a second concept with at least a fifth of them).

Concepts are NewsWCL50's own codes; a mention coded twice ("North and South Korea") may go to either. People coded together as "other people of X" (ACTOR-I) are
no one referent and are told apart by nobody: they are left out of B-cubed, and count
as one concept more where a referent holds them beside a coded one.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from framing import pipeline  # noqa: E402
from framing.compare.referent_chains import find_chains  # noqa: E402
from framing.compare.referents import join_chains  # noqa: E402
from framing.compare.scope import Scope  # noqa: E402
from framing.model.annotation import Annotation  # noqa: E402
from framing.model.article import Article, Span  # noqa: E402

SINGLE = ("ACTOR", "COUNTRY", "GROUP")
CODED = (*SINGLE, "ACTOR-I")
MIXED_FROM = 0.2  # share of a referent's mentions from which a second concept mixes it: one slip in ten is no merge


@dataclass(frozen=True)
class Gold:
    """A gold mention: its article, place, concepts, and whether its concept is one referent."""

    article: int
    span: Span
    concepts: frozenset[str]
    single: bool


def read_gold(folder: Path) -> dict[str, tuple[list[Article], list[Gold]]]:
    """Event -> its articles (text only, outlets in order) and mentions, places counted in the article's text."""
    rows = [json.loads(line) for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    marks = [json.loads(line) for line in (folder / "mentions.jsonl").read_text(encoding="utf-8").splitlines()]
    events: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        events[row["event"]].append(row)
    found = {}
    for event, own in sorted(events.items()):
        articles, starts = [], {}
        for k, row in enumerate(own):
            text, at = "", []
            for sentence in row["sentences"]:
                at.append(len(text))
                text += sentence + "\n\n"
            starts[row["id"]] = (k, at, row["sentences"])
            articles.append(Article(row["id"], text, row["id"], "", len(text.encode()), "utf-8", "text/plain", zones="none"))
        found[event] = articles, list(_gold(marks, starts))
    return found


def _gold(marks: list[dict[str, Any]], starts: dict[str, tuple[int, list[int], list[str]]]) -> Iterable[Gold]:
    concepts: dict[tuple[int, Span], set[str]] = defaultdict(set)
    single: dict[tuple[int, Span], bool] = {}
    for mark in marks:
        if mark["article"] not in starts or mark["code_type"] not in CODED or mark["start"] is None:
            continue
        article, at, sentences = starts[mark["article"]]
        k = mark["sent_index"]
        if k >= len(at) or sentences[k][mark["start"]:mark["end"]] != mark["mention"]:
            continue
        key = article, Span(at[k] + mark["start"], at[k] + mark["end"])
        concepts[key].add(mark["concept"])
        single[key] = single.get(key, True) and mark["code_type"] in SINGLE
    for (article, span), named in sorted(concepts.items()):
        yield Gold(article, span, frozenset(named), single[article, span])


def last_word(text: str, span: Span) -> int:
    """Where the last word of a span begins."""
    words = text[span.start:span.end].rstrip(" .,'’\"").removesuffix("'s").removesuffix("’s")
    return span.start + max(words.rfind(mark) for mark in " \n") + 1


def same_mention(text: str, ours: Span, gold: Span) -> bool:
    """Whether two spans name by the same head."""
    short, long = sorted((ours, gold), key=lambda span: span.end - span.start)
    return (long.start <= last_word(text, short) < long.end and last_word(text, short) == last_word(text, long)) or ours == gold


def groups_of(annotations: list[Annotation]) -> list[list[tuple[int, Span]]]:
    """Our referents as mentions (article, span): names, roles and labels, no pronouns."""
    chains = [chain for k, annotation in enumerate(annotations) for chain in find_chains(Scope(annotation, 0, k))]
    groups = []
    for group, _ in join_chains(chains):
        spans = {(chain.place, label.span) for chain in group for label in chain.labels}
        for chain in group:
            spans |= {(chain.place, mention.span) for entity in annotations[chain.place].reading.entities
                      if (entity.name, entity.kind) == (chain.name, chain.kind) for mention in entity.mentions if mention.form != "pronoun"}
        groups.append(sorted(spans))
    return groups


def b_cubed(pairs: list[tuple[int, frozenset[str]]]) -> tuple[float, float]:
    """B-cubed precision and recall of (our group, gold concepts) pairs; two mentions are one where their concepts meet."""
    if not pairs:
        return 0.0, 0.0
    precision = recall = 0.0
    for group, concepts in pairs:
        ours = [other for other in pairs if other[0] == group]
        theirs = [other for other in pairs if other[1] & concepts]
        right = sum(bool(other[1] & concepts) for other in ours)
        precision += right / len(ours)
        recall += right / len(theirs)
    return precision / len(pairs), recall / len(pairs)


def score(articles: list[Article], gold: list[Gold], tools: pipeline.Tools, *, show: bool) -> dict[str, Any]:
    """One event's figures."""
    annotations = pipeline.annotate(articles, tools)
    by_article: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    groups = groups_of(annotations)
    for number, group in enumerate(groups):
        for article, span in group:
            by_article[article].append((number, span))
    matched: list[tuple[int, Gold]] = []
    for one in gold:
        text = articles[one.article].text
        fitting = [(abs(span.start - one.span.start) + abs(span.end - one.span.end), number) for number, span in by_article[one.article]
                   if span.overlaps(one.span) and same_mention(text, span, one.span)]
        if fitting:
            matched.append((min(fitting)[1], one))
    pairs = [(number, one.concepts) for number, one in matched if one.single]
    precision, recall = b_cubed(pairs)
    held = {number: [one for group, one in matched if group == number] for number in {number for number, _ in matched}}
    mixed = {number: told_apart(mine) for number, mine in held.items() if is_mixed(told_apart(mine))}
    both = coded_both_ways(articles, gold)
    surely = [number for number in mixed if is_mixed(told_apart([one for one in held[number] if words_of(articles, one) not in both]))]
    several = [number for number, mine in held.items() if len(mine) > 1]
    if show:
        for number, counts in sorted(mixed.items(), key=lambda it: -it[1].total()):
            print("   mixed:", sorted({articles[a].text[s.start:s.end].replace("\n", " ") for a, s in groups[number]})[:8], dict(counts))
        _print_split(matched)
    n_single = sum(one.single for one in gold)
    return {"gold": n_single, "found": len(pairs), "p": precision, "r": recall, "f1": f1(precision, recall), "groups": len(held), "several": len(several), "mixed": len(mixed), "surely": len(surely)}


def told_apart(mentions: list[Gold]) -> Counter[str]:
    """Concepts of one referent's mentions; one coded twice counts as the concept most of them have, residual codes as one."""
    codes = [one.concepts if one.single else frozenset({"other people"}) for one in mentions]
    votes = Counter(concept for named in codes for concept in sorted(named))
    return Counter(max(sorted(named), key=lambda concept: votes[concept]) for named in codes)


def is_mixed(counts: Counter[str]) -> bool:
    """Whether a second concept has a fair part of the mentions."""
    return len(counts) > 1 and counts.most_common(2)[1][1] >= MIXED_FROM * counts.total()


def words_of(articles: list[Article], one: Gold) -> str:
    """A mention's words, folded, without its article."""
    return articles[one.article].text[one.span.start:one.span.end].casefold().removeprefix("the ")


def coded_both_ways(articles: list[Article], gold: list[Gold]) -> frozenset[str]:
    """Words that the data codes now under one concept, now under another ("CIA director": the man, and his country): no witnesses."""
    seen: dict[str, set[frozenset[str]]] = defaultdict(set)
    for one in gold:
        seen[words_of(articles, one)].add(one.concepts)
    return frozenset(words for words, codes in seen.items() if not frozenset.intersection(*codes))


def _print_split(matched: list[tuple[int, Gold]]) -> None:
    """Concepts whose mentions lie in several referents."""
    by_concept: dict[str, Counter[int]] = defaultdict(Counter)
    for number, one in matched:
        if one.single:
            by_concept[min(one.concepts)][number] += 1
    for concept, counts in sorted(by_concept.items(), key=lambda it: -it[1].total())[:8]:
        print(f"   {concept}: {counts.total()} mentions in {len(counts)} referents, the largest {counts.most_common(4)}")


def f1(precision: float, recall: float) -> float:
    """Their harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main() -> None:
    """All events, or one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--event")
    parser.add_argument("--show", action="store_true", help="what was mixed and what was split")
    given = parser.parse_args()
    events = read_gold(Path(os.environ["FRAMING_DATA"]) / "newswcl50")
    tools, rows = pipeline.load_tools(), []
    print(f"{'event':8}{'gold':>6}{'found':>7}{'P':>7}{'R':>7}{'F1':>7}{'mixed':>10}")
    for event, (articles, gold) in events.items():
        if given.event not in (None, event):
            continue
        row = score(articles, gold, tools, show=given.show)
        rows.append(row)
        print(f"{event:8}{row['gold']:6}{row['found']:7}{row['p']:7.3f}{row['r']:7.3f}{row['f1']:7.3f}{row['mixed']:5} of {row['several']:<3}")
    n = sum(row["found"] for row in rows)
    precision, recall = (sum(row[key] * row["found"] for row in rows) / n for key in ("p", "r"))
    mixed, several, groups, surely = (sum(row[key] for row in rows) for key in ("mixed", "several", "groups", "surely"))
    print(f"{'all':8}{sum(row['gold'] for row in rows):6}{n:7}{precision:7.3f}{recall:7.3f}{f1(precision, recall):7.3f}"
          f"{mixed:5} of {several:<3} = {mixed / several:.3f} ({mixed / groups:.3f} of all {groups} referents; "
          f"{surely} = {surely / groups:.3f} without words that the data codes both ways)")


if __name__ == "__main__":
    main()
