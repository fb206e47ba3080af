"""The main job on the bundled events, held against their gold keys: voices, verdicts, shifts, and what must never be printed."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from framing import pipeline
from framing.errors import FramingError, NotComparableError
from framing.load import load_articles
from framing.model.comparison import Comparison
from framing.model.document import COUNTED_ZONES

SEEDS = Path(__file__).parents[1] / "seeds"
EVENTS = sorted(path.parent.name for path in SEEDS.glob("*/gold.toml"))


@cache
def tools() -> pipeline.Tools:
    return pipeline.load_tools()


@cache
def comparison_of(event: str) -> Comparison:
    loaded = load_articles([str(SEEDS / event)])
    return pipeline.compare(loaded.articles, tools(), pipeline.Settings(force=True), failures=loaded.failures)


each_event = pytest.mark.parametrize("event", EVENTS)


@each_event
def test_every_finding_speaks_of_articles_whose_passages_it_cites(event):
    comparison = comparison_of(event)
    assert comparison.findings
    for finding in comparison.findings:
        letters = {"ABCDEFGH"[one.article] for one in finding.evidence}
        named = {word.strip(".,;:") for word in finding.sentence.replace("“", " “").split()} & set("ABCDEFGH"[:len(comparison.annotations)])
        assert named <= letters | {"A"}, finding.sentence     # "A" opens sentences as an article too
        assert len(letters) >= 2
        for one in finding.evidence:
            text = comparison.annotations[one.article].document.text
            assert 0 <= one.span.start < one.span.end <= len(text)


@each_event
def test_every_span_lies_inside_its_text_and_every_label_stands_there(event):
    for annotation in comparison_of(event).annotations:
        text = annotation.document.text
        for label in annotation.labels:
            assert " ".join(text[label.span.start:label.span.end].split()) == label.label
        for term in (*annotation.loaded_terms, *annotation.considered):
            assert 0 <= term.span.start < term.span.end <= len(text)
            assert 0 <= term.confidence <= 1
        for one in annotation.reading.attributions:
            for span in (*one.source, *one.cue, *one.content, *one.via):
                assert 0 <= span.start < span.end <= len(text)


@each_event
def test_voices_do_not_overlap(event):
    for annotation in comparison_of(event).annotations:
        voices = annotation.reading.voices
        assert all(a.span.end <= b.span.start for a, b in pairwise(voices))


@each_event
def test_only_hits_of_counted_zones_reach_the_numbers(event):
    comparison = comparison_of(event)
    for place, annotation in enumerate(comparison.annotations):
        row = next(m for m in comparison.metrics if m.article == annotation.id and m.metric == "loaded_terms_per_thousand" and m.voice == "own")
        story = comparison.stories[place]
        mine = [t for t in annotation.loaded_terms if t.voice == "own" and t.zone in COUNTED_ZONES
                and any(b.story == story and b.span.holds(t.span) for b in annotation.document.blocks)]
        assert row.n == len(mine)


@each_event
def test_swapping_two_articles_mirrors_the_comparison(event):
    articles = load_articles([str(SEEDS / event)]).articles[:2]
    settings = pipeline.Settings(force=True)
    there = pipeline.compare(articles, tools(), settings)
    back = pipeline.compare(articles[::-1], tools(), settings)
    gaps = {(d.metric, d.category): d for d in back.differences}
    for one in there.differences:
        other = gaps[one.metric, one.category]
        assert one.clear == other.clear
        if one.difference is not None and other.difference is not None:
            assert one.difference == pytest.approx(-other.difference)
    assert {d.verdict for d in there.comparability} == {d.verdict for d in back.comparability}
    assert {frozenset((p.a, p.b)) for p in there.alignments[0].pairs} == {frozenset((p.a, p.b)) for p in back.alignments[0].pairs}
    assert [f.kind for f in there.findings] == [f.kind for f in back.findings]


def test_the_caption_of_many_nations_is_never_the_agencys_own():
    comparison = comparison_of("change-of-power")
    agency = next(a for a in comparison.annotations if a.id == "orrin")
    rows = [one for one in agency.labels if "rightful" in one.label]
    assert rows
    assert all(one.voice == "attributed" and one.zone == "caption" for one in rows)


def test_a_charge_that_one_asserts_and_another_credits():
    comparison = comparison_of("change-of-power")
    pairs = list(combinations([a.id for a in comparison.annotations], 2))
    shifts = {pairs[k] for k, one in enumerate(comparison.alignments) for p in one.pairs if p.relation == "voice-shift"}
    assert any("ostrel-banner" in pair for pair in shifts)


def test_a_page_of_four_stories_is_compared_on_the_shared_one():
    comparison = comparison_of("market-day")
    place = next(k for k, a in enumerate(comparison.annotations) if a.id == "fenside-today")
    assert comparison.stories[place] == 2
    row = next(c for c in comparison.comparability if "fenside-today" in (c.a, c.b) and "marrowby-mercury" in (c.a, c.b))
    assert row.verdict == "same-event"


@pytest.mark.parametrize("n", [0, 1, 21])
def test_too_few_or_too_many_articles(n):
    articles = load_articles([str(SEEDS / "change-of-power")]).articles[:1] * n
    with pytest.raises(FramingError, match="2 to 20 articles"):
        pipeline.compare(articles, tools())


def test_different_events_are_refused_with_the_reasons():
    power = load_articles([str(SEEDS / "change-of-power" / "orrin.txt")]).articles
    strike = load_articles([str(SEEDS / "harbour-strike" / "sallow-tribune.txt")]).articles
    with pytest.raises(NotComparableError, match="different event"):
        pipeline.compare((*power, *strike), tools())
    forced = pipeline.compare((*power, *strike), tools(), pipeline.Settings(force=True))
    assert "forced" in forced.banner


def test_an_article_of_menus_alone_is_an_error_with_a_way_out(tmp_path):
    (tmp_path / "menu.txt").write_text("• Live\n• Radio\n• facebook\n", encoding="utf-8")
    articles = (*load_articles([str(tmp_path)]).articles, *load_articles([str(SEEDS / "change-of-power" / "orrin.txt")]).articles)
    with pytest.raises(FramingError, match="--zones none"):
        pipeline.compare(articles, tools())
