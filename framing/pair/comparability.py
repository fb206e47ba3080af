"""Whether two articles can be compared: the verdict on the two of their stories that match best."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from framing.model.document import Document
from framing.model.pairing import StoryPair
from framing.pair.events import judge_stories
from framing.pair.features import Story, read_stories


def judge(document_a: Document, document_b: Document, *, story_a: int | None = None, story_b: int | None = None) -> StoryPair:
    """The story of each article that matches the other best, and what is decided about them.

    Args:
        story_a, story_b: the story to judge; None to choose the one that matches best.

    Returns:
        The pair (its references say which stories), with a verdict even where that is "different".
    """
    stories_a, stories_b = read_stories([document_a]), read_stories([document_b])
    pairs = [(i, len(stories_a) + j) for i, j in product(_wanted(stories_a, story_a), _wanted(stories_b, story_b))]
    return judge_stories([*stories_a, *stories_b], pairs)


def _wanted(stories: Sequence[Story], wanted: int | None) -> list[int]:
    """Places of the stories that may be chosen; of all where none has the number asked for."""
    return [k for k, story in enumerate(stories) if story.ref.story == wanted] or list(range(len(stories)))
