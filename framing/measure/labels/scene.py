"""Where a document names whom: the look-ups that all label patterns share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from framing.lexicons.label_cues import LabelCues, load_label_cues, load_states
from framing.model.annotation import Reading
from framing.model.article import Span
from framing.model.findings import Entity, Mention
from framing.model.parse import Parse, Token

RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
PERSONAL = frozenset({"he", "she", "him", "her"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})


_REFUSALS = frozenset({"refuse", "decline", "stop", "cease", "fail", "avoid"})
_ADJECTIVE_ENDS = frozenset({"", "n", "an", "ian", "nian", "ese", "ish", "i", "ic"})


def adjective_of(word: str, state: str) -> bool:
    """Whether a word is a state's name or an adjective made of it by a common ending ("norlandish", "karvian" of "karvia")."""
    stem = state.rstrip("aeiouy") if len(state.rstrip("aeiouy")) >= 4 else state
    return word == state or (word.startswith(stem) and word[len(stem):].lstrip("aeo") in _ADJECTIVE_ENDS | {"s", "r", "er"})


@dataclass(frozen=True, slots=True)
class Giver:
    """Whoever a label belongs to by the grammar of its frame; `speaker` None: somebody, left unnamed."""

    speaker: str | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A label as a pattern found it, before voice and zone. `only_rated`: keep it only where a contested set knows it."""

    span: Span
    referent: str
    kind: str
    form: str
    rule: str
    giver: Giver | None = None
    only_rated: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A reading with its names by token. `named`: token place -> its entity and mention.

    `own_states` are states that the article names and the list does not know. `phrases` remembers the phrase of each noun.
    """

    reading: Reading
    named: Mapping[int, tuple[Entity, Mention]]
    cues: LabelCues
    states: Mapping[str, str]
    own_states: tuple[str, ...]
    phrases: dict[int, tuple[Token, ...]] = field(repr=False, compare=False)

    @staticmethod
    def of(reading: Reading) -> Scene:
        """The look-ups of one reading."""
        named: dict[int, tuple[Entity, Mention]] = {}
        rows = [(entity, mention) for entity in reading.entities for mention in entity.mentions]
        # The shorter first: of "North and South Korea" the words "South Korea" are South Korea's own.
        for entity, mention in sorted(rows, key=lambda row: row[1].span.end - row[1].span.start):
            for token in reading.parse.tokens_in(mention.span):
                if token.start >= mention.span.start and token.end <= mention.span.end:
                    named.setdefault(token.i, (entity, mention))
        states = load_states()
        own = tuple(entity.name for entity in reading.entities
                    if entity.kind in {"state", "place"} and " " not in entity.name and entity.name.lower() not in states)
        return Scene(reading, named, load_label_cues(), states, own, {})

    @property
    def parse(self) -> Parse:
        """The grammar."""
        return self.reading.parse

    def entity_of(self, token: Token) -> Entity | None:
        """Whom a noun or pronoun stands for, by its mention, its relative clause or its apposition; None where it is not known."""
        if token.i in self.named:
            return self.named[token.i][0]
        if token.lower in RELATIVE:
            noun = self.antecedent(token)
            return self.entity_of(noun) if noun is not None and noun.i != token.i else None
        if token.lower in REFLEXIVE:
            subject = self._doer(token)
            return self.entity_of(subject) if subject is not None else None
        if token.lower in PERSONAL:
            return self.only_person_before(token)
        for child in self.parse.children(token):
            if child.dep == "appos" and child.i in self.named:
                return self.named[child.i][0]
        if token.dep == "appos" and token.head in self.named:
            return self.named[token.head][0]
        return None

    def only_person_before(self, pronoun: Token, *, but: frozenset[str] = frozenset()) -> Entity | None:
        """The one person named before "he" or "her" in the same paragraph, leaving out `but`; None where two are."""
        sentence = self.reading.document.sentences[pronoun.sentence]
        people: dict[str, Entity] = {}
        for back in range(pronoun.sentence, max(-1, pronoun.sentence - 3), -1):
            other = self.reading.document.sentences[back]
            if other.paragraph != sentence.paragraph:
                break
            for token in self.parse.sentence_tokens(back):
                entity, _ = self.named.get(token.i, (None, None))
                if entity is not None and entity.kind == "person" and token.i < pronoun.i and entity.name not in but:
                    people[entity.name] = entity
        return next(iter(people.values())) if len(people) == 1 else None

    def _doer(self, reflexive: Token) -> Token | None:
        """The subject that "himself" points back to: that of the nearest verb above with one."""
        for above in self.parse.ancestors(reflexive):
            found = next((child for child in self.parse.children(above) if child.dep == "nsubj" and child.i < reflexive.i), None)
            if found is not None and found.lower not in REFLEXIVE:
                return found
        return None

    def antecedent(self, pronoun: Token) -> Token | None:
        """The noun on which the pronoun's relative clause hangs."""
        for above in self.parse.ancestors(pronoun):
            if above.dep == "relcl":
                return self.parse.head(above)
            if above.dep in {"ROOT", "advcl"}:
                return None
        return None

    def subject(self, verb: Token) -> Token | None:
        """The verb's subject; that of the verb it is joined to where it has none."""
        for token in (verb, *self.parse.ancestors(verb)):
            found = next((child for child in self.parse.children(token) if child.dep in {"nsubj", "nsubjpass"}), None)
            if found is not None:
                return found
            if token.dep not in {"conj", "xcomp", "aux", "auxpass", "advcl"}:
                return None
        return None

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first dependent with one of these relations."""
        return next((child for child in self.parse.children(token) if child.dep in deps), None)

    def name_heads(self) -> Iterator[tuple[Entity, Mention, Token, tuple[Token, ...]]]:
        """Each mention by name: entity, mention, the word its others hang on, all its words."""
        for entity in self.reading.entities:
            for mention in entity.mentions:
                tokens = tuple(one for one in self.parse.tokens_in(mention.span) if one.start >= mention.span.start)
                if mention.form == "name" and tokens:
                    inside = {one.i for one in tokens}
                    head = next((one for one in tokens if one.head not in inside or one.head == one.i), tokens[-1])
                    yield entity, mention, head, tokens

    def words(self, span: Span) -> str:
        """The text of a span, white space folded."""
        return " ".join(self.reading.text[span.start:span.end].split())

    def state_of(self, token: Token) -> str | None:
        """The state that a name or an adjective belongs to: by the list of states, else one that the article names."""
        known = self.states.get(token.lower)
        if known is not None or not token.text[:1].isupper() or token.pos not in {"ADJ", "PROPN", "NOUN"}:
            return known
        return next((name for name in self.own_states if adjective_of(token.lower, name.lower())), None)

    def is_negated(self, verb: Token) -> bool:
        """Whether a verb is said not to hold: "did not call", "refused to recognise"."""
        if self.child(verb, "neg") is not None:
            return True
        above = self.parse.head(verb)
        return verb.dep == "xcomp" and (above.lemma in _REFUSALS or self.child(above, "neg") is not None)
