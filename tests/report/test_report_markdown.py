"""The Markdown report: the same sections and numbers as the page, no raw HTML, nothing that links out."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import pairwise

import pytest
import report_builders as build
from markdown_it import MarkdownIt

from framing.report.page import build_page
from framing.report.to_markdown import to_markdown
from framing.report.view import Fold, Grid

READER = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"])


def tokens(text: str) -> list[tuple[str, str]]:
    return [(one.type, one.content) for token in READER.parse(text) for one in (token, *(token.children or ()))]


def grids(blocks) -> int:
    return sum(1 if isinstance(one, Grid) else grids(one.blocks) if isinstance(one, Fold) else 0 for one in blocks)


@pytest.mark.parametrize("make", [build.comparison, build.hostile, lambda: build.many(5)])
def test_no_html_no_link_no_picture_no_code(make):
    kinds = {kind for kind, _ in tokens(to_markdown(make()))}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "code_inline", "code_block", "fence"}


@pytest.mark.parametrize("make", [build.comparison, build.hostile, lambda: build.many(5)])
def test_every_section_and_table_of_the_page_is_there(make):
    made = make()
    page, found = build_page(made), tokens(to_markdown(made))
    text = to_markdown(made)
    assert [int(n) for n in re.findall(r"^## (\d+)\.", text, re.MULTILINE)] == list(range(14))
    assert sum(kind == "table_open" for kind, _ in found) == sum(grids(one.blocks) for one in page.sections)


def test_findings_stand_with_strength_and_numbered_passages():
    text = to_markdown(build.comparison())
    assert "- **1.** B quotes three named people, A one: A leaves the union's leader without a quotation. (●●● Strong: direct count; A \\[1\\], B \\[2\\])" in text
    assert "- \\[1\\] **A** “Transport Minister Oren Dask said" in text


def test_loaded_words_are_bold_with_spaces_outside_the_asterisks():
    text = to_markdown(build.comparison())
    assert "The **mob** of some 300 dockers had **seized** the north gate" in text
    strong = [inner.content for token in READER.parse(text) for before, inner in pairwise(token.children or []) if before.type == "strong_open"]
    assert {"mob", "seized", "choked", "so-called"} <= set(strong)


def test_the_same_comparison_gives_the_same_text():
    assert to_markdown(build.hostile()) == to_markdown(build.hostile())


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="needs pandoc")
def test_pandoc_reads_the_same_tables():
    made = build.comparison()
    run = subprocess.run(["pandoc", "-f", "gfm", "-t", "html"], input=to_markdown(made), capture_output=True, text=True, check=True)
    assert run.stdout.count("<table>") == sum(grids(one.blocks) for one in build_page(made).sections)
    assert "<script" not in run.stdout
