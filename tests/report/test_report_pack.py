"""The packed page is the same document: what a parser builds from it is what it builds from the page as laid out."""

from __future__ import annotations

import re
from typing import Any

import pytest
import report_builders as build
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from framing.report.pack import pack
from framing.report.to_html import to_html
from framing.report.write import render

html5lib = pytest.importorskip("html5lib", reason="needs html5lib")
MAKERS = {"two": build.comparison, "hostile": build.hostile, "three": lambda: build.many(3), "six": lambda: build.many(6)}


def rounded(name: str, value: str) -> str:
    return re.sub(r"\d+\.\d+", lambda number: f"{float(number.group()):.1f}".removesuffix(".0"), value) if name == "d" else value


def tree(node: Any) -> tuple[Any, ...]:
    """Name, attributes, and children with the words between them; white space at either end of words is left out."""
    words = (node.text or "").strip()
    attributes = sorted((name, rounded(name, value)) for name, value in node.attrib.items())
    return str(node.tag), attributes, words, [(tree(child), (child.tail or "").rstrip()) for child in node]


def parsed(html: str) -> tuple[Any, ...]:
    return tree(html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html))


@pytest.mark.parametrize("name", MAKERS)
def test_a_packed_page_is_the_same_document_in_fewer_bytes(name):
    html = to_html(MAKERS[name]())
    packed = pack(html)
    assert parsed(packed) == parsed(html)
    assert len(packed.encode()) < 0.95 * len(html.encode())
    assert pack(packed) == packed


def test_the_policy_still_admits_the_style_sheet():
    html = render(build.comparison(), formats=("html",))["report.html"].decode()
    style = re.search(r"<style>.*?</style>", to_html(build.comparison()), re.DOTALL)
    assert style is not None
    assert style.group() in html


@given(st.text(max_size=60))
def test_words_that_look_like_markup_stay_as_they_are(text):
    html = f'<!doctype html><html lang="en"><title>x</title><body><ul><li title="{escape(text)}">{escape(text)}</li>\n</ul></body></html>'
    build_from = html5lib.HTMLParser(namespaceHTMLElements=False).parse
    one, two = build_from(html), build_from(pack(html))
    assert "".join(two.itertext()).strip() == "".join(one.itertext()).strip()
    assert [node.attrib for node in two.iter()] == [node.attrib for node in one.iter()]


@pytest.mark.parametrize(("given_html", "packed"), [
    ('<p class="a b" id="c">', '<p class="a b" id=c>'),
    ('<a href="#ev3">[3]</a>', "<a href=#ev3>[3]</a>"),
    ('<path d="M1.25 0.06L10.00 3.5" class="x"/>', '<path d="M1.2 0.1L10 3.5" class="x"/>'),
    ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul><li>a<li>b</ul>"),
    ("<div><p>a</p>\n<p>b</p>\n<ul><li>c</li></ul></div>", "<div><p>a<p>b<ul><li>c</ul></div>"),
    ("<div><p>a</p></div><p>b</p> c", "<div><p>a</div><p>b</p> c"),
    ("<p>a</p><span>b</span>", "<p>a</p><span>b</span>"),
    ("words of </span> <b>c</b>", "words of </span> <b>c</b>"),
])
def test_packing_by_hand(given_html, packed):
    assert pack(given_html) == packed
