"""In whose voice a passage gives what it shares with another, and whether the two make the same claim in different voices."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from framing.align.amounts import counts_in_common, figures_in_common
from framing.align.assertions import (
    claims_nothing,
    has_negation,
    is_negated,
    keys_of,
    main_tokens,
    part_of,
    predicates,
    speaks_itself,
    vouched_for,
)
from framing.align.features import Passage
from framing.model.annotation import Reading
from framing.model.article import Span
from framing.model.document import Voice
from framing.text.families import key
from framing.text.terms import common_share, term

_TELLING: Final = 0.2  # a word expected in more articles than this tells nothing
_HALF: Final = 0.5  # share of a sentence's telling words, source and cue aside, that makes it the speaker's
_UNITS: Final = 3  # things that both must hold, in the one's own voice and in the other's credited part; fewer meet by chance
_EXACT: Final = 2  # of them in the same words: "pay" and "cost" are of one family, and tell of different things
_HELD: Final = 0.4  # share of the smaller claim that must be common: two sentences on one matter hold a third by chance
_MOST: Final = 0.6  # share of a credited statement that must be common where its verb is not
_NUMBER_TELLS: Final = 5.0  # -ln of the share of articles that hold a given number, about one in 150
_TIES: Final = ("quoted", "attributed", "scare", "own")  # the voice that wins where as many words stand in each
_BETWEEN: Final = re.compile(r"[\s,'\[\]-]*(?:s )?(?:of )?(?:the )?", re.IGNORECASE)  # what may stand inside the name of one thing
_N_SHOWN: Final = 8  # shared words shown
_OWN: Final = frozenset({"own", "scare"})
_ACTS: Final = frozenset({"decide", "vote", "resolve", "agree", "choose", "opt"})  # with an infinitive they tell what a body did, not what it says


@dataclass(frozen=True, slots=True)
class Match:
    """The words that two passages share (or that are of one family), on one side, and the voice of that part. `named` is the speaker
    as a sentence can name him.
    """

    shared: tuple[Span, ...]
    voice: Voice
    speaker: str | None
    named: str

    @property
    def own(self) -> bool:
        """Whether the outlet itself says it."""
        return self.voice in _OWN


def voice_of(reading: Reading, span: Span) -> tuple[Voice, str | None]:
    """Voice and speaker of some words. What a body decided to do is told by the outlet, and so is what a semicolon parts from a
    credit that comes after it ("Drivers hold the line; memo shows ...").
    """
    voice, speaker = reading.voice_at(span)
    if voice != "attributed":
        return voice, speaker
    over = [one for one in reading.attributions if any(part.overlaps(span) for part in one.content)]
    acted = bool(over) and all(one.cue_lemma in _ACTS for one in over)
    parted = bool(over) and all(one.cue and one.cue[0].start > span.end and ";" in reading.document.shadow[span.end:one.cue[0].start] for one in over)
    return ("own", None) if acted or parted else (voice, speaker)


def credit_spans(reading: Reading, span: Span) -> list[Span]:
    """Words of a sentence that say who speaks: sources, channels and cues are no part of what is claimed, nor is what stands between
    a source and its cue ("a doctor, who spoke on condition of anonymity, told").
    """
    found = []
    for one in reading.attributions:
        if one.cue_lemma in _ACTS or one.stance:
            continue
        found += [place for place in (*one.source, *one.cue, *one.via) if place.overlaps(span)]
        if one.source and one.cue and span.start <= one.source[-1].end < one.cue[0].start <= span.end:
            between = Span(one.source[-1].end, one.cue[0].start)
            found += [between] if not any(part.overlaps(between) for part in one.content) else []
    return found


def _claimed(reading: Reading, passage: Passage) -> list[tuple[Span, str]]:
    """The words of a passage without those that credit somebody."""
    credits = credit_spans(reading, passage.span)
    return [(place, name) for place, name in passage.words if not any(place.overlaps(one) for one in credits)]


def _mostly_credited(reading: Reading, claimed: Sequence[tuple[Span, str]]) -> bool:
    """Whether half of the telling words of a sentence or more, source and cue aside, are credited to somebody."""
    telling = [place for place, name in claimed if common_share(name) < _TELLING]
    return bool(telling) and sum(voice_of(reading, place)[0] not in _OWN for place in telling) >= _HALF * len(telling)


def match_of(reading: Reading, passage: Passage, shared: frozenset[str]) -> Match:
    """The shared words of a passage with their voice.

    A sentence whose content is mostly somebody's is his, whichever of its words matched; one that matches in its source or cue
    alone is never the outlet's own statement of the matter.
    """
    claimed = _claimed(reading, passage)
    places = list(dict.fromkeys(place for place, name in passage.words if key(name) in shared))
    common = [(place, name) for place, name in claimed if key(name) in shared]
    asked = [place for place, name in common if name not in passage.names] or [place for place, _ in common]
    votes = Counter(voice_of(reading, place) for place in asked)
    if _mostly_credited(reading, claimed) or not asked:
        credited = Counter({heard: n for heard, n in votes.items() if heard[0] not in _OWN})
        votes = credited or Counter(heard for place, _ in claimed if (heard := voice_of(reading, place))[0] not in _OWN) or votes
    if not votes:
        votes = Counter([voice_of(reading, passage.words[0][0] if passage.words else passage.span)])
    voice, speaker = min(votes, key=lambda heard: (-votes[heard], _TIES.index(heard[0]), heard[1] or ""))
    return Match(tuple(places[:_N_SHOWN]), voice, speaker, named(reading, speaker, passage.span))


def named(reading: Reading, speaker: str | None, span: Span) -> str:
    """A speaker's name; for one without a name the words of the text, with their article ("council" -> "the council")."""
    if speaker is None:
        return "an unnamed source"
    if speaker[:1].isupper():
        return speaker
    near = sorted((abs(one.source[0].start - span.start), one.source[0]) for one in reading.attributions if one.speaker == speaker and one.source)
    words = " ".join(reading.text[near[0][1].start:near[0][1].end].split()) if near else speaker
    return words[:1].lower() + words[1:] if words.lower().endswith(speaker.lower()) else speaker


