"""`framing audit`: whether the figures of an article depend on who is named in it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.cli.console import (
    Config,
    Inputs,
    Lexicons,
    NoColour,
    Quiet,
    Strict,
    Verbose,
    Zones,
    ZonesOption,
    progress,
    shown,
)
from framing.cli.inputs import end, read_inputs
from framing.cli.verbose import tell_versions
from framing.errors import FramingError

if TYPE_CHECKING:
    from framing.compare.stability import Moved, Stability
    from framing.model.annotation import Annotation
    from framing.model.article import Article
    from framing.pipeline import Tools
    from framing.text.swaps import Swapped

AUDIT = "framing.audit/1"
_MOST_NUMBERS = 12  # numbers listed an article: one attribution more moves every share of attributions
_LONGEST = 60  # characters of a cell on the terminal; --json has all


def parse_swaps(given: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of names from "X=Y".

    Raises:
        typer.BadParameter: no pair, one without two different names, or a name in two pairs.
    """
    pairs: list[tuple[str, str]] = []
    seen: set[str] = set()
    for one in given:
        x, _, y = (" ".join(part.split()) for part in one.partition("="))
        if not x or not y or x == y:
            raise typer.BadParameter(f"--swap {one!r}: give two different names, as in --swap \"Ana Ruiz=Tom Lee\"")
        if {x, y} & seen:
            raise typer.BadParameter(f"--swap {one!r}: a name that another --swap has already")
        seen |= {x, y}
        pairs.append((x, y))
    if not pairs:
        raise typer.BadParameter("say which names to exchange: --swap \"X=Y\"")
    return pairs


def forms_of(pairs: Sequence[tuple[str, str]], annotations: Sequence[Annotation]) -> dict[str, str]:
    """Which written form goes to which: each name at its fullest, with the other writings that these articles have of it."""
    from framing.text.names import fold_name, same_person_name
    from framing.text.swaps import exchange_forms

    entities = [(annotation, one) for annotation in annotations for one in annotation.reading.entities]
    people = [one.name for _, one in entities if one.kind == "person"]
    written = {(one.name, _bare(annotation.reading.text[mention.span.start:mention.span.end])) for annotation, one in entities if one.kind == "person"
               for mention in one.mentions if mention.form == "name"}
    bodies = {fold_name(one.name) for _, one in entities if one.kind in {"organisation", "state", "place"}}
    bodies |= {fold_name(annotation.document.article.outlet.value) for annotation in annotations if annotation.document.article.outlet}
    forms: dict[str, str] = {}
    for x, y in pairs:
        personal = not {fold_name(x), fold_name(y)} & bodies
        found = [[one for one in people if personal and same_person_name(one, name)] for name in (x, y)]
        fullest = [min(names, key=lambda full: (-len(full.split()), full), default=given) for names, given in zip(found, (x, y), strict=True)]
        seen = sorted({form for name, form in written if any(same_person_name(name, full) for full in fullest)})
        forms = {**exchange_forms(x, y), **exchange_forms(fullest[0], fullest[1], variants=seen, people=any(found)), **forms}
    return forms


def _bare(name: str) -> str:
    """A name on one line without its possessive."""
    return " ".join(name.split()).removesuffix("'s").removesuffix("’s")


def audit_articles(articles: Sequence[Article], pairs: Sequence[tuple[str, str]], tools: Tools) -> tuple[list[tuple[Swapped, Stability]], dict[str, str]]:
    """Each article read as it is and with the names exchanged, and what moved; with the forms exchanged.

    Raises:
        FramingError: none of the names stands in any of the articles or is its outlet.
    """
    from framing import pipeline
    from framing.compare.stability import compare_exchanged
    from framing.text.swaps import swap_article, swap_names

    before = pipeline.annotate(articles, tools)
    forms = forms_of(pairs, before)
    made = [swap_article(article, forms) for article in articles]
    if not any(changed != article for (changed, _), article in zip(made, articles, strict=True)):
        raise FramingError(f"{', '.join(name for pair in pairs for name in pair)}: none of these names stands in the articles")
    after = pipeline.annotate([article for article, _ in made], tools)
    rows = [(swapped, compare_exchanged(old, new, place=swapped.place, rename=lambda name: swap_names(name, forms).text))
            for old, new, (_, swapped) in zip(before, after, made, strict=True)]
    return rows, forms


