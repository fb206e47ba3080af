"""Fixtures that several rooms' tests share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sample_documents import language_model, make_document, make_parse, make_reading

from framing.model.annotation import Reading
from framing.model.document import Document
from framing.model.parse import Parse
from framing.nlp.model import LanguageModel


@pytest.fixture(scope="session", name="make_document")
def make_document_fixture() -> Callable[..., Document]:
    """`make_document` for tests."""
    return make_document


@pytest.fixture(scope="session", name="make_parse")
def make_parse_fixture() -> Callable[[Document], Parse]:
    """`make_parse` for tests."""
    return make_parse


@pytest.fixture(scope="session", name="make_reading")
def make_reading_fixture() -> Callable[..., Reading]:
    """`make_reading` for tests."""
    return make_reading


@pytest.fixture(scope="session", name="language_model")
def language_model_fixture() -> LanguageModel:
    """The language model for tests."""
    return language_model()
