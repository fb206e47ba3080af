"""The tables of a comparison, one row a thing measured: what CSV files and pandas frames are both made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from framing.model.annotation import Annotation
from framing.model.article import Span
from framing.model.comparison import Comparison
from framing.report.to_json import all_notices

if TYPE_CHECKING:
    from pandas import DataFrame

Kind = Literal["string", "integer", "number", "boolean"]
Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its Frictionless type, and what stands in it."""

    name: str
    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `rows` hold one cell a column, in the order of `columns`; None is an empty cell."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


# A column and how to fill it from one (article, row) pair.
_Maker = tuple[Column, Callable[[Any], Cell]]

_START = Column("start", "integer", "first code point in the article's text, from 0")
_END = Column("end", "integer", "one past the last code point")
_ARTICLE = Column("article", "string", "id of the article")
_TEXT = Column("text", "string", "the words, exactly as in the text")
_VOICE = Column("voice", "string", "own, attributed, quoted or scare")
_SPEAKER = Column("speaker", "string", "whom a voice other than own is given to; empty where unresolved")
_ZONE = Column("zone", "string", "part of the page it stands in")
_RULE = Column("rule", "string", "rule or lexicon entry that fired")
_CONFIDENCE = Column("confidence", "number", "0 to 1, calibrated on development data")


def table_rows(comparison: Comparison) -> dict[str, Table]:
    """All tables by name: attributions, labels, loaded_terms, tone, alignment, only_in, facts, metrics, differences, speakers, distinctive_words,
    frames, harm_acts, warnings, dropped.
    """
    made = (_attributions(comparison), _labels(comparison), _loaded_terms(comparison), _tone(comparison),
            _alignment(comparison), _only_in(comparison), _facts(comparison), _metrics(comparison), _differences(comparison),
            _speakers(comparison), _distinctive_words(comparison), _frames(comparison), _harm_acts(comparison), _warnings(comparison), _dropped(comparison))
    return {table.name: table for table in made}


def to_frames(comparison: Comparison) -> dict[str, DataFrame]:
    """The same tables as pandas frames, with pandas' own nullable types."""
    import pandas as pd  # slow to import, and needed here alone

    kinds = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
    frames = {}
    for name, table in table_rows(comparison).items():
        frame = pd.DataFrame(list(table.rows), columns=[column.name for column in table.columns])
        frames[name] = frame.astype({column.name: kinds[column.kind] for column in table.columns})
    return frames


def _fill(name: str, title: str, makers: tuple[_Maker, ...], things: Iterable[Any]) -> Table:
    rows = tuple(tuple(make(thing) for _, make in makers) for thing in things)
    return Table(name, title, tuple(column for column, _ in makers), rows)


def _each(comparison: Comparison, rows: Callable[[Annotation], Iterable[Any]]) -> list[tuple[Annotation, Any]]:
    return [(annotation, row) for annotation in comparison.annotations for row in rows(annotation)]


def _cut(annotation: Annotation, span: Span) -> str:
    return annotation.reading.text[span.start:span.end]


def _words(annotation: Annotation, spans: tuple[Span, ...]) -> str:
    return " [...] ".join(_cut(annotation, span) for span in spans)


def _places(spans: tuple[Span, ...]) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def _placed(text: bool = True) -> tuple[_Maker, ...]:
    made: tuple[_Maker, ...] = (
        (_ARTICLE, lambda it: it[0].id), (_START, lambda it: it[1].span.start), (_END, lambda it: it[1].span.end))
    return (*made, (_TEXT, lambda it: _cut(it[0], it[1].span))) if text else made


_VOICED: tuple[_Maker, ...] = (
    (_VOICE, lambda it: it[1].voice), (_SPEAKER, lambda it: it[1].speaker), (_ZONE, lambda it: it[1].zone))


def _hull(one: Any) -> Span:
    spans = (*one.source, *one.cue, *one.content)
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else Span(0, 0)