def _record(articles: Sequence[Article], rows: Sequence[tuple[Swapped, Stability]], forms: dict[str, str]) -> dict[str, Any]:
    return {
        "schema": AUDIT,
        "exchanged": [{"from": form, "to": other} for form, other in sorted(forms.items())],
        "compared": sum(found.n_compared for _, found in rows),
        "moved": sum(len(found.moved) for _, found in rows),
        "articles": [{
            "id": article.id, "name": article.name, "names_replaced": len(swapped.edits), "compared": dict(found.compared),
            "moved": [{"kind": one.kind, "what": one.what, "start": one.span.start if one.span else None, "end": one.span.end if one.span else None,
                       "before": one.before, "after": one.after} for one in found.moved],
        } for article, (swapped, found) in zip(articles, rows, strict=True)],
    }


def _lines(article: Article, swapped: Swapped, found: Stability) -> Iterator[str]:
    """What the terminal shows of one article."""
    places = len(swapped.edits)
    yield f"{article.name}: {places} {'name' if places == 1 else 'names'} replaced"
    if not found.moved:
        yield f"  nothing moved: {found.n_compared} figures compared"
        return
    counts = Counter(one.kind for one in found.moved)
    yield "  moved: " + ", ".join(f"{kind} {counts[kind]} of {n}" for kind, n in found.compared if n)
    numbers = [one for one in found.moved if one.kind == "metric"]
    for one in (*(one for one in found.moved if one.kind != "metric"), *numbers[:_MOST_NUMBERS]):
        yield _line(one)
    if numbers[_MOST_NUMBERS:]:
        yield f"  - {len(numbers) - _MOST_NUMBERS} more numbers, which follow from these; --json has all"


def _line(one: Moved) -> str:
    place = f" at {one.span.start}:{one.span.end}" if one.span else ""
    return f"  - {one.kind} {_short(one.what)}{place}: {_short(one.before or 'not found')} -> {_short(one.after or 'not found')}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " ..."


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("audit", short_help="Exchange two names and show which figures move.")
    def audit(
        inputs: Inputs,
        swap: Annotated[list[str] | None, typer.Option("--swap", metavar="X=Y", help="Exchange these two names; may be repeated. At least one is needed.")] = None,
        zones: ZonesOption = Zones.detect,
        lexicon: Lexicons = None,
        as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
        config: Config = None,
        strict: Strict = False,
        quiet: Quiet = False,
        verbose: Verbose = False,
        no_color: NoColour = False,
    ) -> None:
        """Exchange two names in the articles and show which figures move.

        Names of people are exchanged in all their forms, those of outlets and bodies as given. The exit status is 0 whether or not
        anything moved.

        Example: framing audit north.txt south.txt --swap "Ana Ruiz=Tom Lee"
        """
        pairs = parse_swaps(swap or [])
        loaded = read_inputs(inputs, zones, config=config)
        with progress("loading the language model"):
            from framing import pipeline

            tools = pipeline.load_tools(lexicon or [])
            tell_versions(tools)
            rows, forms = audit_articles(loaded.articles, pairs, tools)
        record = _record(loaded.articles, rows, forms)
        if as_json:
            print(json.dumps(record, ensure_ascii=False, indent=1))
        else:
            _print(loaded.articles, rows, record, forms)
        end(loaded, strict)


def _print(articles: Sequence[Article], rows: Sequence[tuple[Swapped, Stability]], record: dict[str, Any], forms: dict[str, str]) -> None:
    """The audit as lines."""
    print(shown("exchanged: " + ", ".join(f"{form} -> {other}" for form, other in sorted(forms.items()))))
    for article, (swapped, found) in zip(articles, rows, strict=True):
        for line in _lines(article, swapped, found):
            print(shown(line))
    moved, compared = record["moved"], record["compared"]
    if any(one.what.startswith(("reading_ease", "grade")) for _, found in rows for one in found.moved):
        print("note: reading ease and grade count the syllables of names too, words the words of names")
    print(f"nothing moved: {compared} figures compared" if not moved else f"moved: {moved} of {compared} figures")
