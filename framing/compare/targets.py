"""One name a target over all articles: "Aleksei Vornin" here and "Vornin" there are one row of tone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from framing.compare.speakers import merge_names
from framing.model.annotation import Annotation


def unite_targets(annotations: Sequence[Annotation]) -> tuple[Annotation, ...]:
    """The articles with each target of tone under the fullest name that any of them gives it; which spelling wins does not depend on
    the order of the articles. A last name that two people share joins neither.
    """
    people = {one.name for annotation in annotations for one in annotation.reading.entities if one.kind == "person"}
    names = merge_names([(row.target, row.target in people) for annotation in annotations for row in annotation.tone])
    return tuple(replace(annotation, tone=tuple(row if names[row.target] == row.target else replace(row, target=names[row.target]) for row in annotation.tone))
                 for annotation in annotations)
