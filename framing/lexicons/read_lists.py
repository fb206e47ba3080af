"""Reads the TOML files of the term lists into entries and label sets, with a problem for each fault in them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
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

FORMAT: Final = 1
_TIERS: Final = ("A", "B", "C", "D")
_TARGETS: Final = ("self", "head", "subject", "object", "of-object", "none")
_NEEDED: Final = ("id", "forms", "tier", "intensity", "polarity", "target", "plainer", "why", "fires", "silent", "since")
_KNOWN: Final = frozenset({*_NEEDED, "pos", "needs", "never", "pair", "pair_why", "guidance", "changed", "sensitive", "category"})
_SET_NEEDED: Final = ("id", "topic", "referent", "plus", "minus", "plain", "opposed", "why", "fires", "silent", "since")
_SET_KNOWN: Final = frozenset({*_SET_NEEDED, "guidance", "sensitive"})

RawTable = Mapping[str, Any]


def read_table(path: Path) -> tuple[RawTable, list[Problem]]:
    """One file as raw tables; a problem where it cannot be read or is of another format."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        return {}, [Problem(path.name, "", "read", f"cannot be read: {error.strerror}")]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return {}, [Problem(path.name, "", "toml", f"not TOML: {error}")]
    if table.get("format") != FORMAT:
        return {}, [Problem(path.name, "", "format", f"format is {table.get('format')!r}; this version reads format = {FORMAT}")]
    return table, []


def rows(table: RawTable, key: str, path: Path) -> tuple[list[dict[str, Any]], list[Problem]]:
    """The tables [[key]] of a file, each with its file and the file's category filled in."""
    found = table.get(key, [])
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        return [], [Problem(path.name, "", "format", f"[[{key}]] must be a list of tables")]
    return [{"category": table.get("category"), **row, "path": path.name} for row in found], []


class _Fields:
    """Takes typed fields out of one raw table and remembers what is wrong with it."""

    def __init__(self, row: RawTable, name: str) -> None:
        self.row, self.path, self.name, self.problems = row, str(row.get("path", "")), name, list[Problem]()

    def fault(self, rule: str, message: str) -> None:
        """Remember a problem."""
        self.problems.append(Problem(self.path, self.name, rule, message))

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

    def optional(self, key: str) -> str | None:
        """A string, or None where the field is not there."""
        return self.text(key) if key in self.row else None

    def unknown(self, known: frozenset[str]) -> None:
        """A problem for each field that the format does not have."""
        for key in sorted(set(self.row) - known - {"path"}):
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


def read_entry(row: RawTable) -> tuple[TermEntry, list[Problem]]:
    """One [[term]] table as an entry, with the faults found in it; the entry is only fit for use where there are none."""
    fields = _Fields(row, str(row.get("id", "")))
    fields.unknown(_KNOWN)
    forms = fields.texts("forms", least=1)
    pos = frozenset(fields.texts("pos"))
    if not pos <= PARTS_OF_SPEECH:
        fields.fault("value", f"pos {sorted(pos - PARTS_OF_SPEECH)} is not one of {', '.join(sorted(PARTS_OF_SPEECH))}")
    for form in forms:
        if form != form.lower():
            fields.fault("proper-name", f"form {form!r} has a capital; names are no terms")
        if not pos and " " not in form:
            fields.fault("missing", f"pos is required for the single word {form!r}")
        if len(form.split()) > 5:
            fields.fault("value", f"form {form!r} is longer than five words")
    entry = TermEntry(
        id=fields.text("id"), category=fields.choice("category", CATEGORIES), forms=forms, pos=pos, tier=fields.choice("tier", _TIERS),
        intensity=fields.choice("intensity", (1, 2, 3)), polarity=fields.choice("polarity", (0, -1, 1)),
        target=fields.choice("target", _TARGETS), plainer=fields.texts("plainer", least=1), why=fields.text("why"),
        fires=fields.text("fires"), silent=fields.text("silent"), since=fields.text("since"),
        needs=_conditions("needs", fields), never=_conditions("never", fields), pair=fields.optional("pair"),
        pair_why=fields.optional("pair_why"), guidance=fields.texts("guidance"), changed=fields.optional("changed"),
        sensitive=row.get("sensitive") is True, path=str(row.get("path", "")))
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
        sensitive=fields.texts("sensitive"), path=str(row.get("path", "")))
    return found, fields.problems


def read_neutral(row: RawTable) -> tuple[NeutralPhrase, list[Problem]]:
    """One [[block]] table as neutral phrases, with the faults found in it."""
    fields = _Fields(row, str(row.get("term", "")))
    phrases = fields.texts("phrases", least=1)
    return NeutralPhrase(phrases, frozenset(fields.texts("pos")), fields.text("why")), fields.problems
