"""The Python interface: a few functions, and values that can write themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from framing import pipeline
from framing.errors import FramingError
from framing.load import load_articles
from framing.model.alignment import Alignment as AlignmentValue
from framing.model.annotation import Annotation as AnnotationValue
from framing.model.article import Article, ZonesMode
from framing.model.comparison import Comparison as ComparisonValue
from framing.model.pairing import Pairing as PairingValue
from framing.report.tables import to_frames
from framing.report.to_html import to_fragment, to_html
from framing.report.to_json import alignment_record, annotation_record, comparison_record, pairing_record
from framing.report.to_markdown import to_markdown
from framing.report.write import write_export, write_report

if TYPE_CHECKING:
    import pandas


@cache
def _tools() -> pipeline.Tools:
    return pipeline.load_tools()


@dataclass(frozen=True, slots=True, repr=False)
class Annotation:
    """An annotated article."""

    value: AnnotationValue

    def to_dict(self, *, all_terms: bool = False) -> dict[str, Any]:
        """The contract `framing.annotation/1`."""
        return annotation_record(self.value, all_terms=all_terms)

    def __repr__(self) -> str:
        found = self.value
        return f"<Annotation of {found.id}: {len(found.reading.attributions)} attributions, {len(found.loaded_terms)} loaded terms>"


@dataclass(frozen=True, slots=True, repr=False)
class Pairing:
    """Which stories report the same event."""

    value: PairingValue

    def to_dict(self) -> dict[str, Any]:
        """The contract `framing.pairs/1`."""
        return pairing_record(self.value)

    def __repr__(self) -> str:
        return f"<Pairing of {sum(len(one.members) for one in self.value.clusters)} stories into {len(self.value.clusters)} events>"


@dataclass(frozen=True, slots=True, repr=False)
class Alignment:
    """Two articles lined up."""

    value: AlignmentValue

    def to_dict(self) -> dict[str, Any]:
        """The contract `framing.alignment/1`."""
        return alignment_record(self.value)

    def __repr__(self) -> str:
        return f"<Alignment of {self.value.a_id} and {self.value.b_id}: {len(self.value.pairs)} aligned passages>"


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """A finished comparison."""

    value: ComparisonValue

    @property
    def tables(self) -> dict[str, pandas.DataFrame]:
        """Tables by name, one row a span: attributions, labels, loaded_terms, tone, alignment, only_in, metrics, warnings, dropped."""
        return to_frames(self.value)

    def to_dict(self) -> dict[str, Any]:
        """The contract `framing.comparison/1`."""
        return comparison_record(self.value)

    def to_html(self) -> str:
        """The report as one HTML page."""
        return to_html(self.value)

    def to_markdown(self) -> str:
        """The report as Markdown."""
        return to_markdown(self.value)

    def write(self, folder: str | Path, *, formats: Sequence[str] = ("html", "md", "json", "csv"), overwrite: bool = False,
              assets: Literal["inline", "external"] = "inline") -> list[Path]:
        """Write the report into `folder`; the files written. `assets` says where the style sheet goes: into the page, or beside it.

        Raises:
            OutputError: the folder cannot be written, or holds files that are not a report's and `overwrite` is not set.
        """
        return write_report(self.value, Path(folder), formats=formats, overwrite=overwrite, assets=assets)

    def __repr__(self) -> str:
        return f"<Comparison of {', '.join(one.id for one in self.value.annotations)}: {len(self.value.findings)} findings>"

    def _repr_html_(self) -> str:
        return to_fragment(self.value)


def load(path: str | Path | Sequence[str | Path], zones: ZonesMode = "detect") -> list[Article]:
    """Articles of a file, a folder or several of either, in order.

    Raises:
        FramingError: nothing could be read; the message says why.
    """
    loaded = load_articles([path] if isinstance(path, str | Path) else list(path), zones=zones)
    if loaded.failures and not loaded.articles:
        raise FramingError("; ".join(f"{one.name}: {one.problem}" for one in loaded.failures[:3]))
    return list(loaded.articles)


def annotate(article: Article) -> Annotation:
    """Clean, annotate and measure one article.

    Raises:
        ModelMissingError: no language model is installed.
    """
    return Annotation(pipeline.annotate([article], _tools())[0])


def export(annotations: Sequence[Annotation], folder: str | Path, *, format: str, overwrite: bool = False) -> list[Path]:
    """Write the marks of annotated articles for annotation tools into `folder`; the files written.

    Args:
        format: web-annotation, brat, label-studio, doccano or cas (which needs dkpro-cassis).

    Raises:
        OutputError: no such format, its library is missing, or the folder cannot be written or holds other files and `overwrite` is not set.
    """
    return write_export([one.value for one in annotations], Path(folder), format, overwrite=overwrite)


def pair(articles: Sequence[Article]) -> Pairing:
    """Which stories of the articles report the same event."""
    return Pairing(pipeline.pair(articles))


def align(a: Annotation, b: Annotation) -> Alignment:
    """Aligned passages of two annotated articles, and what is only in one."""
    return Alignment(pipeline.align(a.value, b.value))


def compare(articles: Sequence[Article], *, force: bool = False) -> Comparison:
    """Compare 2 to 20 articles.

    Raises:
        FramingError: too few or too many articles, or one without text.
        NotComparableError: they report different events and `force` is not set.
    """
    return Comparison(pipeline.compare(articles, _tools(), pipeline.Settings(force=force)))
