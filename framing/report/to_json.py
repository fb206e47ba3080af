"""A comparison and its parts as plain values and JSON: the machine-readable contract, schemas in `schemas/`."""

from __future__ import annotations

from dataclasses import asdict
from importlib.resources import files
from json import loads
from typing import Any, Final

from framing.model.alignment import AlignedPair, Alignment, OnlyIn
from framing.model.annotation import Annotation
from framing.model.article import Notice, Span
from framing.model.comparison import Comparability, Comparison, Fact
from framing.model.findings import Attribution, Label, LoadedTerm, Tone
from framing.model.pairing import Pairing, Reason, StoryPair
from framing.report.escape import json_text
from framing.report.title import report_title

Record = dict[str, Any]

ANNOTATION: Final = "framing.annotation/1"
PAIRS: Final = "framing.pairs/1"
ALIGNMENT: Final = "framing.alignment/1"
COMPARISON: Final = "framing.comparison/1"


def schema(name: str) -> Record:
    """The JSON Schema (2020-12) of a record: `name` is annotation, pairs, alignment or comparison."""
    text = files("framing.report").joinpath("schemas", f"{name}.schema.json").read_text(encoding="utf-8")
    found: Record = loads(text)
    return found


def annotation_record(annotation: Annotation, *, all_terms: bool = False) -> Record:
    """One article as `framing.annotation/1`. Spans count code points of `text`, half open.

    `all_terms` adds the term hits that were weighed and dropped, and to every hit the `decision` that was taken.
    """
    document = annotation.document
    article = document.article
    terms = [_term(term) for term in annotation.loaded_terms]
    if all_terms:
        weighed = sorted((*annotation.loaded_terms, *annotation.considered), key=lambda term: (term.span, term.term))
        terms = [{**_term(term), "decision": term.decision} for term in weighed]
    return {
        "schema": ANNOTATION,
        "id": article.id,
        "outlet": article.outlet.value if article.outlet else None,
        "title": article.title.value if article.title else document.headline(),
        "published": article.published.value if article.published else None,
        "genre": article.genre.value if article.genre else None,
        "language": article.language.value if article.language else None,
        "text": article.text,
        "blocks": [{"start": block.span.start, "end": block.span.end, "zone": block.zone, "story": block.story,
                    "rule": block.rule} for block in document.blocks],
        "sentences": [{"start": one.span.start, "end": one.span.end, "zone": one.zone, "story": one.story}
                      for one in document.sentences],
        "attributions": [_attribution(one) for one in annotation.reading.attributions],
        "loaded_terms": terms,
        "labels": [_label(one) for one in annotation.labels],
        "tone": [_tone(one) for one in annotation.tone],
        "readability": asdict(annotation.readability),
        "warnings": [_notice(one) for one in all_notices(annotation)],
    }


def all_notices(annotation: Annotation) -> tuple[Notice, ...]:
    """Remarks on one article from loading, cleaning and measuring, each once, in that order."""
    document = annotation.document
    return tuple(dict.fromkeys((*document.article.notices, *document.notices, *annotation.notices)))


def pairing_record(pairing: Pairing) -> Record:
    """Which stories report the same event, as `framing.pairs/1`. Pairs judged different are left out."""
    return {
        "schema": PAIRS,
        "clusters": [{"event": one.event, "members": [ref._asdict() for ref in one.members]} for one in pairing.clusters],
        "pairs": [_story_pair(pair) for pair in pairing.pairs if pair.verdict != "different"],
    }


def alignment_record(alignment: Alignment) -> Record:
    """Two articles lined up, as `framing.alignment/1`."""
    return {
        "schema": ALIGNMENT,
        "a_id": alignment.a_id,
        "b_id": alignment.b_id,
        "pairs": [_aligned(pair) for pair in alignment.pairs],
        "candidates": [{"a": list(one.a), "b": list(one.b), "score": one.score} for one in alignment.candidates],
        "only_a": [_only(one) for one in alignment.only_a],
        "only_b": [_only(one) for one in alignment.only_b],
    }


