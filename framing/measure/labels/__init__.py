"""What an article calls people, groups, places and events, and in whose voice."""

from framing.measure.labels.finder import find_labels

__all__ = ["find_labels"]
