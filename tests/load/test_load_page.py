"""Saved pages: everything visible is kept, in order, with what the markup says of it."""

from __future__ import annotations

import re

import pytest

from framing.errors import ArticleError
from framing.load.page import read_page

LEAD = "The harbour council of Port Alba voted on Friday to close the ferry to the north shore, ending ninety years of service, officials said."
QUOTE = "“We could not <b>pay</b> for it,” said Ana Ruiz, the council’s chair, who had promised last year that the boats would run for good."
LAST = "The last boat leaves on Sunday at noon. Passengers will be carried by bus from Monday, and tickets stay valid until June, the company said."
PAGE = f"""<!doctype html><html lang="en"><head><title>Harbour council votes &amp; closes ferry | Alba Post</title>
<meta property="og:site_name" content="Alba Post"><script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Harbour council votes &amp;amp; closes ferry",
"datePublished": "2021-04-02T10:00:00Z", "author": [{{"@type": "Person", "name": "Ana Lorne"}}, {{"name": "Tom Berg"}}]}}]}}</script>
<style>p {{ color: red }}</style></head><body class="has-sidebar article-with-comments">
<header><nav><ul><li><a href="/">Home</a></li><li>Sport</li></ul></nav></header><main><article><header><h1>Harbour council votes &amp; closes ferry</h1>
<p class="standfirst">A long service ends.</p><div class="byline">By Ana Lorne</div></header><figure><figcaption>The ferry at dawn <span class="photo-credit">Tom Berg / Larkfield</span></figcaption></figure>
<p>{LEAD}</p><p>{QUOTE}</p><div class="related-links"><h3>Related</h3><a>Ferry fares rise again</a></div>
<h2>What comes next</h2><p>{LAST}</p></article><aside><p>Mayor eats a fish</p></aside></main>
<div id="comments"><p>winch: My brother worked on that ferry.</p></div><footer>© 2021 Alba Post</footer><script>alert("never shown")</script></body></html>"""


def read(source: str):
    return read_page(source.encode(), "a.html")


def zones(draft):
    return {draft.text[hint.span.start:hint.span.end]: (hint.zone, hint.rule) for hint in draft.hints}


def test_all_visible_text_is_kept_in_order_and_nothing_else():
    draft = read(PAGE)
    assert draft.text.split("\n\n") == [
        "Home", "Sport", "Harbour council votes & closes ferry", "A long service ends.", "By Ana Lorne", "The ferry at dawn", "Tom Berg / Larkfield", LEAD, re.sub("</?b>", "", QUOTE),
        "Related", "Ferry fares rise again", "What comes next", LAST, "Mayor eats a fish", "winch: My brother worked on that ferry.", "© 2021 Alba Post"]


def test_markup_becomes_hints():
    found = zones(read(PAGE))
    assert found["Home"][0] == "furniture"
    assert found["Harbour council votes & closes ferry"] == ("headline", "page.h1")
    assert found["A long service ends."] == ("dek", "page.class-standfirst")
    assert found["By Ana Lorne"] == ("byline", "page.class-byline")
    assert found["The ferry at dawn"] == ("caption", "page.figcaption")
    assert found["Tom Berg / Larkfield"][0] == "credit"
    assert found[LEAD] == ("body", "page.main-text")
    assert found["Ferry fares rise again"] == ("teaser", "page.class-related")
    assert found["What comes next"] == ("subhead", "page.h2")
    assert found["Mayor eats a fish"] == ("furniture", "page.aside")
    assert found["winch: My brother worked on that ferry."] == ("comments", "page.class-comments")
    assert found["© 2021 Alba Post"][0] == "furniture"


def test_facts_come_from_the_head():
    facts = read(PAGE).facts
    assert facts.title is None  # the text holds it
    assert facts.outlet is not None
    assert (facts.outlet.value, facts.outlet.origin) == ("Alba Post", "page")
    assert facts.published is not None
    assert (facts.published.value, facts.published.confidence) == ("2021-04-02", 0.95)
    assert facts.byline is not None
    assert facts.byline.value == "Ana Lorne, Tom Berg"
    assert facts.genre is not None
    assert (facts.genre.value, facts.genre.confidence) == ("news", 0.5)


def test_scripts_and_styles_are_left_out_and_counted():
    draft = read(PAGE)
    assert "never shown" not in draft.text
    (notice,) = [notice for notice in draft.notices if notice.code == "markup-left-out"]
    assert notice.message.endswith("1 script")  # the two in <head> belong to <head>


