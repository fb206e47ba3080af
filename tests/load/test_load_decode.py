"""Bytes to text: which encoding is chosen, what is refused, what is repaired and said."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import ArticleError
from framing.load.decode import decode

TEXT = "The “ferry” of Port Alba costs €3 – said Zoë."


@pytest.mark.parametrize(("raw", "encoding"), [
    (TEXT.encode(), "utf-8"),
    (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8-sig"),
    (TEXT.encode("utf-16"), "utf-16"),
    (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
    (TEXT.encode("utf-32"), "utf-32"),
    (TEXT.encode("utf-16-le"), "utf-16-le"),  # no mark: told by the NUL bytes
    (TEXT.encode("cp1252"), "cp1252"),
])
def test_encoding_is_found_and_named(raw, encoding):
    found = decode(raw, "a.txt")
    assert (found.text, found.encoding) == (TEXT, encoding)
    assert found.notices == ()


@pytest.mark.parametrize(("head", "encoding", "read_as"), [
    ('<meta charset="windows-1251">', "cp1251", "cp1251"),
    ('<?xml version="1.0" encoding="koi8-r"?>', "koi8-r", "koi8-r"),
    ("<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-2'>", "iso8859-2", "iso8859-2"),
    ("<meta charset='iso-8859-1'>", "cp1252", "cp1252"),  # browsers read Latin-1 as Windows-1252
])
def test_a_declared_encoding_is_believed_when_utf8_fails(head, encoding, read_as):
    word = {"cp1251": "Паром", "koi8-r": "Паром", "iso8859-2": "Łódź", "cp1252": "“Zoë”"}[encoding]
    found = decode(f"{head}<p>{word}".encode(encoding), "a.html")
    assert word in found.text
    assert found.encoding == read_as


def test_utf8_wins_over_a_wrong_declaration():
    assert decode('<meta charset="windows-1251"><p>“Zoë”'.encode(), "a.html").encoding == "utf-8"


def test_an_unknown_declaration_is_passed_over():
    assert decode(b'<meta charset="no-such"><p>' + "“Zoë” took the ferry of Port Alba".encode("cp1252"), "a.html").encoding == "cp1252"


def test_another_alphabet_in_one_byte_is_guessed_not_read_as_accents():
    text = "Паром через залив закрыли в пятницу вечером, сообщила газета. " * 20
    found = decode(text.encode("cp1251"), "a.txt")
    assert found.text == text


def test_line_ends_become_newlines():
    assert decode(b"a\r\nb\rc\n", "a.txt").text == "a\nb\nc\n"


@pytest.mark.parametrize("raw", [b"\x00\x01\x02\x03", b"text\x00text", bytes(range(256)) * 4])
def test_binary_is_refused(raw):
    with pytest.raises(ArticleError, match=r"NUL bytes"):
        decode(raw, "a.txt")


def test_mojibake_is_repaired_and_said():
    spoilt = "The cafÃ© of Zoë\nA plain line with “quotes”"  # UTF-8 read as Windows-1252, in the first line alone
    found = decode(spoilt.replace("Zoë", "Zo").encode(), "a.txt")
    assert found.text == "The café of Zo\nA plain line with “quotes”"  # curly quotes stay curly
    assert found.encoding == "utf-8+ftfy"
    assert [notice.code for notice in found.notices] == ["mojibake"]


@pytest.mark.parametrize("text", ["São Paulo, Ãvila", "Â is a letter", "A â stands alone"])
def test_honest_accents_are_left_alone(text):
    found = decode(text.encode(), "a.txt")
    assert (found.text, found.notices) == (text, ())


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_any_utf8_text_comes_back_as_it_was(text):
    found = decode(text.encode(), "a.txt")
    if not found.encoding.endswith("+ftfy") and not text.startswith("\ufeff"):
        assert found.text == text


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("size", [60, 400, 5000])
def test_random_bytes_are_no_text_even_without_nul(seed, size):
    generator = random.Random(seed)
    raw = bytes(generator.randrange(1, 256) for _ in range(size))
    with pytest.raises(ArticleError, match=r"not a text file \(.+ control characters\)|cannot tell its encoding"):
        decode(raw, "a.txt")


def test_control_characters_by_hand():
    # 98 letters: up to 8 odd characters pass; of 1,000 characters 2 % are 20, so 20 pass and 21 do not
    assert decode(b"a" * 98 + b"\x01" * 8, "a.txt").text.endswith("\x01")
    assert decode(b"a" * 980 + b"\x01" * 20, "a.txt").text.endswith("\x01")
    with pytest.raises(ArticleError, match=r"21 of its 1,000 characters"):
        decode(b"a" * 979 + b"\x01" * 21, "a.txt")


@pytest.mark.parametrize("raw", [
    ("\x01\x02" + TEXT * 10 + "\x03").encode(),                     # the frame of wire copy
    ("\x1b[1m" + TEXT + "\x1b[0m\n").encode() * 20,                 # bold from a terminal
    b"N\x08NA\x08AM\x08ME\x08E\n" * 20,                              # struck over, as manual pages print bold
    ("\ufeff\x07" + TEXT).encode("utf-16-le"), (TEXT + "\x0c\n\t").encode("cp1252"),
])
def test_texts_with_a_few_control_characters_lose_nothing(raw):
    found = decode(raw, "a.txt")
    assert found.text.encode(found.encoding.removesuffix("+ftfy")).removeprefix(b"\xff\xfe") == raw.removeprefix(b"\xff\xfe")
