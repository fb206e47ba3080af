"""What the tests of this folder ask of a reading: its attributions as words."""

from __future__ import annotations

from dataclasses import dataclass

from framing.model.annotation import Reading
from framing.model.findings import Attribution


@dataclass(frozen=True)
class Find:
    """One attribution in words; several spans are joined by " / "."""

    source: str
    cue: str
    content: str
    one: Attribution


def finds(reading: Reading) -> list[Find]:
    """All attributions of a reading, in order."""
    def words(spans):
        return " / ".join(reading.text[start:end] for start, end in spans)

    return [Find(words(one.source), words(one.cue), words(one.content), one) for one in reading.attributions]


def the_only(reading: Reading) -> Find:
    """The attribution of a reading that is not nested in another; it must be alone."""
    outer = [find for find in finds(reading) if find.one.nested_in is None]
    assert len(outer) == 1, outer
    return outer[0]
