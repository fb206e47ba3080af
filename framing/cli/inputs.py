"""Inputs of a command, with what could not be read of them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from framing.cli.console import Zones, fail, shown
from framing.cli.verbose import tell_inputs

if TYPE_CHECKING:
    from framing.load import Loaded, Overrides


def read_inputs(inputs: Sequence[str], zones: Zones, overrides: Overrides | None = None, *, config: Path | None = None) -> Loaded:
    """Load all inputs; what could not be read is said on stderr, one line each.

    `config` is read in place of the configuration files beside the articles.

    Raises:
        typer.Exit: status 1, when nothing at all could be read.
    """
    from framing.load import Overrides, load_articles

    if "-" in inputs and sys.stdin.isatty():
        fail("standard input is a terminal; give a file, or pipe text in", 2)
    if inputs.count("-") > 1:
        fail("standard input can be read once; give - once", 2)
    said = overrides or Overrides()
    loaded = load_articles(inputs, zones=zones.value, overrides=replace(said, config=config or said.config), stdin=sys.stdin.buffer)
    for failure in loaded.failures:
        print(f"framing: {shown(failure.problem)}", file=sys.stderr)
    if not loaded.articles:
        raise typer.Exit(1)
    tell_inputs(loaded)
    return loaded


def end(loaded: Loaded, strict: bool) -> None:
    """Exit with 3 under --strict when an input was skipped."""
    if strict and loaded.failures:
        raise typer.Exit(3)

