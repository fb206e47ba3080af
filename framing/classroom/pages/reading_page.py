"""The teacher's papers (plan, reveal sheet, notes on learning systems) as pages that open by a double click: the Markdown of ours, as HTML."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Final

from markupsafe import Markup, escape

from framing.classroom.pages.to_html import environment, hash_of, page_text

_INLINE: Final = re.compile(r"\\([^A-Za-z0-9\s])|(\*\*)|(`)")  # an escaped sign, or what opens and closes bold words or a name
_CELLS: Final = re.compile(r"(?<!\\)\|")


def reading_html(markdown: str) -> str:
    """A page with the headings, lists, tables and paragraphs of a Markdown text, such as our writers make; its first heading is the title."""
    blocks = [(kind, list(lines)) for kind, lines in groupby(markdown.split("\n"), key=_kind) if kind]
    title = next((_inline(lines[0][2:]).striptags() for kind, lines in blocks if kind == "h1"), "")
    style = page_text("reading.css")
    return environment().get_template("reading.html.j2").render(title=title, body=Markup("\n").join(_block(kind, lines) for kind, lines in blocks), style=Markup(style),
                                                                style_hash=hash_of(style))


def _kind(line: str) -> str:
    """What a line belongs to: a heading, a list, a table, a paragraph; "" for none."""
    starts = (("# ", "h1"), ("## ", "h2"), ("- ", "ul"), ("|", "table"))
    return next((kind for start, kind in starts if line.startswith(start)), "p" if line.strip() else "")


def _block(kind: str, lines: list[str]) -> Markup:
    if kind == "table":
        return _table(lines)
    if kind == "ul":
        return Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(_inline(line[2:])) for line in lines))
    inside = [line.lstrip("#").strip() if kind != "p" else line for line in lines]
    return Markup("\n").join(Markup(f"<{kind}>{{}}</{kind}>").format(_inline(line)) for line in inside)


def _table(lines: list[str]) -> Markup:
    rows = [[_inline(cell.strip()) for cell in _CELLS.split(line)[1:-1]] for line in (lines[0], *lines[2:])]  # the second line is the rule under the heads
    head, body = rows[0], rows[1:]
    heads = Markup("").join(Markup('<th scope="col">{}</th>').format(cell) if cell else Markup("<td></td>") for cell in head)
    made = Markup("").join(Markup("<tr>{}</tr>").format(Markup("").join(map(Markup("<td>{}</td>").format, row))) for row in body)
    return Markup('<div class="scroll" tabindex="0" role="region" aria-label="Table"><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>').format(heads, made)


def _inline(text: str) -> Markup:
    """The words of a line: escaped for HTML, bold and names set, every backslash of Markdown taken out."""
    made, done, opened = Markup(""), 0, {"strong": False, "code": False}
    for sign in _INLINE.finditer(text):
        made += escape(text[done:sign.start()])
        done = sign.end()
        if sign[1]:
            made += escape(sign[1])
            continue
        name = "strong" if sign[2] else "code"
        made += Markup(f"</{name}>" if opened[name] else f"<{name}>")
        opened[name] = not opened[name]
    return made + escape(text[done:]) + Markup("").join(Markup(f"</{name}>") for name in ("code", "strong") if opened[name])
