"""Labels of governments ("the X regime", "government of X") and of people by their role alone ("the minister")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from framing.measure.labels.phrases import is_naming, phrase, span_of, trim
from framing.measure.labels.scene import Draft, Scene
from framing.model.article import Span
from framing.model.findings import Entity
from framing.model.parse import Token
from framing.text.names import last_word

OFFICES: Final = frozenset({
    "president", "premier", "chancellor", "minister", "king", "queen", "leader", "ruler", "ambassador", "speaker"})
_DEFINITE: Final = frozenset({"the", "this", "that"})


def find_governments(scene: Scene) -> Iterator[Draft]:
    """"the Ruiz regime", "Norland's government", "the elected government of Ruiz"."""
    for noun in scene.parse.tokens:
        if noun.pos not in {"NOUN", "PROPN"} or scene.cues.governments.isdisjoint((noun.lemma.lower(), noun.lower)):
            continue
        owner = _owner(scene, noun)
        if owner is None:
            continue
        name, token, is_person = owner
        words = phrase(scene, noun)
        if words and any(one.i == noun.i for one in words) and noun.i != token.i:
            referent = f"{last_word(name) if is_person else name} government"
            yield Draft(span_of(words), referent, "government", "government-of", "government-of.owner")


def _owner(scene: Scene, noun: Token) -> tuple[str, Token, bool] | None:
    """Whose government, the word that says so, and whether it is a person's: by possessor, compound, adjective or an "of" phrase."""
    for child in scene.parse.children(noun):
        owner: Token | None = None
        if child.dep in {"poss", "compound", "nmod", "amod"}:
            owner = child
        elif child.dep == "prep" and child.lower in {"of", "under", "in"}:
            owner = scene.child(child, "pobj")
        entity = scene.entity_of(owner) if owner is not None and owner.pos != "PRON" else None
        if owner is not None and entity is not None and entity.kind in {"person", "state", "place"}:
            return scene.states.get(entity.name.lower(), entity.name), owner, entity.kind == "person"
        state = scene.state_of(owner) if owner is not None else None
        if owner is not None and state is not None:
            return state, owner, False
    return None


def find_definites(scene: Scene, titled: Sequence[Draft], framed: Sequence[Draft]) -> Iterator[Draft]:
    """"the minister", "the Norland president": a role alone, of the one person who was given it.

    `titled` are titles and appositions found; `framed` are labels of as-frames, which hold where they are met word for word.
    """
    marked: set[int] = set()
    for entity in scene.reading.entities:
        for mention in entity.mentions:
            tokens = trim(scene, scene.parse.tokens_in(mention.span)) if mention.form == "role" else ()
            marked.update(token.i for token in tokens)
            if tokens and entity.kind in {"person", "group"} and is_naming(scene, tokens):
                yield Draft(span_of(tokens), entity.name, entity.kind, "definite", "definite.role-mention")
    memory, whole = _titles(scene, titled), _whole_labels(scene, (*titled, *framed))
    known = frozenset(word for words in whole for word in words.split())
    for noun in scene.parse.tokens:
        if noun.pos not in {"NOUN", "PROPN"} or noun.i in marked or noun.i in scene.named:
            continue
        same = _same_words(scene, noun, whole) if noun.lower in known else None
        if same is not None:
            yield same
            continue
        by_title = list(_definite(scene, noun, memory[noun.lemma])) if noun.lemma in memory else []
        yield from by_title or _office(scene, noun)


def _whole_labels(scene: Scene, drafts: Sequence[Draft]) -> Mapping[str, set[tuple[str, str]]]:
    """Labels of two words and more -> the people who bear them."""
    whole: dict[str, set[tuple[str, str]]] = {}
    for draft in drafts:
        words = scene.words(draft.span).lower()
        if " " in words and draft.kind in {"person", "group"}:
            whole.setdefault(words, set()).add((draft.referent, draft.kind))
    return whole


def _same_words(scene: Scene, noun: Token, whole: Mapping[str, set[tuple[str, str]]]) -> Draft | None:
    """A label met again word for word ("interim president" in a headline), where one person alone bears it."""
    words = phrase(scene, noun)
    if not words or _beside_name(scene, noun):
        return None
    bearers = whole.get(scene.words(span_of(words)).lower(), set())
    if len(bearers) != 1:
        return None
    ((referent, kind),) = bearers
    return Draft(span_of(words), referent, kind, "definite", "definite.same-words")


