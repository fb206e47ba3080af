"""Strings in, strings or spans out."""
