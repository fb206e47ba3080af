"""Decides, candidate by candidate, whether a term in a sentence counts: name, part of speech, longest match, never, needs, tier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from framing.lexicons.conditions import Place, fillers, holds, is_hypothetical, is_negated
from framing.lexicons.entries import TermEntry
from framing.lexicons.lexicon import Candidate, Lexicon
from framing.model.article import Span
from framing.model.parse import Parse, Token

Outcome = Literal["counts", "label-only", "off", "blocked"]
_RANK: Final = {"counts": 0, "label-only": 1, "off": 2, "blocked": 3}
_NAMES: Final = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT", "NORP"})
_NOUN_PLACES: Final = frozenset({"attr", "dobj", "pobj", "nsubj", "nsubjpass", "appos"})
# Adjectives and nouns of ideology made from names, the one exception to "a capital makes a name".
PROPER_ADJECTIVES: Final = frozenset(
    ["orwellian", "kafkaesque", "stalinist", "mccarthyite", "mccarthyism", "hitlerian", "marxist", "maoist", "leninist", "trotskyist", "islamist",
     "machiavellian", "dickensian", "fascist", "fascistic", "communist", "nazi"])
_TIES: Final = frozenset({"at", "of", "to", "with", "against", "for", "as", "from", "upon"})
_NEAR_WORDS: Final = 3  # the distance within which an intensifier counts beside another hit (guide, condition vocabulary)


@dataclass(frozen=True, slots=True)
class Hit:
    """A candidate with what was decided about it. `rule` names what decided; `certain` is False where grammar was not read.

    `place` is None in a sentence without grammar.
    """

    span: Span
    entry: TermEntry
    form: str
    outcome: Outcome
    rule: str
    certain: bool
    negated: bool
    hypothetical: bool
    place: Place | None

    @property
    def decision(self) -> str:
        """As `LoadedTerm.decision` says it."""
        return self.outcome if self.outcome != "blocked" else f"blocked: {self.rule}"


def judge_sentence(shadow: str, parse: Parse, k: int, lexicon: Lexicon, *, title_case: bool) -> list[Hit]:
    """Every candidate of sentence `k`, decided.

    Args:
        shadow: the document's shadow text.
        parse: its parse.
        k: which sentence.
        lexicon: term entries.
        title_case: whether the sentence is set in title case, so that a capital says nothing and tags err.

    Returns:
        A hit for each candidate of an entry, in order of the text; at most one at any place has the outcome "counts".
    """
    sentence = parse.sentence_tokens(k)
    if not sentence:
        return []
    start = sentence[0].start
    found: list[Hit] = []
    taken: list[tuple[Candidate, str]] = []
    candidates = sorted(lexicon.candidates(shadow[start:sentence[-1].end]), key=lambda one: (one.start - one.end, one.start))
    for _, same in groupby(candidates, key=lambda one: (one.start, one.end)):
        group = list(same)
        longer = next((why for other, why in taken if other.start < group[0].end and group[0].start < other.end), None)
        plain = any(one.entry is None for one in group)
        reason = longer or ("neutral phrase" if plain else None)
        hits = [_decide(one, one.entry, reason, start, parse, k, lexicon, title_case) for one in group if one.entry is not None]
        hits = _one_counts(hits)
        found += hits
        if reason is None and any(hit.outcome != "blocked" for hit in hits):
            taken.append((group[0], f"inside the longer {hits[0].entry.id}"))
        elif plain:
            taken.append((group[0], f'inside the plain phrase "{shadow[start + group[0].start:start + group[0].end]}"'))
    if not found:
        return []
    return sorted(_settle_near(found, sentence), key=lambda hit: (hit.span, hit.entry.id))


def _one_counts(hits: list[Hit]) -> list[Hit]:
    """Of several senses at one place the best by outcome stays as it is, a second one that counts is set aside."""
    ranked = sorted(hits, key=lambda hit: (_RANK[hit.outcome], hit.entry.id))
    for k, hit in enumerate(ranked[1:], start=1):
        if hit.outcome == "counts":
            ranked[k] = _with_outcome(hit, "blocked", f"counted as {ranked[0].entry.id}")
    return ranked


def _with_outcome(hit: Hit, outcome: Outcome, rule: str) -> Hit:
    return Hit(hit.span, hit.entry, hit.form, outcome, rule, hit.certain, hit.negated, hit.hypothetical, hit.place)


def _decide(candidate: Candidate, entry: TermEntry, reason: str | None, offset: int, parse: Parse, k: int, lexicon: Lexicon,
            title_case: bool) -> Hit:
    """One candidate against its entry, the cheap checks first."""
    span = Span(offset + candidate.start, offset + candidate.end)
    words = parse.tokens_in(span)
    head = next((word for word in words if word.start <= offset + candidate.head < word.end), words[-1])
    if len(words) > 1:  # the grammar of a phrase, or of a joined word, is that of the part which hangs outside it
        head = next((word for word in words if not span.start <= parse.head(word).start < span.end or word.dep == "ROOT"), head)
    place = Place(parse, head, words, parse.sentence_tokens(k)) if parse.parsed[k] else None
    outcome: Outcome
    outcome, rule = ("blocked", reason) if reason is not None else _outcome(entry, head, words, place, parse, k, lexicon, title_case)
    return Hit(_without_preposition(span, words), entry, candidate.form, outcome, rule, place is not None and not title_case,
               place is not None and is_negated(place), place is not None and is_hypothetical(place), place)


def _without_preposition(span: Span, words: tuple[Token, ...]) -> Span:
    """The span without a preposition at its end, which ties the target and is no part of the judgement ("lashed out at")."""
    if len(words) > 1 and words[-1].lower in _TIES and words[-1].end == span.end:
        return Span(span.start, words[-2].end)
    return span


def _outcome(entry: TermEntry, head: Token, words: tuple[Token, ...], place: Place | None, parse: Parse, k: int,
             lexicon: Lexicon, title_case: bool) -> tuple[Outcome, str]:
    """Outcome and deciding rule of an entry's conditions."""
    opens = words[0].i == parse.bounds[k][0] or (words[0].i > 0 and parse.tokens[words[0].i - 1].text in {'"', "'", "“", "‘", ":", "("})
    if is_name(words, title_case=title_case, opens=opens):
        return "blocked", "part of a name"
    if place is None:
        return ("blocked", "no grammar to check its conditions") if entry.needs else _by_tier(entry, "form")
    if not _right_pos(entry, head, words, title_case):
        return "blocked", f"{head.text} is {head.pos} here"
    for condition in entry.never:
        if holds(condition, place, lexicon.classes):
            return "blocked", f"never where {condition.words()}"
    for condition in entry.needs:
        if not holds(condition, place, lexicon.classes):
            return "blocked", f"needs {condition.words()}"
    return _by_tier(entry, "; ".join(condition.words() for condition in entry.needs) or "form and part of speech")


