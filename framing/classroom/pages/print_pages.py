"""The pack on paper: sheets for the class and the teacher's key, each a page without script that a browser or WeasyPrint prints."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from framing.classroom.pages.marked_text import Look, MarkedLine, marked_lines
from framing.classroom.pages.sheet import ItemView, PassageView, lay_out, letter, reading_of, readings
from framing.classroom.pages.student_page import choices_of, is_single
from framing.classroom.pages.to_html import environment, hash_of, page_text
from framing.model.article import Span
from framing.model.exercise import Exercise, Item, KeyRow, Pack, Tier

TIERS: Final[dict[Tier, tuple[str, str, str]]] = {"expected": ("hit", "E", "expected"), "defensible": ("open", "D", "defensible"),
                                                  "not_expected": ("extra", "N", "not expected")}
_SIZES: Final = {False: "12pt", True: "18pt"}  # 18 pt is what schools commonly call large print (general knowledge)
HALF_LINE: Final = 34  # letters of an option that two columns of A4 hold at 12 points
# The rule of marking "mark" items, as the page's script and `framing grade` apply it.
MARK_RULE: Final = ("An expected span that is marked gives its points, a defensible one none; a mark on anything else costs half a point, or what its row says. "
                    "A mark counts for a span when it touches it and runs on by at most three further words on each side. An item is worth 0 at the least.")


def student_print_html(pack: Pack, *, large_print: bool = False, paper: str = "A4") -> str:
    """The sheets for the class: reading sheets first, then each exercise on a page of its own. Holds no key, outlet or byline.

    Args:
        large_print: letters of 18 points in place of 12; line numbers stay the same, so both sheets can be used in one class.
        paper: "A4" or "Letter".
    """
    exercises = lay_out(pack)
    sheets = readings(exercises)
    style = page_text("print.css") + f"@page{{size:{'letter' if paper == 'Letter' else 'A4'}}}:root{{--size:{_SIZES[large_print]}}}"
    style += page_text("large.css") if large_print else page_text("letter.css") if paper == "Letter" else ""
    return environment().get_template("print.html.j2").render(
        pack=pack, exercises=exercises, readings=sheets, fetched=lambda passage: reading_of(passage, sheets), letter=letter, choices_of=choices_of,
        is_single=is_single, short=_short, cards=cards_of, style=Markup(style), style_hash=hash_of(style))


def teacher_key_html(pack: Pack) -> str:
    """The key for the teacher, on screen or paper: every row with tier, points, rationale and rule. Says so where rows are not verified."""
    exercises = lay_out(pack)
    rows = [row for view in exercises for shown in view.items for row in shown.item.key]
    style = page_text("key.css") + f"@page{{size:{'letter' if pack.paper == 'Letter' else 'A4'}}}"
    return environment().get_template("key.html.j2").render(
        pack=pack, exercises=exercises, n_rows=len(rows), n_open=sum(not row.verified_by for row in rows), tiers=TIERS, mark_rule=MARK_RULE,
        marked=key_lines, line=_line, part=_part, answer=_answer, style=Markup(style), style_hash=hash_of(style))


def cards_of(exercise: Exercise) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What paper gives to cut out, as (heading, cards): E3's names, each once, then the options of each of its items; () for other types."""
    matched = [item for item in exercise.items if item.response == "match"] if exercise.type == "E3" else []
    names = tuple(dict.fromkeys(part.text for item in matched for part in item.parts))
    return (("The names", names), *((item.prompt.partition("?")[0] + "?", tuple(one.text for one in item.options)) for item in matched)) if names else ()


def key_lines(item: Item, passage: PassageView) -> tuple[MarkedLine, ...]:
    """A passage with the key's spans in the looks of their tiers."""
    rows = [(row.span, row.tier) for row in item.key if row.span is not None and row.article == passage.article]

    def look_of(word: Span) -> Look | None:
        for span, tier in rows:
            if span.overlaps(word):
                name, sign, said = TIERS[tier]
                return Look(f"{span.start}-{tier}", name, sign, said)
        return None

    return marked_lines(passage.lines, look_of)


def _short(item: Item) -> bool:
    """Whether its options fit on half a line each."""
    return all(len(one.text) <= HALF_LINE for one in item.options)


def _line(shown: ItemView, row: KeyRow) -> str:
    """Where a row's span stands on the sheet: the number of its line, "" where it is not on it."""
    for passage in shown.passages:
        if row.span is not None and row.article == passage.article and passage.span.holds(row.span):
            return next((str(one.number) for one in passage.lines if one.span.end > row.span.start), "")
    return ""


def _part(item: Item, row: KeyRow) -> str:
    """What a row is about, as the sheet numbers it: "3", or "3, Who speaks?" for a cell."""
    part, _, column = row.part.partition("/")
    number = next((str(n) for n, one in enumerate(item.parts, start=1) if one.id == part), row.part)
    place = int(column[1:]) if column[1:].isdigit() else 0
    return f"{number}, {item.columns[place - 1]}" if 0 < place <= len(item.columns) else number


def _answer(item: Item, row: KeyRow) -> str:
    """What a row accepts, in the words of the sheet, with the option's letter where it has one."""
    for n, one in enumerate(item.options):
        if one.id == row.option and item.response != "table":
            return f"{letter(n)}: {one.text}"
    if item.response == "table":
        choices = choices_of(item, int(row.part.partition("/c")[2] or 0))
        return f"{letter(choices.index(row.option))}: {row.option}" if row.option in choices else row.option or row.text
    return row.option or row.text
