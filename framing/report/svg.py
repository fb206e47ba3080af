"""Cleans the SVG that matplotlib writes: no style, no metadata, names for colours, and words for those who cannot see it.

Content security policies refuse `style` attributes, and inline drawings share one space of ids; so styles become presentation
attributes, each palette colour gets a class that a page may recolour (dark mode), and ids keep only where they are pointed at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree

from framing.report.escape import xml_text

_SVG: Final = "http://www.w3.org/2000/svg"
_KEPT: Final = frozenset({"fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "font-size",
                          "font-weight", "font-style", "text-anchor", "opacity", "fill-opacity", "stroke-opacity"})
_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_DEFAULTS: Final = {"stroke-linejoin": "miter", "stroke-linecap": "butt", "text-anchor": "start", "stroke-width": "1", "font-weight": "400"}
_BOX = re.compile(r"M (\S+) (\S+) L (\S+) \2 L \3 (\S+) L \1 \4(?: L \1 \2)? z")
TEXT_SIZE: Final = 12.5  # pixels of most letters in a drawing, as the style sheet has it
_POINTER = re.compile(r"url\(#([^)]+)\)")
FONT: Final = "Helvetica Neue, Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif"


def clean_svg(raw: bytes, *, name: str, title: str, words: str, colours: Mapping[str, str]) -> str:
    """The drawing as one `svg` element.

    Args:
        raw: what matplotlib saved, with `svg.fonttype` none.
        name: unique on the page; ids begin with it.
        title, words: read out in place of the drawing.
        colours: lower-case hex colour -> class.
    """
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(raw)  # our own drawing, not an input
    _strip(root)
    for element in root.iter():
        _unstyle(element, colours)
    _rename(root, name)
    _flatten(root)
    _shrink_hatches(root)
    _join_paths(root)
    width, height = (root.get(side, "0").removesuffix("pt") for side in ("width", "height"))
    root.attrib.clear()
    root.attrib.update({"viewBox": f"0 0 {_short(width)} {_short(height)}", "width": _short(width), "height": _short(height), "role": "img",
                        "class": "chart", "font-family": FONT, "aria-labelledby": f"{name}-t {name}-d"})
    for place, (tag, said) in enumerate((("title", title), ("desc", words))):
        child = ElementTree.Element(f"{{{_SVG}}}{tag}", {"id": f"{name}-{tag[0]}"})
        child.text = xml_text(said)
        root.insert(place, child)
    return ElementTree.tostring(root, encoding="unicode")


def page_svg(drawing: str) -> str:
    """A cleaned drawing for a page whose style sheet colours it by class and sets its letters: without what the sheet and the page say already.

    Its description stands in the page, in words beside it, under the id by which the drawing asks for it. Not for files of their own, nor for readers that do not apply a page's sheet to its drawings.
    """
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(drawing)
    root.attrib.pop("font-family", None)
    root.remove(root[1])  # `desc`, after `title`
    for element in root.iter():
        classes = element.get("class", "").split()
        for side in ("fill", "stroke"):
            if any(one.startswith(f"{side[0]}-") for one in classes):
                element.attrib.pop(side, None)
        if element.tag == f"{{{_SVG}}}text":
            classes = [one for one in classes if one != "f-ink"] + ["b"] * (element.attrib.pop("font-weight", "") == "700")
            element.attrib.pop("class", None)
            element.attrib.update({"class": " ".join(classes)} if classes else {})
            if element.get("font-size") == f"{TEXT_SIZE:g}":
                del element.attrib["font-size"]
    return ElementTree.tostring(root, encoding="unicode").replace(f' xmlns="{_SVG}"', "", 1)  # HTML knows what an svg element is


def _short(number: str) -> str:
    return f"{float(number):.2f}".rstrip("0").rstrip(".")


def _strip(root: ElementTree.Element) -> None:
    for parent in list(root.iter()):
        for child in list(parent):
            blank = child.get("style", "").replace(" ", "") in {"fill:none", "fill:none;"}  # the figure's own, see-through ground
            if child.tag.rpartition("}")[2] in {"metadata", "style"} or blank:
                parent.remove(child)
        parent.tail = None
        if parent.tag != f"{{{_SVG}}}text":
            parent.text = None


def _unstyle(element: ElementTree.Element, colours: Mapping[str, str]) -> None:
    classes = []
    for rule in element.attrib.pop("style", "").split(";"):
        name, _, value = (part.strip() for part in rule.partition(":"))
        value = value.removesuffix("px") if name in {"font-size", "stroke-width"} else value
        if name in _KEPT and _DEFAULTS.get(name) != value:
            element.set(name, value)
    for side in ("fill", "stroke"):
        shade = element.get(side, "").lower()
        if shade in colours:
            classes.append(f"{side[0]}-{colours[shade]}")
    if classes:
        element.set("class", " ".join(classes))
    if element.get("transform", "").startswith(("rotate(-0 ", "rotate(0 ")):
        del element.attrib["transform"]
    for name in ("d", "x", "y", "transform"):
        if name in element.attrib:
            element.set(name, _NUMBER.sub(lambda found: _short(found.group()), " ".join(element.attrib[name].split())))
    if "d" in element.attrib:
        element.set("d", _packed(element.attrib["d"]))


def _packed(path: str) -> str:
    """The same path in fewer signs: a box by its corners, no spaces around letters."""
    return re.sub(r" ?([MLCQHVz]) ?", r"\1", _BOX.sub(r"M \1 \2 H \3 V \4 H \1 z", path))


def _rename(root: ElementTree.Element, name: str) -> None:
    pointed: dict[str, str] = {}
    for element in root.iter():
        for key, value in element.attrib.items():
            for found in _POINTER.finditer(value):
                pointed.setdefault(found[1], f"{name}-{len(pointed)}")
                element.set(key, value.replace(found[1], pointed[found[1]]))
    for element in root.iter():
        old = element.attrib.pop("id", None)
        if old in pointed:
            element.set("id", pointed[old])


def _flatten(element: ElementTree.Element) -> None:
    """Takes out groups that only group, and definitions that hold nothing."""
    kept: list[ElementTree.Element] = []
    for child in list(element):
        _flatten(child)
        groups, defines = child.tag == f"{{{_SVG}}}g" and not child.attrib, child.tag == f"{{{_SVG}}}defs"
        if groups:
            kept += list(child)
        elif len(child) or not defines:
            kept.append(child)
    element[:] = kept


def _shrink_hatches(root: ElementTree.Element) -> None:
    """matplotlib's hatch repeats its line 25 times in a tile of 72 pixels; a tile of 6 shows the same."""
    for pattern in root.iter(f"{{{_SVG}}}pattern"):
        pattern.attrib.update({"width": "6", "height": "6"})
        for child in list(pattern):
            if child.tag == f"{{{_SVG}}}path":
                child.set("d", "M-1 1L1 -1M0 6L6 0M5 7L7 5")
                child.set("stroke-width", "1.2")
            else:
                pattern.remove(child)


def _join_paths(root: ElementTree.Element) -> None:
    """Paths of one look become one path at the place of the first: shapes of one look never cover each other here."""
    first: dict[tuple[tuple[str, str], ...], ElementTree.Element] = {}
    for child in list(root):
        if child.tag == f"{{{_SVG}}}path":
            look = tuple(sorted((key, value) for key, value in child.attrib.items() if key != "d"))
            if look in first:
                first[look].set("d", first[look].get("d", "") + child.get("d", ""))
                root.remove(child)
            else:
                first[look] = child
