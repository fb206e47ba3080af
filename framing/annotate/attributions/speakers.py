"""From the words that name a source to the speaker: full names, titles, "he" and "she", and whoever has no name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from framing.annotate.attributions.scene import NOUNS, Draft, Scene
from framing.lexicons.source_words import load_source_words
from framing.model.document import COUNTED_ZONES
from framing.model.findings import Entity, Mention
from framing.model.parse import Token

_PRONOUNS: Final = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_UNRESOLVED: Final = frozenset({"they", "them", "their", "it", "its", "who", "which", "that", "this", "these", "those", "i", "we",
                                "you", "one", "what", "us", "me", "our", "my", "your", "themselves", "himself", "herself"})
_OFFICES: Final = {"fm": "foreign minister", "pm": "prime minister"}
_REACH: Final = 3  # sentences back in which a subject is taken for "he" or "she"
_FORM_ORDER: Final = {"name": 0, "role": 1, "pronoun": 2}
_KIND_ORDER: Final = {"person": 0, "organisation": 1, "state": 2, "group": 3, "place": 4, "other": 5}
_LONGEST: Final = 12  # words of a nameless source that are shown as its speaker


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a name or, for the nameless, the words of the text; `entity` is None for those. `gender` is "m", "f" or ""."""

    name: str
    entity: Entity | None = None


def _gender(scene: Scene, entity: Entity) -> str:
    """ "m" or "f" where titles, forms of address and the first name agree on one, else ""."""
    words = load_source_words()
    beside = {word for title in entity.titles for word in title.split()}
    for mention in entity.mentions:
        if mention.form == "name":
            beside.update(scene.document.shadow[max(0, mention.span.start - 12):mention.span.start].lower().replace(".", "").split()[-1:])
    first = entity.name.split()[0].lower() if " " in entity.name else ""
    feminine = bool(beside & words.feminine) or first in words.feminine_names
    masculine = bool(beside & words.masculine) or first in words.masculine_names
    return "" if feminine == masculine else "f" if feminine else "m"


