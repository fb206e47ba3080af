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

OFFICES: Final = frozenset({"president", "premier", "chancellor", "minister", "king", "queen", "leader", "ruler", "ambassador", "speaker"})
_DEFINITE: Final = frozenset({"the", "this", "that"})


def find_governments(scene: Scene) -> Iterator[Draft]:
    """"the Ruiz regime", "Norland's government", "the elected government of Ruiz"."""
    for noun in scene.parse.tokens:
        if (noun.lemma not in scene.cues.governments and noun.lower not in scene.cues.governments) or noun.pos not in {"NOUN", "PROPN"}:
            continue
        owner = _owner(scene, noun)
        if owner is None:
            continue
        name, token, is_person = owner
        words = phrase(scene, noun)
        if words and any(one.i == noun.i for one in words) and noun.i != token.i:
            yield Draft(span_of(words), f"{last_word(name) if is_person else name} government", "government", "government-of", "government-of.owner")


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
            tokens = trim(scene, scene.parse.tokens_in(mention.span))
            if mention.form == "role" and tokens:
                marked.update(token.i for token in tokens)
                if entity.kind in {"person", "group"} and is_naming(scene, tokens):
                    yield Draft(span_of(tokens), entity.name, entity.kind, "definite", "definite.role-mention")
    memory = _titles(scene, titled)
    whole: dict[str, set[tuple[str, str]]] = {}
    for draft in (*titled, *framed):
        words = scene.words(draft.span).lower()
        if " " in words and draft.kind in {"person", "group"}:
            whole.setdefault(words, set()).add((draft.referent, draft.kind))
    known = frozenset(word for words in whole for word in words.split())
    for noun in scene.parse.tokens:
        if noun.lower in known and noun.pos in {"NOUN", "PROPN"} and noun.i not in marked and noun.i not in scene.named and not _beside_name(scene, noun):
            words = scene.words(span_of(phrase(scene, noun))).lower() if phrase(scene, noun) else ""
            if len(whole.get(words, ())) == 1:
                ((referent, kind),) = whole[words]
                yield Draft(span_of(phrase(scene, noun)), referent, kind, "definite", "definite.same-words")
                continue
        if noun.lemma not in memory:
            yield from _office(scene, noun, marked)
        elif noun.tag in {"NN", "NNP"} and noun.i not in marked and noun.i not in scene.named:
            found = list(_definite(scene, noun, memory[noun.lemma]))
            yield from found or _office(scene, noun, marked)


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


def _office(scene: Scene, noun: Token, marked: set[int]) -> Iterator[Draft]:
    """An office of a state whose holder this article does not name here: "the Norland president" stands for itself."""
    if noun.tag not in {"NN", "NNP"} or noun.i in marked or noun.i in scene.named or _beside_name(scene, noun):
        return
    if noun.lemma.lower() not in OFFICES or not _is_definite(scene, noun, in_title=False):
        return
    state = next((state for token in scene.parse.subtree(noun) if token.i < noun.i and (state := scene.state_of(token)) is not None), None)
    words = phrase(scene, noun)
    following = scene.parse.tokens[noun.i + 1:noun.i + 7]
    named_next = any(token.i in scene.named and scene.named[token.i][0].kind == "person" for token in following)
    if state is not None and words and is_naming(scene, words) and not named_next:
        yield Draft(span_of(words), scene.words(span_of(words)), "person", "definite", "definite.office")


def _beside_name(scene: Scene, noun: Token) -> bool:
    """Whether a role noun is part of a naming ("Minister Ruiz", "the minister, Ana Ruiz") or of a frame, and so no mention by itself."""
    return noun.dep in {"compound", "nmod", "appos", "attr", "oprd", "pobj"} or any(
        child.dep == "appos" for child in scene.parse.children(noun)) or any(
        token.i in scene.named for token in scene.parse.tokens[noun.i + 1:noun.i + 2])


def _before(scene: Scene, span: Span) -> tuple[Token, ...]:
    """The two words before a title, where its country may stand ("Norland's foreign minister")."""
    first = scene.parse.tokens_in(span)[0]
    return tuple(token for token in scene.parse.tokens[max(0, first.i - 2):first.i] if token.sentence == first.sentence)


def _definite(scene: Scene, noun: Token, known: Sequence[tuple[str, Entity, frozenset[str], int]]) -> Iterator[Draft]:
    words = phrase(scene, noun)
    sentence = scene.reading.sentence_at(noun.start)
    in_title = sentence is not None and sentence.zone in {"headline", "subhead"}
    if not _is_definite(scene, noun, in_title=in_title) or not words or any(token.i in scene.named and token.i > noun.i for token in words):
        return
    if any(child.dep == "appos" for child in scene.parse.children(noun)) or noun.dep in {"compound", "nmod"} or noun.dep == "appos":
        return
    wanted = {state for token in scene.parse.subtree(noun) if token.i <= noun.i and (state := scene.state_of(token)) is not None}
    earlier = [one for one in known if one[3] < noun.start or in_title]
    fitting = [one for one in earlier if not wanted or wanted <= one[2]]
    people = {one[0] for one in fitting}
    if len(people) == 1 and (wanted or len({one[0] for one in earlier}) == 1):
        _, entity, _, _ = fitting[0]
        yield Draft(span_of(words), entity.name, entity.kind, "definite", "definite.title-memory")


def _is_definite(scene: Scene, noun: Token, *, in_title: bool) -> bool:
    """Whether a role noun points at somebody: "the minister", "Norland's minister"; in a headline it needs no article."""
    determiner = scene.child(noun, "det")
    if determiner is not None:
        return determiner.lower in _DEFINITE
    owner = scene.child(noun, "poss")
    return in_title or (owner is not None and scene.state_of(owner) is not None)
