"""An article as the class sees it: the story alone, without menus, and without what tells who published it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from framing.classroom.texts.identity import (
    Found,
    find_credit,
    find_dateline_agency,
    find_names,
    find_traces,
    hints,
    name_forms,
    writers,
)
from framing.model.annotation import Annotation
from framing.model.article import Span
from framing.model.document import Block
from framing.model.exercise import PackArticle, Replacement
from framing.text.tokens import count_words

SHOWN: Final = frozenset({"headline", "dek", "subhead", "body", "caption", "dateline"})
HIDING: Final = frozenset({"outlet", "byline", "agency", "credit", "self", "url", "hashtag", "handle"})  # kinds that hide who wrote it
_SPACES: Final = re.compile(r"[•▪◦]\s*|\s+")  # bullets are marks of the page, as white space is
_MARKDOWN: Final = re.compile(r"!?\[(?=[^\]\n]*\]\()|\]\([^)\n]*\)|\*+|(?m:^#+\s+)|(?m:^>\s+)")


def show_article(annotation: Annotation, *, story: int, code: str, outlets: Mapping[str, str], words: int, hide: bool = True) -> PackArticle:
    """One article of a comparison as the class sees it.

    Args:
        story: the story of the page that was compared; nothing else of it is shown.
        code: what the class calls it ("Source A").
        outlets: what each outlet of the pack, by name, is called in the text ("[this outlet]", "[Source B]").
        words: the most words shown; what follows the paragraph that reaches them is left out.
        hide: whether the outlet is hidden. Menus and other stories are left out in any case.

    Returns:
        The text, with each change in `replacements`: put back from the last to the first they give the original.
    """
    document = annotation.document
    kept = [block for block in document.blocks if block.story == story and block.zone in SHOWN and document.text[block.span.start:block.span.end].strip()]
    kept = _cut(document.text, _once(document.text, kept), words)
    people = writers(document.article.byline.value if document.article.byline else None)
    changes = _frame(annotation, kept)
    if hide:
        changes = _with(changes, _hidden(annotation, kept, outlets, people))
    changes = _with(changes, _tidy(annotation, kept))
    changes = _title(annotation, kept, story, changes, outlets if hide else {})
    text = apply(document.text, changes)
    left = tuple(Span(*one) for one in hints(text, outlets, people)) if hide else ()
    return PackArticle(code, document.article.id, text, _headline(text, annotation, kept, changes, story), changes, left, _source_line(annotation, story))


def apply(text: str, changes: Sequence[Replacement]) -> str:
    """The text with the changes made; they are in order and do not overlap."""
    parts, done = [], 0
    for one in changes:
        parts += [text[done:one.span.start], one.instead]
        done = one.span.end
    return "".join([*parts, text[done:]])


def restore(article: PackArticle) -> str:
    """The original text: the changes put back."""
    parts, done, before = [], 0, 0
    for one in article.replacements:
        same = one.span.start - before
        parts += [article.text[done:done + same], one.words]
        done, before = done + same + len(one.instead), one.span.end
    return "".join([*parts, article.text[done:]])


def _change(text: str, start: int, end: int, kind: str, instead: str) -> Replacement:
    return Replacement(Span(start, end), kind, text[start:end], instead)


def _once(text: str, blocks: list[Block]) -> list[Block]:
    """Blocks without captions that begin like an earlier one: pages print some twice."""
    seen: set[str] = set()
    kept: list[Block] = []
    for block in blocks:
        words = " ".join(re.findall(r"[^\W_]+", text[block.span.start:block.span.end].lower())[:12])
        if block.zone != "caption" or words not in seen:
            kept.append(block)
        seen.add(words)
    return kept


def _cut(text: str, blocks: list[Block], most: int) -> list[Block]:
    """Blocks until `most` words are reached; at least the first two, so that a headline never stands alone."""
    kept: list[Block] = []
    held = 0
    for block in blocks:
        held += count_words(text, block.span)
        if held > most and len(kept) > 1:
            break
        kept.append(block)
    return kept


def _frame(annotation: Annotation, kept: Sequence[Block]) -> tuple[Replacement, ...]:
    """Everything between the blocks that are kept: left out, or white space made one paragraph break."""
    document, changes, done = annotation.document, [], 0
    for k, block in enumerate(kept):
        start, end = _trimmed(document.text, block.span)
        gap = document.text[done:start]
        same_line = k > 0 and kept[k - 1].zone == "dateline" and not gap.strip() and "\n" not in gap
        mark = "" if k == 0 else " " if same_line else "\n\n"
        caption_ends = "]" if k > 0 and kept[k - 1].zone == "caption" else ""
        caption_opens = "[Picture: " if block.zone == "caption" else ""
        changes += _gap(annotation, done, start, caption_ends + mark + caption_opens)
        done = end
    closing = "]" if kept and kept[-1].zone == "caption" else ""
    return (*changes, *_gap(annotation, done, len(document.text), closing))


def _gap(annotation: Annotation, start: int, end: int, instead: str) -> list[Replacement]:
    """What is left out between two kept blocks: bylines and credits under their own kind, the rest as furniture."""
    document = annotation.document
    text = document.text
    if not text[start:end].strip():
        return [_change(text, start, end, "space", instead)] if instead or start < end else []
    changes, done = [], start
    for block in document.blocks:
        if block.zone in {"byline", "credit"} and start <= block.span.start and block.span.end <= end and text[block.span.start:block.span.end].strip():
            if done < block.span.start:
                changes.append(_change(text, done, block.span.start, "furniture", ""))
            changes.append(_change(text, *block.span, block.zone, ""))
            done = block.span.end
    if done < end or instead:
        changes.append(_change(text, done, end, "furniture" if text[done:end].strip() else "space", instead))
    return changes


def _trimmed(text: str, span: Span) -> tuple[int, int]:
    piece = text[span.start:span.end]
    return span.start + len(piece) - len(piece.lstrip()), span.start + len(piece.rstrip())


def _with(changes: Sequence[Replacement], more: Sequence[Replacement]) -> tuple[Replacement, ...]:
    """Both in order; of `more` those alone that touch none of `changes`."""
    taken = list(changes)
    for one in more:
        if not any(one.span.start < other.span.end and other.span.start < one.span.end for other in taken):
            taken.append(one)
    return tuple(sorted(taken, key=lambda one: (one.span.start, one.span.end)))


def _hidden(annotation: Annotation, kept: Sequence[Block], outlets: Mapping[str, str], people: Sequence[str]) -> list[Replacement]:
    """What tells the outlet in the kept blocks; where two overlap the first of the longer one stays."""
    document = annotation.document
    text, changes = document.text, []
    for block in kept:
        start, end = _trimmed(text, block.span)
        found = find_credit(text, start, end) if block.zone == "caption" else []
        found += find_dateline_agency(text, start, end) if block.zone == "dateline" else []
        found += [Found(start + one.start, start + one.end, one.kind, one.instead) for one in find_identity(text[start:end], outlets, people)]
        changes += _longest(text, found)
    return changes


def find_identity(text: str, outlets: Mapping[str, str], people: Sequence[str]) -> list[Found]:
    """Names of outlets and writers, addresses, tags and self-references in a piece of text."""
    found = find_traces(text)
    for name, instead in outlets.items():
        found += find_names(text, name_forms(name), "outlet", instead)
    return found + find_names(text, people, "byline", "[reporter]")


def hide_words(text: str, outlets: Mapping[str, str]) -> str:
    """A text of our own (a finding, a title) with the outlets' names in it replaced."""
    return apply(text, _longest(text, find_identity(text, outlets, ())))


