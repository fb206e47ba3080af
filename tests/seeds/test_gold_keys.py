"""Every gold key fits its texts, and every event holds what its folder promises."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from gold import (
    Anchor,
    GoldArticle,
    GoldEvent,
    GoldKeyError,
    attribution_spans,
    find_anchor,
    find_from,
    line_spans,
    page_text,
    read_event,
    read_events,
    zone_spans,
)
from gold import find_all as find_everywhere

from framing.model.article import Span
from framing.model.document import COUNTED_ZONES, VOICES, ZONES
from framing.model.findings import SourceType

SEEDS = Path(__file__).parents[2] / "seeds"
EVENTS = read_events(SEEDS)
PAGES = [(event, article) for event in EVENTS for article in event.articles]
PLAIN_PAGES = [(event, article) for event, article in PAGES if not article.file.endswith(".html")]

each_event = pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.folder.name)
each_page = pytest.mark.parametrize(("event", "article"), PAGES, ids=lambda one: getattr(one, "file", ""))
each_plain_page = pytest.mark.parametrize(("event", "article"), PLAIN_PAGES, ids=lambda one: getattr(one, "file", ""))


def text_of(event: GoldEvent, file: str) -> str:
    """A page's text, with a check that the key knows the page."""
    return page_text(event.folder / event.article(file).file)


@each_event
def test_each_file_of_the_folder_is_in_the_key(event: GoldEvent) -> None:
    beside = {"README.md", "gold.toml", "framing.toml"}
    pages = {path.name for path in event.folder.iterdir()} - beside
    assert pages == {article.file for article in event.articles}
    assert (event.folder / "README.md").read_text(encoding="utf-8").count("MIT") == 1


@each_plain_page
def test_each_line_has_one_zone_row(event: GoldEvent, article: GoldArticle) -> None:
    text = text_of(event, article.file)
    rows = Counter(span for span, row in zone_spans(text, article) if not row.part)
    assert set(rows) == set(line_spans(text))
    assert max(rows.values()) == 1


@pytest.mark.parametrize(("event", "article"), [page for page in PAGES if page not in PLAIN_PAGES], ids=lambda one: getattr(one, "file", ""))
def test_each_paragraph_of_a_page_of_markup_has_a_zone_row(event: GoldEvent, article: GoldArticle) -> None:
    text = text_of(event, article.file)
    rows = {span for span, row in zone_spans(text, article) if not row.part}
    paragraphs = {line for line in line_spans(text) if line.end - line.start > 60}
    assert len(paragraphs) > 8
    assert paragraphs <= rows


@each_page
def test_zone_rows_name_known_zones_and_stories_in_order(event: GoldEvent, article: GoldArticle) -> None:
    found = zone_spans(text_of(event, article.file), article)
    for span, row in found:
        assert {row.zone, *row.also} <= set(ZONES), row
        assert span.start < span.end
    lines = [span for span, row in found if not row.part]
    assert lines == sorted(lines)
    stories = [row.story for _, row in found]
    assert sorted(set(stories)) == list(range(len(article.headlines)))
    assert stories == sorted(stories)


@each_page
def test_a_part_lies_inside_a_line_of_another_zone(event: GoldEvent, article: GoldArticle) -> None:
    found = zone_spans(text_of(event, article.file), article)
    for part, row in found:
        around = [other.zone for span, other in found if not other.part and span.holds(part)]
        assert not row.part or (len(around) == 1 and around[0] != row.zone), row.anchor


@each_page
def test_attributions_resolve(event: GoldEvent, article: GoldArticle) -> None:
    text = text_of(event, article.file)
    for row in article.attributions:
        found = attribution_spans(text, row)
        for span in (*found.source, *found.cue, *found.content, *found.via):
            assert 0 <= span.start < span.end <= len(text)
        assert found.content or row.optional, row.at
        assert not any(cue.overlaps(said) for cue in found.cue for said in found.content), row.at
        assert set(row.kinds) <= {"direct", "indirect", "mixed"}
        assert set(row.source_types) <= set(SourceType.__args__)  # type: ignore[attr-defined]
        assert row.zone in COUNTED_ZONES


@each_page
def test_a_direct_attribution_is_in_quotation_marks(event: GoldEvent, article: GoldArticle) -> None:
    text = text_of(event, article.file)
    for row in article.attributions:
        said = [text[slice(*span)] for span in attribution_spans(text, row).content]
        if row.kinds == ("direct",):
            assert all(words[0] in '"“‘' for words in said), row.at
        if row.kinds == ("indirect",):
            assert not any(mark in words for words in said for mark in '"“”'), row.at


@each_page
def test_labels_and_loaded_terms_stand_in_the_zone_named(event: GoldEvent, article: GoldArticle) -> None:
    text = text_of(event, article.file)
    lines = [(span, row.zone) for span, row in zone_spans(text, article) if not row.part]
    for row in (*article.labels, *article.loaded):
        place = find_from(text, row.text, at=row.at)
        around = [zone for span, zone in lines if span.holds(place)]
        assert row.voice in VOICES
        assert (row.speaker is None) == (row.voice in {"own", "scare"}), row
        if around or not article.file.endswith(".html"):
            assert around == [row.zone], row


