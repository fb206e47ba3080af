"""Words of a text: where they are and how many."""

from __future__ import annotations

import re

from framing.model.article import Span

# A word begins with a letter or digit and may hold inner apostrophes, hyphens, full stops ("U.S.-backed") and thousands' commas.
_WORD = re.compile(r"[^\W_](?:[^\W_]|\.?-(?=[^\W_])|[.,'’](?=[^\W_]))*")


def word_spans(text: str, span: Span | None = None) -> list[Span]:
    """Places of the words in `text`, or in a span of it, in order; offsets count from the start of `text`."""
    start, end = span if span is not None else (0, len(text))
    return [Span(*found.span()) for found in _WORD.finditer(text, start, end)]


def count_words(text: str, span: Span | None = None) -> int:
    """How many words `text`, or a span of it, holds: "U.S.-backed" and "1,200" are one each."""
    start, end = span if span is not None else (0, len(text))
    return sum(1 for _ in _WORD.finditer(text, start, end))
