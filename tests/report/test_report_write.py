"""Writing: whole files or none, never over what is not ours, the same bytes for the same input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import report_builders as build

from framing.errors import OutputError
from framing.files import swap
from framing.report import write
from framing.report.write import render, write_report

PLAIN = ("html", "md", "json", "csv")
TABLES = ["alignment", "attributions", "differences", "distinctive_words", "dropped", "facts", "frames", "harm_acts", "labels", "loaded_terms", "metrics", "only_in", "speakers", "tone", "warnings"]


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_the_files_bear_the_names_of_the_contract(tmp_path):
    paths = write_report(build.comparison(), tmp_path / "out", formats=PLAIN)
    found = names(tmp_path / "out")
    assert found == sorted(str(path.relative_to(tmp_path / "out")) for path in paths)
    assert [name for name in found if "/" not in name] == ["report.html", "report.json", "report.md"]
    assert [name for name in found if name.startswith("tables")] == sorted([*(f"tables/{one}.csv" for one in TABLES), "tables/datapackage.json"])
    assert {Path(name).suffix for name in found if name.startswith("charts")} == {".svg", ".png"}
    assert json.loads((tmp_path / "out/report.json").read_text())["schema"] == "framing.comparison/1"


def test_report_json_is_written_whatever_is_asked_for(tmp_path):
    write_report(build.comparison(), tmp_path / "out", formats=("md",))
    assert names(tmp_path / "out") == ["report.json", "report.md"]


def test_an_earlier_report_is_replaced_and_nothing_of_it_stays_behind(tmp_path):
    write_report(build.comparison(), tmp_path, formats=PLAIN)
    (tmp_path / "notes.txt").write_text("mine")
    write_report(build.comparison(), tmp_path, formats=("json", "md"))
    assert names(tmp_path) == ["notes.txt", "report.json", "report.md"]


def test_a_foreign_folder_is_refused_and_left_as_it_was(tmp_path):
    (tmp_path / "report.json").write_text('{"schema": "other/1"}')
    with pytest.raises(OutputError, match="is not empty and holds no earlier report"):
        write_report(build.comparison(), tmp_path)
    assert names(tmp_path) == ["report.json"]
    write_report(build.comparison(), tmp_path, formats=("json",), overwrite=True)
    assert json.loads((tmp_path / "report.json").read_text())["schema"] == "framing.comparison/1"


def test_overwriting_takes_nothing_away_from_a_foreign_folder(tmp_path):
    (tmp_path / "report.html").write_text("mine")
    write_report(build.comparison(), tmp_path, formats=("json",), overwrite=True)
    assert (tmp_path / "report.html").read_text() == "mine"


def test_an_empty_folder_will_do_and_a_file_will_not(tmp_path):
    assert write_report(build.comparison(), tmp_path, formats=("json",))
    with pytest.raises(OutputError, match="is a file"):
        write_report(build.comparison(), tmp_path / "report.json")


@pytest.mark.parametrize("formats", [("docx",), ("html", "exe")])
def test_an_unknown_format_is_refused(tmp_path, formats):
    with pytest.raises(OutputError, match="unknown format"):
        write_report(build.comparison(), tmp_path / "new", formats=formats)
    assert not (tmp_path / "new").exists()


def test_a_failure_half_way_leaves_the_old_report_whole(tmp_path, monkeypatch):
    write_report(build.comparison(), tmp_path, formats=("md", "csv"))
    before = {name: (tmp_path / name).read_bytes() for name in names(tmp_path)}
    real, calls = swap._write_beside, []

    def fail_late(target, data, private):
        calls.append(target)
        if len(calls) == 5:
            raise OSError(28, "No space left on device")
        return real(target, data, private)

    monkeypatch.setattr(swap, "_write_beside", fail_late)
    with pytest.raises(OutputError, match="No space left on device"):
        write_report(build.many(3), tmp_path, formats=("md", "csv"))
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == before


def test_a_linked_folder_inside_is_refused(tmp_path):
    write_report(build.comparison(), tmp_path / "out", formats=("json",))
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out/tables").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="is a link"):
        write_report(build.comparison(), tmp_path / "out", formats=("csv",))
    assert names(tmp_path / "elsewhere") == []


def test_two_runs_give_the_same_bytes_in_any_folder(tmp_path, monkeypatch):
    write_report(build.comparison(), tmp_path / "one", formats=PLAIN)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    write_report(build.comparison(), Path("two"), formats=PLAIN)
    assert names(tmp_path / "one") == names(tmp_path / "two")
    for name in names(tmp_path / "one"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_the_date_is_that_of_source_date_epoch(tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert write.report_date() is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")  # a day after 1 January 1970
    assert write.report_date() == "1970-01-02 00:00"
    write_report(build.comparison(), tmp_path, formats=("md",))
    assert "1970-01-02 00:00 UTC" in (tmp_path / "report.md").read_text()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * 30)
    with pytest.raises(OutputError, match="is not a time"):
        write.report_date()


def test_names_of_articles_never_become_names_of_files():
    assert all(part.replace("-", "").replace("_", "").replace(".", "").isalnum() for name in render(build.hostile(), formats=PLAIN) for part in name.split("/"))


def test_files_can_be_read_by_others(tmp_path):
    (path,) = write_report(build.comparison(), tmp_path, formats=("json",))
    assert path.stat().st_mode & 0o777 == 0o644
