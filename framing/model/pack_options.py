"""What a teacher may choose of a pack, and what the three levels mean in words, items and passages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, get_args

from framing.model.exercise import ExerciseType, Level

TYPES: Final[tuple[ExerciseType, ...]] = get_args(ExerciseType)
LEVELS: Final[tuple[Level, ...]] = get_args(Level)
PAPERS: Final = ("A4", "Letter")
VERSIONS: Final = ("A", "B")
MOST_ITEMS: Final = 12  # sentences or statements of one exercise that two printed sheets hold beside its passages
LEAST_MINUTES: Final = 15  # opening and closing of a lesson, and one short exercise
FEWEST_EXCERPT: Final = 60  # words: below it no passage of any exercise can be cut

Version = Literal["A", "B"]


@dataclass(frozen=True, slots=True)
class Sizes:
    """What a level gives: words of a passage to mark (least, most), words of a sentence shown alone (most), how many sentences,
    words of an article that is read as a whole (most), and whether words of the wider list (tier B) are expected or may merely be marked.
    """

    passage: tuple[int, int]
    sentence: int
    items: int
    reading: int
    wide_list: bool


# Marked passages follow the 80 to 200 words of the specification; 340 words of each of two articles and eight statements fill two A4
# pages with line numbers at 12 points.
SIZES: Final[Mapping[Level, Sizes]] = MappingProxyType({
    "easier": Sizes((40, 110), 26, 6, 270, False),
    "standard": Sizes((60, 150), 36, 8, 340, True),
    "harder": Sizes((80, 200), 48, 10, 360, True),
})


@dataclass(frozen=True, slots=True)
class PackOptions:
    """Settings of a pack. `items` is the number of sentences or statements of an exercise, None for the level's own.

    `version` "B" takes other items where there are enough, else the same in another order; `seed` decides which. `check` puts the key
    into the student's page. `excerpt_words` is the most that the pack shows of any one article. `minutes`: keep what fits into that time.
    `originals`: the class has the originals beside it, and the pack prints places and first words in place of the articles' text; it then
    names the sources, so that nothing is anonymised.
    """

    types: tuple[ExerciseType, ...] = TYPES
    level: Level = "standard"
    items: int | None = None
    seed: int = 7
    version: Version = "A"
    anonymise: bool = True
    paper: str = "A4"
    large_print: bool = False
    check: bool = False
    language: str = "en"
    excerpt_words: int = 800
    minutes: int | None = None
    originals: bool = False

    @property
    def sizes(self) -> Sizes:
        """What the level gives."""
        return SIZES[self.level]

    @property
    def n_items(self) -> int:
        """How many sentences or statements an exercise holds at most."""
        return self.items if self.items is not None else self.sizes.items

    @property
    def hides(self) -> bool:
        """Whether the class does not learn who published what."""
        return self.anonymise and not self.originals

    def problems(self) -> tuple[str, ...]:
        """What is wrong with the settings, one line each; empty when all can be used."""
        checks = (
            (bool(self.types) and set(self.types) <= set(TYPES), f"types: choose from {', '.join(TYPES)}"),
            (self.level in LEVELS, f"level: {self.level!r} is none of {', '.join(LEVELS)}"),
            (self.items is None or 2 <= self.items <= MOST_ITEMS, f"items: 2 to {MOST_ITEMS}, not {self.items}"),
            (self.version in VERSIONS, f"version: A or B, not {self.version!r}"),
            (self.paper in PAPERS, f"paper: A4 or Letter, not {self.paper!r}"),
            (self.seed >= 0, f"seed: 0 or more, not {self.seed}"),
            (self.language == "en", f"language: English (en) alone so far, not {self.language!r}"),
            (self.excerpt_words >= FEWEST_EXCERPT, f"excerpt_words: {FEWEST_EXCERPT} or more, not {self.excerpt_words}"),
            (self.minutes is None or LEAST_MINUTES <= self.minutes <= 600, f"minutes: {LEAST_MINUTES} to 600, not {self.minutes}"),
        )
        return tuple(words for fine, words in checks if not fine)
