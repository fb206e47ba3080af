"""Remarks on what cleaning did: how much was set aside and under which zones, stories found, paragraphs joined."""

from __future__ import annotations

from typing import Final

from framing.model.article import Notice, Span
from framing.model.document import COUNTED_ZONES, Block, Paragraph, Story
from framing.text.tokens import count_words

_MUCH: Final = 0.5  # share of the words set aside from which a reader should look at the list
_LITTLE: Final = 20  # counted words below which nothing can be measured


def remarks_on_cleaning(blocks: tuple[Block, ...], paragraphs: tuple[Paragraph, ...], stories: tuple[Story, ...], shadow: str) -> tuple[Notice, ...]:
    """Notices for a reader: text set aside, several stories, joined paragraphs, too little left."""
    words: dict[str, int] = {}
    for block in blocks:
        words[block.zone] = words.get(block.zone, 0) + count_words(shadow, block.span)
    counted = sum(n for zone, n in words.items() if zone in COUNTED_ZONES)
    dropped = {zone: n for zone, n in words.items() if zone not in COUNTED_ZONES and n}
    total = counted + sum(dropped.values())
    notices = []
    if dropped:
        parts = ", ".join(f"{zone} {n}" for zone, n in sorted(dropped.items(), key=lambda one: (-one[1], one[0])))
        notices.append(Notice("set-aside", f"{total - counted} of {total} words do not count: {parts}"))
    if dropped and total - counted > _MUCH * total:
        notices.append(Notice("much-set-aside", "more than half of the words were set aside; look through the dropped lines"))
    if counted < _LITTLE:
        notices.append(Notice("little-text", f"only {counted} words of article text"))
    if len(stories) > 1:
        notices.append(Notice("several-stories", f"the page holds {len(stories)} stories; each is compared on its own"))
    notices += [Notice("joined-paragraph", "a sentence cut in two was put together", Span(one.start, one.end)) for one in paragraphs if len(one.spans) > 1]
    return tuple(notices)
