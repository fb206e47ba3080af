"""Inputs to articles: finds the files, reads each by its kind, and settles what is known of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, BinaryIO, Final

from framing.errors import ArticleError
from framing.load.config import NOTHING_GIVEN, Given, Overrides, folder_overrides
from framing.load.decode import HALF_PAIR
from framing.load.discover import ADDRESS, find_files, kind_of
from framing.load.draft import Draft, Facts
from framing.load.metadata import facts_of_text
from framing.load.remarks import cut_notice, language_of, remarks_on
from framing.model.article import Article, Failure, Known, Notice, ZonesMode

MAX_BYTES: Final = 200_000_000  # of one article's file: beyond it no person saved a page; tables may be as large as memory allows
_TABLES: Final = ("jsonl", "csv", "parquet")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Articles in the order of the inputs, and the inputs that could not be used."""

    articles: tuple[Article, ...]
    failures: tuple[Failure, ...]
    sides: tuple[tuple[str, str], ...] = ()
    configs: tuple[Path, ...] = ()  # the configuration files that were read
    unused: tuple[str, ...] = ()  # articles that those name and that were not among the inputs


def load_articles(inputs: Sequence[str | Path], *, zones: ZonesMode = "detect", overrides: Overrides = NOTHING_GIVEN,
                  stdin: BinaryIO | None = None) -> Loaded:
    """Read articles from files, folders and, for "-", from `stdin`.

    Args:
        inputs: files or folders; a folder gives its articles sorted by name, with those of the folders in it.
        zones: "none" takes each text as clean body.
        overrides: what the user says of the articles; it wins over `framing.toml`, that over the page, that over the text.
        stdin: where "-" reads from.

    Returns:
        What could be read, and a failure with one line for each input or record that could not: bad input never raises.

    Raises:
        FramingError: an option or a configuration file says something that cannot be read.
    """
    failures: list[Failure] = []
    articles: list[Article] = []
    configs: dict[Path, Overrides] = {}
    for path, drafts in _read_inputs(inputs, stdin, failures):
        config = _config_of(path, overrides, configs)
        articles += [_article(draft, path, zones, overrides, config) for draft in drafts]
    sides = dict(pair for config in configs.values() for pair in config.sides) | dict(overrides.sides)
    read = tuple(dict.fromkeys(config.config for config in configs.values() if config.config is not None))
    known = {name for article in articles for name in (article.id, article.name, Path(article.name).stem)}
    unused = tuple(dict.fromkeys(name for config in configs.values() for name, _ in config.articles if name not in known))
    return Loaded(tuple(_mark_identical(_number_ids(articles))), tuple(failures), tuple(sides.items()), read, unused)


def _config_of(path: Path | None, overrides: Overrides, configs: dict[Path, Overrides]) -> Overrides:
    folder = path.parent if path is not None else Path()
    if folder not in configs:
        configs[folder] = folder_overrides(folder, config=overrides.config) if path is not None or overrides.config else Overrides()
    return configs[folder]


def _read_inputs(inputs: Sequence[str | Path], stdin: BinaryIO | None, failures: list[Failure]) -> Iterator[tuple[Path | None, list[Draft]]]:
    """Each file with its drafts; what cannot be read is added to `failures`."""
    for given in inputs:
        try:
            paths = [None] if str(given) == "-" else find_files(_path(given))
        except ArticleError as problem:
            failures.append(Failure(str(given), str(problem)))
            continue
        except OSError as problem:
            failures.append(Failure(str(given), f"{given}: cannot be read ({problem.strerror or problem})"))
            continue
        for path in paths:
            drafts: list[Draft] = []
            name = str(path) if path is not None else "-"
            try:
                for one in _drafts(path, _bytes_of(path, stdin)):
                    if isinstance(one, Failure):
                        failures.append(one)
                    else:
                        drafts.append(one)
            except ArticleError as problem:
                failures.append(Failure(name, str(problem)))
            yield path, drafts


def _path(given: str | Path) -> Path:
    if not str(given):
        raise ArticleError('""', "an input without a name")  # Path("") would be the working folder
    if str(given).startswith(("http://", "https://")):
        raise ArticleError(str(given), ADDRESS)  # said of the address as given: a path has its slashes folded
    return Path(given)


def _bytes_of(path: Path | None, stdin: BinaryIO | None) -> bytes:
    if path is None:
        if stdin is None:
            raise ArticleError("-", "nothing to read on standard input")
        return stdin.read()
    try:
        return path.read_bytes()
    except OSError as problem:
        raise ArticleError(path, f"cannot be read ({problem.strerror or problem})") from problem


def _drafts(path: Path | None, raw: bytes) -> Iterable[Draft | Failure]:
    """The articles in one file's bytes, by what the bytes are. Each reader is imported when its kind turns up."""
    place = str(path) if path is not None else "-"
    kind, remark = kind_of(path, raw)
    if kind in _TABLES:
        return _table(kind, raw, place)
    if len(raw) > MAX_BYTES:
        raise ArticleError(place, f"{len(raw):,} bytes; an article may have {MAX_BYTES:,}")
    draft = _single(kind, raw, place)
    if not draft.text.strip():
        raise ArticleError(place, "no text in this file")
    if remark:
        draft = replace(draft, notices=(Notice("wrong-ending", remark), *draft.notices))
    return [draft]


