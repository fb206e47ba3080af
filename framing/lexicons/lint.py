"""Checks term lists by the static rules of the guide: duplicates, missing fields, homographs, balance, spelling, names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from framing.lexicons.entries import LabelSet, Problem, TermEntry
from framing.lexicons.lexicon import Lexicon, default_paths, opt_in_path, read_own
from framing.lexicons.list_files import merge_rows, read_rows
from framing.lexicons.read_lists import read_entry, read_label_set

# Nouns that are verbs too, most often meant literally: never loaded without a condition.
HOMOGRAPHS: Final = frozenset({"strike", "force", "fan", "duck", "rail", "ram", "cave", "rock", "fuel", "hack", "nut", "sow", "strip"})
# Endings written in two ways, British first: a form in one spelling wants its twin in the same entry.
_TWINS: Final = (("ise", "ize"), ("isation", "ization"), ("our", "or"), ("ised", "ized"), ("ising", "izing"))
_NOT_TWINS: Final = frozenset({
    "wise", "unwise", "otherwise", "rise", "arise", "exercise", "promise", "compromise", "surprise", "disguise", "despise", "demise", "praise", "raise",
    "lavish praise", "heap praise", "size", "seize", "prize", "downsize", "rightsize", "sour", "hour", "four", "pour", "dour", "tour", "velour", "glamour",
    "advise", "devise", "revise", "expertise", "premise", "franchise", "noise", "poise", "enterprise", "paradise", "merchandise", "treatise", "bruising", "poised", "ill-advised", "despised", "vise", "rising star", "uncompromising",
    "downsizing", "rightsizing", "right-sizing", "eleventh-hour", "hair-raising"})
_OPT_IN: Final = opt_in_path()
_ONE_SIDED: Final = frozenset({"health.disease-name"})  # set 87 of the guide has no favourable name; the one exception
_STEP: Final = 1  # by how much a pair may differ in intensity, or two opposed sets in the number of names that hurt


def lint(subject: Lexicon | Sequence[Path] | None = None) -> tuple[Problem, ...]:
    """Faults of term lists, in order of file and entry.

    Args:
        subject: a loaded lexicon, which is checked whole; or a reader's files, of which only their own faults are given, checked
            as if laid over the package's lists; None: the package's own files.
    """
    if isinstance(subject, Lexicon):
        return _sorted((*_entry_faults(subject.entries), *_set_faults(subject.sets)))
    ours, faults = read_rows(default_paths(), "term")
    if not subject:
        sets, more = read_rows([Path(__file__).parent / "label_sets.toml"], "set")
        read, found = _read(ours), [read_label_set(row) for row in sets]
        problems = [*faults, *more, *read[1], *(fault for _, one in found for fault in one)]
        return _sorted((*problems, *_entry_faults(read[0]), *_set_faults([one for one, _ in found])))
    return _lint_own(ours, faults, subject)


def _lint_own(terms: list[dict[str, object]], faults: list[Problem], paths: Sequence[Path]) -> tuple[Problem, ...]:
    """Faults of a reader's files, each laid over what comes before."""
    sets, more = read_rows([Path(__file__).parent / "label_sets.toml"], "set")
    problems = [*faults, *more]
    for path in paths:
        own = read_own(path, terms, sets)
        problems += own.problems
        terms, sets = merge_rows(terms, own.terms), merge_rows(sets, own.sets)
    names = {path.name for path in paths}
    problems += [*_entry_faults(_read(terms)[0]), *_set_faults([one for one, wrong in map(read_label_set, sets) if not wrong])]
    return _sorted(problem for problem in problems if problem.path in names)


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=lambda one: (one.path, one.line, one.entry, one.rule, one.message)))


def _read(rows: Iterable[dict[str, object]]) -> tuple[list[TermEntry], list[Problem]]:
    """The entries that can be read, and the faults of the others."""
    entries, problems = [], []
    for row in rows:
        entry, faults = read_entry(row)
        problems += faults
        if not faults:
            entries.append(entry)
    return entries, problems


def _entry_faults(entries: Sequence[TermEntry]) -> Iterator[Problem]:
    """Faults of entries, alone and against each other."""
    by_id = {entry.id: entry for entry in entries}
    for entry in entries:
        yield from _alone(entry)
        yield from _balance(entry, by_id)
    yield from _shared_ids(entries)
    yield from _shared_forms(entries)
    yield from _loaded_plain_words(entries)


def _fault(entry: TermEntry | LabelSet, rule: str, message: str) -> Problem:
    return Problem(entry.path, entry.id, rule, message, entry.line)


def _alone(entry: TermEntry) -> Iterator[Problem]:
    """Faults that show in one entry."""
    if entry.tier == "B" and not entry.needs and not entry.never:
        yield _fault(entry, "tier-b", "tier B needs a condition: say in `needs` or `never` when it counts")
    for form in entry.forms:
        if entry.tier == "A" and form in HOMOGRAPHS and not entry.needs:
            yield _fault(entry, "homograph", f"{form} is a noun and a verb with plain uses: not in tier A")
        for twin in _missing_twins(form, entry.forms):
            yield _fault(entry, "spelling", f"{form} has another spelling: list {twin} too")
    if len(set(entry.forms)) != len(entry.forms):
        yield _fault(entry, "duplicate", "a form stands twice")
    if entry.fires == entry.silent:
        yield _fault(entry, "examples", "fires and silent are the same sentence")
    if entry.sensitive and entry.path != _OPT_IN.name:
        yield _fault(entry, "sensitive", f"sensitive entries belong into {_OPT_IN.name}")
    for name in ("fires", "silent"):
        if getattr(entry, name).rstrip()[-1:] not in {".", "?", "!", '"'}:
            yield _fault(entry, "examples", f"{name} must be a whole sentence")


