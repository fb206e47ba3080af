"""E8: do two beginnings tell of the same event?"""

from __future__ import annotations

from typing import Final

from framing.classroom.items.keys import answer_row
from framing.classroom.items.timing import minutes
from framing.classroom.texts.anonymise import hide_words
from framing.classroom.texts.material import Material, code_of
from framing.classroom.texts.passages import lead
from framing.model.comparison import Comparability
from framing.model.exercise import Choice, Exercise, Item, LeftOut, Passage

LEAST: Final = 3  # articles: with two of one event there is nothing to decide
MOST: Final = 4  # pairs
LEAD_WORDS: Final = 90  # of a beginning: what tells when, where and who
OPTIONS: Final = (("same-event", "the same event"), ("same-topic", "the same topic, but another event"), ("near-duplicate", "almost the same text"),
                  ("different", "different things"))


def make(material: Material) -> Exercise | LeftOut:
    """Pairs of first paragraphs; verdicts as different as the articles give."""
    leads = {source.index: found for source in material.sources if (found := lead(source, LEAD_WORDS)) is not None}
    if len(leads) < LEAST:
        return LeftOut("E8", f"it needs {LEAST} articles or more; best, one of them on another event")
    rows = _pairs(material, leads)
    items = tuple(_item(material, k, row, leads) for k, row in enumerate(rows, start=1))
    return Exercise("E8", "Same event?", "Read the two beginnings. Look at when, where, who and what. Each right answer gives 1 point; write down the words that "
                    "decided it for you.", minutes(material, items), items,
                    ("Which detail decided it?", "Why is it unfair to call something missing in an article on another event?"))


def _pairs(material: Material, leads: dict[int, Passage]) -> list[tuple[int, int, Comparability]]:
    """Pairs with each verdict in turn, surest first, shuffled."""
    queues: dict[str, list[tuple[int, int, Comparability]]] = {}
    for i in sorted(leads):
        for j in sorted(leads):
            if i < j:
                row = material.row(i, j)
                queues.setdefault(row.verdict, []).append((i, j, row))
    for verdict, queue in queues.items():
        queues[verdict] = material.chosen(sorted(queue, key=lambda one: -one[2].score), MOST)
    taken: list[tuple[int, int, Comparability]] = []
    while len(taken) < MOST and any(queues.values()):
        for queue in queues.values():
            if queue and len(taken) < MOST:
                taken.append(queue.pop(0))
    return list(material.shuffled(taken, "E8"))


def _item(material: Material, number: int, pair: tuple[int, int, Comparability], leads: dict[int, Passage]) -> Item:
    i, j, row = pair
    name = f"E8-{number}"
    reasons = "; ".join(reason.words.rstrip(".") for reason in (row.time, row.place, row.entities, row.narrative) if reason.words)
    if material.options.hides:  # students read the reason when their work is checked or marked
        reasons = hide_words(reasons, material.outlets)
    words = dict(OPTIONS)
    key = tuple(answer_row(name, "", verdict, words[verdict], f"{reasons}." if verdict == row.verdict else "", f"pair.{row.verdict}",
                           tier="expected" if verdict == row.verdict else "not_expected", points=1.0 if verdict == row.verdict else 0.0) for verdict, _ in OPTIONS)
    dates = "; ".join(f"Source {code_of(k)} is of {published[:10]}" for k in (i, j) if (published := _published(material, k)))
    return Item(name, "choose", f"Source {code_of(i)} and Source {code_of(j)}: do they tell of the same event?{f' ({dates}.)' if dates else ''}", (leads[i], leads[j]), (),
                tuple(Choice(verdict, text) for verdict, text in OPTIONS), (), key, 1.0)


def _published(material: Material, index: int) -> str:
    known = material.sources[index].annotation.document.article.published
    return known.value if known is not None else ""
