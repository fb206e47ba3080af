"""What every export writes: the marks of an article with their places in its text, and the links between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from framing.model.annotation import Annotation
from framing.model.article import Span
from framing.model.document import VOICES, ZONES
from framing.model.findings import Attribution, Label, LoadedTerm, Tone
from framing.report.exports.places import xml_stored

Layer = Literal["zone", "attribution", "loaded", "label", "tone"]
Value = str | int | float | bool

LAYERS: Final[tuple[Layer, ...]] = ("zone", "attribution", "loaded", "label", "tone")
PARTS: Final = ("source", "cue", "content", "via")  # of an attribution; PARC 3 names the first three
SIDES: Final = {-1: "negative", 0: "neutral", 1: "positive"}
# The labels that every article may bear; those of loaded terms are the lexicon's categories, so each set of articles adds its own.
FIXED: Final[dict[Layer, tuple[str, ...]]] = {
    "zone": tuple(zone for zone in ZONES if zone != "body"),
    "attribution": PARTS,
    "loaded": (),
    "label": ("label", "minus", "plain", "plus"),
    "tone": (*SIDES.values(), "target"),
}
# link -> layer of the marks that it ties, the one it starts from, the one it ends at
LINKS: Final[dict[str, Layer]] = {"source": "attribution", "cue": "attribution", "via": "attribution", "nested-in": "attribution",
                                  "target": "tone"}
CONTINUES: Final = "continues"  # ties the later spans of a broken mark to its first, where a format knows whole spans only


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: a layer's label on one or several spans of the text, in order.

    `id` is unique in its article and the same on each run. `notes` are further facts, by name; `score` is the confidence, 0 to 1,
    None where none is known.
    """

    id: str
    layer: Layer
    label: str
    spans: tuple[Span, ...]
    notes: tuple[tuple[str, Value], ...] = ()
    score: float | None = None

    @property
    def name(self) -> str:
        """Layer and label as one word, for formats with a single list of labels: "attribution-source"."""
        return f"{self.layer}-{self.label}"

    @property
    def voice(self) -> str | None:
        """The voice noted, if any."""
        return next((str(value) for name, value in self.notes if name == "voice"), None)


