"""Marking exercises (E1, E2, E9): which words are expected, which can be defended, which are somebody else's."""

from __future__ import annotations

import itertools

import pytest
from class_packs import EVENTS, compare_texts, exercise_of, items_of, material_of, pack_of

from framing.classroom.items import headlines, loaded_terms, rewrite
from framing.classroom.items.marks import find_marks
from framing.model.exercise import LeftOut
from framing.model.pack_options import SIZES, PackOptions
from framing.text.tokens import count_words

LOADED = ("Mob Storms Town Hall in Tolle\n\nA mob stormed the town hall of Tolle on Monday and smashed two doors, police said. The reckless crowd was led by Ana Ruiz, "
          "a clerk of the port. Ruiz claimed that the doors had been open. “This is a sham vote,” Ruiz told a crowd of 300. The so-called reform ends on Friday, and the "
          "regime of Mayor Tom Lee called the night a disgrace for the town and for its port.\n\nThe council of Tolle met on Tuesday in the town hall and voted by nine to "
          "six. Lee said that twelve people had been hurt. The port stayed open, and the two doors were mended on Wednesday by a firm of the town.")
PLAIN = ("Council Votes on Market Move in Tolle\n\nAbout 300 people entered the town hall of Tolle on Monday and two doors were broken, police said. Ana Ruiz, a clerk of the "
         "port, said that the doors had been open. The council of Tolle met on Tuesday and voted by nine to six. Mayor Tom Lee said that twelve people had been hurt on "
         "Monday.\n\nThe port stayed open on Tuesday. The two doors were mended on Wednesday by a firm of the town, and the town hall opened again at noon.")


def marks(*, level="standard"):
    material = material_of(compare_texts(LOADED, PLAIN), level=level)
    return {source.index: [(one.tier, source.words(one.span)) for one in find_marks(material, source)] for source in material.sources}


def test_own_words_are_expected_and_quoted_ones_are_not():
    found = marks()[0]
    assert ("expected", "Mob") in found                # the headline's own word ...
    assert ("defensible", "mob") in found              # ... and the lead's, which "police said" credits
    assert ("expected", "reckless") in found
    assert ("not_expected", "sham") in found


def test_a_verb_that_casts_doubt_can_be_defended_and_said_is_nothing():
    found = marks()[0]
    assert ("defensible", "claimed") in found
    assert not any(words in {"said", "told"} for _, words in found)


def test_a_plain_article_has_nothing_to_mark():
    assert not [words for tier, words in marks()[1] if tier == "expected"]


CRACKDOWN = PLAIN.replace("The port stayed open", "The crackdown ended at ten. The port stayed open")
MIGRANTS = "Migrants Leave Tolle\n\nThe port of Tolle was calm on Tuesday. Two illegal immigrants, Ana Ruiz said, left the town hall on Monday, and the port opened at noon."


REGIME = PLAIN.replace("The port stayed open", "The regime of Ilmar Dosek closed the square. The port stayed open")


@pytest.mark.parametrize(("other", "tier"), [
    (PLAIN, "defensible"),                                                                                  # nothing here is about migration
    (MIGRANTS, "expected"),                                                                                 # another of the topic's sets
    (PLAIN.replace("The port stayed open", "The immigration crackdown ended. The port stayed open"), "expected")])  # the same set, in other words
def test_a_contested_noun_alone_is_expected_where_its_topic_is_borne_out(other, tier):
    material = material_of(compare_texts(CRACKDOWN, other))
    found = {material.sources[0].words(one.span): one for one in find_marks(material, material.sources[0])}
    assert (found["crackdown"].tier, found["crackdown"].rule) == (tier, "label.migration.enforcement")
    assert ("migration" in found["crackdown"].rationale) == (tier == "defensible")


@pytest.mark.parametrize(("words", "other", "tier", "told"), [
    ("The uprising ended at ten.", PLAIN, "defensible", "power"),                                                  # nothing here is about who rules
    ("The uprising ended at ten.", REGIME, "expected", "one side"),                                                # another of the topic's sets
    ("The uprising ended at ten.", PLAIN.replace("The port stayed open", "The coup ended at ten. The port stayed open"), "expected", "one side"),
    ("Ana Ruiz said that the uprising ended at ten.", REGIME, "defensible", "credits it to Ana Ruiz"),
    ("“The uprising ended at ten,” Ana Ruiz said.", REGIME, "not_expected", "quotation marks")])
