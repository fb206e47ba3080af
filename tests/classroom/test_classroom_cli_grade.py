"""`framing grade` as a teacher meets it: a class with known answers, bad files among good ones, all or nothing, and away again."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sample_pack import sample_pack
from simulated_class import everything, guessing, perfect, save

from framing.classroom.key_csv import write_key
from framing.classroom.to_json import pack_to_json
from framing.model.exercise import AnswerSheet, Pack

ROOT = Path(__file__).parents[2]


def grade(*words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command as a process."""
    return subprocess.run([sys.executable, "-m", "framing", "grade", *words], capture_output=True, text=True, cwd=cwd or ROOT, check=False,
                          env={**os.environ, "PYTHONPATH": str(ROOT)})


@pytest.fixture
def place(tmp_path) -> Path:
    """A folder with a pack and the answers of four students: perfect, marking everything, empty, guessing."""
    pack = sample_pack()
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "manifest.json").write_text(pack_to_json(pack), encoding="utf-8")
    (tmp_path / "answers").mkdir()
    for sheet in (perfect(pack, "P1"), everything(pack, "E2"), AnswerSheet(pack.id, "A", "N3", ()), guessing(pack, "G4", 1)):
        save(tmp_path / "answers", sheet)
    return tmp_path


def marks(folder: Path) -> dict[str, list[str]]:
    """Points by code, from grades.csv."""
    with (folder / "grades.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["code", "item", "points", "max"]
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["code"], []).append(row["points"])
    return found


def test_a_class_of_known_behaviour_gets_the_marks_worked_by_hand(place):
    """Items: E2-1 of 3, E4-1 of 3, E5-1 of 4, E8-1 of 1, E9-1 by the teacher.

    Perfect: all. Empty: nothing. Everything: every word marked is 3 - 1/2 for each of some thirty others, so 0; "the article itself" for all
    three sentences is 0 + 1 + 1/2; "everything" in each cell is 0; all three ticked where one is right is 0.
    Guessing with seed 1: "smashed" 0 and six words at -1/2 make 0; "given to somebody" for all is 0 + 0 + 1; "a clerk" 1/2, "named" 1, "not named"
    for the name 0, "not named" 1 make 2.5; "different things" 0.
    """
    done = grade(str(place / "pack"), str(place / "answers"))
    assert (done.returncode, done.stdout) == (0, "")
    assert marks(place / "pack-grades") == {"P1": ["3", "3", "4", "1", "teacher"], "N3": ["0", "0", "0", "0", "teacher"],
                                            "E2": ["0", "1.5", "0", "0", "teacher"], "G4": ["0", "1", "2.5", "0", "teacher"]}
    assert "4 sheets marked" in done.stderr
    assert "draft" in done.stderr
    assert sorted(path.name for path in (place / "pack-grades" / "feedback").iterdir()) == ["sheet-E2.html", "sheet-G4.html", "sheet-N3.html", "sheet-P1.html"]


def test_json_prints_the_same_marks_and_writes_nothing(place):
    assert grade(str(place / "pack"), str(place / "answers")).returncode == 0
    written = marks(place / "pack-grades")
    before = sorted(place.rglob("*"))
    done = grade(str(place / "pack"), str(place / "answers"), str(place / "missing.json"), "--json", "-o", str(place / "elsewhere"), "-v")
    record = json.loads(done.stdout)
    printed = {sheet["code"]: ["teacher" if one["points"] is None else f"{one['points']:g}" for one in sheet["marks"]] for sheet in record["sheets"]}
    assert printed == written
    assert (done.returncode, record["schema"], record["left_out"], record["verified"]) == (0, "framing.marks/1", 1, False)
    assert f"{place / 'answers' / 'P1.json'}: sheets 1, problems 0" in done.stderr
    assert sorted(place.rglob("*")) == before


def test_the_same_answers_typed_from_paper_get_the_same_marks(place):
    rows = [("P1", "E2-1", "1", "mob"), ("P1", "E2-1", "1", "stormed"), ("P1", "E2-1", "4", "so-called"), ("P1", "E4-1", "1", "b"), ("P1", "E4-1", "2", "a"),
            ("P1", "E4-1", "3", "c"), ("P1", "E5-1", "1/1", "Ana Ruiz"), ("P1", "E5-1", "1/2", "named"), ("P1", "E5-1", "2/1", "officials"),
            ("P1", "E5-1", "2/2", "not named"), ("P1", "E8-1", "", "a")]
    text = "code,item_id,part,answer\n" + "".join(",".join(row) + "\n" for row in rows)
    (place / "paper.csv").write_text(text, encoding="utf-8")
    assert grade(str(place / "pack"), str(place / "paper.csv"), "-o", str(place / "out")).returncode == 0
    assert marks(place / "out") == {"P1": ["3", "3", "4", "1", "teacher"]}


