"""Everything measured in the articles put together into one comparison."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations

from framing.compare.differences import contrast
from framing.compare.doers import doer_metrics
from framing.compare.facts import fact_matrix
from framing.compare.findings import choose, find_all, no_clear_difference, questions_for
from framing.compare.frames import frame_metrics
from framing.compare.keyness import find_distinctive_words
from framing.compare.metrics import SEED, measure_article
from framing.compare.referents import merge_referents
from framing.compare.scope import Scope
from framing.compare.speakers import side_metrics, tabulate_speakers
from framing.compare.targets import unite_targets
from framing.model.alignment import Alignment
from framing.model.annotation import Annotation
from framing.model.article import Failure, Notice
from framing.model.comparison import Comparability, Comparison, Versions
from framing.model.pairing import Pairing, StoryPair, Verdict

_VERDICT_WORDS: dict[Verdict, str] = {
    "same-event": "These articles report the same event.",
    "same-topic": "These articles share a topic, not an event.",
    "near-duplicate": "These articles are nearly the same text: treat them as one source.",
    "different": "These articles report different events.",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the earlier stages found. `judged` and `alignments` have one item a pair of articles, in the order of `combinations`."""

    annotations: tuple[Annotation, ...]
    stories: tuple[int, ...]
    pairing: Pairing
    judged: tuple[StoryPair, ...]
    days_apart: tuple[int | None, ...]
    alignments: tuple[Alignment, ...]
    settings: tuple[tuple[str, str], ...]
    versions: Versions
    failures: tuple[Failure, ...]
    notices: tuple[Notice, ...]
    banner: str = ""
    seed: int = SEED
    sides: tuple[tuple[str, str], ...] = ()


def build_comparison(facts: Facts) -> Comparison:
    """The comparison of 2 to 20 articles."""
    facts = replace(facts, annotations=unite_targets(facts.annotations))
    scopes = [Scope(annotation, story, place)
              for place, (annotation, story) in enumerate(zip(facts.annotations, facts.stories, strict=True))]
    referents = merge_referents(facts.annotations, stories=facts.stories)
    speakers = tabulate_speakers(scopes, sides=dict(facts.sides))
    metrics = [(*measure_article(scope, seed=facts.seed), *side_metrics(scope, speakers), *frame_metrics(scope), *doer_metrics(scope)) for scope in scopes]
    differences = [contrast(metrics[a.place], metrics[b.place]) for a, b in combinations(scopes, 2)]
    comparability = tuple(_comparability(facts, k, a, b) for k, (a, b) in enumerate(combinations(scopes, 2)))
    found = find_all(scopes, alignments=facts.alignments, comparability=comparability, referents=referents, speakers=speakers,
                     metrics=metrics, differences=differences)
    findings = choose(found)
    return Comparison(
        facts.annotations, facts.stories, facts.pairing, comparability, facts.alignments, referents, speakers,
        tuple(row for rows in metrics for row in rows), tuple(row for rows in differences for row in rows), findings,
        no_clear_difference(scopes, differences), questions_for(findings), facts.settings, facts.versions, facts.failures,
        facts.notices, facts.banner, fact_matrix(scopes, facts.alignments), find_distinctive_words(scopes))


def _comparability(facts: Facts, k: int, a: Scope, b: Scope) -> Comparability:
    """One pair's verdict with its reasons and what it rests on."""
    judged, alignment, days = facts.judged[k], facts.alignments[k], facts.days_apart[k]
    aligned = tuple(sum(any(one.span.overlaps(span) for span in spans) for one in scope.sentences)
                    for scope, spans in ((a, [pair.a for pair in alignment.pairs]), (b, [pair.b for pair in alignment.pairs])))
    return Comparability(
        a.id, b.id, judged.verdict, judged.score, judged.time, judged.place, judged.entities, judged.narrative, days,
        (_share(a), _share(b)), (aligned[0], len(a.sentences), aligned[1], len(b.sentences)), a.story, b.story,
        _VERDICT_WORDS[judged.verdict])


def _share(scope: Scope) -> float:
    """Share of the article's counted words that stand in the story compared."""
    all_stories = {one.index for one in scope.annotation.document.stories} or {scope.story}
    total = sum(Scope(scope.annotation, story, scope.place).words() for story in sorted(all_stories))
    return scope.words() / total if total else 1.0
