"""Hostile and clumsy input: each ends as a report, a coded warning or one clear error line, and nothing is half written."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pypdf
import pytest

from framing.cli.main import run

ROOT = Path(__file__).parents[2]
NORTH = """Dock workers in Port Alba walk out over pay

By Ana Ruiz
3 May 2019

Dock workers in Port Alba walked out on Friday over pay, shutting the harbour for the first time in ten years. "We have waited long enough," said Marta Linden, who leads the Harbour Union.

The port authority called the strike reckless. Its director, Paul Oster, said ferries would be cancelled until Monday. About 400 workers gathered at the gate, police said.

The mayor, Ivo Karsen, urged both sides to return to talks on Saturday. Shops near the harbour closed early.
"""
SOUTH = """Harbour shut as mob blocks Port Alba

Friday 3 May 2019

Thousands of travellers were stranded in Port Alba on Friday after a mob of strikers blocked the harbour. Paul Oster, director of the port authority, said the union had betrayed the public.

"This is blackmail," Oster said. "We offered 4 percent and they laughed." The Harbour Union did not respond to a request for comment.

Police said about 150 strikers took part in the walkout. Mayor Ivo Karsen called for talks on Saturday. Business leaders warned that the strike would cost the city millions.
"""
SPANISH = "Los trabajadores del puerto de Alba pararon el viernes por sus salarios, y cerraron el puerto. La autoridad dijo que la huelga era temeraria. El alcalde pidió a las dos partes que volvieran a la mesa.\n\n" * 3
RUSSIAN = "Портовые рабочие в Альбе в пятницу вышли на забастовку из-за зарплаты и закрыли гавань. Власти порта назвали забастовку безрассудной. Мэр призвал обе стороны вернуться к переговорам.\n\n" * 3
CHINESE = "阿尔巴港的码头工人星期五因工资问题罢工，十年来首次关闭港口。港务局称罢工是鲁莽的。市长敦促双方在星期六恢复谈判。\n\n" * 3


@pytest.fixture
def call(monkeypatch, capsys):
    """Run the command in this process; its status, standard output and standard error."""
    def called(*words):
        monkeypatch.setattr(sys, "argv", ["framing", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            run()
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return end.value.code, said.out, said.err
    return called


@pytest.fixture
def south(tmp_path):
    path = tmp_path / "south.txt"
    path.write_text(SOUTH, encoding="utf-8")
    return path


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return path


def record_of(call, *words):
    status, out, err = call("compare", *words, "--json")
    assert status == 0, err
    return json.loads(out)


def codes(record, article=None):
    return [one["code"] for one in record["warnings"] if article is None or one["article"] == article]


def locked_pdf(folder):
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret")
    writer.write(folder / "locked.pdf")
    return folder / "locked.pdf"


def bomb(folder):
    with zipfile.ZipFile(folder / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 5_000_000)  # 1 to 1,000: refused from 1 to 100
    return folder / "bomb.docx"


def dangling(folder):
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    return folder / "gone.txt"


def bare_folder(folder):
    (folder / "pictures").mkdir()
    put(folder / "pictures", "x.png", b"x")
    return folder / "pictures"


@pytest.mark.parametrize(("make", "words"), [
    (lambda folder: put(folder, "x.txt", ""), "the file is empty"),
    (lambda folder: put(folder, "x.txt", " \n\t\u00a0 \n"), "no text"),
    (lambda folder: put(folder, "x.txt", bytes(range(256)) * 9), "NUL bytes"),
    (lambda folder: put(folder, "x.csv", "id,title\n1,x\n"), "no column named text"),
    (lambda folder: put(folder, "x.docx", b"PK\x03\x04word/ but no zip"), "not a whole Word document"),
    (locked_pdf, "locked with a password"), (bomb, "unpacks to too much"),
    (dangling, "a link to a file that is not there"), (bare_folder, "no articles in this folder"),
    (lambda folder: "", "an input without a name"), (lambda folder: folder / ("x" * 5000), "cannot be read"),
    (lambda folder: Path("/dev/zero"), "a device"),
])
def test_an_input_that_cannot_be_read_is_named_and_nothing_is_written(call, tmp_path, south, make, words):
    status, out, err = call("compare", make(tmp_path), south, "-o", tmp_path / "report")
    first, second = err.splitlines()
    assert (status, out) == (1, "")
    assert words in first
    assert second == "framing: a comparison needs 2 to 20 articles, not 1"
    assert not (tmp_path / "report").exists()


@pytest.mark.parametrize("text", ["Word", "\u200b\u2060\u200b\n"])
def test_an_article_without_prose_stops_the_comparison(call, tmp_path, south, text):
    status, _, err = call("compare", put(tmp_path, "x.txt", text), south, "-o", tmp_path / "report")
    assert status == 1
    assert len(err.splitlines()) == 1
    assert "no text" in err


@pytest.mark.parametrize("text", [SPANISH, RUSSIAN, CHINESE])
def test_other_languages_bear_a_coded_warning(call, tmp_path, south, text):
    record = record_of(call, put(tmp_path, "x.txt", text), south, "--force")
    assert "not-english" in codes(record, "x")
    assert "not-english" not in codes(record, "south")


def test_nearly_the_same_text_bears_a_coded_warning(call, tmp_path, south):
    near = put(tmp_path, "near.txt", SOUTH.replace("about 150", "some 150"))
    assert "near-duplicate" in codes(record_of(call, near, south))
    assert {"near-duplicate", "identical-input", "id-numbered"} <= set(codes(record_of(call, south, south)))
    assert "near-duplicate" not in codes(record_of(call, put(tmp_path, "north.txt", NORTH), south))


@pytest.mark.parametrize(("name", "content", "code"), [
    ("deep.html", "<html><body><h1>Dock workers walk out</h1>" + "<div>" * 20_000 + NORTH + "</div>" * 20_000 + "</body></html>", "page-too-deep"),
    ("page.txt", "<!doctype html><html><body><p>" + NORTH.replace("\n\n", "</p><p>") + "</p></body></html>", "wrong-ending"),
    ("text.pdf", NORTH, "wrong-ending"), ("text.docx", NORTH, "wrong-ending"),
    ("turned.txt", NORTH.replace("Linden", "\u202eLinden\u202c"), "bidi-control"),
    ("bells.txt", NORTH.replace(" over", " \x1b[31mover\x07"), "control-characters"),
    ("mixed.txt", NORTH.replace("police", "р\u006flice"), "mixed-script"),
])
def test_odd_files_are_compared_with_a_remark(call, tmp_path, south, name, content, code):
    record = record_of(call, put(tmp_path, name, content), south)
    assert code in codes(record, name.rsplit(".", 1)[0])


@pytest.mark.parametrize("change", [
    lambda text: "😀👩‍👩‍👧‍👦𝔘 " + text.replace("Friday", "Friday 🚢🇫🇷"), str.upper, lambda text: text.replace('"', "“", 1),
    lambda text: text.replace('"', "`"), lambda text: text + "“" * 500 + " word ”" * 500, lambda text: text.replace("Marta Linden", "מרתה לינדן"),
    lambda text: "Dock " * 1000 + "\n\n" + text, lambda text: text.split("\n\n", 2)[2], lambda text: text + "(" * 3000 + ")" * 3000,
])
def test_spans_lie_inside_any_text(call, tmp_path, change):
    text = change(NORTH)
    status, out, err = call("annotate", put(tmp_path, "x.txt", text))
    assert status == 0, err
    record = json.loads(out)
    assert record["text"] == text
    for one in (*record["blocks"], *record["sentences"], *record["loaded_terms"], *record["labels"]):
        assert 0 <= one["start"] < one["end"] <= len(text)


def test_spans_count_code_points_after_emoji(call, tmp_path):
    shift = len("😀👩‍👩‍👧‍👦𝔘 ")
    _, plain, _ = call("annotate", "--zones", "none", put(tmp_path, "x.txt", NORTH))
    _, moved, _ = call("annotate", "--zones", "none", put(tmp_path, "y.txt", "😀👩‍👩‍👧‍👦𝔘 " + NORTH))
    contents = [[one["content"] for one in json.loads(out)["attributions"]] for out in (plain, moved)]
    assert contents[0]
    assert [[[start + shift, end + shift] for start, end in spans] for spans in contents[0]] == contents[1]


def test_markup_in_titles_and_outlets_stays_text(call, tmp_path, south):
    rows = [{"id": "<i>x</i>\n\x1b[2J", "text": NORTH, "title": "<script>alert(1)</script>", "outlet": '"><img src=x onerror=alert(2)>'}, {"id": "s", "text": SOUTH}]
    status, _, err = call("compare", put(tmp_path, "x.jsonl", "\n".join(map(json.dumps, rows))), "-o", tmp_path / "report")
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert status == 0
    assert "\x1b" not in err + page
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert err.startswith('A "><img src=x onerror=alert(2)>: ')


def test_records_that_no_file_can_hold(call, tmp_path):
    rows = [json.dumps({"id": "a", "text": NORTH, "title": "cut \ud83d", "outlet": "\udc00"}), json.dumps({"id": "b\ud800", "text": NORTH}), '{"id": ' + "9" * 5000 + ', "text": "x"}', "{broken",
            json.dumps({"id": "a", "text": SOUTH}), json.dumps({"id": "c", "text": "x", "targets": [{"name": "\ud800", "start": 0, "end": 1}]})]
    status, out, err = call("annotate", put(tmp_path, "x.jsonl", "\n".join(rows)), "--strict")
    first, second = map(json.loads, out.splitlines())
    assert status == 3
    assert [line.split(": ")[1].rsplit(":", 1)[1] for line in err.splitlines()] == ["2", "3", "4", "6"]
    assert (first["id"], first["title"], second["id"]) == ("a", "cut \ufffd", "a-2")
    assert "broken-characters" in {one["code"] for one in first["warnings"]}


def test_file_names_of_any_bytes(call, tmp_path, south):
    name = os.fsdecode(b"a b\n\x1b[2J\xff.txt")
    status, out, _ = call("annotate", put(tmp_path, name, NORTH), south)
    assert status == 0
    assert json.loads(out.splitlines()[0])["id"] == "a b\n\x1b[2J\\xff"
    status, _, err = call("compare", tmp_path / name, south, "-o", tmp_path / "report")
    assert status == 0
    assert err.splitlines()[0].startswith("A a b\\x0a\\x1b[2J\\xff.txt: ")


@pytest.mark.parametrize(("options", "words"), [
    (("--outlet", ""), "give a value"), (("--outlet", "nosuch.txt=X"), "no article of that name"), (("--outlet", "A", "--outlet", "B", "--outlet", "C"), "3 times for 2"),
    (("--date", "2019-02-31"), "2019-02-31"), (("--date", "south.txt=soon"), "soon"), (("--seed", "-1"), "seed"), (("--format", ","), "no format"), (("--zones", "all"), "zones"),
])
def test_bad_options_are_wrong_usage(call, tmp_path, south, options, words):
    status, out, err = call("compare", put(tmp_path, "north.txt", NORTH), south, "-o", tmp_path / "report", *options)
    assert (status, out) == (2, "")
    assert words in err
    assert not (tmp_path / "report").exists()


def test_standard_input_twice_is_wrong_usage(call):
    assert call("align", "-", "-")[0] == 2


def test_too_many_articles(call, tmp_path):
    rows = "\n".join(json.dumps({"id": k, "text": NORTH}) for k in range(21))
    status, _, err = call("compare", put(tmp_path, "x.jsonl", rows))
    assert (status, err) == (1, "framing: a comparison needs 2 to 20 articles, not 21\n")


@pytest.mark.parametrize("place", ["south.txt", "south.txt/under/it", "n" * 300])
def test_a_report_that_cannot_be_written_leaves_nothing(call, tmp_path, south, place):
    north = put(tmp_path, "north.txt", NORTH)
    status, _, err = call("compare", north, south, "-o", tmp_path / place, "--format", "json")
    assert status == 1
    assert len(err.splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["north.txt", "south.txt"]


def test_output_never_replaces_a_device_or_a_link(call, tmp_path, south):
    """An atomic rename over /dev/null would take it away from the whole machine: a pipe stands for it here."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    status, _, err = call("pair", south, "-o", pipe)
    assert status == 0, err
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert json.loads(os.read(reader, 100_000))["schema"] == "framing.pairs/1"
    os.close(reader)
    target, link = put(tmp_path, "target.json", "old"), tmp_path / "link.json"
    target.chmod(0o600)
    link.symlink_to(target)
    assert call("pair", south, "-o", link)[0] == 0
    assert link.is_symlink()
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "framing.pairs/1"
    assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("body", [
    "[[term]\n", '[[term]]\nid = "eval.x"\nforms = ["x"]\n[[term]]\nid = "eval.x"\nforms = ["y"]\n', "term = 3\n",
    '[[term]]\nid = ["q"]\nforms = [["x"]]\ntier = [1]\nneeds = [{near = ["hit"], speech = [1]}]\nnever = 3\n', 'name = "\udce9"\n'])
