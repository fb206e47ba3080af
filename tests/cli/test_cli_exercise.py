"""`framing exercise` as a teacher meets it: a pack from two files, an edited key, a bad setting, and how long it takes."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EVENT = ROOT / "seeds" / "change-of-power"
PAIR = (str(EVENT / "halmere-courier.html"), str(EVENT / "ostrel-banner.txt"))


def framing(*words: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "framing", *words], capture_output=True, text=True, encoding="utf-8", cwd=cwd or ROOT,
                          env={**os.environ, "PYTHONPATH": str(ROOT), **environment}, check=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A pack of two articles, and the processor's seconds that it took."""
    folder = tmp_path_factory.mktemp("out") / "pack"
    before = os.times()
    done = framing("exercise", *PAIR, "-o", str(folder))
    after = os.times()
    return done, folder, after.children_user + after.children_system - before.children_user - before.children_system


def manifest(folder: Path) -> dict:
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def rows_of(folder: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / "key.csv").read_text(encoding="utf-8-sig"), newline="")))


def save(path: Path, rows: list[dict[str, str]], encoding: str = "utf-8-sig") -> None:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))


def test_two_articles_make_a_pack_and_say_what_is_in_it(made):
    done, folder, _ = made
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    for name in ("student.html", "student_print.html", "teacher_key.html", "key.csv", "reveal.md", "lesson_plan.md", "gift.txt", "moodle.xml", "qti12.zip", "qti21.zip"):
        assert (folder / name).stat().st_size > 0, name
    assert "E2 Mark the loaded words: 2 items, about" in done.stderr
    assert "E8 left out: it needs 3 articles" in done.stderr
    assert "the key is a draft" in done.stderr


@pytest.mark.skipif(not hasattr(os, "times"), reason="no processor times here")
def test_a_pack_takes_less_than_ten_seconds_of_the_processor(made):
    assert made[2] < 10                                               # measured 5.5 s; wall time hangs on what else the machine does


def test_the_students_page_is_small_and_names_no_outlet(made):
    page = (made[1] / "student.html").read_bytes()
    assert len(page) <= 300_000
    for word in (b"Halmere Courier", b"Ostrel Banner", b"Calloran", b"the Courier", b"key.csv"):
        assert word not in page


def test_the_same_input_gives_the_same_bytes(made, tmp_path):
    done = framing("-q", "exercise", *PAIR, "-o", str(tmp_path / "again"), PYTHONHASHSEED="5", TZ="Pacific/Auckland")
    assert (done.returncode, done.stderr) == (0, "")
    for path in sorted(made[1].rglob("*")):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "again" / path.relative_to(made[1])).read_bytes(), path.name


def test_an_edited_key_is_read_back_and_the_files_follow(made, tmp_path):
    rows = [{**row, "verified_by": "AR"} for row in rows_of(made[1])]
    first = next(row for row in rows if row["item_id"].startswith("E2") and row["tier"] == "expected")
    first["tier"], first["points"], first["rationale"] = "defensible", "0", "The class may argue about it."
    save(tmp_path / "mine.csv", rows)
    done = framing("exercise", str(made[1]), "--key", str(tmp_path / "mine.csv"), "-o", str(tmp_path / "new"), "--formats", "csv,plan,gift")
    assert done.returncode == 0, done.stderr
    assert "draft" not in done.stderr
    assert "not verified" not in (tmp_path / "new" / "lesson_plan.md").read_text(encoding="utf-8")
    old, new = manifest(made[1]), manifest(tmp_path / "new")
    assert old["id"] == new["id"]
    changed = next(item for one in new["exercises"] for item in one["items"] if item["id"] == first["item_id"])
    assert changed["points"] == next(item for one in old["exercises"] for item in one["items"] if item["id"] == first["item_id"])["points"] - 1
    assert rows_of(tmp_path / "new") == rows


def test_a_pack_given_alone_is_written_anew_in_its_place(made, tmp_path):
    framing("-q", "exercise", str(made[1]), "-o", str(tmp_path / "copy"), "--formats", "csv,plan")
    rows = [{**row, "verified_by": "Zoë"} for row in rows_of(tmp_path / "copy")]
    save(tmp_path / "copy" / "key.csv", rows)
    done = framing("exercise", str(tmp_path / "copy"), "--formats", "csv,plan")
    assert done.returncode == 0, done.stderr
    assert rows_of(tmp_path / "copy")[0]["verified_by"] == "Zoë"


def test_a_pack_goes_into_a_folder_with_other_files_only_when_told(made, tmp_path):
    (tmp_path / "thesis.doc").write_text("mine", encoding="utf-8")
    words = ("exercise", str(made[1]), "-o", str(tmp_path), "--formats", "csv")
    for more in ((), ("--force",)):      # that flag is about events, not about files
        done = framing(*words, *more)
        assert done.returncode == 1
        assert "holds no earlier pack; choose another folder, or --overwrite" in done.stderr
    assert framing(*words, "--overwrite").returncode == 0
    assert framing(*words).returncode == 0      # now an earlier pack of ours
    assert sorted(path.name for path in tmp_path.iterdir()) == ["key.csv", "manifest.json", "thesis.doc"]


