"""Each construction of the cue lexicon in many shapes, beside sentences in which the same words report nothing."""

from __future__ import annotations

import pytest
from annotate_finds import finds


def reported(reading) -> set[tuple[str, str]]:
    """(cue lemma, source) of everything found, attitudes left out."""
    return {(find.one.cue_lemma, find.source) for find in finds(reading) if not find.one.stance}


@pytest.mark.parametrize(("text", "lemma", "source"), [
    # who is credited
    ("Maria Lopez, who runs the port, said that the cranes were old.", "say", "Maria Lopez"),
    ("Peter Hansen, a miner who said that the shaft was wet, left.", "say", "a miner who"),
    ("The plan was denounced by the union.", "denounce", "the union"),
    ("The plan, backed by nobody and denounced by the union, failed.", "denounce", "the union"),
    ("The union and the firm agreed that the strike was over.", "agree", "The union and the firm"),
    ("Saying that the shaft was wet, Peter Hansen left.", "say", "Peter Hansen"),
    ("Peter Hansen left the hall without warning that the shaft was wet.", "", ""),
    ("Peter Hansen met the press and said that the shaft was wet.", "say", "Peter Hansen"),
    ("Despite the firm insisting that the shaft was dry, nobody went down.", "insist", "the firm"),
    ("It was claimed that the shaft was wet.", "claim", ""),
    ("The report, which said that the shaft was wet, came late.", "say", "The report, which"),
    ("Hansen has for years accused the firm of fraud.", "accuse", "Hansen"),
    ("The arbitrators recommended a rise.", "recommend", "The arbitrators"),
    ("Officials say that it is safe. Many here doubt that.", "doubt", "Many here"),
    # amounts
    ("The insurer put the loss at 40 million crowns.", "put", "The insurer"),
    ("The firm put the price at risk.", "", ""),
    ("A coach put the goalkeeper at 90 kilos.", "", ""),                        # no sum, toll or share
    # cue words of two
    ("The minister ruled out a new vote.", "rule out", "The minister"),
    ("The minister played down the threat.", "play down", "The minister"),
    ("The council called on the rebels to disarm.", "call on", "The council"),
    ("The crowd called for a new vote.", "call", "The crowd"),
    ("The crowd called for hours.", "", ""),
    # nouns
    ("Peter Hansen made the claim that the shaft was wet.", "claim", "Peter Hansen"),
    ("The firm's promise to rebuild the port won votes.", "promise", "The firm"),
    ("The claim he made was old.", "", ""),
    ("The report that they printed was long.", "", ""),
    ("The plan to sell the mine failed.", "", ""),                              # nobody is credited with it
    # adjectives
    ("Residents were worried that the dam would break.", "worried", "Residents"),
    ("Peter Hansen is confident about the vote.", "confident", "Peter Hansen"),
    ("The worried residents left.", "", ""),
    ("The crew made sure that the door was open.", "", ""),
    # phrases
    ("In the words of Maria Lopez, the dam is a disgrace.", "in the words of", "Maria Lopez"),
    ("The dam is safe, according to two engineers.", "according to", "two engineers"),
    ("Prices rose by 5 per cent.", "", ""),
    ("In a poll for the Orvel Post, 40 percent of voters backed her.", "in", "a poll for the Orvel Post"),
    ("In a poll booth, nobody saw her.", "", ""),
    # adverbs
    ("The colonel reportedly fled the city.", "reportedly", ""),
    ("The colonel quickly fled the city.", "", ""),
])
def test_credit(make_reading, text, lemma, source):
    found = reported(make_reading(text))
    if lemma:
        assert (lemma, source) in found
    else:
        assert found == set()


@pytest.mark.parametrize(("text", "lemma"), [
    ("The storm threatened to flood the port.", "threaten"),                # things threaten nobody in words
    ("The debate promised to be long.", "promise"),
    ("The firm could reject the offer.", "reject"),                         # it has not
    ("Peter Hansen took the stage to defend the plan.", "defend"),
    ("The firm did not comment on the talks.", "comment"),
    ("We must know how the dam was built.", "know"),
    ("It is vital to understand how the dam was built.", "understand"),
    ("The hotel boasts a large pool.", "boast"),
    ("Steel beams support the roof.", "support"),
    ("Police charged a man with theft.", "charge"),
    ("The concert concluded with a song.", "conclude"),
    ("The fire raged all night.", "rage"),
    ("Police questioned two men.", "question"),
    ("The farmer raised sheep.", "raise"),
    ("The keeper conceded two goals.", "concede"),
    ("He slammed the door.", "slam"),
])
def test_the_same_verb_without_a_report(make_reading, text, lemma):
    assert lemma not in {found for found, _ in reported(make_reading(text))}


