"""The words of a verb cue, and its class once the adverb beside it has been weighed."""

from __future__ import annotations

from typing import Final

from framing.annotate.attributions.scene import Scene
from framing.lexicons.cues import VerbCue
from framing.model.findings import CueClass
from framing.model.parse import Token

_PARTS: Final = frozenset({"aux", "auxpass", "neg", "prt"})
_FIRST_SECOND: Final = frozenset({"i", "we", "you"})


def cue_tokens(scene: Scene, verb: Token, cue: VerbCue) -> frozenset[int]:
    """The verb with its auxiliaries, negation, particle and adjoining adverbs."""
    second = cue.lemma.split()[1] if " " in cue.lemma else ""
    found = {verb.i}
    for child in scene.parse.children(verb):
        if (child.dep in _PARTS and child.lower != "to" and child.pos != "PROPN") or (second and child.lower == second) or (child.dep == "advmod" and _adjoins(scene, child, verb)):
            found.add(child.i)
    return frozenset(found)


def _adjoins(scene: Scene, adverb: Token, verb: Token) -> bool:
    """Whether nothing but auxiliaries and adverbs stands between the two."""
    low, high = sorted((adverb.i, verb.i))
    if adverb.text[:1].isupper() and adverb.i and scene.tokens[adverb.i - 1].sentence == adverb.sentence:
        return False  # a name that ends like an adverb ("Marta Vesely told")
    return adverb.tag.startswith("RB") and all(scene.tokens[i].pos in {"AUX", "ADV", "PART"} for i in range(low + 1, high))


def class_of(scene: Scene, verb: Token, cue: VerbCue) -> CueClass:
    """The cue's class; an adverb beside the verb beats it ("falsely said" discredits, "reportedly said" doubts)."""
    tokens = scene.tokens
    for i in range(max(0, verb.i - 2), min(len(tokens), verb.i + 2)):
        if tokens[i].sentence == verb.sentence and i != verb.i and tokens[i].text.lower().endswith("ly"):
            adverb = scene.cues.adverb(tokens[i].text)
            if adverb is not None:
                return adverb.cue_class
    if cue.cue_class == "factive" and any(child.dep == "neg" for child in scene.parse.children(verb)):
        return "neutral"  # negation takes a factive's presupposition away in news use ("did not confirm that")
    return cue.cue_class


def is_plain_use(scene: Scene, verb: Token) -> bool:
    """Whether the verb is an order or speaks for writer and reader: "Imagine that ...", "I think", "you know". No report."""
    before = [token.lower for token in scene.tokens[max(0, verb.i - 2):verb.i]]
    if verb.dep == "pcomp" and (before[-1:] in (["without"], ["than"]) or before == ["instead", "of"]):
        return True  # "instead of talking about it"
    subjects = [child for child in scene.parse.children(verb) if child.dep in {"nsubj", "nsubjpass"}]
    if not subjects:
        return verb.tag == "VB" and verb.dep == "ROOT" and not any(
            child.dep == "aux" for child in scene.parse.children(verb))
    bare = verb.tag in {"VBP", "VB"} and not any(child.lower in {"have", "had", "'ve"} for child in scene.parse.children(verb))
    return bare and subjects[0].lower in _FIRST_SECOND
