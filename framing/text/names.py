"""Names of people as strings: folding of accents and transliterations, and whether two last names are one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from framing.text.normalise import strip_accents

# Spellings that differ by transliteration alone, longest first (Zelenskiy/Zelensky/Zelenskyy, Sergei/Sergey, Riabkov/Ryabkov,
# Aleksei/Alexey, Guaido/Guaidó). Applied in order to the lower-cased name.
_FOLDS: Final = (("iy", "i"), ("ij", "i"), ("ii", "i"), ("ei", "e"), ("ey", "e"), ("ia", "a"), ("ya", "a"),
                 ("ie", "e"), ("ye", "e"), ("iu", "u"), ("yu", "u"), ("ks", "x"), ("kh", "h"), ("ou", "u"), ("y", "i"))
_LEAST_FOR_EDIT = 6  # letters from which one wrong letter is still the same name; shorter names collide too often


@lru_cache(maxsize=8192)
def fold_name(name: str) -> str:
    """A name without accents, case, possessive and transliteration habits; "" for no letters."""
    folded = strip_accents(re.sub(r"['’]s?$", "", name.strip())).lower()
    folded = re.sub(r"(.)\1", r"\1", re.sub(r"c(?![hei])", "k", folded).replace("th", "t"))  # Oskar/Oscar, Dorte/Dorthe, Halim/Hallim
    for old, new in _FOLDS:
        folded = folded.replace(old, new)
    return " ".join(re.findall(r"[^\W_]+", folded))


def last_word(name: str) -> str:
    """Its last word, leaving out "Jr." and the like; "" where there is none."""
    words = [word for word in re.findall(r"[^\W_][\w'’\-]*", name) if word.lower() not in {"jr", "sr", "ii", "iii", "iv"}]
    return words[-1] if words else ""


def _one_edit(a: str, b: str) -> bool:
    """Whether one letter put in, left out or changed makes `a` into `b`."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    return a[start + 1:] == b[start + 1:] or a[start + 1:] == b[start:] or a[start:] == b[start + 1:]


def same_word(a: str, b: str) -> bool:
    """Whether two single words of a name are spellings of one: equal when folded, or one edit apart in six letters or more."""
    left, right = fold_name(a), fold_name(b)
    if not left or not right:
        return False
    return left == right or (min(len(left), len(right)) >= _LEAST_FOR_EDIT and left[0] == right[0] and _one_edit(left, right))


def same_last_name(a: str, b: str) -> bool:
    """Whether two names end in the same last name."""
    return same_word(last_word(a), last_word(b))


def same_person_name(a: str, b: str) -> bool:
    """Whether two names can be one person's: same last name, and first names, where both are given, that do not clash.

    An initial agrees with any name it begins ("J. Ruiz", "Juan Ruiz").
    """
    if not same_last_name(a, b):
        return False
    first_a, first_b = a.split()[:-1], b.split()[:-1]
    if not first_a or not first_b:
        return True
    left, right = first_a[0].rstrip("."), first_b[0].rstrip(".")
    if len(left) == 1 or len(right) == 1:
        return left[:1].lower() == right[:1].lower()
    return same_word(left, right)
