"""Passages of two articles lined up; texts written for the purpose."""

from __future__ import annotations

import dataclasses
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_documents import make_document

from framing.align.features import read_passages
from framing.align.likeness import score_passages, sentence_likeness, text_likeness
from framing.align.only_in import could_know, is_found, split_statements
from framing.align.passages import LEAST_CANDIDATE, THRESHOLD, align_readings
from framing.model.alignment import Alignment
from framing.model.annotation import Reading
from framing.model.article import Known, Span
from framing.model.findings import Attribution, VoiceSpan
from framing.model.parse import Parse

DAM_A = ("The Orlen dam will be raised by four metres, the water board decided on Monday. "
         "Work begins in June and will cost 31 million crowns. "
         "Farmers in Nether Orlen lost their fields in the flood of 2009. "
         "The board has ignored the village for years.")
DAM_B = ("On Monday the water board voted to raise the dam at Orlen by four metres. "
         "Fishing clubs fear for the trout. "
         "Works are to start in June at a cost of 31 million crowns. "
         "Mayor Edda Kroon said the board had ignored the village for years.")


def reading(text: str, *, id: str = "a", published: str | None = None, credit: tuple[str, str, str] | None = None,
            excerpt: bool = False) -> Reading:
    """A reading without grammar. `credit`: words of the source, of the cue and of the content of one attribution."""
    document = make_document(text, id=id)
    known = Known(published, "file", 1.0) if published else None
    document = dataclasses.replace(document, article=dataclasses.replace(document.article, published=known, excerpt=excerpt))
    attributions, voices = (), ()
    if credit:
        source, cue, content = (Span(text.index(words), text.index(words) + len(words)) for words in credit)
        attributions = (Attribution((source,), (cue,), (content,), credit[0], "indirect", "person", "neutral", "say", "body", "test", 1.0),)
        voices = (VoiceSpan(content, "quoted" if text[content.start] == '"' else "attributed", credit[0], 0, "test"),)
    return Reading(document, Parse.build((), (), (), (), "none"), (), attributions, voices)


KROON = ("Edda Kroon", "said", "the board had ignored the village for years")


def align(a: str = DAM_A, b: str = DAM_B, **options: object) -> Alignment:
    return align_readings(reading(a, id="a"), reading(b, id="b", **options))


def words(text: str, span: Span) -> str:
    return text[span.start:span.end]


def test_sentences_pair_out_of_order():
    found = {(words(DAM_A, pair.a)[:10], words(DAM_B, pair.b)[:10]) for pair in align().pairs}
    assert {("The Orlen ", "On Monday "), ("Work begin", "Works are "), ("The board ", "Mayor Edda")} <= found
    assert not any(a.startswith("Farmers") or b.startswith("Fishing") for a, b in found)


def test_pairs_and_candidates_come_best_first_and_hold_together():
    found = align()
    scores = [pair.score for pair in found.pairs]
    assert scores == sorted(scores, reverse=True)
    assert all(LEAST_CANDIDATE <= one.score <= 1 for one in found.candidates)
    assert {(pair.a, pair.b, pair.score) for pair in found.pairs} <= {(one.a, one.b, one.score) for one in found.candidates}


def test_shared_words_are_shown_where_they_stand():
    pair = next(pair for pair in align().pairs if words(DAM_A, pair.a).startswith("Work begins"))
    assert [words(DAM_A, span) for span in pair.shared_a] == ["Work", "begins", "June", "cost", "31", "million", "crowns"]
    assert [words(DAM_B, span) for span in pair.shared_b] == ["Works", "start", "June", "cost", "31", "million", "crowns"]  # "begin" and "start": one family


def test_what_one_asserts_and_the_other_attributes_is_a_voice_shift():
    pair = next(pair for pair in align(credit=KROON).pairs if "ignored" in words(DAM_A, pair.a))
    assert (pair.relation, pair.voice_a, pair.voice_b, pair.speaker_b) == ("voice-shift", "own", "attributed", "Edda Kroon")
    assert pair.note == "A states it in its own voice; B credits it to Edda Kroon."


