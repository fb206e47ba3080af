"""Puts many files into a folder at once: all of them, or everything stays as it was."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from framing.errors import OutputError


def write_all(folder: Path, files: Mapping[str, bytes], old: Collection[Path] = (), *, private: bool = False) -> list[Path]:
    """Puts all files into the folder, takes the `old` ones away, and returns the new files' paths, sorted.

    Every file is first written beside its place, then all are moved. What breaks that off (a full disk, Ctrl-C) leaves everything as it was,
    without new folders. A kill between two moves cannot be caught: what stood there is then in `.framing-old-` files.

    Args:
        folder: made if it is not there.
        files: their bytes by their path in the folder.
        old: files of an earlier run that go; one that stands in `files` too is replaced.
        private: readable to their owner alone, not to everybody.

    Raises:
        OutputError: a file cannot be written, or a folder inside is a link that leads elsewhere.
    """
    waiting: list[tuple[Path, Path]] = []
    new: list[Path] = []
    done = False
    try:
        for name, data in sorted(files.items()):
            target = folder / name
            _refuse_links(folder, target)
            new += [one for one in (target.parent, *target.parent.parents) if not one.exists()]
            target.parent.mkdir(parents=True, exist_ok=True)
            waiting.append((_write_beside(target, data, private), target))
        placed = {target for _, target in waiting}
        _swap(waiting, sorted(set(old) - placed))
        done = True
    except OSError as problem:
        raise OutputError(f"{folder}: cannot be written: {problem.strerror or problem}") from problem
    finally:
        for written, _ in waiting:
            with contextlib.suppress(OSError):
                written.unlink(missing_ok=True)
        for made in () if done else sorted(new, reverse=True):  # empty folders left there would be taken for somebody's own
            with contextlib.suppress(OSError):
                made.rmdir()
    return sorted(folder / name for name in files)


def _refuse_links(folder: Path, target: Path) -> None:
    """The folder itself may be a link, which its owner named; one inside would lead the files astray."""
    for room in target.parents:
        if room != folder and room.is_relative_to(folder) and room.is_symlink():
            raise OutputError(f"{room}: is a link; files would land outside {folder}")


def _swap(waiting: Sequence[tuple[Path, Path]], old: Sequence[Path]) -> None:
    """Moves each written file to its place and takes the old ones away; where that is broken off, all is put back as it was."""
    aside: list[tuple[Path, Path | None]] = []  # target, and where what stood there waits
    done = False
    try:
        for written, target in (*waiting, *((None, path) for path in old)):
            kept = _place_aside(target)
            aside.append((target, kept))
            if kept is not None:
                target.replace(kept)
            if written is not None:
                written.replace(target)
        done = True
    finally:
        for target, kept in () if done else reversed(aside):
            with contextlib.suppress(OSError):
                if kept is None:
                    target.unlink(missing_ok=True)
                elif os.path.lexists(kept):
                    kept.replace(target)
        for _, kept in aside if done else ():
            if kept is not None:
                with contextlib.suppress(OSError):
                    kept.unlink(missing_ok=True)


def _place_aside(target: Path) -> Path | None:
    """Where what stands at `target` can wait; None where nothing stands there, or a folder, which no file may replace."""
    if not os.path.lexists(target) or (target.is_dir() and not target.is_symlink()):
        return None
    kept = target.with_name(f".framing-old-{target.name}")
    kept.unlink(missing_ok=True)  # of a killed run: putting back must never take it for what stands there now
    return kept


def _write_beside(target: Path, data: bytes, private: bool) -> Path:
    """The data on disk in a new file in the target's folder, under another name."""
    handle, name = tempfile.mkstemp(prefix=".framing-", dir=target.parent)
    path, whole = Path(name), False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not private:
            path.chmod(0o644)  # mkstemp makes it readable to its owner alone
        whole = True
    finally:  # Ctrl-C too
        if not whole:
            path.unlink(missing_ok=True)
    return path