def _attributions(comparison: Comparison) -> Table:
    makers: tuple[_Maker, ...] = (
        (_ARTICLE, lambda it: it[0].id),
        (_START, lambda it: _hull(it[1]).start),
        (_END, lambda it: _hull(it[1]).end),
        (Column("speaker", "string", "whom it is credited to; empty where unresolved"), lambda it: it[1].speaker),
        (Column("source_type", "string", "kind of source"), lambda it: it[1].source_type),
        (Column("kind", "string", "direct, indirect or mixed"), lambda it: it[1].directness),
        (Column("source", "string", "words that name the source"), lambda it: _words(it[0], it[1].source)),
        (Column("cue", "string", "words that tie source and content"), lambda it: _words(it[0], it[1].cue)),
        (Column("cue_lemma", "string", "dictionary form of the cue"), lambda it: it[1].cue_lemma),
        (Column("cue_class", "string", "class of the cue"), lambda it: it[1].cue_class),
        (Column("content", "string", "what is attributed"), lambda it: _words(it[0], it[1].content)),
        (Column("source_spans", "string", "places of the source, start-end"), lambda it: _places(it[1].source)),
        (Column("cue_spans", "string", "places of the cue"), lambda it: _places(it[1].cue)),
        (Column("content_spans", "string", "places of the content"), lambda it: _places(it[1].content)),
        (Column("stance", "boolean", "without a speech cue: outside the default counts"), lambda it: it[1].stance),
        (Column("nested_in", "integer", "row (from 0) of the article's attribution that holds this one"),
         lambda it: it[1].nested_in),
        (_ZONE, lambda it: it[1].zone), (_RULE, lambda it: it[1].rule), (_CONFIDENCE, lambda it: it[1].confidence))
    return _fill("attributions", "Who is said to have said what", makers,
                 _each(comparison, lambda annotation: annotation.reading.attributions))


def _labels(comparison: Comparison) -> Table:
    makers: tuple[_Maker, ...] = (
        *_placed(),
        (Column("referent", "string", "who or what is named, at its fullest"), lambda it: it[1].referent),
        (Column("label", "string", "the label"), lambda it: it[1].label),
        (Column("form", "string", "how the label is tied to its referent"), lambda it: it[1].form),
        *_VOICED,
        (Column("evaluation", "string", "plus, minus or plain where a contested-label set says so"),
         lambda it: it[1].evaluation),
        (Column("contested", "string", "id of that set"), lambda it: it[1].contested),
        (_RULE, lambda it: it[1].rule))
    return _fill("labels", "Names chosen for people and events", makers,
                 _each(comparison, lambda annotation: annotation.labels))


def _loaded_terms(comparison: Comparison) -> Table:
    makers: tuple[_Maker, ...] = (
        *_placed(),
        (Column("term", "string", "the lexicon's form of the term"), lambda it: it[1].term),
        (Column("entry", "string", "id of the lexicon entry"), lambda it: it[1].entry),
        (Column("category", "string", "kind of term"), lambda it: it[1].category),
        (Column("tier", "string", "A or B: how sure the lexicon is"), lambda it: it[1].tier),
        (Column("polarity", "integer", "-1, 0 or 1"), lambda it: it[1].polarity),
        *_VOICED,
        (Column("target", "string", "whom or what it is about, where syntax shows it"), lambda it: it[1].target),
        (Column("plainer", "string", "plainer wordings, separated by semicolons"), lambda it: "; ".join(it[1].plainer)),
        (_RULE, lambda it: it[1].rule), (_CONFIDENCE, lambda it: it[1].confidence))
    return _fill("loaded_terms", "Words some readers find loaded", makers,
                 _each(comparison, lambda annotation: annotation.loaded_terms))


def _tone(comparison: Comparison) -> Table:
    makers: tuple[_Maker, ...] = (
        *_placed(),
        (Column("target", "string", "whom or what the tone is towards"), lambda it: it[1].target),
        (Column("mention_start", "integer", "first code point of the mention"), lambda it: it[1].mention.start),
        (Column("mention_end", "integer", "one past its last"), lambda it: it[1].mention.end),
        (Column("polarity", "integer", "-1, 0 or 1"), lambda it: it[1].polarity),
        (Column("valence", "number", "-1 to 1"), lambda it: it[1].valence),
        *_VOICED, (_CONFIDENCE, lambda it: it[1].confidence))
    return _fill("tone", "Tone of clauses towards a target", makers, _each(comparison, lambda annotation: annotation.tone))


