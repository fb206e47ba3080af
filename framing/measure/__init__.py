"""Annotated document to findings."""
