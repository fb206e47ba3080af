"""What -v adds: how each input was read, what was set aside in it and why, and what was weighed and not counted."""

from __future__ import annotations

import platform
from collections import Counter
from typing import TYPE_CHECKING, Final

from framing.cli.console import TERMINAL, remark
from framing.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framing.load import Loaded
    from framing.model.annotation import Annotation
    from framing.model.article import Article
    from framing.model.document import Document
    from framing.pipeline import Tools

_FACTS: Final = ("title", "outlet", "published", "byline", "genre", "url", "language")
_SHOWN: Final = 60  # characters of a fact or of a line that was set aside


def tell_inputs(loaded: Loaded) -> None:
    """Each article as it was read: encoding, size, facts with their origin, and warnings."""
    if not TERMINAL.verbose:
        return
    for path in loaded.configs:
        remark(f"settings from {path}")
    for name in loaded.unused:
        remark(f"  settings for {_short(name)}: no article of that name was read")
    for article in loaded.articles:
        _tell_article(article)


def _tell_article(article: Article) -> None:
    remark(f"{article.name}: id {_short(article.id)}, {article.media_type}, {article.encoding}, {article.n_bytes:,} bytes, "
           f"{len(article.text):,} characters, zones {article.zones}{', an excerpt' if article.excerpt else ''}")
    for name in _FACTS:
        known = getattr(article, name)
        if known is not None:
            remark(f"  {name}: {_short(known.value)} (from: {known.origin})")
    for notice in article.notices:
        remark(f"  {notice.code}: {notice.message}")


def tell_documents(documents: Iterable[Document]) -> None:
    """What was set aside in each article: its place, zone and rule, and its first words."""
    if not TERMINAL.verbose:
        return
    for document in documents:
        dropped = document.dropped
        remark(f"{document.article.name}: {len(dropped)} of {len(document.blocks)} blocks do not count")
        for block in dropped:
            remark(f"  {block.span.start}:{block.span.end} {block.zone} ({block.rule}): {_short(document.text[block.span.start:block.span.end])}")
        for notice in document.notices:
            remark(f"  {notice.code}: {notice.message}")


def tell_annotations(annotations: Iterable[Annotation]) -> None:
    """What was set aside in each article, what was found, and which terms were weighed and do not count."""
    if not TERMINAL.verbose:
        return
    for one in annotations:
        tell_documents([one.document])
        reading = one.reading
        voices = Counter(str(term.voice) for term in one.loaded_terms)
        said = ", ".join(f"{n} {voice}" for voice, n in sorted(voices.items()))
        remark(f"  found: {len(one.document.sentences)} sentences, {len(reading.attributions)} attributions, {len(one.labels)} labels, "
               f"{len(one.loaded_terms)} loaded terms{f' ({said})' if said else ''}; {len(one.considered)} more weighed and not counted")
        for term in one.considered:
            remark(f"  {term.span.start}:{term.span.end} {_short(term.term)} ({term.entry}): {term.decision}")


def tell_versions(tools: Tools) -> None:
    """The versions that decide the numbers."""
    if TERMINAL.verbose:
        remark(f"framing {__version__}, lexicon {tools.lexicon.version}, model {tools.model.name} {tools.model.version}, Python {platform.python_version()}")


def _short(words: str) -> str:
    """Words on one line, cut where they are many."""
    line = " ".join(words[:_SHOWN * 4].split())
    return line if len(line) <= _SHOWN else line[:_SHOWN] + " ..."
