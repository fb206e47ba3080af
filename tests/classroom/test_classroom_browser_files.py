"""Saved answers opened again, files that do not fit, hostile articles, and what axe-core, wide letters and small screens say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from class_browser import NEEDED, chromium, open_page, saved, word
from hostile_pack import hostile_pack
from sample_pack import sample_pack

from framing.classroom.pages.print_pages import student_print_html, teacher_key_html
from framing.classroom.pages.student_page import student_html

pytestmark = NEEDED
PACK = sample_pack(check=True)
SHEET = {"schema": "framing.answers/1", "pack": PACK.id, "version": "A", "code": "K7",
         "answers": {"E2-1": [[43, 46]], "E4-1": {"p1": "own"}, "E5-1": {"p2/c2": "not named"}, "E8-1": ["different"], "E9-1": "Dear <b>all</b>"}}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    hostile = replace(hostile_pack(), check_allowed=True)
    policy = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
    made = {"sample": student_html(PACK), "hostile": student_html(hostile), "print": student_print_html(PACK), "key": teacher_key_html(PACK),
            "open": policy.sub("", student_html(hostile)), "open-print": policy.sub("", student_print_html(hostile)),
            "open-key": policy.sub("", teacher_key_html(hostile)), "hostile-key": teacher_key_html(hostile)}
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


def give(page: Any, folder: Path, record: Any) -> str:
    """Opens a file of saved answers and gives what the page says of it."""
    file = folder / "answers.json"
    file.write_text(record if isinstance(record, str) else json.dumps(record), encoding="utf-8")
    page.evaluate("document.querySelector('#said').textContent = ''")
    page.set_input_files("#restore", str(file))
    page.locator("#said:not(:empty)").wait_for()                 # not wait_for_function: it polls by eval, which the page's policy stops
    return page.inner_text("#said")


def test_saved_answers_come_back_after_a_reload(browser, pages, tmp_path):
    page, heard = open_page(browser, pages["sample"])
    assert give(page, tmp_path, SHEET) == "Opened: 5 answers."
    first = saved(page, tmp_path)
    page.reload()
    assert page.input_value("#code") == ""                       # nothing is kept but in the file
    assert page.locator(".t.on").count() == 0
    assert give(page, tmp_path, first) == "Opened: 5 answers."
    assert saved(page, tmp_path) == first
    assert first == {**SHEET, "answers": {**SHEET["answers"], "E2-1": [[43, 46]]}}
    assert page.input_value("textarea") == "Dear <b>all</b>"
    assert heard == []
    page.context.close()


@pytest.mark.parametrize(("record", "said"), [
    ({**SHEET, "pack": "another"}, "Those answers belong to another exercise sheet. Nothing was changed."),
    ({**SHEET, "version": "B"}, "Those answers are for version B; this is version A. Nothing was changed."),
    ({**SHEET, "schema": "framing.answers/9"}, "That file is not a file of saved answers from this kind of page."),
    ({**SHEET, "answers": []}, "That file is not a file of saved answers from this kind of page."),
    ("{cut off", "That file is broken or is not a file of saved answers. Choose the file named answers-….json."),
    ("[1]", "That file is not a file of saved answers from this kind of page."),
    ({**SHEET, "answers": {"E99": "x", "E2-1": [[5000, 6000]], "E4-1": {"p1": "nobody"}, "E8-1": "own", "E9-1": "kept"}},
     "Opened: 1 answer. Left out, for they do not fit this sheet: E99, E2-1, E4-1, E8-1."),
    ({**SHEET, "answers": {"__proto__": "x", "E9-1": ["no", "text"], "E5-1": {"p1/c9": "x"}}}, "Opened: 0 answers. Left out, for they do not fit this sheet: __proto__, E9-1, E5-1."),
    ("9" * 5_000_001, "That file is too large to be saved answers of this page."),
])
def test_a_file_that_does_not_fit_is_told_apart(browser, pages, tmp_path, record, said):
    page, heard = open_page(browser, pages["sample"])
    assert give(page, tmp_path, record) == said
    assert page.locator(".t.on").count() == 0
    assert heard == []
    page.context.close()


def test_answers_that_were_not_saved_are_not_lost_in_silence(browser, pages, tmp_path):
    page, _ = open_page(browser, pages["sample"])
    page.fill("textarea", "mine")
    assert give(page, tmp_path, SHEET) == "There are answers here that were not saved. Replace them?"
    page.click("#replace-no")
    assert page.input_value("textarea") == "mine"
    give(page, tmp_path, SHEET)
    page.click("#replace-yes")
    assert page.input_value("textarea") == "Dear <b>all</b>"
    asked = []
    page.on("dialog", lambda one: asked.append(one.type))
    page.reload()
    assert asked == []                                           # what was opened from a file is safe there
    page.fill("textarea", "new")
    page.reload()
    assert asked == ["beforeunload"]
    page.context.close()


@pytest.mark.parametrize("code", ["", "Ana Ruiz", "Ana", "K 7", "<b>7</b>", "K7" * 10 + "x"])
def test_a_name_is_no_code(browser, pages, code):
    page, _ = open_page(browser, pages["sample"])
    page.evaluate("code => { document.querySelector('#code').value = code; }", code)
    page.click("#save")
    assert "not your name" in page.inner_text("#said")
    assert page.get_attribute("#code", "aria-invalid") == "true"
    assert page.evaluate("document.activeElement.id") == "code"
    page.context.close()


@pytest.mark.parametrize("name", ["hostile", "open", "open-print", "open-key"])
def test_hostile_text_never_runs(browser, pages, tmp_path, name):
    page, heard = open_page(browser, pages[name])
    if name in ("hostile", "open"):
        for box in page.query_selector_all(".t")[:12]:
            box.click()
        for button in page.query_selector_all(".check"):
            button.click()
        give(page, tmp_path, {"schema": "framing.answers/1", "pack": PACK.id, "version": "<img src=x onerror=alert(1)>", "answers": {}})
    assert page.evaluate("document.images.length") == 0
    assert page.evaluate("document.scripts.length") == (2 if name in ("hostile", "open") else 0)
    assert page.evaluate("document.querySelectorAll('[onerror],[onload],iframe,object,embed,base,form').length") == 0
    assert heard == []
    page.context.close()


def test_the_policy_lets_nothing_in_and_nothing_out(browser, pages):
    page, heard = open_page(browser, pages["sample"])
    page.evaluate("() => { const one = document.createElement('script'); one.textContent = 'window.ran = 1'; document.body.append(one); }")
    assert page.evaluate("window.ran") is None
    assert page.evaluate("fetch('https://host.invalid/').then(() => 'sent', () => 'stopped')") == "stopped"
    page.evaluate("new Promise(done => { const one = new Image(); one.onerror = done; one.src = 'https://host.invalid/a.png'; })")
    refused = [line for line in heard if "Content Security Policy" in line]
    for part in ("inline script", "host.invalid/'", "host.invalid/a.png"):
        assert any(part in line for line in refused), part
    page.context.close()


@pytest.mark.parametrize(("name", "scheme", "width"), [("sample", "light", 1280), ("sample", "dark", 1280), ("sample", "light", 390), ("sample", "dark", 320),
                                                       ("hostile", "light", 1280), ("print", "light", 1280), ("key", "light", 1280), ("key", "dark", 390),
                                                       ("hostile-key", "dark", 1280)])
def test_axe_finds_no_violation(browser, pages, name, scheme, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python").Axe()
    page, _ = open_page(browser, pages[name], width=width, height=256 if width == 320 else 900, color_scheme=scheme)  # 1280 by 1024 at 400 %
    if name == "sample":
        for words in ("mob", "smashed", "dawn"):
            word(page, "E2-1", words).click()
    for button in page.query_selector_all(".check"):
        button.click()
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found] == []
    page.context.close()


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("name", ["sample", "hostile", "print", "key", "hostile-key"])
def test_no_page_scrolls_sideways(browser, pages, name, width):
    page, _ = open_page(browser, pages[name], width=width)
    for button in page.query_selector_all(".check"):
        button.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_the_bar_covers_no_field_that_has_the_focus(browser, pages):
    page, _ = open_page(browser, pages["sample"], width=390, height=844)
    page.focus("#code")
    for _ in range(60):
        page.keyboard.press("Tab")
        covered = page.evaluate("() => { const one = document.activeElement, at = one.getBoundingClientRect(), bar = document.querySelector('.bar').getBoundingClientRect();"
                                "return !one.closest('.bar') && one !== document.body && at.top < bar.bottom && at.top > bar.top; }")
        assert not covered, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    page.context.close()
