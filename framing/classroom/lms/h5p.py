"""A pack as H5P packages, one an item: content only, for a site that has H5P's own libraries.

Facts: h5p.json needs title, language, mainLibrary, embedTypes and preloadedDependencies (h5p.org/node/599); the rest by the libraries'
own semantics and scripts. Mark the Words cuts the text at white space, takes brackets, quotation marks and stops off both ends of a word,
and counts it as an answer when it stands between asterisks; an asterisk of the text is doubled. So a phrase is as many answers as words.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
import uuid
from collections.abc import Mapping, Sequence
from typing import Any, Final

from framing.classroom.lms.gift import name_of
from framing.classroom.lms.questions import Alternative, Paragraph, Question, cell_questions, questions, title_of
from framing.classroom.lms.zipped import zip_bytes
from framing.model.article import Span
from framing.model.exercise import Pack
from framing.text.visible import one_line, visible

# Versions of the libraries as sites have had them from H5P's hub since 2024; a package names one, and a site must have that one.
LIBRARIES: Final[Mapping[str, tuple[int, int]]] = {
    "H5P.MarkTheWords": (1, 11), "H5P.MultiChoice": (1, 16), "H5P.QuestionSet": (1, 20), "H5P.DragText": (1, 10), "H5P.Blanks": (1, 14),
    "H5P.Essay": (1, 5)}
LEFT_OUT: Final = ("E5", "E10", "E12")  # a free table, a prediction and a talk are no H5P task
_BEFORE, _AFTER = "[({⟨¿¡“\"«„", "\",….:;?!])}⟩»”"  # what its script takes off the ends of a word
_IN_GAP: Final = re.compile(r"[*:/\\<>&]")  # what Drag the Words and Fill in the Blanks read as their own inside a gap
_BESIDE: Final = re.compile(r"[*<>&]")  # and beside one


def to_h5p(pack: Pack) -> dict[str, bytes]:
    """A package an item, by file name ("E2-1.h5p"); items that H5P has no task for are not there (`LEFT_OUT`)."""
    made: dict[str, bytes] = {}
    for question in questions(pack):
        name, library = f"{question.item.id}.h5p", task_of(question)
        if library and name not in made:
            content = _content(pack, question, library)
            made[name] = _package(f"{name_of(question)}: {title_of(pack)}", library, content)
    return made


def task_of(question: Question) -> str:
    """The library that asks the question, "" where H5P has none: Drag the Words and Blanks only hold words without signs of their own."""
    if question.type in LEFT_OUT:
        return ""
    if question.item.response == "mark":
        return "H5P.MarkTheWords"
    if question.kind == "essay":
        return "H5P.Essay"
    beside = not any(_BESIDE.search(part.text) for part in question.parts)
    if question.type == "E3" and question.kind == "match":
        alone = all(len(part.accepted) == 1 for part in question.parts) and not any(_IN_GAP.search(text) for _, text in question.options)
        return "H5P.DragText" if beside and alone else "H5P.QuestionSet"
    if question.kind == "table" and not any(part.choices for part in question.parts):
        return "H5P.Blanks" if beside and not any(_IN_GAP.search(words) for part in question.parts for words, _ in part.accepted) else ""
    return "H5P.QuestionSet"


def marked_text(text: str, span: Span, wanted: Sequence[Span]) -> str:
    """A passage as Mark the Words reads it: HTML paragraphs, each word of a wanted span between asterisks, other asterisks doubled."""
    made: list[str] = []
    start = span.start
    for line in text[span.start:span.end].split("\n"):
        if line.strip():
            made.append(f"<p>{html.escape(_starred(line, start, wanted), quote=False)}</p>")
        start += len(line) + 1
    return "".join(made)


def _starred(line: str, start: int, wanted: Sequence[Span]) -> str:
    made = []
    for word in re.finditer(r"[^\s\ufeff]+", line):
        token = word.group()
        core = token.lstrip(_BEFORE)
        before, core = token[:len(token) - len(core)], core.rstrip(_AFTER)
        after = token[len(before) + len(core):]
        place = Span(start + word.start() + len(before), start + word.start() + len(before) + len(core))
        doubled = visible(core).replace("*", "**")
        answer = bool(core) and any(one.overlaps(place) for one in wanted)
        made.append(visible(before).replace("*", "**") + (f"*{doubled}*" if answer else doubled) + visible(after))
    return " ".join(made)


def _content(pack: Pack, question: Question, library: str) -> dict[str, Any]:
    item = question.item
    if library == "H5P.MarkTheWords":
        passage = item.passages[0]
        wanted = [row.span for row in item.key if row.span is not None and row.tier == "expected"]
        text = marked_text(pack.articles[passage.article].text, passage.span, wanted)
        return {"taskDescription": f"<p>{html.escape(one_line(item.prompt), quote=False)}</p>", "textField": text,
                "behaviour": {"enableRetry": False, "enableSolutionsButton": True, "enableCheckButton": True}}
    if library == "H5P.Essay":
        return _essay(question)
    if library == "H5P.DragText":
        return _drag(question)
    if library == "H5P.Blanks":
        gaps = [f"<p>{html.escape(part.text)} *{'/'.join(words for words, _ in part.accepted)}*</p>" for part in question.parts]
        return {"text": _html(question.stem), "questions": gaps, "behaviour": {"caseSensitive": False, "enableRetry": False}}
    single = (question,) if question.kind == "choices" else cell_questions(question)
    return _set(question, [one for one in single if one.alternatives])


def _drag(question: Question) -> dict[str, Any]:
    names = dict(question.options)
    used = [part.accepted[0][0] for part in question.parts]
    lines = [f"{part.text}: *{names[option]}*" for part, option in zip(question.parts, used, strict=True)]
    wrong = " ".join(f"*{text}*" for name, text in question.options if name not in used)
    return {"taskDescription": _html(question.stem), "textField": "\n".join(lines), "distractors": wrong,
            "behaviour": {"enableRetry": False, "enableSolutionsButton": True, "enableCheckButton": True, "instantFeedback": False}}


def _set(question: Question, single: Sequence[Question]) -> dict[str, Any]:
    """A Question Set; what a "match" shows stands on its first page, a "choices" question shows it itself."""
    own = question.kind == "choices"
    rows = [_choice(one, one.stem if own else one.stem[-1:]) for one in single]
    intro = {"showIntroPage": not own, "title": html.escape(one_line(question.title), quote=False),
             "introduction": "" if own else _html(question.stem), "startButtonText": "Start"}
    return {"introPage": intro, "progressType": "dots", "passPercentage": 50, "questions": rows, "disableBackwardsNavigation": False,
            "randomQuestions": False, "endGame": {"showResultPage": True, "showSolutionButton": True, "showRetryButton": False},
            "override": {"checkButton": True}}


def _choice(question: Question, stem: Sequence[Paragraph]) -> dict[str, Any]:
    answers = [_answer(one) for one in question.alternatives]
    params = {"question": _html(stem), "answers": answers, "overallFeedback": [{"from": 0, "to": 100}],
              "behaviour": {"enableRetry": False, "enableSolutionsButton": True, "enableCheckButton": True,
                            "type": "single" if question.single else "multi", "singlePoint": False, "randomAnswers": False,
                            "showSolutionsRequiresInput": True, "passPercentage": 100, "showScorePoints": True}}
    return {"library": _named("H5P.MultiChoice"), "params": params, "subContentId": _id(question.id),
            "metadata": {"contentType": "Multiple Choice", "license": "U", "title": name_of(question)}}


def _answer(one: Alternative) -> dict[str, Any]:
    return {"text": f"<div>{html.escape(one.text, quote=False)}</div>", "correct": one.tier == "expected",
            "tipsAndFeedback": {"tip": "", "chosenFeedback": f"<div>{html.escape(one.why, quote=False)}</div>" if one.why else "", "notChosenFeedback": ""}}


def _essay(question: Question) -> dict[str, Any]:
    """H5P counts keywords: the facts to keep. Where there is none, "*" (anything) takes their place, without a score."""
    facts = [one_line(fact) for fact in question.item.facts if not re.search(r"[*/]", fact)] or ["*"]
    keywords = [{"keyword": fact, "alternatives": [], "options": {"points": 1, "occurrences": 1, "caseSensitive": False, "forgiveMistakes": False}}
                for fact in facts]
    rubric = "".join(f"<li>{html.escape(one_line(one.criterion + ': ' + '; '.join(one.levels)), quote=False)}</li>" for one in question.rubric)
    return {"taskDescription": _html(question.stem), "keywords": keywords, "overallFeedback": [{"from": 0, "to": 100}],
            "solution": {"introduction": f"<ul>{rubric}</ul>" if rubric else "", "sample": ""},
            "behaviour": {"inputFieldSize": "10", "enableRetry": False, "ignoreScoring": facts == ["*"]}}


def _html(paragraphs: Sequence[Paragraph]) -> str:
    return "".join(f"<p><strong>{html.escape(one.text, quote=False)}</strong></p>" if one.look == "label" else f"<p>{html.escape(one.text, quote=False)}</p>"
                   for one in paragraphs)


def _package(title: str, library: str, content: Mapping[str, Any]) -> bytes:
    needed = [library] + (["H5P.MultiChoice"] if library == "H5P.QuestionSet" else [])
    record = {"title": one_line(title)[:255], "language": "en", "mainLibrary": library, "embedTypes": ["iframe"], "license": "U",
              "preloadedDependencies": [{"machineName": one, "majorVersion": LIBRARIES[one][0], "minorVersion": LIBRARIES[one][1]} for one in needed]}
    return zip_bytes({"h5p.json": _json(record), "content/content.json": _json(content)})


def _named(library: str) -> str:
    return f"{library} {LIBRARIES[library][0]}.{LIBRARIES[library][1]}"


def _id(name: str) -> str:
    """The same identifier for the same name."""
    return str(uuid.UUID(hashlib.sha256(name.encode()).hexdigest()[:32]))


def _json(record: Mapping[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()

