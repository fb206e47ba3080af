"""Word documents (.docx): paragraphs and tables in order, heading styles as hints; guarded against bombs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from framing.errors import ArticleError
from framing.load.draft import Draft, Facts
from framing.model.article import Known, Notice, Span, ZoneHint

MAX_PART = 50_000_000  # bytes unpacked, in one part
MAX_RATIO = 100  # unpacked to packed, looked at once a part unpacks to more than RATIO_FROM bytes
RATIO_FROM = 1_000_000
MAX_ENTRIES = 2_000
_LEFT_OUT: Final = ("footnotes", "endnotes", "comments", "header", "footer")


def read_docx(raw: bytes, place: str) -> Draft:
    """The article in a Word document.

    Raises:
        ArticleError: not a whole Word document, too large when unpacked, holding a DTD, or without text.
    """
    names = _check_parts(raw, place)
    import docx  # heavy: lxml and the whole format
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    try:
        document = docx.Document(io.BytesIO(raw))
    except (OpcError, KeyError, ValueError, XMLSyntaxError, AttributeError) as problem:
        raise ArticleError(place, f"not a whole Word document ({str(problem).splitlines()[0] if str(problem) else type(problem).__name__})") from problem
    lines, hints, start = [], [], 0
    for text, zone, rule in _paragraphs(document):
        if zone:
            hints.append(ZoneHint(Span(start, start + len(text)), zone, rule))
        lines.append(text)
        start += len(text) + 2
    if not lines:
        raise ArticleError(place, "no text in this document; is it a picture?")
    return Draft("\n\n".join(lines), raw, "utf-8", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", place,
                 facts=_properties(document), hints=tuple(hints), notices=_left_out(names))


def _check_parts(raw: bytes, place: str) -> list[str]:
    """The names of the parts, once none of them is a bomb or holds a DTD; sizes are counted while unpacking, not believed."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_ENTRIES:
                raise ArticleError(place, f"{len(entries)} parts in this document, more than {MAX_ENTRIES:,}; refused")
            for entry in entries:
                _check_part(archive, entry, place)
            return [entry.filename for entry in entries]
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as problem:
        raise ArticleError(place, f"not a whole Word document ({problem})") from problem


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: str) -> None:
    unpacked, is_xml = 0, entry.filename.lower().endswith((".xml", ".rels"))
    tail = b""
    with archive.open(entry) as part:
        while piece := part.read(65_536):
            unpacked += len(piece)
            if unpacked > MAX_PART or (unpacked > RATIO_FROM and unpacked > MAX_RATIO * max(1, entry.compress_size)):
                raise ArticleError(place, f"the part {entry.filename!r} unpacks to too much; refused")
            if is_xml and (b"<!DOCTYPE" in tail + piece or b"<!ENTITY" in tail + piece):
                raise ArticleError(place, f"the part {entry.filename!r} holds a DTD; refused")
            tail = piece[-16:]


def _paragraphs(document: Any) -> Iterator[tuple[str, str, str]]:
    """Texts in order with the zone their style names ("" for none) and the rule."""
    from docx.table import Table

    n_titles = 0
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                text = "\t".join(cell.text.strip().replace("\n", " ") for cell in row.cells)
                if text.strip():
                    yield text.strip(), "", ""
            continue
        text = item.text.strip()
        if not text:
            continue
        zone, rule = _style_zone(item.style.name if item.style is not None else "")
        if zone == "headline":
            n_titles += 1
            zone = "headline" if n_titles == 1 else "subhead"
        yield text, zone, rule


def _style_zone(style: str) -> tuple[str, str]:
    name = style.lower()
    if name in {"title", "heading 1"}:
        return "headline", f"docx.{name.replace(' ', '-')}"
    if name.startswith("heading "):
        return "subhead", f"docx.{name.replace(' ', '-')}"
    return {"subtitle": ("dek", "docx.subtitle"), "caption": ("caption", "docx.caption")}.get(name, ("", ""))


def _properties(document: Any) -> Facts:
    """Title and author of the file's properties; weak, as templates carry their maker's name."""
    properties = document.core_properties
    title, author = (properties.title or "").strip(), (properties.author or "").strip()
    return Facts(title=Known(title, "page", 0.4) if title else None,
                 byline=Known(author, "page", 0.3) if author and author != "python-docx" else None)


def _left_out(names: list[str]) -> tuple[Notice, ...]:
    parts = sorted({word for word in _LEFT_OUT for name in names if name.startswith(f"word/{word}")})
    return (Notice("docx-parts-left-out", f"not read in this document: {', '.join(parts)}"),) if parts else ()
