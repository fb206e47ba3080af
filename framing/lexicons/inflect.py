"""Inflected forms of English words: what a lemma of the lists looks like in running text."""

from __future__ import annotations

from typing import Final

# Past tense and participle of the irregular verbs that the lists use, alone or at the head of a phrase.
_IRREGULAR: Final[dict[str, tuple[str, ...]]] = {
    "be": ("is", "are", "was", "were", "been", "being", "am"), "bend": ("bent",), "beat": ("beat", "beaten"), "blow": ("blew", "blown"),
    "break": ("broke", "broken"), "bring": ("brought",), "buy": ("bought",), "cast": ("cast",), "catch": ("caught",),
    "cling": ("clung",), "come": ("came", "come"), "creep": ("crept",), "cut": ("cut",), "dig": ("dug",), "do": ("did", "done", "does"),
    "draw": ("drew", "drawn"), "drive": ("drove", "driven"), "eat": ("ate", "eaten"), "fall": ("fell", "fallen"), "feed": ("fed",),
    "fight": ("fought",), "find": ("found",), "flee": ("fled",), "fling": ("flung",), "fly": ("flew", "flown"), "get": ("got", "gotten"),
    "give": ("gave", "given"), "go": ("went", "gone", "goes"), "grind": ("ground",), "have": ("had", "has"), "hit": ("hit",), "hold": ("held",),
    "keep": ("kept",), "kneel": ("knelt",), "lay": ("laid",), "lead": ("led",), "leave": ("left",), "let": ("let",), "lie": ("lied",),
    "lose": ("lost",), "make": ("made",), "mislead": ("misled",), "overthrow": ("overthrew", "overthrown"), "pay": ("paid",), "pick": (),
    "put": ("put",), "ring": ("rang", "rung"), "ride": ("rode", "ridden"), "run": ("ran",), "say": ("said",), "see": ("saw", "seen"), "seek": ("sought",),
    "sell": ("sold",), "send": ("sent",), "set": ("set",), "shake": ("shook", "shaken"), "shove": (), "shut": ("shut",), "sink": ("sank", "sunk"),
    "slay": ("slew", "slain"), "sling": ("slung",), "slink": ("slunk",), "sneak": ("snuck",), "speak": ("spoke", "spoken"), "spend": ("spent",), "spew": (),
    "spin": ("spun",), "split": ("split",), "spoon-feed": ("spoon-fed",), "spread": ("spread",), "stand": ("stood",), "steal": ("stole", "stolen"),
    "stick": ("stuck",), "sting": ("stung",), "strike": ("struck",), "swear": ("swore", "sworn"), "sweep": ("swept",), "take": ("took", "taken"),
    "tear": ("tore", "torn"), "tell": ("told",), "throw": ("threw", "thrown"), "thrust": ("thrust",), "undercut": ("undercut",), "wage": (),
    "weave": ("wove", "woven"), "weep": ("wept",), "win": ("won",), "write": ("wrote", "written"), "wring": ("wrung",),
    "lambast": (), "backslide": ("backslid",), "browbeat": ("browbeaten",), "dream": ("dreamt",), "wreak": (), "hamstring": ("hamstrung",),
}
_WITHOUT_ED: Final = frozenset(verb for verb, forms in _IRREGULAR.items() if forms) - {"dream", "sneak"}

# Verbs of two syllables or more that double their last letter (stress on the last), with the British -l- ones.
_DOUBLING: Final = frozenset(
    ["admit", "commit", "submit", "permit", "omit", "rebut", "abet", "regret", "forget", "control", "compel", "expel", "propel", "dispel", "rebel", "repel", "cancel", "travel", "label", "marshal", "signal", "quarrel", "bedevil", "shovel", "outwit", "defer", "refer", "infer", "incur", "hobnob", "unplug"])
_NOT_DOUBLED: Final = frozenset("wxy")
_VOWELS: Final = frozenset("aeiou")

_VERBS_IN_LY: Final = frozenset({"rely", "apply", "reply", "supply", "comply", "rally", "imply", "bully", "sully", "ally", "fly", "multiply", "tally"})
_ADJECTIVES_IN_LY: Final = frozenset({"ugly", "silly", "wily", "surly", "holy", "lowly", "unruly"})
_POSSESSIVES: Final = ("his", "her", "its", "their", "our", "my", "your")

_PLURALS: Final[dict[str, tuple[str, ...]]] = {
    "man": ("men",), "woman": ("women",), "child": ("children",), "person": ("people", "persons"), "wolf": ("wolves",), "thief": ("thieves",), "life": ("lives",),
    "crisis": ("crises",), "propaganda": (), "vermin": (), "foot": ("feet",), "louse": ("lice",), "mouse": ("mice",), "wife": ("wives",), "elite": ("elites",),
    "loaf": ("loaves",), "half": ("halves",), "leaf": ("leaves",), "knife": ("knives",), "phenomenon": ("phenomena",),
    "hero": ("heroes",), "embargo": ("embargoes",), "veto": ("vetoes",), "fiasco": ("fiascos", "fiascoes"), "zero": ("zeros",), "echo": ("echoes",),
}


def _doubles(word: str) -> bool:
    """Whether the last letter doubles before -ed and -ing."""
    if word in _DOUBLING:
        return True
    if len(word) < 3 or word[-1] in _VOWELS | _NOT_DOUBLED or word[-2] not in _VOWELS or word[-3] in _VOWELS - {"u"}:
        return False
    if word[-3] == "u" and word[-4:-3] != "q":
        return False
    syllables = sum(1 for i, letter in enumerate(word) if letter in _VOWELS | {"y"} and (i == 0 or word[i - 1] not in _VOWELS))
    return syllables == 1


