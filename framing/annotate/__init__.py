"""Document to attributions, voice and entities."""

from framing.annotate.read import read_voices

__all__ = ["read_voices"]
