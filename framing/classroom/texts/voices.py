"""Whose words a sentence holds, as a class can tell: one class a sentence, and only where it is clear."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from framing.classroom.texts.material import ShownSentence, Source
from framing.model.article import Span
from framing.model.document import Voice
from framing.model.findings import Attribution
from framing.text.tokens import word_spans

VoiceClass = Literal["own", "credited", "quoted-named", "quoted-unnamed", "caption"]

SURE: Final = 0.8  # confidence of an attribution from which nine in ten are right on development data
FEW: Final = 4  # words of a quotation below which it is a scare quote
_UNNAMED: Final = frozenset({"unnamed_official", "public", "unspecified", "person_role"})
_CLEAR_VERBS: Final = frozenset({"neutral", "structuring", "doubting", "conceding", "assertive", "hedged", "factive", "denying"})
_PRONOUNS: Final = frozenset({"he", "she", "it", "they", "who", "this", "that", "both", "one", "others"})
# Words by which a sentence leans on somebody without saying so plainly: too doubtful for "the article itself".
_LEANING: Final = re.compile(
    r"[\"“”]|\b(?:said|says|say|saying|told|tells|spoke|speaks?|according|announce\w*|agree\w*|reported|reportedly|allege\w*|rumou?r\w*|expect\w*|believ\w*|"
    r"fear\w*|hope\w*|doubt\w*|statement|report|reports|claim\w*|call\w*|known|think|thought|understand\w*|seem\w*|appear\w*|filing|document\w*|letter|memo|"
    r"survey|study|data|figures?|poll|promise\w*|warn\w*|accus\w*|confirm\w*|den(?:y|ies|ied)|insist\w*|want\w*|offer\w*|view|account|puts?|estimate\w*|described?)\b", re.IGNORECASE)
_SEEN: Final = frozenset({"caption.depicts-with-date", "caption.file-photo"})  # captions that show by their form that they are one


@dataclass(frozen=True, slots=True)
class Voiced:
    """A sentence with its class, the reason and the rule, and the words it rests on (in the shown text)."""

    sentence: ShownSentence
    voice_class: VoiceClass
    voice: Voice
    rationale: str
    rule: str
    speaker: str | None = None


def voice_of(source: Source, sentence: ShownSentence) -> Voiced | None:
    """The class of a sentence, None where it holds several voices or the analysis is not sure."""
    if sentence.zone == "caption":
        return _caption(source, sentence)
    if sentence.zone != "body":
        return None
    attributions = source.attributions_in(sentence)
    words = source.words(sentence.span)
    if any(one.confidence < SURE or one.stance for one in attributions) or words.count('"') % 2 or words.count("“") != words.count("”"):
        return None
    counts = _count(source, sentence)
    if not attributions:
        return _own(source, sentence, counts)
    if counts["quoted"] >= FEW and not counts["scare"]:
        return _quoted(source, sentence, attributions)
    if not counts["quoted"] and not counts["scare"]:
        return _credited(source, sentence, attributions, counts)
    return None


def _count(source: Source, sentence: ShownSentence) -> dict[str, int]:
    counts = dict.fromkeys(("own", "attributed", "quoted", "scare"), 0)
    for word in word_spans(source.annotation.document.shadow, sentence.original):
        counts[source.annotation.reading.voice_at(word)[0]] += 1
    return counts


def _own(source: Source, sentence: ShownSentence, counts: dict[str, int]) -> Voiced | None:
    if sum(counts.values()) != counts["own"] or sentence.words < 6 or _LEANING.search(source.words(sentence.span)):
        return None
    return Voiced(sentence, "own", "own", "Nobody is credited: the article says it itself.", "voice.own")


def _caption(source: Source, sentence: ShownSentence) -> Voiced | None:
    rule = next((block.rule for block in source.annotation.document.blocks if block.span.overlaps(sentence.original)), "")
    if rule not in _SEEN or source.attributions_in(sentence) or sentence.words < 6:
        return None
    return Voiced(sentence, "caption", "own", "It tells what a picture shows, not what happened: it stood under a photograph.", rule)


def _quoted(source: Source, sentence: ShownSentence, attributions: list[Attribution]) -> Voiced | None:
    """A quotation with its speaker in the same sentence; the quotation must open it or be all that is credited in it."""
    direct = [one for one in attributions if one.directness == "direct" and one.cue and one.source]
    if len(direct) != 1 or (len(attributions) > 1 and source.words(sentence.span)[0] not in "\"“"):
        return None
    one = direct[0]
    if not all(sentence.original.holds(span) for span in (*one.source, *one.cue)):
        return None
    words = _words(source, one.source[0])
    if is_pronoun(words):
        return None
    cue = _words(source, one.cue[0])
    if one.source_type in _UNNAMED and not has_name(words):
        return Voiced(sentence, "quoted-unnamed", "quoted", f"Quotation marks, but “{words}” has no name.", "voice.quoted", one.speaker)
    if one.speaker and one.speaker.split()[-1] in words:
        return Voiced(sentence, "quoted-named", "quoted", f"Quotation marks, and “{cue}” ties them to “{words}”.", "voice.quoted", one.speaker)
    return None


def _credited(source: Source, sentence: ShownSentence, attributions: list[Attribution], counts: dict[str, int]) -> Voiced | None:
    """Most of the sentence is credited to somebody by one clear verb, and nothing stands in quotation marks."""
    clear = [one for one in attributions if one.cue and one.source and one.cue_class in _CLEAR_VERBS and _has_verb(source, one)]
    if len(attributions) != 1 or not clear or counts["attributed"] < 5 or counts["attributed"] * 2 < sentence.words:
        return None
    one = clear[0]
    return Voiced(sentence, "credited", "attributed", f"“{_words(source, one.cue[0])}” credits it to “{_words(source, one.source[0])}”; there are no quotation marks.",
                  "voice.attributed", one.speaker)


def _has_verb(source: Source, one: Attribution) -> bool:
    """Whether what is credited is a statement: "admitted only nine injuries" is not."""
    return any(token.pos in {"VERB", "AUX"} for span in one.content for token in source.annotation.reading.parse.tokens_in(span))


def is_pronoun(words: str) -> bool:
    """Whether the words of a source only point to somebody: "He", "one" (but "one of them" tells that there is no name)."""
    return words.split()[0].lower() in _PRONOUNS and not words.lower().startswith("one of")


def has_name(words: str) -> bool:
    """Whether two capitalised words follow each other after the first: "Lena Hartogen"."""
    return re.search(r"(?<!^)(?<=\s)[A-Z]\w+\s+[A-Z]\w+|^[A-Z]\w+\s+[A-Z]\w+", words) is not None


def _words(source: Source, span: Span) -> str:
    """The words of an original span, as the class sees them where they are shown."""
    where = source.place(span)
    return source.words(where) if where is not None else " ".join(source.annotation.document.text[span.start:span.end].split())
