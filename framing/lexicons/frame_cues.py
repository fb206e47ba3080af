"""Cues of the generic news frames: forms that show where a frame may be at work, read from `frame_cues.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from framing.errors import LexiconError
from framing.lexicons.entries import Condition, Problem, TermEntry
from framing.lexicons.lexicon import Lexicon, build_lexicon
from framing.lexicons.read_lists import read_conditions, read_table, rows
from framing.model.findings import FRAMES

VERSION: Final = "0.1.0"
_KNOWN: Final = frozenset({"id", "frame", "forms", "pos", "needs", "never", "fires", "silent", "category", "path"})


@dataclass(frozen=True, slots=True)
class FrameCue:
    """Forms that are cues of one frame. `fires` and `silent` are invented sentences: one with the cue, one near miss."""

    id: str
    frame: str
    forms: tuple[str, ...]
    pos: frozenset[str]
    fires: str
    silent: str
    needs: tuple[Condition, ...] = ()
    never: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class FrameCues:
    """All cues, in order of the file. `matcher` finds their forms in context; its entries bear the cues' ids."""

    version: str
    cues: tuple[FrameCue, ...]
    matcher: Lexicon = field(repr=False, compare=False)
    frame_of: Mapping[str, str] = field(repr=False)


@cache
def load_frame_cues() -> FrameCues:
    """The cues that come with the package. The same value on every call.

    Raises:
        LexiconError: an entry is faulty; its `problems` holds a line each.
    """
    return read_frame_cues(Path(__file__).parent / "frame_cues.toml")


def read_frame_cues(path: Path) -> FrameCues:
    """The cues of a file, all or none.

    Raises:
        LexiconError: as `load_frame_cues`.
    """
    table, problems = read_table(path)
    raw, odd = rows(table, "cue", path) if table else ([], [])
    problems = [*problems, *odd]
    cues, seen = [], set[str]()
    for row in raw:
        for name in sorted(({"id", "frame", "forms", "pos", "fires", "silent"} - set(row)) | (set(row) - _KNOWN)):
            problems.append(Problem(path.name, str(row.get("id", "")), "field", f"missing or unknown field {name}"))
        if row.get("frame") not in FRAMES or not str(row.get("id", "")).startswith(f"{row.get('frame')}.") or row.get("id") in seen:
            problems.append(Problem(path.name, str(row.get("id", "")), "value", f"an id of its own, FRAME.NAME, with a frame of {', '.join(FRAMES)}"))
        seen.add(str(row.get("id")))
        needs, faults = read_conditions(row, "needs")
        never, more = read_conditions(row, "never")
        problems += [*faults, *more]
        cues.append(FrameCue(str(row.get("id")), str(row.get("frame")), tuple(row.get("forms", ())), frozenset(row.get("pos", ())),
                             str(row.get("fires", "")), str(row.get("silent", "")), needs, never))
    if problems:
        raise LexiconError(path.name, tuple(map(str, problems)))
    return FrameCues(VERSION, tuple(cues), build_lexicon([_entry(cue) for cue in cues], version=VERSION),
                     MappingProxyType({cue.id: cue.frame for cue in cues}))


def _entry(cue: FrameCue) -> TermEntry:
    """The cue as the matcher takes it: it judges nobody and has no plainer wording."""
    return TermEntry(cue.id, cue.frame, cue.forms, cue.pos, "A", 1, 0, "none", (), "", cue.fires, cue.silent, VERSION, cue.needs, cue.never)
