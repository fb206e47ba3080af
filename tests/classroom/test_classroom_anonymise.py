"""What the class sees of an article: the story alone, its outlet hidden in every form, and a way back to the original."""

from __future__ import annotations

import itertools
import re

import pytest
from class_packs import EVENTS, article, bare_annotation, comparison_of, pack_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.classroom.texts.anonymise import HIDING, place, restore, show_article
from framing.classroom.texts.identity import name_forms, writers
from framing.model.article import Span
from framing.model.exercise import PackArticle
from framing.model.pack_options import PackOptions

LEAD = "Soldiers who backed the speaker held the broadcaster until noon and then gave it up, officials said on Tuesday."


def show(text: str, *, outlet: str | None = "The Ostrel Banner", hide: bool = True, words: int = 800, outlets: dict[str, str] | None = None, **facts: str) -> PackArticle:
    names = outlets if outlets is not None else ({outlet: "[this outlet]"} if outlet else {})
    return show_article(bare_annotation(article(text, "one", outlet=outlet, **facts)), story=0, code="Source A", outlets=names, words=words, hide=hide)


def body(sentence: str, **facts: str) -> str:
    """The shown text of an article whose second paragraph is the sentence."""
    return show(f"Assembly Speaker Takes Oath in Ostrel\n\n{LEAD}\n\n{sentence}\n\n{LEAD}", **facts).text


@pytest.mark.parametrize(("sentence", "kind", "words"), [
    ("He told the Banner on Monday that the room was ready for everybody.", "outlet", "the Banner"),
    ("He told The Ostrel Banner on Monday that the room was ready for all.", "outlet", "The Ostrel Banner"),
    ("Reporters of the Ostrel Banner's night desk saw the bus leave at noon.", "outlet", "Ostrel Banner"),
    ("The THE OSTREL BANNER logo was on the bus that left at noon on Monday.", "outlet", "THE OSTREL BANNER"),
    ("He told this newspaper on Monday that the room was ready for everybody.", "self", "this newspaper"),
    ("Our correspondent saw the bus leave the gate at noon on Monday alone.", "self", "Our correspondent"),
    ("The list stands at https://banner.example/news/list?id=4 for all to read.", "url", "https://banner.example/news/list?id=4"),
    ("The list stands at www.banner.example for everybody who wants to read it.", "url", "www.banner.example"),
    ("Write to desk@banner.example if you saw the bus leave the gate at noon.", "url", "desk@banner.example"),
    ("Many wrote under #OstrelRises that the bus had left the gate at noon.", "hashtag", "#OstrelRises"),
    ("The clerk wrote to @ostrelbanner that the bus had left the gate at noon.", "handle", "@ostrelbanner"),
    ("Ruth Calloran saw the bus leave the gate at noon on the same Monday.", "byline", "Ruth Calloran"),
])
def test_what_tells_the_outlet_is_replaced_and_listed(sentence, kind, words):
    shown = show(f"Assembly Speaker Takes Oath in Ostrel\n\n{LEAD}\n\n{sentence}\n\n{LEAD}", byline="Ruth Calloran")
    found = [(one.kind, one.words) for one in shown.replacements if one.kind in HIDING]
    assert (kind, words) in found
    assert words not in shown.text


@pytest.mark.parametrize("sentence", [
    "A banner hung from the balcony of the assembly on the whole of Monday.",        # the noun, not the paper
    "He ranked #1 in a poll of the town, and the mayor ranked fourth on Monday.",    # no letter: a rank
    "This agreement holds until noon, and that paper bridge does not hold.",         # "this" before another noun
    "The Banners of the guard were carried home by the soldiers at noon.",           # a longer word
])
def test_near_misses_stay(sentence):
    assert sentence in body(sentence)


def test_a_street_of_the_papers_name_is_hidden_too():
    """Once too often rather than once too little; the teacher sees it in the list of replacements."""
    assert "[this outlet] Street" in body("The Banner Street bridge was closed to all traffic on the same Monday.")


def test_another_outlet_of_the_pack_is_called_by_its_code():
    shown = body("Talmin told the news agency Orrin that the room was fixed for Friday.", outlets={"The Ostrel Banner": "[this outlet]", "Orrin": "[Source B]"})
    assert "told the news agency [Source B] that" in shown


def test_agency_in_the_dateline_and_credits_go():
    text = ("Assembly Speaker Takes Oath in Ostrel\n\nOSTREL (Orrin) — " + LEAD + "\n\nThe speaker waves in Ostrel, October 9, 2018. | Photo: Orrin\n\n" + LEAD
            + "\n\n© Orrin / Ramon Tiel\n\n" + LEAD)
    shown = show(text, outlet=None)
    assert "OSTREL ([agency]) — Soldiers" in shown.text
    assert "Photo" not in shown.text
    assert "Ramon" not in shown.text
    assert {"agency", "credit"} <= {one.kind for one in shown.replacements}


def test_leftovers_are_warned_of():
    shown = show(f"Assembly Speaker Takes Oath in Ostrel\n\n{LEAD}\n\nThe minister told Reuters and did not answer our questions about Calloran.\n\n{LEAD}",
                 byline="Ruth Calloran")
    left = [shown.text[one.start:one.end] for one in shown.leftovers]
    assert left == ["Reuters", "our questions", "Calloran"]


def test_nothing_is_hidden_where_that_is_wanted_and_menus_still_go():
    text = f"Home | World | Sport\n\nAssembly Speaker Takes Oath in Ostrel\n\nBy Ruth Calloran\n\n{LEAD} He told the Banner so.\n\n{LEAD}"
    shown = show(text, hide=False)
    assert "the Banner" in shown.text
    assert "Sport" not in shown.text
    assert shown.leftovers == ()


