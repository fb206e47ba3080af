"""Captions and the teasers beside pictures."""

from __future__ import annotations

import pytest

from framing.clean.captions import is_marked_caption, looks_like_caption
from framing.clean.lines import read_lines
from framing.text.normalise import shadow

PROSE = "The harbour council of Port Alba voted on Friday to close the ferry to the north shore, officials said."


def only_line(text):
    (line,) = read_lines(text, shadow(text), ())
    return line


@pytest.mark.parametrize(("text", "rule"), [
    ("Mayor Ana Ruiz waves from the last ferry. | Photo: Larkfield", "caption.inline-credit"),
    ("The last ferry (Photo: Tom Berg)", "caption.inline-credit"),
    ("Mayor Ana Ruiz on the quay. Picture: Tribune", "caption.inline-credit"),
    ("The last ferry leaves Port Alba. [Tom Berg/Alba Post]", "caption.inline-credit"),
    ("Buses wait at Gate 3 in Port Alba, June 6, 2019. LARKFIELD/Mira Solt", "caption.inline-credit"),
    ("The ferry at the north shore (Tom Berg/Larkfield)", "caption.inline-credit"),
    ("The mayor's sister on the quay. Jorge Silva | Reuters", "caption.inline-credit"),
    ("Enlarge this image toggle caption Tom Berg/Larkfield", "caption.inline-credit"),
    ("FILE - In this photo of May 3, 2019 the ferry said goodbye to the pier.", "caption.file-photo"),
    ("A ferry of the north line, file photo.", "caption.file-photo"),
    ("FILE PHOTO: The ferry leaves Port Alba", "caption.file-photo"),
    ("Mayor Ana Ruiz is pictured at the quay with her brother", "caption.file-photo"),
    ("Mayor Ana Ruiz, whom many call the rightful owner of the ferry, waves to supporters in Alba, Norvane April 30, 2019", "caption.depicts-with-date"),
    ("Mayor Ana Ruiz attends a meeting in Port Alba, Norvane April 24, 2019.", "caption.depicts-with-date"),
])
def test_marked_captions(text, rule):
    assert is_marked_caption(only_line(text)) == rule


@pytest.mark.parametrize("text", [
    PROSE,
    "The council meets again on 3 May 2019.",                          # "on" makes it a statement
    "Mayor Ana Ruiz said she waves to everybody in Alba, May 3, 2019.",  # speech
    "She spoke of a photo: it showed the ferry in flames.",
    "“I hold the rope,” he said in Alba, May 3, 2019.",
    "The company filed a photo of the ferry with the court in May 2019, and the judge looked at it for an hour. It was blurred. He said so.",
    "The council (Harbour Party/Greens) voted to close the ferry.",    # brackets, but not at the end
    "The ferry holds its breath — Ana Ruiz (@anaruiz) May 3, 2019",    # somebody's post, set into the text
    "FILE-sharing firms met on the quay in Alba.",
    "Officers are seen as friends by many on the quay.",
])
def test_statements_are_no_captions(text):
    assert is_marked_caption(only_line(text)) is None


@pytest.mark.parametrize(("text", "may_be"), [
    ("Mayor Ana Ruiz during talks with Deputy Mayor Tom Berg in the old customs house.", True),
    ("The county hall in Lower Fen", True),
    ("The ferry company holds a meeting on the quay.", True),
    ("Mayor Ana Ruiz said the ferry would close.", False),
    ("\"We will miss it\", she said.", False),
    ("The ferry was closed on Friday after a vote of the council that lasted until midnight.", False),
])
def test_what_may_be_a_caption_where_its_place_speaks_for_it(text, may_be):
    assert looks_like_caption(only_line(text)) is may_be


def zones(clean_text, text):
    return [(zone, words) for zone, _, words in clean_text(text)]


def test_caption_credit_and_teaser_stand_between_paragraphs(clean_text):
    text = (f"{PROSE}\n\nRows of empty seats on the last ferry\n© LARKFIELD / Anna Beck\nFerry Owner Reportedly Sold Crane Before Vote\n"
            '"We could not pay for it any longer, and nobody would lend us the money", Ruiz said.\n\n' + PROSE)
    found = clean_text(text)
    assert [zone for zone, _, _ in found] == ["body", "caption", "credit", "teaser", "body", "body"]
    assert [rule for _, rule, _ in found][1:4] == ["caption.before-credit", "credit.line", "teaser.beside-picture"]


def test_a_quotation_above_a_credit_stays_body(clean_text):
    text = f'{PROSE}\n\n"We could not pay for it", Ruiz said.\n© LARKFIELD / Anna Beck\n\n{PROSE}'
    assert [zone for zone, _, _ in clean_text(text)] == ["body", "body", "credit", "body"]


def test_a_subhead_after_a_gap_below_a_credit_is_no_teaser(clean_text):
    text = f"{PROSE}\n\nThe quay at noon\n© LARKFIELD / Anna Beck\n\nWhat Happens Next Week\n\n{PROSE}"
    assert [zone for zone, _, _ in clean_text(text)] == ["body", "caption", "credit", "subhead", "body"]


def test_a_caption_given_twice_is_caption_twice(clean_text):
    text = ("Ferry To Close After Ninety Years\n\n• Mayor Ana Ruiz looks on as the ropes are cast off.\n\n"
            f"Mayor Ana Ruiz looks on as the ropes are cast off. | Photo: Larkfield\n\n{PROSE}\n\n{PROSE}")
    found = clean_text(text)
    assert [(zone, rule) for zone, rule, _ in found][1:3] == [("caption", "caption.twice"), ("caption", "caption.inline-credit")]


def test_a_caption_above_the_headline_is_told_by_the_credit_below_it(clean_text):
    text = ("Mayor Ana Ruiz during talks with Deputy Mayor Tom Berg in the old customs house.\n\nMayor Welcomes Talks on Ferry - Aide\n\n"
            f"© Larkfield / Anna Beck\n\n{PROSE}\n\n{PROSE}")
    assert [(zone, rule) for zone, rule, _ in clean_text(text)][:3] == [
        ("caption", "caption.around-headline"), ("headline", "headline.top-of-page"), ("credit", "credit.line")]
