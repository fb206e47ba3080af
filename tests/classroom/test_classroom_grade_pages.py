"""Feedback sheets and the class's page: what they say, that nothing of an article or a student runs, and how they look to axe."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hostile_pack import hostile_pack
from sample_pack import TEXT_A, at, sample_pack
from simulated_class import everything, guessing, perfect

from framing.classroom.grading.class_report import class_html
from framing.classroom.grading.feedback import feedback_pages, number
from framing.classroom.grading.marking import mark
from framing.classroom.pages.lines import numbered_lines
from framing.classroom.pages.marked_text import Look, marked_lines
from framing.model.article import Span
from framing.model.exercise import AnswerSheet, Pack

CHROMIUM = Path("/usr/bin/chromium")
EVIL = "</td><script>alert(1)</script><img src=x onerror=alert(2)>\x00\u202e"


def pages(pack: Pack, sheets: list[AnswerSheet], *, left_out: int = 0) -> tuple[dict[str, str], str]:
    """The feedback sheets by code, and the class's page."""
    marks = {one.code: mark(pack, one) for one in sheets}
    return feedback_pages(pack, sheets, marks), class_html(pack, sheets, marks, left_out=left_out)


def evil(pack: Pack) -> AnswerSheet:
    return AnswerSheet(pack.id, "A", "K666", (("E5-1", (("p1/c1", EVIL), ("p0/c1", EVIL))), ("E9-1", EVIL)))


