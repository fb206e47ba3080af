"""Rules of the house that a machine can see: which room imports which, what the tool may not say, what the docs must name."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "framing"
# Rooms from the top down: a room may import those to the right of its own group, never back.
LEVELS = {
    "cli": 7, "__main__": 7, "__init__": 7, "api": 6, "pipeline": 5, "report": 5, "classroom": 5,
    "load": 4, "clean": 4, "annotate": 4, "pair": 4, "align": 4, "measure": 4, "compare": 4,
    "nlp": 3, "files": 3, "text": 3, "stats": 3, "lexicons": 3, "model": 2, "errors": 1, "version": 1,
}
STAGES = {room for room, level in LEVELS.items() if level == 4} | {"report", "classroom"}
NETWORK = {"socket", "urllib.request", "http", "requests", "httpx", "ftplib", "smtplib", "pickle", "shelve"}


def modules() -> list[tuple[str, Path]]:
    """(room, file) of every module of the package."""
    rows = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        rows.append((parts[0], path))
    return rows


def imports(path: Path) -> list[str]:
    """Dotted names that a module imports, inside functions too."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [f"{node.module}.{alias.name}" for alias in node.names] + [node.module]
    return found


@pytest.mark.parametrize(("room", "path"), modules(), ids=lambda value: str(value).removeprefix(str(PACKAGE)))
def test_imports_run_one_way(room, path):
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "framing" or len(parts) < 2 or parts[1] not in LEVELS:
            continue
        target = parts[1]
        if target == room or (room == "pipeline" and target != "api"):
            continue
        assert LEVELS[target] <= LEVELS[room], f"{path.name} imports {name}"
        assert not (room in STAGES and target in STAGES), f"{path.name}: a stage imports another ({name})"
        if room in {"report", "classroom"}:
            assert target in {"model", "errors", "files", "text", "version"}, f"it reads a finished comparison, but imports {name}"


@pytest.mark.parametrize(("room", "path"), modules(), ids=lambda value: str(value).removeprefix(str(PACKAGE)))
def test_no_network_no_pickles_no_clock(room, path):
    assert not {name for name in imports(path) if name in NETWORK or name.split(".")[0] in NETWORK}
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"\b(datetime\.now|date\.today|time\.time|utcnow)\(", source), "a clock in the output"
    assert "TODO" not in source


def test_the_rooms_are_those_the_map_names():
    listed = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for room in sorted({room for room, path in modules() if path.parent != PACKAGE}):
        assert f"{room}/" in listed


def test_only_the_rooms_that_may_open_files_do():
    allowed = {"load", "lexicons", "files", "cli"}
    for room, path in modules():
        source = path.read_text(encoding="utf-8")
        opens = re.search(r"\.(read_text|read_bytes|write_text|write_bytes)\(|(?<![\w.])open\(", source)
        if opens and room not in allowed:
            assert room == "report" or "measure" not in room, f"{path} opens a file"
            assert path.name in {"to_html.py", "to_json.py"}, f"{path} opens a file"


def test_the_repository_speaks_of_the_project_alone():
    words = re.compile(r"/(?:work|farm)/|\bpy(?:pi|thonhosted)\.org|\bnpmjs\.", re.IGNORECASE)   # paths of one machine, hosts of registries
    for path in sorted(ROOT.rglob("*")):
        if path.suffix in {".py", ".md", ".toml", ".j2", ".css"} and not {".venv", ".venv-readers", "venv", "node_modules", ".git"} & set(path.parts) \
                and path.name != Path(__file__).name:
            found = words.search(path.read_text(encoding="utf-8"))
            assert found is None, f"{path}: {found.group()}"


def test_the_tool_has_no_verdict_words_of_its_own():
    """The sentences that the tool itself can print: string constants of compare and report, and the templates."""
    verdict = re.compile(r"\b(biased|propaganda|left-wing|right-wing|far-right|far-left|extremist|dishonest|misleading|bias score)\b", re.IGNORECASE)
    for room in ("compare", "report", "classroom"):
        for path in sorted((PACKAGE / room).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            docstrings = {id(node.body[0].value) for node in ast.walk(tree)
                          if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and node.body and isinstance(node.body[0], ast.Expr)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                    assert not verdict.search(node.value), f"{path}: {node.value[:80]}"
        for path in sorted((PACKAGE / room).rglob("*.j2")):
            assert not verdict.search(path.read_text(encoding="utf-8")), path
