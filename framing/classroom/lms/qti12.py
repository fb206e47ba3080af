"""A pack as a QTI 1.2 package in the dialect of Canvas, which most other systems read too.

Facts (Canvas's importer, github.com/instructure/qti, lib/qti/v1): the points of an item stand in a metadata field right behind its label;
every response_lid but the first makes a matching question; a multiple answer's condition is one <and> of the right and the denied
wrong ones, with nothing between; an essay has <other/>. There is no hot text: "mark the words" is a multiple answer. Canvas gives each right
tick an equal share and takes the same for a wrong one, so that options which can be defended must be left out.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from framing.classroom.lms.gift import name_of
from framing.classroom.lms.questions import Alternative, Paragraph, Question, cell_questions, questions, title_of
from framing.classroom.lms.questions import name_of as pack_name
from framing.classroom.lms.zipped import zip_bytes
from framing.model.exercise import Pack
from framing.text.visible import one_line

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"


def to_qti12(pack: Pack) -> bytes:
    """The package: imsmanifest.xml, the assessment and Canvas's own settings."""
    name, title = pack_name(pack), title_of(pack)
    made = flat(pack)
    body = "".join(_item(one) for one in made)
    assessment = (f'{_XML}<questestinterop xmlns="{_QTI}"><assessment ident={quoteattr(name)} title={quoteattr(title)}>'
                  f'<section ident="root_section">{body}</section></assessment></questestinterop>\n')
    files = {"imsmanifest.xml": _manifest(name, title), f"{name}/{name}.xml": assessment,
             f"{name}/assessment_meta.xml": _settings(name, title, sum(one.points for one in made), pack.verified)}
    return zip_bytes({path: text.encode() for path, text in files.items()})


def flat(pack: Pack) -> tuple[Question, ...]:
    """The questions as Canvas can ask them: tables cell by cell, and so are pairs of which there is one only."""
    made: list[Question] = []
    for one in questions(pack):
        split = one.kind == "table" or (one.kind == "match" and len(one.parts) < 2)
        made += cell_questions(one) if split else [one]
    return tuple(made)


def offered(question: Question) -> tuple[Alternative, ...]:
    """The options of a "choices" question without those that Canvas would count as wrong though they can be defended."""
    return tuple(one for one in question.alternatives if one.tier != "defensible")


def _item(question: Question) -> str:
    kind, presentation, processing = _parts(question)
    fields = {"question_type": kind, "points_possible": f"{question.points:g}", "original_answer_ids": "",
              "assessment_question_identifierref": f"q-{question.id}"}
    metadata = "".join(f"<qtimetadatafield><fieldlabel>{label}</fieldlabel><fieldentry>{escape(value)}</fieldentry></qtimetadatafield>"
                       for label, value in fields.items())
    stem = "".join(_paragraph(one) for one in question.stem)
    feedback = _rubric(question)
    return (f"<item ident={quoteattr('i-' + question.id)} title={quoteattr(name_of(question))}><itemmetadata><qtimetadata>{metadata}</qtimetadata></itemmetadata>"
            f"<presentation><material>{_mattext(stem)}</material>{presentation}</presentation>"
            f'<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>{processing}</resprocessing>'
            f"{feedback}</item>")


def _parts(question: Question) -> tuple[str, str, str]:
    """Canvas's name for the kind, what is shown below the stem, and how it is marked."""
    if question.kind == "essay":
        return "essay_question", _free(), '<respcondition continue="No"><conditionvar><other/></conditionvar></respcondition>'
    if question.kind == "match":
        return "matching_question", _pairs(question), _pair_points(question)
    if question.kind == "table":
        (part,) = question.parts
        right = "".join(_equal(escape(words)) for words, points in part.accepted if points >= part.points)
        return "short_answer_question", _free(), _set(right)
    rows = offered(question)
    if question.single:
        right = "".join(_set(_equal(one.id)) for one in rows if one.tier == "expected")
        return "multiple_choice_question", _choice(rows, "Single"), right
    wanted = "".join(_equal(one.id) if one.tier == "expected" else f"<not>{_equal(one.id)}</not>" for one in rows)
    return "multiple_answers_question", _choice(rows, "Multiple"), _set(f"<and>{wanted}</and>")


