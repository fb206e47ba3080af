"""E3: different names for the same person, group or event: who is meant, and whose name it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from framing.classroom.items.keys import answer_row, most_points
from framing.classroom.items.timing import minutes
from framing.classroom.texts.material import Material, ShownSentence, Source
from framing.model.article import Span
from framing.model.comparison import LabelUse, Referent
from framing.model.exercise import Choice, Exercise, Item, LeftOut, Passage

LEAST: Final = 3  # labels, of two articles or more
REFERENTS: Final = 4  # cards: more do not fit a table of cut-outs
MOST: Final = 8  # labels: with the sentence of each, two sheets
EACH: Final = 3  # labels of one referent: more of one make the others easy to guess
_WORDS: Final = {"own": "in its own words", "attributed": "credited to somebody", "quoted": "in a quotation", "scare": "at a distance, in quotation marks"}


@dataclass(frozen=True, slots=True)
class Card:
    """One label with whom it names, where it stands, and in whose voice."""

    referent: str
    words: str
    source: Source
    sentence: ShownSentence
    span: Span
    use: LabelUse


def make(material: Material) -> Exercise | LeftOut:
    """Two items: which label means whom, and which article uses it in whose voice."""
    cards = _cards(material)
    if len({card.words.lower() for card in cards}) < LEAST or len({card.source.index for card in cards}) < 2:
        return LeftOut("E3", "no person, group or event bears different contested names in two of the articles")
    cards = material.shuffled(cards, "E3")
    items = [_who(cards)] if len({card.referent for card in cards}) > 1 else []
    items.append(_whose(len(items) + 1, material, cards))
    return Exercise("E3", "Same thing, other name", "These words name people, groups and events. Match them first with what they name, then with the article "
                    "that uses them, and in whose voice. Each right answer gives 1 point.", minutes(material, items), tuple(items),
                    ("Swap two names in their sentences: which sentence changes most?", "Which of these names would the people named choose themselves?"))


def _cards(material: Material) -> list[Card]:
    """Labels from a contested set, of things that two articles name differently; the same words of one article and voice once."""
    found: list[Card] = []
    for referent in _contested(material)[:REFERENTS]:
        cards: list[Card] = []
        for use in referent.uses:
            card = _card(material, referent, use)
            if card is not None and not any(_alike(card, other) for other in cards):
                cards.append(card)
        kept = _spread(cards, min(EACH, min(MOST, max(material.options.n_items, LEAST)) - len(found)))
        if len({card.words.lower() for card in kept}) > 1 and len({card.source.index for card in kept}) > 1:  # a lone label contrasts with nothing
            found += kept
    return found


def _spread(cards: Sequence[Card], most: int) -> list[Card]:
    """Up to `most` of one referent's labels: each article in turn, names that take a side first, no wording twice."""
    queues: dict[int, list[Card]] = {}
    for card in sorted(cards, key=lambda card: (card.use.label.evaluation == "plain", card.use.label.voice != "own", card.span)):
        queues.setdefault(card.source.index, []).append(card)
    taken: list[Card] = []
    while any(queues.values()) and len(taken) < most:
        for queue in queues.values():
            if queue and len(taken) < most:
                card = queue.pop(0)
                if not any(card.words.lower() == other.words.lower() and card.use.label.voice == other.use.label.voice for other in taken):
                    taken.append(card)
    return taken


def _contested(material: Material) -> list[Referent]:
    """Referents with a label that takes a side, those with most of them first: "president" of a union is contested by nobody."""
    rows = [one for one in material.comparison.referents if one.shared and sum(use.label.contested is not None for use in one.uses) > 1
            and any(use.label.evaluation in {"plus", "minus"} for use in one.uses)]
    return sorted(rows, key=lambda one: (-sum(use.label.evaluation in {"plus", "minus"} for use in one.uses), -len(one.uses), one.name))


def _card(material: Material, referent: Referent, use: LabelUse) -> Card | None:
    label, source = use.label, material.sources[use.article]
    where = source.place(label.span)
    sentence = next((one for one in source.sentences if where is not None and one.span.holds(where)), None)
    if label.contested is None or where is None or sentence is None or label.form == "adverb" or "[" in source.words(where):
        return None
    return Card(_name(referent), source.words(where), source, sentence, where, use)


def _name(referent: Referent) -> str:
    return referent.name[:1].upper() + referent.name[1:]


def _alike(a: Card, b: Card) -> bool:
    return a.words.lower() == b.words.lower() and a.source.index == b.source.index and a.use.label.voice == b.use.label.voice


def _who(cards: Sequence[Card]) -> Item:
    """Each wording once, to the card of what it names. A wording that two things bear is left out."""
    owners: dict[str, set[str]] = {}
    for card in cards:
        owners.setdefault(card.words.lower(), set()).add(card.referent)
    once = [card for k, card in enumerate(cards) if len(owners[card.words.lower()]) == 1
            and card.words.lower() not in {other.words.lower() for other in cards[:k]}]
    names = sorted({card.referent for card in cards})
    options = tuple(Choice(f"r{k}", name) for k, name in enumerate(names, start=1))
    parts = tuple(Choice(f"p{k}", f"“{card.words}”") for k, card in enumerate(once, start=1))
    key = tuple(answer_row("E3-1", f"p{k}", f"r{names.index(card.referent) + 1}", card.words, f"{card.source.shown.code}: “{card.source.words(card.sentence.span)}”",
                           f"label.{card.use.label.form}", source=card.source, span=card.span, voice=card.use.label.voice)
                for k, card in enumerate(once, start=1))
    return Item("E3-1", "match", "Who or what is meant?", (), parts, options, (), key, most_points(key))


def _whose(number: int, material: Material, cards: Sequence[Card]) -> Item:
    """Each label to the article and voice it stands in; the sentences are shown under their articles."""
    name = f"E3-{number}"
    kinds = sorted({(card.source.index, card.use.label.voice) for card in cards}, key=lambda kind: (kind[0], list(_WORDS).index(kind[1])))
    options = tuple(Choice(f"o{k}", f"{material.sources[index].shown.code}, {_WORDS[voice]}") for k, (index, voice) in enumerate(kinds, start=1))
    groups: dict[str, list[Card]] = {}
    for card in cards:
        groups.setdefault(card.words.lower(), []).append(card)
    parts, rows = [], []
    for k, same in enumerate(groups.values(), start=1):
        parts.append(Choice(f"p{k}", f"“{same[0].words}”"))
        rows += [answer_row(name, f"p{k}", f"o{kinds.index((card.source.index, card.use.label.voice)) + 1}", card.words, _why(card),
                            f"label.{card.use.label.form}", source=card.source, span=card.span, voice=card.use.label.voice) for card in same]
    key = tuple(rows)
    shown = sorted({(card.source.index, card.sentence.span) for card in cards})
    passages = tuple(Passage(index, span, (span,)) for index, span in shown)
    return Item(name, "match", "Which article uses the name, and in whose voice? Where several do, one of them is enough.", passages, tuple(parts), options, (), key,
                most_points(key))


def _why(card: Card) -> str:
    speaker = card.use.label.speaker
    if card.use.label.voice == "own":
        return "Nobody is credited with the name: the article uses it itself."
    how = {"quoted": "It stands in quotation marks", "scare": "Quotation marks keep it at a distance"}.get(card.use.label.voice, "The sentence credits somebody with it")
    return f"{how}{f': {speaker}' if speaker else ''}."
