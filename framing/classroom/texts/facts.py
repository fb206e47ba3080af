"""Numbers, names and dates of a passage: what a rewrite should keep."""

from __future__ import annotations

import re
from typing import Final

from framing.classroom.texts.material import Source
from framing.model.article import Span

_NUMBER: Final = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
NUMBER_WORD: Final = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
                           r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|third|quarter)(?:-\w+)?\b", re.IGNORECASE)
_KINDS: Final = frozenset({"PERSON", "GPE", "LOC", "ORG", "DATE", "FAC"})
MOST: Final = 12  # facts of one passage: more would be a copying task


def facts_in(source: Source, span: Span | None) -> tuple[str, ...]:
    """Names (by their last word), numbers and dates in a span of the shown text, in order, each once."""
    if span is None:
        return ()
    found: list[tuple[int, str]] = []
    for one in source.annotation.reading.parse.names:
        where = source.place(one.span) if one.kind in _KINDS else None
        if where is not None and span.holds(where):
            words = re.sub(r"^(?:the|a|an)\s+|['’]s?$", "", source.words(where), flags=re.IGNORECASE)
            found.append((where.start, words.split()[-1] if one.kind == "PERSON" and words else words))
    text = source.shown.text[span.start:span.end]
    for pattern in (_NUMBER, NUMBER_WORD):
        found += [(span.start + one.start(), one.group()) for one in pattern.finditer(text)]
    kept: list[str] = []
    for _, words in sorted(found):
        if words and not any(words in other for other in kept) and "[" not in words:
            kept.append(words)
    return tuple(kept[:MOST])
