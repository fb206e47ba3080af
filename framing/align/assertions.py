"""What credited words mainly say, and whether an outlet's own sentence asserts what it holds or keeps a distance to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
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
_LASTING: Final = frozenset({"remain", "stay", "stand", "exist"})  # of these the subject is the point ("their offer remains on the table")
# Verbs that say little themselves: what they are done to, or go on to, is the point ("issued a warning", "began to sink")
_LIGHT: Final = frozenset({"be", "have", "do", "make", "take", "get", "give", "go", "come", "put", "issue", "hold", "include", "use", "try", "begin", "start", "continue", "plan",
                           "expect", "seem", "appear", "become", "keep", "let", "see", "need", "want", "set", "bring", "call", "say", "allow", "work", "undertake", "conduct", "provide", "serve"}) | _LASTING
_OUGHT: Final = frozenset({"should", "must", "ought", "if", "whether"})
_ENDS_IN_CREDIT: Final = re.compile(r": (?:\w+ ){0,2}\w+\W*$")  # a headline that names who says it: "Dam to be raised: water board"
_ON: Final = frozenset({"conj", "xcomp", "ccomp", "pcomp", "acomp", "attr"})  # what goes on from a verb to the next one of the same statement
_NO_CLAIM: Final = frozenset({"directive", "denying", "stance"})  # to urge, deny or oppose something is not to state it
_VAGUE: Final = frozenset({"hedged", "mental"})  # without anybody named "is expected" and "is thought" are the outlet's own caution
_WISHES: Final = frozenset({"ask", "want", "hope", "wish", "seek", "predict", "forecast"})  # neither is to wish for it or to foretell it
# Words with which an outlet does not vouch for what it writes. From general knowledge, not from any collection.
_HEDGES: Final = re.compile(r"\b(?:alleg(?:ed|edly|es|ations?)|accus(?:ed|es|ing|ations?)|charged with|charges? (?:of|that)|indicted (?:on|for)|suspected|"
                            r"suspicions?|reportedly|purported(?:ly)?|apparently|supposedly|claims?|claimed|rumou?rs?|may|might|could|should|ought|whether|if)\b")
_SPEECH: Final = re.compile(r"\b(?:said|says|told|tells|according to|announced|wrote|tweeted|stated|reports|reported|argu(?:e|es|ed|ing)|contend(?:s|ed)?|insist(?:s|ed)?|"
                            r"assert(?:s|ed)?|predict(?:s|ed)?|estimate[ds]?|believe[sd]?|show(?:s|ed)?(?=\W*$)|sp(?:oke|eaks?) of|puts? (?:it|the \w+) at)\b")
_ADDRESSED: Final = re.compile(r"\b(?:(?<!\.)I(?!\.)|me|my|[Ww]e|us|[Oo]ur|[Yy]ou|[Yy]our)\b|!")  # outside quotation marks these are words of somebody not marked as his
_QUOTED: Final = re.compile(r'"[^"]*"')
_NEGATED: Final = frozenset({"not", "n't", "never", "no", "none", "nobody", "neither", "nothing"})
_NEGATION: Final = re.compile(r"\b(?:not|never|no|none|nobody|neither|nothing)\b|n't\b")
_OF_HEAD: Final = frozenset({"aux", "mark", "advmod", "amod", "neg"})  # words of caution that bear on the word they hang on, and all below it


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
    """Whether an outlet's own words assert what they say: no hedge on any of the `common` keys, no speech that was not resolved, nobody
    addressed. A hedge among the common keys is the claim itself ("was charged with fraud" and "they said that he was charged").
    """
    if speaks_to_us(reading, part) or _ENDS_IN_CREDIT.search(reading.document.shadow[part.start:part.end]) or reading.document.shadow.startswith("'", part.start):
        return False
    outside = _unquoted(reading, part)
    hedges = [found for found in _HEDGES.finditer(outside) if key(term(found.group().split()[0])) not in common]
    if any(_bears_on(reading, part, part.start + found.start(), common) for found in hedges):
        return False
    return not any(_unresolved(reading, part.start + found.start()) for found in _SPEECH.finditer(outside))


def speaks_to_us(reading: Reading, part: Span) -> bool:
    """Whether somebody speaks in the first or second person, or exclaims, outside quotation marks."""
    return bool(_ADDRESSED.search(_unquoted(reading, part)))


def _unquoted(reading: Reading, part: Span) -> str:
    """A passage with blanks for what it quotes."""
    return _QUOTED.sub(lambda found: " " * len(found.group()), reading.document.shadow[part.start:part.end])


def _bears_on(reading: Reading, part: Span, place: int, common: frozenset[str]) -> bool:
    """Whether a word of caution at a place is about some of the common keys: they stand below it, or below the word it hangs on ("may",
    "reportedly"). "Police hold three men in their inquiry into alleged bribes" is sure of the three men. Without grammar it is about all.
    """
    token = next(iter(reading.parse.tokens_in(Span(place, place + 1))), None)
    if token is None or not token.dep:
        return True
    if token.dep == "det":  # "no evidence", but "made no secret of its aim to sink the barge" denies no aim
        return key(term(reading.parse.head(token).text)) in common
    top = reading.parse.head(token) if token.dep in _OF_HEAD else token
    return bool(common & keys_of(one for one in reading.parse.subtree(top) if part.holds(one.span)))


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


def claims_nothing(reading: Reading, one: Attribution) -> bool:
    """Whether an attribution is what somebody asks for, wishes, denies, foretells, opposes or does not say, or an expectation that is nobody's."""
    cues = [token for part in one.cue for token in reading.parse.tokens_in(part)]
    if any(below.dep == "neg" for token in cues for below in reading.parse.children(token)):
        return True
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
    if token.dep == "acl" and any(one.dep == "aux" and one.lower == "to" for one in reading.parse.children(token)):
        return False  # "a plan to close the mill"
    if token.dep != "advcl":
        return token.dep in _BESIDE
    return not any(one.dep in {"nsubj", "nsubjpass", "mark"} for one in reading.parse.children(token))