@each_page
def test_silent_terms_say_why_and_are_not_the_outlets_own(event: GoldEvent, article: GoldArticle) -> None:
    for row in article.loaded:
        assert row.silent == bool(row.why), row
        if row.silent and row.voice == "own":
            assert row.zone not in COUNTED_ZONES or "meant" in row.why, row


@each_page
def test_headlines_and_date(event: GoldEvent, article: GoldArticle) -> None:
    text = text_of(event, article.file)
    for headline in article.headlines:
        assert find_everywhere(text, headline), headline
    assert date.fromisoformat(article.published).year > 2000
    assert article.genre in {"news", "opinion"}
    assert article.id == Path(article.file).stem


@each_event
def test_event_rows_resolve(event: GoldEvent) -> None:
    texts = {article.file: text_of(event, article.file) for article in event.articles}
    for row in event.aligned:
        assert find_anchor(texts[row.a_file], row.a) < (len(texts[row.a_file]), 0)
        assert find_anchor(texts[row.b_file], row.b) < (len(texts[row.b_file]), 0)
        assert {row.voice_a, row.voice_b} <= set(VOICES)
        assert row.relation in {"same-voice", "voice-shift", "numbers-differ", "related"}
        assert (row.relation == "voice-shift") == (("own" in {row.voice_a, row.voice_b}) and row.voice_a != row.voice_b), row
    for only in event.only_in:
        assert find_anchor(texts[only.file], only.text)
        assert only.not_in in texts
    for never in event.never:
        assert find_everywhere(texts[never.file], never.label.text), never


@each_event
def test_what_is_only_in_one_could_be_known_by_the_dates(event: GoldEvent) -> None:
    for row in event.only_in:
        published, other = event.article(row.file).published, event.article(row.not_in).published
        if row.could_know is False:
            assert published > other, row
        if row.could_know is True:
            assert published < other, row


@each_event
def test_no_own_label_is_among_those_never_to_be_printed(event: GoldEvent) -> None:
    for row in event.never:
        own = [label.text.text.casefold() for label in event.article(row.file).labels
               if label.voice == "own" and label.zone in COUNTED_ZONES]
        assert row.label.text.casefold() not in own, row


@each_event
def test_what_is_never_to_be_printed_stands_only_in_other_zones_or_in_attributed_words(event: GoldEvent) -> None:
    for row in event.never:
        article, text = event.article(row.file), text_of(event, row.file)
        attributed = [span for item in article.attributions for span in attribution_spans(text, item).content]
        aside = [span for span, zone in zone_spans(text, article) if zone.zone not in COUNTED_ZONES]
        for place in find_everywhere(text, row.label.text):
            assert any(span.holds(place) for span in (*attributed, *aside)), (row, place)


@each_event
def test_own_terms_stand_outside_attributed_words(event: GoldEvent) -> None:
    for article in event.articles:
        text = text_of(event, article.file)
        spoken = [span for item in article.attributions if not item.optional for span in attribution_spans(text, item).content]
        for row in article.loaded:
            place = find_from(text, row.text, at=row.at)
            if row.zone in COUNTED_ZONES:
                assert any(span.holds(place) for span in spoken) == (row.voice in {"attributed", "quoted"}) or row.silent, row


@each_event
def test_each_name_of_a_person_is_used(event: GoldEvent) -> None:
    texts = [text_of(event, article.file) for article in event.articles]
    for names in event.same_person:
        assert len(set(names)) >= 2
        for name in names:
            assert any(find_everywhere(text, name) for text in texts), name


@each_event
def test_every_two_articles_have_a_verdict_or_none_of_their_stories_do(event: GoldEvent) -> None:
    stories = {(article.file, story) for article in event.articles for story in range(len(article.headlines))}
    seen = set()
    for row in event.pairs:
        assert {(row.a, row.story_a), (row.b, row.story_b)} <= stories
        assert row.verdict in {"same-event", "same-topic", "near-duplicate", "different"}
        key = frozenset({(row.a, row.story_a), (row.b, row.story_b)})
        assert key not in seen, row
        seen.add(key)
    across = {frozenset({a, b}) for a in stories for b in stories if a[0] != b[0]}
    assert seen >= across


@each_event
def test_each_event_has_what_it_promises(event: GoldEvent) -> None:
    assert len(event.articles) >= 3
    assert sum(article.complete for article in event.articles) >= 2
    for article in event.articles:
        spoken = [row for row in article.attributions if not row.optional]
        assert len(spoken) >= (10 if article.complete else 6), article.file
    assert any(row.voice == "own" for article in event.articles for row in article.loaded)
    assert any(row.silent for article in event.articles for row in article.loaded)
    assert any(row.relation == "voice-shift" for row in event.aligned)
    assert event.only_in
    assert event.same_person
    assert event.never


