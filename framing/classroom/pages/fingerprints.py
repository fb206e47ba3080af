"""The words a neutral rewrite should lose, as numbers: the student's page can look for them without listing them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W\d_]+)*")
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_CURLY: Final = str.maketrans("\u2018\u2019\u201b\u02bc", "''''")
_SHORTEST_PLURAL: Final = 4  # letters from which a last "s" may be a plural: "gas" is none
_OFFSET, _PRIME = 0x811C9DC5, 0x01000193  # FNV-1a, 32 bits (Fowler, Noll & Vo): short to write in the page's script too


def folded_words(text: str) -> list[str]:
    """The words of `text` without case, accents, curly apostrophes, possessive and plural "s". The page's script does the same."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).translate(_CURLY).lower()
    return [_singular(word.removesuffix("'s")) for word in _WORD.findall(plain)]


def fingerprint(term: str) -> int:
    """A number of 32 bits for a term, the same for each of its forms that `folded_words` makes one."""
    number = _OFFSET
    for byte in " ".join(folded_words(term)).encode():
        number = ((number ^ byte) * _PRIME) & 0xFFFFFFFF
    return number


def _singular(word: str) -> str:
    return word[:-1] if len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss") else word
