"""Articles as the class sees them: anonymised, with whole passages, clear voices and words worth marking."""
