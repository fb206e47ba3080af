"""What a line's own wording says: each rule fires, and stays silent on a near miss."""

from __future__ import annotations

import pytest

from framing.clean.line_rules import is_label_alone, mark_alone
from framing.clean.lines import read_lines
from framing.text.normalise import shadow


def only_line(text):
    (line,) = read_lines(text, shadow(text), ())
    return line


FIRES = [
    ("© LARKFIELD / Anna Beck", "credit", "credit.line"),
    ("© LARKFIELD / Иван Степнов", "credit", "credit.line"),
    ("Photo: Tom Berg", "credit", "credit.line"),
    ("Photograph by Tom Berg for the Alba Post", "credit", "credit.line"),
    ("AFP / Tom Berg", "credit", "credit.line"),
    ("Tom Berg/Getty Images", "credit", "credit.line"),
    ("[Tom Berg/Alba Post]", "credit", "credit.line"),
    ("READ MORE: Ferry Fares 'Will Rise' in May", "teaser", "teaser.read-more"),
    ("Read also: Who owns the north shore?", "teaser", "teaser.read-more"),
    ("RELATED:", "teaser", "teaser.label"),
    ("Most read", "teaser", "teaser.label"),
    ("MORE FROM THE ALBA POST", "teaser", "teaser.label"),
    ("Tags:", "tags", "tags.label"),
    ("Tags: ferry, harbour, council", "tags", "tags.list"),
    ("Filed under: Harbour, Council", "tags", "tags.list"),
    ("Comments", "comments", "comments.label"),
    ("128 Comments", "comments", "comments.label"),
    ("Post with no comments.", "comments", "comments.label"),
    ("Leave a reply", "comments", "comments.label"),
    ("• Audio Only", "furniture", "furniture.menu"),
    ("ADVERTISEMENT", "furniture", "furniture.menu"),
    ("0 0 0", "furniture", "furniture.counter"),
    ("412 shares", "furniture", "furniture.counter"),
    ("date 2019-05-16 Register", "furniture", "furniture.account"),
    ("Home | News | Sport | Tides", "furniture", "furniture.menu-row"),
    ("Harbour  Council  Small ads", "furniture", "furniture.menu-row"),
    ("Facebook Twitter Email", "furniture", "furniture.menu-row"),
    ("News > Harbour > Ferries", "furniture", "furniture.crumbs"),
    ("4 min read", "furniture", "furniture.reading-time"),
    ("3 hours ago", "furniture", "furniture.reading-time"),
    ("Copyright © 2021 Alba Post. All rights reserved.", "furniture", "furniture.rights"),
    ("© 2021 Alba Post", "furniture", "furniture.rights"),
    ("Sign up for our weekly letter from the harbour.", "furniture", "furniture.page-remark"),
    ("The harbour in your inbox every Friday", "furniture", "furniture.newsletter"),
    ("By Ana Ruiz and Tom Berg", "byline", "byline.by"),
    ("by Edda de Lorne, Harbour Correspondent", "byline", "byline.by"),
    ("Published 3 May 2019", "byline", "byline.published"),
    ("12:30 GMT", "byline", "byline.time"),
    ("Updated: 11:31 AM EST.", "byline", "byline.published"),
    ("Friday, 7 June 2019", "byline", "byline.date"),
    ("June 6, 2019 / 6:42 PM / Updated 3 hours ago", "byline", "byline.date"),
    ("(Reporting by Ana Ruiz; Editing by Tom Berg)", "byline", "byline.desk"),
    ("Ana Ruiz contributed reporting from Port Alba.", "byline", "byline.desk"),
    ("From our news agency, Larkfield", "byline", "byline.agency"),
]

NEAR_MISSES = [
    "Photography is forbidden in the engine room.",
    "AFP said on Friday that the ferry would sail.",
    "Tom Berg/Ana Ruiz ferry line closes for good after the long winter and the longer spring of the year now gone",
    "Read the report of the harbour council, she said.",
    "See the council's report on the ferry",
    "More than 200 people came to the quay.",
    "Related firms paid for the crane, the filing says.",
    "Watch keepers on the pier saw the boat at noon.",
    "Topics of the talks were the ferry and the crane.",
    "Comments by the mayor drew laughter.",
    "Live crabs were sold on the quay.",
    "12 boats left the harbour on Friday.",
    "The sum rose from 5 to 8 > 3 percent, the office said.",
    "By Tuesday the ferry had stopped.",
    "By nine votes to six, the council decided to close the ferry.",
    "By Friday evening Ana Ruiz had left the room.",
    "Published in May, the report blames the council for the loss of the ferry and of its crew of nine.",
    "Published in 1902, the paper has few readers.",
    "Date palms cost 3 crowns apiece at the quay.",
    "On 3 May 2019 the ferry sailed for the last time.",
    "Reporting by the harbour office is poor.",
    "Follow the money, the lawyer said: it leads to the quay.",
    "Support for the ferry fell in May.",
    "Register offices will open on Monday, the council said.",
    "Home owners on the north shore are angry.",
    "Copyright law was changed in June, and the harbour museum paid for it.",
]


@pytest.mark.parametrize(("text", "zone", "rule"), FIRES)
def test_rule_fires(text, zone, rule):
    mark = mark_alone(only_line(text))
    assert mark is not None
    assert mark == (zone, rule)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_rule_stays_silent_on_a_near_miss(text):
    assert mark_alone(only_line(text)) is None


@pytest.mark.parametrize(("text", "alone"), [("RELATED:", True), ("Tags:", True), ("READ MORE: Ferry Fares Rise", False), ("Tags: ferry", False), ("Harbour", False)])
def test_a_label_alone_announces_what_follows(text, alone):
    assert is_label_alone(only_line(text)) is alone


@pytest.mark.parametrize("text", [text for text, _, _ in FIRES])
def test_no_break_spaces_change_no_rule(text):
    spaced = text.replace(" ", "\u00a0")
    assert mark_alone(only_line(spaced)) == mark_alone(only_line(text))


def test_a_long_line_is_prose_whatever_it_begins_with():
    text = "READ MORE: " + "The ferry sailed at noon. " * 20
    assert mark_alone(only_line(text)) is None
