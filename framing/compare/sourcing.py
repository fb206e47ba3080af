"""Findings about sources: who is quoted in each article, and with which verbs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from framing.compare.metrics import MIN_ATTRIBUTIONS, NAMED
from framing.compare.scope import Scope
from framing.compare.speakers import UNRESOLVED, merge_names, passage_of
from framing.compare.wording import count, credited, listed, number, percent
from framing.model.comparison import Evidence, Finding, SpeakerRow, Strength
from framing.model.findings import Attribution

# Classes of cue by which a writer does more than hand a statement on. Accusing, denying and demanding are the speaker's own acts.
_TELLING: Final = {"doubting": "a verb of doubt", "discrediting": "a cue that rejects what is said", "conceding": "a verb of conceding",
                   "factive": "a verb that takes it as fact", "emotive": "a verb of feeling"}
_SHOWN: Final = 3   # passages cited an article
_PEOPLE: Final = 6  # people of an article with a passage each


def _first_passages(scope: Scope, items: Sequence[Attribution]) -> tuple[Evidence, ...]:
    return tuple(Evidence(scope.place, passage_of(scope, item)) for item in items[:_SHOWN])


def _named(scope: Scope) -> list[Attribution]:
    return [item for item in scope.attributions if item.speaker and item.source_type in NAMED]


@dataclass(frozen=True, slots=True)
class _Cast:
    """Whom one article cites: its named people, most words first, and the speaker it gives most words, None where there are few statements."""

    scope: Scope
    named: tuple[SpeakerRow, ...]
    top: SpeakerRow | None
    share: float
    total: int

    def gives(self) -> str:
        """What the largest speaker gets, as the end of a clause; "" where too few statements stand for a share."""
        return f"{percent(self.share)} of its {self.total:,} credited words to {credited(self.top.speaker)}" if self.top else ""

    def passages(self, *, top: bool) -> tuple[Evidence, ...]:
        """A passage of each named person, or of whoever is cited where nobody is named, the largest speaker's first."""
        rows = dict.fromkeys((*((self.top,) if self.top and top else ()), *self.named))
        mine = [next(one for one in row.evidence if one.article == self.scope.place) for row in rows]
        return tuple(dict.fromkeys(mine))[:_PEOPLE] or _first_passages(self.scope, self.scope.attributions)


def find_speaker_counts(scopes: Sequence[Scope], speakers: Sequence[SpeakerRow]) -> list[Finding]:
    """How many named people each article cites, where the numbers differ, and whom it gives most of the credited words; of more
    than two articles the most, the fewest and the largest share.
    """
    casts = [_cast(scope, speakers) for scope in scopes if scope.attributions]
    counts = sorted({len(one.named) for one in casts})
    if len(counts) < 2 or (len(scopes) == 2 and len(casts) < 2):
        return []
    if len(scopes) == 2:
        clauses = [f"{one.scope.letter} cites {number(len(one.named), 'named person', 'named people')}" + (f" and gives {one.gives()}" if one.top else "")
                   for one in casts]
        sentence, evidence = "; ".join(clauses) + ".", tuple(passage for one in casts for passage in one.passages(top=True))
    else:
        sentence, evidence = _extremes(casts, counts[-1], counts[0])
    return [Finding(sentence, "speakers", "strong", "direct count", evidence,
                    "Whose words are missing from each article? Where would you look for them?")]


def _cast(scope: Scope, speakers: Sequence[SpeakerRow]) -> _Cast:
    place = scope.place
    named = sorted((row for row in speakers if row.items[place] and row.source_type in NAMED), key=lambda row: (-row.attributed_words[place], row.speaker))
    known = [row for row in speakers if row.items[place] and row.speaker != UNRESOLVED]
    total = sum(row.attributed_words[place] for row in speakers)
    top = max(known, key=lambda row: (row.attributed_words[place], row.speaker), default=None)
    few = len(scope.attributions) < MIN_ATTRIBUTIONS or not total or top is None
    return _Cast(scope, tuple(named), None if few else top, 0.0 if few or top is None else top.attributed_words[place] / total, total)


def _extremes(casts: Sequence[_Cast], most: int, fewest: int) -> tuple[str, tuple[Evidence, ...]]:
    """One sentence about many articles: who cites most and fewest named people, and where one speaker has the largest share."""
    many, few = ([one for one in casts if len(one.named) == n] for n in (most, fewest))
    least = f"the fewest, {count(fewest)}{' each' if len(few) > 1 else ''}" if fewest else "nobody by name"
    said = f"{_letters(many)} the most named people, {count(most)}{' each' if len(many) > 1 else ''}; {_letters(few)} {least}"
    shares = [one for one in casts if one.top]
    if not shares:
        return said + ".", tuple(passage for one in (*many, *few) for passage in one.passages(top=False))
    largest = max(shares, key=lambda one: one.share)
    cited = dict.fromkeys(passage for one in (*many, *few, largest) for passage in one.passages(top=one is largest))
    return f"{said}; the largest share for one speaker is in {largest.scope.letter}, which gives {largest.gives()}.", tuple(cited)


def _letters(casts: Sequence[_Cast]) -> str:
    return f"{listed([one.scope.letter for one in casts])} {'cites' if len(casts) == 1 else 'cite'}"


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
    classes = dict.fromkeys(item.cue_class for item in telling)
    kinds = ", and ".join(f"{_TELLING[one]}, {_cues(mine, [item for item in telling if item.cue_class == one])}" for one in classes)
    whom = "the same speaker" if shared else "the people it cites"
    sentence = (f"For {credited(speaker)}, {mine.letter} uses {kinds}; "
                f"{other.letter} introduces {whom} with {_cues(other, theirs)}.")
    strength: Strength = "moderate" if len(theirs) >= _SHOWN or len(telling) > 1 else "weak"
    return Finding(sentence, "cues", strength, f"{number(len(telling), 'such cue')} in {mine.letter}, {number(len(theirs), 'cue')} in {other.letter}",
                   (*_first_passages(mine, telling), *_first_passages(other, theirs)),
                   "Replace the verb by “said”: what does the reader lose, and what does the speaker gain?")
