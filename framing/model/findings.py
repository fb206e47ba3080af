"""What is found in one article: one type a measure, each with the spans it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from framing.model.article import Span
from framing.model.document import Voice, Zone

Directness = Literal["direct", "indirect", "mixed"]
Polarity = Literal[-1, 0, 1]
Tier = Literal["A", "B", "C", "D"]
SourceType = Literal["self", "media", "document", "person", "person_role", "unnamed_official",
                     "government", "organisation", "public", "unspecified"]
CueClass = Literal["neutral", "structuring", "assertive", "factive", "conceding", "doubting", "discrediting",
                   "accusing", "denying", "directive", "emotive", "hedged", "mental", "stance", "none"]

FRAMES: Final = ("conflict", "responsibility", "economic", "human", "morality")  # the generic frames of Semetko & Valkenburg (2000)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text that name an entity. `form`: name, role ("the minister"), pronoun."""

    span: Span
    form: str
    rule: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that an article names, with every mention found.

    `name` is the fullest form in this article; `kind` is person, group, organisation, place, state, or other.
    `titles` are role words seen beside the name ("foreign minister"), lower-cased.
    """

    name: str
    kind: str
    mentions: tuple[Mention, ...]
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said what, as spans of one document's text. Terms: PARC 3 (Pareti, 2016).

    Empty: a `source` left unnamed ("it was claimed"), no `cue` beside a quotation. None: a `speaker` not resolved.
    `via` is the channel ("told TASS"); `nested_in` the place of the attribution that holds this one's cue; `stance` marks an
    attribution without a speech cue ("opposed"). `confidence` is 0 to 1, calibrated on development data. `cue_lemma` is
    the cue's dictionary form, for tables of verbs.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None
    directness: Directness
    source_type: SourceType
    cue_class: CueClass
    cue_lemma: str
    zone: Zone
    rule: str
    confidence: float
    via: tuple[Span, ...] = ()
    nested_in: int | None = None
    stance: bool = False


@dataclass(frozen=True, slots=True)
class VoiceSpan:
    """A stretch of counted or captioned text in one voice. Voice spans of a document do not overlap; what none covers is own voice.

    `attribution` is the place of the attribution it comes from, None for scare quotes and vague credit ("so-called").
    """

    span: Span
    voice: Voice
    speaker: str | None
    attribution: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class LoadedTerm:
    """An occurrence of a term of the loaded-term lexicon. `entry` is the lexicon entry's id; `term` its plain form.

    `target` is whom or what it is about, where syntax shows it. `decision` is "counts" for tiers A and B; else why it was
    dropped ("label-only", "blocked: ..."): such rows are shown by `--all` and `explain` alone.
    """

    span: Span
    term: str
    entry: str
    category: str
    tier: Tier
    polarity: Polarity
    voice: Voice
    speaker: str | None
    zone: Zone
    target: str | None
    plainer: tuple[str, ...]
    rule: str
    confidence: float
    decision: str = "counts"
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A name chosen for someone or something. `span` covers the label's own words.

    `form`: title, apposition, relative, copula, as-frame, definite, government-of, event, adverb, bracket.
    `evaluation` is plus, minus or plain where a contested-label set says so, else None; `contested` is the id of that set.
    `referent` is the fullest name in the article; for an event its plainest phrase with the date.
    """

    span: Span
    referent: str
    kind: str
    label: str
    form: str
    voice: Voice
    speaker: str | None
    evaluation: str | None
    contested: str | None
    zone: Zone
    rule: str


@dataclass(frozen=True, slots=True)
class Tone:
    """Tone of one clause or sentence (`span`) towards a target named at `mention`. `valence` is -1.0 to 1.0."""

    target: str
    span: Span
    mention: Span
    polarity: Polarity
    valence: float
    voice: Voice
    speaker: str | None
    zone: Zone
    confidence: float
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Readability:
    """Flesch reading ease (higher is easier) and grades (years of US schooling) of own-voice body text. None: too little text.

    `syllables` says how syllables were counted.
    """

    n_words: int
    n_sentences: int
    reading_ease: float | None
    grade: float | None
    fog: float | None
    smog: float | None
    dale_chall: float | None
    words_per_sentence: float | None
    syllables: str


@dataclass(frozen=True, slots=True)
class WordCount:
    """A word of an article's own voice with every place it stands. `term` is its stem, `form` the writing met most often."""

    term: str
    form: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FrameHit:
    """An occurrence of a cue of a generic frame (one of `FRAMES`). `cue` is the form that stands there, `rule` the id of its entry."""

    span: Span
    frame: str
    cue: str
    voice: Voice
    speaker: str | None
    zone: Zone
    rule: str


Telling = Literal["active", "passive-by", "noun-by", "passive", "noun", "thing", "gone"]
NAMED_TELLINGS: Final = frozenset({"active", "passive-by", "noun-by"})


@dataclass(frozen=True, slots=True)
class HarmAct:
    """An act of harm or force as it is told. `span` covers its verb or noun, `act` says which act it is (kill, arrest ...).

    `telling`: active, passive-by and noun-by name a doer; passive, noun ("the killing"), thing ("gunfire killed two") and gone
    ("two died") do not. `doer`: the words that name the doer, in this sentence or, with `before`, in the one before.
    """

    span: Span
    act: str
    telling: Telling
    doer: Span | None
    before: bool
    voice: Voice
    speaker: str | None
    zone: Zone
    rule: str

    @property
    def named(self) -> bool:
        """Whether the reader is told who did it, here or in the act before."""
        return self.telling in NAMED_TELLINGS or self.before
