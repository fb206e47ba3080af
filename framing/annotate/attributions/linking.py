"""Quotations and their cues: which verb introduces a quotation, quotations without a verb, and those that float."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from framing.annotate.attributions.cue_words import class_of, cue_tokens
from framing.annotate.attributions.quotes import Quote
from framing.annotate.attributions.scene import Draft, Scene
from framing.annotate.attributions.sources import addressee_of, find_source
from framing.model.parse import Token

# Costs of joining a quotation to a verb, in words of distance (method: rule 5, tried on development articles).
_SENTENCE_END: Final = 12
_CLOSED_BY_STOP: Final = 8
_VERB_FIRST: Final = 1
_COLON: Final = -4
_NO_SUBJECT: Final = 6
_DEAREST: Final = 22
_DEAREST_RARE: Final = 4  # for verbs that seldom quote ("began", "read", "called")
_FAR_BEFORE: Final = 24  # a sentence end between a verb and a later quotation: without a colon the quotation goes on from another
_DASHES: Final = frozenset({"-", "\u2013", "\u2014", "\u2015", "--"})
_NEAREST: Final = 4  # verbs looked at on either side of a quotation; farther ones are never cheaper
_FLOATING_WORDS: Final = 6  # words from which a quotation without a verb is given to the last speaker


@dataclass(frozen=True, slots=True)
class _Line:
    """One paragraph for linking: its quoting verbs, and for each of its tokens how many words outside quotations precede it."""

    first: int
    last: int
    verbs: tuple[Token, ...]
    words_before: tuple[int, ...]


def link_quotes(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with every quotation joined to one of them or to a new one; in no particular order."""
    found = list(drafts)
    verbs = {draft.verb: place for place, draft in reversed(list(enumerate(found))) if draft.verb >= 0}
    home: dict[int, int] = {}
    holders = _holders(scene, found)
    lines: dict[int, _Line] = {}
    for k, quote in enumerate(scene.quotes):
        if not _tokens_of(scene, quote) or (quote.is_scare and not _is_short_speech(scene, quote)):
            continue
        turn = k in holders and found[holders[k]].rule == "turn"
        if quote.continues is not None and quote.continues in home and not turn:
            place = home[quote.continues]
        elif k in holders:
            place = holders[k]
        else:
            if quote.paragraph not in lines:  # not setdefault: a paragraph of a thousand quotations is read once
                lines[quote.paragraph] = _line(scene, quote.paragraph)
            line = lines[quote.paragraph]
            new = (_by_verb(scene, quote, line) or _by_hidden_verb(scene, quote) or _by_colon_before(scene, quote)
                   or _by_any_verb(scene, quote) or _verbless(scene, quote))
            held = _place_of(found, verbs, new) if new is not None else _floats_to(scene, quote, home, k)
            if held is None and (new := _after_sentence(scene, quote)) is not None:
                held = _place_of(found, verbs, new)
            if held is None:
                continue
            place = held
        found[place] = _with_quote(scene, found[place], k)
        home[k] = place
    return found


def _is_short_speech(scene: Scene, quote: Quote) -> bool:
    """Whether one or two quoted words are spoken rather than picked out: they open their sentence and end in a mark of speech."""
    tokens = scene.parse.tokens_in(quote.span)
    ends = scene.document.shadow[quote.inner.start:quote.inner.end].rstrip()[-1:]
    return ends in {",", "?", "!"} and scene.parse.bounds[tokens[0].sentence][0] == tokens[0].i


def _tokens_of(scene: Scene, quote: Quote) -> frozenset[int]:
    return frozenset(token.i for token in scene.parse.tokens_in(quote.span) if scene.paragraph_of(token.i) == quote.paragraph)


def _place_of(found: list[Draft], verbs: dict[int, int], new: Draft) -> int:
    """Where the new draft stands: that of the draft with the same verb, else at the end (it is added there)."""
    if new.verb >= 0 and new.verb in verbs:
        return verbs[new.verb]
    found.append(new)
    if new.verb >= 0:
        verbs[new.verb] = len(found) - 1
    return len(found) - 1


