"""What differs between two passages that tell of the same thing: whose voice, which numbers; and a line that says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from framing.align.amounts import Amount, figures_in_common, same_count, same_figure
from framing.align.assertions import part_of
from framing.align.claims import Match, match_of, named, shared_claim, voice_of
from framing.align.features import Passage
from framing.model.alignment import Relation
from framing.model.annotation import Reading
from framing.text.families import key
from framing.text.names import same_last_name

_SAME_CLAIM: Final = 2  # telling words, names aside, that both must hold to make the same claim ...
_OR_SCORE: Final = 0.5  # ... unless they are this much alike as a whole
_SAME_MATTER: Final = 0.3  # score from which differing numbers are worth a word


_VERBATIM: Final = 0.8  # likeness of an outlet's words to a quotation from which they are taken for one that lost its marks
_SPOKEN: Final = 0.7  # likeness up to which a sentence with a speech cue of its own may state something else than what is credited


@dataclass(frozen=True, slots=True)
class Judged:
    """What `judge` found: both sides' matching parts, the relation and a line of words."""

    a: Match
    b: Match
    relation: Relation
    note: str
    claim: frozenset[str] = frozenset()  # keys of what one side states and the other credits


def _differing(a: Sequence[Amount], b: Sequence[Amount]) -> tuple[Amount, Amount] | None:
    """Numbers of the same thing that differ, where neither number stands in the other sentence."""
    return next(((left, right) for left in a for right in b if same_count(left, right) and not any(same_figure(left, one) for one in b)
                 and not any(same_figure(right, one) for one in a)), None)


def _at_number(reading: Reading, match: Match, amount: Amount) -> Match:
    """The match with the voice that gives the number."""
    voice, speaker = voice_of(reading, amount.span)
    return replace(match, voice=voice, speaker=speaker, named=named(reading, speaker, amount.span))


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
    left, right = match_of(reading_a, a, shared), match_of(reading_b, b, shared)
    numbers = _differing(a.amounts, b.amounts) if score >= _SAME_MATTER else None
    if numbers is not None:
        left, right = _at_number(reading_a, left, numbers[0]), _at_number(reading_b, right, numbers[1])
        said = [f"“{' '.join(text[one.span.start:one.span.end].split())}”"
                for text, one in zip((reading_a.text, reading_b.text), numbers, strict=True)]
        return Judged(left, right, "numbers-differ", f"A has {said[0]}, B {said[1]}. {_voices_note(left, right)}")
    claim: frozenset[str] = frozenset()
    if left.own != right.own:
        claim = shared_claim(reading_a, a, reading_b, b) if left.own else shared_claim(reading_b, b, reading_a, a)
        if (score >= _VERBATIM and "quoted" in (left.voice, right.voice)) or (score < _SPOKEN and _speaks(*((reading_a, a) if left.own else (reading_b, b)), claim)):
            claim = frozenset()
        relation: Relation = "voice-shift" if claim else "related"
        same = bool(claim)
    else:
        relation = "same-voice" if left.own or left.voice == right.voice else "related"
        told = (a.telling & b.telling) - set(map(key, a.names | b.names))
        same = len(told) >= _SAME_CLAIM or score >= _OR_SCORE
    return Judged(left, right, relation, _voices_note(left, right) if same else touching(left, right), claim)


def share_number(a: Passage, b: Passage) -> bool:
    """Whether both passages hold one number above three, or one share."""
    return figures_in_common(a.amounts, b.amounts) > 0


def _speaks(reading: Reading, passage: Passage, claim: frozenset[str]) -> bool:
    """Whether a speech cue stands in the part of the passage that makes the claim: it is about what somebody says."""
    part = part_of(reading, passage.span, [place for place, name in passage.words if key(name) in claim])
    return any(cue.overlaps(part) for one in reading.attributions if not one.stance and one.nested_in is None for cue in one.cue)


def touching(a: Match, b: Match) -> str:
    """The line for passages that do not make the same claim."""
    return f"They touch on the same matter. {_voices_note(a, b)}"
