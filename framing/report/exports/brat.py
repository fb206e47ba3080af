"""brat standoff: a text, its marks and links, and the configuration that shows them.

Source: brat standoff format and annotation configuration (brat 1.3). Places count code points; a mark may be broken, and may not hold a
line end, so one that crosses lines is broken at each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from framing.model.article import Span
from framing.report.exports.layers import LAYERS, LINKS, Mark, Marked, labels_of, trim, voices
from framing.report.exports.places import lines_stored

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_-]")
_COLOURS: Final = {"zone": "#d9d9d9", "attribution": "#a6cee3", "loaded": "#fdbf6f", "label": "#cab2d6", "tone": "#b2df8a"}  # ColorBrewer, Paired
_TITLES: Final = {"zone": "Zone", "attribution": "Attribution", "loaded": "Loaded term", "label": "Label", "tone": "Tone"}


def files(articles: Sequence[Marked]) -> dict[str, bytes]:
    """`.txt` and `.ann` an article, and annotation.conf and visual.conf for all."""
    made: dict[str, bytes] = {}
    for one in articles:
        text = lines_stored(one.text)
        made[f"{one.stem}.txt"] = text.encode()
        made[f"{one.stem}.ann"] = "".join(f"{line}\n" for line in standoff(one, text)).encode()
    return {**made, "annotation.conf": configuration(articles).encode(), "visual.conf": looks(articles).encode()}


def standoff(one: Marked, text: str) -> Iterator[str]:
    """The lines of the `.ann` file: marks (T), their voice (A), their further facts (#), links (R)."""
    numbers: dict[str, int] = {}
    attributes = 0
    for mark in one.marks:
        lines = [part for span in mark.spans for part in by_line(text, span)]
        number = numbers[mark.id] = len(numbers) + 1
        where = ";".join(f"{span.start} {span.end}" for span in lines)
        words = " ".join(text[span.start:span.end] for span in lines)
        yield f"T{number}\t{type_name(mark.name)} {where}\t{words}"
        if mark.voice is not None:
            attributes += 1
            yield f"A{attributes}\tVoice T{number} {mark.voice}"
        note = _note(mark)
        if note:
            yield f"#{number}\tAnnotatorNotes T{number}\t{note}"
    for k, link in enumerate(one.links, start=1):
        yield f"R{k}\t{type_name(link.kind)} Arg1:T{numbers[link.start]} Arg2:T{numbers[link.end]}"


def by_line(text: str, span: Span) -> Iterator[Span]:
    """The span cut at line ends, each piece without white space at its ends, empty pieces left out."""
    start = span.start
    for line in text[span.start:span.end].split("\n"):
        piece = trim(text, Span(start, start + len(line)))
        if piece is not None:
            yield piece
        start += len(line) + 1


def type_name(name: str) -> str:
    """A name that brat takes for a type."""
    return _UNSAFE.sub("_", name)


def _note(mark: Mark) -> str:
    facts = [f"{name}: {value}" for name, value in mark.notes if name != "voice"]
    if mark.score is not None:
        facts.append(f"confidence: {mark.score:.2f}")
    return " ".join(lines_stored("; ".join(facts)).split())


def configuration(articles: Sequence[Marked]) -> str:
    """annotation.conf: every type, which links may tie which marks, and the voice as an attribute."""
    labels = labels_of(articles)
    rows = ["[entities]"]
    for layer in LAYERS:
        rows += [f"!{type_name(layer)}", *(f"\t{type_name(f'{layer}-{label}')}" for label in labels[layer])]
    rows += ["", "[relations]"]
    for kind, layer in LINKS.items():
        ends = "|".join(type_name(f"{layer}-{label}") for label in labels[layer])
        rows.append(f"{type_name(kind)}\tArg1:{ends}, Arg2:{ends}")
    rows.append("<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>")
    rows += ["", "[events]", "", "[attributes]", f"Voice\tArg:<ENTITY>, Value:{'|'.join(voices())}", ""]
    return "\n".join(rows)


def looks(articles: Sequence[Marked]) -> str:
    """visual.conf: names for people, and a colour a layer (brat writes the name beside every mark, so none rests on colour)."""
    labels = labels_of(articles)
    rows = ["[labels]"]
    for layer in LAYERS:
        rows.append(f"{type_name(layer)} | {_TITLES[layer]}")
        rows += [f"{type_name(f'{layer}-{one}')} | {_TITLES[layer]}: {one} | {one}" for one in labels[layer]]
    rows += ["", "[drawing]", "SPAN_DEFAULT\tfgColor:black, bgColor:#eeeeee, borderColor:darken", "ARC_DEFAULT\tcolor:black, arrowHead:triangle-5"]
    for layer in LAYERS:
        rows += [f"{type_name(f'{layer}-{one}')}\tbgColor:{_COLOURS[layer]}" for one in labels[layer]]
    return "\n".join([*rows, ""])
