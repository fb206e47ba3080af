"""Numbers, names and passages as words for the sentences of a comparison."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from framing.model.article import Span

_SMALL: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LONGEST_QUOTE: Final = 140  # characters, about two lines of a finding; the evidence list has the whole passage
_LEAST_QUOTE: Final = 40     # a clause end before this many characters leaves too little to judge
_LEFT_OUT: Final = "[...]"
# Where a long passage may be cut: after a stop inside the sentence, or before a word that opens a clause ("and" joins too many other things).
_CLAUSE: Final = re.compile(r"[,;:]['’”\"]?\s+|\s+(?=[–—-]+\s)|\s+(?=(?:who|which|but|while|when|whose|after|because|since|before|although|though|where)\s)")
_LOOSE_END: Final = re.compile(r"(?:\s+(?:a|an|and|as|at|by|for|from|in|into|of|on|or|that|the|to|with))+$")  # words that no cut may end on
# First words of a name that is a description and has its article, number or no article.
_DETERMINED: Final = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "some", "many", "most", "several", "few", "all", "both", "no", "one", "other", "others", "another", "his",
    "her", "its", "their", "people", "sources", "media", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds"})


def number(n: int, one: str, many: str | None = None) -> str:
    """A count with its noun: "no source", "one source", "12 sources"."""
    noun = one if n == 1 else many if many is not None else one + "s"
    return f"{count(n)} {noun}"


def count(n: int) -> str:
    """A count in words to ten, in figures from there."""
    return _SMALL[n] if n < len(_SMALL) else f"{n:,}"


def percent(share: float) -> str:
    """A share as a whole per cent."""
    return f"{round(100 * share)} %"


def signed(value: float, *, points: bool = False) -> str:
    """A difference with its sign, a true minus; `points` for shares, as whole points of a hundred."""
    shown = f"{abs(100 * value):.0f}" if points else f"{abs(value):.2f}"
    return shown if not float(shown) else ("−" if value < 0 else "+") + shown


def listed(words: Sequence[str]) -> str:
    """Words as a list: "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def credited(speaker: str) -> str:
    """A speaker inside a sentence: a name as it is, a description with its article ("operator of the port" -> "the operator of the port")."""
    words = speaker.partition(" (")[0].split() or [speaker]  # an opened bracket is the rest of a sentence, not of a name
    first = words[0].lower()
    if first in _DETERMINED:
        return " ".join((first, *words[1:]))
    head = words[next((k for k, word in enumerate(words) if word in {"of", "in", "from", "for", "at"}), len(words)) - 1]
    article = words[0].islower() and words[0].isalpha() and not head.endswith("s")
    return f"the {' '.join(words)}" if article else " ".join(words)


def quoted(passage: str, *, around: Sequence[Span] = ()) -> str:
    """A passage on one line inside quotation marks, its own marks made single and a mark without its fellow left out.

    A long passage is cut at the bounds of clauses, "[...]" in place of what goes; `around` are the stretches of it, by place in
    `passage`, of which the part that is kept should hold most.
    """
    kept = best_window(passage, around)
    line = " ".join(passage[kept.start:kept.end].split())
    line = _LOOSE_END.sub("", line.rstrip(",;:–—- ")) if kept.end < len(passage) else line
    before, after = (f"{_LEFT_OUT} " if kept.start else ""), (f" {_LEFT_OUT}" if kept.end < len(passage) else "")
    return f"“{before}{_fellowed(line)}{after}”"


def best_window(passage: str, around: Sequence[Span] = ()) -> Span:
    """The part of a passage that `quoted` keeps: clauses in a row that hold most of `around`; of several the first, then the longest."""
    if len(" ".join(passage.split())) <= _LONGEST_QUOTE:
        return Span(0, len(passage))
    edges = [0, *(found.end() for found in _CLAUSE.finditer(passage) if found.end() >= _LEAST_QUOTE), len(passage)]
    best, most = _by_words(passage, 0), -1
    for k, start in enumerate(edges[:-1]):
        ends = [end for end in edges[k + 1:] if _LEAST_QUOTE <= end - start <= _LONGEST_QUOTE]
        window = Span(start, ends[-1]) if ends else _by_words(passage, start)
        held = sum(window.holds(one) for one in around)
        if held > most:
            best, most = window, held
    return best


def _by_words(passage: str, start: int) -> Span:
    """The longest quotation from a place, cut between words: where one clause is longer than that."""
    if len(passage) - start <= _LONGEST_QUOTE:
        return Span(start, len(passage))
    space = passage.rfind(" ", start, start + _LONGEST_QUOTE)
    return Span(start, space if space > start else start + _LONGEST_QUOTE)


def _fellowed(line: str) -> str:
    """Double marks made single, and a mark at an end that stands there without its fellow taken off."""
    line = line.replace("“", "‘").replace("”", "’").replace('"', "'")
    opened = len(re.findall(r"(?<!\w)['‘](?=\w)", line))
    closed = len(re.findall(r"(?<=[\w.,!?…])['’](?!\w)", line)) - len(re.findall(r"s['’](?= \w)", line))  # the dockers' union
    if opened > closed and line[:1] in "'‘":
        return line[1:]
    return line[:-1] if closed > opened and line[-1:] in "'’" else line


def ended(sentence: str) -> str:
    """A sentence with its full stop, unless a quotation that ends it has one inside its marks."""
    return sentence if re.search(r"[.!?]['’]?”$", sentence) else sentence + "."
