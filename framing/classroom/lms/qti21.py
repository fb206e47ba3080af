"""A pack as a QTI 2.1 package: a manifest, a test, and a file an item, marked by the standard's own rules.

Source: IMS Question and Test Interoperability 2.1 (2012), Assessment Test, Section and Item Information Model, and its templates
match_correct and map_response; the mapping's bounds keep an item's points between 0 and its most.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from framing.classroom.lms.gift import name_of
from framing.classroom.lms.questions import Paragraph, Question, cell_questions, questions, title_of
from framing.classroom.lms.questions import name_of as pack_name
from framing.classroom.lms.zipped import zip_bytes
from framing.model.exercise import Pack
from framing.text.visible import one_line

_XML: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMES: Final = ('xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation='
                 '"http://www.imsglobal.org/xsd/imsqti_v2p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"')
_MAP: Final = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"/>'


def to_qti21(pack: Pack) -> bytes:
    """The package as a zip: imsmanifest.xml, test.xml, items/."""
    made = flat(pack)
    files = {f"items/{identifier(one)}.xml": _item(one) for one in made}
    files["test.xml"] = _test(pack, made)
    files["imsmanifest.xml"] = _manifest(pack, made)
    return zip_bytes({path: (_XML + text + "\n").encode() for path, text in files.items()})


def flat(pack: Pack) -> tuple[Question, ...]:
    """The questions as a QTI item can ask them: tables are one item a cell."""
    return tuple(one for question in questions(pack) for one in (cell_questions(question) if question.kind == "table" else (question,)))


def identifier(question: Question) -> str:
    """An identifier as the standard wants it: begins with a letter, holds letters, digits, full stops and hyphens."""
    return f"item-{question.id}"


def _item(question: Question) -> str:
    declared, interaction = _interaction(question)
    stem = "".join(_paragraph(one) for one in question.stem)
    most = f"<defaultValue><value>{question.points:g}</value></defaultValue>"
    return (f"<assessmentItem {_NAMES} identifier={quoteattr(identifier(question))} title={quoteattr(name_of(question))} "
            f'adaptive="false" timeDependent="false" xml:lang="en">{declared}'
            f'<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" normalMaximum="{question.points:g}" normalMinimum="0">'
            "<defaultValue><value>0</value></defaultValue></outcomeDeclaration>"
            f'<outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float">{most}</outcomeDeclaration>'
            f"<itemBody>{_rubric(question)}<div>{stem}</div>{interaction}</itemBody>{'' if question.kind == 'essay' else _MAP}</assessmentItem>")


def _interaction(question: Question) -> tuple[str, str]:
    """The response declaration and the interaction."""
    if question.kind == "essay":
        lines = max(question.item.lines, 5)
        return (_declaration("single", "string", (), (), question.points),
                f'<extendedTextInteraction responseIdentifier="RESPONSE" expectedLines="{lines}"/>')
    if question.kind == "match":
        return _match(question)
    if question.kind == "table":
        (part,) = question.parts
        return (_declaration("single", "string", (part.accepted[0][0],), part.accepted, question.points, typed=True),
                '<p><textEntryInteraction responseIdentifier="RESPONSE" expectedLength="40"/></p>')
    right = [one.id for one in question.alternatives if one.tier == "expected"]
    mapped = [(one.id, one.points) for one in question.alternatives if one.points]
    choices = "".join(f'<simpleChoice identifier="{one.id}">{escape(one.text)}</simpleChoice>' for one in question.alternatives)
    return (_declaration("single" if question.single else "multiple", "identifier", right, mapped, question.points),
            f'<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="{1 if question.single else 0}">{choices}</choiceInteraction>')


def _match(question: Question) -> tuple[str, str]:
    pairs = [(f"{part.id} {option}", points) for part in question.parts for option, points in part.accepted]
    right = [f"{part.id} {part.accepted[0][0]}" for part in question.parts]
    n = len(question.parts)
    left = "".join(f'<simpleAssociableChoice identifier="{part.id}" matchMax="1">{escape(part.text)}</simpleAssociableChoice>' for part in question.parts)
    options = "".join(f'<simpleAssociableChoice identifier="{name}" matchMax="{n}">{escape(text)}</simpleAssociableChoice>' for name, text in question.options)
    return (_declaration("multiple", "directedPair", right, pairs, question.points),
            f'<matchInteraction responseIdentifier="RESPONSE" shuffle="false" maxAssociations="{n}">'
            f"<simpleMatchSet>{left}</simpleMatchSet><simpleMatchSet>{options}</simpleMatchSet></matchInteraction>")


def _declaration(cardinality: str, kind: str, right: Sequence[str], mapped: Sequence[tuple[str, float]], most: float, *, typed: bool = False) -> str:
    correct = "".join(f"<value>{escape(one)}</value>" for one in right)
    case = ' caseSensitive="false"' if typed else ""
    rows = "".join(f'<mapEntry mapKey={quoteattr(one)} mappedValue="{points:g}"{case}/>' for one, points in mapped)
    inner = f"<correctResponse>{correct}</correctResponse>" if correct else ""
    inner += f'<mapping lowerBound="0" upperBound="{most:g}" defaultValue="0">{rows}</mapping>' if rows else ""
    return f'<responseDeclaration identifier="RESPONSE" cardinality="{cardinality}" baseType="{kind}">{inner}</responseDeclaration>'


def _paragraph(one: Paragraph) -> str:
    return f"<p><strong>{escape(one.text)}</strong></p>" if one.look == "label" else f"<p>{escape(one.text)}</p>"


def _rubric(question: Question) -> str:
    """The rubric and the key's phrases, shown to those who mark alone."""
    rows = [f"{one.criterion}: {'; '.join(one.levels)}" for one in question.rubric] + list(question.key)
    lines = "".join(f"<li>{escape(one_line(one))}</li>" for one in rows)
    return f'<rubricBlock view="scorer"><ul>{lines}</ul></rubricBlock>' if rows else ""


