"""Which files an input names, and what each of them is, by its first bytes rather than by its ending alone."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Final

from framing.errors import ArticleError

ENDINGS: Final = (".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".jsonl", ".csv", ".parquet")
# Documents a reader may think were read: named as failures in a folder, where pictures and the like are passed over.
_REFUSED: Final = {".doc": "save it as .docx", ".rtf": "save it as .docx or .txt", ".odt": "save it as .docx", ".epub": "save it as .txt",
                   ".mht": "save the page as .html", ".mhtml": "save the page as .html", ".json": "give JSON Lines (.jsonl), one record a line",
                   ".xlsx": "save it as .csv", ".xls": "save it as .csv", ".pages": "save it as .docx", ".webarchive": "save the page as .html"}
ADDRESS: Final = "addresses are not fetched; save the page as .html and give that file"
_NOT_ARTICLES: Final = ("framing.toml", "gold.toml")
_KIND_OF_ENDING: Final = {".txt": "text", ".md": "markdown", ".html": "page", ".htm": "page", ".docx": "docx", ".pdf": "pdf",
                          ".jsonl": "jsonl", ".csv": "csv", ".parquet": "parquet"}
_SNIFFED: Final = 1024


def find_files(given: Path) -> list[Path]:
    """The files an input names: itself, or the articles of a folder and of the folders in it (one level), sorted by name.

    Raises:
        ArticleError: there is no such file (with the likeliest one meant), or the folder holds no articles.
    """
    if given.is_symlink() and not given.exists():
        raise ArticleError(given, "a link to a file that is not there")
    if given.is_dir():
        found = _in_folder(given)
        if not found:
            raise ArticleError(given, f"no articles in this folder; looked for {' '.join(ENDINGS)}")
        return found
    if given.parts[:1] in {("http:",), ("https:",)}:
        raise ArticleError(given, ADDRESS)
    if not given.exists():
        raise ArticleError(given, "no such file" + _did_you_mean(given))
    if given.is_char_device() or given.is_block_device():
        raise ArticleError(given, "a device, not a file")  # /dev/zero never ends
    return [given]


def _in_folder(folder: Path) -> list[Path]:
    found: list[Path] = []
    for path in sorted(folder.iterdir(), key=lambda one: one.name):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not _holds_page_parts(path):
            found += [inner for inner in sorted(path.iterdir(), key=lambda one: one.name) if _wanted(inner)]
        elif _wanted(path):
            found.append(path)
    return found


def _holds_page_parts(folder: Path) -> bool:
    """Whether a browser made this folder ("Story_files") beside a saved page: scripts and frames, no articles."""
    for ending in ("_files", "_Files", ".files", "-Dateien", "_fichiers", "_archivos"):
        stem = folder.name.removesuffix(ending)
        if stem != folder.name and any((folder.parent / (stem + page)).exists() for page in (".html", ".htm")):
            return True
    return False


def _wanted(path: Path) -> bool:
    name = path.name.lower()
    if name.startswith((".", "readme")) or name in _NOT_ARTICLES or not path.is_file():
        return False
    return path.suffix.lower() in ENDINGS or path.suffix.lower() in _REFUSED


def _did_you_mean(path: Path) -> str:
    folder = path.parent
    if not folder.is_dir():
        return f"; there is no folder {folder} either"
    close = difflib.get_close_matches(path.name, sorted(one.name for one in folder.iterdir()), n=1, cutoff=0.6)
    return f"; did you mean {folder / close[0]}?" if close else ""


def kind_of(path: Path | None, raw: bytes) -> tuple[str, str | None]:
    """What the bytes are (text, markdown, page, docx, pdf, jsonl, csv or parquet), and a remark where the ending says otherwise.

    Raises:
        ArticleError: a format that is not read, with what to save it as; or an empty file.
    """
    place = path if path is not None else Path("-")
    suffix = path.suffix.lower() if path is not None else ""
    if not raw.strip():
        raise ArticleError(place, "the file is empty")
    named = _KIND_OF_ENDING.get(suffix)
    seen = _sniff(raw, place)
    if seen is None and suffix in _REFUSED:
        raise ArticleError(place, f"{suffix} files are not read; {_REFUSED[suffix]}")
    if seen is None and named in {"docx", "pdf", "parquet"}:
        seen = "text"
    if seen is not None and named is not None and seen != named and not (seen == "page" and named == "markdown"):
        return seen, f"the ending is {suffix}, but the file holds {_IN_WORDS[seen]}; read as that"
    if seen is None and named is None:
        remark = f"unknown ending {suffix!r}; read as plain text" if path is not None else None
        return ("jsonl", None) if path is None and _looks_like_records(raw) else ("text", remark)
    return named or seen or "text", None


_IN_WORDS: Final = {"pdf": "a PDF", "docx": "a Word document", "page": "an HTML page", "parquet": "a Parquet table", "text": "plain text"}


def _sniff(raw: bytes, place: Path) -> str | None:
    """The format that the first bytes prove, None for text of any kind."""
    head = raw[:_SNIFFED]
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        if b"word/" in raw:
            return "docx"
        raise ArticleError(place, "a zip file that is no Word document; unpack it and give the articles")
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise ArticleError(place, "an old Word or Office file; save it as .docx")
    if head.startswith(b"{\\rtf"):
        raise ArticleError(place, "an RTF file; save it as .docx or .txt")
    for magic, what in ((b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"), (b"\x1f\x8b", "a gzip file")):
        if head.startswith(magic):
            raise ArticleError(place, f"{what}, not an article")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return "page" if start.startswith((b"<!doctype html", b"<html", b"<?xml version")) and b"<html" in raw[:20_000].lower() else None


def _looks_like_records(raw: bytes) -> bool:
    first = raw.lstrip(b"\xef\xbb\xbf \r\n\t").split(b"\n", 1)[0]
    return first.startswith(b"{") and b'"text"' in first