class Cast:
    """Every mention of a document in order, with its entity: looked up by place."""

    def __init__(self, scene: Scene, entities: Sequence[Entity], reported: frozenset[int]) -> None:
        """Sort the mentions once. `reported` are the token places inside some attribution's content."""
        self._reported = reported
        rows = sorted(((mention, entity) for entity in entities for mention in entity.mentions), key=lambda row: row[0].span)
        self._rows: tuple[tuple[Mention, Entity], ...] = tuple(rows)
        self._starts = [mention.span.start for mention, _ in rows]
        self._scene = scene
        self._genders = {entity.name: _gender(scene, entity) for entity in entities if entity.kind == "person"}

    def fits(self, entity: Entity, gender: str) -> bool:
        """Whether a person can be meant by a pronoun of that gender ("m", "f"), by titles and forms of address seen beside the name."""
        known = self._genders.get(entity.name, "")
        return not known or known == gender

    def at(self, tokens: Sequence[Token]) -> list[tuple[Mention, Entity]]:
        """Mentions that lie in the run of tokens, in order."""
        if not tokens:
            return []
        low = bisect_left(self._starts, tokens[0].start)
        high = bisect_right(self._starts, tokens[-1].end - 1)
        return [(mention, entity) for mention, entity in self._rows[low:high]
                if any(mention.span.start <= token.start < mention.span.end for token in tokens)]

    def is_quoted(self, mention: Mention) -> bool:
        """Whether the mention stands inside a quotation."""
        named = self._scene.parse.tokens_in(mention.span)
        return bool(named) and self._scene.in_quotation(named[0].i)

    def before(self, token: Token) -> Token:
        """The token before."""
        return self._scene.tokens[token.i - 1]

    def names_in_paragraph_before(self, token: Token) -> bool:
        """Whether a person is named outside quotations in the token's paragraph before it."""
        first = self._scene.paragraph_tokens[self._scene.paragraph_of(token.i)][0]
        place = bisect_left(self._starts, token.start) - 1
        while place >= 0 and self._starts[place] >= self._scene.tokens[first].start:
            mention, entity = self._rows[place]
            if entity.kind == "person" and mention.form == "name" and not self.is_quoted(mention):
                return True
            place -= 1
        return False

    def addressee(self, draft: Draft) -> Speaker | None:
        """The person whom a question is put to; None where the draft is no question or names nobody."""
        if draft.lemma != "ask":
            return None
        asked = [entity for mention, entity in self.at([self._scene.tokens[i] for i in sorted(draft.addressee)])
                 if entity.kind == "person"]
        return Speaker(asked[0].name, asked[0]) if asked else None

    def people(self) -> list[Entity]:
        """The people of the document, each once, in order of their first mention."""
        return list({entity.name: entity for _, entity in self._rows if entity.kind == "person"}.values())

    def named_before(self, token: Token) -> Entity | None:
        """The person named last before a token in its sentence, in whatever role."""
        first = self._scene.parse.bounds[token.sentence][0]
        people = [entity for mention, entity in self.at(self._scene.tokens[first:token.i])
                  if entity.kind == "person" and mention.form != "pronoun"]
        return people[-1] if people else None

    def subjects_before(self, token: Token) -> list[Entity]:
        """People named as subjects in this sentence or the few before, nearest first; captions and teasers are skipped.

        So are people whom somebody else speaks of, unless the token stands in reported words itself.
        """
        scene, found = self._scene, []
        k = bisect_left(self._starts, token.start) - 1
        here = scene.document.sentences[token.sentence]
        while k >= 0:
            mention, entity = self._rows[k]
            k -= 1
            named = scene.parse.tokens_in(mention.span)
            if not named or scene.in_quotation(named[-1].i) != scene.in_quotation(token.i):
                continue
            if named[-1].i in self._reported and token.i not in self._reported:
                continue
            sentence = named[-1].sentence
            if token.sentence - sentence > _REACH:
                break
            place = scene.document.sentences[sentence]
            subject = any(one.dep in {"nsubj", "nsubjpass"} for one in named)
            if (entity.kind == "person" and mention.form != "pronoun" and place.zone in COUNTED_ZONES and place.story == here.story
                    and subject):
                found.append(entity)
        return found


def resolve(scene: Scene, cast: Cast, draft: Draft, last: Speaker | None) -> Speaker | None:
    """The speaker of a draft; None where it cannot be told.

    Args:
        cast: all mentions of the document.
        last: the person who spoke last in the same story's text, if any.
    """
    tokens = [scene.tokens[i] for i in sorted(draft.source)]
    if not tokens:
        return last if draft.rule == "quote.floating" else None
    head = _head(scene, tokens)
    if head.lower in _PRONOUNS and head.pos in {"PRON", "DET", ""}:
        return _pronoun(cast, head, bool(draft.quotes), last)
    found = _named(scene, cast, tokens, head)
    if found is not None:
        return found
    if head.lower in _UNRESOLVED and len(tokens) == 1:
        return None
    abbreviated = _abbreviated_role(cast, head)
    return abbreviated or _nameless(scene, tokens)


def _nameless(scene: Scene, tokens: Sequence[Token]) -> Speaker | None:
    """A speaker by the words of the text, without "the" before or a relative clause after: "many nations", "two aides"."""
    parts = [token for token in tokens if token.tag not in {"WP", "WDT"}]
    if not parts:
        return None
    words = " ".join(scene.document.text[parts[0].start:parts[-1].end].split()).strip(" ,;:\u2014\u2013-")
    kept = words.split()[:_LONGEST]
    if len(kept) > 1 and kept[0].lower() == "the":
        kept = kept[1:]
    return Speaker(" ".join(kept)) if kept else None


