"""Remarks on a text: odd characters, mixed scripts, other languages; and Markdown's hints."""

from __future__ import annotations

import pytest

from framing.load.markdown import read_markdown
from framing.load.remarks import cut_notice, english_share, language_of, remarks_on
from framing.model.article import Span

ENGLISH = "The harbour council voted on Friday to close the ferry, and it said that the boats were old, that there was no money for them, and that buses would run from Monday on."
SPANISH = "El consejo del puerto votó el viernes por cerrar el transbordador y dijo que los barcos eran viejos, que no había dinero para ellos y que los autobuses circularán desde el lunes."
RUSSIAN = "Совет порта проголосовал в пятницу за закрытие парома и сказал, что лодки были старыми, что на них не было денег и что автобусы будут ходить с понедельника до конца года, а потом посмотрим ещё раз."


def codes(text):
    return [notice.code for notice in remarks_on(text)]


def test_plain_english_has_no_remarks():
    assert codes(ENGLISH) == []
    known = language_of(ENGLISH)
    assert known is not None
    assert known.value == "en"


@pytest.mark.parametrize("text", [SPANISH, RUSSIAN])
def test_other_languages_are_remarked_with_how_sure(text):
    (notice,) = remarks_on(text)
    assert notice.code == "not-english"
    assert "sure to 0." in notice.message
    assert language_of(text) is None


def test_a_few_words_tell_no_language():
    assert codes("Hola, amigos del puerto") == []
    assert language_of("The ferry of the council") is None


def test_the_share_by_hand():
    # the, of, the, and, the of ten words
    assert english_share("the ferry of the north shore and the south pier") == (0.5, 10)


LONG_TITLE = " ".join(["Harbour", "Ferry", "Closure", "Vote", "Anger", "Buses", "Monday"] * 100)  # 5,000 characters and no grammatical word


@pytest.mark.parametrize("before", [LONG_TITLE, "Menu\nNews\nSport\nWeather\n" * 60, LONG_TITLE + ". " + LONG_TITLE])
def test_titles_and_menus_do_not_make_english_prose_foreign(before):
    text = f"{before}\n\n{ENGLISH}\n\n" + "\n\n".join([ENGLISH] * 8)
    assert "not-english" not in codes(text)
    known = language_of(text)
    assert known is not None


@pytest.mark.parametrize("before", ["The best of the week, and what it was like to be there for all of us\n" * 20, "", LONG_TITLE])
def test_foreign_prose_stays_foreign_whatever_stands_above_it(before):
    text = before + "\n\n" + "\n\n".join([SPANISH] * 4)
    assert "not-english" in codes(text)
    assert language_of(text) is None


def test_the_share_is_of_prose_and_no_line_decides_alone():
    # prose: 200 of the 300 words of the first line (all "the"), then the line of 30: 10 times "the ferry sank" holds 10; (200 + 10) / 230
    text = "the " * 300 + "end.\nMenu Sport Weather\n" + "the ferry sank " * 9 + "the ferry sank."
    assert english_share(text) == (pytest.approx(210 / 230), 230)


def test_control_and_direction_marks_are_kept_and_placed():
    bidi, control = remarks_on("a\u202eb\u202c c\x07")
    assert (bidi.code, bidi.span) == ("bidi-control", Span(1, 2))
    assert bidi.message.startswith("2 direction-changing characters")
    assert "U+202E" in bidi.message
    assert (control.code, control.span) == ("control-characters", Span(6, 7))


def test_a_word_of_mixed_scripts_is_listed_with_its_code_point():
    (notice,) = remarks_on("his Talmarkan сounterpart")
    assert notice.code == "mixed-script"
    assert notice.span == Span(14, 25)
    assert notice.message == "'сounterpart' mixes scripts: U+0441 CYRILLIC SMALL LETTER ES"


def test_whole_words_in_another_script_are_no_disguise():
    assert codes("© LARKFIELD / Иван Степнов, Ελλάδα") == []


def test_many_mixed_words_are_counted_not_listed():
    notices = [notice for notice in remarks_on("сat " * 25) if notice.code == "mixed-script"]
    assert len(notices) == 21
    assert notices[-1].message == "5 more words mix scripts"


@pytest.mark.parametrize(("tail", "cut"), [
    ("Subscribe to continue reading", True),
    ("To continue reading, log in.\nPlans\nHelp", True),
    ("This article is for subscribers", True),
    ("Subscribe to read the full story\n\n" + ENGLISH * 2, False),  # the story goes on: it was only a box
    ("She had subscribed to the plan to continue the ferry.", False),
    ("Read the full report of the council.", False),
])
def test_a_paywall_makes_an_excerpt(tail, cut):
    notice = cut_notice(f"{ENGLISH}\n\n{tail}")
    assert (notice is not None) is cut
    if notice is not None:
        assert notice.code == "excerpt-likely"


def test_markdown_keeps_its_text_and_hints_its_headings():
    source = "---\ntitle: Ferry\ndate: 2019-05-03\noutlet: \"Alba Post\"\ngenre: news\n---\n# Ferry closes\n\nText #1 stays.\n\n## Next ##\n\n![The pier](pier.png)\n"
    draft = read_markdown(source.encode(), "a.md")
    assert draft.text == source
    found = [(hint.zone, hint.rule, source[hint.span.start:hint.span.end]) for hint in draft.hints]
    assert found[0][:2] == ("furniture", "markdown.front-matter")
    assert found[1:] == [("headline", "markdown.h1", "Ferry closes"), ("subhead", "markdown.h2", "Next ##"), ("caption", "markdown.picture", "![The pier](pier.png)")]
    facts = draft.facts
    assert [known.value for known in (facts.title, facts.published, facts.outlet, facts.genre) if known] == ["Ferry", "2019-05-03", "Alba Post", "news"]


@pytest.mark.parametrize("source", ["No heading here", "#hashtag is no heading", "---\nnever closed\n"])
def test_markdown_without_markup_has_no_hints(source):
    assert read_markdown(source.encode(), "a.md").hints == ()
