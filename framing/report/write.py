"""Writes a report into a folder: every file whole or not at all, and never over something that is not ours."""

from __future__ import annotations

import contextlib
import json
import os
import re
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Literal

from framing.errors import OutputError
from framing.model.annotation import Annotation
from framing.model.comparison import Comparison
from framing.report.charts import files_of, panel_svgs
from framing.report.exports.formats import EXPORT, EXPORTS, MANIFEST, export_files
from framing.report.pack import pack
from framing.report.page import build_page
from framing.report.to_csv import to_csv
from framing.report.to_html import page_html, shared_style
from framing.report.to_index import Entry, index_html
from framing.report.to_json import COMPARISON, to_json
from framing.report.to_markdown import page_markdown
from framing.report.to_pdf import to_pdf

FORMATS: Final = ("html", "md", "json", "csv", "pdf", "charts", *EXPORTS)
DEFAULT: Final = ("html", "md", "json", "csv")  # charts come with html; PDF needs more than Python
Assets = Literal["inline", "external"]
SHEET: Final = "report.css"
INDEX: Final = "index.html"
_PLAIN_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")
MARKER: Final = "report.json"  # always written: it says that the folder is ours, and holds all that the report says


def write_report(comparison: Comparison, folder: Path, *, formats: Sequence[str] = DEFAULT, force: bool = False,
                 assets: Assets = "inline") -> list[Path]:
    """Writes the report's files and returns their paths, sorted.

    Args:
        folder: made if it is not there. One that holds anything is refused, unless an earlier report lies in it.
        formats: of `FORMATS`; report.json is written in any case, chart files with html.
        force: writes into any folder; files of other names stay.
        assets: "inline" keeps the style sheet in report.html; "external" writes it beside it, as report.css.

    Raises:
        OutputError: unknown format, foreign folder, a format whose library is missing, or a file that cannot be written; then nothing was changed.
    """
    unknown = sorted(set(formats) - set(FORMATS))
    if unknown:
        raise OutputError(f"unknown format {', '.join(unknown)}; choose from {', '.join(FORMATS)}")
    ours = _check_folder(folder, force, MARKER, COMPARISON)
    made = render(comparison, formats=formats, date=report_date(), assets=assets)
    old = [folder / name for name in _written_before(folder) if name not in made] if ours else []
    return _write_all(folder, made, old)


def write_export(annotations: Sequence[Annotation], folder: Path, form: str, *, force: bool = False) -> list[Path]:
    """Writes the articles' marks in the format `form` (of `EXPORTS`) into a folder and returns the files' paths, sorted.

    Args:
        folder: made if it is not there. One that holds anything is refused, unless an earlier export lies in it.
        force: writes into any folder; files of other names stay.

    Raises:
        OutputError: unknown format, foreign folder, a library that is missing, or a file that cannot be written; then nothing was changed.
    """
    ours = _check_folder(folder, force, MANIFEST, EXPORT)
    made = export_files(annotations, form)
    old = [folder / name for name in _exported_before(folder) if name not in made] if ours else []
    return _write_all(folder, made, old)


def write_index(folder: Path) -> Path:
    """Writes `index.html`, the list of the reports in the folders of this one, by name, and returns its path.

    Raises:
        OutputError: it cannot be written.
    """
    try:
        inside = sorted(one for one in folder.iterdir() if one.is_dir() and not one.is_symlink() and (one / "report.html").is_file())
    except OSError as problem:
        raise OutputError(f"{folder}: cannot be read: {problem.strerror or problem}") from problem
    entries = [entry for one in inside if (entry := _entry(one)) is not None]
    (written,) = _write_all(folder, {INDEX: index_html(entries).encode()}, [])
    return written


def _entry(folder: Path) -> Entry | None:
    """What the index says of a report, None where the folder holds none of ours."""
    found = _read_marker(folder / MARKER, COMPARISON)
    if found is None:
        return None
    findings = found["findings"]
    first = findings[0] if findings else {"sentence": "", "strength": ""}
    return Entry(folder.name, found.get("title", folder.name), tuple(one["verdict"] for one in found["comparability"]), first["sentence"],
                 first["strength"], len(findings))


