"""A reader's own list that is bad in some way: every fault named with its line, exit 1, nothing half loaded."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from framing.errors import LexiconError
from framing.lexicons.lexicon import load_lexicon
from framing.lexicons.lint import lint
from framing.lexicons.list_files import MOST_ENTRIES

HEAD = 'format = 1\ncategory = "eval"\n'
ENTRY = '''
[[term]]
id = "eval.zorby"
forms = ["zorby"]
pos = ["ADJ"]
tier = "A"
intensity = 1
polarity = -1
target = "head"
plainer = ["odd"]
pair_why = "Invented for a test."
why = "Invented for a test."
fires = "A zorby plan was read."
silent = "Zorby Street is long."
since = "0.4.0"
'''
SET = '''
[[set]]
id = "mine.keepers"
topic = "mine"
referent = "group"
plus = ["zorbkeeper"]
minus = ["zorbgoon"]
plain = ["zorbman"]
opposed = "self"
why = "Invented for a test."
fires = "The zorbgoon sat."
silent = "The goose sat."
since = "0.4.0"
'''


def _file(folder: Path, text: str | bytes) -> Path:
    path = folder / "mine.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def _refused(path: Path) -> list[str]:
    """What lint says of a file; loading it says as much and leaves nothing behind."""
    said = list(map(str, lint([path])))
    before = load_lexicon()
    with pytest.raises(LexiconError) as error:
        load_lexicon([path])
    assert set(error.value.problems) <= set(said)
    assert load_lexicon() is before
    return said


def test_the_sound_list_passes(tmp_path: Path) -> None:
    path = _file(tmp_path, HEAD + ENTRY + SET)
    assert lint([path]) == ()
    lexicon = load_lexicon([path])
    assert lexicon.entry("eval.zorby") is not None
    assert lexicon.label_sets("the zorbgoon") == ("mine.keepers", "minus")


def test_a_duplicate_is_named_with_both_lines(tmp_path: Path) -> None:
    # [[term]] stands on line 4 (two lines of head, an empty one) and, as an entry has 15 lines, on line 19
    assert _refused(_file(tmp_path, HEAD + ENTRY + ENTRY)) == [
        "mine.toml: eval.zorby, line 19: this id stands twice, first on line 4 [duplicate]"]


def test_a_duplicate_does_not_hide_what_the_second_lacks(tmp_path: Path) -> None:
    second = ENTRY.replace('fires = "A zorby plan was read."\n', "")
    assert "mine.toml: eval.zorby, line 19: fires must be a text that is not empty [missing]" in _refused(_file(tmp_path, HEAD + ENTRY + second))


@pytest.mark.parametrize(("old", "new", "message"), [
    ('tier = "A"', 'tier = "A"\ncolour = 3', "unknown field colour"),
    ('tier = "A"', 'tier = "A"\npath = "x"', "unknown field path"),
    ('fires = "A zorby plan was read."\n', "", "fires must be a text"),
    ('silent = "Zorby Street is long."\n', "", "silent must be a text"),
    ('["zorby"]', '["((z+)+)+$"]', "no lemma pattern"),
    ('["zorby"]', '["zo.*rby"]', "no lemma pattern"),
    ('["zorby"]', '["zorby  plan"]', "no lemma pattern"),                         # two spaces never stand in a text
    ('["zorby"]', '["one\'s one\'s one\'s zorby"]', "stands for too much"),          # 7 x 7 x 7 texts
    ('["zorby"]', '["zorby? plan?"]', "stands for too much"),                     # the empty text
    ('["zorby"]', '["' + "z" * 81 + '"]', "longer than"),
    ('["zorby"]', "[" + ", ".join(f'"z{k}"' for k in range(501)) + "]", "501 forms; at most 500"),
    ("[[term]]", "[[terms]]", "unknown table terms"),
])
def test_a_fault_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in ENTRY
    said = _refused(_file(tmp_path, HEAD + ENTRY.replace(old, new)))
    assert any(message in line for line in said)
    assert all(line.startswith("mine.toml: ") for line in said)


def test_near_misses_of_patterns_are_read(tmp_path: Path) -> None:
    forms = '["zorby", "self_zorbed", "lose one\'s zorb", "zorb? plan", "zorbs erupt!", "zorb\'s plan", "u.s.-zorby", "zörby"]'
    path = _file(tmp_path, HEAD + ENTRY.replace('["zorby"]', forms))
    assert lint([path]) == ()
    assert load_lexicon([path]).has_candidate("They lost his zorb plan.")


@pytest.mark.parametrize(("data", "message"), [
    ((HEAD + ENTRY).encode("utf-16"), "UTF-16: save it as plain UTF-8"),
    ((HEAD + ENTRY).encode("utf-8-sig"), "UTF-8 with a byte order mark"),
    ((HEAD + ENTRY.replace("zorby", "zörby")).encode("latin-1"), "line 5: not UTF-8: byte 0xf6"),   # the id, below [[term]] on line 4
    (b"", "format is None"), (b"format = 1\n", "holds no [[term]]"), (b"format = 1\n[[term]\n", "not TOML"),
])
def test_another_encoding_or_format_is_named(tmp_path: Path, data: bytes, message: str) -> None:
    (said,) = _refused(_file(tmp_path, data))
    assert message in said


def test_a_hundred_thousand_entries_are_refused_at_once(tmp_path: Path) -> None:
    small = '[[term]]\nid = "eval.z{k}"\n'
    path = _file(tmp_path, HEAD + "".join(small.format(k=k) for k in range(100_000)))
    begun = time.perf_counter()
    assert _refused(path) == ["mine.toml: file: holds 100,000 entries; at most 10,000 in one file [size]"]
    assert time.perf_counter() - begun < 60   # it is counted, not read


def test_a_thousand_entries_are_not(tmp_path: Path) -> None:
    letters = str.maketrans("0123456789", "abcdefghij")
    text = HEAD + "".join(ENTRY.replace("zorby", "zorb" + str(k).translate(letters)) for k in range(1000))
    assert MOST_ENTRIES >= 1000
    assert len(load_lexicon([_file(tmp_path, text)]).entries) == len(load_lexicon().entries) + 1000


def test_a_list_too_large_to_open_is_refused(tmp_path: Path) -> None:
    path = _file(tmp_path, HEAD + "# " + "x" * 20_000_000)
    assert _refused(path) == ["mine.toml: file: larger than 20 MB [size]"]
