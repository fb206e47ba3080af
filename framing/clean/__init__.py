"""Article to document: zones, stories, and what was dropped."""

from framing.clean.cleaning import clean_article

__all__ = ["clean_article"]
