"""Names learnt in some sentences of a document and found again in its others, so that the recogniser need not read them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from framing.model.article import Span
from framing.model.parse import NamedSpan, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

# What is carried from one sentence to another; dates and amounts are not names.
_CARRIED: Final = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})

_PROPER: Final = ("NNP", "NNPS")
_DOUBTFUL: Final = ("JJ", "NN", "NNS", "FW", "XX", "VBG", "VBN", "VB")
_NO_NAMES: Final = ("Mr.", "Mrs.", "Ms.", "Dr.", "President", "Minister")


def names_to_learn(sentences: Sequence[tuple[int, Doc]]) -> list[bool]:
    """For each tagged sentence (document, words): whether it holds a name word that no earlier sentence of its document holds.

    A name word is tagged as a proper noun, or has a capital and could be one that the tagger took for a common word. The capital that
    opens a sentence or a quotation ("We", "The"), and a title, name nobody. Days and months do need the recogniser: "May" may be a name.
    """
    seen: dict[int, set[int]] = {}
    answers = []
    for document, doc in sentences:
        number = doc.vocab.strings
        proper, doubtful = {number[tag] for tag in _PROPER}, {number[tag] for tag in _DOUBTFUL}
        text = doc.text
        mine = {word for k, (word, tag, idx) in enumerate(doc.to_array(["ORTH", "TAG", "IDX"]).tolist())
                if tag in proper or (k and tag in doubtful and text[idx].isupper())}
        known = seen.setdefault(document, {number[word] for word in _NO_NAMES})
        answers.append(not mine <= known)
        known |= mine
    return answers


@dataclass(frozen=True, slots=True)
class Known:
    """Names of one document: their words to their kind. Last names of people stand alone too."""

    kinds: dict[tuple[str, ...], str]
    longest: int

    @staticmethod
    def from_docs(docs: Iterable[Doc]) -> Known:
        """The names that the recogniser found in these sentences; the first kind seen of a name holds."""
        kinds: dict[tuple[str, ...], str] = {}
        for doc in docs:
            for name in doc.ents:
                if name.label_ in _CARRIED:
                    words = tuple(token.text for token in name if not token.is_space and token.text not in {"the", "The", "'s"})
                    if words:
                        kinds.setdefault(words, name.label_)
                    if name.label_ == "PERSON" and len(words) > 1:
                        kinds.setdefault(words[-1:], name.label_)
        return Known(kinds, max(map(len, kinds), default=0))


def label_known_names(tokens: Sequence[Token], known: Known) -> list[NamedSpan]:
    """Known names in a sentence that the recogniser did not read, the longest at each place, none overlapping."""
    found = []
    place = 0
    while place < len(tokens):
        step = 1
        if tokens[place].text[:1].isupper():
            for length in range(min(known.longest, len(tokens) - place), 0, -1):
                part = tokens[place:place + length]
                kind = known.kinds.get(tuple(token.text for token in part))
                if kind is not None:
                    found.append(NamedSpan(part[0].i, part[-1].i + 1, kind, Span(part[0].start, part[-1].end)))
                    step = length
                    break
        place += step
    return found
