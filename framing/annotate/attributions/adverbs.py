""" "Reportedly", "allegedly": the clause is credited to nobody in particular."""

from __future__ import annotations

from framing.annotate.attributions.scene import Draft, Scene, subtree
from framing.model.parse import Token


def adverb_draft(scene: Scene, token: Token) -> Draft | None:
    """The attribution that an adverb makes of the clause it stands in; None where the token is no such adverb."""
    if not token.lower.endswith("ly") or token.pos not in {"ADV", "PROPN", "ADJ"}:
        return None
    cue = scene.cues.adverbs.get(token.lower)
    if cue is None or cue.does != "vague":
        return None
    head = scene.parse.head(token)
    if head.i == token.i or scene.verb_cue(head) is not None:
        return None  # "reportedly said": the verb cues, and takes its class from the adverb
    barred = [child.i for child in scene.parse.children(head) if child.dep in {"advcl", "parataxis", "ccomp", "conj"}]
    content = subtree(scene.parse, head, without=[token.i, *barred]) - {token.i}
    return Draft(token.i, frozenset(), frozenset({token.i}), content, "adverb", cue.words, cue.cue_class) if content else None
