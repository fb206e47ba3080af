"""Files to articles; the only room that reads articles."""

from framing.load.articles import Loaded, load_articles
from framing.load.config import Given, Overrides

__all__ = ["Given", "Loaded", "Overrides", "load_articles"]
