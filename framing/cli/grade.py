"""`framing grade`: answers to a classroom pack -> marks, feedback sheets, a class report."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.cli.console import NoColour, Quiet, Strict, Verbose, fail, remark, remark_more, shown

if TYPE_CHECKING:
    from framing.model.exercise import AnswerSheet, Mark, Pack

COLUMNS = ("code", "item", "points", "max")
MARKS = "framing.marks/1"
TEACHER = "teacher"  # in place of points: marked by hand, with the rubric


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("grade", short_help="Mark a class's answers to a pack.")
    def grade(
        pack: Annotated[str, typer.Argument(metavar="PACK", help="The pack's folder, as framing exercise wrote it.")],
        answers: Annotated[list[str] | None, typer.Argument(metavar="ANSWERS...", help="Saved answer files (JSON), a CSV typed from paper, or folders of them.")] = None,
        output: Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR", help="Folder for the marks; default: PACK-grades beside the pack.")] = None,
        forget: Annotated[bool, typer.Option("--forget", help="Delete the marks that an earlier run wrote there, and nothing else.")] = False,
        overwrite: Annotated[bool, typer.Option("--overwrite", help="Write even if DIR holds other files, which stay; earlier marks are replaced in any case.")] = False,
        as_json: Annotated[bool, typer.Option("--json", help="Print the marks as JSON instead of writing files.")] = False,
        strict: Strict = False,
        quiet: Quiet = False,
        verbose: Verbose = False,
        no_color: NoColour = False,
    ) -> None:
        """Mark a class's answers: grades.csv, a feedback sheet for each student, a class report.

        Answers typed from paper go into a CSV with the columns code, item_id, part, answer; the code stands for a student:

        \b
          K7,E2-1,3,mob      a word marked in line 3
          K7,E4-1,2,b        row 2 matched with b
          K7,E8-1,,a         box a ticked
          K7,E5-1,2/1,Ana    a table's row 2, column 1

        Example: framing grade pack answers/
        """
        from framing.cli import grade_files

        folder = output or _beside(pack)
        if forget:
            remark(f"{folder}: {grade_files.forget(folder)} files deleted")
            return
        if not answers:
            raise typer.BadParameter("name the answer files, or a folder of them", param_hint="ANSWERS")
        _run(pack, answers, folder, overwrite=overwrite, strict=strict, as_json=as_json)


def _beside(pack: str) -> Path:
    path = Path(pack).resolve()
    path = path if path.is_dir() or path.suffix != ".json" else path.parent
    return path.with_name(path.name + "-grades")


def _run(place: str, given: Sequence[str], folder: Path, *, overwrite: bool, strict: bool, as_json: bool) -> None:
    from framing.classroom.grading.answers import merge
    from framing.classroom.grading.marking import mark
    from framing.cli import grade_files

    pack = grade_files.read_pack(place)
    if not as_json:
        grade_files.check_grades_folder(folder, overwrite=overwrite)
    paths, missing = grade_files.answer_files(given, folder)
    read = [(str(path), grade_files.read_file(pack, path)) for path in paths]
    for name, received in read:
        remark_more(f"{name}: sheets {len(received.sheets)}, problems {len(received.problems)}")
    sheets, problems = merge(read)
    for problem in (*missing, *problems):
        print(f"framing: {shown(problem)}", file=sys.stderr)
    if not sheets:
        fail("no answers could be marked; nothing was written")
    marks = {sheet.code: mark(pack, sheet) for sheet in sheets}
    skipped = len(missing) + len(problems)
    if as_json:
        print(json.dumps(_record(pack, marks, skipped), ensure_ascii=False, indent=1))
    else:
        grade_files.write_grades(folder, _files(pack, sheets, marks, skipped), pack=pack, overwrite=overwrite)
        remark(f"{len(sheets)} {'sheet' if len(sheets) == 1 else 'sheets'} marked; open {folder / 'class.html'}")
    if not pack.verified:
        remark("the key is a draft that no teacher has confirmed: set verified_by in key.csv")
    if not as_json:
        remark(f"to delete the marks again: framing grade {place} --forget -o {folder}")
    if strict and skipped:
        raise typer.Exit(3)


def _record(pack: Pack, marks: Mapping[str, Sequence[Mark]], left_out: int) -> dict[str, Any]:
    """The marks as JSON; points are null where a teacher has to mark by hand."""
    return {"schema": MARKS, "pack": pack.id, "version": pack.version, "verified": bool(pack.verified), "left_out": left_out,
            "sheets": [{"code": code, "marks": [{"item": one.item_id, "points": one.points, "max": one.most} for one in rows]} for code, rows in marks.items()]}


def _files(pack: Pack, sheets: Sequence[AnswerSheet], marks: Mapping[str, Sequence[Mark]], left_out: int) -> dict[str, bytes]:
    """Everything that is written, by its path in the folder."""
    from framing.classroom.grading.class_report import class_html
    from framing.classroom.grading.feedback import feedback_pages

    made = {f"feedback/sheet-{code}.html": page.encode() for code, page in feedback_pages(pack, sheets, marks).items()}
    made["class.html"] = class_html(pack, sheets, marks, left_out=left_out).encode()
    made["grades.csv"] = _table(sheets, marks).encode()
    return made


def _table(sheets: Sequence[AnswerSheet], marks: Mapping[str, Sequence[Mark]]) -> str:
    """One row a student and item; codes and ids cannot begin a spreadsheet's formula, for both begin with a letter or digit."""
    from framing.classroom.grading.feedback import number

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for sheet in sheets:
        writer.writerows((one.code, one.item_id, TEACHER if one.points is None else number(one.points), number(one.most))
                         for one in marks[sheet.code])
    return text.getvalue()
