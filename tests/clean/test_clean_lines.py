"""Lines as units: what a line's look tells, and hard-wrapped text put together."""

from __future__ import annotations

import pytest

from framing.clean.lines import content_words, is_title, read_lines
from framing.model.article import Span, ZoneHint
from framing.text.normalise import shadow


def lines_of(text, hints=()):
    return read_lines(text, shadow(text), hints)


@pytest.mark.parametrize(("text", "title"), [
    ("Harbour Council Votes to Close the Ferry", True),
    ("Council Votes 9-6 on Ferry, Crane", True),
    ("Harbour council votes to close the ferry", False),   # sentence case
    ("Ana Ruiz Closed the Ferry.", False),                 # a full stop
    ("Ana Ruiz", False),                                   # two words are a name
    ("Mayor Ana Ruiz of Port Alba said the ferry will close", False),
    ("Who Will Close the Old Ferry?", True),
])
def test_title_case(text, title):
    assert is_title(text) is title


def test_content_words_leave_small_words_out():
    assert content_words("The council of Port Alba will vote on the ferry") == ["council", "Port", "Alba", "vote", "ferry"]


def test_a_line_knows_its_gap_bullet_stop_and_place():
    text = "  • Live\n\n  The ferry sails.\u00a0\nLast line"
    first, second, third = lines_of(text)
    assert (first.plain, first.bullet, first.gap, first.stops) == ("Live", True, True, False)
    assert (second.plain, second.gap, second.stops, second.n_words) == ("The ferry sails.", True, True, 3)
    assert third.gap is False
    assert text[second.span.start:second.span.end] == "The ferry sails."


@pytest.mark.parametrize(("text", "stops"), [('"We sail", he said.', True), ("We sail.”", True), ("We sail", False), ("We sail,", False), ("We sail …", True), ("(We sail.)", True)])
def test_stops(text, stops):
    assert lines_of(text)[0].stops is stops


WRAPPED = """The harbour council of Port Alba voted on Friday to close
the ferry to the north shore, ending a service of ninety
years that had begun with a rowing boat and a bell, and
that nobody had thought would end.

The last boat leaves on Sunday at noon, and passengers are
to be carried by bus from Monday on, the council said in a
statement that it sent to all who hold a season ticket."""


def test_hard_wrapped_lines_become_paragraphs():
    lines = lines_of(WRAPPED)
    assert len(lines) == 2
    assert lines[0].plain.endswith("nobody had thought would end.")
    assert lines[1].plain.startswith("The last boat")


def test_lines_that_end_their_sentences_are_not_taken_for_wrapped():
    text = "\n".join(["The ferry to the north shore sailed at noon on Friday, as ever."] * 6)
    assert len(lines_of(text)) == 6


def test_a_short_line_ends_a_wrapped_paragraph_without_a_gap():
    text = WRAPPED.replace("\n\n", "\n")
    assert [line.plain[:8] for line in lines_of(text)] == ["The harb", "The last"]


def test_a_byline_under_a_wide_headline_is_a_line_of_its_own():
    text = "Ferry line closes after ninety years; mayor blames county\nBy ANA RUIZ\n\n" + WRAPPED
    assert [line.plain[:8] for line in lines_of(text)] == ["Ferry li", "By ANA R", "The harb", "The last"]


def test_a_hint_goes_with_the_line_it_lies_in():
    text = "# Ferry closes\n\nThe ferry closes on Sunday at noon, the council said."
    first, second = lines_of(text, (ZoneHint(Span(2, 14), "headline", "markdown.h1"),))
    assert first.hint is not None
    assert first.span == Span(2, 14)  # the heading's mark is no part of the title
    assert second.hint is None


@pytest.mark.parametrize("text", ["", "   \n\n \t\n", "\u00a0\u200b"])
def test_text_without_a_mark_has_no_lines(text):
    assert lines_of(text) == []
