"""Which side a speaker stands on: the one the user gave, else the one that the words beside the name give, else none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from framing.compare.scope import Scope
from framing.model.findings import Attribution
from framing.text.names import same_person_name
from framing.text.tokens import word_spans

UNASSIGNED: Final = "unassigned"
# Words of a title that name a camp whatever the country. A state named beside the speaker goes before them.
_CAMPS: Final = {
    "opposition": "opposition", "rebel": "opposition", "union": "union", "unions": "union", "workers": "union",
    "company": "company", "employers": "company", "operator": "company", "police": "police", "army": "army", "military": "army",
}
_BESIDE_NAME: Final = frozenset({"title", "apposition", "definite", "bracket"})


def assign_side(speaker: str, items: Sequence[tuple[Scope, Attribution]], *, given: Mapping[str, str], states: Mapping[str, str]) -> str:
    """The side of a speaker.

    Args:
        speaker: the name that the table of speakers shows.
        items: the speaker's attributions, each with its article.
        given: sides that the user set, by name; a last name will do.
        states: lower-cased name or adjective of a state -> the state.

    Returns:
        The user's word for it; else the state or camp most often named in the source's own words or in a title beside the name;
        else "unassigned". It is never guessed from what the speaker says.
    """
    for name, side in given.items():
        if name.casefold() == speaker.casefold() or same_person_name(name, speaker):
            return side
    votes: Counter[str] = Counter()
    for phrase in _phrases(speaker, items):
        words = [phrase[start:end].lower().removesuffix("'s").removesuffix("’s") for start, end in word_spans(phrase)]
        found = next((states[word] for word in words if word in states), None)
        found = found or next((_CAMPS[word] for word in words if word in _CAMPS), None)
        if found:
            votes[found] += 1
    return min(votes, key=lambda side: (-votes[side], side)) if votes else UNASSIGNED


def _phrases(speaker: str, items: Sequence[tuple[Scope, Attribution]]) -> list[str]:
    """The words of the sources, and the titles that the articles put beside the name."""
    found = [" ".join(scope.text[span.start:span.end] for span in item.source) for scope, item in items]
    for scope in {scope.place: scope for scope, _ in items}.values():
        found += [label.label for label in scope.labels if label.form in _BESIDE_NAME and same_person_name(label.referent, speaker)]
    return found
