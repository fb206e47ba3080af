"""Distinctive words: what each article says in its own voice more often than the others do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from framing.compare.metrics import MIN_OWN_WORDS
from framing.compare.scope import Scope
from framing.model.article import Span
from framing.model.comparison import DistinctiveWord, DistinctiveWords
from framing.stats.log_odds import log_odds, pooled_prior

MIN_USES: Final = 3     # uses below which a word is an accident of one sentence
# A z from which a word is listed, and the prior's weight as a part of an average article. Tried on 50 pairs of articles on one event
# (BASIL, 36 words a pair used three times or more): this lists 2.4 words a pair, and 0.7 a pair when the sentences of both articles are
# dealt out anew by chance; with the prior as heavy as an article 1.3 and 0.3, at a z of 1.96 0.7 and 0.1.
MIN_Z: Final = 1.64
PRIOR_SHARE: Final = 0.5
MOST_WORDS: Final = 8   # an article; the ninth leans little


def find_distinctive_words(scopes: Sequence[Scope]) -> tuple[DistinctiveWords, ...]:
    """One row an article, each against all the others together. Needs two articles or more.

    The prior is the usage of all the articles together: a list of how common words are in news at large would make every word
    of the topic look distinctive of whoever writes more about it. Shown from `MIN_OWN_WORDS` own-voice words on either side.
    """
    spans = [_own_spans(scope) for scope in scopes]
    counts = [Counter({word: len(found) for word, found in mine.items()}) for mine in spans]
    weight = PRIOR_SHARE * sum(one.total() for one in counts) / len(scopes)
    own = [scope.words("own") for scope in scopes]
    rows = []
    for k, scope in enumerate(scopes):
        others: Counter[str] = sum((one for j, one in enumerate(counts) if j != k), Counter())
        compared = sum(max(counts[k][word], others[word]) >= MIN_USES for word in {*counts[k], *others})
        few = min(own[k], sum(own) - own[k]) < MIN_OWN_WORDS or compared < 2
        row = DistinctiveWords(scope.place, own[k], sum(own) - own[k], compared, few, ())
        rows.append(row if few else replace(row, words=_leaning(scope, row, counts[k], others, spans[k], weight)))
    return tuple(rows)


def _leaning(scope: Scope, row: DistinctiveWords, mine: Counter[str], others: Counter[str], spans: Mapping[str, tuple[Span, ...]],
             weight: float) -> tuple[DistinctiveWord, ...]:
    """The words that lean to an article, most distinctive first."""
    forms = {one.term: one.form for one in scope.annotation.own_words}
    leans = log_odds(mine, others, prior=pooled_prior(mine, others, weight=weight)) if mine and others else {}
    found = [DistinctiveWord(forms[word], mine[word], others[word], round(1000 * mine[word] / row.base, 2), round(1000 * others[word] / row.base_others, 2),
                             round(lean.estimate, 4), round(lean.z, 4), spans[word])
             for word, lean in leans.items() if mine[word] >= MIN_USES and lean.z >= MIN_Z]
    return tuple(sorted(found, key=lambda one: (-one.z, one.word))[:MOST_WORDS])


def _own_spans(scope: Scope) -> dict[str, tuple[Span, ...]]:
    """Places of each own-voice word in the story compared."""
    found = {one.term: tuple(span for span in one.spans if scope.holds(span)) for one in scope.annotation.own_words}
    return {word: spans for word, spans in found.items() if spans}
