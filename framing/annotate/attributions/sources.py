"""Whom a verb credits: its subject, through relatives, coordinations and participles; the agent of a passive."""

from __future__ import annotations

from typing import Final

from framing.annotate.attributions.scene import NOUNS, Scene, noun_phrase, subtree
from framing.model.parse import Token

_CLIMB: Final = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep"})
_RELATIVE: Final = frozenset({"WDT", "WP"})
_MAX_CLIMB: Final = 6  # steps upwards; deeper chains are misparses


def is_passive(scene: Scene, verb: Token) -> bool:
    """Whether the verb has a passive auxiliary or subject, or is a bare participle ("when asked")."""
    kids = list(scene.parse.children(verb))
    if any(child.dep in {"nsubjpass", "auxpass", "csubjpass"} for child in kids):
        return True
    return verb.tag == "VBN" and verb.dep in {"acl", "advcl"} and not any(child.dep in {"aux", "nsubj"} for child in kids)


def agent_of(scene: Scene, verb: Token) -> frozenset[int]:
    """The "by" phrase of a passive, without "by"; empty where there is none."""
    for child in scene.parse.children(verb):
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
            for below in scene.parse.children(child):
                if below.dep == "pobj":
                    return noun_phrase(scene.parse, below)
    return frozenset()


def own_subject(scene: Scene, verb: Token) -> Token | None:
    """The verb's own active subject; for "who" and "which" of a relative clause the noun they stand for."""
    for child in scene.parse.children(verb):
        if child.dep == "nsubj" and child.i != verb.i:
            if child.tag in _RELATIVE or (child.lower == "that" and verb.dep == "relcl"):
                antecedent = _antecedent(scene, verb)
                return antecedent if antecedent is not None else child
            return child
    return None


def _antecedent(scene: Scene, verb: Token) -> Token | None:
    """The noun that the relative clause of `verb` hangs on."""
    token = verb
    for _ in range(_MAX_CLIMB):
        if token.dep == "relcl":
            return scene.parse.head(token)
        if token.dep not in {"conj", "ccomp", "xcomp"}:
            return None
        token = scene.parse.head(token)
    return None


def subject_of(scene: Scene, verb: Token) -> Token | None:
    """The noun that does what `verb` says; None where none is found."""
    token = verb
    for _ in range(_MAX_CLIMB):
        if (found := own_subject(scene, token)) is not None:
            return found if found.pos in NOUNS or found.tag[:1] in {"N", "P", "D", "C", "J"} else None
        if token is not verb and is_passive(scene, token):
            return next((child for child in scene.parse.children(token) if child.dep == "nsubjpass"), None)
        if token.dep in {"acl", "relcl"}:
            head = _told_beside(scene, token) or scene.parse.head(token)
            return head if head.pos in NOUNS else None
        if token.dep not in _CLIMB or token.head == token.i:
            return None
        token = scene.parse.head(token)
    return None


def _told_beside(scene: Scene, verb: Token) -> Token | None:
    """The noun right before a participle after "despite" or "with" ("despite Arlen insisting that"); None elsewhere."""
    if verb.tag != "VBG" or verb.i == 0:
        return None
    left = scene.tokens[verb.i - 1]
    prep = scene.parse.head(left)
    return left if left.dep == "pobj" and left.pos in NOUNS and prep.lower in {"despite", "with", "without"} else None


def find_source(scene: Scene, verb: Token, *, inverted: bool = False) -> frozenset[int]:
    """Token places of the words that name whom `verb` credits; empty where nobody is named.

    `inverted`: the verb stands beside a quotation, so that a noun directly right of it may be its subject ("claimed Ruiz").
    """
    if is_passive(scene, verb):
        return agent_of(scene, verb)
    subject = subject_of(scene, verb)
    if subject is None and inverted:
        subject = next((child for child in scene.parse.children(verb)
                        if child.dep in {"dobj", "attr", "oprd", "npadvmod"} and child.i > verb.i and child.pos in NOUNS), None)
    if subject is None:
        return _left_neighbour(scene, verb) if verb.dep in {"ROOT", "parataxis", "ccomp"} else frozenset()
    if subject.lower in {"it", "there"} and any(child.dep == "expl" for child in scene.parse.children(verb)):
        return frozenset()
    places = noun_phrase(scene.parse, subject)
    return frozenset(i for i in places if not _inside_verb(scene, i, verb, subject))


def _inside_verb(scene: Scene, i: int, verb: Token, subject: Token) -> bool:
    """Whether a place of the subject's phrase is the verb itself (a misparse)."""
    return i == verb.i and subject.i != verb.i


def _left_neighbour(scene: Scene, verb: Token) -> frozenset[int]:
    """The noun phrase that ends right before the verb (its auxiliaries and adverbs skipped)."""
    i, tokens = verb.i - 1, scene.tokens
    while i >= 0 and tokens[i].sentence == verb.sentence and tokens[i].pos in {"AUX", "ADV", "PART"}:
        i -= 1
    if i < 0 or tokens[i].sentence != verb.sentence or tokens[i].pos not in {"PROPN", "PRON", "NOUN"} or scene.in_quotation(i):
        return frozenset()
    return frozenset(j for j in subtree(scene.parse, tokens[i]) if j <= i)


def addressee_of(scene: Scene, verb: Token) -> frozenset[int]:
    """Whom the verb's words are told to ("told TASS", "said to reporters"); empty where nobody is named."""
    told = verb.lemma in {"tell", "inform", "notify", "assure", "remind", "ask", "warn", "brief"}
    for child in scene.parse.children(verb):
        if child.dep == "dative" or (told and child.dep == "dobj" and child.i > verb.i):
            return noun_phrase(scene.parse, child)
        if child.dep == "prep" and child.lower == "to" and verb.lemma in {"say", "write", "add", "speak", "talk"}:
            for below in scene.parse.children(child):
                if below.dep == "pobj":
                    return noun_phrase(scene.parse, below)
    return frozenset()
