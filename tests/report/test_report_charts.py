"""Charts: well-formed, self-contained, without style, the same bytes each time, with words for those who cannot see them."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
import report_builders as build

from framing.report.charts import chart_files, panel_svgs
from framing.report.draw import COLOURS, HUES, cut
from framing.report.page import build_page
from framing.report.svg import clean_svg

SVG = "{http://www.w3.org/2000/svg}"
MAKERS = [build.comparison, build.hostile, lambda: build.many(3)]


@pytest.mark.parametrize("make", MAKERS)
def test_each_drawing_is_plain_svg_with_title_and_description(make):
    drawings = panel_svgs(build_page(make()))
    assert len(drawings) >= 8
    seen: set[str] = set()
    for name, text in drawings.items():
        root = ElementTree.fromstring(text)
        assert (root[0].tag, root[1].tag) == (f"{SVG}title", f"{SVG}desc")
        assert root[0].text
        assert root.get("role") == "img"
        assert {child.tag.removeprefix(SVG) for child in root.iter()} <= {"svg", "title", "desc", "path", "text", "g", "defs", "pattern", "rect", "tspan"}
        assert not [key for child in root.iter() for key in child.attrib if key in {"style", "href"} or key.startswith(("on", "{"))], name
        ids = [child.get("id") for child in root.iter() if child.get("id")]
        assert not seen & set(ids)
        seen |= set(ids)
        assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(ids)


def test_files_come_in_both_formats_and_are_the_same_each_time():
    once, again = chart_files(build.comparison()), chart_files(build.comparison())
    assert sorted(once) == sorted(f"{name}.{ending}" for name in ("glance", "loaded-terms", "positions", "speakers", "tone") for ending in ("svg", "png"))
    assert once == again
    for name, data in once.items():
        if name.endswith(".png"):
            assert data.startswith(b"\x89PNG")
        else:
            assert b"http" not in data.replace(b"http://www.w3.org/2000/svg", b"")
            assert b"style=" not in data


def test_the_numbers_stand_in_the_drawing_as_text():
    drawings = panel_svgs(build_page(build.comparison()))
    words = [child.text for child in ElementTree.fromstring(drawings["bars-loaded-terms-per-thousand"]).iter(f"{SVG}text")]
    assert words == ["A", "41.2", "B", "9.0"]
    few = [child.text for child in ElementTree.fromstring(drawings["bars-loaded-terms-in-own-voice"]).iter(f"{SVG}text")]
    assert "too little text (1 of 3)" in few


def test_bars_are_as_long_as_their_numbers():
    # both on one scale from 0 to 74.0, the highest end of an interval: 41.2 / 9.0 = 4.58
    root = ElementTree.fromstring(panel_svgs(build_page(build.comparison()))["bars-loaded-terms-per-thousand"])
    wide = []
    for path in root.iter(f"{SVG}path"):
        if path.get("class", "").startswith("f-h"):
            start, end = re.fullmatch(r"M([\d.]+) [\d.]+H([\d.]+)V[\d.]+H\1z", path.get("d")).groups()
            wide.append(float(end) - float(start))
    assert len(wide) == 2
    assert wide[0] / wide[1] == pytest.approx(41.2 / 9.0, rel=0.01)


def test_few_words_are_drawn_as_squares_and_many_as_bars():
    page = build_page(build.comparison())
    squares = panel_svgs(page)["loaded-A"]
    solid = next(path.get("d") for path in ElementTree.fromstring(squares).iter(f"{SVG}path") if path.get("class") == "f-h0 s-h0" and not path.get("fill-opacity"))
    assert solid.count("z") == 6  # illegal, choked, mob, seized, flatly, so-called: one square each
    bars = ElementTree.fromstring(panel_svgs(build_page(build.many(3)))["speakers-A"])
    assert sum(path.get("d").count("z") for path in bars.iter(f"{SVG}path") if path.get("fill-opacity")) == 1  # one speaker quoted: one bar of 15 words


def test_a_dollar_sign_is_no_formula():
    made = build.comparison()
    rows = (replace(made.speakers[0], speaker="$x^2$ & <Co>"), *made.speakers[1:])
    drawing = panel_svgs(build_page(replace(made, speakers=rows)))["speakers"]
    assert "$x^2$ & <Co>" in [child.text for child in ElementTree.fromstring(drawing).iter(f"{SVG}text")]


def test_every_colour_has_a_class_that_a_page_can_recolour():
    assert {COLOURS[hue] for hue in HUES} == {"h0", "h1", "h2", "h3"}
    raw = (b'<svg xmlns="http://www.w3.org/2000/svg" width="72pt" height="36pt"><metadata>m</metadata><g id="a"><g id="b">'
           b'<path d="M 0 0.123456 \nL 1 1" style="fill: #155a96; stroke: none; font-family: x"/></g></g></svg>')
    text = clean_svg(raw, name="n", title="T", words="W", colours=COLOURS)
    assert "metadata" not in text
    assert "<g" not in text
    assert '<path d="M0 0.12L1 1" fill="#155a96" stroke="none" class="f-h0" />' in text
    assert 'viewBox="0 0 72 36"' in text


@pytest.mark.parametrize(("said", "shown"), [
    ("nine signs", "nine signs"),  # 10 letters fit
    ("the old harbour", "the old…"),  # 9 letters are "the old h"; its last space is at 7, behind two thirds of 10
    ("the oldest, it", "the oldes…"),  # the space at 3 would leave too little
    ("the olds, then", "the olds…"),  # no comma before the dots
    ("abcdefghijkl", "abcdefghi…"),
])
def test_a_label_is_cut_between_words(said, shown):
    assert cut(said, 10) == shown
