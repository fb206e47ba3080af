"""The words of a noun phrase that make a label: its own modifiers and an "of" phrase, without article and long tails."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.lexicons.kinds import load_word_classes
from framing.measure.labels.scene import Scene
from framing.model.article import Span
from framing.model.parse import Token

LEFT: Final = frozenset({"amod", "compound", "nmod", "poss", "advmod", "npadvmod", "nummod", "quantmod", "punct", "case", "neg"})
# What no label begins with.
_DROPPED: Final = frozenset({
    "the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "'s", "'", "such", "both", "all",
    "some", "any", "no", "another", "every", "each", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "also", "even", "himself", "herself", "itself",
    "themselves", "only", "just", "not", "as", ",", "-", "–", "—", '"', "[", "(", ":"})
_TAIL_ENDS: Final = frozenset({",", ";", "(", "—", "–", '"', "who", "which", "that"})
_ROOM: Final = 2       # words that must be left when an owner ("Norland's") or a nationality is taken off
_LONGEST: Final = 12   # words; a longer phrase is a statement, not a name for something
TIMES: Final = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})


def left_edge(scene: Scene, head: Token) -> int:
    """Place of the first word of the modifiers that stand unbroken before `head`."""
    edge = head.i
    for child in sorted(scene.parse.children(head), key=lambda one: -one.i):
        if child.i > head.i or child.dep not in LEFT or (child.dep == "punct" and child.text not in {"-", "–", '"'}):
            continue
        below = [token for token in scene.parse.subtree(child) if token.i < head.i]
        if not below or any(token.dep not in {"det", "punct"} for token in scene.parse.tokens[below[-1].i + 1:edge]):
            break
        if any(token.text == "," or token.dep in {"relcl", "acl"} for token in below):
            break
        edge = below[0].i
    return edge


def trim(scene: Scene, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Tokens without article, pronoun, common possessor ("the country's") and marks at the ends."""
    kept = list(tokens)
    owner = next((i for i, token in enumerate(kept) if token.tag == "POS"), None)
    if owner is not None and len(kept) - owner > _ROOM:
        kept = kept[owner + 1:]
    marks = [i for i, token in enumerate(kept) if token.text == '"']
    if len(marks) == 1:
        kept = kept[marks[0] + 1:] or kept[:marks[0]]  # only one end of a quotation: keep what lies on the noun's side
    while kept and (kept[0].lower in _DROPPED or kept[0].tag == "POS" or not any(map(str.isalnum, kept[0].text))):
        kept.pop(0)
    while kept and not any(map(str.isalnum, kept[-1].text)):
        kept.pop()
    return tuple(kept)


def phrase(scene: Scene, head: Token) -> tuple[Token, ...]:
    """The label that a noun heads: modifiers, the noun and an "of" phrase; () where nothing is left."""
    known = scene.phrases.get(head.i)
    if known is None:
        known = scene.phrases[head.i] = _phrase(scene, head)
    return known


def _phrase(scene: Scene, head: Token) -> tuple[Token, ...]:
    tokens = list(scene.parse.tokens[left_edge(scene, head):head.i + 1])
    tail = _of_phrase(scene, head)
    kept = trim(scene, [*tokens, *tail])
    if len(kept) > _LONGEST:
        kept = trim(scene, tokens)
    return kept if len(kept) <= _LONGEST else ()


def _of_phrase(scene: Scene, head: Token) -> tuple[Token, ...]:
    """The "of" phrase directly after a noun, up to a comma or a clause."""
    of = next((child for child in scene.parse.children(head) if child.lower == "of" and child.dep == "prep" and child.i == head.i + 1), None)
    if of is None:
        return ()
    found: list[Token] = [of]
    for token in scene.parse.subtree(of)[1:]:
        if token.i != found[-1].i + 1 or token.lower in _TAIL_ENDS or token.dep in {"relcl", "acl"}:
            break
        found.append(token)
    while found and found[-1].pos not in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}:
        found.pop()
    return tuple(found) if len(found) > 1 else ()


def can_be_somebody(noun: Token) -> bool:
    """Whether a word can name one person: no plural, and no noun that the word classes know only as something else."""
    kinds = load_word_classes().kinds.get(noun.lemma.lower(), frozenset())
    if noun.pos not in {"NOUN", "PROPN"}:
        return True
    return noun.tag not in {"NNS", "NNPS"} and (kinds <= {"body"} or "person" in kinds)  # a "head of state" has a body's name


def role_noun(tokens: Sequence[Token]) -> Token:
    """The noun that says what somebody is: the last one, or that before "of" ("secretary" of state)."""
    end = next((k for k, token in enumerate(tokens) if k and token.lower == "of"), len(tokens))
    return tokens[end - 1]


def without_amount(scene: Scene, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """A phrase without the number before it: "more than 150 strikers" and "strikers" are one label."""
    first = next((k for k, token in enumerate(tokens) if token.pos != "NUM" and token.lower not in scene.cues.amounts), 0)
    return tuple(tokens[first:])


def span_of(tokens: Sequence[Token]) -> Span:
    """From the first token to the last."""
    return Span(tokens[0].start, tokens[-1].end)


def without_nation(scene: Scene, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """A title without the country before it, so that "Norish foreign minister" and "foreign minister" are one label."""
    kept = tuple(tokens)
    while len(kept) > _ROOM and (scene.state_of(kept[0]) is not None or kept[0].entity in {"NORP", "GPE"}):
        kept = trim(scene, kept[1:])
    return kept


def is_naming(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Whether the words say more than a place, a number or a name: at least one common word or title."""
    return any(token.text[:1].isalpha() and len(token.text) > 1 and token.entity not in {"NORP", "GPE", "LOC", "PERSON", *TIMES}
               and token.lower not in scene.states and token.pos in {"NOUN", "ADJ", "PROPN", "VERB"} for token in tokens)
