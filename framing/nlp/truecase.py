"""Headlines in title case made readable for the parser, letter for letter, by the capitals of the running text."""

from __future__ import annotations

import re
from typing import Final

_WORD = re.compile(r"[^\W\d_][\w'\-]*")
_TITLE_SHARE: Final = 0.75  # of the words of four letters and more: below that a line is taken as sentence case
_LEAST_WORDS: Final = 3


def is_title_case(line: str) -> bool:
    """Whether a line is set in title case or all capitals: three words or more, most of the longer ones capitalised."""
    words = _WORD.findall(line)
    longer = [word for word in words[1:] if len(word) >= 4]
    return len(words) >= _LEAST_WORDS and bool(longer) and sum(w[0].isupper() for w in longer) >= _TITLE_SHARE * len(longer)


def known_names(running_text: str) -> frozenset[str]:
    """Words that the running text writes with a capital where no sentence begins, as they stand there."""
    return frozenset(found.group(1) for found in re.finditer(r"[a-z0-9,;'\"] ([A-Z][\w'\-]*)", running_text))


def truecase(line: str, names: frozenset[str]) -> str:
    """The line with all words lower-cased but its first, names, acronyms and words with digits. Same length."""
    shouting = line.isupper()
    by_lower = {name.lower(): name for name in sorted(names)}

    def lowered(found: re.Match[str]) -> str:
        word = found.group()
        known = by_lower.get(word.lower())
        if known is not None and len(known) == len(word):
            return known
        keep = found.start() == first or (word.isupper() and len(word) > 1 and not shouting)
        plain = word.lower()
        return word if keep or len(plain) != len(word) else plain

    start = _WORD.search(line)
    first = start.start() if start else 0
    return _WORD.sub(lowered, line)
