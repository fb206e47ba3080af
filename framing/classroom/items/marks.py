"""Words of an article that a class may mark as taking sides: what is expected, what can be defended, what is somebody else's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from framing.classroom.items.keys import effect_of
from framing.classroom.texts.material import Material, Source
from framing.model.article import Span
from framing.model.document import COUNTED_ZONES, Voice
from framing.model.exercise import Tier
from framing.model.findings import Attribution, Label, LoadedTerm

# What a reporting verb of each class adds to "said".
VERB_EFFECT: Final = {
    "doubting": "casts doubt on what was said",
    "discrediting": "says that it is untrue",
    "conceding": "suggests that it was said unwillingly, and that it is true",
    "accusing": "makes it an attack on somebody",
    "emotive": "adds a feeling",
    "denying": "sets it against what somebody else said",
    "factive": "treats it as a fact",
    "assertive": "makes it sound firm",
    "directive": "makes it a demand, a promise or a warning",
    "hedged": "makes it sound less than certain",
}
_TELLING: Final = frozenset({"doubting", "discrediting", "conceding", "accusing", "emotive", "denying"})  # verbs that a class may well mark
_PART_OF_SPEECH: Final = frozenset({"sensation", "conflict", "dysph", "delegit"})  # strong words in any part of speech
LONE: Final = frozenset({"contested.noun", "event.contested", "event.dated"})  # rules of labels that are known by their noun alone, as the labels' finders name them
_ORDER: Final[dict[Tier, int]] = {"expected": 0, "not_expected": 1, "defensible": 2}


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that a class may mark. `span` lies in the shown text."""

    span: Span
    tier: Tier
    voice: Voice
    rationale: str
    rule: str


def find_marks(material: Material, source: Source) -> tuple[Marked, ...]:
    """All words of the shown counted zones that bear on "which words take sides?", in order; no two overlap."""
    found = [*_terms(material, source), *_labels(material, source), *_verbs(source), *_weighed(source)]
    kept: list[Marked] = []
    for one in sorted(found, key=lambda one: (_ORDER[one.tier], one.span.end - one.span.start, one.span)):
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.span))


def _terms(material: Material, source: Source) -> Iterable[Marked]:
    """Terms of the lexicon: the article's own are expected, those it gives to somebody can be defended, quoted ones are not its own."""
    cues = [span for one in source.annotation.reading.attributions for span in one.cue]
    for term in source.annotation.loaded_terms:
        where = source.place(term.span) if term.zone in COUNTED_ZONES else None
        if where is not None:
            reporting = any(term.span.overlaps(cue) for cue in cues)
            yield Marked(where, _tier(material, term, reporting), term.voice, _why(source, term), f"term.{term.entry}")


def _tier(material: Material, term: LoadedTerm, reporting: bool) -> Tier:
    """A verb of saying ("claimed") can be defended alone: E6 asks for those."""
    if term.voice == "quoted":
        return "not_expected"
    if reporting:
        return "defensible"
    if term.voice == "own" and (term.tier == "A" or material.options.sizes.wide_list) and not term.negated:
        return "expected"
    return "defensible"


def _why(source: Source, term: LoadedTerm) -> str:
    if term.voice == "quoted":
        return _quoted(term.speaker)
    given = "" if term.voice == "own" else _given(term.speaker)
    named = set(term.entry.rpartition(".")[2].replace("_", "-").split("-"))
    own = named & set(term.term.lower().replace("-", " ").split())  # an entry's plainer words fit its first term, not all of its kin
    plain = [f"“{one}”" for one in term.plainer if own and not {"N", "DATE"} & set(one.replace(",", " ").split())][:2]
    return f"{given}It {effect_of(term.category)}." + (f" Plainer: {' or '.join(plain)}." if plain else "")


def _labels(material: Material, source: Source) -> Iterable[Marked]:
    """Contested names: the article's own are expected, those it gives to somebody can be defended, quoted ones are not its own."""
    for label in source.annotation.labels:
        if label.evaluation not in {"plus", "minus"} or label.zone not in COUNTED_ZONES:
            continue
        where = source.place(_core(source, label))
        if where is not None:
            tier, why = _of_label(material, source, label)
            yield Marked(where, tier, label.voice, why, f"label.{label.contested or label.form}")


