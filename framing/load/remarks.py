"""Remarks on a text that a reader should know of: odd characters, mixed scripts, another language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import islice
from typing import Final

from framing.model.article import Known, Notice, Span
from framing.text.normalise import mixed_script_words

_BIDI: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LISTED: Final = 20  # mixed-script words listed one by one; the rest as a count
# The commonest grammatical words of English prose: they make up 30 to 45 % of it, and under 10 % of prose in other languages.
_ENGLISH: Final = frozenset(["the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "was", "on", "with", "as", "are", "be", "by", "at", "from", "this", "have", "not", "or", "an", "they", "which", "he", "his", "had", "has", "but", "were", "will", "we", "their", "who", "said", "its", "would", "been", "more", "about", "i", "you", "she", "her", "there", "when", "what", "if", "out", "so", "than", "no", "up", "into", "can", "one", "over", "after", "also"])
_SAMPLE: Final = 2_000  # words looked at
_OF_A_LINE: Final = 200  # words of one line looked at: no single line, however long, decides for the others
_LEAST_WORDS: Final = 25  # fewer tell nothing of a language
_ENGLISH_SHARE: Final = 0.18  # headlines-only English lies about here
_PAYWALL: Final = re.compile(r"\b(?:subscribe|sign in|log in|register|sign up|become a (?:member|subscriber))(?: now| today)? to (?:continue|keep|finish|unlock|read (?:the )?(?:full|rest|whole|more|this))\b[^\n]{0,60}"
                             r"|\bto continue reading\b[^\n]{0,60}|\b(?:this|the (?:full|rest of (?:this|the))) (?:article|story|content) is (?:for|only available to|available (?:only )?to|reserved for) (?:our )?(?:subscribers|members)\b"
                             r"|\bread the (?:full|whole) (?:article|story) (?:at|on|in|here)\b[^\n]{0,40}", re.IGNORECASE)
_PARAGRAPH: Final = 200  # characters: below a paywall stand buttons and links, no paragraphs
_FOREIGN_SHARE: Final = 0.5  # of the letters: other scripts may write no spaces, so that words tell nothing
_LEAST_LETTERS: Final = 30
_WORD: Final = re.compile(r"[^\W\d_]{1,40}")
# A line with a finished sentence in it is prose; titles, menus and lists of names leave the grammatical words out in every language.
_SENTENCE: Final = re.compile(r"""\w[.!?…]["'”’»)\]]{0,3}(?:\s|$)""")


def remarks_on(text: str) -> tuple[Notice, ...]:
    """Notices for control and direction characters, words in mixed scripts, and text that is not English."""
    found = [notice for notice in (_odd(text, _BIDI, "bidi-control", "direction-changing characters: what is shown may differ in order from what is counted"),
                                   _odd(text, _CONTROL, "control-characters", "control characters"), _not_english(text)) if notice]
    return (*found, *_mixed(text))


def _odd(text: str, pattern: re.Pattern[str], code: str, what: str) -> Notice | None:
    first = pattern.search(text)
    if first is None:
        return None
    count = sum(1 for _ in pattern.finditer(text))
    return Notice(code, f"{count} {what}, first U+{ord(first.group()):04X}; kept in the text", Span(*first.span()))


def _mixed(text: str) -> list[Notice]:
    if text.isascii():
        return []
    found = mixed_script_words(text)
    notices = [Notice("mixed-script", _describe(text[start:end]), Span(start, end)) for start, end in found[:_LISTED]]
    if len(found) > _LISTED:
        notices.append(Notice("mixed-script", f"{len(found) - _LISTED} more words mix scripts"))
    return notices


def _describe(word: str) -> str:
    """The word and its odd letters by code point, as they look like others."""
    odd = dict.fromkeys(letter for letter in word if "\u0370" <= letter <= "\u052f")
    named = ", ".join(f"U+{ord(letter):04X} {unicodedata.name(letter, 'UNNAMED')}" for letter in odd)
    return f"{word!r} mixes scripts: {named}"


def cut_notice(text: str) -> Notice | None:
    """A remark where a paywall's words stand and no long paragraph follows them: then the text is an excerpt."""
    for found in _PAYWALL.finditer(text):
        if all(len(line) < _PARAGRAPH for line in text[found.end():found.end() + 20_000].split("\n")):
            said = " ".join(found.group().split())
            return Notice("excerpt-likely", f"the text seems to be cut ({said!r}); what it lacks is not compared", Span(*found.span()))
    return None


def english_share(text: str) -> tuple[float, int]:
    """Share of common English words among the first words of the prose, and how many words were looked at.

    Prose are the lines that hold a finished sentence; where they hold too few words, all lines count.
    """
    lines = text.split("\n")
    words = _first_words(line for line in lines if _SENTENCE.search(line))
    if len(words) < _LEAST_WORDS:
        words = _first_words(lines)
    return sum(word in _ENGLISH for word in words) / max(1, len(words)), len(words)


def _first_words(lines: Iterable[str]) -> list[str]:
    words: list[str] = []
    for line in lines:
        words += [found.group().lower() for found in islice(_WORD.finditer(line), _OF_A_LINE)]
        if len(words) >= _SAMPLE:
            break
    return words[:_SAMPLE]


def _other_script(text: str) -> float:
    """Share of letters beyond the Latin blocks among the first letters; 0 where there are too few to tell."""
    if text.isascii():
        return 0.0
    letters = [letter for letter in text[:5 * _SAMPLE] if letter.isalpha()]
    return sum(letter > "\u024f" for letter in letters) / len(letters) if len(letters) >= _LEAST_LETTERS else 0.0


def _not_english(text: str) -> Notice | None:
    foreign = _other_script(text)
    if foreign >= _FOREIGN_SHARE:
        return Notice("not-english", f"not English: {foreign:.0%} of its letters are not Latin (sure to 0.99); the measures are made for English")
    share, n_words = english_share(text)
    if n_words < _LEAST_WORDS or share >= _ENGLISH_SHARE:
        return None
    sure = min(0.99, 0.5 + (_ENGLISH_SHARE - share) * 2 + min(n_words, 500) / 4000)
    return Notice("not-english", f"probably not English: {share:.0%} of {n_words} words are common English words "
                                 f"(sure to {sure:.2f}); the measures are made for English")


def language_of(text: str) -> Known | None:
    """English, where the words show it; None where they do not."""
    share, n_words = english_share(text)
    if n_words < _LEAST_WORDS or share < _ENGLISH_SHARE:
        return None
    return Known("en", "text", round(min(0.99, 0.5 + share), 2))
