"""The pack of a bundled event in Chromium: a student who knows all, a student who marks all, and the page on every screen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from class_browser import NEEDED, chromium, open_page, saved
from class_packs import pack_of
from simulated_class import perfect

from framing.classroom.grading.answers import read_answers
from framing.classroom.grading.marking import mark
from framing.classroom.pages.print_pages import teacher_key_html
from framing.classroom.pages.student_page import student_html
from framing.model.article import Span
from framing.model.exercise import AnswerSheet, Pack
from framing.model.pack_options import PackOptions

pytestmark = NEEDED


def pack() -> Pack:
    return pack_of("change-of-power", PackOptions(check=True))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def paths(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("event")
    for name, text in (("student", student_html(pack())), ("key", teacher_key_html(pack()))):
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in ("student", "key")}


def record(sheet: AnswerSheet) -> dict[str, Any]:
    """A sheet as the page saves it."""
    responses = {item.id: item.response for exercise in pack().exercises for item in exercise.items}

    def plain(name: str, answer: Any) -> Any:
        if responses[name] == "mark":
            return [list(span) for span in answer if isinstance(span, Span)]
        if responses[name] == "choose":
            return [option for _, option in answer]
        return answer if isinstance(answer, str) else dict(answer)

    return {"schema": "framing.answers/1", "pack": sheet.pack, "version": sheet.version, "code": sheet.code,
            "answers": {name: plain(name, answer) for name, answer in sheet.answers}}


def shown(page: Any) -> dict[str, str]:
    """What the page says of each item that it can check."""
    for button in page.query_selector_all(".check"):
        button.click()
    found: dict[str, str] = page.evaluate("() => Object.fromEntries(Array.from(document.querySelectorAll('[data-item]')).filter(box => box.querySelector('.result h4'))"
                                          ".map(box => [box.dataset.item, box.querySelector('.result h4').textContent]))")
    return found


def test_who_knows_all_gets_all_and_the_file_goes_through(browser, paths, tmp_path):
    page, heard = open_page(browser, paths["student"])
    given = record(perfect(pack(), "P1"))
    (tmp_path / "given.json").write_text(json.dumps(given), encoding="utf-8")
    page.set_input_files("#restore", str(tmp_path / "given.json"))
    page.locator("#said", has_text="Opened").wait_for()
    most = {item.id: f"{item.points:g} of {item.points:g} points" for exercise in pack().exercises for item in exercise.items
            if item.response in ("mark", "match", "choose", "table")}
    assert shown(page) == most
    assert saved(page, tmp_path) == given
    assert heard == []
    page.context.close()


def test_who_marks_every_word_gets_nothing_for_it(browser, paths, tmp_path):
    page, _ = open_page(browser, paths["student"])
    marks = [item for exercise in pack().exercises for item in exercise.items if item.response == "mark" and exercise.type == "E2"]
    assert marks
    for item in marks:                                           # one long run a sentence: from each word on, more than three further words
        page.locator(f"[data-item='{item.id}'] .t").first.focus()
        page.keyboard.press("Shift+End")
    page.fill("#code", "M9")
    answers = read_answers(pack(), json.dumps(saved(page, tmp_path)), "saved")
    points = {one.item_id: one.points for one in mark(pack(), answers)}
    said = shown(page)
    for item in marks:
        assert said[item.id] == f"{points[item.id]:g} of {item.points:g} points".replace("0.5", "½").replace(".5", "½")
        assert points[item.id] == 0
    page.context.close()


@pytest.mark.parametrize(("name", "scheme", "width"), [("student", "light", 1280), ("student", "dark", 390), ("student", "light", 320), ("key", "light", 1280)])
def test_axe_and_the_widths(browser, paths, name, scheme, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python").Axe()
    page, heard = open_page(browser, paths[name], width=width, color_scheme=scheme)
    shown(page)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert heard == []
    page.context.close()


def test_the_page_of_four_articles_is_small(paths):
    assert paths["student"].stat().st_size <= 300_000
