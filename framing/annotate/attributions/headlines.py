"""Headline forms that name a source without a sentence: "CLAIM - SOURCE", "SOURCE: CLAIM", "CLAIM, SOURCE says"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from framing.annotate.attributions.scene import Draft, Scene
from framing.lexicons.source_words import load_source_words, singular
from framing.model.parse import Token

_HEADS: Final = frozenset({"headline", "subhead"})
_ENDS: Final = re.compile(r"[.!?]['\")]*$")
_MOST_SOURCE_WORDS: Final = 7  # words of a source in a headline; a longer part is a claim
_LEAST_CLAIM_WORDS: Final = 3
_DASHES: Final = frozenset({"-", "\u2013", "\u2014", "--"})
_SAYS: Final = frozenset({"says", "say", "said", "claims", "claim", "warns", "warn", "reports", "report", "finds", "find", "shows", "show",
                          "suggests", "suggest", "tells", "tell", "admits", "insists"})
_ABBREVIATIONS: Final = frozenset({"fm", "pm", "mp", "mps", "un", "eu", "ceo"})


def is_headline(scene: Scene, k: int) -> bool:
    """Whether sentence k is a headline or subhead, or (of clean text without zones) a first paragraph without a full stop."""
    sentence = scene.document.sentences[k]
    if sentence.zone in _HEADS:
        return True
    words = scene.document.shadow[sentence.span.start:sentence.span.end]
    return k == 0 and sentence.zone == "body" and not _ENDS.search(words) and len(words.split()) <= 25


def headline_draft(scene: Scene, k: int, named: frozenset[str]) -> Draft | None:
    """The attribution of a headline by its marks; None where it has none. `named` are folded last words of who is named below."""
    tokens = list(scene.parse.sentence_tokens(k))
    for rule in (_dash, _comma, _colon):
        found = rule(scene, tokens, named)
        if found is not None:
            return found
    return None


def _dash(scene: Scene, tokens: list[Token], named: frozenset[str]) -> Draft | None:
    places = [n for n, token in enumerate(tokens) if token.text in _DASHES and 0 < n < len(tokens) - 1
              and scene.document.shadow[token.start - 1] == " "]
    if not places:
        return None
    n = places[-1]
    found = _of(tokens[n + 1:], tokens[:n], [tokens[n]], "headline.dash", named, "")
    return replace(found, cue=frozenset(), cue_class="none") if found is not None else None  # a dash is no word


def _colon(scene: Scene, tokens: list[Token], named: frozenset[str]) -> Draft | None:
    places = [n for n, token in enumerate(tokens) if token.text == ":" and 0 < n < len(tokens) - 1]
    if not places or any(scene.in_quotation(token.i) for token in tokens[:places[0] + 1]):
        return None
    n = places[0]
    return _of(tokens[:n], tokens[n + 1:], [tokens[n]], "headline.colon", named, ":")


def _comma(scene: Scene, tokens: list[Token], named: frozenset[str]) -> Draft | None:
    """CLAIM, SOURCE says."""
    if len(tokens) < 4 or tokens[-1].lower not in _SAYS:
        return None
    places = [n for n, token in enumerate(tokens) if token.text == ","]
    if not places or len(tokens) - places[-1] - 2 > _MOST_SOURCE_WORDS:
        return None
    n, verb = places[-1], tokens[-1]
    cue = scene.cues.verb(verb.lemma.lower()) or scene.cues.verb(verb.lower.removesuffix("s"))
    if cue is None or n + 1 == len(tokens) - 1 or n < _LEAST_CLAIM_WORDS:
        return None
    source = tokens[n + 1:-1]
    return Draft(verb.i, frozenset(token.i for token in source), frozenset({verb.i}), frozenset(token.i for token in tokens[:n]),
                 "headline.comma", cue.lemma, cue.cue_class)


def _of(source: list[Token], claim: list[Token], cue: list[Token], rule: str, named: frozenset[str], lemma: str) -> Draft | None:
    words = [token for token in source if any(map(str.isalnum, token.text))]
    if not words or len(words) > _MOST_SOURCE_WORDS or len(claim) < _LEAST_CLAIM_WORDS or not _is_somebody(words, named):
        return None
    return Draft(cue[0].i, frozenset(token.i for token in words), frozenset(token.i for token in cue),
                 frozenset(token.i for token in claim), rule, lemma, "neutral")


def _is_somebody(words: list[Token], named: frozenset[str]) -> bool:
    """Whether the part of a headline can be a source: a name known from the article, or a word for a role, a body or a document."""
    known = load_source_words()
    last = words[-1]
    noun = singular(last.text)
    if not (last.text[:1].isupper() or last.text[:1].isdigit()) and noun not in known.documents | known.officials:
        return False
    if any(token.tag in {"VBD", "VBZ", "VBP", "MD"} for token in words):
        return False
    return (last.lower in named or noun in known.roles | known.officials | known.documents | known.media | known.outlets
            or (noun in known.public and len(words) <= 3) or noun in known.governments | known.capitals
            or last.lower in _ABBREVIATIONS)
