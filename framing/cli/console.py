"""What every command shares: remarks on stderr, data on stdout, whole files or none."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from framing.errors import OutputError

if TYPE_CHECKING:
    pass

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class Zones(StrEnum):
    """How to read the zones of an input."""

    detect = "detect"
    none = "none"


@dataclass
class Terminal:
    """How this run talks to the user; set once by the options before a command's name or by the command's own."""

    quiet: bool = False
    verbose: bool = False
    debug: bool = False
    colour: bool = True


TERMINAL = Terminal()


def _be_quiet(wanted: bool) -> bool:
    TERMINAL.quiet = TERMINAL.quiet or wanted
    return wanted


def _be_verbose(wanted: bool) -> bool:
    TERMINAL.verbose = TERMINAL.verbose or wanted
    return wanted


def _no_colour(wanted: bool) -> bool:
    TERMINAL.colour = TERMINAL.colour and not wanted
    return wanted


# The three that stand before or after a command's name; their callbacks do the work, so that commands only name them.
Quiet = Annotated[bool, typer.Option("--quiet", "-q", callback=_be_quiet, help="No remarks, errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", callback=_be_verbose, help="More remarks: what was read, set aside and not counted.")]
NoColour = Annotated[bool, typer.Option("--no-color", callback=_no_colour, hidden=True, help="No colour (as NO_COLOR).")]

Inputs = Annotated[list[str], typer.Argument(metavar="INPUT...", help="Articles: files, folders or tables, or - for standard input.")]
ZonesOption = Annotated[Zones, typer.Option("--zones", help="detect: find headlines, captions, teasers and the like; none: take all text as body.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 3 when an input had to be skipped.")]
OutFile = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; - is standard output.")]
Config = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="A framing.toml to read in place of those beside the articles.")]
JsonAnyway = Annotated[bool, typer.Option("--json", hidden=True, help="What is written is JSON in any case.")]
Lexicons = Annotated[list[Path] | None, typer.Option("--lexicon", metavar="FILE", help="A lexicon of your own (TOML); may be repeated.")]


def shown(text: str) -> str:
    """A message on one line, its control and direction characters made visible, so that no input can move the terminal's cursor."""
    return _CONTROL.sub(lambda mark: f"\\x{ord(mark.group()):02x}" if mark.group() < "\u0100" else f"\\u{ord(mark.group()):04x}", text)


def remark(message: str) -> None:
    """A line on stderr, unless the user wants quiet."""
    if not TERMINAL.quiet:
        print(shown(message), file=sys.stderr)


def remark_more(message: str) -> None:
    """A line on stderr that only -v asks for."""
    if TERMINAL.verbose:
        remark(message)


def paragraph(mark: str, text: str) -> None:
    """A remark set to the terminal's width (80 where it is not known, 100 at most), its lines hanging under the first after `mark`."""
    width = min(shutil.get_terminal_size((80, 24)).columns, 100)
    lines = textwrap.wrap(shown(text), max(40, width - len(mark)), break_long_words=False, break_on_hyphens=False) or [""]
    for k, line in enumerate(lines):
        remark((" " * len(mark) if k else mark) + line)


def fail(message: str, status: int = 1) -> NoReturn:
    """End with an error line."""
    print(f"framing: {shown(message)}", file=sys.stderr)
    raise typer.Exit(status)


@contextmanager
def progress(opening: str) -> Iterator[Callable[[str], None]]:
    """A changing line on a terminal; silence elsewhere."""
    if TERMINAL.quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _: None
        return
    from rich.console import Console

    colour = TERMINAL.colour and "NO_COLOR" not in os.environ
    console = Console(stderr=True, no_color=not colour, highlight=False)
    with console.status(opening) as status:
        yield lambda words: status.update(words)


def write_text(target: str, parts: Iterator[str] | Sequence[str]) -> None:
    """Write text to a file, whole or not at all, or to standard output ("-").

    Raises:
        OutputError: the file cannot be written.
    """
    if target == "-":
        for part in parts:
            sys.stdout.write(part)
        sys.stdout.flush()
        return
    if not target:
        raise OutputError("--output: an empty name; name a file, or - for standard output")
    path = Path(os.path.realpath(target))  # a link stays a link: what it points to is written
    if path.is_relative_to("/dev") or path.is_relative_to("/proc") or (path.exists() and not path.is_file() and not path.is_dir()):
        _write_straight(target, parts)
    else:
        _write_whole(target, path, parts)


def _write_straight(target: str, parts: Iterator[str] | Sequence[str]) -> None:
    """Into a device or a pipe, which no file may replace: /dev/null has to stay what it is."""
    try:
        with Path(target).open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(parts)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{target}: cannot write ({error.strerror or error})") from error


def _write_whole(target: str, path: Path, parts: Iterator[str] | Sequence[str]) -> None:
    handle, name = -1, ""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(name).replace(path)
    except OSError as error:
        raise OutputError(f"{target}: cannot write ({error.strerror or error})") from error
    finally:
        if name:
            with suppress(OSError):
                Path(name).unlink(missing_ok=True)


def as_line(record: dict[str, Any]) -> str:
    """A record as one line of JSON."""
    return json.dumps(record, ensure_ascii=False) + "\n"
