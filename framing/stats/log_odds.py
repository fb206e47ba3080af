"""How typical a word is of some texts against others: log-odds with an informative Dirichlet prior."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from framing.errors import TooFewWordsError


@dataclass(frozen=True, slots=True)
class LogOdds:
    """`estimate` in natural-log units (0: no lean; above 0: towards the study side); `z`, the estimate over its standard error."""

    estimate: float
    z: float


def log_odds(study: Mapping[str, int], reference: Mapping[str, int], *, prior: float | Mapping[str, float] = 0.5) -> dict[str, LogOdds]:
    """How far each word leans to `study` rather than to `reference`.

    Args:
        study, reference: times each word occurs in the texts of either side (counts, not rates).
        prior: pseudo-count added to each word on both sides, above 0: one for all words, or each word's own.

    Returns:
        For each word of either side its lean and z; turning the sides round turns every sign. Words in order of the alphabet.

    Raises:
        TooFewWordsError: a side is empty, or both hold one and the same word only.
        ValueError: a pseudo-count is missing or not above 0.

    Source: Monroe, Colaresi & Quinn (2008), "Fightin' Words", Political Analysis 16(4), 372-403, equations 16, 20 and 22.
    """
    words = sorted({word for side in (study, reference) for word, n in side.items() if n > 0})
    n_study, n_reference = sum(study.values()), sum(reference.values())
    if not n_study or not n_reference or len(words) < 2:
        raise TooFewWordsError("log-odds need words on both sides, and more than one")
    weights = {word: prior if isinstance(prior, int | float) else prior.get(word, 0.0) for word in words}
    if min(weights.values()) <= 0:
        raise ValueError("each word needs a prior above 0")
    total = math.fsum(weights.values())
    found = {}
    for word, weight in weights.items():
        mine, other = study.get(word, 0) + weight, reference.get(word, 0) + weight
        estimate = math.log(mine / (n_study + total - mine)) - math.log(other / (n_reference + total - other))
        found[word] = LogOdds(estimate, estimate / math.sqrt(1 / mine + 1 / other))
    return found


def pooled_prior(study: Mapping[str, int], reference: Mapping[str, int], *, weight: float) -> dict[str, float]:
    """Pseudo-counts that say what both sides say together: each word's share of all words, `weight` words in all.

    The informative prior of the paper: a word has to differ from the common usage before it leans anywhere, and rare words lean least.
    """
    total = sum(study.values()) + sum(reference.values())
    return {word: weight * (study.get(word, 0) + reference.get(word, 0)) / total for word in sorted({*study, *reference})} if total else {}
