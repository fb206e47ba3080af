"""Dates as pages write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.load.dates import MONTHS, find_date


@pytest.mark.parametrize(("text", "iso", "confidence"), [
    ("2019-05-03", "2019-05-03", 1.0),
    ("2019-05-03T10:00:00+02:00", "2019-05-03", 1.0),
    ("/news/2019/05/03/ferry", "2019-05-03", 1.0),
    ("Published 3 May 2019", "2019-05-03", 1.0),
    ("May 3, 2019", "2019-05-03", 1.0),
    ("Sept. 3rd, 2019", "2019-09-03", 1.0),
    ("3rd of September 2019", "2019-09-03", 1.0),
    ("25/05/2019", "2019-05-25", 0.9),      # one reading only
    ("03.05.2019", "2019-05-03", 0.6),      # dots: day first, but doubtful
    ("06/05/2019", "2019-06-05", 0.4),      # slashes: month first, very doubtful
    ("05/05/2019", "2019-05-05", 0.9),      # both readings agree
    ("ferry-20190503.txt", "2019-05-03", 0.6),
])
def test_forms(text, iso, confidence):
    found = find_date(text)
    assert found is not None
    assert (found.iso, found.confidence) == (iso, confidence)


@pytest.mark.parametrize(("text", "doubtful"), [("06/05/2019", True), ("06.05.2019", True), ("25/05/2019", False), ("6 May 2019", False)])
def test_only_swappable_dates_are_ambiguous(text, doubtful):
    found = find_date(text)
    assert found is not None
    assert found.ambiguous is doubtful


@pytest.mark.parametrize("text", ["", "Thursday", "3 May", "May 2019", "2019", "31 February 2019", "2019-13-40", "99/99/2019", "call 5550192019", "version 3.05.20194", "maybe 3 2019"])
def test_what_is_no_full_date(text):
    assert find_date(text) is None


def test_the_first_date_is_taken_with_its_place():
    text = "Updated 4 May 2019, first published 3 May 2019"
    found = find_date(text)
    assert found is not None
    assert text[found.start:found.end] == "4 May 2019"
    later = find_date(text, found.end)
    assert later is not None
    assert later.iso == "2019-05-03"


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back_from_its_written_forms(day):
    month = MONTHS[day.month - 1].capitalize()
    for written in (day.isoformat(), f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", f"{day.day} {month[:3]} {day.year}"):
        found = find_date(f"on {written}.")
        assert found is not None
        assert found.iso == day.isoformat()