def _s_form(word: str) -> str:
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _er_stem(word: str) -> str:
    """The word ready for an ending that begins with a vowel."""
    if word.endswith("e"):
        return word[:-1]
    return word + word[-1] if _doubles(word) else word


def verb_forms(verb: str) -> tuple[str, ...]:
    """All forms of a verb, its base first: ("gut", "guts", "gutting", "gutted")."""
    first, hyphen, last = verb.rpartition("-")
    if hyphen and verb not in _IRREGULAR:
        return tuple(first + "-" + form for form in verb_forms(last))
    forms = [verb, _s_form(verb)]
    if verb.endswith("ie"):
        forms.append(verb[:-2] + "ying")
    else:
        forms.append((verb if verb.endswith(("ee", "oe", "ye")) else _er_stem(verb)) + "ing")
    if verb not in _WITHOUT_ED:
        past = verb[:-1] + "ied" if verb.endswith("y") and verb[-2:-1] not in _VOWELS else _er_stem(verb) + "ed"
        forms.append(past)
    forms += _IRREGULAR.get(verb, ())
    return tuple(dict.fromkeys(forms))


def noun_forms(noun: str) -> tuple[str, ...]:
    """A noun and its plural."""
    first, hyphen, last = noun.rpartition("-")
    if hyphen:
        return tuple(first + "-" + form for form in noun_forms(last))
    if noun in _PLURALS:
        return (noun, *_PLURALS[noun])
    if noun.endswith("man") and len(noun) > 4:
        return (noun, noun[:-3] + "men")
    return (noun, _s_form(noun)) if not noun.endswith("ss") else (noun, noun + "es")


def adjective_forms(word: str) -> tuple[str, ...]:
    """An adjective with its comparative and superlative where these are made by endings (one syllable, or -y)."""
    if (word.endswith("ly") and word not in _ADJECTIVES_IN_LY) or "-" in word or len(word) > 7:
        return (word,)
    if word.endswith("y"):
        return (word, word[:-1] + "ier", word[:-1] + "iest")
    short = sum(letter in _VOWELS for letter in word.rstrip("e")) == 1
    if not short or word.endswith(("ed", "ing")):
        return (word,)
    return (word, _er_stem(word) + "er", _er_stem(word) + "est")


def _head_place(words: list[str], pos: frozenset[str]) -> int:
    """Which word of a phrase inflects: the verb that opens it, after an adverb, else the noun before "of" and the like, else the last."""
    if "VERB" in pos:
        return int(len(words) > 1 and words[0].endswith("ly") and words[0] not in _VERBS_IN_LY)
    for place, word in enumerate(words):
        if place and word in {"of", "for", "in", "on", "to", "at"} and "NOUN" in pos:
            return place - 1
    return len(words) - 1


def _word_forms(word: str, pos: frozenset[str]) -> tuple[str, ...]:
    forms = [word]
    if "VERB" in pos:
        forms += verb_forms(word)
    if "NOUN" in pos:
        forms += noun_forms(word)
    if "ADJ" in pos:
        forms += adjective_forms(word)
    return tuple(dict.fromkeys(forms))


def surface_forms(form: str, pos: frozenset[str]) -> tuple[tuple[str, int], ...]:
    """What a lemma pattern of the lists looks like in text.

    Args:
        form: lower-case lemmas in order; "_" joins a hyphenated word, "?" after a word marks it as optional, "one's" stands
            for his, her, its and so on, "!" after a word says that this one inflects ("violence erupt!").
        pos: coarse tags of the head; they decide which endings are made.

    Returns:
        Pairs of a text and the offset in it of the head word. A hyphenated word is given with a hyphen and with a space.
    """
    found: dict[str, int] = {}
    for marked in _with_options(form.split()):
        words = [word.removesuffix("!") for word in marked]
        told = next((k for k, word in enumerate(marked) if word.endswith("!")), None)
        for pos_here in _readings(words, pos):
            place = _head_place(words, pos_here) if told is None else told
            for head in _word_forms(words[place].replace("_", "-"), pos_here):
                parts = [head if i == place else word.replace("_", "-") for i, word in enumerate(words)]
                offset = sum(len(part) + 1 for part in parts[:place]) + head.rfind("-") + 1
                found.setdefault(" ".join(parts), offset)
                if "_" in form:
                    found.setdefault(" ".join(parts).replace("-", " "), offset)
    return tuple(found.items())


def _readings(words: list[str], pos: frozenset[str]) -> tuple[frozenset[str], ...]:
    """The tags to inflect by: a phrase listed as a verb and as something else is inflected in both ways."""
    if len(words) > 1 and "VERB" in pos and len(pos) > 1:
        return pos - {"VERB"}, frozenset({"VERB"})
    return (pos,)


def _with_options(words: list[str]) -> list[list[str]]:
    """The pattern with and without each of its optional words, and with each possessive for "one's"."""
    found: list[list[str]] = [[]]
    for word in words:
        if word == "one's":
            found = [[*done, whose] for done in found for whose in _POSSESSIVES]
        elif word.endswith("?"):
            found = [*[[*done, word[:-1]] for done in found], *found]
        else:
            found = [[*done, word] for done in found]
    return found
