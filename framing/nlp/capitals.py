"""Text set all in capitals made readable for the rules and the parser: small letters but for names, on the shadow alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from framing.lexicons.label_cues import load_states
from framing.lexicons.source_words import load_source_words, singular
from framing.model.article import Notice
from framing.model.document import Document
from framing.nlp.model import LanguageModel
from framing.nlp.truecase import known_names
from framing.text.common_words import bands, stop_words

_WORD: Final = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_][\w\-]*(?:'[^\W\d_]+)?")
_LEAST_WORDS: Final = 8  # fewer capitals in a row are a heading, an acronym or a shout, which its own zone's rule reads
_OPENS: Final = re.compile(r"(?:^|[.!?:][\"')]*\s+|[\"(]|\n\s*)$")
_INITIALS: Final = re.compile(r"\b(?:[A-Z]\.){2,}\s*$")
_SAYS: Final = frozenset({"said", "says", "told", "tells", "added", "adds"})
_DAYS: Final = frozenset({  # not May: a modal most often
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july",
    "august", "september", "october", "november", "december"})
_ENDINGS: Final = (("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("es", ""), ("s", ""), ("ly", ""), ("er", ""), ("er", "e"),
                   ("ies", "y"), ("ied", "y"))
# What can stand before a common noun; a bare noun before "said" is a name.
_BEFORE_NOUN: Final = frozenset({"the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "no", "some",
                                 "any", "one", "two", "three", "another"})


@dataclass(frozen=True, slots=True)
class _Words:
    """What tells common words from names: dictionary forms that the language model knows, and our own lists."""

    index: Collection[Any]
    common: frozenset[str]
    names: dict[str, str]

    def known(self, word: str) -> bool:
        """Whether the lower-cased word, or its dictionary form, is in the model's word index or among the common words."""
        if word in self.common:
            return True
        forms = {word, singular(word)}
        for ending, instead in _ENDINGS:
            if word.endswith(ending):
                stem = word.removesuffix(ending)
                forms |= {stem + instead, stem[:-1] if stem[-1:] == stem[-2:-1] else stem + instead}
        return any(form in words for form in forms if form for words in self.index)


def restore_small_letters(document: Document, model: LanguageModel) -> Document:
    """The document with a shadow in which paragraphs set all in capitals are in small letters but for sentence openings and likely names.

    A paragraph is meant when it has `_LEAST_WORDS` words or more and no small letter. Names are words that the rest of the text
    writes with a capital, names of states, words after a title ("MR", "PRESIDENT"), words the language model's word index does not
    hold, and rare words beside those. The text itself, and every place in it, stays as it is; a notice says what was done.
    """
    paragraphs = [span for paragraph in document.paragraphs for span in paragraph.spans]
    spans = [span for span in paragraphs if _is_shouted(document.shadow[span.start:span.end], _LEAST_WORDS)]
    if not spans:
        return document
    if 2 * len(spans) > len(paragraphs):  # the whole article: its short paragraphs too
        spans = [span for span in paragraphs if _is_shouted(document.shadow[span.start:span.end], 1)]
    words = _words(document, model)
    shadow = document.shadow
    for span in spans:
        shadow = shadow[:span.start] + _lowered(shadow[span.start:span.end], words) + shadow[span.end:]
    notice = Notice("all-capitals", f"{len(spans)} paragraphs are set all in capitals; names in them are guessed", spans[0])
    return replace(document, shadow=shadow, notices=(*document.notices, notice))


def _is_shouted(text: str, least: int) -> bool:
    return text.isupper() and len(_WORD.findall(text)) >= least


def _words(document: Document, model: LanguageModel) -> _Words:
    lemmatizer: Any = model.language.get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index")
    exceptions = lemmatizer.lookups.get_table("lemma_exc")
    common = frozenset(stop_words()) | {word for _, band in bands() for word in band}
    names = {name.lower(): name for name in sorted(known_names(document.shadow)) if not name.isupper()}
    return _Words([*index.values(), *exceptions.values()], common, names)


def _lowered(text: str, words: _Words) -> str:
    found = list(_WORD.finditer(text))
    names = _names([one.group().lower() for one in found], words)
    pieces, end = [], 0
    for one, name in zip(found, names, strict=True):
        pieces.append(text[end:one.start()])
        pieces.append(_cased(one.group(), name, words, opens=_opens(text[:one.start()])))
        end = one.end()
    return "".join((*pieces, text[end:]))


def _opens(before: str) -> bool:
    """Whether a sentence or a quotation opens after these words."""
    return bool(_OPENS.search(before)) and not _INITIALS.search(before)


def _cased(word: str, name: bool, words: _Words, *, opens: bool) -> str:
    """One word in small letters, with a capital where it opens a sentence or names somebody; same length."""
    low = word.lower()
    if len(low) != len(word) or "." in word:  # initials: "U.S."
        return word
    known = words.names.get(low)
    if known is not None:
        return known
    if low == "i" or low.startswith("i'"):
        return "I" + low[1:]
    if name and 2 < len(word) <= 4 and not re.search("[aeiouy]", low):
        return word  # an acronym
    return low[:1].upper() + low[1:] if name or opens else low


def _names(words: Sequence[str], known: _Words) -> list[bool]:
    """For each lower-cased word of a paragraph whether it is taken for a name."""
    states, sources = load_states(), load_source_words()
    plain = [word.removesuffix("'s") for word in words]
    sure = [word in known.names or word in states or word in sources.capitals or word in _DAYS or not known.known(word) for word in plain]
    for k, word in enumerate(plain):
        if sure[k] or word in known.common:
            continue
        before = plain[k - 1] if k else ""
        after = plain[k + 1] if k + 1 < len(plain) else ""
        titled = before in sources.honorifics or (before in sources.roles and word not in sources.roles and after not in sources.roles)
        beside_name = bool(before) and word not in sources.roles and before not in states and before not in _DAYS and (
            not known.known(before) or (sure[k - 1] and k > 1 and plain[k - 2] in sources.roles | sources.honorifics))
        bare = after in _SAYS and before not in _BEFORE_NOUN and word not in sources.roles and singular(word) == word and not known.known(before)
        sure[k] = titled or beside_name or bare
        if titled and before in sources.honorifics:
            sure[k - 1] = True
    return sure
