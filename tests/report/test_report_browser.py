"""The page in Chromium: nothing runs, nothing is asked for, nothing is said on the console; axe-core finds no fault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import report_builders as build

from framing.report.to_html import to_html

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync"]

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium at /usr/bin/chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    driver = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    with driver.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    made = {"two": build.comparison(), "hostile": build.hostile(), "three": build.many(3), "six": build.many(6)}
    for name, comparison in made.items():
        (folder / f"{name}.html").write_text(to_html(comparison), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


def open_page(browser: Any, path: Path, *, scheme: str = "light", width: int = 1280) -> tuple[Any, list[str]]:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page, heard = context.new_page(), []
    page.on("console", lambda one: heard.append(f"console: {one.text}"))
    page.on("pageerror", lambda one: heard.append(f"error: {one}"))
    page.on("dialog", lambda one: (heard.append("dialog"), one.dismiss()))
    page.on("request", lambda one: heard.append(f"request: {one.url}") if one.url != path.as_uri() else None)
    page.goto(path.as_uri())
    return page, heard


@pytest.mark.parametrize("name", ["two", "hostile", "three", "six"])
def test_no_script_runs_and_nothing_is_asked_for(browser, pages, name):
    page, heard = open_page(browser, pages[name])
    page.mouse.wheel(0, 4000)
    assert heard == []
    assert page.evaluate("document.scripts.length") == 0
    page.context.close()


@pytest.mark.parametrize(("name", "scheme", "width"), [("two", "light", 1280), ("two", "dark", 1280), ("two", "light", 760), ("two", "dark", 390),
                                                       ("hostile", "light", 1280), ("hostile", "dark", 390), ("six", "light", 1280)])
def test_axe_finds_no_violation(browser, pages, name, scheme, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python").Axe()
    page, _ = open_page(browser, pages[name], scheme=scheme, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []
    page.context.close()


@pytest.mark.parametrize("width", [1280, 760, 390, 320])
@pytest.mark.parametrize("name", ["two", "hostile", "six"])
def test_the_page_never_scrolls_sideways(browser, pages, name, width):
    page, _ = open_page(browser, pages[name], width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_a_mark_can_be_switched_off(browser, pages):
    page, _ = open_page(browser, pages["two"])
    look = "getComputedStyle(document.querySelector('.pair .loaded')).borderBottomStyle"
    assert page.evaluate(look) == "solid"
    page.uncheck("#k-loaded")
    assert page.evaluate(look) == "none"
    page.context.close()


def test_a_link_to_the_full_text_opens_it(browser, pages):
    page, _ = open_page(browser, pages["two"])
    assert page.evaluate("document.querySelector('#text-A').open") is False
    page.click("#ev1 a[href^='#tA']")
    page.wait_for_function("document.querySelector('#text-A').open")
    assert page.evaluate("location.hash").startswith("#tA-s")
    page.context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_print_loses_nothing(browser, pages, paper, tmp_path):
    from pypdf import PdfReader
    page, _ = open_page(browser, pages["two"], scheme="dark")
    page.pdf(path=str(tmp_path / "out.pdf"), format=paper)
    words = " ".join(" ".join(one.extract_text() for one in PdfReader(tmp_path / "out.pdf").pages).split())
    for wanted in ("A quotes", "B quotes three named people", "No clear difference", "News | World | Business | Log in", "READ MORE: Five things",
                   "Every number that was measured", "SHA-256", "which article is true", "Human rights lawyers condemned"):
        assert (wanted in words) == (wanted != "A quotes"), wanted
    page.context.close()
