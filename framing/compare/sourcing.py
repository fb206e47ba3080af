"""Findings about sources: who is quoted in each article, and with which verbs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.compare.metrics import MIN_ATTRIBUTIONS, NAMED
from framing.compare.scope import Scope
from framing.compare.speakers import UNRESOLVED, merge_names, passage_of, short_name
from framing.compare.wording import listed, number, percent
from framing.model.comparison import Evidence, Finding, SpeakerRow, Strength
from framing.model.findings import Attribution

# Classes of cue by which a writer does more than hand a statement on. Accusing, denying and demanding are the speaker's own acts.
_TELLING: Final = {"doubting": "a verb of doubt", "discrediting": "a cue that discredits", "conceding": "a verb of conceding",
                   "factive": "a verb that takes it as fact", "emotive": "a verb of feeling"}
_SHOWN: Final = 3  # passages cited an article


def _first_passages(scope: Scope, items: Sequence[Attribution]) -> tuple[Evidence, ...]:
    return tuple(Evidence(scope.place, passage_of(scope, item)) for item in items[:_SHOWN])


def _named(scope: Scope) -> list[Attribution]:
    return [item for item in scope.attributions if item.speaker and item.source_type in NAMED]


def find_speaker_counts(scopes: Sequence[Scope], speakers: Sequence[SpeakerRow]) -> list[Finding]:
    """How many named people each article cites, where the numbers differ, and whom it gives most of the attributed words."""
    clauses: list[str] = []
    evidence: list[Evidence] = []
    counts: list[int] = []
    for scope in scopes:
        mine = [row for row in speakers if row.items[scope.place] and row.source_type in NAMED]
        if not scope.attributions:
            return []
        total = sum(row.attributed_words[scope.place] for row in speakers)
        top = max((row for row in speakers if row.items[scope.place] and row.speaker != UNRESOLVED),
                  key=lambda row: (row.attributed_words[scope.place], row.speaker), default=None)
        clause = f"{scope.letter} cites {number(len(mine), 'named person', 'named people')}"
        if top is not None and total and len(scope.attributions) >= MIN_ATTRIBUTIONS:
            clause += f", and {short_name(top.speaker)} has {percent(top.attributed_words[scope.place] / total)} of its {total:,} attributed words"
        clauses.append(clause)
        counts.append(len(mine))
        evidence += _first_passages(scope, _named(scope) or scope.attributions)
    if len(set(counts)) == 1:
        return []
    return [Finding("; ".join(clauses) + ".", "speakers", "strong", "direct count", tuple(evidence),
                    "Whose words are missing from each article? Where would you look for them?")]


def find_cue_contrasts(a: Scope, b: Scope) -> list[Finding]:
    """Where the cues one article chooses for a speaker say more than handing on, and the other's do not.

    Both articles cite the speaker; or only one does, and the other uses plain cues for all whom it cites.
    """
    people = [(item.speaker, True) for scope in (a, b) for item in _named(scope) if item.speaker]
    names = merge_names(people)
    found = []
    for mine, other in ((a, b), (b, a)):
        others = _by_speaker(other, names)
        for speaker, items in sorted(_by_speaker(mine, names).items()):
            telling = [item for item in items if item.cue_class in _TELLING]
            if not telling:
                continue
            theirs = others.get(speaker, [])
            if theirs and not any(item.cue_class in _TELLING for item in theirs):
                found.append(_contrast(mine, other, speaker, telling, theirs, shared=True))
            elif not theirs and telling[0].cue_class in {"doubting", "discrediting"}:
                plain = [item for rows in others.values() for item in rows]
                if len(plain) >= MIN_ATTRIBUTIONS and not any(item.cue_class in _TELLING for item in plain):
                    found.append(_contrast(mine, other, speaker, telling, plain, shared=False))
    return found


def _by_speaker(scope: Scope, names: dict[str, str]) -> dict[str, list[Attribution]]:
    rows: dict[str, list[Attribution]] = {}
    for item in _named(scope):
        if any(scope.text[span.start:span.end].strip("-–—: ") for span in item.cue):
            rows.setdefault(names.get(item.speaker or "", item.speaker or ""), []).append(item)
    return rows


def _cues(scope: Scope, items: Sequence[Attribution]) -> str:
    words = dict.fromkeys(" ".join(" ".join(scope.text[s.start:s.end].split()) for s in item.cue) for item in items)
    return listed([f"“{word}”" for word in [one for one in words if any(map(str.isalpha, one))][:_SHOWN]])


def _contrast(mine: Scope, other: Scope, speaker: str, telling: Sequence[Attribution], theirs: Sequence[Attribution], *,
              shared: bool) -> Finding:
    kind = _TELLING[telling[0].cue_class]
    whom = short_name(speaker) if shared else "the people it cites"
    sentence = (f"For {short_name(speaker)}, {mine.letter} chooses {kind}, {_cues(mine, telling)}; "
                f"{other.letter} introduces {whom} with {_cues(other, theirs)}.")
    strength: Strength = "moderate" if len(theirs) >= _SHOWN or len(telling) > 1 else "weak"
    return Finding(sentence, "cues", strength, f"{number(len(telling), 'such cue')} in {mine.letter}, {number(len(theirs), 'cue')} in {other.letter}",
                   (*_first_passages(mine, telling), *_first_passages(other, theirs)),
                   "Replace the verb by “said”: what does the reader lose, and what does the speaker gain?")