@pytest.mark.parametrize(("head", "value", "origin"), [
    ('<meta property="og:title" content="Ferry &amp;quot;closes&amp;quot; | Alba Post"><meta property="og:site_name" content="The Alba Post">', 'Ferry "closes"', "page"),
    ("<title>Ferry closes - Crane stays</title>", "Ferry closes - Crane stays", "page"),  # the tail is no outlet
    ('<title>Ferry closes - Alba Post</title><link rel="canonical" href="https://www.albapost.example/f">', "Ferry closes", "page"),
])
def test_titles_lose_their_outlet_and_their_entities(head, value, origin):
    facts = read(f"<html><head>{head}</head><body><p>{LEAD}</p><p>{LAST}</p></body></html>").facts
    assert facts.title is not None
    assert (facts.title.value, facts.title.origin) == (value, origin)


def test_a_page_without_h1_finds_its_headline_by_the_title():
    draft = read(f"<html><head><title>The Post :: Ferry closes for good</title></head><body><b>Ferry closes for good</b><br><br>{LEAD}<br><br>{LAST}</body></html>")
    assert zones(draft)["Ferry closes for good"] == ("headline", "page.is-title")


@pytest.mark.parametrize(("head", "genre"), [
    ('<meta property="article:section" content="Opinion">', "opinion"),
    ('<script type="application/ld+json">{"@type": "OpinionNewsArticle"}</script>', "opinion"),
    ('<link rel="canonical" href="https://a.example/opinion/2021/ferry">', "opinion"),
    ('<meta property="article:section" content="World news">', "news"),
    ('<meta property="article:section" content="Pinions">', None),
    ('<script type="application/ld+json">{broken</script>', None),
])
def test_genre(head, genre):
    known = read(f"<html><head>{head}</head><body><p>{LEAD}</p></body></html>").facts.genre
    assert (known.value if known else None) == genre


def test_breaks_end_lines_and_paragraphs():
    text = read("<body><p>One<br>two<br><br>three&nbsp;four</p><div>five <i>six</i><p>seven</p>eight</div></body>").text
    assert text == "One\ntwo\n\nthree\u00a0four\n\nfive six\n\nseven\n\neight"


def test_hidden_text_is_left_out_and_counted():
    draft = read(f'<body><p>{LEAD}</p><p hidden>secret</p><div style="display: none">secret <p>too</p></div><p>{LAST}</p></body>')
    assert "secret" not in draft.text
    assert "2 hidden" in next(notice.message for notice in draft.notices if notice.code == "markup-left-out")


def test_class_names_count_by_whole_words_only():
    found = zones(read(f'<body><p class="correlated">{LEAD}</p><p class="no-teaser">{LAST}</p><p class="relatedLinks">Ferry fares rise</p></body>'))
    assert found[LEAD][0] == "body"
    assert found[LAST][0] == "body"
    assert found["Ferry fares rise"][0] == "teaser"


def test_a_class_on_most_of_the_page_says_nothing():
    found = zones(read(f'<body><div class="sidebar teaser"><p>{LEAD}</p><p>{LAST}</p></div><p>End</p></body>'))
    assert found[LEAD][0] == "body"


def test_a_deep_page_loses_no_text():
    for depth in (300, 1500, 50_000):
        draft = read(f"<html><body>{'<div>' * depth}{LEAD}{'</div>' * depth}<p>{LAST}</p></body></html>")
        assert LEAD in draft.text
        assert LAST in draft.text
        assert ("page-too-deep" in [notice.code for notice in draft.notices]) is (depth > 2000)  # the parser stops at 2,048


@pytest.mark.parametrize("source", ["<html><body><script>x()</script></body></html>", "<html></html>", "<!-- only a comment -->"])
def test_a_page_that_shows_nothing(source):
    with pytest.raises(ArticleError, match="no visible text"):
        read(source)


def test_xml_heads_and_control_characters_do_no_harm():
    draft = read(f'<?xml version="1.0" encoding="utf-8"?><html><body><p>{LEAD}\x07</p><p>a &#0; b</p></body></html>')
    assert LEAD in draft.text


def test_broken_markup_is_read():
    text = read(f"<p>{LEAD}<div><b>Bold <i>both</b> slanted</i><table><tr><td>One<td>Two</table>").text
    for words in (LEAD, "Bold both slanted", "One", "Two"):
        assert words in text
