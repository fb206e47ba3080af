"""How sure each rule is: the share of its attributions that people marked too, on development articles."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

# Share right by rule, counted by tests/benchmarks/attribution_reliability.py on 140 development articles.
RULE_CONFIDENCE: Final = MappingProxyType({
    "clause": 0.9, "clause.beside": 0.9, "infinitive": 0.7, "object_infinitive": 0.8, "object_infinitive.passive": 0.6,
    "passive_infinitive": 0.7, "gerund": 0.7, "seem": 0.6, "object": 0.6, "object_as": 0.8, "predicate": 0.8, "object_prep": 0.8,
    "prep": 0.7, "according": 0.95, "citing": 0.7, "noun.clause": 0.7, "noun.infinitive": 0.6, "noun.prep": 0.6,
    "quote.verb": 0.95, "quote.colon": 0.9, "quote.verbless": 0.7, "quote.name_colon": 0.7, "quote.floating": 0.7,
    "headline.dash": 0.8, "headline.colon": 0.8, "headline.comma": 0.9, "adverb": 0.7,
})


def confidence_of(rule: str) -> float:
    """Confidence, 0 to 1, of an attribution that `rule` made; 0.5 for a rule that was never counted."""
    return RULE_CONFIDENCE.get(rule, 0.5)
