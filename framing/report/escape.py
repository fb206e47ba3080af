"""Makes text from articles safe to show: one function a context, each applied once, at output."""

from __future__ import annotations

import json
import re
from typing import Final

# Control characters but tab and line feed (C0, DEL, C1), and lone surrogates, which no encoding can carry.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Bidirectional controls: they can make a passage read otherwise than it is stored (Unicode Technical Report 36, 2.5).
_BIDI = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"\s+")
_PERCENT = re.compile(r"(?<=\d) %")

# What Markdown (CommonMark 0.31 with GitHub's tables, strikethrough, mathematics and autolinks) may read as markup: signs that
# mean something anywhere, the beginnings of links, and what opens a list or underlines a heading at the start of a line.
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#|~$^&@]|(?::(?=//))|(?<=www)\.|(?:(?<=\A)|(?<=\A ))(?:[-+=]|\d+(?=[.)]))", re.IGNORECASE)
# A spreadsheet takes a cell for a formula by its first sign (OWASP, CWE-1236); full-width forms are folded by some of them.
_FORMULA = re.compile(r"[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|[\t\r\n]")
# Not allowed in XML 1.0, so neither in SVG.
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

MAX_TITLE: Final = 300  # characters of a headline or name shown in a report; the longest real headlines seen are near 200
MAX_PASSAGE: Final = 4000  # characters of one passage shown; a news paragraph is under 1,500


def visible(text: str) -> str:
    r"""The text with each control character shown as `\x1b`, and each bidirectional control or lone surrogate as `\u202e`.

    Tabs and line feeds stay. Escapes no markup: that is the format's own step.
    """
    text = _CONTROL.sub(lambda found: _code(found.group()), text)
    return _BIDI.sub(lambda found: _code(found.group()), text)


def _bound(text: str) -> str:
    """The text with a no-break space between a number and its per cent sign."""
    return _PERCENT.sub("\u00a0%", text)


def _code(sign: str) -> str:
    place = ord(sign)
    return f"\\x{place:02x}" if place < 0x100 else f"\\u{place:04x}"


def one_line(text: str, limit: int = MAX_TITLE) -> str:
    """Visible text with all white space made single spaces, cut at `limit` characters with a notice of its true length."""
    return _bound(cut(_SPACES.sub(" ", visible(text)).strip(), limit))


def cut(text: str, limit: int) -> str:
    """The text, or its first `limit` characters and a notice that says how long it was."""
    if len(text) <= limit:
        return text
    return f"{text[:limit].rstrip()} [... cut here: {len(text):,} characters in the file]"


def sentence(text: str, limit: int = 500) -> str:
    """One visible line that begins with a capital and ends with a stop, for remarks that other stages write as phrases."""
    line = one_line(text, limit)
    return line[:1].upper() + line[1:] + ("" if line.endswith((".", "?", "!", "…")) or not line else ".")


def brief(text: str, limit: int) -> str:
    """One visible line of at most `limit` characters, for the labels of charts: what is longer ends in "…"."""
    line = one_line(text, 10 * limit)
    return line if len(line) <= limit else line[:limit - 1].rstrip() + "…"


def markdown(text: str) -> str:
    """Visible text on one line with every sign that Markdown could read as markup escaped; holds no raw HTML."""
    return _bound(_MARKDOWN.sub(_backslashed, _SPACES.sub(" ", visible(text))))


def _backslashed(found: re.Match[str]) -> str:
    sign = found.group()
    return sign + "\\" if sign.isdigit() else "\\" + sign  # "1. " becomes "1\\. "


def csv_cell(text: str, *, raw: bool = False) -> str:
    """A text cell that no spreadsheet takes for a formula: a leading apostrophe where it begins like one.

    `raw` gives the text as it is, for programs. Lone surrogates are shown as codes in both, for the file must be UTF-8.
    """
    text = re.sub("[\ud800-\udfff]", lambda found: _code(found.group()), text)
    return "'" + text if not raw and _FORMULA.match(text) else text


def json_text(value: object) -> str:
    """JSON (RFC 8259) with two spaces of indent, keys in the order given; NaN is refused. Ends in a line feed.

    Line separators and lone surrogates are written as escapes, so that the text is valid UTF-8 and one line stays one.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return re.sub("[\u2028\u2029\ud800-\udfff\x7f-\x9f]", lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"


def xml_text(text: str) -> str:
    """Visible text with what XML 1.0 forbids shown as codes; the writer of the XML escapes its markup."""
    return _NOT_XML.sub(lambda found: _code(found.group()), visible(text))
