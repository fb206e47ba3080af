""" "According to", "in the words of", "per", "citing": the source follows the cue, the content is the clause around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from framing.annotate.attributions.scene import Draft, Scene, noun_phrase, subtree
from framing.annotate.attributions.sources import subject_of
from framing.lexicons.source_words import singular
from framing.model.parse import Token

_CLAUSES: Final = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "acl"})
_POLLS: Final = frozenset({"poll", "survey", "census", "study"})
_ADJUNCT_WORDS: Final = frozenset({"amid", "amidst", "as", "while", "after", "despite", "although", "though"})


def according_drafts(scene: Scene, first: int, last: int) -> Iterator[Draft]:
    """Attributions by a phrase before its source, in the token range of one sentence."""
    tokens = scene.tokens
    for i in range(first, last):
        low = tokens[i].lower
        words = _phrase_at(scene, i, last) if low in scene.cues.openings else ""
        if words:
            found = _draft(scene, i, len(words.split()), words, last)
            if found is not None:
                yield found
        elif low == "in" and tokens[i].dep == "prep":
            found = _in_poll(scene, tokens[i], last)
            if found is not None:
                yield found
        elif low == "citing" and tokens[i].dep == "advcl":
            found = _citing(scene, tokens[i])
            if found is not None:
                yield found


def _phrase_at(scene: Scene, i: int, last: int) -> str:
    """The phrase of the lexicon that begins at token i and has its source after it; "" for none."""
    for parts in scene.cues.openings.get(scene.tokens[i].lower, ()):
        if i + len(parts) < last and all(scene.tokens[i + k].lower == part for k, part in enumerate(parts)):
            following = scene.tokens[i + len(parts)]
            if parts == ("per",) and (following.pos != "PROPN" or scene.tokens[i].text != "per"):
                return ""  # "per cent", "per day"; and Per is a first name
            return " ".join(parts)
    return ""


def _draft(scene: Scene, i: int, n: int, words: str, last: int) -> Draft | None:
    tokens = scene.tokens
    cue = frozenset(range(i, i + n))
    end = tokens[i + n - 1]
    source_head = next((child for child in scene.parse.children(end) if child.dep in {"pobj", "dobj", "pcomp"}), None)
    if source_head is None:
        return None
    source = noun_phrase(scene.parse, source_head)
    start = tokens[i]
    for _ in range(n):  # "in the words of": climb to the word outside the phrase
        if start.head in cue and start.head != start.i:
            start = scene.parse.head(start)
    clause = _clause_above(scene, start, last)
    if clause is None:
        return None
    cuts = _adjuncts(scene, clause, start.i)
    content = subtree(scene.parse, clause, without=[start.i, *cuts]) - cue - source
    if cuts and i < clause.i:
        content = frozenset(j for j in content if j < min(cuts))  # what follows the adjunct hangs on it, whatever the parser says
    return Draft(i, source, cue, content, "according", words, scene.cues.phrases[words].cue_class) if content else None


def _in_poll(scene: Scene, token: Token, last: int) -> Draft | None:
    """ "In a poll for the Post, 40 percent backed her": a poll is the source of a clause that bears a number."""
    poll = next((child for child in scene.parse.children(token) if child.dep == "pobj"), None)
    if poll is None or singular(poll.text) not in _POLLS:
        return None
    clause = _clause_above(scene, token, last)
    cue = scene.verb_cue(clause) if clause is not None else None
    if clause is None or (cue is not None and "clause" in cue.takes):
        return None
    source = noun_phrase(scene.parse, poll)
    content = subtree(scene.parse, clause, without=[token.i]) - source
    counted = any(scene.tokens[i].pos == "NUM" for i in content)
    return Draft(token.i, source, frozenset({token.i}), content, "according.poll", "in", "neutral") if counted else None


def _clause_above(scene: Scene, token: Token, last: int) -> Token | None:
    """The verb of the clause that the phrase modifies; where it hangs on a noun inside a clause, that clause's verb."""
    for above in scene.parse.ancestors(token):
        if above.dep in _CLAUSES and above.dep != "acl" and (above.pos in {"VERB", "AUX"} or above.dep == "ROOT"):
            if above.dep in {"conj", "ccomp"} and above.i > token.i and scene.parse.head(above).pos in {"VERB", "AUX"}:
                continue  # "According to X, A did and B did": the whole sentence is X's
            return above
    return None


def _adjuncts(scene: Scene, clause: Token, cue: int) -> list[int]:
    """Heads of the outlet's own additions: participles and "amid/as/while" adjuncts after the clause's verb (cut before them)."""
    found = []
    for token in [clause, *(child for child in scene.parse.children(clause) if child.dep in {"conj", "prep"})]:
        for child in scene.parse.children(token):
            if child.i <= clause.i or child.i < cue < clause.i:
                continue
            participle = child.dep == "advcl" and child.tag in {"VBG", "VBN"} and not any(
                below.dep in {"mark", "nsubj"} for below in scene.parse.children(child))
            opened = child.lower in _ADJUNCT_WORDS and child.dep in {"prep", "mark"}
            marked = child.dep == "advcl" and any(
                below.lower in _ADJUNCT_WORDS and below.dep in {"mark", "advmod"} for below in scene.parse.children(child))
            if participle or opened or marked:
                found.append(child.i)
    return found


def _citing(scene: Scene, token: Token) -> Draft | None:
    """ "The paper said so, citing two aides": the aides are the source of the main clause, unless that clause reports already."""
    cited = next((child for child in scene.parse.children(token) if child.dep == "dobj"), None)
    clause = scene.parse.head(token)
    if cited is None or clause.pos not in {"VERB", "AUX"} or scene.verb_cue(clause) is not None:
        subject = subject_of(scene, token)
        if cited is None or subject is None:
            return None
        return Draft(token.i, noun_phrase(scene.parse, subject), frozenset({token.i}), subtree(scene.parse, cited), "citing",
                     "cite", "neutral")
    content = subtree(scene.parse, clause, without=[token.i])
    return Draft(token.i, noun_phrase(scene.parse, cited), frozenset({token.i}), content, "citing", "cite", "neutral")
