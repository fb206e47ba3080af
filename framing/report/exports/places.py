"""Places and text as other programs count and store them."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Final

# Not allowed in XML 1.0, so neither in XMI.
_NOT_XML: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_STORED: Final = re.compile(r"[\x00\ud800-\udfff]")
_ASTRAL: Final = re.compile(r"[\U00010000-\U0010ffff]")
_UNSAFE: Final = re.compile(r"[^a-z0-9]+")
MAX_STEM: Final = 60  # characters; with the hash and an ending well under the 255 bytes that file systems allow


def utf16(text: str) -> Callable[[int], int]:
    """A function from a place counted in code points to the same place in UTF-16 units, as JavaScript and Java count."""
    astral = [found.start() for found in _ASTRAL.finditer(text)]
    return lambda place: place + bisect_left(astral, place)


def stored(text: str) -> str:
    """The text as UTF-8 and a database can hold it: lone surrogates and NUL become U+FFFD, one for one, so that no place moves."""
    return _NOT_STORED.sub("\ufffd", text)


def xml_stored(text: str) -> str:
    """The text as XML can hold it: what XML forbids becomes U+FFFD, carriage returns, which XML would turn into line feeds, become spaces; one for one."""
    return _NOT_XML.sub("\ufffd", text).replace("\r", " ")


def lines_stored(text: str) -> str:
    """The text with line feeds as the only line ends, one sign for one: browsers fold CR LF into one sign and would move every place behind it."""
    return stored(text).replace("\r\n", " \n").replace("\r", "\n")


def stems(ids: Iterable[str]) -> list[str]:
    """A name for the files of each article, in order: letters, digits and hyphens of its id.

    Where the id holds anything else, is too long, or another bears the same name, 8 hex digits of its hash follow; so no name reaches
    outside its folder or takes another's place.
    """
    names: list[str] = []
    for k, one in enumerate(ids):
        short = _UNSAFE.sub("-", one.lower()).strip("-")[:MAX_STEM].strip("-")
        if not short or short != one or short in names or short in _DEVICES:
            digest = hashlib.sha256(one.encode("utf-8", "surrogatepass")).hexdigest()[:8]
            short = f"{short or 'article'}-{digest}"
        while short in names:  # the same id twice
            short = f"{short}-{k}"
        names.append(short)
    return names


_DEVICES: Final = frozenset({"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))})  # Windows reserves these
