"""Formats on the command line: which are offered, what they need, where they land."""

from __future__ import annotations

import json

import pytest
from test_cli_commands import PAIR, framing

from framing.cli import annotate, compare
from framing.report import write


def test_the_formats_offered_are_those_that_can_be_written():
    assert set(compare.FORMATS) == set(write.FORMATS)
    assert set(compare.REPORT) <= set(write.FORMATS)
    assert set(annotate.FORMATS) == {"jsonl", *write.EXPORTS}


def test_annotate_writes_a_folder_for_an_annotation_tool(tmp_path):
    done = framing("-q", "annotate", *PAIR, "--format", "brat", "-o", str(tmp_path / "marked"))
    assert (done.returncode, done.stdout) == (0, b"")
    names = sorted(path.name for path in (tmp_path / "marked").iterdir())
    assert names == ["annotation.conf", "export.json", "orrin.ann", "orrin.txt", "ostrel-banner.ann", "ostrel-banner.txt", "visual.conf"]
    manifest = json.loads((tmp_path / "marked/export.json").read_text(encoding="utf-8"))
    assert all(row["marks"] > 50 for row in manifest["articles"])
    again = framing("-q", "annotate", *PAIR, "--format", "brat", "-o", str(tmp_path / "again"), PYTHONHASHSEED="9", TZ="Asia/Kolkata")
    assert again.returncode == 0
    for name in names:
        assert (tmp_path / "marked" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


@pytest.mark.parametrize(("words", "says"), [
    (("--format", "conll", "-o", "x"), "choose from jsonl, web-annotation, brat"),
    (("--format", "brat"), "name it with -o DIR"),
    (("--format", "brat", "--all", "-o", "x"), "--all goes with --format jsonl"),
])
def test_wrong_usage_is_said_before_any_work(words, says):
    done = framing("annotate", *PAIR, *words)
    assert done.returncode == 2
    assert says in " ".join(done.stderr.decode().split())


def test_a_foreign_folder_is_left_alone_unless_told(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    done = framing("annotate", PAIR[0], "--format", "doccano", "-o", str(tmp_path))
    assert done.returncode == 1
    assert b"holds no earlier export" in done.stderr
    done = framing("-q", "annotate", PAIR[0], "--format", "doccano", "--overwrite", "-o", str(tmp_path))
    assert done.returncode == 0
    assert (tmp_path / "notes.txt").read_text() == "mine"
