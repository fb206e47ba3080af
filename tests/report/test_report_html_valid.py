"""The HTML is valid: by html5lib's strict parser, and by the Nu Html Checker where Java and its jar are there (npm install vnu-jar)."""

from __future__ import annotations

import os
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
import report_builders as build

from framing.report.to_html import to_fragment
from framing.report.to_index import Entry, index_html
from framing.report.write import write_report

ROOT = Path(__file__).parents[2]
HOSTILE = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>'
MAKERS = {"two": build.comparison, "hostile": build.hostile, "three": lambda: build.many(3), "six": lambda: build.many(6), "twenty": lambda: build.many(20)}
PAGES = [*MAKERS, "external", "index", "fragment", "finished"]


def jar() -> Path | None:
    """The checker's jar: where VNU_JAR says, or in node_modules of the checkout."""
    places = [Path(os.environ.get("VNU_JAR", "")), ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"]
    return next((place for place in places if place.is_file()), None) if shutil.which("java") else None


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Each page under its name, and what lies beside it."""
    made = tmp_path_factory.mktemp("pages")
    for name, make in MAKERS.items():
        write_report(make(), made / name, formats=("html", "charts"))
        (made / name / "report.html").rename(made / f"{name}.html")
    write_report(build.comparison(), made / "external", formats=("html",), assets="external")
    (made / "external/report.html").rename(made / "external.html")
    entries = [Entry("one", "One and two", ("same-event",), "A quotes.", "strong", 3), Entry(HOSTILE, HOSTILE, (HOSTILE,), HOSTILE, HOSTILE, 1),
               Entry("none", "Nothing found", (), "", "", 0)]
    (made / "index.html").write_text(index_html(entries), encoding="utf-8")
    frame = to_fragment(build.hostile())
    (made / "fragment.html").write_text(f'<!doctype html><html lang="en"><title>x</title><body>{frame}</body></html>', encoding="utf-8")
    for report in sorted((ROOT / "reports").glob("*/report.html")):
        shutil.copy(report, made / f"finished-{report.parent.name}.html")
    return made


@pytest.mark.parametrize("name", PAGES)
def test_a_strict_parser_finds_no_fault(folder, name):
    html5lib = pytest.importorskip("html5lib", reason="needs html5lib")
    files = sorted(folder.glob(f"{name}*.html"))
    assert files
    for path in files:
        html5lib.HTMLParser(strict=True).parse(path.read_text(encoding="utf-8"))


def test_the_strict_parser_finds_a_fault_that_is_there():
    html5lib = pytest.importorskip("html5lib", reason="needs html5lib")
    with pytest.raises(html5lib.html5parser.ParseError):
        html5lib.HTMLParser(strict=True).parse('<!doctype html><html lang="en"><title>x</title><p></div>')


class Frames(HTMLParser):
    """The pages inside a page."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside += [value or "" for name, value in attrs if tag == "iframe" and name == "srcdoc"]


def test_the_page_inside_a_notebooks_frame_is_whole(folder):
    html5lib = pytest.importorskip("html5lib", reason="needs html5lib")
    reader = Frames()
    reader.feed((folder / "fragment.html").read_text(encoding="utf-8"))
    (inside,) = reader.inside
    html5lib.HTMLParser(strict=True).parse(inside)
    assert "Content-Security-Policy" in inside
    assert "<script" not in inside


def checked(*words: str) -> str:
    found = jar()
    if found is None:
        pytest.skip("needs Java and the Nu Html Checker (npm install vnu-jar, or VNU_JAR)")
    return subprocess.run(["java", "-jar", str(found), "--stdout", "--format", "gnu", "--Werror", *words], capture_output=True, text=True,
                          check=False).stdout


def test_the_nu_html_checker_finds_no_error_and_no_warning(folder):
    said = checked(*(str(path) for path in sorted(folder.glob("*.html")))).splitlines()
    # It knows no origin of a file on disk; that Chromium loads the sheet from there is tested in test_report_assets.py.
    assert [line for line in said if "external stylesheet “report.css” blocked" not in line] == []


def test_the_nu_html_checker_takes_the_style_sheet_and_the_charts(folder):
    assert checked("--css", str(folder / "external/report.css")) == ""
    assert checked("--svg", *(str(path) for path in sorted(folder.glob("*/charts/*.svg")))) == ""


def test_the_nu_html_checker_finds_a_fault_that_is_there(tmp_path):
    (tmp_path / "bad.html").write_text('<!doctype html><html lang="en"><title>x</title><p style="colr:red">', encoding="utf-8")
    assert "colr" in checked(str(tmp_path / "bad.html"))
