"""Whether two articles can be compared: the verdict on the two of their stories that match best."""

from __future__ import annotations

from itertools import product

from framing.model.document import Document
from framing.model.pairing import StoryPair
from framing.pair.features import read_stories
from framing.pair.pairer import judge_stories


def judge(document_a: Document, document_b: Document) -> tuple[StoryPair, int, int]:
    """The story of each article that matches the other best, and what is decided about them.

    Returns:
        The pair, with a verdict even where it is "different", and the numbers of the two stories.
    """
    stories_a, stories_b = read_stories([document_a]), read_stories([document_b])
    pairs = [(i, len(stories_a) + j) for i, j in product(range(len(stories_a)), range(len(stories_b)))]
    found = judge_stories([*stories_a, *stories_b], pairs)
    return found, found.a.story, found.b.story
