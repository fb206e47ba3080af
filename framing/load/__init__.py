"""Files to articles; the only room that reads articles."""
