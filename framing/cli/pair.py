"""`framing pair`: which articles report the same event."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from framing.cli.console import (
    TERMINAL,
    Config,
    Inputs,
    JsonAnyway,
    NoColour,
    OutFile,
    Quiet,
    Strict,
    Verbose,
    Zones,
    ZonesOption,
    progress,
    remark,
    write_text,
)
from framing.cli.inputs import end, read_inputs
from framing.cli.verbose import tell_documents

if TYPE_CHECKING:
    from framing.model.article import Article
    from framing.model.pairing import Pairing


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("pair", short_help="Say which articles report the same event, and why.")
    def pair(
        inputs: Inputs,
        output: OutFile = "-",
        zones: ZonesOption = Zones.detect,
        config: Config = None,
        as_json: JsonAnyway = True,
        strict: Strict = False,
        quiet: Quiet = False,
        verbose: Verbose = False,
        no_color: NoColour = False,
    ) -> None:
        """Say which articles report the same event, with the reasons for each pair, as JSON (framing.pairs/1).

        Each story of each article is put into one event, alone if need be. Pairs of stories bear a verdict: same-event, same-topic or
        near-duplicate. Of an event of more than 50 stories only the pairs with its first story are listed.

        Example: framing pair articles/ -o events.json
        """
        loaded = read_inputs(inputs, zones, config=config)
        with progress("pairing stories"):
            from framing import pipeline
            from framing.report.to_json import pairing_record

            if TERMINAL.verbose:
                tell_documents(pipeline.clean(loaded.articles))
            pairing = pipeline.pair(loaded.articles)
        for line in remarks(loaded.articles, pairing):
            remark(line)
        write_text(output, [json.dumps(pairing_record(pairing), ensure_ascii=False, indent=1) + "\n"])
        end(loaded, strict)


def remarks(articles: Sequence[Article], pairing: Pairing) -> list[str]:
    """What a reader of the pairs should know about the input."""
    from framing.model.pairing import MOST_LISTED

    found = ["one article: there is nothing to pair it with"] if len(articles) == 1 else []
    undated = sum(article.published is None for article in articles)
    if len(articles) > 1 and undated:
        found.append(f"{undated} of {len(articles)} articles have no date: they are paired by their words alone")
    return found + [f"{len(cluster.members)} stories report one event ({cluster.event}): its pairs are listed against article {cluster.members[0].id} only"
                    for cluster in pairing.clusters if len(cluster.members) > MOST_LISTED]
