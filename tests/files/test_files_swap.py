"""Putting files into a folder at once: all of them or none, the old ones gone, links and folders respected."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.errors import OutputError
from framing.files import swap
from framing.files.swap import write_all

NEW = {"a.txt": b"new a", "in/b.txt": b"new b", "in/deep/c.txt": b"new c"}


def state(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def old(tmp_path) -> Path:
    """A folder with files of an earlier run and one of the user's."""
    folder = tmp_path / "out"
    (folder / "in").mkdir(parents=True)
    for name in ("a.txt", "in/b.txt", "gone.txt", "mine.txt"):
        (folder / name).write_bytes(b"old " + name.encode())
    return folder


class Tripped(BaseException):
    """What stops the program at a chosen step: like KeyboardInterrupt, no Exception."""


def test_all_files_are_there_the_old_ones_are_gone_and_others_stay(old):
    assert write_all(old, NEW, [old / "gone.txt", old / "a.txt"]) == [old / "a.txt", old / "in/b.txt", old / "in/deep/c.txt"]
    assert state(old) == {**NEW, "mine.txt": b"old mine.txt"}


def test_an_old_file_that_is_not_there_does_not_matter(old):
    write_all(old, {"a.txt": b"1"}, [old / "never.txt"])
    assert state(old)["a.txt"] == b"1"


# Moves for NEW over the old folder, with gone.txt to go: a aside, a in, b aside, b in, c in, gone aside = 6.
@pytest.mark.parametrize("step", [1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("stop", [KeyboardInterrupt, Tripped, OSError(28, "No space left on device")])
def test_broken_off_before_or_after_any_move_all_is_as_it_was(old, monkeypatch, step, late, stop):
    before, real, calls = state(old), Path.replace, []

    def replace(self, target):
        calls.append(self)
        if len(calls) == step and late:
            real(self, target)
        if len(calls) == step:
            raise stop
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OutputError if isinstance(stop, OSError) else stop):
        write_all(old, NEW, [old / "gone.txt"])
    monkeypatch.undo()
    assert state(old) == before
    assert not (old / "in/deep").exists()


@pytest.mark.parametrize("at", [1, 2, 3])
def test_broken_off_while_writing_nothing_is_left(old, monkeypatch, at):
    before, real, calls = state(old), swap.os.fsync, []

    def fsync(handle):
        calls.append(handle)
        if len(calls) == at:
            raise KeyboardInterrupt
        real(handle)

    monkeypatch.setattr(swap.os, "fsync", fsync)
    with pytest.raises(KeyboardInterrupt):
        write_all(old, NEW, [old / "gone.txt"])
    assert state(old) == before


def test_of_a_new_folder_nothing_is_left_when_it_is_broken_off(tmp_path, monkeypatch):
    monkeypatch.setattr(swap, "_swap", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OutputError, match="new: cannot be written: No space left on device"):
        write_all(tmp_path / "far/new", NEW)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_aside_never_takes_the_place_of_what_stands_there_now(old, monkeypatch):
    (old / ".framing-old-a.txt").write_bytes(b"stale")
    real, calls = Path.replace, []

    def replace(self, target):
        calls.append(self)
        if len(calls) == 1:
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        write_all(old, NEW)
    assert state(old)["a.txt"] == b"old a.txt"


def test_a_folder_in_a_files_place_is_left_and_all_put_back(old):
    (old / "in/deep/c.txt").mkdir(parents=True)
    (old / "in/deep/c.txt/x").write_bytes(b"mine")
    before = state(old)
    with pytest.raises(OutputError, match="Is a directory"):
        write_all(old, NEW, [old / "gone.txt"])
    assert state(old) == before


def test_a_link_inside_is_refused_and_the_folder_itself_may_be_one(old, tmp_path):
    (tmp_path / "away").mkdir()
    (old / "in/deep").symlink_to(tmp_path / "away")
    before = state(old)
    with pytest.raises(OutputError, match="deep: is a link"):
        write_all(old, NEW)
    assert state(old) == before
    (tmp_path / "link").symlink_to(tmp_path / "away")
    write_all(tmp_path / "link", NEW)
    assert state(tmp_path / "away") == NEW


def test_a_link_in_a_files_place_is_replaced_not_followed_and_put_back_on_failure(old, tmp_path, monkeypatch):
    (tmp_path / "away").mkdir()
    (old / "z.txt").symlink_to(tmp_path / "away")
    real, calls = Path.replace, []

    def replace(self, target):
        calls.append(self)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OutputError):
        write_all(old, {"z.txt": b"new"})
    monkeypatch.undo()
    assert (old / "z.txt").readlink() == tmp_path / "away"
    write_all(old, {"z.txt": b"new"})
    assert (old / "z.txt").read_bytes() == b"new"
    assert list((tmp_path / "away").iterdir()) == []


@pytest.mark.parametrize(("private", "mode"), [(False, 0o644), (True, 0o600)])
def test_who_may_read(tmp_path, private, mode):
    (path,) = write_all(tmp_path, {"a": b"x"}, private=private)
    assert path.stat().st_mode & 0o777 == mode
