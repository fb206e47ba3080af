"""Who speaks in each article: one row a speaker over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from framing.compare.metrics import COUNTED, MIN_ATTRIBUTIONS, stands_up_front, words_of
from framing.compare.scope import Scope
from framing.compare.sides import UNASSIGNED, assign_side
from framing.lexicons.label_cues import load_states
from framing.model.article import Span
from framing.model.comparison import Evidence, Metric, SpeakerRow
from framing.model.findings import Attribution
from framing.text.names import same_person_name
from framing.text.tokens import count_words

UNRESOLVED = "not resolved"


def _same_speaker(a: str, b: str, people: bool) -> bool:
    return a.casefold() == b.casefold() or (people and same_person_name(a, b))


def merge_names(names: Sequence[tuple[str, bool]]) -> dict[str, str]:
    """Which speaker each name stands for: the longest name of the same person (spellings and first names considered).

    `names` are (name, whether it is a person's). A last name alone joins a fuller name only where one person alone has it.
    """
    fullest: list[str] = []
    found: dict[str, str] = {}
    for name, person in sorted(set(names), key=lambda one: (-len(one[0].split()), one)):
        matches = [known for known in fullest if _same_speaker(name, known, person)]
        if len(matches) == 1:
            found[name] = matches[0]
        else:
            fullest.append(name)
            found[name] = name
    return found


def quoted_words(scope: Scope, attribution: Attribution) -> int:
    """Words of an attribution's content that stand inside quotation marks of three words or more."""
    inside = 0
    for voiced in scope.annotation.reading.voices:
        if voiced.voice == "quoted":
            for span in attribution.content:
                if span.overlaps(voiced.span):
                    cut = Span(max(span.start, voiced.span.start), min(span.end, voiced.span.end))
                    inside += count_words(scope.annotation.document.shadow, cut)
    return inside


def tabulate_speakers(scopes: Sequence[Scope], *, sides: Mapping[str, str] | None = None) -> tuple[SpeakerRow, ...]:
    """One row a speaker, those with the most attributed words over all articles first; `sides` are the user's, by speaker."""
    items = [(scope, item) for scope in scopes for item in scope.attributions]
    names = merge_names([(item.speaker, item.source_type in {"person", "self"}) for _, item in items if item.speaker])
    rows: dict[str, list[tuple[Scope, Attribution]]] = {}
    for scope, item in items:
        rows.setdefault(names[item.speaker] if item.speaker else UNRESOLVED, []).append((scope, item))
    states = load_states()
    made = [_row(speaker, mine, len(scopes), assign_side(speaker, mine, given=sides or {}, states=states)) for speaker, mine in rows.items()]
    return tuple(sorted(made, key=lambda row: (row.speaker == UNRESOLVED, -sum(row.attributed_words), row.speaker)))


def _row(speaker: str, items: Sequence[tuple[Scope, Attribution]], n_articles: int, side: str) -> SpeakerRow:
    quoted, words, counts, front = ([0] * n_articles for _ in range(4))
    verbs: list[Counter[str]] = [Counter() for _ in range(n_articles)]
    classes: list[Counter[str]] = [Counter() for _ in range(n_articles)]
    for scope, item in items:
        quoted[scope.place] += quoted_words(scope, item)
        words[scope.place] += words_of(scope, item)
        counts[scope.place] += 1
        front[scope.place] += stands_up_front(scope, item)
        if item.cue_lemma:
            verbs[scope.place][item.cue_lemma] += 1
            classes[scope.place][item.cue_class] += 1
    kinds = Counter(item.source_type for _, item in items)
    kind = min(kinds, key=lambda one: (-kinds[one], one))
    evidence = tuple(Evidence(scope.place, passage_of(scope, item)) for scope, item in items)
    return SpeakerRow(speaker, kind, UNASSIGNED if speaker == UNRESOLVED else side, tuple(quoted), tuple(words), tuple(counts), _listed(verbs), evidence, _listed(classes),
                      tuple(front))


def _listed(counters: Sequence[Counter[str]]) -> tuple[tuple[tuple[str, int], ...], ...]:
    """Each counter's items, most frequent first."""
    return tuple(tuple(sorted(one.items(), key=lambda pair: (-pair[1], pair[0]))) for one in counters)


def side_metrics(scope: Scope, rows: Sequence[SpeakerRow]) -> tuple[Metric, ...]:
    """Each side's share of the article's attributed words, "unassigned" and unresolved speakers together as one."""
    words: Counter[str] = Counter()
    for row in rows:
        words[row.side] += row.attributed_words[scope.place]
    total = sum(words.values())
    few = len(scope.attributions) < MIN_ATTRIBUTIONS
    return tuple(Metric("words_by_side", scope.id, COUNTED, "all", side, n / total if total and not few else None, n, total, None, None, few,
                        "share of attributed words") for side, n in sorted(words.items()) if n)


def passage_of(scope: Scope, attribution: Attribution) -> Span:
    """From the first to the last word of source, cue and content: what a reader must see to check the attribution."""
    spans = [*attribution.source, *attribution.cue, *attribution.content]
    near = [span for span in spans if abs(span.start - attribution.content[0].start) < 1500]
    return Span(min(span.start for span in near), max(span.end for span in near))
