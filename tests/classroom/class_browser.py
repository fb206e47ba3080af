"""Debian's Chromium for the classroom's tests: a page opened as a student opens it, with everything it says or asks for written down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync"]
NEEDED = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium at /usr/bin/chromium")


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser."""
    driver = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    with driver.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield found
        found.close()


def open_page(browser: Any, path: Path, *, width: int = 1280, height: int = 900, **options: Any) -> tuple[Any, list[str]]:
    """The page, and a list that grows by each console line, error, dialog and request for anything but the file itself and its own blobs."""
    context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True, **options)
    page, heard = context.new_page(), []
    page.on("console", lambda one: heard.append(f"console: {one.text}"))
    page.on("pageerror", lambda one: heard.append(f"error: {one}"))
    page.on("dialog", lambda one: (heard.append(f"dialog: {one.type}") if one.type != "beforeunload" else None, one.accept()))
    page.on("request", lambda one: heard.append(f"request: {one.url}") if one.url != path.as_uri() and not one.url.startswith("blob:") else None)
    page.goto(path.as_uri())
    return page, heard


def word(page: Any, item: str, words: str, *, nth: int = 0) -> Any:
    """The token of a word in a passage that can be marked."""
    return page.locator(f"[data-item='{item}'] .t", has_text=words).nth(nth)


def saved(page: Any, folder: Path, press: Any = None) -> dict[str, Any]:
    """Presses "Save my answers" (or what `press` does) and gives the file as JSON."""
    with page.expect_download() as waiting:
        (press or (lambda: page.click("#save")))()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return json.loads(path.read_text(encoding="utf-8"))


def points(page: Any, item: str) -> str:
    """What the page says of an item after a check."""
    return page.inner_text(f"[data-item='{item}'] .result h4")