def _with_quote(scene: Scene, draft: Draft, k: int) -> Draft:
    inside = _tokens_of(scene, scene.quotes[k])
    return replace(draft, content=(draft.content | inside) - draft.source - draft.cue, quotes=(*draft.quotes, k))


def _holders(scene: Scene, drafts: Sequence[Draft]) -> dict[int, int]:
    """For each quotation that stands (at least by half) in some draft's content, the draft with the smallest such content."""
    counts: dict[tuple[int, int], int] = {}
    for place, draft in enumerate(drafts):
        for i in draft.content:
            if scene.in_quotation(i):
                key = (scene.quote_at[i], place)
                counts[key] = counts.get(key, 0) + 1
    best: dict[int, tuple[int, int]] = {}
    for (k, place), n in sorted(counts.items()):
        sentence = {scene.tokens[i].sentence for i in drafts[place].content}
        in_reach = sum(1 for token in scene.parse.tokens_in(scene.quotes[k].span) if token.sentence in sentence)
        if 2 * n >= in_reach:
            size = len(drafts[place].content)
            if k not in best or size < best[k][0]:
                best[k] = (size, place)
    return {k: place for k, (_, place) in best.items()}


def _line(scene: Scene, paragraph: int) -> _Line:
    first, last = scene.paragraph_tokens[paragraph]
    verbs, before, n = [], [], 0
    for i in range(first, last):
        before.append(n)
        if scene.quote_at[i] >= 0 or scene.paragraph_of(i) != paragraph:
            continue
        token = scene.tokens[i]
        n += any(map(str.isalnum, token.text))
        cue = scene.verb_cue(token)
        if cue is not None and "quote" in cue.takes and _can_quote(scene, token):
            verbs.append(token)
    return _Line(first, last, tuple(verbs), (*before, n))


def _can_quote(scene: Scene, verb: Token) -> bool:
    """Whether the verb's form can introduce a quotation: no bare participle ("a book written in") and no infinitive of purpose."""
    if verb.dep in {"amod", "compound", "aux", "auxpass"}:
        return False
    aux = [child for child in scene.parse.children(verb) if child.dep in {"aux", "auxpass"}]
    if verb.tag == "VBN" and not aux and verb.dep in {"acl", "advcl"}:
        return False
    return not (verb.tag == "VB" and any(child.lower == "to" for child in aux) and verb.dep in {"advcl", "acl", "relcl"})


def _by_verb(scene: Scene, quote: Quote, line: _Line) -> Draft | None:
    tokens = scene.parse.tokens_in(quote.span)
    first, last = tokens[0], tokens[-1]
    before = [verb for verb in line.verbs if verb.i < first.i][-_NEAREST:]
    after = [verb for verb in line.verbs if verb.i > last.i][:_NEAREST]
    priced = [(_cost(scene, quote, line, verb, first, last), verb.i) for verb in (*before, *after)]
    priced = [(cost, i) for cost, i in priced
              if cost <= (_DEAREST if _reports_clauses(scene, i) and not quote.is_scare else _DEAREST_RARE)]
    if not priced:
        return None
    verb = scene.tokens[min(priced)[1]]
    cue = scene.verb_cue(verb)
    if cue is None:
        return None
    told = addressee_of(scene, verb)
    source = find_source(scene, verb, inverted=True)
    return Draft(verb.i, source - told, cue_tokens(scene, verb, cue), frozenset(), "quote.verb", cue.lemma,
                 class_of(scene, verb, cue), False, told - source)


def _reports_clauses(scene: Scene, i: int) -> bool:
    """Whether the verb is one of speech that takes a clause too; the others ("began", "read") quote only what stands right beside them."""
    cue = scene.verb_cue(scene.tokens[i])
    return cue is not None and "clause" in cue.takes


def _cost(scene: Scene, quote: Quote, line: _Line, verb: Token, first: Token, last: Token) -> int:
    """Words between verb and quotation, and what makes the pair less or more likely."""
    shadow = scene.document.shadow
    place = line.words_before
    if verb.i < first.i:
        cost = place[first.i - line.first] - place[verb.i - line.first] - 1 + _VERB_FIRST
        mark = scene.tokens[first.i - 1]
        colon = mark.text == ":" and mark.sentence == verb.sentence
        cost += _COLON if colon else _FAR_BEFORE * (first.sentence - verb.sentence)
    else:
        cost = place[verb.i - line.first] - place[last.i - line.first]
        cost += _SENTENCE_END * (verb.sentence - last.sentence)
        if shadow[quote.inner.start:quote.inner.end].rstrip().endswith("."):
            cost += _CLOSED_BY_STOP
    return cost + (0 if find_source(scene, verb, inverted=True) else _NO_SUBJECT)


def _by_hidden_verb(scene: Scene, quote: Quote) -> Draft | None:
    """A verb that the tagger took for a noun: '"...," Ruiz notes.' A name or noun stands between the quotation and it."""
    last = scene.parse.tokens_in(quote.span)[-1]
    end = scene.paragraph_tokens[quote.paragraph][1]
    i = last.i + 1
    while i < end and scene.tokens[i].pos in {"PROPN", "NOUN", "DET", "ADJ", "PRON"} and i - last.i <= _NEAREST + 1:
        i += 1
    verb = scene.tokens[i - 1]
    if i - last.i < 3 or i >= end or scene.tokens[i].text not in {".", ","} or verb.pos == "PROPN":
        return None
    cue = scene.cues.verb(verb.lemma.lower()) or scene.cues.verb(verb.lower.removesuffix("s"))
    if cue is None or "quote" not in cue.takes:
        return None
    return Draft(verb.i, frozenset(range(last.i + 1, verb.i)), frozenset({verb.i}), frozenset(), "quote.hidden_verb", cue.lemma,
                 cue.cue_class)


def _by_any_verb(scene: Scene, quote: Quote) -> Draft | None:
    """A quotation after a colon, whatever the verb before it: 'Ruiz had one message: "..."'."""
    first = scene.parse.tokens_in(quote.span)[0]
    if first.i < 3 or scene.tokens[first.i - 1].text != ":" or scene.paragraph_of(first.i - 1) != quote.paragraph:
        return None
    sentence = scene.tokens[first.i - 1].sentence
    start = max(scene.parse.bounds[sentence][0], scene.paragraph_tokens[quote.paragraph][0])
    for i in range(start, first.i - 1):
        verb = scene.tokens[i]
        if verb.tag in {"VBD", "VBZ", "VBP"} and verb.pos == "VERB" and verb.dep in {"ROOT", "ccomp", "parataxis"}:
            source = find_source(scene, verb)
            if source:
                return Draft(verb.i, source, frozenset({verb.i, first.i - 1}), frozenset(), "quote.any_verb", verb.lemma, "neutral")
    return None


def _after_sentence(scene: Scene, quote: Quote) -> Draft | None:
    """A quotation that is a sentence of its own after one with a reporting verb: 'Ruiz disputed this. "Nobody asked us."'"""
    first = scene.parse.tokens_in(quote.span)[0]
    start = scene.parse.bounds[first.sentence][0]
    if first.i != start or first.sentence == 0 or quote.n_words < _FLOATING_WORDS or scene.paragraph_of(start - 1) != quote.paragraph:
        return None
    for token in scene.parse.sentence_tokens(first.sentence - 1):
        cue = scene.verb_cue(token) if token.dep == "ROOT" and not scene.in_quotation(token.i) else None
        source = find_source(scene, token) if cue is not None else frozenset()
        if cue is not None and source:
            return Draft(token.i, source, cue_tokens(scene, token, cue), frozenset(), "quote.after", cue.lemma,
                         class_of(scene, token, cue))
    return None


