"""A pack as GIFT, the plain-text question format that Moodle imports.

Facts (Moodle's own importer, question/format/gift/format.php): a backslash escapes each of : \\ # = { } ~; a line that begins with // is
dropped; a blank line ends a question; only the first {...} holds answers; [ at the very start is tried as the name of a text format;
"->" parts the two sides of a pair; matching takes two pairs or more; essay is {}. There is no way to state points.
"""

from __future__ import annotations

import html
import re
from typing import Final

from framing.classroom.lms.fractions import shares
from framing.classroom.lms.questions import Paragraph, Part, Question, cell_questions, questions, title_of
from framing.model.exercise import Pack
from framing.text.visible import one_line

_SIGNS: Final = re.compile(r"[\\:#={}~]")
DRAFT: Final = "// Draft key: no teacher has confirmed all of it yet.\n\n"


def to_gift(pack: Pack) -> str:
    """The file's text (UTF-8), one category with every question; names say the points, which GIFT itself cannot.

    Tables are one question a cell; a pair's second right answer and the rubric of an essay are left out.
    """
    head = ("" if pack.verified else DRAFT) + f"$CATEGORY: {_category(title_of(pack))}\n\n"
    return head + "\n".join(_question(one) for one in flat(pack))


def flat(pack: Pack) -> tuple[Question, ...]:
    """The questions as GIFT can ask them: tables cell by cell, and so are pairs where there is one only."""
    made: list[Question] = []
    for one in questions(pack):
        split = one.kind == "table" or (one.kind == "match" and len(one.parts) < 2)
        made += cell_questions(one) if split else [one]
    return tuple(made)


def name_of(question: Question) -> str:
    """A question's name: its id, its exercise's title and its points."""
    points = f"{question.points:g} {'point' if question.points == 1 else 'points'}"
    return f"{question.id} {one_line(question.title)} ({points})"


def _question(question: Question) -> str:
    stem = "".join(_paragraph(one) for one in question.stem)
    return f"::{_escaped(name_of(question))}::[html]{stem} {{{_answers(question)}}}\n"


def _answers(question: Question) -> str:
    if question.kind == "essay":
        return ""
    if question.kind == "match":
        return "\n" + "".join(f"={_shown(part.text)} -> {_shown(dict(question.options)[part.accepted[0][0]])}\n" for part in question.parts) + _rest(question)
    if question.kind == "choices":
        rows = zip(question.alternatives, shares(question), strict=True)
        return "\n" + "".join(f"{'=' if question.single and share == '100' else f'~%{share}%'}{_shown(one.text)}\n" for one, share in rows)
    (part,) = question.parts
    return "\n" + "".join(f"=%{_share(part, points)}%{_typed(words)}\n" for words, points in part.accepted)


def _rest(question: Question) -> str:
    """Options that are right for no part, as pairs without a left side: Moodle offers them with the others."""
    used = {part.accepted[0][0] for part in question.parts}
    return "".join(f"= -> {_shown(text)}\n" for name, text in question.options if name not in used)


def _share(part: Part, points: float) -> str:
    return f"{100 * points / part.points:.5f}".rstrip("0").rstrip(".")


def _paragraph(one: Paragraph) -> str:
    words = _escaped(html.escape(one.text, quote=False))
    return f"<p><strong>{words}</strong></p>" if one.look == "label" else f"<p>{words}</p>"


def _shown(text: str) -> str:
    """Words that are shown, as HTML; an opening "[" must not be taken for a text format, nor "%" for a share of the points."""
    escaped = html.escape(one_line(text), quote=False)
    return _escaped(f"&#{ord(escaped[0])};{escaped[1:]}" if escaped[:1] in ("[", "%") else escaped)


def _typed(text: str) -> str:
    """Words that a student types, compared as they are but for "*", which stands for anything unless a backslash is before it."""
    return _escaped(one_line(text).replace("*", r"\*"))


def _category(text: str) -> str:
    """A category's name: two slashes are one that does not open a category inside; the line knows no escapes, so its signs go."""
    return " ".join(_SIGNS.sub(" ", text).replace("/", "//").split())


def _escaped(text: str) -> str:
    return _SIGNS.sub(lambda sign: "\\" + sign.group(), text)
