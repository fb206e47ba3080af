"""Readers of other people that only run beside us, under licences that we cannot depend on: where they are, and the marks that skip without them.

FRAMING_READERS names a Python with `readers/python.txt` installed, FRAMING_NODE_MODULES a folder with the packages of
`readers/npm.txt`; `.ci/run` sets both up where it can.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

READERS = Path(__file__).parent / "readers"
PYTHON = os.environ.get("FRAMING_READERS", "")
NODE = os.environ.get("FRAMING_NODE_MODULES", "")
needs_python = pytest.mark.skipif(not PYTHON, reason="FRAMING_READERS names no Python with the other readers")
needs_node = pytest.mark.skipif(not NODE, reason="FRAMING_NODE_MODULES names no folder with the npm packages")
