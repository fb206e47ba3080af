"""Patterns of what gives an outlet away in running text: its name in every form, its writers, agencies, credits, addresses, tags."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

# News agencies by their names and letters: from general knowledge.
AGENCIES: Final = (
    "Reuters", "Associated Press", "AP", "Agence France-Presse", "AFP", "TASS", "Sputnik", "RIA Novosti", "Interfax", "Xinhua", "Bloomberg", "UPI",
    "United Press International", "Press Association", "PA Media", "DPA", "dpa", "EFE", "ANSA", "Kyodo", "Anadolu", "Getty Images", "Getty", "PTI",
    "Press Trust of India", "IANS", "Yonhap", "Ukrinform", "Belga", "NTB", "Ritzau", "Prensa Latina", "IRNA", "Fars", "SANA", "Petra", "WAM",
)
# Nouns by which papers call themselves for short ("the Courier"): from general knowledge.
_SHORT: Final = frozenset(
    ["advertiser", "advocate", "age", "argus", "banner", "bee", "bulletin", "chronicle", "citizen", "courier", "daily", "dispatch", "eagle", "echo", "economist", "enquirer", "examiner", "express", "gazette", "globe", "guardian", "herald", "independent", "inquirer", "journal", "ledger", "mail", "mercury", "messenger", "mirror", "monitor", "nation", "news", "observer", "outlook", "pioneer", "post", "press", "record", "register", "reporter", "republic", "review", "sentinel", "standard", "star", "sun", "telegram", "telegraph", "times", "tribune", "voice", "world"])
_THIS: Final = ("newspaper|paper|website|web site|site|newsroom|magazine|news agency|agency|channel|station|broadcaster|network|publication|outlet|"
                "programme|program|reporter|reporters|correspondent|correspondents")
_COUNTRIES: Final = frozenset({"US", "UK", "UN", "EU"})  # letters that mean something else far more often

_URL: Final = re.compile(r"(?:https?:\\?/?\\?/?|www\.)[^\s<>\"“”)\]]+|\b[\w.+-]+@[\w-]+\.[\w.-]+\w|"
                         r"\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|news|info|example|co\.uk|co|io|tv|eu|ru|de|fr|uk|us|ca|au)\b(?:/[^\s<>\"“”)\]]*)?",
                         re.IGNORECASE)
_HASHTAG: Final = re.compile(r"(?<![\w&/])#(?=\w*[^\W\d_])\w+")
_HANDLE: Final = re.compile(r"(?<![\w.@])@\w{2,}")
_SELF: Final = re.compile(rf"\b(?:this|our)\s+(?:own\s+)?(?:{_THIS})\b", re.IGNORECASE)
_CREDIT: Final = re.compile(r"\s*[|(\[]?\s*\b(?:photo(?:graph)?s?|pictures?|images?|credit)(?:\s+(?:by|courtesy of))?\s*:\s*[^\n]+$|\s*©[^\n]+$",
                            re.IGNORECASE)
_INLINE_CREDIT: Final = re.compile(r"\s\b[A-Z][A-Z ]{2,}/[A-Z][\w .'-]+$")
_BRACKETED: Final = re.compile(r"\(([^()\n]{2,40})\)")
_PRIMES: Final = re.compile(r"\s+(?:and|with|&)\s+|\s*[,;/]\s*")


@dataclass(frozen=True, slots=True)
class Found:
    """A passage of `text` that gives something away: its kind (as of a `Replacement`) and what to put there."""

    start: int
    end: int
    kind: str
    instead: str


def name_forms(outlet: str) -> tuple[str, ...]:
    """The forms of an outlet's name that a text may use, longest first: whole, without "The", in one word, the short form, initials.

    "The Ostrel Banner" -> that, "Ostrel Banner", "OstrelBanner", "The Banner", "the Banner"; "New York Times" has "NYT" too.
    """
    whole = " ".join(outlet.split())
    bare = re.sub(r"^the\s+", "", whole, flags=re.IGNORECASE)
    bare = re.sub(r"\.(?:com|org|net|news|co\.uk|tv)$", "", bare) or bare
    words = re.findall(r"[^\W_][\w'’-]*", bare)
    forms = {whole, bare}
    if len(words) > 1:
        forms |= {"".join(words), " ".join(words)}
        if words[-1].lower() in _SHORT:
            forms |= {f"the {words[-1]}", f"The {words[-1]}"}
    letters = "".join(word[0] for word in words).upper()
    if len(letters) > 2 or letters in AGENCIES:
        forms.add(letters)
    forms |= {word for word in words if len(word) > 2 and (word.isupper() or re.search("[a-z][A-Z]", word))}  # "BBC News", "teleSUR English"
    return tuple(sorted((form for form in forms - _COUNTRIES if len(form) > 1), key=lambda form: (-len(form), form)))


def _of_name(form: str) -> str:
    """A pattern for one form: as it is written, or in capitals; white space of any kind, or Markdown's stars, between its words."""
    words = form.split()
    exact = r"[\s*_]+".join(map(re.escape, words))
    capitals = r"[\s*_]+".join(re.escape(word.upper()) for word in words)
    return rf"{exact}|{capitals}" if len(form) > 3 else exact


