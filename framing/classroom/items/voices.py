"""E4: whose words does each sentence hold?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.classroom.items.keys import answer_row, most_points
from framing.classroom.items.timing import minutes
from framing.classroom.texts.material import Material, Source, beginning
from framing.classroom.texts.voices import VoiceClass, Voiced, voice_of
from framing.model.exercise import Choice, Exercise, Item, LeftOut

LEAST: Final = 4  # sentences, of two classes or more
_OPTIONS: Final[tuple[tuple[VoiceClass, str], ...]] = (
    ("own", "the article itself"),
    ("credited", "credited to somebody, without quotation marks"),
    ("quoted-named", "quoted, the speaker has a name"),
    ("quoted-unnamed", "quoted, the speaker has no name"),
    ("caption", "under a picture"),
)
_EASY: Final[dict[str, str]] = {"quoted-named": "quoted", "quoted-unnamed": "quoted"}

Row = tuple[Source, Voiced]


def make(material: Material) -> Exercise | LeftOut:
    """Sentences of all articles, the classes as even as the texts allow, shuffled."""
    by_class = _candidates(material)
    found = sum(len(rows) for rows in by_class.values())
    if found < LEAST or len(by_class) < 2:
        return LeftOut("E4", f"it needs {LEAST} sentences that have one clear voice, of two kinds; there are {found} (kinds: {len(by_class)})")
    rows = material.shuffled(_even(material, by_class), "E4")
    item = _item(material, rows)
    return Exercise("E4", "Whose voice?", "Decide for each sentence whose words it holds: does the article say it itself, does it credit somebody, or does "
                    "it quote? Each right answer gives 1 point.", minutes(material, (item,)), (item,),
                    ("Which sentence sounds like a fact although somebody is credited with it?",
                     "When is it fair to quote somebody who has no name in the article?"))


def _candidates(material: Material) -> dict[VoiceClass, list[Row]]:
    """Clear sentences by class, in the order of the options; shorter ones of different articles first."""
    found: dict[VoiceClass, list[Row]] = {}
    for name, _ in _OPTIONS:
        rows = []
        for source in material.sources:
            own = [voiced for sentence in source.sentences if sentence.words <= material.options.sizes.sentence
                   if (voiced := voice_of(source, sentence)) is not None and voiced.voice_class == name]
            rows += [(rank, source.index, source, one) for rank, one in enumerate(sorted(own, key=lambda one: (-_interest(source, one), one.sentence.span)))]
        ranked = [(source, one) for _, _, source, one in sorted(rows, key=lambda row: row[:2])]
        if ranked:
            found[name] = _different(ranked)
    return found


def _interest(source: Source, one: Voiced) -> int:
    """How much there is to see in a sentence: its words in thirds of the usual length, so that neither "He left." nor a long one comes first."""
    return -abs(one.sentence.words - 16) // 6


def _different(rows: Sequence[Row]) -> list[Row]:
    """Rows without sentences that begin like an earlier one: wire copy is printed twice."""
    seen: set[str] = set()
    kept = []
    for source, one in rows:
        words = beginning(source.words(one.sentence.span))
        if words not in seen:
            kept.append((source, one))
        seen.add(words)
    return kept


def _even(material: Material, by_class: dict[VoiceClass, list[Row]]) -> list[Row]:
    """As many of each class as there are, one by one in turn, up to the number of items; one caption at most."""
    n = material.options.n_items
    queues = {name: material.chosen(rows, 1 if name == "caption" else n) for name, rows in by_class.items()}
    taken: list[Row] = []
    while len(taken) < n and any(queues.values()):
        for queue in queues.values():
            if queue and len(taken) < n:
                taken.append(queue.pop(0))
    return taken


def _item(material: Material, rows: Sequence[Row]) -> Item:
    easy = material.options.level == "easier"
    present = {one.voice_class for _, one in rows}
    options: dict[str, str] = {name: words for name, words in _OPTIONS if name != "caption" or name in present}
    if easy:
        options = {_EASY.get(name, name): "quoted" if name in _EASY else words for name, words in options.items()}
    parts = tuple(Choice(f"p{k}", source.words(one.sentence.span)) for k, (source, one) in enumerate(rows, start=1))
    key = tuple(answer_row("E4-1", f"p{k}", _EASY.get(one.voice_class, one.voice_class) if easy else one.voice_class, source.words(one.sentence.span),
                           one.rationale, one.rule, source=source, span=one.sentence.span, voice=one.voice)
                for k, (source, one) in enumerate(rows, start=1))
    return Item("E4-1", "match", "Whose words are these?", (), parts, tuple(Choice(name, words) for name, words in options.items()), (), key, most_points(key))
