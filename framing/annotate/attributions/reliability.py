"""How sure each rule is: the share of its attributions that people marked too, on development articles."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

# Share right by rule, add-one smoothed, as tests/benchmarks/attribution_reliability.py counts it on 280 development articles
# (--every 3 --offset 1). "clause" is the share of verbs of plain speech. Rules that fired fewer than ten times there bear the share of the rules they resemble.
RULE_CONFIDENCE: Final = MappingProxyType({
    "clause": 0.98, "clause.beside": 0.85, "clause.torn": 0.7, "clause.reduced": 0.7, "clause.tail": 0.8,
    "infinitive": 0.88, "object_infinitive": 0.84, "object_infinitive.passive": 0.5, "passive_infinitive": 0.79, "gerund": 0.75,
    "object": 0.83, "object_as": 0.88, "predicate": 0.87, "object_prep": 0.88, "prep": 0.84,
    "according": 0.96, "according.poll": 0.71, "adjective": 0.79, "citing": 0.69, "adverb": 0.73,
    "noun.clause": 0.85, "noun.infinitive": 0.63, "noun.prep": 0.84,
    "quote.verb": 0.92, "quote.colon": 0.86, "quote.verbless": 0.8, "quote.name_colon": 0.8, "quote.any_verb": 0.64,
    "quote.after": 0.7, "quote.hidden_verb": 0.85, "turn": 0.86,
    "headline.dash": 0.8, "headline.colon": 0.8, "headline.comma": 0.85,
})
# The same for attitudes without reported words, which stand outside the default counts.
STANCE_CONFIDENCE: Final = MappingProxyType({"object": 0.73, "infinitive": 0.84, "seem": 0.65})
_UNCOUNTED: Final = 0.5
# Within the rules (same articles): clauses under another verb than one of plain speech are right .04 to .09 less often, and
# finds whose source is neither a person, a body, a document nor people by the words known here .05 to .15 less often.
_LESS_FOR_CLASS: Final = 0.05
_LESS_FOR_SOURCE: Final = 0.08


def confidence_of(rule: str, *, stance: bool = False, plain_speech: bool = True, odd_source: bool = False) -> float:
    """Confidence, 0 to 1, of an attribution that `rule` made; 0.5 for a rule that was never counted.

    Args:
        stance: it is an attitude without reported words.
        plain_speech: its cue is of the class neutral.
        odd_source: it names a source of no known kind.
    """
    share = STANCE_CONFIDENCE.get(rule) if stance else None
    if share is None:
        share = RULE_CONFIDENCE.get(rule, _UNCOUNTED)
    if rule.startswith("clause") and not plain_speech:
        share -= _LESS_FOR_CLASS
    return round(share - _LESS_FOR_SOURCE if odd_source else share, 2)
