"""The command line as its users meet it: real processes, real files, exit codes and streams."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
EVENT = SEEDS / "change-of-power"
PAIR = (str(EVENT / "ostrel-banner.txt"), str(EVENT / "orrin.txt"))


def framing(*words: str, stdin: str | bytes = "", cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a process; its output as bytes."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    return subprocess.run([sys.executable, "-m", "framing", *words], input=data, capture_output=True, cwd=cwd or ROOT,
                          env={**os.environ, "PYTHONPATH": str(ROOT), **environment}, check=False)


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The main job, run once."""
    folder = tmp_path_factory.mktemp("out") / "report"
    done = framing("compare", *PAIR, "-o", str(folder))
    return done, folder


def test_the_main_job_writes_every_format(report):
    done, folder = report
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == b""
    for name in ("report.html", "report.md", "report.json", "tables/datapackage.json", "tables/attributions.csv"):
        assert (folder / name).stat().st_size > 0
    assert list((folder / "charts").glob("*.svg"))
    said = done.stderr.decode()
    assert "A and B: same event" in said
    assert "1. " in said
    assert max(len(line) for line in said.splitlines() if str(folder) not in line) <= 80


def test_the_report_says_whose_voice_and_passes_its_own_schema(report):
    record = json.loads((report[1] / "report.json").read_text(encoding="utf-8"))
    assert record["schema"] == "framing.comparison/1"
    assert {row["name"] for row in record["inputs"]} == {"ostrel-banner.txt", "orrin.txt"}
    assert all(one["voice"] in {"own", "attributed", "quoted", "scare"} for an in record["annotations"] for one in an["loaded_terms"])
    for finding in record["findings"]:
        assert len({one["article"] for one in finding["evidence"]}) == 2


def test_the_same_input_gives_the_same_bytes(report, tmp_path):
    again = framing("-q", "compare", *PAIR, "-o", str(tmp_path / "again"), PYTHONHASHSEED="5", TZ="Pacific/Auckland")
    assert again.returncode == 0
    assert again.stderr == b""
    for path in sorted(report[1].rglob("*")):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "again" / path.relative_to(report[1])).read_bytes(), path.name


def test_help_is_fast_light_and_80_columns_wide():
    start = time.perf_counter()
    done = framing("--help")
    assert time.perf_counter() - start < 3      # no timed test: only that nothing heavy is loaded by accident
    assert done.returncode == 0
    assert max(map(len, done.stdout.decode().splitlines())) <= 80
    code = "import sys\nimport framing.cli.main\nprint([m for m in ('spacy','sklearn','textstat','pandas','matplotlib','numpy') if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True).stdout
    assert out.strip() == "[]"


@pytest.mark.parametrize("command", ["compare", "demo", "annotate", "pair", "align", "explain", "doctor", "lexicon", "audit", "exercise", "grade"])
def test_every_command_has_help_and_stands_in_the_readme(command):
    done = framing(command, "--help")
    assert done.returncode == 0
    assert max(map(len, done.stdout.decode().splitlines())) <= 80
    assert f"framing {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_annotate_writes_one_object_a_line_in_order_and_keeps_text_exactly(tmp_path):
    records = [{"id": "x", "text": "Mayor Venn said the port would\u00a0close. “We must,” she added."}, {"id": "y", "text": "It rained."}]
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    done = framing("annotate", "--zones", "none", str(path))
    lines = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [line["id"] for line in lines] == ["x", "y"]
    assert lines[0]["text"] == records[0]["text"]
    assert lines[0]["schema"] == "framing.annotation/1"
    said = lines[0]["attributions"][0]
    start, end = said["content"][0]
    assert "port would" in lines[0]["text"][start:end]


def test_standard_input_and_output(tmp_path):
    done = framing("annotate", "--zones", "none", "-", stdin="The mayor said no.")
    assert done.returncode == 0
    assert json.loads(done.stdout)["text"] == "The mayor said no."
    done = framing("annotate", "--zones", "none", "-", "-o", str(tmp_path / "o.jsonl"), stdin="The mayor said no.")
    assert done.stdout == b""
    assert json.loads((tmp_path / "o.jsonl").read_text(encoding="utf-8"))