def _missing_twins(form: str, forms: tuple[str, ...]) -> Iterator[str]:
    """The other spelling of a form, where it is not listed."""
    first = form.split()[0]
    if first in _NOT_TWINS or form in _NOT_TWINS or len(first) < 6:
        return
    for british, american in _TWINS:
        for one, other in ((british, american), (american, british)):
            if first.endswith(one) and one not in {"or"}:
                twin = first.removesuffix(one) + other + form[len(first):]
                if twin not in forms:
                    yield twin


def _balance(entry: TermEntry, by_id: dict[str, TermEntry]) -> Iterator[Problem]:
    """Each judging entry has a partner that hurts or helps the other way, or says why not; partners name each other."""
    if entry.pair is None:
        if entry.polarity and entry.pair_why is None:
            yield _fault(entry, "balance", "needs `pair` or `pair_why`")
        return
    other = by_id.get(entry.pair)
    if other is None:
        yield _fault(entry, "balance", f"pair {entry.pair} does not exist")
    elif other.pair != entry.id:
        yield _fault(entry, "balance", f"pair {entry.pair} does not name it back")
    elif abs(other.intensity - entry.intensity) > _STEP:
        yield _fault(entry, "balance", f"pair {entry.pair} differs by more than {_STEP} in intensity")


def _shared_ids(entries: Sequence[TermEntry]) -> Iterator[Problem]:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            yield _fault(entry, "duplicate", "this id stands twice")
        seen.add(entry.id)


def _shared_forms(entries: Sequence[TermEntry]) -> Iterator[Problem]:
    """The same form and part of speech in two entries, unless their conditions tell them apart."""
    holders: dict[tuple[str, str], list[TermEntry]] = defaultdict(list)
    for entry in entries:
        for form in dict.fromkeys(entry.forms):
            for pos in sorted(entry.pos) or ["phrase"]:
                holders[form, pos].append(entry)
    for (form, pos), many in sorted(holders.items()):
        for entry in many[1:]:
            if entry.needs == many[0].needs and entry.tier != "D":
                yield _fault(entry, "duplicate", f"{form} ({pos}) is in {many[0].id} too, with the same `needs`")


def _loaded_plain_words(entries: Sequence[TermEntry]) -> Iterator[Problem]:
    """A plainer wording that counts as loaded itself."""
    counted = {form.replace("_", "-"): entry.id for entry in entries if entry.tier == "A" for form in entry.forms}
    for entry in entries:
        for plain in entry.plainer:
            if plain.lower() in counted:
                yield _fault(entry, "plainer", f"plainer wording {plain!r} is a form of {counted[plain.lower()]}")


def _set_faults(sets: Sequence[LabelSet]) -> Iterator[Problem]:
    """Faults of label sets: both sides there, partners known, no variant on two sides."""
    by_id = {one.id: one for one in sets}
    seen: set[str] = set()
    for one in sets:
        if one.id in seen:
            yield _fault(one, "duplicate", "this id stands twice")
        seen.add(one.id)
        yield from _set_balance(one, by_id)
        if not (one.plus and one.minus) and one.id not in _ONE_SIDED:
            yield _fault(one, "balance", "needs names on both sides")
        both = (set(one.plus) & set(one.minus)) | (set(one.plus) & set(one.plain)) | (set(one.minus) & set(one.plain))
        for variant in sorted(both):
            yield _fault(one, "duplicate", f"{variant!r} stands on two sides")
        for variant in (*one.plus, *one.minus, *one.plain):
            if variant != variant.lower():
                yield _fault(one, "proper-name", f"variant {variant!r} has a capital; names are no labels")


def _set_balance(one: LabelSet, by_id: dict[str, LabelSet]) -> Iterator[Problem]:
    """Both camps are named alike: within a set that stands alone, else against the set that hurts the other side."""
    if one.opposed == "self":
        if abs(len(one.plus) - len(one.minus)) > _STEP and one.id not in _ONE_SIDED:
            yield _fault(one, "balance", f"{len(one.plus)} names favour this camp, {len(one.minus)} hurt it")
        return
    other = by_id.get(one.opposed)
    if other is None:
        yield _fault(one, "balance", f"opposed set {one.opposed} does not exist")
    elif other.opposed != one.id:
        yield _fault(one, "balance", f"opposed set {one.opposed} does not name it back")
    else:
        for word, ours, theirs in (("hurt", one.minus, other.minus), ("favour", one.plus, other.plus)):
            if abs(len(ours) - len(theirs)) > _STEP:
                yield _fault(one, "balance", f"{len(ours)} names {word} this camp, {len(theirs)} the camp of {other.id}")
