"""`framing exercise`: a classroom pack."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.compare import check_named, parse_overrides
from framing.cli.console import (
    Lexicons,
    NoColour,
    Quiet,
    Strict,
    Verbose,
    Zones,
    ZonesOption,
    progress,
    remark,
)
from framing.cli.exercise_options import Config, pack_options, parse_list, read_config
from framing.cli.inputs import end, read_inputs
from framing.cli.verbose import tell_annotations, tell_versions
from framing.errors import FramingError, PackError

if TYPE_CHECKING:
    from framing.load import Loaded
    from framing.model.comparison import Comparison
    from framing.model.exercise import Pack
    from framing.model.pack_options import PackOptions

_MOST_KEY = 20_000_000  # bytes of an edited key: a hundred times the largest


def make_pack(loaded: Loaded, options: PackOptions, *, lexicons: Sequence[Path] = (), force: bool = False) -> Pack:
    """Compare the articles and build the pack.

    Raises:
        FramingError: the articles cannot be compared, or no exercise can be made of them.
    """
    with progress("loading the language model") as say:
        from framing import pipeline
        from framing.classroom.build import MOST_ARTICLES, build_pack

        if not 2 <= len(loaded.articles) <= MOST_ARTICLES:
            raise FramingError(f"a classroom pack needs 2 to {MOST_ARTICLES} articles, not {len(loaded.articles)}")
        settings = pipeline.Settings(force=force, lexicons=tuple(lexicons), sides=loaded.sides, progress=say)
        tools = pipeline.load_tools(lexicons)
        tell_versions(tools)
        comparison = pipeline.compare(loaded.articles, tools, settings, failures=loaded.failures)
        tell_annotations(comparison.annotations)
        say("building the exercises")
        return build_pack(comparison, options)


def write(pack: Pack, folder: Path, formats: Sequence[str], *, large_print: bool, overwrite: bool) -> None:
    """Write the pack and say what is in it.

    Raises:
        OutputError: the folder is somebody else's, or a file cannot be written.
    """
    from framing.classroom.write import write_pack
    from framing.report.to_pdf import to_pdf

    files = write_pack(pack, folder, formats, large_print=large_print, overwrite=overwrite, printer=to_pdf if "pdf" in formats else None)
    for exercise in pack.exercises:
        remark(f"{exercise.type} {exercise.title}: {_many(len(exercise.items), 'item')}, about {exercise.minutes} minutes")
    for left in pack.left_out:
        remark(f"{left.type} left out: {left.reason}")
    for notice in pack.plan.notices:
        remark(f"note: {notice}")
    if not pack.verified:
        remark(f"the key is a draft: check key.csv, fill verified_by, then: framing exercise {folder}")
    remark(f"{len(files)} files in {folder}; open {folder / 'lesson_plan.html' if 'plan' in formats else files[0]}")


def write_demo_pack(comparison: Comparison, folder: Path, *, overwrite: bool = False) -> None:
    """A pack of a bundled event, over an earlier one; with `overwrite` beside files of others.

    Raises:
        FramingError: it cannot be made or written.
    """
    from framing.classroom.build import build_pack
    from framing.classroom.write import DEFAULT, write_pack
    from framing.model.pack_options import PackOptions

    formats = [one for one in DEFAULT if one != "qti21"]  # 200 kB a pack that hold what qti12.zip holds
    files = write_pack(build_pack(comparison, PackOptions()), folder, formats, overwrite=overwrite)
    remark(f"a classroom pack: {len(files)} files in {folder}")


def remake(folder: Path, key: Path | None, output: Path, formats: Sequence[str], *, overwrite: bool) -> None:
    """Write a pack again with its edited key.

    Raises:
        FramingError: a file cannot be read.
        PackError: the key has faults; each is named by row and column.
    """
    from framing.classroom.key_csv import read_key
    from framing.classroom.to_json import pack_from_json

    pack = pack_from_json(_text(folder / "manifest.json"))
    table = key or folder / "key.csv"
    try:
        pack = read_key(pack, _text(table))
    except PackError as problem:
        raise PackError(table, tuple(one.removeprefix("key.csv: ") for one in problem.problems)) from problem
    write(pack, output, formats, large_print=dict(pack.settings).get("large_print") == "yes", overwrite=overwrite)


def _text(path: Path) -> str:
    """A text file as a spreadsheet may have written it: UTF-8, else Windows-1252."""
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST_KEY + 1)
    except OSError as problem:
        raise FramingError(f"{path}: cannot be read ({problem.strerror or problem})") from problem
    if len(raw) > _MOST_KEY:
        raise FramingError(f"{path}: over {_MOST_KEY:,} bytes; this is no key")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FramingError(f"{path}: neither UTF-8 nor Windows-1252; save it as CSV UTF-8")


def _many(n: int, word: str) -> str:
    return f"{n} {word}{'' if n == 1 else 's'}"


def _is_pack(inputs: Sequence[str]) -> bool:
    from framing.classroom.write import is_pack

    return len(inputs) == 1 and is_pack(Path(inputs[0]))


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("exercise", short_help="Make a classroom pack of 2 to 6 articles on one event.")
    def exercise(
        inputs: Annotated[list[str], typer.Argument(metavar="ARTICLE ARTICLE...", help="2 to 6 articles: files, a folder, or a table of them; or one pack, to write it again with its edited key.csv.")],
        output: Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR", help="Folder for the pack; default: reports/pack.")] = None,
        types: Annotated[str | None, typer.Option("--types", metavar="LIST", help="Exercises to make, with commas between, of E1 to E12; default: all.")] = None,
        level: Annotated[str | None, typer.Option("--level", metavar="LEVEL", help="easier, standard or harder; default: standard.")] = None,
        items: Annotated[int | None, typer.Option("--items", metavar="N", help="Sentences or statements in an exercise, 2 to 12.")] = None,
        minutes: Annotated[int | None, typer.Option("--minutes", metavar="N", help="Keep the exercises that fit into this lesson.")] = None,
        seed: Annotated[int | None, typer.Option("--seed", min=0, metavar="N", help="Start of the random draws, which decide the order; default: 7.")] = None,
        version: Annotated[str | None, typer.Option("--version", metavar="A|B", help="B takes other items where there are enough.")] = None,
        paper: Annotated[str | None, typer.Option("--paper", metavar="A4|Letter", help="Paper of the printed sheets; default: A4.")] = None,
        large_print: Annotated[bool | None, typer.Option("--large-print", help="Printed sheets in large letters.")] = None,
        check: Annotated[bool | None, typer.Option("--check", help="Students may check: the key is then inside student.html.")] = None,
        anonymise: Annotated[bool | None, typer.Option("--anonymise/--no-anonymise", help="Hide who published each article; default: yes.")] = None,
        excerpt_words: Annotated[int | None, typer.Option("--excerpt-words", metavar="N", help="Most words shown of an article; default: 800.")] = None,
        originals: Annotated[bool | None, typer.Option("--originals", help="Print no article text, for a class that has the originals: sheets give links, places and first words.")] = None,
        formats: Annotated[str | None, typer.Option("--formats", metavar="LIST", help="What to write, with commas between: html, print, key, csv, reveal, plan, gift, moodle, qti12, qti21, h5p, pdf; default: all but pdf.")] = None,
        config: Annotated[Path | None, typer.Option("--config", metavar="FILE", help="A TOML file with these settings; it may also hold the [articles] and [sides] of a framing.toml.")] = None,
        key: Annotated[Path | None, typer.Option("--key", metavar="FILE", help="With a pack: an edited key elsewhere than in it.")] = None,
        outlet: Annotated[list[str] | None, typer.Option("--outlet", metavar="NAME", help="Who published an article; repeat it in the articles' order, or give ARTICLE=NAME.")] = None,
        zones: ZonesOption = Zones.detect,
        lexicon: Lexicons = None,
        force: Annotated[bool, typer.Option("--force", help="Make a pack of articles on different events too.")] = False,
        overwrite: Annotated[bool, typer.Option("--overwrite", help="Write even if DIR holds other files, which stay; an earlier pack is replaced in any case.")] = False,
        strict: Strict = False,
        quiet: Quiet = False,
        verbose: Verbose = False,
        no_color: NoColour = False,
    ) -> None:
        """Make a classroom pack of 2 to 6 articles on one event: exercises, printed sheets, key, files for learning systems.

        Check key.csv, fill its last column, and give the pack again: its files are written anew with your key.

        Example: framing exercise north.html south.txt -o reports/pack --minutes 40
        """
        from framing.classroom.write import check_pack_folder

        said = {"types": parse_list(types, upper=True), "formats": parse_list(formats, upper=False), "level": level, "items": items, "minutes": minutes, "seed": seed,
                "version": version, "paper": paper, "large_print": large_print, "check": check, "anonymise": anonymise, "excerpt_words": excerpt_words,
                "originals": originals}
        settings = read_config(config) if config else Config()
        options, wanted = pack_options(said, settings.pack)
        if _is_pack(inputs):
            remake(Path(inputs[0]), key, output or Path(inputs[0]), wanted, overwrite=overwrite)
            return
        if key is not None:
            raise typer.BadParameter("--key goes with a pack, not with articles")
        overrides = parse_overrides(inputs, outlet or [], [])
        folder = output or Path("reports/pack")
        check_pack_folder(folder, overwrite=overwrite)
        loaded = read_inputs(inputs, zones, overrides, config=config if settings.of_articles else None)
        check_named(loaded, inputs, overrides)
        write(make_pack(loaded, options, lexicons=lexicon or [], force=force), folder, wanted, large_print=options.large_print, overwrite=overwrite)
        end(loaded, strict)
