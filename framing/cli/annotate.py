"""`framing annotate`: one JSON object a line an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.console import (
    TERMINAL,
    Inputs,
    Lexicons,
    OutFile,
    Quiet,
    Strict,
    Zones,
    ZonesOption,
    as_line,
    end,
    progress,
    read_inputs,
    write_text,
)

if TYPE_CHECKING:
    from framing.model.article import Article
    from framing.pipeline import Tools

_BATCH = 150_000  # characters parsed together: enough for full matrices, little memory


def batches(articles: Sequence[Article]) -> Iterator[list[Article]]:
    """Articles in runs of about `_BATCH` characters, in order."""
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += len(article.text)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def annotate_lines(articles: Sequence[Article], tools: Tools, *, all_terms: bool, say: Callable[[str], None]) -> Iterator[str]:
    """One line of JSON an article, in order."""
    from framing import pipeline
    from framing.report.to_json import annotation_record

    done = 0
    for batch in batches(articles):
        for annotation in pipeline.annotate(batch, tools):
            yield as_line(annotation_record(annotation, all_terms=all_terms))
        done += len(batch)
        say(f"annotated {done} of {len(articles)} articles")


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("annotate")
    def annotate(
        inputs: Inputs,
        output: OutFile = "-",
        zones: ZonesOption = Zones.detect,
        all_terms: Annotated[bool, typer.Option("--all", help="Add term hits that were considered and dropped, with the reason.")] = False,
        lexicon: Lexicons = None,
        strict: Strict = False,
        quiet: Quiet = False,
    ) -> None:
        """Write what is found in each article as JSON Lines (framing.annotation/1).

        Example: framing annotate --zones none corpus.jsonl -o annotated.jsonl
        """
        TERMINAL.quiet = TERMINAL.quiet or quiet
        loaded = read_inputs(inputs, zones)
        with progress("loading the language model") as say:
            from framing import pipeline

            tools = pipeline.load_tools(lexicon or [])
            write_text(output, annotate_lines(loaded.articles, tools, all_terms=all_terms, say=say))
        end(loaded, strict)
