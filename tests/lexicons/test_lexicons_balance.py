"""The size and balance reports: counted by hand on a lexicon of four entries and three sets."""

from __future__ import annotations

import pytest

from framing.lexicons.balance import balance, balance_report
from framing.lexicons.entries import LabelSet, TermEntry
from framing.lexicons.lexicon import Lexicon, build_lexicon, load_lexicon
from framing.lexicons.sizes import size_report, sizes


def _entry(id: str, *forms: str, **more: object) -> TermEntry:
    fields: dict[str, object] = {
        "id": id, "category": id.partition(".")[0], "forms": forms, "pos": frozenset({"VERB"}), "tier": "A", "intensity": 2, "polarity": -1,
        "target": "object", "plainer": ("do",), "why": "Invented.", "fires": "They did it.", "silent": "They sat.", "since": "0.4.0"}
    return TermEntry(**{**fields, **more})  # type: ignore[arg-type]


def _set(id: str, plus: str, minus: str, opposed: str = "self") -> LabelSet:
    return LabelSet(id, "t", "group", tuple(plus.split()), tuple(minus.split()), ("guard",), opposed, "w", "f.", "s.", "0.4.0")


@pytest.fixture(name="small")
def small_fixture() -> Lexicon:
    entries = [
        _entry("action.zorb", "zorb", "zorb up", pair="action.blip"),               # 2 forms that blame the object
        _entry("action.blip", "blip", polarity=1, target="subject", pair="action.zorb", tier="B"),
        _entry("action.lone", "lone", pair="action.gone"),                          # its mirror does not exist
        _entry("eval.mild", "mild", polarity=0, target="none", pos=frozenset({"ADJ"})),
    ]
    return build_lexicon(entries, [_set("a.b", "keeper", "goon thug", "c.d"), _set("c.d", "warden", "lout", "a.b"), _set("e.f", "x y z", "u")])


def test_sizes_by_hand(small: Lexicon) -> None:
    found = {(one.kind, one.name): one for one in sizes(small)}
    action = found["category", "action"]
    assert (action.entries, action.forms, action.by_tier) == (3, 4, (3, 1, 0, 0))
    # zorb, zorbs, zorbing, zorbed, each with "up": 8; blip, blips, blipping, blipped: 4; lone, lones, loning, loned: 4
    assert action.spellings == 16
    assert found["polarity", "-1"].forms == 3
    assert found["pos", "ADJ"].entries == 1
    assert found["category", "action"].aim == 200
    assert found["tier", "A"].aim is None


def test_balance_by_hand(small: Lexicon) -> None:
    found = balance(small)
    action = next(one for one in found.categories if one.category == "action")
    assert (action.blame, action.praise, action.neither) == (3, 1, 0)
    assert action.slots == (("object", 3, 0), ("subject", 0, 1))
    assert (action.paired, action.open, action.missing) == (2, 0, ("action.lone",))
    pair, alone = found.sets
    assert (pair.favour, pair.other_favour, pair.hurt, pair.other_hurt, pair.uneven) == (1, 1, 2, 1, 1)
    assert (alone.favour, alone.other_favour, alone.hurt, alone.other_hurt, alone.uneven) == (3, 1, 1, 3, 2)
    assert any("action.lone" in fault for fault in found.faults)
    assert any("e.f" in fault for fault in found.faults)


def test_the_package_is_balanced() -> None:
    found = balance(load_lexicon())
    assert found.faults == ()
    assert [one.id for one in found.sets if one.uneven > 1] == ["health.disease-name"]  # the one set without a favourable name
    assert not any(one.missing for one in found.categories)


def test_every_category_is_as_large_as_was_aimed_at() -> None:
    assert [one.name for one in sizes(load_lexicon()) if one.aim is not None and one.forms < one.aim] == []


@pytest.mark.parametrize("report", [size_report, balance_report])
def test_reports_fit_a_terminal(report, small: Lexicon) -> None:
    for lexicon in (small, load_lexicon()):
        assert max(map(len, report(lexicon).splitlines())) <= 80


def test_the_balance_report_marks_what_is_uneven(small: Lexicon) -> None:
    lines = balance_report(small).splitlines()
    assert [line.split()[0] for line in lines if line.endswith(" !")] == ["e.f"]
    assert next(line for line in lines if line.startswith("action")).split() == ["action", "3", "1", "0", "2", "0", "1"]
