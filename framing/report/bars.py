"""Panels with a bar an article: one measure, its interval and its base."""

from __future__ import annotations

from framing.model.comparison import Metric
from framing.report.draft import Draft
from framing.report.passages import Shown
from framing.report.quantities import base_words, interval_words, is_share, value_words
from framing.report.view import BarDrawing, Measured, Panel


def bar_panel(draft: Draft, name: str, voice: str, title: str) -> Panel | None:
    """A bar an article for one measure; None where it was measured in no article."""
    found = [(shown, draft.metric(name, shown, voice=voice)) for shown in draft.articles]
    rows = tuple(_measured(shown, metric) for shown, metric in found if metric is not None)
    if not rows:
        return None
    shares = any(metric is not None and is_share(metric) for _, metric in found)
    tops = [top for row in rows for top in (row.value, row.high) if top is not None]
    most = 1.0 if shares else max(tops, default=1.0) or 1.0
    said = "; ".join(f"{draft.articles[row.article].letter} {row.words}" for row in rows)
    return Panel(f"bars-{name.replace('_', '-')}", title, said, BarDrawing(rows, most))


def _measured(shown: Shown, metric: Metric) -> Measured:
    about = ", ".join(part for part in (base_words(metric), interval_aside(metric)) if part)
    said = value_words(metric) + (f" ({about})" if about else "")
    return Measured(shown.place, metric.value, metric.low, metric.high, said)


def interval_aside(metric: Metric) -> str:
    found = interval_words(metric)
    return f"interval {found}" if found else ""
