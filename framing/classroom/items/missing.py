"""E7: which statements stand in both articles, in one, in neither?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from framing.classroom.items.keys import answer_row, most_points
from framing.classroom.items.timing import minutes
from framing.classroom.texts.facts import NUMBER_WORD
from framing.classroom.texts.material import Material, ShownSentence, Source
from framing.classroom.texts.passages import opening
from framing.model.alignment import AlignedPair, Alignment, OnlyIn
from framing.model.article import Span
from framing.model.exercise import Choice, Exercise, Item, KeyRow, LeftOut, Passage
from framing.text.terms import names_of, numbers_of, terms_of

LEAST: Final = 5  # statements, of two kinds or more
SURE_PAIR: Final = 0.5  # likeness of passages from which a reader finds the same statement in both
SURE_ONLY: Final = 0.2  # likeness to the nearest passage under which a statement is not in the other article
SHARED: Final = 0.35  # of a statement's content words that the other article's passage must hold
_WORDS_OF: Final = (6, 34)  # of a statement: shorter ones say too little, longer ones say several things
_LEANS: Final = re.compile(r"^(?:he|she|it|they|his|her|its|their|this|that|these|those|but|and|both|one of them|the two|instead|also|however|such)\b|"
                           r"\b(?:he|she)\s+(?:said|added|told|says)\b|\bthis:|\b(?:dispute|deny|denie|reject)[sd]? this\b|\bour (?:questions|requests)\b", re.IGNORECASE)
_QUOTATION: Final = re.compile(r'"(?:[^"\s]+\s+){3,}[^"\s]+"')


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement in the words of one article, and which articles hold it ("a", "b", "both", "neither"); sure is for ranking."""

    words: str
    kind: str
    source: Source
    span: Span
    rationale: str
    sure: float


def make(material: Material) -> Exercise | LeftOut:
    """Statements of the two articles of one event that give most of them, in the part that is printed."""
    if material.options.originals:
        return LeftOut("E7", "its statements are sentences of the articles, and this pack prints none")
    whole = [pair for pair in material.pairs if not any(material.sources[k].annotation.document.article.excerpt for k in pair)]
    if not whole:
        why = "one of the two articles is an excerpt" if material.pairs else "no two of the articles are known to report the same event in words of their own"
        return LeftOut("E7", f"{why}, so nothing may be called missing")
    tried = [_tried(material, *pair) for pair in whole]
    a, b, shown, found = max(tried, key=lambda one: _kinds(one[3]))  # of equals the first, which compares best
    if len(found) < LEAST or len({one.kind for one in found}) < 2:
        return LeftOut("E7", f"it needs {LEAST} statements that plainly stand in one article alone or in both, of two kinds; there are {len(found)}")
    item = _item(material.shuffled(found, "E7"), a, b, shown)
    return Exercise("E7", "What is missing?", "Read both articles, then decide for each statement where it stands, in these words or in others. Each right "
                    "answer gives 1 point.", minutes(material, (item,)), (item,),
                    ("Which missing statement would change the story most for a reader?",
                     "Name a reason for leaving it out that has nothing to do with taking sides: space, time, what was known."))


def _kinds(rows: Sequence[Statement]) -> tuple[bool, int, int]:
    """How good a list is: with something to find in both, of many kinds, long."""
    kinds = {one.kind for one in rows}
    return len(rows) >= LEAST and "both" in kinds, len(kinds), len(rows)


def _tried(material: Material, first: int, second: int) -> tuple[Source, Source, tuple[Passage, Passage], list[Statement]]:
    """A pair with its printed parts and the statements that can be made of it."""
    a, b = material.sources[first], material.sources[second]
    shown = opening(a, material.options.sizes.reading), opening(b, material.options.sizes.reading)
    return a, b, shown, _statements(material, a, b, shown)


