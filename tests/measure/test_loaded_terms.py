"""Loaded terms of an article: what counts, what is set aside and why, in whose voice, about whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.lexicons.lexicon import load_lexicon
from framing.measure.loaded_terms import find_loaded_terms
from framing.model.annotation import Reading
from framing.model.article import Span
from framing.model.document import Document, Sentence
from framing.model.findings import Entity, LoadedTerm, Mention, VoiceSpan
from framing.model.parse import Parse

Find = Callable[..., tuple[tuple[LoadedTerm, ...], tuple[LoadedTerm, ...]]]


@pytest.fixture(scope="session", name="find")
def find_fixture(make_document: Callable[..., Document], make_parse: Callable[[Document], Parse]) -> Find:
    def find(text: str, *, entities: tuple[Entity, ...] = (), voices: tuple[VoiceSpan, ...] = (), zone: str | None = None,
             ) -> tuple[tuple[LoadedTerm, ...], tuple[LoadedTerm, ...]]:
        document = make_document(text)
        if zone is not None:
            sentences = tuple(Sentence(one.span, zone, one.story, one.paragraph) for one in document.sentences)  # type: ignore[arg-type]
            document = replace(document, sentences=sentences)
        return find_loaded_terms(Reading(document, make_parse(document), entities, (), voices), lexicon=load_lexicon())

    return find


@pytest.mark.parametrize(("text", "entries"), [
    ("The mayor slammed the ministry over the dam.", ["conflict.slam"]),
    ("The mayor slammed the door.", []),
    ("The mayor slammed the ministry after the bomb killed two.", []),           # physical violence in the sentence
    ("The two sides struck a deal.", []),                                        # a longer neutral phrase
    ("The Reckless Club met.", []),                                              # a name
    ("A reckless plan by a bizarre council.", ["eval.reckless", "eval.bizarre"]),
    ("The senator lashed out at the press.", ["conflict.lash-out"]),
    ("A flood of migrants reached Ordal.", ["dehuman.flood"]),
    ("A flood of letters reached Ordal.", []),
    ("It was an utterly absurd rule.", ["scale.utterly", "eval.absurd"]),        # an intensifier beside a hit
    ("It was an utterly empty barn.", []),                                       # and alone
])
def test_what_counts(find: Find, text: str, entries: list[str]) -> None:
    counting, _ = find(text)
    assert [hit.entry for hit in counting] == entries


def test_what_is_set_aside_says_why(find: Find) -> None:
    _, considered = find("The Zarvan regime slammed a door.")
    reasons = {hit.entry: hit.decision for hit in considered}
    assert reasons["label.regime"] == "label-only"
    assert reasons["conflict.slam"].startswith("blocked: ")
    assert all(hit.decision != "counts" for hit in considered)


def test_negated_and_hypothetical_uses_are_kept_and_marked(find: Find) -> None:
    (plain,), _ = find("The plan is reckless.")
    (negated,), _ = find("The plan is not reckless.")
    (supposed,), _ = find("The plan would be reckless.")
    assert (plain.negated, negated.negated) == (False, True)
    assert negated.confidence < plain.confidence
    assert "hypothetical" in supposed.rule
    assert "hypothetical" not in plain.rule


def test_the_target_is_the_entity_where_a_mention_stands_in_the_slot(find: Find) -> None:
    text = "Critics slammed Ruiz over the dam."
    ana = Entity("Ana Ruiz", "person", (Mention(Span(16, 20), "name", "test"),))
    assert text[16:20] == "Ruiz"
    (hit,), _ = find(text, entities=(ana,))
    assert hit.target == "Ana Ruiz"
    (other,), _ = find("Critics slammed the water ministry over the dam.")
    assert other.target == "water ministry"


@pytest.mark.parametrize(("text", "target"), [
    ("The mayor is a liar.", "mayor"),
    ("Observers described the vote as a sham.", None),   # the observers are not the sham
    ("A reckless mayor left.", "mayor"),
    ("The mayor touted the figures at a rally.", "mayor"),
    ("The mayor gutted the wage law.", "wage law"),
])
def test_targets(find: Find, text: str, target: str | None) -> None:
    (hit,), _ = find(text)
    assert hit.target == target


def test_voice_and_speaker_are_those_of_the_place(find: Find) -> None:
    text = "It was a bizarre day. He saw a bizarre plan."
    quoted = VoiceSpan(Span(22, 44), "quoted", "Ana Ruiz", 0, "test")
    (own, said), _ = find(text, voices=(quoted,))
    assert (own.voice, own.speaker) == ("own", None)
    assert (said.voice, said.speaker) == ("quoted", "Ana Ruiz")
    assert said.confidence < own.confidence


def test_term_is_the_form_that_stands_there_and_entry_its_id(find: Find) -> None:
    (hit,), _ = find("It was a disgracefully late reply.")
    assert (hit.term, hit.entry, hit.category, hit.tier) == ("disgracefully", "eval.disgraceful", "eval", "A")
    assert hit.plainer


def test_headlines_in_title_case_are_read_with_less_confidence(find: Find) -> None:
    (shouted,), _ = find("Mayor Slams Ministry Over Bizarre Delay Of Dam Report"[:39].replace("Slams", "Visits"), zone="headline")
    (plain,), _ = find("Mayor visits ministry over bizarre delay.")
    assert shouted.entry == plain.entry == "eval.bizarre"
    assert shouted.zone == "headline"
    assert shouted.confidence < plain.confidence


def test_a_teaser_adds_no_hit_to_other_zones(find: Find) -> None:
    body, _ = find("The mayor gave a bizarre answer.")
    teaser, _ = find("READ MORE: a bizarre answer by the mayor", zone="teaser")
    assert {hit.zone for hit in body} == {"body"}
    assert {hit.zone for hit in teaser} <= {"teaser"}


def test_swapping_two_actors_changes_nothing_but_the_target(find: Find) -> None:
    text = "Mayor {a} slammed {b} over the reckless plan. {a} lashed out at the press and {b} left."
    one, _ = find(text.format(a="Ruiz", b="Holm"))
    two, _ = find(text.format(a="Holm", b="Ruiz"))
    assert [(hit.entry, hit.span, hit.polarity, hit.confidence) for hit in one] == [(hit.entry, hit.span, hit.polarity, hit.confidence) for hit in two]
    assert {"Holm": "Ruiz", "Ruiz": "Holm"}.get(str(one[0].target)) == two[0].target


_PIECES = st.sampled_from([
    "The mayor slammed the ministry.", "A bizarre plan was read.", "The so-called reform passed.", "He lashed out at \u201cthe press\u201d.",
    "Rain fell.", "The regime\u00a0fell.", "A mob boss was jailed.", "Party thugs came \u2014 it was a sham."])


@settings(max_examples=15, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=4))
def test_spans_lie_in_the_text_and_a_text_twice_as_long_has_twice_the_hits(find: Find, pieces: list[str]) -> None:
    text = " ".join(pieces)
    once, aside = find(text)
    for hit in (*once, *aside):
        assert 0 <= hit.span.start < hit.span.end <= len(text)
        assert 0.0 < hit.confidence < 1.0
        assert text[hit.span.start:hit.span.end].strip() == text[hit.span.start:hit.span.end]
    twice, _ = find(text + "\n\n" + text)
    assert len(twice) == 2 * len(once)
    assert [hit.entry for hit in twice] == [hit.entry for hit in once] * 2


@pytest.mark.parametrize(("text", "entry", "silent"), [
    ("The senator lied about the wells.", "delegit.lie-verb", ("quoted", "attributed")),
    ("The mayor claimed that the bridge was safe.", "doubt.claim", ("quoted",)),
])
def test_a_charge_counts_in_the_voices_its_entry_names(find: Find, text: str, entry: str, silent: tuple[str, ...]) -> None:
    """In another's mouth a lie is what was said, which no editor can change; a cue of doubt is the writer's unless it is quoted; a loaded word
    in the same place counts.
    """
    def voiced(voice: str, whole: str) -> tuple[VoiceSpan, ...]:
        return (VoiceSpan(Span(0, len(whole)), voice, None, None, "test"),)  # type: ignore[arg-type]

    assert [one.entry for one in find(text)[0]] == [entry]
    for voice in {"scare", "attributed", "quoted"} - {*silent}:
        assert [one.entry for one in find(text, voices=voiced(voice, text))[0]] == [entry]
    for voice in silent:
        counting, considered = find(text, voices=voiced(voice, text))
        assert not counting
        assert [(one.entry, one.decision) for one in considered] == [(entry, "label-only")]
        assert considered[0].rule.endswith(f"{voice} does not count")
    reckless = "A reckless plan was read out."
    assert [one.entry for one in find(reckless, voices=voiced("quoted", reckless))[0]] == ["eval.reckless"]