def _abbreviated_role(cast: Cast, head: Token) -> Speaker | None:
    """ "Russian FM": the only person of the article with that office."""
    office = _OFFICES.get(head.lower)
    holders = [entity for entity in cast.people() if office and any(title == office for title in entity.titles)]
    return Speaker(holders[0].name, holders[0]) if len(holders) == 1 else None


def _head(scene: Scene, tokens: Sequence[Token]) -> Token:
    """The word that the others of the phrase hang on."""
    inside = {token.i for token in tokens}
    heads = [token for token in tokens if (token.head not in inside or token.head == token.i) and token.tag not in {"WP", "WDT"}]
    return next((token for token in reversed(heads) if token.pos in NOUNS), heads[0] if heads else tokens[0])


def _named(scene: Scene, cast: Cast, tokens: Sequence[Token], head: Token) -> Speaker | None:
    """The person, body or state that the source's words name: the head's own name first, then any person among the words."""
    mentions = [(mention, entity) for mention, entity in cast.at(tokens) if mention.form != "pronoun"]
    over_head = [pair for pair in mentions if pair[0].span.start <= head.start < pair[0].span.end]
    people = [pair for pair in mentions if pair[1].kind == "person" and not _possesses(scene, pair[0])]
    for mention, entity in over_head:
        if entity.kind == "person" or _is_whole(scene, tokens, mention, head):
            return Speaker(entity.name, entity)
    return Speaker(people[0][1].name, people[0][1]) if people and _beside(scene, people[0][0], head) else None


def _possesses(scene: Scene, mention: Mention) -> bool:
    """Whether the person only owns the source ("Ruiz's lawyer") or stands in a phrase below it ("a friend of Ruiz")."""
    named = scene.parse.tokens_in(mention.span)
    return bool(named) and named[-1].dep in {"poss", "pobj", "nmod"}


def _beside(scene: Scene, mention: Mention, head: Token) -> bool:
    """Whether a name is set after the head as an apposition ("its president, Ana Ruiz"); "a Ruiz adviser" is another person."""
    named = scene.parse.tokens_in(mention.span)
    return bool(named) and named[0].i > head.i and (named[-1].dep in {"appos", "compound", "nsubj", "ROOT", "dep"} or named[-1].i == head.i)


def _is_whole(scene: Scene, tokens: Sequence[Token], mention: Mention, head: Token) -> bool:
    """Whether a body's or state's name is the whole source: "Moscow", "the Kremlin"; "Russia, China and others" is not."""
    del scene
    others = [token for token in tokens if not mention.span.start <= token.start < mention.span.end
              and any(map(str.isalnum, token.text)) and token.lower not in {"the", "a", "an"}]
    return not others or (head.pos == "PROPN" and all(token.dep in {"compound", "amod", "det", "poss", "case"} for token in others))


def _pronoun(cast: Cast, token: Token, quoting: bool, last: Speaker | None) -> Speaker | None:
    """ "He said" beside a quotation goes on with whoever spoke last; else the nearest earlier subject, no gender clash."""
    gender = _PRONOUNS[token.lower]
    if token.i and cast.before(token).text == ":":
        named = cast.named_before(token)
        if named is not None and cast.fits(named, gender):
            return Speaker(named.name, named)
    own = [entity for mention, entity in cast.at([token]) if mention.form == "pronoun"]
    subjects = [entity for entity in cast.subjects_before(token) if cast.fits(entity, gender)]
    if last is not None and last.entity is not None and cast.fits(last.entity, gender) and (quoting or not subjects):
        if not quoting or not subjects or subjects[0] == last.entity or token.i == 0:
            return last
        return last if _opens_paragraph(cast, token) else Speaker(subjects[0].name, subjects[0])
    if subjects:
        return Speaker(subjects[0].name, subjects[0])
    return Speaker(own[0].name, own[0]) if own else None


def _opens_paragraph(cast: Cast, token: Token) -> bool:
    """Whether no person was named in the pronoun's paragraph before it, so that it goes on from the paragraph before."""
    return not cast.names_in_paragraph_before(token)