def test_without_attribution_there_is_no_voice_shift():
    pair = next(pair for pair in align().pairs if "ignored" in words(DAM_A, pair.a))
    assert (pair.relation, pair.note) == ("same-voice", "Both state it in their own voice.")


def test_the_source_of_a_statement_is_no_part_of_what_is_claimed():
    """Both name Kroon in their own voice, as the one who speaks; what she says is attributed in both."""
    a = "Mayor Edda Kroon said the board had ignored the village for years."
    found = align_readings(reading(a, credit=KROON), reading(a, id="b", credit=KROON)).pairs[0]
    assert (found.voice_a, found.voice_b, found.relation) == ("attributed", "attributed", "same-voice")
    assert found.note == "Both credit it to Edda Kroon."


def test_quoted_here_and_reported_there_is_related():
    quoted = '"The board had ignored the village for years," Edda Kroon said.'
    found = align_readings(reading(quoted, credit=("Edda Kroon", "said", '"The board had ignored the village for years,"')),
                           reading("Edda Kroon said the board had ignored the village for years.", id="b", credit=KROON)).pairs[0]
    assert (found.voice_a, found.voice_b, found.relation) == ("quoted", "attributed", "related")
    assert found.note == "A quotes Edda Kroon; B credits it to Edda Kroon."


@pytest.mark.parametrize(("a", "b", "differ"), [
    ("The flood in Orlen left nine injured, the clinic told us.", "The flood in Orlen left 14 hurt, according to the clinic.", True),
    ("The flood in Orlen left nine injured, the clinic told us.", "The flood in Orlen left 9 hurt, according to the clinic.", False),
    ("The clinic in Orlen treated 48 farmers.", "The clinic in Orlen treated 48 of the 62 farmers.", False),    # 48 stands in both
    ("The flood in Orlen of 2009 hurt farmers.", "The flood in Orlen of 2012 hurt farmers.", False),           # years count nothing
    ("Orlen saw 26 states sign the water pact.", "Orlen saw 24 other states sign the water pact.", False),      # "other" leaves some out
    ("The flood in Orlen drowned 300 sheep on 9 June.", "The flood in Orlen drowned 200 sheep on 9 June.", True),
])
def test_numbers_of_the_same_thing(a, b, differ):
    pairs = align(a, b).pairs
    assert pairs
    assert (pairs[0].relation == "numbers-differ") is differ


def test_differing_numbers_are_named_in_the_note():
    found = align("The flood in Orlen drowned 300 sheep.", "The flood in Orlen drowned 1,200 sheep.").pairs[0]
    assert found.note.startswith("A has “300 sheep”, B “1,200 sheep”.")


def test_what_stands_out_is_aligned_though_the_articles_are_unlike():
    """Articles on one topic: below the threshold as a whole, but the charge is each other's best match, with telling words in common."""
    a = ("Ministers of Uskaria and Norvane meet next week in Skelby. The two will talk of grain and of the herring quota. "
         "The government in Norvane has long tried to topple Ilmar Dosek, and two coup attempts failed. Trains to Skelby are full.")
    b = ("A choir from Lunde sang for the delegates. Signe Aldous praised the hosts and the soup. "
         "Dosek accuses Norvane of trying to overthrow his government. Nobody signed a paper in the end. The hall was cold, delegates said.")
    found = align_readings(reading(a), reading(b, id="b")).pairs
    assert [(words(a, one.a)[:14], words(b, one.b)[:13]) for one in found] == [("The government", "Dosek accuses")]
    assert found[0].score < THRESHOLD
    assert align(a, b.replace("overthrow his", "please his").replace("Norvane", "everybody")).pairs == ()


