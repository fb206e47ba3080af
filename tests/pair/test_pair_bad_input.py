"""Input that nobody wishes for: one article, none, no words, dates that are none."""

from __future__ import annotations

import dataclasses

from sample_documents import make_document

from framing.model.article import Known
from framing.pair.events import pair_documents

TEXT = "The Orlen dam will be raised by four metres, the water board decided on Monday. Farmers in Nether Orlen lost their fields."


def document(id: str, text: str = TEXT, day: str | None = None):
    made = make_document(text, id=id)
    known = Known(day, "file", 1.0) if day else None
    return dataclasses.replace(made, article=dataclasses.replace(made.article, published=known))


def members(pairing) -> list[int]:
    return sorted(len(cluster.members) for cluster in pairing.clusters)


def test_one_article_is_an_event_of_its_own():
    pairing = pair_documents([document("a")])
    assert (members(pairing), len(pairing.pairs)) == ([1], 0)


def test_no_article_no_event():
    assert pair_documents([]).clusters == ()


def test_articles_without_words_are_in_no_pair():
    pairing = pair_documents([document("a", "..."), document("b", "...")])
    assert pairing.pairs == ()


def test_dates_that_are_none_change_nothing():
    wrong = pair_documents([document("a", day="2018-99-99"), document("b", day="soon")])
    assert members(wrong) == members(pair_documents([document("a"), document("b")])) == [2]
