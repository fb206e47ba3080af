"""Distinctive words of articles, worked by hand on texts of known counts."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from compare_scopes import scope_of

from framing.compare.keyness import MIN_OWN_WORDS, find_distinctive_words
from framing.compare.scope import Scope
from framing.model.article import Span
from framing.model.findings import WordCount

FILLER = "the boat was in the bay and it was not yet out of it again "


def article(place: int, words: dict[str, int], *, filler: int = 12) -> Scope:
    """A text in which each of `words` stands so many times, after filler of 15 function words a time."""
    text = FILLER * filler + " ".join(f"{word} " * n for word, n in words.items())
    scope = scope_of(text.strip(), place=place)
    rows, start = [], len(FILLER * filler)
    for word, n in words.items():
        spans = []
        for _ in range(n):
            start = text.index(word, start)
            spans.append(Span(start, start + len(word)))
            start += len(word)
        rows.append(WordCount(word, word, tuple(spans)))
    return Scope(replace(scope.annotation, own_words=tuple(rows)), 0, place)


def test_a_word_one_article_keeps_using_leans_to_it_by_hand():
    a, b = article(0, {"mob": 9, "harbour": 11}), article(1, {"gate": 10, "harbour": 10})
    first, second = find_distinctive_words([a, b])
    # 20 and 20 content words: the prior weighs half an article, 10 words; "mob" is 9 of 40, so 2.25 of them.
    # log(11.25 / (30 - 11.25)) - log(2.25 / (30 - 2.25)); its error sqrt(1/11.25 + 1/2.25)
    estimate = math.log(11.25 / 18.75) - math.log(2.25 / 27.75)
    mob = first.words[0]
    assert (mob.word, mob.n, mob.n_others) == ("mob", 9, 0)
    assert mob.log_odds == pytest.approx(estimate, abs=1e-4)
    assert mob.z == pytest.approx(estimate / math.sqrt(1 / 11.25 + 1 / 2.25), abs=1e-4)
    assert mob.per_thousand == pytest.approx(1000 * 9 / first.base, abs=0.01)
    assert len(mob.spans) == 9
    assert [one.word for one in second.words] == ["gate"]
    assert (first.n_compared, first.too_little) == (3, False)


def test_near_misses_two_uses_and_a_word_both_use():
    a, b = article(0, {"mob": 2, "harbour": 12}), article(1, {"gate": 2, "harbour": 12})
    assert [one.words for one in find_distinctive_words([a, b])] == [(), ()]


def test_too_little_text_gives_no_words():
    a, b = article(0, {"mob": 9, "harbour": 5}, filler=4), article(1, {"gate": 9, "harbour": 9})
    first, second = find_distinctive_words([a, b])
    assert first.base < MIN_OWN_WORDS <= second.base
    assert first.too_little
    assert second.too_little  # it has nothing to be compared with
    assert first.words == second.words == ()


def test_each_of_three_stands_against_the_two_others():
    rows = find_distinctive_words([article(0, {"mob": 12, "quay": 5}), article(1, {"gate": 12, "quay": 5}), article(2, {"gate": 12, "quay": 5})])
    # "gate" leans to B and to C: 12 of 17 words are twice the rate of the other two together, 12 of 34; "quay" is everybody's
    assert [[one.word for one in row.words] for row in rows] == [["mob"], ["gate"], ["gate"]]
    assert rows[0].base_others == rows[1].base + rows[2].base


def test_uses_outside_the_story_compared_do_not_count():
    a, b = article(0, {"mob": 9, "harbour": 11}), article(1, {"gate": 10, "harbour": 10})
    elsewhere = Scope(a.annotation, 1, 0)  # a story that this article does not have
    first, _ = find_distinctive_words([elsewhere, b])
    assert first.words == ()
