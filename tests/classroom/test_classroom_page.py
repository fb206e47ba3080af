"""The student's page as a file: what it holds and does not hold, its policy and size; numbered lines and fingerprints of words."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hostile_pack import hostile_pack
from hypothesis import given
from hypothesis import strategies as st
from sample_pack import TEXT_A, at, choose_item, sample_pack, table_item

from framing.classroom.pages import student_page
from framing.classroom.pages.fingerprints import fingerprint, folded_words
from framing.classroom.pages.lines import MEASURE, line_of, numbered_lines
from framing.classroom.pages.sheet import layout_of, letter
from framing.classroom.pages.student_page import choices_of, is_single, student_html
from framing.model.article import Span
from framing.model.exercise import Exercise, Item, Pack, Passage


def island(html: str) -> dict:
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)[1])


class Attributes(HTMLParser):
    """The names of all attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {name for name, _ in attrs}


def verified(pack: Pack) -> Pack:
    """The pack with a teacher's initials on every row."""
    return replace(pack, exercises=tuple(replace(exercise, items=tuple(
        replace(item, key=tuple(replace(row, verified_by="MK") for row in item.key)) for item in exercise.items)) for exercise in pack.exercises))


def test_without_leave_to_check_the_file_holds_no_key():
    html = student_html(sample_pack())
    assert not any("key" in item for item in island(html)["items"])
    rows = [row for exercise in sample_pack().exercises for item in exercise.items for row in item.key]
    for words in {row.rationale for row in rows if len(row.rationale) > 5} | {row.rule_id for row in rows} | {"not_expected", "defensible\"", "expected\""}:
        assert words not in html.split("<script>")[0], words
    assert "This file holds the answers" not in html
    assert 'class="check"' not in html


def test_without_leave_the_words_of_the_rewrite_are_numbers_only():
    (item,) = [one for one in island(student_html(sample_pack()))["items"] if one["id"] == "E9-1"]
    assert item == {"id": "E9-1", "response": "write", "terms": sorted(map(fingerprint, ("mob", "stormed", "so-called"))), "longest": 2, "facts": ["12", "Ana Ruiz"]}


def test_with_leave_the_file_says_that_it_holds_the_key():
    html = student_html(sample_pack(check=True))
    assert "the key is inside this file" in html
    assert "no teacher has confirmed all of it yet" in html
    assert "no teacher has confirmed" not in student_html(verified(sample_pack(check=True)))
    rows = {item["id"]: len(item["key"]) for item in island(html)["items"] if "key" in item}
    assert rows == {"E2-1": 5, "E4-1": 4, "E5-1": 5, "E8-1": 3}   # not the rubric's: a person judges that


def test_the_page_names_no_outlet():
    html = student_html(sample_pack(check=True))
    for article in sample_pack().articles:
        assert article.source_line not in html
    assert "Post" not in html
    assert "north" not in html


@pytest.mark.parametrize("pack", [sample_pack(), sample_pack(check=True), replace(hostile_pack(), check_allowed=True)], ids=["plain", "check", "hostile"])
def test_the_policy_admits_one_script_and_one_style_sheet_and_nothing_else(pack):
    html = student_html(pack)

    def hashed(text: str) -> str:
        return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    script, style = re.search(r"<script>(.*?)</script>", html, re.DOTALL)[1], re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    assert policy == f"default-src 'none'; script-src '{hashed(script)}'; style-src '{hashed(style)}'; base-uri 'none'; form-action 'none'"
    seen = Attributes()
    seen.feed(html)
    assert not {name for name in seen.names if name in ("style", "src", "action", "srcset") or name.startswith("on")}
    assert {"data-w", "aria-label"} <= seen.names                # it did look
    assert not re.search(r"localStorage|sessionStorage|indexedDB|document\.cookie|fetch\(|XMLHttp|innerHTML|outerHTML|insertAdjacent|eval\(|https?:", script)


def test_the_same_pack_gives_the_same_bytes():
    assert student_html(sample_pack(check=True)) == student_html(sample_pack(check=True))


def test_two_articles_of_a_thousand_words_stay_under_300_kb():
    text = " ".join(["Ten of the “militants” stormed the town hall on Monday, officials claimed."] * 91)   # 91 x 11 = 1,001 words
    pack = sample_pack(check=True)
    whole = tuple(Passage(n, Span(0, len(text)), ()) for n in (0, 1))
    key = tuple(replace(row, span=Span(8, 18), article=0) for row in pack.exercises[0].items[0].key)
    marks = tuple(replace(pack.exercises[0].items[0], id=f"E2-{n}", passages=(one,), key=key) for n, one in enumerate(whole))
    long = tuple(replace(one, items=marks if one.type == "E2" else tuple(replace(item, passages=whole) for item in one.items)) for one in pack.exercises)
    articles = tuple(replace(one, text=text, headline=None, leftovers=()) for one in pack.articles)
    size = len(student_html(replace(pack, articles=articles, exercises=long)).encode())
    assert 100_000 < size <= 300_000