def test_faults_of_an_edited_key_are_told_one_a_line(made, tmp_path):
    rows = rows_of(made[1])
    rows[0]["tier"] = "sure"
    rows[1]["item_id"] = "E99"
    save(tmp_path / "bad.csv", rows)
    done = framing("exercise", str(made[1]), "--key", str(tmp_path / "bad.csv"), "-o", str(tmp_path / "new"))
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert [line.startswith("framing: ") and "bad.csv: row" in line for line in lines[:2]] == [True, True]
    assert "row 2, tier" in lines[0]
    assert "row 3, item_id" in lines[1]
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(("words", "status", "said"), [
    ((PAIR[0],), 1, "needs 2 to"),
    ((*PAIR, "--types", "E1,E99"), 2, "types: choose from E1, E2"),
    ((*PAIR, "--level", "silly"), 2, "'silly' is none of easier, standard, harder"),
    ((*PAIR, "--items", "1"), 2, "items: 2 to 12, not 1"),
    ((*PAIR, "--version", "C"), 2, "version: A or B"),
    ((*PAIR, "--formats", "docx"), 2, "formats: choose from html"),
    ((*PAIR, "--paper", "A3"), 2, "paper: A4 or Letter"),
    ((*PAIR, "--key", "key.csv"), 2, "--key goes with a pack"),
    ((*PAIR, "--config", "no-such.toml"), 1, "no-such.toml: cannot be read"),
    ((PAIR[0], "no-such.txt"), 1, "no-such.txt"),
    ((*PAIR, "--outlet", "nobody.txt=Star"), 2, "nobody.txt: no article of that name"),
])
def test_wrong_usage_says_what_is_wrong(words, status, said, tmp_path):
    done = framing("exercise", *words, "-o", str(tmp_path / "pack"))
    assert done.returncode == status, done.stderr
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "pack").exists()


def test_settings_come_from_a_file_and_the_command_line_wins(tmp_path):
    (tmp_path / "exercise.toml").write_text('types = ["E2", "E4"]\nlevel = "easier"\nitems = 4\nformats = ["csv", "plan"]\npaper = "letter"\n', encoding="utf-8")
    done = framing("exercise", *PAIR, "--config", str(tmp_path / "exercise.toml"), "--items", "5", "-o", str(tmp_path / "pack"))
    assert done.returncode == 0, done.stderr
    found = manifest(tmp_path / "pack")
    assert [one["type"] for one in found["exercises"]] == ["E2", "E4"]
    assert (found["level"], found["paper"], dict(map(tuple, found["settings"]))["items"]) == ("easier", "Letter", "5")
    assert sorted(path.name for path in (tmp_path / "pack").iterdir()) == ["key.csv", "lesson_plan.html", "lesson_plan.md", "manifest.json"]


@pytest.mark.parametrize(("text", "said"), [
    ('colour = "red"\n', "no setting 'colour'"),
    ('items = "five"\n', "items: must be a whole number"),
    ("items = true\n", "items: must be a whole number"),
    ('types = "E2"\n', "types: must be a list of words"),
    ("items = \n", "not valid TOML"),
])
def test_faults_of_the_settings_file_are_named(text, said, tmp_path):
    (tmp_path / "exercise.toml").write_text(text, encoding="utf-8")
    done = framing("exercise", *PAIR, "--config", str(tmp_path / "exercise.toml"), "-o", str(tmp_path / "pack"))
    assert done.returncode == 1
    assert said in done.stderr


def test_articles_without_a_difference_leave_types_out_with_the_reason(tmp_path):
    plain = "Market Moves in Tolle\n\n" + ("The market of Tolle moved to the old yard on Monday, said Ana Ruiz, a clerk of the port. Ruiz said that 48 traders had signed the paper of "
                                           "the council. The yard lies beside the port, and it holds nine sheds. The market opens again on 6 July in the yard. ") * 2
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(plain, encoding="utf-8")
    done = framing("exercise", str(tmp_path / "one.txt"), str(tmp_path / "two.txt"), "-o", str(tmp_path / "pack"), "--formats", "csv,plan")
    assert done.returncode == 0, done.stderr
    left = {one["type"]: one["reason"] for one in manifest(tmp_path / "pack")["left_out"]}
    assert {"E1", "E2", "E3", "E7", "E9"} <= set(left)


def test_articles_of_different_events_stop_unless_forced(tmp_path):
    (tmp_path / "storm.txt").write_text("Storm Breaks Bridges in Norrland\n\nA storm broke three bridges of Norrland in March 2015, and the river rose by two metres. " * 3, encoding="utf-8")
    done = framing("exercise", PAIR[0], str(tmp_path / "storm.txt"), "-o", str(tmp_path / "pack"))
    assert done.returncode == 1
    assert "different event" in done.stderr


def test_help_names_every_setting_and_starts_quickly():
    done = framing("exercise", "--help")
    assert done.returncode == 0
    for word in ("--types", "--level", "--items", "--minutes", "--seed", "--version", "--paper", "--large-print", "--check", "--no-anonymise", "--originals", "--config", "--formats", "--key"):
        assert word in done.stdout