def render(comparison: Comparison, *, formats: Sequence[str] = DEFAULT, date: str | None = None, assets: Assets = "inline") -> dict[str, bytes]:
    """All files of a report, by their path in the folder."""
    page = build_page(comparison, date=date)
    made = {MARKER: to_json(comparison).encode()}
    if "html" in formats:
        made["report.html"] = pack(page_html(page, sheet=SHEET if assets == "external" else "")).encode()
        made |= {SHEET: shared_style().encode()} if assets == "external" else {}
    if "pdf" in formats:
        made["report.pdf"] = to_pdf(page_html(page, drawn=panel_svgs(page)))  # WeasyPrint leaves drawings to their own attributes
    if "md" in formats:
        made["report.md"] = page_markdown(page).encode()
    if "csv" in formats:
        made |= {f"tables/{name}": text.encode() for name, text in to_csv(comparison).items()}
    if {"html", "charts"} & set(formats):
        made |= {f"charts/{name}": data for name, data in files_of(page).items()}
    for form in (one for one in EXPORTS if one in formats):
        made |= {f"exports/{form}/{name}": data for name, data in export_files(comparison.annotations, form).items()}
    return made


def report_date() -> str | None:
    """The date that SOURCE_DATE_EPOCH names (seconds, UTC), None where it is not set: a report reads no clock.

    Source: reproducible-builds.org, SOURCE_DATE_EPOCH specification.
    """
    asked = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not asked.isdecimal():
        return None
    try:
        return datetime.fromtimestamp(int(asked), UTC).strftime("%Y-%m-%d %H:%M")
    except (OverflowError, ValueError, OSError):
        raise OutputError(f"SOURCE_DATE_EPOCH={asked[:40]} is not a time") from None


def _check_folder(folder: Path, force: bool, marker: str, schema: str) -> bool:
    """Whether earlier output of ours lies in the folder, as its marker file tells; refuses one that is not ours."""
    try:
        if not folder.exists():
            return False
        if not folder.is_dir():
            raise OutputError(f"{folder}: is a file; name a folder")
        ours, empty = _read_marker(folder / marker, schema) is not None, not any(folder.iterdir())
    except OSError as problem:
        raise OutputError(f"{folder}: cannot be written: {problem.strerror or problem}") from problem
    if not ours and not force and not empty:
        what = "report" if marker == MARKER else "export"
        raise OutputError(f"{folder}: is not empty and holds no earlier {what}; choose another folder, or --overwrite")
    return ours


def _read_marker(path: Path, schema: str) -> dict[str, Any] | None:
    """What a marker file holds, None where it is not there or not ours."""
    try:
        with path.open(encoding="utf-8") as file:
            found = json.load(file)
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and found.get("schema") == schema else None


def _written_before(folder: Path) -> list[str]:
    """Files there that bear the names and endings of ours."""
    names = [name for name in ("report.html", SHEET, "report.md", "report.pdf") if (folder / name).is_file()]
    for room, endings in (("tables", {".csv", ".json"}), ("charts", {".svg", ".png"})):
        inside = folder / room
        if inside.is_dir() and not inside.is_symlink():
            names += [f"{room}/{file.name}" for file in sorted(inside.iterdir()) if file.suffix in endings]
    for form in EXPORTS:
        names += [f"exports/{form}/{name}" for name in _exported_before(folder / "exports" / form)]
    return names


def _exported_before(folder: Path) -> list[str]:
    """Files of an earlier export there, as its manifest lists them; a name that leads elsewhere is passed over."""
    if folder.is_symlink() or folder.parent.is_symlink():
        return []
    found = _read_marker(folder / MANIFEST, EXPORT)
    listed = found.get("files") if found is not None else None
    names = sorted(name for name in listed if _PLAIN_NAME.fullmatch(name)) if isinstance(listed, dict) else []
    return [name for name in (*names, MANIFEST) if found is not None and (folder / name).is_file()]


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
                    raise OutputError(f"{room}: is a link; the report would land outside its folder")
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
