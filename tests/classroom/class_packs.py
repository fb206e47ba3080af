"""What the classroom's tests build on: comparisons of the bundled events and of short texts, made once a run."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from framing import pipeline
from framing.classroom.build import build_pack
from framing.classroom.texts.material import Material, gather
from framing.clean import clean_article
from framing.load import load_articles
from framing.model.annotation import Annotation, Reading
from framing.model.article import Article, Known
from framing.model.comparison import Comparison
from framing.model.exercise import Exercise, Item, Pack
from framing.model.findings import Readability
from framing.model.pack_options import PackOptions
from framing.model.parse import Parse

SEEDS = Path(__file__).parents[2] / "seeds"
EVENTS = sorted(path.parent.name for path in SEEDS.glob("*/gold.toml"))


@cache
def tools() -> pipeline.Tools:
    return pipeline.load_tools()


@cache
def comparison_of(event: str) -> Comparison:
    """All articles of a bundled event, compared."""
    loaded = load_articles([str(SEEDS / event)])
    return pipeline.compare(loaded.articles, tools(), pipeline.Settings(force=True))


@cache
def pack_of(event: str, options: PackOptions | None = None) -> Pack:
    return build_pack(comparison_of(event), options or PackOptions())


def article(text: str, name: str, *, outlet: str | None = None, published: str | None = "2018-10-09", **facts: str) -> Article:
    """An article as if it had been read from a file."""
    data = text.encode("utf-8", "surrogatepass")

    def known(value: str | None) -> Known | None:
        return Known(value, "option", 1.0) if value else None

    return Article(name, text, f"{name}.txt", hashlib.sha256(data).hexdigest(), len(data), "utf-8", facts.get("media_type", "text/plain"), outlet=known(outlet),
                   published=known(published), byline=known(facts.get("byline")), title=known(facts.get("title")), url=known(facts.get("url")))


@cache
def compare_texts(*texts: str) -> Comparison:
    """Short texts compared by the whole pipeline, whatever they report."""
    articles = [article(text, f"text-{k}", outlet=f"Outlet {'ABCDEF'[k]}aper") for k, text in enumerate(texts)]
    return pipeline.compare(articles, tools(), pipeline.Settings(force=True))


def material_of(comparison: Comparison, **options: object) -> Material:
    return gather(comparison, PackOptions(**options))  # type: ignore[arg-type]


def bare_annotation(given: Article) -> Annotation:
    """A cleaned article in which nothing was looked for: enough for what the class is shown of it."""
    document = clean_article(given)
    reading = Reading(document, Parse.build((), (), (), (), "none"), (), (), ())
    return Annotation(reading, (), (), (), Readability(0, 0, None, None, None, None, None, None, "none"))


def exercise_of(pack: Pack, kind: str) -> Exercise:
    return next(one for one in pack.exercises if one.type == kind)


def items_of(pack: Pack) -> list[Item]:
    return [item for one in pack.exercises for item in one.items]


def answers_of(item: Item) -> Mapping[str, str]:
    """Each part's words with the words of its expected option."""
    words = {one.id: one.text for one in item.options}
    expected = {row.part: words.get(row.option, row.option) for row in item.key if row.tier == "expected"}
    return {part.text: expected[part.id] for part in item.parts}
