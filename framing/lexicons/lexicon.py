"""The loaded-term lexicon and the contested labels: loading, the reader's own additions, and fast look-up of candidates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from framing.errors import LexiconError
from framing.lexicons.automaton import Automaton
from framing.lexicons.entries import PATTERN_MARKS, LabelSet, NeutralPhrase, Problem, TermEntry
from framing.lexicons.inflect import surface_forms
from framing.lexicons.kinds import WordClasses, load_word_classes
from framing.lexicons.label_sets import LabelSets
from framing.lexicons.list_files import duplicates, merge_rows, overlay, read_rows
from framing.lexicons.read_lists import read_entry, read_label_set, read_neutral

LEXICON_VERSION: Final = "0.4.0"  # of the lists, apart from the package's; printed in each report
_HERE: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a form of an entry, or a neutral phrase (`entry` None), stands, before any condition is looked at.

    `head` is where its head word begins; `form` is the entry's form that stands there, as a reader would write its lemma.
    """

    start: int
    end: int
    head: int
    entry: TermEntry | None
    form: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Term entries and label sets, ready for matching. `entries` and `sets` are in order of their ids; `label_sets` looks labels up."""

    version: str
    entries: tuple[TermEntry, ...]
    sets: tuple[LabelSet, ...]
    neutral: tuple[NeutralPhrase, ...]
    label_sets: LabelSets = field(repr=False, compare=False)
    classes: WordClasses = field(repr=False, compare=False)
    _automaton: Automaton = field(repr=False, compare=False)
    _meanings: tuple[tuple[tuple[TermEntry | None, int, str], ...], ...] = field(repr=False, compare=False)
    _counting: Automaton = field(repr=False, compare=False)
    _by_id: Mapping[str, TermEntry] = field(repr=False, compare=False)

    def candidates(self, shadow: str) -> list[Candidate]:
        """All places in a shadow text where a form stands at word edges, overlapping ones too, in order of start, longest first."""
        found = [Candidate(match.start, match.end, match.start + head, entry, form)
                 for match in self._automaton.finditer(shadow) for entry, head, form in self._meanings[match.phrase]]
        return sorted(found, key=lambda one: (one.start, -one.end, one.entry is not None, one.entry.id if one.entry else ""))

    def has_candidate(self, shadow: str) -> bool:
        """Whether a form that could count (tiers A and B) stands in the text: whether its sentence is worth parsing."""
        return self._counting.any_in(shadow)

    def entry(self, id: str) -> TermEntry | None:
        """The entry with this id."""
        return self._by_id.get(id)


def default_paths() -> tuple[Path, ...]:
    """The term files that come with the package, one a category, in order of name."""
    return tuple(sorted((_HERE / "terms").glob("*.toml")))


def opt_in_path() -> Path:
    """The file of sensitive terms, which is loaded only when asked for: `load_lexicon([opt_in_path()])`."""
    return _HERE / "opt_in" / "sensitive.toml"


def build_lexicon(entries: Iterable[TermEntry], sets: Iterable[LabelSet] = (), neutral: Iterable[NeutralPhrase] = (), *,
                  version: str = LEXICON_VERSION) -> Lexicon:
    """A lexicon from entries already checked."""
    kept = tuple(sorted(entries, key=lambda entry: entry.id))
    phrases = tuple(neutral)
    meanings: dict[str, list[tuple[TermEntry | None, int, str]]] = {}
    holders: list[tuple[TermEntry | None, tuple[str, ...], frozenset[str]]] = [(entry, entry.forms, entry.pos) for entry in kept]
    holders += [(None, phrase.forms, phrase.pos) for phrase in phrases]
    for entry, forms, pos in holders:
        for form in forms:
            for text, head in surface_forms(form, pos):
                if all(known is not entry for known, _, _ in meanings.get(text, ())):
                    meanings.setdefault(text, []).append((entry, head, form.translate(PATTERN_MARKS)))
    counting = [text for text, many in meanings.items() if any(entry is not None and entry.counts for entry, _, _ in many)]
    labels = LabelSets.build(sets, (form for phrase in phrases if phrase.pos == {"NOUN"} for form in phrase.forms))
    return Lexicon(version, kept, labels.sets, phrases, labels, load_word_classes(), Automaton.build(meanings),
                   tuple(tuple(many) for many in meanings.values()), Automaton.build(counting),
                   MappingProxyType({entry.id: entry for entry in kept}))


def load_lexicon(extra: Sequence[Path] = ()) -> Lexicon:
    """The lexicon that comes with the package, with a reader's own lists laid over it.

    Args:
        extra: TOML files in the same format. An entry with a new id is added; one with a known id replaces the fields it
            gives (`tier = "D"` alone silences it). Later files win.

    Raises:
        LexiconError: a file cannot be read or an entry is faulty; its `problems` holds a line each. Nothing is half loaded.
    """
    return _default() if not extra else _load(tuple(extra))


@cache
def _default() -> Lexicon:
    return _load(())


def _load(extra: tuple[Path, ...]) -> Lexicon:
    terms, problems = read_rows(default_paths(), "term")
    sets, faults = read_rows([_HERE / "label_sets.toml"], "set")
    blocks, more = read_rows([_HERE / "neutral_phrases.toml"], "block")
    problems += [*faults, *more, *duplicates(terms), *duplicates(sets)]
    for path in extra:
        own = read_own(path, terms, sets)
        problems += own.problems
        terms, sets, blocks = merge_rows(terms, own.terms), merge_rows(sets, own.sets), [*blocks, *own.blocks]
    entries, label_sets, neutral = [read_entry(row) for row in terms], [read_label_set(row) for row in sets], [read_neutral(row) for row in blocks]
    for _, wrong in (*entries, *label_sets, *neutral):
        problems += wrong
    if problems:
        raise LexiconError(problems[0].path, tuple(dict.fromkeys(map(str, problems))))
    return build_lexicon([one for one, _ in entries], [one for one, _ in label_sets], [one for one, _ in neutral])


@dataclass(frozen=True, slots=True)
class OwnList:
    """A reader's file as raw tables, laid over what was there before, with every fault found in them."""

    terms: list[dict[str, Any]]
    sets: list[dict[str, Any]]
    blocks: list[dict[str, Any]]
    problems: list[Problem]


def read_own(path: Path, terms: Sequence[dict[str, Any]], sets: Sequence[dict[str, Any]]) -> OwnList:
    """A reader's file, each of its tables checked alone, laid over ours (`terms`, `sets`)."""
    own_terms, problems = read_rows([path], "term")
    own_sets, faults = read_rows([path], "set")
    blocks, more = read_rows([path], "block")
    problems += [*faults, *more, *duplicates(own_terms), *duplicates(own_sets)]
    if not (own_terms or own_sets or blocks or problems):
        problems.append(Problem(path.name, "", "empty", "holds no [[term]], [[set]] or [[block]]"))
    for row in overlay(terms, own_terms):
        problems += read_entry(row)[1]
    for row in overlay(sets, own_sets):
        problems += read_label_set(row)[1]
    for row in blocks:
        problems += read_neutral(row)[1]
    return OwnList(own_terms, own_sets, blocks, list(dict.fromkeys(problems)))
