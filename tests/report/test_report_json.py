"""The machine-readable records: exactly the contract, valid by the shipped schemas, the same bytes each time."""

from __future__ import annotations

import copy
import json

import pytest
import report_builders as build
from jsonschema import Draft202012Validator

from framing.report.to_json import (
    alignment_record,
    annotation_record,
    comparison_record,
    pairing_record,
    schema,
    to_json,
)

KEYS = {  # design of framing.annotation/1, key by key
    "": {"schema", "id", "outlet", "title", "published", "genre", "language", "text", "blocks", "sentences", "attributions", "loaded_terms",
         "labels", "tone", "readability", "warnings"},
    "blocks": {"start", "end", "zone", "story", "rule"},
    "sentences": {"start", "end", "zone", "story"},
    "attributions": {"source", "cue", "content", "kind", "speaker", "source_type", "cue_class", "via", "nested_in", "stance", "zone", "rule",
                     "confidence"},
    "loaded_terms": {"start", "end", "term", "category", "tier", "polarity", "voice", "speaker", "zone", "target", "plainer", "rule", "confidence"},
    "labels": {"start", "end", "referent", "label", "form", "voice", "speaker", "evaluation", "zone", "rule"},
    "tone": {"target", "start", "end", "mention", "polarity", "valence", "voice", "zone", "confidence"},
    "warnings": {"code", "message", "start", "end"},
}
ALL = [build.comparison, build.hostile, lambda: build.many(3)]


def errors(record: object, name: str) -> list[str]:
    return [error.message for error in Draft202012Validator(schema(name)).iter_errors(record)]


@pytest.mark.parametrize("name", ["annotation", "pairs", "alignment", "comparison"])
def test_each_schema_is_a_schema(name):
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("make", ALL)
def test_records_are_valid_by_their_schemas(make):
    made = json.loads(to_json(make()))
    assert errors(made, "comparison") == []
    assert [error for one in made["annotations"] for error in errors(one, "annotation")] == []
    assert [error for one in made["alignment"] for error in errors(one, "alignment")] == []
    assert errors(made["pairing"], "pairs") == []


@pytest.mark.parametrize(("path", "wrong"), [
    (("schema",), "framing.annotation/2"), (("text",), None), (("loaded_terms", 0, "voice"), "narrator"), (("blocks", 0, "zone"), "menu"),
    (("attributions", 0, "source", 0), [1]), (("attributions", 0, "confidence"), 1.5), (("tone", 0, "polarity"), 0.5), (("sentences", 0, "start"), -1)])
def test_a_wrong_value_is_not_valid(path, wrong):
    record = copy.deepcopy(annotation_record(build.comparison().annotations[0]))
    assert errors(record, "annotation") == []
    holder = record
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = wrong
    assert errors(record, "annotation")


@pytest.mark.parametrize("key", sorted(KEYS))
def test_an_annotation_has_exactly_the_keys_of_the_contract(key):
    record = annotation_record(build.comparison().annotations[1])
    rows = [record] if not key else record[key]
    assert rows
    assert all(set(row) == KEYS[key] for row in rows)


def test_spans_cut_the_words_that_they_stand_for():
    record = annotation_record(build.comparison().annotations[0])
    first = record["attributions"][1]
    (start, end), = first["cue"]
    assert record["text"][start:end] == "claimed"
    assert [record["text"][one["start"]:one["end"]].lower() for one in record["loaded_terms"]] == [one["term"] for one in record["loaded_terms"]]


def test_all_terms_adds_what_was_dropped_with_its_reason_and_keeps_the_default_clean():
    draft = build.draft_a()
    draft.loaded("police", "label", nth=1)
    dropped = draft.terms.pop()
    from dataclasses import replace
    annotation = replace(draft.done(), considered=(replace(dropped, decision="blocked: plain noun"),))
    plain, every = annotation_record(annotation), annotation_record(annotation, all_terms=True)
    assert len(every["loaded_terms"]) == len(plain["loaded_terms"]) + 1
    assert {one["decision"] for one in every["loaded_terms"]} == {"counts", "blocked: plain noun"}
    assert all("decision" not in one for one in plain["loaded_terms"])
    assert errors(every, "annotation") == []


def test_pairs_judged_different_are_left_out():
    from dataclasses import replace
    pairing = build.comparison().pairing
    assert len(pairing_record(pairing)["pairs"]) == 1
    other = replace(pairing, pairs=(replace(pairing.pairs[0], verdict="different"),))
    assert pairing_record(other)["pairs"] == []
    assert pairing_record(other)["clusters"] == pairing_record(pairing)["clusters"]


def test_an_alignment_without_a_nearest_passage_says_null():
    record = alignment_record(build.comparison().alignments[0])
    assert record["only_a"][0]["nearest"] is None
    assert record["only_a"][0]["could_know"] is True
    assert record["only_b"][0]["nearest"] == list(build.draft_a().at(
        "The mob of some 300 dockers had seized the north gate on 3 March to protest a cut in night pay."))


def test_the_same_comparison_gives_the_same_bytes_and_survives_being_read():
    once, again = to_json(build.comparison()), to_json(build.comparison())
    assert once == again
    assert once.endswith("}\n")
    assert json.loads(once) == json.loads(json.dumps(comparison_record(build.comparison())))


def test_lone_surrogates_and_line_separators_are_written_as_escapes():
    draft = build.draft_a()
    draft.outlet = "Half \ud800 \u2028 line"
    text = to_json(build.assemble(draft, build.draft_b()))
    assert "\\ud800 \\u2028" in text
    assert text.encode("utf-8")
    assert json.loads(text)["annotations"][0]["outlet"] == "Half \ud800 \u2028 line"