def predicates(reading: Reading, content: Sequence[Span]) -> list[Token]:
    """What some credited words state in the end: their topmost tokens, the verbs that go on from these, and what those are done to that say
    little themselves ("issued subpoenas").
    """
    inside = {token.i for part in content for token in reading.parse.tokens_in(part)}
    found = [token for token in main_tokens(reading, content) if token.head == token.i or token.head not in inside]
    objects: list[Token] = []
    top = len(found)
    for k, token in enumerate(found):  # grows while it is read
        below = [one for one in reading.parse.children(token) if one.i in inside and (one.dep != "pcomp" or k < top)]
        found += [one for one in below if one.dep in _ON or (one.dep in {"prep", "pobj"} and one.pos in {"ADP", "NUM"})]  # "put the number at 23": at, 23
        if token.lemma in _LIGHT:
            wanted = "nsubj" if token.lemma in _LASTING else "dobj"
            objects += [one for one in below if one.dep == wanted and one.pos == "NOUN"]
    return [token for token in (*found, *objects) if token.pos in {"VERB", "NOUN", "ADJ", "NUM"} and token.lemma not in _LIGHT]


def one_subject(a: Reading, stated: Sequence[Token], b: Reading, credited: Sequence[Token]) -> bool:
    """Whether two verbs may be told of the same: False where each has a subject, neither a pronoun, and these share no word."""
    here, there = ({key(term(one.text)) for one in found} for found in (_subjects(a, stated), _subjects(b, credited)))
    return not here or not there or bool(here & there)


def _subjects(reading: Reading, verbs: Sequence[Token]) -> list[Token]:
    """The nouns that are subjects of some verbs, with what they are compounds of; empty where one is a pronoun."""
    found: list[Token] = []
    for verb in verbs:
        for one in reading.parse.children(verb):
            if one.dep in {"nsubj", "nsubjpass"}:
                if one.pos not in {"NOUN", "PROPN"}:
                    return []
                found += [one, *(below for below in reading.parse.subtree(one) if below.dep in {"compound", "conj", "appos"})]
    return found


def is_said(reading: Reading, part: Span, common: frozenset[str]) -> bool:
    """Whether some of the common keys stand in a passage below a verb of speech or thought ("groups argue that ..."), whoever's it is."""
    verbs = load_cues().verbs
    return any(above.lemma in verbs and key(term(above.text)) not in common and below.dep == "ccomp"
               for token in reading.parse.tokens_in(part) if key(term(token.text)) in common
               for below, above in pairwise((token, *reading.parse.ancestors(token))))


def is_open(reading: Reading, content: Sequence[Span]) -> bool:
    """Whether some credited words say what ought to be, or only under a condition or as a question: "should", "if", "whether"."""
    return any(token.lower in _OUGHT for token in main_tokens(reading, content))


def is_negated(reading: Reading, content: Sequence[Span], common: frozenset[str]) -> bool:
    """Whether some of the common keys are negated in credited words."""
    return any(_bears_on(reading, part, token.start, common) for part in content for token in reading.parse.tokens_in(part) if token.lower in _NEGATED)


def has_negation(reading: Reading, part: Span, common: frozenset[str]) -> bool:
    """Whether some of the common keys are negated in a passage, outside quotation marks."""
    outside = _unquoted(reading, part)
    return any(_bears_on(reading, part, part.start + found.start(), common) for found in _NEGATION.finditer(outside))


def keys_of(tokens: Iterable[Token]) -> frozenset[str]:
    """What tokens are matched by: families of words, and words of no family."""
    return frozenset(key(name) for token in tokens if (name := term(token.text)))
