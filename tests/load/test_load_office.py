"""Word documents: order, styles, and what is refused."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from framing.errors import ArticleError
from framing.load import office
from framing.load.office import read_docx


def document_bytes(build) -> bytes:
    document = docx.Document()
    build(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def article(document) -> None:
    document.core_properties.author = "Ana Ruiz"
    document.add_heading("Ferry closes", level=1)
    document.add_paragraph("A long service ends.", style="Subtitle")
    document.add_paragraph("The ferry  sails\u00a0no more.")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Boats", "12"
    document.add_heading("Next", level=2)
    document.add_paragraph("")
    document.add_paragraph("The pier", style="Caption")


def with_part(raw: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return out.getvalue()


def test_paragraphs_and_tables_in_order_with_their_styles():
    draft = read_docx(document_bytes(article), "a.docx")
    assert draft.text.split("\n\n") == ["Ferry closes", "A long service ends.", "The ferry  sails\u00a0no more.", "Boats\t12", "Next", "The pier"]
    assert [(draft.text[hint.span.start:hint.span.end], hint.zone, hint.rule) for hint in draft.hints] == [
        ("Ferry closes", "headline", "docx.heading-1"), ("A long service ends.", "dek", "docx.subtitle"), ("Next", "subhead", "docx.heading-2"), ("The pier", "caption", "docx.caption")]
    assert draft.facts.byline is not None
    assert (draft.facts.byline.value, draft.facts.byline.confidence) == ("Ana Ruiz", 0.3)


def test_a_second_title_is_a_subhead():
    draft = read_docx(document_bytes(lambda d: (d.add_heading("One", 1), d.add_heading("Two", 1), d.add_paragraph("x"))), "a.docx")
    assert [hint.zone for hint in draft.hints] == ["headline", "subhead"]


def test_the_librarys_own_name_is_no_author():
    assert read_docx(document_bytes(lambda d: d.add_paragraph("x")), "a.docx").facts.byline is None


def test_parts_that_are_not_read_are_named():
    raw = with_part(document_bytes(article), "word/footnotes.xml", b"<x/>")
    assert [notice.message for notice in read_docx(raw, "a.docx").notices] == ["not read in this document: footnotes"]


@pytest.mark.parametrize(("name", "content", "words"), [
    ("word/extra.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>", "DTD"),
    ("word/extra.xml", b" " * 65_530 + b"<!DOCTYPE x><x/>", "DTD"),  # across the pieces it is read in
    ("word/bomb.bin", b"\0" * 3_000_000, "unpacks to too much"),     # about 1,000 to 1
])
def test_bombs_and_dtds_are_refused(name, content, words):
    with pytest.raises(ArticleError, match=words):
        read_docx(with_part(document_bytes(article), name, content), "a.docx")


def test_too_many_parts_and_too_large_a_part(monkeypatch):
    raw = document_bytes(article)
    monkeypatch.setattr(office, "MAX_ENTRIES", 3)
    with pytest.raises(ArticleError, match="parts in this document, more than 3"):
        read_docx(raw, "a.docx")
    monkeypatch.setattr(office, "MAX_ENTRIES", 2000)
    monkeypatch.setattr(office, "MAX_PART", 100)
    with pytest.raises(ArticleError, match="unpacks to too much"):
        read_docx(raw, "a.docx")


@pytest.mark.parametrize("raw", [b"PK\x03\x04 word/ cut short", b"PK\x05\x06" + b"\0" * 18, document_bytes(article)[:-200]])
def test_a_broken_file_is_one_clear_line(raw):
    with pytest.raises(ArticleError, match="not a whole Word document") as caught:
        read_docx(raw, "a.docx")
    assert "\n" not in str(caught.value)


def test_a_document_without_text():
    with pytest.raises(ArticleError, match="no text in this document"):
        read_docx(document_bytes(lambda d: d.add_paragraph(" ")), "a.docx")
