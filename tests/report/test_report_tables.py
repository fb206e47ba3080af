"""Tables: one row a span in CSV and pandas alike, safe in a spreadsheet, as the Data Package says."""

from __future__ import annotations

import csv
import io
import json

import pytest
import report_builders as build

from framing.report.escape import csv_cell
from framing.report.tables import table_rows, to_frames
from framing.report.to_csv import to_csv

NAMES = ["alignment", "attributions", "differences", "distinctive_words", "dropped", "facts", "frames", "harm_acts", "labels", "loaded_terms", "metrics", "only_in", "speakers", "tone", "warnings"]


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_there_is_a_row_for_each_thing_found():
    # 6 + 8 attributions, 6 + 7 labels, 8 + 3 terms, 3 + 4 tones, 3 pairs, 2 + 2 only in one, 3 remarks, 5 + 5 lines set aside
    sizes = {name: len(table.rows) for name, table in table_rows(build.comparison()).items()}
    expected = {"attributions": 14, "labels": 13, "loaded_terms": 11, "tone": 7, "alignment": 3, "only_in": 4, "warnings": 3, "dropped": 10}
    assert {name: sizes[name] for name in expected} == expected


@pytest.mark.parametrize("name", ["labels", "loaded_terms", "tone", "only_in", "dropped"])
def test_the_text_column_is_the_slice_that_start_and_end_name(name):
    made = build.comparison()
    texts = {one.id: one.reading.text for one in made.annotations}
    frame = to_frames(made)[name]
    assert [texts[row.article][row.start:row.end] for row in frame.itertuples()] == list(frame.text)


def test_csv_and_frames_hold_the_same_columns_and_rows():
    made = build.comparison()
    files, frames = to_csv(made, raw=True), to_frames(made)
    assert sorted(files) == sorted([*(f"{name}.csv" for name in NAMES), "datapackage.json"])
    for name, frame in frames.items():
        rows = read(files[f"{name}.csv"])
        assert len(rows) == len(frame)
        assert [list(row) for row in rows[:1]] in ([], [list(frame.columns)])
    starts = [int(row["start"]) for row in read(files["loaded_terms.csv"])]
    assert starts == list(frames["loaded_terms"]["start"])


def test_an_empty_table_keeps_its_columns_and_types():
    from dataclasses import replace
    made = replace(build.comparison(), metrics=())
    frame = to_frames(made)["metrics"]
    assert len(frame) == 0
    assert str(frame.dtypes["value"]) == "Float64"
    assert to_csv(made)["metrics.csv"].startswith("metric,article,zone,voice,category,value")


def test_too_little_text_is_an_empty_cell_and_never_a_nought():
    rows = read(to_csv(build.comparison())["metrics.csv"])
    few = [row for row in rows if row["too_little"] == "true"]
    assert len(few) == 2
    assert {row["value"] for row in few} == {""}


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", "−1", "\u00a0=1", "\ufeff=1"])
def test_a_formula_gets_an_apostrophe(cell):
    assert csv_cell(cell) == "'" + cell
    assert csv_cell(cell, raw=True) == cell


@pytest.mark.parametrize("cell", ["", "a=1", "it's", "1-2", "said: =x", "'=1", "é"])
def test_what_is_no_formula_is_left_alone(cell):
    assert csv_cell(cell) == cell


def test_no_cell_of_a_hostile_article_can_run():
    files = to_csv(build.hostile())
    numeric = {(resource["path"], field["name"]) for resource in json.loads(files["datapackage.json"])["resources"]
               for field in resource["schema"]["fields"] if field["type"] != "string"}
    cells = [(cell, path, name) for path, text in files.items() if path.endswith(".csv") for row in read(text) for name, cell in row.items()]
    assert len(cells) > 500
    assert [one for one in cells if one[0].lstrip()[:1] in set("=+-@") - {""} and (one[1], one[2]) not in numeric and one[0]] == []


def test_numbers_below_nought_stay_numbers():
    rows = read(to_csv(build.comparison())["tone.csv"])
    assert "-0.7" in {row["valence"] for row in rows}
    assert "-1" in {row["polarity"] for row in rows}


@pytest.mark.parametrize("make", [build.comparison, build.hostile])
def test_frictionless_finds_the_package_valid(make, tmp_path):
    frictionless = pytest.importorskip("frictionless")
    for name, text in to_csv(make()).items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:3]
    assert len(report.tasks) == len(NAMES)


def test_frictionless_finds_a_word_where_a_number_belongs(tmp_path):
    frictionless = pytest.importorskip("frictionless")
    for name, text in to_csv(build.comparison()).items():
        (tmp_path / name).write_text(text.replace(",0.71,", ",high,"), encoding="utf-8", newline="")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid
