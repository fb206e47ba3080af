"""All attributions of a document: every rule in turn, then quotations, then who stands inside whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from framing.annotate.attributions.according import according_drafts
from framing.annotate.attributions.adjectives import adjective_draft
from framing.annotate.attributions.adverbs import adverb_draft
from framing.annotate.attributions.clauses import clause_draft, tail_draft
from framing.annotate.attributions.cue_words import is_plain_use
from framing.annotate.attributions.headlines import headline_draft, is_headline
from framing.annotate.attributions.infinitives import infinitive_draft, seeming_draft
from framing.annotate.attributions.linking import link_quotes
from framing.annotate.attributions.nouns import noun_draft
from framing.annotate.attributions.objects import object_drafts
from framing.annotate.attributions.reliability import confidence_of
from framing.annotate.attributions.scene import Draft, Scene, make_scene, spans_of
from framing.annotate.attributions.source_types import source_type
from framing.annotate.attributions.speakers import Cast, Speaker, resolve
from framing.annotate.attributions.transcripts import turn_drafts
from framing.lexicons.cues import CueLexicon
from framing.model.document import COUNTED_ZONES, Document
from framing.model.findings import Attribution, Directness, Entity
from framing.model.parse import Parse, Token
from framing.text.names import last_word

_ZONES: Final = COUNTED_ZONES | {"caption"}  # teasers tell of other stories
_PARTS: Final = frozenset({"amod", "compound", "aux", "auxpass"})
_MUTE: Final = frozenset({"PUNCT", "DET", "PRON", "NUM", "CCONJ", "SPACE", "SYM"})  # kinds of words that cue nothing
_KNOWING: Final = frozenset({"know", "learn", "understand", "discover", "find", "realize", "realise", "see", "determine", "remember"})
_DIRECT, _INDIRECT = 0.9, 0.05  # quoted share of the content's words from which it is direct, up to which it is indirect


def find_attributions(document: Document, parse: Parse, entities: Sequence[Entity], *, cues: CueLexicon) -> tuple[Attribution, ...]:
    """Who is said to have said what, in the zones that are read, in order of the text.

    Args:
        document, parse: a cleaned article and its grammar; sentences without grammar yield quotations alone.
        entities: who is named in it, from `find_entities`; speakers are resolved to them.
        cues: from `load_cues`.

    Returns:
        Attributions sorted by their first content. Those whose cue stands inside another's content bear its place in
        `nested_in`. Terms: PARC 3 (Pareti, 2016).
    """
    scene = make_scene(document, parse, cues)
    named = _named_below(scene, entities)
    drafts = [draft for k in range(len(parse.bounds)) for draft in _in_sentence(scene, k, named)]
    drafts = link_quotes(scene, [*turn_drafts(scene), *_settle(drafts)])
    return _finish(scene, drafts, entities)


def _named_below(scene: Scene, entities: Sequence[Entity]) -> frozenset[str]:
    """Last words, lower-cased, of everybody who is named outside headlines too."""
    heads = [scene.document.sentences[k].span for k in range(len(scene.parse.bounds)) if is_headline(scene, k)]
    return frozenset(last_word(entity.name).lower() for entity in entities
                     if any(not any(head.holds(mention.span) for head in heads) for mention in entity.mentions))


def _in_sentence(scene: Scene, k: int, named: frozenset[str]) -> Iterator[Draft]:
    """Drafts of sentence k: a headline's by its marks, else those of the verbs, nouns and phrases outside quotations."""
    if scene.document.sentences[k].zone not in _ZONES:
        return
    if is_headline(scene, k):
        draft = headline_draft(scene, k, named)
        if draft is not None:
            yield draft
            return  # title case is not trusted to the parser once the marks have told who speaks
    if not scene.parse.parsed[k]:
        return
    tail = tail_draft(scene, k)
    if tail is not None:
        yield tail
    first, last = scene.parse.bounds[k]
    phrases = [draft for draft in according_drafts(scene, first, last) if not scene.in_quotation(min(draft.cue))]
    yield from phrases
    taken = {draft.verb for draft in phrases}  # "citing" cues as a phrase or as a verb, not twice
    for token in scene.parse.sentence_tokens(k):
        if token.i not in taken and not scene.in_quotation(token.i):
            draft = _token_draft(scene, token)
            if draft is not None:
                yield draft


def _token_draft(scene: Scene, token: Token) -> Draft | None:
    """The draft of one word, by the rules for its kind."""
    if token.pos in _MUTE:
        return None
    return noun_draft(scene, token) or adverb_draft(scene, token) or adjective_draft(scene, token) or _verb_draft(scene, token)


