"""Clause rule: a verb of the lexicon with a clause under it, or one set beside the clause it reports ("..., Ruiz said")."""

from __future__ import annotations

from typing import Final

from framing.annotate.attributions.cue_words import class_of, cue_tokens
from framing.annotate.attributions.scene import Draft, Scene, noun_phrase, subtree
from framing.annotate.attributions.sources import addressee_of, find_source, goes_on, own_subject, right_neighbour
from framing.lexicons.cues import VerbCue
from framing.lexicons.source_words import load_source_words, singular
from framing.model.parse import Token

_BESIDE: Final = frozenset({"parataxis", "ccomp", "advcl", "dep"})
_TAIL: Final = 6  # words of the longest source at a sentence's end
_PARTS_SENTENCES: Final = frozenset({";", ":", "-", "--", "\u2013", "\u2014"})
_LINKING: Final = 3  # words back from a subject in which the mark before "; and" or " - but, " stands
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})


def clause_draft(scene: Scene, verb: Token, cue: VerbCue) -> Draft | None:
    """The attribution that `verb` makes of a clause; None where it has none."""
    if "clause" not in cue.takes:
        return None
    below = [child for child in scene.parse.children(verb) if _is_complement(scene, child)]
    below = _without_other_sentence(scene, verb, below) or _below_second_word(scene, verb, cue) or _far_clause(scene, verb)
    source = find_source(scene, verb, inverted=True)
    words = cue_tokens(scene, verb, cue)
    if below:
        own, fronted = _own_words(scene, verb)
        content = frozenset().union(*(subtree(scene.parse, child, without=[verb.i, *_goings_on(scene, child)])
                                      for child in below)) - words - source - own | fronted
        if source and source == right_neighbour(scene, verb):
            content = frozenset(i for i in content if i < verb.i or scene.in_quotation(i))
        return _draft(scene, verb, cue, source, content, "clause")
    torn = _torn_clause(scene, verb)
    if torn and source:
        return _draft(scene, verb, cue, source, torn - words - source, "clause.torn")
    reduced = _reduced(scene, verb)
    if reduced:
        return _draft(scene, verb, cue, noun_phrase(scene.parse, scene.parse.head(verb)), reduced, "clause.reduced")
    beside = _beside(scene, verb)
    if beside and source:
        return _draft(scene, verb, cue, source, beside - words - source, "clause.beside")
    return None


def _without_other_sentence(scene: Scene, verb: Token, below: list[Token]) -> list[Token]:
    """The complements, without a clause before the subject that a semicolon, colon or dash parts from it: "Few came; half say it rained".

    Kept where the verb is followed by a mark: "The dam is old, Ruiz said, and it leaks".
    """
    subject = own_subject(scene, verb)
    after = [child for child in below if child.i > verb.i]
    if subject is None or subject.i > verb.i or not after or not scene.tokens[verb.i + 1].text[:1].isalnum():
        return below
    first = min(subtree(scene.parse, subject))
    parted = {token.text for token in scene.tokens[max(0, first - _LINKING):first]} & _PARTS_SENTENCES
    return [child for child in below if not parted or child.i > first or scene.in_quotation(child.i)]


def _far_clause(scene: Scene, verb: Token) -> list[Token]:
    """A "that" clause hung on a noun between: "told Ruiz at a debate that it was late", "said for the first time that ..."."""
    if scene.verb_cue(verb) is None or verb.tag == "VBN":
        return []
    for prep in scene.parse.children(verb):
        if prep.dep != "prep" or prep.i < verb.i:
            continue
        for noun in scene.parse.children(prep):
            for clause in scene.parse.children(noun) if noun.dep == "pobj" else ():
                if clause.dep in {"relcl", "acl"} and _is_told_clause(scene, noun, clause):
                    return [clause]
    return []


def _is_told_clause(scene: Scene, noun: Token, clause: Token) -> bool:
    """Whether "that" only opens the clause on `noun`, which has its own subject: not "the debate that she won", "the claim that it rained"."""
    kids = list(scene.parse.children(clause))
    that = next((child for child in kids if child.lower == "that"), None)
    opens = that is not None and that.dep in {"mark", "advmod"} and that.i == min(subtree(scene.parse, clause))
    return opens and any(child.dep in {"nsubj", "nsubjpass"} for child in kids) and scene.cues.nouns.get(noun.lemma.lower()) is None


def _below_second_word(scene: Scene, verb: Token, cue: VerbCue) -> list[Token]:
    """Clauses that hang on the second word of "made clear that ..."."""
    second = cue.lemma.partition(" ")[2]
    return [below for child in scene.parse.children(verb) if second and child.lower == second
            for below in scene.parse.children(child) if below.dep in {"ccomp", "advcl", "acl"} and _is_clause(scene, below)]