def test_each_word_bears_its_place_in_code_points():
    html = student_html(sample_pack())
    places = re.findall(r'data-w="(\d+)-(\d+)"[^>]*>([^<]*)<', html)
    after = [(start, end, words) for start, end, words in places if int(start) > TEXT_A.index("🚨")]  # two UTF-16 units each, before these
    assert [words for _, _, words in after] == ["in", "all"]
    for start, end, words in places:
        assert TEXT_A[int(start):int(end)] == words.replace("&amp;", "&")


def test_lines_by_hand():
    text = "One two.\n\nThree " + "mmm " * 12 + "end"
    lines = numbered_lines(text, Span(0, len(text)), sentences=(Span(0, 8), Span(10, len(text))))
    # "Three" takes 2.4 em; "mmm" 2.94 em and a space 0.32 em: 2.9 + 8 x 3.26 is over 28, so seven of them fit beside it
    assert [text[line.span.start:line.span.end] for line in lines] == ["One two.", "Three" + " mmm" * 7, ("mmm " * 5 + "end").strip()]
    assert [(line.number, line.gap) for line in lines] == [(1, False), (2, True), (3, False)]
    assert [piece.text for line in lines for piece in line.pieces if piece.opens] == ["One", "Three"]
    assert line_of(lines, 9) is None                             # the line break between
    assert line_of(lines, text.index("end")) == 3


@given(st.text(alphabet=st.sampled_from("abW 1.-’\n\t🚨\u202e\u00a0\x1c<"), max_size=300), st.integers(0, 60))
def test_lines_hold_every_letter_once(text, start):
    span = Span(min(start, len(text)), len(text))
    lines = numbered_lines(text, span)
    assert "".join("".join(text[line.span.start:line.span.end].split()) for line in lines) == "".join(text[span.start:].split())
    words = [piece.span for line in lines for piece in line.pieces if piece.span]
    assert words == sorted(words)
    assert all(line.span.holds(piece.span) for line in lines for piece in line.pieces if piece.span)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


def test_the_measure_is_that_of_the_serif_of_the_sheets():
    font = pytest.importorskip("PIL.ImageFont", reason="needs Pillow")
    try:
        serif = font.truetype("LiberationSerif-Regular.ttf", 1000)
    except OSError:
        pytest.skip("needs Liberation Serif")
    text = "The Mayor, who will not give in, said “WE WANT 1,200 MORE” & left; it is ill-fitting that Wilma Mommsen, 81, came.\n" * 3
    for line in numbered_lines(text, Span(0, len(text))):
        assert serif.getlength(text[line.span.start:line.span.end]) / 1000 <= MEASURE


@pytest.mark.parametrize(("words", "folded"), [
    ("So-Called", ["so", "called"]), ("Ana’s  puppets", ["ana", "puppet"]), ("régime", ["regime"]), ("gas class 12s", ["gas", "class", "12s"]), ("", []),
])
def test_words_are_folded_for_the_rewrite(words, folded):
    assert folded_words(words) == folded


def test_a_fingerprint_is_fnv():
    assert fingerprint("a") == 0xE40C292C                        # a published test value of FNV-1a, 32 bits
    assert fingerprint("MOBS") == fingerprint("mob") != fingerprint("mobile")


def test_how_an_item_is_asked():
    assert is_single(choose_item())
    two = replace(choose_item(), key=tuple(replace(row, tier="expected") for row in choose_item().key))
    assert not is_single(two)
    costs = replace(choose_item(), key=tuple(replace(row, points=-0.5) if row.tier == "not_expected" else row for row in choose_item().key))
    assert not is_single(costs)                                  # ticking all would not pay, so several may be ticked
    assert choices_of(table_item(), 1) == ()
    assert choices_of(table_item(), 2) == ("named", "not named")
    assert [letter(n) for n in (0, 25, 26, 27, 52)] == ["a", "z", "aa", "ab", "ba"]
    short = Item("x", "match", "", (), (), tuple(replace(choose_item().options[0], id=f"o{n}", text="in both") for n in range(6)), (), (), 0.0)
    assert layout_of(short) == "grid"
    assert layout_of(replace(short, options=(*short.options, short.options[0]))) == "letters"
    assert layout_of(choose_item()) == "choose"


def test_a_passage_seen_before_is_not_shown_again():
    item = replace(choose_item(), id="E8-2")
    pack = sample_pack()
    twice = replace(pack, exercises=(Exercise("E8", "Same event?", "", 5, (choose_item(), item)),))
    html = student_html(twice)
    assert html.count("About 300 protesters") == 1
    assert "Source B: the passage shown with" in html
    assert at(TEXT_A, "mob").start == 43


def test_the_script_is_made_of_all_its_parts():
    """Each part is in the script once, none is left out, and none has grown into the whole."""
    folder = Path(student_page.__file__).with_name("templates")
    parts = {path.stem.removeprefix("student_"): path.read_text(encoding="utf-8") for path in folder.glob("student_*.js")}
    script = student_page.page_script()
    assert set(parts) == set(student_page.SCRIPTS)
    assert all(script.count(text) == 1 for text in parts.values())
    assert max(text.count("\n") for text in parts.values()) < 200