def _statements(material: Material, a: Source, b: Source, shown: tuple[Passage, Passage]) -> list[Statement]:
    """The surest of each kind in turn, as many as the options ask for."""
    alignment = _alignment(material, a, b)
    kinds = [sorted(rows, key=lambda one: (-one.sure, one.span)) for rows in (
        _both(alignment, a, b, shown), _only(alignment.only_a, a, b, shown[0], "a"), _only(alignment.only_b, b, a, shown[1], "b"), _neither(material, a, b))]
    n = material.options.n_items
    queues = [material.chosen(_once(rows), n if k < 3 else max(1, n // 5)) for k, rows in enumerate(kinds)]
    taken: list[Statement] = []
    while len(taken) < n and any(queues):
        for queue in queues:
            if queue and len(taken) < n:
                taken.append(queue.pop(0))
    return taken


def _once(rows: Sequence[Statement]) -> list[Statement]:
    return [one for k, one in enumerate(rows) if not any(one.span == other.span or one.words == other.words for other in rows[:k])]


def _alignment(material: Material, a: Source, b: Source) -> Alignment:
    return next(one for one in material.comparison.alignments if (one.a_id, one.b_id) == (a.annotation.id, b.annotation.id))


def _sentence(source: Source, span: Span, shown: Passage | None) -> ShownSentence | None:
    """The sentence that a span is the whole of, where it stands on its own and in the printed part."""
    for one in source.sentences:
        if one.original == span and one.zone == "body" and (shown is None or shown.span.holds(one.span)):
            words = source.words(one.span)
            quoted = words[0] in "\"“" and words.rstrip(".")[-1] in "\"”"  # nobody is named with it, so it cannot be looked for
            fits = _WORDS_OF[0] <= one.words <= _WORDS_OF[1] and not quoted and not _LEANS.search(words) and "[" not in words and words.count('"') % 2 == 0
            return one if fits and words.count("“") == words.count("”") else None
    return None


def _both(alignment: Alignment, a: Source, b: Source, shown: tuple[Passage, Passage]) -> Iterable[Statement]:
    """Pairs that tell the same, in the words of the side whose statement the other one holds whole."""
    for pair in alignment.pairs:
        if pair.score < SURE_PAIR or pair.relation not in {"same-voice", "voice-shift"} or pair.note.startswith("They touch"):
            continue
        inside = [source.place(span) for source, span in ((a, pair.a), (b, pair.b))]
        if not all(where is not None and one.span.holds(where) for where, one in zip(inside, shown, strict=True)):
            continue
        best = max((_told(pair, a, b, side) for side in (0, 1)), key=lambda one: one[0])
        if best[0] >= SHARED and best[1] is not None:
            yield best[1]


def _told(pair: AlignedPair, a: Source, b: Source, side: int) -> tuple[float, Statement | None]:
    """How much of one side's statement the other side holds, and the statement; nothing where a number or a quotation is missing there."""
    source, other = (a, b) if side == 0 else (b, a)
    here, there = (pair.a, pair.b) if side == 0 else (pair.b, pair.a)
    sentence = _sentence(source, here, None)
    where = other.place(there)
    credited = pair.relation == "voice-shift" and (pair.voice_a, pair.voice_b)[side] != "own"  # "X accused Y" is not told where Y is simply guilty
    if sentence is None or where is None or credited:
        return 0.0, None
    text, rest = source.annotation.document.shadow[here.start:here.end], other.annotation.document.shadow[there.start:there.end]
    if set(numbers_of(text)) - set(numbers_of(rest)) or any(quoted not in rest for quoted in re.findall(r'"([^"]+?)[,.]?"', text)):
        return 0.0, None
    terms = set(terms_of(text))
    share = len(terms & set(terms_of(rest))) / len(terms) if terms else 0.0
    why = f"{source.shown.code} says it in these words; {other.shown.code}: “{other.words(where)}”"
    return share, Statement(source.words(sentence.span), "both", source, sentence.span, why, pair.score * share)


def _only(rows: Sequence[OnlyIn], source: Source, other: Source, shown: Passage, kind: str) -> Iterable[Statement]:
    """Statements that were not found in the other article, which could have known them."""
    for row in rows:
        sentence = _sentence(source, row.span, shown)
        if sentence is None or row.score > SURE_ONLY or row.could_know is False or not _specific(source, sentence, other):
            continue
        known = f"{other.shown.code} could have known it." if row.could_know else f"Whether {other.shown.code} could have known it, the dates do not tell."
        yield Statement(source.words(sentence.span), kind, source, sentence.span, f"Found in {source.shown.code} alone. {known}", row.central + (1 if row.could_know else 0))


def _specific(source: Source, sentence: ShownSentence, other: Source) -> bool:
    """Whether the statement has a number, a name or a quotation that the other article lacks: what can be looked for and not found."""
    text, rest = source.annotation.document.shadow[sentence.original.start:sentence.original.end], other.annotation.document.shadow.lower()
    told = re.sub(r'"[^"]*"', " ", text)
    marks = [*numbers_of(told), *NUMBER_WORD.findall(told), *(word for name in names_of(told) for word in name.split())]
    return any(not re.search(rf"(?<!\w){re.escape(mark.lower())}(?!\w)", rest) for mark in marks) or _QUOTATION.search(text) is not None


def _neither(material: Material, a: Source, b: Source) -> Iterable[Statement]:
    """Statements of a third article of the pack that stand in neither: nothing is made up."""
    for source in material.sources:
        if source.index in {a.index, b.index}:
            continue
        lists = [_rows_of(material, source, other) for other in (a, b)]
        absent = [{row.span: row for row in rows if row.score <= SURE_ONLY} for rows in lists]
        for span in sorted(set(absent[0]) & set(absent[1])):
            sentence = _sentence(source, span, None)
            if sentence is not None and _specific(source, sentence, a) and _specific(source, sentence, b):
                yield Statement(source.words(sentence.span), "neither", source, sentence.span,
                                f"From {source.shown.code}; neither {a.shown.code} nor {b.shown.code} has it.", 1 - absent[0][span].score - absent[1][span].score)


def _rows_of(material: Material, source: Source, other: Source) -> Sequence[OnlyIn]:
    for one in material.comparison.alignments:
        if (one.a_id, one.b_id) == (source.annotation.id, other.annotation.id):
            return one.only_a
        if (one.a_id, one.b_id) == (other.annotation.id, source.annotation.id):
            return one.only_b
    return ()


def _item(rows: Sequence[Statement], a: Source, b: Source, shown: tuple[Passage, Passage]) -> Item:
    options = [Choice("a", f"in {a.shown.code} only"), Choice("b", f"in {b.shown.code} only"), Choice("both", "in both")]
    options += [Choice("neither", "in neither")] if any(one.kind == "neither" for one in rows) else []
    parts = tuple(Choice(f"p{k}", one.words) for k, one in enumerate(rows, start=1))
    key: tuple[KeyRow, ...] = tuple(answer_row("E7-1", f"p{k}", one.kind, one.words, one.rationale, f"alignment.{one.kind}", source=one.source, span=one.span)
                                    for k, one in enumerate(rows, start=1))
    return Item("E7-1", "match", f"Where does each statement stand: in {a.shown.code}, in {b.shown.code}, or in both?", shown, parts, tuple(options), (), key, most_points(key))