def _alignment(comparison: Comparison) -> Table:
    by_id = {annotation.id: annotation for annotation in comparison.annotations}
    makers: tuple[_Maker, ...] = (
        (Column("a", "string", "id of the first article"), lambda it: it[0].a_id),
        (Column("b", "string", "id of the second article"), lambda it: it[0].b_id),
        (Column("a_start", "integer", "place in a"), lambda it: it[1].a.start),
        (Column("a_end", "integer", "place in a, end"), lambda it: it[1].a.end),
        (Column("b_start", "integer", "place in b"), lambda it: it[1].b.start),
        (Column("b_end", "integer", "place in b, end"), lambda it: it[1].b.end),
        (Column("score", "number", "likeness, 0 to 1"), lambda it: it[1].score),
        (Column("relation", "string", "same-voice, voice-shift, numbers-differ or related"), lambda it: it[1].relation),
        (Column("voice_a", "string", "voice of the passage in a"), lambda it: it[1].voice_a),
        (Column("voice_b", "string", "voice of the passage in b"), lambda it: it[1].voice_b),
        (Column("speaker_a", "string", "who is credited in a"), lambda it: it[1].speaker_a),
        (Column("speaker_b", "string", "who is credited in b"), lambda it: it[1].speaker_b),
        (Column("note", "string", "what differs, in words"), lambda it: it[1].note),
        (Column("text_a", "string", "the passage of a"), lambda it: _cut(by_id[it[0].a_id], it[1].a)),
        (Column("text_b", "string", "the passage of b"), lambda it: _cut(by_id[it[0].b_id], it[1].b)))
    return _fill("alignment", "Passages that tell of the same thing", makers,
                 [(one, pair) for one in comparison.alignments for pair in one.pairs])


def _only_in(comparison: Comparison) -> Table:
    by_id = {annotation.id: annotation for annotation in comparison.annotations}
    makers: tuple[_Maker, ...] = (
        (Column("article", "string", "id of the article that has it"), lambda it: it[0]),
        (Column("not_found_in", "string", "id of the article where it was not found"), lambda it: it[1]),
        (_START, lambda it: it[2].span.start), (_END, lambda it: it[2].span.end),
        (_TEXT, lambda it: _cut(by_id[it[0]], it[2].span)),
        (Column("could_know", "boolean", "whether the other could have reported it, by the dates; empty: not known"),
         lambda it: it[2].could_know),
        (Column("central", "number", "how much the article makes of it, 0 to 1"), lambda it: it[2].central),
        (Column("nearest_start", "integer", "closest passage of the other article"),
         lambda it: it[2].nearest.start if it[2].nearest else None),
        (Column("nearest_end", "integer", "its end"), lambda it: it[2].nearest.end if it[2].nearest else None),
        (Column("score", "number", "likeness of the closest passage, 0 to 1"), lambda it: it[2].score),
        (Column("reason", "string", "why it is listed"), lambda it: it[2].reason))
    things = [(here, there, row) for one in comparison.alignments
              for here, there, rows in ((one.a_id, one.b_id, one.only_a), (one.b_id, one.a_id, one.only_b)) for row in rows]
    return _fill("only_in", "Statements of one article not found in another", makers, things)


def _facts(comparison: Comparison) -> Table:
    """A row for each fact that several articles tell and each article, also for those where it was not found."""
    makers: tuple[_Maker, ...] = (
        (Column("fact", "integer", "number of the fact, from 1; what most articles have comes first"), lambda it: it[0]),
        (Column("articles", "integer", "how many articles have it"), lambda it: sum(place is not None for place in it[1].places)),
        (_ARTICLE, lambda it: it[2].id),
        (Column("place", "string", "where it first stands: headline, dek, lead, first third, middle third or last third; empty: not found"),
         lambda it: it[1].places[it[3]]),
        (_START, lambda it: it[4].start if it[4] else None), (_END, lambda it: it[4].end if it[4] else None),
        (_TEXT, lambda it: _cut(it[2], it[4]) if it[4] else None))
    things = [(n, fact, annotation, k, next((one.span for one in fact.evidence if one.article == k), None))
              for n, fact in enumerate(comparison.facts, start=1) for k, annotation in enumerate(comparison.annotations)]
    return _fill("facts", "Facts that several articles tell, and where each has them", makers, things)


