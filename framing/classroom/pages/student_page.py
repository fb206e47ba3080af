"""The pack as one offline page that a student answers in: one script and one style sheet, each admitted by its hash."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from markupsafe import Markup

from framing.classroom.pages.fingerprints import fingerprint, folded_words
from framing.classroom.pages.sheet import lay_out, letter
from framing.classroom.pages.to_html import environment, hash_of, page_text
from framing.model.exercise import ANSWERS_SCHEMA, Item, KeyRow, Pack

SCRIPTS: Final = ("base", "mark", "match", "write", "check", "save", "start")  # in this order: the last one uses all
CHECKED: Final = ("mark", "match", "choose", "table")  # what a page can check by itself; writing is for the teacher's rubric
_SIGNS: Final = re.compile("[<>&\u2028\u2029\ud800-\udfff]")  # what could end or open markup in a script element, or is no UTF-8


def student_html(pack: Pack) -> str:
    """The student's page. Holds the key only where `pack.check_allowed`, and then says so at its head."""
    style, script = page_text("student.css"), page_script()
    return environment().get_template("student.html.j2").render(
        pack=pack, exercises=lay_out(pack), check=pack.check_allowed, letter=letter, style=Markup(style), style_hash=hash_of(style),
        script=Markup(script), script_hash=hash_of(script), data=Markup(data_island(pack)), is_single=is_single, choices_of=choices_of)


def page_script() -> str:
    """The page's one script: its parts in order, in a function of their own, so that no name of theirs is a name of the page."""
    return '"use strict";\n(() => {\n' + "\n".join(page_text(f"student_{name}.js") for name in SCRIPTS) + "})();\n"


def data_island(pack: Pack) -> str:
    """What the script needs, as JSON that cannot end its element. Without leave to check, no row of the key is in it."""
    items = [_record(item, check=pack.check_allowed) for exercise in pack.exercises for item in exercise.items]
    record = {"schema": ANSWERS_SCHEMA, "pack": pack.id, "version": pack.version, "items": items}
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _SIGNS.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def is_single(item: Item) -> bool:
    """Whether one option alone can be right, so that the page asks with radio buttons: one that counts, and no cost on the others."""
    return sum(row.tier == "expected" for row in item.key) == 1 and all(row.points >= 0 for row in item.key)


def choices_of(item: Item, column: int) -> tuple[str, ...]:
    """What a table's column (from 1) may be filled with; () where the words are free. Option ids begin with "c2." for column 2."""
    return tuple(one.text for one in item.options if one.id.startswith(f"c{column}."))


def _record(item: Item, *, check: bool) -> dict[str, Any]:
    made: dict[str, Any] = {"id": item.id, "response": item.response}
    if item.terms or item.facts:
        made |= {"terms": sorted({fingerprint(term) for term in item.terms}),
                 "longest": max((len(folded_words(term)) for term in item.terms), default=0), "facts": list(item.facts)}
    if check and item.response in CHECKED:
        made |= {"points": item.points, "names": {one.id: one.text for one in item.options}, "key": [_row(row) for row in item.key]}
    return made


def _row(row: KeyRow) -> dict[str, Any]:
    start, end = row.span or (None, None)
    return {"part": row.part, "option": row.option, "start": start, "end": end, "text": row.text, "tier": row.tier, "points": row.points,
            "why": row.rationale}
