"""The lesson plan of a pack: objectives, steps with times, questions tied to what was found, rubric, limits, notices."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from framing.classroom.items.rubric import FULL
from framing.classroom.texts.anonymise import hide_words
from framing.classroom.texts.material import Material
from framing.model.exercise import Exercise, ExerciseType, LeftOut, LessonPlan, LessonStep

QUESTIONS: Final = 8  # for one lesson; more are not asked
# What a lesson loses most by going without, first: marking and voices before comparing, comparing before writing.
_WORTH: Final[tuple[ExerciseType, ...]] = ("E2", "E4", "E1", "E7", "E3", "E11", "E6", "E5", "E9", "E10", "E12", "E8")
_OPENING, _REVEAL, _CLOSING = 5, 5, 7  # minutes

OBJECTIVES: Final[Mapping[ExerciseType, str]] = MappingProxyType({
    "E1": "tell how a headline frames an event before the text begins",
    "E2": "find words that judge while they name, and tell them from quoted ones",
    "E3": "see that a name for somebody can be a choice of side",
    "E4": "tell an article's own words from credited words and from quotations",
    "E5": "list the sources of an article, named and not named",
    "E6": "say what a verb of saying adds",
    "E7": "compare which facts two articles give, and be careful with what is missing",
    "E8": "tell an event from a topic before comparing",
    "E9": "rewrite a loaded text without losing a fact",
    "E10": "give evidence from the text before knowing who wrote it",
    "E11": "sort facts that can be checked, judgements, credited claims and announcements",
    "E12": "take disagreement between readers as something to learn from",
})

# Words that show a topic on which some in a class may have been hurt themselves; the notice names the topic, not the word.
_TOPICS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple((topic, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for topic, words in (
    ("violence and injury", r"wound\w*|injur\w*|shot|shots|shoot\w*|gunshot|stab\w*|beat(?:en|ing)|attack\w*|bomb\w*|killed|kill\w*|hurt"),
    ("death", r"dead|death|deaths|died|dies|funeral\w*|corpse\w*|body count|fatal\w*"),
    ("war and armed force", r"war|wars|soldiers?|troops|army|armoured|military|missiles?|invasion|coups?|militia\w*"),
    ("police and arrest", r"police|arrest\w*|detain\w*|custody|prison\w*|jail\w*"),
    ("elections and party politics", r"elections?|ballot\w*|president|parliament|opposition|regime"),
    ("work, strikes and money", r"strike|strikes|strikers?|strikebreakers?|laid off|unemploy\w*|wages?|union"),
    ("migration and asylum", r"migrants?|refugees?|asylum|immigra\w*|deport\w*|border crossing\w*"),
    ("religion", r"muslims?|islam\w*|christians?|jew(?:s|ish)?|church\w*|mosque\w*|synagogue\w*|religio\w*"),
    ("race and origin", r"racis\w*|racial|ethnic\w*|black people|white people|indigenous"),
    ("sex, gender and abuse", r"rape\w*|sexual\w*|abus\w*|abortion\w*|transgender|gay|lesbian\w*"),
    ("suicide and illness", r"suicid\w*|self-harm|cancer|epidemic\w*|pandemic\w*|overdos\w*"),
    ("children in danger", r"missing child\w*|child abuse|kidnap\w*"),
))
_TWICE: Final = 2  # times a topic's words must stand in one article: one "shot" may be a photograph


def make_plan(material: Material, exercises: Sequence[Exercise]) -> LessonPlan:
    """The plan for the exercises that could be made."""
    there = [one.type for one in exercises]
    return LessonPlan(tuple(f"Students can {OBJECTIVES[name]}." for name in there), _steps(exercises), _questions(material, exercises), FULL, _limits(material, exercises),
                      _notices(material))


def fit(exercises: Sequence[Exercise], minutes: int) -> tuple[list[Exercise], list[LeftOut]]:
    """The exercises that fit into a lesson, the most useful first, in their own order; the others with that reason."""
    kept: list[ExerciseType] = []
    for name in _WORTH:
        one = next((each for each in exercises if each.type == name), None)
        tried = [each for each in exercises if each.type in {*kept, name}]
        if one is not None and sum(step.minutes for step in _steps(tried)) <= minutes:
            kept.append(name)
    left = [LeftOut(one.type, f"it takes about {one.minutes} minutes, and the lesson has {minutes}") for one in exercises if one.type not in kept]
    return [one for one in exercises if one.type in kept], left


def _steps(exercises: Sequence[Exercise]) -> tuple[LessonStep, ...]:
    steps = [LessonStep(_OPENING, "Before reading", "Agree how to talk about a hard topic: quote words, not people. Say that every text chooses words, and that a "
                        "choice of words does not make a text false. Ask who has seen reports of one event that did not sound alike.")]
    steps += [LessonStep(one.minutes, one.title, _how(one)) for one in exercises]
    if any(one.type == "E10" for one in exercises):
        steps.append(LessonStep(_REVEAL, "Reveal", "Read out the sources from reveal.html. Nobody was right or wrong: compare the clues."))
    steps.append(LessonStep(_CLOSING, "Without marks", "Each student takes one paragraph of an article of their own choice, or one that no exercise showed, and marks it "
                            "without any key. Pairs compare. What was learnt shows here."))
    return tuple(steps)


def _how(exercise: Exercise) -> str:
    """How an exercise runs: alone first, then in pairs where there is something to compare."""
    if exercise.type == "E12":
        return "The whole class, at the board; or with class.html, once the answers have been marked."
    if any(item.response == "mark" for item in exercise.items):
        return "Alone first. Then pairs compare their marks and settle two on which they differ. Go through the key last."
    if all(item.response == "write" for item in exercise.items):
        return "Alone. Two or three are read out, and the class names the words they rest on."
    return "In pairs. Then go through the key together; whoever has a reason may argue with it."


def _questions(material: Material, exercises: Sequence[Exercise]) -> tuple[str, ...]:
    """A question for each finding, in words that name no outlet; then one of each exercise."""
    found = [f"{hide_words(finding.sentence, material.outlets)} — {finding.question}" for finding in material.comparison.findings if finding.question]
    asked = [one.discussion[0] for one in exercises if one.discussion]
    return tuple(dict.fromkeys([*found, *asked]))[:QUESTIONS]


def _limits(material: Material, exercises: Sequence[Exercise]) -> tuple[str, ...]:
    limits = [
        "The key is a draft that a program made from word lists and grammar. It misses loaded words that are in no list, and it can take a plain word for a loaded one. "
        "Check every row, change what is wrong in key.csv, and put your initials into verified_by.",
        "The pack says how texts are worded. It cannot tell which article is true, fair or complete, and two articles say nothing about an outlet's habits.",
        "A statement that stands in one article only may have been unknown, cut for space, or told elsewhere on the same day.",
    ]
    if any(item.response == "write" for one in exercises for item in one.items):
        limits.append("Written answers are marked by you. The page only looks for words that are still there and for facts that are gone.")
    if material.comparison.banner:
        limits.append(f"{hide_words(material.comparison.banner, material.outlets)} Leave out whatever compares facts.")
    return tuple(limits)


def _notices(material: Material) -> tuple[str, ...]:
    """Topics to prepare a class for, and what may still give an outlet away."""
    topics = [topic for topic, words in _TOPICS if any(len(words.findall(source.shown.text)) >= _TWICE for source in material.sources)]
    notices = [f"The articles speak of {', '.join(topics)}. Tell the class before, let students step out, and keep the talk on the wording."] if topics else []
    if material.options.originals:
        return (*notices, "The class needs the articles themselves: send the links, or bring copies that your school may make. The sheets name the outlets.")
    if not material.options.hides:
        return (*notices, "The articles are not anonymised.")
    for source in material.sources:
        if source.annotation.document.article.outlet is None:
            notices.append(f"Who published {source.shown.code} is not known to the program, so its name could not be looked for. Read the text for it yourself, "
                           "or name the outlet and make the pack again.")
        if source.shown.leftovers:
            left = ", ".join(dict.fromkeys(f"“{source.words(span)}”" for span in source.shown.leftovers))
            notices.append(f"{source.shown.code} may still give its outlet away: {left}.")
    return tuple(notices)
