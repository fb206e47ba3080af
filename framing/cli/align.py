"""`framing align`: aligned passages of two articles, and what is only in one."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from framing.cli.console import TERMINAL, OutFile, Quiet, Zones, ZonesOption, progress, read_inputs, write_text
from framing.errors import FramingError


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("align")
    def align(
        a: Annotated[str, typer.Argument(metavar="A", help="The first article.")],
        b: Annotated[str, typer.Argument(metavar="B", help="The second article.")],
        output: OutFile = "-",
        zones: ZonesOption = Zones.detect,
        quiet: Quiet = False,
    ) -> None:
        """Line up the passages of two articles (framing.alignment/1).

        Example: framing align north.txt south.txt
        """
        TERMINAL.quiet = TERMINAL.quiet or quiet
        loaded = read_inputs([a, b], zones)
        if len(loaded.articles) != 2:
            raise FramingError(f"an alignment needs two articles; these inputs hold {len(loaded.articles)}")
        with progress("loading the language model"):
            from framing import pipeline
            from framing.align.passages import check_length
            from framing.report.to_json import alignment_record

            documents = pipeline.clean(loaded.articles)
            for document in documents:
                check_length(document)
            left, right = pipeline.annotate_documents(documents, pipeline.load_tools())
            record = alignment_record(pipeline.align(left, right))
        write_text(output, [json.dumps(record, ensure_ascii=False) + "\n"])
