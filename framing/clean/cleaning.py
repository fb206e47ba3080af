"""An article to a document: lines get zones, zones make blocks, blocks make paragraphs, stories and sentences."""

from __future__ import annotations

from framing.clean.audit import remarks_on_cleaning
from framing.clean.datelines import dateline_end
from framing.clean.join import join_paragraphs
from framing.clean.line_rules import Mark
from framing.clean.lines import Line, read_lines
from framing.clean.stories import story_starts
from framing.clean.zones import find_zones
from framing.model.article import Article, Span
from framing.model.document import READ_ZONES, Block, Document, Paragraph, Sentence, Story
from framing.text.normalise import shadow as shadow_of
from framing.text.sentences import split_sentences


def clean_article(article: Article) -> Document:
    """The article's zones, stories, paragraphs and sentences.

    Every letter of the text lies in exactly one block; blocks are in order. With `zones` "none" all of the text is body of one story.
    """
    shadow = shadow_of(article.text)
    lines = read_lines(article.text, shadow, article.hints)
    if article.zones == "none":
        marks = [Mark("body", "zones.none")] * len(lines)
        starts: dict[int, str] = {}
    else:
        marks = find_zones(lines, title=article.title.value if article.title else None)
        starts = story_starts(lines, marks)
    stories = _stories(article, lines, marks, starts)
    blocks = _blocks(lines, marks, starts, datelines=article.zones == "detect")
    paragraphs = join_paragraphs(blocks, shadow)
    return Document(article, shadow, blocks, paragraphs, _sentences(paragraphs, shadow), stories,
                    remarks_on_cleaning(blocks, paragraphs, stories, shadow))


def _stories(article: Article, lines: list[Line], marks: list[Mark], starts: dict[int, str]) -> tuple[Story, ...]:
    """Stretches of the text from one story's title to the next; the first begins with the text."""
    headline = next((lines[i].span for i, mark in enumerate(marks) if mark.zone == "headline"), None)
    heads = [(0, headline)] + [(lines[i].span.start, lines[i].span) for i in sorted(starts)]
    ends = [start for start, _ in heads[1:]] + [len(article.text)]
    return tuple(Story(k, Span(start, end), head) for k, ((start, head), end) in enumerate(zip(heads, ends, strict=True)))


def _blocks(lines: list[Line], marks: list[Mark], starts: dict[int, str], *, datelines: bool) -> tuple[Block, ...]:
    blocks, story = [], 0
    for i, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        story += i in starts
        rule = starts.get(i, mark.rule)
        cut = dateline_end(line.text) if datelines and mark.zone in {"body", "dek"} else 0
        if cut:
            filed = len(line.text[:cut].rstrip())
            blocks.append(Block(Span(line.span.start, line.span.start + filed), "dateline", story, "dateline.head-of-paragraph"))
        blocks.append(Block(Span(line.span.start + cut, line.span.end), mark.zone, story, rule))
    return tuple(blocks)


def _sentences(paragraphs: tuple[Paragraph, ...], shadow: str) -> tuple[Sentence, ...]:
    """Sentences of the zones that are read, in order of the text; one cut by a caption is two."""
    found = [Sentence(span, paragraph.zone, paragraph.story, k) for k, paragraph in enumerate(paragraphs) if paragraph.zone in READ_ZONES
             for part in paragraph.spans for span in split_sentences(shadow, part)]
    return tuple(sorted(found, key=lambda sentence: sentence.span))
