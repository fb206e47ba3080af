"""Which words fill a slot around a term, and whether an entry's conditions hold there. Grammar as in `model.parse`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from framing.lexicons.entries import Condition
from framing.lexicons.kinds import WordClasses
from framing.model.parse import Parse, Token

_MODIFIES: Final = frozenset({"amod", "compound", "nmod", "poss"})
_RELATIVE: Final = frozenset({"who", "whom", "which", "that"})
_TIES: Final = frozenset({"of", "against", "on", "with", "for", "over", "at", "to", "into", "about", "from", "upon", "towards", "toward", "in", "behind", "between", "among"})
_COMPLEMENTS: Final = frozenset({"acomp", "attr", "oprd"})
_CLAUSES: Final = frozenset({"ccomp", "xcomp"})
_LONGEST_CHAIN: Final = 4  # conjoined or chained verbs whose shared subject is looked for; beyond that parses are unreliable


@dataclass(frozen=True, slots=True)
class Place:
    """A term in its sentence: its head word, all its words, the sentence's words."""

    parse: Parse
    head: Token
    words: tuple[Token, ...]
    sentence: tuple[Token, ...]


def _kids(place: Place, token: Token, deps: frozenset[str] | set[str]) -> Iterator[Token]:
    return (kid for kid in place.parse.children(token) if kid.dep in deps)


def _antecedent(place: Place, verb: Token, found: Token) -> Token:
    """A relative pronoun's noun; any other word as it is."""
    if found.lower in _RELATIVE and verb.dep == "relcl":
        return place.parse.head(verb)
    return found


def _chain(place: Place, verb: Token) -> Iterator[Token]:
    """A verb, then the verbs whose subject it shares: those it is conjoined with or complements."""
    for _ in range(_LONGEST_CHAIN):
        yield verb
        above = place.parse.head(verb)
        if verb.dep not in {"conj", "xcomp", "advcl", "acomp"} or above.i == verb.i:
            return
        verb = above


def _subjects(place: Place) -> Iterator[Token]:
    """Who does it: the subject of a verb (shared, relative, or after "by"), the possessor of a noun."""
    head = place.head
    yield from _kids(place, head, {"poss"})
    if head.dep in _COMPLEMENTS or head.dep in {"dobj", "pobj"}:  # "he is a liar", "he launched a tirade"
        head = next((above for above in place.parse.ancestors(head) if above.pos in {"VERB", "AUX"}), head)
    for verb in _chain(place, head):
        found = [_antecedent(place, verb, kid) for kid in _kids(place, verb, {"nsubj", "csubj"})]
        found += [under for kid in _kids(place, verb, {"agent"}) for under in _kids(place, kid, {"pobj"})]
        if not found and verb.dep == "acl" and (verb.tag == "VBG" or place.parse.head(verb).dep == "ROOT"):
            found = [place.parse.head(verb)]
        if found:
            yield from found
            return


def _objects(place: Place) -> Iterator[Token]:
    """Whom it is done to: object, subject of a passive, the noun that a participle describes."""
    head = place.head
    for kid in _kids(place, head, {"dobj", "nsubjpass", "dative"}):
        yield _antecedent(place, head, kid)
    for word in place.words:
        if word.i != head.i:
            yield from _kids(place, word, {"dobj"})
    if head.tag == "VBN" and head.dep in {"acl", "amod"}:
        yield place.parse.head(head)
    if head.dep in {"conj", "xcomp"} and place.parse.head(head).pos == "VERB" and head.tag == "VBN":
        yield from _kids(place, place.parse.head(head), {"nsubjpass"})


def _heads(place: Place) -> Iterator[Token]:
    """What it is said of: the noun or verb that it modifies, the subject of its copula, the noun it stands in apposition to."""
    head = place.head
    while head.dep == "conj" and place.parse.head(head).i != head.i:
        head = place.parse.head(head)
    above = place.parse.head(head)
    if (head.dep in {*_MODIFIES, "appos", "advmod", "npadvmod"} and above.i != head.i) or head.dep in {"acl", "relcl"}:
        yield above
    elif head.dep in _COMPLEMENTS:
        verb = above
        yield from (_antecedent(place, verb, kid) for kid in _kids(place, verb, {"dobj", "nsubjpass"} if head.dep == "oprd" else {"nsubj"}))
    elif head.dep == "ccomp":  # small clauses: "called him reckless"
        yield from _kids(place, head, {"nsubj"})
    yield from _kids(place, place.head, {"appos"})


