"""The reveal sheet: which outlet each source is, and every change that hid it. For the teacher, after the blind reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.model.article import Span
from framing.model.exercise import Pack, PackArticle, Replacement
from framing.text.visible import markdown

_LEFT_OUT: Final = frozenset({"furniture", "space"})  # not hidden, only not shown: menus, other stories, white space
_KINDS: Final = {"byline": "byline or date", "self": "words for itself", "url": "address"}  # what a teacher reads for a kind; others as they are
_AROUND: Final = 30  # characters shown on each side of a leftover


def reveal_markdown(pack: Pack) -> str:
    """The sheet as Markdown: a table of sources, then for each the words replaced, in order, and what may still give it away."""
    parts = [f"# Reveal: {markdown(pack.title)}", "", f"For the teacher. Pack {markdown(pack.id)}, version {pack.version}. Keep it apart from the sheets of the class.", "",
             "| In the class | In truth |", "| --- | --- |"]
    parts += [f"| {markdown(one.code)} | {markdown(one.source_line)} |" for one in pack.articles]
    for article in pack.articles:
        parts += ["", f"## {markdown(article.code)}", "", *_changes(article), *_leftovers(article)]
    return "\n".join(parts) + "\n"


def _changes(article: PackArticle) -> list[str]:
    hidden = [one for one in article.replacements if one.kind not in _LEFT_OUT]
    dropped = [one for one in article.replacements if one.kind == "furniture"]
    made = [f"| {_KINDS.get(one.kind, one.kind)} | {markdown(one.words)} | {markdown(one.instead) or '(left out)'} | {one.span.start}-{one.span.end} |" for one in hidden]
    lines = ["Replaced so that the outlet cannot be told (places are characters of the original text, from 0):", "", "| Kind | Words | In the class | Place |",
             "| --- | --- | --- | --- |", *made] if made else ["No words were replaced."]
    return [*lines, *_dropped(dropped)]


def _dropped(dropped: Sequence[Replacement]) -> list[str]:
    if not dropped:
        return []
    n = len(dropped)
    return ["", f"Also not shown: {n} {'stretch' if n == 1 else 'stretches'} of the page that {'is' if n == 1 else 'are'} not the story (menus, other stories, credits, "
            "or what follows the longest excerpt); manifest.json has them word for word."]


def _leftovers(article: PackArticle) -> list[str]:
    if not article.leftovers:
        return []
    return ["", "**May still give the outlet away; look at these before the lesson:**", "", *(f"- {_shown(article.text, span)}" for span in article.leftovers)]


def _shown(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - _AROUND):span.start], text[span.end:span.end + _AROUND]
    return f"… {markdown(before)} **{markdown(text[span.start:span.end])}** {markdown(after)} …"
