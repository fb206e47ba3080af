"""The lint rules: each has a file that breaks it, and the package's own files break none."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.lexicons.entries import LabelSet
from framing.lexicons.lexicon import build_lexicon, load_lexicon
from framing.lexicons.lint import lint

ENTRY = '''
[[term]]
id = "action.{name}"
category = "action"
forms = {forms}
pos = ["VERB"]
tier = "{tier}"
intensity = {intensity}
polarity = -1
target = "object"
{more}
plainer = ["{plainer}"]
why = "Invented for a test."
fires = "They {name} the plan."
silent = "A {name} is a bird."
since = "0.3.0"
'''


def _file(tmp_path: Path, *entries: dict[str, object]) -> Path:
    path = tmp_path / "mine.toml"
    defaults = {"tier": "A", "intensity": 2, "more": 'pair_why = "x"', "plainer": "do"}
    text = "format = 1\n" + "".join(ENTRY.format(**{**defaults, "forms": f'["{entry["name"]}"]', **entry}) for entry in entries)
    path.write_text(text, encoding="utf-8")
    return path


def _rules(path: Path) -> set[tuple[str, str]]:
    return {(problem.entry.removeprefix("action."), problem.rule) for problem in lint([path])}


def test_the_packages_own_lists_are_clean() -> None:
    assert lint() == ()
    assert lint(load_lexicon()) == ()


@pytest.mark.parametrize(("voices", "rules"), [
    ('["own", "scare"]', set()), ('["own", "loud"]', {("zorb", "value")}), ("true", {("zorb", "type")})])
def test_voices_are_those_that_the_tool_knows(tmp_path: Path, voices: str, rules: set[tuple[str, str]]) -> None:
    assert _rules(_file(tmp_path, {"name": "zorb", "more": f'pair_why = "x"\nvoices = {voices}'})) == rules


def test_a_sound_file_has_no_problem(tmp_path: Path) -> None:
    assert lint([_file(tmp_path, {"name": "zorb"})]) == ()


@pytest.mark.parametrize(("entries", "problem"), [
    ([{"name": "zorb", "tier": "B"}], ("zorb", "tier-b")),
    ([{"name": "rock"}], ("rock", "homograph")),
    ([{"name": "zorb", "more": ""}], ("zorb", "balance")),
    ([{"name": "zorb", "more": 'pair = "action.nowhere"'}], ("zorb", "balance")),
    ([{"name": "zorb", "more": 'pair = "action.gut"'}], ("zorb", "balance")),          # gut does not name it back
    ([{"name": "zorb", "more": 'pair = "action.blip"', "intensity": 1}, {"name": "blip", "more": 'pair = "action.zorb"', "intensity": 3}],
     ("blip", "balance")),
    ([{"name": "zorbise"}], ("zorbise", "spelling")),
    ([{"name": "zorb"}, {"name": "blip", "forms": '["zorb"]'}], ("blip", "duplicate")),
    ([{"name": "zorb"}, {"name": "zorb"}], ("zorb", "duplicate")),
    ([{"name": "zorb"}, {"name": "blip", "plainer": "zorb"}], ("blip", "plainer")),
    ([{"name": "zorb", "tier": "Q"}], ("zorb", "value")),
    ([{"name": "zorb", "more": 'pair_why = "x"\nsensitive = true'}], ("zorb", "sensitive")),
])
def test_each_rule_finds_its_fault(tmp_path: Path, entries: list[dict[str, object]], problem: tuple[str, str]) -> None:
    assert problem in _rules(_file(tmp_path, *entries))


def test_near_misses_are_left_alone(tmp_path: Path) -> None:
    entries = [{"name": "zorbise", "forms": '["zorbise", "zorbize"]'}, {"name": "cave", "tier": "B", "more": 'needs = [{ slot = "object" }]\npair_why = "x"'},
               {"name": "blip", "more": 'pair = "action.blop"'}, {"name": "blop", "more": 'pair = "action.blip"', "intensity": 3}]
    assert _rules(_file(tmp_path, *entries)) == set()


def _set(**changes: object) -> LabelSet:
    fields: dict[str, object] = {
        "id": "a.b", "topic": "a", "referent": "group", "plus": ("guardian",), "minus": ("goon",), "plain": ("guard",), "opposed": "self",
        "why": "x", "fires": "x", "silent": "y", "since": "0.3.0", "path": "sets.toml"}
    return LabelSet(**{**fields, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "rule"), [
    (_set(plus=()), "balance"), (_set(opposed="no.where"), "balance"), (_set(minus=("guardian",)), "duplicate"), (_set(minus=("Goon",)), "proper-name"),
])
def test_label_sets_are_checked(one: LabelSet, rule: str) -> None:
    assert rule in {problem.rule for problem in lint(build_lexicon((), [one]))}


def test_opposed_sets_must_hurt_alike() -> None:
    one, other = _set(opposed="c.d", minus=("goon", "thug", "brute")), _set(id="c.d", opposed="a.b")
    assert {problem.entry for problem in lint(build_lexicon((), [one, other]))} == {"a.b", "c.d"}
    fair = _set(opposed="c.d", minus=("goon", "thug"))
    assert lint(build_lexicon((), [fair, other])) == ()


def test_an_opposed_set_names_the_first_back() -> None:
    one, other = _set(opposed="c.d"), _set(id="c.d")
    (problem,) = lint(build_lexicon((), [one, other]))
    assert (problem.entry, problem.message) == ("a.b", "opposed set c.d does not name it back")


@pytest.mark.parametrize(("plus", "faults"), [(("a", "b"), 0), (("a", "b", "c"), 1), ((), 1)])   # against one name that hurts
def test_a_set_that_stands_alone_names_both_sides_alike(plus: tuple[str, ...], faults: int) -> None:
    assert len([one for one in lint(build_lexicon((), [_set(plus=plus)])) if one.rule == "balance"]) == faults


def test_opposed_sets_must_favour_alike() -> None:
    one, other = _set(opposed="c.d", plus=("keeper", "warden", "steward")), _set(id="c.d", opposed="a.b")
    assert {problem.message for problem in lint(build_lexicon((), [one, other]))} == {
        "3 names favour this camp, 1 the camp of c.d", "1 names favour this camp, 3 the camp of a.b"}


def test_a_sound_label_set_has_no_problem() -> None:
    assert lint(build_lexicon((), [_set()])) == ()


def test_problems_are_lines(tmp_path: Path) -> None:
    problems = lint([_file(tmp_path, {"name": "rock"})])
    assert list(map(str, problems)) == ["mine.toml: action.rock, line 3: rock is a noun and a verb with plain uses: not in tier A [homograph]"]
