"""Labels given in a clause: "X, who ...", "X is Y", and adverbs that judge what X did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from framing.measure.labels.phrases import TIMES, is_naming, phrase, span_of, trim
from framing.measure.labels.scene import Draft, Scene
from framing.model.parse import Token
from framing.text.names import same_word

_LONGEST_CLAUSE: Final = 14  # words; a longer clause tells a story rather than naming somebody
_WHO: Final = frozenset({"PERSON", "NORP", "ORG", "GPE"})


def find_copulas(scene: Scene) -> Iterator[Draft]:
    """"X is, became, remains Y": a noun, or an adjective that a contested set knows."""
    for verb in scene.parse.tokens:
        if verb.lemma not in scene.cues.copulas or verb.pos not in {"AUX", "VERB"} or scene.is_negated(verb):
            continue
        subject, said = scene.child(verb, "nsubj"), scene.child(verb, "attr", "acomp")
        if subject is None or said is None or subject.i > said.i:
            continue
        entity = scene.entity_of(subject)
        if entity is None or said.i in scene.named or said.entity in _WHO | TIMES or said.lemma in scene.cues.empty:
            continue
        form = "relative" if subject.lower in {"who", "which"} else "copula"
        if said.dep == "acomp":
            yield Draft(said.span, entity.name, entity.kind, form, "copula.adjective", only_rated=True)
            continue
        words = phrase(scene, said)
        if said.pos in {"NOUN", "PROPN"} and words and is_naming(scene, words):
            yield Draft(span_of(words), entity.name, entity.kind, form, "copula.noun")


def find_relatives(scene: Scene) -> Iterator[Draft]:
    """"X, who called for a strike": the clause from "who", where it is short and neither speech nor a frame of its own."""
    cues = {token.i for found in scene.reading.attributions for span in found.cue for token in scene.parse.tokens_in(span)}
    framing = scene.cues.as_view | scene.cues.as_act | scene.cues.call_view | scene.cues.copulas | {"say", "tell"}
    for verb in scene.parse.tokens:
        if verb.dep != "relcl" or verb.lemma in framing or verb.i in cues:
            continue
        subject = scene.child(verb, "nsubj", "nsubjpass")
        entity = scene.entity_of(subject) if subject is not None and subject.lower == "who" else None
        if subject is None or entity is None or entity.kind not in {"person", "group"}:
            continue
        words = _clause(scene, subject, verb)
        if 2 < len(words) <= _LONGEST_CLAUSE and not any(token.i in cues for token in words):
            yield Draft(span_of(words), entity.name, entity.kind, "relative", "relative.who")


def _clause(scene: Scene, subject: Token, verb: Token) -> tuple[Token, ...]:
    """Words of a relative clause from its pronoun up to a comma or its end."""
    words: list[Token] = []
    for token in scene.parse.subtree(verb):
        if token.i < subject.i:
            continue
        if words and (token.i != words[-1].i + 1 or token.text in {",", ";", "—", '"'}):
            break
        words.append(token)
    return trim(scene, words)


def find_adverbs(scene: Scene) -> Iterator[Draft]:
    """"X haughtily refused": the adverb; misspelt ones too ("falsly")."""
    for token in scene.parse.tokens:
        if token.dep != "advmod" or not token.lower.endswith("ly") or not _judging(scene, token.lower):
            continue
        verb = scene.parse.head(token)
        subject = scene.subject(verb) if verb.pos in {"VERB", "AUX"} else None
        if subject is None or subject.dep == "nsubjpass":
            continue
        entity = scene.entity_of(subject)
        if entity is not None and entity.kind != "place":
            yield Draft(token.span, entity.name, entity.kind, "adverb", "adverb.judging")


def _judging(scene: Scene, adverb: str) -> bool:
    return adverb in scene.cues.adverbs or any(
        known[:3] == adverb[:3] and same_word(known, adverb) for known in sorted(scene.cues.adverbs))
