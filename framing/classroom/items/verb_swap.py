"""E6: swap the verb of saying, and tell what changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.classroom.items.keys import HALF, HIT, answer_row, most_points
from framing.classroom.items.marks import VERB_EFFECT, verb_of
from framing.classroom.items.rubric import SHORT, points_of
from framing.classroom.items.timing import minutes
from framing.classroom.texts.material import Material, ShownSentence, Source, beginning
from framing.classroom.texts.voices import SURE
from framing.model.exercise import Choice, Exercise, Item, KeyRow, LeftOut
from framing.model.findings import Attribution

LEAST: Final = 3  # sentences, of two kinds of verb or more
MOST: Final = 6
COLUMNS: Final = ("What does the verb add?", "A verb that only reports")
# Verbs that say no more than that somebody spoke; the first is the one to give.
PLAIN: Final = ("said", "says", "told", "stated")
_NO_SPEECH: Final = frozenset({"decline", "refuse", "find", "show", "doubt", "think", "believe", "fear", "hope"})  # nothing was said, or a study speaks
_FILLERS: Final = ("doubting", "conceding", "factive", "directive")  # offered beside the right ones, so that no row is left by elimination

# Rules whose cue is a verb of saying; "recognise X as Y" and "dispute the figure" cannot be swapped for "said".
_SAYINGS: Final = ("clause", "quote", "object_prep", "object_infinitive", "infinitive")

Row = tuple[Source, ShownSentence, Attribution]


def make(material: Material) -> Exercise | LeftOut:
    """Sentences whose verb tells more than "said", each verb once; a table to fill and a line to write."""
    rows = _different(_candidates(material))
    kinds = {one.cue_class for _, _, one in rows}
    if len(rows) < LEAST or len(kinds) < 2:
        return LeftOut("E6", f"it needs {LEAST} sentences whose verb tells more than “said”, with two kinds of verb; there are {len(rows)} (kinds: {len(kinds)})")
    chosen = material.shuffled(material.chosen(rows, min(MOST, material.options.n_items)), "E6")
    items = (_table(chosen), _write())
    return Exercise("E6", "Swap the verb", "The verb tells you how to take what somebody said. Say what each verb adds, then put a verb in its place that only reports. "
                    "Each right cell gives 1 point.", minutes(material, items), items,
                    ("Does one side get “said” and the other “claimed”? Count.", "When is a stronger verb simply right?"))


def _candidates(material: Material) -> list[Row]:
    """Each article's sentences in turn, so that all articles have their part."""
    rows = []
    for source in material.sources:
        own = [(sentence, one) for sentence in source.sentences if sentence.zone == "body" and sentence.words <= material.options.sizes.sentence
               if (one := _clear(source, sentence)) is not None]
        rows += [(rank, source.index, source, sentence, one) for rank, (sentence, one) in enumerate(own)]
    return [(source, sentence, one) for _, _, source, sentence, one in sorted(rows, key=lambda row: row[:2])]


def _clear(source: Source, sentence: ShownSentence) -> Attribution | None:
    """The sentence's one attribution, where its verb tells more than "said" and what is said is a statement."""
    found = [one for one in source.attributions_in(sentence) if any(span.overlaps(sentence.original) for span in one.cue)]
    if len(found) != 1 or found[0].cue_class not in VERB_EFFECT or found[0].stance or found[0].confidence < SURE or "[" in source.words(sentence.span):
        return None
    one = found[0]
    verb = source.words(source.place(verb_of(source, one)) or sentence.span).lower()
    if one.cue_lemma in _NO_SPEECH or not one.rule.startswith(_SAYINGS) or verb in {"saying", "said", "telling", "told"}:
        return None
    statement = any(token.pos in {"VERB", "AUX"} for span in one.content for token in source.annotation.reading.parse.tokens_in(span))
    inside = all(sentence.original.holds(span) for span in (*one.cue, *one.source))
    return one if statement and inside and one.source else None


def _different(rows: Sequence[Row]) -> list[Row]:
    """Each verb once, then each again where there is room."""
    first: list[Row] = []
    again: list[Row] = []
    seen: set[str] = set()
    begun: set[str] = set()
    for row in rows:
        words = beginning(row[0].words(row[1].span))
        if words in begun:  # wire copy
            continue
        begun.add(words)
        (again if row[2].cue_lemma in seen else first).append(row)
        seen.add(row[2].cue_lemma)
    return first + [row for row in again if row[2].cue_class == "doubting"]


def _table(rows: Sequence[Row]) -> Item:
    used = {one.cue_class for _, _, one in rows}
    classes = [name for name in VERB_EFFECT if name in used or (name in _FILLERS and len(used) < 4)]
    parts, key = [], []
    for k, (source, sentence, one) in enumerate(rows, start=1):
        verb = source.words(source.place(verb_of(source, one)) or sentence.span)
        parts.append(Choice(f"p{k}", f"{source.words(sentence.span)} (verb: {verb})"))
        key += _key(f"p{k}", source, one, verb)
    options = tuple(Choice(f"c1.{name}", VERB_EFFECT[name]) for name in classes)
    return Item("E6-1", "table", "What does each verb add, and which verb only reports?", (), tuple(parts), options, COLUMNS, tuple(key), most_points(tuple(key)))


def _key(part: str, source: Source, one: Attribution, verb: str) -> list[KeyRow]:
    place = source.place(verb_of(source, one))
    effect = VERB_EFFECT[one.cue_class]
    rows = [answer_row("E6-1", f"{part}/c1", effect, verb, f"More than “said”: “{verb}” {effect}.", f"cue.{one.cue_class}", source=source, span=place, voice="own")]
    rows += [answer_row("E6-1", f"{part}/c2", plain, verb, "It tells that somebody spoke, and no more.", "cue.neutral", source=source, span=place, voice="own", points=HIT)
             for plain in PLAIN]
    rows.append(answer_row("E6-1", f"{part}/c2", "according to", verb, "It only reports, but the sentence has to be turned round.", "cue.neutral", source=source,
                           span=place, voice="own", tier="defensible", points=HALF))
    return rows


def _write() -> Item:
    return Item("E6-2", "write", "Choose one of the sentences and write it again with your verb. What does the reader no longer learn, and what does the speaker gain?",
                (), (), (), (), (), points_of(SHORT), SHORT, lines=5)
