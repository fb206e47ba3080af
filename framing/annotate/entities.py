"""Who and what an article names: people, groups, bodies, places and states, each with every mention found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from framing.annotate.name_spans import NameSpan, find_names, is_adjective
from framing.annotate.people import Person, join_people
from framing.lexicons.kinds import load_word_classes
from framing.lexicons.label_cues import load_states
from framing.lexicons.source_words import SourceWords, load_source_words
from framing.model.article import Span
from framing.model.document import COUNTED_ZONES, Document
from framing.model.findings import Entity, Mention
from framing.model.parse import Parse, Token

_TITLE_WORDS: Final = 7  # words looked at before a name; longer titles are sentences
_TITLE_POS: Final = frozenset({"NOUN", "PROPN", "ADJ"})
_PRONOUN_REACH: Final = 1  # sentences back in which the only fitting person is taken for "he" or "she"
# Words that belong to an office's name; the country or body before them does not.
_OFFICE: Final = frozenset({
    "foreign", "prime", "vice", "deputy", "defence", "defense", "finance", "interior", "health", "education", "justice", "attorney",
    "chief", "opposition", "party", "press", "assistant", "acting", "interim", "former", "senior", "permanent", "special", "state",
    "trade", "labour", "labor", "transport", "energy", "environment", "culture", "home", "presidential"})
_MAIN: Final = 3  # times as often as another that a person has to be named to be the main one; 2 and 4 do as well on NewsWCL50
_LESSER: Final = frozenset({"deputy", "vice", "assistant", "former"})  # "the mayor" is not the deputy mayor
_PLACES: Final = frozenset({"place", "nature"})  # kinds of a noun that is no word for a body
_GENDERS: Final = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}


def find_entities(document: Document, parse: Parse) -> tuple[Entity, ...]:
    """People, groups, organisations, places and states of a document, in order of their first mention.

    A person's names are joined over the article whatever their transliteration; "the minister" goes to the person last
    introduced with that title; "he" and "she" to the only person it can be in its sentence or the one before. Teasers
    introduce nobody; captions introduce no titles.
    """
    states, words = load_states(), load_source_words()
    names = find_names(document, parse, states=states, words=words)
    people = join_people(names, parse, words)
    for person in people:
        person.titles = [found for name in person.spans if name.zone in COUNTED_ZONES
                         for found in _titles(parse, name, words)]
    mentions = {id(person): [Mention(_span(parse, name), "name", "name") for name in person.spans] for person in people}
    for person, mention in _roles(document, parse, people):
        mentions[id(person)].append(mention)
    for person, mention in _pronouns(document, parse, people):
        mentions[id(person)].append(mention)
    found = [Entity(person.name, "person", _ordered(mentions[id(person)]), _distinct(title for _, title in person.titles))
             for person in people]
    used = {(name.first, name.last) for person in people for name in person.spans}
    found += _others([name for name in names if (name.first, name.last) not in used], document, parse, states)
    return tuple(sorted(found, key=lambda one: (one.mentions[0].span, one.name)))


def _span(parse: Parse, name: NameSpan) -> Span:
    return Span(parse.tokens[name.first].start, parse.tokens[name.last - 1].end)


def _ordered(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda one: one.span))


def _distinct(titles: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(titles))


def _titles(parse: Parse, name: NameSpan, words: SourceWords) -> Iterator[tuple[int, str]]:
    """Role words beside a name, with the place: right before it, or as an apposition right after it."""
    tokens, i = parse.tokens, name.first - 1
    before: list[str] = []
    while i >= 0 and tokens[i].sentence == tokens[name.first].sentence and len(before) < _TITLE_WORDS and _is_title_word(tokens[i]):
        before.insert(0, tokens[i].lower)
        i -= 1
    yield from _role_of(before, tokens[name.first].start, words)
    after: list[str] = []
    i = name.last + 1
    if name.last < len(tokens) and tokens[name.last].text == "," and i < len(tokens):
        while i < len(tokens) and tokens[i].sentence == tokens[name.first].sentence and len(after) < _TITLE_WORDS and (
                tokens[i].pos == "DET" or _is_title_word(tokens[i])):
            if tokens[i].pos != "DET":
                after.append(tokens[i].lower)
            i += 1
        yield from _role_of(after, tokens[name.first].start, words)


def _is_title_word(token: Token) -> bool:
    return token.pos in _TITLE_POS or token.lower in {"-", "'s"}


def _role_of(run: Sequence[str], place: int, words: SourceWords) -> Iterator[tuple[int, str]]:
    """The role in a run of words: its last role noun with the words before it that belong to the office, not to a country."""
    ends = [k for k, word in enumerate(run) if word in words.roles]
    if not ends:
        return
    start = ends[-1]
    while start > 0 and run[start - 1].isalpha() and (run[start - 1] in _OFFICE or run[start - 1] in words.roles):
        start -= 1
    yield place, " ".join(run[start:ends[-1] + 1])


def _roles(document: Document, parse: Parse, people: Sequence[Person]) -> Iterator[tuple[Person, Mention]]:
    """ "the minister", "the deputy minister": the person last introduced with a title that these words fit.

    Where several have borne the title, a main person of the article goes before one who was introduced in passing: "the president" of an
    article about one president is not the foreign one that it names twice.
    """
    memory: dict[str, list[tuple[int, frozenset[str], Person]]] = {}
    for person in people:
        for place, title in person.titles:
            memory.setdefault(title.split()[-1], []).append((place, frozenset(title.split()), person))
    for line in memory.values():
        line.sort(key=lambda row: row[0])
    for token in parse.tokens:
        if token.pos not in {"NOUN", "PROPN"} or token.lower not in memory or document.sentences[token.sentence].zone not in COUNTED_ZONES:
            continue
        words = _role_words(parse, token)
        earlier = [person for place, title, person in memory[token.lower]
                   if words and place < token.start and words <= title and not (title - words) & _LESSER]
        if earlier:
            first = min((child for child in parse.children(token) if child.dep == "det"), key=lambda child: child.i)
            yield _main_bearer(earlier), Mention(Span(first.start, token.end), "role", "role.title-memory")


def _main_bearer(bearers: Sequence[Person]) -> Person:
    """The last person of those introduced with a title, unless another of them is named several times as often."""
    most = max(bearers, key=lambda person: len(person.spans))
    return most if len(most.spans) >= _MAIN * len(bearers[-1].spans) else bearers[-1]


def _role_words(parse: Parse, token: Token) -> frozenset[str]:
    """The words of "the (deputy) minister"; empty where a name, a country or another word could make it somebody else."""
    kids = list(parse.children(token))
    if token.dep in {"compound", "appos"} or not any(child.lower == "the" and child.dep == "det" for child in kids):
        return frozenset()
    inner = [child for child in kids if child.dep in {"amod", "compound"}]
    if any(child.lower not in _OFFICE for child in inner) or any(
            child.dep not in {"det", "punct", "relcl", "acl", "case", "amod", "compound"} for child in kids):
        return frozenset()
    return frozenset({token.lower, *(child.lower for child in inner)})


def _pronouns(document: Document, parse: Parse, people: Sequence[Person]) -> Iterator[tuple[Person, Mention]]:
    """ "he", "she": the only person named in this sentence before it, else in the sentence before, if no gender clashes."""
    by_sentence: dict[int, list[tuple[int, Person]]] = {}
    for person in people:
        for name in person.spans:
            by_sentence.setdefault(parse.tokens[name.first].sentence, []).append((name.first, person))
    for token in parse.tokens:
        gender = _GENDERS.get(token.lower) if token.pos == "PRON" else None
        sentence = document.sentences[token.sentence]
        if gender is None or sentence.zone not in COUNTED_ZONES:
            continue
        for back in range(_PRONOUN_REACH + 1):
            here = [person for i, person in by_sentence.get(token.sentence - back, ())
                    if i < token.i and (not person.genders or gender in person.genders)]
            if here and document.sentences[token.sentence - back].story == sentence.story:
                if len({id(person) for person in here}) == 1:
                    yield here[0], Mention(token.span, "pronoun", "pronoun.only-one")
                break


def _others(names: Sequence[NameSpan], document: Document, parse: Parse, states: Mapping[str, str]) -> list[Entity]:
    """Groups, bodies, places and states by their name; an abbreviation joins the name it abbreviates."""
    chains: dict[tuple[str, str], list[NameSpan]] = {}
    for name in names:
        if name.kind == "group" and is_adjective(name, parse):
            continue
        low = name.words.lower().removeprefix("the ")
        kind = name.kind or "other"
        key = (states.get(low, low) if kind == "state" else low, kind)
        chains.setdefault(key, []).append(name)
    _join_abbreviations(chains)
    found = []
    for (plain, kind), spans in chains.items():
        if all(one.zone in {"teaser", "headline", "subhead"} for one in spans) or (kind == "other" and len(spans) == 1 and " " not in spans[0].words):
            continue  # one stray capital word is no entity
        full = plain if kind == "state" else max((one.words for one in spans), key=len)
        found.append(Entity(full, kind, _ordered([Mention(_span(parse, one), "name", "name") for one in spans])))
    return _with_bodies(found, document, parse)


def _with_bodies(found: Sequence[Entity], document: Document, parse: Parse) -> list[Entity]:
    """The entities, with "the ministry" and "the union" given to the body last named whose name ends in that word.

    A word for a place is left alone: "the border" is not the office that was called a "Border" before.
    """
    kinds = load_word_classes().kinds
    ends: dict[str, list[tuple[int, int]]] = {}
    for place, entity in enumerate(found):
        end = entity.name.split()[-1].lower()
        known = kinds.get(end, frozenset())
        is_place = bool(known & _PLACES) and "institution" not in known
        if entity.kind == "organisation" and " " in entity.name and not is_place:
            for mention in entity.mentions:
                ends.setdefault(end, []).append((mention.span.start, place))
    more: dict[int, list[Mention]] = {}
    for token in parse.tokens:
        if token.pos != "NOUN" or token.lower not in ends or document.sentences[token.sentence].zone not in COUNTED_ZONES:
            continue
        kids = list(parse.children(token))
        earlier = [row for row in ends[token.lower] if row[0] < token.start]
        if earlier and token.dep != "compound" and any(child.lower == "the" for child in kids) and all(
                child.dep in {"det", "punct", "case"} for child in kids):
            first = min(kids, key=lambda child: child.i)
            more.setdefault(max(earlier)[1], []).append(Mention(Span(first.start, token.end), "role", "role.body"))
    return [Entity(one.name, one.kind, _ordered((*one.mentions, *more.get(place, ()))), one.titles) for place, one in enumerate(found)]


def _join_abbreviations(chains: dict[tuple[str, str], list[NameSpan]]) -> None:
    """Join "NSRB" to "North Sea Rescue Board" where exactly one body has these initials."""
    initials: dict[str, list[tuple[str, str]]] = {}
    for key in chains:
        parts = [word for word in key[0].replace("-", " ").split() if word not in {"of", "the", "and", "for"}]
        if len(parts) > 1 and key[1] in {"organisation", "other"}:
            initials.setdefault("".join(part[0] for part in parts), []).append(key)
    for key in list(chains):
        full = initials.get(key[0].replace(".", ""), ())
        if len(full) == 1 and chains[key][0].words.isupper() and key in chains and full[0] in chains and full[0] != key:
            chains[full[0]] += chains.pop(key)


