"""The export formats by name, and the files of each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from framing.errors import OutputError
from framing.model.annotation import Annotation
from framing.report.escape import json_text
from framing.report.exports import brat, cas, doccano, label_studio, web_annotation
from framing.report.exports.layers import Marked, mark_article
from framing.report.exports.places import stems, stored
from framing.version import __version__

EXPORT: Final = "framing.export/1"
MANIFEST: Final = "export.json"
_WRITERS: Final[Mapping[str, Callable[[Sequence[Marked]], dict[str, bytes]]]] = {
    "web-annotation": web_annotation.files,
    "brat": brat.files,
    "label-studio": label_studio.files,
    "doccano": doccano.files,
    "cas": cas.files,
}
EXPORTS: Final = tuple(_WRITERS)
_UNITS: Final = {"web-annotation": "code points", "brat": "code points", "label-studio": "code points", "doccano": "UTF-16 units",
                 "cas": "UTF-16 units"}


def export_files(annotations: Sequence[Annotation], form: str) -> dict[str, bytes]:
    """All files of an export, by name, with a manifest that says what was written from which input and how places are counted.

    Args:
        form: one of `EXPORTS`.

    Raises:
        OutputError: an unknown format, or one whose library is not installed.
    """
    if form not in _WRITERS:
        raise OutputError(f"unknown format {form}; choose from {', '.join(EXPORTS)}")
    articles = [mark_article(one, stem) for one, stem in zip(annotations, stems(one.id for one in annotations), strict=True)]
    made = _WRITERS[form](articles)
    return {**made, MANIFEST: _manifest(form, articles, made).encode()}


def _manifest(form: str, articles: Sequence[Marked], made: Mapping[str, bytes]) -> str:
    inputs = [one.annotation.document.article for one in articles]
    return json_text({
        "schema": EXPORT,
        "format": form,
        "tool": f"framing {__version__}",
        "offsets": _UNITS[form],
        "articles": [{"id": stored(article.id), "name": stored(article.name), "sha256": article.sha256, "stem": one.stem, "marks": len(one.marks),
                      "links": len(one.links)} for article, one in zip(inputs, articles, strict=True)],
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in sorted(made.items())},
    })
