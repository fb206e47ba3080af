"""Adjective rule: "she was confident that ...", "residents are worried about ..."."""

from __future__ import annotations

from typing import Final

from framing.annotate.attributions.scene import Draft, Scene, noun_phrase, subtree
from framing.annotate.attributions.sources import subject_of
from framing.lexicons.cues import VerbCue
from framing.model.parse import Token

_PREDICATIVE: Final = frozenset({"acomp", "oprd", "attr", "amod"})


def adjective_draft(scene: Scene, token: Token) -> Draft | None:
    """The attribution that a predicative adjective or participle makes of the clause or phrase on it; None for none."""
    cue = scene.cues.adjectives.get(token.lower)
    if cue is None or any(child.dep == "dobj" for child in scene.parse.children(token)) or (token.lower == "sure" and scene.parse.head(token).lemma == "make"):
        return None
    content, extra = _content(scene, token, cue)
    holder = _holder(scene, token)
    if not content or holder is None or holder.lower in {"it", "there", "i", "we", "you"}:
        return None
    source = noun_phrase(scene.parse, holder)
    verb = scene.parse.head(token) if token.dep in _PREDICATIVE else token
    linked = frozenset({verb.i} if verb.pos in {"AUX", "VERB"} else ())
    return Draft(token.i, source, frozenset({token.i}) | linked | extra, content - source, "adjective", cue.lemma, cue.cue_class)


def _content(scene: Scene, token: Token, cue: VerbCue) -> tuple[frozenset[int], frozenset[int]]:
    for child in scene.parse.children(token):
        if child.i < token.i:
            continue
        if child.dep == "ccomp" and "clause" in cue.takes:
            return subtree(scene.parse, child), frozenset()
        if child.dep in {"prep", "agent"} and child.lower in cue.prepositions:
            return subtree(scene.parse, child) - {child.i}, frozenset({child.i})
    linked = scene.parse.head(token)
    for child in scene.parse.children(linked) if token.dep == "acomp" and linked.lemma == "be" and "clause" in cue.takes else ():
        if child.dep == "ccomp" and child.i > token.i and any(below.lower == "that" for below in scene.parse.children(child)):
            return subtree(scene.parse, child), frozenset()  # "were hopeful on Monday that ..."
    return frozenset(), frozenset()


def _holder(scene: Scene, token: Token) -> Token | None:
    """Whose state it is: the subject of the verb it is said with, or of the passive that the parser makes of it."""
    passive = next((child for child in scene.parse.children(token) if child.dep in {"nsubjpass", "nsubj"}), None)
    if passive is not None:
        return passive
    return subject_of(scene, scene.parse.head(token)) if token.dep in _PREDICATIVE - {"amod"} else None
