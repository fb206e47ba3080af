"""What the tone model asks of a mention: the words and the grammar around it, as named features.

Feature names begin with a letter group: w and ww words and pairs of the sentence, st first letters; a and b words after and before
the mention; v, g, k and r valence by nearness, side, clause and role; p, u, c and s the way up the grammar and what hangs beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from framing.lexicons.valence import ValenceWords
from framing.measure.tone_masks import NAME, PERSON, QUOTES, MaskedSentence
from framing.model.article import Span
from framing.model.parse import Parse, Token

Feature = tuple[str, float]

_NEAR: Final = 5          # words either side that count as near; grammar catches what is farther
_FADE: Final = 4.0        # words at which the weight of a valued word is halved
_MOST: Final = 4.0        # sums of valence are cut here, so that a long sentence does not drown everything else
_MAX_STEPS: Final = 4     # steps of the dependency path that are looked at
_TOLD_APART: Final = 2    # steps whose relations are named; farther ones are one kind
_STEM: Final = 5          # letters that stand for a family of words ("honest", "honesty")
_JOINED: Final = frozenset({"conj", "appos", "compound", "nmod"})
_ROLES: Final = {"nsubjpass": "passive", "dobj": "object", "dative": "object", "poss": "owner", "pobj": "oblique"}
_SKIPPED: Final = frozenset({"punct", "det", "aux"})


def sentence_features(sentence: MaskedSentence) -> Iterator[Feature]:
    """What all mentions of a sentence share: every word, pair of neighbours and word family once."""
    for sign in dict.fromkeys(sentence.slots):
        yield f"w:{sign}", 1.0
    for one, two in dict.fromkeys(pairwise(sentence.slots)):
        yield f"ww:{one} {two}", 1.0
    for stem in dict.fromkeys(sign[:_STEM] for sign in sentence.slots if len(sign) > _STEM and not sign.isupper()):
        yield f"st:{stem}", 1.0
    yield f"quotes:{min(sum(token.text in QUOTES for token in sentence.tokens), 3)}", 1.0
    yield f"names:{min(sentence.slots.count(NAME), 4)}", 1.0


def mention_features(parse: Parse, sentence: MaskedSentence, target: Span, words: ValenceWords) -> Iterator[Feature]:
    """What is particular to one mention. Nothing where the span holds no word of the sentence. Names may repeat: the last counts."""
    inside = sentence.inside(target)
    if not inside:
        return
    head = _head_of(sentence, inside)
    yield from _window(sentence, inside)
    yield from _near_valence(sentence, inside)
    yield from _clause_valence(sentence, head, _role(parse, head, words))
    yield from _children(parse, sentence, head)
    yield from _path(parse, sentence, head)
    yield from _shape(sentence, inside)


def _head_of(sentence: MaskedSentence, inside: tuple[int, ...]) -> Token:
    """The word of the target on which its other words hang."""
    tokens = [sentence.tokens[place] for place in inside]
    own = {token.i for token in tokens}
    return next((token for token in tokens if token.head not in own or token.head == token.i), tokens[0])


def _window(sentence: MaskedSentence, inside: tuple[int, ...]) -> Iterator[Feature]:
    """Words near the target by side, the two next ones by distance, and pairs."""
    first, last = sentence.slot_of[inside[0]], sentence.slot_of[inside[-1]]
    before, after = sentence.slots[max(0, first - _NEAR):first][::-1], sentence.slots[last + 1:last + 1 + _NEAR]
    for side, near in (("b", before), ("a", after)):
        if len(near) < _NEAR:
            near = (*near, "EDGE")
        for distance, sign in enumerate(near):
            yield f"{side}:{sign}", 1.0
            if distance < 2:
                yield f"{side}{distance}:{sign}", 1.0
        for one, two in pairwise(near):
            yield f"{side}{side}:{one} {two}", 1.0


def _near_valence(sentence: MaskedSentence, inside: tuple[int, ...]) -> Iterator[Feature]:
    """Valence of the sentence, weighted by nearness, by side and by group."""
    totals: dict[str, float] = {}
    at, quoted = sentence.slot_of[inside[0]], sentence.quoted[inside[0]]
    for word in sentence.valued:
        if word.place in inside:
            continue
        near = 1.0 / (1.0 + abs(word.slot - at) / _FADE)
        side = "b" if word.slot < at else "a"
        if word.value:
            size, kind = abs(word.value), "good" if word.value > 0 else "bad"
            for name, more in ((f"v:{kind}", size), (f"v:{kind}:near", near * size), (f"v:{kind}:{side}", near * size),
                               (f"v:{kind}:{'in' if word.quoted == quoted else 'out'}", size)):
                totals[name] = totals.get(name, 0.0) + more
        for group in word.groups:
            totals[f"g:{group}:{side}"] = totals.get(f"g:{group}:{side}", 0.0) + near
    for name, total in totals.items():
        yield name, _cut(total)
    net = totals.get("v:good:near", 0.0) - totals.get("v:bad:near", 0.0)
    yield ("v:net+" if net > 0.3 else "v:net-" if net < -0.3 else "v:net0"), 1.0


def _cut(total: float) -> float:
    return min(total, _MOST) / 2.0


def _role(parse: Parse, head: Token, words: ValenceWords) -> str:
    """What the target does in its clause: speaker, subject, passive, object, owner, oblique, other."""
    token = head
    while token.dep in _JOINED and token.head != token.i:
        token = parse.head(token)
    if token.dep == "nsubj":
        return "speaker" if "speech" in words.groups.get(parse.head(token).lemma, ()) else "subject"
    return _ROLES.get(token.dep, "other")


def clause_of(sentence: MaskedSentence, target: Span) -> Span:
    """From the first to the last word of the target's clause; always holds the target."""
    inside = sentence.inside(target)
    head = _head_of(sentence, inside)
    places = sentence.clauses[sentence.clause_of[head.i - sentence.tokens[0].i]]
    return Span(min(target.start, sentence.tokens[places[0]].start), max(target.end, sentence.tokens[places[-1]].end))


