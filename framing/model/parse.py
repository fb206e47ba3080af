"""Words with their grammar, as plain values: what `nlp` reads from a document and every later stage works on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final

from framing.model.article import Span

_START: Final = attrgetter("start")
_END: Final = attrgetter("end")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark. `i` and `head` are places in `Parse.tokens`; the head of a sentence's root is itself.

    `pos` is the coarse universal tag, `tag` the Penn tag, `dep` the dependency (ClearNLP labels, as spaCy's English models give),
    `entity` the entity type at this token ("" for none). In a sentence that was not parsed pos, tag, dep and lemma are
    "" (lemma: the lower-cased word) and head is i. `lower` is `text` in small letters, kept because every rule asks for it.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    sentence: int
    lower: str

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A named entity as the recogniser saw it: token range [first, last) and its type (PERSON, ORG, GPE, LOC, NORP, FAC, EVENT, LAW, DATE ...)."""

    first: int
    last: int
    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Parse:
    """All sentences of a document as tokens. `bounds[k]` is the token range of `Document.sentences[k]`; `parsed[k]` whether it has grammar."""

    tokens: tuple[Token, ...]
    bounds: tuple[tuple[int, int], ...]
    parsed: tuple[bool, ...]
    names: tuple[NamedSpan, ...]
    model: str
    _children: tuple[tuple[int, ...], ...] = field(default=(), repr=False, compare=False)

    @staticmethod
    def build(tokens: tuple[Token, ...], bounds: tuple[tuple[int, int], ...], parsed: tuple[bool, ...],
              names: tuple[NamedSpan, ...], model: str) -> Parse:
        """A parse with its table of children."""
        below: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return Parse(tokens, bounds, parsed, names, model, tuple(tuple(kids) for kids in below))

    def sentence_tokens(self, k: int) -> tuple[Token, ...]:
        """Tokens of sentence `k`, in order."""
        first, last = self.bounds[k]
        return self.tokens[first:last]

    def children(self, token: Token) -> Iterator[Token]:
        """Direct dependents, in order of the text."""
        return map(self.tokens.__getitem__, self._children[token.i])

    def head(self, token: Token) -> Token:
        """The token it depends on; itself at the root."""
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Heads upwards, nearest first, root last."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """The token and all below it, in order of the text."""
        found, waiting = [], [token.i]
        while waiting:
            i = waiting.pop()
            found.append(i)
            waiting.extend(self._children[i])
        return tuple(self.tokens[i] for i in sorted(found))

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Tokens that overlap a span of the text, in order."""
        low = bisect_right(self.tokens, span.start, key=_END)  # tokens are in order of the text
        return self.tokens[low:bisect_left(self.tokens, span.end, lo=low, key=_START)]
