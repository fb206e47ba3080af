"""PDF: made where WeasyPrint is, refused with one helpful line where it is not; fetches nothing."""

from __future__ import annotations

import importlib
import io
from types import SimpleNamespace

import pytest
import report_builders as build

from framing.errors import OutputError
from framing.report import to_pdf as room
from framing.report.to_html import to_html
from framing.report.to_pdf import pdf_available, to_pdf


def test_without_weasyprint_the_error_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setattr(room, "_weasyprint", lambda: None)
    with pytest.raises(OutputError, match=r"pip install 'framing-compare\[pdf\]'") as raised:
        to_pdf("<p>x</p>")
    assert "\n" not in str(raised.value)
    assert not pdf_available()


@pytest.mark.parametrize("problem", [ImportError("none"), OSError("cannot load library 'pango'")])
def test_a_missing_system_library_counts_as_missing(monkeypatch, problem):
    def fail(name):
        raise problem

    monkeypatch.setattr(importlib, "import_module", fail)
    assert not pdf_available()


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


@pytest.mark.skipif(not pdf_available(), reason="needs WeasyPrint")
def test_the_pdf_holds_every_finding():
    from pypdf import PdfReader
    made = build.comparison()
    data = to_pdf(to_html(made))
    assert data == to_pdf(to_html(made))
    words = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())
    assert all(" ".join(one.sentence.split()) in words for one in made.findings)
