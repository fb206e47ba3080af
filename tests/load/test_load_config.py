"""What the user says: options over configuration, and clear words about mistakes."""

from __future__ import annotations

import pytest

from framing.errors import FramingError
from framing.load.config import Given, Overrides, folder_overrides


def write(folder, text):
    (folder / "framing.toml").write_text(text)
    return folder


def test_a_folders_configuration(tmp_path):
    found = folder_overrides(write(tmp_path, '[articles."a.txt"]\noutlet = "Post"\ndate = 2019-05-03\nexcerpt = true\nside = "owners"\n[other]\nx = 1\n'))
    given = found.of("a.txt")
    assert given == Given(outlet="Post", date="2019-05-03", excerpt=True, side="owners")
    facts = given.facts("config")
    assert facts.published is not None
    assert (facts.published.value, facts.published.origin, facts.published.confidence) == ("2019-05-03", "config", 1.0)
    assert found.of("b.txt") == Given()


def test_no_configuration_says_nothing(tmp_path):
    assert folder_overrides(tmp_path) == Overrides()


@pytest.mark.parametrize(("text", "words"), [
    ('[articles."a.txt"]\noutlett = "Post"', "has no key 'outlett'; the keys are outlet"),
    ('[articles."a.txt"]\noutlet = 3', "outlet must be text"),
    ('[articles."a.txt"]\nexcerpt = "yes"', "excerpt must be true or false"),
    ("articles = 3", r"\[articles\] must be a table"),
    ("[articles]\na = 3", "must be a table"),
    ("[articles", "not valid TOML"),
])
def test_mistakes_in_the_file_are_named(tmp_path, text, words):
    with pytest.raises(FramingError, match=words):
        folder_overrides(write(tmp_path, text))


@pytest.mark.parametrize(("text", "words"), [
    ('[article."a.txt"]\noutlet = "X"\n', r"no table \[article\]"), ('[side]\n"Ana Ruiz" = "union"\n', r"no table \[side\]"),
    ('outlet = "X"\n', "outlet stands outside the tables of articles"), ('[articles."a.txt"]\n[outlet]\n', "outlet stands outside the tables of articles"),
])
def test_what_is_misspelt_or_misplaced_is_not_lost_in_silence(tmp_path, text, words):
    (tmp_path / "framing.toml").write_text(text)
    with pytest.raises(FramingError, match=words):
        folder_overrides(tmp_path)


@pytest.mark.parametrize("text", ['[demo]\narticles = ["a.txt"]\n', 'level = "easier"\ntypes = ["E1"]\n[articles."a.txt"]\noutlet = "X"\n', ""])
def test_settings_that_others_read_pass(tmp_path, text):
    (tmp_path / "framing.toml").write_text(text)
    found = folder_overrides(tmp_path)
    assert found.config == tmp_path / "framing.toml"
    assert [name for name, _ in found.articles] == (["a.txt"] if "outlet" in text else [])


def test_a_configuration_file_that_is_not_there(tmp_path):
    with pytest.raises(FramingError, match="cannot be read"):
        folder_overrides(tmp_path, config=tmp_path / "none.toml")


def test_the_last_word_wins_field_by_field():
    options = Overrides((("a", Given(outlet="One", title="T")), ("a.txt", Given(outlet="Two")), ("b", Given(outlet="Three"))))
    assert options.of("a", "a.txt") == Given(outlet="Two", title="T")


@pytest.mark.parametrize(("given", "words"), [(Given(date="last week"), "cannot read the date 'last week'"), (Given(genre="satire"), "genre is news or opinion")])
def test_values_that_cannot_be_read(given, words):
    with pytest.raises(FramingError, match=words):
        given.facts("option")