def shared_claim(own: Reading, stated: Passage, other: Reading, credited: Passage) -> frozenset[str]:
    """What one passage states in its outlet's own voice and the other credits to somebody: the keys of the words in common; empty
    where they are too few to be one claim, where they stand beside the point of what is credited, or where the first keeps a
    distance to it or credits it too.
    """
    left = [(place, name) for place, name in _claimed(own, stated) if voice_of(own, place)[0] in _OWN]
    words = [(place, name) for place, name in _claimed(other, credited) if voice_of(other, place)[0] not in _OWN]
    found = [_one_claim(own, stated, left, other, credited, words, content) for content in _credited_parts(other, credited)]
    return max(found, key=lambda common: (len(common), sorted(common)), default=frozenset())


def _credited_parts(reading: Reading, passage: Passage) -> list[tuple[Span, ...]]:
    """What a passage credits, an entry a credit: only what is said to be so, not what is asked for, denied or expected by nobody."""
    found = [one.content for one in reading.attributions
             if not one.stance and not claims_nothing(one) and any(part.overlaps(passage.span) for part in one.content)]
    return found + [(one.span,) for one in reading.voices if one.attribution is None and one.voice not in _OWN and one.span.overlaps(passage.span)]


def _one_claim(own: Reading, stated: Passage, left: Sequence[tuple[Span, str]], other: Reading, credited: Passage,
               words: Sequence[tuple[Span, str]], content: tuple[Span, ...]) -> frozenset[str]:
    """The common keys of `left`, words that one outlet states, and of what the other credits at `content`; empty where that is no one claim."""
    main = {token.start for token in main_tokens(other, content)}
    right = [(place, name) for place, name in words if any(part.holds(place) for part in content) and (place.start in main or not main)]
    common = frozenset(key(name) for _, name in left) & frozenset(key(name) for _, name in right)
    told = [one for one in stated.amounts if voice_of(own, one.span)[0] in _OWN]
    credit = [one for one in credited.amounts if any(place.overlaps(one.span) for place, _ in right)]
    counts, large = counts_in_common(told, credit), figures_in_common(told, credit)
    units = max(_units(own, stated, credited, common), _units(other, credited, stated, common)) + large + counts
    exact = len({name for _, name in left} & {name for _, name in right}) + large
    if units < _UNITS or exact < _EXACT or _held([name for _, name in left], [name for _, name in right], common, large) < _HELD:
        return frozenset()
    part = part_of(own, stated.span, [place for place, name in left if key(name) in common])
    if not (counts or _to_the_point(other, right, content, common)) or _keeps_off(own, part, other, content, common) or _credits_too(own, stated, other, credited, common):
        return frozenset()
    return common


