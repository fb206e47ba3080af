"""`framing pair`: which articles report the same event."""

from __future__ import annotations

import json

import typer

from framing.cli.console import (
    TERMINAL,
    Inputs,
    OutFile,
    Quiet,
    Strict,
    Zones,
    ZonesOption,
    end,
    progress,
    read_inputs,
    write_text,
)


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("pair")
    def pair(inputs: Inputs, output: OutFile = "-", zones: ZonesOption = Zones.detect, strict: Strict = False, quiet: Quiet = False) -> None:
        """Group articles (stories) that report the same event, with reasons (framing.pairs/1).

        Example: framing pair articles/ -o events.json
        """
        TERMINAL.quiet = TERMINAL.quiet or quiet
        loaded = read_inputs(inputs, zones)
        with progress("pairing stories"):
            from framing import pipeline
            from framing.report.to_json import pairing_record

            record = pairing_record(pipeline.pair(loaded.articles))
        write_text(output, [json.dumps(record, ensure_ascii=False, indent=1) + "\n"])
        end(loaded, strict)
