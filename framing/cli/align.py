"""`framing align`: aligned passages of two articles, and what is only in one."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from framing.cli.console import (
    Config,
    JsonAnyway,
    NoColour,
    OutFile,
    Quiet,
    Verbose,
    Zones,
    ZonesOption,
    progress,
    remark,
    write_text,
)
from framing.cli.inputs import read_inputs
from framing.cli.verbose import tell_annotations, tell_versions
from framing.errors import FramingError


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("align", short_help="Line up the passages of two articles.")
    def align(
        a: Annotated[str, typer.Argument(metavar="A", help="The first article.")],
        b: Annotated[str, typer.Argument(metavar="B", help="The second article.")],
        output: OutFile = "-",
        zones: ZonesOption = Zones.detect,
        config: Config = None,
        as_json: JsonAnyway = True,
        quiet: Quiet = False,
        verbose: Verbose = False,
        no_color: NoColour = False,
    ) -> None:
        """Line up the passages of two articles that say the same, and list what only one of them has, as JSON (framing.alignment/1).

        Example: framing align north.txt south.txt
        """
        loaded = read_inputs([a, b], zones, config=config)
        if len(loaded.articles) != 2:
            raise FramingError(f"an alignment needs two articles; these inputs hold {len(loaded.articles)}")
        if len({article.text.strip() for article in loaded.articles}) == 1:
            remark("the two articles hold the same text")
        with progress("loading the language model"):
            from framing import pipeline
            from framing.align.passages import check_length
            from framing.report.to_json import alignment_record

            documents = pipeline.clean(loaded.articles)
            for document in documents:
                check_length(document)
            tools = pipeline.load_tools()
            tell_versions(tools)
            left, right = pipeline.annotate_documents(documents, tools)
            tell_annotations([left, right])
            record = alignment_record(pipeline.align(left, right))
        write_text(output, [json.dumps(record, ensure_ascii=False) + "\n"])
