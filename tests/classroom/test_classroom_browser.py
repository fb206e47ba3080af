"""The student's page in Chromium: every kind of answer by mouse, by keyboard alone and by touch at phone size, saved as a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from class_browser import NEEDED, chromium, open_page, points, saved, word
from sample_pack import TEXT_A, at, sample_pack

from framing.classroom.grading.answers import read_answers
from framing.classroom.grading.marking import mark
from framing.classroom.pages.student_page import student_html

pytestmark = NEEDED
PACK = sample_pack(check=True)

# What each of the three students below answers. By hand: E2 "mob" 1 + "stormed" 1 - "dawn" 1/2 = 1.5 of 3; E4 named 1 + own 1 + the
# defensible "own" 1/2 = 2.5 of 3; E5 the name 1, named 1, Officials 1, nothing = 3 of 4; E8 1 of 1; E9 is the teacher's.
ANSWERS = {
    "E2-1": [list(at(TEXT_A, words)) for words in ("mob stormed", "dawn")],
    "E4-1": {"p1": "quoted-named", "p2": "own", "p3": "own"},
    "E5-1": {"p1/c1": "ana ruiz", "p1/c2": "named", "p2/c1": "Officials"},
    "E8-1": ["same-event"],
    "E9-1": "A crowd went in.",
}
MARKS = {"E2-1": 1.5, "E4-1": 2.5, "E5-1": 3.0, "E8-1": 1.0, "E9-1": None}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("page") / "student.html"
    made.write_text(student_html(PACK), encoding="utf-8")
    return made


def check_all(page: Any, folder: Path, record: dict[str, Any], heard: list[str]) -> None:
    """The file, the page's own check and `framing grade` agree with the marks worked by hand; nothing was asked for or said."""
    assert record == {"schema": "framing.answers/1", "pack": PACK.id, "version": "A", "code": "K7", "answers": ANSWERS}
    for button in page.query_selector_all(".check"):
        button.click()
    assert {item: points(page, item) for item, most in MARKS.items() if most is not None} == {
        "E2-1": "1½ of 3 points", "E4-1": "2½ of 3 points", "E5-1": "3 of 4 points", "E8-1": "1 of 1 points"}
    (file,) = folder.glob("*.json")
    assert file.name == "answers-sample00-A-K7.json"
    found = mark(PACK, read_answers(PACK, file.read_text(encoding="utf-8"), file.name))
    assert {one.item_id: one.points for one in found} == MARKS
    assert heard == []
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_a_pupil_with_a_mouse(browser, path, tmp_path):
    page, heard = open_page(browser, path)
    page.fill("#code", "K7")
    first, last = word(page, "E2-1", "mob").bounding_box(), word(page, "E2-1", "stormed").bounding_box()
    page.mouse.move(first["x"] + 4, first["y"] + 8)
    page.mouse.down()
    page.mouse.move(last["x"] + 4, last["y"] + 8, steps=4)
    page.mouse.up()
    word(page, "E2-1", "dawn").click()
    word(page, "E2-1", "clerk").click()
    word(page, "E2-1", "clerk").click()                          # marked and taken off again
    assert page.locator("[data-item='E2-1'] .marks li").count() == 2
    for place, option in enumerate(("quoted-named", "own", "own")):
        page.locator("[data-item='E4-1'] select").nth(place).select_option(option)
    page.fill("[data-cell='p1/c1']", "ana ruiz")
    page.select_option("[data-cell='p1/c2']", "named")
    page.fill("[data-cell='p2/c1']", "Officials")
    page.check("[data-item='E8-1'] input[value='different']")
    page.check("[data-item='E8-1'] input[value='same-event']")   # one alone can be right: the second choice takes the first one's place
    page.fill("[data-item='E9-1'] textarea", "A crowd went in.")
    assert page.inner_text("[data-done='x3']") == "1/1"
    check_all(page, tmp_path, saved(page, tmp_path), heard)
    page.context.close()


