"""Term lists as data files, and what reads and matches them."""
