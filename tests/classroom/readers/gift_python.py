"""Reads GIFT with pygiftparserrgmf in a process of its own: `python gift_python.py FILE` prints JSON."""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
from pathlib import Path

with contextlib.redirect_stderr(io.StringIO()):
    from pygiftparser import parser


def plain(text: str) -> str:
    """Its own text with the backslashes undone that it leaves in answers."""
    return re.sub(r"\\([\\:#={}~])", r"\1", text)


def main() -> None:
    """One record a question: name, kind, options as [sign, share, text]."""
    rows = []
    for question in parser.parse(Path(sys.argv[1]).read_text(encoding="utf-8")).questions:
        options = []
        for one in question.answer.options:
            share = re.match(r"[=~]%(-?\d+\.\d+)%", one.raw_text)  # it reads whole per cent alone and leaves others in the text
            options.append([one.prefix, float(share[1]) if share else 100 * one.percentage, plain(one.raw_text[share.end():] if share else one.text)])
        rows.append({"name": plain(question.name), "kind": type(question.answer).__name__, "options": options})
    print(json.dumps(rows))


main()