def tab_to(page: Any, wanted: str) -> None:
    """Tab until the focus is on what the selector names."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"Tab never comes to {wanted}")


def test_a_pupil_with_the_keyboard_alone(browser, path, tmp_path):
    page, heard = open_page(browser, path)
    press = page.keyboard.press
    tab_to(page, "#code")
    page.keyboard.type("K7")
    tab_to(page, "[data-item='E2-1'] .t")
    press("ArrowRight")                                          # "The" -> "mob"
    press("Shift+ArrowRight")                                    # "mob" to "stormed"
    press("End")
    press("Space")                                               # the last word, "all" ...
    press("Enter")                                               # ... and off again
    press("Home")
    while page.evaluate("document.activeElement.textContent") != "dawn":
        press("ArrowRight")
    press("Space")
    for place, times in enumerate((2, 1, 1)):
        tab_to(page, f"[data-item='E4-1'] .part:nth-of-type({place + 1}) select")
        for _ in range(times):
            press("ArrowDown")
    tab_to(page, "[data-cell='p1/c1']")
    page.keyboard.type("ana ruiz")
    tab_to(page, "[data-cell='p1/c2']")
    press("ArrowDown")
    tab_to(page, "[data-cell='p2/c1']")
    page.keyboard.type("Officials")
    tab_to(page, "[data-item='E8-1'] input")
    press("Space")
    tab_to(page, "textarea")
    page.keyboard.type("A crowd went in.")
    tab_to(page, "#save")
    check_all(page, tmp_path, saved(page, tmp_path, lambda: press("Enter")), heard)
    page.context.close()


def test_a_pupil_on_a_phone(browser, path, tmp_path):
    page, heard = open_page(browser, path, width=390, height=844, has_touch=True, is_mobile=True, device_scale_factor=2)
    page.tap("#code")
    page.keyboard.type("K7")
    page.tap("[data-item='E2-1'] .phrase")
    word(page, "E2-1", "mob").tap()
    word(page, "E2-1", "stormed").tap()
    page.tap("[data-item='E2-1'] .phrase")
    word(page, "E2-1", "dawn").tap()
    for place, option in enumerate(("quoted-named", "own", "own")):
        page.locator("[data-item='E4-1'] select").nth(place).select_option(option)
    page.tap("[data-cell='p1/c1']")
    page.keyboard.type("ana ruiz")
    page.select_option("[data-cell='p1/c2']", "named")
    page.tap("[data-cell='p2/c1']")
    page.keyboard.type("Officials")
    page.locator("[data-item='E8-1'] label").first.tap()
    page.tap("textarea")
    page.keyboard.type("A crowd went in.")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    sizes = page.evaluate("Array.from(document.querySelectorAll('button,select,input,.file')).filter(one => one.offsetParent)"
                          ".map(one => one.closest('label') || one).map(one => one.getBoundingClientRect().height)")
    assert min(sizes) >= 40                                      # a finger's width
    check_all(page, tmp_path, saved(page, tmp_path, lambda: page.tap("#save")), heard)
    page.context.close()


def test_arrows_go_to_the_line_above_and_below_and_tab_leaves_the_passage(browser, path):
    page, _ = open_page(browser, path)
    tab_to(page, "[data-item='E2-1'] .t")
    top = page.evaluate("document.activeElement.getBoundingClientRect().top")
    page.keyboard.press("ArrowDown")
    below = page.evaluate("document.activeElement.getBoundingClientRect().top")
    page.keyboard.press("ArrowUp")
    assert below > top
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") == top
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "phrase"
    assert page.evaluate("document.querySelectorAll(\"[data-item='E2-1'] .t[tabindex='0']\").length") == 1
    page.context.close()


def test_each_mark_is_told_to_a_screen_reader(browser, path):
    page, _ = open_page(browser, path)
    mob = word(page, "E2-1", "mob")
    mob.click()
    assert mob.get_attribute("aria-pressed") == "true"
    assert page.inner_text("[data-item='E2-1'] > p[role=status]") == "Marked “mob”. 1 mark now."
    page.click("[data-item='E2-1'] .check")
    assert mob.text_content() == "mobF, found"
    assert word(page, "E2-1", "stormed").text_content() == "stormedM, missed"
    page.get_by_role("button", name="Take off the mark on mob").click()
    assert mob.get_attribute("aria-pressed") == "false"
    assert mob.text_content() == "mob"                           # a new mark takes the check off: it was of the old ones
    assert page.locator("[data-item='E2-1'] .result *").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "mob"
    page.context.close()


def test_marks_and_verdicts_differ_without_colour(browser, path):
    page, _ = open_page(browser, path, forced_colors="active")
    for words in ("mob", "smashed", "dawn"):
        word(page, "E2-1", words).click()
    own = word(page, "E2-1", "mob").evaluate("one => getComputedStyle(one).borderBottomStyle")
    page.click("[data-item='E2-1'] .check")

    def looks(words: str) -> tuple[str, str]:
        return tuple(word(page, "E2-1", words).evaluate("one => [getComputedStyle(one).borderBottomStyle, getComputedStyle(one).textDecorationStyle]"))

    assert own == "solid"
    assert [looks(one) for one in ("mob", "stormed", "smashed", "dawn")] == [("double", "solid"), ("dashed", "solid"), ("dotted", "solid"), ("solid", "wavy")]
    assert [page.locator("[data-item='E2-1'] .t sup").nth(n).inner_text() for n in range(4)] == ["F", "M", "D", "N"]
    page.context.close()


@pytest.mark.parametrize(("text", "still", "lost"), [
    ("", "none yet, for nothing is written", "“12”, “Ana Ruiz”"),
    ("The mob entered, Ana Ruiz said. Twelve were hurt.", "“mob”", ""),                                      # "Twelve" keeps the fact 12
    ("The MOBS of the So‑Called plan; they stormed in. 12; ANA RUIZ’S words", "“mob”, “so called”, “stormed”", ""),
    ("A mobile crowd of 120 was brainstormed by Ana", "none of those this exercise looks for", "“12”, “Ana Ruiz”"),  # near misses
])
def test_the_rewrite_is_scored_again_in_the_page(browser, path, text, still, lost):
    page, _ = open_page(browser, path)
    page.fill("[data-item='E9-1'] textarea", text)
    assert page.inner_text("[data-item='E9-1'] .terms") == f"Words that frame, still present: {still}."
    facts = page.inner_text("[data-item='E9-1'] .facts")
    assert facts.endswith(f": {lost}.") if lost else facts == "All its names, numbers and dates are in your text."
    page.context.close()
