"""Reads the TOML files of the term lists into entries and label sets, with a problem for each fault in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from framing.lexicons.entries import (
    CATEGORIES,
    KINDS,
    PARTS_OF_SPEECH,
    REFERENTS,
    SLOTS,
    TOPICS,
    Condition,
    LabelSet,
    NeutralPhrase,
    Problem,
    TermEntry,
)
from framing.lexicons.list_files import RawTable
from framing.lexicons.list_files import read_table as read_table
from framing.lexicons.list_files import rows as rows

_TIERS: Final = ("A", "B", "C", "D")
_TARGETS: Final = ("self", "head", "subject", "object", "of-object", "none")
_NEEDED: Final = ("id", "forms", "tier", "intensity", "polarity", "target", "plainer", "why", "fires", "silent", "since")
_VOICES: Final = ("own", "scare", "attributed", "quoted")
_KNOWN: Final = frozenset({*_NEEDED, "pos", "needs", "never", "pair", "pair_why", "guidance", "changed", "sensitive", "voices", "category"})
_SET_NEEDED: Final = ("id", "topic", "referent", "plus", "minus", "plain", "opposed", "why", "fires", "silent", "since")
_SET_KNOWN: Final = frozenset({*_SET_NEEDED, "guidance", "sensitive"})

# A lemma pattern: words, with hyphens, apostrophes and points inside, and the marks "_", "?" and "!". No regular expressions.
_PATTERN_WORD: Final = re.compile(r"[^\W_][\w'.&-]*[?!]?\Z")
_LONGEST_WORDS, _LONGEST_FORM, _MOST_FORMS = 5, 80, 500  # words and letters of a form, forms of an entry


class _Fields:
    """Takes typed fields out of one raw table and remembers what is wrong with it."""

    def __init__(self, row: RawTable, name: str) -> None:
        self.row, self.path, self.name, self.problems = row, str(row.get("path", "")), name, list[Problem]()
        self.line = int(row.get("@line", 0))

    def fault(self, rule: str, message: str) -> None:
        """Remember a problem."""
        self.problems.append(Problem(self.path, self.name, rule, message, self.line))

    def text(self, key: str, default: str | None = None) -> str:
        """A string; "" and a problem where it is missing or of another type."""
        value = self.row.get(key, default)
        if not isinstance(value, str) or not value.strip():
            self.fault("missing" if key not in self.row else "type", f"{key} must be a text that is not empty")
            return ""
        return value

    def texts(self, key: str, *, least: int = 0) -> tuple[str, ...]:
        """A list of strings with at least `least` members."""
        value = self.row.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            self.fault("type", f"{key} must be a list of texts")
            return ()
        if len(value) < least:
            self.fault("missing", f"{key} needs {least} or more")
        return tuple(value)

    def choice(self, key: str, allowed: Sequence[Any]) -> Any:
        """One of some values; the first of them and a problem where it is another."""
        value = self.row.get(key)
        if value not in allowed or isinstance(value, bool):
            self.fault("value", f"{key} is {value!r}; choose from {', '.join(map(str, allowed))}")
            return allowed[0]
        return value

    def several(self, key: str, allowed: Sequence[str]) -> tuple[str, ...]:
        """Some of a few values; a problem for each other one."""
        values = self.texts(key)
        for value in values:
            if value not in allowed:
                self.fault("value", f"{key} {value!r} is not one of {', '.join(allowed)}")
        return values

    def optional(self, key: str) -> str | None:
        """A string, or None where the field is not there."""
        return self.text(key) if key in self.row else None

    def unknown(self, known: frozenset[str]) -> None:
        """A problem for each field that the format does not have."""
        for key in sorted(set(self.row) - known - {"path", "@line"}):
            self.fault("unknown-field", f"unknown field {key}")


def _several(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else ()


def _condition(raw: Any, fields: _Fields) -> Condition | None:
    """One condition; None and a problem where it is not in the vocabulary."""
    if not isinstance(raw, dict) or not raw or set(raw) - {"slot", "kind", "lemma", "sentence", "near", "speech"}:
        fields.fault("condition", f"not a condition: {raw!r}")
        return None
    slot, kind, lemma, sentence = (_several(raw.get(key)) for key in ("slot", "kind", "lemma", "sentence"))
    for name, given, allowed in (("slot", slot, SLOTS), ("kind", kind, KINDS), ("sentence", sentence, TOPICS)):
        for value in given:
            if value not in allowed:
                fields.fault("condition", f"{name} {value!r} is not one of {', '.join(allowed)}")
                return None
    if raw.get("near") not in (None, "hit") or raw.get("speech") not in (None, True) or ((kind or lemma) and not slot):
        fields.fault("condition", f"not a condition: {raw!r}")
        return None
    return Condition(slot, kind, lemma, sentence, raw.get("near") == "hit", raw.get("speech") is True)


def _conditions(key: str, fields: _Fields) -> tuple[Condition, ...]:
    raw = fields.row.get(key, [])
    if not isinstance(raw, list):
        fields.fault("type", f"{key} must be a list of conditions")
        return ()
    return tuple(one for one in (_condition(each, fields) for each in raw) if one is not None)


def read_conditions(row: RawTable, key: str) -> tuple[tuple[Condition, ...], list[Problem]]:
    """The conditions under `key` of a raw table, with the faults found in them."""
    fields = _Fields(row, str(row.get("id", "")))
    return _conditions(key, fields), fields.problems


def _check_forms(forms: Sequence[str], pos: frozenset[str], fields: _Fields) -> None:
    """A problem for each form that is no lemma pattern, or that would stand for very many texts."""
    if len(forms) > _MOST_FORMS:
        fields.fault("size", f"{len(forms)} forms; at most {_MOST_FORMS} in one entry")
    for form in forms[:_MOST_FORMS]:
        words = form.split()
        shown = form if len(form) <= _LONGEST_FORM else form[:_LONGEST_FORM] + "..."
        if form != form.lower():
            fields.fault("proper-name", f"form {shown!r} has a capital; names are no terms")
        if not pos and " " not in form:
            fields.fault("missing", f"pos is required for the single word {shown!r}")
        if len(words) > _LONGEST_WORDS or len(form) > _LONGEST_FORM:
            fields.fault("value", f"form {shown!r} is longer than five words or {_LONGEST_FORM} letters")
        elif form != " ".join(words) or not all(map(_PATTERN_WORD.match, words)):
            fields.fault("pattern", f"form {shown!r} is no lemma pattern: words and the marks _ ? ! only")
        elif words.count("one's") > 1 or all(word.endswith("?") for word in words):
            fields.fault("pattern", f"form {shown!r} stands for too much: one \"one's\" at most, and a word that is not optional")


def read_entry(row: RawTable) -> tuple[TermEntry, list[Problem]]:
    """One [[term]] table as an entry, with the faults found in it; the entry is only fit for use where there are none."""
    fields = _Fields(row, str(row.get("id", "")))
    fields.unknown(_KNOWN)
    forms = fields.texts("forms", least=1)
    pos = frozenset(fields.texts("pos"))
    if not pos <= PARTS_OF_SPEECH:
        fields.fault("value", f"pos {sorted(pos - PARTS_OF_SPEECH)} is not one of {', '.join(sorted(PARTS_OF_SPEECH))}")
    _check_forms(forms, pos, fields)
    entry = TermEntry(
        id=fields.text("id"), category=fields.choice("category", CATEGORIES), forms=forms, pos=pos, tier=fields.choice("tier", _TIERS),
        intensity=fields.choice("intensity", (1, 2, 3)), polarity=fields.choice("polarity", (0, -1, 1)),
        target=fields.choice("target", _TARGETS), plainer=fields.texts("plainer", least=1), why=fields.text("why"),
        fires=fields.text("fires"), silent=fields.text("silent"), since=fields.text("since"),
        needs=_conditions("needs", fields), never=_conditions("never", fields), pair=fields.optional("pair"),
        pair_why=fields.optional("pair_why"), guidance=fields.texts("guidance"), changed=fields.optional("changed"),
        sensitive=row.get("sensitive") is True, voices=fields.several("voices", _VOICES),
        path=str(row.get("path", "")), line=fields.line)
    if entry.id and not entry.id.startswith(entry.category + "."):
        fields.fault("value", f"the id of an entry of {entry.category} begins with {entry.category}.")
    return entry, fields.problems


def read_label_set(row: RawTable) -> tuple[LabelSet, list[Problem]]:
    """One [[set]] table as a label set, with the faults found in it."""
    fields = _Fields(row, str(row.get("id", "")))
    fields.unknown(_SET_KNOWN | {"category"})
    found = LabelSet(
        id=fields.text("id"), topic=fields.text("topic"), referent=fields.choice("referent", REFERENTS), plus=fields.texts("plus"),
        minus=fields.texts("minus"), plain=fields.texts("plain", least=1), opposed=fields.text("opposed"), why=fields.text("why"),
        fires=fields.text("fires"), silent=fields.text("silent"), since=fields.text("since"), guidance=fields.texts("guidance"),
        sensitive=fields.texts("sensitive"), path=str(row.get("path", "")), line=fields.line)
    return found, fields.problems


def read_neutral(row: RawTable) -> tuple[NeutralPhrase, list[Problem]]:
    """One [[block]] table as neutral phrases, with the faults found in it."""
    fields = _Fields(row, str(row.get("term", "")))
    phrases = fields.texts("phrases", least=1)
    return NeutralPhrase(phrases, frozenset(fields.texts("pos")), fields.text("why")), fields.problems