def _longest(text: str, found: Sequence[Found]) -> list[Replacement]:
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start, one.kind)):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return [_change(text, one.start, one.end, one.kind, one.instead) for one in sorted(kept, key=lambda one: one.start)]


def _tidy(annotation: Annotation, kept: Sequence[Block]) -> list[Replacement]:
    """White space inside blocks made one space, and Markdown's signs left out where the input is Markdown."""
    document, changes = annotation.document, []
    marked = document.article.media_type == "text/markdown"
    for block in kept:
        start, end = _trimmed(document.text, block.span)
        if marked:
            changes += [_change(document.text, *one.span(), "space", "") for one in _MARKDOWN.finditer(document.text, start, end)]
        changes += [_change(document.text, *one.span(), "space", "" if one.group()[0] in "•▪◦" else " ")
                    for one in _SPACES.finditer(document.text, start, end) if one.group() != " "]
    return changes


def _title(annotation: Annotation, kept: Sequence[Block], story: int, changes: tuple[Replacement, ...],
           outlets: Mapping[str, str]) -> tuple[Replacement, ...]:
    """The title given apart from the text set above it, where the text holds no headline of its own."""
    document = annotation.document
    if story != 0 or document.article.title is None or any(block.zone == "headline" for block in kept) or not kept:
        return changes
    title = " ".join(document.article.title.value.split())
    title = apply(title, _longest(title, find_identity(title, outlets, ()))) if outlets else title
    first = changes[0] if changes and changes[0].span.start == 0 else None
    if first is None:
        return (Replacement(Span(0, 0), "furniture", "", title + "\n\n"), *changes)
    return (Replacement(first.span, first.kind, first.words, title + "\n\n" + first.instead), *changes[1:])


