"""The order of the stages, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from itertools import combinations
from pathlib import Path
from typing import Final

from framing.align.passages import align_readings, check_length
from framing.annotate.read import read_voices
from framing.clean import clean_article
from framing.compare.build import Facts, build_comparison
from framing.errors import FramingError, NotComparableError
from framing.lexicons.cues import CueLexicon, load_cues
from framing.lexicons.frame_cues import FrameCues, load_frame_cues
from framing.lexicons.harm_acts import HarmActs, load_harm_acts
from framing.lexicons.lexicon import Lexicon, load_lexicon
from framing.lexicons.needs_grammar import NeedsGrammar, needs_grammar
from framing.lexicons.tone_model import ToneModel, load_tone_model
from framing.measure.distinctive_words import count_own_words
from framing.measure.doers import find_harm_acts
from framing.measure.frames import find_frame_cues
from framing.measure.labels import find_labels
from framing.measure.loaded_terms import find_loaded_terms
from framing.measure.readability import measure_readability
from framing.measure.tone import measure_tone
from framing.model.alignment import Alignment
from framing.model.annotation import Annotation, Reading
from framing.model.article import Article, Failure, Notice
from framing.model.comparison import Comparison, Versions
from framing.model.document import COUNTED_ZONES, Document
from framing.model.pairing import Pairing, StoryPair
from framing.nlp.capitals import restore_small_letters
from framing.nlp.model import LanguageModel, load_model
from framing.nlp.read import read_documents
from framing.pair.comparability import judge
from framing.pair.events import pair_documents
from framing.text.tokens import count_words
from framing.version import __version__

MOST_ARTICLES: Final = 20
FEW_WORDS: Final = 50  # counted words under which an article is too short for any rate
NO_ARTICLE: Final = 8  # words of running text below which there is nothing to compare: a menu, a caption, a broken page
_LIBRARIES: Final = ("spacy", "scikit-learn", "pandas", "textstat", "matplotlib", "daachorse", "trafilatura")

Progress = Callable[[str], None]


def _silent(_: str) -> None:
    """No progress wanted."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What is loaded once: the language model and the term lists."""

    model: LanguageModel
    lexicon: Lexicon
    cues: CueLexicon
    tone: ToneModel
    wants: NeedsGrammar
    frames: FrameCues
    acts: HarmActs


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may choose. `force` compares articles of different events, with a banner; `sides` pairs speakers with sides."""

    force: bool = False
    seed: int = 7
    lexicons: tuple[Path, ...] = ()
    sides: tuple[tuple[str, str], ...] = ()
    progress: Progress = field(default=_silent, compare=False)


def load_tools(lexicons: Sequence[Path] = ()) -> Tools:
    """Load the model and the lists.

    Raises:
        ModelMissingError: no language model is installed.
        LexiconError: a user lexicon has faults.
    """
    lexicon, cues = load_lexicon(lexicons), load_cues()
    return Tools(load_model(), lexicon, cues, load_tone_model(), needs_grammar(lexicon, cues), load_frame_cues(), load_harm_acts())


def clean(articles: Sequence[Article]) -> list[Document]:
    """Zones, stories, paragraphs and sentences of each article."""
    return [clean_article(article) for article in articles]


def measure(reading: Reading, tools: Tools) -> Annotation:
    """Everything that is counted in one article."""
    counting, considered = find_loaded_terms(reading, lexicon=tools.lexicon)
    return Annotation(reading, counting, find_labels(reading, label_sets=tools.lexicon.label_sets), measure_tone(reading, model=tools.tone),
                      measure_readability(reading), considered, _notices(reading.document), count_own_words(reading), find_frame_cues(reading, cues=tools.frames), find_harm_acts(reading, acts=tools.acts))


def _notices(document: Document) -> tuple[Notice, ...]:
    """What a reader must know about the text: the input's remarks, the cleaning's, and whether there is too little of it."""
    words = sum(count_words(document.shadow, block.span) for block in document.blocks if block.zone in COUNTED_ZONES)
    few = (Notice("too-little-text", f"only {words} words count in this article; rates and shares are withheld"),) if words < FEW_WORDS else ()
    return (*document.article.notices, *document.notices, *few)


def annotate_documents(documents: Sequence[Document], tools: Tools) -> list[Annotation]:
    """Parse the documents in one go, then annotate and measure each."""
    documents = [restore_small_letters(document, tools.model) for document in documents]
    parses = read_documents(documents, tools.model, wants=tools.wants)
    return [measure(read_voices(document, parse, cues=tools.cues), tools) for document, parse in zip(documents, parses, strict=True)]


def annotate(articles: Sequence[Article], tools: Tools) -> list[Annotation]:
    """Clean, annotate and measure articles, in order."""
    return annotate_documents(clean(articles), tools)


def pair(articles: Sequence[Article]) -> Pairing:
    """Which stories of the articles report the same event. Needs no language model."""
    return pair_documents(clean(articles))


def align(a: Annotation, b: Annotation, *, story_a: int | None = None, story_b: int | None = None) -> Alignment:
    """Aligned passages of two annotated articles, and what is only in one."""
    return align_readings(a.reading, b.reading, story_a=story_a, story_b=story_b)


def _body_words(document: Document) -> int:
    return sum(count_words(document.shadow, sentence.span) for sentence in document.sentences if sentence.zone in {"body", "dek"})


def _days_apart(a: Document, b: Document) -> int | None:
    known = [date.fromisoformat(one.article.published.value[:10]) for one in (a, b) if one.article.published]
    return abs((known[0] - known[1]).days) if len(known) == 2 else None


def _choose_stories(n: int, judged: Sequence[StoryPair]) -> tuple[int, ...]:
    """For each article the story that matches the others best: the one with the highest sum of scores over its pairs."""
    scores: list[dict[int, float]] = [{} for _ in range(n)]
    for (i, j), one in zip(combinations(range(n), 2), judged, strict=True):
        scores[i][one.a.story] = scores[i].get(one.a.story, 0.0) + one.score
        scores[j][one.b.story] = scores[j].get(one.b.story, 0.0) + one.score
    return tuple(max(sorted(mine), key=lambda story: mine[story], default=0) for mine in scores)


def _check(documents: Sequence[Document], judged: Sequence[StoryPair], settings: Settings) -> str:
    """The banner for a forced comparison, "" where none is needed.

    Raises:
        NotComparableError: an article reports another event than each of the others, and `force` is not set.
    """
    related = {i for (i, j), one in zip(combinations(range(len(documents)), 2), judged, strict=True) if one.verdict != "different"
               for i in (i, j)}
    strangers = [documents[i].article.name for i in range(len(documents)) if i not in related]
    if not strangers:
        return ""
    reasons = "; ".join(reason.words for reason in (judged[0].time, judged[0].place, judged[0].entities, judged[0].narrative) if reason.words)
    problem = f"{', '.join(strangers)}: a different event from the other articles ({reasons})"
    if not settings.force:
        raise NotComparableError(f"{problem}; compare articles of one event, or use --force")
    return f"These articles report different events. The comparison was forced: {problem}."


def _notices_of_pairs(documents: Sequence[Document], judged: Sequence[StoryPair]) -> tuple[Notice, ...]:
    """A remark for each two articles that are nearly one text."""
    return tuple(Notice("near-duplicate", f"{a.article.id} and {b.article.id} are nearly the same text: treat them as one source")
                 for (a, b), one in zip(combinations(documents, 2), judged, strict=True) if one.verdict == "near-duplicate")


def compare(articles: Sequence[Article], tools: Tools, settings: Settings | None = None, *,
            failures: Sequence[Failure] = ()) -> Comparison:
    """The main job: 2 to 20 articles compared.

    Raises:
        FramingError: fewer than 2 or more than 20 articles, or one without any text that counts.
        TooLongError: an article has more sentences than can be aligned.
        NotComparableError: the articles report different events, and `settings.force` is not set.
    """
    settings = settings or Settings()
    if not 2 <= len(articles) <= MOST_ARTICLES:
        raise FramingError(f"a comparison needs 2 to {MOST_ARTICLES} articles, not {len(articles)}")
    settings.progress("reading zones and stories")
    documents = clean(articles)
    empty = [one.article.name for one in documents if _body_words(one) < NO_ARTICLE]
    if empty:
        raise FramingError(f"{empty[0]}: no text left after cleaning; is this a video or picture page? (--zones none takes all of it)")
    for document in documents:
        check_length(document)
    pairing = pair_documents(documents)
    first = [judge(a, b) for a, b in combinations(documents, 2)]
    stories = _choose_stories(len(documents), first)
    judged = tuple(judge(a, b, story_a=stories[i], story_b=stories[j])
                   for (i, a), (j, b) in combinations(enumerate(documents), 2))
    banner = _check(documents, judged, settings)
    settings.progress("finding names, attributions and terms")
    annotations = annotate_documents(documents, tools)
    settings.progress("aligning passages")
    alignments = tuple(align(a, b, story_a=stories[i], story_b=stories[j]) for (i, a), (j, b) in combinations(enumerate(annotations), 2))
    settings.progress("comparing")
    return build_comparison(Facts(
        tuple(annotations), stories, pairing, judged, tuple(_days_apart(a, b) for a, b in combinations(documents, 2)), alignments,
        _settings_rows(articles, settings), _versions(tools), tuple(failures), _notices_of_pairs(documents, judged), banner, settings.seed, settings.sides))


def _settings_rows(articles: Sequence[Article], settings: Settings) -> tuple[tuple[str, str], ...]:
    """Settings as the report shows them."""
    zones = ", ".join(dict.fromkeys(article.zones for article in articles))
    rows = [("zones", zones), ("force", "yes" if settings.force else "no"), ("seed", str(settings.seed))]
    return (*rows, *(("lexicon", path.name) for path in settings.lexicons))


def _versions(tools: Tools) -> Versions:
    """Versions of the tool, its lists, the model and the libraries that decide the numbers."""
    found = []
    for name in _LIBRARIES:
        try:
            found.append((name, version(name)))
        except PackageNotFoundError:
            found.append((name, "not installed"))
    return Versions(__version__, tools.lexicon.version, tools.cues.version, tools.lexicon.version,
                    f"{tools.model.name} {tools.model.version}", tuple(found))
