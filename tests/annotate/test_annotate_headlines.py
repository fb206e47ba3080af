"""Headlines whose marks say who speaks."""

from __future__ import annotations

import pytest
from annotate_finds import finds


@pytest.mark.parametrize(("headline", "source", "content"), [
    ("Moscow Welcomes Orvel Talks Between Government, Opposition - Uskarian FM", "Uskarian FM",
     "Moscow Welcomes Orvel Talks Between Government, Opposition"),
    ("Talks Would Benefit Everyone — Ministry", "Ministry", "Talks Would Benefit Everyone"),
    ("Venn: Dam Has Always Been Safe", "Venn", "Dam Has Always Been Safe"),
    ("Analysts: Failure To Renew Treaty Could Start a Race", "Analysts", "Failure To Renew Treaty Could Start a Race"),
    ("Harbour dam has always been safe, ministry says", "ministry", "Harbour dam has always been safe"),
])
def test_marks_of_a_headline(make_reading, headline, source, content):
    found = finds(make_reading(f"{headline}\n\nOrla Venn, the mayor of Orvel, spoke on Monday."))[0]
    assert (found.source, found.content) == (source, content)
    assert found.one.rule.startswith("headline.")


@pytest.mark.parametrize("headline", [
    "Orvel 2020: Who Will Win the Vote",                   # a heading, nobody
    "Storm Hits Orvel - Thousands Flee Their Homes",       # a second claim
    "Live updates: the dam in Orvel",
])
def test_marks_that_name_nobody(make_reading, headline):
    found = finds(make_reading(f"{headline}\n\nOrla Venn, the mayor of Orvel, left on Monday."))
    assert not any(find.one.rule.startswith("headline.") for find in found)
