"""W3C Web Annotation (JSON-LD): each mark an annotation that points into the article's text by position and by quotation.

Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017. Its positions count code points (4.2.5), as ours do.
"""

from __future__ import annotations

import base64
import hashlib
import json
import uuid
from collections.abc import Sequence
from typing import Any, Final

from framing.model.article import Span
from framing.report.escape import json_text
from framing.report.exports.layers import Link, Mark, Marked
from framing.report.exports.places import stored
from framing.version import __version__

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
AROUND: Final = 32  # code points of prefix and suffix: enough to tell a passage from its likes, and what other tools write

Record = dict[str, Any]


def files(articles: Sequence[Marked]) -> dict[str, bytes]:
    """Two files an article: its text, and an AnnotationCollection of all its marks."""
    made: dict[str, bytes] = {}
    for one in articles:
        made[f"{one.stem}.txt"] = stored(one.text).encode()
        made[f"{one.stem}.jsonld"] = json_text(collection(one)).encode()
    return made


def collection(one: Marked) -> Record:
    """All marks and links of an article as one AnnotationCollection with a single page.

    The text is named by its SHA-256 (RFC 6920), so that nobody can take another text for it; the page it came from is the scope.
    """
    text = stored(one.text)
    digest = hashlib.sha256(text.encode()).digest()
    name = "ni:///sha-256;" + base64.urlsafe_b64encode(digest).decode().rstrip("=")
    items = [*(_marked(mark, one, text, name) for mark in one.marks), *(_linked(link, name, k) for k, link in enumerate(one.links))]
    article = one.annotation.document.article
    return {
        "@context": CONTEXT,
        "id": _iri(name, "collection"),
        "type": "AnnotationCollection",
        "label": f"Framing marks of {stored(article.id)}",
        "generator": {"id": "urn:framing", "type": "Software", "name": f"framing {__version__}"},
        "total": len(items),
        "first": {"id": _iri(name, "page"), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _iri(name: str, part: str) -> str:
    """A name for a part, the same on each run: annotations must have IRIs (3.1)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{name}#{part}").urn


def _marked(mark: Mark, one: Marked, text: str, name: str) -> Record:
    facts = {"layer": mark.layer, "label": mark.label, **dict(mark.notes)}
    if mark.score is not None:
        facts["confidence"] = mark.score
    body = [{"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": mark.name},
            {"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": _facts(facts)}]
    targets = [_target(one, text, name, span) for span in mark.spans]
    return {"id": _iri(name, mark.id), "type": "Annotation", "motivation": "classifying", "body": body,
            "target": targets[0] if len(targets) == 1 else targets}


def _facts(facts: Record) -> str:
    return stored(json.dumps(facts, ensure_ascii=False))


def _target(one: Marked, text: str, name: str, span: Span) -> Record:
    article = one.annotation.document.article
    source: Record = {"id": name, "type": "Text", "format": "text/plain"}
    if article.language is not None:
        source["language"] = article.language.value
    target: Record = {"type": "SpecificResource", "source": source, "selector": selectors(text, span)}
    if article.url is not None and article.url.value.startswith(("http://", "https://")):
        target["scope"] = stored(article.url.value)
    return target


def selectors(text: str, span: Span) -> list[Record]:
    """Where the span lies, twice: by position, and by its words with those around them, which outlive an edit elsewhere."""
    quote: Record = {"type": "TextQuoteSelector", "exact": text[span.start:span.end],
                     "prefix": text[max(0, span.start - AROUND):span.start], "suffix": text[span.end:span.end + AROUND]}
    return [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, quote]


def _linked(link: Link, name: str, k: int) -> Record:
    body = [{"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": link.kind},
            {"type": "SpecificResource", "purpose": "linking", "source": _iri(name, link.end)}]
    return {"id": _iri(name, f"link-{k}"), "type": "Annotation", "motivation": "linking", "body": body, "target": _iri(name, link.start)}