def find_names(text: str, forms: Iterable[str], kind: str, instead: str) -> list[Found]:
    """Where any of the forms stands as whole words, longest form first."""
    patterns = [_of_name(form) for form in forms]
    if not patterns:
        return []
    return [Found(*one.span(), kind, instead) for one in re.finditer(rf"(?<![\w@#])(?:{'|'.join(patterns)})(?![\w])(?!-\w)", text)]


def find_traces(text: str) -> list[Found]:
    """Addresses, tags, handles and the outlet's words for itself."""
    found = [Found(*one.span(), "url", "[link]") for one in _URL.finditer(text)]
    found += [Found(*one.span(), "hashtag", "[hashtag]") for one in _HASHTAG.finditer(text)]
    found += [Found(*one.span(), "handle", "[account]") for one in _HANDLE.finditer(text)]
    found += [Found(*one.span(), "self", "[this outlet]") for one in _SELF.finditer(text)]
    return found


def find_credit(text: str, start: int, end: int) -> list[Found]:
    """The credit at the end of a caption: "| Photo: Orrin", "(Picture: Mercury)", "NORTHLIGHT/Mira Solt"."""
    for pattern in (_CREDIT, _INLINE_CREDIT):
        one = pattern.search(text[:end].rstrip(), start)
        if one is not None and one.start() > start:
            return [Found(one.start(), one.end(), "credit", "")]
    return []


def find_dateline_agency(text: str, start: int, end: int) -> list[Found]:
    """What stands in brackets in a dateline: "MOSCOW (Sputnik) —"."""
    return [Found(*one.span(), "agency", "([agency])") for one in _BRACKETED.finditer(text, start, end)]


def writers(byline: str | None) -> tuple[str, ...]:
    """The people of a byline: "By Ada Merrow and Tobias Finch" -> both."""
    if not byline:
        return ()
    bare = re.sub(r"^\s*by\s+", "", byline, flags=re.IGNORECASE)
    names = [" ".join(name.split()) for name in _PRIMES.split(bare)]
    return tuple(name for name in names if len(name) > 3 and " " in name and name[0].isupper())


def hints(text: str, outlets: Iterable[str], people: Iterable[str]) -> list[tuple[int, int]]:
    """Places that may still tell the outlet: a known agency, a writer's last name, a word of the outlet's name, "told us"."""
    words = {name.split()[-1] for name in people}
    words |= {word for outlet in outlets for word in re.findall(r"[^\W\d_]{4,}", outlet)
              if word.lower() in _SHORT and word[0].isupper()}
    words |= set(AGENCIES)
    listed = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    found = {one.span() for one in re.finditer(rf"(?<!\w)(?:{listed})(?!\w)", text)}
    found |= {one.span() for one in re.finditer(r"\b(?:told|asked|showed|sent|with|to) us\b|\bour (?:questions|requests?|own reporting|sources?)\b", text)}
    return sorted(found)
