"""`framing lexicon`: looking inside the term lists."""

from __future__ import annotations

import csv
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.console import Lexicons
from framing.errors import FramingError

if TYPE_CHECKING:
    from framing.lexicons.entries import TermEntry
    from framing.lexicons.lexicon import Lexicon

app = typer.Typer(help="Look inside the lists of loaded terms and contested labels.", no_args_is_help=True, rich_markup_mode=None,
                  context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})

Json = Annotated[bool, typer.Option("--json", help="Print as JSON.")]


_COLUMNS = ("id", "category", "tier", "polarity", "forms", "plainer", "why")
_FIELDS = ("id", "category", "tier", "polarity", "intensity", "forms", "pos", "target", "plainer", "pair", "why", "fires", "silent", "since")


def _plain(value: object) -> object:
    """A field as JSON has it: a set in order, a tuple as a list."""
    return sorted(value) if isinstance(value, frozenset) else list(value) if isinstance(value, tuple) else value


def _load(extra: list[Path] | None) -> Lexicon:
    from framing.lexicons.lexicon import load_lexicon

    return load_lexicon(extra or [])


@app.command("list", short_help="Print the entries as CSV, or as JSON.")
def list_terms(
    category: Annotated[str | None, typer.Option("--category", metavar="NAME", help="The entries of one category, for example eval.")] = None,
    lexicon: Lexicons = None,
    only_sizes: Annotated[bool, typer.Option("--sizes", help="Count the entries and forms by category and tier instead.")] = False,
    as_json: Json = False,
) -> None:
    """Print the entries as CSV: id, category, tier, polarity, forms, plainer wording, why.

    Example: framing lexicon list --category eval
    """
    if only_sizes:
        _print_sizes(_load(lexicon), as_json=as_json)
        return
    rows = [entry for entry in _load(lexicon).entries if category in (None, entry.category)]
    if not rows:
        raise FramingError(f"{category}: no such category")
    if as_json:
        print(json.dumps([{name: _plain(getattr(entry, name)) for name in _COLUMNS} for entry in rows], ensure_ascii=False, indent=1))
        return
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for entry in rows:
        writer.writerow([entry.id, entry.category, entry.tier, entry.polarity, "; ".join(entry.forms), "; ".join(entry.plainer), entry.why])


def _print_sizes(loaded: Lexicon, *, as_json: bool) -> None:
    from framing.lexicons.sizes import size_report, sizes

    print(json.dumps([asdict(one) for one in sizes(loaded)], indent=1) if as_json else size_report(loaded))


@app.command("balance", short_help="Print how the entries are spread over the sides.")
def show_balance(lexicon: Lexicons = None, as_json: Json = False) -> None:
    """Print how blame and praise, mirrors of entries, and names in the label sets are spread over the sides."""
    from framing.lexicons.balance import balance, balance_report

    loaded = _load(lexicon)
    print(json.dumps(asdict(balance(loaded)), indent=1) if as_json else balance_report(loaded))


def _print_entry(entry: TermEntry) -> None:
    for name in _FIELDS:
        value = getattr(entry, name, None)
        if value not in (None, "", ()):
            print(f"{name:<10} {'; '.join(map(str, value if isinstance(value, tuple) else sorted(value))) if isinstance(value, tuple | frozenset) else value}")


@app.command("show", short_help="Print all that the lists say of one term.")
def show(
    term: Annotated[str, typer.Argument(metavar="TERM", help="An entry's id, or one of its forms; of several words, in quotation marks.")],
    lexicon: Lexicons = None,
    as_json: Json = False,
) -> None:
    """Print the entries for a term, with their reasons and examples, and the sets of contested labels that hold it.

    Example: framing lexicon show regime
    """
    loaded = _load(lexicon)
    entries = [entry for entry in loaded.entries if term in (entry.id, *entry.forms, *(form.replace("_", "-") for form in entry.forms))]
    sets = [one for one in loaded.sets if term == one.id or term in (*one.plus, *one.minus, *one.plain)]
    if not entries and not sets:
        raise FramingError(f"{term}: not in the lexicon; try framing lexicon list")
    if as_json:
        found = {"entries": [{name: _plain(getattr(one, name, None)) for name in _FIELDS} for one in entries], "sets": [asdict(one) for one in sets]}
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for entry in entries:
        _print_entry(entry)
        print()
    for one in sets:
        print(f"set        {one.id} ({one.topic}; {one.referent})\nplus       {'; '.join(one.plus)}\nminus      {'; '.join(one.minus)}\n"
              f"plain      {'; '.join(one.plain)}\nwhy        {one.why}\n")


@app.command("lint", short_help="Check lexicon files of your own.")
def lint_files(files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Lexicon files (TOML).")]) -> None:
    """Check lexicon files; every problem is named on a line of its own. Exits with 1 when there is one.

    Example: framing lexicon lint mine.toml
    """
    from framing.lexicons.lint import lint

    problems = lint(files)
    for problem in problems:
        print(problem)
    if problems:
        raise typer.Exit(1)
