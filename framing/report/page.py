"""Builds the page that every format lays out."""

from __future__ import annotations

from framing.model.comparison import Comparison
from framing.report.draft import Draft
from framing.report.escape import one_line
from framing.report.passages import Shown
from framing.report.quantities import date_words, plural
from framing.report.sections_closing import evidence, method, quality
from framing.report.sections_measures import wording
from framing.report.sections_opening import comparability, findings, glance
from framing.report.sections_passages import only_in, pairs, questions
from framing.report.sections_speakers import speakers
from framing.report.sections_words import labels, loaded, tone
from framing.report.title import report_title
from framing.report.view import Card, Page
from framing.report.wording import FOREWARNING, LANGUAGES


def build_page(comparison: Comparison, *, date: str | None = None) -> Page:
    """The report of a comparison, sections 0 to 13 in order. `date` is printed as the report's date, if given."""
    draft = Draft.begin(comparison)
    first = (comparability(draft), findings(draft), glance(draft), labels(draft), loaded(draft), tone(draft), speakers(draft),
             pairs(draft), only_in(draft), wording(draft), questions(draft), quality(draft))
    sections = (*first, evidence(draft), method(draft, date))  # the evidence list comes after all that cites it
    footer = ("One file: no script, nothing fetched, nothing sent. Print it or save it as PDF from the browser.",
              f"Made by framing {one_line(comparison.versions.tool, 40)}.")
    return Page(report_title(comparison), "Framing comparison", FOREWARNING, one_line(comparison.banner, 500), tuple(_card(draft, one) for one in draft.articles),
                sections, footer, tuple(one.letter for one in draft.articles))


def _card(draft: Draft, shown: Shown) -> Card:
    article = shown.annotation.document.article
    headline = shown.annotation.document.headline(shown.story) or (article.title.value if article.title else "")
    counted = draft.metric("words", shown, voice="all")
    whole = draft.metric("words_in_file", shown)
    of = plural(whole.n if whole else len(article.text.split()), "word")
    facts = [date_words(one_line(article.published.value, 40)) if article.published else "Date not known"]
    facts.append(f"{counted.n:,} words analysed of {of} in the file" if counted else f"{of} in the file")
    if article.language:
        facts.append(LANGUAGES.get(article.language.value, one_line(article.language.value, 40)))
    if article.genre and article.genre.value != "news":
        facts.append(one_line(article.genre.value, 40))
    file = "" if shown.known_outlet else one_line(article.name, 120)
    return Card(shown.place, shown.known_outlet or "Outlet not known", one_line(headline) if headline else "No headline found", tuple(facts), file)
