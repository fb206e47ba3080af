"""Bytes to text: byte-order mark, strict UTF-8, the declared encoding, Windows-1252, and only then a guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from framing.errors import ArticleError
from framing.model.article import Notice

# Order matters: the mark of UTF-32 little-endian begins with that of UTF-16.
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
                 (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED: Final = re.compile(rb"""(?:charset\s{0,3}=\s{0,3}|encoding\s{0,3}=\s{0,3})["']?([A-Za-z0-9_:.\-]{2,40})""")
_DECLARED_WITHIN: Final = 2048  # bytes; the HTML standard asks for the charset in the first 1,024, pages are lax
_GUESS_FROM: Final = 200_000  # bytes shown to the guesser, which reads only 15 MB/s
# UTF-8 bytes once read as Windows-1252 leave these pairs, which honest text does not hold.
_MOJIBAKE: Final = re.compile("Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|â€|Â[\u00a0-\u00bf]")
_SYMBOL_BYTES: Final = re.compile(rb"[\x80-\x9f]")
# Half of a surrogate pair: no character, and no file can hold it in UTF-8.
HALF_PAIR: Final = re.compile("[\ud800-\udfff]")
# Python codecs that are no encodings of a page.
_NO_ENCODINGS: Final = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf-7"})
# What no writer types: C0 controls and DEL, but for tabs, line and page ends, backspace (struck-over type) and escape (terminal colours).
_CONTROLS: Final = re.compile("[\x00-\x07\x0e-\x19\x1c-\x1f\x7f]")
_MOST_CONTROLS: Final = 0.02  # of the characters: random bytes hold 0.1, wire copy with its frames under 0.005
_FEW_CONTROLS: Final = 8  # a short text may hold a few
_REPAIR_LINES: Final = 5_000  # ftfy reads 2 MB/s: past this many spoilt lines we only say so


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in ("+ftfy" where mojibake was undone), and remarks."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def decode(raw: bytes, place: str, *, repair: bool = True) -> Decoded:
    """The text of `raw`, with line ends made "\\n" and the byte-order mark taken off; nothing is ever replaced in silence.

    Args:
        repair: undo mojibake, and say so; False for tables, whose records are taken exactly as they are.

    Raises:
        ArticleError: the bytes are no text (NUL bytes without a UTF-16 mark, many control characters), or no encoding fits.
    """
    text, encoding = _plain(raw, place)
    _check_controls(text, place)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _undo_mojibake(text, encoding) if repair else Decoded(text, encoding)


def has_mojibake(text: str) -> bool:
    """Whether a text holds pairs of marks that UTF-8 read as Windows-1252 leaves behind."""
    return _MOJIBAKE.search(text) is not None


def _plain(raw: bytes, place: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            text = _try(raw, encoding)
            if text is not None:
                return text, encoding
    if b"\0" in raw:
        wide = _unmarked_utf16(raw)
        if wide is not None:
            return wide
        raise ArticleError(place, "not a text file (it holds NUL bytes); give a .txt, .html, .docx or .pdf file")
    text = _try(raw, "utf-8")
    if text is not None:
        return text, "utf-8"
    declared = _declared(raw)
    text = _try(raw, declared) if declared else None
    if text is not None and declared:
        return text, declared
    text = _try(raw, "cp1252")
    if text is not None and _reads_like_text(text):
        return text, "cp1252"
    return _guess(raw, place)


def _check_controls(text: str, place: str) -> None:
    """Refuse what some encoding can read though nobody wrote it: random, packed or encrypted bytes are full of control characters."""
    n_controls = sum(1 for _ in _CONTROLS.finditer(text))
    if n_controls > max(_FEW_CONTROLS, _MOST_CONTROLS * len(text)):
        raise ArticleError(place, f"not a text file ({n_controls:,} of its {len(text):,} characters are control characters); give a .txt, .html, .docx or .pdf file")


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(raw: bytes) -> str | None:
    """The encoding that the head of an HTML or XML file names; Latin-1 means Windows-1252, as in browsers."""
    found = _DECLARED.search(raw, 0, _DECLARED_WITHIN)
    if found is None:
        return None
    try:
        name = codecs.lookup(found.group(1).decode("ascii").lower()).name
    except LookupError:
        return None
    if name.replace("-", "_") in _NO_ENCODINGS or name in _NO_ENCODINGS:
        return None
    return "cp1252" if name in {"iso8859-1", "ascii"} else name


def _unmarked_utf16(raw: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: in Latin text every second byte is NUL."""
    head = raw[:4000]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if zeros and zeros.count(0) > 0.7 * len(zeros):  # English in UTF-16 has nearly all; 0.7 leaves room for quotation marks
            text = _try(raw, encoding)
            if text is not None and "\0" not in text:
                return text, encoding
    return None


def _reads_like_text(text: str) -> bool:
    """Whether bytes read as Windows-1252 look like Latin-script prose: mostly plain letters and spaces."""
    head = text[:_GUESS_FROM]
    plain = sum(1 for letter in head if letter.isascii() and (letter.isalpha() or letter in " \n\t.,'\"-"))
    return plain >= 0.6 * max(1, len(head))  # other scripts in one byte a letter come out as accented soup


def _guess(raw: bytes, place: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # heavy, and needed for few files

    _check_controls(raw.decode("latin-1"), place)  # before the guess, which finds some alphabet for any bytes
    best = from_bytes(raw[:_GUESS_FROM]).best()
    text = _try(raw, best.encoding) if best is not None else None
    if best is None or text is None:
        raise ArticleError(place, "cannot tell its encoding; save it as UTF-8 text and try again")
    return text, best.encoding


def _undo_mojibake(text: str, encoding: str) -> Decoded:
    """Repair, line by line, UTF-8 that was once read as Windows-1252 ("CafÃ©"), and say so."""
    if not _MOJIBAKE.search(text):
        return Decoded(text, encoding)
    lines = text.split("\n")
    spoilt = [i for i, line in enumerate(lines) if _MOJIBAKE.search(line)]
    if len(spoilt) > _REPAIR_LINES:
        return Decoded(text, encoding, (Notice("mojibake", f"{len(spoilt)} lines hold wrongly decoded letters; too many to repair"),))
    import ftfy  # only for the few texts that need it

    mended = 0
    for i in spoilt:
        better = ftfy.fix_encoding(lines[i])  # fix_encoding alone: the other repairs would straighten curly quotes
        mended += better != lines[i]
        lines[i] = better
    if not mended:
        return Decoded(text, encoding, (Notice("mojibake", f"{len(spoilt)} lines may hold wrongly decoded letters; left as they are"),))
    message = f"{mended} lines held wrongly decoded letters (as in 'CafÃ©'); repaired, so offsets count the repaired text"
    return Decoded("\n".join(lines), f"{encoding}+ftfy", (Notice("mojibake", message),))
