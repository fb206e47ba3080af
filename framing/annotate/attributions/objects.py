"""Object rules, licensed verb by verb: "rejected the charge", "accused him of theft", "described her as calm", "called it a farce"."""

from __future__ import annotations

from typing import Final

from framing.annotate.attributions.cue_words import class_of, cue_tokens
from framing.annotate.attributions.scene import NOUNS, Draft, Scene, noun_phrase, subtree
from framing.annotate.attributions.sources import agent_of, can_speak, find_source, is_passive, own_subject
from framing.lexicons.cues import VerbCue
from framing.lexicons.source_words import load_source_words, singular
from framing.model.parse import Token

_MODALS: Final = frozenset({"can", "could", "should", "would", "may", "might", "must"})
_POINTERS: Final = frozenset({"this", "that"})
_THEM: Final = frozenset({"him", "her", "it", "them"})
_ONESELF: Final = frozenset({"himself", "herself", "itself", "themselves"})
_OBJECTS: Final = frozenset({"dobj", "nsubjpass"})


def object_drafts(scene: Scene, verb: Token, cue: VerbCue) -> Draft | None:
    """The attribution that `verb` makes of its object or of a prepositional phrase; the richest construction wins."""
    for rule in (_as_frame, _predicate, _object_prep, _prep, _plain_object):
        found = rule(scene, verb, cue)
        if found is not None:
            return found
    return None


def _object(scene: Scene, verb: Token) -> Token | None:
    """Direct object, or subject of a passive; for a reduced relative ("a plan backed by Ruiz") the noun before it."""
    for child in scene.parse.children(verb):
        if child.dep in _OBJECTS or (child.dep == "nsubj" and child.i == verb.i + 1 and child.lower in _POINTERS):
            return child  # "Many doubt that": the parser takes the pointer for a second subject
    noun = _reduced_noun(scene, verb)
    return scene.tokens[noun] if noun is not None else None


def _reduced_noun(scene: Scene, verb: Token) -> int | None:
    """The noun before a reduced relative, of a second participle too ("a plan backed by few and denounced by Ruiz")."""
    first = scene.parse.head(verb) if verb.dep == "conj" and verb.tag == "VBN" else verb
    return first.head if first.dep == "acl" and first.tag == "VBN" and verb.tag == "VBN" and is_passive(scene, first) else None


def _whole(scene: Scene, verb: Token, token: Token) -> frozenset[int]:
    """The object's words: all below it, but of the noun before a reduced relative only its own phrase."""
    if token.i == _reduced_noun(scene, verb):
        return noun_phrase(scene.parse, token)
    return subtree(scene.parse, token, without=[verb.i, *_additions(scene, token)])


def _additions(scene: Scene, token: Token) -> list[int]:
    """Heads of relative clauses set off by a comma: what the outlet adds about the object (", which prevented ...")."""
    return [child.i for child in scene.parse.children(token)
            if child.dep == "relcl" and child.i > token.i and _comma_before(scene, child, token)]


def _comma_before(scene: Scene, clause: Token, noun: Token) -> bool:
    first = min(subtree(scene.parse, clause))
    return (first > noun.i and scene.tokens[first - 1].text in {",", ",\""}) or (
        first > noun.i + 1 and scene.tokens[first - 1].text == '"' and scene.tokens[first - 2].text == ",")


def _preps(scene: Scene, verb: Token, target: Token | None) -> list[Token]:
    """Prepositions that hang on the verb or on its object (the parser wavers), after the verb."""
    heads = [verb] if target is None else [verb, target]
    return sorted((child for head in heads for child in scene.parse.children(head)
                   if child.dep in {"prep", "prt", "mark"} and child.i > verb.i), key=lambda child: child.i)


def _as_clause(scene: Scene, verb: Token) -> Token | None:
    """The participle that the parser makes the clause of "sees Ruiz as bound by fear"; None elsewhere."""
    return next((child for child in scene.parse.children(verb) if child.dep == "ccomp" and child.tag in {"VBN", "VBG"} and child.i > verb.i and any(
        below.dep == "mark" and below.lower == "as" and below.i > verb.i + 1 for below in scene.parse.children(child))), None)


