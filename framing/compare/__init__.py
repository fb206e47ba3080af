"""Measurements to a comparison, one file a question."""