def _headline(text: str, annotation: Annotation, kept: Sequence[Block], changes: Sequence[Replacement], story: int) -> Span | None:
    """The headline's place in the shown text: its own block, or the title set above the text."""
    document = annotation.document
    own = next((block for block in kept if block.zone == "headline"), None)
    if own is not None:
        return place(changes, Span(*_trimmed(document.text, own.span)))
    titled = next((one for one in document.stories if one.index == story and one.headline is not None), None)
    if titled is not None and titled.headline is not None:
        return place(changes, Span(*_trimmed(document.text, titled.headline)))
    return Span(0, text.index("\n\n")) if story == 0 and document.article.title is not None and kept and "\n\n" in text else None


def place(changes: Sequence[Replacement], span: Span) -> Span | None:
    """Where a span of the original stands in the shown text; None where some of it is left out.

    A span that begins or ends inside replaced words is widened to the whole of what stands there now.
    """
    if any(one.kind == "furniture" and one.span.overlaps(span) for one in changes):
        return None
    start, end = _point(changes, span.start, closing=False), _point(changes, span.end, closing=True)
    return Span(start, end) if start < end else None


def _point(changes: Sequence[Replacement], offset: int, *, closing: bool) -> int:
    """A place of the original in the shown text; `closing` for the end of a span, which what is set in at that place follows."""
    moved = 0
    for one in changes:
        if one.span.start > offset or (closing and one.span.start == offset):
            break
        if (one.span.start < offset <= one.span.end) if closing else (one.span.start <= offset < one.span.end):
            outside = one.kind == "space"  # white space is not part of what is placed, hidden words are
            return one.span.start + moved + (len(one.instead) if closing != outside else 0)
        moved += len(one.instead) - (one.span.end - one.span.start)
    return offset + moved


def _source_line(annotation: Annotation, story: int) -> str:
    """Outlet, headline, date, address and file: for the teacher's side."""
    article = annotation.document.article
    return ", ".join(fact for fact in ("" if article.outlet else "outlet not known", citation(annotation, story), article.name) if fact)


def citation(annotation: Annotation, story: int) -> str:
    """Outlet, headline, date and address, as far as they are known: by which somebody else finds the article. "" where nothing is known."""
    article = annotation.document.article
    headline = annotation.document.headline(story)
    facts = (article.outlet.value if article.outlet else None, f"“{headline}”" if headline else None,
             article.published.value[:10] if article.published else None, article.url.value if article.url else None)
    return ", ".join(fact for fact in facts if fact)
