"""A pack laid out for the eye: numbers, letters and numbered lines that the page, the paper and the teacher's key share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from framing.classroom.pages.lines import NumberedLine, numbered_lines
from framing.model.article import Span
from framing.model.exercise import Exercise, Item, Pack, Passage
from framing.text.tokens import count_words

# How an item is answered on paper: as its response, with "match" as a grid of boxes or as letters to write.
Layout = Literal["mark", "grid", "letters", "choose", "table", "write", "discuss"]
LONG: Final = 250  # words from which a passage is handed out on a reading sheet of its own: E2's longest is 200, and a page holds 300
WORTH_FETCHING: Final = 120  # words from which paper sends to a reading sheet in the student's hands: shorter ones are printed again
GRID_OPTIONS: Final = 6  # columns of boxes that fit beside a sentence on A4
GRID_LETTERS: Final = 20  # letters of a column's head that still fit


@dataclass(frozen=True, slots=True)
class PassageView:
    """A stretch of an article in numbered lines. `anchor` is unique in the pack; `words` counts them."""

    label: str
    article: int
    span: Span
    anchor: str
    lines: tuple[NumberedLine, ...]
    words: int

    @property
    def long(self) -> bool:
        """Whether paper hands it out on a reading sheet."""
        return self.words > LONG


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item with its number ("2.1"), the passages shown with it, and where those are that were shown before (`again`: source, item)."""

    item: Item
    number: str
    layout: Layout
    passages: tuple[PassageView, ...]
    again: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """An exercise with its place in the pack, from 1."""

    number: int
    exercise: Exercise
    items: tuple[ItemView, ...]


def lay_out(pack: Pack) -> tuple[ExerciseView, ...]:
    """All exercises of a pack, in its order."""
    return tuple(_exercise(pack, number, one) for number, one in enumerate(pack.exercises, start=1))


def readings(exercises: Iterable[ExerciseView]) -> tuple[PassageView, ...]:
    """The long passages that paper hands out apart, each once, by article and place."""
    found = {(one.article, one.span): one for view in exercises for item in view.items for one in item.passages if one.long}
    kept = [one for key, one in found.items() if not any(other != key and other[0] == key[0] and other[1].holds(key[1]) for other in found)]
    return tuple(sorted(kept, key=lambda one: (one.article, one.span)))


def reading_of(passage: PassageView, sheets: Sequence[PassageView]) -> PassageView | None:
    """The reading sheet that holds a passage from its first line on, so that lines have the same numbers there; None where it is shown itself."""
    if passage.words < WORTH_FETCHING:
        return None
    return next((one for one in sheets if one.article == passage.article and one.span.start == passage.span.start and one.span.holds(passage.span)), None)


def letter(place: int) -> str:
    """The letter of an option: a, b, ... z, aa, ab. Small, for sources bear capitals."""
    first, last = divmod(place, 26)
    return (letter(first - 1) if first else "") + chr(ord("a") + last)


def layout_of(item: Item) -> Layout:
    """How paper asks for the item."""
    if item.response != "match":
        return item.response
    short = len(item.options) <= GRID_OPTIONS and all(len(one.text) <= GRID_LETTERS for one in item.options)
    return "grid" if short else "letters"


def _exercise(pack: Pack, number: int, exercise: Exercise) -> ExerciseView:
    shown: dict[Passage, str] = {}
    items: list[ItemView] = []
    for place, item in enumerate(exercise.items, start=1):
        name = str(number) if len(exercise.items) == 1 else f"{number}.{place}"
        new = [one for one in dict.fromkeys(item.passages) if item.response == "mark" or one not in shown]
        again = tuple((pack.articles[one.article].code, shown[one]) for one in item.passages if one not in new)
        views = tuple(_passage(pack, one, f"p{number}-{place}-{n}") for n, one in enumerate(new, start=1))
        shown |= {one: name for one in new if one not in shown}
        items.append(ItemView(item, name, layout_of(item), views, tuple(dict.fromkeys(again))))
    return ExerciseView(number, exercise, tuple(items))


def _passage(pack: Pack, passage: Passage, anchor: str) -> PassageView:
    article = pack.articles[passage.article]
    lines = numbered_lines(article.text, passage.span, sentences=passage.sentences)
    return PassageView(article.code, passage.article, passage.span, anchor, lines, count_words(article.text, passage.span))
