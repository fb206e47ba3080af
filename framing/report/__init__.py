"""Comparison to page or file."""
