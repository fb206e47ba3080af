"""A pack as Moodle XML, which holds points, rubrics and tables that GIFT cannot.

Facts (Moodle's own importer, question/format/xml/format.php, and question/type/multianswer): CDATA must not hold "]]>"; "cloze" questions
hold their gaps in the text as {points:TYPE:answers}, points whole numbers, in which } # ~ / " \\ are escaped by a backslash, and answers
are HTML; a "*" in a short answer stands for anything; in "matching" every pair counts the same.
"""

from __future__ import annotations

import html
import re
from fractions import Fraction
from math import lcm
from typing import Final

from framing.classroom.lms.fractions import shares
from framing.classroom.lms.gift import name_of
from framing.classroom.lms.questions import Paragraph, Part, Question, cell_questions, questions, title_of
from framing.model.exercise import Pack
from framing.text.visible import one_line

_IN_GAP: Final = re.compile(r'[\\}#~/"]')
MOST_WEIGHT: Final = 10  # points of the parts are made whole numbers by at most this factor


def to_moodle_xml(pack: Pack) -> str:
    """The file's text (UTF-8): a category and every question, with points, the key's reasons as feedback, rubrics for the grader."""
    note = "" if pack.verified else "<!-- Draft key: no teacher has confirmed all of it yet. -->\n"
    body = "".join(_question(one) for one in flat(pack))
    category = f'<question type="category"><category>{_text("$course$/top/" + title_of(pack).replace("/", "//"))}</category></question>\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{note}<quiz>\n{category}{body}</quiz>\n'


def flat(pack: Pack) -> tuple[Question, ...]:
    """The questions as Moodle XML can ask them: a pair that stands alone is one of choice."""
    return tuple(one for question in questions(pack)
                 for one in (cell_questions(question) if question.kind == "match" and len(question.parts) < 2 else (question,)))


def as_cloze(question: Question) -> bool:
    """Whether gaps are needed: in tables, and where a pair has a second right answer or parts differ in points."""
    uneven = any(len(part.accepted) > 1 for part in question.parts) or len({part.points for part in question.parts}) > 1
    return question.kind == "table" or (question.kind == "match" and uneven)


def weights(parts: tuple[Part, ...]) -> tuple[int, ...]:
    """Points of the parts as whole numbers in the same proportion, where a factor of at most `MOST_WEIGHT` makes them so."""
    exact = [Fraction(part.points).limit_denominator(MOST_WEIGHT) for part in parts]
    factor = lcm(*(one.denominator for one in exact))
    return tuple(max(1, round(one * (factor if factor <= MOST_WEIGHT else 1))) for one in exact)


def _question(question: Question) -> str:
    kind, body = _body(question)
    stem = "".join(_paragraph(one, gaps=kind == "cloze") for one in question.stem)
    stem += _gaps(question) if kind == "cloze" else ""
    head = f'<question type="{kind}"><name>{_text(name_of(question))}</name><questiontext format="html">{_text(stem)}</questiontext>'
    points = f"<defaultgrade>{question.points:g}</defaultgrade><penalty>0</penalty><hidden>0</hidden>"
    return f"{head}{points}{body}</question>\n"


def _body(question: Question) -> tuple[str, str]:
    if question.kind == "essay":
        return "essay", _essay(question)
    if as_cloze(question):
        return "cloze", ""
    if question.kind == "match":
        return "matching", _pairs(question)
    rows = zip(question.alternatives, shares(question), strict=True)
    answers = "".join(f'<answer fraction="{share}" format="html">{_text(html.escape(one.text, quote=False))}'
                      f'<feedback format="html">{_text(html.escape(one.why, quote=False))}</feedback></answer>' for one, share in rows)
    single = "true" if question.single else "false"
    return "multichoice", f"<single>{single}</single><shuffleanswers>false</shuffleanswers><answernumbering>none</answernumbering>{answers}"


def _pairs(question: Question) -> str:
    names = dict(question.options)
    used = [part.accepted[0][0] for part in question.parts]
    rows = [(part.text, names[option]) for part, option in zip(question.parts, used, strict=True)]
    rows += [("", text) for name, text in question.options if name not in used]  # wrong answers that belong to no part
    return "<shuffleanswers>true</shuffleanswers>" + "".join(
        f'<subquestion format="html">{_text(html.escape(left, quote=False))}<answer>{_text(html.escape(right, quote=False))}</answer></subquestion>'
        for left, right in rows)


def _essay(question: Question) -> str:
    rubric = "".join(f"<li><strong>{html.escape(one_line(one.criterion), quote=False)}</strong>: "
                     + html.escape("; ".join(one_line(level) for level in one.levels), quote=False) + "</li>" for one in question.rubric)
    key = "".join(f"<li>{html.escape(words, quote=False)}</li>" for words in question.key)
    info = (f"<p>Rubric, best level first:</p><ul>{rubric}</ul>" if rubric else "") + (f"<p>Look for:</p><ul>{key}</ul>" if key else "")
    lines = min(max(question.item.lines, 5), 40)  # Moodle's own list begins at 5 lines and ends at 40
    return (f"<responseformat>plain</responseformat><responserequired>1</responserequired><responsefieldlines>{lines - lines % 5}</responsefieldlines>"
            f'<attachments>0</attachments><graderinfo format="html">{_text(info)}</graderinfo><responsetemplate format="html">{_text("")}</responsetemplate>')


def _gaps(question: Question) -> str:
    names = dict(question.options)
    rows = ""
    for part, weight in zip(question.parts, weights(question.parts), strict=True):
        offered = part.choices if question.kind == "table" else tuple(names)
        worth = dict(part.accepted)
        given = offered or tuple(worth)
        kind = "MULTICHOICE" if offered else "SHORTANSWER"
        answers = "~".join(f"%{_share(worth.get(one, 0.0), part.points)}%{_answer(names.get(one, one), typed=not offered)}" for one in given)
        rows += f"<p>{_outside(part.text)} {{{weight}:{kind}:{answers}}}</p>"
    return rows


def _share(points: float, most: float) -> str:
    return f"{100 * points / most:.5f}".rstrip("0").rstrip(".")


def _answer(text: str, *, typed: bool) -> str:
    words = one_line(text)
    escaped = html.escape(words.replace("*", r"\*") if typed else words, quote=False)
    return _IN_GAP.sub(lambda sign: "\\" + sign.group(), escaped)


def _paragraph(one: Paragraph, *, gaps: bool) -> str:
    words = _outside(one.text) if gaps else html.escape(one.text, quote=False)
    return f"<p><strong>{words}</strong></p>" if one.look == "label" else f"<p>{words}</p>"


def _outside(text: str) -> str:
    """Words beside gaps: a brace must not open one."""
    return html.escape(text, quote=False).replace("{", "&#123;").replace("}", "&#125;")


def _text(words: str) -> str:
    return "<text><![CDATA[" + words.replace("]]>", "]]]]><![CDATA[>") + "]]></text>"
