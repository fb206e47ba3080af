"""Labels of what happened: event nouns with their date, their actors or their place ("the 30 April coup attempt")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from framing.measure.labels.phrases import phrase, span_of
from framing.measure.labels.scene import Draft, Scene
from framing.model.article import Span
from framing.model.parse import Token

_MONTHS: Final = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
                  "december")
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAME: Final = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY_MONTH: Final = re.compile(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_NAME}|{_NAME} (\d{{1,2}})(?:st|nd|rd|th)?)\b")
_BESIDE: Final = frozenset({"of", "by", "against", "in", "on", "between", "with", "at", "including", "from"})
_NOT_ACTORS: Final = frozenset({"DATE", "TIME"})


def is_event(scene: Scene, noun: Token) -> bool:
    """Whether a noun names something that happened."""
    if noun.pos not in {"NOUN", "PROPN"} or noun.entity in _NOT_ACTORS:
        return False
    lemma = noun.lemma.lower()
    return lemma in scene.cues.contested_events or lemma in scene.cues.plain_events or noun.lower in scene.cues.plain_events


def event_day(scene: Scene, noun: Token) -> str | None:
    """The day of an event as "30 April", from the words beside its noun: a date, or a weekday counted back from publication."""
    near = [token for token in scene.parse.subtree(noun) if abs(token.i - noun.i) <= 8]
    words = " ".join(token.lower for token in near)
    before = _date_before(scene, noun)
    return _day(scene, words) or (_day(scene, before) if before else None)


def _date_before(scene: Scene, noun: Token) -> str | None:
    """A date that the sentence gives its main verb ("On Tuesday ... the attempt") when it stands beside the noun's own verb."""
    verb = next((token for token in scene.parse.ancestors(noun) if token.pos in {"VERB", "AUX"}), None)
    if verb is None or noun.dep not in {"dobj", "nsubj", "nsubjpass"}:
        return None
    found: list[str] = []
    for child in scene.parse.children(verb):
        below = scene.parse.subtree(child) if child.dep in {"npadvmod", "prep"} else ()
        if not any(is_event(scene, token) for token in below):  # "during the 30 April march" dates the march
            found += [token.lower for token in below if token.entity in _NOT_ACTORS]
    return " ".join(found) or None


def _day(scene: Scene, words: str) -> str | None:
    found = _DAY_MONTH.search(words.lower())
    if found is not None:
        day, month = found.group(1) or found.group(4), found.group(2) or found.group(3)
        return f"{int(day)} {next(name for name in _MONTHS if name.startswith(month)).capitalize()}"
    published = scene.reading.document.article.published
    weekday = next((k for k, name in enumerate(_DAYS) if re.search(rf"\b{name}\b", words)), None)
    if weekday is None or published is None or not re.match(r"\d{4}-\d\d-\d\d", published.value):
        return None
    posted = date.fromisoformat(published.value[:10])
    then = posted - timedelta(days=(posted.weekday() - weekday) % 7)
    return f"{then.day} {_MONTHS[then.month - 1].capitalize()}"


def _sort(scene: Scene, noun: Token) -> str:
    """What sort of event a noun phrase names: its contested word, else its noun."""
    words = phrase(scene, noun) or (noun,)
    return next((token.lemma.lower() for token in words if token.lemma.lower() in scene.cues.contested_events), noun.lemma.lower())


def days_by_sort(scene: Scene) -> Mapping[str, str]:
    """Sorts of event that the article dates, all to one day: "the coup attempt" is then that of the day named elsewhere."""
    days: dict[str, set[str]] = {}
    for noun in scene.parse.tokens:
        if is_event(scene, noun) and noun.dep != "compound":
            day = event_day(scene, noun)
            if day is not None:
                days.setdefault(_sort(scene, noun), set()).add(day)
    return {sort: min(found) for sort, found in sorted(days.items()) if len(found) == 1 and sort in scene.cues.contested_events}


def event_name(scene: Scene, noun: Token, days: Mapping[str, str]) -> str:
    """What the event is called here for telling it apart: "30 April events", else its plain noun. `days`: from `days_by_sort`."""
    day = event_day(scene, noun) or days.get(_sort(scene, noun))
    if day is not None:
        return f"{day} events"
    plain = " ".join(token.lower for token in scene.parse.children(noun)
                     if token.dep == "compound" and token.i == noun.i - 1 and token.i not in scene.named and not token.entity)
    return f"{plain} {noun.lemma.lower()}".strip()


def find_events(scene: Scene, days: Mapping[str, str]) -> Iterator[Draft]:
    """Event nouns that are dated, tied to a name, or contested by themselves."""
    for noun in scene.parse.tokens:
        if not is_event(scene, noun) or noun.dep == "compound" or noun.i in scene.named:
            continue
        words = phrase(scene, noun)
        if not words or not any(token.i == noun.i for token in words):
            continue
        contested = any(token.lemma.lower() in scene.cues.contested_events for token in words)
        modified = any(token.dep == "amod" for token in words)
        dated = event_day(scene, noun) is not None
        if dated or contested or (modified and _tied(scene, noun)):
            rule = "event.dated" if dated else "event.contested" if contested else "event.tied"
            yield Draft(_with_including(scene, words), event_name(scene, noun, days), "event", "event", rule)


def _tied(scene: Scene, noun: Token) -> bool:
    """Whether a name stands beside the noun, as owner, doer or place."""
    for child in scene.parse.children(noun):
        if child.i in scene.named and child.dep in {"poss", "compound", "amod", "nmod"}:
            return True
        if child.dep in {"prep", "acl"} and (child.lower in _BESIDE or child.dep == "acl"):
            return any(token.i in scene.named and token.i - noun.i < 8 for token in scene.parse.subtree(child))
    return False


def _with_including(scene: Scene, words: tuple[Token, ...]) -> Span:
    """The label's words; with an ellipsis that dates one of several: "two coup attempts, including Tuesday's"."""
    last = words[-1].i
    following = scene.parse.tokens[last + 1:last + 5]
    texts = [token.lower for token in following]
    if len(texts) >= 4 and texts[0] == "," and texts[1] == "including" and texts[2] in _DAYS and texts[3] == "'s":
        return Span(words[0].start, following[3].end)
    return span_of(words)
