"""Pictures of the finished reports, as a reader sees them: `python tests/benchmarks/screens.py`, with Debian's chromium installed.

Writes reports/screens/EVENT-desktop.png (1280 wide), -phone.png (390 wide) and -print.png (first page on A4).
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

REPORTS = Path(__file__).parents[2] / "reports"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
SIZES = {"desktop": (1280, 1000), "phone": (390, 844), "print": (794, 1123)}


def shoot(browser: Browser, event: str) -> None:
    """Take the pictures of one report."""
    for name, (width, height) in SIZES.items():
        page = browser.new_page(viewport={"width": width, "height": height})
        page.emulate_media(media="print" if name == "print" else "screen")
        page.goto((REPORTS / event / "report.html").as_uri())
        page.screenshot(path=str(REPORTS / "screens" / f"{event}-{name}.png"))
        page.close()


def main() -> None:
    """All events, or those named."""
    events = sys.argv[1:] or sorted(path.parent.name for path in REPORTS.glob("*/report.html"))
    (REPORTS / "screens").mkdir(exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for event in events:
            shoot(browser, event)
        browser.close()


if __name__ == "__main__":
    main()