def _metrics(comparison: Comparison) -> Table:
    makers: tuple[_Maker, ...] = (
        (Column("metric", "string", "what was counted"), lambda it: it.metric),
        (_ARTICLE, lambda it: it.article), (_ZONE, lambda it: it.zone),
        (Column("voice", "string", "voice counted in"), lambda it: it.voice),
        (Column("category", "string", "speaker, target or kind; empty for all"), lambda it: it.category),
        (Column("value", "number", "empty where there was too little text"), lambda it: it.value),
        (Column("n", "integer", "count it rests on"), lambda it: it.n),
        (Column("base", "integer", "what it was counted in"), lambda it: it.base),
        (Column("low", "number", "lower end of the 95 % interval"), lambda it: it.low),
        (Column("high", "number", "upper end"), lambda it: it.high),
        (Column("too_little", "boolean", "too little text for a number"), lambda it: it.too_little),
        (Column("unit", "string", "unit of the value"), lambda it: it.unit))
    return _fill("metrics", "Every number, with count, base and interval", makers, comparison.metrics)


def _differences(comparison: Comparison) -> Table:
    makers: tuple[_Maker, ...] = (
        (Column("metric", "string", "what was counted"), lambda it: it.metric),
        (Column("category", "string", "speaker, target or kind; empty for all"), lambda it: it.category),
        (Column("a", "string", "id of the first article"), lambda it: it.a),
        (Column("b", "string", "id of the second article"), lambda it: it.b),
        (Column("difference", "number", "a minus b"), lambda it: it.difference),
        (Column("low", "number", "lower end of the 95 % interval"), lambda it: it.low),
        (Column("high", "number", "upper end"), lambda it: it.high),
        (Column("clear", "boolean", "whether the interval leaves out 0"), lambda it: it.clear),
        (Column("reason", "string", "why no difference is given, where none is"), lambda it: it.reason))
    return _fill("differences", "How far the articles lie apart", makers, comparison.differences)


def _counted(rows: tuple[tuple[str, int], ...]) -> str:
    return "; ".join(f"{name} {n}" for name, n in rows)


def _speakers(comparison: Comparison) -> Table:
    ids = [annotation.id for annotation in comparison.annotations]
    makers: tuple[_Maker, ...] = (
        (Column("speaker", "string", "whom statements are credited to, one name over all articles"), lambda it: it[0].speaker),
        (Column("source_type", "string", "kind of source"), lambda it: it[0].source_type),
        (Column("side", "string", "given by the user, else unassigned"), lambda it: it[0].side),
        (_ARTICLE, lambda it: ids[it[1]]),
        (Column("items", "integer", "statements credited to the speaker in this article"), lambda it: it[0].items[it[1]]),
        (Column("quoted_words", "integer", "words inside quotation marks"), lambda it: it[0].quoted_words[it[1]]),
        (Column("attributed_words", "integer", "all words credited, quoted ones among them"), lambda it: it[0].attributed_words[it[1]]),
        (Column("up_front", "integer", "statements in the headline, the dek or the first three body paragraphs"),
         lambda it: it[0].up_front[it[1]] if it[0].up_front else 0),
        (Column("only_here", "boolean", "whether no other article has the speaker"),
         lambda it: it[0].items[it[1]] > 0 and sum(map(bool, it[0].items)) == 1),
        (Column("verbs", "string", "dictionary forms of the cues with counts, separated by semicolons"), lambda it: _counted(it[0].verbs[it[1]])),
        (Column("classes", "string", "classes of the cues with counts"), lambda it: _counted(it[0].classes[it[1]]) if it[0].classes else ""))
    things = [(row, k) for row in comparison.speakers for k in range(len(ids))]
    return _fill("speakers", "Who speaks in which article", makers, things)


