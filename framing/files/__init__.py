"""Folders of output: written whole or not at all, and only where they are ours."""
