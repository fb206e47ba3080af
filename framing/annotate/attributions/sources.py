"""Whom a verb credits: its subject, through relatives, coordinations and participles; the agent of a passive."""

from __future__ import annotations

from typing import Final

from framing.annotate.attributions.scene import NOUNS, Scene, noun_phrase, subtree
from framing.lexicons.source_words import load_source_words, singular
from framing.model.parse import Token

_CLIMB: Final = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep"})
_RELATIVE: Final = frozenset({"WDT", "WP"})
_STATEMENTS: Final = frozenset({"statement", "letter", "email", "e-mail", "message", "memo", "note", "tweet", "release", "post"})
_ISSUING: Final = frozenset({"issue", "release", "put", "send", "write", "publish", "post", "make", "give", "sign", "circulate"})
_IN_NAMES: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
_PEOPLE: Final = frozenset({"he", "she", "they", "it", "who", "which", "we", "i", "you", "some", "many", "others", "most", "few", "both",
                            "all", "those", "one", "none", "everyone", "nobody"})
_DOERS: Final = ("ator", "itor", "ist", "ician", "eer")  # arbitrator, auditor, geologist, statistician, engineer
_SHARES: Final = frozenset({"percent", "%", "cent", "half", "third", "quarter", "number", "majority", "minority"})
_MAX_CLIMB: Final = 6  # steps upwards; deeper chains are misparses


def is_passive(scene: Scene, verb: Token) -> bool:
    """Whether the verb has a passive auxiliary or subject, or is a bare participle ("when asked")."""
    if _split_perfect(scene, verb) is not None:
        return False
    kids = list(scene.parse.children(verb))
    if any(child.dep in {"nsubjpass", "auxpass", "csubjpass"} for child in kids):
        return True
    return verb.tag == "VBN" and verb.dep in {"acl", "advcl"} and not any(child.dep in {"aux", "nsubj"} for child in kids)


def _split_perfect(scene: Scene, verb: Token) -> Token | None:
    """The "has" of "has for years accused", which the parser takes for the verb of the sentence; None elsewhere."""
    if verb.tag != "VBN" or verb.dep != "acl":
        return None
    prep = scene.parse.head(scene.parse.head(verb))
    have = scene.parse.head(prep)
    return have if prep.lower == "for" and have.lemma == "have" and have.i < prep.i else None


def agent_of(scene: Scene, verb: Token) -> frozenset[int]:
    """The "by" phrase of a passive, without "by"; empty where there is none."""
    for child in scene.parse.children(verb):
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
            for below in scene.parse.children(child):
                if below.dep == "pobj":
                    return noun_phrase(scene.parse, below)
        if child.dep == "oprd" and child.i > verb.i:  # "has been called a farce by Ruiz": the parser hangs "by" on what it was called
            for prep in scene.parse.children(child):
                held = [below for below in scene.parse.children(prep) if below.dep == "pobj"] if prep.lower == "by" else []
                if held:
                    return noun_phrase(scene.parse, held[0])
    return frozenset()


def own_subject(scene: Scene, verb: Token) -> Token | None:
    """The verb's own active subject; for "who" and "which" of a relative clause the noun they stand for."""
    subjects = [child for child in scene.parse.children(verb) if child.dep == "nsubj"]
    if not subjects:
        return None
    before = [child for child in subjects if child.i < verb.i]
    nearest = before[-1] if before else subjects[0]  # a farther one is the reported clause's: "The dam, Ruiz said, was safe"
    if nearest.tag in _RELATIVE or (nearest.lower == "that" and verb.dep == "relcl"):
        antecedent = _antecedent(scene, verb)
        return antecedent if antecedent is not None else nearest
    return nearest


def _antecedent(scene: Scene, verb: Token) -> Token | None:
    """The noun that the relative clause of `verb` hangs on."""
    token = verb
    for _ in range(_MAX_CLIMB):
        if token.dep == "relcl":
            return _person_before_who(scene, token) or scene.parse.head(token)
        if token.dep not in {"conj", "ccomp", "xcomp"}:
            return None
        token = scene.parse.head(token)
    return None


