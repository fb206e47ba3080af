"""Datelines at the head of a paragraph: "PORT ALBA (Wire) —" says where a report was filed, and by whom."""

from __future__ import annotations

import re
from typing import Final

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_PLACE: Final = r"(?!FILE\b)[A-ZÀ-Þ][A-ZÀ-Þ.'\-]{1,20}(?: [A-ZÀ-Þ][A-ZÀ-Þ.'\-]{1,20}){0,3}"
_TITLE_PLACE: Final = r"(?!FILE\b)[A-ZÀ-Þ][\w.'\-]{1,20}(?: [A-ZÀ-Þ][\w.'\-]{1,20}){0,3}"
_MORE: Final = rf"(?:, [A-ZÀ-Þ][\w.]{{1,20}}(?: [A-ZÀ-Þ][\w.]{{1,20}})?){{0,2}}(?:, (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)?"
_AGENCY: Final = r"\([A-ZÀ-Þ][\w .&'/\-]{1,30}\)"
_DASH: Final = r" {0,3}(?:—|–|--|-(?= )) {0,3}"
_FORMS: Final = (
    re.compile(rf"{_PLACE}{_MORE}(?: {_AGENCY})?{_DASH}"),
    re.compile(rf"{_TITLE_PLACE}{_MORE} {_AGENCY}{_DASH}"),
    re.compile(rf"{_TITLE_PLACE}(?:, [A-ZÀ-Þ][\w.]{{1,20}})?, (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?{_DASH}"),
    re.compile(rf"{_AGENCY}{_DASH}"),
)
_LOOKED_AT: Final = 160  # characters; longer than any dateline


def dateline_end(text: str) -> int:
    """How many characters at the head of a paragraph (shadow text) are a dateline with its dash; 0 where there is none.

    The place stands in capitals, or has an agency in brackets or a date after it; a dash ends it. Something must follow.
    """
    head = text[:_LOOKED_AT]
    for form in _FORMS:
        found = form.match(head)
        if found and len(text) > found.end() and text[found.end()].isalnum() | (text[found.end()] in "\"'(["):
            return found.end()
    return 0
