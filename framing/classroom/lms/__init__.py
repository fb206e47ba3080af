"""A pack as files for learning systems: one list of questions, one writer a format."""
