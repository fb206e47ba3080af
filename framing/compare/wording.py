"""Numbers, names and passages as words for the sentences of a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_SMALL: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LONGEST_QUOTE: Final = 180  # characters; the evidence list has the whole passage


def number(n: int, one: str, many: str | None = None) -> str:
    """A count with its noun: "no source", "one source", "12 sources"."""
    noun = one if n == 1 else many if many is not None else one + "s"
    return f"{_SMALL[n] if n < len(_SMALL) else f'{n:,}'} {noun}"


def percent(share: float) -> str:
    """A share as a whole per cent."""
    return f"{round(100 * share)} %"


def listed(words: Sequence[str]) -> str:
    """Words as a list: "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def quoted(passage: str) -> str:
    """A passage on one line inside quotation marks, cut between words with "..." where it is long; its own marks made single."""
    line = " ".join(passage.split()).replace("“", "‘").replace("”", "’").replace('"', "'")
    if len(line) > _LONGEST_QUOTE:
        line = line[:_LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(",;:") + " ..."
    return f"“{line}”"


def ended(sentence: str) -> str:
    """A sentence with its full stop, unless a quotation that ends it has one inside its marks."""
    return sentence if sentence.endswith((".”", "!”", "?”")) else sentence + "."
