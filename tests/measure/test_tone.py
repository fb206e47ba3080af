"""Tone towards targets: polarity, voices, masks. The weights are trained, so clear cases are tested and properties, no scores."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import framing.lexicons
from framing.lexicons.tone_model import load_tone_model
from framing.lexicons.valence import load_valence_words
from framing.measure.tone import measure_tone
from framing.measure.tone_features import mention_features, sentence_features
from framing.measure.tone_masks import mask_sentence
from framing.model.article import Span, TargetMention

MODEL = load_tone_model()


@pytest.fixture(name="tones_of")
def tones_of_fixture(make_reading):
    def tones_of(text, *targets):
        reading = make_reading(text)
        mentions = tuple(TargetMention(name, Span(text.index(name), text.index(name) + len(name))) for name in targets)
        article = dataclasses.replace(reading.document.article, targets=mentions)
        reading = dataclasses.replace(reading, document=dataclasses.replace(reading.document, article=article))
        return measure_tone(reading, model=MODEL)

    return tones_of


@pytest.mark.parametrize(("text", "polarity"), [
    ("Everybody praised Maria Ruiz as a brilliant and honest leader.", 1),
    ("Maria Ruiz won the admiration of her friends for her courage.", 1),
    ("Prosecutors accused Maria Ruiz of fraud and corruption.", -1),
    ("Maria Ruiz lied to voters and stole their money.", -1),
    ("The meeting with Maria Ruiz begins at noon on Monday.", 0),
])
def test_clear_cases(tones_of, text, polarity):
    found = tones_of(text, "Maria Ruiz")[0]
    assert found.polarity == polarity


def test_of_two_targets_the_accused_fares_worse(tones_of):
    accuser, accused = tones_of("Tomas Lind accused Maria Ruiz of a disgraceful fraud.", "Tomas Lind", "Maria Ruiz")
    assert accused.valence < accuser.valence
    assert accused.polarity == -1


def test_what_a_row_holds(tones_of):
    text = 'Tomas Lind said: "Maria Ruiz is a disgraceful liar and a crook."'
    (found,) = tones_of(text, "Maria Ruiz")
    assert text[found.mention.start:found.mention.end] == "Maria Ruiz"
    assert found.span.holds(found.mention)
    assert (found.voice, found.speaker, found.zone) == ("quoted", "Tomas Lind", "body")
    assert -1.0 <= found.valence < 0.0 < found.confidence <= 1.0
    assert {text[span.start:span.end] for span in found.evidence} <= {"disgraceful", "liar", "crook"}


def test_people_named_twice_are_judged_and_those_named_once_are_not(tones_of):
    found = tones_of("Tomas Lind met Maria Ruiz in Oslo. Tomas Lind praised the weather.")
    assert {one.target for one in found} == {"Tomas Lind"}
    assert len(found) == 2


def test_a_given_target_is_not_judged_twice(tones_of):
    found = tones_of("Tomas Lind met a friend. Tomas Lind praised the weather.", "Tomas Lind")
    assert len({one.mention for one in found}) == len(found) == 2


def test_no_target_no_tone(tones_of):
    assert tones_of("It rained on Monday.") == ()


def test_a_target_outside_any_sentence_is_left_out(make_reading):
    reading = make_reading("It rained.")
    article = dataclasses.replace(reading.document.article, targets=(TargetMention("nobody", Span(400, 406)),))
    reading = dataclasses.replace(reading, document=dataclasses.replace(reading.document, article=article))
    assert measure_tone(reading, model=MODEL) == ()


SENTENCES = (
    "Prosecutors accused {a} of fraud on Monday, but {b} defended the decision.",
    "{a} praised {b} for a courageous speech in the capital.",
    "{a} and {b} will hold a meeting next week to discuss the harbour.",
    '"{a} is a liar and should resign," said {b}, who lost the vote.',
    "Critics of {a} said the plan was a disaster; supporters of {b} cheered.",
    "{a} refused to answer questions after {b} was arrested.",
)
NAMES = ("Maria Ruiz", "Tomas Lind", "Peter Hall", "Anna Berg", "John Smith", "Robert Miller")


def test_names_do_not_move_tone(make_reading):
    """The same sentence about other people: at least 99 % of the polarities stay."""
    same = total = 0
    for sentence in SENTENCES:
        said = []
        for one in NAMES:
            for other in NAMES:
                if one != other:
                    text = sentence.format(a=one, b=other)
                    reading = make_reading(text)
                    mentions = tuple(TargetMention(name, Span(text.index(name), text.index(name) + len(name))) for name in (one, other))
                    article = dataclasses.replace(reading.document.article, targets=mentions)
                    reading = dataclasses.replace(reading, document=dataclasses.replace(reading.document, article=article))
                    by_mention = {found.mention: found.polarity for found in measure_tone(reading, model=MODEL)}
                    said.append(tuple(by_mention[mention.span] for mention in mentions))
        commonest = max(set(said), key=said.count)
        same += sum(a == b for pair in said for a, b in zip(pair, commonest, strict=True))
        total += 2 * len(said)
    assert same / total >= 0.99


def test_masked_sentences_of_other_actors_are_equal(make_reading):
    signs = set()
    for one, other in (("Maria Ruiz", "Norway"), ("Tomas Lind", "Sweden"), ("John Peter Smith", "Norway")):
        reading = make_reading(f"President {one} told reporters that {other} had lied to him.")
        signs.add(mask_sentence(reading.parse, 0, load_valence_words()).slots)
    assert len(signs) == 1
    (slots,) = signs
    assert not {"maria", "ruiz", "norway", "president", "him"} & set(slots)


def test_pronouns_of_either_sex_are_one(make_reading):
    words = load_valence_words()
    slots = {mask_sentence(make_reading(f"{who} said that the plan was bad.").parse, 0, words).slots for who in ("He", "She")}
    assert len(slots) == 1


def test_negation_turns_a_word_and_two_turn_it_back(make_reading):
    words = load_valence_words()
    plain, denied, twice = (mask_sentence(make_reading(text).parse, 0, words) for text in (
        "She was honest.", "She was not honest.", "She did not lack honesty."))
    assert plain.good == 2.0            # honest is strongly good: 2
    assert (denied.good, denied.bad) == (0.0, 1.4)  # 2 * -0.7
    assert twice.good == 2.0            # "not" and "lack" cancel


def test_a_title_keeps_its_words(make_reading):
    """In title case capitals tell nothing; only proper nouns are masked."""
    found = mask_sentence(make_reading("Angry Workers Refuse To Accept Terrible Offer").parse, 0, load_valence_words())
    assert found.bad > 0


def test_features_hold_no_name(make_reading):
    reading = make_reading("Prosecutors accused Maria Ruiz of fraud in Oslo, said Tomas Lind.")
    sentence = mask_sentence(reading.parse, 0, load_valence_words())
    names = {name for name, _ in (*sentence_features(sentence), *mention_features(reading.parse, sentence, Span(20, 30), load_valence_words()))}
    assert not [name for name in names if any(word in name.lower() for word in ("maria", "ruiz", "oslo", "tomas", "lind"))]
    assert "p:dobj<accuse" in names
    assert "pg:dobj<hurts_object" in names


def test_weights_are_plain_small_and_hold_no_name_of_the_training_data():
    path = Path(framing.lexicons.__file__).with_name("tone_model.json")
    raw = json.loads(path.read_text(encoding="utf-8"))
    assert path.stat().st_size <= 1_500_000
    assert "MIT" in raw["notice"]
    assert path.with_name("tone_model.NOTICE.txt").read_text(encoding="utf-8").count("Felix Hamborg") == 1
    words = {name.split(":")[-1] for name in raw["weights"] if name.startswith("w:")}
    assert not words & {"trump", "clinton", "obama", "putin", "democrat", "republican", "he", "she", "american", "russian"}


def test_no_word_is_good_and_bad():
    for word, groups in load_valence_words().groups.items():
        assert not ({"good_strong", "good_mild"} & set(groups) and {"bad_strong", "bad_mild"} & set(groups)), word


def test_inference_needs_no_learning_library():
    code = "import sys, framing.measure.tone as t; t.load_tone_model(); sys.exit('sklearn' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode == 0


@pytest.mark.skipif(not os.environ.get("FRAMING_DATA"), reason="FRAMING_DATA names no folder of annotated data")
def test_weights_fit_the_data_they_were_trained_on(make_reading):
    """A smoke test of the whole path; the honest figure is the five-fold one that the training script prints."""
    rows = [json.loads(line) for line in (Path(os.environ["FRAMING_DATA"]) / "newsmtsc" / "train.jsonl").read_text(encoding="utf-8").splitlines()]
    right = total = 0
    for row in rows[::90]:
        reading = make_reading(row["sentence"])
        article = dataclasses.replace(reading.document.article, targets=(TargetMention(row["target"], Span(row["start"], row["end"])),))
        reading = dataclasses.replace(reading, document=dataclasses.replace(reading.document, article=article))
        said = {one.mention: one.polarity for one in measure_tone(reading, model=MODEL)}.get(Span(row["start"], row["end"]), 0)
        right += said == {"negative": -1, "neutral": 0, "positive": 1}[row["polarity"]]
        total += 1
    assert right / total > 0.75
