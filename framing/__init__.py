"""Compares how news outlets tell the same event: who speaks, what is missing, what each calls the same thing, in whose voice."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from framing.version import __version__

if TYPE_CHECKING:
    from framing.api import align, annotate, compare, load, pair

__all__ = ["__version__", "align", "annotate", "compare", "load", "pair"]


def __getattr__(name: str) -> Any:
    """The functions of `framing.api`, imported when first asked for: the command line must start without heavy libraries."""
    if name in __all__:
        return getattr(import_module("framing.api"), name)
    raise AttributeError(f"module 'framing' has no attribute {name!r}")
