"""E11: checkable fact, opinion, credited claim or announcement? Only sentences of which the analysis is sure."""

from __future__ import annotations

import re
from typing import Final, Literal

from framing.classroom.items.keys import answer_row, most_points
from framing.classroom.items.marks import Marked, find_marks
from framing.classroom.items.timing import minutes
from framing.classroom.texts.facts import NUMBER_WORD
from framing.classroom.texts.material import Material, ShownSentence, Source, beginning
from framing.classroom.texts.voices import Voiced, voice_of
from framing.model.exercise import Choice, Exercise, Item, KeyRow, LeftOut

ClaimType = Literal["fact", "opinion", "claim", "future"]

LEAST: Final = 5  # sentences, of three types or more
OPTIONS: Final[tuple[tuple[ClaimType, str], ...]] = (
    ("fact", "a fact that could be checked"), ("opinion", "an opinion or a judgement"), ("claim", "a claim of somebody who is credited"),
    ("future", "something still to come"))
_JUDGING: Final = frozenset({"eval", "legit", "delegit", "dysph"})  # categories whose words judge, whatever the rest of the sentence says
_FUTURE: Final = re.compile(r"\b(?:will|shall|(?:is|are) (?:set|due|to|planned|going)|meets? again|next (?:week|month|year))\b", re.IGNORECASE)
_MODAL: Final = re.compile(r"\b(?:will|would|shall|should|must|may|might|could|can|ought|likely|perhaps|probably|possibly|if|unless|going to|set to|due)\b", re.IGNORECASE)
# Words that weigh or compare: a sentence with one of them is no plain fact.
_WEIGHING: Final = re.compile(r"\b(?:too|so|most|least|best|worst|better|worse|more|less|only|just|even|still|hardly|merely|quick\w*|great|big|huge|small|little|powerful|"
                              r"weak|strong|many|few|some|instead|unlike|like|friend\w*|enem\w*|brave|true|real|clear\w*|of course|long-awaited|failed|no secret|aim)\b", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_WHY: Final = {"fact": "The article says it itself, without judging words, and it names what could be looked up.",
               "future": "The article says it itself, of a time that had not come."}

Row = tuple[ClaimType, Source, ShownSentence, str, str]


def make(material: Material) -> Exercise | LeftOut:
    """Sentences of each type in turn, shuffled."""
    queues: dict[ClaimType, list[Row]] = {}
    for row in _rows(material):
        queues.setdefault(row[0], []).append(row)
    found = sum(map(len, queues.values()))
    if found < LEAST or len(queues) < 3:
        return LeftOut("E11", f"it needs {LEAST} sentences of three kinds that are plainly a fact, a judgement, a claim or an announcement; there are {found} (kinds: {len(queues)})")
    n = material.options.n_items
    ready = {name: material.chosen(queues[name], n) for name, _ in OPTIONS if name in queues}
    taken: list[Row] = []
    while len(taken) < n and any(ready.values()):
        for queue in ready.values():
            if queue and len(taken) < n:
                taken.append(queue.pop(0))
    item = _item(material.shuffled(taken, "E11"))
    return Exercise("E11", "What kind of claim?", "Decide for each sentence: could it be checked, does it judge, does it give somebody's claim, or does it tell of something to "
                    "come? Each right answer gives 1 point; a second answer that can be defended gives ½.", minutes(material, (item,)), (item,),
                    ("How would you check each of the facts, and where?", "Which judgement is dressed as a fact?"))


def _rows(material: Material) -> list[Row]:
    """Each article's sentences in turn."""
    rows = []
    for source in material.sources:
        marks = find_marks(material, source)
        own = [(found, sentence) for sentence in source.sentences if sentence.words <= material.options.sizes.sentence
               if (found := _type_of(source, sentence, marks)) is not None]
        rows += [(rank, source.index, found, sentence) for rank, (found, sentence) in enumerate(own)]
    ordered = sorted(rows, key=lambda row: row[:2])
    first = {beginning(material.sources[index].words(sentence.span)): (index, sentence) for _, index, _, sentence in reversed(ordered)}
    ordered = [row for row in ordered if first[beginning(material.sources[row[1]].words(row[3].span))] == (row[1], row[3])]
    return [(name, material.sources[index], sentence, why, rule) for _, index, (name, why, rule), sentence in ordered]


def _type_of(source: Source, sentence: ShownSentence, marks: tuple[Marked, ...]) -> tuple[ClaimType, str, str] | None:
    """The type of a sentence with its reason and rule, None where two could be defended equally."""
    voiced = voice_of(source, sentence)
    words = source.words(sentence.span)
    if voiced is None or "[" in words or sentence.zone != "body" or re.match(r"(?:it|he|she|they|this|that|its|their)\b", words, re.IGNORECASE):
        return None
    judging = [one for one in marks if one.span.overlaps(sentence.span)]
    if voiced.voice_class == "credited":
        return ("claim", voiced.rationale, voiced.rule) if not _MODAL.search(words) and not judging[1:] else None
    return _own_type(source, voiced, words, judging) if voiced.voice_class == "own" else None


def _own_type(source: Source, voiced: Voiced, words: str, judging: list[Marked]) -> tuple[ClaimType, str, str] | None:
    strong = [one for one in judging if one.tier == "expected" and one.rule.removeprefix("term.").split(".")[0] in _JUDGING]
    if strong:
        said = " and ".join(f"“{source.words(one.span)}”" for one in strong)
        return "opinion", f"The article says it itself, and {said} {'judges' if len(strong) == 1 else 'judge'}. What is left could be checked.", strong[0].rule
    if judging:
        return None
    if _FUTURE.search(words) and not re.search(r"\b(?:would|could|may|might|if)\b", words):
        return "future", _WHY["future"], "claim.future"
    if _MODAL.search(words) or _WEIGHING.search(words) or not (_DIGIT.search(words) or NUMBER_WORD.search(words)):
        return None
    return "fact", _WHY["fact"], "claim.fact"


def _item(rows: list[Row]) -> Item:
    parts = tuple(Choice(f"p{k}", source.words(sentence.span)) for k, (_, source, sentence, _, _) in enumerate(rows, start=1))
    key: list[KeyRow] = []
    for k, (name, source, sentence, why, rule) in enumerate(rows, start=1):
        text = source.words(sentence.span)
        key.append(answer_row("E11-1", f"p{k}", name, text, why, rule, source=source, span=sentence.span))
        if name == "opinion":
            key.append(answer_row("E11-1", f"p{k}", "fact", text, "Part of it could be checked; the judging words could not.", rule, source=source, span=sentence.span,
                                  tier="defensible"))
    options = tuple(Choice(name, words) for name, words in OPTIONS)
    return Item("E11-1", "match", "What kind of claim is it?", (), parts, options, (), tuple(key), most_points(tuple(key)))
