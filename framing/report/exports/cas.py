"""UIMA CAS (XMI) with its type system, for INCEpTION and other UIMA programs; needs dkpro-cassis.

Places in the file count UTF-16 units, as Java does; cassis converts them.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any, Final

from framing.errors import OutputError
from framing.report.exports.layers import Mark, Marked, whole_spans
from framing.report.exports.places import xml_stored

HOW_TO: Final = "UIMA CAS needs dkpro-cassis: pip install 'framing-compare[cas]'"
SENTENCE: Final = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"  # DKPro's, which INCEpTION and many others know
TYPES: Final = {"zone": "framing.type.Zone", "attribution": "framing.type.Attribution", "loaded": "framing.type.LoadedTerm",
                "label": "framing.type.Label", "tone": "framing.type.Tone"}
LINK_TYPES: Final = {"attribution": "framing.type.AttributionLink", "tone": "framing.type.ToneLink"}
# The notes that become features of their own, by layer; names as UIMA wants them.
_FEATURES: Final = {
    "zone": ("rule", "story"),
    "attribution": ("speaker", "kind", "source-type", "cue-class", "stance", "zone", "rule"),
    "loaded": ("voice", "speaker", "term", "tier", "polarity", "target", "plainer", "zone", "rule"),
    "label": ("voice", "speaker", "referent", "form", "zone", "rule"),
    "tone": ("voice", "speaker", "target", "valence", "zone"),
}


def cas_available() -> bool:
    """Whether dkpro-cassis is installed."""
    return _cassis() is not None


def files(articles: Sequence[Marked]) -> dict[str, bytes]:
    """`.xmi` an article, and TypeSystem.xml for all.

    Raises:
        OutputError: dkpro-cassis is not installed; the message says how to get it.
    """
    cassis = _cassis()
    if cassis is None:
        raise OutputError(HOW_TO)
    system = _type_system(cassis)
    made = {"TypeSystem.xml": system.to_xml().encode()}
    for one in articles:
        made[f"{one.stem}.xmi"] = _cas(cassis, system, whole_spans(one)).to_xmi(pretty_print=True).encode()
    return made


def _cassis() -> Any:
    try:
        return importlib.import_module("cassis")
    except ImportError:
        return None


def _type_system(cassis: Any) -> Any:
    system = cassis.TypeSystem()
    system.create_type(name=SENTENCE, supertypeName="uima.tcas.Annotation")
    for layer, name in TYPES.items():
        made = system.create_type(name=name, supertypeName="uima.tcas.Annotation")
        system.create_feature(made, "value", "uima.cas.String")
        for note in _FEATURES[layer]:
            system.create_feature(made, _feature(note), "uima.cas.String")
        system.create_feature(made, "confidence", "uima.cas.Double")
        if layer in LINK_TYPES:  # named as INCEpTION's relation layers name them
            link = system.create_type(name=LINK_TYPES[layer], supertypeName="uima.tcas.Annotation")
            system.create_feature(link, "Governor", name)
            system.create_feature(link, "Dependent", name)
            system.create_feature(link, "value", "uima.cas.String")
    return system


def _cas(cassis: Any, system: Any, one: Marked) -> Any:
    document = one.annotation.document
    known = document.article.language
    cas = cassis.Cas(typesystem=system, document_language=xml_stored(known.value) if known else "x-unspecified")
    cas.sofa_string, cas.sofa_mime = xml_stored(one.text), "text/plain"
    sentence = system.get_type(SENTENCE)
    cas.add_all([sentence(begin=row.span.start, end=row.span.end) for row in document.sentences])
    made = {mark.id: _feature_structure(system, mark) for mark in one.marks}
    cas.add_all(list(made.values()))
    layers = {mark.id: mark.layer for mark in one.marks}
    for link in one.links:
        end = made[link.end]
        name = LINK_TYPES.get(layers[link.start])
        if name is not None:
            cas.add(system.get_type(name)(begin=end.begin, end=end.end, Governor=made[link.start], Dependent=end, value=link.kind))
    return cas


def _feature_structure(system: Any, mark: Mark) -> Any:
    (span,) = mark.spans
    notes = {_feature(name): xml_stored(_words(value)) for name, value in mark.notes if name in _FEATURES[mark.layer]}
    return system.get_type(TYPES[mark.layer])(begin=span.start, end=span.end, value=mark.label, confidence=mark.score, **notes)


def _words(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _feature(note: str) -> str:
    """"source-type" -> "sourceType": UIMA takes no hyphen in a name."""
    first, *more = note.split("-")
    return first + "".join(word.capitalize() for word in more)
