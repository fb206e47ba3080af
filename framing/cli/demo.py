"""`framing demo`: the main job on a bundled event, and a classroom pack of it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

import typer

import framing
from framing.cli.compare import REPORT, run_comparison
from framing.cli.console import NoColour, Quiet, Verbose, Zones, remark
from framing.cli.exercise import write_demo_pack
from framing.errors import FramingError


def seeds_folder() -> Path:
    """Where the bundled events lie: inside the installed package, or beside it in a checkout.

    Raises:
        FramingError: neither is there.
    """
    package = Path(framing.__file__).parent
    for folder in (package / "seeds", package.parent / "seeds"):
        if folder.is_dir():
            return folder
    raise FramingError("the bundled events are not installed; install the package again")


def events() -> list[str]:
    """Names of the bundled events, in order."""
    return sorted(path.parent.name for path in seeds_folder().glob("*/gold.toml"))


def articles_of(event: str) -> list[str]:
    """The articles of a bundled event that its framing.toml names under `[demo]`, else all, by name.

    Raises:
        typer.BadParameter: there is no such event.
    """
    folder = seeds_folder() / event
    if event not in events():
        raise typer.BadParameter(f"{event}: no such event; choose from {', '.join(events())}")
    settings = tomllib.loads((folder / "framing.toml").read_text(encoding="utf-8"))
    named = settings.get("demo", {}).get("articles", [])
    every = [path.name for path in sorted(folder.iterdir()) if path.suffix in {".txt", ".html", ".md"} and path.stem != "README"]
    return [str(folder / name) for name in named or every]


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("demo", short_help="Make the report and the pack of a bundled event.")
    def demo(
        event: Annotated[str | None, typer.Argument(metavar="EVENT", help="The event; default: change-of-power.", autocompletion=lambda: events())] = None,
        output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Folder for the reports, each in a folder of its event's name.")] = Path("reports"),
        every: Annotated[bool, typer.Option("--all", help="Every bundled event, and an index.html of the reports.")] = False,
        overwrite: Annotated[bool, typer.Option("--overwrite", help="Write even if the event's folder holds other files, which stay; an earlier report is replaced in any case.")] = False,
        quiet: Quiet = False,
        verbose: Verbose = False,
        no_color: NoColour = False,
    ) -> None:
        """Compare the articles of a bundled (invented) event and write the report, with a classroom pack in its folder `pack`.

        Example: framing demo harbour-strike -o reports
        """
        if every and event is not None:
            raise typer.BadParameter(f"{event} and --all: give one of them")
        wanted = events() if every else [event or "change-of-power"]
        for name in wanted:
            remark(f"{name}: an invented event, written for this project")
            comparison = run_comparison(articles_of(name), output / name, formats=REPORT, zones=Zones.detect, overwrite=overwrite)
            write_demo_pack(comparison, output / name / "pack", overwrite=overwrite)
        if every:
            from framing.report.write import write_index  # heavy, so not imported for --help

            remark(f"all reports: open {write_index(output)}")
