"""Plain text files: the text as decoded, nothing taken away."""

from __future__ import annotations

from framing.load.decode import decode
from framing.load.draft import Draft


def read_plain_text(raw: bytes, place: str) -> Draft:
    """The article in a plain text file.

    Raises:
        ArticleError: the bytes are no text.
    """
    decoded = decode(raw, place)
    return Draft(decoded.text, raw, decoded.encoding, "text/plain", place, notices=decoded.notices)