def test_bad_files_are_named_the_rest_is_marked_and_strict_says_3(place):
    answers, pack = place / "answers", sample_pack()
    (answers / "broken.json").write_text('{"schema": ', encoding="utf-8")
    (answers / "binary.json").write_bytes(b"\xff\xfe\x00\x01")
    save(answers, AnswerSheet("another", "A", "X1", ()), "wrong-pack")
    save(answers, AnswerSheet(pack.id, "B", "X2", ()), "wrong-version")
    save(answers, AnswerSheet(pack.id, "A", "Anna Ruiz", ()), "named")
    save(answers, perfect(pack, "P1"), "copy")
    save(answers, guessing(pack, "n3", 2), "clash")
    done = grade(str(place / "pack"), str(answers), str(place / "missing.json"), "-o", str(place / "out"))
    assert done.returncode == 0
    assert set(marks(place / "out")) == {"P1", "E2", "G4"}, "N3 and n3 are one code with two sheets"
    for name in ("broken.json", "binary.json", "wrong-pack.json", "wrong-version.json", "named.json", "copy.json", "clash.json", "missing.json"):
        assert name in done.stderr, name
    assert "Anna" not in done.stderr.replace("Anna Ruiz.json", "")
    assert "Traceback" not in done.stderr
    assert grade(str(place / "pack"), str(answers), "-o", str(place / "out"), "--strict").returncode == 3
    assert grade(str(place / "pack"), str(answers / "P1.json"), "-o", str(place / "out2"), "--strict", "-q").stderr == ""


@pytest.mark.parametrize(("words", "status", "said"), [
    (["nowhere", "x.json"], 1, "no classroom pack"), (["pack"], 2, "ANSWERS"), (["pack", "empty"], 1, "no answer files"),
    (["answers/P1.json", "answers"], 1, "no schema framing.pack/1"), (["pack", "answers", "-o", "answers/P1.json/x"], 1, "cannot be written"),
    (["pack", "--forget"], 1, "nothing was deleted"), (["pack", "answers", "-o", "pack"], 1, "is not empty"),
])
def test_what_cannot_be_done_is_said(place, words, status, said):
    (place / "empty").mkdir()
    done = grade(*words, cwd=place)
    assert done.returncode == status
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_an_edited_key_counts_and_a_broken_one_is_named(place):
    pack = sample_pack()
    text = write_key(pack)
    (place / "pack" / "key.csv").write_text(text, encoding="utf-8")
    assert grade(str(place / "pack"), str(place / "answers"), "-o", str(place / "out")).returncode == 0
    before = marks(place / "out")["P1"]
    lines = text.splitlines(keepends=True)
    (place / "pack" / "key.csv").write_text("".join(line for line in lines if ",stormed," not in line), encoding="utf-8")
    done = grade(str(place / "pack"), str(place / "answers"), "-o", str(place / "out"))
    assert done.returncode == 0, done.stderr
    assert (before[0], marks(place / "out")["P1"][0]) == ("3", "1.5"), "two expected words are left, and a mark on the third costs a half"
    (place / "pack" / "key.csv").write_text(text.replace("expected", "perhaps", 1), encoding="utf-8")
    done = grade(str(place / "pack"), str(place / "answers"), "-o", str(place / "out"))
    assert done.returncode == 1
    assert "key.csv" in done.stderr
    assert marks(place / "out")["P1"][0] == "1.5", "what was there stays as it was"


def test_the_same_answers_give_the_same_bytes(place):
    for name in ("one", "two"):
        grade(str(place / "pack"), str(place / "answers"), "-o", str(place / name))
    files = {path.relative_to(place / "one") for path in (place / "one").rglob("*") if path.is_file()}
    assert all((place / "one" / name).read_bytes() == (place / "two" / name).read_bytes() for name in files)
    assert len(files) == 7


