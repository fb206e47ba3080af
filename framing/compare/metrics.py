"""The numbers of one article: each with its count, base, interval or "too little text", voice and zone."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import Final

from framing.compare.scope import Scope
from framing.model.comparison import Metric
from framing.model.findings import Attribution
from framing.stats.intervals import (
    Interval,
    bounded_mean_interval,
    effective_number,
    rate_interval,
    ratio_interval,
    share_interval,
)
from framing.stats.thinning import Errors, FoundItem, thinned_shares
from framing.text.tokens import count_words

MIN_OWN_WORDS: Final = 150  # own-voice words below which no rate is printed: one hit more or less would move it by 7 per 1,000
MIN_HITS: Final = 5         # hits below which a rate is only a count: its interval spans a factor of four and more
MIN_ATTRIBUTIONS: Final = 5  # below that, sources are listed, not counted into shares
MIN_BLOCKS: Final = 6       # paragraphs that are resampled; of fewer (a text pasted as one) its sentences are, or an interval would have no width
MIN_TONED: Final = 3        # sentences about a target below which no direction of tone is claimed
SEED: Final = 7  # of resampled intervals, unless the user gives one
COUNTED: Final = "counted"  # headline, dek, subhead and body together
UP_FRONT: Final = 3  # body paragraphs that most readers see
# The extractor's errors by kind of attribution on PolNeAR's development articles, and the share of sources it gets wrong; the figures
# and the command stand in reports/accuracy.md.
MEASURED: Final = {"direct": Errors(0.97, 0.92), "mixed": Errors(0.98, 0.83), "indirect": Errors(0.91, 0.56)}
WRONG_SOURCE: Final = 0.10
NAMED: Final = frozenset({"person", "self"})


def _metric(scope: Scope, metric: str, voice: str, found: Interval | None, *, n: int, base: int, unit: str,
            category: str = "", too_little: bool = False) -> Metric:
    """One row; the value is withheld where there is too little text, the counts never are."""
    shown = None if too_little else found
    return Metric(metric, scope.id, COUNTED, voice, category, shown.value if shown else None, n, base,
                  shown.low if shown else None, shown.high if shown else None, too_little, unit)


def count_metrics(scope: Scope) -> list[Metric]:
    """Words in the file, words counted in all and by voice: plain counts, without an interval."""
    total, whole = scope.words(), count_words(scope.annotation.document.shadow)
    rows = [Metric("words_in_file", scope.id, "all", "all", "", float(whole), whole, whole, None, None, False, "words"),
            Metric("words", scope.id, COUNTED, "all", "", float(total), total, total, None, None, False, "words")]
    for voice in ("own", "attributed", "quoted", "scare"):
        n = scope.words(voice)
        rows.append(Metric("words", scope.id, COUNTED, voice, "", float(n), n, total, None, None, False, "words"))
    return rows


def loaded_metrics(scope: Scope) -> list[Metric]:
    """Loaded terms per 1,000 words of the same voice, and the share of them in own voice."""
    rows, counts = [], Counter(term.voice for term in scope.loaded_terms)
    for voice in ("own", "attributed", "quoted"):
        n, base = counts[voice], scope.words(voice)
        found = rate_interval(n, base, per=1000) if base > 0 else None
        rows.append(_metric(scope, "loaded_terms_per_thousand", voice, found, n=n, base=base, unit="per 1,000 words",
                            too_little=base < MIN_OWN_WORDS or n < MIN_HITS))
    total = sum(counts.values())
    rows.append(_metric(scope, "loaded_terms_in_own_voice", "own", share_interval(counts["own"], total) if total else None,
                        n=counts["own"], base=total, unit="share", too_little=total < MIN_HITS))
    by_category = Counter(term.category for term in scope.loaded_terms if term.voice == "own")
    own_words = scope.words("own")
    rows += [_metric(scope, "loaded_terms_by_category", "own", rate_interval(n, own_words, per=1000) if own_words > 0 else None,
                     n=n, base=own_words, unit="per 1,000 words", category=category, too_little=own_words < MIN_OWN_WORDS or n < MIN_HITS)
             for category, n in sorted(by_category.items())]
    return rows


def voice_metrics(scope: Scope, *, seed: int = SEED) -> list[Metric]:
    """Shares of the words that are credited to somebody, and that stand inside quotation marks; paragraphs are resampled."""
    total, rows = scope.words(), []
    for name, voices in (("words_attributed", frozenset({"attributed", "quoted"})), ("words_quoted", frozenset({"quoted"}))):
        blocks = scope.voiced_blocks(voices)
        n = int(sum(inside for inside, _ in blocks))
        blocks = blocks if len(blocks) >= MIN_BLOCKS else scope.voiced_blocks(voices, by_sentence=True)
        found = ratio_interval(blocks, seed=seed) if total else None
        few = total < MIN_OWN_WORDS or len(blocks) < MIN_BLOCKS
        rows.append(_metric(scope, name, "all", found, n=n, base=total, unit="share", too_little=few))
    return rows


def words_of(scope: Scope, attribution: Attribution) -> int:
    """Words of an attribution's content."""
    return sum(count_words(scope.annotation.document.shadow, span) for span in attribution.content)