def _of_label(material: Material, source: Source, label: Label) -> tuple[Tier, str]:
    """The tier of a contested name with the reason, which gives the name that another article uses."""
    if label.voice == "quoted":
        return "not_expected", _quoted(label.speaker)
    if label.voice != "own":
        return "defensible", f"{_given(label.speaker)}It is a name that one side uses and the other does not."
    if not _fits(material, source, label):
        topic = (label.contested or "").split(".")[0]
        return "defensible", f"It takes a side where {topic} is the matter, and no other name in these articles shows that it is."
    rival = _rival(material, source, label)
    return "expected", f"A name that one side uses and the other does not.{f' {rival}' if rival else ''}"


def _quoted(speaker: str | None) -> str:
    return f"In quotation marks: the words of {speaker or 'the person quoted'}, not the article's."


def _given(speaker: str | None) -> str:
    return f"The article credits it to {speaker or 'somebody'} without quotation marks, so the choice of word may be either's. "


def _fits(material: Material, source: Source, label: Label) -> bool:
    """Whether a contested name is meant as one: its grammar ties it to somebody, or other names bear its topic out.

    A noun alone is known by its form: "crackdown" is a name of migration's quarrels only in articles that hold another of that topic's
    sets, or that call the same thing otherwise elsewhere.
    """
    if label.rule not in LONE or label.contested is None:
        return True
    topic = label.contested.split(".")[0]
    for other in material.sources:
        for one in other.annotation.labels:
            if one.contested == label.contested:
                if other is not source and one.label.lower() != label.label.lower():
                    return True
            elif one.contested is not None and one.contested.split(".")[0] == topic:
                return True
    return False


def _core(source: Source, label: Label) -> Span:
    """The label without the name it is tied to: "regime" of "regime of Ilmar Dosek", "Dosek regime" whole."""
    text = source.annotation.document.shadow[label.span.start:label.span.end]
    head = text.split(" of ")[0] if label.form == "government-of" else text
    return Span(label.span.start, label.span.start + len(head.rstrip()))


def _rival(material: Material, source: Source, label: Label) -> str:
    """What another article calls the same in its own voice, in words."""
    for referent in material.comparison.referents:
        if not any(use.article == source.index and use.label.span == label.span for use in referent.uses):
            continue
        for use in referent.uses:
            other = material.sources[use.article]
            if use.article != source.index and use.label.voice == "own" and use.label.contested and use.label.label.lower() != label.label.lower() \
                    and other.place(use.label.span) is not None:
                return f"{other.shown.code} writes “{use.label.label}”."
    return ""


def _weighed(source: Source) -> Iterable[Marked]:
    """Words the lexicon weighed and did not count, but a reader may well mark."""
    for term in source.annotation.considered:
        if term.voice == "quoted" or term.zone not in COUNTED_ZONES or not _plausible(term):
            continue
        where = source.place(term.span)
        if where is not None:
            yield Marked(where, "defensible", term.voice, f"It {effect_of(term.category)} in many texts; here it can also be meant plainly.",
                         f"weighed.{term.entry}")


def _plausible(term: LoadedTerm) -> bool:
    if term.decision == "label-only":
        return True
    if term.decision.startswith("blocked: never where") or term.term == "so-called":
        return True
    kinds = _PART_OF_SPEECH | {"action"} if term.zone == "headline" else _PART_OF_SPEECH  # tags err in headlines, and "stalls" are no action
    return term.decision.endswith(" here") and term.category in kinds and term.tier in {"A", "B", "C"}


def _verbs(source: Source) -> Iterable[Marked]:
    """Reporting verbs that tell more than that somebody spoke; in a headline demands and promises too ("vows")."""
    for one in source.annotation.reading.attributions:
        telling = one.cue_class in _TELLING or (one.cue_class == "directive" and one.zone == "headline")
        if telling and one.cue and one.zone in COUNTED_ZONES and source.annotation.reading.voice_at(one.cue[0])[0] == "own":
            where = source.place(verb_of(source, one))
            if where is not None:
                yield Marked(where, "defensible", "own", f"More than “said”: it {VERB_EFFECT[one.cue_class]}.", f"verb.{one.cue_class}")


def verb_of(source: Source, one: Attribution) -> Span:
    """The verb of a cue: "claimed" of "also claimed", "called" of "have called on"; all of it where it has no verb."""
    tokens = [token for token in source.annotation.reading.parse.tokens_in(one.cue[0]) if one.cue[0].holds(token.span)]
    verbs = [token for token in tokens if token.pos == "VERB"]
    return verbs[-1].span if verbs else one.cue[0]