def comparison_record(comparison: Comparison) -> Record:
    """The whole comparison as `framing.comparison/1`."""
    articles = [annotation.document.article for annotation in comparison.annotations]
    ids = [article.id for article in articles]
    return {
        "schema": COMPARISON,
        "title": report_title(comparison),
        "banner": comparison.banner,
        "settings": dict(comparison.settings),
        "inputs": [{"id": one.id, "name": one.name, "sha256": one.sha256, "bytes": one.n_bytes, "encoding": one.encoding,
                    "story": story} for one, story in zip(articles, comparison.stories, strict=True)],
        "versions": {**asdict(comparison.versions), "libraries": dict(comparison.versions.libraries)},
        "warnings": _warnings(comparison),
        "failures": [asdict(one) for one in comparison.failures],
        "pairing": pairing_record(comparison.pairing),
        "comparability": [_comparability(one) for one in comparison.comparability],
        "annotations": [annotation_record(one) for one in comparison.annotations],
        "alignment": [alignment_record(one) for one in comparison.alignments],
        "referents": [{**asdict(one), "names": list(one.names),
                       "uses": [{"article": ids[use.article], **_label(use.label)} for use in one.uses]}
                      for one in comparison.referents],
        "speakers": [_speaker(comparison, k) for k in range(len(comparison.speakers))],
        "metrics": [asdict(one) for one in comparison.metrics],
        "differences": [asdict(one) for one in comparison.differences],
        "findings": [{"sentence": one.sentence, "kind": one.kind, "strength": one.strength, "reason": one.reason,
                      "question": one.question,
                      "evidence": [{"article": ids[at.article], "start": at.span.start, "end": at.span.end}
                                   for at in one.evidence]} for one in comparison.findings],
        "facts": [_fact(one, ids) for one in comparison.facts],
        "distinctive_words": [{**asdict(one), "article": ids[one.article]} for one in comparison.distinctive],
        "frames": [{"article": one.id, "start": hit.span.start, "end": hit.span.end, "frame": hit.frame, "cue": hit.cue, "voice": hit.voice,
                    "speaker": hit.speaker, "zone": hit.zone, "rule": hit.rule} for one in comparison.annotations for hit in one.frames],
        "harm_acts": [{"article": one.id, "start": act.span.start, "end": act.span.end, "act": act.act, "telling": act.telling, "named": act.named,
                       "doer": list(act.doer) if act.doer else None, "before": act.before, "voice": act.voice, "speaker": act.speaker,
                       "zone": act.zone, "rule": act.rule} for one in comparison.annotations for act in one.harm_acts],
        "no_clear_difference": list(comparison.no_clear_difference),
        "questions": list(comparison.questions),
        "dropped": [{"article": one.id, "start": block.span.start, "end": block.span.end, "zone": block.zone,
                     "story": block.story, "rule": block.rule}
                    for one in comparison.annotations for block in one.document.dropped],
    }


def to_json(comparison: Comparison) -> str:
    """The comparison as the text of `report.json`; the same bytes for the same comparison."""
    return json_text(comparison_record(comparison))


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]


def _attribution(one: Attribution) -> Record:
    return {"source": _spans(one.source), "cue": _spans(one.cue), "content": _spans(one.content), "kind": one.directness,
            "speaker": one.speaker, "source_type": one.source_type, "cue_class": one.cue_class, "via": _spans(one.via),
            "nested_in": one.nested_in, "stance": one.stance, "zone": one.zone, "rule": one.rule,
            "confidence": one.confidence}


def _term(one: LoadedTerm) -> Record:
    return {"start": one.span.start, "end": one.span.end, "term": one.term, "category": one.category, "tier": one.tier,
            "polarity": one.polarity, "voice": one.voice, "speaker": one.speaker, "zone": one.zone, "target": one.target,
            "plainer": list(one.plainer), "rule": one.rule, "confidence": one.confidence}