def _by_tier(entry: TermEntry, rule: str) -> tuple[Outcome, str]:
    if entry.counts:
        return "counts", rule
    return ("label-only", rule) if entry.tier == "C" else ("off", rule)


def is_name(words: tuple[Token, ...], *, title_case: bool, opens: bool) -> bool:
    """Whether a term is part of a name: capitalised inside a sentence, or lying in a named entity."""
    capital = [word for word in words if word.text[:1].isupper()]
    if not capital:
        return False
    if all(word.lower in PROPER_ADJECTIVES for word in capital):
        return False
    if any(word.entity in _NAMES for word in capital):
        return True
    return not title_case and not (opens and len(capital) == 1)


def _right_pos(entry: TermEntry, head: Token, words: tuple[Token, ...], title_case: bool) -> bool:
    """Whether the head's tag fits. Waived for joined words, whose parts are tagged apart, and where tags are guesses."""
    if not entry.pos or head.pos in entry.pos or ("ADJ" in entry.pos and _is_attribute(head)):
        return True
    if "NOUN" in entry.pos and head.pos == "ADJ" and head.dep in _NOUN_PLACES:
        return True
    joined = any(word.text == "-" for word in words)
    fixed = len(words) > 1 and entry.pos != {"VERB"}
    unsure = head.pos in {"PROPN", "X"} and (title_case or head.text[:1].islower())
    return joined or unsure or fixed or len(words) > 2


def _is_attribute(head: Token) -> bool:
    """Whether a word tagged as a verb or a noun stands where an adjective does: "the embattled governor", "a hardline minister"."""
    return (head.tag in {"VBN", "VBG", "NN"} and head.dep in {"amod", "nmod"}) or (head.tag == "NN" and head.dep == "compound")


def _settle_near(hits: list[Hit], sentence: tuple[Token, ...]) -> list[Hit]:
    """Set aside what counts only beside another hit and stands alone."""
    order = {token.start: k for k, token in enumerate(sentence)}

    def places(hit: Hit) -> Iterator[int]:
        return (k for begin, k in order.items() if hit.span.start <= begin < hit.span.end)

    if not any(one.near for hit in hits if hit.outcome == "counts" for one in hit.entry.needs):
        return hits
    lasting = [hit for hit in hits if hit.outcome == "counts" and not any(one.near for one in hit.entry.needs)]
    around = {k + step for hit in lasting for k in places(hit) for step in range(-_NEAR_WORDS, _NEAR_WORDS + 1)}
    return [_with_outcome(hit, "blocked", "needs another hit within three words")
            if hit.outcome == "counts" and any(one.near for one in hit.entry.needs) and around.isdisjoint(places(hit)) else hit
            for hit in hits]


def judged(hit: Hit) -> Token | None:
    """The word that fills the slot which the entry judges; None where grammar does not show one."""
    if hit.place is None or hit.entry.target == "none":
        return None
    slot = "head" if hit.entry.target == "self" else hit.entry.target  # a name for someone: what it is said of
    return next((token for token in fillers(hit.place, slot)
                 if token.pos in {"NOUN", "PROPN", "PRON"} and token not in hit.place.words), None)
