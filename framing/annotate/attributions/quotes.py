"""Quotation regions of a document: curly, straight, reopened over paragraphs, left open, nested."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from framing.model.article import Span
from framing.model.document import READ_ZONES, Document, Paragraph
from framing.text.tokens import count_words

QUOTE_WORDS: Final = 3  # words from which quoted words are a quotation; fewer are scare quotes (method: rule 1)
_LONGEST_OPEN: Final = 3_000  # characters; a mark left open for longer is taken as stray, so that it spoils no page
_MARK: Final = re.compile(r"\"|''(?!')")  # two single marks stand for a double one in some wires
# A forgotten closing mark: the words that name the speaker follow a comma.
_SPEAKER_INSIDE: Final = re.compile(
    r"[,?!] (?:(?:said|says) [A-Z]|(?:he|she|they|(?:[A-Z][\w.'-]* ){0,2}[A-Z][\w.'-]*) (?:said|says|added|wrote)\b)")
_OPENING, _CLOSING = "\u201c\u00ab\u201e", "\u201d\u00bb"
_SINGLE = re.compile(r"(?<![^\s(\[])'(?=\S)([^'\n]{2,300}?(?:(?<=\w)'\w[^'\n]{0,300}?){0,8})(?<=\S)'(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks. `span` holds the marks, `inner` does not; `paragraph` is its place in the document.

    `n_words` counts the inner words. `continues` is the place (in the tuple of quotes) of the quotation of the paragraph
    before that this one carries on: left open there, and opened again here. `closed` is False where no mark closes it.
    """

    span: Span
    inner: Span
    paragraph: int
    n_words: int
    closed: bool
    continues: int | None = None

    @property
    def is_scare(self) -> bool:
        """One or two quoted words."""
        return self.n_words < QUOTE_WORDS


def find_quotes(document: Document) -> tuple[Quote, ...]:
    """Quotations of all paragraphs that are read, in order, none inside another.

    A mark left open runs to the end of its paragraph; where the next paragraph opens with a mark, that one continues it.
    Single marks count in headlines only, where they stand for double ones.
    """
    found: list[Quote] = []
    left_open: int | None = None
    for k, paragraph in enumerate(document.paragraphs):
        if paragraph.zone not in READ_ZONES or paragraph.zone == "teaser":
            continue
        mine = list(_in_paragraph(document, k, paragraph))
        if mine and left_open is not None and paragraph.zone == "body" and _opens_with(document, paragraph, mine[0]):
            mine[0] = replace(mine[0], continues=left_open)
        found += mine
        if paragraph.zone == "body":
            left_open = len(found) - 1 if mine and not mine[-1].closed else None
    return tuple(found)


def _opens_with(document: Document, paragraph: Paragraph, quote: Quote) -> bool:
    return not document.shadow[paragraph.start:quote.span.start].strip()


def _in_paragraph(document: Document, k: int, paragraph: Paragraph) -> Iterator[Quote]:
    pairs = list(_double(document, paragraph))
    if not pairs and paragraph.zone in {"headline", "subhead"}:
        pairs = [(m.start(), m.end(), True) for m in _SINGLE.finditer(document.shadow, paragraph.start, paragraph.end)]
    for start, end, closed in pairs:
        width = 2 if document.shadow.startswith("''", start) else 1
        inner = Span(start + width, max(start + width, end - width * closed))
        n_words = count_words(document.shadow, inner)
        if n_words:
            yield Quote(Span(start, end), inner, k, n_words, closed)


def _double(document: Document, paragraph: Paragraph) -> Iterator[tuple[int, int, bool]]:
    """(start, end, closed) of each outermost pair of double marks; `end` is past the closing mark."""
    shadow, depth, start = document.shadow, 0, 0
    for span in paragraph.spans:
        for mark in _MARK.finditer(shadow, span.start, span.end):
            straight = depth > 0 and document.text[start] not in _OPENING
            turn = _turn(document.text, shadow, mark.start(), mark.end(), depth, straight)
            if turn > 0 and depth == 0:
                start = mark.start()
            depth = max(0, depth + turn)
            if turn < 0 and depth == 0:
                yield start, mark.end(), True
    if depth and paragraph.end - start <= _LONGEST_OPEN:
        slip = _SPEAKER_INSIDE.search(shadow, start + 1, paragraph.end)
        yield (start, slip.start() + 1, False) if slip else (start, paragraph.end, False)


def _turn(text: str, shadow: str, place: int, end: int, depth: int, straight: bool) -> int:
    """1 where the mark at text[place:end] opens, -1 where it closes an open one, 0 where it is stray.

    `straight`: the outermost open mark is a straight one, so that a curly one opens a quotation inside it.
    """
    mark = text[place]
    before = shadow[place - 1] if place else " "
    after = shadow[end] if end < len(shadow) else " "
    if mark in _OPENING and not (depth and before.isalnum() and not after.isalnum()):
        return 0 if depth and not (straight and depth < 2) else 1  # a second opening mark is a slip or a reopening, seldom a quotation inside one
    if mark in _OPENING or mark in _CLOSING:
        return -1 if depth else 0
    opens = before in " \n\t([-\u2014\u2013/'" and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in ".,;:!?)]-\u2014\u2013'\"")
    if not depth:
        return 0 if closes and not opens else 1  # `6'2"`: nothing is open, so it closes nothing
    if opens and not closes and before in " (" and depth < 2 and end - place == 1:
        return 1  # '"A "nested" word"'
    return -1
