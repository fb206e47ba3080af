"""The page for everybody: at 400 % zoom, in light, dark and forced colours, by keyboard alone, and in shades of grey."""

from __future__ import annotations

from typing import Any

import pytest
import report_builders as build
from test_report_browser import CHROMIUM, browser, pages

__all__ = ["browser", "pages"]

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium at /usr/bin/chromium")
# 400 % zoom of a window of 1280 by 1024 pixels: 320 by 256 CSS pixels at four device pixels each (WCAG 2.2, 1.4.10).
ZOOMED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}
OPEN = "document.querySelectorAll('details').forEach(one => one.open = true)"
TABBABLE = "[...document.querySelectorAll('a[href],input,summary,[tabindex=\"0\"]')].filter(one => one.checkVisibility())"
WHO = "(() => { const one = document.activeElement; return [...document.querySelectorAll('*')].indexOf(one) })()"


def zoomed(browser: Any, path: Any, **more: Any) -> Any:
    page = browser.new_context(**ZOOMED, **more).new_page()
    page.goto(path.as_uri())
    page.evaluate(OPEN)
    return page


@pytest.mark.parametrize("look", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}],
                         ids=["light", "dark", "forced"])
@pytest.mark.parametrize("name", ["two", "hostile"])
def test_axe_finds_nothing_at_400_per_cent(browser, pages, name, look):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python").Axe()
    page = zoomed(browser, pages[name], **look)
    found = axe.run(page, options={"resultTypes": ["violations"]}).response
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.context.close()


@pytest.mark.parametrize("name", ["two", "six"])
def test_at_400_per_cent_no_words_are_cut_off(browser, pages, name):
    """No text may stand outside the window, but in what scrolls for itself: tables and the strips of contents and marks."""
    page = zoomed(browser, pages[name])
    cut = page.evaluate("""[...document.querySelectorAll('p,li,h1,h2,h3,h4,summary,label,dt,dd,blockquote')].filter(one => {
        if (one.closest('.scroll,.toc,.key') || !one.checkVisibility()) return false;
        const box = one.getBoundingClientRect(), look = getComputedStyle(one);
        return (look.overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1) || box.right > innerWidth + 1 || box.left < -1 })
        .map(one => one.outerHTML.slice(0, 100))""")
    assert cut == []
    page.context.close()


@pytest.mark.parametrize("size", [ZOOMED, {"viewport": {"width": 1280, "height": 900}}], ids=["400 %", "wide"])
def test_the_keyboard_reaches_everything_in_reading_order(browser, pages, size):
    page = browser.new_context(**size).new_page()
    page.goto(pages["two"].as_uri())
    page.evaluate(OPEN)
    wanted = page.evaluate(f"{TABBABLE}.map(one => [...document.querySelectorAll('*')].indexOf(one))")
    reached = []
    for _ in range(len(wanted) + 5):
        page.keyboard.press("Tab")
        place = page.evaluate(WHO)
        if place in reached or place < 0:
            break
        reached.append(place)
    assert [place for place in wanted if place not in reached] == []
    assert [place for place in reached if place in wanted] == sorted(wanted)
    page.context.close()


def test_every_toggle_is_worked_by_the_space_bar_and_shows_its_focus(browser, pages):
    page = browser.new_page()
    page.goto(pages["two"].as_uri())
    boxes = page.evaluate("[...document.querySelectorAll('input[type=checkbox]')].map(one => one.id)")
    assert len(boxes) == 6
    worked, asked = [], 0
    while len(worked) < len(boxes) and asked < 60:
        page.keyboard.press("Tab")
        asked += 1
        name = page.evaluate("document.activeElement.id")
        if name in boxes:
            look = page.evaluate("(() => { const seen = one => getComputedStyle(one).outlineStyle !== 'none' && parseFloat(getComputedStyle(one).outlineWidth) > 0; "
                                 "return seen(document.activeElement) || seen(document.activeElement.closest('label')) })()")
            assert look, f"{name} does not show that it has the focus"
            page.keyboard.press("Space")
            assert page.evaluate("document.activeElement.checked") is False
            worked.append(name)
    assert worked == boxes
    page.context.close()


def test_folds_are_opened_by_the_enter_key(browser, pages):
    page = browser.new_page()
    page.goto(pages["two"].as_uri())
    page.focus("details > summary")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open") is True
    page.context.close()


@pytest.mark.parametrize("kind", ["loaded", "label", "quoted", "attributed", "scare", "shared"])
def test_every_mark_differs_from_plain_words_without_colour(browser, pages, kind):
    """In forced colours, where the page's own are gone, and so in grey: by a line, a weight or a frame."""
    for look in ({"forced_colors": "active"}, {}):
        page = browser.new_context(**look).new_page()
        page.goto(pages["two"].as_uri())
        said = page.evaluate(f"""(() => {{ const one = document.querySelector('.key mark.{kind}'), look = getComputedStyle(one);
            return [look.borderBottomStyle, look.borderBottomWidth, look.outlineStyle, look.boxShadow, look.fontWeight, look.textDecorationLine] }})()""")
        line = said[0] != "none" and float(said[1].removesuffix("px")) >= 1
        assert line or said[2] != "none" or said[3] != "none" or "underline" in said[5], (kind, look, said)
        page.context.close()


def test_the_marks_differ_from_one_another_without_colour(browser, pages):
    page = browser.new_page()
    page.goto(pages["two"].as_uri())
    looks = page.evaluate("""[...document.querySelectorAll('.key mark')].map(one => { const look = getComputedStyle(one);
        return [look.borderBottomStyle, look.borderBottomWidth, look.boxShadow !== 'none', look.fontWeight].join(' ') })""")
    assert len(set(looks)) == len(looks) == 6, looks
    page.context.close()


def test_hostile_words_cannot_stretch_the_page(browser, tmp_path):
    from framing.report.to_html import to_html
    (tmp_path / "page.html").write_text(to_html(build.hostile()), encoding="utf-8")
    page = zoomed(browser, tmp_path / "page.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.context.close()
