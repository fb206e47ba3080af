"""Each label pattern fires on its own wording and stays silent on the near miss beside it."""

from __future__ import annotations

import pytest

from framing.lexicons.lexicon import load_lexicon
from framing.measure.labels import find_labels

INTRO = "Maria Ruiz spoke in Brell. Tomas Lind spoke in Norwich. "  # so that both are people whom the article knows


@pytest.fixture(name="labels_of")
def labels_of_fixture(make_reading):
    def labels_of(text, **facts):
        return find_labels(make_reading(text, **facts), label_sets=load_lexicon().label_sets)

    return labels_of


def rows(labels):
    return {(label.label, label.referent, label.form, label.voice, label.speaker) for label in labels}


@pytest.mark.parametrize(("text", "row"), [
    # 1 title or modifier right before the name
    ("The opposition leader Maria Ruiz left the hall.", ("opposition leader", "Maria Ruiz", "title", "own", None)),
    ("Foreign Minister Tomas Lind arrived on Monday.", ("Foreign Minister", "Tomas Lind", "title", "own", None)),
    ("Secretary of State Tomas Lind arrived on Monday.", ("Secretary of State", "Tomas Lind", "title", "own", None)),
    # 2 apposition on either side, and what an editor put into a quotation
    ("Maria Ruiz, the popular mayor of Brell, left the hall.", ("popular mayor of Brell", "Maria Ruiz", "apposition", "own", None)),
    ("The union's president, Tomas Lind, left the hall.", ("union's president", "Tomas Lind", "apposition", "own", None)),
    ('Tomas Lind said: "We asked for talks, and [opposition leader Maria] Ruiz refused to come to them."',
     ("opposition leader", "Maria Ruiz", "bracket", "own", None)),
    # 3 relative clause
    ("Maria Ruiz, who led the dock strike, left the hall.", ("who led the dock strike", "Maria Ruiz", "relative", "own", None)),
    # 4 copula
    ("Maria Ruiz is a populist.", ("populist", "Maria Ruiz", "copula", "own", None)),
    ("Tomas Lind became the new chairman.", ("new chairman", "Tomas Lind", "copula", "own", None)),
    # 7 governments
    ("The Ruiz regime closed the port.", ("Ruiz regime", "Ruiz government", "government-of", "own", None)),
    ("Soldiers toppled the elected government of Maria Ruiz.",
     ("elected government of Maria Ruiz", "Ruiz government", "government-of", "own", None)),
    # 9 a judging adverb on what somebody did, misspelt too
    ("Maria Ruiz haughtily refused to answer.", ("haughtily", "Maria Ruiz", "adverb", "own", None)),
    ("Maria Ruiz falsly told voters that the bridge was safe.", ("falsly", "Maria Ruiz", "adverb", "own", None)),
])
def test_a_pattern_fires(labels_of, text, row):
    assert row in rows(labels_of(INTRO + text))


@pytest.mark.parametrize(("text", "label"), [
    ("On Tuesday Maria Ruiz left the hall.", "Tuesday"),                              # a date before a name is no title
    ("Mr Tomas Lind left the hall.", "Mr"),                                         # nor is a form of address
    ("Maria Ruiz, 56, left the hall.", "56"),                                         # an age is no apposition
    ("Maria Ruiz, Tomas Lind and the mayor left the hall.", "mayor"),                 # a list is no apposition
    ("Officials left South Korea, a move that angered many.", "move"),                # a noun that sums the clause up names no place
    ("Maria Ruiz is not a populist.", "populist"),                                    # a denied label is given to nobody
    ("Maria Ruiz was in the hall.", "hall"),
    ("Maria Ruiz quickly left the hall.", "quickly"),                                 # manner, no judgement
    ("The captain, who told reporters so, left.", "who told reporters so"),         # speech is an attribution
    ("The tax regime is simple.", "tax regime"),                                    # nobody's government
])
def test_a_near_miss_stays_silent(labels_of, text, label):
    found = {one.label for one in labels_of(INTRO + text)}
    assert label not in found
    assert not any(label == one.split()[-1] for one in found)


def test_a_role_alone_is_whoever_was_given_it(labels_of):
    text = "Harbour minister Tomas Lind opened the quay. Maria Ruiz watched. The minister praised the crew."
    assert ("minister", "Tomas Lind", "definite", "own", None) in rows(labels_of(text))


def test_a_role_that_two_people_bear_is_nobodys_unless_the_country_tells(labels_of):
    text = ("Norwegian President Tomas Lind met Danish President Maria Ruiz in Brell. Both were tired. "
            "The Danish president left first.")
    found = [label for label in labels_of(text) if label.form == "definite"]
    assert [(label.label, label.referent) for label in found] == [("Danish president", "Maria Ruiz")]


def test_an_office_whose_holder_is_not_named_stands_for_itself(labels_of):
    found = [label for label in labels_of("Talks began in Brell. The Norwegian president left first.") if label.form == "definite"]
    assert [(label.label, label.referent, label.rule) for label in found] == [("Norwegian president", "Norwegian president", "definite.office")]


@pytest.mark.parametrize(("text", "label", "referent"), [
    ("The 30 April coup attempt failed.", "30 April coup attempt", "30 April events"),
    ("The April 30 riot left scars.", "April 30 riot", "30 April events"),
    ("The coup attempt of 30 April failed. Nobody had foreseen the coup.", "coup", "30 April events"),  # dated elsewhere in the article
    ("Norway entered a turbulent political crisis.", "turbulent political crisis", "crisis"),
])
def test_events_by_their_day_or_noun(labels_of, text, label, referent):
    assert (label, referent) in {(one.label, one.referent) for one in labels_of(text) if one.form == "event"}


def test_two_days_for_one_noun_date_no_third(labels_of):
    text = "The 30 April riot was short. The 4 May riot was long. Nobody had foreseen a riot."
    undated = [label.referent for label in labels_of(text) if label.label == "riot"]
    assert undated == ["riot"]


def test_contested_nouns_label_people_without_a_name(labels_of):
    found = {(label.label, label.evaluation, label.voice) for label in labels_of("A mob blocked the gate. Union bosses gave no sign.")}
    assert {("mob", "minus", "own"), ("Union bosses", "minus", "own")} <= found


def test_contested_words_in_other_senses_are_no_labels(labels_of):
    text = ("The spring tide was a flood of water. Experts and an officer watched the herring quota. "
            "Stuffed animals and a tissue lay on the bench.")
    assert not [label for label in labels_of(text) if label.rule == "contested.noun"]


def test_judged_people_are_labelled_and_plain_ones_are_not(labels_of):
    found = labels_of("The heroic officers of the guard came. The tall officers of the guard left.")
    assert [(label.label, label.referent) for label in found if label.rule == "group.judged"] == [
        ("heroic officers of the guard", "officers of the guard")]


def test_captions_are_labelled_and_teasers_are_not(make_reading):
    import dataclasses

    reading = make_reading("The opposition leader Maria Ruiz left the hall.")
    for zone, n in (("caption", 1), ("teaser", 0), ("comments", 0)):
        sentences = tuple(dataclasses.replace(one, zone=zone) for one in reading.document.sentences)
        moved = dataclasses.replace(reading, document=dataclasses.replace(reading.document, sentences=sentences))
        labels = find_labels(moved, label_sets=load_lexicon().label_sets)
        assert len(labels) == n
        assert all(label.zone == zone for label in labels)
