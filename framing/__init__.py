"""Compares how news outlets tell the same event: who speaks, what is missing, what each calls the same thing, in whose voice."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from framing.version import __version__

if TYPE_CHECKING:
    from framing.api import align, annotate, compare, export, load, pair

__all__ = ["__version__", "align", "annotate", "compare", "export", "load", "pair"]
_FUNCTIONS: Final = ("align", "annotate", "compare", "export", "load", "pair")


def _function(name: str) -> property:
    """A function of `framing.api` as an attribute of the package, imported when first asked for."""

    def get(_: Any) -> Any:
        return getattr(import_module("framing.api"), name)

    def keep(_: Any, __: Any) -> None:
        """Importing the room of the same name would set it here in place of the function; the room stays in `sys.modules`."""

    return property(get, keep)


class _Face(ModuleType):
    """The package as its users see it. The command line must start without heavy libraries, so nothing is imported before it is used."""


for _name in _FUNCTIONS:
    setattr(_Face, _name, _function(_name))
sys.modules[__name__].__class__ = _Face
