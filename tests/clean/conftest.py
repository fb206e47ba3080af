"""Helpers for the cleaning room: pasted text to a document and to rows of zones."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from framing.clean import clean_article
from framing.model.article import Article, Known
from framing.model.document import Document

Rows = list[tuple[str, str, str]]


def clean(text: str, *, title: str | None = None, **fields: object) -> Document:
    """A pasted text, cleaned."""
    data = text.encode("utf-8", "surrogatepass")
    known = Known(title, "file", 1.0) if title else None
    return clean_article(Article("a", text, "a.txt", hashlib.sha256(data).hexdigest(), len(data), "utf-8", "text/plain", title=known, **fields))


@pytest.fixture(name="clean")
def clean_fixture() -> Callable[..., Document]:
    """`clean` for tests."""
    return clean


@pytest.fixture(name="clean_text")
def clean_text_fixture() -> Callable[..., Rows]:
    """Zone, rule and words of each block of a pasted text."""
    def rows(text: str, **fields: object) -> Rows:
        document = clean(text, **fields)
        return [(block.zone, block.rule, document.text[block.span.start:block.span.end]) for block in document.blocks]

    return rows
