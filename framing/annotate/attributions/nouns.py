"""Noun rule: "her claim that ...", "made a promise to ...", "his criticism of ..."."""

from __future__ import annotations

from typing import Final

from framing.annotate.attributions.scene import NOUNS, Draft, Scene, noun_phrase, subtree
from framing.annotate.attributions.sources import can_speak, subject_of
from framing.lexicons.cues import VerbCue
from framing.model.parse import Token

_LIGHT: Final = frozenset({"make", "issue", "give", "have", "voice", "express", "repeat", "reiterate", "raise", "offer", "renew",
                           "publish", "release", "level", "echo", "hold"})  # verbs that only carry the noun
_TIMES: Final = frozenset({"day", "week", "weekend", "month", "year", "decade", "today", "yesterday", "tonight", "monday", "tuesday", "wednesday",
                           "thursday", "friday", "saturday", "sunday"})  # hold no view
# Without an object of their own these say what became of the noun: "the report that the council published".
_MADE: Final = frozenset({"publish", "print", "make", "issue", "release", "write", "file", "give", "sign", "send", "hear", "read", "commission"})


def noun_draft(scene: Scene, noun: Token) -> Draft | None:
    """The attribution that a noun of the lexicon makes of the clause, infinitive or "of" phrase on it; None for none."""
    cue = scene.cues.nouns.get(noun.lemma.lower()) if noun.pos == "NOUN" else None
    if cue is None or any(child.dep == "nsubj" for child in scene.parse.children(noun)):
        return None  # with a subject it is a verb, whatever the tagger says
    content, rule, extra = _content(scene, noun, cue)
    if not content:
        return None
    source, light = _source(scene, noun)
    if not source and rule != "noun.clause":
        return None
    return Draft(noun.i, source, frozenset({noun.i}) | light | extra, content - source, rule, cue.lemma, cue.cue_class,
                 cue.cue_class == "stance")


def _content(scene: Scene, noun: Token, cue: VerbCue) -> tuple[frozenset[int], str, frozenset[int]]:
    for child in scene.parse.children(noun):
        kids = list(scene.parse.children(child))
        made = child.lemma in _MADE and not any(below.dep in {"dobj", "nsubjpass"} for below in kids)
        if child.dep in {"acl", "ccomp", "relcl"} and "clause" in cue.takes and _is_told(kids) and not made:
            return subtree(scene.parse, child), "noun.clause", frozenset()
        if child.dep in {"acl", "xcomp"} and "infinitive" in cue.takes and any(
                below.lower == "to" and below.dep == "aux" for below in kids):
            return subtree(scene.parse, child), "noun.infinitive", frozenset()
        if child.dep == "prep" and child.lower in cue.prepositions and not any(below.entity in {"DATE", "TIME"} for below in kids):
            return subtree(scene.parse, child) - {child.i}, "noun.prep", frozenset({child.i})
    return frozenset(), "", frozenset()


def _is_told(kids: list[Token]) -> bool:
    """Whether "that" opens a statement ("the claim that she left it") rather than a relative clause ("the claim that she made")."""
    that = next((child for child in kids if child.lower == "that"), None)
    if that is None:
        return False
    return that.dep == "mark" or (that.dep == "dobj" and any(child.dep == "dobj" and child.i != that.i for child in kids))


def _source(scene: Scene, noun: Token) -> tuple[frozenset[int], frozenset[int]]:
    """Who is credited: the possessor, the "by" or "from" phrase, or the subject of a light verb (whose place comes with it)."""
    for child in scene.parse.children(noun):
        if child.dep == "poss" and child.tag == "WP$":
            clause = next((above for above in scene.parse.ancestors(child) if above.dep == "relcl"), None)
            owner = scene.parse.head(clause) if clause is not None else child
            return noun_phrase(scene.parse, owner) | {child.i}, frozenset()
        if child.dep == "poss" and child.lemma.lower() not in _TIMES:  # "this week's warnings"
            return frozenset(i for i in noun_phrase(scene.parse, child) if scene.tokens[i].dep != "case"), frozenset()
        if child.dep == "prep" and child.lower in {"by", "from"}:
            for below in scene.parse.children(child):
                if below.dep == "pobj" and below.pos in NOUNS:
                    return noun_phrase(scene.parse, below), frozenset()
    head = scene.parse.head(noun)
    if noun.dep == "dobj" and head.lemma in _LIGHT:
        subject = subject_of(scene, head)
        if subject is not None and can_speak(scene, head):
            return noun_phrase(scene.parse, subject), frozenset({head.i})
    return frozenset(), frozenset()