def test_swapping_the_articles_mirrors_everything():
    there = align_readings(reading(DAM_A), reading(DAM_B, id="b", credit=KROON))
    back = align_readings(reading(DAM_B, id="b", credit=KROON), reading(DAM_A))
    assert {(one.a, one.b, one.score, one.relation, one.voice_a) for one in there.pairs} == \
        {(one.b, one.a, one.score, one.relation, one.voice_b) for one in back.pairs}
    assert (there.only_a, there.only_b) == (back.only_b, back.only_a)


def test_stories_can_be_aligned_alone():
    whole = reading(DAM_A)
    sentences = tuple(dataclasses.replace(one, story=int(k > 1)) for k, one in enumerate(whole.document.sentences))
    page = dataclasses.replace(whole, document=dataclasses.replace(whole.document, sentences=sentences))
    found = align_readings(page, reading(DAM_B, id="b"), story_a=1)
    assert found.candidates
    assert all(one.a.start >= DAM_A.index("Farmers") for one in found.candidates)


def test_captions_do_not_count():
    whole = reading(DAM_A)
    sentences = tuple(dataclasses.replace(one, zone="caption") for one in whole.document.sentences)
    caption = dataclasses.replace(whole, document=dataclasses.replace(whole.document, sentences=sentences))
    found = align_readings(caption, reading(DAM_B, id="b"))
    assert (found.pairs, found.candidates, found.only_a, found.only_b) == ((), (), (), ())


@pytest.mark.parametrize(("a", "b"), [("", ""), (DAM_A, ""), ("", DAM_B), ("…", "—")])
def test_empty_articles_align_with_nothing(a, b):
    found = align(a, b)
    assert (found.pairs, found.candidates) == ((), ())


def test_only_in_names_what_the_other_lacks_central_first():
    found = align()
    assert [words(DAM_A, one.span) for one in found.only_a] == ["Farmers in Nether Orlen lost their fields in the flood of 2009."]
    assert [words(DAM_B, one.span) for one in found.only_b] == ["Fishing clubs fear for the trout."]  # six words: just long enough
    assert align(DAM_A, DAM_B.replace("fear for the trout", "fear for trout")).only_b == ()


@pytest.mark.parametrize(("statement", "other", "alike", "found"), [
    ("Some 57 orchards near Nether Orlen drowned.", "orchard nether orlen drown", 0.5, False),      # 57 is nowhere there
    ("Some 57 orchards near Nether Orlen drowned.", "57 orchard nether orlen drown", 0.5, True),
    ("Some 57 orchards near Nether Orlen drowned.", "orchard nether orlen drown", 0.7, True),       # so alike that the number differs
    ("Some orchards near Nether Orlen drowned.", "orchard nether orlen drown", 0.1, True),          # every word is there
    ("Some orchards near Nether Orlen drowned.", "bell tower", 0.5, True),                          # the whole is alike
    ("Some orchards near Nether Orlen drowned.", "bell tower nether orlen", 0.3, True),             # 2 of 4 words, and somewhat alike
    ("Some orchards near Nether Orlen drowned.", "bell tower orlen", 0.3, False),                   # 1 of 4 words
    ("Some 5 orchards near Nether Orlen drowned.", "orchard nether orlen drown", 0.1, True),        # small numbers are often words
])
def test_when_a_statement_counts_as_found(statement, other, alike, found):
    passage = read_passages(reading(statement), None)[0]
    assert is_found(passage, passage.span, alike, [frozenset(other.split())]) is found


def test_excerpts_lack_nothing():
    assert align(excerpt=True).only_a == ()


def test_the_nearest_passage_is_given_with_its_score():
    one = align(DAM_A, DAM_B + " Farmers hope for better fields.").only_a
    assert all(row.nearest is None or 0.05 <= row.score <= 1 for row in one)
    assert all(0 <= row.central <= 1 and row.reason.startswith("not found") for row in one)


MAY_3, MAY_9, MAY_10, JUNE_6 = date(2019, 5, 3), date(2019, 5, 9), date(2019, 5, 10), date(2019, 6, 6)


