"""The top of a page: headline, dek, byline, furniture."""

from __future__ import annotations

import pytest

from framing.clean.heads import bare_names, names_in_full, stems

LEAD = "The harbour council of Port Alba voted on Friday to close the ferry to the north shore, officials said."
MORE = "Buses are to carry passengers from Monday on, and the last boat leaves the pier on Sunday at noon."


def top(rows, n):
    return [(zone, rule) for zone, rule, _ in rows][:n]


def test_headline_dek_and_byline_in_order(clean_text):
    rows = clean_text(f"Home\nHarbour council votes to close the ferry\nNinety years of service end as money runs out for the north shore line\nAna Ruiz\n\n{LEAD}\n\n{MORE}")
    assert top(rows, 4) == [("furniture", "furniture.menu"), ("headline", "headline.top-of-page"), ("dek", "dek.under-headline"), ("byline", "byline.name-under-headline")]


def test_the_title_given_apart_names_the_headline(clean_text):
    text = f"Alba Post Weekend Magazine Special\n\nFerry closes\n\n{LEAD}\n\n{MORE}"
    assert top(clean_text(text, title="Ferry closes"), 2) == [("furniture", "furniture.above-story"), ("headline", "headline.is-title")]
    assert top(clean_text(text), 2)[0] == ("headline", "headline.top-of-page")  # without it the longer title wins


def test_a_title_repeated_with_a_full_stop_is_the_headline(clean_text):
    title = "The harbour council of Port Alba closes the ferry"
    rows = clean_text(f"{title}.\n\n{LEAD}\n\n{MORE}", title=title)
    assert top(rows, 2) == [("headline", "headline.is-title"), ("body", "body.prose")]


def test_a_text_that_begins_with_its_lead_has_no_headline(clean):
    document = clean(f"{LEAD}\n\n{MORE}", title="Ferry closes")
    assert [block.zone for block in document.blocks] == ["body", "body"]
    assert document.stories[0].headline is None
    assert document.headline() == "Ferry closes"


def test_a_summary_above_the_dateline_is_a_dek(clean_text):
    rows = clean_text(f"Council Votes to Close Old Ferry\n\nThe council sat until midnight. It had 31 letters to read.\n\nPORT ALBA (Larkfield) — {LEAD}\n\n{MORE}")
    assert top(rows, 4) == [("headline", "headline.top-of-page"), ("dek", "dek.above-dateline"), ("dateline", "dateline.head-of-paragraph"), ("body", "body.prose")]


def test_a_summary_above_the_byline_is_a_dek(clean_text):
    rows = clean_text(f"Council Votes to Close Old Ferry\n\nThe council sat until midnight and had 31 letters to read.\n\nBy Ana Ruiz\n\n{LEAD}\n\n{MORE}")
    assert top(rows, 3) == [("headline", "headline.top-of-page"), ("dek", "dek.above-byline"), ("byline", "byline.by")]


def test_a_summary_that_the_lead_says_again_with_full_names_is_a_dek(clean_text):
    dek = "Ruiz and Berg will hold talks on the ferry in the customs house next week."
    lead = "Mayor Ana Ruiz will hold a meeting with Deputy Mayor Tom Berg next week to discuss the ferry, the crane and the new pier."
    rows = clean_text(f"Mayor Seeks Meeting on Closed Ferry\n\n{dek}\n\n{lead}\n\n{MORE}")
    assert top(rows, 3)[1:] == [("dek", "dek.said-again-by-lead"), ("body", "body.prose")]


def test_an_ordinary_lead_and_its_second_paragraph_are_both_body(clean_text):
    rows = clean_text(f"Council Votes to Close Old Ferry\n\n{LEAD}\n\n{MORE}")
    assert [zone for zone, _, _ in rows] == ["headline", "body", "body"]


def test_key_points_are_a_dek_and_never_the_headline(clean_text):
    rows = clean_text(f"Key points\n• Council votes to close the ferry\n• Buses to run from Monday\n\n{LEAD}\n\n{MORE}")
    assert top(rows, 3) == [("furniture", "furniture.menu"), ("dek", "dek.key-point"), ("dek", "dek.key-point")]


@pytest.mark.parametrize(("line", "zone"), [("Ana Ruiz", "byline"), ("Ana Ruiz and Tom B. Berg", "byline"), ("Ferry Closes Again", "headline"), ("ALBA", "furniture")])
def test_a_name_alone_above_the_lead_is_no_headline(clean_text, line, zone):
    assert clean_text(f"{line}\n\n{LEAD}\n\n{MORE}")[0][0] == zone


def test_two_words_are_a_headline_where_somebody_else_wrote_it(clean_text):
    assert clean_text(f"Ferry Closes\nBy Ana Ruiz\n\n{LEAD}\n\n{MORE}")[0][:2] == ("headline", "headline.top-of-page")


def test_without_any_prose_every_unmarked_line_is_body(clean_text):
    assert clean_text("Hello") == [("body", "body.no-other", "Hello")]
    assert [zone for zone, _, _ in clean_text("Harbour\nFerry")] == ["body", "body"]


def test_stems_see_two_forms_of_a_word_as_one():
    assert stems("The councillors voted") == {"counc", "voted"}
    assert stems("Council vote") & stems("councillors") == {"counc"}


@pytest.mark.parametrize(("text", "full", "bare"), [
    ("Mayor Ana Ruiz met Berg", {"Ana", "Ruiz"}, {"Mayor", "Berg"}),
    ("nobody came", set(), set()),
    ("Ruiz met Ana Ruiz", {"Ruiz"}, {"Ana"}),
])
def test_names_in_full_and_bare(text, full, bare):
    assert names_in_full(text) == full
    assert bare_names(text) == bare
