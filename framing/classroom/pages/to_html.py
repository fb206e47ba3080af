"""What the class's pages share: templates with every text escaped, style sheets, and the hashes by which a page's policy admits them."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from framing.text.visible import one_line, visible

_ADDRESS: Final = re.compile(r"(https?://[^\s<>\"'“”]*[^\s<>\"'“”.,;:)])")


@cache
def page_text(name: str) -> str:
    """A style sheet or script of ours, by its file name; one that begins with an `@import "x";` line has that file in its place."""
    text = files("framing.classroom.pages").joinpath("templates", name).read_text(encoding="utf-8")
    first, _, rest = text.partition("\n")
    return page_text(first.split('"')[1]) + rest if first.startswith("@import ") else text


def hash_of(text: str) -> str:
    """The hash by which a page's policy admits its script or style sheet (CSP Level 3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def environment() -> Environment:
    """Templates with every text escaped at output; an undefined name is an error. `seen` shows hidden signs, `line` also joins lines, `linked` makes links."""
    made = Environment(loader=PackageLoader("framing.classroom.pages", "templates"), autoescape=True, undefined=StrictUndefined)
    made.filters["seen"] = visible
    made.filters["line"] = one_line
    made.filters["linked"] = linked
    return made


def linked(text: str) -> Markup:
    """Visible text, escaped, in which web addresses can be followed; an address of any other kind stays text."""
    parts = _ADDRESS.split(visible(text))  # every second part is an address
    return Markup("").join(Markup('<a href="{0}" target="_blank" rel="noopener noreferrer">{0}</a>').format(part) if k % 2 else part for k, part in enumerate(parts))