def _person_before_who(scene: Scene, verb: Token) -> Token | None:
    """The name right before "who", where the parser hung the clause on a thing ("tensions made by Ortov himself who"); else None."""
    who = next((child for child in scene.parse.children(verb) if child.dep == "nsubj" and child.lower == "who"), None)
    head = scene.parse.head(verb)
    if who is None or head.pos in {"PROPN", "PRON"} or head.entity == "PERSON":
        return None
    i = who.i - 1
    while i > head.i and (scene.tokens[i].text == "," or scene.tokens[i].tag == "PRP"):
        i -= 1
    return scene.tokens[i] if i > head.i and scene.tokens[i].pos == "PROPN" and scene.tokens[i].entity in {"PERSON", ""} else None


def subject_of(scene: Scene, verb: Token) -> Token | None:
    """The noun that does what `verb` says; None where none is found."""
    token = verb
    for _ in range(_MAX_CLIMB):
        if (found := own_subject(scene, token)) is not None:
            return found if found.pos in NOUNS or found.tag[:1] in {"N", "P", "D", "C", "J"} else None
        if token is not verb and is_passive(scene, token):
            return next((child for child in scene.parse.children(token) if child.dep == "nsubjpass"), None)
        if (have := _split_perfect(scene, token)) is not None:
            token = have
            continue
        if token.dep in {"acl", "relcl"}:
            head = _told_beside(scene, token) or scene.parse.head(token)
            return _issuer(scene, head) if head.pos in NOUNS else None
        if token.dep not in _CLIMB or token.head == token.i:
            return None
        token = _above(scene, token)
    return None


def _above(scene: Scene, token: Token) -> Token:
    """The verb whose subject does this one too. A cue set beside or hung on a reported clause goes on from who reports it."""
    head = scene.parse.head(token)
    if goes_on(scene, token, head):
        return scene.parse.head(head)
    return head


def goes_on(scene: Scene, token: Token, inner: Token) -> bool:
    """Whether the cue `token`, by the parser inside the reported clause of `inner`, goes on with the reporting sentence.

    "He said the base collected notes and said it was calm"; "She said it was wrong, adding that ...": a verb of the lexicon
    without a subject of its own, either joined to the clause's verb in the reporting verb's form, or a participle after a comma.
    """
    outer = scene.parse.head(inner)
    if inner.dep != "ccomp" or scene.verb_cue(token) is None or scene.verb_cue(outer) is None or outer.i > token.i or inner.i < outer.i:
        return False
    if any(child.dep in {"nsubj", "nsubjpass", "aux"} for child in scene.parse.children(token)):
        return False
    if token.dep == "conj":
        complement = any(child.dep == "ccomp" for child in scene.parse.children(token))
        return complement and token.tag == outer.tag and token.tag in {"VBD", "VBZ", "VBP"}
    return token.dep == "advcl" and token.tag == "VBG"


def _issuer(scene: Scene, noun: Token) -> Token:
    """Who issued the statement that says so ("Ruiz put out a statement saying"); the noun itself where nobody did."""
    verb = scene.parse.head(noun)
    if noun.dep == "dobj" and noun.lemma.lower() in _STATEMENTS and verb.lemma in _ISSUING:
        return own_subject(scene, verb) or noun
    return noun


def _told_beside(scene: Scene, verb: Token) -> Token | None:
    """The noun right before a participle after "despite" or "with" ("despite Arlen insisting that"); None elsewhere."""
    if verb.tag != "VBG" or verb.i == 0:
        return None
    left = scene.tokens[verb.i - 1]
    prep = scene.parse.head(left)
    return left if left.dep == "pobj" and left.pos in NOUNS and prep.lower in {"despite", "with", "without"} else None


