"""In whose voice a passage gives what it shares with another, and whether the two make the same claim in different voices."""

from __future__ import annotations

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
    is_open,
    is_said,
    keys_of,
    main_tokens,
    one_subject,
    part_of,
    predicates,
    speaks_itself,
    speaks_to_us,
    vouched_for,
)
from framing.align.common_words import count_units, holds_most, of_other_people, share_held
from framing.align.features import Passage
from framing.model.annotation import Reading
from framing.model.article import Span
from framing.model.document import Voice
from framing.model.findings import Attribution
from framing.model.parse import Token
from framing.text.families import key
from framing.text.terms import common_share, term

_TELLING: Final = 0.2  # a word expected in more articles than this tells nothing
_HALF: Final = 0.5  # share of a sentence's telling words, source and cue aside, that makes it the speaker's
_UNITS: Final = 3  # things that both must hold, in the one's own voice and in the other's credited part; fewer meet by chance
_EXACT: Final = 2  # of them in the same words: "pay" and "cost" are of one family, and tell of different things
_HELD: Final = 0.4  # share of the smaller claim that must be common: two sentences on one matter hold a third by chance
_SURE_UNITS, _SURE_HELD = 5, 0.6  # from which a claim is one at a low score too: of those below, read in news, half were two
_MANY: Final = 6  # things in common that make one claim even where no verb does
_ALL: Final = 0.7  # share of the smaller claim that must be common where its verb is not, and ...
_TIES: Final = ("quoted", "attributed", "scare", "own")  # the voice that wins where as many words stand in each
_N_SHOWN: Final = 8  # shared words shown
_PRONOUN: Final = re.compile(r"^(?:whom?|which|that) (?=the |an? )", re.IGNORECASE)  # "whom the court declared the winner" names the court
UNNAMED: Final = "an unnamed source"
_NO_NAMES: Final = frozenset({"NOUN", "DET", "NUM", "ADJ", "PRON"})  # parts of speech of a first word that is no name
_OWN: Final = frozenset({"own", "scare"})
_ACTS: Final = frozenset({"decide", "vote", "resolve", "agree", "choose", "opt"})  # with an infinitive they tell what a body did, not what it says


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage states and the other credits: the `keys` of the words in common, how many things these name, and what share of
    the smaller statement is `held` by both, 0 to 1. `pointed`: what is credited in the end is among them. No keys: no claim in common.
    """

    keys: frozenset[str] = frozenset()
    units: int = 0
    held: float = 0.0
    pointed: bool = True

    @property
    def sure(self) -> bool:
        """Whether it is one claim by its words alone, however little else the sentences have in common."""
        return self.units >= _SURE_UNITS and self.held >= _SURE_HELD

    @property
    def many(self) -> bool:
        """Whether so much is common that it is one claim though the point may be told in other words."""
        return self.units >= _MANY


NO_CLAIM: Final = Claim()


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
    parted = bool(over) and all(_goes_on(one) and ";" in reading.document.shadow[span.end:one.cue[0].start] for one in over if one.cue) and all(
        one.cue and one.cue[0].start > span.end for one in over)
    return ("own", None) if acted or parted else (voice, speaker)


def _goes_on(one: Attribution) -> bool:
    """Whether what is credited goes on behind the cue: "A; memo shows B", but not "A; B, the report said"."""
    return any(part.end > one.cue[0].end for part in one.content)


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
    """A speaker's name; for one without a name the words of the text, with their article ("council" -> "the council"), as they stand
    inside a sentence ("Two people" -> "two people").
    """
    if speaker is None:
        return UNNAMED
    if speaker[:1].isupper():
        return speaker[:1].lower() + speaker[1:] if _only_opens_a_sentence(reading, speaker) else speaker
    near = sorted((abs(one.source[0].start - span.start), one.source[0]) for one in reading.attributions if one.speaker == speaker and one.source)
    words = _PRONOUN.sub("", " ".join(reading.text[near[0][1].start:near[0][1].end].split())) if near else speaker
    return words[:1].lower() + words[1:] if words.lower().endswith(speaker.lower()) else speaker


def _only_opens_a_sentence(reading: Reading, speaker: str) -> bool:
    """Whether a speaker has its capital from the start of a sentence: there it begins with a word that is no name."""
    for one in reading.attributions:
        for span in one.source if one.speaker == speaker else ():
            first = next(iter(reading.parse.tokens_in(span)), None)
            if first is not None and speaker.startswith(first.text) and reading.parse.sentence_tokens(first.sentence)[0].i == first.i:
                return first.pos in _NO_NAMES and first.entity in ("", "CARDINAL") and first.text[1:] == first.text[1:].lower()
    return False


def shared_claim(own: Reading, stated: Passage, other: Reading, credited: Passage) -> Claim:
    """What one passage states in its outlet's own voice and the other credits to somebody; without keys where the words in common are
    too few to be one claim, where they stand beside the point of what is credited, or where the first keeps a
    distance to it or credits it too.
    """
    left = [(place, name) for place, name in _claimed(own, stated) if voice_of(own, place)[0] == "own"]
    words = [(place, name) for place, name in _claimed(other, credited) if voice_of(other, place)[0] not in _OWN]
    if speaks_to_us(other, credited.span) or not _has_any_verb(own, stated.span):
        return NO_CLAIM  # a letter in which the writer himself speaks, or a dateline
    found = [_one_claim(own, stated, left, other, credited, words, content) for content in _credited_parts(other, credited)]
    return max(found, key=lambda claim: (len(claim.keys), sorted(claim.keys)), default=NO_CLAIM)


def _credited_parts(reading: Reading, passage: Passage) -> list[tuple[Span, ...]]:
    """What a passage credits, an entry a credit: only what is said to be so, not what is asked for, denied or expected by nobody."""
    found = [one.content for one in reading.attributions
             if not one.stance and not claims_nothing(reading, one) and not is_open(reading, one.content) and any(part.overlaps(passage.span) for part in one.content)]
    return found + [(one.span,) for one in reading.voices if one.attribution is None and one.voice not in _OWN and one.span.overlaps(passage.span)]


def _has_any_verb(reading: Reading, span: Span) -> bool:
    """Whether a passage has a verb; True without grammar."""
    tokens = reading.parse.tokens_in(span)
    return not tokens or any(token.pos in {"", "VERB", "AUX"} for token in tokens)


def _one_claim(own: Reading, stated: Passage, left: Sequence[tuple[Span, str]], other: Reading, credited: Passage,
               words: Sequence[tuple[Span, str]], content: tuple[Span, ...]) -> Claim:
    """The claim made by `left`, words that one outlet states, and what the other credits at `content`; `NO_CLAIM` where they make none."""
    main = {token.start for token in main_tokens(other, content)}
    right = [(place, name) for place, name in words if any(part.holds(place) for part in content) and (place.start in main or not main)]
    common = frozenset(key(name) for _, name in left) & frozenset(key(name) for _, name in right)
    if of_other_people(stated, credited, left, right, common):
        return NO_CLAIM
    told = [one for one in stated.amounts if voice_of(own, one.span)[0] in _OWN]
    credit = [one for one in credited.amounts if any(place.overlaps(one.span) for place, _ in right)]
    counts, large = counts_in_common(told, credit), figures_in_common(told, credit)
    units = max(count_units(own, stated, credited, common), count_units(other, credited, stated, common)) + large + counts
    exact = len({name for _, name in left} & {name for _, name in right}) + large
    held = share_held([name for _, name in left], [name for _, name in right], common, large)
    if units < _UNITS or exact < _EXACT or held < _HELD:
        return NO_CLAIM
    part = part_of(own, stated.span, [place for place, name in left if key(name) in common])
    heads = _heads(other, credited.span, content, common)
    here = [token for token in own.parse.tokens_in(part) if key(term(token.text)) in keys_of(heads) and _may_tell(token, heads)]
    if not one_subject(own, [one for one in here if one.pos == "VERB"], other, [one for one in heads if one.pos == "VERB"]):
        return NO_CLAIM
    pointed = bool(counts) or _to_the_point(own, here, other, credited.span, content)
    if not (pointed or (held >= _ALL and holds_most(right, common) and (units >= _MANY or _has_verb(other, content)))):
        return NO_CLAIM
    if _keeps_off(own, part, other, content, common) or _credits_too(own, stated, other, credited, common):
        return NO_CLAIM
    return Claim(common, units, held, pointed)


def _inside(passage: Span, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The part of some credited words that stands in a passage."""
    return tuple(Span(max(one.start, passage.start), min(one.end, passage.end)) for one in content if one.overlaps(passage))


