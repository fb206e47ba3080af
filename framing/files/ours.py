"""Whose a folder is: each of our folders holds a marker, a JSON file whose `schema` is one of ours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from framing.errors import OutputError


def read_marker(path: Path, schema: str) -> dict[str, Any] | None:
    """What a marker file holds, None where it is not there, cannot be read or is not of this schema."""
    try:
        with path.open(encoding="utf-8") as file:
            found = json.load(file)
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and found.get("schema") == schema else None


def check_folder(folder: Path, marker: str, schema: str, *, holds: str, overwrite: bool = False) -> bool:
    """Whether earlier output of ours lies in the folder.

    Args:
        marker: name of the marker file.
        schema: what the marker says of itself.
        holds: what such a folder holds, for the message: "report".
        overwrite: a folder with other files will do.

    Raises:
        OutputError: it is a file, cannot be read, or holds other files and no earlier output (unless `overwrite`).
    """
    try:
        if not folder.exists():
            return False
        if not folder.is_dir():
            raise OutputError(f"{folder}: is a file; name a folder")
        ours, empty = read_marker(folder / marker, schema) is not None, not any(folder.iterdir())
    except OSError as problem:
        raise OutputError(f"{folder}: cannot be written: {problem.strerror or problem}") from problem
    if not ours and not overwrite and not empty:
        raise OutputError(f"{folder}: is not empty and holds no earlier {holds}; choose another folder, or --overwrite")
    return ours
