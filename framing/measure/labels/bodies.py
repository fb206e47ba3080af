"""Labels of governments ("the X regime", "government of X") and of people by their role alone ("the minister")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from framing.measure.labels.phrases import is_naming, phrase, span_of, trim
from framing.measure.labels.scene import Draft, Scene
from framing.model.findings import Entity
from framing.model.parse import Token

_DEFINITE: Final = frozenset({"the", "this", "that"})


def find_governments(scene: Scene) -> Iterator[Draft]:
    """"the Ruiz regime", "Norland's government", "the elected government of Ruiz"."""
    for noun in scene.parse.tokens:
        if (noun.lemma not in scene.cues.governments and noun.lower not in scene.cues.governments) or noun.pos not in {"NOUN", "PROPN"}:
            continue
        owner = _owner(scene, noun)
        if owner is None:
            continue
        name, token = owner
        words = phrase(scene, noun)
        if words and any(one.i == noun.i for one in words) and noun.i != token.i:
            yield Draft(span_of(words), f"{name} government", "government", "government-of", "government-of.owner")


def _owner(scene: Scene, noun: Token) -> tuple[str, Token] | None:
    """Whose government: by possessor, compound, adjective or an "of" phrase."""
    for child in scene.parse.children(noun):
        if child.dep in {"poss", "compound", "nmod", "amod"}:
            found = _owner_name(scene, child)
            if found:
                return found, child
        if child.dep == "prep" and child.lower in {"of", "under"}:
            owned = scene.child(child, "pobj")
            found = _owner_name(scene, owned) if owned is not None else None
            if owned is not None and found:
                return found, owned
    return None


def _owner_name(scene: Scene, token: Token) -> str | None:
    entity = scene.entity_of(token) if token.pos != "PRON" else None
    if entity is not None and (entity.kind != "group" or entity.name.lower() in scene.states):
        return scene.states.get(entity.name.lower(), entity.name)
    return scene.state_of(token)


def find_definites(scene: Scene, titled: Sequence[Draft]) -> Iterator[Draft]:
    """"the minister", "the Norland president": a role alone, of the one person who was given it. `titled` are titles and appositions found."""
    marked = set()
    for entity in scene.reading.entities:
        for mention in entity.mentions:
            tokens = trim(scene, scene.parse.tokens_in(mention.span))
            if mention.form == "role" and tokens:
                marked.update(token.i for token in tokens)
                if entity.kind in {"person", "group"} and is_naming(scene, tokens):
                    yield Draft(span_of(tokens), entity.name, entity.kind, "definite", "definite.role-mention")
    memory = _titles(scene, titled)
    for noun in scene.parse.tokens:
        if noun.lemma in memory and noun.tag in {"NN", "NNP"} and noun.i not in marked and noun.i not in scene.named:
            yield from _definite(scene, noun, memory[noun.lemma])


def _titles(scene: Scene, titled: Sequence[Draft]) -> Mapping[str, list[tuple[str, Entity, frozenset[str], int]]]:
    """Role noun -> (person's name, entity, states in the title, where it stood)."""
    by_name = {entity.name: entity for entity in scene.reading.entities if entity.kind == "person"}
    memory: dict[str, list[tuple[str, Entity, frozenset[str], int]]] = {}
    for draft in titled:
        sentence = scene.reading.sentence_at(draft.span.start)
        if draft.referent not in by_name or sentence is None or sentence.zone == "caption":
            continue
        tokens = scene.parse.tokens_in(draft.span)
        states = frozenset(state for token in tokens if (state := scene.state_of(token)) is not None)
        before_of = tokens[:next((i for i, token in enumerate(tokens) if token.lower == "of"), len(tokens))]
        nouns = [token for token in before_of if token.pos in {"NOUN", "PROPN"} and scene.state_of(token) is None]
        if nouns:
            memory.setdefault(nouns[-1].lower, []).append((draft.referent, by_name[draft.referent], states, draft.span.start))
    return memory


def _definite(scene: Scene, noun: Token, known: Sequence[tuple[str, Entity, frozenset[str], int]]) -> Iterator[Draft]:
    determiner = scene.child(noun, "det")
    words = phrase(scene, noun)
    if determiner is None or determiner.lower not in _DEFINITE or not words or any(token.i in scene.named and token.i > noun.i for token in words):
        return
    if any(child.dep == "appos" for child in scene.parse.children(noun)) or noun.dep in {"compound", "nmod"} or noun.dep == "appos":
        return
    wanted = {state for token in words if (state := scene.state_of(token)) is not None}
    earlier = [one for one in known if one[3] < noun.start]
    fitting = [one for one in earlier if not wanted or wanted <= one[2]]
    people = {one[0] for one in fitting}
    if len(people) == 1 and (wanted or len({one[0] for one in earlier}) == 1):
        _, entity, _, _ = fitting[0]
        yield Draft(span_of(words), entity.name, entity.kind, "definite", "definite.title-memory")
