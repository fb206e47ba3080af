"""The letters by which a report names its articles, put into a pair's note."""

from __future__ import annotations

import re
from typing import Final

_NAMED: Final = re.compile(r"“[^”]*”|\b[AB](?= (?:has|gives|quotes|states|credits)\b)|(?<=, )B(?= “)")


def lettered(note: str, a: str, b: str) -> str:
    """A pair's note, which calls its two sides A and B, with the letters `a` and `b` of the articles; what it quotes is left alone."""
    letters = {"A": a, "B": b}
    return _NAMED.sub(lambda found: letters.get(found.group(), found.group()), note)
