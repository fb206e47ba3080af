"""Answers to marks: read, judged, compared over the class, and shown."""
