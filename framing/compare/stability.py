"""What an exchange of names moves: two annotations of one article, before and after, lined up figure by figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from framing.compare.doers import doer_metrics
from framing.compare.frames import frame_metrics
from framing.compare.metrics import COUNTED, measure_article
from framing.compare.scope import Scope
from framing.model.annotation import Annotation
from framing.model.article import Span
from framing.model.findings import Attribution, Label, LoadedTerm

KINDS: Final = ("loaded term", "label", "attribution", "tone", "valence", "frame cue", "act of harm", "metric")  # tone: its polarity, target and voice
Rename = Callable[[str], str]
Place = Callable[[Span], Span]
Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured: its kind, a key that the exchange keeps, the place in its own text (None for a metric), what it was found to be."""

    kind: str
    key: tuple[str, ...]
    span: Span | None
    facts: Facts


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure that is not the same after the exchange. `before` and `after` say what differs; None where it is not there at all.

    `span` is its place in the article as given, or in the exchanged text where it stands in that alone; `what` names it.
    """

    kind: str
    what: str
    span: Span | None
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Stability:
    """How many figures of each kind were compared, and those that moved, in order of kind and place."""

    compared: tuple[tuple[str, int], ...]
    moved: tuple[Moved, ...]

    @property
    def n_compared(self) -> int:
        """Figures in all."""
        return sum(n for _, n in self.compared)


def compare_exchanged(before: Annotation, after: Annotation, *, place: Place, rename: Rename) -> Stability:
    """Every loaded term, label, attribution, tone and number of an article against those found after the exchange.

    Args:
        before, after: annotations of the article as given and with names exchanged.
        place: where a span of the first text lies in the second.
        rename: a name as the second text has it ("Ana Ruiz" -> "Tom Lee").
    """
    left = {(one.kind, *one.key): one for one in _figures(before, place, rename)}
    right = {(one.kind, *one.key): one for one in _figures(after, lambda span: span, lambda name: name)}
    keys = dict.fromkeys((*left, *right))
    moved = [one for key in keys for one in _moved(left.get(key), right.get(key))]
    ordered = sorted(moved, key=lambda one: (KINDS.index(one.kind), one.span or Span(0, 0), one.what))
    return Stability(tuple((kind, sum(key[0] == kind for key in keys)) for kind in KINDS), tuple(ordered))


def _moved(left: Figure | None, right: Figure | None) -> Iterator[Moved]:
    """What differs between a figure and its counterpart."""
    one = left or right
    if one is None or (left is not None and right is not None and left.facts == right.facts):
        return
    what = one.key[-1]
    if left is None or right is None:
        said = ", ".join(value for _, value in one.facts if value) or "found"
        yield Moved(one.kind, what, one.span, said if left else None, said if right else None)
        return
    differing = [(name, old, new) for (name, old), (_, new) in zip(left.facts, right.facts, strict=True) if old != new]
    yield Moved(one.kind, what, left.span, ", ".join(f"{name} {old or 'none'}" for name, old, _ in differing),
                ", ".join(f"{name} {new or 'none'}" for name, _, new in differing))


def _figures(annotation: Annotation, place: Place, rename: Rename) -> Iterator[Figure]:
    """All that was measured in one article, in terms of the exchanged text."""
    text = annotation.reading.text

    def at(span: Span) -> str:
        return "-".join(map(str, place(span)))

    def words(span: Span) -> str:
        return " ".join(rename(text[span.start:span.end]).split())

    for term in annotation.loaded_terms:
        yield Figure("loaded term", (at(term.span), term.entry, words(term.span)), term.span, _term(term, rename))
    for label in annotation.labels:
        yield Figure("label", (at(label.span), label.form, words(label.span)), label.span, _label(label, rename))
    for item in annotation.reading.attributions:
        first = (*item.cue, *item.content, *item.source)[0]
        yield Figure("attribution", (at(first), words(first)), first, _attribution(item, at, rename))
    for tone in annotation.tone:
        key = at(tone.mention), words(tone.mention)
        yield Figure("tone", key, tone.mention, (("target", rename(tone.target)), ("polarity", f"{tone.polarity:+d}"), ("voice", tone.voice)))
        yield Figure("valence", key, tone.mention, (("valence", f"{tone.valence:+.2f}"),))
    for hit in annotation.frames:
        yield Figure("frame cue", (at(hit.span), hit.rule, words(hit.span)), hit.span, (("voice", hit.voice),))
    for act in annotation.harm_acts:
        doer = words(act.doer) if act.doer else ""
        yield Figure("act of harm", (at(act.span), words(act.span)), act.span, (("told as", act.telling), ("doer", doer), ("voice", act.voice)))
    yield from _metrics(annotation, rename)


def _term(term: LoadedTerm, rename: Rename) -> Facts:
    return (("polarity", f"{term.polarity:+d}"), ("voice", term.voice), ("speaker", _renamed(term.speaker, rename)), ("zone", term.zone),
            ("aimed at", _renamed(term.target, rename)), ("negated", str(term.negated).lower()))


def _label(label: Label, rename: Rename) -> Facts:
    return (("referent", rename(label.referent)), ("evaluation", label.evaluation or ""), ("voice", label.voice),
            ("speaker", _renamed(label.speaker, rename)), ("zone", label.zone))


def _attribution(item: Attribution, at: Callable[[Span], str], rename: Rename) -> Facts:
    return (("speaker", _renamed(item.speaker, rename)), ("kind", item.directness), ("source type", item.source_type), ("cue class", item.cue_class),
            ("source at", " ".join(map(at, item.source))), ("content at", " ".join(map(at, item.content))), ("stance", str(item.stance).lower()))


def _metrics(annotation: Annotation, rename: Rename) -> Iterator[Figure]:
    """The article's numbers, story by story; those of the whole body once."""
    for k, story in enumerate(sorted({one.index for one in annotation.document.stories} or {0})):
        scope = Scope(annotation, story, 0)
        for row in (*measure_article(scope), *frame_metrics(scope), *doer_metrics(scope)):
            if k and row.zone != COUNTED:
                continue
            what = " ".join(part for part in (row.metric, f"({row.voice})" if row.voice != "all" else "", rename(row.category)) if part)
            yield Figure("metric", (str(story), what), None,
                         (("value", _number(row.value)), ("n", str(row.n)), ("of", str(row.base)), ("low", _number(row.low)), ("high", _number(row.high))))


def _number(value: float | None) -> str:
    return "withheld" if value is None else f"{round(value, 4) + 0.0:.4f}".rstrip("0").rstrip(".")


def _renamed(name: str | None, rename: Rename) -> str:
    return rename(name) if name else ""
