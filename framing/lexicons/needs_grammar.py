"""Which sentences are worth parsing: those that may hold an attribution, a name, a label or a loaded term."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from framing.lexicons.cues import CueLexicon
from framing.lexicons.inflect import noun_forms, verb_forms
from framing.lexicons.label_sets import telling_word
from framing.lexicons.lexicon import Lexicon
from framing.text.normalise import fold

# A capital inside the sentence, a quotation mark or a person's pronoun: somebody may be named, quoted or spoken of.
_CAPITAL: Final = re.compile(r"[a-z0-9,;:)] +\(?[A-Z]")
_MARK_OR_PERSON: Final = re.compile(r"""["']|\b(?:i|we|you|he|she|they|him|her|them|his|their|who|whom)\b""")
LONGEST_NAME: Final = 2  # words; a longer plain variant describes ("people who broke windows") and is not looked for by its last word
_NAMED_PLAINLY: Final = frozenset({"group", "person", "state", "event"})  # a plain name of a thing or a law ("new road") is no label
_WORD: Final = re.compile(r"[a-z][a-z\-]*")


@dataclass(frozen=True, slots=True)
class NeedsGrammar:
    """Called with a sentence's shadow text, it says whether any later stage could find something there that needs grammar."""

    words: frozenset[str]
    lexicon: Lexicon

    def __call__(self, sentence: str) -> bool:
        """True where a mark, name, pronoun, cue, label noun or term of the lexicon stands in the sentence."""
        if _CAPITAL.search(sentence):
            return True
        folded = fold(sentence)
        if _MARK_OR_PERSON.search(folded):
            return True
        return any(word in self.words for word in _WORD.findall(folded)) or self.lexicon.has_candidate(sentence)


def needs_grammar(lexicon: Lexicon, cues: CueLexicon) -> NeedsGrammar:
    """The test for these lists."""
    words: set[str] = set()
    for verb in cues.verbs:
        words.update(verb_forms(verb.split()[0]))
    words.update(adjective.split()[0] for adjective in cues.adjectives)
    for noun in cues.nouns:
        words.update(noun_forms(noun.split()[-1]))
    words.update(max(phrase.split(), key=len) for phrase in (*cues.adverbs, *cues.phrases))  # its most telling word
    for one in lexicon.sets:
        plain = [variant for variant in one.plain if len(variant.split()) <= LONGEST_NAME and one.referent in _NAMED_PLAINLY]
        for variant in (*one.plus, *one.minus, *plain):
            words.update(noun_forms(telling_word(variant)))
    return NeedsGrammar(frozenset(words), lexicon)
