"""As-frames: "many states recognise X as Y", "X called Z a Y", "X proclaimed himself Y".

The label is the subject's. Printing it as the outlet's own would be the worst error the tool can make.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from framing.lexicons.kinds import load_word_classes
from framing.measure.labels.events import event_name, is_event
from framing.measure.labels.phrases import is_naming, phrase, span_of, trim
from framing.measure.labels.scene import PERSONAL, REFLEXIVE, Draft, Giver, Scene
from framing.model.article import Span
from framing.model.findings import Entity
from framing.model.parse import Token


@dataclass(frozen=True, slots=True)
class Frame:
    """One as-frame: its label, whom it is about, and the words of the object, which belong to the subject too."""

    draft: Draft
    object_span: Span | None


def find_frames(scene: Scene, days: Mapping[str, str]) -> Iterator[Frame]:
    """All as-frames of the text, in order. Denied ones ("did not call him a hero") give nobody a label."""
    for verb in scene.parse.tokens:
        if verb.pos not in {"VERB", "AUX"} or scene.is_negated(verb):
            continue
        if verb.lemma in scene.cues.as_view | scene.cues.as_act:
            yield from _as_frame(scene, verb, days)
        if verb.lemma in scene.cues.call_view | scene.cues.call_act:
            yield from _call_frame(scene, verb, days)


def _as_frame(scene: Scene, verb: Token, days: Mapping[str, str]) -> Iterator[Frame]:
    """"recognise X as Y", "X is regarded as Y", "refer to X as Y"."""
    about = _object(scene, verb)
    preposition = next((token for token in scene.parse.subtree(verb) if token.i > verb.i and token.lower == "as" and token.dep == "prep"
                        and _reaches(scene, token, verb)), None)
    if preposition is None or about is None:
        return
    noun = scene.child(preposition, "pobj", "amod", "advcl", "pcomp")
    if noun is None or noun.pos not in {"NOUN", "PROPN", "ADJ"}:
        return
    yield from _frame(scene, verb, about, noun, days, act=verb.lemma in scene.cues.as_act, rule=f"as-frame.{verb.lemma}-as")


def _reaches(scene: Scene, token: Token, verb: Token) -> bool:
    """Whether a preposition hangs on the verb itself, or on its object or agent."""
    for above in scene.parse.ancestors(token):
        if above.i == verb.i:
            return True
        if above.pos in {"VERB", "AUX"} or above.dep not in {"dobj", "pobj", "agent", "prep", "prt", "nsubjpass"}:
            return False
    return False


def _call_frame(scene: Scene, verb: Token, days: Mapping[str, str]) -> Iterator[Frame]:
    """"called X a Y", "proclaimed himself Y", "is considered to be Y"."""
    about, noun = _object(scene, verb), scene.child(verb, "oprd")
    small = scene.child(verb, "ccomp", "xcomp")
    if noun is None and small is not None:
        noun, inner = _small_clause(scene, small)
        about = inner or about
    if noun is None:
        about, noun = _two_objects(scene, verb)
    if noun is None or about is None or noun.pos not in {"NOUN", "PROPN", "ADJ"} or noun.i == about.i:
        return
    yield from _frame(scene, verb, about, noun, days, act=verb.lemma in scene.cues.call_act, rule=f"as-frame.{verb.lemma}")


def _two_objects(scene: Scene, verb: Token) -> tuple[Token | None, Token | None]:
    """Object and label where the parser made both objects ("declared Ruiz the winner") or one the other's ("himself president")."""
    objects = [child for child in scene.parse.children(verb) if child.dep in {"dobj", "npadvmod", "attr"} and child.i > verb.i]
    if len(objects) > 1 and objects[1].pos in {"NOUN", "PROPN"} and not objects[1].entity:
        return objects[0], objects[1]
    indirect = scene.child(verb, "dative")
    if objects and indirect is not None and objects[0].pos in {"NOUN", "PROPN"}:
        return indirect, objects[0]
    if objects and verb.dep == "relcl" and scene.entity_of(scene.parse.head(verb)) is not None and objects[0].pos == "NOUN" and any(
            child.lower in {"whom", "who"} and child.i < verb.i for child in scene.parse.children(verb)):
        return scene.parse.head(verb), objects[0]
    for noun in objects[:1]:
        owner = scene.child(noun, "poss", "nmod", "compound", "nsubj")
        if owner is not None and owner.lower in REFLEXIVE:
            return owner, noun
        apposed = scene.child(noun, "appos")
        if apposed is not None and apposed.i > noun.i and not any(
                not any(map(str.isalnum, token.text)) for token in scene.parse.tokens[noun.i:apposed.i]):
            return noun, apposed
    return None, None


def _small_clause(scene: Scene, root: Token) -> tuple[Token | None, Token | None]:
    """Predicate and subject of a clause without a full verb ("him a hero"; "to be a coup")."""
    subject = scene.child(root, "nsubj")
    if root.pos in {"NOUN", "PROPN", "ADJ"} and subject is not None and scene.child(root, "mark", "aux") is None:
        return root, subject
    if root.lemma == "be" and scene.child(root, "mark") is None:
        return scene.child(root, "attr", "acomp"), subject or scene.child(root, "dobj")
    return None, None


