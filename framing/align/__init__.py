"""The documents of one event to an alignment."""