def _goings_on(scene: Scene, clause: Token) -> list[int]:
    """Heads of what hangs on the reported clause but belongs to the reporting sentence: ", adding that", "before claiming that"."""
    found = [child.i for child in scene.parse.children(clause) if goes_on(scene, child, clause)]
    for child in scene.parse.children(clause):
        if child.dep == "prep" and child.lower in {"before", "after", "while", "without"} and child.i > clause.i:
            found += [child.i for below in scene.parse.children(child) if below.dep == "pcomp" and scene.verb_cue(below) is not None]
    return found


def _draft(scene: Scene, verb: Token, cue: VerbCue, source: frozenset[int], content: frozenset[int], rule: str) -> Draft | None:
    told = addressee_of(scene, verb)
    content -= told
    if not content:
        return None
    words = cue_tokens(scene, verb, cue)
    lead = _leading(scene, verb)
    if lead is not None:
        verb, cue = lead
        words |= cue_tokens(scene, verb, cue)
    return Draft(verb.i, source, words, content, rule, cue.lemma, class_of(scene, verb, cue), cue.cue_class == "stance", told)


def _leading(scene: Scene, verb: Token) -> tuple[Token, VerbCue] | None:
    """The reporting verb that a bare "saying" only carries on, right before it: "retorted saying that", "replied by saying". It has the colour."""
    if verb.lower not in {"saying", "telling"} or verb.dep not in {"xcomp", "advcl", "pcomp"}:
        return None
    above = scene.parse.head(verb)
    above = scene.parse.head(above) if above.lower == "by" else above
    between = [token.lower for token in scene.tokens[above.i + 1:verb.i]]
    cue = scene.verb_cue(above) if between in ([], ["by"]) else None
    return None if cue is None or cue.cue_class == "stance" or "clause" not in cue.takes else (above, cue)


def _own_words(scene: Scene, verb: Token) -> tuple[frozenset[int], frozenset[int]]:
    """Words of the verb's subject, which the clause's subtree may not hold; and those of a subject before it, which is the clause's."""
    subjects = [child for child in scene.parse.children(verb) if child.dep == "nsubj"]
    before = [child for child in subjects if child.i < verb.i]
    fronted = before[:-1]
    own = [child for child in subjects if child not in fronted]
    return (frozenset(i for child in own for i in subtree(scene.parse, child)),
            frozenset(i for child in fronted for i in subtree(scene.parse, child)))


def _is_complement(scene: Scene, token: Token) -> bool:
    """Whether a dependent of a verb is the clause it reports; a "that" clause hung on it as on a noun counts too."""
    if token.dep == "acl":
        return any(below.lower == "that" and below.dep == "mark" for below in scene.parse.children(token))
    if token.dep == "xcomp" and token.tag == "VBG" and scene.parse.head(token).lemma == "say":
        return any(below.dep == "ccomp" and below.tag in _FINITE for below in scene.parse.children(token))  # "said seeing them was a joy"
    return token.dep == "ccomp" and _is_clause(scene, token)


def _is_clause(scene: Scene, token: Token) -> bool:
    """Whether a complement has a finite verb or a subject and a verb: "that it rains", "whether to go" are; a name is not."""
    if token.tag in _FINITE or token.tag.startswith("VB"):
        kids = list(scene.parse.children(token))
        bare = token.tag in {"VB", "VBG", "VBN"}
        if bare and any(child.dep == "aux" and child.lower == "to" for child in kids):
            return any(child.tag in {"WRB", "WP", "WDT"} or child.lower == "whether" for child in kids)
        return True
    return any(child.dep in {"nsubj", "nsubjpass", "cop", "expl"} for child in scene.parse.children(token)) and any(
        below.pos in {"AUX", "VERB"} for below in scene.parse.children(token))


def _torn_clause(scene: Scene, verb: Token) -> frozenset[int]:
    """A clause without "that" that the parser tore apart: "telling papers Ortov nearly fled", with Ortov as a second object.

    Empty unless the verb has two objects and a finite verb without a subject stands right after the second.
    """
    objects = [child for child in scene.parse.children(verb) if child.dep in {"dobj", "dative"} and child.i > verb.i]
    if len(objects) == 1 and addressee_of(scene, verb):
        return _clause_after(scene, verb, max(subtree(scene.parse, objects[0])) + 1)
    if len(objects) != 2:
        return frozenset()
    subject = subtree(scene.parse, objects[1])
    i = max(subject) + 1
    while i < len(scene.tokens) and scene.tokens[i].pos in {"ADV", "AUX"}:
        i += 1
    if i >= len(scene.tokens) or scene.tokens[i].sentence != verb.sentence or scene.tokens[i].tag not in _FINITE:
        return frozenset()
    if any(child.dep in {"nsubj", "nsubjpass"} for child in scene.parse.children(scene.tokens[i])):
        return frozenset()
    return subject | subtree(scene.parse, scene.tokens[i], without=[verb.i])