def _table(kind: str, raw: bytes, place: str) -> Iterable[Draft | Failure]:
    from framing.load import table

    return {"jsonl": table.read_jsonl, "csv": table.read_csv, "parquet": table.read_parquet}[kind](raw, place)


def _single(kind: str, raw: bytes, place: str) -> Draft:
    match kind:
        case "page":
            from framing.load.page import read_page
            return read_page(raw, place)
        case "docx":
            from framing.load.office import read_docx
            return read_docx(raw, place)
        case "pdf":
            from framing.load.pdf import read_pdf
            return read_pdf(raw, place)
        case "markdown":
            from framing.load.markdown import read_markdown
            return read_markdown(raw, place)
        case _:
            from framing.load.plain_text import read_plain_text
            return read_plain_text(raw, place)


def _article(draft: Draft, path: Path | None, zones: ZonesMode, overrides: Overrides, config: Overrides) -> Article:
    """The article of a draft, with facts settled: options over configuration over page or record over text."""
    stem = _readable(path.stem) if path is not None else "stdin"
    identity = draft.id if draft.id is not None else stem
    names = (identity, draft.place) if draft.id is not None or path is None else (identity, draft.place, path.name, stem)
    option, said = overrides.of(*names), config.of(*names)
    from_text, notices = facts_of_text(draft.text, stem if draft.id is None else "")
    facts = option.facts("option").over(said.facts("config")).over(draft.facts).over(from_text)
    facts, mended = _whole(facts.over(Facts(language=language_of(draft.text))))
    excerpt = _first(option, said, "excerpt")
    cut = cut_notice(draft.text) if excerpt is None else None
    return Article(
        id=identity, text=draft.text, name=_readable(path.name if path is not None and draft.id is None else draft.place),
        sha256=hashlib.sha256(draft.raw).hexdigest(), n_bytes=len(draft.raw), encoding=draft.encoding, media_type=draft.media_type,
        title=facts.title, outlet=facts.outlet, published=facts.published, byline=facts.byline, genre=facts.genre, url=facts.url,
        language=facts.language, zones=zones, hints=draft.hints if zones == "detect" else (), targets=draft.targets,
        excerpt=cut is not None if excerpt is None else bool(excerpt), side=_first(option, said, "side"),
        notices=(*draft.notices, *mended, *_still_true(notices, facts), *remarks_on(draft.text), *((cut,) if cut else ())))


def _readable(name: str) -> str:
    """A file's name that can be written: bytes that are no UTF-8 reach Python as half surrogate pairs, and no report can hold those."""
    return HALF_PAIR.sub(lambda byte: f"\\x{ord(byte.group()) & 0xFF:02x}", name)


def _whole(facts: Facts) -> tuple[Facts, tuple[Notice, ...]]:
    """Facts with halves of surrogate pairs shown as U+FFFD, and a remark for each that held one."""
    odd = {one.name: known for one in fields(facts) if (known := getattr(facts, one.name)) is not None and HALF_PAIR.search(known.value)}
    notices = tuple(Notice("broken-characters", f"the {name} holds half of a surrogate pair, shown as U+FFFD") for name in odd)
    return replace(facts, **{name: replace(known, value=HALF_PAIR.sub("\ufffd", known.value)) for name, known in odd.items()}), notices


def _first(option: Given, said: Given, name: str) -> Any:
    """What the options say of a field, else what the configuration says."""
    return getattr(said, name) if getattr(option, name) is None else getattr(option, name)


def _still_true(notices: Iterable[Notice], facts: Facts) -> Iterator[Notice]:
    """Remarks on facts read from the text, where a better origin has not settled them."""
    settled: dict[str, Known | None] = {"date-ambiguous": facts.published, "genre-doubtful": facts.genre}
    for notice in notices:
        known = settled.get(notice.code)
        if known is None or known.origin == "text":
            yield notice


def _number_ids(articles: list[Article]) -> list[Article]:
    """Ids made different: the second and later of the same name get -2, -3."""
    taken = {article.id for article in articles}
    seen: set[str] = set()
    numbered, last = [], dict.fromkeys(taken, 1)
    for article in articles:
        identity = article.id
        if identity in seen:
            while identity in taken:
                last[article.id] += 1
                identity = f"{article.id}-{last[article.id]}"
            taken.add(identity)
            notice = Notice("id-numbered", f"another article has the id {article.id!r}; this one is {identity!r}")
            article = replace(article, id=identity, notices=(*article.notices, notice))
        seen.add(identity)
        numbered.append(article)
    return numbered


def _mark_identical(articles: list[Article]) -> Iterator[Article]:
    """A remark on each article whose text was read before under another id."""
    first: dict[str, str] = {}
    for article in articles:
        key = hashlib.sha256(article.text.strip().encode("utf-8", "surrogatepass")).hexdigest()
        if key in first:
            notice = Notice("identical-input", f"the same text as {first[key]!r}; treat as one source")
            article = replace(article, notices=(*article.notices, notice))
        first.setdefault(key, article.id)
        yield article