def test_the_excerpt_ends_with_a_paragraph_and_never_without_one():
    long = "\n\n".join(f"{LEAD} It was part {k} of the day." for k in range(20))
    shown = show(f"Assembly Speaker Takes Oath in Ostrel\n\n{long}", words=100)  # 6 of the headline and 24 a paragraph: 6 + 3 * 24 = 78, a fourth makes 102
    assert len(shown.text.split()) <= 100
    assert shown.text.endswith("It was part 2 of the day.")
    assert LEAD in show(f"Assembly Speaker Takes Oath in Ostrel\n\n{long}", words=60).text


def test_markdown_signs_are_left_out_of_markdown_alone():
    text = f"# Assembly Speaker Takes Oath in Ostrel\n\n*{LEAD}* He told the *Banner* so.\n\n{LEAD}"
    assert "*" not in show(text, media_type="text/markdown").text
    assert "[this outlet] so." in show(text, media_type="text/markdown").text
    assert "5 * 3 = 15" in body("The clerk wrote that 5 * 3 = 15 on the board of the assembly on Monday.")


def test_a_title_given_apart_stands_above_the_text_without_the_outlet():
    shown = show(f"{LEAD}\n\n{LEAD} And more.", title="Speaker takes oath | The Ostrel Banner")
    assert shown.headline is not None
    assert shown.text[shown.headline.start:shown.headline.end] == "Speaker takes oath | [this outlet]"


@pytest.mark.parametrize(("name", "among", "never"), [
    ("The New York Times", ("The New York Times", "New York Times", "the Times", "NYT"), ("York", "Times")),
    ("BBC News", ("BBC News", "BBC"), ("News", "BN")),
    ("Associated Press", ("Associated Press", "AP"), ("Associated", "Press")),
    ("Fenside Today", ("Fenside Today", "FensideToday"), ("Today", "the Today", "FT", "Fenside")),
    ("United Sun", ("United Sun", "the Sun"), ("US",)),
    ("Orrin", ("Orrin",), ("O",)),
])
def test_forms_of_a_name(name, among, never):
    forms = name_forms(name)
    assert set(among) <= set(forms)
    assert not set(never) & set(forms)
    assert [len(form) for form in forms] == sorted((len(form) for form in forms), reverse=True)


def test_writers_of_a_byline():
    assert writers("By Ada Merrow and Tobias Finch") == ("Ada Merrow", "Tobias Finch")
    assert writers("Celia Brantholm, Transport Editor") == ("Celia Brantholm", "Transport Editor")
    assert writers("staff") == ()
    assert writers(None) == ()


@pytest.mark.parametrize("event", EVENTS)
def test_the_bundled_events_name_no_outlet_and_give_the_original_back(event):
    pack, comparison = pack_of(event), comparison_of(event)
    outlets = [one.document.article.outlet.value for one in comparison.annotations if one.document.article.outlet]
    for shown, annotation in zip(pack.articles, comparison.annotations, strict=True):
        assert restore(shown) == annotation.document.text
        for outlet in outlets:
            for form in name_forms(outlet):
                assert not re.search(rf"(?<!\w){re.escape(form)}(?!\w)", shown.text), f"{shown.article}: {form}"
        for word in ("READ MORE", "RELATED", "Photo", "©", "http"):
            assert word not in shown.text


_PIECES = st.sampled_from(["Orrin", "(Orrin)", "told this newspaper", "#Vote", "@orrin", "https://orrin.example/x", "READ MORE: Orrin says", "\n\n", "\n", " ", "\u00a0\u00a0",
                           "•  ", "*so*", "By Ruth Calloran", "© Orrin / Ramon Tiel", LEAD, "Soldiers left at noon.", "🚨", "\ud83d", "TORVASK (Orrin) —", "x" * 30])


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PIECES, min_size=1, max_size=14).map(" ".join), st.booleans(), st.integers(5, 60))
def test_changes_put_back_give_the_original(text, hide, words):
    if not text.strip():
        return
    shown = show(text, outlet="Orrin", byline="Ruth Calloran", hide=hide, words=words)
    assert restore(shown) == text
    places = [one.span for one in shown.replacements]
    assert places == sorted(places)
    assert all(a.end <= b.start for a, b in itertools.pairwise(places))
    assert all(text[one.span.start:one.span.end] == one.words for one in shown.replacements)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PIECES, min_size=1, max_size=10).map(" ".join), st.integers(0, 200), st.integers(1, 80))
def test_a_placed_span_lies_in_the_shown_text_and_holds_its_words(text, start, length):
    shown = show(text, outlet="Orrin", byline="Ruth Calloran")
    span = Span(min(start, max(len(text) - 1, 0)), min(start + length, len(text)))
    if span.start >= span.end:
        return
    where = place(shown.replacements, span)
    if where is None:
        return
    assert 0 <= where.start < where.end <= len(shown.text)
    if not any(one.span.overlaps(span) or (one.span.start == one.span.end and span.start < one.span.start < span.end) for one in shown.replacements):
        assert shown.text[where.start:where.end] == text[span.start:span.end]


def test_options_name_every_fault_at_once():
    problems = PackOptions(types=(), items=1, version="C", paper="A3", excerpt_words=5, language="fr", level="silly", minutes=2).problems()  # type: ignore[arg-type]
    assert [one.split(":")[0] for one in problems] == ["types", "level", "items", "version", "paper", "language", "excerpt_words", "minutes"]
    assert PackOptions().problems() == ()