def _to_the_point(reading: Reading, right: Sequence[tuple[Span, str]], content: tuple[Span, ...], common: frozenset[str]) -> bool:
    """Whether the common words hold what is said in the end, or most of it."""
    if not reading.parse.tokens_in(content[0]) or common & keys_of(predicates(reading, content)):
        return True
    weights = {key(name): -math.log(common_share(name)) for _, name in right}
    return sum(weight for name, weight in weights.items() if name in common) >= _MOST * sum(weights.values())


def _keeps_off(own: Reading, part: Span, other: Reading, content: tuple[Span, ...], common: frozenset[str]) -> bool:
    """Whether the outlet does not vouch for its words, says the contrary, or has the other's speaker say them."""
    if not vouched_for(own, part, common) or has_negation(own, part) != is_negated(other, content):
        return True
    speaker = other.voice_at(content[0])[1] or ""
    return speaks_itself(own, part, frozenset(filter(None, map(term, speaker.split()))), common)


def _held(left: Sequence[str], right: Sequence[str], common: frozenset[str], numbers: int) -> float:
    """Share of the smaller claim that is common, words weighing by how much they tell, numbers like rare words."""
    wholes = [sum(-math.log(common_share(name)) for name in {key(one): one for one in side}.values()) for side in (left, right)]
    both = sum(-math.log(common_share(name)) for name in {key(one): one for one in left if key(one) in common}.values())
    return (both + numbers * _NUMBER_TELLS) / (min(wholes) + numbers * _NUMBER_TELLS) if min(wholes) > 0 else 0.0


def _units(reading: Reading, passage: Passage, other: Passage, common: frozenset[str]) -> int:
    """How many things the common words name: each word one, but neighbouring words with a name among them one together
    ("speaker of the assembly, Mirela Astavan").
    """
    names, runs, last = passage.names | other.names, list[list[str]](), -1
    for place, name in passage.words:
        if key(name) not in common:
            last = -1
            continue
        if last < 0 or not _BETWEEN.fullmatch(reading.document.shadow, last, place.start):
            runs.append([])
        runs[-1].append(name)
        last = place.end
    seen, units = set[str](), 0
    for run in runs:
        new = {key(name) for name in run} - seen
        units += min(len(new), 1) if any(name in names for name in run) else len(new)
        seen |= new
    return units


def _credits_too(own: Reading, stated: Passage, other: Reading, credited: Passage, common: frozenset[str]) -> bool:
    """Whether the passage in the outlet's own voice names the other's speaker as one who says it: in a source ("said Lundor, head of
    the Chamber, which puts the loss at 3m") or as the owner of what he said ("the company's bid"). "Dosek's government" is not that. A loose quotation mark is taken for a credit.
    """
    if own.document.shadow.count('"', stated.span.start, stated.span.end) % 2:
        return True  # a quotation begins or ends here that was not followed: whose words these are is not known
    speakers = {speaker for place, name in credited.words if key(name) in common and (speaker := voice_of(other, place)[1])}
    wanted = {term(word) for speaker in speakers for word in speaker.split(" of ")[0].split()} - {None}
    sources = [place for one in own.attributions for place in one.source if place.overlaps(stated.span)]
    for k, (place, name) in enumerate(stated.words):
        if name not in wanted:
            continue
        follows = key(stated.words[k + 1][1]) if k + 1 < len(stated.words) else ""
        owner = own.document.shadow.startswith(("'s", "' "), place.end) or own.document.shadow[place.start:place.end].endswith("'s")
        if any(place.overlaps(source) for source in sources) or (owner and follows not in common):
            return True
    return False
