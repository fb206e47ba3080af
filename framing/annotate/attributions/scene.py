"""What every attribution rule looks at: one document with its grammar, cues and quotations, and what the rules hand back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from framing.annotate.attributions.quotes import Quote, find_quotes
from framing.lexicons.cues import CueLexicon, VerbCue
from framing.model.article import Span
from framing.model.document import Document, Zone
from framing.model.findings import CueClass
from framing.model.parse import Parse, Token

NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON"})
_LOOSE: Final = frozenset({"relcl", "advcl", "parataxis", "punct", "acl", "appos"})  # what hangs on a noun phrase without naming
_SHORT_APPOSITION: Final = 8  # tokens; a longer one describes rather than names
_MARKS: Final = " \n\t,;:-\u2014\u2013"  # trimmed off the ends of a content span


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution as token places, before spans are cut. `verb` is the cue's head, -1 where there is none.

    `quotes` are places of the quotations it holds. `addressee` are the tokens told to ("told TASS").
    """

    verb: int
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    rule: str
    lemma: str
    cue_class: CueClass
    stance: bool = False
    addressee: frozenset[int] = frozenset()
    quotes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A document as the rules see it. `quote_at[i]` is the place of the quotation that holds token i, -1 where none does
    (scare quotes included); `paragraph_tokens[k]` the token range of paragraph k.
    """

    document: Document
    parse: Parse
    cues: CueLexicon
    quotes: tuple[Quote, ...]
    quote_at: tuple[int, ...]
    paragraph_tokens: tuple[tuple[int, int], ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens of the document."""
        return self.parse.tokens

    def in_quotation(self, i: int) -> bool:
        """Whether token i stands inside a quotation of three words or more."""
        place = self.quote_at[i]
        return place >= 0 and not self.quotes[place].is_scare

    def paragraph_of(self, i: int) -> int:
        """The paragraph of token i."""
        return self.document.sentences[self.tokens[i].sentence].paragraph

    def zone_of(self, i: int) -> Zone:
        """The zone of token i."""
        return self.document.sentences[self.tokens[i].sentence].zone

    def verb_cue(self, token: Token) -> VerbCue | None:
        """The cue that a verb is, with its particle ("point out", "make clear"); None where it is none."""
        if token.pos not in {"VERB", "AUX"} and not token.tag.startswith("VB") and not self._is_mistaken_noun(token):
            return None
        lemma = token.lemma.lower()
        for child in self.parse.children(token):
            if child.dep in {"prt", "advmod", "acomp", "oprd", "prep", "dobj", "ccomp"} and child.lower in self.cues.particles:
                found = self.cues.verbs.get(f"{lemma} {child.lower}")
                if found is not None:
                    return found
        found = self.cues.verb(lemma)
        return found if found is not None else self._by_form(token.lower)

    def _is_mistaken_noun(self, token: Token) -> bool:
        """Whether a "noun" has a subject and a clause, as only a verb has ("the Friends fear that ...")."""
        if token.pos != "NOUN" or token.dep not in {"ROOT", "ccomp", "conj"}:
            return False
        deps = {child.dep for child in self.parse.children(token)}
        return "nsubj" in deps and "ccomp" in deps

    def _by_form(self, word: str) -> VerbCue | None:
        """The cue of an inflected form whose dictionary form the parser does not know ("blogged")."""
        for ending, puts in (("ed", ("", "e")), ("ing", ("", "e")), ("es", ("", "e")), ("s", ("",))):
            stem = word.removesuffix(ending)
            if stem == word or len(stem) < 3:
                continue
            stems = [stem + put for put in puts] + ([stem[:-1]] if stem[-1] == stem[-2] else [])
            for one in stems:
                if (found := self.cues.verbs.get(one)) is not None:
                    return found
        return None


def make_scene(document: Document, parse: Parse, cues: CueLexicon) -> Scene:
    """Look up quotations and paragraphs once, for all rules."""
    quotes = find_quotes(document)
    starts = [quote.span.start for quote in quotes]
    at = []
    for token in parse.tokens:
        k = bisect_right(starts, token.start) - 1
        inside = k >= 0 and token.end <= quotes[k].span.end
        # a caption between two parts of a paragraph lies inside a quotation that runs over it, and is none of it
        at.append(k if inside and document.sentences[token.sentence].paragraph == quotes[k].paragraph else -1)
    ranges = [(0, 0)] * len(document.paragraphs)
    for k, (first, last) in enumerate(parse.bounds):
        paragraph = document.sentences[k].paragraph
        low, high = ranges[paragraph]
        ranges[paragraph] = (first if low == high else min(low, first), max(high, last))
    return Scene(document, parse, cues, quotes, tuple(at), tuple(ranges))


def subtree(parse: Parse, token: Token, *, without: Iterable[int] = ()) -> frozenset[int]:
    """Places of a token and all below it, leaving out the branches that begin at `without`."""
    barred, found, waiting = set(without), [], [token]
    while waiting:
        one = waiting.pop()
        if one.i in barred:
            continue
        found.append(one.i)
        waiting.extend(parse.children(one))
    return frozenset(found)


def noun_phrase(parse: Parse, head: Token) -> frozenset[int]:
    """Places of a noun phrase without its clauses; a short apposition is kept."""
    kept: set[int] = set()
    waiting = [head]
    while waiting:
        token = waiting.pop()
        kept.add(token.i)
        for child in parse.children(token):
            if child.dep in _LOOSE and not (child.dep == "appos" and len(subtree(parse, child)) <= _SHORT_APPOSITION):
                continue
            waiting.append(child)
    return frozenset(kept)


def spans_of(scene: Scene, places: Iterable[int], *, marks: bool = False) -> tuple[Span, ...]:
    """Runs of neighbouring tokens as spans of the text. A gap that holds only marks is closed; ends are trimmed of commas.

    With `marks` nothing is trimmed: a dash or a colon can be a cue.
    """
    spans: list[Span] = []
    before: int | None = None
    tokens = scene.tokens
    for i in sorted(places):
        if before is not None and _is_bare(scene, before, i):
            spans[-1] = Span(spans[-1].start, tokens[i].end)
        else:
            spans.append(tokens[i].span)
        before = i
    if marks:
        return tuple(spans)
    return tuple(one for one in (_trimmed(scene.document.shadow, span) for span in spans) if one is not None)


def _is_bare(scene: Scene, before: int, i: int) -> bool:
    """Whether nothing but marks stands between two tokens of one paragraph."""
    one, other = scene.tokens[before], scene.tokens[i]
    if i - before > 3 or (one.sentence != other.sentence and scene.paragraph_of(before) != scene.paragraph_of(i)):
        return False
    gap = scene.document.shadow[one.end:other.start]
    return not gap or gap == " " or not any(map(str.isalnum, gap))


def _trimmed(shadow: str, span: Span) -> Span | None:
    """The span without marks at its ends; None where nothing is left."""
    start, end = span
    while start < end and shadow[start] in _MARKS:
        start += 1
    while start < end and shadow[end - 1] in _MARKS:
        end -= 1
    return Span(start, end) if any(map(str.isalnum, shadow[start:end])) else None
