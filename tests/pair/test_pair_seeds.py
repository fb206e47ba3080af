"""The verdicts on the seed events: what their keys say of each pair of stories."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from framing.clean import clean_article
from framing.load import load_articles
from framing.model.document import Document
from framing.pair.comparability import judge
from framing.pair.events import pair_documents

SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def documents(folder: Path) -> dict[str, Document]:
    """The cleaned articles of one event by file name."""
    key = tomllib.loads((folder / "gold.toml").read_text(encoding="utf-8"))
    names = {row["id"]: row["file"] for row in key["article"]}
    return {names[article.id]: clean_article(article) for article in load_articles([folder]).articles}


def keyed_pairs() -> Iterator[tuple[Path, str, int, str, int, str]]:
    for key in sorted(SEEDS.glob("*/gold.toml")):
        for row in tomllib.loads(key.read_text(encoding="utf-8")).get("pair", []):
            yield key.parent, row["a"], row.get("story_a", 0), row["b"], row.get("story_b", 0), row["verdict"]


@pytest.mark.parametrize(("folder", "a", "story_a", "b", "story_b", "verdict"), list(keyed_pairs()))
def test_verdict_of_the_key(folder, a, story_a, b, story_b, verdict):
    found = judge(documents(folder)[a], documents(folder)[b], story_a=story_a, story_b=story_b)
    assert (found.verdict, found.a.story, found.b.story) == (verdict, story_a, story_b)


@pytest.mark.parametrize("folder", sorted({row[0] for row in keyed_pairs()}), ids=lambda folder: folder.name)
def test_all_articles_of_an_event_together(folder):
    """In one collection the same pairs stand together."""
    known = documents(folder)
    pairing = pair_documents(list(known.values()))
    cluster_of = {tuple(ref): number for number, cluster in enumerate(pairing.clusters) for ref in cluster.members}
    for _, a, story_a, b, story_b, verdict in (row for row in keyed_pairs() if row[0] == folder):
        together = cluster_of[known[a].article.id, story_a] == cluster_of[known[b].article.id, story_b]
        assert together is (verdict in {"same-event", "near-duplicate"}), (a, b)


def test_articles_of_different_events_are_different():
    folders = sorted({row[0] for row in keyed_pairs()})
    for left, right in combinations(folders, 2):
        assert {judge(a, b).verdict for a in documents(left).values() for b in documents(right).values()} == {"different"}
