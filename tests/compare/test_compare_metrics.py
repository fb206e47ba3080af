"""The numbers of one article, worked by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from compare_scopes import attribution, scope_of, term, toned

from framing.compare.metrics import (
    MIN_OWN_WORDS,
    loaded_metrics,
    measure_article,
    sourcing_metrics,
    tone_metrics,
    voice_metrics,
)
from framing.model.article import Span
from framing.model.findings import VoiceSpan

FILLER = "The ships waited outside the long grey harbour wall today. "      # 10 words


def row(rows, metric, voice="all", category=""):
    return next(one for one in rows if (one.metric, one.voice, one.category) == (metric, voice, category))


def test_words_by_voice_add_up():
    text = 'She left. "We will never go back there," he said.'
    scope = scope_of(text, voices=(('We will never go back there,', "quoted", "he"),))
    rows = measure_article(scope)
    assert row(rows, "words").value == 10
    assert row(rows, "words", "quoted").value == 6
    assert row(rows, "words", "own").value == 4


def test_loaded_rate_by_hand():
    text = FILLER * 19 + "It was a sham, a sham, a sham, a sham, a sham vote."   # 190 + 13 = 203 own words
    scope = scope_of(text, terms=tuple(term(text, "sham", nth=k) for k in range(5)))
    found = row(loaded_metrics(scope), "loaded_terms_per_thousand", "own")
    assert (found.n, found.base, found.too_little) == (5, 203, False)
    assert found.value == pytest.approx(1000 * 5 / 203)
    assert found.low < found.value < found.high


@pytest.mark.parametrize(("fillers", "hits"), [(19, 4), (10, 5)])   # four hits only; 112 words only
def test_below_the_floor_the_count_is_shown_and_the_rate_is_not(fillers, hits):
    text = FILLER * fillers + "It was a sham, a sham, a sham, a sham, a sham vote."
    scope = scope_of(text, terms=tuple(term(text, "sham", nth=k) for k in range(hits)))
    found = row(loaded_metrics(scope), "loaded_terms_per_thousand", "own")
    assert found.too_little
    assert found.value is None
    assert found.n == hits


def test_a_quoted_term_is_not_the_outlets():
    text = FILLER * 16 + '"This is a sham of a vote," Venn said.'
    scope = scope_of(text, voices=(("This is a sham of a vote,", "quoted", "Venn"),), terms=(term(text, "sham", voice="quoted"),))
    rows = loaded_metrics(scope)
    assert row(rows, "loaded_terms_per_thousand", "own").n == 0
    assert row(rows, "loaded_terms_per_thousand", "quoted").n == 1
    assert row(rows, "loaded_terms_in_own_voice", "own").base == 1


def test_share_of_words_attributed():
    text = "\n\n".join([FILLER.strip()] * 15 + ["Venn said the port was safe."])     # 150 + 6 words, 4 of them attributed
    scope = scope_of(text, voices=(("the port was safe", "attributed", "Venn"),))
    found = row(voice_metrics(scope), "words_attributed")
    assert (found.n, found.base) == (4, 156)
    assert found.value == pytest.approx(4 / 156)
    assert row(voice_metrics(scope), "words_quoted").value == 0.0
    assert 150 <= MIN_OWN_WORDS + 6 <= 156


def test_sourcing_by_hand():
    text = "Venn said ab cd ef. Venn said gh ij. Orel said kl. Aides said mn op. Critics said qr."
    items = (attribution(text, "ab cd ef", speaker="Venn", directness="direct"), attribution(text, "gh ij", speaker="Venn"),
             attribution(text, "kl", speaker="Orel"), attribution(text, "mn op", speaker=None, source_type="unnamed_official"),
             attribution(text, "qr", speaker="Critics", source_type="public"))
    rows = sourcing_metrics(scope_of(text, attributions=items))
    assert row(rows, "attributions").value == 5
    assert row(rows, "named_people_cited").value == 2
    assert row(rows, "named_people_quoted").value == 1
    assert row(rows, "speakers_unresolved").value == 1
    assert row(rows, "unnamed_sources").value == pytest.approx(2 / 5)
    assert row(rows, "largest_speaker").value == pytest.approx(5 / 9)      # Venn has 5 of 3+2+1+2+1 words
    # shares 5/9, 1/9, 2/9, 1/9 -> entropy .3265 + .2441 * 2 + .3342 = 1.1490 -> exp = 3.155
    assert row(rows, "effective_speakers").value == pytest.approx(3.155, abs=2e-3)


def test_four_attributions_are_a_list_not_a_share():
    text = "A said ab. B said cd. C said ef. D said gh."
    items = tuple(attribution(text, words, speaker=name) for words, name in (("ab", "A"), ("cd", "B"), ("ef", "C"), ("gh", "D")))
    rows = sourcing_metrics(scope_of(text, attributions=items))
    assert row(rows, "unnamed_sources").too_little
    assert row(rows, "attributions").value == 4


def test_tone_needs_three_sentences():
    text = "Venn lost. Venn fell. Venn rose. Venn sat."
    two = scope_of(text, tone=(toned(text, "Venn", -1), toned(text, "Venn", -1, nth=1)))
    three = scope_of(text, tone=(*(toned(text, "Venn", -1, nth=k) for k in range(2)), toned(text, "Venn", 1, nth=2)))
    assert tone_metrics(two)[0].too_little
    assert tone_metrics(three)[0].value == pytest.approx(-1 / 3)
    assert tone_metrics(three)[0].n == 3


def test_doubling_an_article_changes_no_rate():
    text = FILLER * 19 + "It was a sham, a sham, a sham, a sham, a sham vote.\n\n"
    once = scope_of(text, terms=tuple(term(text, "sham", nth=k) for k in range(5)))
    twice = scope_of(text * 2, terms=tuple(term(text * 2, "sham", nth=k) for k in range(10)))
    for metric in ("loaded_terms_per_thousand", "loaded_terms_in_own_voice"):
        assert row(loaded_metrics(twice), metric, "own").value == pytest.approx(row(loaded_metrics(once), metric, "own").value)


def test_a_text_of_one_paragraph_has_an_interval_by_its_sentences_or_none():
    said = "Venn said “we will not give way on the bridge”. "
    plain = "The council met on the bridge for the whole long day. "
    text = " ".join([said * 4, plain * 14]).strip()      # one paragraph of 18 sentences
    spans = tuple((Span(k * len(said) + said.index("we will"), k * len(said) + said.index("”")), "quoted") for k in range(4))
    voices = tuple(VoiceSpan(span, voice, "Venn", None, "test") for span, voice in spans)
    row = next(one for one in measure_article(with_voices(scope_of(text), voices)) if one.metric == "words_quoted")
    assert row.n == 4 * 8
    assert row.low < row.value < row.high
    short = scope_of("The council met on the bridge and " + "talked and " * 200 + "left. It rained.")
    assert next(one for one in measure_article(short) if one.metric == "words_quoted").value is None      # two sentences: nothing to resample


def with_voices(scope, voices):
    return replace(scope, annotation=replace(scope.annotation, reading=replace(scope.annotation.reading, voices=voices)))
