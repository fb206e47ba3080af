"""An HTML tree to plain text: all that is visible, in order, one paragraph a block, each with the zone its markup names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from framing.load.markup import DROPPED, INLINE, is_hidden, own_zone

_SPACES: Final = re.compile(r"[ \t\r\n\f]+")
# A container with this share of the page's text is the page, whatever its class says.
_MOST_OF_PAGE: Final = 0.5
_STRONG: Final = frozenset({"nav", "footer", "menu", "figcaption", "button", "form", "select"})


@dataclass(frozen=True, slots=True)
class Part:
    """One visible paragraph: its text, the zone and rule its markup gives (None where it says nothing), and its element's name."""

    text: str
    zone: str | None
    rule: str
    tag: str
    glued: bool


@dataclass(frozen=True, slots=True)
class Visible:
    """The paragraphs of a page in order, and how many elements of each kind were dropped unread."""

    parts: tuple[Part, ...]
    dropped: tuple[tuple[str, int], ...]


class _Writer:
    """Collects text into paragraphs while the tree is walked."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self._pieces: list[str] = []
        self._state: tuple[str | None, str, str] = (None, "", "")
        self._glued = False

    def add(self, text: str | None, state: tuple[str | None, str, str]) -> None:
        """Text of one zone; a change of zone ends the paragraph."""
        if not text:
            return
        if not text.strip(" \t\r\n\f"):
            if self._pieces:
                self._pieces.append(" ")
            return
        if self._pieces and state[0] != self._state[0] and "".join(self._pieces).strip():
            self.end()
        if not self._pieces:
            self._state = state
        self._pieces.append(text)

    def end(self, *, glued: bool = False) -> None:
        """Close the paragraph; `glued`: only a line ends (<br>), and the next one belongs to it."""
        text = _SPACES.sub(" ", "".join(self._pieces)).strip(" ")
        if text.strip():
            self.parts.append(Part(text, *self._state, self._glued))
            self._glued = glued
        else:
            self._glued = False  # two line ends in a row part paragraphs
        self._pieces = []


def visible_text(root: Any) -> Visible:
    """Walk a page's tree without recursion (pages may nest a thousand deep) and give its paragraphs."""
    sizes = _text_sizes(root)
    total = max(1, sizes.get(root, 1))
    writer, dropped = _Writer(), Counter[str]()
    plain: tuple[str | None, str, str] = (None, "", "body")
    waiting: list[tuple[Any, tuple[str | None, str, str], bool]] = [(root, plain, False)]
    while waiting:
        element, outer, leaving = waiting.pop()
        if leaving:
            if element.tag not in INLINE:
                writer.end()
            writer.add(element.tail, outer)
            continue
        if not isinstance(element.tag, str) or element.tag in DROPPED or is_hidden(element):
            _count_dropped(dropped, element)
            writer.add(element.tail, outer)
            continue
        if element.tag == "br":
            writer.end(glued=True)
            writer.add(element.tail, outer)
            continue
        if element.tag not in INLINE:
            writer.end()
        inner = _state(element, outer, sizes.get(element, 0) / total)
        writer.add(element.text, inner)
        waiting.append((element, outer, True))
        waiting.extend((child, inner, False) for child in reversed(element))
    writer.end()
    return Visible(tuple(writer.parts), tuple(sorted(dropped.items())))


def _count_dropped(dropped: Counter[str], element: Any) -> None:
    if isinstance(element.tag, str) and element.tag != "head":
        dropped["hidden" if element.tag not in DROPPED else element.tag] += 1


def _state(element: Any, outer: tuple[str | None, str, str], share: float) -> tuple[str | None, str, str]:
    """The zone in force inside an element: its own, unless an outer one is stronger or the element is most of the page."""
    zone, rule, tag = outer
    tag = element.tag if element.tag not in INLINE else tag
    own = own_zone(element)
    if element.tag == "header" and own is None and share < _MOST_OF_PAGE and not _heads_article(element):
        own = ("furniture", "page.header")
    if own is None or (share >= _MOST_OF_PAGE and element.tag not in _STRONG) or (element.tag == "aside" and _is_quotation(element)):
        return zone, rule, tag
    if own[0] == "byline" and element.tag == "time" and zone is not None:
        return zone, rule, tag
    if zone in {"furniture", "teaser", "comments", "tags"} and not (zone == "furniture" and own[0] in {"teaser", "tags", "comments"}):
        return zone, rule, tag  # a headline in a menu is menu; the list of related stories in a sidebar is teaser
    if zone == "caption" and own[0] != "credit":
        return zone, rule, tag
    return own[0], own[1], tag


def _heads_article(element: Any) -> bool:
    return element.find(".//h1") is not None or any(up.tag in {"article", "main"} for up in element.iterancestors())


def _is_quotation(element: Any) -> bool:
    """An <aside> may hold a pull quote of the story rather than a side story."""
    return "quote" in (element.get("class") or "").lower() or element.find(".//blockquote") is not None


def _text_sizes(root: Any) -> dict[Any, int]:
    """How many visible characters stand in each element, children included; from the leaves up, in document order reversed."""
    sizes: dict[Any, int] = {}
    for element in reversed(list(root.iter())):
        if not isinstance(element.tag, str) or element.tag in DROPPED:
            sizes[element] = 0
            continue
        own = len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)
        sizes[element] = own + sum(sizes.get(child, 0) for child in element)
    return sizes
