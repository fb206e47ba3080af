"""Documents to parses: which sentences to parse, in batches over all documents, and spaCy's output as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from framing.model.article import Span
from framing.model.document import Document
from framing.model.parse import NamedSpan, Parse, Token
from framing.nlp.model import LanguageModel
from framing.nlp.names import Known, label_known_names, names_to_learn
from framing.nlp.truecase import is_title_case, known_names, truecase

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BATCH: Final = 64  # sentences of like length together: larger matrices, little padding
_LONGEST: Final = 2_000  # characters; a longer "sentence" is cut for the parser, so that time stays linear in the text

# Penn tag -> universal tag; AUX and SCONJ are told apart by the dependency below.
_UNIVERSAL: Final = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB",
    "VBP": "VERB", "VBZ": "VERB", "MD": "AUX", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "AFX": "ADJ", "RB": "ADV", "RBR": "ADV",
    "RBS": "ADV", "WRB": "ADV", "IN": "ADP", "RP": "ADP", "TO": "PART", "POS": "PART", "DT": "DET", "PDT": "DET", "WDT": "DET",
    "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "EX": "PRON", "CC": "CCONJ", "CD": "NUM", "UH": "INTJ",
    "$": "SYM", "SYM": "SYM", "FW": "X", "XX": "X", "LS": "X", "ADD": "X", "_SP": "SPACE",
}
_CONTRACTED: Final = {"'s": "be", "'re": "be", "'m": "be", "'ve": "have", "'ll": "will", "'d": "would", "ca": "can", "wo": "will"}
_AUXILIARY: Final = frozenset({"aux", "auxpass"})
_FORMS_OF_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "'m"})
_NO_LEMMA: Final = frozenset({"PROPN", "PUNCT", "NUM", "SYM", "X"})
_FIELDS: Final = ["IDX", "LENGTH", "LOWER", "TAG", "DEP", "HEAD", "ENT_TYPE", "IS_SPACE"]
_MORPH: Final = {"VB": "VerbForm=Inf", "NN": "Number=Sing", "JJ": "Degree=Pos"}  # base forms, which the lemmatiser leaves as they are


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch that goes through the parser as one: a sentence, or a part of an overlong one."""

    document: int
    sentence: int
    start: int
    text: str
    wanted: bool


def _pieces(k: int, document: Document, wants: Callable[[str], bool] | None) -> Iterable[_Piece]:
    names: frozenset[str] | None = None
    for n, sentence in enumerate(document.sentences):
        start, end = sentence.span
        text = document.shadow[start:end].replace("\n", " ")
        wanted = wants is None or wants(text)
        if sentence.zone in {"headline", "subhead", "teaser"} and is_title_case(text):
            names = known_names(document.shadow) if names is None else names
            text = truecase(text, names)
        while len(text) > _LONGEST:
            cut = text.rfind(" ", 1, _LONGEST)
            cut = _LONGEST if cut < 1 else cut
            yield _Piece(k, n, start, text[:cut], wanted)
            text, start = text[cut:], start + cut
        yield _Piece(k, n, start, text, wanted)


def _run_pipes(docs: list[Doc], model: LanguageModel, names: Sequence[str]) -> None:
    """Run the named components over the documents, in place."""
    for name in names:
        pipe: Any = model.language.get_pipe(name)
        for start in range(0, len(docs), _BATCH):
            batch = docs[start:start + _BATCH]
            if hasattr(pipe, "transition_states"):
                _run_transitions(pipe, batch)
            else:
                pipe.set_annotations(batch, pipe.predict(batch))


def _run_transitions(pipe: Any, batch: list[Doc]) -> None:
    """A transition-based component (parser, recogniser) over one batch, step by step for all its sentences together.

    The component's own loop runs without the interpreter's lock, and its state asks for that lock back at every look at a
    token: half of the recogniser's time. Stepping from here holds it throughout, as spaCy's training does; same decisions.
    """
    states = pipe.moves.init_batch(batch)
    scorer = pipe.model.predict(batch)
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        unfinished = pipe.transition_states(unfinished, scorer.predict(unfinished))
    scorer.clear_memory()
    pipe.set_annotations(batch, states)


def _lemma(lower: str, text: str, tag: str, pos: str, model: LanguageModel) -> str:
    """Dictionary form by spaCy's rules, remembered per form and tag."""
    if pos in _NO_LEMMA:
        return text
    key = (lower, tag)
    known = model.lemmas.get(key)
    if known is None:
        known = model.lemmas[key] = _lemma_by_rule(lower, tag, pos, model)
    return known


def _lemma_by_rule(lower: str, tag: str, pos: str, model: LanguageModel) -> str:
    if pos == "PRON":
        return lower
    from spacy.tokens import Doc

    alone = Doc(model.language.vocab, words=[lower], tags=[tag], pos=["VERB" if pos == "AUX" else pos], morphs=[_MORPH.get(tag, "")])
    lemmatizer: Any = model.language.get_pipe("lemmatizer")
    known = str(lemmatizer.rule_lemmatize(alone[0])[0])
    if known in {"n't", "n’t"}:
        return "not"
    return _CONTRACTED.get(known, known) if pos in {"AUX", "VERB"} else known


