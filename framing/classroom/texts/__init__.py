"""Articles as the class sees them: anonymised, with whole passages, and sentences in a clear voice."""