def _titles(scene: Scene, titled: Sequence[Draft]) -> Mapping[str, list[tuple[str, Entity, frozenset[str], int]]]:
    """Role noun -> (person's name, entity, states in the title, where it stood)."""
    by_name = {entity.name: entity for entity in scene.reading.entities if entity.kind == "person"}
    memory: dict[str, list[tuple[str, Entity, frozenset[str], int]]] = {}
    for draft in titled:
        if draft.referent not in by_name:
            continue
        tokens = (*_before(scene, draft.span), *scene.parse.tokens_in(draft.span))
        states = frozenset(state for token in tokens if (state := scene.state_of(token)) is not None)
        before_of = tokens[:next((i for i, token in enumerate(tokens) if token.lower == "of"), len(tokens))]
        nouns = [token for token in before_of if token.pos in {"NOUN", "PROPN"} and scene.state_of(token) is None]
        if nouns:
            memory.setdefault(nouns[-1].lower, []).append((draft.referent, by_name[draft.referent], states, draft.span.start))
    return memory


def _before(scene: Scene, span: Span) -> tuple[Token, ...]:
    """The two words before a title, where its country may stand ("Norland's foreign minister")."""
    first = scene.parse.tokens_in(span)[0]
    return tuple(token for token in scene.parse.tokens[max(0, first.i - 2):first.i] if token.sentence == first.sentence)


def _definite(scene: Scene, noun: Token, known: Sequence[tuple[str, Entity, frozenset[str], int]]) -> Iterator[Draft]:
    """A role of the one person it can be: by its state where it names one, else because one person alone has the title."""
    words = phrase(scene, noun)
    sentence = scene.reading.sentence_at(noun.start)
    in_title = sentence is not None and sentence.zone in {"headline", "subhead"}
    ahead = in_title or (sentence is not None and sentence.zone == "dek")  # the names come below
    if noun.tag not in {"NN", "NNP"} or not words or not _is_definite(scene, noun, in_title=in_title):
        return
    if noun.dep in {"compound", "nmod", "appos"} or scene.child(noun, "appos") is not None or any(
            token.i in scene.named and token.i > noun.i for token in words):
        return
    wanted = {state for token in scene.parse.subtree(noun) if token.i <= noun.i and (state := scene.state_of(token)) is not None}
    earlier = [one for one in known if one[3] < noun.start or ahead]
    fitting = [one for one in earlier if not wanted or wanted <= one[2]]
    people = {one[0] for one in fitting}
    if len(people) == 1 and (wanted or len({one[0] for one in earlier}) == 1):
        entity = fitting[0][1]
        yield Draft(span_of(words), entity.name, entity.kind, "definite", "definite.title-memory")


def _is_definite(scene: Scene, noun: Token, *, in_title: bool) -> bool:
    """Whether a role noun points at somebody: "the minister", "Norland's minister"; in a headline it needs no article."""
    determiner = scene.child(noun, "det")
    if determiner is not None:
        return determiner.lower in _DEFINITE
    owner = scene.child(noun, "poss")
    return in_title or (owner is not None and scene.state_of(owner) is not None)


def _office(scene: Scene, noun: Token) -> Iterator[Draft]:
    """An office of a state whose holder this article does not name here: "the Norland president" stands for itself."""
    if noun.lemma.lower() not in OFFICES or noun.tag not in {"NN", "NNP"}:
        return
    if _beside_name(scene, noun) or not _is_definite(scene, noun, in_title=False):
        return
    states = [scene.state_of(token) for token in scene.parse.subtree(noun) if token.i < noun.i]
    following = scene.parse.tokens[noun.i + 1:noun.i + 7]
    named_next = any(token.i in scene.named and scene.named[token.i][0].kind == "person" for token in following)
    words = phrase(scene, noun)
    if any(states) and words and is_naming(scene, words) and not named_next:
        yield Draft(span_of(words), scene.words(span_of(words)), "person", "definite", "definite.office")


def _beside_name(scene: Scene, noun: Token) -> bool:
    """Whether a role noun is part of a naming ("Minister Ruiz", "the minister, Ana Ruiz") or of a frame."""
    return noun.dep in {"compound", "nmod", "appos", "attr", "oprd", "pobj"} or any(
        child.dep == "appos" for child in scene.parse.children(noun)) or any(
        token.i in scene.named for token in scene.parse.tokens[noun.i + 1:noun.i + 2])
