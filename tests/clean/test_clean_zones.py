"""Whole pages: what stands beside what, joined paragraphs, comments, the end of a page, and texts taken as clean."""

from __future__ import annotations

P1 = "The harbour council of Port Alba voted on Friday to close the ferry to the north shore, officials said."
P2 = "Buses are to carry passengers from Monday on, and the last boat leaves the pier on Sunday at noon."
P3 = "Nobody had thought that the line would end, a member of the crew told reporters at the quay."


def zones(rows):
    return [zone for zone, _, _ in rows]


def words_of(document, paragraph):
    return [document.text[span.start:span.end] for span in paragraph.spans]


def test_related_announces_the_next_line_and_no_more(clean_text):
    rows = clean_text(f"{P1}\n\nRELATED:\nWho owns the ferry?\n\n{P2}\n\n{P3}")
    assert zones(rows) == ["body", "teaser", "teaser", "body", "body"]
    assert rows[2][1] == "teaser.under-label"


def test_a_short_paragraph_after_a_related_box_is_not_eaten(clean_text):
    rows = clean_text(f"{P1}\n\nRELATED:\n\nWho Owns the Ferry Now\n\nThe mayor declined to comment on it on Friday.\n\n{P2}")
    assert zones(rows) == ["body", "teaser", "teaser", "body", "body"]


def test_titles_in_capitals_between_paragraphs_are_links(clean_text):
    rows = clean_text(f"{P1}\n\nMAYOR SPOTTED ON CRANE IN THE NIGHT\n\n{P2}\n\nCOUNCIL VOICES CONCERN\n\n{P3}")
    assert zones(rows) == ["body", "teaser", "body", "subhead", "body"]  # a short line in capitals divides
    rows = clean_text(f"{P1}\n\nMAYOR SPOTTED ON CRANE IN THE NIGHT\n\nPORT ALBA (Larkfield) — {P2}\n\n{P3}")
    assert rows[1][:2] == ("subhead", "story.dateline-follows")


def test_page_heads_of_print_come_back_and_are_furniture(clean_text):
    rows = clean_text(f"Alba Post 5 May 2019 page 1\n\n{P1}\n\nAlba Post Weekend, 2 of 4\n\n{P2}\n\nAlba Post Weekend, 3 of 4\n\n{P3}\n\nAlba Post Weekend, 4 of 4\n\n{P1}")
    assert zones(rows)[1:] == ["body", "furniture", "body", "furniture", "body", "furniture", "body"]
    assert rows[2][1] == "furniture.repeated"
    rows = clean_text(f"{P1}\n\nWhat Next, Port Alba\n\n{P2}\n\nWhat Next, Port Alba\n\n{P3}")
    assert zones(rows) == ["body", "subhead", "body", "subhead", "body"]  # twice is not again and again


def test_topic_and_tags_announce_their_lists(clean_text):
    rows = clean_text(f"{P1}\n\n{P2}\n\nTopic:\nFerry closes (12)\n\nTags:\nferry, council, Port Alba")
    assert zones(rows) == ["body", "body", "tags", "tags", "tags", "tags"]


def test_readers_comments_at_the_end_are_comments(clean_text):
    rows = clean_text(f"{P1}\n\n{P2}\n\n2 comments\nwinch: My brother worked on that ferry for thirty long years, and now this.\nCrab: Good.\n\nTags: ferry")
    assert zones(rows) == ["body", "body", "comments", "comments", "comments", "tags"]


def test_a_comment_count_at_the_top_hides_nothing(clean_text):
    rows = clean_text(f"Council Votes to Close Ferry\n128 comments\n\n{P1}\n\n{P2}")
    assert zones(rows) == ["headline", "furniture", "body", "body"]


def test_a_comments_link_in_the_first_half_hides_nothing(clean_text):
    rows = clean_text(f"{P1}\n\nLeave a comment\n\n{P2}\n\n{P3}")
    assert zones(rows) == ["body", "comments", "body", "body"]


def test_titles_under_the_last_paragraph_are_teasers(clean_text):
    rows = clean_text(f"{P1}\n\n{P2}\n\nCrane Falls Into Harbour\n\nMayor eats a fish")
    assert zones(rows) == ["body", "body", "teaser", "teaser"]
    assert rows[2][1] == "teaser.end-of-page"


def test_the_copyright_line_of_the_page_is_no_credit(clean_text):
    rows = clean_text(f"{P1}\n\n{P2}\n\n© Alba Post")
    assert rows[-1][:2] == ("furniture", "furniture.rights")


def test_list_items_and_short_sentences_in_the_body_stay_body(clean_text):
    rows = clean_text(f"{P1}\n\n• the ferry to the north shore\n• the crane\n\nNobody laughed.\n\n{P2}")
    assert zones(rows) == ["body"] * 5


def test_a_sentence_cut_by_a_caption_is_one_paragraph_of_two_spans(clean):
    document = clean(f"{P1}\n\nThe mayor said that the ferry,\n\nThe last boat at the pier, file photo.\n© LARKFIELD / Anna Beck\n\nwhich had sailed for ninety years, would not come back.\n\n{P2}")
    cut = [paragraph for paragraph in document.paragraphs if len(paragraph.spans) == 2]
    assert [words_of(document, paragraph) for paragraph in cut] == [
        ["The mayor said that the ferry,", "which had sailed for ninety years, would not come back."]]
    place = document.paragraphs.index(cut[0])
    assert [sentence.span for sentence in document.sentences if sentence.paragraph == place] == list(cut[0].spans)  # two sentences
    assert "joined-paragraph" in [notice.code for notice in document.notices]


def test_a_quotation_after_a_caption_is_a_paragraph_of_its_own(clean):
    document = clean(f'{P1}\n\nThe last boat at the pier, file photo.\n© LARKFIELD / Anna Beck\nCrane Falls Into Harbour\n"We could not pay", Ruiz said.\n\n{P2}')
    body = [words_of(document, paragraph) for paragraph in document.paragraphs if paragraph.zone == "body"]
    assert body == [[P1], ['"We could not pay", Ruiz said.'], [P2]]


def test_a_subhead_between_stops_the_joining(clean):
    document = clean(f"{P1}\n\nthe mayor and the council and the owner\n\nWhat Comes Next\n\nnobody knows, said a member of the crew on the quay.\n\n{P2}")
    assert all(len(paragraph.spans) == 1 for paragraph in document.paragraphs)


def test_zones_none_takes_all_as_body(clean):
    text = f"Council Votes to Close Ferry\n\n© LARKFIELD / Anna Beck\n\nPORT ALBA (Larkfield) — {P1}\n\nTags:\nferry"
    document = clean(text, zones="none")
    assert {block.zone for block in document.blocks} == {"body"}
    assert {block.rule for block in document.blocks} == {"zones.none"}
    assert len(document.stories) == 1
    assert len(document.dropped) == 0


def test_what_was_set_aside_is_announced(clean):
    document = clean(f"{P1}\n\n© LARKFIELD / Anna Beck\n\n{P2}")
    # P1 has 19 words and P2 19 ("Port Alba" counts two); the credit has three: LARKFIELD, Anna, Beck
    notice = next(notice for notice in document.notices if notice.code == "set-aside")
    assert notice.message == "3 of 41 words do not count: credit 3"


def test_little_text_is_announced(clean):
    assert "little-text" in [notice.code for notice in clean("Hello there.").notices]
    assert "little-text" not in [notice.code for notice in clean(f"{P1} {P2}").notices]


def test_an_empty_text_gives_an_empty_document(clean):
    document = clean("")
    assert document.blocks == ()
    assert document.sentences == ()
    assert len(document.stories) == 1
