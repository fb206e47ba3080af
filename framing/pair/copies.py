"""Many copies of one text: so that ten thousand of them cost no more than one story each."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

from framing.model.pairing import MOST_LISTED
from framing.pair.features import Story

_SAME: Final = 0.8  # share of the sentences of both that two copies must hold in common: a changed line of credit leaves a copy
_N_SIGNS: Final = 4  # least hashes by which copies are looked for: with one sentence in twelve changed, one copy in 20,000 is missed


def _signs(story: Story) -> tuple[frozenset[bytes], tuple[bytes, ...]]:
    """Hashes of the story's sentences, and the least of each of their quarters (min-wise hashing: Broder, 1997)."""
    hashes = {blake2b(sentence.encode(), digest_size=8 * _N_SIGNS).digest() for sentence in story.sentences}
    return frozenset(one[:8] for one in hashes), tuple(min(one[8 * k:8 * k + 8] for one in hashes) for k in range(_N_SIGNS)) if hashes else ()


def find_copies(stories: Sequence[Story]) -> list[int]:
    """For each story the place of the first story that it copies; its own where it copies none, or where there are no more than
    `MOST_LISTED` copies: few copies are stories like any others.
    """
    known: dict[tuple[int, bytes], int] = {}
    held: dict[int, frozenset[bytes]] = {}
    first = list(range(len(stories)))
    for k, story in enumerate(stories):
        hashes, signs = _signs(story)
        candidates = sorted({known[n, sign] for n, sign in enumerate(signs) if (n, sign) in known})
        first[k] = next((one for one in candidates if len(hashes & held[one]) >= _SAME * max(len(hashes), len(held[one]))), k)
        if first[k] == k:
            held[k] = hashes
            for n, sign in enumerate(signs):
                known.setdefault((n, sign), k)
    n_copies: dict[int, int] = {}
    for one in first:
        n_copies[one] = n_copies.get(one, 0) + 1
    return [one if n_copies[one] > MOST_LISTED else k for k, one in enumerate(first)]
