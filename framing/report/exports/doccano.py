"""doccano: JSON Lines for a project of sequence labelling, with and without links.

Places count UTF-16 units, as doccano's editor does (unless a project counts grapheme clusters). Line ends are line feeds only.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from framing.report.escape import visible
from framing.report.exports.layers import CONTINUES, LAYERS, LINKS, Marked, labels_of, whole_spans
from framing.report.exports.places import lines_stored, utf16

_COLOURS: Final = {"zone": "#737373", "attribution": "#1f78b4", "loaded": "#b35806", "label": "#6a3d9a", "tone": "#33792b"}

Record = dict[str, Any]


def files(articles: Sequence[Marked]) -> dict[str, bytes]:
    """relations.jsonl (marks and links), spans.jsonl (marks alone), and the labels to set a project up with."""
    links = "".join(_line(with_links(one)) for one in articles)
    spans = "".join(_line(marks_alone(one)) for one in articles)
    return {"relations.jsonl": links.encode(), "spans.jsonl": spans.encode(), "span-types.json": _json(span_types(articles)).encode(),
            "relation-types.json": _json([{"text": kind} for kind in (*LINKS, CONTINUES)]).encode()}


def with_links(one: Marked) -> Record:
    """An article for a project that uses relations."""
    whole = whole_spans(one)
    to_unit = utf16(lines_stored(one.text))
    numbers = {mark.id: k for k, mark in enumerate(whole.marks)}
    return {**_facts(one),
            "entities": [{"id": numbers[mark.id], "label": mark.name, "start_offset": to_unit(mark.spans[0].start),
                          "end_offset": to_unit(mark.spans[0].end)} for mark in whole.marks],
            "relations": [{"id": k, "from_id": numbers[link.start], "to_id": numbers[link.end], "type": link.kind}
                          for k, link in enumerate(whole.links)]}


def marks_alone(one: Marked) -> Record:
    """An article for a project without relations: [start, end, label] a mark."""
    to_unit = utf16(lines_stored(one.text))
    return {**_facts(one), "label": [[to_unit(mark.spans[0].start), to_unit(mark.spans[0].end), mark.name] for mark in whole_spans(one).marks]}


def span_types(articles: Sequence[Marked]) -> list[Record]:
    """The labels, for "Import labels"."""
    labels = labels_of(articles)
    return [{"text": f"{layer}-{one}", "background_color": _COLOURS[layer], "text_color": "#ffffff"} for layer in LAYERS for one in labels[layer]]


def _facts(one: Marked) -> Record:
    """The text, and what doccano keeps as metadata: every key in every row, for it makes a number of a missing one and then fails."""
    article = one.annotation.document.article
    known = {"outlet": article.outlet, "title": article.title, "published": article.published, "url": article.url}
    facts = {name: visible(fact.value) if fact is not None else "" for name, fact in known.items()}
    return {"text": lines_stored(one.text), "article": visible(article.id), **facts}


def _line(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


def _json(rows: list[Record]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
