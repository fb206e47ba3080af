"""Turns of an interview or a debate: "RUIZ: I never said that." at the head of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from framing.annotate.attributions.scene import Draft, Scene

_MOST_NAME_WORDS: Final = 4
_LETTERS: Final = frozenset({"Q", "A"})
_LEAST_TURNS: Final = 2  # one capitalised word and a colon is as likely a heading ("UPDATE: ...")


def turn_drafts(scene: Scene) -> list[Draft]:
    """An attribution for each turn, if the document holds two or more by capitalised names (or Q and A); the rest of the paragraph is said."""
    found = list(_turns(scene))
    names = {scene.tokens[min(draft.source)].text for draft in found if len(draft.source) == 1}
    if not names >= _LETTERS:  # a letter alone is an item of a list, or an initial, unless questions and answers take turns
        found = [draft for draft in found if len(draft.source) > 1 or scene.tokens[min(draft.source)].text not in _LETTERS]
    return found if len(found) >= _LEAST_TURNS else []


def _turns(scene: Scene) -> Iterator[Draft]:
    for first, last in scene.paragraph_tokens:
        start = first
        while start < last and not any(map(str.isalnum, scene.tokens[start].text)):
            start += 1
        end = start
        while end < last and end - start <= _MOST_NAME_WORDS and _is_capital(scene.tokens[end].text):
            end += 1
        if start < end < last - 1 and scene.tokens[end].text == ":" and scene.zone_of(first) == "body":
            yield Draft(end, frozenset(range(start, end)), frozenset({end}), frozenset(range(end + 1, last)), "turn", ":", "neutral")


def _is_capital(word: str) -> bool:
    """Whether a word is a name in capitals ("RUIZ", "O'DELL", "DR."), or the Q or A of questions and answers."""
    if word in _LETTERS:
        return True
    return word.isupper() and any(map(str.isalpha, word)) and len(word) > 1
