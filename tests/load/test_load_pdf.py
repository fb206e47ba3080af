"""PDF files: text as stored, and what is refused."""

from __future__ import annotations

import io

import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from framing.errors import ArticleError
from framing.load import pdf
from framing.load.pdf import read_pdf


def pdf_bytes(*pages: tuple[str, ...], password: str = "", info: dict[str, str] | None = None) -> bytes:
    """A PDF with one line of text for each string."""
    writer = pypdf.PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"), NameObject("/BaseFont"): NameObject("/Helvetica")})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
        stream = DecodedStreamObject()
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        stream.set_data(f"BT /F1 12 Tf 50 800 Td {shown} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
    if info:
        writer.add_metadata(info)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


LINES = ("The harbour council voted", "to close the ferry.")


def test_text_of_all_pages_with_facts():
    info = {"/Title": "Ferry closes", "/Author": "Ana Ruiz", "/CreationDate": "D:20190503120000Z"}
    draft = read_pdf(pdf_bytes(LINES, ("Buses will run from Monday on.",), info=info), "a.pdf")
    assert draft.text == "The harbour council voted\nto close the ferry.\n\nBuses will run from Monday on."
    assert draft.media_type == "application/pdf"
    facts = draft.facts
    assert facts.published is not None
    assert (facts.published.value, facts.published.confidence) == ("2019-05-03", 0.3)
    assert facts.title is not None
    assert facts.title.value == "Ferry closes"
    assert "pdf-layout" in [notice.code for notice in draft.notices]


@pytest.mark.parametrize("pages", [((),), (("3",),)])
def test_a_pdf_without_text_may_be_a_scan(pages):
    with pytest.raises(ArticleError, match="no text in this PDF; is it a scan"):
        read_pdf(pdf_bytes(*pages), "a.pdf")


def test_a_locked_pdf():
    with pytest.raises(ArticleError, match="locked with a password"):
        read_pdf(pdf_bytes(LINES, password="secret"), "a.pdf")


@pytest.mark.parametrize("raw", [b"%PDF-1.4 and nothing more", b"%PDF-1.4\n" + b"\xff" * 500, pdf_bytes(LINES)[:150]])
def test_a_broken_pdf_is_one_clear_line(raw):
    with pytest.raises(ArticleError, match=r"not a readable PDF|no text in this PDF") as caught:
        read_pdf(raw, "a.pdf")
    assert "\n" not in str(caught.value)


def test_a_book_is_no_article(monkeypatch):
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    with pytest.raises(ArticleError, match="2 pages; at most 1"):
        read_pdf(pdf_bytes(LINES, LINES), "a.pdf")
