"""The words an article says in its own voice, counted: what distinctive words are found from."""

from __future__ import annotations

from collections import Counter
from typing import Final

from framing.lexicons.label_cues import load_states
from framing.model.annotation import Reading
from framing.model.article import Span
from framing.model.document import COUNTED_ZONES
from framing.model.findings import WordCount
from framing.nlp.truecase import is_title_case
from framing.text.terms import term
from framing.text.tokens import word_spans

_NAMES: Final = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT"})
_TITLES: Final = frozenset({"headline", "subhead"})  # where capitals may tell nothing
_WHEN: Final = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"])


def count_own_words(reading: Reading) -> tuple[WordCount, ...]:
    """Words of the counted zones in the article's own voice, joined by stem; stop words, numbers and names are left out.

    Names of people, bodies, places and peoples, and of weekdays and months, tell whom and when an article is about, not how it
    writes: who is named stands in the table of labels. Rows in order of the alphabet, spans in order of the text.
    """
    named = _named_places(reading)
    spans: dict[str, list[Span]] = {}
    forms: dict[str, Counter[str]] = {}
    shadow, states = reading.document.shadow, load_states()
    others = [(one.span.start, one.span.end) for one in reading.voices if one.voice != "own"]  # in order, none overlapping
    place = 0
    for sentence in reading.document.sentences:
        if sentence.zone not in COUNTED_ZONES:
            continue
        titled = sentence.zone in _TITLES and is_title_case(shadow[sentence.span.start:sentence.span.end])
        for span in word_spans(shadow, sentence.span):
            while place < len(others) and others[place][1] <= span.start:
                place += 1
            if place < len(others) and others[place][0] <= span.start:
                continue
            written = shadow[span.start:span.end].removesuffix("'s")
            opening = titled or span.start <= sentence.span.start + 1  # after a quotation mark too
            name = span.start in named or (written[0].isupper() and (not opening or written.lower() in _WHEN or written.lower() in states))
            stem = term(written) if written[0].isalpha() and not name else ""
            if stem:
                spans.setdefault(stem, []).append(span)
                forms.setdefault(stem, Counter())[written.lower()] += 1
    return tuple(WordCount(stem, min(forms[stem], key=lambda form: (-forms[stem][form], form)), tuple(found)) for stem, found in sorted(spans.items()))


def _named_places(reading: Reading) -> frozenset[int]:
    """First code points of words that are part of a name."""
    inside = {token.start for token in reading.parse.tokens if token.pos == "PROPN" or (token.entity in _NAMES and token.text[:1].isupper())}
    for entity in reading.entities:
        for mention in entity.mentions:
            if mention.form == "name" and mention.span.start not in inside:
                inside.update(token.start for token in reading.parse.tokens_in(mention.span))
    return frozenset(inside)
