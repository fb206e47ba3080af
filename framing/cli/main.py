"""The command `framing`: its options before a command's name, and the list of commands."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from framing.cli import align, annotate, audit, compare, demo, doctor, exercise, explain, grade, lexicon, pair
from framing.cli.console import TERMINAL, shown
from framing.cli.plain_help import PlainCommand
from framing.errors import FramingError, LexiconError, PackError
from framing.version import __version__

_HELP = """Compare how news outlets tell the same event: who speaks, what is missing, what each
calls the same thing, and in whose voice. Offline; no accounts, no scores, no verdicts.

\b
  framing demo                                 a report on a bundled event
  framing compare one.html two.txt -o out      a report on two articles
  framing exercise one.html two.txt -o pack    exercises for a class
  framing annotate articles.jsonl -o out.jsonl

An article is a file: .txt .md .html .docx .pdf; tables hold many: .jsonl .csv
.parquet; a folder gives all that are in it. Exit status: 0 done, 1 could not be
done, 2 wrong usage, 3 inputs skipped under --strict, 130 stopped by Ctrl-C.
"""

# typer carries click inside itself in newer versions and imports it in older ones: its errors are reached through its own names.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]
ClickError: type[Exception] = UsageError.__mro__[1]

# Without rich's boxes: help starts in a fifth of a second and reads well at 80 columns and in a pipe.
app = typer.Typer(name="framing", help=_HELP, rich_markup_mode=None, no_args_is_help=True, pretty_exceptions_enable=False,
                  context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
for _module in (compare, demo, exercise, grade, annotate, pair, align, explain, audit, doctor):
    _module.register(app)
app.add_typer(lexicon.app, name="lexicon", short_help="Look inside the lists of loaded terms and contested labels.")
for _command in (*app.registered_commands, *lexicon.app.registered_commands):
    _command.cls = PlainCommand


def _version(wanted: bool) -> None:
    if wanted:
        print(f"framing {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No remarks, errors only.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="More remarks: what was read, set aside and not counted.")] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colour; the environment's NO_COLOR does the same.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks, for reports of faults.")] = False,
) -> None:
    """Options that hold for every command; -q, -v and --no-color may stand after its name as well."""
    TERMINAL.quiet, TERMINAL.verbose, TERMINAL.debug, TERMINAL.colour = quiet, verbose, debug, not no_color


def _drop_output() -> None:
    """Let what is still unwritten go nowhere, or Python would complain of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run() -> None:
    """Entry point: 0 done, 1 could not be done, 2 wrong usage, 3 done with inputs skipped, 130 on Ctrl-C."""
    try:
        status = app(standalone_mode=False)
        sys.stdout.flush()
        if status == 130:  # newer versions of typer turn Ctrl-C into this status themselves
            print("framing: stopped", file=sys.stderr)
    except ClickError as error:
        error.show()  # type: ignore[attr-defined]
        status = 2 if isinstance(error, UsageError) else 1
    except (KeyboardInterrupt, typer.Abort):
        print("framing: stopped", file=sys.stderr)
        status = 130
    except typer.Exit as end:
        status = end.exit_code
    except FramingError as error:
        if TERMINAL.debug:
            raise
        for problem in error.problems if isinstance(error, LexiconError | PackError) else (str(error),):
            print(f"framing: {shown(problem)}", file=sys.stderr)
        status = 1
    except BrokenPipeError:
        _drop_output()  # the reader has gone: leave without a complaint
        status = 141
    except OSError as error:  # standard output on a full disk, a folder taken away under our feet
        if TERMINAL.debug:
            raise
        print(f"framing: {shown(str(error.filename or 'output'))}: {error.strerror or error}", file=sys.stderr)
        _drop_output()
        status = 1
    sys.exit(status if isinstance(status, int) else 0)