def _clause_after(scene: Scene, verb: Token, i: int) -> frozenset[int]:
    """The clause whose subject begins at token i, right after whom it was told to, if the parser hung it on a verb above; else empty."""
    for token in scene.tokens[i:i + _TAIL]:
        if token.sentence != verb.sentence or token.pos not in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"}:
            return frozenset()
        if token.dep == "nsubj":
            clause = scene.parse.head(token)
            starts = min(subtree(scene.parse, token)) == i
            above = any(one.i == clause.head for one in scene.parse.ancestors(verb))
            hung = clause.tag in _FINITE and clause.dep in {"ccomp", "advcl", "conj"} and above
            return subtree(scene.parse, clause, without=[verb.i]) if starts and hung else frozenset()
    return frozenset()


def _set_off(scene: Scene, verb: Token) -> bool:
    """Whether subject and verb stand alone between commas ("these supporters acknowledge,")."""
    subject = next((child for child in scene.parse.children(verb) if child.dep == "nsubj"), None)
    if subject is None or verb.i + 1 >= len(scene.tokens):
        return False
    first = min(subtree(scene.parse, subject))
    return first > 0 and scene.tokens[first - 1].text == "," and scene.tokens[verb.i + 1].text in {",", "."}


def _reduced(scene: Scene, verb: Token) -> frozenset[int]:
    """The clause of a past tense that the parser took for a participle: "Two papers reported on Monday the envoy had left".

    It shows by a second subject before the sentence's verb.
    """
    if verb.dep != "acl" or verb.tag != "VBN" or not verb.lower.endswith("ed"):
        return frozenset()
    noun = scene.parse.head(verb)
    head = scene.parse.head(noun)
    subjects = [child for child in scene.parse.children(head) if child.dep in {"nsubj", "nsubjpass"}]
    if len(subjects) != 2 or subjects[0].i != noun.i or not noun.i < verb.i < subjects[1].i < head.i:
        return frozenset()
    return subtree(scene.parse, head, without=[noun.i])


def _beside(scene: Scene, verb: Token) -> frozenset[int]:
    """The clause that a verb without a complement is set beside: "Russia welcomes the talks, Lavrov said"; empty for none."""
    if verb.dep not in _BESIDE or verb.head == verb.i:
        return frozenset()
    head = scene.parse.head(verb)
    if (head.pos not in {"VERB", "AUX"} and head.dep != "ROOT") or any(child.dep in {"dobj", "ccomp", "xcomp"} for child in scene.parse.children(verb)):
        return frozenset()
    if head.pos in {"VERB", "AUX"} and head.tag == "VBG" and not any(
            child.dep in {"nsubj", "aux"} for child in scene.parse.children(head)):
        return frozenset()  # "Ruiz responded, pointing at the dam": no clause
    if verb.dep == "advcl" and not any(child.lower == "as" for child in scene.parse.children(verb)) and not _set_off(scene, verb):
        return frozenset()
    if verb.dep == "ccomp" and verb.i < head.i and scene.verb_cue(head) is not None:
        return frozenset()  # "He said he thinks": the outer verb reports
    return subtree(scene.parse, head, without=[verb.i])


def tail_draft(scene: Scene, k: int) -> Draft | None:
    """A sentence that ends in its source and a verb taken for a noun: "Ships have left, port data show." None elsewhere."""
    tokens = [token for token in scene.parse.sentence_tokens(k) if any(map(str.isalnum, token.text)) or token.text == ","]
    if len(tokens) < _TAIL + 2 or tokens[-1].pos != "NOUN":
        return None
    comma = next((n for n in range(len(tokens) - 2, max(0, len(tokens) - 2 - _TAIL), -1) if tokens[n].text == ","), None)
    verb = tokens[-1]
    cue = scene.cues.verbs.get(verb.lower) or scene.cues.verbs.get(verb.lower.removesuffix("s"))
    if comma is None or comma > len(tokens) - 3 or cue is None or cue.cue_class not in {"factive", "neutral", "hedged"}:
        return None
    if "clause" not in cue.takes or any(scene.in_quotation(token.i) for token in tokens[comma:]):
        return None
    if singular(tokens[-2].text) not in load_source_words().documents:
        return None
    content = frozenset(token.i for token in tokens[:comma])
    source = frozenset(token.i for token in tokens[comma + 1:-1])
    return Draft(verb.i, source, frozenset({verb.i}), content, "clause.tail", cue.lemma, cue.cue_class)
