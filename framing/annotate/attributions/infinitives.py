"""Infinitive and gerund rules: "promised to go", "urged her to go", "denied taking it", "is believed to be ill"."""

from __future__ import annotations

from framing.annotate.attributions.cue_words import class_of, cue_tokens
from framing.annotate.attributions.scene import Draft, Scene, noun_phrase, subtree
from framing.annotate.attributions.sources import agent_of, can_speak, find_source, is_passive
from framing.lexicons.cues import VerbCue
from framing.model.parse import Token


def infinitive_draft(scene: Scene, verb: Token, cue: VerbCue) -> Draft | None:
    """The attribution that `verb` makes of an infinitive or gerund; None where it makes none."""
    for child in scene.parse.children(verb):
        if child.dep not in {"xcomp", "ccomp", "advcl", "dobj", "acl"} or child.i < verb.i:
            continue
        rule, extra = _kind(scene, verb, cue, child)
        if rule:
            return _draft(scene, verb, cue, subtree(scene.parse, child) | extra, rule)
    return None


def _has_to(scene: Scene, token: Token) -> bool:
    return any(child.lower == "to" and child.dep == "aux" for child in scene.parse.children(token))


def _kind(scene: Scene, verb: Token, cue: VerbCue, child: Token) -> tuple[str, frozenset[int]]:
    """The rule by which the cue takes `child` ("" for none), and the object that belongs to the content."""
    passive = is_passive(scene, verb)
    if child.dep in {"xcomp", "ccomp", "advcl", "acl"} and _has_to(scene, child):
        if passive:
            return _passive_kind(scene, verb, cue, child)
        own_subject = any(below.dep == "nsubj" or (below.tag in {"WP", "WDT"} and below.i < verb.i)
                          for below in scene.parse.children(child))  # "what many considered to be a coup"
        told = _object(scene, verb)
        if own_subject or told:
            return ("object_infinitive", told) if "object_infinitive" in cue.takes and child.dep != "acl" else ("", frozenset())
        return ("infinitive", frozenset()) if "infinitive" in cue.takes and child.dep == "xcomp" else ("", frozenset())
    if "gerund" in cue.takes and child.tag == "VBG" and child.dep in {"xcomp", "dobj"} and not passive:
        return "gerund", frozenset()
    return "", frozenset()


def _passive_kind(scene: Scene, verb: Token, cue: VerbCue, child: Token) -> tuple[str, frozenset[int]]:
    if ("passive" not in cue.takes and "object_infinitive" not in cue.takes) or child.dep not in {"xcomp", "advcl", "ccomp"}:
        return "", frozenset()
    subject = next((one for one in scene.parse.children(verb) if one.dep == "nsubjpass"), None)
    held = noun_phrase(scene.parse, subject) if subject is not None else frozenset()
    return ("passive_infinitive" if "passive" in cue.takes else "object_infinitive.passive"), held


def _object(scene: Scene, verb: Token) -> frozenset[int]:
    """The verb's object, or that of its "on" ("called on the rebels to"); empty where it has none."""
    for child in scene.parse.children(verb):
        if child.dep in {"dobj", "dative"}:
            return noun_phrase(scene.parse, child)
        if child.dep == "prep" and child.lower in {"on", "upon"} and verb.lemma == "call":
            for below in scene.parse.children(child):
                if below.dep == "pobj":
                    return noun_phrase(scene.parse, below)
    return frozenset()


def _draft(scene: Scene, verb: Token, cue: VerbCue, content: frozenset[int], rule: str) -> Draft | None:
    words = cue_tokens(scene, verb, cue)
    source = agent_of(scene, verb) if is_passive(scene, verb) else find_source(scene, verb)
    content -= words | source
    if rule != "passive_infinitive" and not can_speak(scene, verb):
        return None  # "the storm threatened to flood the port"
    if not content or not (source or rule == "passive_infinitive"):
        return None
    return Draft(verb.i, source, words, content, rule, cue.lemma, class_of(scene, verb, cue), cue.cue_class == "stance")


def seeming_draft(scene: Scene, verb: Token, cue: VerbCue) -> Draft | None:
    """ "seemed to waver", "appears likely": what seems is credited to nobody. Marked as stance: no words are reported."""
    if "seem" not in cue.takes:
        return None
    complement = next((child for child in scene.parse.children(verb)
                       if child.dep in {"xcomp", "oprd", "acomp", "ccomp"} and child.i > verb.i), None)
    if complement is None or (verb.lemma == "appear" and complement.dep == "xcomp" and not _has_to(scene, complement)
                              and complement.pos not in {"ADJ"}):
        return None
    subjects = [child for child in scene.parse.children(verb) if child.dep == "nsubj"]
    content = subtree(scene.parse, complement).union(*(noun_phrase(scene.parse, one) for one in subjects))
    words = cue_tokens(scene, verb, cue)
    return Draft(verb.i, frozenset(), words, content - words, "seem", cue.lemma, cue.cue_class, stance=True)
