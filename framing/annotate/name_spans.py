"""Where a document names somebody or something: recognised names and runs of proper nouns, cleaned of titles and articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from framing.lexicons.source_words import SourceWords, singular
from framing.model.document import COUNTED_ZONES, Document, Zone
from framing.model.parse import Parse, Token
from framing.text.tokens import count_words

_KINDS: Final = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
                 "WORK_OF_ART": "", "PRODUCT": "", "LAW": "", "EVENT": ""}  # often people with names it has not met
_NAMING_ZONES: Final = COUNTED_ZONES | {"caption", "teaser"}
_OFFICE_REACH: Final = 6  # tokens after a name in which its office stands (", the harbour union's president")
_SMALL_WORDS: Final = frozenset({"the", "a", "an", "'s", "'", "\u2019s", "\u2019", "[", "]", "-", "--", "(", ")", '"', ",", "."})


@dataclass(frozen=True, slots=True)
class NameSpan:
    """One naming: token range [first, last), its words, its kind (see `Entity`; "" for a run of proper nouns of unknown kind)."""

    first: int
    last: int
    words: str
    kind: str
    zone: Zone


def find_names(document: Document, parse: Parse, *, states: Mapping[str, str], words: SourceWords) -> list[NameSpan]:
    """Names in reading order, in the zones that are read; none overlaps another but those of two states that share a word (`_shared`)."""
    taken: set[int] = set()
    found = []
    for name in parse.names:
        kind = _KINDS.get(name.kind)
        if kind is not None:
            one = _clean(document, parse, name.first, name.last, kind, states, words)
            if one is not None:
                found.append(one)
                taken.update(range(one.first, one.last))
        else:
            taken.update(range(name.first, name.last))  # dates and amounts hold no names
    for first, last in _runs(parse, taken):
        one = _clean(document, parse, first, last, "", states, words)
        if one is not None:
            found.append(one)
    joined = _joined(sorted(found, key=lambda one: one.first), parse, states)
    return _as_bodies([_as_person(name, parse, states, words) for name in _shared(joined, parse, states, words)], parse, words)


def _shared(names: list[NameSpan], parse: Parse, states: Mapping[str, str], words: SourceWords) -> list[NameSpan]:
    """The names, with "North and South Korea" told as two states; the words are the state's, the tokens reach up to the shared word.

    Only where both are states of the list: "North and South Orvel" may be one district.
    """
    found: list[NameSpan] = []
    for name in names:
        start = next((i for i in (name.first, name.first - 2) if _is_pair(parse, i, name.last, states)), None)
        if start is None:
            found.append(name)
            continue
        while found and found[-1].last > start:
            found.pop()  # the recogniser's "North and"
        last = parse.tokens[name.last - 1]
        for first in (start, start + 2):
            plain = f"{parse.tokens[first].text} {last.text}"
            found.append(NameSpan(first, name.last, plain, _kind(plain, name.kind, states, words, last), name.zone))
    return found


def _is_pair(parse: Parse, first: int, last: int, states: Mapping[str, str]) -> bool:
    """Whether the four tokens [first, last) are "X and Y Z" with both "X Z" and "Y Z" states."""
    if first < 0 or last - first != 4 or parse.tokens[first].sentence != parse.tokens[last - 1].sentence:
        return False
    left, link, right, shared = (token.lower for token in parse.tokens[first:last])
    return link == "and" and left != right and f"{left} {shared}" in states and f"{right} {shared}" in states


def _as_bodies(names: list[NameSpan], parse: Parse, words: SourceWords) -> list[NameSpan]:
    """The names, with those of bodies that the recogniser took for people ("the charity Luz Sin Norte"), wherever they stand."""
    bodies = {name.words for name in names if name.kind == "person" and _is_body(parse, name, words)}
    return [NameSpan(name.first, name.last, name.words, "organisation", name.zone)
            if name.words in bodies and name.kind in {"person", ""} else name for name in names]


def _is_body(parse: Parse, name: NameSpan, words: SourceWords) -> bool:
    """Whether a word for a body is set right before a name that holds no known first name.

    A clause about a person can begin there too ("the charity Ana Ruiz founded"): so a mark or the end has to follow.
    """
    before = parse.tokens[name.first - 1] if name.first else None
    last = parse.tokens[name.last - 1]
    after = parse.tokens[name.last] if name.last < len(parse.tokens) else None
    first_name = name.words.split()[0].lower()
    return (before is not None and " " in name.words and before.sentence == last.sentence and before.pos == "NOUN"
            and before.lower in words.organisations and first_name not in words.feminine_names | words.masculine_names
            and last.dep == "appos" and last.head == before.i
            and (after is None or after.sentence != last.sentence or after.pos == "PUNCT"))


def _as_person(name: NameSpan, parse: Parse, states: Mapping[str, str], words: SourceWords) -> NameSpan:
    """A name of two or three words that the recogniser took for a body or a place, where words beside it say it is a person.

    They are a title right before it ("president Dorte Hallim"), or an office or an age set beside it ("Per Aske, 44,").
    """
    parts = name.words.split()
    if name.kind not in {"organisation", "place", ""} or not 2 <= len(parts) <= 3 or name.words.lower() in states:
        return name
    if not all(part[:1].isupper() and part[1:].islower() for part in parts) or singular(parts[-1]) in words.organisations:
        return name
    before = parse.tokens[name.first - 1] if name.first else None
    titled = before is not None and before.sentence == parse.tokens[name.first].sentence and (
        before.lower in words.roles or before.lower.rstrip(".") in words.honorifics)
    if titled or _apposed(parse, name, words) or _office_after(parse, name.last, words):
        return NameSpan(name.first, name.last, name.words, "person", name.zone)
    return name


def _apposed(parse: Parse, name: NameSpan, words: SourceWords) -> bool:
    """Whether the name is set beside an office before it ("its president, Dorte Hallim")."""
    last = parse.tokens[name.last - 1]
    return last.dep == "appos" and parse.head(last).lower in words.roles


def _office_after(parse: Parse, i: int, words: SourceWords) -> bool:
    """Whether ", 44," or ", (the) chief executive" begins at token i."""
    tokens = parse.tokens
    if i + 2 >= len(tokens) or tokens[i].text != "," or tokens[i + 1].sentence != tokens[i].sentence:
        return False
    if tokens[i + 1].text.isdigit() and len(tokens[i + 1].text) == 2 and tokens[i + 2].text in {",", "."}:
        return True
    for j in range(i + 1, min(i + _OFFICE_REACH, len(tokens))):
        if tokens[j].lower in words.roles:
            return True
        if tokens[j].pos not in {"DET", "ADJ", "NOUN", "PROPN", "PART"} and tokens[j].lower != "one":
            return False
    return False


def _joined(names: list[NameSpan], parse: Parse, states: Mapping[str, str]) -> list[NameSpan]:
    """First and last names that the recogniser tore apart ("Yuri" a body, "Ortov" a person) put together again."""
    found: list[NameSpan] = []
    for name in names:
        before = found[-1] if found else None
        if (before is not None and before.last == name.first and name.kind == "person" and " " not in before.words + name.words
                and before.words.lower() not in states and before.kind in {"organisation", "person", ""}
                and parse.tokens[before.first].head == name.first and before.words.isalpha() and not before.words.isupper()):
            found[-1] = NameSpan(before.first, name.last, f"{before.words} {name.words}", "person", name.zone)
        else:
            found.append(name)
    return found


def _runs(parse: Parse, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of proper nouns that the recogniser left out."""
    start = None
    for token in (*parse.tokens, None):
        inside = token is not None and token.pos == "PROPN" and token.text[:1].isupper() and token.i not in taken
        if start is not None and (not inside or (token is not None and token.sentence != parse.tokens[start].sentence)):
            yield start, token.i if token is not None else len(parse.tokens)
            start = None
        if inside and start is None and token is not None:
            start = token.i


