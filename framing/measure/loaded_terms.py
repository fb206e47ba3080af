"""Loaded terms of one article: which words of the lexicon stand in it, in whose voice and zone, about whom, and what was dropped.

Rules: the order of checks is name, part of speech, longest match, `never`, `needs`, tier (`lexicons.matching`). All voices and all
zones that are read are returned; what a report counts by default is own voice in headline, dek, subhead and body.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from framing.lexicons.label_cues import load_label_cues
from framing.lexicons.lexicon import Lexicon
from framing.lexicons.matching import Hit, judge_sentence, judged
from framing.lexicons.naming import giver_of
from framing.model.annotation import Reading
from framing.model.document import Voice
from framing.model.findings import LoadedTerm
from framing.model.parse import Parse, Token
from framing.nlp.truecase import is_title_case

# Chance that a careful reader would query a hit: for each category the mean of two shares on development data:
# hits on a word that at least one of five annotators marked (BABE, .83 of all hits) and hits inside a marked lexical span of
# straight news (BASIL, .20). Where fewer than ten hits were seen the value leans to the mean of all, .5.
_BY_CATEGORY: Final[Mapping[str, float]] = MappingProxyType({
    "label": 0.44, "ideology": 0.48, "delegit": 0.53, "legit": 0.43, "dehuman": 0.43, "conflict": 0.51, "dysph": 0.60, "euph": 0.2,
    "motive": 0.49, "action": 0.45, "doubt": 0.45, "certain": 0.2, "irony": 0.54, "sensation": 0.57, "eval": 0.50, "scale": 0.25,
})
# The same data: intensity 1, 2, 3 gave .44, .50, .57; tier A .54, B .47; praise .32 against .52 for blame; quoted .14 against .19
# (BASIL); negated and hypothetical hits .06 and .07 against .20 (BASIL, 16 and 14 hits: taken at a third of the gap).
_BY_INTENSITY: Final[Mapping[int, float]] = MappingProxyType({1: -0.05, 2: 0.0, 3: 0.05})
_TIER_B: Final = -0.05
_PRAISE: Final = 0.75
_BY_VOICE: Final[Mapping[Voice, float]] = MappingProxyType({"own": 1.0, "scare": 0.9, "attributed": 0.9, "quoted": 0.65})
_NEGATED: Final = 0.8
_HYPOTHETICAL: Final = 0.8
_UNSURE: Final = 0.8  # a guess, not measured: tags err in title case, conditions are not checked without grammar
_LONGEST_TARGET: Final = 6  # words of a noun phrase given as target; longer ones are cut to what stands next to the head
_TITLE_ZONES: Final = frozenset({"headline", "subhead", "teaser"})  # zones that `nlp` reads in true case


def find_loaded_terms(reading: Reading, *, lexicon: Lexicon) -> tuple[tuple[LoadedTerm, ...], tuple[LoadedTerm, ...]]:
    """Loaded terms in a reading.

    Args:
        reading: a document with grammar, entities and voices.
        lexicon: from `lexicons.lexicon.load_lexicon`.

    Returns:
        Hits that count (tiers A and B, any zone that is read, with their voice), and hits that were considered and dropped, each
        with the reason in `decision`. Both in order of the text; spans lie in `reading.text`.
    """
    counting: list[LoadedTerm] = []
    considered: list[LoadedTerm] = []
    document = reading.document
    for k, sentence in enumerate(document.sentences):
        shouted = sentence.zone in _TITLE_ZONES and is_title_case(document.shadow[sentence.span.start:sentence.span.end])
        for hit in judge_sentence(document.shadow, reading.parse, k, lexicon, title_case=shouted):
            term = _loaded_term(hit, reading, k)
            (counting if term.decision == "counts" else considered).append(term)
    return tuple(counting), tuple(considered)


def _loaded_term(hit: Hit, reading: Reading, k: int) -> LoadedTerm:
    """A decided hit with its voice, zone and target."""
    voice, speaker = _voice(hit, reading)
    entry = hit.entry
    passed_on = hit.outcome == "counts" and bool(entry.voices) and voice not in entry.voices
    rule = hit.rule + (f"; {voice} does not count" if passed_on else "") + ("" if hit.certain else "; tags waived") + ("; hypothetical" if hit.hypothetical else "")
    return LoadedTerm(
        span=hit.span, term=hit.form, entry=entry.id, category=entry.category, tier=entry.tier, polarity=entry.polarity,
        voice=voice, speaker=speaker, zone=reading.document.sentences[k].zone, target=_target(hit, reading), plainer=entry.plainer,
        rule=rule, confidence=confidence(hit, voice), decision="label-only" if passed_on else hit.decision, negated=hit.negated)


def _voice(hit: Hit, reading: Reading) -> tuple[Voice, str | None]:
    """Voice of a hit; a word that somebody else gives ("critics called it reckless", "accusations of fraud") is passed on, not the outlet's."""
    voice, speaker = reading.voice_at(hit.span)
    given = giver_of(hit.place, load_label_cues()) if voice == "own" and hit.place is not None else None
    if given is None or hit.entry.category == "doubt":  # a cue of doubt is the writer's, whatever it introduces
        return voice, speaker
    return "attributed", None if given[1] is None else _name_at(given[1], reading)


def _name_at(token: Token, reading: Reading) -> str | None:
    """The entity that a word mentions."""
    return next((entity.name for entity in reading.entities
                 if any(mention.span.start <= token.start < mention.span.end for mention in entity.mentions)), None)


def confidence(hit: Hit, voice: Voice) -> float:
    """Chance, 0 to 1, that a careful reader would query the hit: by category, intensity and tier, less for praise and where quoted, negated or unsure."""
    entry = hit.entry
    value = _BY_CATEGORY[entry.category] + _BY_INTENSITY[entry.intensity] + (_TIER_B if entry.tier == "B" else 0.0)
    value *= _BY_VOICE[voice] * (1.0 if hit.certain else _UNSURE) * (_PRAISE if entry.polarity > 0 else 1.0)
    value *= (_NEGATED if hit.negated else 1.0) * (_HYPOTHETICAL if hit.hypothetical else 1.0)
    return round(max(0.05, min(0.95, value)), 3)


def _target(hit: Hit, reading: Reading) -> str | None:
    """Whom or what a hit is about: the entity's name where a mention stands in the judged slot, else the noun phrase there."""
    token = judged(hit)
    if token is None:
        return None
    name = _name_at(token, reading)
    if name is not None:
        return name
    return None if token.pos == "PRON" else _noun_phrase(token, reading.parse, hit, reading.text)


def _noun_phrase(token: Token, parse: Parse, hit: Hit, text: str) -> str:
    """The noun with what stands before it, without article, without the term itself."""
    own = {word.i for word in hit.place.words} if hit.place is not None else set()
    before = [word for kid in parse.children(token) if kid.i < token.i and kid.dep in {"compound", "amod", "nmod", "poss", "nummod"}
              for word in parse.subtree(kid)]
    kept = [word for word in (*before, token) if word.i not in own][-_LONGEST_TARGET:]
    while len(kept) > 1 and kept[0].pos in {"DET", "PRON", "PUNCT", "PART"}:
        kept.pop(0)
    return " ".join(text[kept[0].start:token.end].split()) if not own & set(range(kept[0].i, token.i)) else token.text
