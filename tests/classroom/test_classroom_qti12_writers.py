"""Our QTI 1.2 has the shape that two writers for Canvas give it: text2qti, and qti-package-maker for the matching it alone knows."""

from __future__ import annotations

import io
import subprocess
import xml.etree.ElementTree as ET
import zipfile

import pytest
from outside_readers import PYTHON, READERS, needs_python
from sample_pack import sample_pack
from text2qti.config import Config
from text2qti.qti import QTI
from text2qti.quiz import Quiz

from framing.classroom.lms.qti12 import to_qti12

QUIZ = """Quiz title: Shapes

1. Which?
[*] a
[ ] b
[*] c

1. One?
*a) yes
b) no

1. Who?
*  Ana Ruiz

1. Write.
____
"""
Shape = tuple[str, tuple[str, ...], tuple]


def shape(element: ET.Element) -> Shape:
    """Names of an element, its attributes and what it holds; what is repeated counts once. How a text is escaped (texttype) is not looked at."""
    name = element.tag.split("}")[-1]
    return name, tuple(sorted(set(element.attrib) - {"texttype"})), tuple(dict.fromkeys(shape(inner) for inner in element))


def items(data: bytes) -> dict[str, Shape]:
    """The shape of every item by its question_type, without the feedback that shows a rubric."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        roots = [ET.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")]
    found = {}
    for item in (one for root in roots for one in root.iter() if one.tag.endswith("}item")):
        for feedback in [one for one in item if one.tag.endswith("}itemfeedback")]:
            item.remove(feedback)
        kind = next(one.text for one in item.iter() if (one.text or "").endswith("_question"))
        found[kind] = shape(item)
    return found


@pytest.mark.parametrize("kind", ["multiple_answers_question", "multiple_choice_question", "short_answer_question", "essay_question"])
def test_ticks_choices_cells_and_essays_are_shaped_as_by_text2qti(kind):
    assert items(to_qti12(sample_pack()))[kind] == items(QTI(Quiz(QUIZ, config=Config())).zip_bytes())[kind]


@needs_python
def test_pairs_are_shaped_as_by_qti_package_maker(tmp_path):
    script = READERS / "canvas_match.py"
    subprocess.run([PYTHON, str(script), "match.zip"], cwd=tmp_path, check=True, capture_output=True)
    assert items(to_qti12(sample_pack()))["matching_question"] == items((tmp_path / "match.zip").read_bytes())["matching_question"]
