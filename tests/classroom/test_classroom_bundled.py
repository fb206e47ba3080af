"""The finished packs in reports/: small, whole, named in the teacher's guide, and with nothing in a student's file that belongs to the teacher."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from class_packs import EVENTS

from framing.classroom.build import MAKERS
from framing.classroom.to_json import pack_from_json
from framing.classroom.write import FORMATS, render
from framing.cli.demo import articles_of
from framing.load import load_articles
from framing.model.pack_options import TYPES

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "reports" / "teachers-guide.md").read_text(encoding="utf-8")


def folder(event: str) -> Path:
    return ROOT / "reports" / event / "pack"


@pytest.mark.parametrize("event", EVENTS)
def test_the_finished_pack_is_there_and_its_files_are_those_of_its_manifest(event):
    """Whether the pack is what the articles give today is seen by tests/test_reports_fresh.py."""
    pack = pack_from_json((folder(event) / "manifest.json").read_text(encoding="utf-8"))
    assert [one.article for one in pack.articles] == [one.id for one in load_articles(articles_of(event)).articles]
    formats = [one for one in FORMATS if one not in {"qti21", "pdf"}]
    made = render(pack, formats)
    kept = {str(path.relative_to(folder(event))): path.read_bytes() for path in folder(event).rglob("*") if path.is_file()}
    assert sorted(made) == sorted(kept)
    assert {name for name in made if made[name] != kept[name]} == set()


def test_the_finished_packs_stay_under_three_megabytes():
    assert sum(path.stat().st_size for event in EVENTS for path in folder(event).rglob("*") if path.is_file()) < 3_000_000


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("name", ["student.html", "student_print.html"])
def test_student_files_name_no_outlet_and_hold_no_key(event, name):
    page = (folder(event) / name).read_text(encoding="utf-8")
    pack = pack_from_json((folder(event) / "manifest.json").read_text(encoding="utf-8"))
    for article in load_articles(articles_of(event)).articles:
        for known in (article.outlet, article.byline):
            assert known is None or known.value not in page
    rationales = {row.rationale for exercise in pack.exercises for item in exercise.items for row in item.key}
    assert not [one for one in rationales if len(one) > 30 and one in page]


def test_the_guide_names_every_type_format_and_setting():
    for name in TYPES:
        assert re.search(rf"^\| {name} ", GUIDE, re.MULTILINE), name
    assert set(MAKERS) | {"E12"} == set(TYPES)
    for word in ("student.html", "student_print.html", "teacher_key.html", "key.csv", "reveal.md", "lesson_plan.md", "reveal.html", "lesson_plan.html", "gift.txt", "moodle.xml", "qti12.zip", "qti21.zip",
                 "h5p/", "manifest.json", "--minutes", "--types", "--level", "--items", "--version B", "--paper", "--large-print", "--check", "--outlet", "--no-anonymise",
                 "--excerpt-words", "--originals", "--config", "verified_by", "--forget"):
        assert word in GUIDE, word
    for event in EVENTS:
        assert f"({event}/pack/lesson_plan.md)" in GUIDE
