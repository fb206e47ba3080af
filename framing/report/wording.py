"""The report's fixed words: names of sections, voices, measures and verdicts. No word here judges an article."""

from __future__ import annotations

from typing import Final

FOREWARNING: Final = (
    "This report counts and lines up wording. It cannot tell which article is true, fair or complete, it checks no fact, and so few "
    "articles say nothing about an outlet's habits. Read the passages before you rely on a number."
)

# Name in the metrics rows -> how readers are told what was counted. A measure that is missing here is shown by its own name.
METRICS: Final[dict[str, str]] = {
    "words_in_file": "Words in the file",
    "words": "Words analysed",
    "words_attributed": "Words credited to somebody",
    "words_quoted": "Words inside quotations",
    "attributions": "Statements credited to somebody",
    "named_people_cited": "Named people cited",
    "named_people_quoted": "Named people quoted",
    "speakers_unresolved": "Statements whose speaker is not resolved",
    "unnamed_sources": "Statements from sources that are not named people",
    "direct_quotations": "Statements in quotation marks throughout",
    "largest_speaker": "Largest speaker's part of the credited words",
    "effective_speakers": "Speakers, weighted by their words",
    "source_type": "Statements by kind of source",
    "loaded_terms_per_thousand": "Words some readers find loaded",
    "loaded_terms_in_own_voice": "Of these, in the article's own voice",
    "loaded_terms_by_category": "Words some readers find loaded, by kind",
    "tone": "Tone",
    "doer_named": "Acts of harm or force whose doer is named",
    "harm_acts": "Acts of harm or force",
    "frame_cues_per_thousand": "Cues of a generic frame",
    "reading_ease": "Flesch reading ease, higher is easier",
    "grade": "Flesch-Kincaid grade, years of US schooling",
    "words_per_sentence": "Words in a sentence",
}

VOICES: Final[dict[str, str]] = {
    "own": "own voice", "attributed": "attributed", "quoted": "quoted", "scare": "scare quotes", "all": "all voices",
}

VOICE_MEANINGS: Final = (
    ("own", "the article says it itself"),
    ("attributed", "it is given to someone, without quotation marks"),
    ("quoted", "it stands inside quotation marks"),
    ("scare", "a word or two in quotation marks inside the article's own sentence"),
)

# Ways to tell an act of harm -> how readers are told of them.
TELLINGS: Final[dict[str, str]] = {
    "active": "Doer as subject", "passive-by": "Passive with “by”", "noun-by": "Noun with its doer", "named before": "Doer in the act before",
    "passive": "Passive without a doer", "noun": "Noun without a doer", "thing": "A thing as subject", "gone": "“Died” or the like",
}

# Generic frames -> their names, and what the cues of each speak of.
FRAMES: Final[dict[str, tuple[str, str]]] = {
    "conflict": ("Conflict", "disagreement, reproach, two sides, winning and losing"),
    "responsibility": ("Responsibility", "who caused it, who should act"),
    "economic": ("Economic consequences", "costs, gains, jobs, trade"),
    "human": ("Human interest", "people's lives and feelings"),
    "morality": ("Morality", "right and wrong, faith, duty"),
}

# Categories of the loaded-term lexicon -> the kind of word, for readers who have not seen the lexicon.
KINDS: Final[dict[str, str]] = {
    "label": "label with a rival", "ideology": "ideological label", "delegit": "questions a right to act", "legit": "grants or denies a right to rule",
    "dehuman": "dehumanising image", "conflict": "image of war", "dysph": "insult or slang", "euph": "softening word", "motive": "motive or emotion given",
    "action": "strong verb of action", "doubt": "casts doubt", "certain": "takes for granted", "irony": "irony or distance", "sensation": "sensation",
    "eval": "evaluation", "scale": "intensifier",
}

ZONES: Final[dict[str, str]] = {
    "headline": "headline", "dek": "standfirst", "byline": "byline", "dateline": "dateline", "subhead": "subhead", "body": "body",
    "caption": "caption", "credit": "photo credit", "teaser": "related link", "tags": "tags", "comments": "comments",
    "furniture": "page furniture",
}

# Verdict -> (heading, look of the notice, what follows from it).
VERDICTS: Final[dict[str, tuple[str, str, str]]] = {
    "same-event": (
        "Yes: they report the same event", "fine",
        "Word choice, sourcing and what each leaves out can be compared."),
    "same-topic": (
        "In part: they share a topic, not the same event", "care",
        "Word choice and sourcing can be compared. What stands in one article and was not found in the other may simply belong to "
        "another event, or have happened after the other was published; section 8 marks such rows."),
    "near-duplicate": (
        "Hardly: they share most of their sentences", "care",
        "Treat them as one source: what both say is not confirmed twice."),
    "different": (
        "No: they report different events", "alarm",
        "The comparison was made because it was asked for. Differences below may come from the events alone."),
}
VERDICT_WORDS: Final[dict[str, str]] = {
    "same-event": "same event", "same-topic": "same topic, not the same event", "near-duplicate": "near-duplicate", "different": "different events",
}
VERDICT_ORDER: Final = ("different", "near-duplicate", "same-topic", "same-event")  # the most cautious first

# Class of a cue -> what it does to the statement, in plain words; "" for verbs that only hand it on.
CUES: Final[dict[str, str]] = {
    "neutral": "", "structuring": "", "none": "", "assertive": "asserting", "factive": "taking as fact", "conceding": "conceding", "doubting": "doubting",
    "discrediting": "discrediting", "accusing": "accusing", "denying": "denying", "directive": "demanding or promising", "emotive": "with feeling",
    "hedged": "hedging", "mental": "thinking", "stance": "taking a stance",
}

STRENGTHS: Final[dict[str, int]] = {"strong": 3, "moderate": 2, "weak": 1}

RELATIONS: Final[dict[str, str]] = {
    "same-voice": "", "voice-shift": "The voice differs.", "numbers-differ": "The numbers differ.", "related": "Related, not the same statement.",
}

COULD_KNOW: Final[dict[bool | None, str]] = {
    True: "Yes", False: "No", None: "Not known",
}

SECTIONS: Final = (
    ("match", "Can they be compared?"),
    ("findings", "Findings"),
    ("glance", "At a glance"),
    ("names", "What each calls the same thing"),
    ("loaded", "Words some readers find loaded"),
    ("tone", "Tone by target and voice"),
    ("speakers", "Who speaks"),
    ("pairs", "Aligned passages"),
    ("only", "Only in one article"),
    ("wording", "More about the wording"),
    ("ask", "Questions to ask"),
    ("quality", "Text quality"),
    ("evidence", "Evidence"),
    ("method", "Method and limits"),
)

LANGUAGES: Final[dict[str, str]] = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "ru": "Russian"}

MONTHS: Final = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
