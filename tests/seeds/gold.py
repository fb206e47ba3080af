"""Reads the gold keys of `seeds/`: finds the place of each anchor in a text, and says so loudly where it cannot.

A key names passages by their words, never by offsets, so that it can be checked by eye and holds for any text made from
the same page (the file as decoded, or what a loader draws out of its markup). The format is described in `seeds/README.md`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html

from framing.model.article import Span

ELISION = "[...]"  # in an anchor: "first words [...] last words"
BLOCK_TAGS = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "section", "table", "td", "th", "tr", "ul", "br",
})
UNSEEN_TAGS = ("head", "script", "style", "template", "noscript")


class GoldKeyError(Exception):
    """A gold key does not fit its text: an anchor is missing, or stands there more than once."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a text. `nth` counts from 1 and may be left out (None) where the words stand there once."""

    text: str
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """Zone and story of a line that begins with `anchor`; of the anchor's own words where `part`. `also` holds zones as good."""

    anchor: Anchor
    zone: str
    story: int
    also: tuple[str, ...]
    part: bool


@dataclass(frozen=True, slots=True)
class AttributionRow:
    """An attribution in words, looked for from `at` on. `kinds` are those that would be right; `optional`: neither right nor wrong to find."""

    at: Anchor
    source: tuple[Anchor, ...]
    cue: tuple[Anchor, ...]
    content: tuple[Anchor, ...]
    via: tuple[Anchor, ...]
    kinds: tuple[str, ...]
    speaker: str | None
    source_types: tuple[str, ...]
    zone: str
    story: int
    optional: bool
    stance: bool


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A label, whom or what it names, and in whose voice."""

    at: Anchor | None
    text: Anchor
    referent: str
    voice: str
    speaker: str | None
    zone: str


@dataclass(frozen=True, slots=True)
class LoadedRow:
    """A loaded term and its voice. `silent`: it must not be counted as the outlet's own, for the reason in `why`."""

    at: Anchor | None
    text: Anchor
    voice: str
    speaker: str | None
    zone: str
    silent: bool
    why: str


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """Key of one article. `complete`: every attribution of its counted zones is here; `stories` counts the stories of the page."""

    file: str
    id: str
    outlet: str
    headlines: tuple[str, ...]
    published: str
    genre: str
    complete: bool
    zones: tuple[ZoneRow, ...]
    attributions: tuple[AttributionRow, ...]
    labels: tuple[LabelRow, ...]
    loaded: tuple[LoadedRow, ...]


@dataclass(frozen=True, slots=True)
class PairRow:
    """Verdict on two stories of two articles."""

    a: str
    story_a: int
    b: str
    story_b: int
    verdict: str


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """Two sentences, each named by its beginning, that tell of the same thing, and the voice of either. `why` is for the reader."""

    a_file: str
    a: Anchor
    b_file: str
    b: Anchor
    voice_a: str
    voice_b: str
    relation: str
    why: str


@dataclass(frozen=True, slots=True)
class OnlyInRow:
    """A statement of `file` that `not_in` does not hold. `could_know` is None where the dates do not tell."""

    file: str
    text: Anchor
    not_in: str
    could_know: bool | None


@dataclass(frozen=True, slots=True)
class NeverRow:
    """A label that stands in `file` and must never be printed as its outlet's own."""

    file: str
    label: Anchor
    why: str


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """Key of one event folder."""

    folder: Path
    title: str
    articles: tuple[GoldArticle, ...]
    pairs: tuple[PairRow, ...]
    aligned: tuple[AlignedRow, ...]
    only_in: tuple[OnlyInRow, ...]
    same_person: tuple[tuple[str, ...], ...]
    never: tuple[NeverRow, ...]

    def article(self, file: str) -> GoldArticle:
        """The key of one file of the folder.

        Raises:
            GoldKeyError: the key has no such file.
        """
        for one in self.articles:
            if one.file == file:
                return one
        raise GoldKeyError(f"{self.folder.name}: the key has no article {file!r}")


