"""Writes a pack into a folder: every file whole or none, and never over something that is not ours."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from framing.classroom.key_csv import write_key
from framing.classroom.plan_text import plan_markdown
from framing.classroom.to_json import pack_to_json
from framing.errors import OutputError
from framing.model.exercise import PACK_SCHEMA, Pack

FORMATS: Final = ("html", "print", "key", "csv", "reveal", "plan", "gift", "moodle", "qti12", "qti21", "h5p", "pdf")
DEFAULT: Final = FORMATS[:-1]  # PDF needs more than Python
MANIFEST: Final = "manifest.json"  # always written: it says that the folder is ours, and holds all that grading needs
_NAMES: Final = ("student.html", "student_print.html", "teacher_key.html", "key.csv", "reveal.md", "lesson_plan.md", "learning_systems.md", "gift.txt", "moodle.xml", "qti12.zip", "qti21.zip",
                 "student.pdf", "teacher_key.pdf")
_H5P: Final = "h5p"

Printer = Callable[[str], bytes]


def write_pack(pack: Pack, folder: Path, formats: Sequence[str] = DEFAULT, *, large_print: bool = False, force: bool = False,
               printer: Printer | None = None) -> list[Path]:
    """Writes the pack's files and returns their paths, sorted.

    Args:
        folder: made if it is not there. One that holds anything is refused, unless an earlier pack lies in it.
        formats: of `FORMATS`; manifest.json is written in any case.
        force: writes into any folder; files of other names stay.
        printer: makes a PDF of a printable page; without it "pdf" is refused.

    Raises:
        OutputError: unknown format, foreign folder, no PDF maker, or a file that cannot be written; then nothing was changed.
    """
    unknown = sorted(set(formats) - set(FORMATS))
    if unknown:
        raise OutputError(f"unknown format {', '.join(unknown)}; choose from {', '.join(FORMATS)}")
    if "pdf" in formats and printer is None:
        raise OutputError("no PDF maker; leave pdf out and print student_print.html from a browser")
    ours = _check_folder(folder, force)
    made = render(pack, formats, large_print=large_print, printer=printer)
    old = [folder / name for name in _written_before(folder) if name not in made] if ours else []
    return _write_all(folder, made, old)


def render(pack: Pack, formats: Sequence[str] = DEFAULT, *, large_print: bool = False, printer: Printer | None = None) -> dict[str, bytes]:
    """All files of a pack, by their path in the folder. Writers are imported when their format is asked for."""
    made = {MANIFEST: pack_to_json(pack).encode()}
    if {"key", "html", "print"} & set(formats) or "pdf" in formats:
        made |= _pages(pack, formats, large_print, printer)
    if "csv" in formats:
        made["key.csv"] = b"\xef\xbb\xbf" + write_key(pack).encode()  # without the mark Excel reads UTF-8 as something else
    if "plan" in formats:
        made["lesson_plan.md"] = plan_markdown(pack).encode()
    return made | _for_systems(pack, formats)


def _pages(pack: Pack, formats: Sequence[str], large_print: bool, printer: Printer | None) -> dict[str, bytes]:
    """The student's page, the printable sheets and the teacher's key; as PDF where asked for."""
    from framing.classroom.pages.print_pages import student_print_html, teacher_key_html
    from framing.classroom.pages.student_page import student_html

    made: dict[str, bytes] = {}
    if "html" in formats:
        made["student.html"] = student_html(pack).encode()
    if {"print", "pdf"} & set(formats):
        sheets = student_print_html(pack, large_print=large_print, paper=pack.paper)
        made |= {"student_print.html": sheets.encode()} if "print" in formats else {}
        made |= {"student.pdf": printer(sheets)} if "pdf" in formats and printer else {}
    if {"key", "pdf"} & set(formats):
        key = teacher_key_html(pack)
        made |= {"teacher_key.html": key.encode()} if "key" in formats else {}
        made |= {"teacher_key.pdf": printer(key)} if "pdf" in formats and printer else {}
    return made


def _for_systems(pack: Pack, formats: Sequence[str]) -> dict[str, bytes]:
    """The reveal sheet and the files for learning systems."""
    made: dict[str, bytes] = {}
    if "reveal" in formats:
        from framing.classroom.pages.reveal import reveal_markdown
        made["reveal.md"] = reveal_markdown(pack).encode()
    if "gift" in formats:
        from framing.classroom.lms.gift import to_gift
        made["gift.txt"] = to_gift(pack).encode()
    if "moodle" in formats:
        from framing.classroom.lms.moodle_xml import to_moodle_xml
        made["moodle.xml"] = to_moodle_xml(pack).encode()
    if "qti12" in formats:
        from framing.classroom.lms.qti12 import to_qti12
        made["qti12.zip"] = to_qti12(pack)
    if "qti21" in formats:
        from framing.classroom.lms.qti21 import to_qti21
        made["qti21.zip"] = to_qti21(pack)
    if {"gift", "moodle", "qti12", "qti21", "h5p"} & set(formats):
        from framing.classroom.lms.lms_notes import lms_notes
        made["learning_systems.md"] = lms_notes(pack).encode()
    if "h5p" in formats:
        from framing.classroom.lms.h5p import to_h5p
        made |= {f"{_H5P}/{name}": data for name, data in to_h5p(pack).items()}
    return made


def is_pack(folder: Path) -> bool:
    """Whether a pack of ours lies in the folder."""
    try:
        with (folder / MANIFEST).open(encoding="utf-8") as file:
            found = json.load(file)
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("schema") == PACK_SCHEMA


def _check_folder(folder: Path, force: bool) -> bool:
    """Whether an earlier pack lies in the folder; refuses one that is not ours."""
    try:
        if not folder.exists():
            return False
        if not folder.is_dir():
            raise OutputError(f"{folder}: is a file; name a folder")
        ours, empty = is_pack(folder), not any(folder.iterdir())
    except OSError as problem:
        raise OutputError(f"{folder}: cannot be written: {problem.strerror or problem}") from problem
    if not ours and not force and not empty:
        raise OutputError(f"{folder}: is not empty and holds no earlier pack; choose another folder, or --force")
    return ours


def _written_before(folder: Path) -> list[str]:
    """Files there that bear the names of ours."""
    names = [name for name in _NAMES if (folder / name).is_file()]
    inside = folder / _H5P
    if inside.is_dir() and not inside.is_symlink():
        names += [f"{_H5P}/{file.name}" for file in sorted(inside.iterdir()) if file.suffix == ".h5p"]
    return names


def _write_all(folder: Path, files: Mapping[str, bytes], old: Sequence[Path]) -> list[Path]:
    """Puts all files into the folder and takes the `old` ones away, or leaves everything as it was: on a full disk, on Ctrl-C too."""
    waiting: list[tuple[Path, Path]] = []
    new: list[Path] = []
    done = False
    try:
        for name, data in sorted(files.items()):
            target = folder / name
            for room in [one for one in target.parents if one != folder and one.is_relative_to(folder)]:
                if room.is_symlink():
                    raise OutputError(f"{room}: is a link; the pack would land outside its folder")
            new += [one for one in (target.parent, *target.parent.parents) if not one.exists()]
            target.parent.mkdir(parents=True, exist_ok=True)
            waiting.append((_write_beside(target, data), target))
        _swap(waiting, old)
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


def _swap(waiting: Sequence[tuple[Path, Path]], old: Sequence[Path]) -> None:
    """Moves each written file to its place and takes the old ones away; where that is broken off, all is put back as it was."""
    aside: list[tuple[Path, Path | None]] = []  # target, and where what stood there waits
    done = False
    try:
        for written, target in (*waiting, *((None, path) for path in old)):
            kept = target.with_name(f".framing-old-{target.name}") if os.path.lexists(target) and not target.is_dir() else None
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


def _write_beside(target: Path, data: bytes) -> Path:
    """The data on disk in a new file in the target's folder, under another name."""
    handle, name = tempfile.mkstemp(prefix=".framing-", dir=target.parent)
    path, whole = Path(name), False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        path.chmod(0o644)  # mkstemp makes it readable to its owner alone
        whole = True
    finally:  # Ctrl-C too
        if not whole:
            path.unlink(missing_ok=True)
    return path
