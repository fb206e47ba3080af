"""Cleaning against the hand-made keys of `seeds/`: each line of each page in its zone and story."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from framing.clean import clean_article
from framing.load import load_articles
from framing.model.article import Span
from framing.model.document import Document

ROOT = Path(__file__).parents[2]


def _gold() -> ModuleType:
    """The reader of the keys; test folders are no packages, so it is loaded by its place."""
    spec = importlib.util.spec_from_file_location("seed_gold", ROOT / "tests" / "seeds" / "gold.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["seed_gold"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


gold = _gold()
ARTICLES = [pytest.param(event.folder / article.file, article, id=f"{event.folder.name}/{article.file}")
            for event in gold.read_events(ROOT / "seeds") for article in event.articles]


def clean_file(path: Path) -> Document:
    """The one article of a file, cleaned."""
    loaded = load_articles([path])
    assert loaded.failures == ()
    return clean_article(loaded.articles[0])


def zone_of(document: Document, span: Span) -> tuple[str, int, str]:
    """Zone, story and rule of most letters of a span: a line's dateline or link address does not speak for the line."""
    shares: dict[tuple[str, int, str], int] = {}
    for block in document.blocks:
        key = (block.zone, block.story, block.rule)
        shares[key] = shares.get(key, 0) + max(0, min(span.end, block.span.end) - max(span.start, block.span.start))
    return max(shares, key=lambda key: shares[key])


@pytest.mark.parametrize(("path", "article"), ARTICLES)
def test_zones_and_stories_agree_with_the_key(path, article):
    document = clean_file(path)
    wrong = []
    for span, row in gold.zone_spans(document.text, article):
        zone, story, rule = zone_of(document, span)
        if zone not in {row.zone, *row.also} or story != row.story:
            wrong.append(f"{document.text[span.start:span.end][:50]!r}: {zone} {story} ({rule}), key says {row.zone} {row.story}")
    assert wrong == []


@pytest.mark.parametrize(("path", "article"), ARTICLES)
def test_headline_and_date_agree_with_the_key(path, article):
    document = clean_file(path)
    headlines = [document.headline(story.index) for story in document.stories]
    assert [line for line in headlines if line] == list(article.headlines)
    assert document.article.published is not None
    assert document.article.published.value == article.published


@pytest.mark.parametrize(("path", "article"), ARTICLES)
def test_outlet_agrees_with_the_key_and_genre_does_not_clash(path, article):
    loaded = load_articles([path]).articles[0]
    assert loaded.outlet is not None
    assert loaded.outlet.value == article.outlet
    assert loaded.genre is None or loaded.genre.value == article.genre
