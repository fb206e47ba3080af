"""A finished comparison: everything a report may say, already computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from framing.model.alignment import Alignment
from framing.model.annotation import Annotation
from framing.model.article import Failure, Notice, Span
from framing.model.findings import Label
from framing.model.pairing import Pairing, Reason, Verdict

Strength = Literal["strong", "moderate", "weak"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of one article (its place in `Comparison.annotations`) that a statement rests on."""

    article: int
    span: Span


@dataclass(frozen=True, slots=True)
class Comparability:
    """Whether two articles can be compared. `a`, `b` are article ids; shares are 0 to 1; None where nothing is known.

    `share_on_topic` is (share of a's counted words on the shared topic, share of b's); `aligned` (passages of a that are aligned,
    of how many, of b, of how many). `story_a`, `story_b` are the stories compared.
    """

    a: str
    b: str
    verdict: Verdict
    score: float
    time: Reason
    place: Reason
    entities: Reason
    narrative: Reason
    days_apart: int | None
    share_on_topic: tuple[float, float]
    aligned: tuple[int, int, int, int]
    story_a: int
    story_b: int
    words: str


@dataclass(frozen=True, slots=True)
class Metric:
    """One number about one article: contract of every number.

    `value` is None when `too_little`; `n` is the count it rests on, `base` what it was counted in (words, spans), `low` and
    `high` a 95 % interval. `category` narrows the metric (a speaker, a target, a term category; "" for all).
    """

    metric: str
    article: str
    zone: str
    voice: str
    category: str
    value: float | None
    n: int
    base: int
    low: float | None
    high: float | None
    too_little: bool
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """How far one number of article `a` lies from that of article `b`: `difference` is a minus b; `clear` when its interval does not hold 0."""

    metric: str
    category: str
    a: str
    b: str
    difference: float | None
    low: float | None
    high: float | None
    clear: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A complete comparison in one sentence, with the passages it rests on (at least one from each article it speaks of)."""

    sentence: str
    kind: str
    strength: Strength
    reason: str
    evidence: tuple[Evidence, ...]
    question: str = ""


@dataclass(frozen=True, slots=True)
class LabelUse:
    """One label of a referent in one article: its wording, voice, speaker, where it stands and how often."""

    article: int
    label: Label


@dataclass(frozen=True, slots=True)
class Referent:
    """Someone or something that at least one article labels, merged over the articles. `evidence` says why they were merged.

    `names[k]` is what article k calls it at its fullest, or None where k does not name it. `shared`: named in two articles or more.
    `difference` says in words what differs ("voice", "wording", "only in A"), "" where nothing does.
    """

    name: str
    kind: str
    names: tuple[str | None, ...]
    uses: tuple[LabelUse, ...]
    evidence: str
    shared: bool
    difference: str = ""


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """One speaker over all articles. The tuples hold one entry an article.

    `quoted_words`: words inside quotation marks given to the speaker; `attributed_words`: all words given; `items`: attributions;
    `verbs`, `classes`: cue lemmas and their classes with counts, most frequent first; `up_front`: items in the headline, the dek or the
    first three body paragraphs. `side` is user-given, else "unassigned".
    """

    speaker: str
    source_type: str
    side: str
    quoted_words: tuple[int, ...]
    attributed_words: tuple[int, ...]
    items: tuple[int, ...]
    verbs: tuple[tuple[tuple[str, int], ...], ...]
    evidence: tuple[Evidence, ...]
    classes: tuple[tuple[tuple[str, int], ...], ...] = ()
    up_front: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """Passages of two or more articles that tell the same thing. `words` is the first of them.

    `places[k]` is where article k has it at its earliest: headline, dek, lead, first third, middle third or last third; None where
    it was not found there.
    """

    words: Evidence
    places: tuple[str | None, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DistinctiveWord:
    """A word that one article uses more in its own voice than the others. `spans` lie in that article.

    `n` times here and `n_others` in the others' own voices, with the rates per 1,000 own-voice words; `log_odds` in natural-log
    units with its `z`.
    """

    word: str
    n: int
    n_others: int
    per_thousand: float
    per_thousand_others: float
    log_odds: float
    z: float
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DistinctiveWords:
    """The distinctive words of one article, most distinctive first; none where there is too little text.

    `base`, `base_others`: words of own voice here and in the others, all of them. `n_compared`: words used often enough on either
    side to be listed if they differed.
    """

    article: int
    base: int
    base_others: int
    n_compared: int
    too_little: bool
    words: tuple[DistinctiveWord, ...]


@dataclass(frozen=True, slots=True)
class Versions:
    """What made the comparison."""

    tool: str
    lexicon: str
    cues: str
    label_sets: str
    model: str
    libraries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole of a comparison of 2 to 20 articles; a report reads it and computes nothing.

    `stories[k]` is the story of article k that was compared. `settings` are name-value pairs. `no_clear_difference` are
    sentences for measures whose interval covers zero or where there was too little text. `banner` is set where the user
    forced a comparison of different events.
    """

    annotations: tuple[Annotation, ...]
    stories: tuple[int, ...]
    pairing: Pairing
    comparability: tuple[Comparability, ...]
    alignments: tuple[Alignment, ...]
    referents: tuple[Referent, ...]
    speakers: tuple[SpeakerRow, ...]
    metrics: tuple[Metric, ...]
    differences: tuple[Difference, ...]
    findings: tuple[Finding, ...]
    no_clear_difference: tuple[str, ...]
    questions: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]
    versions: Versions
    failures: tuple[Failure, ...]
    notices: tuple[Notice, ...]
    banner: str = ""
    facts: tuple[Fact, ...] = ()
    distinctive: tuple[DistinctiveWords, ...] = ()
