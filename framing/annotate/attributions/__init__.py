"""Who is said to have said what: attributions, rule by rule."""

from framing.annotate.attributions.find import find_attributions

__all__ = ["find_attributions"]
