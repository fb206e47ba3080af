"""spaCy's output as plain values."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import framing.nlp.model as model_room
from framing.errors import ModelMissingError
from framing.nlp.read import read_documents

SEEDS = Path(__file__).parents[2] / "seeds"

TEXT = ("Orla Venn said the harbour would reopen. Venn spoke\u00a0in Orvel on Monday.\n\n"
        "Nobody asked why. The ships waited outside the port, and Venn's aides left.")


def test_tokens_cover_the_text_and_heads_stay_in_their_sentence(make_document, language_model):
    document = make_document(TEXT)
    parse = read_documents([document], language_model)[0]
    assert [t.text for t in parse.tokens] == [TEXT[t.start:t.end] for t in parse.tokens]
    assert "".join(t.text for t in parse.tokens) == "".join(TEXT.split())
    for k, (first, last) in enumerate(parse.bounds):
        assert all(first <= t.head < last and t.sentence == k for t in parse.tokens[first:last])
    assert len(parse.bounds) == len(document.sentences)


def test_grammar_of_a_plain_sentence(make_document, language_model):
    parse = read_documents([make_document("Orla Venn said the harbour would reopen.")], language_model)[0]
    said = next(t for t in parse.tokens if t.text == "said")
    assert (said.lemma, said.pos, said.dep) == ("say", "VERB", "ROOT")
    reopen = next(t for t in parse.tokens if t.text == "reopen")
    assert reopen.dep == "ccomp"
    assert parse.head(reopen) == said
    assert [t.text for t in parse.subtree(reopen)] == ["the", "harbour", "would", "reopen"]
    assert list(parse.ancestors(reopen)) == [said]


def test_a_batch_reads_like_each_alone(make_document, language_model):
    texts = [TEXT, "The mayor denied it. She left.", "Prices rose by 3.5 per cent."]
    documents = [make_document(text, id=str(k)) for k, text in enumerate(texts)]
    together = read_documents(documents, language_model)
    for document, parse in zip(documents, together, strict=True):
        alone = read_documents([document], language_model)[0]
        assert [(t.text, t.tag, t.dep, t.head) for t in alone.tokens] == [(t.text, t.tag, t.dep, t.head) for t in parse.tokens]


def test_names_are_carried_to_sentences_that_were_not_searched(make_document, language_model):
    text = "Former minister Tomas Orel resigned in Paris on Monday. Reporters waited. They met Orel there. Then Orel left."
    parse = read_documents([make_document(text)], language_model, names="new")[0]
    orel = [t for t in parse.tokens if t.text == "Orel"]
    assert len(orel) == 3
    assert {t.entity for t in orel} == {"PERSON"}
    for name in parse.names:
        assert text[name.span.start:name.span.end] == text[parse.tokens[name.first].start:parse.tokens[name.last - 1].end]


def test_stepping_decides_as_spacy_itself_does(make_document, language_model):
    """Heads, relations and names of every sentence of a bundled event: ours, and spaCy's own pipes sentence by sentence."""
    text = " ".join((SEEDS / "change-of-power" / "ostrel-banner.txt").read_text(encoding="utf-8").split())
    document = make_document(text)
    (parse,) = read_documents([document], language_model, names="all")
    assert len(document.sentences) > 10
    found = 0
    for k, sentence in enumerate(document.sentences):
        doc = language_model.language(document.shadow[sentence.span.start:sentence.span.end])
        mine = [token for token in parse.tokens if token.sentence == k]
        theirs = [token for token in doc if not token.is_space]
        assert [token.dep for token in mine] == [token.dep_ for token in theirs]
        assert [parse.tokens[token.head].text for token in mine] == [token.head.text for token in theirs]
        assert [token.entity for token in mine] == [token.ent_type_ for token in theirs]
        found += len(doc.ents)
    assert found > 10


def test_a_sentence_that_is_not_wanted_is_only_cut_into_words(make_document, language_model):
    parse = read_documents([make_document("Venn left. Nobody cared.")], language_model, wants=lambda text: "Venn" in text)[0]
    assert parse.parsed == (True, False)
    assert {t.dep for t in parse.sentence_tokens(1)} == {""}
    assert [t.text for t in parse.sentence_tokens(1)] == ["Nobody", "cared", "."]


def test_an_overlong_sentence_is_cut_and_nothing_is_lost(make_document, language_model):
    text = "the port and " * 400 + "end."
    parse = read_documents([make_document(text)], language_model)[0]
    assert len(parse.bounds) == 1
    assert "".join(t.text for t in parse.tokens) == "".join(text.split())


def test_tokens_in_a_span(make_document, language_model):
    parse = read_documents([make_document("One two three four.")], language_model)[0]
    span = parse.tokens[1].span
    assert [t.text for t in parse.tokens_in(span)] == ["two"]
    assert [t.text for t in parse.tokens_in(type(span)(5, 9))] == ["two", "three"]


def test_an_empty_document(make_document, language_model):
    parse = read_documents([make_document("")], language_model)[0]
    assert parse.tokens == ()


def test_a_missing_model_says_how_to_get_one(monkeypatch):
    monkeypatch.setattr(model_room, "find_spec", lambda _: None)
    with pytest.raises(ModelMissingError, match="pip install"):
        model_room.load_model()


def test_asking_which_model_is_there_imports_nothing_heavy():
    code = "import sys; from framing.nlp.model import installed_model; installed_model(); print('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"
