"""Which files an input names, and what each is."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.errors import ArticleError
from framing.load.discover import find_files, kind_of


def fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The ferry sails.")


def test_a_folder_gives_its_articles_by_name_one_level_deep(tmp_path):
    fill(tmp_path, "b.txt", "a.html", "C.md", "sub/d.txt", "sub/deep/e.txt", "README.md", "framing.toml", "gold.toml", ".hidden.txt", "photo.png", ".git/f.txt")
    assert [path.relative_to(tmp_path).as_posix() for path in find_files(tmp_path)] == ["C.md", "a.html", "b.txt", "sub/d.txt"]


def test_the_parts_of_a_saved_page_are_no_articles(tmp_path):
    fill(tmp_path, "Story.html", "Story_files/frame.html", "Other_files/x.html")
    assert [path.relative_to(tmp_path).as_posix() for path in find_files(tmp_path)] == ["Other_files/x.html", "Story.html"]


def test_an_old_document_in_a_folder_is_named_not_passed_over(tmp_path):
    fill(tmp_path, "a.txt", "b.rtf")
    assert [path.name for path in find_files(tmp_path)] == ["a.txt", "b.rtf"]


def test_a_folder_without_articles(tmp_path):
    fill(tmp_path, "photo.png", "README.md")
    with pytest.raises(ArticleError, match=r"no articles in this folder; looked for \.txt"):
        find_files(tmp_path)


def test_a_missing_file_names_the_likeliest(tmp_path):
    fill(tmp_path, "harbour.txt")
    with pytest.raises(ArticleError, match=r"no such file; did you mean .*harbour\.txt\?"):
        find_files(tmp_path / "harbor.txt")
    with pytest.raises(ArticleError, match=r"no such file$"):
        find_files(tmp_path / "zzz.pdf")
    with pytest.raises(ArticleError, match=r"no folder"):
        find_files(tmp_path / "nowhere" / "a.txt")


def test_an_address_is_not_fetched():
    with pytest.raises(ArticleError, match=r"save the page as \.html"):
        find_files(Path("https://albapost.example/ferry"))


PAGE = b"<!DOCTYPE html><html><body>Ferry</body></html>"


@pytest.mark.parametrize(("name", "raw", "kind", "remarked"), [
    ("a.txt", b"Ferry", "text", False),
    ("a.md", b"# Ferry", "markdown", False),
    ("a.html", PAGE, "page", False),
    ("a.html", b"Just words", "page", False),
    ("a.htm", b"\xef\xbb\xbf" + PAGE, "page", False),
    ("a.txt", PAGE, "page", True),
    ("a.txt", b"%PDF-1.4 ...", "pdf", True),
    ("a.docx", b"%PDF-1.4 ...", "pdf", True),
    ("a.pdf", b"Just words", "text", True),
    ("a.docx", b"Just words", "text", True),
    ("a.txt", b"PK\x03\x04....word/document.xml", "docx", True),
    ("a.docx", b"PK\x03\x04....word/document.xml", "docx", False),
    ("a.xyz", b"Ferry", "text", True),
    ("a.jsonl", b'{"id": "1", "text": "x"}', "jsonl", False),
    ("a.csv", b"id,text\n1,x", "csv", False),
    ("a.parquet", b"PAR1....", "parquet", False),
    ("a.txt", b"A page begins with <!DOCTYPE html> and <html>", "text", False),
])
def test_kind_is_told_by_the_bytes(name, raw, kind, remarked):
    found, remark = kind_of(Path(name), raw)
    assert found == kind
    assert (remark is not None) is remarked


@pytest.mark.parametrize(("raw", "kind"), [(b'{"id": 1, "text": "x"}\n', "jsonl"), (b"Ferry", "text"), (PAGE, "page"), (b'{"id": 1}', "text")])
def test_standard_input_is_told_by_its_bytes_alone(raw, kind):
    assert kind_of(None, raw) == (kind, None)


@pytest.mark.parametrize(("name", "raw", "words"), [
    ("a.txt", b"", "empty"),
    ("a.txt", b" \n\t ", "empty"),
    ("a.rtf", b"{\\rtf1 x}", "RTF"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "save it as .docx"),
    ("a.json", b"[1]", "JSON Lines"),
    ("a.zip", b"PK\x03\x04....story.txt", "unpack it"),
    ("a.txt", b"\x89PNG\r\n", "picture"),
    ("a.csv", b"\x1f\x8b\x08", "gzip"),
])
def test_what_is_not_read_says_what_to_do(name, raw, words):
    with pytest.raises(ArticleError, match=words):
        kind_of(Path(name), raw)
