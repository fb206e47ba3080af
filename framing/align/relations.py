"""What differs between two passages that tell of the same thing: whose voice, which numbers; and a line that says so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from framing.align.amounts import Amount, figures_in_common
from framing.align.assertions import part_of
from framing.align.claims import NO_CLAIM, UNNAMED, Claim, Match, match_of, named, shared_claim, voice_of
from framing.align.disagreement import disagreement
from framing.align.features import Passage
from framing.model.alignment import Relation
from framing.model.annotation import Reading
from framing.text.families import key
from framing.text.names import same_last_name

_SAME_CLAIM: Final = 2  # telling words, names aside, that both must hold to make the same claim ...
_OR_SCORE: Final = 0.5  # ... unless they are this much alike as a whole
_SAME_MATTER: Final = 0.4  # score from which differing numbers are worth a word: below it, read in news, none counted one thing


_VERBATIM: Final = 0.5  # share of an outlet's pairs of neighbouring words that stand in a quotation: more, and it is one that lost its marks
_LOOSE_CLAIM: Final = 0.6  # score from which what one quotes, or credits in other words, is what the other states: of lower ones, read in news, three in four were two
_SPOKEN: Final = 0.7  # likeness up to which a sentence with a speech cue of its own may state something else than what is credited


@dataclass(frozen=True, slots=True)
class Judged:
    """What `judge` found: both sides' matching parts, the relation and a line of words."""

    a: Match
    b: Match
    relation: Relation
    note: str
    claim: Claim = NO_CLAIM  # what one side states and the other credits


def _at_number(reading: Reading, match: Match, amount: Amount) -> Match:
    """The match with the voice that gives the number."""
    voice, speaker = voice_of(reading, amount.span)
    return replace(match, voice=voice, speaker=speaker, named=named(reading, speaker, amount.span))


def _gives(match: Match, letter: str) -> str:
    """"B credits it to Maduro", "B quotes Maduro"."""
    if match.voice == "quoted":
        return f"{letter} quotes {match.named}"
    return f"{letter} credits it to {match.named}"


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
        return f"Both {'quote' if a.voice == 'quoted' else 'credit it to'} {a.named}."
    if a.named == b.named == UNNAMED and a.voice == b.voice:
        return f"Both {'quote' if a.voice == 'quoted' else 'credit it to'} sources they do not name."
    if _same_speaker(a, b):
        b = replace(b, named=a.named)  # two spellings of one name are no difference
    return f"{_gives(a, 'A')}; {_gives(b, 'B')}."


def judge_pair(reading_a: Reading, a: Passage, reading_b: Reading, b: Passage, *, score: float) -> Judged:
    """Voices of the matching parts, the relation and a note for two aligned passages."""
    shared = a.keys & b.keys
    left, right = match_of(reading_a, a, shared), match_of(reading_b, b, shared)
    numbers = disagreement(a.amounts, b.amounts) if score >= _SAME_MATTER else None
    if numbers is not None:
        left, right = _at_number(reading_a, left, numbers[0]), _at_number(reading_b, right, numbers[1])
        said = [f"“{' '.join(text[one.span.start:one.span.end].split())}”"
                for text, one in zip((reading_a.text, reading_b.text), numbers, strict=True)]
        return Judged(left, right, "numbers-differ", f"A has {said[0]}, B {said[1]}. {_voices_note(left, right)}")
    claim = NO_CLAIM
    if left.own != right.own:
        claim = _claim(reading_a, a, reading_b, b, score) if left.own else _claim(reading_b, b, reading_a, a, score)
        relation: Relation = "voice-shift" if claim.keys else "related"
        same = bool(claim.keys)
    else:
        told = (a.telling & b.telling) - set(map(key, a.names | b.names))
        same = len(told) >= _SAME_CLAIM or score >= _OR_SCORE
        relation = "same-voice" if same and (left.own or left.voice == right.voice) else "related"
    return Judged(left, right, relation, _voices_note(left, right) if same else touching(left, right), claim)


def _claim(own: Reading, stated: Passage, other: Reading, credited: Passage, score: float) -> Claim:
    """The claim that one passage states and the other credits, unless the first is that quotation without its marks, or is about what
    somebody says.
    """
    claim = shared_claim(own, stated, other, credited)
    if score < _LOOSE_CLAIM and (not (claim.pointed or claim.many) or _is_quoted(other, credited, claim.keys)):
        return NO_CLAIM
    if _lost_its_marks(other, stated, credited) or (score < _SPOKEN and _speaks(own, stated, claim.keys)):
        return NO_CLAIM
    return claim


def _is_quoted(other: Reading, credited: Passage, keys: frozenset[str]) -> bool:
    """Whether most of the words of a claim stand in quotation marks where it is credited."""
    voices = [other.voice_at(place)[0] for place, name in credited.words if key(name) in keys]
    return 2 * voices.count("quoted") > len(voices)


def _lost_its_marks(other: Reading, stated: Passage, credited: Passage) -> bool:
    """Whether an outlet's words are to a great part a quotation of the other article, word after word, or hold most of it."""
    quoted = [name for place, name in credited.words if other.voice_at(place)[0] == "quoted"]
    here, there = (set(pairwise(names)) for names in (stated.terms, quoted))
    both = len(here & there)
    return bool(both) and (both >= _VERBATIM * len(here) or both >= _VERBATIM * len(there))


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
