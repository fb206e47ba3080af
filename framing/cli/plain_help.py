"""Help as a manual page has it: arguments under the names that the text uses, without the types of the program."""

from __future__ import annotations

import re
from typing import Any, Final

from typer.core import TyperCommand

_TYPE: Final = re.compile(r" <[^<>|]*>$")  # "INPUT <list[str]>": what the program calls it; "<detect|none>" is a choice and stays
_AT_LEAST: Final = re.compile(r"\bx>=(\d+)")


class PlainCommand(TyperCommand):
    """A command whose usage line reads "framing pair [OPTIONS] INPUT...", whatever the version of typer makes of it."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Options, then each argument by its own name; one that may be left out stands in brackets."""
        names = [(str(one.metavar or (one.name or "").upper()), one.required) for one in self.get_params(ctx) if one.param_type_name == "argument"]
        return ["[OPTIONS]", *(name if required else f"[{name}]" for name, required in names)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Arguments, then options, each with what it is for."""
        rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for one in self.get_params(ctx):
            record = one.get_help_record(ctx)
            if record is not None:
                name, words = record
                rows[one.param_type_name].append((_TYPE.sub("", name), _AT_LEAST.sub(r"\1 or more", words)))
        for kind, heading in (("argument", "Arguments"), ("option", "Options")):
            if rows[kind]:
                with formatter.section(heading):
                    formatter.write_dl(rows[kind])