def _clean(document: Document, parse: Parse, first: int, last: int, kind: str, states: Mapping[str, str],
           words: SourceWords) -> NameSpan | None:
    """The name without articles, possessives and titles at its ends; None where nothing is left or the zone is not read."""
    zone = document.sentences[parse.tokens[first].sentence].zone
    if zone not in _NAMING_ZONES:
        return None
    while first < last and _is_title(parse.tokens[first], last - first, kind, words):
        first += 1
    verb = next((i for i in range(first + 1, last) if parse.tokens[i].pos in {"VERB", "AUX"} and parse.tokens[i].text.islower()), last)
    last = min(last, verb)  # "Marr assured Jones" is not one name
    while last > first and (parse.tokens[last - 1].lower in _SMALL_WORDS):
        last -= 1
    text = " ".join(document.shadow[parse.tokens[first].start:parse.tokens[last - 1].end].split()) if first < last else ""
    text = text.replace("[", "").replace("]", "").removesuffix("'s").strip()
    if not any(map(str.isalpha, text)) or (kind in {"", "person"} and not text.split()[-1][:1].isupper()) or _only_titles(text, words):
        return None
    if kind == "" and singular(text.split()[-1]) in words.roles:
        return None  # "Ministry Spokeswoman"
    return NameSpan(first, last, text, _kind(text, kind, states, words, parse.tokens[last - 1]), zone)


def _is_title(token: Token, n: int, kind: str, words: SourceWords) -> bool:
    """Whether a name's first word does not belong to it: an article, a mark, or (of a person, with a name left after it) a title."""
    low = token.lower.rstrip(".")
    if low in _SMALL_WORDS or not low:
        return True
    return kind in {"person", ""} and n > 1 and (low in words.honorifics or low in words.roles or low in {"former", "foreign", "vice"})


def _only_titles(text: str, words: SourceWords) -> bool:
    """Whether nothing but titles is in it ("Minister"), or it is no name ("U.S.-Russia")."""
    parts = text.lower().split()
    return all(part in words.roles or part.rstrip(".") in words.honorifics for part in parts) or (
        len(parts) == 1 and "-" in text and text.rpartition("-")[2][:1].isupper())


def _kind(text: str, kind: str, states: Mapping[str, str], words: SourceWords, last: Token) -> str:
    """The kind of a name: states and bodies by their words, else as the recogniser says."""
    low = text.lower()
    if low in states:
        return "group" if kind == "group" or last.tag.startswith("JJ") or last.tag == "NNPS" else "state"
    if low in words.capitals:
        return "place"
    head = singular(text.split()[-1])
    if kind in {"person", ""} and count_words(text) > 1 and (head in words.organisations or head in words.governments):
        return "organisation"
    return kind


def is_adjective(name: NameSpan, parse: Parse) -> bool:
    """Whether the name only describes the noun after it ("Russian officials"), so that it is no mention of its own."""
    token = parse.tokens[name.last - 1]
    return token.tag.startswith("JJ") or (token.dep == "amod")