def _as_frame(scene: Scene, verb: Token, cue: VerbCue) -> Draft | None:
    if "object_as" not in cue.takes:
        return None
    clause = _as_clause(scene, verb)
    if clause is not None:
        return _draft(scene, verb, cue, subtree(scene.parse, clause), "object_as")
    target = _object(scene, verb)
    for prep in _preps(scene, verb, target):
        if prep.lower == "as" and any(True for _ in scene.parse.children(prep)):
            held = _whole(scene, verb, target) if target is not None else frozenset()
            return _draft(scene, verb, cue, held | subtree(scene.parse, prep), "object_as")
    return None


def _predicate(scene: Scene, verb: Token, cue: VerbCue) -> Draft | None:
    if "predicate" not in cue.takes:
        return None
    target = _object(scene, verb)
    said: list[Token] = []  # two where the parser takes the object for a first predicate ("called the remarks a low")
    for child in scene.parse.children(verb):
        second = child.dep == "dobj" and target is not None and child.i > target.i and target.dep == "dobj"
        small = child.dep == "ccomp" and child.pos in {"NOUN", "PROPN", "ADJ"} and child.i > verb.i
        if child.dep in {"oprd", "acomp", "attr"} or small or second:
            said.append(child)
    if not said or (_of_oneself(scene, verb, cue) and any(one.pos in NOUNS for one in said)):
        return None
    held = _whole(scene, verb, target) if target is not None else frozenset()
    return _draft(scene, verb, cue, held.union(*(subtree(scene.parse, child) for child in said)), "predicate")


def _of_oneself(scene: Scene, verb: Token, cue: VerbCue) -> bool:
    """Whether the verb acts on who says it, with a verb for which that is no report: "proclaimed himself president"."""
    after = scene.tokens[verb.i + 1:verb.i + 2]
    return any(token.lower in _ONESELF and token.lower in cue.not_objects for token in after)


def _object_prep(scene: Scene, verb: Token, cue: VerbCue) -> Draft | None:
    wanted = cue.object_prepositions
    target = _object(scene, verb) if wanted else None
    if target is None:
        return None
    if cue.objects and target.lemma.lower() not in cue.objects:
        return None
    for prep in _preps(scene, verb, target):
        if prep.lower == "at" and not any(scene.tokens[i].pos == "NUM" for i in subtree(scene.parse, prep)):
            continue  # "put the cost at 40m"; "put the price at risk" gives no amount
        if prep.lower in wanted and any(True for _ in scene.parse.children(prep)):
            return _draft(scene, verb, cue, _whole(scene, verb, target) | subtree(scene.parse, prep), "object_prep")
    return None


def _prep(scene: Scene, verb: Token, cue: VerbCue) -> Draft | None:
    wanted = cue.prepositions
    if not wanted:
        return None
    for prep in _own_preps(scene, verb, cue):
        if _asks_for(scene, prep) and "for" in wanted and prep.i > verb.i and not _unsaid(scene, verb, cue) and can_speak(scene, verb):
            mark = next(child.i for child in scene.parse.children(prep) if child.dep == "mark")
            return _draft(scene, verb, cue, subtree(scene.parse, prep), "prep", extra=frozenset({mark}))
        hung = prep.dep in {"prep", "agent"} or (prep.dep == "dative" and " " in cue.lemma)  # "paid tribute to"
        if hung and prep.lower in wanted and prep.i > verb.i and not _unsaid(scene, verb, cue) and (
                can_speak(scene, verb)):
            content = subtree(scene.parse, prep) - {prep.i}
            if content and not any(_is_time(below) for below in scene.parse.children(prep)):
                return _draft(scene, verb, cue, content, "prep", extra=frozenset({prep.i}))
    return None


def _own_preps(scene: Scene, verb: Token, cue: VerbCue) -> list[Token]:
    """What hangs on the verb, and on the noun that is its second word ("cast doubt on")."""
    second = cue.lemma.partition(" ")[2]
    kids = list(scene.parse.children(verb))
    noun = next((child for child in kids if child.lower == second and child.dep == "dobj"), None)
    return kids if noun is None else [*kids, *scene.parse.children(noun)]


