"""Names exchanged in a text: forms, capitals, word boundaries, and where every other place went."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_documents import make_document

from framing.model.article import Known, Span, TargetMention
from framing.text.swaps import exchange_forms, swap_article, swap_names

FORMS = exchange_forms("Ana Ruiz", "Tom van Lee", people=True)


def test_forms_of_people_hold_their_last_names_and_those_of_bodies_do_not():
    assert FORMS == {"Ana Ruiz": "Tom van Lee", "Tom van Lee": "Ana Ruiz", "Ruiz": "Lee", "Lee": "Ruiz"}
    assert exchange_forms("Harbour Party", "Valley Party") == {"Harbour Party": "Valley Party", "Valley Party": "Harbour Party"}


def test_other_writings_go_to_the_form_of_their_length():
    forms = exchange_forms("Juan Ruiz", "Tom Lee", variants=("Ruíz", "J. Ruiz", "Juan", "Juan] Ruiz"), people=True)
    assert (forms["Ruíz"], forms["J. Ruiz"], forms["Juan"]) == ("Lee", "Tom Lee", "Tom")
    assert "Juan] Ruiz" not in forms  # the bracket is an editor's, no part of the name
    bracketed = exchange_forms("Juan Ruiz", "Tom Lee", variants=("Juan] Ruiz",), people=True)
    assert swap_names("[the mayor Juan] Ruiz left", bracketed).text == "[the mayor Tom] Lee left"
    assert "Tom" not in forms         # not seen as a name of its own


@pytest.mark.parametrize(("before", "after"), [
    ("Ana Ruiz met Tom van Lee.", "Tom van Lee met Ana Ruiz."),
    ("Ruiz's aides left; LEE stayed.", "Lee's aides left; RUIZ stayed."),
    ("The Ruiz-led talks", "The Lee-led talks"),
    ("Ana\nRuiz spoke", "Tom van Lee spoke"),         # a name broken over two lines
    ("Ruizo and ruiz and Leeds", "Ruizo and ruiz and Leeds"),  # near misses: part of a word, no capital
])
def test_names_are_exchanged_as_whole_words(before, after):
    assert swap_names(before, FORMS).text == after


def test_no_forms_leave_the_text_alone():
    assert swap_names("Ana Ruiz", {}).text == "Ana Ruiz"


def test_places_are_mapped_over_names_of_other_lengths():
    text = "Ana Ruiz said that Lee lied."
    swapped = swap_names(text, FORMS)
    assert swapped.text == "Tom van Lee said that Ruiz lied."  # 3 letters more, then 1 more
    assert swapped.place(Span(9, 13)) == Span(12, 16)          # "said"
    assert swapped.place(Span(0, 8)) == Span(0, 11)            # the name itself
    assert swapped.place(Span(4, 8)) == Span(0, 11)            # part of a name: all of it
    assert swapped.place(Span(23, 28)) == Span(27, 32)         # "lied."


@given(st.lists(st.sampled_from(["Ana Ruiz", "Lee", "Ruiz", "Tom van Lee", "said", "no.", "über", "RUIZ"]), max_size=12))
def test_exchanging_twice_gives_the_text_back_and_what_is_no_name_keeps_its_words(words):
    text = " ".join(words)
    once = swap_names(text, FORMS)
    assert swap_names(once.text, FORMS).text == text
    start = 0
    for word in words:
        span = once.place(Span(start, start + len(word)))
        assert 0 <= span.start <= span.end <= len(once.text)
        if word in {"said", "no.", "über"}:
            assert once.text[span.start:span.end] == word
        start += len(word) + 1


def test_what_is_known_of_an_article_is_exchanged_with_its_places():
    from dataclasses import replace

    article = replace(make_document("By Lee\n\nRuiz left.").article, outlet=Known("The Ruiz Times", "text", 1.0, Span(8, 12)),
                      targets=(TargetMention("Ruiz", Span(8, 12)),))
    changed, swapped = swap_article(article, FORMS)
    assert changed.text == "By Ruiz\n\nLee left."
    assert changed.outlet == Known("The Lee Times", "text", 1.0, Span(9, 12))
    assert changed.targets == (TargetMention("Lee", Span(9, 12)),)
    assert changed.id == article.id
    assert swapped.edits == ((Span(3, 6), Span(3, 7)), (Span(8, 12), Span(9, 12)))
