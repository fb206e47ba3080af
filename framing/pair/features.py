"""What pairing looks at in a story: its words, lead, names, places, numbers, days and sentences. Needs no grammar."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from framing.model.document import COUNTED_ZONES, Document
from framing.model.pairing import StoryRef
from framing.text.terms import names_of, numbers_of, terms_of

LEAD_LENGTH: Final = 500  # code points after the headline: the first two or three paragraphs, where news says what happened
_WEEKDAY: Final = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_WEEKDAY_WITHIN: Final = 700  # code points: weekdays further down tend to be those of background events
_PLACES_WITHIN: Final = 1500  # code points: where it happened is said early
_DATELINE: Final = re.compile(r"[A-Z][A-Z'\-]+(?: [A-Z][A-Z'\-]+)*(?![a-z])")
_PLACE: Final = re.compile(r"\b(?:in|at|near|off|outside|across|from)(?: the| downtown| central| northern| southern| eastern| western)? "
                           r"((?:[A-Z][\w'\-]+ ?)+)")


@dataclass(frozen=True, slots=True)
class Story:
    """One story of an article in terms. `published` is the day number of the article's date, None where it is not known.

    `words` count the headline twice; `lead` is the headline and the first paragraphs; `sentences` are shadow texts.
    """

    ref: StoryRef
    headline: str
    words: Counter[str]
    lead: Counter[str]
    names: Counter[str]
    places: frozenset[str]
    numbers: frozenset[str]
    weekdays: frozenset[str]
    published: int | None
    sentences: tuple[str, ...]


def day_number(published: str | None) -> int | None:
    """Number of the day of an ISO date or time ("2019-05-03T10:00"), None where it is none."""
    try:
        return date.fromisoformat(published[:10]).toordinal() if published else None
    except ValueError:
        return None


def _places(text: str) -> set[str]:
    """Capitalised words after "in", "at", "near" and the like, lower-cased."""
    return {name.lower() for found in _PLACE.findall(text) for name in names_of(f"- {found.strip()}")}


def _dateline(document: Document, story: int) -> set[str]:
    """The place that a dateline opens with ("PORT BREMEN (Orrin) -"), lower-cased."""
    lines = (document.shadow[block.span.start:block.span.end].strip() for block in document.blocks
             if block.zone == "dateline" and block.story == story)
    return {found.group().lower() for line in lines if (found := _DATELINE.match(line))}


def read_story(document: Document, story: int) -> Story:
    """The terms of one story of a document: its headline and the sentences of its zones that count."""
    kept = tuple(" ".join(document.shadow[sentence.span.start:sentence.span.end].split()) for sentence in document.sentences
                 if sentence.story == story and sentence.zone in COUNTED_ZONES and sentence.zone != "headline")
    headline = document.headline(story) or ""
    body = "\n".join(kept)
    title, lead = terms_of(headline), terms_of(body[:LEAD_LENGTH])
    start = body[:_WEEKDAY_WITHIN]
    words = Counter(title + title)
    words.update(terms_of(body))
    article = document.article
    return Story(StoryRef(article.id, story), headline, words, Counter(title + lead), Counter(name.lower() for name in names_of(body)),
                 frozenset(_places(body[:_PLACES_WITHIN]) | _dateline(document, story)), frozenset(numbers_of(body)), frozenset(_WEEKDAY.findall(f"{headline} {start}")),
                 day_number(article.published.value if article.published else None), kept)


def read_stories(documents: Sequence[Document]) -> list[Story]:
    """All stories of all documents, in order."""
    return [read_story(document, story.index) for document in documents for story in document.stories]
