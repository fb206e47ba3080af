"""Documents to events."""
