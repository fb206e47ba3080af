"""`framing demo`: the main job on a bundled event, and a classroom pack of it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

import typer

import framing
from framing.cli.compare import REPORT, run_comparison
from framing.cli.console import TERMINAL, Quiet, Zones, remark
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
        FramingError: there is no such event.
    """
    folder = seeds_folder() / event
    if event not in events():
        raise FramingError(f"{event}: no such event; choose from {', '.join(events())}")
    settings = tomllib.loads((folder / "framing.toml").read_text(encoding="utf-8"))
    named = settings.get("demo", {}).get("articles", [])
    every = [path.name for path in sorted(folder.iterdir()) if path.suffix in {".txt", ".html", ".md"} and path.stem != "README"]
    return [str(folder / name) for name in named or every]


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("demo")
    def demo(
        event: Annotated[str | None, typer.Argument(help="The event; default: change-of-power. --all builds every one.")] = None,
        output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Folder for the reports.")] = Path("reports"),
        every: Annotated[bool, typer.Option("--all", help="Every bundled event.")] = False,
        quiet: Quiet = False,
    ) -> None:
        """Compare the articles of a bundled (invented) event and write the report, with a classroom pack in its folder `pack`.

        Example: framing demo harbour-strike -o reports
        """
        TERMINAL.quiet = TERMINAL.quiet or quiet
        wanted = events() if every else [event or "change-of-power"]
        for name in wanted:
            remark(f"{name}: an invented event, written for this project")
            write_demo_pack(run_comparison(articles_of(name), output / name, formats=REPORT, zones=Zones.detect), output / name / "pack")
        if every:
            from framing.report.write import write_index  # heavy, so not imported for --help

            remark(f"all reports: open {write_index(output)}")
