"""How sure each rule is: the share of its attributions that people marked too, on development articles."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

# Share right by rule, add-one smoothed, as tests/benchmarks/attribution_reliability.py counts it on 280 development articles
# (--every 3 --offset 1). Rules that fired fewer than ten times there bear the share of the rules they resemble.
RULE_CONFIDENCE: Final = MappingProxyType({
    "clause": 0.96, "clause.beside": 0.85, "clause.torn": 0.7, "clause.reduced": 0.7, "clause.tail": 0.8,
    "infinitive": 0.89, "object_infinitive": 0.85, "object_infinitive.passive": 0.5, "passive_infinitive": 0.79, "gerund": 0.76,
    "object": 0.83, "object_as": 0.88, "predicate": 0.88, "object_prep": 0.88, "prep": 0.84,
    "according": 0.94, "citing": 0.69, "adverb": 0.73,
    "noun.clause": 0.86, "noun.infinitive": 0.62, "noun.prep": 0.84,
    "quote.verb": 0.92, "quote.colon": 0.86, "quote.verbless": 0.8, "quote.name_colon": 0.8, "quote.any_verb": 0.64,
    "quote.after": 0.7, "quote.hidden_verb": 0.85, "turn": 0.86,
    "headline.dash": 0.8, "headline.colon": 0.8, "headline.comma": 0.85,
})
# The same for attitudes without reported words, which stand outside the default counts.
STANCE_CONFIDENCE: Final = MappingProxyType({"object": 0.75, "infinitive": 0.81, "seem": 0.65})
_UNCOUNTED: Final = 0.5


def confidence_of(rule: str, *, stance: bool = False) -> float:
    """Confidence, 0 to 1, of an attribution that `rule` made; 0.5 for a rule that was never counted."""
    if stance and rule in STANCE_CONFIDENCE:
        return STANCE_CONFIDENCE[rule]
    return RULE_CONFIDENCE.get(rule, _UNCOUNTED)