def test_pair_and_align_write_their_contracts():
    pairs = json.loads(framing("pair", str(EVENT)).stdout)
    assert pairs["schema"] == "framing.pairs/1"
    members = [(m["id"], m["story"]) for cluster in pairs["clusters"] for m in cluster["members"]]
    assert len(members) == len(set(members))
    aligned = json.loads(framing("align", *PAIR).stdout)
    assert aligned["schema"] == "framing.alignment/1"
    assert [row["score"] for row in aligned["candidates"]] == sorted((row["score"] for row in aligned["candidates"]), reverse=True)


def test_explain_says_voice_rule_and_zone():
    done = framing("explain", PAIR[1], "--find", "rightful interim leader")
    text = done.stdout.decode()
    assert "zone: caption" in text
    assert "voice: attributed" in text
    assert "many nations" in text
    own = json.loads(framing("explain", PAIR[0], "--find", "puppet", "--json").stdout)
    assert own[0]["voice"] == "own"


def test_doctor_and_version():
    done = framing("doctor", "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert {one["state"] for one in found["checks"]} <= {"ok", "optional"}
    assert framing("--version").stdout.startswith(b"framing ")


def test_lexicon_commands(tmp_path):
    assert framing("lexicon", "list").stdout.startswith(b"id,category,tier")
    assert b"why" in framing("lexicon", "show", "sham").stdout
    assert b"spellings" in framing("lexicon", "list", "--sizes").stdout
    assert json.loads(framing("lexicon", "balance", "--json").stdout)["faults"] == []
    broken = tmp_path / "mine.toml"
    broken.write_text('format = 1\ncategory = "eval"\n[[term]]\nid = "eval.x"\nforms = ["x"]\n', encoding="utf-8")
    done = framing("lexicon", "lint", str(broken))
    assert done.returncode == 1
    assert done.stdout


@pytest.mark.parametrize(("words", "status", "message"), [
    (("compare", PAIR[0]), 1, "2 to 20 articles"),
    (("compare", PAIR[0], "no-such-file.txt"), 1, "no-such-file.txt"),
    (("compare", *PAIR, "--format", "docx"), 2, "choose from"),
    (("nonsense",), 2, "No such command"),
    (("explain", PAIR[0], "--find", "words that stand nowhere"), 1, "do not stand"),
    (("explain", PAIR[0], "--at", "9999999"), 1, "characters"),
    (("demo", "no-such-event"), 2, "choose from"),
    (("demo", "harbour-strike", "--all"), 2, "give one of them"),
    (("explain", PAIR[0]), 2, "--find WORDS or --at"),
    (("explain", PAIR[0], "--find", " "), 2, "words to look for"),
    (("explain", PAIR[0], "--find", "mayor", "--at", "3"), 2, "not both"),
    (("explain", PAIR[0], "--at", "soon"), 2, "START:END"),
    (("explain", PAIR[0], "--at", "9:9"), 2, "END above START"),
    (("exercise", PAIR[0]), 1, "a classroom pack needs 2 to 6 articles, not 1"),
    (("compare", *PAIR, "--config", "no-such.toml"), 1, "no-such.toml: cannot be read (No such file or directory)"),
    (("align", PAIR[0], PAIR[0] + "x"), 1, "x"),
    (("lexicon", "show", "qqqq"), 1, "not in the lexicon"),
])
def test_errors_are_one_line_with_the_right_status(words, status, message):
    done = framing(*words)
    text = done.stderr.decode()
    assert done.returncode == status, text
    assert message in text
    assert "Traceback" not in text


def test_different_events_stop_unless_forced(tmp_path):
    strange = tmp_path / "rain.txt"
    strange.write_text("Published 3 May 2019\n\nRain fell on the valley for six days, the weather office said. Farmers lost half of the hay. "
                       "A bridge near the mill was shut on Friday. Nobody was hurt. The office expects sun by next week.\n", encoding="utf-8")
    done = framing("compare", PAIR[0], str(strange), "-o", str(tmp_path / "r"))
    assert done.returncode == 1
    assert b"different event" in done.stderr
    assert not (tmp_path / "r").exists()
    forced = framing("compare", PAIR[0], str(strange), "-o", str(tmp_path / "r"), "--force")
    assert forced.returncode == 0
    assert "forced" in (tmp_path / "r" / "report.html").read_text(encoding="utf-8")


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path):
    (tmp_path / "thesis.doc").write_text("mine", encoding="utf-8")
    done = framing("compare", *PAIR, "-o", str(tmp_path))
    assert done.returncode == 1
    assert b"--overwrite" in done.stderr
    assert framing("compare", *PAIR, "-o", str(tmp_path), "--force").returncode == 1      # that flag is about events, not about files
    assert sorted(path.name for path in tmp_path.iterdir()) == ["thesis.doc"]
    assert framing("-q", "compare", *PAIR, "-o", str(tmp_path), "--overwrite", "--format", "json").returncode == 0
    assert (tmp_path / "thesis.doc").read_text(encoding="utf-8") == "mine"
    assert framing("-q", "compare", *PAIR, "-o", str(tmp_path), "--format", "md").returncode == 0      # our own earlier report is replaced