def _tied(place: Place) -> Iterator[Token]:
    """Nouns tied to the term by of, against, on, with, for and the like."""
    for word in place.words:
        for kid in place.parse.children(word):
            if kid.dep in {"prep", "agent", "dative"} and kid.lower in _TIES:
                yield from _kids(place, kid, {"pobj"})
            elif kid.dep in {"prt", "advmod", "prep"}:
                for under in _kids(place, kid, {"prep"}):
                    yield from _kids(place, under, {"pobj"})
    for word in place.words:  # a phrase that ends in its own preposition: "took aim at the council"
        if word.dep in {"prep", "agent"}:
            yield from _kids(place, word, {"pobj"})


def _modifiers(place: Place) -> Iterator[Token]:
    """Adjectives, nouns and possessors that hang on the term."""
    return _kids(place, place.head, _MODIFIES)


def _particles(place: Place) -> Iterator[Token]:
    """Particles, adverbs and prepositions that hang on the term."""
    return _kids(place, place.head, {"prt", "advmod", "prep", "agent"})


_SLOTS: Final = MappingProxyType({
    "self": lambda place: iter((place.head,)), "head": _heads, "subject": _subjects, "object": _objects, "of-object": _tied,
    "modifier": _modifiers, "particle": _particles, "none": lambda place: iter(()),
})


def fillers(place: Place, slot: str) -> tuple[Token, ...]:
    """The words that fill a slot of `entries.SLOTS` around a term, and what is conjoined with them, each once."""
    finder: Callable[[Place], Iterable[Token]] = _SLOTS[slot]
    found: dict[int, Token] = {}
    for token in finder(place):
        found.setdefault(token.i, token)
        for other in place.parse.children(token):
            if other.dep == "conj" and slot != "self":
                found.setdefault(other.i, other)
    return tuple(found.values())


def holds(condition: Condition, place: Place, classes: WordClasses) -> bool:
    """Whether a condition holds for a term in its sentence. `near` is not judged here: it needs the other hits (True)."""
    if condition.slot:
        filled = tuple(token for slot in condition.slot for token in fillers(place, slot))
        if not condition.kind and not condition.lemma:
            return bool(filled)
        return any(token.lemma.lower() in condition.lemma or token.lower in condition.lemma
                   or not classes.kinds_of(token).isdisjoint(condition.kind) for token in filled)
    if condition.sentence:
        own = {word.i for word in place.words}
        return any(not classes.topics_of(token).isdisjoint(condition.sentence) for token in place.sentence if token.i not in own)
    return not condition.speech or introduces_speech(place)


def introduces_speech(place: Place) -> bool:
    """Whether the term is followed by what is said: a clause, or a quotation mark within two words on either side."""
    if any(True for _ in _kids(place, place.head, _CLAUSES)) or place.head.dep == "parataxis":
        return True
    for clause in _kids(place, place.head, {"acl"}):  # "the claim that ..." and "to ...", not "the claim made by ..."
        if any(kid.dep == "mark" or kid.tag == "TO" for kid in place.parse.children(clause)):
            return True
    here = [k for k, token in enumerate(place.sentence) if token.i in {word.i for word in place.words}]
    if not here:
        return False
    around: Sequence[Token] = (*place.sentence[max(0, here[0] - 4):here[0]], *place.sentence[here[-1] + 1:here[-1] + 4])
    return any(token.text in {'"', "“", "”", "''", "``"} for token in around)


def governing_verb(place: Place) -> Token:
    """The verb whose clause the term stands in, within two steps; the term's own head word where there is none."""
    token = place.head
    for _ in range(3):
        if token.pos in {"VERB", "AUX"}:
            return token
        token = place.parse.head(token)
    return place.head


def is_negated(place: Place) -> bool:
    """Whether the term or its clause is negated: not, never, no, without."""
    for token in {place.head.i: place.head, governing_verb(place).i: governing_verb(place)}.values():
        for kid in place.parse.children(token):
            if kid.dep == "neg" or kid.lower in {"never", "hardly", "nor"} or (kid.dep == "det" and kid.lower in {"no", "neither"}):
                return True
    return any(above.lower == "without" for _, above in zip(range(2), place.parse.ancestors(place.head), strict=False))


def is_hypothetical(place: Place) -> bool:
    """Whether the clause says what would, could or might be, or hangs on "if"."""
    verb = governing_verb(place)
    return any((kid.dep == "aux" and kid.lower in {"would", "could", "might", "may", "should", "'d"})
               or (kid.dep == "mark" and kid.lower in {"if", "unless", "whether"}) for kid in place.parse.children(verb))
