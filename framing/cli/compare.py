"""`framing compare`: the main job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from string import ascii_uppercase
from typing import TYPE_CHECKING, Annotated, Final

import typer

from framing.cli.console import (
    Config,
    Lexicons,
    NoColour,
    Quiet,
    Strict,
    Verbose,
    Zones,
    ZonesOption,
    paragraph,
    progress,
    remark,
)
from framing.cli.formats import EXPORTS, REPORT_FORMATS
from framing.cli.inputs import end, read_inputs
from framing.cli.verbose import tell_annotations, tell_versions
from framing.errors import FramingError

if TYPE_CHECKING:
    from framing.load import Loaded, Overrides
    from framing.model.comparison import Comparison

class Assets(StrEnum):
    """Where the style sheet of report.html goes."""

    inline = "inline"
    external = "external"


class Paper(StrEnum):
    """Size of a PDF's pages."""

    a4 = "A4"
    letter = "Letter"


TOLD: Final = frozenset({"not-english", "several-stories", "all-capitals", "too-little-text"})  # what decides whether the rest can be believed
HEADLINE: Final = 160  # characters of a headline in the summary: two lines
PAIRS_SHOWN: Final = 6  # pairs of articles named one by one in the summary
READ_FIRST: Final = (".html", ".pdf", ".md")  # what a person opens, where it was written
REPORT = ("html", "md", "json", "csv", "charts")
FORMATS = (*REPORT_FORMATS, *EXPORTS)


def parse_formats(given: str) -> tuple[str, ...]:
    """Formats from "html,md".

    Raises:
        typer.BadParameter: one of them is not known.
    """
    wanted = tuple(dict.fromkeys(part.strip().lower() for part in given.split(",") if part.strip()))
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown or not wanted:
        raise typer.BadParameter(f"{', '.join(unknown) or 'no format'}: choose from {', '.join(FORMATS)}")
    return wanted


def parse_overrides(inputs: Sequence[str], outlets: Sequence[str], dates: Sequence[str]) -> Overrides:
    """Outlets and dates given on the command line: "NAME" for the articles in order, or "article=NAME" for one.

    Raises:
        typer.BadParameter: more values than inputs, an empty value, or a date that cannot be read.
    """
    from framing.load import Given, Overrides

    rows: list[tuple[str, Given]] = []
    for option, values in (("outlet", outlets), ("date", dates)):
        if len(values) > len(inputs) and not all("=" in value for value in values):
            raise typer.BadParameter(f"--{option} is given {len(values)} times for {len(inputs)} inputs")
        for k, value in enumerate(values):
            name, mark, rest = value.partition("=")
            key, said = (name, rest) if mark else (inputs[k], value)
            if not said.strip() or not key:
                raise typer.BadParameter(f"--{option} {value!r}: give a value, or ARTICLE=VALUE")
            rows.append((key, Given(outlet=said) if option == "outlet" else Given(date=said)))
    for _, given in rows:
        try:
            given.facts("option")
        except FramingError as problem:
            raise typer.BadParameter(f"--date: {problem}") from problem
    return Overrides(articles=tuple(rows))


def check_named(loaded: Loaded, inputs: Sequence[str], overrides: Overrides) -> None:
    """See that each article that an option names is there: a misspelt name would otherwise be lost in silence.

    Raises:
        typer.BadParameter: no input and no article goes by that name.
    """
    names = {*inputs, *(Path(given).name for given in inputs), *(Path(given).stem for given in inputs)}
    for article in loaded.articles:
        names |= {article.id, article.name, Path(article.name).stem}
    for key, _ in overrides.articles:
        if key not in names and Path(key).name not in names:
            raise typer.BadParameter(f"{key}: no article of that name; there are {', '.join(one.name for one in loaded.articles)}")


def summarise(comparison: Comparison, folder: Path, files: Sequence[Path]) -> None:
    """What a reader at the terminal wants to know first: which articles, whether they can be compared, and the findings."""
    letters = {one.id: ascii_uppercase[k] for k, one in enumerate(comparison.annotations)}
    for one, story in zip(comparison.annotations, comparison.stories, strict=True):
        article = one.document.article
        headline = " ".join((one.document.headline(story) or "no headline found").split())
        paragraph(f"{letters[one.id]} ", f"{article.outlet.value if article.outlet else article.name}: {headline[:HEADLINE]}")
        for notice in one.notices:
            if notice.code in TOLD:
                paragraph("  ", f"{notice.code}: {notice.message}")
    remark("")
    for said in _verdicts(comparison, letters):
        paragraph("", said)
    for k, finding in enumerate(comparison.findings, 1):
        remark("")
        paragraph(f"{k}. ", f"{finding.sentence} [{finding.strength}: {finding.reason}]")
    if not comparison.findings:
        remark("No finding: nothing that was compared differs clearly.")
    first = next((path for ending in READ_FIRST for path in files if path.suffix == ending), files[0] if files else folder)
    remark("")
    remark(f"{len(files)} files in {folder}; open {first}")  # a path is never broken


