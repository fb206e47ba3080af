"""Names exchanged in an article's text, with an account of where each stretch of it went: what the symmetry audit reads again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from framing.model.article import Article, Known, Span
from framing.text.names import fold_name, last_word, same_person_name

_PLAIN: Final = re.compile(r"[^\W\d_][\w'’.\- ]*")  # a name and no more: "Juan] Ruiz" has an editor's bracket in it, which must stay
_WORD: Final = re.compile(r"[^\W\d_][\w'’.\-]*")


@dataclass(frozen=True, slots=True)
class Swapped:
    """A text with names exchanged. `edits`: where a name stood in the old text and where the other stands in `text`, in order."""

    text: str
    edits: tuple[tuple[Span, Span], ...]

    def place(self, span: Span) -> Span:
        """Where a span of the old text lies in the new one. An end inside a name goes to the nearest end of the new name."""
        return Span(self._point(span.start, last=False), self._point(span.end, last=True))

    def _point(self, at: int, *, last: bool) -> int:
        k = bisect_right(self.edits, at, key=lambda edit: edit[0].start) - 1
        if k < 0:
            return at
        old, new = self.edits[k]
        if at >= old.end:
            return at + new.end - old.end
        return new.start if at == old.start or not last else new.end


def swap_names(text: str, forms: Mapping[str, str]) -> Swapped:
    """`text` with each key of `forms` replaced by its value, all at once, longest first; whole words only, capitals as they stand.

    A form written in capitals throughout ("VENN") is found too, and replaced by capitals. Any run of white space may stand
    between the words of a name. The same mapping that holds both ways exchanges two names.
    """
    if not forms:
        return Swapped(text, ())
    table = {**{key.upper(): value.upper() for key, value in forms.items()}, **forms}
    ordered = sorted(table, key=lambda key: (-len(key), key))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(_loose(key) for key in ordered)})(?!\w)")
    parts, edits, done, length = [], [], 0, 0
    for found in pattern.finditer(text):
        kept, other = text[done:found.start()], table[" ".join(found.group().split())]
        length += len(kept)
        edits.append((Span(*found.span()), Span(length, length + len(other))))
        parts += [kept, other]
        done, length = found.end(), length + len(other)
    return Swapped("".join((*parts, text[done:])), tuple(edits))


def _loose(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def exchange_forms(x: str, y: str, *, variants: Sequence[str] = (), people: bool = False) -> dict[str, str]:
    """Which form of a name goes to which, both ways: the names as given, and for people their last and first names.

    Args:
        x, y: the fullest names ("Ana Ruiz", "Tom Lee"); where one has no first name, the other's first name stays.
        variants: other writings seen in the articles ("Ruíz", "A. Ruiz", "Ana"); each goes to the other's form of that length.
        people: last and first names stand for the whole. Never so for bodies: "Labour Party" is not "Party".
    """
    forms = {x: y, y: x}
    if not people:
        return forms
    seen = sorted({part for one in variants for part in ((one,) if _PLAIN.fullmatch(one) else _WORD.findall(one))})
    for mine, other in ((x, y), (y, x)):
        for variant in (last_word(mine), *seen):
            if variant and same_person_name(variant, mine):
                forms.setdefault(variant, last_word(other) if " " not in variant else other)
            elif " " in mine and " " in other and variant and fold_name(variant) == fold_name(mine.split()[0]):
                forms.setdefault(variant, other.split()[0])
    return {form: other for form, other in forms.items() if form != other}


def swap_article(article: Article, forms: Mapping[str, str]) -> tuple[Article, Swapped]:
    """The article with names exchanged in its text and in what is known of it; its id, dates and address stay."""
    swapped = swap_names(article.text, forms)

    def known(fact: Known | None) -> Known | None:
        if fact is None:
            return None
        return replace(fact, value=swap_names(fact.value, forms).text, span=swapped.place(fact.span) if fact.span else None)

    def moved(fact: Known | None) -> Known | None:
        return replace(fact, span=swapped.place(fact.span)) if fact is not None and fact.span else fact

    return replace(
        article, text=swapped.text, title=known(article.title), outlet=known(article.outlet), byline=known(article.byline),
        published=moved(article.published), genre=moved(article.genre), url=moved(article.url), language=moved(article.language),
        hints=tuple(replace(hint, span=swapped.place(hint.span)) for hint in article.hints),
        targets=tuple(replace(one, name=swap_names(one.name, forms).text, span=swapped.place(one.span)) for one in article.targets),
        notices=tuple(replace(one, span=swapped.place(one.span)) if one.span else one for one in article.notices)), swapped