def _clause_valence(sentence: MaskedSentence, head: Token, role: str) -> Iterator[Feature]:
    """Words and valence of the target's clause, and valence by what the target does."""
    clause = sentence.clause_of[head.i - sentence.tokens[0].i]
    yield f"role:{role}", 1.0
    for place in sentence.clauses[clause]:
        yield f"k:{sentence.signs[place]}", 1.0
    values = [word.value for word in sentence.valued if sentence.clause_of[word.place] == clause]
    good, bad = sum(value for value in values if value > 0), -sum(value for value in values if value < 0)
    for name, total in (("kv:good", good), ("kv:bad", bad), (f"kr:{role}:good", good), (f"kr:{role}:bad", bad),
                        (f"vr:{role}:good", sentence.good), (f"vr:{role}:bad", sentence.bad)):
        if total:
            yield name, _cut(total)


def _sign_of(sentence: MaskedSentence, token: Token) -> str:
    place = token.i - sentence.tokens[0].i
    return sentence.signs[place] if 0 <= place < len(sentence.signs) else ""


def _groups_of(sentence: MaskedSentence, token: Token) -> tuple[str, ...]:
    place = token.i - sentence.tokens[0].i
    return sentence.groups[place] if 0 <= place < len(sentence.groups) else ()


def _children(parse: Parse, sentence: MaskedSentence, head: Token) -> Iterator[Feature]:
    """The target's own modifiers."""
    yield f"d:{head.dep}", 1.0
    for child in parse.children(head):
        yield f"c:{child.dep}:{_sign_of(sentence, child)}", 1.0
        for group in _groups_of(sentence, child):
            yield f"cg:{child.dep}:{group}", 1.0


def _path(parse: Parse, sentence: MaskedSentence, head: Token) -> Iterator[Feature]:
    """The way up from the target to the root: the words on it, denied or not, and what hangs beside the first of them."""
    path, token = head.dep, head
    for step in range(_MAX_STEPS):
        if token.head == token.i:
            yield f"root:{step}", 1.0
            return
        above = parse.head(token)
        sign = _sign_of(sentence, above)
        beside = tuple(parse.children(above))
        mark = "!" if any(child.dep == "neg" for child in beside) else ""
        particle = next((child.lower for child in beside if child.dep == "prt"), "")
        yield f"p:{path}<{mark}{sign}{particle}", 1.0
        yield f"u:{sign}", 1.0
        for group in _groups_of(sentence, above):
            yield f"pg:{path}<{mark}{group}", 1.0
        if step < _TOLD_APART:
            yield from _beside(sentence, token, beside, f"{path}>", mark)
            path = f"{path}<{above.lower if above.dep == 'prep' else above.dep}"
        else:
            path = "far"
        token = above


def _beside(sentence: MaskedSentence, token: Token, beside: tuple[Token, ...], path: str, mark: str) -> Iterator[Feature]:
    """The other dependents of a word on the way up."""
    for child in beside:
        if child.i != token.i and child.dep not in _SKIPPED:
            yield f"s:{path}{child.dep}:{_sign_of(sentence, child)}", 1.0
            for group in _groups_of(sentence, child):
                yield f"sg:{path}{child.dep}:{mark}{group}", 1.0


def _shape(sentence: MaskedSentence, inside: tuple[int, ...]) -> Iterator[Feature]:
    """Words of the target that are no names, its kind, where it stands, whether it is quoted."""
    for place in inside:
        if not sentence.signs[place].isupper():
            yield f"t:{sentence.signs[place]}", 1.0
            for group in sentence.groups[place]:
                yield f"tg:{group}", 1.0
    sign, at = sentence.signs[inside[0]], sentence.slot_of[inside[0]]
    yield f"kind:{'pron' if sign == PERSON else 'name' if sign.isupper() else 'word'}", 1.0
    yield f"at:{min(at, 12) // 4}", 1.0
    yield f"left:{min(len(sentence.slots) - at - 1, 24) // 6}", 1.0
    if sentence.quoted[inside[0]]:
        yield "quoted", 1.0