@each_plain_page
def test_length_of_body(event: GoldEvent, article: GoldArticle) -> None:
    text = text_of(event, article.file)
    n_words = sum(len(text[slice(*span)].split()) for span, row in zone_spans(text, article) if row.zone == "body")
    assert 300 <= n_words <= 800, n_words


def test_the_events_are_there() -> None:
    assert [event.folder.name for event in EVENTS] == ["change-of-power", "harbour-strike", "market-day"]
    assert {path.name for path in SEEDS.iterdir()} == {"README.md", *(event.folder.name for event in EVENTS)}


def test_the_mess_that_the_notes_promise() -> None:
    pages = {article.file: text_of(event, article.file) for event, article in PAGES}
    for file in ("orrin.txt", "fenside-today.txt"):
        assert pages[file].count("\u00a0") > 40       # no-break spaces
        assert "\u0441rowd" in pages[file] or "\u0441olleague" in pages[file]  # a Cyrillic letter before Latin ones
    assert "falsly" in pages["ostrel-banner.txt"]
    assert "repeatly" in pages["fenside-today.txt"]
    opening = next(line for line in pages["sallow-tribune.txt"].split("\n") if line.startswith("“They sent"))
    assert "”" not in opening                         # a quotation that goes on in the next paragraph
    assert not any(line.startswith("Vornin") for line in pages["orrin.txt"].split("\n"))  # its lines are indented


def test_wire_copy_printed_twice_is_nearly_the_same_text() -> None:
    event = next(event for event in EVENTS if event.folder.name == "harbour-strike")
    copies = []
    for file in ("northlight.txt", "quay-gazette.txt"):
        text = text_of(event, file)
        copies.append({text[slice(*span)] for span, row in zone_spans(text, event.article(file)) if row.zone == "body"})
    assert len(copies[0] & copies[1]) / min(map(len, copies)) >= 0.75


# ---- the reader itself: a text made by hand ----

SAID = "He said he left.\nThe rest is said in haste; he said so.\n    «Hat» said nobody.\n"
# line 1 starts at 0, line 2 at 17, line 3 at 56 and, after its spaces, at 60


@pytest.mark.parametrize(("words", "places"), [
    ("He", [Span(0, 2)]),                       # not the "he" of line 2, nor the "He" inside a longer word
    ("said", [Span(3, 7), Span(29, 33), Span(47, 51), Span(66, 70)]),
    ("hat", []),                                # case counts
    ("he left.", [Span(8, 16)]),                # an end that is a mark needs no word boundary
    ("left. The", [Span(11, 20)]),              # a space stands for a line end too
    ("The [...] haste", [Span(17, 42)]),        # an elision: up to the first "haste"
])
def test_find_all_by_hand(words: str, places: list[Span]) -> None:
    assert find_everywhere(SAID, words) == places


def test_an_anchor_that_stands_twice_needs_nth() -> None:
    with pytest.raises(GoldKeyError, match="4 times"):
        find_anchor(SAID, Anchor("said"))
    assert find_anchor(SAID, Anchor("said", 2)) == Span(29, 33)
    with pytest.raises(GoldKeyError, match="nth = 5"):
        find_anchor(SAID, Anchor("said", 5))


def test_a_missing_anchor_is_an_error() -> None:
    with pytest.raises(GoldKeyError, match="not in the text"):
        find_anchor(SAID, Anchor("claimed"))


def test_at_narrows_to_the_rest_of_its_line_then_to_the_rest_of_the_text() -> None:
    assert find_from(SAID, Anchor("said"), at=Anchor("in haste")) == Span(47, 51)
    assert find_from(SAID, Anchor("nobody"), at=Anchor("in haste")) == Span(71, 77)
    with pytest.raises(GoldKeyError):
        find_from(SAID, Anchor("left"), at=Anchor("in haste"))


def test_lines_leave_out_white_space() -> None:
    assert [SAID[slice(*span)] for span in line_spans(SAID)][-1] == "«Hat» said nobody."
    assert list(line_spans(" \n\u00a0\n")) == []


def test_a_page_of_markup_is_read_as_its_reader_sees_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html><head><title>Not seen</title><script>var x = 1</script></head><body><h1>A  head</h1>"
                    "<p>One <b>bold</b>\nword<br>after</p><script>no()</script></body></html>", encoding="utf-8")
    assert page_text(page) == "A head\nOne bold word\nafter"


def test_a_key_without_its_fields_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "gold.toml").write_text('title = "x"\n', encoding="utf-8")
    with pytest.raises(KeyError):
        read_event(tmp_path)


def test_an_unknown_file_is_an_error() -> None:
    with pytest.raises(GoldKeyError, match="no article"):
        EVENTS[0].article("nowhere.txt")
