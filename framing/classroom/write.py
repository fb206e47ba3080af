"""Writes a pack into a folder: every file whole or none, and never over something that is not ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from framing.classroom.key_csv import write_key
from framing.classroom.plan_text import plan_markdown
from framing.classroom.to_json import pack_to_json
from framing.errors import OutputError
from framing.files.ours import check_folder, read_marker
from framing.files.swap import write_all
from framing.model.exercise import PACK_SCHEMA, Pack

FORMATS: Final = ("html", "print", "key", "csv", "reveal", "plan", "gift", "moodle", "qti12", "qti21", "h5p", "pdf")
DEFAULT: Final = FORMATS[:-1]  # PDF needs more than Python
MANIFEST: Final = "manifest.json"  # always written: it says that the folder is ours, and holds all that grading needs
_NAMES: Final = ("student.html", "student_print.html", "teacher_key.html", "key.csv", "reveal.md", "reveal.html", "lesson_plan.md", "lesson_plan.html", "learning_systems.md",
                 "learning_systems.html", "gift.txt", "moodle.xml", "qti12.zip", "qti21.zip",
                 "student.pdf", "teacher_key.pdf")
_H5P: Final = "h5p"

Printer = Callable[[str], bytes]


def write_pack(pack: Pack, folder: Path, formats: Sequence[str] = DEFAULT, *, large_print: bool = False, overwrite: bool = False,
               printer: Printer | None = None) -> list[Path]:
    """Writes the pack's files and returns their paths, sorted.

    Args:
        folder: made if it is not there. One that holds anything is refused, unless an earlier pack lies in it.
        formats: of `FORMATS`; manifest.json is written in any case.
        overwrite: writes into any folder; files of other names stay.
        printer: makes a PDF of a printable page; without it "pdf" is refused.

    Raises:
        OutputError: unknown format, foreign folder, no PDF maker, or a file that cannot be written; then nothing was changed.
    """
    unknown = sorted(set(formats) - set(FORMATS))
    if unknown:
        raise OutputError(f"unknown format {', '.join(unknown)}; choose from {', '.join(FORMATS)}")
    if "pdf" in formats and printer is None:
        raise OutputError("no PDF maker; leave pdf out and print student_print.html from a browser")
    ours = check_pack_folder(folder, overwrite=overwrite)
    made = render(pack, formats, large_print=large_print, printer=printer)
    old = [folder / name for name in _written_before(folder)] if ours else []
    return write_all(folder, made, old)


def render(pack: Pack, formats: Sequence[str] = DEFAULT, *, large_print: bool = False, printer: Printer | None = None) -> dict[str, bytes]:
    """All files of a pack, by their path in the folder. Writers are imported when their format is asked for."""
    made = {MANIFEST: pack_to_json(pack).encode()}
    if {"key", "html", "print"} & set(formats) or "pdf" in formats:
        made |= _pages(pack, formats, large_print, printer)
    if "csv" in formats:
        made["key.csv"] = b"\xef\xbb\xbf" + write_key(pack).encode()  # without the mark Excel reads UTF-8 as something else
    if "plan" in formats:
        made["lesson_plan.md"] = plan_markdown(pack).encode()
    made |= _for_systems(pack, formats)
    return made | _to_read({name: data for name, data in made.items() if name.endswith(".md")})


def _to_read(papers: Mapping[str, bytes]) -> dict[str, bytes]:
    """The teacher's papers as pages too: nothing on a school's computer opens Markdown."""
    from framing.classroom.pages.reading_page import reading_html

    return {name.removesuffix(".md") + ".html": reading_html(data.decode()).encode() for name, data in papers.items()}


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
    return read_marker(folder / MANIFEST, PACK_SCHEMA) is not None


def check_pack_folder(folder: Path, *, overwrite: bool = False) -> bool:
    """Whether an earlier pack lies in the folder; for before the work, too.

    Raises:
        OutputError: it is a file, or holds other files (and not `overwrite`).
    """
    return check_folder(folder, MANIFEST, PACK_SCHEMA, holds="pack", overwrite=overwrite)


def _written_before(folder: Path) -> list[str]:
    """Files there that bear the names of ours."""
    names = [name for name in _NAMES if (folder / name).is_file()]
    inside = folder / _H5P
    if inside.is_dir() and not inside.is_symlink():
        names += [f"{_H5P}/{file.name}" for file in sorted(inside.iterdir()) if file.suffix == ".h5p"]
    return names
