"""All label patterns over one reading, each label with its voice and zone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.lexicons.label_sets import LabelSets
from framing.measure.labels.bodies import find_definites, find_governments
from framing.measure.labels.clauses import find_adverbs, find_copulas, find_relatives
from framing.measure.labels.events import days_by_sort, find_events
from framing.measure.labels.frames import Frame, find_frames
from framing.measure.labels.groups import find_contested, find_judged_groups
from framing.measure.labels.scene import Draft, Giver, Scene
from framing.measure.labels.titles import find_appositions, find_brackets, find_titles
from framing.model.annotation import Reading
from framing.model.article import Span
from framing.model.document import COUNTED_ZONES, Voice
from framing.model.findings import Label

# Whom the sets speak of ("officer" of a person is no name for the police): kind of referent -> referents of sets.
_RATED_BY: Final = {
    "person": frozenset({"person"}), "group": frozenset({"group", "person"}), "government": frozenset({"state"}),
    "event": frozenset({"event", "act"}), "state": frozenset({"state", "place"}), "place": frozenset({"place", "state"}),
    "organisation": frozenset({"group", "state"}), "other": frozenset({"group", "event", "act", "thing", "law", "place"}),
}
_LABEL_ZONES = COUNTED_ZONES | {"caption"}


def find_labels(reading: Reading, *, label_sets: LabelSets) -> tuple[Label, ...]:
    """Every label of a reading, in order of the text.

    Args:
        reading: a document with names, attributions and voices.
        label_sets: the contested sets; a label that one knows bears its id and "plus", "minus" or "plain".

    Returns:
        Labels of counted zones and captions. The words of each stand in the text at its span. Voice is that of the span,
        except in as-frames ("many states recognise X as Y"), where the label and the words of X are the subject's: attributed
        to it, in captions too. What an editor bracketed into a quotation is the outlet's own.
    """
    scene = Scene.of(reading)
    days = days_by_sort(scene)
    frames = list(find_frames(scene, days))
    beside = [*find_brackets(scene), *find_titles(scene), *find_appositions(scene)]
    drafts = [*(frame.draft for frame in frames), *beside, *find_copulas(scene), *find_governments(scene), *find_events(scene, days),
              *find_definites(scene, beside, [frame.draft for frame in frames]), *find_relatives(scene), *find_adverbs(scene),
              *find_judged_groups(scene), *find_contested(scene, label_sets)]
    found: list[Label] = []
    taken: list[Draft] = []
    for draft in drafts:
        label = _label(scene, draft, frames, label_sets)
        if label is not None and not any(_same(draft, other) for other in taken):
            taken.append(draft)
            found.append(label)
    return tuple(sorted(found, key=lambda label: (label.span, label.referent, label.form)))


def _same(draft: Draft, other: Draft) -> bool:
    """Whether an earlier pattern already gave these words to the same referent."""
    if draft.rule == "contested.noun" and draft.span.overlaps(other.span):
        return True  # the noun already labels somebody that is known
    return (draft.referent == other.referent and draft.span.overlaps(other.span)) or draft.span == other.span


def _label(scene: Scene, draft: Draft, frames: Sequence[Frame], label_sets: LabelSets) -> Label | None:
    sentence = scene.reading.sentence_at(draft.span.start)
    if sentence is None or sentence.zone not in _LABEL_ZONES or not sentence.span.holds(draft.span):
        return None
    words = scene.words(draft.span)
    rated = _rate(label_sets, words.partition(",")[0], draft.kind)
    if draft.only_rated and rated is None:
        return None
    voice, speaker = _voice(scene, draft, frames)
    set_id, evaluation = rated or (None, None)
    return Label(draft.span, draft.referent, draft.kind, words, draft.form, voice, speaker, evaluation, set_id, sentence.zone,
                 draft.rule)


def _rate(label_sets: LabelSets, words: str, kind: str) -> tuple[str, str] | None:
    """The set and the side of a label: the first match among sets about such referents; a mere modifier may come from any set."""
    wanted = _RATED_BY.get(kind, frozenset())
    for match in label_sets.find(words):
        insult = match.evaluation == "minus" and match.set.referent == "group"
        if match.set.referent in wanted or match.variant.endswith(" *") or insult:
            return match.set.id, match.evaluation
    return None


def _voice(scene: Scene, draft: Draft, frames: Sequence[Frame]) -> tuple[Voice, str | None]:
    """Whose words a label is."""
    if draft.form == "bracket":
        return "own", None
    voice, speaker = scene.reading.voice_at(draft.span)
    giver = draft.giver or _frame_giver(draft.span, frames)
    if giver is None or voice == "quoted":
        return voice, speaker
    return ("scare" if voice == "scare" else "attributed"), giver.speaker


def _frame_giver(span: Span, frames: Sequence[Frame]) -> Giver | None:
    """The subject of the as-frame whose object holds a label: "Norland recognises elected Ruiz as ..." says "elected"."""
    return next((frame.draft.giver for frame in frames if frame.object_span is not None and frame.object_span.holds(span)), None)
