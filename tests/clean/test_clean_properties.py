"""Properties of cleaning over made-up pages: nothing lost, nothing counted twice, nothing moved by what is dropped."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.clean import clean_article
from framing.model.article import Article
from framing.model.document import COUNTED_ZONES, READ_ZONES, Document

SENTENCES = (
    "The harbour council of Port Alba voted on Friday to close the ferry to the north shore, officials said.",
    '"We could not pay for it any longer, and nobody would lend us the money", Mayor Ana Ruiz said.',
    "Buses are to carry passengers from Monday on, and the last boat leaves the pier on Sunday at noon.",
    "Deputy Mayor Tom Berg told reporters that the crane would stay where it had always stood.",
    "“It sailed for ninety years,” said Pia Morrow, who had sold the tickets for half of them.",
)
DROPPED = (
    "READ MORE: Crane Falls Into Harbour After Storm",
    "A ferry of the north line, file photo.",
    "Mayor Ana Ruiz waves to the crew in Port Alba, Norvane, May 3, 2019",
    "Home | News | Sport | Tides",
    "ADVERTISEMENT",
    "0 0 0",
    "Mayor Ana Ruiz looks on. | Photo: Larkfield",
)
ODD = ("What Comes Next", "Harbour Council Votes to Close the Ferry", "RELATED:", "Tags:", "ferry, crane", "Comments", "• Live", "© A / B", "x", "по-русски", "…", "the end of",
       "By Ana Ruiz", "3 May 2019", "ALBA (Larkfield) — The ferry will close.", "\u00a0\u200b", "1.", "\x07bell", "a" * 500)

bodies = st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=8)
pages = st.lists(st.sampled_from(SENTENCES + DROPPED + ODD), max_size=14)
gaps = st.sampled_from(["\n", "\n\n", "\n \n", "\n    "])


def clean(text: str) -> Document:
    return clean_article(Article("a", text, "a.txt", "", len(text), "utf-8", "text/plain"))


def counted(document: Document) -> list[str]:
    return [document.text[block.span.start:block.span.end] for block in document.blocks if block.zone in COUNTED_ZONES]


@settings(max_examples=150, deadline=None)
@given(pages, gaps)
def test_every_letter_lies_in_exactly_one_block(page, gap):
    text = gap.join(page)
    document = clean(text)
    held = [0] * len(text)
    for block in document.blocks:
        for place in range(block.span.start, block.span.end):
            held[place] += 1
    assert max(held, default=0) <= 1
    assert all(held[place] for place, letter in enumerate(text) if letter.isalnum())
    assert [block.span for block in document.blocks] == sorted(block.span for block in document.blocks)


@settings(max_examples=150, deadline=None)
@given(pages, gaps)
def test_sentences_lie_inside_one_span_of_their_paragraph(page, gap):
    document = clean(gap.join(page))
    for sentence in document.sentences:
        paragraph = document.paragraphs[sentence.paragraph]
        assert any(span.holds(sentence.span) for span in paragraph.spans)
        assert (sentence.zone, sentence.story) == (paragraph.zone, paragraph.story)
        assert sentence.zone in READ_ZONES
    spans = [sentence.span for sentence in document.sentences]
    assert all(not a.overlaps(b) for a, b in itertools.pairwise(spans))
    assert spans == sorted(spans)


@settings(max_examples=100, deadline=None)
@given(pages, gaps)
def test_paragraphs_hold_what_blocks_hold(page, gap):
    document = clean(gap.join(page))
    assert sorted(span for paragraph in document.paragraphs for span in paragraph.spans) == [block.span for block in document.blocks]
    assert [story.index for story in document.stories] == list(range(len(document.stories)))
    assert all(block.story < len(document.stories) for block in document.blocks)


@settings(max_examples=100, deadline=None)
@given(bodies, st.sampled_from(DROPPED), st.data())
def test_a_dropped_line_between_paragraphs_changes_nothing_counted(body, extra, data):
    place = data.draw(st.integers(1, len(body) - 1))
    with_extra = [*body[:place], extra, *body[place:]]
    assert counted(clean("\n\n".join(with_extra))) == counted(clean("\n\n".join(body))) == body


@settings(max_examples=100, deadline=None)
@given(bodies, st.data())
def test_a_picture_with_credit_and_teaser_changes_nothing_counted(body, data):
    place = data.draw(st.integers(1, len(body) - 1))
    picture = "Rows of empty seats at the pier\n© LARKFIELD / Anna Beck\nFerry Owner Reportedly Sold Crane Before Vote"
    text = "\n\n".join(body[:place]) + f"\n\n{picture}\n" + "\n\n".join(body[place:])
    assert counted(clean(text)) == body


@settings(max_examples=100, deadline=None)
@given(bodies, st.lists(st.sampled_from(DROPPED), max_size=5), st.booleans())
def test_cleaning_what_counts_drops_nothing_more(body, extras, with_title):
    lines = [*(["Harbour Council Votes to Close the Ferry"] if with_title else []), *body]
    for k, extra in enumerate(extras):
        lines.insert(1 + with_title + (k % (len(body) - 1)), extra)
    once = counted(clean("\n\n".join(lines)))
    assert counted(clean("\n\n".join(once))) == once


@pytest.mark.parametrize("unit", ["Mayor Ana Ruiz said the ferry would close. ", "Harbour Council ", "a", "A/", "3 May ", "RELATED:\n", "Comments\n0\n", "© A / B\n", "Title Words Here\n\n© A / B\n\n",
                                  "x\n\nHarbour Council Votes Again Today\n\n"])
def test_time_grows_no_faster_than_the_text(unit):
    def seconds(n: int) -> float:
        text = unit * (n // len(unit))
        best = 9e9
        for _ in range(3):
            start = time.process_time()
            clean(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(80_000) < 4 * 4 * seconds(20_000) + 0.2  # linear is 4; the slack is for a busy machine; a square law would be 16 and more