class Tags(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """Every page of a class, of the sample pack and of the hostile one."""
    found: dict[str, str] = {}
    for name, pack in (("sample", sample_pack()), ("hostile", hostile_pack())):
        sheets = [perfect(pack, "K1"), everything(pack, "K2"), AnswerSheet(pack.id, "A", "K3", ()), evil(pack), *(guessing(pack, f"S{n}", n) for n in range(6))]
        sheets_html, whole = pages(pack, sheets, left_out=2)
        found |= {f"{name}-{code}": text for code, text in sheets_html.items()} | {f"{name}-class": whole}
    return found


def test_no_script_no_style_attribute_no_address_and_one_hashed_style_sheet(made):
    for text in made.values():
        tags = Tags(text).seen
        assert not [tag for tag, _ in tags if tag in {"script", "img", "link", "iframe", "form", "input", "object"}]
        assert not [attrs for _, attrs in tags if "style" in attrs or any(name.startswith("on") for name in attrs)]
        assert not [attrs for _, attrs in tags if (attrs.get("href") or "#").startswith(("http", "//", "javascript"))]
        (sheet,) = re.findall("<style>(.*?)</style>", text, re.DOTALL)
        policy = next(attrs["content"] for tag, attrs in tags if attrs.get("http-equiv") == "Content-Security-Policy")
        digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
        assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_nothing_hidden_reaches_a_page(made):
    for text in made.values():
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    assert "&lt;script&gt;alert(1)" in made["sample-K666"]


def test_no_page_names_an_outlet_and_the_class_page_no_code(made):
    for name, text in made.items():
        assert "Post, 9 October" not in text
        assert not (name.endswith("class") and re.search(r"\bK[1-6]+\b|\bS[0-5]\b", re.sub("<style>.*?</style>", "", text, flags=re.DOTALL)))


def test_a_feedback_sheet_sets_own_marks_against_the_key():
    pack = sample_pack()
    own = AnswerSheet(pack.id, "A", "K7", (("E2-1", (at(TEXT_A, "The mob"), at(TEXT_A, "dawn"))), ("E9-1", "The mob was hurt.")))
    text = pages(pack, [own])[0]["K7"]
    shown = re.sub(r"\s+", " ", text)
    assert '<mark class="on">The<span class="vh"> [marked by you]</span></mark> <mark class="hit">mob<sup aria-hidden="true">F</sup><span class="vh"> [found]</span></mark>' in shown
    assert '<mark class="missed">stormed<sup aria-hidden="true">M</sup><span class="vh"> [missed]</span></mark>' in shown
    assert '<mark class="extra">dawn<sup aria-hidden="true">N</sup>' in shown
    assert "0.5 of 3 points" in shown
    assert "Points</dt><dd>0.5 of 11" in shown
    assert "up to 6 more" in shown
    assert '<p class="written">The mob was hurt.</p>' in shown
    assert "facts not found: 12, Ana Ruiz" in shown
    assert "Draft key" in shown


def test_marks_that_the_key_does_not_know_are_one_line():
    """Three of them: -1.5."""
    pack = sample_pack()
    own = AnswerSheet(pack.id, "A", "K7", (("E2-1", (at(TEXT_A, "Monday"), at(TEXT_A, "clerk"), at(TEXT_A, "dawn"), at(TEXT_A, "injuries"))),))
    text = pages(pack, [own])[0]["K7"]
    assert re.search(r'<th scope="row">“clerk”, “Monday”, “injuries”</th>.*?<td class="num">−1.5</td>', text)
    assert text.count('<tr class="extra">') == 2, "and one for the row of the key"


def test_a_cell_names_its_row_once():
    pack = sample_pack()
    text = pages(pack, [perfect(pack, "K1")])[0]["K1"]
    assert re.findall(r'<th scope="row">(Sentence 2: Who is it\?|Named\?|Sentence 4: Who is it\?)</th>', text) == [
        "Sentence 2: Who is it?", "Named?", "Sentence 4: Who is it?", "Named?"]


def test_a_confirmed_key_is_no_draft():
    pack = sample_pack()
    done = replace(pack, exercises=tuple(replace(exercise, items=tuple(
        replace(item, key=tuple(replace(row, verified_by="T1") for row in item.key)) for item in exercise.items)) for exercise in pack.exercises))
    sheets, whole = pages(done, [perfect(done, "K1")])
    assert "Draft key" not in sheets["K1"] + whole


def test_the_class_page_counts_by_hand():
    """Four students: mob by 3 of 4 (75 %), stormed by 1 (25 %), nobody else; same event ticked by 2 of 2."""
    pack = sample_pack()
    mob, stormed = at(TEXT_A, "mob"), at(TEXT_A, "stormed")
    given: list[tuple[Span, ...]] = [(mob,), (mob,), (mob, stormed), (at(TEXT_A, "Monday"),)]
    sheets = [AnswerSheet(pack.id, "A", f"K{n}", (("E2-1", one), *((("E8-1", (("", "same-event"),)),) if n < 2 else ()))) for n, one in enumerate(given)]
    whole = re.sub(r"\s+", " ", pages(pack, sheets)[1])
    assert '<mark class="w4">mob<sup aria-hidden="true">75</sup><span class="vh"> [marked by 3 of 4]</span></mark>' in whole
    assert '<mark class="w2">stormed<sup aria-hidden="true">25</sup>' in whole
    assert "75 % (3 of 4)" in whole
    assert "25 % (1 of 4)" in whole
    assert "100 % (2 of 2)" in whole
    assert "1 of 4 marked “stormed”, 3 did not." in whole
    # points: 1, 1, 2, 0 and 1 for the tick of the first two: 2, 2, 2, 0; mean 1.5
    assert "Points, mean</dt><dd>1.5 of 11" in whole


def test_a_class_of_nobody_in_particular():
    pack = sample_pack()
    whole = pages(pack, [AnswerSheet(pack.id, "A", "K1", ())])[1]
    assert "nobody answered" in whole
    assert "Nothing divides the class" in whole


@pytest.mark.parametrize(("points", "text"), [(2.0, "2"), (1.5, "1.5"), (0.0, "0"), (10.0, "10"), (0.25, "0.25")])
def test_points_without_needless_zeros(points, text):
    assert number(points) == text


def test_marked_lines_keep_every_sign_of_the_passage_once():
    text = TEXT_A[TEXT_A.index("The mob"):]
    lines = numbered_lines(text, Span(0, len(text)))
    look = Look("1", "hit", "F", "found")
    made = marked_lines(lines, lambda word: look if text[word.start:word.end] in ("mob", "stormed", "old", "so-called") else None)
    assert ["".join(run.text for run in line.runs) for line in made] == [text[line.span.start:line.span.end] for line in lines]
    assert [run.text for line in made for run in line.runs if run.look] == ["mob stormed", "old", "so-called", "old"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    driver = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    with driver.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        yield found
        found.close()


@pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium at /usr/bin/chromium")
@pytest.mark.parametrize(("name", "scheme", "width"), [("sample-K2", "light", 1280), ("sample-K1", "dark", 1280), ("hostile-K666", "light", 390),
                                                       ("sample-class", "light", 1280), ("sample-class", "dark", 390), ("hostile-class", "light", 1280)])
def test_axe_finds_no_violation_nothing_runs_and_nothing_scrolls_sideways(browser, made, tmp_path, name, scheme, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python").Axe()
    path = tmp_path / "page.html"
    path.write_text(made[name], encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page, heard = context.new_page(), []
    page.on("console", lambda one: heard.append(one.text))
    page.on("dialog", lambda one: (heard.append("dialog"), one.dismiss()))
    page.on("request", lambda one: heard.append(one.url) if one.url != path.as_uri() else None)
    page.goto(path.as_uri())
    assert heard == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found] == []
    context.close()
