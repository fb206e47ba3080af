"""Label Studio: one JSON file of tasks with the marks as predictions, and the labelling interface that shows them.

Places count code points: the editor converts them to JavaScript's units itself. Line ends are line feeds only, for browsers fold CR LF.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from framing.report.escape import json_text, visible
from framing.report.exports.layers import CONTINUES, LAYERS, LINKS, Mark, Marked, labels_of, voices, whole_spans
from framing.report.exports.places import lines_stored
from framing.version import __version__

_COLOURS: Final = {"zone": "#737373", "attribution": "#1f78b4", "loaded": "#b35806", "label": "#6a3d9a", "tone": "#33792b"}
_TITLES: Final = {"zone": "Zones (body is not marked)", "attribution": "Attributions", "loaded": "Loaded terms", "label": "Labels", "tone": "Tone"}

Record = dict[str, Any]


def files(articles: Sequence[Marked]) -> dict[str, bytes]:
    """tasks.json, and label-config.xml for the project's settings."""
    return {"tasks.json": json_text([task(one) for one in articles]).encode(), "label-config.xml": configuration(articles).encode()}


def task(one: Marked) -> Record:
    """One article as a task with one prediction."""
    article = one.annotation.document.article
    whole = whole_spans(one)
    text = lines_stored(one.text)
    result = [row for mark in whole.marks for row in _regions(mark, text)]
    result += [{"from_id": link.start, "to_id": link.end, "type": "relation", "direction": "right", "labels": [link.kind]} for link in whole.links]
    facts = {"outlet": article.outlet, "title": article.title, "published": article.published, "url": article.url}
    return {"data": {"text": text, "id": visible(article.id), **{name: visible(known.value) for name, known in facts.items() if known is not None}},
            "predictions": [{"model_version": f"framing {__version__}", "result": result}]}


def _regions(mark: Mark, text: str) -> Iterator[Record]:
    """A mark's region and, where it has a voice, the choice of it for the same region."""
    (span,) = mark.spans
    place: Record = {"start": span.start, "end": span.end, "text": text[span.start:span.end]}
    row: Record = {"id": mark.id, "from_name": mark.layer, "to_name": "text", "type": "labels", "value": {**place, "labels": [mark.label]}}
    if mark.score is not None:
        row["score"] = mark.score
    facts = [f"{name}: {visible(str(value))}" for name, value in mark.notes if name != "voice"]
    yield {**row, "meta": {"text": facts}} if facts else row
    if mark.voice is not None:
        yield {"id": mark.id, "from_name": "voice", "to_name": "text", "type": "choices", "value": {**place, "choices": [mark.voice]}}


def configuration(articles: Sequence[Marked]) -> str:
    """The labelling interface: a row of labels a layer, the kinds of link, and the voice of a region."""
    labels = labels_of(articles)
    rows = ["<View>"]
    for layer in LAYERS:
        if not labels[layer]:
            continue
        rows += [f"  <Header value={quoteattr(_TITLES[layer])}/>", f'  <Labels name="{layer}" toName="text">']
        rows += [f'    <Label value={quoteattr(one)} background="{_COLOURS[layer]}"/>' for one in labels[layer]]
        rows.append("  </Labels>")
    rows += ["  <Relations>", *(f'    <Relation value="{kind}"/>' for kind in (*LINKS, CONTINUES)), "  </Relations>"]
    rows += ['  <Text name="text" value="$text" granularity="word"/>', '  <Choices name="voice" toName="text" perRegion="true" choice="single">']
    rows += [*(f'    <Choice value="{voice}"/>' for voice in voices()), "  </Choices>", "</View>", ""]
    return "\n".join(rows)
