"""PDF: made where WeasyPrint is, refused with one helpful line where it is not; fetches nothing."""

from __future__ import annotations

import importlib.util
import io
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import report_builders as build

from framing.errors import OutputError
from framing.report import to_pdf as room
from framing.report.to_html import to_html
from framing.report.to_pdf import for_paper, pdf_available, to_pdf

ROOT = Path(__file__).parents[2]


def test_without_weasyprint_the_error_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "weasyprint", None)  # as if it were not installed
    with pytest.raises(OutputError, match=r"pip install 'framing-compare\[pdf\]'") as raised:
        to_pdf("<p>x</p>")
    assert "\n" not in str(raised.value)
    assert not pdf_available()


# WeasyPrint itself, on a machine where the loader of system libraries finds no Pango.
NO_PANGO = """
import cffi
real = cffi.FFI.dlopen
def dlopen(self, name, *rest):
    if name and "pango" in str(name):
        raise OSError(f"cannot load library {name!r}")
    return real(self, name, *rest)
cffi.FFI.dlopen = dlopen
from framing.errors import OutputError
from framing.report.to_pdf import to_pdf
try:
    to_pdf("<p>x</p>")
except OutputError as problem:
    print(problem)
"""


def test_without_pango_one_line_says_what_to_install():
    pytest.importorskip("cffi", reason="needs WeasyPrint's cffi")
    if importlib.util.find_spec("weasyprint") is None:
        pytest.skip("needs WeasyPrint")
    done = subprocess.run([sys.executable, "-c", NO_PANGO], capture_output=True, text=True, check=True, cwd=ROOT)
    (line,) = done.stdout.splitlines()
    assert "apt install libpangoft2-1.0-0" in line
    assert "print report.html to PDF from a browser" in line
    assert done.stderr == ""


def test_whatever_the_page_asks_for_is_refused(monkeypatch):
    asked = {}

    class Page:
        def __init__(self, *, string, base_url, url_fetcher):
            asked.update(string=string, base_url=base_url, fetch=url_fetcher)

        def write_pdf(self, **options):
            return b"%PDF-" + repr(sorted(options)).encode()

    monkeypatch.setattr(room, "_weasyprint", lambda: SimpleNamespace(HTML=Page))
    assert to_pdf("<p>x</p>").startswith(b"%PDF-")
    assert asked["base_url"] == "about:blank"
    for url in ("http://a.example/x.css", "file:///etc/passwd", "data:text/css,x"):
        with pytest.raises(OutputError, match="refused to fetch"):
            asked["fetch"](url, timeout=3)


def test_paper_keeps_every_rule_but_the_switches():
    html = to_html(build.comparison())
    style, fitted = (re.search(r"<style>(.*?)</style>", one, re.DOTALL).group(1) for one in (html, for_paper(html)))  # type: ignore[union-attr]
    assert ":has(" in style
    assert ":has(" not in fitted
    assert fitted.count("{") == style.count("{") - len(re.findall(r"[^{}]*:has\([^{]*\{", style)) + 3  # three rules of its own
    assert "@media print{" in fitted


def test_the_paper_can_be_chosen():
    html = to_html(build.comparison())
    assert "@page{size:A4}" in for_paper(html, paper="A4")
    assert "@page{size:letter}" in for_paper(html, paper="Letter")
    assert "size:" not in for_paper("<style>p{color:red}</style>")


def sheet(data: bytes) -> tuple[int, int]:
    from pypdf import PdfReader
    box = PdfReader(io.BytesIO(data)).pages[0].mediabox
    return round(box.width), round(box.height)


needs_weasyprint = pytest.mark.skipif(not pdf_available(), reason="needs WeasyPrint and Pango")


@pytest.fixture(scope="module")
def pdf(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    path.write_bytes(to_pdf(to_html(build.comparison())))
    return path


def run(*words: str) -> str:
    if shutil.which(words[0]) is None:
        pytest.skip(f"needs {words[0]}")
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def squeezed(text: str) -> str:
    return "".join(text.replace("\u00ad", "").split())


@needs_weasyprint
def test_the_pdf_is_the_same_each_time(pdf):
    assert pdf.read_bytes() == to_pdf(to_html(build.comparison()))


@needs_weasyprint
def test_a_page_that_names_its_paper_keeps_it_unless_another_is_asked_for():
    letter = "<style>@page{size:letter}</style><p>x</p>"
    assert sheet(to_pdf(letter)) == (612, 792)  # points: 8.5 by 11 inches
    assert sheet(to_pdf(letter, paper="A4")) == (595, 842)  # 210 by 297 mm
    assert sheet(to_pdf("<style>p{color:red}</style><p>x</p>")) == (595, 842)


@needs_weasyprint
def test_the_pdf_holds_every_finding_as_pypdf_reads_it(pdf):
    from pypdf import PdfReader
    words = squeezed(" ".join(page.extract_text() for page in PdfReader(pdf).pages))
    assert all(squeezed(one.sentence) in words for one in build.comparison().findings)


@needs_weasyprint
def test_pdftotext_finds_all_of_the_text(pdf):
    found = squeezed(run("pdftotext", "-raw", str(pdf), "-"))
    made = build.comparison()
    for one in made.findings:
        assert squeezed(one.sentence) in found
    for annotation in made.annotations:
        lines = [line.strip() for line in annotation.document.text.splitlines() if line.strip()]
        assert [line for line in lines if squeezed(line) not in found] == []


@needs_weasyprint
def test_qpdf_finds_no_fault(pdf):
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", str(pdf))


@needs_weasyprint
def test_every_font_is_inside(pdf):
    rows = run("pdffonts", str(pdf)).splitlines()[2:]
    assert rows
    assert all(row.split()[-5] == "yes" for row in rows), rows  # name type encoding emb sub uni object ID


def tree(node: Any) -> list[Any]:
    """Elements of the structure tree, in reading order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [one for part in node for one in tree(part)]
    if not isinstance(node, dict):
        return []
    return [*([node] if "/S" in node else []), *(tree(node["/K"]) if "/K" in node else [])]


@needs_weasyprint
def test_the_pdf_is_tagged_for_screen_readers(pdf):
    from pypdf import PdfReader
    reader = PdfReader(pdf)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or str(root["/MarkInfo"]["/Marked"]) == "True"
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert reader.metadata is not None
    assert "tell the same event" in (reader.metadata.title or "")
    elements = tree(root["/StructTreeRoot"])
    kinds = [str(one["/S"]) for one in elements]
    assert kinds.count("/H1") == 1
    assert {"/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Link", "/Figure"} <= set(kinds)
    assert all(one.get("/Alt") for one in elements if one["/S"] == "/Figure")


@needs_weasyprint
def test_bookmarks_lead_to_every_section(pdf):
    from pypdf import PdfReader

    from framing.report.page import build_page
    reader = PdfReader(pdf)
    (title, sections) = reader.outline
    assert "tell the same event" in title.title
    names = [one.title for one in sections if not isinstance(one, list)]
    assert [name.lstrip("0123456789") for name in names[1:]] == [one.title for one in build_page(build.comparison()).sections[1:]]


@needs_weasyprint
def test_a_hostile_report_becomes_a_pdf_too():
    data = to_pdf(to_html(build.hostile()))
    assert data.startswith(b"%PDF-1.7")
    assert b"/JavaScript" not in data
    assert b"/JS" not in data