def _verdicts(comparison: Comparison, letters: Mapping[str, str]) -> list[str]:
    """The verdict on each pair; of many pairs, how many have which."""
    rows = comparison.comparability
    words = {"same-event": "same event", "same-topic": "same topic, not the same event", "near-duplicate": "near-duplicate, treat as one source",
             "different": "different events"}
    if len(rows) > PAIRS_SHOWN:
        counts = Counter(one.verdict for one in rows)
        return [f"{len(rows)} pairs: " + "; ".join(f"{n} {words[verdict]}" for verdict, n in counts.most_common()) + "."]
    apart = ["" if one.days_apart is None else f" ({_days(one.days_apart)} apart)" if one.days_apart else " (on one day)" for one in rows]
    return [f"{letters[one.a]} and {letters[one.b]}: {words[one.verdict]}{days}." for one, days in zip(rows, apart, strict=True)]


def _days(n: int) -> str:
    return "1 day" if n == 1 else f"{n} days"


def run_comparison(inputs: Sequence[str], folder: Path, *, formats: Sequence[str], zones: Zones, overrides: Overrides | None = None,
                   lexicons: Sequence[Path] = (), force: bool = False, overwrite: bool = False, seed: int = 7, assets: Assets = Assets.inline,
                   paper: Paper = Paper.a4, strict: bool = False, as_json: bool = False) -> Comparison:
    """Load, compare, write; the comparison for whoever goes on with it.

    Raises:
        FramingError: the articles cannot be compared, or the report cannot be written.
    """
    if not as_json:
        from framing.report.write import check_report_folder  # heavy, so not imported for --help

        check_report_folder(folder, overwrite=overwrite)
    loaded = read_inputs(inputs, zones, overrides)
    if overrides is not None:
        check_named(loaded, inputs, overrides)
    with progress("loading the language model") as say:
        from framing import pipeline
        from framing.report.to_json import to_json
        from framing.report.write import write_report

        settings = pipeline.Settings(force=force, seed=seed, lexicons=tuple(lexicons), sides=loaded.sides, progress=say)
        tools = pipeline.load_tools(lexicons)
        tell_versions(tools)
        comparison = pipeline.compare(loaded.articles, tools, settings, failures=loaded.failures)
        tell_annotations(comparison.annotations)
        if as_json:
            print(to_json(comparison), end="")
        else:
            say("writing the report")
            files = write_report(comparison, folder, formats=formats, overwrite=overwrite, assets=assets.value, paper=paper.value)
    if not as_json:
        summarise(comparison, folder, files)
    end(loaded, strict)
    return comparison


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("compare", short_help="Compare 2 to 20 articles on one event: a report.")
    def compare(
        articles: Annotated[list[str], typer.Argument(metavar="ARTICLE ARTICLE...", help="2 to 20 articles: files, a folder, or a table of them.")],
        output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Folder for the report; made if it is not there.")] = Path("reports/comparison"),
        formats: Annotated[str, typer.Option("--format", metavar="LIST", help=f"What to write, with commas between: {', '.join(FORMATS)}.")] = ",".join(REPORT),
        zones: ZonesOption = Zones.detect,
        outlet: Annotated[list[str] | None, typer.Option("--outlet", metavar="NAME", help="Who published an article; repeat it in the articles' order, or give ARTICLE=NAME.")] = None,
        date: Annotated[list[str] | None, typer.Option("--date", metavar="DATE", help="When it was published, the same way: 2019-05-03, or ARTICLE=2019-05-03.")] = None,
        lexicon: Lexicons = None,
        assets: Annotated[Assets, typer.Option("--assets", help="The style sheet of report.html: inside it, or in a file beside it.")] = Assets.inline,
        paper: Annotated[Paper, typer.Option("--paper", case_sensitive=False, help="Pages of report.pdf; report.html prints on either.")] = Paper.a4,
        seed: Annotated[int, typer.Option("--seed", min=0, metavar="N", help="Start of the random draws behind the intervals; the same seed gives the same report.")] = 7,
        force: Annotated[bool, typer.Option("--force", help="Compare articles on different events too, with a banner.")] = False,
        overwrite: Annotated[bool, typer.Option("--overwrite", help="Write even if DIR holds other files, which stay; an earlier report is replaced in any case.")] = False,
        as_json: Annotated[bool, typer.Option("--json", help="Print report.json instead of writing files.")] = False,
        config: Config = None,
        strict: Strict = False,
        quiet: Quiet = False,
        verbose: Verbose = False,
        no_color: NoColour = False,
    ) -> None:
        """Compare 2 to 20 articles on one event and write a report.

        Example: framing compare north.html south.txt -o reports/vote
        """
        overrides = replace(parse_overrides(articles, outlet or [], date or []), config=config)
        run_comparison(articles, output, formats=parse_formats(formats), zones=zones, overrides=overrides,
                       lexicons=lexicon or [], force=force, overwrite=overwrite, seed=seed, assets=assets, paper=paper, strict=strict, as_json=as_json)
