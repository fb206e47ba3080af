"""Packs for a class that has the originals: no text of an article in anything that is handed out, and the same key."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from class_packs import article, comparison_of, exercise_of, items_of, pack_of, tools

from framing import pipeline
from framing.classroom.build import build_pack
from framing.classroom.grading.marking import mark
from framing.classroom.key_csv import read_key, write_key
from framing.classroom.pages.student_page import student_html
from framing.classroom.pages.to_html import linked
from framing.classroom.texts.material import gather
from framing.classroom.write import render
from framing.model.exercise import AnswerSheet, Pack
from framing.model.pack_options import PackOptions

ORIGINALS = PackOptions(originals=True, check=True)
TEACHERS = {"manifest.json", "teacher_key.html", "key.csv", "reveal.md", "reveal.html", "lesson_plan.md", "lesson_plan.html"}


def handed_out(pack: Pack) -> str:
    """Everything that a class may get of a pack, archives unpacked, as text on one line, without HTML's and JSON's ways of writing signs."""
    made = []
    for name, data in render(pack).items():
        if name in TEACHERS:
            continue
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                made += [packed.read(one).decode() for one in packed.namelist()]
        else:
            made.append(data.decode())
    return plain(" ".join(made))


def plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"<[^>]*>|&#?\w+;|&amp;#?\w+;|\\[nu][0-9a-f]{0,4}", " ", text).lower()))


def sentences(event: str) -> list[str]:
    """Sentences of eight words and more that are no headline, in plain words."""
    sources = gather(comparison_of(event), ORIGINALS).sources
    found = [source.words(one.span) for source in sources for one in source.sentences if one.zone != "headline" and one.words >= 8]
    return [plain(one) for one in found if plain(one)]


@pytest.mark.parametrize("event", ["change-of-power", "harbour-strike"])
def test_nothing_handed_out_holds_a_sentence_of_an_article(event):
    pack = build_pack(comparison_of(event), ORIGINALS)
    given, told = handed_out(pack), sentences(event)
    assert len(told) > 30
    assert [one for one in told if one in given] == []
    assert len([one for one in told if one in handed_out(pack_of(event, PackOptions(check=True)))]) > 20  # the measure sees them where they are


def test_what_would_need_text_or_hidden_sources_is_left_out():
    pack = build_pack(comparison_of("change-of-power"), ORIGINALS)
    assert [one.type for one in pack.left_out] == ["E7", "E10"]
    assert all(one.span == pack.articles[one.article].headline for item in items_of(pack) for one in item.passages)
    assert any("links" in notice for notice in pack.plan.notices)
    assert pack.id != pack_of("change-of-power").id


FIRST = ("Uproar in Tolle\n\nThe port of Tolle was calm on Tuesday, and the boats lay still. Ana Ruiz, who runs it, walked along the quay at noon and counted forty of them.\n\nBefore dawn the barbaric regime sent its thugs to the quay of Tolle, and a mob of "
         "cronies cheered them on. Ana Ruiz said the port would open at noon and that the boats would sail.\n\nNobody was hurt on Tuesday in Tolle. The town council meets again on Friday.")
SECOND = FIRST.replace("Uproar in Tolle", "Calm in Tolle").replace("barbaric regime", "legitimate government")


def small() -> Pack:
    texts = [article(FIRST, "first", outlet="North Post", url="https://north.example/tolle?a=1&b=2"), article(SECOND, "second", outlet="South Mail", url="javascript:alert(1)")]
    return build_pack(pipeline.compare(texts, tools(), pipeline.Settings(force=True)), PackOptions(types=("E2",), originals=True))


def test_places_are_paragraphs_with_first_and_last_words():
    """By hand: the loaded words stand in the second paragraph of running text; a passage of 60 words needs its neighbours."""
    prompts = " ".join(item.prompt for item in items_of(small()))
    assert re.search(r"Source A, paragraphs [12] to [23], from “(The port of Tolle was|Before dawn the barbaric regime) …” to “… [\w ]+”\.", prompts)
    options = [one.text for item in items_of(small()) for one in item.options]
    assert "“thugs” (paragraph 2)" in options


def test_sources_are_named_and_web_addresses_alone_are_links():
    exercise = exercise_of(small(), "E2")
    assert "Source A: North Post, “Uproar in Tolle”, 2018-10-09, https://north.example/tolle?a=1&b=2" in exercise.instruction
    assert "Tick the words" in exercise.instruction
    assert "three words" not in exercise.instruction        # that rule is for marks
    html = student_html(small())
    assert '<a href="https://north.example/tolle?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">' in html
    assert 'href="javascript' not in html


@pytest.mark.parametrize(("text", "links"), [
    ("See https://a.example/b.", ['<a href="https://a.example/b" target']),             # the stop is not the address's
    ('https://a.example/"><script>x', ['<a href="https://a.example/" target']),
    ("ftp://a.example data:text/html,x a.example", [])])
def test_links_of_hostile_text(text, links):
    made = str(linked(text))
    assert re.findall(r'<a href="[^"]*" target', made) == links
    assert "<script" not in made


def test_ticks_are_marked_by_the_same_tiers():
    """Every expected phrase: all points. Everything ticked: each wrong phrase costs half a point, and nothing goes below 0."""
    pack = small()
    item = items_of(pack)[0]
    expected = [row for row in item.key if row.tier == "expected"]
    wrong = [row for row in item.key if row.tier == "not_expected"]
    assert item.response == "choose"
    assert item.points == len(expected) >= 2
    assert len(wrong) >= 3
    for rows, points in ((expected, len(expected)), (item.key, max(0.0, len(expected) - len(wrong) / 2)), (wrong, 0.0)):
        sheet = AnswerSheet(pack.id, "A", "K1", ((item.id, tuple(("", row.option) for row in rows)),))
        assert mark(pack, sheet)[0].points == points


def test_the_key_is_read_back():
    pack = build_pack(comparison_of("harbour-strike"), ORIGINALS)
    assert read_key(pack, write_key(pack)) == pack


def test_version_b_shares_the_id():
    packs = [build_pack(comparison_of("change-of-power"), replace(ORIGINALS, version=version)) for version in ("A", "B")]
    assert packs[0].id == packs[1].id