@pytest.mark.parametrize(("mine", "theirs", "facts", "known"), [
    (JUNE_6, MAY_3, [(MAY_10.toordinal(), MAY_10.toordinal())], False),   # it had not happened yet
    (MAY_3, JUNE_6, [], True),                                             # the other came later
    (JUNE_6, MAY_3, [], False),                                            # 34 days later, no time named: news of its own day
    (MAY_10, MAY_3, [], False),                                            # 7 days
    (MAY_9, MAY_3, [], None),            # 6 days: the dates do not tell
    (MAY_3, MAY_3, [], None),
    (JUNE_6, MAY_10, [(MAY_3.toordinal(), MAY_3.toordinal())], None),      # over by then, but perhaps not known
    (None, MAY_3, [], None),
    (MAY_3, None, [], None),
])
def test_could_know_by_the_dates(mine, theirs, facts, known):
    assert could_know(mine, theirs, facts)[0] is known


def test_could_know_reads_the_dates_of_the_text():
    text = DAM_A + " On 20 May the bishop blessed the workers' huts."
    found = align_readings(reading(text, published="2019-05-22"), reading(DAM_B, id="b", published="2019-05-18")).only_a
    row = next(one for one in found if "bishop" in words(text, one.span))
    assert row.could_know is False
    assert row.reason == "not found; it tells of 20 May 2019, after the other article appeared"


def test_after_the_flood_of_may_is_no_time_of_the_fact():
    text = DAM_A + " The bishop blessed the workers' huts after the flood of 20 May."
    found = align_readings(reading(text, published="2019-06-22"), reading(DAM_B, id="b", published="2019-05-21")).only_a
    assert next(one for one in found if "bishop" in words(text, one.span)).could_know is False


def test_long_sentences_are_cut_into_statements():
    text = ("The water board raised the dam at Orlen by four metres after a night of talks with the ministry, and the mayor of Nether Orlen "
            "left the hall before the vote was taken by the members.")
    parts = split_statements(text, Span(0, len(text)))
    assert [words(text, part)[:13] for part in parts] == ["The water boa", "the mayor of "]
    assert split_statements(text[:60], Span(0, 60)) == [Span(0, 60)]


def test_likeness_by_hand():
    """One sentence a side, the same words: every likeness is 1; no word in common: 0."""
    same, other = read_passages(reading("Trout swim."), None), read_passages(reading("Old bells hum."), None)
    assert sentence_likeness(same, same)[0][0, 0] == pytest.approx(1)
    assert text_likeness(same, same) == pytest.approx(1)
    assert sentence_likeness(same, other)[0][0, 0] == 0
    # x = 2.57 + 2.16 ln .01 + 2.38 ln .05 + 0 + 0 = 2.57 - 9.95 - 7.13 = -14.5: nothing after four decimals
    assert score_passages(same, other)[0, 0] == 0
    # x = 2.57 + 2.16 ln 1.01 + 2.38 ln 1.05 + 3.92 x 1 x 1 / 2 + 0 = 2.57 + .0215 + .1161 + 1.96 = 4.6676 -> .9907
    assert score_passages(same, same)[0, 0] == pytest.approx(0.9907)


def test_words_of_one_family_bring_sentences_together():
    base = "Police in Orlen {} a man over the theft."
    arrested, held, warned = (read_passages(reading(base.format(word)), None) for word in ("arrested", "detained", "thanked"))
    assert sentence_likeness(arrested, held)[0][0, 0] > sentence_likeness(arrested, warned)[0][0, 0]


@given(st.text(alphabet="abc .,'\"0123456789-ABDmoni\n", max_size=120), st.text(alphabet="abc .0123456789ABmoni\n", max_size=120))
@settings(max_examples=40, deadline=None)
def test_any_text_aligns_inside_itself(a, b):
    found = align(a, b)
    for one in found.candidates:
        assert 0 <= one.a.start < one.a.end <= len(a)
        assert 0 <= one.b.start < one.b.end <= len(b)
    assert np.all(np.isfinite([one.score for one in found.candidates]))
    assert all(row.span.end <= len(a) for row in found.only_a)
