"""The shadow text: one code point for one, so that rules match plain characters while readers are shown the original."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u0060\u2039\u203a\uff07"

# Letters of other scripts that look like a Latin one; used only inside words that also hold Latin letters, as whole
# words in another script are what they are (a Cyrillic credit line is no disguise).
_LOOK_ALIKE: Final = dict(zip("асеорхуіјѕһԁԛԝАВЕКМНОРСТХІЈЅαοενρτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
                              "aceopxyijshdqwABEKMHOPCTXIJSaoevptuxABEZHIKMNOPTYX", strict=True))
_OTHER_SCRIPT = re.compile("[\u0370-\u052f]+")
_LATIN = re.compile("[A-Za-z]")
_REACH: Final = 80  # letters to either side that are looked at: a longer "word" is no word, and time must stay linear


@cache
def _table() -> dict[int, str]:
    table = {ord(mark): " " for mark in _SPACES + _INVISIBLE}
    table |= {ord(mark): '"' for mark in _DOUBLE}
    table |= {ord(mark): "'" for mark in _SINGLE}
    table |= dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)), " ")
    table[9] = " "
    return table


def shadow(text: str) -> str:
    """`text` with odd spaces, quotation marks, invisible and control characters, and look-alike letters made plain.

    Returns:
        A text of the same length: offsets hold in both. Line breaks stay; curly and angled double marks become `"`,
        single ones and apostrophes `'`; soft hyphens, zero-width and direction marks become spaces.
    """
    plain = text.translate(_table())
    if not plain.isascii():
        letters = list(plain)
        for start, end in mixed_script_words(plain):
            letters[start:end] = [_LOOK_ALIKE.get(letter, letter) for letter in plain[start:end]]
        plain = "".join(letters)
    return plain


def mixed_script_words(text: str) -> list[tuple[int, int]]:
    """Places of the words that mix Latin letters with Greek or Cyrillic ones, in order."""
    found: list[tuple[int, int]] = []
    done = 0
    for run in _OTHER_SCRIPT.finditer(text):
        if run.start() < done:
            continue
        start, end = run.span()
        while start > done and run.start() - start < _REACH and _in_word(text[start - 1]):
            start -= 1
        while end < len(text) and end - start < _REACH and _in_word(text[end]):
            end += 1
        if _LATIN.search(text, start, end):
            found.append((start, end))
            done = end
    return found


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def fold(text: str) -> str:
    """Lower-cased character by character, so that offsets hold ("İ" keeps its place). Same length as `text`."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def strip_accents(text: str) -> str:
    """Letters without their accents ("Guaidó" -> "Guaido"). The length may change."""
    return "".join(mark for mark in unicodedata.normalize("NFD", text) if not unicodedata.combining(mark))