def _heads(other: Reading, passage: Span, content: tuple[Span, ...], common: frozenset[str]) -> list[Token]:
    """The words that say the point of what a passage credits, those among the common keys."""
    return [token for token in predicates(other, _inside(passage, content)) if key(term(token.text)) in common]


def _to_the_point(own: Reading, here: Sequence[Token], other: Reading, passage: Span, content: tuple[Span, ...]) -> bool:
    """Whether an outlet's own words, `here`, hold what is credited in the end. Words credited without any verb ("praised the deputy
    leader") make a claim only where the other article has the verb ("announced a ban", "banned"). True without grammar.
    """
    inside = _inside(passage, content)
    if not own.parse.tokens or not any(other.parse.tokens_in(one) for one in inside):
        return True
    verbal = any(token.pos in {"VERB", "AUX"} for token in main_tokens(other, inside))
    return any(verbal or token.pos in {"VERB", "NUM"} for token in here)


def _may_tell(token: Token, heads: Sequence[Token]) -> bool:
    """Whether a word of an outlet's own can be what is credited with another of its family: "blocked" and "stopped", but not "summit" and
    "talking".
    """
    return token.pos != "NOUN" or any(one.pos != "VERB" or term(one.text) == term(token.text) for one in heads if key(term(one.text)) == key(term(token.text)))


def _has_verb(reading: Reading, content: tuple[Span, ...]) -> bool:
    """Whether what is credited has a verb of some weight at its top."""
    return any(token.pos == "VERB" for token in predicates(reading, content))


def _keeps_off(own: Reading, part: Span, other: Reading, content: tuple[Span, ...], common: frozenset[str]) -> bool:
    """Whether the outlet does not vouch for its words, says the contrary, or has the other's speaker say them."""
    if not vouched_for(own, part, common) or is_said(own, part, common) or has_negation(own, part, common) != is_negated(other, content, common):
        return True
    speaker = other.voice_at(content[0])[1] or ""
    return speaks_itself(own, part, frozenset(filter(None, map(term, speaker.split()))), common)


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
