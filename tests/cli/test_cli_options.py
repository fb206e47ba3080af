"""Options that hold for every command: help as a newcomer reads it, -v, -q, --config, --json, --overwrite, and shell completion."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pandas
import pypdf
import pytest
import typer
from test_cli_commands import EVENT, PAIR, ROOT, framing
from typer.testing import CliRunner

from framing.cli import exercise
from framing.cli.exercise_options import read_config
from framing.cli.main import app
from framing.errors import PackError
from framing.report.to_pdf import pdf_available

COMMANDS = {
    "compare": "ARTICLE ARTICLE...", "demo": "[EVENT]", "exercise": "ARTICLE ARTICLE...", "grade": "PACK [ANSWERS...]", "annotate": "INPUT...", "pair": "INPUT...",
    "align": "A B", "explain": "ARTICLE", "audit": "INPUT...", "doctor": "", "lexicon list": "", "lexicon show": "TERM", "lexicon lint": "FILE...", "lexicon balance": ""}
TEXT = """Dock workers in Port Alba walk out

By Ana Ruiz
3 May 2019

Dock workers in Port Alba walked out on Friday. "We have waited long enough," said Marta Linden, who leads the Harbour Union. The mayor called it a sham.
"""


def call(*words, **environment):
    """The command in this process, which knows the language model already."""
    return CliRunner(env=environment).invoke(app, [str(word) for word in words])


@pytest.fixture
def north(tmp_path):
    path = tmp_path / "north.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize(("command", "arguments"), COMMANDS.items())
def test_help_speaks_of_arguments_as_the_text_does(command, arguments):
    said = call(*command.split(), "--help", COLUMNS="80").stdout
    usage = f"framing {command} [OPTIONS] {arguments}".rstrip()
    assert said.splitlines()[0].removeprefix("Usage: ").endswith(usage.removeprefix("framing "))
    assert not re.search(r"<(?:str|Path|int|list\[)", said)
    assert "x>=" not in said
    rows = said.split("Options:\n")[1]
    lonely = [line for line in re.findall(r"^  (-\S.*)\n(?!    )", rows, re.MULTILINE) if not re.search(r"\S  +\S", line)]
    assert lonely == []      # each option says what it is for


def test_the_list_of_commands_is_cut_nowhere():
    for words in ((), ("lexicon",)):
        said = call(*words, "--help", COLUMNS="80").stdout
        rows = said.split("Commands:\n")[1].splitlines()
        assert rows
        assert not [row for row in rows if row.endswith("...") or len(row) > 80]


def test_help_imports_none_of_our_own_heavy_rooms():
    code = ("import sys\nimport framing.cli.main\n"
            "print([m for m in sys.modules if m.startswith(('framing.report', 'framing.nlp', 'framing.classroom', 'framing.pipeline', 'framing.load', 'rich', 'lxml', 'jinja2'))])")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True).stdout.strip() == "[]"


@pytest.mark.parametrize("words", [("-v", "annotate"), ("annotate", "-v"), ("annotate", "--verbose")])
def test_v_says_what_was_read_set_aside_and_not_counted(words, north):
    plain, told = call("annotate", north), call(*words, north)
    assert plain.stderr == ""
    assert told.stdout == plain.stdout
    assert f"north.txt: id north, text/plain, utf-8, {len(TEXT)} bytes, {len(TEXT)} characters, zones detect" in told.stderr
    assert "published: 2019-05-03 (from: text)" in told.stderr
    assert re.search(r"  \d+:\d+ byline \(byline\.\S+\): By Ana Ruiz", told.stderr)
    assert re.search(r"^framing \S+, lexicon \S+, model \S+ \S+, Python \S+$", told.stderr, re.MULTILINE)
    assert "weighed and not counted" in told.stderr
    assert told.stderr == call(*words, north).stderr      # no clock in it


@pytest.mark.parametrize("command", [("pair",), ("explain", "--find", "sham"), ("align", "{}"), ("audit", "--swap", "Ana Ruiz=Tom Lee")])
def test_v_on_the_other_commands(command, north):
    words = [command[0], *(str(north) if word == "{}" else word for word in command[1:]), str(north)]
    told = call(*words, "-v")
    assert told.exit_code == 0
    assert "north.txt: id north" in told.stderr
    assert told.stdout == call(*words).stdout


def test_quiet_wins_over_verbose_and_neither_stays_for_the_next_run(north):
    assert call("-q", "annotate", "-v", north).stderr == ""
    assert call("annotate", "-q", "-v", north).stderr == ""
    assert call("pair", north).stderr == "one article: there is nothing to pair it with\n"


@pytest.mark.parametrize("words", [("--no-color", "pair"), ("pair", "--no-color")])
def test_no_color_stands_before_or_after_the_command(words, north):
    assert call(*words, north).exit_code == 0


@pytest.mark.parametrize("command", [("annotate",), ("pair", "-v"), ("explain", "--find", "mayor", "-v"), ("align", "{}", "-v"), ("audit", "--swap", "Linden=Kroon", "-v")])
def test_config_is_read_in_place_of_the_folders_own(command, north, tmp_path):
    (tmp_path / "framing.toml").write_text('[articles.north]\noutlet = "Folder Post"\n', encoding="utf-8")
    given = tmp_path / "mine.toml"
    given.write_text('[articles."north.txt"]\noutlet = "Given Times"\n', encoding="utf-8")
    words = [command[0], *(str(north) if word == "{}" else word for word in command[1:]), str(north)]
    own, mine = call(*words), call(*words, "--config", given)
    assert "Folder Post" in own.stdout + own.stderr
    assert "Given Times" not in own.stdout + own.stderr
    assert "Given Times" in mine.stdout + mine.stderr
    assert "Folder Post" not in mine.stdout + mine.stderr


def test_v_names_settings_that_no_article_took(north, tmp_path):
    (tmp_path / "framing.toml").write_text('[articles."nroth.txt"]\noutlet = "X"\n[articles.north]\nside = "union"\n', encoding="utf-8")
    told = call("pair", "-v", north).stderr
    assert f"settings from {tmp_path / 'framing.toml'}\n  settings for nroth.txt: no article of that name was read\n" in told
    assert "settings for north:" not in told


def test_compare_takes_a_configuration_and_options_win_over_it(tmp_path):
    given = tmp_path / "mine.toml"
    given.write_text('[articles.orrin]\noutlet = "Given Times"\ndate = 2018-10-01\n', encoding="utf-8")
    record = json.loads(call("compare", *PAIR, "--config", given, "--date", "orrin=2018-10-09", "--json").stdout)
    assert (record["annotations"][1]["outlet"], record["annotations"][1]["published"]) == ("Given Times", "2018-10-09")


@pytest.mark.parametrize(("body", "of_articles"), [('level = "easier"\n', False), ('level = "easier"\n[articles.orrin]\noutlet = "X"\n', True), ('[sides]\nVornin = "palace"\n', True)])
def test_an_exercise_file_may_hold_what_a_framing_toml_holds(body, of_articles, tmp_path, monkeypatch):
    path = tmp_path / "exercise.toml"
    path.write_text(body, encoding="utf-8")
    assert read_config(path).of_articles is of_articles
    seen = []

    def reads(inputs, zones, overrides, *, config):
        seen.append(config)
        raise typer.Exit(1)

    monkeypatch.setattr(exercise, "read_inputs", reads)
    assert call("exercise", *PAIR, "--config", path, "-o", tmp_path / "pack").exit_code == 1
    assert seen == [path if of_articles else None]


def test_a_misspelt_table_in_an_exercise_file_is_told(tmp_path):
    path = tmp_path / "exercise.toml"
    path.write_text('[article.orrin]\noutlet = "X"\n', encoding="utf-8")
    with pytest.raises(PackError, match=r"no setting 'article'"):
        read_config(path)


@pytest.mark.parametrize("words", [("pair", *PAIR), ("align", *PAIR)])
def test_json_is_taken_where_the_output_is_json_anyway(words):
    assert call(*words, "--json").stdout == call(*words).stdout


def test_lexicon_entries_as_json_say_what_the_csv_says():
    entries = json.loads(call("lexicon", "list", "--category", "eval", "--json").stdout)
    assert len(entries) == len(call("lexicon", "list", "--category", "eval").stdout.splitlines()) - 1
    assert {one["category"] for one in entries} == {"eval"}
    shown = json.loads(call("lexicon", "show", "sham", "--json").stdout)
    assert any("sham" in one["forms"] for one in shown["entries"])
    assert "sets" in shown


def test_the_demo_leaves_a_foreign_folder_alone_unless_told(tmp_path):
    folder = tmp_path / "change-of-power"
    (folder / "pack").mkdir(parents=True)
    for place in (folder, folder / "pack"):
        (place / "notes.txt").write_text("mine", encoding="utf-8")
    done = framing("demo", "-o", str(tmp_path))
    assert done.returncode == 1
    assert f"{folder}: is not empty and holds no earlier report; choose another folder, or --overwrite" in done.stderr.decode()
    assert framing("demo", "-o", str(tmp_path), "--overwrite").returncode == 0
    assert (folder / "report.html").is_file()
    assert (folder / "pack" / "manifest.json").is_file()
    assert [(place / "notes.txt").read_text(encoding="utf-8") for place in (folder, folder / "pack")] == ["mine", "mine"]


def test_random_bytes_named_txt_are_one_clear_line(tmp_path):
    generator = random.Random(3)
    (tmp_path / "noise.txt").write_bytes(bytes(generator.randrange(1, 256) for _ in range(3000)))
    done = framing("annotate", str(tmp_path / "noise.txt"))
    (line,) = done.stderr.decode().splitlines()
    assert (done.returncode, done.stdout) == (1, b"")
    assert "noise.txt: not a text file" in line


@pytest.mark.parametrize("encode", [lambda text: text.encode("cp1252"), lambda text: text.encode("utf-16"), lambda text: ("\x02" + text + "\x03").encode()])
def test_clumsy_text_is_read_whole(encode, tmp_path):
    text = TEXT.replace('"', "“", 1).replace('"', "”", 1)
    (tmp_path / "x.txt").write_bytes(encode(text))
    done = call("annotate", tmp_path / "x.txt")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["text"].strip("\x02\x03") == text


def test_a_parquet_table_is_read(tmp_path):
    pandas.DataFrame({"id": ["a", "b"], "text": [TEXT, TEXT.replace("Friday", "Monday")], "outlet": ["North", None]}).to_parquet(tmp_path / "t.parquet")
    first, second = map(json.loads, call("annotate", tmp_path / "t.parquet").stdout.splitlines())
    assert (first["id"], first["outlet"], second["id"], second["outlet"]) == ("a", "North", "b", None)


def test_a_file_that_may_not_be_read_is_one_line(north, tmp_path, monkeypatch):
    def refuses(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuses)
    done = call("annotate", north)
    assert done.exit_code == 1
    assert done.stderr == f"framing: {north}: cannot be read (Permission denied)\n"


@pytest.mark.parametrize(("words", "line"), [
    (("annotate", ""), 'framing: "": an input without a name'),
    (("annotate", "https://news.example/a.html"), "framing: https://news.example/a.html: addresses are not fetched; save the page as .html and give that file"),
    (("grade", PAIR[0], PAIR[1]), f"framing: {PAIR[0]}: not valid JSON: Expecting value: line 1 column 1 (char 0)"),
    (("annotate", PAIR[0], "--config", "seeds"), "framing: seeds: cannot be read (Is a directory)"),
])
def test_the_line_names_what_was_given(words, line):
    done = framing(*words)
    assert (done.returncode, done.stderr.decode().splitlines()) == (1, [line])


def test_the_same_file_twice_is_aligned_with_a_word(north, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(TEXT.replace("Friday", "Monday"), encoding="utf-8")
    assert call("align", north, north).stderr == "the two articles hold the same text\n"
    assert call("align", north, other).stderr == ""


@pytest.mark.parametrize(("typed", "offered"), [
    ("framing co", ["compare"]), ("framing demo har", ["harbour-strike"]), ("framing pair --zones ", ["detect", "none"]), ("framing annotate --format bra", ["brat"]),
    ("framing lexicon l", ["list", "lint"]), ("framing xyz", []),
])
def test_the_shell_completes(typed, offered):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "_FRAMING_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    code = "import sys; sys.argv = ['framing']; from framing.cli.main import run; run()"      # as the installed command is started
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, cwd=ROOT, check=False)
    assert (done.stdout.split(), done.stderr) == (offered, "")


def test_events_completed_are_those_bundled():
    assert (EVENT / "gold.toml").is_file()
    done = framing("demo", "no-such-event")
    assert EVENT.name in done.stderr.decode()


@pytest.mark.skipif(not pdf_available(), reason="WeasyPrint or Pango is not here")
@pytest.mark.parametrize(("paper", "points"), [((), (595, 842)), (("--paper", "letter"), (612, 792))])
def test_paper_of_the_pdf(tmp_path, paper, points):
    said = call("compare", *PAIR, "--format", "pdf", *paper, "-o", tmp_path / "out")
    assert said.exit_code == 0
    assert f"open {tmp_path / 'out' / 'report.pdf'}" in said.stderr
    box = pypdf.PdfReader(tmp_path / "out" / "report.pdf").pages[0].mediabox
    assert (round(box.width), round(box.height)) == points
