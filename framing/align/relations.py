"""What differs between two passages that tell of the same thing: whose voice, which numbers; and a line that says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from framing.align.features import Amount, Passage, key
from framing.model.alignment import Relation
from framing.model.annotation import Reading
from framing.model.article import Span
from framing.model.document import Voice
from framing.text.names import same_last_name
from framing.text.terms import term

_SAME_CLAIM: Final = 2  # telling words, names aside, that both must hold to make the same claim ...
_OR_SCORE: Final = 0.5  # ... unless they are this much alike as a whole
_NEAR: Final = 3  # words after a number that say what it counts ("nine people with light injuries")
_ANYONE: Final = frozenset(map(term, ("people", "person", "man", "men", "woman", "women", "other", "member")))
_SAME_MATTER: Final = 0.3  # score from which differing numbers are worth a word
_TIES: Final = ("quoted", "attributed", "scare", "own")  # the voice that wins where as many shared words stand in each
_N_SHOWN: Final = 8  # shared words shown


@dataclass(frozen=True, slots=True)
class Match:
    """The words that two passages share (or that are of one family), on one side, and the voice of that part. `named` is the speaker as a sentence can name him."""

    shared: tuple[Span, ...]
    voice: Voice
    speaker: str | None
    named: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What `judge` found: both sides' matching parts, the relation and a line of words."""

    a: Match
    b: Match
    relation: Relation
    note: str


def _credit_spans(reading: Reading, span: Span) -> list[Span]:
    """Words of a sentence that say who speaks: sources and cues are no part of what is claimed."""
    return [place for one in reading.attributions for place in (*one.source, *one.cue) if place.overlaps(span)]


def _match(reading: Reading, passage: Passage, shared: frozenset[str]) -> Match:
    credits = _credit_spans(reading, passage.span)
    places = [(place, name) for place, name in passage.words if key(name) in shared]
    claimed = [place for place, _ in places if not any(place.overlaps(one) for one in credits)]
    asked = [place for place, name in places if place in claimed and name not in passage.names] or claimed or [place for place, _ in places] or [place for place, _ in passage.words[:1]] or [passage.span]
    votes = Counter(reading.voice_at(place) for place in asked)
    voice, speaker = min(votes, key=lambda heard: (-votes[heard], _TIES.index(heard[0]), heard[1] or ""))
    return Match(tuple(place for place, _ in places[:_N_SHOWN]), voice, speaker, _named(reading, speaker, passage.span))


def _named(reading: Reading, speaker: str | None, span: Span) -> str:
    """A speaker's name; for one without a name the words of the text, with their article ("council" -> "the council")."""
    if speaker is None:
        return "an unnamed source"
    if speaker[:1].isupper():
        return speaker
    near = sorted((abs(one.source[0].start - span.start), one.source[0]) for one in reading.attributions if one.speaker == speaker and one.source)
    words = " ".join(reading.text[near[0][1].start:near[0][1].end].split()) if near else speaker
    return words[:1].lower() + words[1:] if words.lower().endswith(speaker.lower()) else speaker


def _same_count(a: Amount, b: Amount) -> bool:
    """Whether two numbers count the same: of the next words of each, one that is not of people in general is shared or of one family."""
    left, right = ({key(name) for name in one.counted[:_NEAR] if name not in _ANYONE} for one in (a, b))
    return bool(left & right)


def _differing(a: Sequence[Amount], b: Sequence[Amount]) -> tuple[Amount, Amount] | None:
    """Numbers of the same thing that differ, where neither number stands in the other sentence."""
    values_a, values_b = ({one.value for one in side} for side in (a, b))
    return next(((left, right) for left in a for right in b
                 if _same_count(left, right) and left.value not in values_b and right.value not in values_a), None)


def _at_number(reading: Reading, match: Match, amount: Amount) -> Match:
    """The match with the voice that gives the number."""
    voice, speaker = reading.voice_at(amount.span)
    return replace(match, voice=voice, speaker=speaker, named=_named(reading, speaker, amount.span))


def _gives(match: Match, letter: str) -> str:
    """"B gives it to Maduro", "B quotes Maduro"."""
    if match.voice == "quoted":
        return f"{letter} quotes {match.named}"
    return f"{letter} gives it to {match.named}"


def _same_speaker(a: Match, b: Match) -> bool:
    return bool(a.speaker and b.speaker and (a.speaker == b.speaker or same_last_name(a.speaker, b.speaker)))


def _voices_note(a: Match, b: Match) -> str:
    if a.voice in ("own", "scare") and b.voice in ("own", "scare"):
        return "Both state it in their own voice."
    if a.voice in ("own", "scare"):
        return f"A states it in its own voice; {_gives(b, 'B')}."
    if b.voice in ("own", "scare"):
        return f"{_gives(a, 'A')}; B states it in its own voice."
    if _same_speaker(a, b) and a.voice == b.voice:
        return f"Both {'quote' if a.voice == 'quoted' else 'give it to'} {a.named}."
    return f"{_gives(a, 'A')}; {_gives(b, 'B')}."


def judge_pair(reading_a: Reading, a: Passage, reading_b: Reading, b: Passage, *, score: float) -> Judged:
    """Voices of the matching parts, the relation and a note for two aligned passages."""
    shared = a.keys & b.keys
    left, right = _match(reading_a, a, shared), _match(reading_b, b, shared)
    told = (a.telling & b.telling) - set(map(key, a.names | b.names))
    same_claim = len(told) >= _SAME_CLAIM or score >= _OR_SCORE
    numbers = _differing(a.amounts, b.amounts) if score >= _SAME_MATTER else None
    if numbers is not None:
        left, right = _at_number(reading_a, left, numbers[0]), _at_number(reading_b, right, numbers[1])
        said = [f"“{' '.join(text[one.span.start:one.span.end].split())}”"
                for text, one in zip((reading_a.text, reading_b.text), numbers, strict=True)]
        return Judged(left, right, "numbers-differ", f"A has {said[0]}, B {said[1]}. {_voices_note(left, right)}")
    own_a, own_b = left.voice in ("own", "scare"), right.voice in ("own", "scare")
    if own_a != own_b:
        relation: Relation = "voice-shift" if same_claim else "related"
    else:
        relation = "same-voice" if own_a or left.voice == right.voice else "related"
    return Judged(left, right, relation, _voices_note(left, right) if same_claim else f"They touch on the same matter. {_voices_note(left, right)}")
