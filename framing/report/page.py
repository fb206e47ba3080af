"""Builds the page that every format lays out."""

from __future__ import annotations

from typing import Final

from framing.model.comparison import Comparison
from framing.report.draft import Draft
from framing.report.escape import one_line
from framing.report.passages import Shown
from framing.report.quantities import date_words, plural
from framing.report.sections_closing import evidence, method, quality
from framing.report.sections_opening import comparability, findings, glance
from framing.report.sections_passages import only_in, pairs, questions, speakers
from framing.report.sections_words import labels, loaded, tone
from framing.report.view import Card, Page
from framing.report.wording import FOREWARNING, LANGUAGES, VERDICT_ORDER

_TELLS: Final = {"same-event": "tell the same event", "same-topic": "write on the same topic", "near-duplicate": "share a text",
                 "different": "tell different events"}
_NUMBERS: Final = ("", "", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def build_page(comparison: Comparison, *, date: str | None = None) -> Page:
    """The report of a comparison, sections 0 to 12 in order. `date` is printed as the report's date, if given."""
    draft = Draft.begin(comparison)
    first = (comparability(draft), findings(draft), glance(draft), labels(draft), loaded(draft), tone(draft), speakers(draft),
             pairs(draft), only_in(draft), questions(draft), quality(draft))
    sections = (*first, evidence(draft), method(draft, date))  # the evidence list comes after all that cites it
    events = [cluster.event for cluster in comparison.pairing.clusters if any(ref.id == draft.articles[0].id for ref in cluster.members)]
    kicker = "Framing comparison" + (f" · {one_line(events[0], 80)}" if events and events[0] else "")
    footer = ("One file: no script, nothing fetched, nothing sent. Print it or save it as PDF from the browser.",
              f"Made by framing {one_line(comparison.versions.tool, 40)}.")
    return Page(_title(draft), kicker, FOREWARNING, one_line(comparison.banner, 500), tuple(_card(draft, one) for one in draft.articles),
                sections, footer, tuple(one.letter for one in draft.articles))


def _title(draft: Draft) -> str:
    verdicts = {one.verdict for one in draft.comparison.comparability}
    told = verdicts - {"near-duplicate"} or verdicts  # two copies among several articles still tell the event
    verdict = next((one for one in VERDICT_ORDER if one in told), "same-event")
    outlets = list(dict.fromkeys(one.outlet for one in draft.articles))
    if len(outlets) == len(draft.articles) <= 3:
        names = f"{', '.join(outlets[:-1])} and {outlets[-1]}"
    else:
        n = len(draft.articles)
        names = f"{_NUMBERS[n].lower() if n < len(_NUMBERS) else n} articles"
    return f"How {names} {_TELLS[verdict]}"


def _card(draft: Draft, shown: Shown) -> Card:
    article = shown.annotation.document.article
    headline = shown.annotation.document.headline(shown.story) or (article.title.value if article.title else "")
    counted = draft.metric("words", shown, voice="all")
    of = plural(len(article.text.split()), "word")
    facts = [date_words(one_line(article.published.value, 40)) if article.published else "Date not known"]
    facts.append(f"{counted.n:,} words analysed of {of} in the file" if counted else f"{of} in the file")
    if article.language:
        facts.append(LANGUAGES.get(article.language.value, one_line(article.language.value, 40)))
    if article.genre and article.genre.value != "news":
        facts.append(one_line(article.genre.value, 40))
    return Card(shown.place, shown.outlet, one_line(headline) if headline else "No headline found", tuple(facts))
