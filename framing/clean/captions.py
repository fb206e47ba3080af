"""Captions, and the teasers that stand beside them: told by a credit next to the line, or by how a picture is described."""

from __future__ import annotations

import re
from typing import Final

from framing.clean.line_rules import AGENCIES, MONTHS, Mark
from framing.clean.lines import Line

_LONGEST: Final = 60  # words; captions are one or two sentences
_INLINE_CREDIT: Final = re.compile(r"(?:[|\[(—–-] ?|[.!?] )(?:file )?(?:photo|image|picture|credit|photograph|photo credit)s?(?: by| courtesy of)?(?: ?[:©/]| by| courtesy of)[^|]{1,60}[\])]?\.?$"
                                   r"|^(?:image|media|photo) (?:copyright|caption|source)\b|^enlarge this image\b|\b(?:toggle|hide) caption\b"
                                   rf"|[\w.)] ?[|/] ?(?-i:{AGENCIES})(?: via .{{2,30}})?[)\].]?$"
                                   r"|\([A-ZÀ-Þ][\w. \-]{2,40} ?(?:/|via) ?[A-ZÀ-Þ][^()]{1,40}\)\.?$|[.,)] [A-ZÀ-Þ][\w. \-]{1,25} ?/ ?[A-ZÀ-Þ][\w. \-]{2,30}$|\[[^\]/]{2,40}/[^\]/]{2,40}\]$|\((?:photo|image|picture|file|credit)[^)]{0,50}\)\.?$|(?:^|[|(\[—–-] ?)photo: \S[^|]{1,50}$", re.IGNORECASE)
_FILE_PHOTO: Final = re.compile(r"\b(?:file|archive|stock|undated|handout) (?:photo|picture|image|photograph|footage)\b|\((?:pictured|file|archive)\)|\bpictured (?:here|in|at|above|below|left|right|during)\b|\b(?:is|are) (?:seen|pictured) (?:in|at|during|on|near|outside|inside|here)\b"
                                r"|^(?:file|archive) photo\b|^(?:pictured|above|below|left|right):", re.IGNORECASE)
_FILE: Final = re.compile(r"FILE(?: PHOTO)?(?: ?[:–—]| ?-(?= ))")
_DEPICTS: Final = re.compile(
    r"\b(?:gestures?|attends?|speaks?|speaking|walks?|walking|waves?|waving|stands?|standing|looks? (?:on|at|out|over)|looking|shakes? hands|shaking hands|poses?|posing|holds?|holding|arrives?|arriving|listens?|listening|delivers?|delivering|"
    r"addresses|addressing|greets?|greeting|leaves?|leaving|smiles?|sits?|sitting|watch(?:es)?|watching|reacts?|rides?|riding|carry|carries|carrying|chants?|chanting|march|marches|marching|gather|gathers|protests?|queues?|queue|line up|hugs?|"
    r"embraces?|salutes?|inspects?|inspecting|visits|tours|casts? (?:his|her|a|their)|signs|meets|meeting|unloads?|unloading|sails?|sailing|passes|passing|works|clean|cleans|cleaning|pass|wait|waits|waiting|fish|fishing|moored|docked|boards?|boarding)\b")
_DATE_END: Final = re.compile(rf"(?P<before>\S+) (?:{MONTHS} \d{{1,2}},? \d{{4}}|\d{{1,2}} {MONTHS},? \d{{4}}|(?:{MONTHS}|summer|winter|spring|autumn) \d{{4}}|in \d{{4}}|\d{{4}})\.?$")
_DATE_JOINED: Final = frozenset({"on", "by", "until", "till", "since", "for", "of", "from", "after", "before", "to", "and", "in", "than", "late", "early", "mid"})
_FINITE: Final = re.compile(r"\b(?:said|says|say|told|was|were|had|will|would|could|should|may|might|can|did|does|do|has|have|is|are|became|began|took|made|came|went|gave|found|held|met|left|fell|rose|won|lost|kept|led|ran|saw|sent|spoke|stood|thought|wrote|grew)\b|\b[a-z]{3,}ed\b")
_SETTING: Final = re.compile(r"\b(?:during|at|outside|inside|near|in front of|beside|aboard|along|above|on the sidelines of)\b")
_SPEECH: Final = re.compile(r"\b(?:said|says|told|added|according to|reported|announced|wrote|asked|claimed|insisted)\b")


def is_marked_caption(line: Line) -> str | None:
    """The rule by which a line is surely a caption on its own: a credit at its end, "file photo", or a picture described with its date."""
    if line.n_words > _LONGEST or len(line.text) > 500:
        return None
    if _INLINE_CREDIT.search(line.plain):
        return "caption.inline-credit"
    if _FILE.match(line.plain):
        return "caption.file-photo"
    quoted = '"' in line.plain
    if not quoted and line.n_words <= 45 and _FILE_PHOTO.search(line.plain) and not _SPEECH.search(line.plain):
        return "caption.file-photo"
    if not quoted and depicts_with_date(line):
        return "caption.depicts-with-date"
    return None


