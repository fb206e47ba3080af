"""Whose voice each stretch of text is in: the outlet's own, attributed, quoted, or the outlet's with scare quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from framing.annotate.attributions.quotes import Quote, find_quotes
from framing.lexicons.cues import CueLexicon
from framing.model.article import Span
from framing.model.document import COUNTED_ZONES, Document, Voice
from framing.model.findings import Attribution, VoiceSpan
from framing.model.parse import Parse, Token

_VOICED_ZONES: Final = COUNTED_ZONES | {"caption"}
# Rules whose content is worded by whom they credit even inside another's words; in "he said the state welcomed the talks"
# the talks are named by him.
_OWN_WORDS: Final = ("clause", "quote", "according", "object_prep", "object_as", "predicate", "noun.clause", "turn")
_FUNCTION_TAGS: Final = frozenset({"IN", "WP", "WDT", "CC", "TO", "DT", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH"})


@dataclass(frozen=True, slots=True)
class _Paint:
    """The voice of one token, and what it rests on."""

    voice: Voice
    speaker: str | None
    attribution: int | None
    rule: str


def assign_voices(document: Document, parse: Parse, attributions: Sequence[Attribution], *, cues: CueLexicon) -> tuple[VoiceSpan, ...]:
    """Stretches of counted and captioned text that are not the outlet's own voice, in order, none overlapping.

    attributed: the content of an attribution, of the innermost where one holds another. quoted: inside quotation marks of
    three words or more, whoever speaks. scare: one or two quoted words in the outlet's own sentence. Vague credit
    ("so-called", "alleged") is attributed to nobody. Attitudes without reported words (`stance`) stay the outlet's.
    """
    paints: list[_Paint | None] = [None] * len(parse.tokens)
    _paint_attributions(parse, attributions, paints)
    _paint_vague(parse, cues, paints)
    for quote in find_quotes(document):
        _paint_quote(document, parse, quote, paints)
    for k, (first, last) in enumerate(parse.bounds):
        if document.sentences[k].zone not in _VOICED_ZONES:
            paints[first:last] = [None] * (last - first)
    return tuple(one for one in _spans(document, parse, paints) if one.voice != "attributed" or _says_something(parse, one.span))


def _says_something(parse: Parse, span: Span) -> bool:
    """Whether a stretch holds more than "that", "who" and marks, which a quotation inside a report leaves over."""
    return any(token.tag not in _FUNCTION_TAGS for token in parse.tokens_in(span))


def _paint_attributions(parse: Parse, attributions: Sequence[Attribution], paints: list[_Paint | None]) -> None:
    """Contents, the largest first, so that an inner attribution stands on an outer one."""
    held = [(place, [token for span in one.content for token in parse.tokens_in(span)])
            for place, one in enumerate(attributions)
            if not one.stance and (one.nested_in is None or one.rule.startswith(_OWN_WORDS))]
    for place, tokens in sorted(held, key=lambda pair: (-len(pair[1]), pair[0])):
        paint = _Paint("attributed", attributions[place].speaker, place, attributions[place].rule)
        for token in tokens:
            paints[token.i] = paint


def _paint_vague(parse: Parse, cues: CueLexicon, paints: list[_Paint | None]) -> None:
    """ "So-called", "alleged": the rest of the noun phrase is credited to nobody in particular."""
    before = {phrase for phrase, cue in cues.phrases.items() if cue.does == "vague_before"}
    for token in parse.tokens:
        words = token.lower
        if words == "called" and token.i >= 2 and parse.tokens[token.i - 1].text == "-" and parse.tokens[token.i - 2].lower == "so":
            words = "so-called"
        if words not in before or paints[token.i] is not None:
            continue
        for i in range(token.i + 1, _phrase_end(parse, token)):
            if paints[i] is None:
                paints[i] = _Paint("attributed", None, None, f"vague.{words}")


def _phrase_end(parse: Parse, token: Token) -> int:
    """One past the noun that an adjective describes; the adjective's own end where it describes none after it."""
    head = parse.head(token)
    for _ in range(3):  # "so" + "-" + "called" hang on each other before the noun
        if head.pos in {"NOUN", "PROPN"} and head.i > token.i:
            return head.i + 1
        head = parse.head(head)
    return token.i + 1


def _paint_quote(document: Document, parse: Parse, quote: Quote, paints: list[_Paint | None]) -> None:
    """Quoted words keep the speaker of the attribution they stand in; scare quotes inside one are part of it."""
    for token in parse.tokens_in(quote.span):
        if document.sentences[token.sentence].paragraph != quote.paragraph:
            continue  # a caption that stands in the middle of the quotation
        under = paints[token.i]
        if not quote.is_scare:
            paints[token.i] = _Paint("quoted", under.speaker if under else None, under.attribution if under else None,
                                     under.rule if under else "quote.unlinked")
        elif under is None:
            paints[token.i] = _Paint("scare", None, None, "scare")


def _spans(document: Document, parse: Parse, paints: Sequence[_Paint | None]) -> list[VoiceSpan]:
    """Runs of equally painted tokens of one paragraph."""
    found: list[VoiceSpan] = []
    before: tuple[_Paint, int] | None = None
    for token in parse.tokens:
        paint = paints[token.i]
        if paint is None:
            before = None
            continue
        paragraph = document.sentences[token.sentence].paragraph
        if before == (paint, paragraph) and _reaches(document, found[-1].span.end, token.start, paragraph):
            found[-1] = VoiceSpan(Span(found[-1].span.start, token.end), paint.voice, paint.speaker, paint.attribution, paint.rule)
        else:
            found.append(VoiceSpan(token.span, paint.voice, paint.speaker, paint.attribution, paint.rule))
        before = (paint, paragraph)
    return found


def _reaches(document: Document, start: int, end: int, paragraph: int) -> bool:
    """Whether two places lie in one span of the paragraph, so that a joined stretch covers no caption between."""
    spans = document.paragraphs[paragraph].spans
    return len(spans) == 1 or any(span.start <= start and end <= span.end for span in spans)
