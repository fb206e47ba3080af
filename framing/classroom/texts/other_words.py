"""Words of a passage that no key names: wrong answers where phrases are ticked in place of being marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.model.article import Span
from framing.text.tokens import word_spans

FEWEST_WRONG: Final = 3  # wrong answers a question should offer, or ticking everything would be the best answer
_SHORTEST: Final = 5  # letters of a word that is offered as a wrong answer: shorter ones are articles, prepositions and the like


def other_words(text: str, span: Span, taken: Sequence[Span], wanted: int) -> list[Span]:
    """Words in `span` that touch none of `taken`, evenly spread, each a different word; names and first words only where no others are."""
    known = {text[one.start:one.end].casefold() for one in taken}
    free: dict[str, Span] = {}
    for word in word_spans(text, span):
        said = text[word.start:word.end].casefold()
        if len(said) >= _SHORTEST and said not in known and not any(one.overlaps(word) for one in taken):
            free.setdefault(said, word)
    small = [word for word in free.values() if text[word.start].islower()]
    spread = small if len(small) >= wanted else list(free.values())
    wanted = max(0, min(wanted, len(spread)))
    return [spread[(2 * k + 1) * len(spread) // (2 * wanted)] for k in range(wanted)]
