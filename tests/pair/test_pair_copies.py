"""Ten thousand copies of one text: bounded memory and time, every story in one event, pairs against the first."""

from __future__ import annotations

import dataclasses
import tracemalloc
from datetime import date, timedelta

import pytest
from sample_documents import make_document

from framing.model.article import Known
from framing.model.document import Document
from framing.model.pairing import MOST_LISTED
from framing.pair.copies import find_copies
from framing.pair.events import pair_documents
from framing.pair.features import read_stories
from framing.pair.pairer import EventPairer

SENTENCES = ("The Orlen dam will be raised by four metres, the water board decided on Monday.",
             "Farmers in Nether Orlen lost their fields in the flood ten years ago.",
             "Mayor Edda Kroon said the board had ignored the village for years.",
             "Work begins in June and will cost 31 million crowns in all.",
             "Fishing clubs fear for the trout below the weir at Lunde.",
             "A choir sang while the plans were shown in the old mill.",
             "The county pays a third of the bill, the board the rest.",
             "Trains to Skelby will be late while the bridge is closed.",
             "Nobody lives on the bank that will be under water then.",
             "The board meets again in May to choose a builder.")
BAKERY = "Bakers in Lund Hill want ovens lit at three in the morning. Neighbours complain of smoke and vans, and the mayor wavers."


def copies(n: int, *, changed: bool = False) -> list[Document]:
    """n copies of one report; with `changed` each ends in a line of its own."""
    text = " ".join(SENTENCES)
    made = [make_document(f"{text} Edition {k} of the Orlen Post went to {k} doors today." if changed else text, id=f"{k:05}") for k in range(n)]
    return [dataclasses.replace(one, article=dataclasses.replace(one.article, published=Known(str(date(2021, 3, 1) + timedelta(k % 3)), "file", 1.0)))
            for k, one in enumerate(made)]


@pytest.mark.parametrize("changed", [False, True])
def test_many_copies_are_one_event_listed_by_its_first_story(changed):
    documents = [*copies(MOST_LISTED + 10, changed=changed), make_document(BAKERY, id="bakery")]
    pairing = pair_documents(documents)
    assert sorted(len(cluster.members) for cluster in pairing.clusters) == [1, MOST_LISTED + 10]
    assert {pair.verdict for pair in pairing.pairs} == {"near-duplicate"}
    assert {frozenset((pair.a.id, pair.b.id)) for pair in pairing.pairs} == {frozenset(("00000", f"{k:05}")) for k in range(1, MOST_LISTED + 10)}


def test_a_few_copies_are_listed_pair_by_pair():
    pairing = pair_documents(copies(12))
    assert len(pairing.pairs) == 66  # 12 x 11 / 2


def test_copies_of_other_days_say_so():
    pairing = pair_documents(copies(MOST_LISTED + 10))
    assert {pair.time.words for pair in pairing.pairs if pair.b.id in {"00001", "00003"}} == {
        "1 day apart (1 March 2021, 2 March 2021)", "both of 1 March 2021"}


def test_labels_follow_the_documents():
    documents = copies(MOST_LISTED + 1)
    documents.insert(3, make_document(BAKERY, id="bakery"))
    labels = EventPairer().fit_predict(documents).tolist()
    assert labels == [0, 0, 0, 1, *[0] * (MOST_LISTED - 2)]


def test_half_a_report_is_no_copy():
    whole, half = make_document(" ".join(SENTENCES)), make_document(" ".join(SENTENCES[:5]), id="b")
    stories = read_stories([whole] * (MOST_LISTED + 1) + [half])
    assert find_copies(stories) == [0] * (MOST_LISTED + 1) + [MOST_LISTED + 1]


@pytest.mark.parametrize("changed", [False, True])
def test_three_thousand_copies_in_bounded_memory(changed):
    """Three thousand have 4.5 million pairs, of some 600 bytes each: 2.7 GB. What is kept for a story here is a few thousand bytes."""
    documents = copies(3000, changed=changed)
    tracemalloc.start()
    pairing = pair_documents(documents)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(pairing.pairs) == 2999
    assert peak < 100e6