def _choice(rows: Sequence[Alternative], cardinality: str) -> str:
    labels = "".join(_label(one.id, one.text) for one in rows)
    return f'<response_lid ident="response1" rcardinality="{cardinality}"><render_choice>{labels}</render_choice></response_lid>'


def _pairs(question: Question) -> str:
    labels = "".join(_label(name, text, plain=True) for name, text in question.options)
    return "".join(f'<response_lid ident="response_{part.id}"><material><mattext texttype="text/plain">{escape(part.text)}</mattext></material>'
                   f"<render_choice>{labels}</render_choice></response_lid>" for part in question.parts)


def _pair_points(question: Question) -> str:
    each = f"{100 / len(question.parts):.2f}"
    return "".join(f'<respcondition><conditionvar>{_equal(part.accepted[0][0], f"response_{part.id}")}</conditionvar>'
                   f'<setvar varname="SCORE" action="Add">{each}</setvar></respcondition>' for part in question.parts)


def _free() -> str:
    return ('<response_str ident="response1" rcardinality="Single"><render_fib><response_label ident="answer1" rshuffle="No"/></render_fib>'
            "</response_str>")


def _label(name: str, text: str, *, plain: bool = False) -> str:
    words = f'<mattext texttype="text/plain">{escape(text)}</mattext>' if plain else _mattext(html.escape(text, quote=False))
    return f'<response_label ident="{name}"><material>{words}</material></response_label>'


def _equal(words: str, respondent: str = "response1") -> str:
    return f'<varequal respident="{respondent}">{words}</varequal>'


def _set(condition: str) -> str:
    return f'<respcondition continue="No"><conditionvar>{condition}</conditionvar><setvar action="Set" varname="SCORE">100</setvar></respcondition>'


def _mattext(markup: str) -> str:
    """Text that Canvas takes for HTML: markup inside XML, so escaped once more."""
    return f'<mattext texttype="text/html">{escape(markup)}</mattext>'


def _paragraph(one: Paragraph) -> str:
    words = html.escape(one.text, quote=False)
    return f"<p><strong>{words}</strong></p>" if one.look == "label" else f"<p>{words}</p>"


def _rubric(question: Question) -> str:
    """The rubric as the feedback that a student sees once the teacher has marked."""
    if question.kind != "essay" or not question.rubric:
        return ""
    rows = "".join(f"<li>{html.escape(one_line(one.criterion + ': ' + '; '.join(one.levels)), quote=False)}</li>" for one in question.rubric)
    return f'<itemfeedback ident="general_fb"><flow_mat><material>{_mattext(f"<ul>{rows}</ul>")}</material></flow_mat></itemfeedback>'


def _manifest(name: str, title: str) -> str:
    return (f'{_XML}<manifest identifier={quoteattr(name + "-manifest")} xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" '
            'xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_v1p2"><metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion>'
            f"<imsmd:lom><imsmd:general><imsmd:title><imsmd:string>{escape(title)}</imsmd:string></imsmd:title></imsmd:general></imsmd:lom></metadata>"
            f'<organizations/><resources><resource identifier="{name}" type="imsqti_xmlv1p2"><file href="{name}/{name}.xml"/>'
            f'<dependency identifierref="{name}-settings"/></resource><resource identifier="{name}-settings" '
            f'type="associatedcontent/imscc_xmlv1p1/learning-application-resource" href="{name}/assessment_meta.xml">'
            f'<file href="{name}/assessment_meta.xml"/></resource></resources></manifest>\n')


def _settings(name: str, title: str, points: float, verified: bool) -> str:
    said = "" if verified else "<p>Draft key: no teacher has confirmed all of it yet.</p>"
    return (f'{_XML}<quiz identifier={quoteattr(name)} xmlns="http://canvas.instructure.com/xsd/cccv1p0"><title>{escape(title)}</title>'
            f"<description>{escape(said)}</description><shuffle_answers>false</shuffle_answers><scoring_policy>keep_highest</scoring_policy>"
            f"<quiz_type>assignment</quiz_type><points_possible>{points:.1f}</points_possible><show_correct_answers>false</show_correct_answers>"
            "<allowed_attempts>1</allowed_attempts><available>false</available></quiz>\n")
