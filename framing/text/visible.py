"""Makes every sign of a text visible, as text or as Markdown; escaping a format's own markup is that format's step."""

from __future__ import annotations

import re
from typing import Final

# Control characters but tab and line feed, lone surrogates, and bidirectional controls, which make a passage read otherwise than
# it is stored (Unicode Technical Report 36, 2.5).
_HIDDEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# What Markdown (CommonMark 0.31 with GitHub's additions) may read as markup anywhere, and what opens a list at the start of a line.
_MARKDOWN: Final = re.compile(r"[\\`*_{}\[\]<>#|~$^&@]|(?::(?=//))|(?<=www)\.|(?<=\A)(?:[-+=]|\d+(?=[.)]))", re.IGNORECASE)


def visible(text: str) -> str:
    r"""The text with each control character shown as `\x1b` and each bidirectional control or lone surrogate as `\u202e`."""
    return _HIDDEN.sub(lambda found: _code(found.group()), text)


def one_line(text: str) -> str:
    """Visible text with all white space made single spaces."""
    return re.sub(r"\s+", " ", visible(text)).strip()


def markdown(text: str) -> str:
    """Visible text on one line with every sign that Markdown could read as markup escaped; holds no raw HTML."""
    return _MARKDOWN.sub(_backslashed, one_line(text))


def _code(sign: str) -> str:
    place = ord(sign)
    return f"\\x{place:02x}" if place < 0x100 else f"\\u{place:04x}"


def _backslashed(found: re.Match[str]) -> str:
    sign = found.group()
    return sign + "\\" if sign.isdigit() else "\\" + sign  # "1. " becomes "1\\. "