def _object(scene: Scene, verb: Token) -> Token | None:
    """Whom the frame is about: object, passive subject, the noun before a relative clause or a participle."""
    found = scene.child(verb, "dobj", "nsubjpass")
    if found is not None:
        return found
    for preposition in scene.parse.children(verb):
        if preposition.dep == "prep" and preposition.lower in {"to", "of"} and verb.lemma in {"refer", "think"}:
            return scene.child(preposition, "pobj")
    if verb.dep in {"relcl", "acl"}:
        return scene.parse.head(verb)
    return scene.subject(verb) if scene.child(verb, "auxpass") is not None else None


def _frame(scene: Scene, verb: Token, about: Token, noun: Token, days: Mapping[str, str], *, act: bool, rule: str) -> Iterator[Frame]:
    words = trim(scene, [noun]) if noun.pos == "ADJ" else phrase(scene, noun)
    if not words or (noun.i in scene.named and scene.named[noun.i][1].form == "name"):
        return
    referent = _referent(scene, verb, about, noun, days)
    if referent is None or not is_naming(scene, words):
        return
    name, kind = referent
    giver = _giver(scene, verb)
    if act and (giver is None or about.lower not in REFLEXIVE):
        giver = None        # an act, not an opinion: the outlet reports that it happened
    elif giver is None:
        giver = Giver(None)  # "is regarded as": by somebody, left unnamed
    rated_only = noun.pos == "ADJ" or kind in {"other", "event"}
    around = span_of(scene.parse.subtree(about)) if about.i > verb.i and giver is not None else None
    yield Frame(Draft(span_of(words), name, kind, "as-frame", rule, giver, only_rated=rated_only), around)


def _referent(scene: Scene, verb: Token, about: Token, noun: Token, days: Mapping[str, str]) -> tuple[str, str] | None:
    entity = scene.entity_of(about)
    if about.lower in PERSONAL:  # "her" in "Norland recognises her" is not the subject
        subject = scene.subject(verb)
        beside = scene.parse.subtree(subject) if subject is not None else ()
        doers = {scene.named[token.i][0].name for token in beside if token.i in scene.named}
        if entity is None or entity.name in doers:
            entity = scene.only_person_before(about, but=frozenset(doers))
    if entity is not None:
        return entity.name, entity.kind
    for token in (about, noun):
        if is_event(scene, token):
            return event_name(scene, token, days), "event"
    if about.pos == "NOUN":
        somebody = not {"person", "institution"}.isdisjoint(load_word_classes().kinds.get(about.lemma, frozenset()))
        return about.lower, "group" if somebody else "other"
    return None


def _giver(scene: Scene, verb: Token) -> Giver | None:
    """The frame's subject, or who it is "by"; None where nobody is named."""
    agent = scene.child(verb, "agent")
    by = scene.child(agent, "pobj") if agent is not None else None
    subject = by or _true_subject(scene, verb) or (scene.subject(verb) if scene.child(verb, "auxpass", "nsubjpass") is None else None)
    if subject is None or (verb.dep == "acl" and by is None and verb.tag == "VBN"):
        return None
    return Giver(speaker_words(scene, subject))


def giver_above(scene: Scene, noun: Token) -> Giver | None:
    """Whoever calls, brands or describes with this noun, where the frame's object could not be read ("call the men scabs")."""
    for above in scene.parse.ancestors(noun):
        if above.pos in {"VERB", "AUX"}:
            if above.lemma in scene.cues.call_view | scene.cues.as_view and above.i < noun.i:
                return _giver(scene, above) or Giver(None)
            if above.lemma != "be":
                return None
    return None


def _true_subject(scene: Scene, verb: Token) -> Token | None:
    """In "whom the court declared the winner": the court, where the parser made subjects of both."""
    found = [child for child in scene.parse.children(verb) if child.dep == "nsubj"]
    return found[1] if len(found) == 2 and found[0].lower in {"whom", "who"} and verb.dep == "relcl" else None


def speaker_words(scene: Scene, subject: Token) -> str | None:
    """The subject in words: the entity's fullest name where it is one, else the words of the text."""
    entity = scene.entity_of(subject)
    if entity is not None and not any(child.dep == "conj" for child in scene.parse.children(subject)):
        return entity.name
    return _plain_words(scene, subject, entity)


def _plain_words(scene: Scene, subject: Token, entity: Entity | None) -> str | None:
    if subject.pos == "PRON" and entity is None and subject.lower not in {"many", "some", "others", "most", "critics"}:
        return None
    kept: list[Token] = []
    is_list = any(child.dep == "conj" for child in scene.parse.children(subject))
    for token in scene.parse.subtree(subject):
        if token.text == "," and kept and kept[-1].i >= subject.i and not is_list:
            break
        aside = token.dep in {"relcl", "acl"} or (token.dep == "prep" and token.lower in {"including", "like", "as", "among"})
        if aside or (kept and token.i != kept[-1].i + 1):
            break
        kept.append(token)
    while kept and (not any(map(str.isalnum, kept[-1].text)) or kept[-1].pos in {"CCONJ", "ADP"}):
        kept.pop()
    while kept and kept[0].lower in {"the", "a", "an"}:
        kept.pop(0)
    return scene.words(span_of(kept)) if kept else None
