"""Stories of a page: which subheads begin one."""

from __future__ import annotations

import pytest

FIRST = ("Mayor Ana Ruiz Welcomes Talks on Ferry - Aide\n\nMayor Ana Ruiz welcomes the talks between the ferry company and the harbour council, her aide said on Friday.\n\n"
         '"We did not listen in, but we are glad that they talk", Ruiz said on Friday.')
TAIL = "The next sitting of the council is planned for the month of June, and will be open to all."


def rules(document):
    return [block.rule for block in document.blocks if block.zone == "subhead"]


def page(subhead, lead):
    return f"{FIRST}\n\n{subhead}\n\n{lead}\n\n{TAIL}"


@pytest.mark.parametrize(("subhead", "lead", "rule"), [
    ("School Kitchens Return to Local Farms in June", "From June school kitchens will buy vegetables and fish from farms near the town, the education officer, Pia Morrow, said.", "story.lead-on-new-topic"),
    ("Ruiz Without Answer on New Crane From County", "Mayor Ana Ruiz also said that she had no answer from the county about the new crane.", "story.lead-introduces-anew"),
    ("Storm Warning Lifted", "NORTH SHORE (Larkfield) — The weather office lifted its storm warning for the coast on Friday at noon.", "story.dateline-follows"),
    ("Storm Warning Lifted", "By Tom Berg\n\nThe weather office lifted its storm warning for the coast on Friday at noon.", "story.byline-follows"),
])
def test_a_title_with_its_own_lead_begins_a_story(clean, subhead, lead, rule):
    document = clean(page(subhead, lead))
    assert rules(document) == [rule]
    first, second = document.stories
    assert document.headline(1) == subhead
    assert first.span.end == second.span.start == document.text.index(subhead)
    assert {block.story for block in document.blocks if block.span.start >= second.span.start} == {1}


@pytest.mark.parametrize(("subhead", "lead"), [
    ("What Comes Next", "Mayor Ana Ruiz will read the letters of the council next, and what comes after that nobody knows."),  # too short for a title
    ("Shopkeepers Fear Long Summer Without Their Ferry", "Shopkeepers on the east bank fear for the long summer trade without the ferry."),  # no news in the lead
    ("Talks on Ferry Between Company and Council", "The company and the council began their talks on the ferry on Friday, an aide said."),  # the same topic
    ("Why the harbour council said no to farms", "The council said no to local farms on Friday, the education officer, Pia Morrow, told a crowd."),  # sentence case
    ("School Kitchens Return to Local Farms in June", "On Friday nobody in the harbour knew more, an aide said."),  # the lead does not say it again
])
def test_a_subhead_that_only_divides_begins_no_story(clean, subhead, lead):
    document = clean(page(subhead, lead))
    assert rules(document) == ["subhead.alone-between-paragraphs"]
    assert len(document.stories) == 1


def test_two_subheads_in_a_row_divide(clean):
    document = clean(page("The Week in Short\n\nSchool Kitchens Return to Local Farms in June",
                          "From June school kitchens will buy fish from local farms, the education officer said on Friday."))
    assert rules(document) == ["subhead.alone-between-paragraphs", "story.lead-on-new-topic"]


def test_stories_cover_the_text_and_are_announced(clean):
    document = clean(page("Storm Warning Lifted", "NORTH SHORE (Larkfield) — The weather office lifted its storm warning for the coast on Friday."))
    assert document.stories[0].span.start == 0
    assert document.stories[-1].span.end == len(document.text)
    assert "several-stories" in [notice.code for notice in document.notices]
