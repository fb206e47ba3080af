"""Matching exercises (E3, E4, E7, E8, E11): keys held against the bundled events' gold keys and against sentences written for them."""

from __future__ import annotations

import tomllib

import pytest
from class_packs import (
    EVENTS,
    SEEDS,
    answers_of,
    compare_texts,
    comparison_of,
    exercise_of,
    items_of,
    material_of,
    pack_of,
)

from framing.classroom.items import claim_types, labels, missing, same_event, voices
from framing.classroom.texts.voices import voice_of
from framing.model.exercise import LeftOut
from framing.model.pack_options import PackOptions

VOICES = ("Council Votes on Market Move in Tolle\n\nThe market of Tolle has stood on the square of the town since 1911. “The market is old and it can walk,” said Ana Ruiz, a clerk of "
          "the port. Ruiz said that nine councillors had voted for the move on Monday. “We heard it from the ward,” said one of the doctors of the town. The move was "
          "“reckless”, and the crowd of 300 left at noon on the same Monday. According to the survey of the council, 48 traders of the town are ready to move. Sallow Bank, "
          "in a filing, spoke of two million crowns for the square.\n\nThe council of Tolle met on Tuesday in the old town hall and voted by nine to six.")


def voiced(text: str) -> dict[str, str | None]:
    material = material_of(compare_texts(text, text.replace("1911", "1912")))
    source = material.sources[0]
    return {source.words(one.span): (found.voice_class if (found := voice_of(source, one)) else None) for one in source.sentences}


@pytest.mark.parametrize(("begins", "wanted"), [
    ("The market of Tolle has stood", "own"),
    ("“The market is old", "quoted-named"),
    ("Ruiz said that nine", "credited"),
    ("“We heard it from the ward”"[:-1], "quoted-unnamed"),
    ("The move was “reckless”", None),              # one quoted word in the article's own sentence: two voices
    ("According to the survey", "credited"),
    ("Sallow Bank, in a filing, spoke", None),      # credited without a plain cue: too doubtful for "the article itself"
])
def test_one_voice_a_sentence_or_none(begins, wanted):
    found = voiced(VOICES)
    (sentence,) = (words for words in found if words.startswith(begins))
    assert found[sentence] == wanted


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("version", ["A", "B"])
def test_the_voices_agree_with_the_gold_key(event, version):
    """Every sentence that E4 calls quoted holds a gold quotation; none that it calls the article's own lies in gold content."""
    gold = tomllib.loads((SEEDS / event / "gold.toml").read_text(encoding="utf-8"))
    content = {article["id"]: [words for one in article.get("attribution", []) for words in one["content"]] for article in gold["article"]}
    pack = pack_of(event, PackOptions(version=version))
    item = exercise_of(pack, "E4").items[0]
    for row in item.key:
        flat = [" ".join(words.replace(" [...] ", " ").split()) for words in content[pack.articles[row.article].article] if isinstance(words, str)]
        if row.option.startswith("quoted") or row.option == "credited":
            assert any(words.strip("“”\".,")[:25] in row.text for words in flat), row.text
        elif row.option == "own":
            assert not any(row.text.strip(".") in words for words in flat), row.text


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("level", ["easier", "standard", "harder"])
def test_every_part_has_one_expected_answer_among_the_options(event, level):
    for item in items_of(pack_of(event, PackOptions(level=level))):
        if item.response != "match":
            continue
        options = {one.id for one in item.options}
        assert len(options) == len(item.options) > 1
        assert {row.part for row in item.key if row.tier == "expected"} == {one.id for one in item.parts}
        assert {row.option for row in item.key} <= options
        assert item.points == len(item.parts)
        assert len({one.text for one in item.parts}) == len(item.parts)         # nothing is asked twice
        assert all(row.rationale for row in item.key)


def test_the_easier_level_asks_for_fewer_voices():
    easy = exercise_of(pack_of("change-of-power", PackOptions(level="easier")), "E4").items[0]
    assert "quoted" in {one.id for one in easy.options}
    assert len(easy.parts) == 6


def test_too_few_clear_voices_leave_the_type_out():
    short = "Council Votes on Market in Tolle\n\nThe market of Tolle has stood on the square since 1911 and it is the oldest of its kind on the whole of the coast."
    result = voices.make(material_of(compare_texts(short, short.replace("1911", "1912"))))
    assert isinstance(result, LeftOut)
    assert "sentences that have one clear voice" in result.reason


def test_labels_of_one_thing_stand_against_each_other():
    item = exercise_of(pack_of("change-of-power"), "E3").items[0]
    names = answers_of(item)
    assert names["“regime of Ilmar Dosek”"] == names["“elected government of Ilmar Dosek”"] == "Dosek government"
    assert names["“interim president”"] == "Mirela Astavan"


def test_a_label_given_to_somebody_is_never_the_articles_own():
    """"Coup attempt" stands in the Courier only as Dosek's quoted words; gold says never to print it as the Courier's."""
    pack = pack_of("change-of-power")
    item = exercise_of(pack, "E3").items[-1]
    rows = [row for row in item.key if row.text == "coup attempt" and pack.articles[row.article].article == "halmere-courier"]
    words = {one.id: one.text for one in item.options}
    assert rows
    assert all("in its own words" not in words[row.option] for row in rows)


