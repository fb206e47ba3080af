"""The cue lexicon: its file, and every verb and noun on sentences of its own."""

from __future__ import annotations

import pytest

from framing.annotate.attributions.find import find_attributions
from framing.errors import LexiconError
from framing.lexicons.cues import load_cues, read_cues
from framing.nlp.read import read_documents

CUES = load_cues()
ENTRIES = [*CUES.verbs.values(), *CUES.nouns.values(), *CUES.adjectives.values()]


@pytest.fixture(scope="module", name="examples")
def examples_fixture(make_document, language_model) -> dict[str, set[str]]:
    """Cue lemmas found in every example sentence, all read in one go."""
    sentences = sorted({text for entry in ENTRIES for text in (*entry.fires, *entry.silent)})
    documents = [make_document(text) for text in sentences]
    parses = read_documents(documents, language_model)
    return {document.text: {one.cue_lemma for one in find_attributions(document, parse, (), cues=CUES)}
            for document, parse in zip(documents, parses, strict=True)}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.lemma)
def test_entry_fires_where_it_should_and_stays_silent_where_not(entry, examples):
    for text in entry.fires:
        assert entry.lemma in examples[text], text
    for text in entry.silent:
        assert entry.lemma not in examples[text], text


def test_lexicon_is_large_and_every_class_has_a_strength():
    assert len(CUES.verbs) >= 300
    assert {entry.cue_class for entry in ENTRIES} <= set(CUES.strengths)
    assert CUES.verb("claim").strength == -1
    assert CUES.verb("reveal").strength == 2


@pytest.mark.parametrize(("word", "adverb"), [
    ("falsely", "falsely"), ("Falsely", "falsely"),
    ("falsly", "falsely"),          # a letter left out
    ("wrongly", "wrongly"),
    ("strongly", None),             # another word, not a slip
    ("fairly", None), ("false", None),
])
def test_adverb_forgives_a_slip_but_no_other_word(word, adverb):
    found = CUES.adverb(word)
    assert (found.words if found else None) == adverb


def test_particle_makes_another_verb():
    assert CUES.verb("rule", "out").lemma == "rule out"
    assert CUES.verb("rule").lemma == "rule"
    assert CUES.verb("point", "elsewhere").lemma == "point"
    assert CUES.verb("swim") is None


def test_faults_of_a_file_are_all_named():
    raw = {"version": "1", "classes": {"neutral": {"strength": 0}}, "nouns": [], "adjectives": [], "adverbs": [], "phrases": [],
           "verbs": [{"lemma": "say", "class": "neutral", "takes": "clause", "fires": ["x"]},
                     {"lemma": "say", "class": "loud", "takes": "song", "fires": []}]}
    with pytest.raises(LexiconError) as failure:
        read_cues(raw)
    assert len(failure.value.problems) == 4  # stands twice, class, construction, no example
