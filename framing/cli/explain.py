"""`framing explain`: why a span is in a given voice, zone and count, and what was weighed there and dropped."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.cli.console import (
    Config,
    Lexicons,
    NoColour,
    Quiet,
    Verbose,
    Zones,
    ZonesOption,
    progress,
    shown,
)
from framing.cli.inputs import read_inputs
from framing.cli.verbose import tell_annotations, tell_versions
from framing.errors import FramingError

if TYPE_CHECKING:
    from framing.model.annotation import Annotation
    from framing.model.article import Span


def check_question(at: str | None, find: str | None) -> None:
    """See that one place is asked about, in a form that can be looked up: before anything is read.

    Raises:
        typer.BadParameter: neither or both are given, no words, or no numbers.
    """
    if (at is None) == (find is None):
        raise typer.BadParameter("say where to look: --find WORDS or --at START[:END]" + (", not both" if at is not None else ""))
    if find is not None and not find.split():
        raise typer.BadParameter("--find needs words to look for")
    numbers = re.fullmatch(r"([0-9]{1,12})(?::([0-9]{1,12}))?", at) if at is not None else None
    if at is not None and (numbers is None or (numbers[2] and int(numbers[2]) <= int(numbers[1]))):
        raise typer.BadParameter(f"--at {at[:40]}: give the number of a character, or START:END with END above START")


def find_spans(text: str, at: str | None, find: str | None) -> list[Span]:
    """The spans asked about: "120", "120:140", or every place where some words stand (any white space between them).

    `at` and `find` are as `check_question` lets them pass.

    Raises:
        FramingError: no such place in the text.
    """
    from framing.model.article import Span

    if at is not None:
        first, _, last = at.partition(":")
        start = int(first)
        end = int(last) if last else start + 1
        if not start < end <= len(text):
            raise FramingError(f"--at {at}: the text has {len(text)} characters")
        return [Span(start, end)]
    spans = [Span(*found.span()) for found in re.finditer(r"\s+".join(map(re.escape, (find or "").split())), text, re.IGNORECASE)]
    if not spans:
        raise FramingError(f"--find {find}: these words do not stand in the text")
    return spans


def explain_span(annotation: Annotation, span: Span) -> dict[str, Any]:
    """Everything known about one span: zone and its rule, voice and what decided it, terms, labels, tone, and what was dropped."""
    reading = annotation.reading
    text = reading.text
    block = next((one for one in reading.document.blocks if one.span.overlaps(span)), None)
    voice, speaker = reading.voice_at(span)
    voiced = next((one for one in reading.voices if one.span.start <= span.start < one.span.end), None)
    sentence = reading.sentence_at(span.start)
    record: dict[str, Any] = {
        "span": list(span), "words": " ".join(text[span.start:span.end].split()),
        "zone": block.zone if block else "none", "zone_rule": block.rule if block else "", "story": block.story if block else None,
        "voice": voice, "speaker": speaker, "voice_rule": voiced.rule if voiced else "own.default: in nobody's content and in no quotation marks",
        "sentence": " ".join(text[sentence.span.start:sentence.span.end].split()) if sentence else None,
    }
    if voiced is not None and voiced.attribution is not None:
        item = reading.attributions[voiced.attribution]
        record["attribution"] = {
            "source": [text[s:e] for s, e in item.source], "cue": [text[s:e] for s, e in item.cue],
            "content": [" ".join(text[s:e].split()) for s, e in item.content], "kind": item.directness, "source_type": item.source_type,
            "cue_class": item.cue_class, "rule": item.rule, "confidence": item.confidence}
    record["loaded_terms"] = [_term(one) for one in annotation.loaded_terms if one.span.overlaps(span)]
    record["considered"] = [_term(one) for one in annotation.considered if one.span.overlaps(span)]
    record["labels"] = [{"label": one.label, "referent": one.referent, "form": one.form, "voice": one.voice, "speaker": one.speaker,
                         "evaluation": one.evaluation, "set": one.contested, "rule": one.rule} for one in annotation.labels if one.span.overlaps(span)]
    record["tone"] = [{"target": one.target, "polarity": one.polarity, "valence": one.valence, "voice": one.voice, "confidence": one.confidence}
                      for one in annotation.tone if one.mention.overlaps(span)]
    return record


def _term(one: Any) -> dict[str, Any]:
    return {"term": one.term, "entry": one.entry, "category": one.category, "tier": one.tier, "voice": one.voice, "target": one.target,
            "plainer": list(one.plainer), "decision": one.decision, "rule": one.rule, "confidence": one.confidence}


def print_explanation(record: dict[str, Any]) -> None:
    """The record as indented lines, empty parts left out."""
    for key, value in record.items():
        if value in (None, [], ""):
            continue
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for row in value:
                print(f"{key}:")
                for name, said in row.items():
                    if said not in (None, [], ""):
                        print(shown(f"  {name}: {said}"))
        elif isinstance(value, dict):
            print(f"{key}:")
            for name, said in value.items():
                print(shown(f"  {name}: {said}"))
        else:
            print(shown(f"{key}: {value}"))


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("explain", short_help="Say why words are in their voice, zone and count.")
    def explain(
        article: Annotated[str, typer.Argument(metavar="ARTICLE", help="One article: a file, or - for standard input.")],
        find: Annotated[str | None, typer.Option("--find", metavar="WORDS", help="Explain every place where these words stand, in capitals or not.")] = None,
        at: Annotated[str | None, typer.Option("--at", metavar="START[:END]", help="Explain these characters, counted from 0.")] = None,
        zones: ZonesOption = Zones.detect,
        lexicon: Lexicons = None,
        as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
        config: Config = None,
        quiet: Quiet = False,
        verbose: Verbose = False,
        no_color: NoColour = False,
    ) -> None:
        """Say why a span is in a given voice, zone and count, and what was considered there and dropped.

        Example: framing explain north.txt --find "coup attempt"
        """
        check_question(at, find)
        loaded = read_inputs([article], zones, config=config)
        if len(loaded.articles) > 1:
            raise FramingError(f"{article}: holds {len(loaded.articles)} articles; explain looks at one")
        spans = find_spans(loaded.articles[0].text, at, find)
        with progress("loading the language model"):
            from framing import pipeline

            tools = pipeline.load_tools(lexicon or [])
            tell_versions(tools)
            annotation = pipeline.annotate(loaded.articles[:1], tools)[0]
            tell_annotations([annotation])
        records = [explain_span(annotation, span) for span in spans]
        if as_json:
            print(json.dumps(records, ensure_ascii=False, indent=1))
            return
        for k, record in enumerate(records):
            if k:
                print()
            print_explanation(record)
