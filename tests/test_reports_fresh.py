"""The finished reports in reports/ are what the bundled events give today, byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REPORTS = ROOT / "reports"
EVENTS = sorted(path.parent.name for path in (ROOT / "seeds").glob("*/gold.toml"))
REMADE = "remake them: framing demo --all -o reports"


@pytest.fixture(scope="module")
def remade(tmp_path_factory) -> Path:
    """All bundled reports made anew, by the one command that CONTRIBUTING names."""
    folder = tmp_path_factory.mktemp("reports")
    subprocess.run([sys.executable, "-m", "framing", "-q", "demo", "--all", "-o", str(folder)], check=True, cwd=ROOT,
                   env={**os.environ, "PYTHONPATH": str(ROOT)})
    return folder


@pytest.mark.parametrize("event", EVENTS)
def test_reports_are_fresh(event, remade):
    made = {path.relative_to(remade / event): path for path in (remade / event).rglob("*") if path.is_file()}
    kept = {path.relative_to(REPORTS / event): path for path in (REPORTS / event).rglob("*") if path.is_file()}
    assert sorted(made) == sorted(kept), REMADE
    for name, path in sorted(made.items()):
        assert path.read_bytes() == kept[name].read_bytes(), f"{event}/{name} is stale; {REMADE}"