def depicts_with_date(line: Line) -> bool:
    """Whether a line describes a picture in the present tense and ends in its date: "... waves to supporters in Alba, April 30, 2019"."""
    ending = _DATE_END.search(line.plain[-60:])
    if ending is None or "(@" in line.plain or line.n_words < 6 or line.n_words > 45 or ending["before"].lower() in _DATE_JOINED:
        return False
    if not (ending["before"].endswith(",") or ending["before"][0].isupper() or not line.stops):
        return False
    body = line.plain[:-60] + line.plain[-60:][:ending.start()]
    return bool(_DEPICTS.search(body)) and not _SPEECH.search(line.plain) and _sentences(line.plain) <= 1


def looks_like_caption(line: Line) -> bool:
    """Whether a line may be a caption, where its place already speaks for one: a picture described, or no finite verb at all."""
    plain = line.plain
    if line.n_words > _LONGEST or len(line.text) > 500 or plain.startswith('"') or "(@" in plain or _SPEECH.search(plain):
        return False
    if is_marked_caption(line) or (_DEPICTS.search(plain) and _sentences(plain) <= 2 and not _FINITE.search(plain)):
        return True
    if not line.stops and line.n_words <= 25:
        return True
    return line.n_words <= 35 and not _FINITE.search(plain) and bool(_SETTING.search(plain) or line.n_words <= 12)


def _sentences(plain: str) -> int:
    return len(re.findall(r"[.!?] [A-Z]", plain)) + 1


def mark_pictures(lines: list[Line], marks: list[Mark | None]) -> None:
    """Fill in captions and the teasers beside credits, for lines that no other rule has marked."""
    for i, line in enumerate(lines):
        mark = marks[i]
        rule = is_marked_caption(line) if mark is None or mark.zone == "body" else None
        if rule:
            marks[i] = Mark("caption", rule)
    first_prose = next((i for i, line in enumerate(lines) if line.prose and marks[i] is None and not looks_like_caption(line)), len(lines))
    for i, mark in enumerate(marks):
        if mark is not None and mark.zone == "credit":
            _mark_before_credit(lines, marks, i, at_top=i <= first_prose)
            _mark_after_picture(lines, marks, i)
    for i, mark in enumerate(list(marks)):
        if mark is not None and mark.zone == "caption":
            _mark_twin(lines, marks, i)
            if mark.rule != "caption.before-credit":
                _mark_after_picture(lines, marks, i)


def _mark_before_credit(lines: list[Line], marks: list[Mark | None], at: int, *, at_top: bool) -> None:
    """The caption of a credit: the line just above it, or, at the top of a page, the one above the headline between them."""
    i = at - 1
    if i < 0 or marks[i] is not None:
        return
    above = lines[i]
    if not lines[at].gap and above.n_words <= _LONGEST and (above.gap or not above.prose or looks_like_caption(above)):
        if not (above.prose and '"' in above.plain and _SPEECH.search(above.plain)):
            marks[i] = Mark("caption", "caption.before-credit")
        return
    if at_top and not above.stops and above.n_words <= 30 and i > 0 and marks[i - 1] is None and looks_like_caption(lines[i - 1]) and lines[i - 1].n_words >= 5:
        marks[i - 1] = Mark("caption", "caption.around-headline")
    elif looks_like_caption(above) and not (at_top and not above.stops):
        marks[i] = Mark("caption", "caption.before-credit")


def _mark_after_picture(lines: list[Line], marks: list[Mark | None], at: int) -> None:
    """A title-case line without a full stop, glued under a credit or caption, is the link to another story."""
    i = at + 1
    if i >= len(lines) or marks[i] is not None or lines[i].stops or not 3 <= lines[i].n_words <= 25:
        return
    glued = not lines[i].gap
    if glued and (lines[i].title or (i + 1 < len(lines) and not lines[i + 1].gap and not lines[i].plain[0].islower() and lines[i].n_words <= 18)):
        marks[i] = Mark("teaser", "teaser.beside-picture")


def _mark_twin(lines: list[Line], marks: list[Mark | None], at: int) -> None:
    """A caption given twice, as pages do for the picture and its alternative text."""
    core = _letters(lines[at].plain)
    for i in range(max(0, at - 3), min(len(lines), at + 4)):
        if marks[i] is None and i != at and lines[i].n_words >= 5:
            other = _letters(lines[i].plain)
            if core.startswith(other) or other.startswith(core):
                marks[i] = Mark("caption", "caption.twice")


def _letters(plain: str) -> str:
    return "".join(letter for letter in plain.lower() if letter.isalnum())