@dataclass(frozen=True, slots=True)
class AttributionSpans:
    """An attribution of the key as spans of a text."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    via: tuple[Span, ...]


def page_text(path: Path) -> str:
    """A file's text as decoded; of a page of markup what a reader sees, one line a block, spaces folded."""
    raw = path.read_bytes().decode("utf-8")
    if path.suffix not in {".html", ".htm"}:
        return raw
    tree = html.fromstring(raw.replace("\n", " "))  # a line end of the source is no line end of the page
    for hidden in list(tree.iter(*UNSEEN_TAGS)):
        hidden.drop_tree()
    for block in list(tree.iter(*BLOCK_TAGS)):
        block.text = "\n" + (block.text or "")
        block.tail = "\n" + (block.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return "\n".join(line for line in lines if line)


def find_all(text: str, words: str) -> list[Span]:
    """Every place of an anchor's words. A space stands for any white space; words are whole words; an elision spans the shortest stretch."""
    pieces = [r"\s+".join(re.escape(word) for word in piece.split()) for piece in words.split(ELISION)]
    pattern = r"[\s\S]+?".join(piece for piece in pieces if piece)
    if words[:1].isalnum():
        pattern = r"(?<!\w)" + pattern
    if words[-1:].isalnum():
        pattern += r"(?!\w)"
    return [Span(*found.span()) for found in re.finditer(pattern, text)]


def find_anchor(text: str, anchor: Anchor, *, within: Span | None = None) -> Span:
    """The one place of an anchor, in the whole text or in a part of it.

    Raises:
        GoldKeyError: it is not there, or there more than once and the key does not say which.
    """
    low, high = within or Span(0, len(text))
    found = find_all(text[low:high], anchor.text)
    if not found:
        raise GoldKeyError(f"not in the text: {anchor.text!r}")
    if anchor.nth is None and len(found) > 1:
        raise GoldKeyError(f"{len(found)} times in the text, and no nth: {anchor.text!r}")
    if anchor.nth is not None and not 1 <= anchor.nth <= len(found):
        raise GoldKeyError(f"nth = {anchor.nth}, but {len(found)} times in the text: {anchor.text!r}")
    place = found[(anchor.nth or 1) - 1]
    return Span(low + place.start, low + place.end)


def find_from(text: str, anchor: Anchor, *, at: Anchor | None) -> Span:
    """The place of an anchor from `at` to the end of its line; where it is not there, to the end of the text.

    Raises:
        GoldKeyError: as for `find_anchor`.
    """
    if at is None:
        return find_anchor(text, anchor)
    start = find_anchor(text, at).start
    line_end = text.find("\n", start)
    line = Span(start, len(text) if line_end < 0 else line_end)
    if find_all(text[line.start:line.end], anchor.text):
        return find_anchor(text, anchor, within=line)
    return find_anchor(text, anchor, within=Span(start, len(text)))


def line_spans(text: str) -> Iterator[Span]:
    """The lines that hold anything but white space, without the white space around them."""
    for found in re.finditer(r"[^\n]*\S[^\n]*", text):
        line = found.group()
        yield Span(found.start() + len(line) - len(line.lstrip()), found.start() + len(line.rstrip()))


def zone_spans(text: str, article: GoldArticle) -> tuple[tuple[Span, ZoneRow], ...]:
    """Each zone row with its line (for a part: its words), in the order of the key.

    Raises:
        GoldKeyError: no line begins with an anchor, or several do and the key does not say which.
    """
    lines = list(line_spans(text))
    found = []
    for row in article.zones:
        if row.part:
            found.append((find_anchor(text, row.anchor), row))
            continue
        starts = {span.start for span in find_all(text, row.anchor.text)}
        fitting = [line for line in lines if line.start in starts]
        nth = row.anchor.nth
        if not fitting or (nth is None and len(fitting) > 1) or (nth or 1) > len(fitting):
            raise GoldKeyError(f"{article.file}: {len(fitting)} lines begin with {row.anchor.text!r}, nth = {nth}")
        found.append((fitting[(nth or 1) - 1], row))
    return tuple(found)


def attribution_spans(text: str, row: AttributionRow) -> AttributionSpans:
    """An attribution's words as spans of `text`.

    Raises:
        GoldKeyError: as for `find_anchor`.
    """
    def places(anchors: tuple[Anchor, ...]) -> tuple[Span, ...]:
        return tuple(find_from(text, anchor, at=row.at) for anchor in anchors)

    return AttributionSpans(places(row.source), places(row.cue), places(row.content), places(row.via))


def read_event(folder: Path) -> GoldEvent:
    """The key of an event folder.

    Raises:
        KeyError: the key lacks a field that must be there.
    """
    data = tomllib.loads((folder / "gold.toml").read_text(encoding="utf-8"))
    return GoldEvent(
        folder=folder,
        title=data["title"],
        articles=tuple(_article(row) for row in data["article"]),
        pairs=tuple(PairRow(r["a"], r.get("story_a", 0), r["b"], r.get("story_b", 0), r["verdict"]) for r in data["pair"]),
        aligned=tuple(AlignedRow(r["a_file"], _anchor(r["a"]), r["b_file"], _anchor(r["b"]), r["voice_a"], r["voice_b"],
                                 r["relation"], r.get("why", "")) for r in data["aligned"]),
        only_in=tuple(OnlyInRow(r["file"], _anchor(r["text"]), r["not_in"], r.get("could_know")) for r in data["only_in"]),
        same_person=tuple(tuple(r["names"]) for r in data["same_person"]),
        never=tuple(NeverRow(r["file"], _anchor(r["label"]), r["why"]) for r in data["never"]),
    )


def read_events(seeds: Path) -> tuple[GoldEvent, ...]:
    """The keys of all event folders, by folder name."""
    return tuple(read_event(key.parent) for key in sorted(seeds.glob("*/gold.toml")))


def _anchor(value: str | dict[str, Any]) -> Anchor:
    return Anchor(value) if isinstance(value, str) else Anchor(value["text"], value.get("nth"))


def _anchors(values: list[str | dict[str, Any]]) -> tuple[Anchor, ...]:
    return tuple(_anchor(value) for value in values)


def _article(row: dict[str, Any]) -> GoldArticle:
    headline = row["headline"]
    return GoldArticle(
        file=row["file"], id=row["id"], outlet=row["outlet"],
        headlines=(headline,) if isinstance(headline, str) else tuple(headline),
        published=row["published"], genre=row["genre"], complete=row.get("complete", False),
        zones=tuple(ZoneRow(Anchor(r["anchor"], r.get("nth")), r["zone"], r.get("story", 0), tuple(r.get("also", ())), r.get("part", False))
                    for r in row["zone"]),
        attributions=tuple(_attribution(r) for r in row.get("attribution", ())),
        labels=tuple(LabelRow(_anchor(r["at"]) if "at" in r else None, _anchor(r["text"]), r["referent"], r["voice"],
                              r.get("speaker"), r.get("zone", "body")) for r in row.get("label", ())),
        loaded=tuple(LoadedRow(_anchor(r["at"]) if "at" in r else None, _anchor(r["text"]), r["voice"], r.get("speaker"),
                               r.get("zone", "body"), r.get("silent", False), r.get("why", "")) for r in row.get("loaded", ())),
    )


def _attribution(row: dict[str, Any]) -> AttributionRow:
    return AttributionRow(
        at=_anchor(row["at"]), source=_anchors(row["source"]), cue=_anchors(row["cue"]), content=_anchors(row["content"]),
        via=_anchors(row.get("via", [])), kinds=tuple(row["kind"].split("|")), speaker=row.get("speaker"),
        source_types=tuple(row["source_type"].split("|")), zone=row.get("zone", "body"), story=row.get("story", 0),
        optional=row.get("optional", False), stance=row.get("stance", False),
    )