@dataclass(frozen=True, slots=True)
class Link:
    """A tie from the mark `start` to the mark `end` (ids), both of one layer."""

    kind: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Marked:
    """One article with its marks and links, ready to be written. `stem` is the name its files bear, without ending."""

    stem: str
    annotation: Annotation
    marks: tuple[Mark, ...]
    links: tuple[Link, ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.annotation.document.text


def mark_article(annotation: Annotation, stem: str) -> Marked:
    """All marks of an article, layer by layer, each in the order of the text.

    Zones but body are marked: what no zone mark covers is body. Spans lose white space at their ends; a mark without any letter is
    left out, with its links. An attribution is a mark for each of its parts, with links from its content (or its cue, where it
    has no content) to the others; so is a tone, from the passage judged to the words that name its target.
    """
    text = annotation.document.text
    made: list[Mark] = []
    links: list[Link] = []
    made += [Mark(f"zone-{k}", "zone", block.zone, (block.span,), (("rule", block.rule), ("story", block.story)))
             for k, block in enumerate(annotation.document.blocks) if block.zone != "body"]
    attributions = annotation.reading.attributions
    for k, one in enumerate(attributions):
        made += _attribution(k, one)
        links += _ties(k, one, attributions)
    made += [_loaded(k, one) for k, one in enumerate(annotation.loaded_terms)]
    made += [_label(k, one) for k, one in enumerate(annotation.labels)]
    for k, tone in enumerate(annotation.tone):
        made += _tone(k, tone)
        links.append(Link("target", f"tone-{k}", f"tone-{k}-target"))
    marks = tuple(_in_order(_trimmed(made, text)))
    known = {mark.id for mark in marks}
    return Marked(stem, annotation, marks, tuple(link for link in links if link.start in known and link.end in known))


def whole_spans(marked: Marked) -> Marked:
    """The same for formats that know no broken spans: each further span is a mark of its own, tied to the first by `CONTINUES`."""
    marks: list[Mark] = []
    links = list(marked.links)
    for mark in marked.marks:
        first, *more = mark.spans
        marks.append(replace(mark, spans=(first,)))
        for n, span in enumerate(more, start=2):
            marks.append(replace(mark, id=f"{mark.id}.{n}", spans=(span,)))
            links.append(Link(CONTINUES, f"{mark.id}.{n}", mark.id))
    return replace(marked, marks=tuple(_in_order(marks)), links=tuple(links))


def labels_of(articles: Iterable[Marked]) -> dict[Layer, tuple[str, ...]]:
    """The labels of each layer: the fixed ones and, after them, those that only these articles bear, by name."""
    seen = sorted({(mark.layer, mark.label) for one in articles for mark in one.marks})
    return {layer: (*FIXED[layer], *(label for where, label in seen if where == layer and label not in FIXED[layer])) for layer in LAYERS}


def voices() -> tuple[str, ...]:
    """The voices that a mark may note."""
    return VOICES


def _attribution(k: int, one: Attribution) -> Iterator[Mark]:
    shared: tuple[tuple[str, Value], ...] = (("kind", one.directness), ("source-type", one.source_type), ("cue-class", one.cue_class),
                                             ("stance", one.stance), ("zone", one.zone), ("rule", one.rule))
    if one.speaker is not None:
        shared = (("speaker", one.speaker), *shared)
    for part in PARTS:
        yield Mark(f"attribution-{k}-{part}", "attribution", part, getattr(one, part), shared, one.confidence)


def _head(k: int, one: Attribution) -> str:
    """The id of the mark that an attribution's links start from."""
    return f"attribution-{k}-{next((part for part in ('content', 'cue', 'source') if getattr(one, part)), 'content')}"


def _ties(k: int, one: Attribution, every: Sequence[Attribution]) -> Iterator[Link]:
    head = _head(k, one)
    for part in PARTS:
        end = f"attribution-{k}-{part}"
        if part != "content" and end != head:
            yield Link(part, head, end)
    if one.nested_in is not None and one.nested_in < len(every):
        yield Link("nested-in", head, _head(one.nested_in, every[one.nested_in]))


def _voiced(voice: str, speaker: str | None) -> tuple[tuple[str, Value], ...]:
    return (("voice", voice),) if speaker is None else (("voice", voice), ("speaker", speaker))


def _loaded(k: int, one: LoadedTerm) -> Mark:
    notes: list[tuple[str, Value]] = [*_voiced(one.voice, one.speaker), ("term", one.term), ("tier", one.tier), ("polarity", one.polarity)]
    if one.target is not None:
        notes.append(("target", one.target))
    if one.plainer:
        notes.append(("plainer", ", ".join(one.plainer)))
    return Mark(f"loaded-{k}", "loaded", xml_stored(one.category), (one.span,), (*notes, ("zone", one.zone), ("rule", one.rule)), one.confidence)


def _label(k: int, one: Label) -> Mark:
    notes: tuple[tuple[str, Value], ...] = (*_voiced(one.voice, one.speaker), ("referent", one.referent), ("label", one.label), ("form", one.form),
                                            ("zone", one.zone), ("rule", one.rule))
    return Mark(f"label-{k}", "label", xml_stored(one.evaluation or "label"), (one.span,), notes)


def _tone(k: int, one: Tone) -> tuple[Mark, Mark]:
    notes: tuple[tuple[str, Value], ...] = (*_voiced(one.voice, one.speaker), ("target", one.target), ("valence", one.valence), ("zone", one.zone))
    return (Mark(f"tone-{k}", "tone", SIDES[one.polarity], (one.span,), notes, one.confidence),
            Mark(f"tone-{k}-target", "tone", "target", (one.mention,), (("target", one.target),), one.confidence))


def _trimmed(marks: Iterable[Mark], text: str) -> Iterator[Mark]:
    for mark in marks:
        spans = tuple(sorted({trimmed for span in mark.spans if (trimmed := trim(text, span)) is not None}))
        if spans:
            yield replace(mark, spans=spans)


def trim(text: str, span: Span) -> Span | None:
    """The span without white space at its ends; None where nothing else is in it."""
    words = text[span.start:span.end]
    start = span.start + len(words) - len(words.lstrip())
    end = span.start + len(words.rstrip())
    return Span(start, end) if start < end else None


def _in_order(marks: Iterable[Mark]) -> list[Mark]:
    """By layer, then by place; longer first where two begin together."""
    return sorted(marks, key=lambda mark: (LAYERS.index(mark.layer), mark.spans[0].start, -mark.spans[-1].end, mark.id))
