"""The seeds' articles as the tool reads them, each read once a test run."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from gold import GoldEvent, read_events

from framing.annotate.attributions import find_attributions
from framing.annotate.entities import find_entities
from framing.annotate.voice import assign_voices
from framing.clean import clean_article
from framing.lexicons.cues import load_cues
from framing.load import load_articles
from framing.model.annotation import Reading
from framing.model.document import Document
from framing.nlp.model import LanguageModel, load_model
from framing.nlp.read import read_documents

EVENTS = read_events(Path(__file__).parents[2] / "seeds")


@cache
def language_model() -> LanguageModel:
    """The language model."""
    return load_model()


@cache
def documents_of(event: GoldEvent) -> dict[str, Document]:
    """The cleaned articles of an event's folder, by file name."""
    loaded = load_articles([event.folder])
    assert loaded.failures == ()
    return {Path(article.name).name: clean_article(article) for article in loaded.articles}


@cache
def reading_of(event: GoldEvent, file: str) -> Reading:
    """One article with its names, attributions and voices."""
    document, cues = documents_of(event)[file], load_cues()
    parse = read_documents([document], language_model())[0]
    entities = find_entities(document, parse)
    attributions = find_attributions(document, parse, entities, cues=cues)
    return Reading(document, parse, entities, attributions, assign_voices(document, parse, attributions, cues=cues))
