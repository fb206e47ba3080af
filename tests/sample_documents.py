"""Documents and readings from plain text, without the cleaning room: what several rooms' tests build on."""

from __future__ import annotations

import hashlib
from functools import cache

from framing.model.annotation import Reading
from framing.model.article import Article, Span
from framing.model.document import Block, Document, Paragraph, Sentence, Story
from framing.model.parse import Parse
from framing.nlp.model import LanguageModel, load_model
from framing.nlp.read import read_documents
from framing.text.normalise import shadow
from framing.text.sentences import split_sentences


@cache
def language_model() -> LanguageModel:
    """The language model, loaded once a test run."""
    return load_model()


def make_document(text: str, *, id: str = "a") -> Document:
    """A document whose text is all body, one story; blank lines part paragraphs."""
    data = text.encode()
    article = Article(id, text, f"{id}.txt", hashlib.sha256(data).hexdigest(), len(data), "utf-8", "text/plain", zones="none")
    plain, start = shadow(text), 0
    paragraphs, sentences = [], []
    for part in text.split("\n\n"):
        if part.strip():
            span = Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))
            sentences += [Sentence(s, "body", 0, len(paragraphs)) for s in split_sentences(plain, span)]
            paragraphs.append(Paragraph((span,), "body", 0))
        start += len(part) + 2
    blocks = tuple(Block(p.spans[0], "body", 0, "zones.none") for p in paragraphs)
    whole = Span(0, len(text))
    return Document(article, plain, blocks, tuple(paragraphs), tuple(sentences), (Story(0, whole, None),))


def make_parse(document: Document) -> Parse:
    """The document read by the real language model."""
    return read_documents([document], language_model())[0]


def make_reading(text: str, *, id: str = "a") -> Reading:
    """A reading with real grammar, names, attributions and voices."""
    from framing.annotate.attributions import find_attributions
    from framing.annotate.entities import find_entities
    from framing.annotate.voice import assign_voices
    from framing.lexicons.cues import load_cues

    document = make_document(text, id=id)
    parse, cues = make_parse(document), load_cues()
    entities = find_entities(document, parse)
    attributions = find_attributions(document, parse, entities, cues=cues)
    return Reading(document, parse, entities, attributions, assign_voices(document, parse, attributions, cues=cues))
