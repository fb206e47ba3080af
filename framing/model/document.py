"""A cleaned article: zones, stories, paragraphs and sentences over the article's own text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from framing.model.article import Article, Notice, Span

Zone = Literal[
    "headline", "dek", "byline", "dateline", "subhead", "body",
    "caption", "credit", "teaser", "tags", "comments", "furniture",
]
ZONES: Final[tuple[Zone, ...]] = (
    "headline", "dek", "byline", "dateline", "subhead", "body",
    "caption", "credit", "teaser", "tags", "comments", "furniture",
)
COUNTED_ZONES: Final[frozenset[str]] = frozenset({"headline", "dek", "subhead", "body"})
READ_ZONES: Final[frozenset[str]] = COUNTED_ZONES | {"caption", "teaser"}  # zones that are split into sentences

Voice = Literal["own", "attributed", "quoted", "scare"]
VOICES: Final[tuple[Voice, ...]] = ("own", "attributed", "quoted", "scare")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text with one zone. Blocks are in order, do not overlap, and together hold every letter of the text.

    `story` counts from 0; what belongs to no story in particular (menus above the first) bears the story it stands next to.
    `rule` names what decided the zone, e.g. "caption.credit-follows".
    """

    span: Span
    zone: Zone
    story: int
    rule: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of one zone. Several spans where a caption or a teaser stood in its middle and it was joined again."""

    spans: tuple[Span, ...]
    zone: Zone
    story: int

    @property
    def start(self) -> int:
        """First code point."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.spans[-1].end


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a zone that is read (`READ_ZONES`), in order. `paragraph` is its place in `Document.paragraphs`."""

    span: Span
    zone: Zone
    story: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Story:
    """One story of a page. `headline` is where its title or subhead stands in the text, if it does."""

    index: int
    span: Span
    headline: Span | None


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned article. `shadow` is its text normalised one code point for one (spaces, quotation marks, look-alikes):
    rules match on it, readers are shown `article.text`.
    """

    article: Article
    shadow: str
    blocks: tuple[Block, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    stories: tuple[Story, ...]
    notices: tuple[Notice, ...] = ()

    @property
    def text(self) -> str:
        """The article's text, exactly as decoded."""
        return self.article.text

    @property
    def dropped(self) -> tuple[Block, ...]:
        """Blocks that do not count, in order, each with the rule that set it aside."""
        return tuple(block for block in self.blocks if block.zone not in COUNTED_ZONES)

    def zone_at(self, place: int) -> Zone:
        """Zone of the block that holds the code point `place`; furniture where none does."""
        for block in self.blocks:
            if block.span.start <= place < block.span.end:
                return block.zone
        return "furniture"

    def headline(self, story: int = 0) -> str | None:
        """The story's headline in words: from the text, else the title given apart."""
        for one in self.stories:
            if one.index == story and one.headline is not None:
                return " ".join(self.text[one.headline.start:one.headline.end].split())
        return self.article.title.value if self.article.title and story == 0 else None
