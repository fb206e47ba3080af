"""Students whose answers follow a rule: perfect, empty, marking everything, and guessing with a seed; and a pack of any size for them."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sample_pack import discuss_item, sample_pack

from framing.classroom.grading.answers import cells_of, items_of
from framing.classroom.grading.marking import words_of
from framing.model.article import Span
from framing.model.exercise import AnswerSheet, Exercise, Item, Pack

Given = str | tuple[Span, ...] | tuple[tuple[str, str], ...]


def sheet(pack: Pack, code: str, answers: dict[str, Given]) -> AnswerSheet:
    """A sheet with those of the answers that hold anything."""
    return AnswerSheet(pack.id, pack.version, code, tuple((name, answers[name]) for name in items_of(pack) if answers.get(name)))


def perfect(pack: Pack, code: str) -> AnswerSheet:
    """Everything that the key expects, and nothing else."""
    made: dict[str, Given] = {}
    for name, item in items_of(pack).items():
        rows = [row for row in item.key if row.tier == "expected"]
        if item.response == "mark":
            made[name] = tuple(sorted(row.span for row in rows if row.span is not None))
        elif item.response == "write":
            made[name] = "A neutral text that keeps " + " and ".join(item.facts)
        else:
            made[name] = tuple((row.part, row.option) for row in rows)
    return sheet(pack, code, made)


def everything(pack: Pack, code: str) -> AnswerSheet:
    """Every word marked, every option ticked, the first option for every part, one word in every cell."""
    made: dict[str, Given] = {}
    for name, item in items_of(pack).items():
        if item.response == "mark":
            made[name] = tuple(words_of(pack, item))
        elif item.response == "choose":
            made[name] = tuple(("", option.id) for option in item.options)
        elif item.response == "match":
            made[name] = tuple((part.id, item.options[0].id) for part in item.parts)
        elif item.response == "table":
            made[name] = tuple((cell, "everything") for cell in cells_of(item))
    return sheet(pack, code, made)


def guessing(pack: Pack, code: str, seed: int) -> AnswerSheet:
    """Guesses: about a tenth of the words, one option a part, one tick, a word in every cell."""
    chance = random.Random(seed)
    made: dict[str, Given] = {}
    for name, item in items_of(pack).items():
        if item.response == "mark":
            made[name] = tuple(word for word in words_of(pack, item) if chance.random() < 0.1)
        elif item.response == "choose":
            made[name] = (("", chance.choice(item.options).id),)
        elif item.response == "match":
            made[name] = tuple((part.id, chance.choice(item.options).id) for part in item.parts)
        elif item.response == "table":
            made[name] = tuple((cell, chance.choice(["Ana Ruiz", "named", "not named", "a clerk"])) for cell in cells_of(item))
        else:
            made[name] = " ".join(chance.choice(["mob", "12", "people", "Ana Ruiz", "came"]) for _ in range(200))
    return sheet(pack, code, made)


def large_pack(exercises: int) -> Pack:
    """The sample's items over and over, as many exercises, the last of them a talk."""
    pack = sample_pack()
    kinds = [one for one in pack.exercises if one.type != "E12"]
    made = [_renamed(kinds[n % len(kinds)], n) for n in range(exercises - 1)]
    return replace(pack, exercises=(*made, Exercise("E12", "Agreement", "", 5, (discuss_item(),))))


def _renamed(exercise: Exercise, n: int) -> Exercise:
    def other(item: Item) -> Item:
        name = f"{item.id.partition('-')[0]}-{n + 100}"
        return replace(item, id=name, key=tuple(replace(row, item_id=name) for row in item.key))
    return replace(exercise, items=tuple(other(item) for item in exercise.items))


def save(folder: Path, sheet: AnswerSheet, name: str = "", *, kinds: Mapping[str, str] | None = None) -> Path:
    """A sheet as the page saves it; `kinds` are the responses of the items by id, the sample's without."""
    def plain(answer: object, response: str) -> object:
        if response == "mark":
            return [list(one) for one in answer if isinstance(one, Span)]
        return [option for _, option in answer] if response == "choose" else answer if response == "write" else dict(answer)

    kinds = kinds or {item.id: item.response for exercise in sample_pack().exercises for item in exercise.items}
    record = {"schema": "framing.answers/1", "pack": sheet.pack, "version": sheet.version, "code": sheet.code,
              "answers": {name: plain(answer, kinds[name]) for name, answer in sheet.answers}}
    path = folder / f"{name or sheet.code}.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    return path
