"""The one place that knows spaCy."""