@pytest.mark.parametrize(("words", "holds"), [
    (("compare",), "report"), (("exercise",), "pack"), (("annotate", "--format", "brat"), "export"),
])
def test_a_foreign_folder_is_refused_before_any_work_and_force_is_about_events(words, holds, tmp_path):
    (tmp_path / "thesis.doc").write_text("mine", encoding="utf-8")
    given = (*words, "no-such-a.txt", "no-such-b.txt", "-o", str(tmp_path))
    for more in ((), ("--force",)) if "annotate" not in words else ((),):
        done = framing(*given, *more)
        assert done.returncode == 1
        assert done.stderr.decode().splitlines() == [f"framing: {tmp_path}: is not empty and holds no earlier {holds}; choose another folder, or --overwrite"]
    told = framing(*given, "--overwrite")
    assert told.returncode == 1
    assert b"no-such-a.txt" in told.stderr      # past the folder: now the articles are looked for
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_a_report_printed_with_json_minds_no_folder(tmp_path):
    (tmp_path / "thesis.doc").write_text("mine", encoding="utf-8")
    done = framing("compare", "no-such-a.txt", "no-such-b.txt", "--json", "-o", str(tmp_path))
    assert b"no-such-a.txt" in done.stderr


def test_skipped_inputs_count_only_when_strict(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text("The mayor said no. It rained on Monday.", encoding="utf-8")
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 20)
    assert framing("annotate", str(folder)).returncode == 0
    done = framing("annotate", "--strict", str(folder))
    assert done.returncode == 3
    assert b"bad.txt" in done.stderr
    assert done.stdout.count(b"\n") == 1


def test_control_characters_never_reach_the_terminal(tmp_path):
    done = framing("annotate", "no\x1b[31mred.txt")
    assert done.returncode == 1
    assert b"\x1b" not in done.stderr


def test_outlets_and_dates_are_set_from_options(tmp_path):
    done = framing("compare", *PAIR, "--outlet", "North", "--date", "orrin.txt=2018-10-09", "--json")
    record = json.loads(done.stdout)
    assert record["annotations"][0]["outlet"] == "North"
    assert record["annotations"][1]["published"] == "2018-10-09"


def test_sides_are_the_users_to_give(tmp_path):
    for path in PAIR:
        (tmp_path / Path(path).name).write_bytes(Path(path).read_bytes())
    (tmp_path / "framing.toml").write_text('[sides]\n"Vornin" = "palace"\n', encoding="utf-8")
    done = framing("compare", str(tmp_path), "--json")
    rows = {row["speaker"]: row["side"] for row in json.loads(done.stdout)["speakers"]}
    assert {side for speaker, side in rows.items() if "Vornin" in speaker} == {"palace"}
    (tmp_path / "framing.toml").write_text("[sides]\nVornin = 3\n", encoding="utf-8")
    done = framing("compare", str(tmp_path), "--json")
    assert done.returncode == 1
    assert b"[sides]" in done.stderr
