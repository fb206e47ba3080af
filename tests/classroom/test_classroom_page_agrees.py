"""The student's page and `framing grade` mark the same answers alike: saved files are opened in the page, checked there, and marked here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sample_pack import TEXT_A, at, sample_pack
from simulated_class import everything, guessing, perfect, save, sheet

from framing.classroom.grading.answers import receive
from framing.classroom.grading.feedback import number
from framing.classroom.grading.marking import mark, words_of
from framing.classroom.pages.student_page import student_html
from framing.model.article import Span
from framing.model.exercise import AnswerSheet

CHROMIUM = Path("/usr/bin/chromium")
PACK = sample_pack(check=True)
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium at /usr/bin/chromium")


def in_runs(one: AnswerSheet) -> AnswerSheet:
    """The sheet with words marked side by side as one mark, which is how the page keeps them."""
    item = PACK.exercises[0].items[0]
    words = words_of(PACK, item)
    marked = [any(isinstance(span, Span) and span.overlaps(word) for span in dict(one.answers).get("E2-1", ())) for word in words]
    runs: list[Span] = []
    for n, word in enumerate(words):
        if marked[n]:
            runs = [*runs[:-1], Span(runs[-1].start, word.end)] if n and marked[n - 1] else [*runs, word]
    answers = tuple((name, tuple(runs) if name == "E2-1" else answer) for name, answer in one.answers)
    return replace(one, answers=tuple((name, answer) for name, answer in answers if answer))


def marks(*spans: Span) -> AnswerSheet:
    return sheet(PACK, "M1", {"E2-1": spans})


def through(first: str, last: str) -> Span:
    return Span(at(TEXT_A, first).start, at(TEXT_A, last).end)


SHEETS = [
    perfect(PACK, "P1"), *(in_runs(guessing(PACK, f"G{n}", n)) for n in range(12)), in_runs(everything(PACK, "E1")),
    marks(through("The mob", "stormed the")), marks(through("mob", "*old* town")), marks(through("mob", "town hall")), marks(at(TEXT_A, "dawn")),
    marks(at(TEXT_A, "mob"), at(TEXT_A, "dawn"), at(TEXT_A, "Monday")), marks(at(TEXT_A, "smashed")), marks(through("people", "dawn")),
    marks(through("came at", "clerk")), marks(at(TEXT_A, "so-called")), marks(through("Officials", "12 injuries")),
    sheet(PACK, "T1", {"E5-1": (("p1/c1", " ANA  Ruiz"), ("p1/c2", "named"), ("p2/c1", "official"))}),
    sheet(PACK, "T2", {"E5-1": (("p1/c1", "A Clerk"), ("p2/c1", "the officials"))}),
]


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Iterator[Any]:
    driver = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    path = tmp_path_factory.mktemp("page") / "student.html"
    path.write_text(student_html(PACK), encoding="utf-8")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        context = browser.new_context()
        opened = context.new_page()
        opened.on("dialog", lambda one: one.accept())
        opened.address = path.as_uri()
        yield opened
        browser.close()


@pytest.mark.parametrize("one", SHEETS, ids=lambda one: one.code)
def test_the_page_checks_as_grade_marks(page, tmp_path, one):
    page.goto(page.address)
    page.set_input_files("#restore", str(save(tmp_path, one)))
    page.locator("#said:not(:empty)").wait_for()                 # not wait_for_function: it polls by eval, which the page's policy stops
    for button in page.query_selector_all("button.check"):
        button.click()
    shown = page.evaluate("""() => Object.fromEntries([...document.querySelectorAll("[data-item]")].filter(box => box.querySelector(".result h4"))
      .map(box => [box.dataset.item, box.querySelector(".result h4").textContent]))""")
    (read,) = receive(PACK, save(tmp_path, one).read_text(encoding="utf-8"), "saved").sheets
    ours = {found.item_id: f"{number(found.points)} of {number(found.most)} points" for found in mark(PACK, read) if found.points is not None}
    assert {name: words.replace("½", ".5").replace("0.5", ".5") for name, words in shown.items()} == {
        name: words.replace("0.5", ".5") for name, words in ours.items()}
