"""Names of people joined over an article: one entity a person, by last name, first name and honorific."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from framing.annotate.name_spans import NameSpan
from framing.lexicons.source_words import SourceWords
from framing.model.parse import Parse
from framing.text.names import fold_name, last_word, same_person_name

# A title-case headline makes names of any words, and a teaser names people of another story.
_NO_NEW_NAMES: Final = frozenset({"headline", "subhead", "teaser"})


@dataclass(slots=True)
class Person:
    """A person while the article is read; `genders` are "f" or "m" as titles tell, `titles` role words seen beside the name."""

    name: str
    spans: list[NameSpan] = field(default_factory=list)
    titles: list[tuple[int, str]] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)


def join_people(names: Sequence[NameSpan], parse: Parse, words: SourceWords) -> list[Person]:
    """One `Person` for each person named, with all namings; a bare last name goes to the one of that name mentioned last.

    Names of unknown kind join where they fit somebody; alone they make nobody.
    """
    people = _full_names(names)
    buckets: dict[str, list[Person]] = {}
    for known in people:
        for word in {fold_name(last_word(known.name))[:1], fold_name(known.name.split()[0])[:1]}:
            buckets.setdefault(word, []).append(known)
    for name in names:
        if name.kind == "state" or (name.kind not in {"person", ""} and " " in name.words):
            continue
        fitting = [one for one in buckets.get(fold_name(last_word(name.words))[:1], ()) if _fits(name.words, one.name)]
        gender = _gender_before(name, parse, words)
        person: Person | None = _most_recent(fitting, gender)
        if person is None and name.kind == "person" and name.zone not in _NO_NEW_NAMES:
            person = Person(name.words)
            people.append(person)
            buckets.setdefault(fold_name(last_word(name.words))[:1], []).append(person)
        if person is not None:
            person.spans.append(name)
            if gender:
                person.genders.add(gender)
    return [person for person in people if person.spans]


def _full_names(names: Sequence[NameSpan]) -> list[Person]:
    """People known by two words or more, the longest name of each, in order of length."""
    distinct = sorted({name.words for name in names if name.kind == "person" and len(name.words.split()) > 1
                       and name.zone not in _NO_NEW_NAMES},
                      key=lambda words: (-len(words.split()), words))
    people: list[Person] = []
    by_letter: dict[str, list[Person]] = {}
    for words in distinct:
        letter = fold_name(last_word(words))[:1]
        if not any(same_person_name(words, one.name) for one in by_letter.get(letter, ())):
            person = Person(words)
            people.append(person)
            by_letter.setdefault(letter, []).append(person)
    return people


def _fits(words: str, name: str) -> bool:
    """Whether `words` can name the person `name`: the full name, the last name, or the first name alone."""
    if same_person_name(words, name):
        return True
    return " " not in words and " " in name and fold_name(words) == fold_name(name.split()[0])


def _most_recent(fitting: Sequence[Person], gender: str) -> Person | None:
    """The fitting person named last before here, no gender clash; the first known where none was named yet."""
    fair = [one for one in fitting if not gender or not one.genders or gender in one.genders] or list(fitting)
    return max(fair, key=lambda one: one.spans[-1].first if one.spans else -1, default=None)


def _gender_before(name: NameSpan, parse: Parse, words: SourceWords) -> str:
    """ "f" or "m" where a word right before the name tells, else ""."""
    for i in range(max(0, name.first - 2), name.first):
        low = parse.tokens[i].lower.rstrip(".")
        if parse.tokens[i].sentence == parse.tokens[name.first].sentence:
            if low in words.feminine:
                return "f"
            if low in words.masculine:
                return "m"
    return ""