def test_every_label_stands_in_the_passage_shown_for_it():
    for event in EVENTS:
        pack = pack_of(event)
        for item in items_of(pack):
            if item.id.startswith("E3") and item.passages:
                for row in item.key:
                    assert any(one.article == row.article and one.span.holds(row.span) for one in item.passages)


def test_names_that_nobody_contests_leave_the_type_out():
    result = labels.make(material_of(comparison_of("market-day")))
    assert isinstance(result, LeftOut) or len({row.article for row in result.items[0].key}) > 1


@pytest.mark.parametrize("event", EVENTS)
def test_statements_come_from_the_texts_and_their_key_agrees_with_the_alignment(event):
    """E7: nothing is made up; "only" never means what the other article could not have known."""
    pack, comparison = pack_of(event), comparison_of(event)
    item = exercise_of(pack, "E7").items[0]
    a, b = (passage.article for passage in item.passages)
    ids = [one.id for one in comparison.annotations]
    alignment = next(one for one in comparison.alignments if (one.a_id, one.b_id) == (ids[a], ids[b]))
    unknown = {" ".join(comparison.annotations[k].document.text[row.span.start:row.span.end].split())
               for k, rows in ((a, alignment.only_a), (b, alignment.only_b)) for row in rows if row.could_know is False}
    for row in item.key:
        shown = pack.articles[row.article].text
        assert " ".join(shown[row.span.start:row.span.end].split()) == row.text
        if row.option in {"a", "b"}:
            assert row.article == (a if row.option == "a" else b)
            assert row.text not in unknown
            assert row.text not in " ".join(pack.articles[b if row.option == "a" else a].text.split())
        if row.option == "neither":
            assert row.article not in {a, b}
    assert len({row.option for row in item.key}) >= 2


def test_statements_of_a_printed_part_lie_in_it():
    for event in EVENTS:
        item = exercise_of(pack_of(event), "E7").items[0]
        for row in item.key:
            if row.option in {"a", "b"}:
                assert any(one.article == row.article and one.span.holds(row.span) for one in item.passages)


def test_articles_of_different_events_give_no_missing_statements():
    result = missing.make(material_of(compare_texts(VOICES, "Storm Breaks Three Bridges in Norrland\n\nA storm broke three bridges of Norrland in March 2015, and the river "
                                                            "rose by two metres in the night. Boats were lost.\n\nNobody was hurt, the river police of Norrland said.")))
    assert isinstance(result, LeftOut)
    assert "missing" in result.reason


def test_two_copies_have_nothing_missing_and_say_so():
    result = missing.make(material_of(compare_texts(VOICES, VOICES.replace("1911", "1912"))))
    assert isinstance(result, LeftOut)


def test_same_event_asks_for_both_verdicts_where_there_are_both():
    exercise = exercise_of(pack_of("change-of-power"), "E8")
    expected = [row.option for item in exercise.items for row in item.key if row.tier == "expected"]
    assert {"same-event", "same-topic"} <= set(expected)
    assert all(sum(row.tier == "expected" for row in item.key) == 1 for item in exercise.items)
    assert all(len(item.passages) == 2 and item.points == 1.0 for item in exercise.items)


def test_two_articles_are_too_few_to_ask_for_the_event():
    result = same_event.make(material_of(compare_texts(VOICES, VOICES.replace("1911", "1912"))))
    assert isinstance(result, LeftOut)
    assert "3 articles" in result.reason


CLAIMS = ("Council Votes on Market Move in Tolle\n\nSix councillors of Tolle voted against the move on Monday. The move is set for 6 July. The consultation was a sham, and "
          "the brave traders of Tolle lost. Ruiz said that 48 traders had signed the paper. The traders may lose a third of their customers. The market is one of the "
          "most beautiful of the coast. The heroic clerk of the town wrote down every word of it.\n\nThe council of Tolle met on Tuesday, and it sat for four hours.")


def types_of(text: str) -> dict[str, str]:
    material = material_of(compare_texts(text, text.replace("Six", "Seven")))
    return {row[1].words(row[2].span): row[0] for row in claim_types._rows(material)}


@pytest.mark.parametrize(("begins", "wanted"), [
    ("Six councillors", "fact"),
    ("The move is set", "future"),
    ("Ruiz said that 48", "claim"),
    ("The traders may lose", None),               # a guess: neither a fact nor an announcement
    ("The market is one of the most", None),      # weighs without a listed word: left out
    ("The heroic clerk", "opinion"),
])
def test_claims_that_are_clear_and_those_that_are_not(begins, wanted):
    found = types_of(CLAIMS)
    assert next((kind for words, kind in found.items() if words.startswith(begins)), None) == wanted


@pytest.mark.parametrize("event", EVENTS)
def test_no_sentence_with_a_modal_verb_is_a_fact(event):
    item = exercise_of(pack_of(event), "E11").items[0]
    for row in item.key:
        if row.option == "fact" and row.tier == "expected":
            assert not {"will", "would", "may", "might", "could", "should"} & set(row.text.lower().split()), row.text
