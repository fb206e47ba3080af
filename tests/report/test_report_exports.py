"""Exports of marked spans: each read back by a program that reads the format, each mark over the words it was made for."""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
import types
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import report_builders as build
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import OutputError
from framing.model.annotation import Annotation
from framing.model.article import Span
from framing.model.findings import Attribution
from framing.report.escape import visible
from framing.report.exports import cas, doccano, label_studio, web_annotation
from framing.report.exports.brat import by_line
from framing.report.exports.formats import EXPORTS, export_files
from framing.report.exports.layers import LINKS, Marked, mark_article, trim, whole_spans
from framing.report.exports.places import lines_stored, stems, stored, utf16, xml_stored
from framing.report.write import render, write_export

# Two signs above U+FFFF before everything that is marked, a broken content over a line end, a CR LF: what offsets trip over.
ASTRAL = '\U0001f6a2\U0001f9f5 Harbour\r\n"We stay," Tamsin Orrel said,\n"whatever they bring." The so-called mob left.\n'
MAKERS = [lambda: build.comparison().annotations, lambda: build.hostile().annotations, lambda: (astral(),)]
NAMES = ["two", "hostile", "astral"]


def astral() -> Annotation:
    draft = build.Draft("astral \U0001f6a2", ASTRAL, "Harbour Post", "2024-05-01", {})
    content = (draft.at('"We stay,"'), draft.at('"whatever they bring."'))
    draft.attributions.append(Attribution((draft.at("Tamsin Orrel"),), (draft.at("said"),), content, "Tamsin Orrel", "direct", "person", "neutral",
                                          "say", "body", "quote", 0.9))
    draft.loaded("mob", "dehuman", plainer=("crowd",))
    draft.feels("Tamsin Orrel", 'Tamsin Orrel said,\n"whatever they bring."', "Tamsin Orrel", -0.5)
    return draft.done()


def marked(annotation: Annotation) -> Marked:
    return mark_article(annotation, "one")


def write(folder: Path, annotations: tuple[Annotation, ...], form: str) -> Path:
    write_export(annotations, folder / form, form)
    return folder / form


def words(one: Marked, mark: Any) -> list[str]:
    return [one.text[span.start:span.end] for span in mark.spans]


@pytest.fixture(params=MAKERS, ids=NAMES)
def annotations(request) -> tuple[Annotation, ...]:
    return request.param()


# --- layers -------------------------------------------------------------------------------------------------------------------------

def test_marks_are_the_annotation_values_by_hand():
    one = marked(astral())
    found = {(mark.name, *words(one, mark)) for mark in one.marks if mark.layer != "zone"}
    assert found == {
        ("attribution-source", "Tamsin Orrel"), ("attribution-cue", "said"), ("attribution-content", '"We stay,"', '"whatever they bring."'),
        ("loaded-dehuman", "mob"), ("tone-negative", 'Tamsin Orrel said,\n"whatever they bring."'), ("tone-target", "Tamsin Orrel")}
    assert {(link.kind, link.start, link.end) for link in one.links} == {
        ("source", "attribution-0-content", "attribution-0-source"), ("cue", "attribution-0-content", "attribution-0-cue"),
        ("target", "tone-0", "tone-0-target")}


def test_an_attribution_without_content_hangs_on_its_cue_and_nested_ones_on_their_outer():
    draft = build.Draft("x", ASTRAL, None, None, {})
    said, who = draft.at("said"), draft.at("Tamsin Orrel")
    outer = Attribution((who,), (said,), (), None, "indirect", "person", "neutral", "say", "body", "r", 0.5)
    inner = replace(outer, source=(), cue=(draft.at("so-called"),), content=(draft.at("mob"),), nested_in=0, via=(draft.at("Harbour"),))
    draft.attributions += [outer, inner]
    links = {(link.kind, link.start, link.end) for link in marked(draft.done()).links}
    assert links == {("source", "attribution-0-cue", "attribution-0-source"), ("cue", "attribution-1-content", "attribution-1-cue"),
                     ("via", "attribution-1-content", "attribution-1-via"), ("nested-in", "attribution-1-content", "attribution-0-cue")}


def test_body_is_not_marked_and_every_other_zone_is():
    annotation = build.comparison().annotations[0]
    zones = [mark.label for mark in marked(annotation).marks if mark.layer == "zone"]
    assert zones == [block.zone for block in annotation.document.blocks if block.zone != "body"]


