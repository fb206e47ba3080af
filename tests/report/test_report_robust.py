"""Writing when things go wrong: a full disk, no rights, Ctrl-C, kill: the old output stays whole, and the error is one line."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import report_builders as build

from framing.errors import OutputError
from framing.files import swap
from framing.report.to_pdf import pdf_available
from framing.report.write import FORMATS, render, write_export, write_report

ROOT = Path(__file__).parents[2]
ALL = tuple(form for form in FORMATS if form not in {"pdf", "cas"})  # these two need an extra


def state(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def child(code: str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Python code in a process of its own that can import the tests' builders."""
    path = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    return subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=False,
                          env={**os.environ, "PYTHONPATH": path, **environment})


class Tripped(BaseException):
    """What stops the program at a chosen step: like KeyboardInterrupt, no Exception."""


@pytest.fixture
def old(tmp_path) -> Path:
    """A folder with an earlier report and a file of the user's."""
    write_report(build.comparison(), tmp_path / "out", formats=("html", "md", "csv", "brat"))
    (tmp_path / "out/notes.txt").write_text("mine")
    return tmp_path / "out"


@pytest.mark.parametrize("step", [1, 2, 5, 20, 40, 60, 80])
@pytest.mark.parametrize("stop", [KeyboardInterrupt, Tripped, OSError(28, "No space left on device")])
def test_broken_off_at_any_move_the_old_report_is_put_back(old, monkeypatch, step, stop):
    before, real, calls = state(old), Path.replace, []

    def replace(self, target):
        calls.append(self)
        if len(calls) == step:
            raise stop
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    expected = OutputError if isinstance(stop, OSError) else stop
    try:
        write_report(build.many(3), old, formats=ALL)
    except expected:
        monkeypatch.undo()
        assert state(old) == before
    else:
        assert len(calls) < step, "the step was never reached"


def test_done_it_leaves_nothing_of_the_old_and_nothing_hidden(old):
    write_report(build.many(3), old, formats=("md",))
    assert sorted(state(old)) == ["notes.txt", "report.json", "report.md"]


SMALL = """
import resource, sys
from pathlib import Path
import report_builders as build
from framing.errors import OutputError
from framing.report.write import write_report
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    write_report(build.many(6), Path(sys.argv[1]), formats=("html", "md", "csv", "json", "brat"))
except OutputError as problem:
    print(problem)
    sys.exit(1)
"""


@pytest.mark.parametrize("limit", [100, 20_000, 150_000])
def test_a_file_system_that_takes_no_more_leaves_the_old_report(old, limit):
    """The limit is the kernel's own, on the size of any file this process writes."""
    before = state(old)
    done = child(SMALL, str(old), str(limit))
    assert done.returncode == 1, done.stderr
    (line,) = done.stdout.splitlines()
    assert line == f"{old}: cannot be written: File too large"
    assert done.stderr == ""
    assert state(old) == before


def test_in_a_new_folder_nothing_is_left_behind(tmp_path):
    assert child(SMALL, str(tmp_path / "deep/er/out"), "20000").returncode == 1
    assert list(tmp_path.iterdir()) == []


STOPPED = """
import os, signal, sys
from pathlib import Path
import report_builders as build
from framing.files import swap
from framing.report import write
real, calls = swap._write_beside, []
def slow(target, data, private):
    calls.append(target)
    if len(calls) == 4:
        os.kill(os.getpid(), getattr(signal, sys.argv[2]))
    return real(target, data, private)
swap._write_beside = slow
write.write_report(build.many(3), Path(sys.argv[1]), formats=("html", "md"))
"""


def test_a_signal_while_writing_leaves_the_old_report(old):
    before = state(old)
    done = child(STOPPED, str(old), "SIGINT")
    assert done.returncode != 0
    assert "KeyboardInterrupt" in done.stderr
    assert state(old) == before