def _test(pack: Pack, made: Sequence[Question]) -> str:
    refs = "".join(f"<assessmentItemRef identifier={quoteattr(identifier(one))} href={quoteattr(f'items/{identifier(one)}.xml')}/>" for one in made)
    score = '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>'
    total = '<setOutcomeValue identifier="SCORE"><sum><testVariables variableIdentifier="SCORE"/></sum></setOutcomeValue>'
    return (f'<assessmentTest {_NAMES} identifier="{pack_name(pack)}" title={quoteattr(title_of(pack))}>{score}'
            '<testPart identifier="part" navigationMode="nonlinear" submissionMode="simultaneous">'
            f'<assessmentSection identifier="section" title={quoteattr(title_of(pack))} visible="true">{refs}</assessmentSection></testPart>'
            f"<outcomeProcessing>{total}</outcomeProcessing></assessmentTest>")


def _manifest(pack: Pack, made: Sequence[Question]) -> str:
    name = pack_name(pack)
    depends = "".join(f"<dependency identifierref={quoteattr(identifier(one))}/>" for one in made)
    items = "".join(f'<resource identifier={quoteattr(identifier(one))} type="imsqti_item_xmlv2p1" href={quoteattr(f"items/{identifier(one)}.xml")}>'
                    f"<file href={quoteattr(f'items/{identifier(one)}.xml')}/></resource>" for one in made)
    return (f'<manifest identifier="{name}-manifest" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><metadata><schema>QTIv2.1 Package</schema>'
            "<schemaversion>1.0.0</schemaversion></metadata><organizations/><resources>"
            f'<resource identifier="{name}" type="imsqti_test_xmlv2p1" href="test.xml"><file href="test.xml"/>{depends}</resource>{items}'
            "</resources></manifest>")