def test_links_tie_marks_that_are_there_and_of_one_layer(annotations):
    for annotation in annotations:
        one = whole_spans(marked(annotation))
        layers = {mark.id: mark.layer for mark in one.marks}
        assert len(layers) == len(one.marks), "ids are unique"
        assert all(len(mark.spans) == 1 for mark in one.marks)
        for link in one.links:
            assert layers[link.start] == layers[link.end] == LINKS.get(link.kind, layers[link.end])


@given(st.text(alphabet=" \n\tab\U0001f6a2", max_size=20), st.data())
def test_trimmed_spans_hold_the_same_words(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = trim(text, Span(start, end))
    assert (text[found.start:found.end] if found else "") == text[start:end].strip()


@given(st.text(alphabet=" \nab", max_size=30), st.data())
def test_spans_cut_at_line_ends_hold_every_letter_and_no_line_end(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    pieces = [text[one.start:one.end] for one in by_line(text, Span(start, end))]
    assert "".join("".join(pieces).split()) == "".join(text[start:end].split())
    assert not any("\n" in one or one != one.strip() or not one for one in pieces)


# --- places and names -----------------------------------------------------------------------------------------------------------------

@given(st.text(alphabet="a\u00e9\U0001f6a2\U00020000", max_size=20), st.data())
def test_utf16_places_are_those_of_the_encoded_text(text, data):
    place = data.draw(st.integers(0, len(text)))
    assert utf16(text)(place) == len(text[:place].encode("utf-16-le")) // 2


@given(st.text(max_size=40))
def test_stored_texts_keep_their_length_and_can_be_written(text):
    for keep in (stored, xml_stored, lines_stored):
        assert len(keep(text)) == len(text)
        keep(text).encode()
    assert "\r" not in lines_stored(text)
    ElementTree.fromstring(f"<a b={json.dumps('')}>{ElementTree.tostring(element(xml_stored(text)), encoding='unicode')}</a>")


def element(text: str) -> ElementTree.Element:
    made = ElementTree.Element("t")
    made.text = text
    return made


@given(st.lists(st.text(max_size=70) | st.sampled_from(["../../etc/passwd", "con", "CON", "a", "A", "a b", "\u00e9", "..", ""]), max_size=8))
def test_names_of_files_are_safe_and_differ_whatever_the_ids(ids):
    made = stems(ids)
    assert len({name.casefold() for name in made}) == len(ids)
    for name in made:
        assert name.isascii()
        assert 0 < len(name) <= 90
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert name not in {"con", "aux", "nul"}


def test_a_plain_id_names_its_file():
    assert stems(["north-desk", "south2"]) == ["north-desk", "south2"]


# --- every format -----------------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("form", EXPORTS)
def test_the_manifest_says_what_was_written(form, annotations):
    made = export_files(annotations, form)
    manifest = json.loads(made["export.json"])
    assert manifest["schema"] == "framing.export/1"
    assert set(manifest["files"]) == set(made) - {"export.json"}
    assert [row["marks"] for row in manifest["articles"]] == [len(marked(one).marks) for one in annotations]


@pytest.mark.parametrize("form", EXPORTS)
def test_two_runs_give_the_same_bytes(form):
    assert export_files(build.comparison().annotations, form) == export_files(build.comparison().annotations, form)


def test_an_unknown_format_is_refused():
    with pytest.raises(OutputError, match="choose from web-annotation, brat, label-studio, doccano, cas"):
        export_files((astral(),), "conll")


def test_a_report_takes_exports_along():
    made = render(build.comparison(), formats=("brat", "doccano"))
    assert {name for name in made if name.startswith("exports/")} >= {"exports/brat/annotation.conf", "exports/doccano/relations.jsonl",
                                                                       "exports/brat/export.json"}


def test_a_second_export_replaces_the_first_and_leaves_what_is_not_ours(tmp_path):
    write_export(build.comparison().annotations, tmp_path / "out", "brat")
    (tmp_path / "out/notes.txt").write_text("mine")
    write_export(build.comparison().annotations[:1], tmp_path / "out", "doccano")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["export.json", "notes.txt", "relation-types.json", "relations.jsonl",
                                                                           "span-types.json", "spans.jsonl"]


def test_a_manifest_cannot_make_us_delete_what_lies_elsewhere(tmp_path):
    write_export((astral(),), tmp_path / "out", "brat")
    (tmp_path / "precious").write_text("mine")
    manifest = json.loads((tmp_path / "out/export.json").read_text())
    manifest["files"] |= {"../precious": "", ".hidden": ""}
    (tmp_path / "out/export.json").write_text(json.dumps(manifest))
    write_export((astral(),), tmp_path / "out", "doccano")
    assert (tmp_path / "precious").read_text() == "mine"


def test_a_foreign_folder_is_refused(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(OutputError, match="holds no earlier export"):
        write_export((astral(),), tmp_path, "brat")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


# --- brat, read by brat-peek --------------------------------------------------------------------------------------------------------------

def peek() -> Any:
    """brat-peek's reader of files. Its package's face also imports plotting libraries, which reading needs not."""
    if "peek" not in sys.modules:
        found = importlib.util.find_spec("peek")
        if found is None or found.submodule_search_locations is None:
            pytest.skip("needs brat-peek")
        package = types.ModuleType("peek")
        package.__path__ = list(found.submodule_search_locations)
        sys.modules["peek"] = package
    return importlib.import_module("peek.ann_structure")


def test_brat_peek_cuts_the_same_words(annotations, tmp_path):
    corpus = peek().AnnCorpus(str(write(tmp_path, annotations, "brat")), txt=True)
    assert len(corpus.docs) == len(annotations)
    expected = {}
    for annotation, stem in zip(annotations, stems(one.id for one in annotations), strict=True):
        one = marked(annotation)
        expected[stem] = (one, sorted(stored("".join("".join(words(one, mark)).split())) for mark in one.marks))
    for document in corpus.docs:
        one, cut = expected[document.name]
        text = (tmp_path / "brat" / f"{document.name}.txt").read_bytes().decode()
        assert len(text) == len(one.text)
        for entity in document.anns["entities"]:
            assert " ".join(text[start:end] for start, end in entity.span) == entity.text
            assert "\n" not in entity.text
        assert sorted("".join(entity.text.split()) for entity in document.anns["entities"]) == cut
        assert len(document.anns["relations"]) == len(one.links)


def test_a_broken_mark_stays_one_mark_in_brat():
    lines = export_files((astral(),), "brat")[f"{stems([astral().id])[0]}.ann"].decode().splitlines()
    # "We stay," stands at 12 to 22 of the text (2 signs, a space, "Harbour", CR LF: 12), '"whatever they bring."' after 'Tamsin Orrel said,' at 42.
    assert any(line.split("\t")[1:] == ["attribution-content 12 22;42 64", '"We stay," "whatever they bring."'] for line in lines)


def test_every_type_used_stands_in_the_configuration(annotations):
    made = export_files(annotations, "brat")
    conf = made["annotation.conf"].decode()
    declared = {line.strip() for line in conf.partition("[relations]")[0].splitlines()}
    relations = {line.split("\t")[0] for line in conf.partition("[relations]")[2].splitlines()}
    for name, data in made.items():
        for line in data.decode().splitlines() if name.endswith(".ann") else ():
            kind = line.split("\t")[1].split()[0]
            assert line[0] not in "T" or kind in declared
            assert line[0] not in "R" or kind in relations


# --- W3C Web Annotation, read by a JSON-LD processor ----------------------------------------------------------------------------------------

OA = "http://www.w3.org/ns/oa#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
# The terms of the Web Annotation vocabulary that we write, with their IRIs as the Recommendation gives them (Annotation Vocabulary, 3 and 4).
VOCABULARY = {
    "id": "@id", "type": "@type", "Annotation": f"{OA}Annotation", "TextualBody": f"{OA}TextualBody", "SpecificResource": f"{OA}SpecificResource",
    "TextQuoteSelector": f"{OA}TextQuoteSelector", "TextPositionSelector": f"{OA}TextPositionSelector", "Text": "http://purl.org/dc/dcmitype/Text",
    "Software": "http://www.w3.org/ns/activitystreams#Application", "AnnotationCollection": "http://www.w3.org/ns/activitystreams#OrderedCollection",
    "AnnotationPage": "http://www.w3.org/ns/activitystreams#OrderedCollectionPage", "classifying": f"{OA}classifying", "linking": f"{OA}linking",
    "describing": f"{OA}describing", "start": f"{OA}start", "end": f"{OA}end", "exact": f"{OA}exact", "prefix": f"{OA}prefix", "suffix": f"{OA}suffix",
    "value": f"{RDF}value", "format": "http://purl.org/dc/elements/1.1/format", "language": "http://purl.org/dc/elements/1.1/language",
    "label": "http://www.w3.org/2000/01/rdf-schema#label", "name": "http://xmlns.com/foaf/0.1/name",
    "total": "http://www.w3.org/ns/activitystreams#totalItems", "startIndex": "http://www.w3.org/ns/activitystreams#startIndex",
    **{term: {"@id": f"{OA}has{term.capitalize()}", "@type": "@id"} for term in ("body", "target", "source", "selector", "scope")},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"}, "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "generator": {"@id": "http://www.w3.org/ns/activitystreams#generator", "@type": "@id"},
    "first": {"@id": "http://www.w3.org/ns/activitystreams#first", "@type": "@id"},
    "items": {"@id": "http://www.w3.org/ns/activitystreams#items", "@type": "@id", "@container": "@list"},
}


def load(url: str, _: Any = None) -> dict[str, Any]:
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": VOCABULARY}}


def resolve(selector: dict[str, Any], text: str) -> str:
    """The words a selector picks, by the rules of the Recommendation alone (4.2.4 and 4.2.5)."""
    if f"{OA}TextPositionSelector" in selector["@type"]:
        return text[selector[f"{OA}start"][0]["@value"]:selector[f"{OA}end"][0]["@value"]]
    exact, before, after = (selector[f"{OA}{part}"][0]["@value"] for part in ("exact", "prefix", "suffix"))
    assert before + exact + after in text
    return exact


def test_a_json_ld_processor_finds_each_annotation_and_both_selectors_agree(annotations):
    jsonld = pytest.importorskip("pyld", reason="needs pyld").jsonld
    for annotation in annotations:
        one = marked(annotation)
        record = json.loads(json.dumps(web_annotation.collection(one)))
        (expanded,) = jsonld.expand(record, {"documentLoader": load})
        (page,) = expanded["http://www.w3.org/ns/activitystreams#first"]
        items = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
        assert expanded["http://www.w3.org/ns/activitystreams#totalItems"][0]["@value"] == len(items) == len(one.marks) + len(one.links)
        assert len({item["@id"] for item in items}) == len(items)
        found = []
        for item in items[:len(one.marks)]:
            assert item["@type"] == [f"{OA}Annotation"]
            picked = [[resolve(selector, stored(one.text)) for selector in target[f"{OA}hasSelector"]] for target in item[f"{OA}hasTarget"]]
            assert all(first == second for first, second in picked)
            found.append((item[f"{OA}hasBody"][0][f"{RDF}value"][0]["@value"], tuple(first for first, _ in picked)))
        assert found == [(stored(mark.name), tuple(stored(text) for text in words(one, mark))) for mark in one.marks]
        for item in items[len(one.marks):]:
            assert item[f"{OA}motivatedBy"] == [{"@id": f"{OA}linking"}]
            assert item[f"{OA}hasTarget"][0]["@id"] in {other["@id"] for other in items}


def test_every_key_means_something_to_a_json_ld_processor():
    """A key that the context does not know would be lost in silence."""
    jsonld = pytest.importorskip("pyld", reason="needs pyld").jsonld
    record = web_annotation.collection(marked(astral()))
    again = jsonld.compact(jsonld.expand(record, {"documentLoader": load}), web_annotation.CONTEXT, {"documentLoader": load})
    assert {key for key in keys(again) if key != "@context"} == {key for key in keys(record) if key != "@context"}


def keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for one in value.values() for key in keys(one)}
    return {key for one in value for key in keys(one)} if isinstance(value, list) else set()


def test_the_text_lies_beside_and_bears_the_hash_that_names_it():
    import base64
    import hashlib
    made = export_files((astral(),), "web-annotation")
    (text,) = (data for name, data in made.items() if name.endswith(".txt"))
    (record,) = (json.loads(data) for name, data in made.items() if name.endswith(".jsonld"))
    digest = base64.urlsafe_b64encode(hashlib.sha256(text).digest()).decode().rstrip("=")
    targets = [item["target"] for item in record["first"]["items"] if isinstance(item["target"], dict)]
    assert {target["source"]["id"] for target in targets} == {f"ni:///sha-256;{digest}"}
    assert text.decode() == ASTRAL


# --- Label Studio, read by its own library ------------------------------------------------------------------------------------------------

def test_label_studio_places_count_code_points_and_hold_the_words(annotations):
    """The editor turns its own UTF-16 places into code points before it stores them, so it reads code points."""
    for annotation in annotations:
        one = marked(annotation)
        record = label_studio.task(one)
        text = record["data"]["text"]
        assert "\r" not in text
        (prediction,) = record["predictions"]
        regions = [row for row in prediction["result"] if row["type"] == "labels"]
        assert len(regions) == sum(len(mark.spans) for mark in one.marks)
        assert all(text[row["value"]["start"]:row["value"]["end"]] == row["value"]["text"] for row in regions)
        ids = {row["id"] for row in regions}
        assert all({row["from_id"], row["to_id"]} <= ids for row in prediction["result"] if row["type"] == "relation")
        assert all(row["id"] in ids for row in prediction["result"] if row["type"] == "choices")


def test_label_studio_labels_are_those_of_the_interface(annotations):
    articles = [marked(one) for one in annotations]
    view = ElementTree.fromstring(label_studio.configuration(articles))
    offered = {row.get("name"): {one.get("value") for one in row} for row in view if row.get("name")}
    relations = {row.get("value") for row in view.iter("Relation")}
    for record in (label_studio.task(one) for one in articles):
        for row in record["predictions"][0]["result"]:
            if row["type"] == "relation":
                assert set(row["labels"]) <= relations
            else:
                assert set(row["value"][row["type"]]) <= offered[row["from_name"]]


def test_label_studios_own_parser_reads_the_interface(annotations):
    core = pytest.importorskip("label_studio_tools.core.label_config", reason="needs label-studio-tools")
    articles = [marked(one) for one in annotations]
    read = core.parse_config(label_studio.configuration(articles))
    assert {name: (tag["type"], tag["to_name"]) for name, tag in read.items()} == {
        **{layer: ("Labels", ["text"]) for layer in {mark.layer for one in articles for mark in one.marks} | {"zone", "attribution", "label", "tone"}},
        "voice": ("Choices", ["text"])}
    for one in articles:
        for row in label_studio.task(one)["predictions"][0]["result"]:
            if row["type"] != "relation":
                assert set(row["value"][row["type"]]) <= set(read[row["from_name"]]["labels"])


def test_label_studios_own_library_takes_tasks_and_interface(annotations, tmp_path):
    pytest.importorskip("label_studio_sdk", reason="needs label-studio-sdk")
    from label_studio_sdk.converter import Converter
    from label_studio_sdk.label_interface import LabelInterface
    folder = write(tmp_path, annotations, "label-studio")
    view = (folder / "label-config.xml").read_text(encoding="utf-8")
    interface = LabelInterface(view)
    interface.validate()
    tasks = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
    for one in tasks:
        assert interface.validate_task({"data": one["data"]})
        assert interface.validate_prediction(one["predictions"][0], return_errors=True) == []
    done = [{"id": k, "data": one["data"], "annotations": [{"id": k, "completed_by": 1, "result": one["predictions"][0]["result"]}]}
            for k, one in enumerate(tasks)]
    (tmp_path / "done.json").write_text(json.dumps(done), encoding="utf-8")
    Converter(view, str(tmp_path), download_resources=False).convert_to_json_min(str(tmp_path / "done.json"), str(tmp_path / "min"), is_dir=False)
    assert len(json.loads((tmp_path / "min/result.json").read_text(encoding="utf-8"))) == len(tasks)


# --- doccano --------------------------------------------------------------------------------------------------------------------------------

def test_doccano_places_count_utf16_units(annotations):
    """As JavaScript cuts strings, and so doccano's editor."""
    for annotation in annotations:
        one = whole_spans(marked(annotation))
        linked, alone = doccano.with_links(marked(annotation)), doccano.marks_alone(marked(annotation))
        units = linked["text"].encode("utf-16-le")
        cut = [(row["label"], units[2 * row["start_offset"]:2 * row["end_offset"]].decode("utf-16-le")) for row in linked["entities"]]
        assert cut == [(mark.name, lines_stored(one.text)[mark.spans[0].start:mark.spans[0].end]) for mark in one.marks]
        assert [tuple(row) for row in alone["label"]] == [(row["start_offset"], row["end_offset"], row["label"]) for row in linked["entities"]]
        assert {end for row in linked["relations"] for end in (row["from_id"], row["to_id"])} <= {row["id"] for row in linked["entities"]}


def test_doccano_transformer_reads_the_spans(tmp_path, monkeypatch):
    if importlib.util.find_spec("doccano_transformer") is None:
        pytest.skip("needs doccano-transformer")
    monkeypatch.setitem(sys.modules, "spacy.gold", types.SimpleNamespace(biluo_tags_from_offsets=None))  # of spaCy 2, for a format not used here
    read = importlib.import_module("doccano_transformer.datasets").NERDataset.from_jsonl
    draft = build.Draft("lines", "The mob stayed.\nA vile regime, he said.", None, None, {})  # it loses its place at an empty line
    draft.loaded("mob", "dehuman")
    draft.loaded("vile regime", "delegit")
    row = doccano.marks_alone(marked(draft.done()))
    (tmp_path / "export.jsonl").write_text(json.dumps({"id": 1, "text": row["text"], "labels": row["label"]}) + "\n", encoding="utf-8")
    (out,) = read(str(tmp_path / "export.jsonl")).to_conll2003(str.split)
    tags = [(line.split()[0], line.split()[-1]) for line in out["data"].splitlines() if line and not line.startswith("-DOCSTART-")]
    assert [pair for pair in tags if pair[1] != "O"] == [("mob", "B-loaded-dehuman"), ("vile", "B-loaded-delegit"), ("regime,", "I-loaded-delegit")]


def test_doccano_files_are_one_object_a_line(annotations):
    made = export_files(annotations, "doccano")
    for name in ("relations.jsonl", "spans.jsonl"):
        lines = made[name].decode().split("\n")
        assert lines[-1] == ""
        assert len({frozenset(json.loads(line)) for line in lines[:-1]}) == 1, "the same keys in every row"
        assert [json.loads(line)["article"] for line in lines[:-1]] == [visible(one.id) for one in annotations]
    offered = {row["text"] for row in json.loads(made["span-types.json"])}
    assert {row[2] for line in made["spans.jsonl"].decode().splitlines() for row in json.loads(line)["label"]} <= offered


# --- UIMA CAS, read by dkpro-cassis -----------------------------------------------------------------------------------------------------------

def test_cassis_reads_back_every_mark_and_link(annotations, tmp_path):
    cassis = pytest.importorskip("cassis", reason="needs dkpro-cassis")
    folder = write(tmp_path, annotations, "cas")
    with (folder / "TypeSystem.xml").open("rb") as file:
        system = cassis.load_typesystem(file)
    for annotation, stem in zip(annotations, stems(one.id for one in annotations), strict=True):
        with (folder / f"{stem}.xmi").open("rb") as file:
            read = cassis.load_cas_from_xmi(file, typesystem=system)
        one = whole_spans(marked(annotation))
        assert len(read.sofa_string) == len(one.text)
        found = sorted((layer, row.value, row.get_covered_text()) for layer, name in cas.TYPES.items() for row in read.select(name))
        assert found == sorted((mark.layer, mark.label, xml_stored(words(one, mark)[0])) for mark in one.marks)
        links = [row for name in cas.LINK_TYPES.values() for row in read.select(name)]
        assert sorted(row.value for row in links) == sorted(link.kind for link in one.links)
        assert all(row.Governor is not None and row.Dependent is not None for row in links)
        assert len(list(read.select(cas.SENTENCE))) == len(annotation.document.sentences)


def test_the_file_itself_counts_as_java_does():
    pytest.importorskip("cassis", reason="needs dkpro-cassis")
    (data,) = (data for name, data in export_files((astral(),), "cas").items() if name.endswith(".xmi"))
    (mob,) = ElementTree.fromstring(data.decode()).iter("{http:///framing/type.ecore}LoadedTerm")
    place = ASTRAL.index("mob")
    assert (int(mob.get("begin", 0)), int(mob.get("end", 0))) == (place + 2, place + 5)  # two signs above U+FFFF stand before it


def test_without_cassis_one_line_says_what_to_install(monkeypatch):
    monkeypatch.setattr(cas, "_cassis", lambda: None)
    with pytest.raises(OutputError, match=r"pip install 'framing-compare\[cas\]'"):
        export_files((astral(),), "cas")
    assert not cas.cas_available()
