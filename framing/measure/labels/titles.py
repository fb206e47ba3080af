"""Labels that stand directly beside a name: titles, modifiers, appositions, and what an editor put in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from framing.lexicons.kinds import load_word_classes
from framing.measure.labels.events import is_event
from framing.measure.labels.phrases import (
    TIMES,
    can_be_somebody,
    is_naming,
    left_edge,
    phrase,
    role_noun,
    span_of,
    trim,
    without_nation,
)
from framing.measure.labels.scene import Draft, Scene
from framing.model.article import Span
from framing.model.findings import Entity
from framing.model.parse import Token

_BRACKET: Final = re.compile(r"\[([^\[\]\n]{2,80})\]")
_NAMED: Final = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})


def find_titles(scene: Scene) -> Iterator[Draft]:
    """"opposition leader Ana Ruiz", "constitutionally elected Ruiz"; for places and bodies adjectives alone ("oil-rich Norland")."""
    for entity, _, head, tokens in scene.name_heads():
        first = tokens[0]
        before = trim(scene, scene.parse.tokens[left_edge(scene, head):first.i])
        if entity.kind in {"person", "group"} and not before:
            before = _heading_title(scene, head, first)
        before = tuple(token for token in before if token.i < first.i)
        if not before or before[-1].i != first.i - 1 or any(token.entity in TIMES for token in before):
            continue
        if any(token.i in scene.named and scene.named[token.i][0].kind == "person" for token in before):
            continue  # two names run together are no title
        as_person = entity.kind == "person" or (entity.kind == "group" and before[-1].pos == "NOUN")
        if as_person and is_naming(scene, before) and can_be_somebody(role_noun(before)):
            yield Draft(span_of(without_nation(scene, before)), entity.name, entity.kind, "title", "title.before-name")
        elif not as_person and _judges(scene, before):
            yield Draft(span_of(before), entity.name, entity.kind, "title", "title.modifier", only_rated=len(before) > 3)


def _judges(scene: Scene, tokens: tuple[Token, ...]) -> bool:
    """Whether modifiers of a place or a body say more than where it lies."""
    return all(token.text[:1].islower() or not token.text[:1].isalpha() for token in tokens) and any(
        token.pos in {"ADJ", "VERB"} and token.lower not in scene.cues.locating for token in tokens)


def _heading_title(scene: Scene, head: Token, first: Token) -> tuple[Token, ...]:
    """A title that the parser took for the head of the phrase ("Secretary of State Ana Ruiz")."""
    above = scene.parse.head(head)
    if head.dep not in {"appos", "nmod"} or above.i >= first.i or above.i < first.i - 6:
        return ()
    between = scene.parse.tokens[above.i + 1:first.i]
    if any(not any(map(str.isalnum, token.text)) for token in between) or above.pos not in {"NOUN", "PROPN"}:
        return ()
    return trim(scene, scene.parse.tokens[left_edge(scene, above):first.i])


def find_appositions(scene: Scene) -> Iterator[Draft]:
    """"Ana Ruiz, the opposition leader," and "the opposition leader, Ana Ruiz,"."""
    for entity, _, head, tokens in scene.name_heads():
        if entity.kind == "other":
            continue
        apposed = next((child for child in scene.parse.children(head) if child.dep == "appos" and child.i > head.i), None)
        apposed = apposed or _role_after(scene, tokens[-1])
        if apposed is not None:
            yield from _apposed(scene, entity, apposed, "apposition.after-name")
        above = scene.parse.head(head)
        if head.dep == "appos" and above.i < tokens[0].i and _comma_between(scene, above, tokens[0]):
            yield from _apposed(scene, entity, above, "apposition.before-name")


def _role_after(scene: Scene, last: Token) -> Token | None:
    """A role right after a name and a comma that the parser took for something else ("Ana Ruiz, chief executive of Sarn, told")."""
    tokens = scene.parse.tokens
    if last.i + 2 >= len(tokens) or tokens[last.i + 1].text != ",":
        return None
    for token in tokens[last.i + 2:last.i + 7]:
        if token.sentence != last.sentence or token.pos not in {"DET", "ADJ", "NOUN", "PROPN"}:
            return None
        if token.pos == "NOUN" and token.dep != "compound":
            return token if "person" in load_word_classes().kinds.get(token.lemma, frozenset()) else None
    return None


def _comma_between(scene: Scene, left: Token, right: Token) -> bool:
    return any(token.text in {",", "–", "—", "("} for token in scene.parse.tokens[left.i + 1:right.i])


def _apposed(scene: Scene, entity: Entity, noun: Token, rule: str) -> Iterator[Draft]:
    """The label that a noun beside a name heads, if it can name such an entity."""
    if not _can_name(scene, entity, noun):
        return
    words = phrase(scene, noun)
    if words and is_naming(scene, words) and any(token.i == noun.i for token in words):
        yield Draft(span_of(without_nation(scene, words)), entity.name, entity.kind, "apposition", rule)


def _can_name(scene: Scene, entity: Entity, noun: Token) -> bool:
    """Whether a noun beside a name is a common word for it: no other name, no date, no event; for a person a person's role."""
    if noun.i in scene.named or noun.entity in _NAMED | TIMES or noun.lemma in scene.cues.empty or is_event(scene, noun):
        return False
    if entity.kind == "person" and not can_be_somebody(noun):
        return False
    if noun.pos == "PROPN":  # a capital alone is no role, and a headline capitalises anything
        sentence = scene.reading.sentence_at(noun.start)
        is_role = "person" in load_word_classes().kinds.get(noun.lower, frozenset())
        return sentence is not None and sentence.zone in {"body", "dek"} and (is_role or entity.kind != "person")
    return noun.pos == "NOUN"


def find_brackets(scene: Scene) -> Iterator[Draft]:
    """What an editor put into a quotation before a name: "[opposition leader Ana] Ruiz", "[the dictator] Ruiz"."""
    shadow = scene.reading.document.shadow
    for found in _BRACKET.finditer(shadow):
        inside, after = Span(*found.span(1)), found.end()
        if shadow[after:after + 1] == "(":  # a link in Markdown
            continue
        entity = _named_next(scene, inside, after)
        if entity is None:
            continue
        first_names = {word.lower() for word in re.findall(r"\w+", entity.name)}
        tokens = list(scene.parse.tokens_in(inside))
        while tokens and (tokens[-1].lower in first_names or tokens[-1].text in {"]", "["}):
            tokens.pop()
        words = trim(scene, tokens)
        if words and is_naming(scene, words):
            yield Draft(span_of(words), entity.name, entity.kind, "bracket", "bracket.before-name")


def _named_next(scene: Scene, inside: Span, after: int) -> Entity | None:
    """The entity named inside the brackets' end or directly after them."""
    for token in scene.parse.tokens_in(Span(inside.start, after + 30)):
        if token.i in scene.named and token.end > inside.start and (
                token.start < after or not re.search(r"\w", scene.reading.document.shadow[after:token.start])):
            entity, mention = scene.named[token.i]
            if mention.form == "name" and entity.kind == "person":
                return entity
    return None
