"""What kind of source an attribution credits: a person, an unnamed official, a document, another outlet, the public ..."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.annotate.attributions.scene import NOUNS, Draft, Scene
from framing.annotate.attributions.speakers import Speaker
from framing.lexicons.label_cues import load_states
from framing.lexicons.source_words import load_source_words, singular
from framing.model.findings import SourceType
from framing.model.parse import Token

_OWN: Final = frozenset({"this", "our"})
_PERSON_WORDS: Final = frozenset({"he", "she", "i", "him", "her", "his"})
_PUBLIC_PRONOUNS: Final = frozenset({"they", "we", "you", "everyone", "everybody", "anyone", "someone", "somebody", "nobody", "people"})
_SHARES: Final = frozenset({"percent", "%", "cent", "half", "third", "thirds", "quarter", "quarters", "majority", "those", "plurality"})
_ABBREVIATED_ROLES: Final = frozenset({"fm", "pm", "mp", "mps", "mep", "ceo", "cfo", "sec", "vp", "fms"})


def source_type(scene: Scene, draft: Draft, speaker: Speaker | None) -> SourceType:
    """The kind of source, the first that fits: media and documents before bodies, people before role words (method, 2 b)."""
    tokens = [scene.tokens[i] for i in sorted(draft.source)]
    addressed = [scene.tokens[i] for i in sorted(draft.addressee)]
    if any(token.lower in _OWN for token in addressed) and any(singular(t.text) in load_source_words().self_words for t in addressed):
        return "self"
    if not tokens:
        return "person" if speaker is not None and speaker.entity is not None else "unspecified"
    head = _head(tokens)
    if head.lower in _PERSON_WORDS or (speaker is not None and speaker.entity is not None and speaker.entity.kind == "person"):
        return "person"
    return _by_words(tokens, head, speaker)


def _head(tokens: Sequence[Token]) -> Token:
    """The word that the phrase's other words hang on."""
    inside = {token.i for token in tokens}
    heads = [token for token in tokens if (token.head not in inside or token.head == token.i) and token.tag not in {"WP", "WDT"}]
    return next((token for token in reversed(heads) if token.pos in NOUNS), heads[0] if heads else tokens[0])


def _by_words(tokens: Sequence[Token], head: Token, speaker: Speaker | None) -> SourceType:
    """The kind by the head's own word, then by the words around it."""
    words = load_source_words()
    noun = singular(head.text)
    first: tuple[tuple[frozenset[str], SourceType], ...] = (
        (words.outlets, "media"), (words.media, "media"), (words.documents, "document"))
    for group, kind in first:
        if noun in group and not (kind == "document" and head.pos == "VERB"):
            return kind
    if any(token.lower in _ABBREVIATED_ROLES for token in tokens):
        return "person_role"
    if noun in words.officials or any("anonym" in token.lower for token in tokens):
        return "unnamed_official"
    if head.lower in _SHARES or head.pos == "NUM":
        return "public"
    if head.lower in _PUBLIC_PRONOUNS or noun in words.public or head.lower in words.public:
        return "government" if noun in words.governments else "public"
    return _institution(tokens, head, noun, speaker)


def _institution(tokens: Sequence[Token], head: Token, noun: str, speaker: Speaker | None) -> SourceType:
    words, states = load_source_words(), load_states()
    low = " ".join(token.lower for token in tokens)
    others = any(token.dep == "conj" and singular(token.text) in words.governments for token in tokens)  # "and 24 other states"
    if others or noun in words.governments or low in states or head.lower in words.capitals or head.lower in states:
        return "government"
    if speaker is not None and speaker.entity is not None:
        if speaker.entity.kind in {"state", "place"}:
            return "government"
        if speaker.entity.kind == "organisation":
            return "organisation"
        if speaker.entity.kind == "group":
            return "public"
    if noun in words.roles:
        indefinite = tokens[0].lower in {"a", "an", "one"}
        return "public" if head.tag == "NNS" else "unnamed_official" if indefinite else "person_role"
    if noun in words.organisations or head.entity == "ORG":
        return "organisation"
    if head.entity in {"GPE"}:
        return "government"
    if head.entity == "PERSON" or head.pos == "PROPN":
        return "person" if head.entity == "PERSON" else "organisation"
    return "public" if head.tag == "NNS" else "unspecified"