def _label(one: Label) -> Record:
    return {"start": one.span.start, "end": one.span.end, "referent": one.referent, "label": one.label, "form": one.form,
            "voice": one.voice, "speaker": one.speaker, "evaluation": one.evaluation, "zone": one.zone, "rule": one.rule}


def _tone(one: Tone) -> Record:
    return {"target": one.target, "start": one.span.start, "end": one.span.end, "mention": list(one.mention),
            "polarity": one.polarity, "valence": one.valence, "voice": one.voice, "zone": one.zone,
            "confidence": one.confidence}


def _notice(one: Notice) -> Record:
    start, end = one.span if one.span else (None, None)
    return {"code": one.code, "message": one.message, "start": start, "end": end}


def _warnings(comparison: Comparison) -> list[Record]:
    whole: list[Record] = [{"article": None, **_notice(one)} for one in comparison.notices]
    return whole + [{"article": annotation.id, **_notice(one)}
                    for annotation in comparison.annotations for one in all_notices(annotation)]


def _reasons(one: StoryPair | Comparability) -> Record:
    def reason(it: Reason) -> Record:
        return {"score": it.score, "words": it.words}

    return {"time": reason(one.time), "place": reason(one.place), "entities": reason(one.entities),
            "narrative": reason(one.narrative)}


def _story_pair(pair: StoryPair) -> Record:
    return {"a": pair.a._asdict(), "b": pair.b._asdict(), "verdict": pair.verdict, "score": pair.score,
            "reasons": _reasons(pair)}


def _comparability(one: Comparability) -> Record:
    a_of, a_all, b_of, b_all = one.aligned
    return {"a": one.a, "b": one.b, "story_a": one.story_a, "story_b": one.story_b, "verdict": one.verdict,
            "score": one.score, "reasons": _reasons(one), "days_apart": one.days_apart,
            "share_on_topic": list(one.share_on_topic), "aligned": {"a": [a_of, a_all], "b": [b_of, b_all]},
            "words": one.words}


def _aligned(pair: AlignedPair) -> Record:
    return {"a": list(pair.a), "b": list(pair.b), "score": pair.score, "relation": pair.relation,
            "voice_a": pair.voice_a, "voice_b": pair.voice_b, "speaker_a": pair.speaker_a, "speaker_b": pair.speaker_b,
            "shared_a": _spans(pair.shared_a), "shared_b": _spans(pair.shared_b), "note": pair.note}


def _only(one: OnlyIn) -> Record:
    return {"span": list(one.span), "nearest": list(one.nearest) if one.nearest else None, "score": one.score,
            "could_know": one.could_know, "central": one.central, "reason": one.reason}


def _fact(one: Fact, ids: list[str]) -> Record:
    """A fact that several articles tell: its words, and for each article the place and the passages, none where it was not found."""
    return {"words": {"article": ids[one.words.article], "start": one.words.span.start, "end": one.words.span.end},
            "articles": [{"article": id, "place": place, "passages": [list(at.span) for at in one.evidence if at.article == k]}
                         for k, (id, place) in enumerate(zip(ids, one.places, strict=True))]}


def _speaker(comparison: Comparison, k: int) -> Record:
    row = comparison.speakers[k]
    ids = [annotation.id for annotation in comparison.annotations]
    return {"speaker": row.speaker, "source_type": row.source_type, "side": row.side,
            "articles": [{"article": ids[j], "quoted_words": row.quoted_words[j],
                          "attributed_words": row.attributed_words[j], "items": row.items[j],
                          "verbs": [{"verb": verb, "n": n} for verb, n in row.verbs[j]],
                          "classes": [{"class": name, "n": n} for name, n in (row.classes[j] if row.classes else ())],
                          "up_front": row.up_front[j] if row.up_front else 0} for j in range(len(ids))],
            "evidence": [{"article": ids[at.article], "start": at.span.start, "end": at.span.end} for at in row.evidence]}