def test_sheets_of_an_earlier_run_go_and_other_files_stay(place):
    out = place / "out"
    grade(str(place / "pack"), str(place / "answers"), "-o", str(out))
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    grade(str(place / "pack"), str(place / "answers" / "P1.json"), "-o", str(out))
    assert [path.name for path in (out / "feedback").iterdir()] == ["sheet-P1.html"]
    assert (out / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_marks_go_into_a_folder_with_other_files_only_when_told(place):
    out = place / "out"
    out.mkdir()
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    words = (str(place / "pack"), str(place / "answers"), "-o", str(out))
    done = grade(*words)
    assert done.returncode == 1
    assert "holds no earlier marks; choose another folder, or --overwrite" in done.stderr
    assert [path.name for path in out.iterdir()] == ["notes.txt"]
    assert grade(*words, "--force").returncode == 2, "grading knows no events"
    assert grade(*words, "--overwrite").returncode == 0
    assert (out / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert len(marks(out)) == 4


def test_marks_of_an_earlier_run_stay_whole_when_the_disk_is_full(place):
    """The limit is the kernel's own, on the size of any file; a feedback sheet is larger."""
    out = place / "out"
    grade(str(place / "pack"), str(place / "answers" / "P1.json"), "-o", str(out))
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    code = ("import resource, sys\nfrom framing.cli.main import run\nresource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))\n"
            "sys.argv[0] = 'framing'\nrun()\n")
    done = subprocess.run([sys.executable, "-c", code, "grade", str(place / "pack"), str(place / "answers"), "-o", str(out)], capture_output=True, text=True,
                          check=False, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert done.returncode == 1
    assert done.stderr == f"framing: {out}: cannot be written: File too large\n"
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_forget_deletes_what_was_written_and_nothing_else(place):
    out = place / "pack-grades"
    grade(str(place / "pack"), str(place / "answers"))
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    (out / "feedback" / "sheet-mine.txt").write_text("mine", encoding="utf-8")
    done = grade(str(place / "pack"), "--forget")
    assert done.returncode == 0
    assert "7 files deleted" in done.stderr
    assert sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file()) == ["feedback/sheet-mine.txt", "notes.txt"]
    assert len(list((place / "answers").iterdir())) == 4, "the answers are the teacher's"
    assert (place / "pack" / "manifest.json").exists()


def test_forget_leaves_no_empty_folder(place):
    grade(str(place / "pack"), str(place / "answers"))
    grade(str(place / "pack"), "--forget")
    assert not (place / "pack-grades").exists()


@pytest.mark.parametrize("names", [["../keep.txt"], ["/etc/keep.txt"], ["keep.txt"], ["feedback/../../keep.txt"], [7], "grades.csv"])
def test_a_doctored_list_deletes_nothing_that_is_not_ours(place, names):
    out = place / "out"
    out.mkdir()
    (place / "keep.txt").write_text("x", encoding="utf-8")
    (out / "keep.txt").write_text("x", encoding="utf-8")
    (out / "grades.json").write_text(json.dumps({"schema": "framing.grades/1", "files": names}), encoding="utf-8")
    grade(str(place / "pack"), "--forget", "-o", str(out))
    assert (place / "keep.txt").exists()
    assert (out / "keep.txt").exists()


def test_forget_does_not_follow_a_link(place):
    other = place / "other"
    other.mkdir()
    (other / "sheet-P1.html").write_text("somebody's", encoding="utf-8")
    out = place / "out"
    grade(str(place / "pack"), str(place / "answers" / "P1.json"), "-o", str(out))
    (out / "feedback" / "sheet-P1.html").unlink()
    (out / "feedback").rmdir()
    (out / "feedback").symlink_to(other)
    assert grade(str(place / "pack"), "--forget", "-o", str(out)).returncode == 1
    assert (other / "sheet-P1.html").exists()


def test_a_pack_and_its_marks_in_the_folder_of_answers_are_no_answers(place):
    (place / "pack" / "key.csv").write_text(write_key(sample_pack()), encoding="utf-8")
    for _ in range(2):
        done = grade(str(place / "pack"), str(place), "-o", str(place / "marks"), "--strict")
        assert done.returncode == 0, done.stderr
    assert "4 sheets marked" in done.stderr


def test_nothing_is_written_when_one_file_cannot_be(place):
    out = place / "out"
    grade(str(place / "pack"), str(place / "answers" / "P1.json"), "-o", str(out))
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    (out / "class.html").unlink()
    (out / "class.html").mkdir()  # a folder where a file has to go
    done = grade(str(place / "pack"), str(place / "answers"), "-o", str(out))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    after = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert after == {path: data for path, data in before.items() if path.name != "class.html"}


def test_pupils_marks_are_readable_to_their_owner_alone(place):
    grade(str(place / "pack"), str(place / "answers"))
    assert {path.stat().st_mode & 0o077 for path in (place / "pack-grades").rglob("*") if path.is_file()} == {0}


def test_the_outputs_hold_no_name_of_a_file(place):
    save(place / "answers", guessing(sample_pack(), "Q9", 3), "anna-ruiz-homework")
    grade(str(place / "pack"), str(place / "answers"))
    for path in (place / "pack-grades").rglob("*"):
        if path.is_file():
            assert "homework" not in path.read_text(encoding="utf-8")


def test_a_pack_of_another_version_is_named_as_such(place):
    other = sample_pack(version="B")
    assert isinstance(other, Pack)
    (place / "pack" / "manifest.json").write_text(pack_to_json(other), encoding="utf-8")
    done = grade(str(place / "pack"), str(place / "answers"))
    assert done.returncode == 1
    assert done.stderr.count("this pack is version 'B'") == 4
