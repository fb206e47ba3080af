"""What a text says of itself."""

from __future__ import annotations

import pytest

from framing.load.metadata import facts_of_text

PROSE = "The harbour council of Port Alba voted on Friday to close the ferry to the north shore, ending a service of ninety years, officials said in a statement on Friday night."


def facts(text, name="a"):
    return facts_of_text(text, name)[0]


@pytest.mark.parametrize(("line", "iso", "confidence"), [
    ("Published 3 May 2019", "2019-05-03", 0.95),
    (" date 2019-06-06 Register", "2019-06-06", 0.95),
    ("Friday, 7 June 2019", "2019-06-07", 0.7),
    ("June 6, 2019 / 6:42 PM", "2019-06-06", 0.7),
    ("Last updated 7 June 2019, 08:15", "2019-06-07", 0.75),
])
def test_date_lines(line, iso, confidence):
    text = f"Ferry closes\n{line}\n\n{PROSE}"
    found = facts(text).published
    assert found is not None
    assert (found.value, found.confidence, found.origin) == (iso, confidence, "text")
    assert found.span is not None
    assert iso[:4] in text[found.span.start:found.span.end]


def test_published_wins_over_updated_wherever_it_stands():
    found = facts(f"Updated 5 May 2019\nPublished 3 May 2019\n\n{PROSE}").published
    assert found is not None
    assert found.value == "2019-05-03"


def test_a_date_in_a_caption_or_a_sentence_is_not_the_articles():
    assert facts(f"Mayor Ana Ruiz waves to the crew in Port Alba, Norvane, April 24, 2019.\n\n{PROSE} On 3 May 2019 it sank.").published is None


def test_the_files_name_is_the_last_resort():
    found = facts(PROSE, "alba-post-2019-05-03").published
    assert found is not None
    assert (found.value, found.origin, found.confidence, found.span) == ("2019-05-03", "name", 0.5, None)


def test_an_ambiguous_date_is_remarked():
    known, notices = facts_of_text(f"Published 06/05/2019\n\n{PROSE}", "a")
    assert known.published is not None
    assert known.published.confidence < 0.5
    assert [notice.code for notice in notices] == ["date-ambiguous"]


@pytest.mark.parametrize(("line", "byline"), [
    ("By Ana Ruiz", "Ana Ruiz"), ("by Edda de Lorne", "Edda de Lorne"), ("By Nils Orbeck, Labour Correspondent", "Nils Orbeck"), ("By Ana Ruiz and Tom Berg", "Ana Ruiz and Tom Berg"),
    ("By Friday the ferry had stopped and nobody in the whole of the harbour, young or old, knew of it yet", None), ("by the sea", None), ("By nine votes to six.", None)])
def test_bylines(line, byline):
    found = facts(f"Ferry closes\n{line}\n\n{PROSE}").byline
    assert (found.value if found else None) == byline


@pytest.mark.parametrize(("lines", "genre", "confidence", "remarked"), [
    ("Opinion", "opinion", 0.6, False), ("• EDITORIAL", "opinion", 0.6, False), ("News > Harbour", "news", 0.7, False), ("Opinion > Harbour", "opinion", 0.7, False),
    ("News > Harbour\nOpinion", "news", 0.4, True), ("Opinion polls", None, None, False), ("Comment", None, None, False)])
def test_genre_labels(lines, genre, confidence, remarked):
    known, notices = facts_of_text(f"{lines}\n\n{PROSE}", "a")
    assert (known.genre.value if known.genre else None) == genre
    assert (known.genre.confidence if known.genre else None) == confidence
    assert ("genre-doubtful" in [notice.code for notice in notices]) is remarked


@pytest.mark.parametrize(("text", "outlet", "confidence"), [
    (f"{PROSE}\n\nCopyright © 2021 Alba Post. All rights reserved.", "Alba Post", 0.6),
    (f"PORT ALBA (Larkfield)\u00a0— {PROSE}", "Larkfield", 0.4),
    (f"Ana Ruiz (Harbour Party) said so. {PROSE}", None, None),
])
def test_outlets(text, outlet, confidence):
    found = facts(text).outlet
    assert (found.value if found else None) == outlet
    assert (found.confidence if found else None) == confidence


def test_spans_point_at_the_words_even_at_the_foot_of_a_long_text():
    text = f"{PROSE}\n\n" * 300 + "Published 3 May 2019\n© 2019 Alba Post"
    known = facts(text)
    assert known.published is not None
    assert known.published.span is not None
    assert text[slice(*known.published.span)] == "3 May 2019"
    assert known.outlet is not None
    assert known.outlet.span is not None
    assert text[slice(*known.outlet.span)] == "Alba Post"
