"""Paper: sheets for the class on A4 and Letter, in large print, without colour; the teacher's key; the reveal sheet."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from class_browser import NEEDED, chromium, open_page
from class_packs import exercise_of, pack_of
from hostile_pack import hostile_pack
from sample_pack import TEXT_B, sample_pack
from test_classroom_page import verified

from framing.classroom.pages.print_pages import MARK_RULE, cards_of, student_print_html, teacher_key_html
from framing.classroom.pages.reveal import reveal_markdown
from framing.model.article import Span
from framing.model.exercise import Pack
from framing.report.to_pdf import pdf_available, to_pdf

PDF = pytest.mark.skipif(not pdf_available(), reason="needs WeasyPrint and Pango")
EVENT = "change-of-power"


@cache
def printed(event: str, paper: str, large_print: bool) -> bytes:
    return to_pdf(student_print_html(pack_of(event), large_print=large_print, paper=paper))


def info(data: bytes, folder: Path) -> dict[str, str]:
    """What pdfinfo says of a PDF."""
    (folder / "sheets.pdf").write_bytes(data)
    try:
        said = subprocess.run(["pdfinfo", str(folder / "sheets.pdf")], capture_output=True, text=True, check=True).stdout
    except FileNotFoundError:
        pytest.skip("needs pdfinfo")
    return {name: value.strip() for name, _, value in (line.partition(":") for line in said.splitlines())}


def pages_of(data: bytes) -> dict[str, int]:
    """Pages of each part, by its kicker: "EXERCISE 2", or "TO READ" for all reading sheets."""
    from pypdf import PdfReader
    counts: dict[str, int] = {}
    part = ""
    for page in PdfReader(io.BytesIO(data)).pages:
        found = re.search(r"(EXERCISE \d+|TO READ|TO CUT OUT)[^·]* ·", page.extract_text())
        part = found[1] if found else part
        counts[part] = counts.get(part, 0) + 1
    return counts


@PDF
@pytest.mark.parametrize(("event", "paper", "large"), [(EVENT, "A4", False), (EVENT, "Letter", False), ("harbour-strike", "A4", False),
                                                       ("market-day", "Letter", False), (EVENT, "A4", True), (EVENT, "Letter", True)])
def test_each_exercise_fits_on_two_sheets(event, paper, large, tmp_path):
    data = printed(event, paper, large)
    counts, said = pages_of(data), info(data, tmp_path)
    assert int(said["Pages"]) == sum(counts.values())
    assert ("A4" if paper == "A4" else "letter") in said["Page size"]
    assert len(counts) == len(pack_of(event).exercises) + ("TO READ" in counts) + ("TO CUT OUT" in counts)
    # A sheet has two sides. In common print each exercise fits on one sheet, the reading of two articles on another; large print may take two.
    for part, pages in counts.items():
        assert pages <= (4 if large or part == "TO READ" else 2), (part, pages)


@PDF
def test_the_same_pack_prints_the_same_bytes():
    assert to_pdf(student_print_html(sample_pack())) == to_pdf(student_print_html(sample_pack()))


@PDF
def test_sheets_hold_no_colour(tmp_path):
    image = pytest.importorskip("PIL.Image", reason="needs Pillow")
    for name, html in (("sheets", student_print_html(sample_pack())), ("key", teacher_key_html(sample_pack()))):
        (tmp_path / f"{name}.pdf").write_bytes(to_pdf(html))
        try:
            subprocess.run(["pdftoppm", "-r", "40", "-png", str(tmp_path / f"{name}.pdf"), str(tmp_path / name)], check=True)
        except FileNotFoundError:
            pytest.skip("needs pdftoppm")
        for path in tmp_path.glob(f"{name}-*.png"):
            red, green, blue = image.open(path).convert("RGB").split()
            assert red.tobytes() == green.tobytes() == blue.tobytes(), path.name


@NEEDED
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_browser_prints_the_sheets_too(paper, tmp_path):
    path = tmp_path / "sheets.html"
    path.write_text(student_print_html(pack_of(EVENT), paper=paper), encoding="utf-8")
    with chromium() as browser:
        page, heard = open_page(browser, path)
        data = page.pdf(prefer_css_page_size=True)
        assert heard == []
        assert page.evaluate("document.scripts.length") == 0
    counts = pages_of(data)
    assert max(pages for part, pages in counts.items() if part != "TO READ") <= 2, counts
    assert ("A4" if paper == "A4" else "letter") in info(data, tmp_path)["Page size"]


def test_line_numbers_are_the_same_in_large_print():
    def lines(html: str) -> list[str]:
        return [re.sub("<[^>]*>", "", line) for line in re.findall(r'<span class="ln">(.*?)</span>\n', html)]

    small, large = (student_print_html(pack_of(EVENT), large_print=large) for large in (False, True))
    assert lines(small) == lines(large)
    assert len(lines(small)) > 100
    assert "--size:12pt" in small
    assert "--size:18pt" in large


def test_a_mark_passage_numbers_every_line_and_a_reading_every_fifth():
    html = student_print_html(pack_of(EVENT))
    reading = html[html.index('class="reading"'):html.index("</section>")]
    assert re.findall(r'class="no"[^>]*>(\d+)<', reading)[:4] == ["1", "5", "10", "15"]
    assert re.findall(r'class="no"[^>]*>(\d+)<', html[html.index('id="x2"'):html.index('id="x3"')])[:4] == ["1", "2", "3", "4"]


def test_what_pupils_get_names_no_outlet_and_no_key():
    pack = pack_of(EVENT)
    html = student_print_html(pack)
    rows = [row for exercise in pack.exercises for item in exercise.items for row in item.key]
    for words in {row.rule_id for row in rows if "." in row.rule_id} | {article.source_line for article in pack.articles}:
        assert words not in html
    for name in ("Halmere Courier", "Ostrel Banner", "Skelby Chronicle", "Orrin", "Calloran", "Holm"):
        assert name not in html
    assert "never your name" in html


def test_hostile_text_is_text_on_paper():
    for html in (student_print_html(hostile_pack()), teacher_key_html(hostile_pack())):
        assert "<img" not in html
        assert "<script" not in html
        assert "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;" in html
        assert "\\u202e" in html                                 # shown, not obeyed
        assert "\x1b" not in html


def key_rows(html: str) -> list[list[str]]:
    rows = re.findall(r'<tr class="(?:hit|open|extra)">(.*?)</tr>', html, re.DOTALL)
    return [[re.sub("<[^>]*>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)] for row in rows]


def test_the_key_has_every_row_with_its_reason():
    rows = key_rows(teacher_key_html(sample_pack()))
    assert len(rows) == 5 + 4 + 5 + 3 + 5            # E2, E4, E5, E8, E9
    assert rows[0] == ["1", "mob", "Eexpected", "1", "B calls the same people “protesters” &amp; gives a number. label.crowd", "not yet"]
    assert rows[4] == ["3", "dawn", "Nnot expected", "−0.5", "Quoted: these are Ana Ruiz’s words, not the article’s. label.crowd", "not yet"]
    assert rows[5][:2] == ["1", "b: quoted, with a name"]
    assert rows[9][:2] == ["1, Who is it?", "Ana Ruiz"]
    assert rows[11][:2] == ["1, Named?", "a: named"]
    assert rows[13][:2] == ["2, Named?", "b: not named"]


def test_a_table_asks_for_letters_and_not_for_the_words():
    html = student_print_html(sample_pack())
    assert re.search(r'Write a letter: <span class="pick"><b class="l">a</b>named</span><span class="pick"><b class="l">b</b>not named</span></p>', html)


@NEEDED
def test_on_letter_the_passages_to_mark_and_their_talk_share_a_page(tmp_path):
    path = tmp_path / "sheets.html"
    path.write_text(student_print_html(pack_of(EVENT), paper="Letter"), encoding="utf-8")
    with chromium() as browser:
        counts = pages_of(open_page(browser, path)[0].pdf(prefer_css_page_size=True))
    place = [one.type for one in pack_of(EVENT).exercises].index("E2") + 1
    assert counts[f"EXERCISE {place}"] == 1


def test_the_key_says_whether_a_teacher_has_looked():
    html = teacher_key_html(sample_pack())
    assert "22 of its 22 rows are not verified" in html
    assert MARK_RULE in html
    assert "This key is a draft" not in teacher_key_html(verified(sample_pack()))
    assert {row[5] for row in key_rows(teacher_key_html(verified(sample_pack())))} == {"MK"}


def test_the_key_keeps_the_reveal_apart():
    html = teacher_key_html(sample_pack())
    assert "Post" not in html
    assert "no person or event bears two names here" in html     # the type left out, and why


def test_the_reveal_names_each_source_and_each_replacement():
    text = reveal_markdown(sample_pack())
    assert "| Source A | The North Post, 9 October 2018 |" in text
    assert f"| hashtag | \\#TownHall | \\[hashtag\\] | {len(TEXT_B)}-{len(TEXT_B) + 9} |" in text
    assert "No words were replaced." in text
    assert "May still give the outlet away" not in text


def with_leftover(pack: Pack) -> Pack:
    article = replace(pack.articles[0], leftovers=(Span(8, 18),), source_line="a | b\n# c <b>")
    return replace(pack, articles=(article, pack.articles[1]))


def test_the_reveal_warns_of_what_is_left_and_holds_no_markup_of_an_article():
    text = reveal_markdown(with_leftover(sample_pack()))
    assert "**May still give the outlet away; look at these before the lesson:**" in text
    assert '- … Mayor’s **"reckless"** gamble: 50%' in text
    assert "a \\| b \\# c \\<b\\>" in text


def test_names_are_printed_as_cards_to_cut_out():
    """E3 alone has cards: each name once, the things that are named, and the articles with their voices; no card tells where it belongs."""
    pack = pack_of(EVENT)
    exercise = exercise_of(pack, "E3")
    (_, names), (first, things), (second, voices) = cards_of(exercise)
    assert len(names) == len(set(names)) == len({part.text for item in exercise.items for part in item.parts})
    assert (first, second) == ("Who or what is meant?", "Which article uses the name, and in whose voice?")
    assert [things, voices] == [tuple(one.text for one in item.options) for item in exercise.items]
    html = student_print_html(pack)
    assert html.count('class="ex cut"') == 1
    assert html.count('class="cards') == 3
    assert not any(cards_of(one) for one in pack.exercises if one.type != "E3")
    assert cards_of(replace(exercise, items=())) == ()
