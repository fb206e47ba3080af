"""A sentence as the tone model sees it: its words with every name masked, and their valence.

Names never carry valence: proper nouns, recognised names, capitalised words, titles of office, words of kinship and sex, and
gendered pronouns become signs before any feature is made, and a name of five words is one sign, like a name of one. So
exchanging the actors of a text leaves what the model sees as it was, as long as the grammar is read the same way.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from framing.lexicons.valence import ValenceWords
from framing.model.article import Span
from framing.model.parse import Parse, Token

_START: Final = attrgetter("start")
_END: Final = attrgetter("end")
NAME: Final = "NAME"
PERSON: Final = "PERS"
QUOTES: Final = frozenset({'"', "“", "”"})
_OFFICE, _NUMBER = "ROLE", "NUM"
_NAMED: Final = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"})
_PERSONAL: Final = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_CLAUSES: Final = frozenset({"ccomp", "advcl", "relcl", "parataxis", "acl"})  # relations at which a clause of its own begins
_TITLE_CASE: Final = 0.6  # share of capitalised words from which a sentence is a title: there capitals tell nothing
_VERBS_ONLY: Final = frozenset({"shames_subject", "ails_subject", "honours_subject"})  # groups that say what a subject does
_TURNED: Final = -0.7     # "not good" is less bad than "bad"; chosen on NewsMTSC train
_REACH: Final = 3         # words over which a negation or an undoing verb reaches
VALUES: Final = {"good_strong": 2.0, "good_mild": 1.0, "helps_object": 1.0, "honours_subject": 1.0, "bad_strong": -2.0,
                 "bad_mild": -1.0, "hurts_object": -1.0, "shames_subject": -1.0, "ails_subject": -1.0}


@dataclass(frozen=True, slots=True)
class Valued:
    """A word with a valence group: its place in the sentence and among the `slots`, its groups, value (turned where negated), and
    whether it stands inside quotation marks."""

    place: int
    slot: int
    groups: tuple[str, ...]
    value: float
    quoted: bool


@dataclass(frozen=True, slots=True)
class MaskedSentence:
    """One sentence. `signs`, `slot_of`, `quoted` and `groups` (of valence) run parallel to `tokens`; `slots` are the signs with each run of names as one.

    `good`, `bad`: sums of the values of the sentence, each 0 or more. `clause_of`: for each token the place of its clause's head;
    `clauses`: that place -> the places of the clause, in order.
    """

    tokens: tuple[Token, ...]
    signs: tuple[str, ...]
    slot_of: tuple[int, ...]
    slots: tuple[str, ...]
    quoted: tuple[bool, ...]
    valued: tuple[Valued, ...]
    good: float
    bad: float
    clause_of: tuple[int, ...]
    clauses: Mapping[int, tuple[int, ...]]
    groups: tuple[tuple[str, ...], ...]

    def inside(self, span: Span) -> tuple[int, ...]:
        """Places of the tokens that a span of the text touches."""
        first = bisect_right(self.tokens, span.start, key=_END)  # tokens are in order of the text
        return tuple(range(first, bisect_left(self.tokens, span.end, lo=first, key=_START)))


def _is_title(tokens: tuple[Token, ...]) -> bool:
    """Whether the sentence is written in title case."""
    words = [token for token in tokens if token.text[:1].isalpha()]
    return len(words) > 3 and sum(token.text[0].isupper() for token in words) >= _TITLE_CASE * len(words)


def _sign(token: Token, words: ValenceWords, *, capital_names: bool) -> str:
    """The masked form of one word."""
    lower = token.lower
    if lower in _PERSONAL:
        return PERSON
    if "masked" in words.groups.get(lower, ()):
        return _OFFICE
    if token.entity in _NAMED or token.pos == "PROPN":
        return NAME
    if capital_names and token.text[:1].isupper() and lower != "i":
        return NAME
    if not lower.isalpha() and any(map(str.isdigit, lower)):
        return _NUMBER
    return lower if token.pos == "PRON" else token.lemma.lower()


def _groups(token: Token, sign: str, words: ValenceWords) -> tuple[str, ...]:
    """Valence groups of a word, none for a masked one. What a verb says of its subject holds for other words in their own right only."""
    if sign.isupper():
        return ()
    forms = (sign, token.lower) if token.pos == "VERB" else (token.lower, sign)  # "accused": what is done to somebody, or somebody
    found = words.groups.get(forms[0]) or words.groups.get(forms[1]) or ()
    if token.pos in {"NOUN", "ADJ", "ADV"} and not _VERBS_ONLY.isdisjoint(found):
        plain = words.groups.get(token.lower, ())
        return tuple(group for group in found if group in plain or group not in _VERBS_ONLY)
    return found


def _slots(signs: tuple[str, ...]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """For each token its slot, and the slots' signs: neighbouring names share one."""
    slots: list[str] = []
    places = []
    for sign in signs:
        if not slots or sign != NAME or slots[-1] != NAME:
            slots.append(sign)
        places.append(len(slots) - 1)
    return tuple(places), tuple(slots)


def _value(groups: list[tuple[str, ...]], place: int) -> float:
    """Valence of a word, turned round by a negation or an undoing verb shortly before it."""
    value = sum(VALUES.get(group, 0.0) for group in groups[place])
    if value and sum("negation" in some or "undo" in some for some in groups[max(0, place - _REACH):place]) % 2:
        return value * _TURNED
    return value


def _clauses(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], dict[int, tuple[int, ...]]]:
    """For each token the head of its clause, and the tokens of each clause. A clause begins at a full verb's own relation."""
    first, count = (tokens[0].i if tokens else 0), len(tokens)
    heads = [-1] * count
    for place in range(count):
        path, at = [], place
        while heads[at] < 0:
            path.append(at)
            above = tokens[at].head - first
            starts = tokens[at].dep in _CLAUSES or (tokens[at].dep == "conj" and tokens[at].pos in {"VERB", "AUX"})
            if starts or above == at or not 0 <= above < count:
                heads[at] = at
            else:
                at = above
        for step in path:
            heads[step] = heads[at]
    members: dict[int, list[int]] = {}
    for place, head in enumerate(heads):
        members.setdefault(head, []).append(place)
    return tuple(heads), {head: tuple(places) for head, places in members.items()}


def mask_sentence(parse: Parse, k: int, words: ValenceWords) -> MaskedSentence:
    """Sentence `k` of a parse with its names masked and its words valued."""
    tokens = parse.sentence_tokens(k)
    title = _is_title(tokens)
    signs = tuple(_sign(token, words, capital_names=not title and place > 0) for place, token in enumerate(tokens))
    slot_of, slots = _slots(signs)
    groups = [_groups(token, sign, words) for token, sign in zip(tokens, signs, strict=True)]
    quoted, inside = [], False
    for token in tokens:
        inside ^= token.text in QUOTES
        quoted.append(inside)
    valued = tuple(Valued(place, slot_of[place], some, _value(groups, place), quoted[place])
                   for place, some in enumerate(groups) if some)
    good, bad = sum(word.value for word in valued if word.value > 0), -sum(word.value for word in valued if word.value < 0)
    return MaskedSentence(tokens, signs, slot_of, slots, tuple(quoted), valued, good, bad, *_clauses(tokens), tuple(groups))