def _by_colon_before(scene: Scene, quote: Quote) -> Draft | None:
    """A quotation at the head of a paragraph after one that ends in a colon ("The paper reports:")."""
    shadow, paragraphs = scene.document.shadow, scene.document.paragraphs
    if quote.paragraph == 0 or shadow[paragraphs[quote.paragraph].start:quote.span.start].strip():
        return None
    earlier = paragraphs[quote.paragraph - 1]
    if earlier.zone != "body" or not shadow[earlier.start:earlier.end].rstrip().endswith(":"):
        return None
    line = _line(scene, quote.paragraph - 1)
    end_sentence = scene.tokens[line.last - 1].sentence
    verb = next((verb for verb in reversed(line.verbs) if verb.sentence == end_sentence), None)
    cue = scene.verb_cue(verb) if verb is not None else None
    if verb is None or cue is None:
        return None
    return Draft(verb.i, find_source(scene, verb, inverted=True), cue_tokens(scene, verb, cue), frozenset(), "quote.colon",
                 cue.lemma, class_of(scene, verb, cue), False, addressee_of(scene, verb))


def _verbless(scene: Scene, quote: Quote) -> Draft | None:
    """ '"...", Ruiz in an interview', '"..." - Ruiz', 'Ruiz: "..."': a name beside the quotation and no verb."""
    last = scene.parse.tokens_in(quote.span)[-1]
    end = scene.paragraph_tokens[quote.paragraph][1]
    i = last.i + 1
    while i < end and scene.tokens[i].text in {",", "(", *_DASHES}:
        i += 1
    if last.i + 1 < i < end and scene.tokens[i].pos in {"PROPN", "NOUN", "ADJ", "DET"}:
        source = _name_from(scene, i, end)
        if source:
            dash = frozenset(j for j in range(last.i + 1, i) if scene.tokens[j].text in _DASHES)
            return Draft(-1, source, dash, frozenset(), "quote.verbless", "\u2014" if dash else "", "neutral" if dash else "none")
    first = scene.parse.tokens_in(quote.span)[0].i
    if first >= 2 and scene.tokens[first - 1].text == ":" and scene.paragraph_of(first - 1) == quote.paragraph:
        name = _name_back(scene, first - 2, quote.paragraph)
        if name:
            return Draft(-1, name, frozenset({first - 1}), frozenset(), "quote.name_colon", ":", "neutral")
    return None


def _name_from(scene: Scene, i: int, end: int) -> frozenset[int]:
    """A run of name and title words from token i, if a proper name is among them and no verb follows in the sentence."""
    tokens, j = scene.tokens, i
    while j < end and tokens[j].pos in {"PROPN", "NOUN", "ADJ", "DET"} and tokens[j].sentence == tokens[i].sentence:
        j += 1
    named = any(token.pos == "PROPN" for token in tokens[i:j])
    rest = [token for token in tokens[j:end] if token.sentence == tokens[i].sentence and not scene.in_quotation(token.i)]
    if not named or any(token.tag in {"VBD", "VBZ", "VBP", "MD"} for token in rest):
        return frozenset()
    return frozenset(range(i, j))


def _name_back(scene: Scene, i: int, paragraph: int) -> frozenset[int]:
    """The run of name and title words that ends at token i and begins its paragraph."""
    first, j = scene.paragraph_tokens[paragraph][0], i
    while j >= first and scene.tokens[j].pos in {"PROPN", "NOUN", "ADJ", "DET"}:
        j -= 1
    return frozenset(range(j + 1, i + 1)) if j + 1 == first and j < i else frozenset()


def _floats_to(scene: Scene, quote: Quote, home: dict[int, int], k: int) -> int | None:
    """Where a quotation of six words or more without a verb goes on: with the quotation before it, in this paragraph or the one before.

    Between the two of one paragraph any number of words may stand ('"A," said Ruiz, a farmer. "B."'); in the next paragraph
    it must stand at the head.
    """
    if quote.n_words < _FLOATING_WORDS or scene.document.paragraphs[quote.paragraph].zone != "body" or k - 1 not in home:
        return None
    before = scene.quotes[k - 1]
    if before.paragraph == quote.paragraph:
        return home[k - 1]
    head = scene.document.shadow[scene.document.paragraphs[quote.paragraph].start:quote.span.start]
    return home[k - 1] if quote.paragraph - before.paragraph == 1 and not head.strip() else None
