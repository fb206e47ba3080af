"""Exercises for a class that has the originals beside it: places, first words and single phrases stand for the articles' text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from framing.classroom.items.keys import MISS, most_points
from framing.classroom.items.loaded_terms import MARKING
from framing.classroom.texts.anonymise import citation
from framing.classroom.texts.material import Material, ShownSentence, Source
from framing.classroom.texts.other_words import FEWEST_WRONG, other_words
from framing.model.article import Span
from framing.model.exercise import Choice, Exercise, Item, KeyRow, Passage

FIRST: Final = 5  # words of a sentence by which it is found on a page; a browser's search takes them
TICKING: Final = "An expected phrase that is ticked gives 1 point, one that can be defended 0, any other costs ½; an exercise never goes below 0."
_NAMES: Final = {"headline": "the headline", "dek": "the line under the headline", "caption": "a caption", "subhead": "a heading", "dateline": "the dateline"}


def beside_originals(material: Material, exercise: Exercise) -> Exercise:
    """The exercise without the articles' text: headlines, labels and phrases of a few words are all that is left of it.

    Passages become places ("paragraphs 3 to 5, from ... to ..."), sentences their first words, and marking becomes ticking phrases.
    """
    used = {row.article for item in exercise.items for row in item.key} | {one.article for item in exercise.items for one in item.passages}
    sources = [source for source in material.sources if source.index in used]
    told = "; ".join(f"{source.shown.code}: {citation(source.annotation, material.comparison.stories[source.index]) or 'the copy from your teacher'}" for source in sources)
    words = exercise.instruction.replace("Mark the words with", "Tick the words with").replace(MARKING, TICKING) if exercise.type == "E2" else exercise.instruction
    return replace(exercise, instruction=f"{words} Have the originals beside you. {told}." if told else words, items=tuple(_item(material, one) for one in exercise.items))


def _item(material: Material, item: Item) -> Item:
    kept = tuple(one for one in item.passages if one.span == material.sources[one.article].shown.headline)  # an article's name, which the class is told in any case
    places = list(dict.fromkeys(_place(material.sources[one.article], one) for one in item.passages if one not in kept))
    prompt = f"{item.prompt} Read {'; '.join(places)}." if places else item.prompt
    made = replace(item, prompt=prompt, passages=kept, parts=tuple(replace(one, text=_pointed(material.sources, one.text)) for one in item.parts),
                   key=tuple(_row(material.sources, item, row) for row in item.key))
    return _ticked(material.sources[item.passages[0].article], made, item.passages[0]) if item.response == "mark" and not kept else made


def _row(sources: Sequence[Source], item: Item, row: KeyRow) -> KeyRow:
    """The row as the student's page may hold it; words to mark and to look for are short and stay as they are."""
    text = row.text if item.response in {"mark", "write"} else _pointed(sources, row.text)
    return replace(row, text=text, rationale=_pointed(sources, row.rationale))


def _pointed(sources: Sequence[Source], text: str) -> str:
    """The text with each sentence of an article in it made a place and its first words."""
    for source in sources:
        for sentence in source.sentences:
            words = source.words(sentence.span)
            if sentence.words > FIRST and words in text:
                place = f"{source.shown.code}, {_paragraphs(source, [sentence])}: “{_first(words)} …”"
                text = text.replace(f"{source.shown.code}: “{words}”", place).replace(f"“{words}”", place).replace(words, place)
    return text


def _place(source: Source, passage: Passage) -> str:
    """Where a passage stands, with its first and its last words."""
    inside = [one for one in source.sentences if passage.span.holds(one.span)]
    if not inside:
        return source.shown.code
    first, last = source.words(inside[0].span), source.words(inside[-1].span)
    where = f"{source.shown.code}, {_paragraphs(source, inside)}"
    if len(inside) == 1:
        return f"{where}: the sentence that begins “{_first(first)} …”"
    return f"{where}, from “{_first(first)} …” to “… {_last(last)}”"


def _first(words: str) -> str:
    return " ".join(re.sub('["“”]', "", words).split()[:FIRST]).rstrip(",;:")


def _last(words: str) -> str:
    return " ".join(re.sub('["“”]', "", words).split()[-FIRST:]).rstrip(".,;:")


def _paragraphs(source: Source, inside: Sequence[ShownSentence]) -> str:
    """Paragraphs of running text, counted from 1 as a reader of the page counts them; headlines, captions and the like by their names."""
    numbers = {paragraph: n for n, paragraph in enumerate(dict.fromkeys(one.paragraph for one in source.sentences if one.zone == "body"), start=1)}
    found = sorted({numbers[one.paragraph] for one in inside if one.zone == "body"})
    opening = _NAMES.get(inside[0].zone, "")
    if not found:
        return opening
    body = f"paragraph {found[0]}" if len(found) == 1 else f"paragraphs {found[0]} to {found[-1]}"
    return f"{opening} to paragraph {found[-1]}" if opening else body


def _ticked(source: Source, item: Item, passage: Passage) -> Item:
    """Phrases to tick in place of words to mark: those of the key, and other words of the passage."""
    rows: dict[Span, KeyRow] = {row.span: row for row in item.key if row.span is not None}
    right = sum(row.tier == "expected" for row in rows.values())
    wrong = sum(row.tier == "not_expected" for row in rows.values())
    for span in other_words(source.shown.text, passage.span, list(rows), max(FEWEST_WRONG, right) - wrong):
        rows[span] = KeyRow(item.id, source.index, span, source.words(span), "body", None, "not_expected", MISS, "No list of loaded words names it.", "filler")
    ordered = sorted(rows.items())
    options = tuple(Choice(f"o{n}", f"“{row.text}” ({_paragraphs(source, _around(source, span))})") for n, (span, row) in enumerate(ordered, start=1))
    key = tuple(replace(row, option=f"o{n}") for n, (_, row) in enumerate(ordered, start=1))
    prompt = item.prompt.replace(": mark the words", ": tick the words")
    return replace(item, response="choose", prompt=prompt, passages=(), options=options, key=key, points=most_points(key))


def _around(source: Source, span: Span) -> list[ShownSentence]:
    return [one for one in source.sentences if one.span.overlaps(span)]