def _asks_for(scene: Scene, token: Token) -> bool:
    """Whether a clause is what is asked for: "called for the union to wait"."""
    kids = [(child.dep, child.lower) for child in scene.parse.children(token)]
    return token.dep in {"advcl", "ccomp", "xcomp"} and ("mark", "for") in kids and ("aux", "to") in kids and any(
        dep in {"nsubj", "nsubjpass"} for dep, _ in kids)


def _is_time(token: Token) -> bool:
    """Whether a noun tells when or how long: "called for hours"."""
    return token.entity in {"DATE", "TIME"} or token.lemma.lower() in {"hour", "minute", "day", "week", "month", "year", "while"}


def _unsaid(scene: Scene, verb: Token, cue: VerbCue) -> bool:
    """Whether nothing was said: "will talk about", "did not comment on"."""
    about = [child for child in scene.parse.children(verb) if child.dep in {"aux", "neg"}]
    return cue.cue_class == "neutral" and any(
        child.dep == "neg" or child.lower in _MODALS or child.lower in {"will", "to"} for child in about)


def _plain_object(scene: Scene, verb: Token, cue: VerbCue) -> Draft | None:
    if "object" not in cue.takes and not ("document_object" in cue.takes and _is_of_document(scene, verb)):
        return None
    target = _object(scene, verb)
    if target is None or not (target.pos in {"NOUN", "PROPN"} or _points(cue, target)) or target.lemma.lower() in cue.not_objects or (
            cue.objects and target.lemma.lower() not in cue.objects):
        return None
    if _of_oneself(scene, verb, cue) or any(child.dep == "dobj" and child.lemma.lower() in cue.not_objects for child in scene.parse.children(verb)):
        return None  # "denied the man bail"
    if _is_purpose(scene, verb) or not can_speak(scene, verb):
        return None
    if (is_passive(scene, verb) or verb.tag == "VBN") and not agent_of(scene, verb):
        return None if target.dep != "dobj" else _draft(scene, verb, cue, _whole(scene, verb, target), "object")
    return _draft(scene, verb, cue, _whole(scene, verb, target), "object")


def _is_of_document(scene: Scene, verb: Token) -> bool:
    """Whether the verb's own subject is a word for a document: "the poll shows", "records show"."""
    subject, target = own_subject(scene, verb), _object(scene, verb)
    if target is not None and target.pos == "PROPN":
        return False  # "the poll finds Hale ahead": a clause that the parser did not see
    return subject is not None and singular(subject.text) in load_source_words().documents


def _points(cue: VerbCue, target: Token) -> bool:
    """Whether the object points back at a statement ("denied this"), or at whom or what was attacked or praised ("denounced it")."""
    if target.lower in _THEM and target.dep == "dobj":
        return cue.cue_class in {"accusing", "denying", "emotive"}
    return target.lower in _POINTERS and cue.cue_class in {"denying", "doubting", "conceding", "factive"}


def _is_purpose(scene: Scene, verb: Token) -> bool:
    """Whether the act is only possible or aimed at: "took to the stage to defend", "could reject"."""
    aux = [child.lower for child in scene.parse.children(verb) if child.dep == "aux"]
    return ("to" in aux and verb.dep in {"advcl", "acl", "relcl", "xcomp"}) or bool(set(aux) & _MODALS)


def _draft(scene: Scene, verb: Token, cue: VerbCue, content: frozenset[int], rule: str, *,
           extra: frozenset[int] = frozenset()) -> Draft | None:
    words = cue_tokens(scene, verb, cue) | extra
    reduced = _reduced_noun(scene, verb) is not None
    source = agent_of(scene, verb) if reduced else find_source(scene, verb)
    content -= words | source
    content = frozenset(i for i in content if not (scene.tokens[i].lower == "by" and i + 1 in source))
    if not content or not source:
        return None
    return Draft(verb.i, source, words, content, rule, cue.lemma, class_of(scene, verb, cue),
                 cue.cue_class == "stance" and rule not in {"object_as", "predicate"})