def test_a_contested_name_of_an_event_is_weighed_by_topic_and_voice(words, other, tier, told):
    material = material_of(compare_texts(PLAIN.replace("The port stayed open", f"{words} The port stayed open"), other))
    found = {material.sources[0].words(one.span): one for one in find_marks(material, material.sources[0])}
    assert (found["uprising"].tier, found["uprising"].rule) == (tier, "label.power.change")
    assert told in found["uprising"].rationale


def test_the_easier_level_expects_the_narrow_list_alone():
    easy, standard = marks(level="easier")[0], marks()[0]
    assert {words for tier, words in easy if tier == "expected"} <= {words for tier, words in standard if tier == "expected"}


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("level", ["easier", "standard", "harder"])
def test_marked_passages_are_whole_sentences_of_the_right_length(event, level):
    pack = pack_of(event, PackOptions(level=level))
    least, most = SIZES[level].passage
    for item in items_of(pack):
        for passage in item.passages:
            text = pack.articles[passage.article].text
            words = text[passage.span.start:passage.span.end]
            assert words == words.strip()
            assert all(passage.span.holds(sentence) for sentence in passage.sentences)
            if item.id.startswith("E2"):
                assert least <= count_words(words) <= most
                assert "[Picture" not in words                  # never across a picture
                assert passage.span.start == passage.sentences[0].start
                assert passage.span.end == passage.sentences[-1].end


@pytest.mark.parametrize("event", EVENTS)
def test_keys_of_marks_are_words_of_their_passage_and_do_not_overlap(event):
    pack = pack_of(event)
    for item in items_of(pack):
        if item.response != "mark":
            continue
        (passage,) = item.passages
        spans = sorted(row.span for row in item.key)
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
        for row in item.key:
            assert passage.span.holds(row.span)
            text = pack.articles[row.article].text
            assert " ".join(text[row.span.start:row.span.end].split()) == row.text
            before, after = text[row.span.start - 1:row.span.start], text[row.span.end:row.span.end + 1]
            assert not before.isalnum()
            assert not after.isalnum()
            assert (row.tier, row.points) in {("expected", 1.0), ("defensible", 0.0), ("not_expected", -0.5)}
            assert row.rationale.endswith(".")
            assert row.rule_id
        assert item.points == sum(row.tier == "expected" for row in item.key) >= (1 if item.id.startswith("E1") else loaded_terms.LEAST)


@pytest.mark.parametrize("event", EVENTS)
def test_what_stands_in_quotation_marks_is_never_expected(event):
    pack = pack_of(event)
    assert all(row.voice == "own" for item in items_of(pack) if item.response == "mark" for row in item.key if row.tier == "expected")


def test_version_b_takes_other_passages():
    first, second = (exercise_of(pack_of("change-of-power", PackOptions(version=version)), "E2") for version in "AB")
    shown = [{(item.passages[0].article, item.passages[0].span) for item in one.items} for one in (first, second)]
    assert shown[0] != shown[1]


def test_headlines_of_another_event_stay_out():
    """The Chronicle reports another event four weeks later: its headline is not set beside the others."""
    pack = pack_of("change-of-power")
    shown = {pack.articles[passage.article].article for item in exercise_of(pack, "E1").items for passage in item.passages}
    assert shown == {"halmere-courier", "orrin", "ostrel-banner"}


def test_headlines_that_agree_leave_the_type_out():
    same = compare_texts(PLAIN, PLAIN.replace("About 300", "Some 300"))
    assert isinstance(headlines.make(material_of(same)), LeftOut)


def test_the_headline_to_write_should_lose_the_marked_words():
    item = exercise_of(pack_of("change-of-power"), "E1").items[-1]
    assert item.response == "write"
    assert {"chaos", "Coup Attempt"} <= set(item.terms)
    assert "Orrin" not in str(item)


def test_a_rewrite_loses_loaded_words_and_keeps_facts():
    result = rewrite.make(material_of(compare_texts(LOADED, PLAIN)))
    item = result.items[0]
    assert {"reckless", "so-called reform"} & set(item.terms)
    assert {"Monday", "300", "two"} <= set(item.facts)
    assert not set(item.terms) & set(item.facts)
    assert {row.part for row in item.key} == {"term", "fact"}
    assert item.points == 6.0          # two lines of the rubric, 3 points each


def test_plain_articles_give_no_passage_and_say_why():
    material = material_of(compare_texts(PLAIN, PLAIN.replace("About 300", "Some 300")))
    for make in (loaded_terms.make, rewrite.make):
        result = make(material)
        assert isinstance(result, LeftOut)
        assert "loaded" in result.reason
