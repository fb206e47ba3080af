"""H5P: valid packages by Lumi's server, and the words to mark by the rules of Mark the Words' own script."""

from __future__ import annotations

import html
import io
import json
import re
import subprocess
import zipfile
from dataclasses import replace

import pytest
from hostile_pack import HOSTILE, hostile_pack
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lms_expected import items, right_options, right_pairs
from outside_readers import NODE, READERS, needs_node
from sample_pack import match_item, sample_pack, table_item

from framing.classroom.lms.h5p import LIBRARIES, marked_text, to_h5p
from framing.classroom.lms.lms_notes import degraded, lms_notes
from framing.model.article import Span
from framing.model.exercise import Exercise, Pack
from framing.text.visible import one_line

PACKS = pytest.mark.parametrize("pack", [sample_pack(), hostile_pack()], ids=["sample", "hostile"])


def content(data: bytes) -> tuple[dict, dict]:
    """h5p.json and content.json."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["content/content.json", "h5p.json"]
        return json.loads(archive.read("h5p.json")), json.loads(archive.read("content/content.json"))


def tokens(field: str) -> list[tuple[str, bool]]:
    """(shown word, whether it is an answer) as scripts/mark-the-words.js and word.js cut and read the text, brackets and stops taken off."""
    found = []
    for paragraph in re.findall("<p>(.*?)</p>", field, re.DOTALL):
        for token in re.findall(r" \*[^\* ]+\* |\S+", re.sub(r"\r\n|\n|\r", " ", html.unescape(paragraph))):
            word = re.sub(r'[",….:;?!\])}⟩»”]+$', "", re.sub(r'^[\[({⟨¿¡“"«„]+', "", token.strip()))
            bare = word.replace("**", "")
            answer = bare.startswith("*") and len(bare) > 2 and (bare.endswith("*") or bare[-2] == "*")
            if word:
                found.append((word[1:-1].replace("**", "*") if answer else word.replace("**", "*"), answer))
    return found


@PACKS
def test_words_to_mark_are_those_of_the_key_and_no_others(pack):
    _, made = content(to_h5p(pack)["E2-1.h5p"])
    wanted = [one_line(row.text) for row in items(pack)["E2-1"].key if row.tier == "expected"]
    assert [word for word, answer in tokens(made["textField"]) if answer] == wanted
    passage = items(pack)["E2-1"].passages[0]
    shown = html.unescape(re.sub("</?p>", " ", made["textField"]))
    for word in wanted:
        shown = shown.replace(f"*{word}*", word)
    assert one_line(shown.replace("**", "*")) == one_line(pack.articles[0].text[passage.span.start:passage.span.end]) or pack == hostile_pack()


def test_a_phrase_is_an_answer_a_word_and_stops_stay_outside():
    text = 'He said "the angry mob, (now) gone." Mob'
    field = marked_text(text, Span(0, len(text)), [Span(text.index("angry"), text.index(" gone"))])
    assert field == '<p>He said "the *angry* *mob*, (*now*) gone." Mob</p>'
    assert [word for word, answer in tokens(field) if answer] == ["angry", "mob", "now"]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet="ab*(),.“” \n<&{/é", max_size=40))
def test_no_text_of_an_article_makes_an_answer(text):
    """Near miss of every answer: asterisks of the text itself."""
    assert not [word for word, answer in tokens(marked_text(text, Span(0, len(text)), [])) if answer]


@PACKS
def test_matching_is_a_set_of_single_questions_with_the_same_answers(pack):
    _, made = content(to_h5p(pack)["E4-1.h5p"])
    found = []
    for one in made["questions"]:
        assert one["library"] == "H5P.MultiChoice 1.16"
        (right,) = [text_of(answer["text"]) for answer in one["params"]["answers"] if answer["correct"]]
        found.append((text_of(one["params"]["question"]), right))
        assert one["params"]["behaviour"]["type"] == "single"
    assert found == right_pairs(items(pack)["E4-1"])


@PACKS
def test_ticks_are_one_question_with_the_same_answers(pack):
    _, made = content(to_h5p(pack)["E8-1.h5p"])
    (one,) = made["questions"]
    assert [text_of(answer["text"]) for answer in one["params"]["answers"] if answer["correct"]] == right_options(items(pack)["E8-1"])


def text_of(markup: str) -> str:
    """The words of one paragraph of escaped text."""
    inner = re.sub(r"^<(p|div)>|</(p|div)>$", "", markup)
    assert not re.search("<(?!/?(p|strong)>)", inner), "markup of an article"
    return html.unescape(inner)


def labels(*words: str) -> Pack:
    """A pack with one E3 item of three parts and these three options."""
    item = match_item()
    options = tuple(replace(option, text=text) for option, text in zip(item.options, words, strict=True))
    parts = tuple(replace(part, text=f"label {n}") for n, part in enumerate(item.parts))
    item = replace(item, id="E3-1", parts=parts, options=options, key=tuple(replace(row, item_id="E3-1") for row in item.key if row.tier == "expected"))
    return replace(sample_pack(), exercises=(Exercise("E3", "Same thing, other name", "Pair them.", 5, (item,)),))


def test_labels_are_dragged_where_the_words_allow_it():
    head, made = content(to_h5p(labels("the crowd", "the council", "the reform"))["E3-1.h5p"])
    assert head["mainLibrary"] == "H5P.DragText"
    assert made["textField"].split("\n") == ["label 0: *the council*", "label 1: *the crowd*", "label 2: *the reform*"]


@pytest.mark.parametrize("words", ["the *crowd*", "the crowd: angry", "crowd/mob", "a < b", "R&D", "a\\+b"])
def test_words_that_drag_the_words_would_misread_make_a_set_of_questions(words):
    head, _ = content(to_h5p(labels(words, "the council", "the reform"))["E3-1.h5p"])
    assert head["mainLibrary"] == "H5P.QuestionSet"


def swap(words: str) -> Pack:
    """A pack with one E6 item of two free cells, the second of which takes these words."""
    rows = tuple(replace(row, item_id="E6-1", option=words if row.part == "p2/c1" else row.option) for row in table_item().key if row.part.endswith("/c1"))
    item = replace(table_item(), id="E6-1", options=(), columns=("Verb",), passages=(), key=rows)
    return replace(sample_pack(), exercises=(Exercise("E6", "Verb swap", "Swap.", 5, (item,)),))


def test_free_words_of_a_verb_swap_are_blanks_with_their_alternatives():
    head, made = content(to_h5p(swap("said"))["E6-1.h5p"])
    assert head["mainLibrary"] == "H5P.Blanks"
    assert made["questions"] == ["<p>Sentence 2: Verb *Ana Ruiz/a clerk*</p>", "<p>Sentence 4: Verb *said*</p>"]


@pytest.mark.parametrize("words", ["either/or", "said: so", "*said*"])
def test_words_that_blanks_would_misread_leave_the_item_out_and_say_so(words):
    assert to_h5p(swap(words)) == {}
    assert any(one.startswith("E6-1: left out") for one in degraded(swap(words), "h5p"))


@PACKS
def test_what_h5p_asks_for_is_there(pack):
    made = to_h5p(pack)
    assert not {"E5-1.h5p", "E12-1.h5p"} & set(made)
    for data in made.values():
        head, _ = content(data)
        assert {"title", "language", "mainLibrary", "embedTypes", "preloadedDependencies"} <= set(head)
        assert 0 < len(head["title"]) <= 255
        assert {(one["machineName"], one["majorVersion"], one["minorVersion"]) for one in head["preloadedDependencies"]} <= {
            (name, *version) for name, version in LIBRARIES.items()}
        assert head["mainLibrary"] in {one["machineName"] for one in head["preloadedDependencies"]}
    assert made == to_h5p(pack), "the same bytes each time"


@needs_node
@PACKS
def test_lumis_server_takes_every_package_and_refuses_a_broken_one(pack, tmp_path):
    for name, data in to_h5p(pack).items():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            archive.extractall(tmp_path / name)
    (tmp_path / "broken" / "content").mkdir(parents=True)
    (tmp_path / "broken" / "h5p.json").write_text('{"title": "x"}', encoding="utf-8")
    (tmp_path / "broken" / "content" / "content.json").write_text("{}", encoding="utf-8")
    folders = [str(path) for path in sorted(tmp_path.iterdir())]
    done = subprocess.run(["node", str(READERS / "h5p_node.js"), NODE, *folders], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout.splitlines()[-1])
    assert found.pop("broken") != "valid"
    assert found == dict.fromkeys(to_h5p(pack), "valid")


def test_the_notes_name_each_change_and_each_item_left_out():
    pack = sample_pack()
    assert any(one.startswith("E5-1: left out") for one in degraded(pack, "h5p"))
    assert any(one.startswith("E12-1: left out") for one in degraded(pack, "gift"))
    assert any("E4-1" in one and "Cloze" in one for one in degraded(pack, "moodle-xml"))
    assert any("half" in one for one in degraded(pack, "qti12"))
    assert "**Draft key.**" in lms_notes(pack)
    assert not re.search(r"<script|\]\(http", lms_notes(hostile_pack()))
    assert len(HOSTILE) == 30
