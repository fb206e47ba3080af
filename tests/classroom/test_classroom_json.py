"""A pack to JSON and back; whatever is wrong in a manifest is named by its place."""

from __future__ import annotations

import copy
import json
from dataclasses import replace

import pytest
from sample_pack import sample_pack

from framing.classroom.to_json import pack_from_dict, pack_from_json, pack_to_dict, pack_to_json
from framing.errors import PackError


def test_there_and_back_gives_the_same_pack_and_the_same_text():
    pack = sample_pack(check=True)
    assert pack_from_dict(json.loads(json.dumps(pack_to_dict(pack)))) == pack
    assert pack_from_json(pack_to_json(pack)) == pack
    assert pack_to_json(pack_from_json(pack_to_json(pack))) == pack_to_json(pack)


def test_the_schema_comes_first_and_spans_are_pairs():
    record = pack_to_dict(sample_pack())
    assert next(iter(record)) == "schema"
    assert record["schema"] == "framing.pack/1"
    # "mob" in TEXT_A: the headline has 37 letters, two line feeds follow, then "The ": 37 + 2 + 4 = 43
    assert record["exercises"][0]["items"][0]["key"][0]["span"] == [43, 46]


def test_half_a_surrogate_pair_can_be_written_as_utf8_and_comes_back():
    pack = replace(sample_pack(), title="broken \ud83d here")
    assert pack_from_json(pack_to_json(pack).encode("utf-8").decode("utf-8")) == pack


def broken(change):
    record = copy.deepcopy(pack_to_dict(sample_pack()))
    change(record)
    return record


@pytest.mark.parametrize(("change", "said"), [
    (lambda r: r.update(schema="framing.pack/9"), "no schema framing.pack/1"),
    (lambda r: r.pop("title"), "pack: no title"),
    (lambda r: r.update(colour="red"), "pack: unknown colour"),
    (lambda r: r.update(seed="7"), "pack.seed: '7' is not int"),
    (lambda r: r.update(seed=True), "pack.seed: 'True' is not int"),
    (lambda r: r.update(level="hardest"), "pack.level: 'hardest' is none of easier"),
    (lambda r: r.update(exercises={}), "pack.exercises: not a list"),
    (lambda r: r["settings"].append(["one"]), "pack.settings[2]: 1 values, not 2"),
    (lambda r: r["exercises"][0]["items"][0]["key"][0].update(span=[9, 2]), "key[0].span"),
    (lambda r: r["exercises"][0]["items"][0]["key"][0].update(span=[0, 99999]), "item E2-1: (0, 99999) of article 0 lies outside"),
    (lambda r: r["exercises"][0]["items"][0]["key"][0].update(article=7), "of article 7 lies outside"),
    (lambda r: r["exercises"][0]["items"][0].update(points=float("nan")), "points: 'nan' is not float"),
    (lambda r: r["plan"].update(steps=["talk"]), "plan.steps[0]: not a record"),
])
def test_each_fault_is_named_by_its_place(change, said):
    with pytest.raises(PackError) as caught:
        pack_from_dict(broken(change))
    assert any(said in problem for problem in caught.value.problems), caught.value.problems


def test_all_faults_are_named_at_once():
    def spoil(record):
        record.pop("paper")
        record["articles"][1]["code"] = 4
        record["exercises"][2]["minutes"] = "ten"
    with pytest.raises(PackError) as caught:
        pack_from_dict(broken(spoil))
    assert len(caught.value.problems) == 3


@pytest.mark.parametrize("text", ["", "[]", "null", '{"schema": "framing.comparison/1"}', "[" * 100_000])
def test_what_is_no_pack_is_refused_with_a_word(text):
    with pytest.raises(PackError):
        pack_from_json(text)
