"""A finished comparison -> exercises, keys and files for learning systems; answers -> marks."""
