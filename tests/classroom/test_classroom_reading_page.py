"""The teacher's papers as pages: the same words as their Markdown, nothing of an article runs, and they open without a program."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from class_browser import NEEDED, chromium, open_page
from hypothesis import given
from hypothesis import strategies as st
from sample_pack import sample_pack

from framing.classroom.pages.reading_page import reading_html
from framing.classroom.pages.reveal import reveal_markdown
from framing.classroom.plan_text import plan_markdown
from framing.text.visible import markdown, one_line


@pytest.mark.parametrize(("text", "wanted"), [
    ("# A plan", "<h1>A plan</h1>"),
    ("## Steps", "<h2>Steps</h2>"),
    ("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
    ("**Draft key.** Set `verified_by`.", "<p><strong>Draft key.</strong> Set <code>verified_by</code>.</p>"),
    ("1\\. \\*\\*not bold\\*\\* \\| \\<b\\>", "<p>1. **not bold** | &lt;b&gt;</p>"),
    ("**left open", "<p><strong>left open</strong></p>")])
def test_lines_by_hand(text, wanted):
    assert wanted in reading_html(text)


def test_a_table_has_heads_and_cells_and_a_pipe_in_words_is_no_cell():
    html = reading_html("| | Points |\n| --- | --- |\n| a \\| b | 3 |")
    assert '<tr><td></td><th scope="col">Points</th></tr>' in html
    assert "<tr><td>a | b</td><td>3</td></tr>" in html
    assert "---" not in html


@given(st.text(max_size=60))
def test_any_words_come_through_as_they_were_and_open_no_element(words):
    """Escaped for Markdown and read back, in a list and in a table; compared as a browser shows them."""
    html = reading_html(f"- {markdown(words)}\n\n| a |\n| --- |\n| {markdown(words)} |")
    inside = [*re.findall(r"<li>(.*?)</li>", html), *re.findall(r"<tbody><tr><td>(.*?)</td>", html)]
    shown = [re.sub(r"&(?:#(\d+)|(\w+));", lambda sign: chr(int(sign[1])) if sign[1] else {"lt": "<", "gt": ">", "amp": "&"}[sign[2]], one) for one in inside]
    assert shown == [one_line(words)] * 2


def test_the_papers_hold_what_their_markdown_holds():
    pack = replace(sample_pack(), title="Two <script>alert(1)</script> papers")
    for text in (plan_markdown(pack), reveal_markdown(pack)):
        html = reading_html(text)
        assert html.count("<h2>") == text.count("\n## ")
        assert html.count("<li>") == len(re.findall(r"^- ", text, re.MULTILINE))
        assert "<script" not in html
        assert "&lt;script&gt;alert(1)" in html


@NEEDED
def test_the_plan_opens_in_a_browser(tmp_path):
    path = tmp_path / "lesson_plan.html"
    path.write_text(reading_html(plan_markdown(sample_pack())), encoding="utf-8")
    with chromium() as browser:
        page, heard = open_page(browser, path)
        assert heard == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.locator("h1").count() == 1
