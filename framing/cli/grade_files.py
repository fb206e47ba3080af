"""Files of `framing grade`: packs and answers in; marks out, all or nothing; and away again with --forget."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from framing.errors import OutputError, PackError
from framing.files.ours import check_folder, read_marker
from framing.files.swap import write_all

if TYPE_CHECKING:
    from framing.classroom.grading.answers import Received
    from framing.model.exercise import Pack

MANIFEST: Final = "grades.json"  # lists what was written, so that --forget deletes that and nothing else
SCHEMA: Final = "framing.grades/1"
MAX_BYTES: Final = 64_000_000  # an answer file holds a few kilobytes; 10 MB of pasted text still has to be read, and cut
_OURS: Final = re.compile(r"grades\.csv|class\.html|feedback/sheet-[A-Za-z0-9_-]{1,20}\.html")
_ENDINGS: Final = {".json", ".csv"}
_NO_ANSWERS: Final = (MANIFEST, "grades.csv", "manifest.json", "key.csv")  # ours, where a pack or marks lie in a folder of answers


def read_pack(place: str) -> Pack:
    """The pack of a folder (or of its manifest.json), with the folder's key.csv, which a teacher may have edited, in place of its key.

    Raises:
        PackError: not a pack; a key.csv with faults.
    """
    from framing.classroom.to_json import pack_from_json

    path = Path(place)
    manifest = path / "manifest.json" if path.is_dir() else path
    try:
        text = manifest.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        said = problem.strerror if isinstance(problem, OSError) and problem.strerror else "not a text file"
        raise PackError(place, (f"no classroom pack: {manifest.name} cannot be read ({said})",)) from problem
    try:
        pack = pack_from_json(text)
    except PackError as problem:  # it knows no file: say which
        raise PackError(manifest, tuple(one.removeprefix("manifest: ") for one in problem.problems)) from problem
    return _with_key(pack, manifest.parent / "key.csv")


def _with_key(pack: Pack, path: Path) -> Pack:
    from framing.classroom.key_csv import read_key

    if not path.is_file():
        return pack
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise PackError(path, (f"cannot be read ({problem.strerror or problem})",)) from problem
    try:
        return read_key(pack, data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return read_key(pack, data.decode("cp1252", errors="replace"))


def answer_files(given: Sequence[str], skipped: Path) -> tuple[list[Path], list[str]]:
    """The answer files (.json, .csv) named or in the folders named, each once and in order, without what lies in our own output folder."""
    found: dict[Path, Path] = {}
    problems = []
    for place in given:
        path = Path(place)
        if path.is_dir():
            inside = sorted(one for one in path.rglob("*") if one.suffix.lower() in _ENDINGS and one.is_file())
            inside = [one for one in inside if not one.resolve().is_relative_to(skipped.resolve()) or skipped.resolve() == path.resolve()]
            inside = [one for one in inside if one.name not in _NO_ANSWERS]
            problems += [] if inside else [f"{place}: no answer files (.json or .csv) in this folder"]
        else:
            inside = [path]
        for one in inside:
            found.setdefault(one.resolve(), one)
    return list(found.values()), problems


def read_file(pack: Pack, path: Path) -> Received:
    """The sheets of one file; what is wrong with it is in the problems. JSON by its ending or its first sign, else CSV."""
    from framing.classroom.grading.answers import Received, receive
    from framing.classroom.grading.paper import receive_csv

    try:
        if path.stat().st_size > MAX_BYTES:
            return Received((), (f"{path}: larger than {MAX_BYTES // 1_000_000} MB; no answer file is",))
        data = path.read_bytes()
    except OSError as problem:
        return Received((), (f"{path}: cannot be read ({problem.strerror or problem})",))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")  # what spreadsheets on Windows still save
    if path.suffix.lower() == ".csv":
        return receive_csv(pack, text, str(path))
    return receive(pack, text, str(path))


def check_grades_folder(folder: Path, *, overwrite: bool = False) -> bool:
    """Whether earlier marks lie in the folder.

    Raises:
        OutputError: it is a file, or holds other files (and not `overwrite`).
    """
    return check_folder(folder, MANIFEST, SCHEMA, holds="marks", overwrite=overwrite)


def write_grades(folder: Path, files: Mapping[str, bytes], *, pack: Pack, overwrite: bool = False) -> None:
    """Writes all files and the list of them, or nothing; sheets of an earlier run that are no longer there go.

    Raises:
        OutputError: the folder holds something else (and not `overwrite`), or cannot be written.
    """
    record = {"schema": SCHEMA, "pack": pack.id, "version": pack.version, "files": sorted(files)}
    ours = check_grades_folder(folder, overwrite=overwrite)
    old = [folder / name for name in _listed(folder) or ()] if ours else []
    write_all(folder, {**files, MANIFEST: (json.dumps(record, indent=1) + "\n").encode()}, old, private=True)  # these are students' marks


def forget(folder: Path) -> int:
    """Deletes the files that `write_grades` listed in a folder, then the folder if it is empty; how many files went.

    Raises:
        OutputError: no list of ours there, or a file that cannot be deleted.
    """
    try:
        names = _listed(folder)
        if names is None:
            raise OutputError(f"{folder}: holds no marks that this tool wrote (no {MANIFEST}); nothing was deleted")
        gone = 0
        for name in [*names, MANIFEST]:
            with contextlib.suppress(FileNotFoundError):
                (folder / name).unlink()
                gone += 1
        for empty in (folder / "feedback", folder):
            if empty.is_dir() and not empty.is_symlink() and not any(empty.iterdir()):
                empty.rmdir()
    except OSError as problem:
        raise OutputError(f"{folder}: cannot be deleted ({problem.strerror or problem})") from problem
    return gone


def _listed(folder: Path) -> list[str] | None:
    """The files that our list in a folder names, by names that only we give; None where there is no list of ours.

    Raises:
        OutputError: the folder of the feedback sheets is a link.
    """
    record = read_marker(folder / MANIFEST, SCHEMA)
    if record is None or not isinstance(record.get("files"), list):
        return None
    if (folder / "feedback").is_symlink():
        raise OutputError(f"{folder / 'feedback'}: is a link; what it leads to is not ours")
    return [name for name in record["files"] if isinstance(name, str) and _OURS.fullmatch(name)]
