"""Lines of an article: the units that zones are given to, each with what its look tells."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Final

from framing.model.article import Span, ZoneHint

LOOKED_AT: Final = 400  # characters of a line that rules look at; a longer line is prose whatever it holds
# Words that stay small in a headline: they say nothing about title case.
_SMALL: Final = frozenset(["a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "how", "if", "in", "into", "is", "it", "its", "not", "of", "off", "on", "or", "over", "per", "so", "than", "that", "the", "their", "to", "up", "via", "vs", "was", "were", "when", "while", "who", "why", "will", "with", "within", "without", "after", "amid", "before", "between", "during", "since", "under"])
_BULLET: Final = re.compile(r"^[ \t]*(?:[•·▪◦●‣*»›>|]+|[-–—](?= ))[ \t]*")
_STOP: Final = re.compile(r"""[.!?\u2026]["')\]]*$""")
_TOKEN: Final = re.compile(r"[^\W_](?:[^\W_]|[.'&\-](?=[^\W_]))*")
_APART: Final = re.compile(r"(?:By|BY) [A-Z]|©|READ |RELATED|Published|Updated|Photo")  # never the middle of a wrapped sentence
_LETTER: Final = re.compile(r"[^\W_]")
# A text counts as hard-wrapped when this share of its line ends, and at least three, cut a sentence.
_WRAPPED_SHARE: Final = 0.3
_WRAP_WIDTHS: Final = range(40, 121)  # characters; typewriter, mail and PDF columns lie in here


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or one paragraph where the text is hard-wrapped.

    `text` is its shadow text; `plain` the same without bullets and doubled spaces, cut at `LOOKED_AT` characters. `gap`: a blank line
    stands before it. `stops`: ends like a sentence. `title`: in title case and without a full stop. `n_words` counts no further than 200.
    """

    span: Span
    text: str
    plain: str
    n_words: int
    gap: bool
    bullet: bool
    stops: bool
    title: bool
    hint: ZoneHint | None

    @property
    def prose(self) -> bool:
        """Whether it reads as running text: a sentence of eight words, or anything of thirty."""
        return (self.stops and self.n_words >= 8) or self.n_words >= 30


def content_words(text: str) -> list[str]:
    """Words that carry meaning, as written; small grammatical words are left out."""
    return [word for word in _TOKEN.findall(text) if word.lower() not in _SMALL]


def is_title(plain: str, *, least: int = 3) -> bool:
    """Whether a line is in title case: nearly all words but the small ones begin with a capital or a digit, and no full stop ends it."""
    if plain.endswith((".", ",", ";")):
        return False
    words = content_words(plain)
    if len(words) < least:
        return False
    capital = sum(not word[0].islower() for word in words)
    return capital >= 0.8 * len(words)


def read_lines(text: str, shadow: str, hints: tuple[ZoneHint, ...]) -> list[Line]:
    """The text's lines in order, blank ones left out; hard-wrapped lines are put together as paragraphs."""
    spans = _line_spans(shadow)
    if _is_wrapped(shadow, spans):
        spans = _unwrap(shadow, spans)
    lines, at = [], 0
    for span, gap in spans:
        while at < len(hints) and hints[at].span.end <= span.start:
            at += 1
        hint = hints[at] if at < len(hints) and hints[at].span.start < span.end else None
        if hint is not None and span.holds(hint.span) and not _LETTER.search(shadow[span.start:hint.span.start] + shadow[hint.span.end:span.end]):
            span = hint.span  # "# Title": the mark is no part of the title
        lines.append(_line(shadow, span, gap, hint))
    return lines


def _line_spans(shadow: str) -> list[tuple[Span, bool]]:
    """Places of the lines that hold a mark, without the spaces around them, and whether a blank line stands before each."""
    found, place, gap = [], 0, True
    for raw in shadow.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = place + len(raw) - len(raw.lstrip())
            found.append((Span(start, start + len(stripped)), gap))
            gap = False
        else:
            gap = True
        place += len(raw) + 1
    return found


def _is_wrapped(shadow: str, spans: list[tuple[Span, bool]]) -> bool:
    cut = together = 0
    for (before, _), (after, gap) in itertools.pairwise(spans):
        if gap:
            continue
        together += 1
        cut += (before.end - before.start in _WRAP_WIDTHS and not _STOP.search(shadow[before.end - 4:before.end])
                and shadow[after.start].islower())
    return cut >= 3 and cut >= _WRAPPED_SHARE * together


def _unwrap(shadow: str, spans: list[tuple[Span, bool]]) -> list[tuple[Span, bool]]:
    """Lines without a gap put together; a line well short of the column's width ends its paragraph."""
    widths = sorted(span.end - span.start for span, _ in spans)
    full = 0.66 * widths[int(0.9 * (len(widths) - 1))]
    joined: list[tuple[Span, bool]] = []
    width = 0
    for span, gap in spans:
        runs_on = bool(joined) and not gap and not _APART.match(shadow, span.start) and (width >= full or shadow[span.start].islower()) and not _BULLET.match(shadow, span.start)
        width = span.end - span.start
        if runs_on:
            start, first_gap = joined[-1][0].start, joined[-1][1]
            joined[-1] = (Span(start, span.end), first_gap)
        else:
            joined.append((span, gap))
    return joined


def _line(shadow: str, span: Span, gap: bool, hint: ZoneHint | None) -> Line:
    text = shadow[span.start:span.end]
    head = text[:LOOKED_AT]
    bullet = _BULLET.match(head)
    plain = " ".join(head[bullet.end() if bullet else 0:].split())
    short = len(text) <= LOOKED_AT
    n_words = len(_TOKEN.findall(text[:1600]))
    stops = bool(_STOP.search(text[-6:]))
    return Line(span, text, plain, min(n_words, 200), gap, bool(bullet), stops, short and is_title(plain), hint)
