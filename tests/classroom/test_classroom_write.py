"""The pack's folder: whole files or none, never over somebody's own, the same bytes every time."""

from __future__ import annotations

import csv
import io
import os

import pytest
from class_packs import pack_of
from sample_pack import sample_pack

from framing.classroom.key_csv import read_key
from framing.classroom.to_json import pack_from_json
from framing.classroom.write import DEFAULT, MANIFEST, is_pack, render, write_pack
from framing.errors import OutputError

SOME = ("csv", "plan", "gift")


def files(folder) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_manifest_is_always_there_and_holds_the_pack(tmp_path):
    written = write_pack(sample_pack(), tmp_path / "pack", ("plan",))
    assert [path.name for path in written] == ["lesson_plan.html", "lesson_plan.md", MANIFEST]
    assert pack_from_json((tmp_path / "pack" / MANIFEST).read_text(encoding="utf-8")) == sample_pack()
    assert is_pack(tmp_path / "pack")


def test_the_key_opens_in_a_spreadsheet_and_reads_back(tmp_path):
    write_pack(sample_pack(), tmp_path, ("csv",))
    raw = (tmp_path / "key.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")                       # without it Excel takes UTF-8 for something else
    assert len(list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))) == 22
    assert read_key(sample_pack(), raw.decode("utf-8-sig")) == sample_pack()


def test_all_formats_together_are_the_same_bytes_twice():
    assert render(pack_of("market-day")) == render(pack_of("market-day"))


def test_every_default_format_gives_a_file_and_no_other_does():
    made = render(sample_pack())
    assert {"student.html", "student_print.html", "teacher_key.html", "key.csv", "reveal.md", "lesson_plan.md", "gift.txt", "moodle.xml", "qti12.zip", "qti21.zip", "learning_systems.md", MANIFEST} <= set(made)
    assert all(data for data in made.values())
    assert set(render(sample_pack(), ())) == {MANIFEST}
    assert "pdf" not in DEFAULT


def test_an_earlier_pack_is_replaced_and_its_other_files_go(tmp_path):
    write_pack(sample_pack(), tmp_path, SOME)
    (tmp_path / "notes.txt").write_text("mine")
    write_pack(sample_pack(), tmp_path, ("plan",))
    assert sorted(files(tmp_path)) == ["lesson_plan.html", "lesson_plan.md", MANIFEST, "notes.txt"]


def test_a_foreign_folder_is_refused_and_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    before = files(tmp_path)
    with pytest.raises(OutputError, match="holds no earlier pack"):
        write_pack(sample_pack(), tmp_path, SOME)
    assert files(tmp_path) == before
    write_pack(sample_pack(), tmp_path, SOME, overwrite=True)
    assert files(tmp_path)["thesis.txt"] == b"mine"


@pytest.mark.parametrize("text", ["{}", "[1]", "not json", '{"schema": "framing.comparison/1"}', "[" * 50_000])
def test_another_manifest_is_no_pack_of_ours(tmp_path, text):
    (tmp_path / MANIFEST).write_text(text)
    assert not is_pack(tmp_path)
    with pytest.raises(OutputError):
        write_pack(sample_pack(), tmp_path, SOME)


def test_a_file_in_the_folders_place_is_refused(tmp_path):
    (tmp_path / "pack").write_text("x")
    with pytest.raises(OutputError, match="is a file"):
        write_pack(sample_pack(), tmp_path / "pack", SOME)


def test_unknown_formats_and_pdf_without_a_maker_are_refused(tmp_path):
    with pytest.raises(OutputError, match="unknown format docx"):
        write_pack(sample_pack(), tmp_path / "pack", ("docx",))
    with pytest.raises(OutputError, match="no PDF maker"):
        write_pack(sample_pack(), tmp_path / "pack", ("pdf",))
    assert not (tmp_path / "pack").exists()


def test_pdf_is_made_of_the_printed_pages():
    made = render(sample_pack(), ("pdf",), printer=lambda html: b"%PDF " + html.encode()[:20])
    assert made["student.pdf"].startswith(b"%PDF")
    assert made["teacher_key.pdf"].startswith(b"%PDF")
    assert "student_print.html" not in made


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_leaves_nothing(tmp_path):
    (tmp_path / "locked").mkdir(mode=0o555)
    with pytest.raises(OutputError, match="cannot be written"):
        write_pack(sample_pack(), tmp_path / "locked" / "pack", SOME)
    assert not files(tmp_path)


def test_nothing_is_left_when_a_file_cannot_take_its_place(tmp_path):
    (tmp_path / "pack" / "gift.txt").mkdir(parents=True)          # a folder where a file should go
    (tmp_path / "pack" / "gift.txt" / "x").write_text("mine")
    with pytest.raises(OutputError):
        write_pack(sample_pack(), tmp_path / "pack", SOME, overwrite=True)
    assert not [name for name in files(tmp_path) if ".framing-" in name]


def test_a_linked_folder_inside_is_refused(tmp_path):
    (tmp_path / "away").mkdir()
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "h5p").symlink_to(tmp_path / "away")
    with pytest.raises(OutputError, match="is a link"):
        write_pack(pack_of("market-day"), tmp_path / "pack", ("h5p",), overwrite=True)
    assert not list((tmp_path / "away").iterdir())
