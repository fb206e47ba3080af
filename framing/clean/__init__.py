"""Article to document: zones, stories, and what was dropped."""
