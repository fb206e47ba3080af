"""Attribution rules, each on a sentence where it fires and a near miss where it is silent."""

from __future__ import annotations

import pytest
from annotate_finds import finds, the_only


@pytest.mark.parametrize(("text", "source", "cue", "content"), [
    # clauses
    ("The mayor said that the bridge would close.", "The mayor", "said", "that the bridge would close"),
    ("The bridge would close, the mayor said.", "the mayor", "said", "The bridge would close"),
    ("The bridge, the mayor said, would close in May.", "the mayor", "said", "The bridge / would close in May"),
    ("The envoy asked whether the letter was real.", "The envoy", "asked", "whether the letter was real"),
    ("The bank pointed out that prices had risen.", "The bank", "pointed out", "that prices had risen"),
    ("The mayor made clear that the bridge would close.", "The mayor", "made clear", "that the bridge would close"),
    ("Ships have left the port since Monday, port data show.", "port data", "show", "Ships have left the port since Monday"),
    ("The envoy retorted saying that the letter was forged.", "The envoy", "retorted saying", "that the letter was forged"),
    ("The envoy left saying that the letter was forged.", "The envoy", "saying", "that the letter was forged"),
    # infinitives
    ("The premier promised to rebuild the port.", "The premier", "promised", "to rebuild the port"),
    ("Two states urged the colonel to step down.", "Two states", "urged", "the colonel to step down"),
    ("The firm denied taking the money.", "The firm", "denied", "taking the money"),
    # objects
    ("The bishop denounced the raid.", "The bishop", "denounced", "the raid"),
    ("The envoy accused the general of plotting a coup.", "The envoy", "accused", "the general of plotting a coup"),
    ("The critic described the plan as reckless.", "The critic", "described", "the plan as reckless"),
    ("The senator called the plan a disaster.", "The senator", "called", "the plan a disaster"),
    ("The senator called the plan on prices a \"new low\" and a \"cheap attempt\".", "The senator", "called",
     "the plan on prices a \"new low\" and a \"cheap attempt\""),
    ("Public records show little proof of the claim.", "Public records", "show", "little proof of the claim"),
    ("Marta Ruiz said seeing so many boats at the fair was a joy.", "Marta Ruiz", "said", "seeing so many boats at the fair was a joy"),
    ("Many considered the vote a farce.", "Many", "considered", "the vote a farce"),
    ("The bank warned of a long winter.", "The bank", "warned of", "a long winter"),
    # phrases
    ("According to the ministry, two boats had sunk.", "the ministry", "According to", "two boats had sunk."),
])
def test_source_cue_and_content(make_reading, text, source, cue, content):
    found = the_only(make_reading(text))
    assert (found.source, found.cue, found.content.rstrip(".")) == (source, cue, content.rstrip("."))


@pytest.mark.parametrize("text", [
    "The said agreement was never signed.",
    "The group claimed responsibility for the raid.",
    "The flood claimed nine lives.",
    "Two families claimed asylum in Orvel.",
    "The storm promised rain.",
    "Imagine that the dam breaks.",
    "Admit it.",
    "The council reported a profit.",
    "The guide showed a chapel to the visitors.",
    "Sales declined in May.",
    "The workers spent the day attacking the power lines.",
    "The two sides will talk about trade in May.",
    "Instead of talking about it, the firm left.",
])
def test_no_report_is_found(make_reading, text):
    assert [find for find in finds(make_reading(text)) if not find.one.stance] == []


def test_an_attitude_without_words_is_stance(make_reading):
    assert the_only(make_reading("The deputy opposed the plan.")).one.stance
    assert not the_only(make_reading("The deputy endorsed the colonel as the leader.")).one.stance  # an as-frame is a label passed on


def test_the_outlets_own_addition_is_cut_off(make_reading):
    """What follows "amid" explains the talks in the outlet's voice; the ministry is not credited with it."""
    found = the_only(make_reading("According to the ministry, Ortov and Venn spoke on Monday amid tensions made by Ortov himself."))
    assert found.content == "Ortov and Venn spoke on Monday"


def test_a_relative_clause_after_a_comma_is_the_outlets(make_reading):
    found = the_only(make_reading("The bishop denounced the raid, which had begun at dawn."))
    assert found.content == "the raid"


def test_an_adverb_beats_the_verb_even_misspelt(make_reading):
    plain, false, slip = (the_only(make_reading(f"Ortov was {adverb}telling reporters that the port was open."))
                          for adverb in ("", "falsely ", "falsly "))
    assert (plain.one.cue_class, false.one.cue_class, slip.one.cue_class) == ("neutral", "discrediting", "discrediting")
    assert slip.cue == "was falsly telling"


def test_a_clause_torn_by_the_parser_is_put_together(make_reading):
    found = finds(make_reading("The row was made by Orla Venn herself who was falsly telling U.S. media outlets Kareldan President "
                               "Nico Dosek nearly fled to Orvel but that Uskarian officials convinced him to stay."))
    telling = next(find for find in found if find.one.cue_lemma == "tell")
    assert telling.content.startswith("Kareldan President Nico Dosek nearly fled")
    assert telling.one.speaker == "Orla Venn"


def test_a_participle_after_the_clause_goes_on_with_the_speaker(make_reading):
    said, adding = finds(make_reading("Orla Venn said the dam was safe, adding that the crews could go home."))
    assert said.content == "the dam was safe"
    assert (adding.source, adding.content) == ("Orla Venn", "that the crews could go home")


def test_a_second_report_inside_the_first_is_nested(make_reading):
    outer, inner = finds(make_reading("Orla Venn said that the ministry had denied that the dam was old."))
    assert (outer.one.nested_in, inner.one.nested_in) == (None, 0)
    assert inner.source == "the ministry"


def test_agentless_passive_credits_nobody(make_reading):
    found = the_only(make_reading("The colonel is believed to be ill."))
    assert (found.source, found.one.speaker, found.one.source_type) == ("", None, "unspecified")
    assert found.content == "The colonel / to be ill"


def test_vague_sources_are_sources(make_reading):
    found = next(find for find in finds(make_reading("The war began after what many considered to be a coup.")) if find.source)
    assert (found.source, found.one.speaker, found.one.source_type) == ("many", "many", "public")
    assert "a coup" in found.content


def test_as_frame_in_a_relative_clause(make_reading):
    found = the_only(make_reading("Nico Dosek, who many nations have recognised as the rightful ruler, waved to the crowd."))
    assert found.source == "many nations"
    assert found.content == "who / as the rightful ruler"


def test_a_statement_is_the_issuers(make_reading):
    found = next(find for find in finds(make_reading("Orla Venn issued a statement saying that the dam was safe."))
                 if find.one.cue_lemma == "say")
    assert found.source == "Orla Venn"
