"""A comparison to a classroom pack: every exercise type that the articles can feed, and the reason for each that they cannot."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from framing.classroom.items import (
    agreement,
    blind_read,
    claim_types,
    headlines,
    labels,
    loaded_terms,
    missing,
    rewrite,
    same_event,
    source_ledger,
    verb_swap,
    voices,
)
from framing.classroom.items.originals import beside_originals
from framing.classroom.plan import fit, make_plan
from framing.classroom.texts.anonymise import hide_words
from framing.classroom.texts.material import Material, gather
from framing.errors import PackError
from framing.model.comparison import Comparison
from framing.model.exercise import Exercise, ExerciseType, LeftOut, Pack
from framing.model.pack_options import TYPES, PackOptions
from framing.version import __version__

MAKERS: Final[Mapping[ExerciseType, Callable[[Material], Exercise | LeftOut]]] = MappingProxyType({
    "E1": headlines.make, "E2": loaded_terms.make, "E3": labels.make, "E4": voices.make, "E5": source_ledger.make, "E6": verb_swap.make, "E7": missing.make,
    "E8": same_event.make, "E9": rewrite.make, "E10": blind_read.make, "E11": claim_types.make})
MOST_ARTICLES: Final = 6  # more beginnings than a class reads in a lesson
_ID_LENGTH: Final = 16  # hexadecimal digits: enough that two packs of one school never share an id


def build_pack(comparison: Comparison, options: PackOptions) -> Pack:
    """A pack from a comparison.

    Returns:
        The pack with its key unverified. Its `id` names articles, settings and versions of tool and lists; versions A and B share it.

    Raises:
        PackError: a setting cannot be used, there are too many articles, or no type at all can be made.
    """
    problems = [*options.problems()]
    if len(comparison.annotations) > MOST_ARTICLES:
        problems.append(f"articles: {len(comparison.annotations)}; a class can compare up to {MOST_ARTICLES}")
    if problems:
        raise PackError("exercise", tuple(problems))
    material = gather(comparison, options)
    made, left = _make(material)
    if not made:
        raise PackError("exercise", tuple(f"{one.type}: {one.reason}" for one in left))
    if options.minutes is not None:
        made, late = fit(made, options.minutes)
        left = sorted([*left, *late], key=lambda one: TYPES.index(one.type))
    if not made:
        raise PackError("exercise", (f"minutes: no exercise fits into {options.minutes}",))
    exercises = tuple(beside_originals(material, one) if options.originals else one for one in map(_kept_together, made))
    return Pack(pack_id(comparison, options), options.version, _title(material), options.level, options.seed, tuple(source.shown for source in material.sources), exercises,
                tuple(left), make_plan(material, exercises), options.check, options.paper, _settings(comparison, options))


def _make(material: Material) -> tuple[list[Exercise], list[LeftOut]]:
    made: list[Exercise] = []
    left: list[LeftOut] = []
    for name in TYPES:
        if name not in material.options.types:
            continue
        result = agreement.make(material, made) if name == "E12" else MAKERS[name](material)
        if isinstance(result, LeftOut):
            left.append(result)
        else:
            made.append(result)
    return made, left


def _kept_together(exercise: Exercise) -> Exercise:
    """The exercise without items that give nothing to do: a marking item with no expected mark would only cost points."""
    return replace(exercise, items=tuple(item for item in exercise.items if item.response != "mark" or item.points > 0))


def pack_id(comparison: Comparison, options: PackOptions) -> str:
    """A digest of the articles, of what decides the items, and of the versions; not of the version letter, the paper or the key's being in the page."""
    parts = [annotation.document.article.sha256 for annotation in comparison.annotations]
    parts += [",".join(sorted(set(options.types), key=TYPES.index)), options.level, str(options.items), str(options.seed), str(options.anonymise), str(options.excerpt_words), str(options.minutes),
              __version__, comparison.versions.lexicon, comparison.versions.cues, *(["originals"] if options.originals else [])]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:_ID_LENGTH]


def _title(material: Material) -> str:
    """The event in a few words, without an outlet's name."""
    ids = {source.annotation.id for source in material.sources}
    clusters = [one for one in material.comparison.pairing.clusters if len({member.id for member in one.members} & ids) > 1]
    event = max(clusters, key=lambda one: len(one.members)).event if clusters else ""
    words = hide_words(event, material.outlets) if material.options.hides else event
    names = ", ".join(dict.fromkeys(re.sub(r"['’]s?$", "", word) for word in words.split()))
    n = len(material.sources)
    return f"{n} articles on one topic: {names}" if names else f"{n} articles side by side"


def _settings(comparison: Comparison, options: PackOptions) -> tuple[tuple[str, str], ...]:
    return (("types", ",".join(options.types)), ("items", str(options.n_items)), ("anonymise", "yes" if options.hides else "no"),
            ("originals", "yes" if options.originals else "no"),
            ("large_print", "yes" if options.large_print else "no"), ("language", options.language), ("excerpt_words", str(options.excerpt_words)),
            ("tool", __version__), ("lexicon", comparison.versions.lexicon), ("cues", comparison.versions.cues))
