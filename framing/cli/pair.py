"""`framing pair`: which articles report the same event."""

from __future__ import annotations

import json
from collections.abc import Sequence

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
    remark,
    write_text,
)
from framing.model.article import Article
from framing.model.pairing import MOST_LISTED, Pairing


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("pair")
    def pair(inputs: Inputs, output: OutFile = "-", zones: ZonesOption = Zones.detect, strict: Strict = False, quiet: Quiet = False) -> None:
        """Group articles (stories) that report the same event, with reasons (framing.pairs/1).

        Every story is in one event. Pairs are listed with their verdict; an event of more than 50 stories is listed by its first story.

        Example: framing pair articles/ -o events.json
        """
        TERMINAL.quiet = TERMINAL.quiet or quiet
        loaded = read_inputs(inputs, zones)
        with progress("pairing stories"):
            from framing import pipeline
            from framing.report.to_json import pairing_record

            pairing = pipeline.pair(loaded.articles)
        for line in remarks(loaded.articles, pairing):
            remark(line)
        write_text(output, [json.dumps(pairing_record(pairing), ensure_ascii=False, indent=1) + "\n"])
        end(loaded, strict)


def remarks(articles: Sequence[Article], pairing: Pairing) -> list[str]:
    """What a reader of the pairs should know about the input."""
    found = ["one article: there is nothing to pair it with"] if len(articles) == 1 else []
    undated = sum(article.published is None for article in articles)
    if len(articles) > 1 and undated:
        found.append(f"{undated} of {len(articles)} articles have no date: they are paired by their words alone")
    return found + [f"{len(cluster.members)} stories report one event ({cluster.event}): its pairs are listed against article {cluster.members[0].id} only"
                    for cluster in pairing.clusters if len(cluster.members) > MOST_LISTED]
