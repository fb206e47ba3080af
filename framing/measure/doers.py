"""Who is named as doer: how each act of harm or force is told, with the one who did it or without.

"Police shot two men", "two men were shot", "two men died", "shots rang out": one event, told with or without its doer (Trew 1979; Fowler
et al. 1979; Henley, Miller & Beazley 1995). Counted are acts told as having happened: no plans, threats, denials or ifs.
Acts without any doer (storms, crashes, diseases) are left out. The small parser errs most in headlines and on bare participles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from framing.lexicons.conditions import Place, is_hypothetical, is_negated
from framing.lexicons.harm_acts import HarmActs, HarmNoun, HarmVerb
from framing.lexicons.kinds import WordClasses, load_word_classes
from framing.model.annotation import Reading
from framing.model.article import Span
from framing.model.document import COUNTED_ZONES
from framing.model.findings import NAMED_TELLINGS, HarmAct, Telling
from framing.model.parse import Parse, Token

_AGENTIVE: Final = ("er", "ers", "or", "ors", "ist", "ists", "man", "men")  # endings of nouns that mostly name people
_SOME: Final = frozenset({"other", "others", "dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "many", "several", "most", "all", "both",
                          "some", "few", "those"})
_WHEN: Final = frozenset({"after", "before", "since", "until", "during", "in", "following"})
_SELF: Final = frozenset({"himself", "herself", "themselves", "itself"})
_BODIES: Final = frozenset({"person", "institution"})
_NAMES: Final = frozenset({"PERSON", "NORP", "ORG", "GPE"})
_UNKNOWN: Final = frozenset({"someone", "somebody", "anyone", "anybody"})  # nobody is hidden: nobody is known
_NO_ONE: Final = frozenset({"no", "nobody", "none", "neither", "no-one"})


@dataclass(frozen=True, slots=True)
class _Told:
    """An act before its voice is known."""

    token: Token
    act: str
    telling: Telling
    doer: Token | None
    rule: str


def find_harm_acts(reading: Reading, *, acts: HarmActs) -> tuple[HarmAct, ...]:
    """Acts of harm and force in the counted zones, in order of the text, each with its voice.

    A telling without a doer whose doer stands in an act just before (this sentence or the last one of the paragraph) is marked
    `before`: the reader knows who did it.
    """
    finder = _Finder(reading.parse, acts, load_word_classes())
    found: list[HarmAct] = []
    last: dict[int, HarmAct] = {}  # by sentence: the latest act with a doer
    for k, sentence in enumerate(reading.document.sentences):
        if sentence.zone not in COUNTED_ZONES or not reading.parse.parsed[k]:
            continue
        for told in finder.sentence(k):
            voice, speaker = reading.voice_at(told.token.span)
            doer = finder.words(told.doer) if told.doer is not None else None
            act = HarmAct(told.token.span, told.act, told.telling, doer, False, voice, speaker, sentence.zone, told.rule)
            known = last.get(k) or (last.get(k - 1) if k and reading.document.sentences[k - 1].paragraph == sentence.paragraph else None)
            if act.telling not in NAMED_TELLINGS and known is not None:
                act = replace(act, doer=known.doer, before=True)
            elif act.telling in NAMED_TELLINGS:
                last[k] = act
            found.append(act)
    return tuple(found)


class _Finder:
    """Finds acts in the sentences of one parse."""

    def __init__(self, parse: Parse, acts: HarmActs, classes: WordClasses) -> None:
        self._parse, self._acts, self._classes = parse, acts, classes

    def sentence(self, k: int) -> Iterator[_Told]:
        """The acts of sentence `k`."""
        tokens = self._parse.sentence_tokens(k)
        words = {token.lower for token in tokens} | {token.lemma.lower() for token in tokens}
        if words & self._acts.no_doer:
            return
        for token in tokens:
            lemma = token.lemma.lower()
            told: _Told | None = None
            if token.pos == "VERB" and lemma in self._acts.verbs:
                told = next((one for verb in self._acts.verbs[lemma] if (one := self._verb(token, verb)) is not None), None)
            elif token.pos == "VERB" and lemma in self._acts.gone and words & self._acts.violence:
                told = _Told(token, self._acts.gone[lemma], "gone", None, "verb.gone")
            elif token.pos == "NOUN" and (noun := self._acts.nouns.get(lemma)) is not None:
                told = self._noun(token, noun, bool((words - {lemma, token.lower}) & self._acts.violence))
            if told is not None and self._happened(token, tokens):
                yield told

    def _happened(self, token: Token, sentence: tuple[Token, ...]) -> bool:
        """Whether the act is told as done: no infinitive, negation, if, or verb of planning above it."""
        place = Place(self._parse, token, (token,), sentence)
        if is_negated(place) or is_hypothetical(place):
            return False
        if token.tag == "VB" or any(kid.dep == "aux" and (kid.tag == "MD" or kid.lower == "to") for kid in self._parse.children(token)):
            return False
        below = [kid for kid in self._parse.children(token) if kid.dep in {"nsubj", "nsubjpass", "dobj"}]
        if any(kid.lower in _NO_ONE or any(one.lower in _NO_ONE for one in self._parse.children(kid)) for kid in below):
            return False
        above = next(self._parse.ancestors(token), token)
        return not (above.lemma.lower() in self._acts.unreal and token.dep in {"xcomp", "pcomp", "ccomp", "dobj", "pobj", "acl"})

    def _verb(self, token: Token, verb: HarmVerb) -> _Told | None:
        kids = tuple(self._parse.children(token))
        if verb.particle and not any(kid.lower == verb.particle and kid.dep in {"prt", "advmod", "dobj", "prep"} for kid in kids):
            return None
        if any(kid.dep == "prt" and kid.lower not in {verb.particle, "up", "down"} for kid in kids):  # "shelled out two million"
            return None
        passive = [kid for kid in kids if kid.dep == "nsubjpass"]
        if not passive and token.dep == "conj" and token.tag == "VBN" and not any(kid.dep == "dobj" for kid in kids):
            passive = [kid for kid in self._parse.children(self._parse.head(token)) if kid.dep == "nsubjpass"]
        clause = token.dep == "acl" and token.tag == "VBN"  # "two men killed in the raid"
        if passive or clause:
            return self._passive(token, verb, passive[0] if passive else self._parse.head(token))
        if token.tag == "VBN" and token.dep in {"amod", "compound"}:
            return None
        suffering = next((kid for kid in kids if kid.dep == "dobj" and kid.lower != verb.particle), None)
        if (suffering is None and verb.particle != "fire") or (suffering is not None and not self._suffers(suffering, verb)):
            return None
        doer = self._subject(token)
        if doer is None or doer.lower in _UNKNOWN or self._is_nature(doer):
            return None
        if self._is_doer(doer):
            return _Told(token, verb.act, "active", doer, "verb.active")
        hour = verb.strict and suffering is not None and suffering.pos == "NUM"  # "the clock struck ten"
        return None if hour else _Told(token, verb.act, "thing", None, "verb.thing")

    def _passive(self, token: Token, verb: HarmVerb, suffering: Token) -> _Told | None:
        if not self._suffers(suffering, verb):
            return None
        agent = self._agent(token)
        if agent is None:
            return _Told(token, verb.act, "passive", None, "verb.passive")
        if self._is_nature(agent) or agent.lower in _UNKNOWN:
            return None
        return _Told(token, verb.act, "passive-by", agent, "verb.passive-by") if self._is_doer(agent) else _Told(token, verb.act, "thing", None, "verb.by-thing")

    def _agent(self, verb: Token) -> Token | None:
        """Who is named after "by": beside the verb, what completes it ("shot dead by"), or a verb that shares its subject."""
        joined = (kid for kid in self._parse.children(verb) if kid.dep == "conj" and kid.tag == "VBN")
        complements = (kid for kid in self._parse.children(verb) if kid.dep in {"acomp", "oprd", "prep", "advmod"})
        for holder in (verb, *complements, *joined):
            for kid in self._parse.children(holder):
                if kid.lower == "by" and kid.dep in {"agent", "prep"}:
                    return next((one for one in self._parse.children(kid) if one.dep == "pobj"), None)
        return None

    def _subject(self, verb: Token) -> Token | None:
        """Who does it: the verb's own subject, that of the verb it is joined to, the noun a relative clause hangs on."""
        for _ in range(4):
            found = next((kid for kid in self._parse.children(verb) if kid.dep == "nsubj"), None)
            if found is not None:
                return self._parse.head(verb) if found.lower in {"who", "which", "that"} and verb.dep == "relcl" else found
            if verb.dep == "acl" and verb.tag == "VBG":
                return self._parse.head(verb)
            if verb.dep not in {"conj", "xcomp", "advcl"}:
                return None
            verb = self._parse.head(verb)
        return None

    def _noun(self, token: Token, noun: HarmNoun, violent: bool) -> _Told | None:
        """A nominalised act that is told, not only mentioned."""
        if token.dep in {"compound", "amod", "nmod"} or (noun.natural and not violent):
            return None
        kids = tuple(self._parse.children(token))
        doer = self._noun_doer(token, noun, kids)
        suffers = any(kid.dep == "prep" and kid.lower == "of" and any(self._suffers(one, _ANY) for one in self._parse.children(kid)) for kid in kids)
        aside = token.dep == "pobj" and self._parse.head(token).lower in _WHEN  # "since his arrest" reminds, it does not tell
        suffers = suffers or (noun.owner == "done-to" and not aside and any(kid.dep == "poss" and self._is_doer(kid) for kid in kids))
        counted = any(kid.dep == "nummod" or kid.lower in _SOME for kid in kids)
        involved = self._involved(token)
        above = next(self._parse.ancestors(token), token)
        happens = above.lemma.lower() in self._acts.happening and token.dep in {"nsubj", "nsubjpass", "dobj", "pobj"}
        between = any(kid.dep == "prep" and kid.lower == "between" for kid in kids)
        if not (suffers or counted or happens or involved or between or (doer is not None and any(kid.lower == "by" for kid in kids))):
            return None
        if any(above.lemma.lower() in self._acts.charged for _, above in zip(range(3), self._parse.ancestors(token), strict=False)):
            return None
        if any(kid.lemma.lower() in {"colour", "color", "interest", "heart", "panic"} for kid in self._parse.subtree(token)):
            return None
        telling: Telling = "noun-by" if doer is not None and not involved else "noun"
        return _Told(token, noun.act, telling, doer if telling == "noun-by" else None, "noun.by" if telling == "noun-by" else "noun.bare")

    def _noun_doer(self, token: Token, noun: HarmNoun, kids: tuple[Token, ...]) -> Token | None:
        """Whoever the noun phrase names as doer: "by the army", "the army's", "police shooting"."""
        by = (one for kid in kids if kid.dep in {"prep", "agent"} and kid.lower == "by" for one in self._parse.children(kid) if one.dep == "pobj")
        owner = (kid for kid in kids if kid.dep == "poss" and noun.owner == "doer")
        before = (kid for kid in kids if noun.owner == "doer" or kid.entity != "ORG" if kid.dep in {"compound", "amod", "nmod"} and self._is_body(kid))
        return next((one for group in (by, owner, before) for one in group if self._is_doer(one)), None)

    def _involved(self, token: Token) -> bool:
        """Whether "officer-involved" stands before the noun."""
        return any(one.lower.endswith("involved") for one in self._parse.tokens[max(0, token.i - 4):token.i])

    def _is_body(self, token: Token) -> bool:
        """Whether a modifier names a body of people ("police", "army", "Norlandic"), not a kind of act ("mass", "air")."""
        return token.lower in self._acts.doers or token.entity in _NAMES or bool(self._classes.kinds_of(token) & _BODIES)

    def _is_doer(self, token: Token) -> bool:
        lower, lemma = token.lower, token.lemma.lower()
        if {lower, lemma} & self._acts.nouns.keys():
            return False
        if token.pos in {"PRON", "PROPN", "NUM"} or token.entity in _NAMES or {lower, lemma} & self._acts.doers or lower in _SOME:
            return True
        kinds = self._classes.kinds_of(token)
        return bool(kinds & _BODIES) or (not kinds and lower.endswith(_AGENTIVE) and lower not in self._acts.violence)

    def _is_nature(self, token: Token) -> bool:
        """Whether a word is no doer and hides none: weather, beasts, vehicles in traffic."""
        return ("nature" in self._classes.kinds_of(token) or token.lemma.lower() in self._acts.vehicles) and not self._is_doer(token)

    def _suffers(self, token: Token, verb: HarmVerb) -> bool:
        """Whether a word can name those who suffer the act."""
        if token.lower in _SELF or (verb.strict and self._in_sport(token)):
            return False
        kinds = self._classes.kinds_of(token)
        if kinds & verb.on or token.lower in _SOME or token.pos == "NUM" or token.entity in _NAMES or (token.pos == "PRON" and token.lower != "it"):
            return True
        if verb.strict:
            return not kinds and token.pos == "NOUN" and token.lower.endswith(_AGENTIVE)
        return not kinds & {"law", "budget", "right", "speech", "machine", "nature", "money", "body", "weapon"} and token.pos in {"NOUN", "PROPN"} \
            and (not kinds or bool(kinds & _BODIES)) and token.lower not in {"pride", "hope", "feelings", "water", "air"}

    def _in_sport(self, token: Token) -> bool:
        return any("sport" in self._classes.topics_of(one) for one in self._parse.sentence_tokens(token.sentence))

    def words(self, token: Token) -> Span:
        """A doer's name: the word with what stands before it and belongs to it."""
        before = [kid for kid in self._parse.children(token) if kid.i < token.i and kid.dep in {"compound", "amod", "nmod"}]
        return Span(min([token.start, *(kid.start for kid in before)]), token.end)


_ANY: Final = HarmVerb("", "", False, frozenset({"person"}))