def _universal(lower: str, tag: str, dep: str) -> str:
    """Universal tag from the Penn tag and the dependency."""
    if tag[:1] in {"V", "M"} and (dep in _AUXILIARY or lower in _FORMS_OF_BE):
        return "AUX"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    return _UNIVERSAL.get(tag, "PUNCT")


def _plain_tokens(doc: Doc, piece: _Piece, first: int, model: LanguageModel) -> list[Token]:
    """One piece as tokens, white space left out; `first` is the place of its first token in the document."""
    rows = doc.to_array(_FIELDS).astype("int64").tolist()  # one call for all tokens: spaCy's token objects cost five times as much
    place, n = [], first
    for row in rows:
        place.append(n)
        n += not row[-1]
    name, text, wanted = model.strings, piece.text, piece.wanted
    found = []
    for i, (idx, length, lower_id, tag_id, dep_id, head, entity_id, is_space) in enumerate(rows):
        if is_space:
            continue
        start, word, lower = piece.start + idx, text[idx:idx + length], name[lower_id]
        if not wanted:
            found.append(Token(place[i], start, start + length, word, lower, "", "", "", place[i], "", piece.sentence, lower))
            continue
        tag, dep = name[tag_id], name[dep_id]
        pos = _universal(lower, tag, dep)
        above = i + head
        while rows[above][-1] and rows[above][5]:  # nothing hangs on white space
            above += rows[above][5]
        found.append(Token(place[i], start, start + length, word, _lemma(lower, word, tag, pos, model), pos, tag, dep,
                           place[above] if not rows[above][-1] else place[i], name[entity_id] if entity_id else "", piece.sentence, lower))
    return found


def read_documents(documents: Sequence[Document], model: LanguageModel, *,
                   wants: Callable[[str], bool] | None = None, names: str = "new") -> list[Parse]:
    """Parse the sentences of several documents in one go.

    Args:
        documents: cleaned articles; their sentences are read as they are.
        model: from `load_model`.
        wants: whether a sentence (its shadow text) needs grammar; the others are only cut into words. None: all do.
        names: "new" runs the entity recogniser only on sentences that bring a capitalised word not yet seen in the
            document and carries what it found to the others; "all" runs it on every parsed sentence.

    Returns:
        A parse for each document, in order.
    """
    pieces = [piece for k, document in enumerate(documents) for piece in _pieces(k, document, wants)]
    docs = [model.language.make_doc(piece.text) for piece in pieces]
    by_length = sorted(range(len(docs)), key=lambda i: (len(docs[i]), i))
    parsed = [i for i in by_length if pieces[i].wanted and len(docs[i])]
    _run_pipes([docs[i] for i in parsed], model, ["tok2vec", "tagger", "parser"])
    wanted = set(parsed)
    if names == "new":
        learn = names_to_learn([(pieces[i].document, docs[i]) for i in range(len(docs)) if i in wanted])
        wanted = {i for i, yes in zip(sorted(wanted), learn, strict=True) if yes}
    _run_pipes([docs[i] for i in by_length if i in wanted], model, ["ner"])
    per_document: list[list[int]] = [[] for _ in documents]
    for i, piece in enumerate(pieces):
        per_document[piece.document].append(i)
    return [_assemble(documents[k], [(pieces[i], docs[i], i in wanted) for i in mine], model)
            for k, mine in enumerate(per_document)]


def _assemble(document: Document, parts: Sequence[tuple[_Piece, Doc, bool]], model: LanguageModel) -> Parse:
    """The pieces of one document put together again."""
    tokens: list[Token] = []
    bounds: list[tuple[int, int]] = []
    parsed: list[bool] = []
    found: list[NamedSpan] = []
    known = Known.from_docs([doc for _, doc, named in parts if named])
    for piece, doc, named in parts:
        first = len(tokens)
        more = _plain_tokens(doc, piece, first, model)
        tokens += more
        if bounds and len(bounds) == piece.sentence + 1:  # a further part of an overlong sentence
            bounds[-1] = (bounds[-1][0], len(tokens))
        else:
            bounds.append((first, len(tokens)))
            parsed.append(piece.wanted)
        if piece.wanted:
            found += _own_names(more) if named else label_known_names(more, known)
    named_tokens = {i: name.kind for name in found for i in range(name.first, name.last)}
    final = tuple(token if token.entity == named_tokens.get(token.i, "") else _with_entity(token, named_tokens.get(token.i, ""))
                  for token in tokens)
    return Parse.build(final, tuple(bounds), tuple(parsed), tuple(found), model.name)


def _with_entity(token: Token, entity: str) -> Token:
    return Token(token.i, token.start, token.end, token.text, token.lemma, token.pos, token.tag, token.dep, token.head, entity,
                 token.sentence, token.lower)


def _own_names(tokens: Sequence[Token]) -> list[NamedSpan]:
    """Runs of tokens with one entity type, as the recogniser marked them."""
    found: list[NamedSpan] = []
    start = 0
    while start < len(tokens):
        end = start + 1
        while end < len(tokens) and tokens[end].entity == tokens[start].entity:
            end += 1
        if tokens[start].entity:
            found.append(NamedSpan(tokens[start].i, tokens[end - 1].i + 1, tokens[start].entity,
                                   Span(tokens[start].start, tokens[end - 1].end)))
        start = end
    return found