def test_killed_while_writing_every_old_file_is_as_it_was_and_the_next_run_works(old):
    before = state(old)
    assert child(STOPPED, str(old), "SIGKILL").returncode == -9
    left = state(old)
    assert {name: left[name] for name in before} == before
    assert all(Path(name).name.startswith(".framing-") for name in set(left) - set(before))
    write_report(build.comparison(), old, formats=("md",))
    assert (old / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("place", ["/proc/framing-report", "/dev/null/report", "/sys/framing"])
def test_a_place_where_nothing_can_be_written_is_one_line(place):
    if not Path(place).parent.exists():
        pytest.skip(f"needs {Path(place).parent}")
    with pytest.raises(OutputError) as raised:
        write_report(build.comparison(), Path(place), formats=("json",))
    assert str(raised.value).startswith(place)
    assert "\n" not in str(raised.value)


NOBODY = """
import os, sys
from pathlib import Path
import report_builders as build
from framing.errors import OutputError
from framing.report.write import write_report
made = build.comparison()
if os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere
try:
    write_report(made, Path(sys.argv[1]), formats=("json",))
except OutputError as problem:
    print(problem)
    sys.exit(1)
"""


def test_a_folder_without_rights_is_one_line():
    done = child(NOBODY, "/framing-report/out")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == "/framing-report/out: cannot be written: Permission denied\n"


def test_a_folder_that_bears_a_files_name_is_refused_and_all_put_back(old):
    before = state(old)
    (old / "report.pdf").mkdir()
    (old / "exports/doccano/relations.jsonl").mkdir(parents=True)
    with pytest.raises(OutputError, match="Is a directory"):
        write_report(build.many(3), old, formats=("doccano", "md"))
    assert state(old) == before


def test_a_folder_that_is_itself_a_link_is_written_through(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_report(build.comparison(), tmp_path / "link", formats=("csv", "brat"))
    assert (tmp_path / "real/exports/brat/annotation.conf").is_file()


def test_a_linked_room_of_exports_is_refused(tmp_path):
    write_report(build.comparison(), tmp_path / "out", formats=("json",))
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out/exports").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="exports: is a link"):
        write_report(build.comparison(), tmp_path / "out", formats=("brat",))
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_an_export_broken_off_leaves_the_old_one(tmp_path, monkeypatch):
    write_export(build.comparison().annotations, tmp_path / "out", "brat")
    before = state(tmp_path / "out")
    monkeypatch.setattr(swap, "_write_beside", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OutputError, match="No space left"):
        write_export(build.many(3).annotations, tmp_path / "out", "doccano")
    assert state(tmp_path / "out") == before


DIGESTS = """
import hashlib, json, sys
import report_builders as build
from framing.report.write import render
made = render(build.comparison(), formats=sys.argv[1].split(","))
print(json.dumps({name: hashlib.sha256(data).hexdigest() for name, data in sorted(made.items())}))
"""


def test_every_format_has_the_same_bytes_whatever_the_hash_seed_time_zone_language_and_folder(tmp_path, monkeypatch):
    forms = ",".join(form for form in FORMATS if form != "pdf" or pdf_available())
    (tmp_path / "far/away").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    one = child(DIGESTS, forms, PYTHONHASHSEED="0", TZ="Pacific/Auckland", LC_ALL="C", MPLCONFIGDIR=str(tmp_path / "a"))
    monkeypatch.chdir(tmp_path / "far/away")
    two = child(DIGESTS, forms, PYTHONHASHSEED="4711", TZ="America/St_Johns", LC_ALL="C.UTF-8", HOME=str(tmp_path / "far"))
    assert one.returncode == two.returncode == 0, one.stderr + two.stderr
    first, second = json.loads(one.stdout), json.loads(two.stdout)
    assert [name for name in first if first[name] != second.get(name)] == []
    assert set(first) == set(second)
    assert {"report.html", "report.md", "report.json", "tables/metrics.csv", "charts/glance.png", "charts/glance.svg",
            "exports/brat/annotation.conf"} <= set(first)


def test_every_chart_has_a_picture_of_pixels_fit_for_slides():
    import struct
    made = render(build.comparison(), formats=("charts",))
    names = {name.rpartition(".")[0] for name in made if name.startswith("charts/")}
    assert names
    for name in names:
        assert made[f"{name}.svg"].startswith(b"<?xml") or b"<svg" in made[f"{name}.svg"][:200]
        png = made[f"{name}.png"]
        assert png.startswith(b"\x89PNG\r\n\x1a\n")
        width, _ = struct.unpack(">II", png[16:24])
        assert width >= 800, f"{name}: {width} pixels are too few for half a slide"
        assert hashlib.sha256(png).digest() == hashlib.sha256(render(build.comparison(), formats=("charts",))[f"{name}.png"]).digest()
