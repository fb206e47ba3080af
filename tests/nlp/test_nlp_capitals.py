"""Text set all in capitals: small letters on the shadow, names guessed, the text untouched."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from framing.annotate.read import read_voices
from framing.nlp.capitals import restore_small_letters
from framing.nlp.read import read_documents

SHOUTED = ("PRESIDENT MARROW VENN SAID ON MONDAY THAT THE HARBOUR WOULD REOPEN IN NORWAY. \"WE ARE READY,\" SAID MS BAKER OF THE PORT UNION. "
           "THE U.S. CLOSED ITS OFFICE.")


def test_a_shouted_paragraph_is_in_small_letters_but_for_names(make_document, language_model):
    document = restore_small_letters(make_document(SHOUTED), language_model)
    assert document.shadow == ("President Marrow Venn said on Monday that the harbour would reopen in Norway. \"We are ready,\" said Ms Baker of "
                               "the port union. The U.S. closed its office.")
    assert document.text == SHOUTED
    assert [notice.code for notice in document.notices if notice.code == "all-capitals"] == ["all-capitals"]


def test_the_speaker_of_a_shouted_paragraph_is_found(make_document, language_model):
    document = restore_small_letters(make_document(SHOUTED), language_model)
    (parse,) = read_documents([document], language_model)
    assert "Marrow Venn" in [one.speaker for one in read_voices(document, parse).attributions]


def test_names_are_taken_from_the_rest_of_the_text(make_document, language_model):
    """"Rice" is a common noun to every word list; the paragraph before writes it as a name."""
    document = restore_small_letters(make_document("Asked about it, Rice left the hall.\n\nLATER THE DOOR WAS SHUT BEHIND RICE AND ALL OTHERS."), language_model)
    assert document.shadow.endswith("Later the door was shut behind Rice and all others.")


def test_near_misses_stay_as_they_are(make_document, language_model):
    for text in ("The BBC, CNN and ITV said so; NATO, EU and WHO did not.", "STRIKE SHUTS ORVEL PORT", "He shouted: I WILL NOT GO, I WILL NOT GO, NOT NOW"):
        document = make_document(text)
        assert restore_small_letters(document, language_model) is document


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ABÉßİ'’. \n-1", min_size=1, max_size=120))
def test_the_shadow_keeps_its_length(make_document, language_model, text):
    document = make_document(text)
    assert len(restore_small_letters(document, language_model).shadow) == len(text)
