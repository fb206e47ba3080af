"""Every entry fires on its own example and stays silent on its near miss, through the real pipeline; every label set too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from framing.annotate import read_voices
from framing.lexicons.entries import CATEGORIES, COUNTING_TIERS, LabelSet, TermEntry
from framing.lexicons.lexicon import Lexicon, load_lexicon, opt_in_path
from framing.measure.loaded_terms import find_loaded_terms
from framing.model.document import Document
from framing.model.findings import LoadedTerm
from framing.model.parse import Parse, Token
from framing.nlp.model import load_model
from framing.nlp.read import read_documents

_LEFT = {"amod", "compound", "nmod", "poss", "det", "nummod", "punct", "advmod"}


@cache
def _with_opt_in() -> Lexicon:
    """The lexicon with the sensitive terms, which must fire as well when asked for."""
    return load_lexicon([opt_in_path()])


@pytest.fixture(scope="module", name="found")
def found_fixture(make_document: Callable[..., Document]) -> Callable[[str], tuple[tuple[LoadedTerm, ...], tuple[LoadedTerm, ...]]]:
    """Example sentence -> (counting, considered) hits. All examples are read in one batch: one at a time takes minutes."""
    lexicon = _with_opt_in()
    texts = list(dict.fromkeys(text for entry in lexicon.entries for text in (entry.fires, entry.silent)))
    documents = [make_document(text) for text in texts]
    parses = dict(zip(texts, zip(documents, read_documents(documents, load_model()), strict=True), strict=True))

    @cache
    def find(text: str) -> tuple[tuple[LoadedTerm, ...], tuple[LoadedTerm, ...]]:
        return find_loaded_terms(read_voices(*parses[text]), lexicon=lexicon)

    return find


def _active(entry: TermEntry, hits: tuple[tuple[LoadedTerm, ...], tuple[LoadedTerm, ...]]) -> list[LoadedTerm]:
    """Hits that an entry of this tier can give: those that count, and for tiers C and D those set aside for their tier alone."""
    counting, considered = hits
    aside = [] if entry.tier in COUNTING_TIERS else [hit for hit in considered if hit.decision in {"label-only", "off"}]
    return [*counting, *aside]


@pytest.mark.parametrize("entry", _with_opt_in().entries, ids=lambda entry: entry.id)
def test_entry_fires_on_its_example_and_not_on_its_near_miss(entry: TermEntry, found: Callable[..., tuple[tuple[LoadedTerm, ...], ...]]) -> None:
    hits = _active(entry, found(entry.fires))
    assert entry.id in {hit.entry for hit in hits}
    assert all(0 <= hit.span.start < hit.span.end <= len(entry.fires) for hit in hits)
    assert entry.category not in {hit.category for hit in _active(entry, found(entry.silent))}


def _labels(parse: Parse, text: str) -> Iterator[str]:
    """Noun phrases of a sentence, with what follows the noun."""
    for token in parse.tokens:
        if token.pos in {"NOUN", "PROPN"} and token.dep != "compound":
            yield text[min(_starts(parse, token)):max(word.end for word in parse.subtree(token))].rstrip(". ")


def _starts(parse: Parse, token: Token) -> list[int]:
    return [token.start, *(word.start for kid in parse.children(token) if kid.i < token.i and kid.dep in _LEFT for word in parse.subtree(kid))]


@pytest.fixture(scope="module", name="labels_of")
def labels_of_fixture(make_document: Callable[..., Document]) -> dict[str, list[str]]:
    """Example sentence of a label set -> the labels in it."""
    texts = [text for one in load_lexicon().sets for text in (one.fires, one.silent)]
    documents = [make_document(text) for text in texts]
    return {text: list(_labels(parse, text)) for text, parse in zip(texts, read_documents(documents, load_model()), strict=True)}


@pytest.mark.parametrize("one", load_lexicon().sets, ids=lambda one: one.id)
def test_label_set_knows_its_example_and_not_its_near_miss(one: LabelSet, labels_of: dict[str, list[str]]) -> None:
    sets = load_lexicon().label_sets

    def judged(text: str) -> bool:
        return any(match.set.id == one.id and match.evaluation != "plain" for label in labels_of[text] for match in sets.find(label))

    assert judged(one.fires)
    assert not judged(one.silent)


def test_the_lists_are_as_large_and_as_wide_as_promised() -> None:
    lexicon = load_lexicon()
    assert len(lexicon.entries) >= 350
    assert len(lexicon.sets) >= 140
    assert len({one.topic for one in lexicon.sets}) >= 32
    assert {entry.category for entry in lexicon.entries} == set(CATEGORIES)
    assert not any(entry.sensitive for entry in lexicon.entries)
    praise = sum(entry.polarity > 0 for entry in lexicon.entries if entry.category == "legit")
    assert praise >= 5  # a list without praise would see half of framing
