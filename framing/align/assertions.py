"""What credited words mainly say, and whether an outlet's own sentence asserts what it holds or keeps a distance to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from framing.lexicons.cues import load_cues
from framing.model.annotation import Reading
from framing.model.article import Span
from framing.model.findings import Attribution
from framing.model.parse import Token
from framing.text.families import key
from framing.text.terms import term

# Grammar that says something beside the point of a sentence: "the act, which he signed on Thursday", "his wife, an aide to ..."
_BESIDE: Final = frozenset({"relcl", "appos", "acl"})
_ON: Final = frozenset({"conj", "xcomp", "ccomp", "pcomp", "acomp", "pobj"})  # what goes on from a verb to the next one of the same statement
_NO_CLAIM: Final = frozenset({"directive", "denying", "stance"})  # to urge, deny or oppose something is not to state it
_VAGUE: Final = frozenset({"hedged", "mental"})  # without anybody named "is expected" and "is thought" are the outlet's own caution
_WISHES: Final = frozenset({"ask", "want", "hope", "wish", "seek"})  # neither is to wish for it
# Words with which an outlet does not vouch for what it writes. From general knowledge, not from any collection.
_HEDGES: Final = re.compile(r"\b(?:alleg(?:ed|edly|es|ations?)|accus(?:ed|es|ing|ations?)|charged with|charges? (?:of|that)|indicted (?:on|for)|suspected|"
                            r"suspicions?|reportedly|purported(?:ly)?|apparently|supposedly|claims?|claimed|rumou?rs?|may|might|could|whether|if)\b")
_SPEECH: Final = re.compile(r"\b(?:said|says|told|tells|according to|announced|wrote|tweeted|sp(?:oke|eaks?) of|puts? (?:it|the \w+) at)\b")
_ADDRESSED: Final = re.compile(r"\b(?:I|me|my|[Ww]e|us|[Oo]ur|[Yy]ou|[Yy]our)\b")  # outside quotation marks these are words of somebody not marked as his
_QUOTED: Final = re.compile(r'"[^"]*"')
_NEGATED: Final = frozenset({"not", "n't", "never"})
_NEGATION: Final = re.compile(r"\bnot\b|n't\b|\bnever\b")


def part_of(reading: Reading, span: Span, places: Iterable[Span]) -> Span:
    """The part of a sentence, between semicolons, that holds most of some places; the first of equals."""
    text, start = reading.document.shadow, span.start
    ends = [k for k in range(span.start, span.end) if text[k] == ";"] + [span.end]
    parts = []
    for end in ends:
        parts.append(Span(start, end))
        start = end + 1
    held = [one.start for one in places]
    return max(parts, key=lambda part: (sum(part.start <= k < part.end for k in held), -part.start))


def vouched_for(reading: Reading, part: Span, common: frozenset[str]) -> bool:
    """Whether an outlet's own words assert what they say: no hedge, no speech that was not resolved, nobody addressed. A hedge among the
    `common` keys is the claim itself ("was charged with fraud" and "they said that he was charged").
    """
    outside = _QUOTED.sub(lambda found: " " * len(found.group()), reading.document.shadow[part.start:part.end])
    if _ADDRESSED.search(outside) or any(key(term(found.group().split()[0])) not in common for found in _HEDGES.finditer(outside)):
        return False
    return not any(_unresolved(reading, part.start + found.start()) for found in _SPEECH.finditer(outside))


def _unresolved(reading: Reading, place: int) -> bool:
    """Whether a word of speech is the cue of nothing that was found."""
    return not any(cue.start <= place < cue.end for one in reading.attributions for cue in one.cue)


def speaks_itself(reading: Reading, part: Span, wanted: frozenset[str], common: frozenset[str]) -> bool:
    """Whether one of the `wanted` (terms of a speaker's name) is in a passage the subject of a verb of speech or of one that takes a
    statement ("he made it clear that"). A verb among the `common` keys is what is claimed, not how it is said.
    """
    verbs = load_cues().verbs
    for token in reading.parse.tokens_in(part):
        if token.dep not in {"nsubj", "nsubjpass"} or not {term(one.text) for one in _name_of(reading, token)} & wanted:
            continue
        verb = reading.parse.head(token)
        if (verb.lemma in verbs and key(term(verb.text)) not in common) or any(one.dep == "ccomp" for one in reading.parse.subtree(verb)):
            return True
    return False


def _name_of(reading: Reading, token: Token) -> list[Token]:
    return [token, *(one for one in reading.parse.children(token) if one.dep == "compound")]


def claims_nothing(one: Attribution) -> bool:
    """Whether an attribution is what somebody asks for, wishes, denies or opposes, or an expectation that is nobody's."""
    return one.cue_class in _NO_CLAIM or one.cue_lemma in _WISHES or (one.cue_class in _VAGUE and not one.source)


def main_tokens(reading: Reading, content: Sequence[Span]) -> list[Token]:
    """The tokens of some credited words that say their point, in order; all of them where there is no grammar."""
    inside = {token.i: token for part in content for token in reading.parse.tokens_in(part)}
    return [token for token in inside.values() if not any(_beside(reading, one) for one in _path(reading, token, inside))]


def _path(reading: Reading, token: Token, inside: dict[int, Token]) -> Iterable[Token]:
    """The token and those above it, as far as they are inside and have one above them that is inside too."""
    while token.head != token.i and token.head in inside:
        yield token
        token = reading.parse.head(token)


def _beside(reading: Reading, token: Token) -> bool:
    """Whether a remark beside the point begins here: a relative clause, an apposition, a participle without a subject of its own."""
    if token.dep != "advcl":
        return token.dep in _BESIDE
    return not any(one.dep in {"nsubj", "nsubjpass", "mark"} for one in reading.parse.children(token))


def predicates(reading: Reading, content: Sequence[Span]) -> list[Token]:
    """What some credited words state in the end: their topmost tokens, the verbs that go on from these, and what these are done to
    ("issued subpoenas").
    """
    objects: list[Token] = []
    inside = {token.i for part in content for token in reading.parse.tokens_in(part)}
    found = [token for token in main_tokens(reading, content) if token.head == token.i or token.head not in inside]
    for token in found:  # grows while it is read
        found += [one for one in reading.parse.children(token) if one.dep in _ON and one.i in inside]  # "put the number at 23": at, 23
        if token.pos == "VERB":
            objects += [one for one in reading.parse.children(token) if one.dep == "dobj" and one.pos == "NOUN" and one.i in inside]
    return [token for token in (*found, *objects) if token.pos not in {"PUNCT", "ADP", "SCONJ"}]


def is_negated(reading: Reading, content: Sequence[Span]) -> bool:
    """Whether what some credited words state is negated."""
    return any(one.lower in _NEGATED for token in predicates(reading, content) for one in reading.parse.children(token))


def has_negation(reading: Reading, part: Span) -> bool:
    """Whether a passage holds "not" or "never" outside quotation marks."""
    return bool(_NEGATION.search(_QUOTED.sub(" ", reading.document.shadow[part.start:part.end])))


def keys_of(tokens: Iterable[Token]) -> frozenset[str]:
    """What tokens are matched by: families of words, and words of no family."""
    return frozenset(key(name) for token in tokens if (name := term(token.text)))