@pytest.mark.parametrize(("text", "content"), [
    ("Peter Hansen said the dam was safe before claiming that it was new.", "the dam was safe"),
    ("Peter Hansen said the dam was old and said that it leaked.", "the dam was old"),
    ("Peter Hansen said that the dam was old and that it leaked.", "that the dam was old and that it leaked"),
    ("Peter Hansen told the council that the dam was safe.", "that the dam was safe"),
    ("The dam, Peter Hansen said on Monday, was safe.", "The dam"),  # the rest follows in a second span
])
def test_where_the_content_ends(make_reading, text, content):
    first = finds(make_reading(text))[0]
    assert first.content.split(" / ")[0].removesuffix(" and") == content


@pytest.mark.parametrize(("text", "kind"), [
    ('"The dam is safe for all," Peter Hansen said.', "direct"),
    ("Peter Hansen said that the dam was safe.", "indirect"),
    ('Peter Hansen said that the dam was "safe for all of us."', "mixed"),
    ("Peter Hansen said that the dam was 'safe'.", "indirect"),               # single marks count in headlines alone
])
def test_directness(make_reading, text, kind):
    assert finds(make_reading(text))[0].one.directness == kind


@pytest.mark.parametrize(("text", "kind"), [
    ("Peter Hansen said that the dam was safe.", "neutral"),
    ("Peter Hansen admitted that the dam was old.", "conceding"),
    ("Peter Hansen claimed that the dam was safe.", "doubting"),
    ("Peter Hansen reportedly said that the dam was safe.", "doubting"),
    ("Peter Hansen wrongly said that the dam was safe.", "discrediting"),
    ("Peter Hansen revealed that the dam was old.", "factive"),
    ("Peter Hansen did not confirm that the dam was old.", "neutral"),          # negation takes the presupposition away
    ("Peter Hansen accused the firm of fraud.", "accusing"),
    ("Peter Hansen denied that the dam was old.", "denying"),
    ("Peter Hansen urged the firm to leave.", "directive"),
    ("Peter Hansen hinted that the firm would leave.", "hedged"),
    ("Peter Hansen believes that the firm will leave.", "mental"),
    ("Peter Hansen lamented that the firm had left.", "emotive"),
])
def test_cue_class(make_reading, text, kind):
    assert finds(make_reading(text))[0].one.cue_class == kind


def test_confidence_is_lower_for_rules_that_err_more(make_reading):
    said, opposed = (finds(make_reading(text))[0].one for text in ("Maria Lopez said that the dam was safe.",
                                                                  "Maria Lopez opposed the plan."))
    assert said.confidence > 0.9 > opposed.confidence


def test_every_rule_has_been_counted():
    """A rule without a confidence of its own would be ranked as a coin toss."""
    import ast
    from pathlib import Path

    from framing.annotate import attributions
    from framing.annotate.attributions.reliability import RULE_CONFIDENCE, STANCE_CONFIDENCE

    folder = Path(attributions.__file__).parent
    words = {node.value for path in folder.glob("*.py") if path.name != "reliability.py"
             for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
             if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert set(RULE_CONFIDENCE) | set(STANCE_CONFIDENCE) <= words | {"seem"}  # no constant for a rule that is gone
    assert {"clause", "quote.verb", "according", "turn", "adjective", "headline.dash"} <= set(RULE_CONFIDENCE)
    assert all(0 < share <= 1 for share in RULE_CONFIDENCE.values())


def test_citing_cues_once(make_reading) -> None:
    found = finds(make_reading("The council announced the closure, citing high costs."))
    assert [(find.one.cue_lemma, find.content) for find in found] == [("announce", "the closure"), ("cite", "high costs")]


def test_what_is_reported_of_the_object_is_content(make_reading) -> None:
    assert [find.content for find in finds(make_reading("The hospital reported nine people dead."))] == ["nine people dead"]
    assert finds(make_reading("The hospital reported late.")) == []


def test_a_name_like_an_adverb_is_no_part_of_the_cue(make_reading) -> None:
    assert finds(make_reading("Marta Vesely told reporters on Monday that the road was wet."))[0].cue == "told"
    assert finds(make_reading("Marta Novak wrongly told reporters on Monday that the road was wet."))[0].cue == "wrongly told"


def test_stance_and_nesting_are_shown(make_reading) -> None:
    found = finds(make_reading("Ruiz refused to sign it. Mayor Lopez said that the council believes that the plan is costly."))
    assert [(find.one.cue_lemma, find.one.stance, find.one.nested_in) for find in found] == [
        ("refuse", True, None), ("say", False, None), ("believe", False, 1)]
