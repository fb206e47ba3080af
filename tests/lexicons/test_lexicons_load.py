"""Loading: a reader's own lists add, override and silence; a faulty list is refused whole, with a line a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.errors import LexiconError
from framing.lexicons.lexicon import LEXICON_VERSION, load_lexicon, opt_in_path
from framing.lexicons.lint import lint

GOOD = '''
format = 1
category = "eval"

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
since = "0.3.0"
'''


def _write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_default_lexicon_is_loaded_once_and_versioned() -> None:
    assert load_lexicon() is load_lexicon()
    assert load_lexicon().version == LEXICON_VERSION
    assert [entry.id for entry in load_lexicon().entries] == sorted(entry.id for entry in load_lexicon().entries)


def test_a_new_entry_is_added(tmp_path: Path) -> None:
    lexicon = load_lexicon([_write(tmp_path, GOOD)])
    assert lexicon.entry("eval.zorby") is not None
    assert len(lexicon.entries) == len(load_lexicon().entries) + 1
    assert lexicon.has_candidate("What a zorby day.")
    assert not load_lexicon().has_candidate("What a zorby day.")


def test_a_known_id_is_silenced_by_its_tier_alone(tmp_path: Path) -> None:
    mine = _write(tmp_path, 'format = 1\n[[term]]\nid = "eval.bizarre"\ntier = "D"\n')
    silenced, before = load_lexicon([mine]).entry("eval.bizarre"), load_lexicon().entry("eval.bizarre")
    assert silenced is not None
    assert before is not None
    assert (silenced.tier, silenced.forms, before.tier) == ("D", before.forms, "A")
    assert not load_lexicon([mine]).has_candidate("A bizarre day.")


def test_later_files_win(tmp_path: Path) -> None:
    first = _write(tmp_path, GOOD)
    second = _write(tmp_path, 'format = 1\n[[term]]\nid = "eval.zorby"\nplainer = ["strange"]\n', "more.toml")
    entry = load_lexicon([first, second]).entry("eval.zorby")
    assert entry is not None
    assert entry.plainer == ("strange",)


@pytest.mark.parametrize(("old", "new", "message"), [
    ('format = 1', 'format = 2', "format is 2"),
    ('tier = "A"', 'tier = "E"', "tier is 'E'"),
    ('tier = "A"', 'teir = "A"', "unknown field teir"),
    ('pos = ["ADJ"]', 'pos = ["XYZ"]', "XYZ"),
    ('pos = ["ADJ"]', '', "pos is required"),
    ('forms = ["zorby"]', 'forms = ["Zorby"]', "has a capital"),
    ('forms = ["zorby"]', 'forms = "zorby"', "forms must be a list"),
    ('forms = ["zorby"]', 'forms = ["a b c d e f"]', "longer than five"),
    ('plainer = ["odd"]', '', "plainer needs 1"),
    ('why = "Invented for a test."\nfires', 'fires', "why must be a text"),
    ('polarity = -1', 'polarity = true', "polarity is True"),
    ('target = "head"', 'target = "head"\nneeds = [{ slot = "nose" }]', "slot 'nose'"),
    ('target = "head"', 'target = "head"\nnever = [{ kind = "person" }]', "not a condition"),
    ('target = "head"', 'target = "head"\nnever = [{ sentence = "cooking" }]', "sentence 'cooking'"),
    ('category = "eval"', 'category = "label"', "begins with label."),
    ('id = "eval.zorby"', 'id = "eval.zorby"\nid = "twice"', "not TOML"),
])
def test_a_faulty_list_is_refused_with_its_reason(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    with pytest.raises(LexiconError) as error:
        load_lexicon([_write(tmp_path, GOOD.replace(old, new))])
    assert any(message in problem for problem in error.value.problems)
    assert all("mine.toml" in problem for problem in error.value.problems)


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    entry = GOOD.partition("[[term]]")[2]
    text = GOOD.replace('tier = "A"', 'tier = "E"') + "[[term]]" + entry.replace("zorby", "blippy").replace('pos = ["ADJ"]', "") + "[[term]]" + entry
    with pytest.raises(LexiconError) as error:
        load_lexicon([_write(tmp_path, text)])
    assert {problem.rpartition("[")[2] for problem in error.value.problems} >= {"missing]", "duplicate]"}
    assert len(error.value.problems) >= 2  # the field that is missing, and the id that stands twice


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        load_lexicon([tmp_path / "none.toml"])


def test_sensitive_terms_are_loaded_only_when_asked_for() -> None:
    assert load_lexicon().entry("dysph.sexist-insult") is None
    asked = load_lexicon([opt_in_path()])
    entry = asked.entry("dysph.sexist-insult")
    assert entry is not None
    assert entry.sensitive
    assert lint([opt_in_path()]) == ()
