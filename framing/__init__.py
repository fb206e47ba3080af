"""Compares how news outlets tell the same event."""
