"""Who is who over articles: what is joined, why, and what is left apart."""

from __future__ import annotations

import dataclasses

import pytest

from framing.compare.referents import merge_referents
from framing.lexicons.lexicon import load_lexicon
from framing.measure.labels import find_labels
from framing.model.annotation import Annotation
from framing.model.article import Known
from framing.model.findings import Readability

NO_GRADES = Readability(0, 0, None, None, None, None, None, None, "")


@pytest.fixture(name="merged")
def merged_fixture(make_reading):
    def merged(*texts, published="2019-05-03"):
        annotations = []
        for k, text in enumerate(texts):
            reading = make_reading(text, id=f"article{k}")
            article = dataclasses.replace(reading.document.article, published=Known(published, "option", 1.0))
            reading = dataclasses.replace(reading, document=dataclasses.replace(reading.document, article=article))
            labels = find_labels(reading, label_sets=load_lexicon().label_sets)
            annotations.append(Annotation(reading, (), labels, (), NO_GRADES))
        return merge_referents(annotations)

    return merged


def by_name(referents):
    return {one.name: one for one in referents}


def test_one_person_in_two_spellings(merged):
    found = by_name(merged("Foreign Minister Sergei Vornin arrived. Vornin smiled.", "The foreign minister, Sergey Vornin, arrived."))
    assert found["Sergei Vornin"].names == ("Sergei Vornin", "Sergey Vornin")
    assert found["Sergei Vornin"].shared
    assert found["Sergei Vornin"].evidence == "Sergei Vornin, Sergey Vornin: the same last name, no clash of first names"


def test_first_names_that_clash_part_two_people(merged):
    found = merged("Foreign Minister Maria Ruiz arrived.", "Foreign Minister Pablo Ruiz arrived.")
    assert [one.name for one in found if one.shared] == []


def test_nothing_is_joined_when_two_could_be_meant(merged):
    """The second article has two people whom "Ruiz" could be."""
    found = merged("Mayor Ruiz arrived in Oslo. Ruiz smiled.", "Mayor Maria Ruiz met the lawyer Pablo Ruiz in Oslo.")
    assert not [one for one in found if one.kind == "person" and one.shared]


def test_an_office_is_its_holder_where_the_other_article_says_so(merged):
    found = by_name(merged("Norwegian President Tomas Lind opened the quay.", "The quay was opened. The Norwegian president spoke for an hour."))
    lind = found["Tomas Lind"]
    assert lind.names == ("Tomas Lind", "Norwegian president")
    assert lind.evidence.endswith("the only one called president of Norway")


def test_an_office_of_another_state_stays_apart(merged):
    found = merged("Norwegian President Tomas Lind opened the quay.", "The quay was opened. The Danish president spoke for an hour.")
    assert not [one for one in found if one.shared]


def test_events_of_one_day_with_a_shared_participant(merged):
    found = by_name(merged("The 30 April coup attempt led by Tomas Lind failed in Norway.", "The April 30 uprising of Tomas Lind shook Norway."))
    event = found["30 April events"]
    assert event.shared
    assert {use.label.label for use in event.uses} == {"30 April coup attempt", "April 30 uprising of Tomas Lind"}
    assert "both are dated 30 April" in event.evidence
    assert event.difference == "wording"


@pytest.mark.parametrize("other", [
    "The 4 May uprising of Tomas Lind shook Norway.",        # another day
    "The April 30 uprising of peasants shook the village.",  # nobody in common
])
def test_other_events_stay_apart(merged, other):
    found = merged("The 30 April coup attempt led by Tomas Lind failed in Norway.", other)
    assert not [one for one in found if one.kind == "event" and one.shared]


def test_weekdays_count_back_from_publication(merged):
    """3 May 2019 was a Friday, so Tuesday was 30 April."""
    found = by_name(merged("Norway saw two coup attempts, including Tuesday's, said Oslo.", "Nothing happened.", published="2019-05-03"))
    assert {use.label.label for use in found["30 April events"].uses} == {"two coup attempts, including Tuesday's"}


def test_the_government_of_a_president_and_of_his_state(merged):
    found = by_name(merged("Norwegian President Tomas Lind spoke. The Lind regime closed the port.", "The Norwegian government closed the port."))
    government = found["Norway government"]
    assert government.names == ("Lind government", "Norway government")
    assert {use.label.evaluation for use in government.uses} == {"minus", "plain"}


def test_contested_groups_are_put_side_by_side(merged):
    found = [one for one in merged("A mob blocked the gate.", "Protesters blocked the gate.") if one.shared]
    assert [[use.label.label for use in one.uses] for one in found] == [["mob", "Protesters"]]


def test_the_same_label_in_another_voice(merged):
    found = by_name(merged("Maria Ruiz, the rightful leader, spoke.", "Many states recognise Maria Ruiz as the rightful leader."))
    assert "voice" in found["Maria Ruiz"].difference


def test_only_one_article_names_it(merged):
    found = by_name(merged("Mayor Maria Ruiz spoke.", "It rained."))
    assert found["Maria Ruiz"].difference == "only in A"
    assert found["Maria Ruiz"].names == ("Maria Ruiz", None)
    assert not found["Maria Ruiz"].shared


TEXTS = (
    "Norwegian President Tomas Lind called Maria Ruiz a usurper. The Lind regime fell in the 30 April coup attempt. A mob cheered.",
    "Mayor Maria Ruiz, the rightful leader, spoke. The Norwegian government put down the April 30 uprising. Protesters left.",
    "The Norwegian president was away. Union bosses praised Mayor Ruiz.",
)


@pytest.mark.parametrize("order", [(1, 0, 2), (2, 1, 0), (1, 2, 0)])
def test_another_order_of_articles_mirrors(merged, order):
    straight, turned = merged(*TEXTS), merged(*(TEXTS[k] for k in order))
    plain = {(one.name, one.kind, one.names, one.shared, one.evidence,
              frozenset((use.article, use.label) for use in one.uses)) for one in straight}
    back = {(one.name, one.kind, tuple(one.names[order.index(k)] for k in range(3)), one.shared, one.evidence,
             frozenset((order[use.article], use.label) for use in one.uses)) for one in turned}
    assert plain == back


def test_every_label_is_used_once(merged):
    found = merged(*TEXTS)
    uses = [(use.article, use.label.span, use.label.referent) for one in found for use in one.uses]
    assert len(uses) == len(set(uses)) > 8
    assert all(one.uses for one in found)
