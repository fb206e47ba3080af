"""`framing annotate`: one JSON object a line an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.console import (
    Config,
    Inputs,
    Lexicons,
    NoColour,
    Quiet,
    Strict,
    Verbose,
    Zones,
    ZonesOption,
    as_line,
    progress,
    remark,
    write_text,
)
from framing.cli.formats import EXPORTS
from framing.cli.inputs import end, read_inputs
from framing.cli.verbose import tell_annotations, tell_versions

if TYPE_CHECKING:
    from framing.model.annotation import Annotation
    from framing.model.article import Article
    from framing.pipeline import Tools

FORMATS = ("jsonl", *EXPORTS)
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


def annotated(articles: Sequence[Article], tools: Tools, say: Callable[[str], None]) -> Iterator[Annotation]:
    """The articles annotated, in order, a batch at a time."""
    from framing import pipeline

    done = 0
    for batch in batches(articles):
        found = pipeline.annotate(batch, tools)
        tell_annotations(found)
        yield from found
        done += len(batch)
        say(f"annotated {done} of {len(articles)} articles")


def annotate_lines(articles: Sequence[Article], tools: Tools, *, all_terms: bool, say: Callable[[str], None]) -> Iterator[str]:
    """One line of JSON an article, in order."""
    from framing.report.to_json import annotation_record

    for annotation in annotated(articles, tools, say):
        yield as_line(annotation_record(annotation, all_terms=all_terms))


def check_options(form: str, output: str, all_terms: bool) -> None:
    """See that the options go together.

    Raises:
        typer.BadParameter: an unknown format, or one that is a folder of files without a folder's name.
    """
    if form not in FORMATS:
        raise typer.BadParameter(f"--format {form}: choose from {', '.join(FORMATS)}")
    if form != "jsonl" and output in {"-", ""}:
        raise typer.BadParameter(f"--format {form} writes a folder of files: name it with -o DIR")
    if form != "jsonl" and all_terms:
        raise typer.BadParameter("--all goes with --format jsonl: the other formats hold what counts")


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("annotate", short_help="Write what is found in each article as JSON Lines.")
    def annotate(
        inputs: Inputs,
        output: Annotated[str, typer.Option("--output", "-o", metavar="FILE|DIR", help="Write to FILE, - is standard output; formats other than jsonl need a folder.")] = "-",
        form: Annotated[str, typer.Option("--format", metavar="NAME", help=f"One of {', '.join(FORMATS)}.", autocompletion=lambda: list(FORMATS))] = "jsonl",
        zones: ZonesOption = Zones.detect,
        all_terms: Annotated[bool, typer.Option("--all", help="Add the terms that were weighed and not counted, with the reason.")] = False,
        lexicon: Lexicons = None,
        overwrite: Annotated[bool, typer.Option("--overwrite", help="Write even if DIR holds other files, which stay; an earlier export is replaced in any case.")] = False,
        config: Config = None,
        strict: Strict = False,
        quiet: Quiet = False,
        verbose: Verbose = False,
        no_color: NoColour = False,
    ) -> None:
        """Write what is found in each article as JSON Lines (framing.annotation/1), or in a format of annotation tools.

        Example: framing annotate --zones none corpus.jsonl -o annotated.jsonl

        Example: framing annotate one.html two.txt --format brat -o marked
        """
        check_options(form, output, all_terms)
        if form != "jsonl":
            from framing.report.write import check_export_folder  # heavy, so not imported for --help

            check_export_folder(Path(output), overwrite=overwrite)
        loaded = read_inputs(inputs, zones, config=config)
        with progress("loading the language model") as say:
            from framing import pipeline

            tools = pipeline.load_tools(lexicon or [])
            tell_versions(tools)
            if form == "jsonl":
                write_text(output, annotate_lines(loaded.articles, tools, all_terms=all_terms, say=say))
            else:
                from framing.report.write import write_export

                files = write_export(list(annotated(loaded.articles, tools, say)), Path(output), form, overwrite=overwrite)
                remark(f"{len(files)} files in {output}")
        end(loaded, strict)