def _distinctive_words(comparison: Comparison) -> Table:
    makers: tuple[_Maker, ...] = (
        (_ARTICLE, lambda it: comparison.annotations[it[0].article].id),
        (Column("word", "string", "the writing met most often; its other forms are counted with it"), lambda it: it[1].word),
        (Column("n", "integer", "uses in the article's own voice"), lambda it: it[1].n),
        (Column("n_others", "integer", "uses in the other articles' own voices"), lambda it: it[1].n_others),
        (Column("base", "integer", "words of the article's own voice"), lambda it: it[0].base),
        (Column("base_others", "integer", "words of the others' own voices"), lambda it: it[0].base_others),
        (Column("per_thousand", "number", "uses per 1,000 of these words"), lambda it: it[1].per_thousand),
        (Column("per_thousand_others", "number", "the same in the others"), lambda it: it[1].per_thousand_others),
        (Column("log_odds", "number", "natural-log odds against the others, shrunk towards common usage"), lambda it: it[1].log_odds),
        (Column("z", "number", "log_odds over its standard error"), lambda it: it[1].z),
        (Column("spans", "string", "places of the uses, start-end"), lambda it: _places(it[1].spans)))
    things = [(row, one) for row in comparison.distinctive for one in row.words]
    return _fill("distinctive_words", "Words an article uses more in its own voice than the others", makers, things)


def _frames(comparison: Comparison) -> Table:
    makers: tuple[_Maker, ...] = (
        *_placed(),
        (Column("frame", "string", "conflict, responsibility, economic, human or morality"), lambda it: it[1].frame),
        (Column("cue", "string", "the list's form of the cue"), lambda it: it[1].cue),
        *_VOICED, (_RULE, lambda it: it[1].rule))
    return _fill("frames", "Cues of generic frames", makers, _each(comparison, lambda annotation: annotation.frames))


def _harm_acts(comparison: Comparison) -> Table:
    makers: tuple[_Maker, ...] = (
        *_placed(),
        (Column("act", "string", "which act: kill, arrest ..."), lambda it: it[1].act),
        (Column("telling", "string", "active, passive-by, noun-by (doer named), passive, noun, thing or gone"), lambda it: it[1].telling),
        (Column("named", "boolean", "whether the doer is named, here or in the act before"), lambda it: it[1].named),
        (Column("doer", "string", "words that name the doer"), lambda it: _cut(it[0], it[1].doer) if it[1].doer else None),
        (Column("before", "boolean", "whether the doer stands in the act before"), lambda it: it[1].before),
        *_VOICED, (_RULE, lambda it: it[1].rule))
    return _fill("harm_acts", "Acts of harm and force, with their doer or without", makers, _each(comparison, lambda annotation: annotation.harm_acts))


def _warnings(comparison: Comparison) -> Table:
    makers: tuple[_Maker, ...] = (
        (Column("article", "string", "id of the article; empty for the comparison"), lambda it: it[0]),
        (Column("code", "string", "stable code of the remark"), lambda it: it[1].code),
        (Column("message", "string", "the remark"), lambda it: it[1].message),
        (_START, lambda it: it[1].span.start if it[1].span else None),
        (_END, lambda it: it[1].span.end if it[1].span else None))
    things = [(None, one) for one in comparison.notices]
    things += [(annotation.id, one) for annotation, one in _each(comparison, all_notices)]  # type: ignore[misc]
    return _fill("warnings", "Remarks on the inputs and the comparison", makers, things)


def _dropped(comparison: Comparison) -> Table:
    makers: tuple[_Maker, ...] = (*_placed(), (_ZONE, lambda it: it[1].zone),
                                  (Column("story", "integer", "story of the page it stands next to, from 0"),
                                   lambda it: it[1].story), (_RULE, lambda it: it[1].rule))
    return _fill("dropped", "Text set aside, and by which rule", makers,
                 _each(comparison, lambda annotation: annotation.document.dropped))
