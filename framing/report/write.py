"""Writes a report into a folder: every file whole or not at all, and never over something that is not ours."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

from framing.errors import OutputError
from framing.files.ours import check_folder, read_marker
from framing.files.swap import write_all
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
from framing.report.to_pdf import Paper, to_pdf

FORMATS: Final = ("html", "md", "json", "csv", "pdf", "charts", *EXPORTS)
DEFAULT: Final = ("html", "md", "json", "csv")  # charts come with html; PDF needs more than Python
Assets = Literal["inline", "external"]
SHEET: Final = "report.css"
INDEX: Final = "index.html"
_PLAIN_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")
MARKER: Final = "report.json"  # always written: it says that the folder is ours, and holds all that the report says


def write_report(comparison: Comparison, folder: Path, *, formats: Sequence[str] = DEFAULT, overwrite: bool = False,
                 assets: Assets = "inline", paper: Paper = "A4") -> list[Path]:
    """Writes the report's files and returns their paths, sorted.

    Args:
        folder: made if it is not there. One that holds anything is refused, unless an earlier report lies in it.
        formats: of `FORMATS`; report.json is written in any case, chart files with html.
        overwrite: writes into any folder; files of other names stay.
        assets: "inline" keeps the style sheet in report.html; "external" writes it beside it, as report.css.
        paper: size of the PDF's pages; a browser prints report.html on whatever paper its user has.

    Raises:
        OutputError: unknown format, foreign folder, a format whose library is missing, or a file that cannot be written; then nothing was changed.
    """
    unknown = sorted(set(formats) - set(FORMATS))
    if unknown:
        raise OutputError(f"unknown format {', '.join(unknown)}; choose from {', '.join(FORMATS)}")
    ours = check_report_folder(folder, overwrite=overwrite)
    made = render(comparison, formats=formats, date=report_date(), assets=assets, paper=paper)
    old = [folder / name for name in _written_before(folder)] if ours else []
    return write_all(folder, made, old)


def check_report_folder(folder: Path, *, overwrite: bool = False) -> bool:
    """Whether an earlier report lies in the folder; for before the work, too.

    Raises:
        OutputError: it is a file, or holds other files (and not `overwrite`).
    """
    return check_folder(folder, MARKER, COMPARISON, holds="report", overwrite=overwrite)


def check_export_folder(folder: Path, *, overwrite: bool = False) -> bool:
    """Whether an earlier export lies in the folder; for before the work, too.

    Raises:
        OutputError: it is a file, or holds other files (and not `overwrite`).
    """
    return check_folder(folder, MANIFEST, EXPORT, holds="export", overwrite=overwrite)


def write_export(annotations: Sequence[Annotation], folder: Path, form: str, *, overwrite: bool = False) -> list[Path]:
    """Writes the articles' marks in the format `form` (of `EXPORTS`) into a folder and returns the files' paths, sorted.

    Args:
        folder: made if it is not there. One that holds anything is refused, unless an earlier export lies in it.
        overwrite: writes into any folder; files of other names stay.

    Raises:
        OutputError: unknown format, foreign folder, a library that is missing, or a file that cannot be written; then nothing was changed.
    """
    ours = check_export_folder(folder, overwrite=overwrite)
    made = export_files(annotations, form)
    old = [folder / name for name in _exported_before(folder)] if ours else []
    return write_all(folder, made, old)


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
    (written,) = write_all(folder, {INDEX: index_html(entries).encode()})
    return written


def _entry(folder: Path) -> Entry | None:
    """What the index says of a report, None where the folder holds none of ours."""
    found = read_marker(folder / MARKER, COMPARISON)
    if found is None:
        return None
    findings = found["findings"]
    first = findings[0] if findings else {"sentence": "", "strength": ""}
    return Entry(folder.name, found.get("title", folder.name), tuple(one["verdict"] for one in found["comparability"]), first["sentence"],
                 first["strength"], len(findings))


def render(comparison: Comparison, *, formats: Sequence[str] = DEFAULT, date: str | None = None, assets: Assets = "inline",
           paper: Paper = "A4") -> dict[str, bytes]:
    """All files of a report, by their path in the folder."""
    page = build_page(comparison, date=date)
    made = {MARKER: to_json(comparison).encode()}
    if "html" in formats:
        made["report.html"] = pack(page_html(page, sheet=SHEET if assets == "external" else "")).encode()
        made |= {SHEET: shared_style().encode()} if assets == "external" else {}
    if "pdf" in formats:
        made["report.pdf"] = to_pdf(page_html(page, drawn=panel_svgs(page)), paper=paper)  # WeasyPrint leaves drawings to their own attributes
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
    found = read_marker(folder / MANIFEST, EXPORT)
    listed = found.get("files") if found is not None else None
    names = sorted(name for name in listed if _PLAIN_NAME.fullmatch(name)) if isinstance(listed, dict) else []
    return [name for name in (*names, MANIFEST) if found is not None and (folder / name).is_file()]
