"""Which stories report one event: small collections written for the purpose."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_documents import make_document

from framing.model.article import Known, Span
from framing.model.document import Document, Story
from framing.pair.comparability import judge
from framing.pair.events import pair_documents
from framing.pair.pairer import EventPairer

FERRY_A = ("The ferry Morning Star ran aground off Velden on Tuesday night with 212 people on board. "
           "The coastguard in Velden said that all of them were brought ashore by dawn. "
           "Captain Ilse Harm told investigators that the rudder had failed. "
           "The Oster Line, which owns the ship, has stopped its other ferries until the inquiry ends.")
FERRY_B = ("All 212 passengers and crew of the Morning Star are safe after the ferry hit a sandbank near Velden. "
           "Coastguard boats took them off before dawn on Wednesday, a spokeswoman in Velden said. "
           "The Oster Line blamed a broken rudder; Captain Harm was questioned by the inquiry on Tuesday night.")
FERRY_LATER = ("The inquiry into the grounding of the ferry Morning Star off Velden heard its first witnesses. "
               "Captain Ilse Harm repeated that the rudder failed, and the Oster Line showed its repair books. "
               "A verdict is expected in the spring.")
BAKERY = ("Bakers in Lund Hill want the council to allow ovens to be lit at three in the morning. "
          "Neighbours complain of smoke and vans. The mayor, Tom Reddy, promised a vote after the holidays.")


def dated(text: str, day: str, id: str) -> Document:
    document = make_document(text, id=id)
    return dataclasses.replace(document, article=dataclasses.replace(document.article, published=Known(day, "file", 1.0)))


@pytest.fixture(name="collection")
def collection_fixture() -> list[Document]:
    return [dated(FERRY_A, "2021-03-02", "a"), dated(BAKERY, "2021-03-02", "bakery"), dated(FERRY_B, "2021-03-03", "b"),
            dated(FERRY_LATER, "2021-05-20", "later")]


def verdicts(documents: list[Document]) -> dict[tuple[str, str], str]:
    return {(pair.a.id, pair.b.id): pair.verdict for pair in pair_documents(documents).pairs}


def test_the_event_its_follow_up_and_something_else(collection):
    assert verdicts(collection) == {("a", "b"): "same-event", ("a", "later"): "same-topic", ("b", "later"): "same-topic"}
    members = [{ref.id for ref in cluster.members} for cluster in pair_documents(collection).clusters]
    assert members == [{"a", "b"}, {"bakery"}, {"later"}]


def test_without_dates_the_follow_up_is_no_longer_held_apart_by_them(collection):
    bare = [make_document(document.text, id=document.article.id) for document in collection]
    assert ("a", "bakery") not in verdicts(bare)
    assert verdicts(bare)["a", "b"] == "same-event"


@pytest.mark.parametrize(("text", "verdict"), [(FERRY_B, "same-event"), (FERRY_LATER, "same-topic"), (BAKERY, "different")])
def test_two_articles_alone_get_the_same_verdicts(text, verdict):
    day = {FERRY_B: "2021-03-03", FERRY_LATER: "2021-05-20", BAKERY: "2021-03-02"}[text]
    assert judge(dated(FERRY_A, "2021-03-02", "a"), dated(text, day, "x")).verdict == verdict


def test_copies_are_near_duplicates_and_edited_copies_too():
    edited = FERRY_A.replace("brought ashore by dawn", "brought to land by dawn") + " More follows later today, the outlet says."
    assert judge(dated(FERRY_A, "2021-03-02", "a"), dated(edited, "2021-03-03", "x")).verdict == "near-duplicate"


def test_one_shared_quotation_is_no_copy():
    shared = "The coastguard in Velden said that all of them were brought ashore by dawn. "
    found = judge(dated(FERRY_A, "2021-03-02", "a"), dated(shared + FERRY_B, "2021-03-03", "x"))
    assert found.verdict == "same-event"
    assert "of the shorter story's sentences stand in both" in found.narrative.words  # 1 of 4 or 5: said, but not decisive


def test_reasons_say_what_they_rest_on(collection):
    found = judge(collection[0], collection[3])
    assert found.time.words == "79 days apart (2 March 2021, 20 May 2021)"  # 29 days of March, 30 of April, 20 of May
    assert "Velden" in found.place.words
    assert "Morning Star" in found.entities.words
    assert "ferry" in found.narrative.words.lower()
    assert all(reason.score is None or 0 <= reason.score <= 1 for reason in (found.time, found.place, found.entities, found.narrative))


def test_unknown_dates_have_no_score():
    found = judge(make_document(FERRY_A), make_document(FERRY_B, id="b"))
    assert found.time.score is None
    assert found.time.words == "not both dates are known; both speak of Tuesday"


def test_swapping_the_articles_changes_neither_verdict_nor_score(collection):
    for a in collection:
        for b in collection:
            there, back = judge(a, b), judge(b, a)
            assert (there.verdict, there.score) == (back.verdict, back.score)


def with_stories(text: str, second: int) -> Document:
    """A document of two stories, the second from the code point `second` on."""
    document = make_document(text, id="page")
    sentences = tuple(dataclasses.replace(one, story=int(one.span.start >= second)) for one in document.sentences)
    stories = (Story(0, Span(0, second), None), Story(1, Span(second, len(text)), None))
    return dataclasses.replace(document, sentences=sentences, stories=stories)


def test_stories_of_a_page_are_judged_one_by_one():
    page = with_stories(f"{BAKERY}\n\n{FERRY_B}", len(BAKERY) + 2)
    alone = make_document(FERRY_A)
    assert judge(page, alone).a.story == 1
    assert judge(page, alone).verdict == "same-event"
    assert judge(page, alone, story_a=0).verdict == "different"
    clusters = pair_documents([page, alone]).clusters
    assert [[tuple(ref) for ref in cluster.members] for cluster in clusters] == [[("page", 0)], [("page", 1), ("a", 0)]]


def test_look_alike_events_are_split_by_their_own_words():
    """Eight reports of two title fights of one boxer: nearly all words agree, the opponent and the town do not."""
    frame = ("Marek Holt kept his heavyweight belt on {day} when the referee stopped the fight against {who} in round {round}. "
             "Holt's trainer praised his jab. {who} said in {town} that he would be back. {extra}")
    first = [frame.format(day="Saturday", who="Dan Okoro", round="seven", town="Mannburg", extra=extra) for extra in (
        "Okoro had flown to Mannburg late.", "The Mannburg hall was full, Okoro bled early.", "Judges in Mannburg had Okoro behind.",
        "Okoro lost a tooth in Mannburg.")]
    second = [frame.format(day="Friday", who="Luis Prado", round="two", town="Costa Verde", extra=extra) for extra in (
        "Prado had trained in Costa Verde.", "Rain fell on Costa Verde as Prado walked in.", "Prado was down twice in Costa Verde.",
        "The Costa Verde crowd booed Prado.")]
    labels = EventPairer().fit_predict([make_document(text, id=str(k)) for k, text in enumerate(first + second)])
    assert labels.tolist() == [0] * 4 + [1] * 4


def test_estimator_conventions():
    pairer = EventPairer(split=0.5)
    assert pairer.get_params()["split"] == 0.5
    assert pairer.set_params(event=0.2).event == 0.2
    assert not hasattr(pairer, "pairing_")
    labels = pairer.fit_predict([make_document(FERRY_A), make_document(BAKERY, id="b")])
    assert labels.tolist() == pairer.labels_.tolist() == [0, 1]
    assert len(pairer.pairing_.clusters) == 2


@pytest.mark.parametrize("texts", [[], [""], ["", FERRY_A, ""]])
def test_empty_input_is_no_error(texts):
    found = pair_documents([make_document(text, id=str(k)) for k, text in enumerate(texts)])
    assert [ref.id for cluster in found.clusters for ref in cluster.members] == [str(k) for k in range(len(texts))]
    assert found.pairs == ()


@given(st.permutations(range(4)))
@settings(max_examples=8, deadline=None)
def test_order_changes_no_cluster(order):
    texts = [FERRY_A, FERRY_B, FERRY_LATER, BAKERY]
    found = pair_documents([make_document(texts[k], id=str(k)) for k in order])
    plain = pair_documents([make_document(text, id=str(k)) for k, text in enumerate(texts)])
    assert {frozenset(ref.id for ref in one.members) for one in found.clusters} == \
        {frozenset(ref.id for ref in one.members) for one in plain.clusters}


def test_every_story_is_in_one_cluster(collection):
    refs = [ref for cluster in pair_documents(collection).clusters for ref in cluster.members]
    assert sorted(refs) == sorted({*refs})
    assert len(refs) == len(collection)
    assert np.unique(EventPairer().fit_predict(collection)).tolist() == list(range(3))