def _found_items(scope: Scope, *, unnamed: bool) -> list[FoundItem]:
    """The attributions as items of their paragraphs; the trait is an unnamed source, or a direct quotation."""
    starts = [paragraph.start for paragraph in scope.paragraphs]
    return [FoundItem(bisect_right(starts, item.content[0].start), item.directness, item.speaker or f"unresolved {k}",
                      float(words_of(scope, item)), item.source_type not in NAMED if unnamed else item.directness == "direct")
            for k, item in enumerate(scope.attributions)]


def sourcing_metrics(scope: Scope, *, seed: int = SEED) -> list[Metric]:
    """How many attributions and speakers; shares unnamed, direct, and of the largest speaker; effective number of speakers."""
    items = scope.attributions
    n, few = len(items), len(items) < MIN_ATTRIBUTIONS
    by_speaker: Counter[str] = Counter()
    for k, item in enumerate(items):
        by_speaker[item.speaker or f"unresolved {k}"] += words_of(scope, item)
    named = {item.speaker for item in items if item.speaker and item.source_type in NAMED}
    quoted = {item.speaker for item in items if item.speaker and item.source_type in NAMED and item.directness != "indirect"}
    front = {item.speaker for item in items if item.speaker and stands_up_front(scope, item)}
    total = sum(by_speaker.values())
    rows = [_count(scope, "attributions", n), _count(scope, "named_people_cited", len(named)),
            _count(scope, "named_people_quoted", len(quoted)), _count(scope, "speakers_up_front", len(front)),
            _count(scope, "speakers_unresolved", sum(item.speaker is None for item in items))]
    rows += _share_metrics(scope, by_speaker, few, seed)
    diverse = effective_number([float(words) for words in by_speaker.values()])
    rows.append(Metric("effective_speakers", scope.id, COUNTED, "all", "", None if few else round(diverse, 4), len(by_speaker), total,
                       None, None, few, "speakers"))
    for name, groups in (("source_type", Counter(item.source_type for item in items)), ("cue_class", Counter(item.cue_class for item in items))):
        rows += [_metric(scope, name, "all", share_interval(hits, n), n=hits, base=n, unit="share of attributions", category=kind, too_little=few)
                 for kind, hits in sorted(groups.items())]
    return rows


def _share_metrics(scope: Scope, by_speaker: Counter[str], few: bool, seed: int) -> list[Metric]:
    """Shares whose intervals know how often the extractor errs."""
    items, top, total = scope.attributions, max(by_speaker.values(), default=0), sum(by_speaker.values())
    unnamed = thinned_shares(_found_items(scope, unnamed=True), errors=MEASURED, swap=WRONG_SOURCE, seed=seed) if items else None
    direct = thinned_shares(_found_items(scope, unnamed=False), errors=MEASURED, swap=WRONG_SOURCE, seed=seed) if items else None
    rows = []
    for name, hits, found in (("unnamed_sources", sum(item.source_type not in NAMED for item in items), unnamed),
                              ("direct_quotations", sum(item.directness == "direct" for item in items), direct)):
        rows.append(_metric(scope, name, "all", found.trait if found else None, n=hits, base=len(items),
                            unit="share of attributions", too_little=few))
    rows.append(_metric(scope, "largest_speaker", "all", unnamed.largest if unnamed and total else None, n=top, base=total,
                        unit="share of attributed words", too_little=few))
    return rows


def stands_up_front(scope: Scope, attribution: Attribution) -> bool:
    """Whether an attribution stands in the headline, the dek or the first three body paragraphs."""
    body = [paragraph for paragraph in scope.paragraphs if paragraph.zone == "body"]
    limit = body[min(len(body), UP_FRONT) - 1].end if body else 0
    return attribution.content[0].start < limit


def _count(scope: Scope, name: str, n: int) -> Metric:
    return Metric(name, scope.id, COUNTED, "all", "", float(n), n, n, None, None, False, "count")


def tone_metrics(scope: Scope) -> list[Metric]:
    """Mean tone (-1 to 1) of the sentences about each target, by voice: own, and given to others."""
    groups: dict[tuple[str, str], list[float]] = {}
    for row in scope.tone:
        voice = "own" if row.voice in {"own", "scare"} else "quoted" if row.voice == "quoted" else "attributed"
        groups.setdefault((row.target, voice), []).append(float(row.polarity))
    return [_metric(scope, "tone", voice, bounded_mean_interval(values, low=-1.0, high=1.0) if len(values) >= MIN_TONED else None, n=len(values),
                    base=len(values), unit="mean of -1, 0, 1", category=target, too_little=len(values) < MIN_TONED)
            for (target, voice), values in sorted(groups.items())]


def readability_metrics(scope: Scope) -> list[Metric]:
    """Reading ease and grade of the article's own-voice body text."""
    found = scope.annotation.readability
    return [Metric(name, scope.id, "body", "own", "", value, found.n_words, found.n_words, None, None, value is None, unit)
            for name, value, unit in (("reading_ease", found.reading_ease, "Flesch points"), ("grade", found.grade, "US school years"),
                                      ("words_per_sentence", found.words_per_sentence, "words"))]


def measure_article(scope: Scope, *, seed: int = SEED) -> tuple[Metric, ...]:
    """All rows of one article, in a fixed order; `seed` is for intervals made by resampling."""
    return (*count_metrics(scope), *voice_metrics(scope, seed=seed), *sourcing_metrics(scope, seed=seed), *loaded_metrics(scope),
            *tone_metrics(scope), *readability_metrics(scope))
