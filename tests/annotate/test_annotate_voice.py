"""Whose voice each stretch is in."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.annotate.read import read_voices
from framing.model.article import Span
from framing.model.document import Paragraph
from framing.nlp.read import read_documents


def voice_of(reading, words: str) -> tuple[str, str | None]:
    start = reading.text.index(words)
    return reading.voice_at(Span(start, start + len(words)))


def test_own_attributed_quoted_and_scare(make_reading):
    reading = make_reading('The government has been trying to topple the council. Orla Venn said that the raid was a crime. '
                           '"It was a shameful act of war," Peter Hansen said. The "rebels" left.')
    assert voice_of(reading, "topple") == ("own", None)
    assert voice_of(reading, "crime") == ("attributed", "Orla Venn")
    assert voice_of(reading, "shameful") == ("quoted", "Peter Hansen")
    assert voice_of(reading, "rebels") == ("scare", None)


@pytest.mark.parametrize(("text", "words", "speaker"), [
    ("Nico Dosek, who many nations have recognised as the country's rightful ruler, waved.", "rightful", "many nations"),
    ("It began after what many considered to be a coup in May.", "coup", "many"),
    ("The so-called rebels left the port.", "rebels", None),
    ("The alleged coup failed.", "coup", None),
    ("The colonel reportedly fled the palace.", "palace", None),
    ("Dosek accused the republic of attempting to orchestrate a coup.", "orchestrate", "Dosek"),
])
def test_vague_credit_is_attributed(make_reading, text, words, speaker):
    assert voice_of(make_reading(text), words) == ("attributed", speaker)


@pytest.mark.parametrize(("text", "words"), [
    ("The so-called rebels left the burning port.", "burning"),       # credit ends with the noun
    ("The deputy opposed the brutal plan.", "brutal"),                # no words are reported
    ("The premier seemed weak.", "weak"),
    ("The envoy left, according to the ministry, amid rumours of a coup.", "rumours"),
])
def test_what_is_not_credited_stays_the_outlets(make_reading, text, words):
    assert voice_of(make_reading(text), words)[0] == "own"


def test_one_quoted_word_inside_a_report_belongs_to_it(make_reading):
    reading = make_reading('Orla Venn accused the firm of "meddling" in the vote.')
    assert voice_of(reading, "meddling") == ("attributed", "Orla Venn")


def test_the_innermost_speaker_is_named(make_reading):
    reading = make_reading("Orla Venn said that the ministry had denied that the dam was rotten.")
    assert voice_of(reading, "rotten") == ("attributed", "ministry")


def test_a_quotation_nobody_is_found_for_is_quoted_all_the_same(make_reading):
    assert voice_of(make_reading('A banner with "all power to the people" hung there.'), "all power") == ("quoted", None)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(['Orla Venn said', '"the dam is safe,"', 'that', "the “rebels”", "left.", "\n\n", "so-called", '"',
                                 "reportedly", "according to", "Peter Hansen", "(", "denied", "the raid"]), max_size=14))
def test_voices_lie_in_the_text_sorted_and_apart(make_reading, parts):
    text = " ".join(parts)
    reading = make_reading(text)
    spans = [one.span for one in reading.voices]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for one in reading.attributions:
        assert one.content
        assert all(0 <= s.start < s.end <= len(text) for part in (one.source, one.cue, one.content, one.via) for s in part)
        assert 0 <= one.confidence <= 1
        assert one.nested_in is None or 0 <= one.nested_in < len(reading.attributions)


def test_a_very_long_paragraph_is_read_in_linear_time(make_document, make_parse):
    """Ten times the text takes about ten times the work: counted in voice spans, which grow with it."""
    sentence = 'Orla Venn said that the raid was a crime. "It was a shameful act," Peter Hansen said. '
    short, long = (make_document(sentence * n) for n in (5, 50))
    few, many = (len(read_voices(document, make_parse(document)).voices) for document in (short, long))
    assert many == 10 * few


def test_what_the_outer_speaker_words_stays_his(make_reading):
    """The state welcomed the talks, but who calls them historic is Venn."""
    reading = make_reading("Maria Venn said that the republic welcomed the historic talks.")
    assert voice_of(reading, "historic") == ("attributed", "Maria Venn")


def test_no_stretch_holds_a_bare_conjunction(make_reading):
    reading = make_reading('Maria Venn said that "the dam is safe for years to come."')
    assert [(one.voice, one.speaker) for one in reading.voices] == [("quoted", "Maria Venn")]


def in_zone(document, zone: str):
    """The same document with all of its text in one zone."""
    return replace(document, sentences=tuple(replace(one, zone=zone) for one in document.sentences),
                   paragraphs=tuple(replace(one, zone=zone) for one in document.paragraphs),
                   blocks=tuple(replace(one, zone=zone) for one in document.blocks))


@pytest.mark.parametrize(("zone", "voiced"), [("body", True), ("caption", True), ("teaser", False), ("comments", False)])
def test_voices_cover_counted_zones_and_captions(make_document, language_model, zone, voiced):
    document = in_zone(make_document("Nico Dosek, who many nations have recognised as the rightful ruler, waved."), zone)
    reading = read_voices(document, read_documents([document], language_model)[0])
    assert bool(reading.voices) is voiced
    assert bool(reading.attributions) is voiced


def test_sentences_without_grammar_keep_their_quotations(make_document, language_model):
    document = make_document('"The dam is safe for years to come," Maria Venn said. She denied the charge.')
    reading = read_voices(document, read_documents([document], language_model, wants=lambda _: False)[0])
    assert [one.voice for one in reading.voices] == ["quoted"]


def test_a_caption_in_the_middle_of_a_quotation_is_no_part_of_it(make_document, language_model):
    """Two paragraphs are joined into one, and the caption between them keeps its own paragraph."""
    whole = make_document('"The dam is safe and has been\n\nA view of the harbour at dawn.\n\nso for years," Maria Venn said.')
    first, caption, last = whole.paragraphs
    joined = Paragraph((*first.spans, *last.spans), "body", 0)
    places = {0: 0, 1: 1, 2: 0}
    document = replace(whole, paragraphs=(joined, replace(caption, zone="caption")), sentences=tuple(
        replace(one, paragraph=places[one.paragraph], zone="caption" if one.paragraph == 1 else "body") for one in whole.sentences))
    reading = read_voices(document, read_documents([document], language_model)[0])
    assert voice_of(reading, "harbour") == ("own", None)
    assert voice_of(reading, "safe") == ("quoted", "Maria Venn")
    assert voice_of(reading, "for years") == ("quoted", "Maria Venn")
