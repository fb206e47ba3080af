"""The HTML page read as a file: one file, nothing that runs or fetches, links that lead somewhere."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
import report_builders as build

from framing.report.to_html import FRAGMENT_BYTES, clauses, joined, style_hash, to_fragment, to_html
from framing.report.view import Badge, Text

MAKERS = [build.comparison, build.hostile, lambda: build.many(3), lambda: build.many(6)]


class Reader(HTMLParser):
    """Tags, attributes and words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    def all(self, name: str) -> list[str]:
        return [value or "" for _, attrs in self.tags for key, value in attrs.items() if key == name]


@pytest.mark.parametrize("make", MAKERS)
def test_nothing_in_the_page_runs_or_fetches(make):
    page = Reader(to_html(make()))
    names = Counter(tag for tag, _ in page.tags)
    assert not {"script", "link", "img", "iframe", "object", "embed", "image", "use", "base", "audio", "video"} & set(names)
    attributes = {key for _, attrs in page.tags for key in attrs}
    assert not [key for key in attributes if key.startswith("on") or key in {"style", "src", "srcset", "action", "background"}]
    assert all(link.startswith("#") for link in page.all("href"))
    style = re.search(r"<style>(.*?)</style>", to_html(make()), re.DOTALL)[1]
    assert not re.search(r"@import|url\(|http|expression", style)


@pytest.mark.parametrize("make", MAKERS)
def test_ids_are_unique_and_every_link_and_label_finds_one(make):
    page = Reader(to_html(make()))
    ids = Counter(page.all("id"))
    assert [name for name, n in ids.items() if n > 1] == []
    links = [link[1:] for link in page.all("href")]
    named = [name for value in page.all("aria-labelledby") for name in value.split()]
    assert [name for name in (*links, *named) if name not in ids] == []
    assert len(links) > 50


def test_evidence_is_linked_both_ways():
    html = to_html(build.comparison())
    cited = set(re.findall(r'href="#(ev\d+)"', html))
    listed = re.findall(r'<li id="(ev\d+)">.*?</li>', html, re.DOTALL)
    assert cited == set(listed)
    for entry in re.findall(r'<li id="ev\d+">(.*?)</li>', html, re.DOTALL):
        assert re.search(r'Used in [a-z ]+ <a href="#(f|n|w|wa|t|s|p|o)\d+">\d+</a>', entry)
        assert re.search(r'<a href="#t[AB]-s\d+">Lines? \d+[^<]*, sentences? \d+[^<]*, characters \d+–\d+</a>', entry)


def test_the_policy_admits_the_one_style_sheet_by_its_hash():
    html = to_html(build.comparison())
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)[1]
    assert policy == f"default-src 'none'; style-src '{style_hash(style)}'; base-uri 'none'; form-action 'none'"
    assert '<meta name="referrer" content="no-referrer">' in html


def test_hostile_words_are_shown_as_words():
    html = to_html(build.hostile())
    words = "".join(Reader(html).words)
    assert "<script>alert(1)</script>" in words
    assert "\x1b" not in html
    assert "\x00" not in html
    assert "\u202e" not in html
    assert "\\x1b[31m\\u202eevil\\x00" in words


def test_a_title_of_five_thousand_letters_is_cut_with_a_notice():
    draft = build.draft_a()
    draft.text = draft.text.replace("illegal", "illegal" + "x" * 5000)
    draft.terms.clear(), draft.labels.clear()
    long = build.Draft(draft.id, draft.text, "Outlet " * 800, "2031-03-12", draft.zones)
    made = replace(build.comparison(), annotations=(long.done(), build.draft_b().done()), findings=(), alignments=(), referents=(), speakers=())
    page = Reader(to_html(made))
    words = "".join(page.words)
    assert "[... cut here: 5,053 characters in the file]" in words  # the headline of 53 letters and the 5,000 more
    assert "[... cut here: 5,599 characters in the file]" in words


def test_two_articles_of_a_thousand_words_stay_under_250_kb_and_twenty_under_2_mb():
    a, b = build.draft_a(), build.draft_b()
    more = "\n\n".join(f"Paragraph {k} tells how the harbour board met again and weighed what the night shift had asked of it in the spring." for k in range(40))
    a.text, b.text = a.text + "\n" + more, b.text + "\n" + more
    assert min(len(one.text.split()) for one in (a, b)) > 1000
    assert len(to_html(build.assemble(a, b)).encode()) <= 250_000
    assert len(to_html(build.many(20)).encode()) <= 2_000_000


def test_the_same_comparison_gives_the_same_bytes():
    assert to_html(build.comparison()) == to_html(build.comparison())


@pytest.mark.parametrize("make", [build.comparison, build.hostile, lambda: build.many(12)])
def test_a_notebook_gets_a_sandboxed_frame_under_its_limit(make):
    frame = to_fragment(make())
    (only,) = Reader(frame).tags
    assert only[0] == "iframe"
    assert only[1]["sandbox"] is None
    assert "<h1>" in only[1]["srcdoc"]
    assert len(frame.encode()) < FRAGMENT_BYTES


def test_a_finding_with_long_quotations_has_a_line_a_clause_and_keeps_its_words():
    long, short = "“" + "the dockers said so " * 4 + "”", "“mob”"
    sentence = f"A states in its own voice: {long}; B credits it to Orrel; and more: {long}"
    lines = clauses(sentence)
    assert [[cited for _, cited in line] for line in lines] == [[False, True, False], [False], [False, True, False]]
    assert " ".join("".join(words for words, _ in line) for line in lines) == sentence
    assert clauses(f"A writes {short}; B does not.") == [[(f"A writes {short}; B does not.", False)]]


def test_per_cent_signs_never_stand_alone_on_a_line():
    made = replace(build.comparison(), no_clear_difference=("Shares: 12 % in A, 40 % in B.",))
    words = "".join(Reader(re.sub(r"<style>.*?</style>", "", to_html(made), flags=re.DOTALL)).words)
    assert re.findall(r"\d %", words) == []
    assert "12\u00a0% in A, 40\u00a0% in B" in words


def test_a_same_event_verdict_is_one_line_with_its_reasons_folded():
    html = to_html(build.comparison())
    notice = re.search(r'<section class="verdict fine".*?</section>', html, re.DOTALL)[0]
    assert notice.index("Yes: they report the same event") < notice.index("<details") < notice.index("One day apart.")
    assert "1 day apart; 5 of 14 passages of A aligned, 5 of 16 of B" in notice


def test_words_of_one_weight_are_marked_up_once():
    line = (Text("a", weight="muted"), Text(" b", weight="muted"), Badge(0), Text("c", weight="muted"), Text("d"))
    assert joined(line) == [Text("a b", weight="muted"), Badge(0), Text("c", weight="muted"), Text("d")]


def test_what_names_a_table_or_describes_a_chart_stands_once_in_the_page():
    html = to_html(build.comparison())
    assert "<desc" not in html
    assert "<title " in html
    assert html.count('role="region" aria-labelledby="cap') == html.count("<caption id=") > 3
    described = re.findall(r'aria-labelledby="c-[a-z0-9-]+-t (c-[a-z0-9-]+-d)"', html)
    assert described
    assert all(html.count(f'<p class="said" id="{one}">') == 1 for one in described)
