"""Words that somebody else gives: "critics called the plan reckless", "accusations of cronyism", "dismissed as a fringe candidate"."""

from __future__ import annotations

from typing import Final

from framing.lexicons.conditions import Place
from framing.lexicons.label_cues import LabelCues
from framing.model.parse import Token

# Nouns and verbs of charging: what stands after "of" is what is charged, no word of the writer's.
_CHARGES: Final = frozenset({"accusation", "allegation", "charge", "claim", "complaint", "denunciation", "suspicion", "insinuation", "cry", "talk"})
_CHARGING: Final = frozenset({"accuse", "suspect", "convict", "acquit", "complain", "warn"})
_MORE_AS: Final = frozenset({"blast", "slam", "attack", "criticise", "criticize", "mock", "lambast", "lambaste", "reject", "describe", "assail", "castigate", "disparage", "paint"})
_INSIDE: Final = frozenset({"amod", "compound", "conj", "nmod", "appos"})  # steps from a word to the noun that is named by it
_SORTS: Final = frozenset({"part", "kind", "sort", "form", "type", "piece", "act", "example"})  # "part of a smear campaign"
_STEPS: Final = 5  # how far up the frame is looked for; beyond that parses are unreliable


def giver_of(place: Place, cues: LabelCues) -> tuple[Token, Token | None] | None:
    """Who gives a term, where the sentence says so.

    Returns:
        The naming word (verb or noun of charging) and who does it (None where nobody is named); None where the term is the writer's.
    """
    token = place.head
    for _ in range(_STEPS):
        above = place.parse.head(token)
        if above.i == token.i:
            return None
        if token.dep == "oprd" and above.lemma.lower() in cues.call_view:
            return above, _doer(place, above)
        if token.dep in {"ccomp", "xcomp"} and token.pos in {"NOUN", "ADJ"} and above.lemma.lower() in cues.call_view:
            return above, _doer(place, above)
        if token.dep in {"pobj", "amod", "pcomp", "advcl"} and above.dep == "prep":
            found = _after_preposition(place, above, cues)
            if found is not None:
                return found
            owner = place.parse.head(above)
            if above.lower != "of" or owner.lemma.lower() not in _SORTS:
                return None
            token = owner
        elif token.dep in _INSIDE:
            token = above
        else:
            return None
    return None


def _after_preposition(place: Place, preposition: Token, cues: LabelCues) -> tuple[Token, Token | None] | None:
    """The frame that a preposition belongs to: "accusations of", "accused of", "described as"."""
    owner = place.parse.head(preposition)
    if preposition.lower == "of" and owner.lemma.lower() in _CHARGES | _CHARGING:
        return owner, _doer(place, owner)
    if preposition.lower != "as":
        return None
    for verb in (owner, place.parse.head(owner)):  # small models hang "as" on the object of the verb
        if verb.pos == "VERB" and verb.lemma.lower() in cues.as_view | _MORE_AS:
            return verb, _doer(place, verb)
    return None


def _doer(place: Place, naming: Token) -> Token | None:
    """Who names: the subject of an active verb, what follows "by", the possessor of a noun."""
    kids = tuple(place.parse.children(naming))
    for kid in kids:
        if kid.dep == "nsubj" or kid.dep == "poss":
            return kid
        if kid.dep == "agent":
            return next((under for under in place.parse.children(kid) if under.dep == "pobj"), None)
    return None