def _verb_draft(scene: Scene, token: Token) -> Draft | None:
    cue = scene.verb_cue(token) if token.dep not in _PARTS else None
    if cue is None or is_plain_use(scene, token):
        return None
    if cue.lemma in _KNOWING and _is_aim(scene, token):
        return None
    return (clause_draft(scene, token, cue) or infinitive_draft(scene, token, cue) or object_drafts(scene, token, cue)
            or seeming_draft(scene, token, cue))


def _is_aim(scene: Scene, token: Token) -> bool:
    """Whether knowledge is only aimed at ("it is vital to understand how"): nothing is reported yet."""
    return token.tag == "VB" and any(child.dep == "aux" and child.lower == "to" for child in scene.parse.children(token))


def _settle(drafts: Sequence[Draft]) -> list[Draft]:
    """Of two drafts that each hold the other's cue in their content, the one set beside its clause gives way."""
    by_verb = {draft.verb: draft for draft in drafts}
    kept = []
    for draft in drafts:
        rivals = [by_verb[i] for i in sorted(draft.content) if i in by_verb and by_verb[i] is not draft]
        if draft.rule == "clause.beside" and any(draft.verb in rival.content for rival in rivals):
            continue
        kept.append(draft)
    return kept


def _finish(scene: Scene, drafts: Sequence[Draft], entities: Sequence[Entity]) -> tuple[Attribution, ...]:
    """Drafts to attributions, in order of the text, with nesting."""
    ready = sorted((draft for draft in drafts if draft.content), key=lambda draft: (min(draft.content), min(draft.cue, default=-1)))
    outer: dict[int, int] = {}
    for place, draft in enumerate(ready):
        for i in draft.content:
            if i not in outer or len(ready[outer[i]].content) > len(draft.content):
                outer[i] = place
    speakers = _speakers(scene, ready, Cast(scene, entities, frozenset(outer)))
    return tuple(_attribution(scene, draft, _holder(draft, place, outer), speakers[place]) for place, draft in enumerate(ready))


def _speakers(scene: Scene, ready: Sequence[Draft], cast: Cast) -> list[Speaker | None]:
    """The speaker of each draft, in order; a story's last speaker carries over from body text alone."""
    last: dict[int, Speaker] = {}
    found: list[Speaker | None] = [None] * len(ready)
    for place in sorted(range(len(ready)), key=lambda n: min(ready[n].cue, default=min(ready[n].content))):
        draft = ready[place]
        sentence = scene.document.sentences[scene.tokens[min(draft.content)].sentence]
        speaker = resolve(scene, cast, draft, last.get(sentence.story))
        found[place] = speaker
        person = speaker is not None and speaker.entity is not None and speaker.entity.kind == "person"
        answers = cast.addressee(draft)
        if answers is not None:
            last[sentence.story] = answers  # who was asked speaks next
        elif speaker is not None and person and sentence.zone in COUNTED_ZONES and not draft.stance:
            last[sentence.story] = speaker
    return found


def _holder(draft: Draft, place: int, outer: dict[int, int]) -> int | None:
    """The place of the smallest other content that holds the draft's cue (or, without a cue, its content)."""
    anchor = draft.verb if draft.verb >= 0 else min(draft.cue, default=min(draft.content))
    held = outer.get(anchor)
    return held if held is not None and held != place else None


def _attribution(scene: Scene, draft: Draft, nested_in: int | None, speaker: Speaker | None) -> Attribution:
    kind = source_type(scene, draft, speaker)
    sure = confidence_of(draft.rule, stance=draft.stance, plain_speech=draft.cue_class == "neutral",
                         odd_source=kind == "unspecified" and bool(draft.source))
    return Attribution(
        source=spans_of(scene, draft.source), cue=spans_of(scene, draft.cue, marks=True), content=spans_of(scene, draft.content),
        speaker=speaker.name if speaker is not None else None, directness=_directness(scene, draft.content),
        source_type=kind, cue_class=draft.cue_class, cue_lemma=draft.lemma,
        zone=scene.zone_of(min(draft.content)), rule=draft.rule, confidence=sure,
        via=spans_of(scene, draft.addressee), nested_in=nested_in, stance=draft.stance)


def _directness(scene: Scene, content: frozenset[int]) -> Directness:
    """Direct, indirect or mixed, by the share of the content's words that stand between quotation marks."""
    words = [i for i in content if any(map(str.isalnum, scene.tokens[i].text))]
    quoted = sum(1 for i in words if scene.quote_at[i] >= 0)
    if quoted >= _DIRECT * len(words):
        return "direct"
    return "indirect" if quoted <= _INDIRECT * len(words) else "mixed"


