"""E5: a ledger of who speaks in an article: who, named or not, with which verb, quoted or reported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from framing.classroom.items.keys import HALF, HIT, answer_row, most_points
from framing.classroom.items.marks import verb_of
from framing.classroom.items.timing import minutes
from framing.classroom.texts.material import Material, Source
from framing.classroom.texts.passages import opening
from framing.classroom.texts.voices import SURE, has_name, is_pronoun
from framing.model.article import Span
from framing.model.exercise import Choice, Exercise, Item, KeyRow, LeftOut, Passage
from framing.model.findings import Attribution
from framing.text.tokens import count_words

LEAST: Final = 4  # rows
MOST: Final = 8
COLUMNS: Final = ("Who speaks?", "What kind of source?", "With which verb?", "Quoted or reported?")
_STATEMENTS: Final = ("clause", "according", "quote")  # rules whose content is a statement: "accused Norvane of trying" gives none to read out
_SHOWN_WORDS: Final = 7  # of the content, by which a row is found in the text
_KINDS: Final = {"named": "a person with a name", "unnamed": "people without a name", "body": "an office, a body or a paper"}
_KIND_OF: Final = {"person": "named", "unnamed_official": "unnamed", "public": "unnamed", "person_role": "unnamed", "government": "body", "organisation": "body",
                   "document": "body"}
_HOW: Final = {"direct": "in quotation marks", "indirect": "reported", "mixed": "some of both"}


def make(material: Material) -> Exercise | LeftOut:
    """The beginning of the article that credits most, and a table with a row for each statement credited there."""
    rows = []
    for source in material.sources:
        shown = opening(source, material.options.sizes.reading)
        found = _rows(source, shown)
        rows.append((source.index not in material.same_event, -len({one.speaker for one in found}), source.index, source.index, shown, found))
    ranked = [row[3:] for row in sorted(rows, key=lambda row: row[:3]) if len(row[5]) >= LEAST]
    if not ranked:
        return LeftOut("E5", f"no article credits {LEAST} statements clearly in its first {material.options.sizes.reading} words")
    _, shown, found = material.chosen(ranked, 1)[0]
    source = material.sources[shown.article]
    item = _item(source, shown, found[:min(MOST, material.options.n_items)])
    return Exercise("E5", "Source ledger", "List who speaks in this article. Each row of the table gives the first words of a statement: find it, and fill in the row. "
                    "Each right cell gives 1 point.", minutes(material, (item,)), (item,),
                    ("Who is quoted in full, who is only reported, and who is not heard at all?", "Why might a source stay without a name here, and who can check it?"))


def _rows(source: Source, shown: Passage) -> list[Attribution]:
    """Statements credited clearly in the passage, in order; of several that begin alike the first."""
    found: list[Attribution] = []
    for one in source.annotation.reading.attributions:
        if _fits(source, one, shown) and not any(span.overlaps(other) for seen in found for span in one.content for other in seen.content):
            found.append(one)
    return sorted(found, key=lambda one: one.content[0])


def _fits(source: Source, one: Attribution, shown: Passage) -> bool:
    if one.zone != "body" or one.stance or one.nested_in is not None or not one.rule.startswith(_STATEMENTS) or one.confidence < SURE or not (one.source and one.cue and one.content and one.speaker):
        return False
    places = [source.place(span) for span in (*one.source, *one.cue, *one.content)]
    named = _shown(source, one.source[0])
    if not named or "“" in named or '"' in named or not _kind(one, named):
        return False
    words = sum(count_words(source.annotation.document.shadow, span) for span in one.content)
    verbs = any(token.pos in {"VERB", "AUX"} for span in one.content for token in source.annotation.reading.parse.tokens_in(span))
    return words >= 4 and verbs and all(where is not None and shown.span.holds(where) for where in places)


def _item(source: Source, shown: Passage, rows: Sequence[Attribution]) -> Item:
    parts = tuple(Choice(f"p{k}", _first_words(source, one)) for k, one in enumerate(rows, start=1))
    options = [Choice(f"c2.{name}", words) for name, words in _KINDS.items()] + [Choice(f"c4.{name}", words) for name, words in _HOW.items()]
    key = tuple(row for k, one in enumerate(rows, start=1) for row in _key(source, f"p{k}", one))
    return Item("E5-1", "table", f"{source.shown.code}: who says it, and how is it given?", (shown,), parts, tuple(options), COLUMNS, key, most_points(key))


def _first_words(source: Source, one: Attribution) -> str:
    bare = re.sub('["“”]', "", _shown(source, one.content[0]))  # quotation marks would give the last column away
    words = re.sub(r"^that\s+", "", bare.strip(" ,")).split()
    cut = " ".join(words[:_SHOWN_WORDS]).rstrip(",.;:")
    return cut + (" …" if len(words) > _SHOWN_WORDS else "")


def _shown(source: Source, span: Span) -> str:
    where = source.place(span)
    return source.words(where) if where is not None else ""


def _key(source: Source, part: str, one: Attribution) -> Iterable[KeyRow]:
    """Accepted cells of a row: each way to name the speaker, the verb with and without its helpers."""
    words, cue = _shown(source, one.source[0]), _shown(source, one.cue[0])
    why = f"“{words} {cue}”" if one.source[0] < one.cue[0] else f"“{cue} {words}”"
    rule, place = f"attribution.{one.rule}", source.place(one.source[0])
    for column, answers in (("c1", _who(one, words)), ("c2", ((_KINDS[_kind(one, words)], HIT),)),
                            ("c3", tuple((verb, HIT) for verb in _verbs(source, one))), ("c4", ((_HOW[one.directness], HIT),))):
        for answer, points in answers:
            yield answer_row("E5-1", f"{part}/{column}", answer, words, f"In the text: {why}.", rule, source=source, span=place, voice="own",
                             tier="expected" if points == HIT else "defensible", points=points)


def _verbs(source: Source, one: Attribution) -> tuple[str, ...]:
    """What may stand as the verb: the whole cue, its last verb, and each other verb of it ("retorted saying" is either)."""
    tokens = [token for token in source.annotation.reading.parse.tokens_in(one.cue[0]) if token.pos == "VERB" and one.cue[0].holds(token.span)]
    return tuple(dict.fromkeys(_shown(source, span) for span in (one.cue[0], verb_of(source, one), *(token.span for token in tokens))))


def _who(one: Attribution, words: str) -> tuple[tuple[str, float], ...]:
    """What may stand for the speaker: the words of the text, the full name, the last name; a pronoun is worth half."""
    speaker = one.speaker or ""
    names = [speaker, *([speaker.split()[-1]] if has_name(speaker) else [])]
    text = words.split(" who ")[0].split(",")[0]
    accepted = [*names, *([] if is_pronoun(words) else [words, text])]
    found = {name.strip(" ,"): HIT for name in accepted if name.strip(" ,")}
    if is_pronoun(words):
        found[words] = HALF
    return tuple(found.items())


def _kind(one: Attribution, words: str) -> str:
    """The kind of source, "" where the analysis and the look of the words do not agree."""
    kind = _KIND_OF.get(one.source_type, "")
    named = has_name(words) or (is_pronoun(words) and has_name(one.speaker or ""))
    lone = re.fullmatch(r"[A-Z]\w+(?: [A-Z]\w+)?", words) is not None  # "Marta Ilves" or "Lund": a person or a firm
    if kind == "named":
        return kind if named or lone else ""
    if kind == "unnamed":
        return "" if named else kind
    return "" if lone or '"' in words or "“" in words else kind
