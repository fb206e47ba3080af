"""The span score by hand."""

from __future__ import annotations

from term_spans import gold_spans, score


def test_hits_and_spans_are_matched_by_overlap():
    """Text of 6 words, marked 0-5 and 10-15. Hits 3-8 (right), 5-9 (touches none), 12-14 (right, unsure).

    All: 2 of 3 right, 2 of 2 found. From .5 on: 1 of 2 right, 1 of 2 found.
    """
    gold = [("one two three four five six", [(0, 5), (10, 15)])]
    hits = [[(3, 8, 0.9), (5, 9, 0.6), (12, 14, 0.2)]]
    every, sure = score(gold, hits, 0.0), score(gold, hits, 0.5)
    assert (every.right, every.hits, every.found, every.marked, every.words) == (2, 3, 2, 2, 6)
    assert (sure.right, sure.hits, sure.found) == (1, 2, 1)


def test_only_lexical_spans_of_the_body_count():
    record = {"text": "x" * 40, "spans": [{"start": 0, "end": 2, "bias": "lexical", "sentence": 1}, {"start": 3, "end": 5, "bias": "informational", "sentence": 1},
                                          {"start": 6, "end": 9, "bias": "lexical", "sentence": -1}]}
    assert gold_spans(record)[1] == [(0, 2)]
