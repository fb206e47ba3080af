"""Blocks to paragraphs: one for each block, except where a caption or a teaser cut a sentence in two."""

from __future__ import annotations

import re
from typing import Final

from framing.model.document import COUNTED_ZONES, Block, Paragraph

_ENDS: Final = re.compile(r"""[.!?:\u2026]["')\]]*$""")
_LEAST: Final = 3  # words before the cut: less is a label


def join_paragraphs(blocks: tuple[Block, ...], shadow: str) -> tuple[Paragraph, ...]:
    """Paragraphs in order of their first letter. Two blocks of body make one paragraph when the first ends without a stop, the
    next goes on in small letters, and only dropped blocks of the same story stand between.
    """
    paragraphs: list[Paragraph] = []
    last: int | None = None  # the last body paragraph that a following block may go on from
    for block in blocks:
        if block.zone == "body" and last is not None and _goes_on(paragraphs[last], block, shadow):
            paragraphs[last] = Paragraph((*paragraphs[last].spans, block.span), "body", block.story)
            continue
        paragraphs.append(Paragraph((block.span,), block.zone, block.story))
        if block.zone == "body":
            last = len(paragraphs) - 1
        elif block.zone in COUNTED_ZONES:
            last = None
    return tuple(paragraphs)


def _goes_on(before: Paragraph, block: Block, shadow: str) -> bool:
    """Whether the block continues the paragraph in the middle of a sentence."""
    tail = shadow[max(before.spans[-1].start, before.end - 200):before.end].rstrip()
    head = shadow[block.span.start:block.span.start + 3].lstrip("\"'([ ")
    return (before.story == block.story and bool(head) and head[0].islower() and not _ENDS.search(tail)
            and len(tail.split()) >= _LEAST)
