"""Document to attributions, voice and entities."""