def find_source(scene: Scene, verb: Token, *, inverted: bool = False) -> frozenset[int]:
    """Token places of the words that name whom `verb` credits; empty where nobody is named.

    `inverted`: the verb stands beside a quotation, so that a noun directly right of it may be its subject ("claimed Ruiz").
    """
    if is_passive(scene, verb):
        return agent_of(scene, verb)
    subject = subject_of(scene, verb)
    if subject is None and inverted:
        subject = next((child for child in scene.parse.children(verb)
                        if child.dep in {"dobj", "attr", "oprd", "npadvmod"} and child.i > verb.i and child.pos in NOUNS), None)
    if subject is None:
        right = right_neighbour(scene, verb) if inverted else frozenset()
        beside = inverted or verb.dep in {"ROOT", "parataxis", "ccomp"}
        return right or (_left_neighbour(scene, verb) if beside else frozenset())
    if subject.lower in {"it", "there"} and any(child.dep == "expl" for child in scene.parse.children(verb)):
        return frozenset()
    places = noun_phrase(scene.parse, subject) | _relative_pronoun(scene, verb)
    return frozenset(i for i in places if not _inside_verb(scene, i, verb, subject))


def _relative_pronoun(scene: Scene, verb: Token) -> frozenset[int]:
    """The "who" or "which" through which the verb reaches its subject; it belongs to the words that name the source."""
    return frozenset(child.i for child in scene.parse.children(verb)
                     if child.dep == "nsubj" and child.i < verb.i and (child.tag in _RELATIVE or child.lower == "that"))


def _inside_verb(scene: Scene, i: int, verb: Token, subject: Token) -> bool:
    """Whether a place of the subject's phrase is the verb itself (a misparse)."""
    return i == verb.i and subject.i != verb.i


def right_neighbour(scene: Scene, verb: Token) -> frozenset[int]:
    """The name or noun right after a verb that follows a comma or a quotation mark ('," said Ana Ruiz'); empty elsewhere."""
    tokens, i = scene.tokens, verb.i + 1
    if verb.i == 0 or tokens[verb.i - 1].text not in {'"', ",", "''"}:
        return frozenset()
    while i < len(tokens) and tokens[i].sentence == verb.sentence and tokens[i].pos in _IN_NAMES:
        i += 1
    named = any(tokens[k].pos in NOUNS for k in range(verb.i + 1, i))
    return frozenset(range(verb.i + 1, i)) if named else frozenset()


def _left_neighbour(scene: Scene, verb: Token) -> frozenset[int]:
    """The noun phrase that ends right before the verb (its auxiliaries and adverbs skipped)."""
    i, tokens = verb.i - 1, scene.tokens
    while i >= 0 and tokens[i].sentence == verb.sentence and tokens[i].pos in {"AUX", "ADV", "PART"}:
        i -= 1
    if i < 0 or tokens[i].sentence != verb.sentence or tokens[i].pos not in {"PROPN", "PRON", "NOUN"} or scene.in_quotation(i):
        return frozenset()
    return frozenset(j for j in subtree(scene.parse, tokens[i]) if j <= i)


def addressee_of(scene: Scene, verb: Token) -> frozenset[int]:
    """Whom the verb's words are told to ("told TASS", "said to reporters"); empty where nobody is named."""
    told = verb.lemma in {"tell", "inform", "notify", "assure", "remind", "ask", "warn", "brief"}
    for child in scene.parse.children(verb):
        if child.dep == "dative" or (told and child.dep == "dobj" and child.i > verb.i):
            return noun_phrase(scene.parse, child)
        if child.dep == "prep" and child.lower == "to" and verb.lemma in {"say", "write", "add", "speak", "talk"}:
            for below in scene.parse.children(child):
                if below.dep == "pobj":
                    return noun_phrase(scene.parse, below)
    return frozenset()


def can_speak(scene: Scene, verb: Token) -> bool:
    """Whether the verb's subject can hold a view: a name, a pronoun for people, a word for people, bodies or documents.

    True too where no subject is found, or the verb is passive: its agent is looked at elsewhere.
    """
    subject = subject_of(scene, verb)
    if subject is None or is_passive(scene, verb):
        return True
    if subject.pos == "PROPN" or subject.lower in _PEOPLE or subject.entity in {"PERSON", "ORG", "GPE", "NORP"}:
        return True
    words = load_source_words()
    speaking = (words.roles, words.officials, words.public, words.media, words.documents, words.governments, words.organisations,
                words.feminine, words.masculine)
    noun = singular(subject.text)
    return any(noun in group for group in speaking) or noun.endswith(_DOERS) or subject.pos == "NUM" or subject.lower in _SHARES
