"""Where sentences end: a fast splitter for news, aware of abbreviations and quotation marks."""

from __future__ import annotations

import re
from typing import Final

from framing.model.article import Span

# Titles, months, companies and Latin: a full stop after these does not end a sentence, whatever follows.
_NEVER_LAST: Final = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "gen", "col", "lt", "maj", "capt", "cmdr", "sgt", "cpl", "adm", "rev", "hon", "pres", "st", "messrs", "mx", "fr", "br", "sr", "jr", "jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "no", "nos", "vs", "v", "cf", "eg", "ie", "approx", "dept", "est", "fig", "vol", "pp", "op", "ft", "mt", "rt", "supt", "insp", "det", "atty", "asst", "assn", "bros"])
# These may end a sentence: they do only before a word that commonly opens one.
_SOMETIMES_LAST: Final = frozenset(["u.s", "u.k", "u.n", "e.u", "d.c", "a.m", "p.m", "etc", "inc", "ltd", "co", "corp", "al", "u.s.a", "ph.d", "b.c", "a.d"])
_OPENERS: Final = frozenset(
    ["the", "a", "an", "he", "she", "it", "they", "we", "i", "but", "and", "in", "on", "at", "this", "that", "these", "those", "there", "when", "while", "after", "before", "as", "if", "for", "with", "by", "to", "his", "her", "their", "our", "its", "my", "your", "what", "who", "how", "why", "where", "yet", "so", "or", "not", "no", "one", "some", "many", "most", "more", "last", "next", "however", "meanwhile", "also", "still", "then", "now", "asked", "according", "since", "under", "over", "from", "both", "all", "each", "several"])

_END = re.compile(r"""([.!?\u2026]+)(['")\]]*)(\s+|$)""")
_NEXT = re.compile(r"""["'(\[\-\u2014\u2013\u2022 ]*([^\W_]+)""")
_WORD_BEFORE = re.compile(r"""([A-Za-z][A-Za-z.']{0,15})$""")


def _ends_here(text: str, end: re.Match[str], limit: int) -> bool:
    """Whether the mark that `end` matched closes a sentence of `text`, which is looked at up to `limit`."""
    marks, closing, _ = end.groups()
    if end.end() >= limit:
        return True
    follows = _NEXT.match(text, end.end(), limit)
    if follows is None:
        return False
    word = follows.group(1)
    if word[0].islower():
        return False
    if marks != "." or closing:
        return True
    before = _WORD_BEFORE.search(text[max(0, end.start() - 16):end.start()])
    if before is None:
        return True
    return _abbreviation_ends(before.group(1).lower().lstrip("."), word, text[end.end():follows.start(1)].strip() != "")


def _abbreviation_ends(last: str, following: str, marked: bool) -> bool:
    """Whether a sentence ends after the word `last` and a full stop, before `following` (`marked`: a quotation mark opens)."""
    opens = following.lower() in _OPENERS
    if last in {"no", "nos"}:  # "No. 5" and the answer "No."
        return not following[0].isdigit()
    if last in _NEVER_LAST:
        return opens and last in {"v", "est", "co"}
    if last in _SOMETIMES_LAST:
        return opens or marked
    if len(last) == 1:  # an initial ("J. Ruiz"), unless it is the word "I"
        return last == "i" and opens
    return opens if re.fullmatch(r"(?:[a-z]\.)+[a-z]", last) else True


def split_sentences(text: str, span: Span | None = None) -> list[Span]:
    """Sentences of a span of `text`, in order, without the white space around them.

    Args:
        text: a shadow text (`normalise.shadow`): straight quotation marks and plain spaces.
        span: the paragraph to split; the whole text where None. Two line breaks in a row always end a sentence.

    Returns:
        Spans of `text`; together they hold every letter of the span.
    """
    start, limit = span if span is not None else (0, len(text))
    found: list[Span] = []
    for part in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text[start:limit]):
        _split_part(text, start + part.start(), start + part.end(), found)
    return found


def _split_part(text: str, start: int, limit: int, found: list[Span]) -> None:
    """Add the sentences of text[start:limit], which holds no blank line, to `found`."""
    first = start
    for end in _END.finditer(text, start, limit):
        if _ends_here(text, end, limit):
            stop = end.end(2)
            if any(map(str.isalnum, text[first:stop])):
                _add(text, first, stop, found)
                first = end.end()
    if any(map(str.isalnum, text[first:limit])):
        _add(text, first, limit, found)
    elif found and text[first:limit].strip():
        found[-1] = Span(found[-1].start, first + len(text[first:limit].rstrip()))


def _add(text: str, start: int, stop: int, found: list[Span]) -> None:
    """Add one sentence, trimmed of white space."""
    piece = text[start:stop]
    left = start + len(piece) - len(piece.lstrip())
    found.append(Span(left, left + len(piece.strip())))