def test_a_faulty_lexicon_is_refused_line_by_line(call, tmp_path, south, body):
    lexicon = tmp_path / "mine.toml"
    lexicon.write_bytes(('format = 1\ncategory = "eval"\n' + body).encode("utf-8", "surrogateescape"))
    status, out, err = call("annotate", south, "--lexicon", lexicon)
    assert (status, out) == (1, "")
    assert err
    assert all(line.startswith("framing: mine.toml: ") for line in err.splitlines())


def test_explain_shows_control_characters_and_asks_for_one_article(call, tmp_path, south):
    odd = put(tmp_path, "odd.txt", SOUTH.replace("mob of", "mob \x1b[31mof"))
    status, out, _ = call("explain", odd, "--find", "mob")
    assert status == 0
    assert "\x1b" not in out
    assert call("explain", tmp_path, "--find", "mob")[0] == 1
    assert call("explain", south, "--at", "9" * 5000)[0] == 2


def process(*words, **options):
    return subprocess.Popen([sys.executable, "-m", "framing", *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, **options)


def test_a_full_disk_leaves_nothing(tmp_path, south):
    north = put(tmp_path, "north.txt", NORTH)
    shell = 'ulimit -f 20; exec "$0" -m framing compare "$1" "$2" -o "$3"'  # 20 blocks: no file may grow beyond 20 kB
    done = subprocess.run(["bash", "-c", shell, sys.executable, north, south, tmp_path / "report"], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"cannot be written: File too large" in done.stderr
    assert not (tmp_path / "report").exists()


def test_ctrl_c_stops_with_130_and_leaves_nothing(tmp_path):
    rows = "\n".join(json.dumps({"id": k, "text": NORTH + SOUTH * 6}) for k in range(12))
    # a run without a terminal hands its children SIGINT ignored: give it back, as a shell does for what is typed in
    running = process("compare", "-", "-o", tmp_path / "report", stdin=subprocess.PIPE, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    assert running.stdin is not None
    running.stdin.write(rows.encode() + b"\n" * 200_000)  # more than a pipe holds: once it is gone the command is at work
    running.stdin.close()
    for _ in range(5):  # it takes some seconds to its end; a first signal may fall into a callback that the interpreter lets nothing out of
        time.sleep(1)
        if running.poll() is None:
            running.send_signal(signal.SIGINT)
    assert running.stderr is not None
    err = running.stderr.read()
    running.wait(timeout=60)
    assert running.returncode == 130
    assert err.splitlines()[-1] == b"framing: stopped"
    assert b"Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_goes_away_is_no_error(tmp_path):
    rows = "\n".join(json.dumps({"id": k, "text": SOUTH}) for k in range(40))
    running = process("annotate", put(tmp_path, "x.jsonl", rows))
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.read(10)
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    running.wait(timeout=60)
